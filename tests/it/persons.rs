//! What is told of persons and households: that it agrees with the series, changes nothing, and how it is written.

use std::borrow::Cow;

use kantel::cancel::Cancel;
use kantel::experiment::{MEASURES, Model as _, Simulator};
use kantel::observation::{Cell, Trajectory, catalogue};
use kantel::plan::Scenario;

use crate::program::Folder;
use crate::small::builtin;

const YEARS: u32 = 4;

fn run(watched: bool) -> Trajectory {
    let mut scenario: Scenario = builtin("proactive", 3_000, YEARS);
    scenario.output.persons = watched;
    let start = Simulator.start(&scenario, 0, 0, &Cancel::new()).expect("nobody stops it");
    Simulator.run(Cow::Owned(start), 0, &scenario, 0, 0, &Cancel::new()).expect("nobody stops it")
}

fn place(key: &str, group: &str) -> usize {
    MEASURES.iter().position(|measure| (measure.key, measure.group.as_str()) == (key, group)).expect("a measure")
}

/// Persons by law are the distinct persons that the model counts, and the euros of all households are those that are
/// paid for services to a thousandth: a queue takes in who leaves it when it is replayed. Watching changes nothing.
#[test]
fn what_is_watched_agrees_with_the_series() {
    let (run, unwatched) = (run(true), run(false));
    assert_eq!((&run.years, &run.before), (&unwatched.years, &unwatched.before));
    assert!(unwatched.persons.is_empty());
    assert_eq!(run.persons.len(), YEARS as usize + 1);
    for (year, (cells, persons)) in run.years.iter().zip(&run.persons).enumerate() {
        let series = |key: &str| cells[catalogue::position(key, "all").expect("a series")];
        let told = |key: &str, group: &str| persons[place(key, group)];
        assert_eq!(told("persons.law", "law:wmo").num, series("persons.wmo").num, "Wmo, year {year}");
        assert_eq!(told("persons.law", "law:jeugdwet").num, series("persons.youth_help").num, "youth, year {year}");
        let paid = series("euros.second_line").num + series("euros.help_at_home").num;
        let off = (told("euros.mean", "all").num - paid).abs();
        assert!(off * 1_000 < paid, "year {year}: {off} of {paid}");
        // Whoever has something is in one combination, and in one count of products.
        let sum = |key: &str| -> i64 {
            let of = MEASURES.iter().zip(persons).filter(|(measure, _)| measure.key == key);
            of.map(|(_, cell)| cell.num).sum()
        };
        assert_eq!(sum("persons.laws"), sum("persons.products"));
        assert!(sum("persons.laws") <= sum("persons.law") && sum("persons.laws") > 100);
        let share = |key: &str, group: &str| told(key, group).value().expect("it has a value");
        let (one, ten) = (share("euros.top", "households:1"), share("euros.top", "households:10"));
        assert!(0.01 < one && one < ten && ten <= 1.0, "{one} {ten}");
        assert!(share("euros.lowest", "households:90") <= 1.0 - ten + 0.01);
        assert!((0.5..1.0).contains(&share("euros.gini", "all")));
        assert!(share("use", "age:65+ income:low") > share("use", "age:23-64 income:high"));
    }
}

/// Over the horizon: users by their runs add up, fewer are users later, more are back later; medians lie between
/// quartiles.
#[test]
fn what_is_told_of_years_hangs_together() {
    let run = run(true);
    let whole = run.persons.last().expect("the horizon");
    let offset = run.persons[0].len();
    let told = |key: &str, group: &str| -> Cell { whole[place(key, group) - offset] };
    let value = |key: &str, group: &str| told(key, group).value().expect("it has a value");
    let runs = ["1", "2", "3", "4", "5+"].map(|years| value("panel.run", &format!("any years:{years}")));
    assert!((runs.iter().sum::<f64>() - 1.0).abs() < 1e-12 && runs.iter().all(|share| *share > 0.0), "{runs:?}");
    let still = ["1", "2", "3"].map(|after| value("panel.still", &format!("any after:{after}")));
    assert!(still[0] > still[2] && still[0] > 0.3, "{still:?}");
    let back = ["1", "2", "3"].map(|within| value("panel.returned", &format!("any within:{within}")));
    assert!(back[0] > 0.0 && back[2] < 1.0, "{back:?}");
    let waited = |quantile: &str| value("weeks.waited", &format!("domestic_help {quantile}"));
    assert!(0.0 < waited("p25") && waited("p25") <= waited("p50") && waited("p50") <= waited("p90"));
    let ended = value("weeks.ended", "team_case p50");
    assert!((1.0..200.0).contains(&ended), "{ended}");
}

/// The file is written where it is asked for, the same whatever the threads, and read back for the report, which has
/// its part of it in both languages.
#[test]
fn the_table_is_written_on_request_and_shown_in_the_report() {
    let folder = Folder::new("persons");
    let kantel = |arguments: &[&str]| {
        let output = folder.kantel(arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    let read = |name: &str| folder.read(name);
    let small =
        ["--residents", "800", "--years", "2", "--samples", "2", "--replicates", "1", "--quiet", "--lang", "en"];
    let arms = ["compare", "reactive", "proactive", "--no-lives", "--loops", "2"];
    let compare = |out: &str, more: &[&str]| kantel(&[&arms[..], &small, &["--out", out], more].concat());
    compare("one", &["--persons", "--threads", "1"]);
    compare("two", &["--set", "output.persons=true", "--threads", "2", "--csv", "nl"]);
    compare("without", &[]);
    assert_eq!(read("one/persons.csv"), read("two/persons.csv"));
    assert!(!folder.0.join("without/persons.csv").exists());
    assert_eq!(read("one/yearly.csv"), read("without/yearly.csv"));
    assert!(read("one/DATA_DICTIONARY.md").contains("### `persons.csv`"));
    assert!(read("one/manifest.json").contains("\"persons.csv\""));
    assert!(read("two/csv-nl/persons.csv").contains("verschil, middelste wereld"));
    let table = read("one/persons.csv");
    let rows: Vec<&str> = table.lines().filter(|line| line.contains(",euros.gini,all,horizon,share,")).collect();
    assert_eq!(rows.len(), 2, "{table}");
    assert!(rows[0].ends_with(",,,,") && !rows[1].ends_with(",,,,"), "{rows:?}");
    let report = read("one/report.html");
    assert!(report.contains("id=\"persons\"") && report.contains("id=\"figure-concentration\""));
    assert!(folder.0.join("one/figures/concentration.svg").exists());
    kantel(&["report", "one", "--lang", "en"]);
    assert_eq!(read("one/report.html"), report);
    kantel(&["report", "one", "--lang", "nl"]);
    assert!(read("one/report.html").contains("Wie gebruikt wat"));
    assert!(!read("without/report.html").contains("id=\"persons\""));
    kantel(&[&["run", "reactive"][..], &small, &["--persons", "--out", "single"]].concat());
    assert!(read("single/persons.csv").contains(",panel.returned,any within:1,"));
}
