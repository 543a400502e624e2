//! Microdata: what stands in its tables is what the yearly tables count, and the same thing has the same key in every
//! scenario.

use std::collections::{BTreeMap, BTreeSet};

use crate::program::Folder;
use crate::store::said;

const PAGE: &str = "docs/microdata.md";

type Row = BTreeMap<String, String>;

/// A comparison of a small district that keeps every series.
fn compared(name: &str) -> Folder {
    let folder = Folder::new(name);
    let base = "schema_version = 1\nbase = \"builtin:reactive\"\n\n[output]\nall_series = true\n";
    std::fs::write(folder.0.join("usual.toml"), base).expect("a file");
    let size = ["--residents", "1500", "--years", "3", "--samples", "2", "--replicates", "2", "--seed", "7"];
    let asked = ["compare", "usual.toml", "proactive", "--loops", "0", "--quiet", "--out", "result"];
    let output = folder.kantel(&[&asked[..], &size].concat());
    assert!(output.status.success(), "{}", said(&output));
    folder
}

fn rows_of(text: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads: Vec<String> = reader.headers().expect("heads").iter().map(str::to_owned).collect();
    let row = |record: csv::StringRecord| heads.iter().cloned().zip(record.iter().map(str::to_owned)).collect();
    reader.records().map(|record| row(record.expect("a row"))).collect()
}

fn table(folder: &Folder, table: &str, more: &[&str]) -> Vec<Row> {
    let output = folder.kantel(&[&["microdata", table, "result", "--sample", "1", "--quiet"], more].concat());
    assert!(output.status.success(), "{}", said(&output));
    rows_of(&said(&output))
}

/// Rows by scenario, replicate and a year.
fn counted(rows: &[Row], year: &str, is: impl Fn(&Row) -> bool) -> BTreeMap<[String; 3], f64> {
    let mut counts = BTreeMap::new();
    for row in rows.iter().filter(|row| !row[year].is_empty() && is(row)) {
        let key = ["scenario", "replicate", year].map(|column| row[column].clone());
        *counts.entry(key).or_insert(0.0) += 1.0;
    }
    counts
}

/// What yearly.csv says of an indicator of sample 1.
fn yearly(rows: &[Row], indicator: &str) -> BTreeMap<[String; 3], f64> {
    let is = |row: &&Row| row["indicator"] == indicator && row["group"] == "all" && row["sample"] == "1";
    let cell = |row: &Row| {
        let key = ["scenario", "replicate", "year"].map(|column| row[column].clone());
        (key, row["value"].parse::<f64>().expect("a number"))
    };
    rows.iter().filter(is).map(cell).filter(|(_, value)| *value != 0.0).collect()
}

#[test]
fn what_is_counted_in_a_year_stands_there_row_by_row() {
    let folder = compared("microdata");
    let whole = rows_of(&folder.read("result/yearly.csv"));
    let [cases, episodes, entitlements, visits] =
        ["cases", "episodes", "entitlements", "visits"].map(|name| table(&folder, name, &[]));
    let waiting = [&cases[..], &entitlements[..]].concat();
    let ended = |row: &Row, end: &str| row["end"] == end;
    for (indicator, counts) in [
        ("team.cases", counted(&cases, "year_started", |_| true)),
        // Who comes to live here may bring a service, which nobody has asked for here.
        ("contract.began", counted(&entitlements, "year_started", |row| !row["door"].is_empty())),
        ("recoveries", counted(&episodes, "year_ended", |row| ended(row, "ended"))),
        ("gate.refusals", counted(&entitlements, "year_ended", |row| ended(row, "refused"))),
        ("visits", counted(&visits, "year", |_| true)),
        ("visits.reached", counted(&visits, "year", |row| row["opened"] == "yes")),
    ] {
        let said = yearly(&whole, indicator);
        assert!(said.values().sum::<f64>() > 10.0, "{indicator}: {said:?}");
        assert_eq!(counts, said, "{indicator}");
    }
    // Who leaves a line because they need it no more is counted with those who gave up.
    let gave_up = counted(&waiting, "year_ended", |row| ended(row, "gave_up"));
    let left = yearly(&whole, "waiting.left");
    assert!(gave_up.len() == 12 && gave_up.iter().all(|(key, count)| *count <= left[key]), "{gave_up:?} {left:?}");
    // Every row has its own key, and what is open has no end.
    for rows in [&cases, &episodes, &entitlements, &visits] {
        let keys: BTreeSet<[&str; 3]> =
            rows.iter().map(|row| ["scenario", "replicate", "key"].map(|column| row[column].as_str())).collect();
        assert_eq!(keys.len(), rows.len());
    }
    for row in cases.iter().chain(&episodes).chain(&entitlements) {
        let is_open = ["open", "asked", "waiting", "helped"].contains(&row["end"].as_str());
        assert_eq!(is_open, row["ended_week"].is_empty(), "{row:?}");
    }
}

/// Needs do not ask which policy there is: most are there in both scenarios, under the same key, with the same person
/// and beginning.
#[test]
fn the_same_thing_has_the_same_key_in_every_scenario() {
    let folder = compared("microdata-keys");
    let rows = table(&folder, "episodes", &["--replicate", "0"]);
    let of = |scenario: &str| -> BTreeMap<String, &Row> {
        rows.iter().filter(|row| row["scenario"] == scenario).map(|row| (row["key"].clone(), row)).collect()
    };
    let (ours, theirs) = (of("usual"), of("proactive"));
    let both: Vec<&String> = ours.keys().filter(|key| theirs.contains_key(*key)).collect();
    assert!(both.len() * 10 > ours.len() * 8 && ours.len() > 100, "{} of {}", both.len(), ours.len());
    for key in both {
        for column in ["household", "resident", "age", "domain", "severity_first", "began_week"] {
            assert_eq!(ours[key][column], theirs[key][column], "{column} of {key}");
        }
    }
    let one = table(&folder, "episodes", &["--replicate", "0", "--scenario", "proactive", "--threads", "1"]);
    assert_eq!(one, rows.iter().filter(|row| row["scenario"] == "proactive").cloned().collect::<Vec<_>>());
}

#[test]
fn what_is_not_in_a_result_is_told_at_once() {
    let folder = compared("microdata-not");
    let asked = ["microdata", "visits", "result", "--scenario", "proactiv", "--sample", "9", "--replicate", "2"];
    let output = folder.kantel(&[&asked[..], &["--lang", "en"]].concat());
    let told = said(&output);
    assert_eq!(output.status.code(), Some(2), "{told}");
    for line in [
        "--scenario: is not in this result (proactiv; allowed: one of usual, proactive; did you mean 'proactive'?)",
        "--sample: is not in this result (9; allowed: 0 to 1)",
        "--replicate: is not in this result (2; allowed: 0 to 1)",
    ] {
        assert!(told.contains(line), "{line} in {told}");
    }
}

/// The page lists every column; `UPDATE_DOCS=1 cargo test microdata` writes it.
#[test]
fn the_page_lists_every_column() {
    use std::fmt::Write as _;

    let mut page = "# Microdata\n\nMade by `UPDATE_DOCS=1 cargo test microdata`.\n\n`kantel microdata TABLE DIR` runs \
                    courses of a result folder again, watches them, and prints a table (csv): a\nrow for each thing \
                    that ended between week 0 and the horizon, or is open at it. `--sample`, `--replicate` and\n\
                    `--scenario` say of which courses. Keys are pure functions of the draws: what is the same in two \
                    scenarios has the\nsame key in both. Weeks count from week 0, with parts of a week. In Python: \
                    `experiment.microdata(\"cases\")`.\n\nWhat is counted in a year stands there row by row: cases by \
                    `year_started` are `team.cases` of `yearly.csv`, needs that\n`ended` are `recoveries`, \
                    entitlements `refused` are `gate.refusals`. `waiting.left`\ncounts those who gave up \
                    waiting, and those in a line who needed it no more (`withdrawn`).\n"
        .to_owned();
    for table in kantel::experiment::Table::ALL {
        let _ = write!(page, "\n## {}\n\n| column | unit | what | wat |\n|---|---|---|---|\n", table.key());
        for column in table.columns() {
            let unit = if column.unit.is_empty() { "-" } else { column.unit };
            let _ = writeln!(page, "| `{}` | {unit} | {} | {} |", column.key, column.what.english, column.what.dutch);
        }
    }
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &page).expect("the page can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(page == kept, "make {PAGE} anew with\n\n    UPDATE_DOCS=1 cargo test microdata\n");
}
