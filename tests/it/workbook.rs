//! `results.xlsx`, read back: the figures of `comparison.csv` as the report prints them, in both languages, inert, and
//! the same bytes however it came about.

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use calamine::{Data, Range, Reader as _, Xlsx};
use kantel::cli::args::{Language, ReportArgs};
use kantel::cli::report::report;
use kantel::report::wording::{Lang, Measure};
use kantel::report::{ReportData, workbook};

use crate::invented::invented;
use crate::program::program;

/// The folder of a small comparison, removed at the end.
pub(crate) struct Compared(pub(crate) PathBuf);

impl Compared {
    pub(crate) fn new(name: &str, more: &[&str]) -> Self {
        let dir = std::env::temp_dir().join(format!("kantel-workbook-{name}-{}", std::process::id()));
        let place = dir.to_str().expect("UTF-8");
        let small = ["compare", "--residents", "1000", "--years", "3", "--samples", "3", "--loops", "0", "--no-lives"];
        let all = [&small[..], &["--quiet", "--force", "--out", place], more].concat();
        let output = program().args(all).output().expect("the program starts");
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        Self(dir)
    }
}

impl Drop for Compared {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The rows of a table of a folder by column.
pub(crate) fn rows(dir: &Path, name: &str) -> Vec<BTreeMap<String, String>> {
    let mut table = csv::Reader::from_path(dir.join(name)).expect("it is there");
    table.deserialize().map(|row| row.expect("a row")).collect()
}

/// The sheets of a workbook by name, in their order.
fn sheets(bytes: &[u8]) -> Vec<(String, Range<Data>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("it is a workbook");
    let names = book.sheet_names();
    names.into_iter().map(|name| (name.clone(), book.worksheet_range(&name).expect("a sheet"))).collect()
}

fn sheet(bytes: &[u8], name: &str) -> Range<Data> {
    sheets(bytes).into_iter().find(|(other, _)| other == name).unwrap_or_else(|| panic!("no sheet {name}")).1
}

fn names(bytes: &[u8]) -> Vec<String> {
    sheets(bytes).into_iter().map(|(name, _)| name).collect()
}

/// The cells of a row by the heads of their columns.
fn by_head(sheet: &Range<Data>) -> Vec<BTreeMap<String, Data>> {
    let heads: Vec<String> = sheet.rows().next().expect("heads").iter().map(ToString::to_string).collect();
    sheet.rows().skip(1).map(|row| heads.iter().cloned().zip(row.iter().cloned()).collect()).collect()
}

fn made(lang: Lang) -> Vec<u8> {
    workbook(&invented(), lang).expect("it is packed")
}

#[test]
fn sheets_are_named_in_the_language_of_the_report() {
    let english = ["About", "Key figures", "Years", "Payers", "Groups", "Assumptions"];
    assert_eq!(names(&made(Lang::En)), english);
    let dutch = ["Over dit bestand", "Kerncijfers", "Jaren", "Betalers", "Groepen", "Aannames"];
    assert_eq!(names(&made(Lang::Nl)), dutch);
    let single = ReportData { comparisons: Vec::new(), ..invented() };
    let single = names(&workbook(&single, Lang::En).expect("it is packed"));
    assert_eq!(single, ["About", "Key figures", "Years", "Payers", "Assumptions"], "a run has no winners");
}

/// The number of a text as the report prints it: signs, separators, units and currency go.
fn printed(text: &str) -> f64 {
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let number: f64 = digits.trim_end_matches('.').parse().unwrap_or_else(|_| panic!("{text}"));
    if text.contains('−') { -number } else { number }
}

/// Every number of the sheet of years is the one of `comparison.csv`, rounded as it is printed, and a row adds up.
#[test]
fn figures_are_those_of_the_comparison_as_printed() {
    let compared = Compared::new("figures", &[]);
    let dir = &compared.0;
    let bytes = written(dir);
    let book = by_head(&sheet(&bytes, "Years"));
    let wanted: Vec<_> = rows(dir, "comparison.csv")
        .into_iter()
        .filter(|row| row["group"] == "all" && row["period"].starts_with("year:"))
        .collect();
    assert!(!wanted.is_empty() && book.len() == wanted.len(), "{} rows of {}", book.len(), wanted.len());
    for row in wanted {
        let year = 2026 + row["period"]["year:".len()..].parse::<i32>().expect("a year");
        let plan = if row["variant"] == "proactive" { "Proactive" } else { "Proactive, same euros" };
        let is_it = |cells: &&BTreeMap<String, Data>| {
            cells["Key in files"] == Data::String(row["indicator"].clone())
                && cells["Year"] == Data::Float(f64::from(year))
                && cells["Plan"] == Data::String(plan.to_owned())
        };
        let cells = book.iter().find(is_it).unwrap_or_else(|| panic!("{row:?}"));
        let number = |column: &str| row[column].parse::<f64>().expect("a number");
        let measure = Measure::of(&row["indicator"], &row["unit"]);
        let scale = if measure == Measure::Share { 100.0 } else { 1.0 };
        let [low, high] = ["p05", "p95"].map(number);
        let [base, plan, change] = measure.beside(Lang::En, number("base_value"), number("difference"), &[low, high]);
        let mut told = vec![("Reactive", base), ("With the plan", plan), ("Difference", change)];
        let in_row = |x: f64| measure.difference_in(Lang::En, x, &[low, high, number("difference")]);
        told.extend([("Low", in_row(low)), ("High", in_row(high))]);
        for (head, text) in told {
            let Data::Float(value) = cells[head] else { panic!("{head} is no number: {cells:?}") };
            assert!((value * scale - printed(&text)).abs() < 1e-9, "{head} of {}: {value}, {text}", row["indicator"]);
        }
        let [b, p, d] = ["Reactive", "With the plan", "Difference"].map(|h| match cells[h] {
            Data::Float(value) => value,
            _ => f64::NAN,
        });
        assert!((p - b - d).abs() < 1e-6, "{p} less {b} is {d}");
        assert!(matches!(&cells["Verdict"], Data::String(word) if word.contains(' ')), "a shape and a word");
    }
}

/// A text that a spreadsheet could take for a formula or for an address is a text.
#[test]
fn text_stays_text() {
    for title in ["=1+1", "+1", "-1", "@SUM(1)", "=HYPERLINK(\"http://x\")", "http://example.org", "_x0041_", "\u{1}x"]
    {
        let mut data = invented();
        data.scenarios[1].title = title.to_owned();
        let bytes = workbook(&data, Lang::En).expect("it is packed");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.as_slice())).expect("it is a workbook");
        for name in book.sheet_names() {
            let formulas = book.worksheet_formula(&name).expect("a sheet");
            assert!(formulas.used_cells().all(|(_, _, formula)| formula.is_empty()), "{name}: {title}");
        }
        let plans = by_head(&sheet(&bytes, "Key figures"));
        let short = title.split_once(':').map_or(title, |(short, _)| short).trim();
        assert!(
            plans.iter().all(|row| row["Plan"] == Data::String(short.to_owned())),
            "{title}: {:?}",
            plans[0]["Plan"]
        );
    }
    // Longer than a cell takes.
    let mut data = invented();
    data.scenarios[1].title = "x".repeat(40_000);
    assert!(workbook(&data, Lang::En).is_ok());
}

/// What stands beside the figures in the report stands in the workbook: closure, caveats, samples, version.
#[test]
fn the_first_sheet_says_under_what_it_stands() {
    let mut data = invented();
    let variant = data.comparisons[0].variant.clone();
    data.caveats.push((variant, kantel::report::Caveat::FewResidents(120)));
    for (lang, closure, small) in [
        (Lang::En, "Both scenarios have the same team hours.", "Too small"),
        (Lang::Nl, "Beide plannen hebben evenveel uren", "Te klein"),
    ] {
        let bytes = workbook(&data, lang).expect("it is packed");
        let (_, first) = sheets(&bytes).into_iter().next().expect("a sheet");
        let text: String = first.used_cells().map(|(_, _, cell)| cell.to_string() + "\n").collect();
        for told in [closure, small, "kantel 0.1.0", "report.html", "comparison.csv"] {
            assert!(text.contains(told), "{lang:?}: {told}\n{text}");
        }
        let samples = first.used_cells().any(|(_, _, cell)| *cell == Data::Float(f64::from(data.provenance.samples)));
        assert!(samples, "{lang:?}: the number of samples is a number");
    }
}

#[test]
fn sources_are_links() {
    let data =
        ReportData { parameters: kantel::parameters::PARAMETERS.iter().map(|p| p.default).collect(), ..invented() };
    let book = by_head(&sheet(&workbook(&data, Lang::En).expect("it is packed"), "Assumptions"));
    let sourced = book.iter().find(|row| row["Key in files"] == Data::String("volunteer.share".into())).expect("a row");
    assert!(matches!(&sourced["Link"], Data::String(url) if url.starts_with("https://www.cbs.nl/")), "{sourced:?}");
    assert_eq!(sourced["Middle"], Data::Float(0.44));
    assert_eq!(sourced["Kind"], Data::String("sourced".into()));
}

fn written(dir: &Path) -> Vec<u8> {
    fs::read(dir.join("results.xlsx")).expect("it is written")
}

/// Whatever the threads and the time, and made again from the folder; in Dutch and back.
#[test]
fn the_same_result_gives_the_same_bytes() {
    let [one, two] = ["1", "2"].map(|threads| Compared::new(&format!("threads-{threads}"), &["--threads", threads]));
    let bytes = written(&one.0);
    assert!(bytes == written(&two.0), "one thread or two");
    let again = |lang| {
        report(&ReportArgs { dir: one.0.clone(), lang: Some(lang), csv: None, margins: Vec::new() })
            .expect("it is rendered");
        let manifest = fs::read_to_string(one.0.join("manifest.json")).expect("a manifest");
        assert!(manifest.contains("\"results.xlsx\""), "the manifest lists it");
        written(&one.0)
    };
    let dutch = again(Language::Nl);
    assert_eq!(names(&dutch)[1], "Kerncijfers", "kantel report renews it");
    assert!(again(Language::En) == bytes, "and back");
}
