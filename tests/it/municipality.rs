//! The districts of a municipality beside each other in a comparison.

use std::convert::Infallible;
use std::path::Path;
use std::process::{Command, Output};

use kantel::cancel::Cancel;
use kantel::diagnostics::Diagnostic;
use kantel::experiment::{DISTRICT_FIGURES, Difference, Simulator};
use kantel::levers::position;
use kantel::observation::{Cell, Kind, Trajectory, catalogue};
use kantel::plan::{Closure, Scenario, close};
use kantel::report::folder::read;
use kantel::report::wording::Lang;
use kantel::report::{ReportData, render};
use kantel::scenario::{Overrides, load, load_all, load_text, write_merged};
use kantel::simulation::{Simulation, Site, Unobserved};
use kantel::study::{Note, Options, Study};
use kantel::units::Week;

const WIJKEN: [&str; 3] = ["WK034401", "WK034403", "WK034407"];

fn size(beside: &[&str], residents: u32) -> Overrides {
    Overrides {
        beside: beside.iter().map(|name| (*name).to_owned()).collect(),
        residents: Some(residents),
        years: Some(2),
        samples: Some(2),
        replicates: Some(1),
        ..Overrides::default()
    }
}

fn study(beside: &[&str], residents: u32) -> Study {
    loaded(&size(beside, residents), 1)
}

fn loaded(overrides: &Overrides, threads: usize) -> Study {
    let options = Options { threads, ..Options::default() };
    Study::load(&["reactive", "proactive"], overrides, &options).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn ran(mut study: Study) -> (Study, Vec<Trajectory>) {
    let mut all = Vec::new();
    let mut keep = |trajectory: &Trajectory, _: &Study| {
        all.push(trajectory.clone());
        Ok::<(), Infallible>(())
    };
    study.run(&Simulator, &mut keep, &Cancel::new(), &()).expect("nothing stops it");
    (study, all)
}

/// Everything that a study says, as text.
fn said(study: &Study) -> String {
    let data = study.read();
    let pages = [Lang::En, Lang::Nl].map(|lang| render(&data, lang).html).concat();
    format!("{pages}\n{:?}\n{:?}\n{:?}\n{:?}", study.texts(), study.notes(), study.compare(1), data.districts)
}

fn problems(beside: &[&str]) -> Vec<Diagnostic> {
    load("reactive", &size(beside, 2_000)).expect_err("cannot be")
}

fn notes(study: &Study) -> String {
    study.notes().iter().map(|note| note.said().en.into_owned() + "\n").collect()
}

#[test]
fn a_municipality_is_simulated_as_its_wijken_and_is_their_sum() {
    let (study, trajectories) = ran(study(&["Utrecht"], 3_000));
    let base = study.plan().base();
    assert_eq!(
        (base.district.code.as_str(), base.district.name.as_str(), base.residents),
        ("GM0344", "Utrecht", 3_000)
    );
    assert_eq!((base.parts.len(), base.parts.iter().map(|p| p.residents).sum::<u32>()), (10, 3_000));
    assert_eq!(trajectories.len(), 4);
    let told: Vec<usize> = (0..catalogue::series().len())
        .filter(|&i| catalogue::series()[i].group == "all")
        .filter(|&i| DISTRICT_FIGURES.iter().any(|f| f.0 == catalogue::series()[i].indicator))
        .collect();
    let mut flows = 0;
    for trajectory in &trajectories {
        assert_eq!(trajectory.districts.len(), 10);
        for (year, cells) in trajectory.years.iter().enumerate() {
            for (place, &position) in told.iter().enumerate() {
                let of_districts: Vec<Cell> = trajectory.districts.iter().map(|d| d.years[year][place]).collect();
                let sum: i64 = of_districts.iter().map(|cell| cell.num).sum();
                assert_eq!(sum, cells[position].num, "{}", catalogue::series()[position].indicator);
                if catalogue::series()[position].kind != Kind::Ratio {
                    assert!(of_districts.iter().all(|cell| cell.den == cells[position].den));
                    flows += usize::from(sum > 0);
                }
            }
        }
    }
    assert!(flows > 50, "{flows}");
    // What is told adds up too, and is what the comparison has of all together.
    let districts = study.read().districts;
    assert_eq!(districts.len(), 11 * DISTRICT_FIGURES.len());
    for (key, period) in DISTRICT_FIGURES.iter().filter(|f| f.0 != "team.wait_weeks") {
        let rows = districts.iter().filter(|row| row.figure.indicator == *key && row.figure.period == *period);
        let (together, each): (Vec<_>, Vec<_>) = rows.partition(|row| row.is_together());
        let comparison = study.compare(1);
        let whole = comparison.find(key, "all", *period).expect("a row");
        assert_eq!((together[0].figure.difference, together[0].figure.verdict), (whole.difference, whole.verdict));
        for of in [|d: &Difference| d.base_value, |d: &Difference| d.difference] {
            let sum: f64 = each.iter().filter_map(|row| of(&row.figure)).sum();
            let whole = of(whole).expect("a value");
            assert!((sum - whole).abs() < 1e-6 * whole.abs().max(1.0), "{key}: {sum} {whole}");
        }
    }
    // Feedbacks and the household are of one district, and that is said.
    assert!(!study.uses_scale_model() && !study.tells_lives());
    assert!(study.notes().contains(&Note::OneDistrictOnly(10)));
}

#[test]
fn threads_and_the_order_of_districts_decide_nothing() {
    let (straight, _) = ran(study(&WIJKEN, 1_500));
    let turned = [WIJKEN[2], WIJKEN[0], WIJKEN[1]];
    for (names, threads) in [(&WIJKEN, 2), (&WIJKEN, 3), (&turned, 1)] {
        let (other, _) = ran(loaded(&size(names, 1_500), threads));
        assert_eq!(said(&other), said(&straight), "{names:?} on {threads} threads");
    }
    let differ: Vec<f64> = straight.read().districts.iter().filter_map(|row| row.figure.difference).collect();
    assert!(differ.iter().filter(|x| **x != 0.0).count() > 20, "{differ:?}");
}

/// A region is what a straight run of its districts is: forks share nothing but the burn-in.
#[test]
fn a_comparison_runs_the_region_that_the_engine_makes() {
    let (study, trajectories) = ran(study(&WIJKEN, 1_200));
    for trajectory in &trajectories {
        let (base, scenario) = (study.plan().base(), &study.plan().scenarios[trajectory.scenario]);
        let mut simulation = Simulation::of_region(&base.by_district(), trajectory.sample, 0).expect("a region");
        simulation.step_to(Week(0), &mut Unobserved, &Cancel::new());
        simulation.begin_region(Site::of_region(&scenario.by_district(), trajectory.sample, 0));
        simulation.step_to(Week(104), &mut Unobserved, &Cancel::new());
        assert_eq!(simulation.record().years, trajectory.years, "{}", scenario.name);
        assert_eq!(simulation.record().before, trajectory.before);
    }
}

#[test]
fn one_district_gives_what_it_gives_without_others() {
    let (one, _) = ran(study(&["WK034403"], 900));
    assert!(notes(&one).contains("one district: it is simulated by itself"), "{}", notes(&one));
    let alone = Overrides { beside: Vec::new(), district: Some("WK034403".to_owned()), ..size(&[], 900) };
    let (alone, _) = ran(loaded(&alone, 1));
    assert_eq!((one.texts(), format!("{:?}", one.compare(1))), (alone.texts(), format!("{:?}", alone.compare(1))));
    let pages = [&one, &alone].map(|study| render(&study.read(), Lang::En).html);
    assert!(pages[0] == pages[1] && one.uses_scale_model() && one.tells_lives());
}

#[test]
fn the_file_of_a_scenario_states_its_districts_in_full() {
    for scenario in &study(&["GM0344"], 2_600).given() {
        let text = write_merged(scenario);
        let again = load_text(&scenario.name, &text, &Overrides::default()).unwrap_or_else(|p| panic!("{p:#?}"));
        assert!(again.scenario == *scenario, "{text}");
    }
    // Without a [district] they are it; another district takes their place; and one that does not fit them is wrong.
    let text = write_merged(&study(&WIJKEN, 1_500).given()[0]);
    let (start, end) = (text.find("\n[district]").expect("there"), text.find("\n[[part]]").expect("there"));
    let without = format!("{}{}", &text[..start], &text[end..]);
    let whole = load_text("test", &text, &Overrides::default()).expect("is right").scenario;
    assert_eq!(load_text("test", &without, &Overrides::default()).expect("is right").scenario, whole);
    let other = Overrides { district: Some("overvecht".to_owned()), ..Overrides::default() };
    assert!(load_text("test", &text, &other).expect("is right").scenario.parts.is_empty());
    let residents = whole.district.residents;
    let wrong =
        text.replacen(&format!("\nresidents = {residents}\n"), &format!("\nresidents = {}\n", residents + 9), 1);
    let problems = load_text("test", &wrong, &Overrides::default()).expect_err("is wrong");
    assert!(problems.len() == 1 && problems[0].field == "part", "{problems:#?}");
    assert!(problems[0].message.en.contains(&format!("have {residents} residents together")), "{problems:#?}");
}

/// Closing the whole and dividing it is dividing it and closing each: in hours, euros and both, also where samples draw
/// the amounts.
#[test]
fn closure_works_per_district_as_it_does_for_one() {
    let mut overrides = size(&WIJKEN, 3_000);
    for set in ["proactive:team.training_hours=30", "team.fte={ low = 2.0, mode = 3.0, high = 4.5 }"] {
        let drawn = set.contains("low");
        overrides.set = vec![set.to_owned()];
        let both = load_all(&["reactive".to_owned(), "proactive".to_owned()], &overrides).expect("they are right");
        let [base, variant] = [&both[0].scenario, &both[1].scenario];
        for closure in [Closure::Hours, Closure::Extra, Closure::Budget] {
            let whole = close(base, variant, closure).scenario;
            let apart = base.by_district().into_iter().zip(variant.by_district());
            let apart: Vec<Scenario> = apart.map(|(base, variant)| close(&base, &variant, closure).scenario).collect();
            let door = position("outreach.door_fte").expect("a lever");
            assert!(variant.organisation.timeline.schedule(door).is_some());
            let mut savings = 0.0;
            for (whole, apart) in whole.by_district().iter().zip(&apart) {
                let [a, b] = [whole, apart].map(|scenario| scenario.drawn(1).organisation.timeline.clone());
                for week in [0, 30, 60, 103] {
                    let [a, b] = [&a, &b].map(|timeline| timeline.settings(Week(week)));
                    assert!((a.team.fte - b.team.fte).abs() < 1e-9, "{closure:?} {drawn}");
                    let [a, b] = [a, b].map(|settings| settings.second_line.purchase_saving_euros);
                    assert!((a - b).abs() < 1e-6 * a.max(1.0), "{closure:?} {drawn}: {a} {b}");
                    savings += a;
                }
            }
            assert_eq!(savings > 0.0, closure == Closure::Budget);
        }
    }
}

#[test]
fn small_districts_are_simulated_together_and_named() {
    let overrides = size(&["GM0344"], 1_100);
    let scenario = load("reactive", &overrides).expect("is right");
    let parts = &scenario.scenario.parts;
    assert!((2..10).contains(&parts.len()) && parts.iter().all(|part| part.residents >= 150), "{}", parts.len());
    assert_eq!(parts.iter().map(|part| part.residents).sum::<u32>(), 1_100);
    let joined = parts.iter().filter(|part| part.district.code.contains('+')).count();
    let told = scenario.warnings.iter().filter(|note| note.en.starts_with("simulated as one district, because"));
    assert!(joined > 0 && told.count() == joined, "{:#?}", scenario.warnings);
    // Too few for any two.
    let few = load("reactive", &size(&["GM0344"], 200)).expect("is right");
    assert!(few.scenario.parts.is_empty() && few.scenario.residents == 200);
    assert!(few.warnings.iter().any(|note| note.nl.contains("doorgerekend als één wijk")), "{:#?}", few.warnings);
}

#[test]
fn wrong_names_are_told() {
    let twice = problems(&["GM0344", "WK034403"]);
    assert!(twice.len() == 1 && twice[0].message.en == "this district is named twice", "{twice:#?}");
    assert_eq!(twice[0].value, "WK034403 Overvecht");
    let unknown = problems(&["Utrect", "WK034499"]);
    assert_eq!(unknown.iter().map(|p| p.value.as_str()).collect::<Vec<_>>(), ["Utrect", "WK034499"]);
    assert!(unknown[0].listed.iter().any(|line| line.en.starts_with("GM0344 Utrecht")), "{unknown:#?}");
}

/// Neighbourhoods are those of one district; remits by domain or age are divided.
#[test]
fn a_team_for_some_neighbourhoods_is_not_divided() {
    let teams = |remit: &str| {
        let base = "schema_version = 1\nbase = \"builtin:reactive\"\nbefore = \"this\"\n";
        let first = format!("[[team]]\nname = \"Eerste\"\nfte = 2.0\n{remit}\n");
        let text = format!("{base}{first}[[team]]\nname = \"Tweede\"\nfte = 3.0\n");
        load_text("test", &text, &size(&WIJKEN, 1_500))
    };
    let problems = teams("neighbourhoods = [\"Overvecht\"]").expect_err("cannot be divided");
    assert!(problems.iter().all(|p| p.message.en.starts_with("a team for some neighbourhoods")), "{problems:#?}");
    let scenario = teams("domains = [\"youth\"]").expect("can be divided").scenario;
    let fte = |s: &Scenario| s.organisation.timeline.settings(Week(0)).team.shares;
    let (whole, parts) = (fte(&scenario), scenario.by_district());
    for team in 0..2 {
        let sum: f64 = parts.iter().map(|part| fte(part)[team]).sum();
        assert!(whole[team] > 0.0 && (sum - whole[team]).abs() < 1e-9, "{sum} {whole:?}");
    }
}

/// What an interrupted comparison leaves of the districts is of as many samples as the rest: a last one with fewer
/// replicates is left out of both.
#[test]
fn an_interrupted_study_tells_districts_of_the_samples_that_are_there() {
    let stop = Cancel::new();
    let overrides = Overrides { samples: Some(20), replicates: Some(2), ..size(&WIJKEN, 900) };
    let mut broken = loaded(&overrides, 1);
    let mut until = |trajectory: &Trajectory, _: &Study| {
        if (trajectory.scenario, trajectory.sample, trajectory.replicate) == (0, 2, 0) {
            stop.cancel();
        }
        Ok::<(), Infallible>(())
    };
    assert!(broken.run(&Simulator, &mut until, &stop, &()).is_err());
    broken.end_here();
    let samples = broken.plan().experiment().samples;
    assert_eq!(samples, 2);
    let (whole, _) = ran(loaded(&Overrides { samples: Some(samples), ..overrides }, 1));
    assert_eq!(format!("{:?}", broken.read().districts), format!("{:?}", whole.read().districts));
    assert!(broken.read().districts.iter().all(|row| row.figure.samples <= samples));
}

fn kantel(folder: &Path, arguments: &[&str]) -> Output {
    let program =
        Command::new(env!("CARGO_BIN_EXE_kantel")).args(arguments).current_dir(folder).env("LANG", "C").output();
    program.expect("the program starts")
}

#[test]
fn the_folder_holds_the_districts_and_runs_again_to_the_same_numbers() {
    let folder = std::env::temp_dir().join(format!("kantel-municipality-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let quick = ["--years", "2", "--samples", "2", "--replicates", "1", "--quiet"];
    let first = ["compare", "reactive", "proactive", "--as-districts", "--district", "GM0344"];
    let written = ["--residents", "3000", "--csv", "nl", "--out", "a"];
    let output = kantel(&folder, &[&first[..], &written, &quick].concat());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        shown.contains("Utrecht (Utrecht), 3,000 residents, 10 districts") && shown.contains("Overvecht"),
        "{shown}"
    );
    let file = |path: &str| std::fs::read_to_string(folder.join(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
    let table = file("a/districts.csv");
    assert_eq!(table.lines().count(), 1 + 11 * DISTRICT_FIGURES.len());
    assert!(file("a/csv-nl/districts.csv").contains("alle;Utrecht;3000"), "{}", file("a/csv-nl/districts.csv"));
    let report = file("a/report.html");
    assert!(report.contains("<h3 id=\"districts\">By district</h3>"));
    // The report can be made again, in both languages, and the scenarios run again by themselves.
    let data = ReportData::from_folder(&read(&folder.join("a")).expect("a result")).expect("is right");
    assert!(render(&data, Lang::En).html == report);
    assert!(render(&data, Lang::Nl).html.contains("10 wijken zijn naast elkaar doorgerekend"));
    let again = ["compare", "a/scenarios/reactive.toml", "a/scenarios/proactive.toml", "--out", "b", "--quiet"];
    let output = kantel(&folder, &again);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    for name in ["comparison.csv", "districts.csv", "yearly.csv"] {
        assert!(file(&format!("b/{name}")) == file(&format!("a/{name}")), "{name}");
    }
    // A single run has the levels.
    let single = ["run", "--as-districts", "--district", "GM0344", "--residents", "3000", "--out", "c"];
    let output = kantel(&folder, &[&single[..], &quick].concat());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let levels = |table: &str| -> Vec<String> {
        table.lines().skip(1).map(|line| line.split(',').nth(8).unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(levels(&file("c/districts.csv")), levels(&table));
    assert!(file("c/report.html").contains("id=\"districts\""));
    std::fs::remove_dir_all(&folder).expect("it is there");
}
