//! A municipality's own figures: read from a scenario, a file laid over all or a sheet, and shown beside the model's.

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use kantel::plan::OwnFigure;
use kantel::report::wording::Lang;
use kantel::report::{ReportData, render};
use kantel::scenario::{OWN_NAMES, Overrides, load, load_text, own_names};

use crate::invented::invented;
use crate::program::program;
use crate::report::between;

/// A folder of its own for a test, removed at the end.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("kantel-own-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).expect("a file");
    }

    fn kantel(&self, arguments: &[&str]) -> Output {
        let mut command = program();
        command.current_dir(&self.0).args(arguments).output().expect("the program starts")
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn own(text: &str) -> Vec<OwnFigure> {
    let text = format!("schema_version = 1\nbase = \"builtin:reactive\"\n[own]\n{text}");
    let loaded = load_text("mine", &text, &Overrides::default()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let again = load_text("mine", &loaded.merged, &Overrides::default()).unwrap_or_else(|p| panic!("{p:#?}"));
    assert_eq!(again.scenario, loaded.scenario, "{}", loaded.merged);
    loaded.scenario.own
}

#[test]
fn figures_are_read_with_what_holds_for_all_of_them() {
    let text = "year = 2024\nresidents = 35000\nsource = \"Jaarverslag\"\nwmo_clients = 2400\n\
                team_wait_weeks = { value = 6, low = 4, high = 9, year = 2025, source = \"Team\" }\n\
                euros.youth = { value = 9e6, tolerance = 0.05 }\n";
    let figures = own(text);
    let told: Vec<(&str, f64, Option<i32>, &str)> =
        figures.iter().map(|f| (f.indicator.as_str(), f.value, f.year, f.source.as_str())).collect();
    assert_eq!(
        told,
        [
            ("euros.youth", 9e6, Some(2024), "Jaarverslag"),
            ("persons.wmo", 2400.0, Some(2024), "Jaarverslag"),
            ("team.wait_weeks", 6.0, Some(2025), "Team"),
        ]
    );
    assert!(figures.iter().all(|f| f.residents == Some(35_000)));
    assert_eq!((figures[0].tolerance, figures[2].range), (Some(0.05), Some((4.0, 9.0))));
    assert!(figures[0].is_count() && figures[1].is_count() && !figures[2].is_count());
}

#[test]
fn every_name_is_an_indicator_of_every_result_and_can_be_stated() {
    for (name, indicator) in OWN_NAMES {
        let figure = &own(&format!("{name} = 1\n"))[0];
        assert_eq!((figure.name.as_str(), figure.indicator.as_str()), (name, indicator));
        let is_written = kantel::observation::catalogue::position(indicator, "all")
            .is_some_and(|i| kantel::observation::catalogue::series()[i].default);
        assert!(is_written, "{indicator} stands in no result");
    }
    assert!(own_names().len() > 60, "{}", own_names().len());
    for name in own_names() {
        assert_eq!(own(&format!("{name} = 1\n")).len(), 1, "{name}");
    }
}

#[test]
fn mistakes_are_told_all_at_once_with_place_and_what_was_meant() {
    let text = "schema_version = 1\nbase = \"builtin:reactive\"\n[own]\nwmo_client = 5\nteam_cases = -1\n\
                team_open_cases = { low = 1, high = 2 }\nteam_waiting = { value = 1, low = 0 }\n\
                persons.wmo = 4\nwmo_clients = 3\nyouth_clients = { value = 5, low = 1, high = 4 }\n\
                file = \"../own.csv\"\n\
                euros.wmo = { value = 1, low = 0, high = 2, tolerance = 0.1 }\n";
    let problems = load_text("mine", text, &Overrides::default()).expect_err("it is wrong");
    let told: Vec<(Option<usize>, &str)> = problems.iter().map(|p| (p.line, &*p.message.en)).collect();
    assert_eq!(
        told,
        [
            (Some(4), "no such key"),
            (Some(5), "too low"),
            (Some(6), "has no value"),
            (Some(7), "low and high belong together"),
            (Some(9), "persons.wmo stands here under two names"),
            (Some(10), "lies outside its own range"),
            (Some(11), "leads out of the scenario's folder"),
            (Some(12), "says twice how far it may be off"),
        ]
    );
    assert!(problems[0].help.en.contains("wmo_clients"), "{:?}", problems[0]);
    assert!(problems.iter().all(|p| !p.allowed.is_empty() || !p.help.is_empty()), "{problems:#?}");
}

/// Later layers replace figure by figure; a sheet is read where it lies, wherever the program was started.
#[test]
fn a_file_laid_over_all_brings_a_sheet_along() {
    let place = Place::new("sheet");
    fs::create_dir(place.0.join("below")).expect("a folder");
    place.write("below/own.csv", "figure;value;year\nwmo_clients;2.400\nteam_cases;310,5;2024\n");
    place.write("below/known.toml", "schema_version = 1\n[own]\nfile = \"own.csv\"\nyouth_clients = 900\n");
    let output = place.kantel(&["check", "below/known.toml"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(2) && told.contains("own.csv:2:13"), "{told}");
    assert!(told.contains("did you mean '2400'?"), "{told}");
    place.write("below/own.csv", "figure;value;year\nwmo_clients;2400\nteam_cases;310,5;2024\nyouth_clients;1\n");
    let with = vec![place.0.join("below/known.toml").to_string_lossy().into_owned()];
    let loaded = load("proactive", &Overrides { with, ..Overrides::default() }).expect("it is right");
    let told: Vec<(&str, f64)> = loaded.scenario.own.iter().map(|f| (f.indicator.as_str(), f.value)).collect();
    assert_eq!(told, [("persons.wmo", 2400.0), ("persons.youth_help", 900.0), ("team.cases", 310.5)]);
    assert!(loaded.sources.iter().any(|source| source.name.ends_with("own.csv")), "it is an input of the result");
}

/// Own figures change no result, stand in the folder, and come back into a report that is made again.
#[test]
fn own_figures_stand_in_the_folder_and_change_no_result() {
    let place = Place::new("folder");
    place.write("known.toml", "schema_version = 1\n[own]\nwmo_clients = { value = 2400, source = \"Jaarverslag\" }\n");
    let run = |out: &str, more: &[&str]| {
        let start = ["run", "--residents", "500", "--years", "2", "--samples", "2", "--quiet", "--out", out];
        let output = place.kantel(&[&start[..], more].concat());
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        fs::read(place.0.join(out).join("yearly.csv")).expect("a table")
    };
    assert_eq!(run("plain", &[]), run("own", &["--with", "known.toml"]));
    let report = || fs::read_to_string(place.0.join("own/report.html")).expect("a report");
    let first = report();
    assert!(first.contains("your own figure: Jaarverslag"));
    assert!(!first.contains("Your own figures can stand here too"));
    assert_eq!(place.kantel(&["report", "own"]).status.code(), Some(0));
    assert_eq!(report(), first);
}

fn check(data: &ReportData, lang: Lang) -> String {
    crate::report::text(between(&render(data, lang).html, "local-check", "over-time"))
}

fn figure(indicator: &str, value: f64) -> OwnFigure {
    OwnFigure {
        name: indicator.to_owned(),
        indicator: indicator.to_owned(),
        value,
        range: None,
        tolerance: None,
        residents: None,
        year: Some(2024),
        source: String::new(),
    }
}

#[test]
fn own_figures_take_the_place_of_national_ones_and_misses_come_first() {
    let mut data = invented();
    let national = check(&data, Lang::En);
    assert!(national.contains("Your own figures can stand here too"), "{national}");
    assert!(!national.contains("Utrecht"), "what is known of Utrecht says nothing of Voorbeeldstad: {national}");
    let carers = data.summary("reactive", "carers", "all", 0).and_then(|s| s.level.mean).expect("a level");
    data.own = vec![figure("carers", carers), figure("euros.municipality", 1e6)];
    for lang in [Lang::En, Lang::Nl] {
        let own = check(&data, lang);
        let at = |name: &str| own.find(&format!("\n{name} |")).unwrap_or_else(|| panic!("{name}: {own}"));
        let [euros, carers] = match lang {
            Lang::En => ["Cost to the municipality", "Carers"],
            Lang::Nl => ["Kosten voor de gemeente", "Mantelzorgers"],
        };
        assert!(at(euros) < at(carers), "{own}");
        assert!(own.contains("2024; ±10"), "{own}");
    }
    assert!(!check(&data, Lang::En).contains("CBS 2022, national"), "carers are known better");
}

/// Own figures are those of the whole district, however many residents are simulated.
#[test]
fn counts_are_converted_to_the_residents_that_were_counted() {
    let mut data = invented();
    let value = data.summary("reactive", "carers", "all", 0).and_then(|s| s.level.mean).expect("a level");
    data.district.published_residents = 4 * data.district.residents;
    data.own = vec![figure("carers", 4.0 * value)];
    let own = check(&data, Lang::En);
    let row = |own: &str| own.lines().find(|l| l.starts_with("Carers |")).map(str::to_owned).expect("a row");
    assert!(row(&own).ends_with("✓ fits") && own.contains("converted to"), "{own}");
    data.own[0].residents = Some(data.district.residents);
    let own = check(&data, Lang::En);
    assert!(row(&own).ends_with("✗ does not fit") && !own.contains("converted to"), "{own}");
}
