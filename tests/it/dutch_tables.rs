//! `--csv nl`: the tables as a spreadsheet with Dutch settings takes them, equal to the plain ones as far as they are
//! rounded; and the plain ones as they were.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use kantel::cli::args::{CsvForm, ReportArgs};
use kantel::cli::report::report;
use kantel::report::folder::{DUTCH, FILES, read};
use kantel::report::wording::Measure;

use crate::workbook::{Compared, rows};

/// The rows of a Dutch table by head.
fn dutch(dir: &Path, name: &str) -> Vec<BTreeMap<String, String>> {
    let text = fs::read_to_string(dir.join(DUTCH).join(name)).expect("it is written");
    let text = text.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let mut table = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    table.deserialize().map(|row| row.expect("a row of as many fields")).collect()
}

/// A number with a decimal comma; no point stands in it that could be one for thousands.
fn number(text: &str) -> f64 {
    assert!(!text.contains(['.', 'e', 'E']), "{text}");
    text.replace(',', ".").parse().unwrap_or_else(|_| panic!("{text}"))
}

fn tables(dir: &Path) -> BTreeMap<&'static str, Vec<u8>> {
    FILES.iter().filter_map(|file| Some((file.name, fs::read(dir.join(file.name)).ok()?))).collect()
}

#[test]
fn plain_tables_stay_as_they_are_and_dutch_ones_come_beside_them() {
    let [plain, both] = [Compared::new("csv-plain", &[]), Compared::new("csv-both", &["--csv", "nl"])];
    assert!(tables(&plain.0) == tables(&both.0), "programs read these");
    assert!(!plain.0.join(DUTCH).exists(), "nobody asked");
    let manifest = read(&both.0).expect("a result").manifest;
    for name in tables(&both.0).into_keys() {
        let path = format!("{DUTCH}/{name}");
        let bytes = fs::read(both.0.join(&path)).expect("every table");
        assert!(bytes.starts_with(b"\xEF\xBB\xBF") && bytes.ends_with(b"\r\n"), "{path}");
        assert!(manifest.outputs.contains_key(&path), "{path} is listed");
        assert_eq!(dutch(&both.0, name).len(), rows(&both.0, name).len(), "{name}");
    }
    // Asked for later, they are the same.
    let args = ReportArgs { dir: plain.0.clone(), lang: None, csv: Some(CsvForm::Nl), margins: Vec::new() };
    report(&args).expect("it is rendered");
    assert!(tables(&plain.0.join(DUTCH)) == tables(&both.0.join(DUTCH)), "kantel report makes them too");
    assert!(read(&plain.0).expect("a result").manifest.outputs.contains_key("csv-nl/yearly.csv"));
}

#[test]
fn a_dutch_table_is_the_plain_one_rounded() {
    let compared = Compared::new("csv-rounded", &["--csv", "nl"]);
    let dir = &compared.0;
    for (plain, dutch) in rows(dir, "comparison.csv").iter().zip(dutch(dir, "comparison.csv")) {
        assert_eq!(plain["indicator"], dutch["sleutel"]);
        let exact = |column: &str| plain[column].parse::<f64>().expect("a number");
        let measure = Measure::of(&plain["indicator"], &plain["unit"]);
        let row = ["p05", "p95", "difference"].map(exact);
        let [base, variant, change] = measure.rounded_beside(exact("base_value"), exact("difference"), &row[..2]);
        for (head, rounded) in [("in de basis", base), ("met het plan", variant), ("verschil", change)] {
            assert!((number(&dutch[head]) - rounded.value).abs() < 1e-9, "{head}: {dutch:?}");
        }
        for (head, column) in [("laag", "p05"), ("hoog", "p95"), ("middelste wereld", "median")] {
            let rounded = measure.rounded_in(exact(column), &row).value;
            assert!((number(&dutch[head]) - rounded).abs() < 1e-9, "{head}: {dutch:?}");
        }
    }
    for (plain, dutch) in rows(dir, "yearly.csv").iter().zip(dutch(dir, "yearly.csv")) {
        assert_eq!((&plain["scenario"], &plain["year"]), (&dutch["scenario"], &dutch["jaar"]));
        match plain["value"].parse::<f64>() {
            Ok(value) => {
                let rounded = Measure::of(&plain["indicator"], &plain["unit"]).rounded_in(value, &[]).value;
                assert!((number(&dutch["waarde"]) - rounded).abs() < 1e-9, "{dutch:?}");
            }
            Err(_) => assert_eq!(dutch["waarde"], "", "what is missing stays empty"),
        }
    }
    // What nobody knows how to round keeps what it takes.
    for (plain, dutch) in rows(dir, "samples.csv").iter().zip(dutch(dir, "samples.csv")) {
        let (exact, rounded) = (plain["value"].parse::<f64>().expect("a number"), number(&dutch["waarde"]));
        let half = match exact.abs() {
            ..0.1 => 0.000_005,
            0.1..100.0 => 0.005,
            _ => 0.5,
        };
        assert!((exact - rounded).abs() <= half + 1e-9, "{plain:?} {dutch:?}");
    }
}

#[test]
fn people_read_dutch_words() {
    let compared = Compared::new("csv-words", &["--csv", "nl"]);
    let row = dutch(&compared.0, "comparison.csv").remove(0);
    assert_eq!((row["oordeel"].as_str(), row["periode"].as_str()), ("Onbeslist: reken meer", "jaar 1"));
    assert_eq!((row["eenheid"].as_str(), row["groep"].as_str()), ("euro", "iedereen"));
    assert!(row["cijfer"].starts_with("Kosten"), "{row:?}");
}
