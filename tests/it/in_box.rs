//! The box: every file of `scenarios/` is in it, each question runs, and its files can be written out and changed.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use kantel::experiment::KEY_FIGURES;
use kantel::input_data::gazetteer::Gazetteer;
use kantel::language::Lang;
use kantel::report::wording::indicator_name;
use kantel::scenario::{
    BoxKind, DISTRICTS, ORGANISATIONS, Overrides, QUESTIONS, Question, SCENARIOS, WORLDS, check_file, load,
    parse_profile,
};

use crate::program::Folder;

const SCENARIO_FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios");

/// The names of the TOML files in folders below `scenarios/`.
fn on_disk(folders: &[&str]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for folder in folders {
        for entry in fs::read_dir(Path::new(SCENARIO_FOLDER).join(folder)).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                names.insert(path.file_stem().expect("a name").to_string_lossy().into_owned());
            }
        }
    }
    names
}

#[test]
fn every_file_of_the_folders_is_in_the_box_and_in_order() {
    let own = |files: &[(&str, &str)]| files.iter().map(|(name, _)| (*name).to_owned()).collect::<BTreeSet<_>>();
    let mut plans = on_disk(&["."]);
    assert!(plans.remove("questions"));
    assert_eq!(plans, own(SCENARIOS));
    assert_eq!(on_disk(&["worlds", "context"]), own(WORLDS));
    assert_eq!(on_disk(&["districts"]), own(DISTRICTS));
    assert_eq!(on_disk(&["organisations"]), own(ORGANISATIONS));
    let kinds = [
        (BoxKind::Plan, "scenario"),
        (BoxKind::World, "world"),
        (BoxKind::District, "district"),
        (BoxKind::Organisation, "organisation"),
    ];
    for (kind, said) in kinds {
        for (name, _) in kind.files() {
            for source in [(*name).to_owned(), format!("builtin:{name}")] {
                let checked = check_file(&source).unwrap_or_else(|problems| panic!("{source}: {problems:#?}"));
                assert_eq!(checked.kind, said, "{source}");
            }
        }
    }
    let questions = check_file(&format!("{SCENARIO_FOLDER}/questions.toml")).expect("in order");
    assert_eq!(questions.kind, "questions");
}

/// A file in the box is the file of the folder, with what it builds on: the bases of bases too.
#[test]
fn a_base_beside_a_file_is_found_in_the_box_as_in_the_folder() {
    let overrides = Overrides { residents: Some(2_000), ..Overrides::default() };
    for name in ["area-budget-with-room", "own-strength-exception", "work-income-enforcement", "reciprocity-obliged"] {
        let here = load(name, &overrides).unwrap_or_else(|problems| panic!("{name}: {problems:#?}"));
        let there = load(&format!("{SCENARIO_FOLDER}/{name}.toml"), &overrides).expect("the same file");
        assert_eq!(here.merged, there.merged, "{name}");
        assert!(here.sources.len() == 4 && here.sources.iter().all(|source| source.name.starts_with("builtin:")));
    }
}

/// The districts in the box are wijken of the table: no figure is anybody's invention.
#[test]
fn a_district_in_the_box_has_the_figures_of_the_table_and_says_what_is_assumed() {
    let table = Gazetteer::embedded().expect("the table");
    assert_eq!(DISTRICTS.len(), 12);
    for (name, text) in DISTRICTS {
        let own = parse_profile(text, name).unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
        let Ok(of_table) = table.profile(&own.code) else { panic!("{name}: {} is in the table", own.code) };
        assert_eq!(own, of_table.profile, "{name}");
        for says in ["# A synthetic district like ", "# Een nagebootste wijk zoals ", "# From CBS:", "# Van CBS:"] {
            assert!(text.contains(says), "{name}: {says}");
        }
        for word in ["Assumed:", "Aangenomen:"] {
            assert!(text.replace("\n# ", " ").contains(word), "{name}: {word}");
        }
    }
}

/// Small enough for all of them to run in a test.
const SMALL: &str = "--residents 300 --years 2 --samples 1 --replicates 1 --loops 0 --no-lives --threads 1 --quiet";

#[test]
fn every_question_runs_and_no_arm_is_refused() {
    let place = Folder::new("questions");
    for asked in QUESTIONS.iter() {
        let mut words = vec!["compare", asked.key.as_str(), "--set", "experiment.burn_in_weeks=8"];
        words.extend(SMALL.split(' '));
        let output = place.kantel(&words);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{}: {told}", asked.key);
        let folder = format!("kantel-results/{}", asked.key);
        for file in ["manifest.json", "samples.csv", "yearly.csv", "comparison.csv", "report.html", "results.xlsx"] {
            assert!(!place.read_bytes(&format!("{folder}/{file}")).is_empty(), "{}: {file}", asked.key);
        }
        let manifest = place.read(&format!("{folder}/manifest.json"));
        for name in [&asked.arms, &asked.with, &asked.organisations].into_iter().flatten() {
            assert!(manifest.contains(&format!("builtin:{name}")), "{}: {name} in {manifest}", asked.key);
        }
        let arms = asked.arms.len().max(asked.organisations.len());
        let compared: BTreeSet<String> = place
            .read(&format!("{folder}/comparison.csv"))
            .lines()
            .skip(1)
            .filter_map(|line| line.split(',').nth(1).map(str::to_owned))
            .collect();
        assert_eq!(compared.len(), arms - 1, "{}: {compared:?}", asked.key);
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        let is_told = told.contains(&format!("What to look at (kantel scenarios {})", asked.key));
        let shown = |figure: &String| KEY_FIGURES.iter().any(|(key, _)| key == figure) || told_always(figure);
        assert!(is_told || asked.figures.iter().all(shown), "{}: {told}", asked.key);
        // So few residents are one district, whatever is asked.
        let is_named = report(&place, &folder).contains(&format!("data-asked=\"{}\"", asked.key));
        assert!(is_named == asked.districts.is_empty(), "{}", asked.key);
        has_what_it_tells_to_look_at(asked, &place.read(&format!("{folder}/comparison.csv")), &report(&place, &folder));
    }
}

/// Figures that every comparison tells beside its key figures.
fn told_always(figure: &str) -> bool {
    figure.starts_with("euros.")
        || ["carers.burdened", "team.wait_weeks", "network.none.unhelped", "persons.help_at_home"].contains(&figure)
}

fn report(place: &Folder, folder: &str) -> String {
    place.read(&format!("{folder}/report.html"))
}

/// Each figure that a question tells to look at is compared, and named in the report where there is any of it.
fn has_what_it_tells_to_look_at(asked: &Question, comparison: &str, report: &str) {
    let rows: Vec<Vec<&str>> = comparison.lines().map(|line| line.split(',').collect()).collect();
    let column = |name: &str| rows[0].iter().position(|head| *head == name).expect("a column");
    let [key, group, values @ ..] = ["indicator", "group", "base_value", "variant_value"].map(column);
    for figure in &asked.figures {
        let of: Vec<_> = rows.iter().filter(|row| row[key] == figure && row[group] == "all").collect();
        assert!(!of.is_empty(), "{}: {figure} is not compared", asked.key);
        let there_is = of.iter().any(|row| values.iter().any(|value| !["", "0", "0.0"].contains(&row[*value])));
        let name = indicator_name(Lang::En, figure);
        assert!(!there_is || report.contains(&name), "{}: the report has no {name}", asked.key);
    }
}

#[test]
fn the_files_of_a_question_can_be_written_and_answer_it_as_the_box_does() {
    let place = Folder::new("written");
    let key = "money-across-laws";
    let small = || SMALL.split(' ');
    let output = place.kantel(&["scenarios", key, "--write", "mine"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    let command = told.lines().find_map(|line| line.split_once("kantel compare ")).expect("a command").1.to_owned();
    let of_files: Vec<&str> = ["compare"].into_iter().chain(command.split(' ')).chain(small()).collect();
    let of_box: Vec<&str> = ["compare", key].into_iter().chain(small()).collect();
    for (words, out) in [(of_files, "files"), (of_box, "box")] {
        let output = place.kantel(&[&words[..], &["--out", out]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    }
    for file in ["comparison.csv", "yearly.csv", "samples.csv", "scenarios/area-budget-with-room.toml"] {
        let (files, of_box) = (place.read(&format!("files/{file}")), place.read(&format!("box/{file}")));
        let differs = files.lines().zip(of_box.lines()).find(|(one, other)| one != other);
        assert!(files == of_box, "{file}: {differs:?}");
    }
    // What a result holds runs by itself, without the box.
    let merged = place.kantel(&["check", "box/scenarios/area-budget-with-room.toml"]);
    assert_eq!(merged.status.code(), Some(0), "{}", String::from_utf8_lossy(&merged.stderr));
    assert!(!place.read("box/scenarios/area-budget-with-room.toml").contains("\nbase ="));
    // Somebody's changes stay, and nothing is written beside them.
    fs::remove_file(place.0.join("mine/reactive.toml")).expect("was written");
    fs::write(place.0.join("mine/area-budget.toml"), "# mine\n").expect("can be written");
    let again = place.kantel(&["scenarios", key, "--write", "mine"]);
    let told = String::from_utf8_lossy(&again.stderr).into_owned();
    assert_eq!(again.status.code(), Some(2), "{told}");
    assert!(told.contains("area-budget.toml") && told.contains("silos-budget.toml"), "all at once: {told}");
    assert_eq!(place.read("mine/area-budget.toml"), "# mine\n");
    assert!(!place.0.join("mine/reactive.toml").exists(), "nothing half-written");
}

#[test]
fn a_name_that_nothing_has_is_told_with_what_was_meant() {
    let place = Folder::new("unknown");
    let told = |words: &[&str]| {
        let output = place.kantel(words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    for (words, says) in [
        (&["compare", "own-strenght"][..], "did you mean 'own-strength'?"),
        (&["compare", "reactive", "no-taem"], "did you mean 'no-team'?"),
        (&["scenarios", "going-uot"], "did you mean 'going-out'?"),
        (&["run", "going-out"], "a question: kantel compare going-out"),
        (&["run", "covid"], "--with covid lays it over plans"),
        (&["compare", "reactive", "bilgaard"], "a district: --district bilgaard"),
        (&["scenarios", "--who", "mayor"], "one of alderman, researcher, trainer"),
        (&["explain", "--loop", "R99"], "one of R1/R2"),
        (&["levers", "--mechanism", "M26"], "M25"),
    ] {
        let told = told(words);
        assert!(told.contains(says), "{words:?}: {told}");
    }
    assert!(fs::read_dir(&place.0).expect("a folder").next().is_none(), "nothing is written");
}

#[test]
fn levers_of_some_mechanisms_are_those_alone() {
    let place = Folder::new("levers");
    let keys = |words: &[&str]| -> Vec<String> {
        let text = String::from_utf8_lossy(&place.kantel(words).stdout).into_owned();
        text.lines().skip(1).filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
    };
    let all = keys(&["levers"]);
    let some = keys(&["levers", "--mechanism", "m15", "--mechanism", "M24"]);
    assert_eq!(some, ["contribution.flat", "contribution.form", "contribution.exempt_low", "aftercare.share"]);
    assert!(some.iter().all(|key| all.contains(key)) && all.len() > 60);
}
