//! What a user reads who made a mistake in a scenario file: all mistakes at once, each with place, value and what is
//! allowed.

use std::fs;
use std::path::PathBuf;

use kantel::cli::plain;
use kantel::diagnostics::Diagnostic;
use kantel::language::Lang;
use kantel::scenario::{Overrides, load, load_all, load_district, load_text};

/// The problems of a scenario text that is otherwise in order, one per line.
pub(crate) fn problems_of(text: &str) -> String {
    let whole = format!("schema_version = 1\nbase = \"builtin:reactive\"\n{text}");
    lines(&load_text("mine", &whole, &Overrides::default()).expect_err("has mistakes"))
}

pub(crate) fn lines(problems: &[Diagnostic]) -> String {
    problems.iter().map(|problem| plain(problem, Lang::En)).collect::<Vec<_>>().join("\n")
}

/// A folder of its own for a test, removed with it.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("kantel-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("temporary folder");
        Self(path)
    }

    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("has a parent")).expect("folder");
        fs::write(&path, content).expect("file");
        path.to_string_lossy().into_owned()
    }

    /// The problems of loading a file, without the folder's changing name.
    pub(crate) fn problems(&self, file: &str) -> String {
        let problems = load(file, &Overrides::default()).expect_err("has mistakes");
        lines(&problems).replace(&*self.0.to_string_lossy(), "FOLDER")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn numbers_out_of_range() {
    insta::assert_snapshot!(problems_of(
        r"
[population]
residents = 0
[experiment]
years = 101
samples = -3
replicates = 0
seed = 1.5
burn_in_weeks = 157
[context]
homes_per_1000 = -1
[budget]
discount_rate = 7
euros_per_team_hour = 75.431
[parameters]
onset.debt = nan
help.team = inf
care.cap = -inf
visit.contact = 1.2
[levers]
aftercare.share = 1.5
outreach.door_fte = -2
[links]
coupling = 2
"
    ));
}

#[test]
fn dated_circumstances_hold_from_the_start_and_follow_each_other() {
    insta::assert_snapshot!(problems_of(
        r"
[context]
homes_per_1000 = [{ after_years = 1, value = 0.5 }]
"
    ));
    insta::assert_snapshot!(problems_of(
        r"
[context]
homes_per_1000 = [{ value = 0.5 }, { after_years = 3, value = -1 }, { after_years = 2, valu = 1 }]
"
    ));
    insta::assert_snapshot!(problems_of(
        r"
[context.parameters]
onset.mental = 1.2
onset.mentl = { after_years = 1, value = 2 }
visit.contact = { after_years = 2, value = 3 }
onset.moderate = [{ after_years = 3, value = 2 }, { after_years = 2, value = 1 }]
trust.up = { after_years = 2, value = { low = 2, high = 11 } }
[context.places]
mental_helth = { after_years = 1, value = 0.5 }
guidance = { after_years = 1, value = -0.5 }
domestic_help = []
"
    ));
}

#[test]
fn misspellings_get_a_suggestion() {
    insta::assert_snapshot!(problems_of(
        r#"
titel = "Plan B"
[paramters]
onset.debt = 0.1
[parameters]
onset.dept = 0.1
onsett.debt = 0.1
[levers]
outreach.dor_fte = 1
outreach.targeting = "signals"
door_fte = 2
[links]
cupling = 0
[experiment]
sampels = 10
[[team]]
caseload = 30
[[service]]
product = "guidence"
places = -1
"#
    ));
}

/// A service that is two now is not taken for either: files that name the old one are told of both.
#[test]
fn a_service_that_was_split_names_its_parts() {
    let told = problems_of(
        "[[service]]\nproduct = \"youth_help\"\nplaces = 3\n[levers]\nplaces.youth_help = 0.9\n[context]\n\
         places.youth_help = { after_years = 1, value = 0.9 }\n",
    );
    let says = "'youth_help' is now two services, 'youth_ambulatory' and 'youth_residential': state each of them";
    assert_eq!(told.matches(says).count(), 3, "{told}");
    for set in ["service.youth_help.places=3", "places.youth_help=0.9", "context.places.youth_help=0.9"] {
        let overrides = Overrides { set: vec![set.to_owned()], ..Overrides::default() };
        let problems =
            load_text("mine", "schema_version = 1\nbase = \"builtin:reactive\"\n", &overrides).expect_err("is wrong");
        assert!(lines(&problems).contains(says), "{set}: {}", lines(&problems));
    }
}

#[test]
fn wrong_kinds_of_values() {
    insta::assert_snapshot!(problems_of(
        r#"
title = 5
district = 7
levers = 3
team = { fte = 3 }
[experiment]
years = "fifteen"
samples = true
[parameters]
onset.debt = "high"
onset.work = [1, 2]
[output]
weekly = "yes"
"#
    ));
}

#[test]
fn distributions_and_steps() {
    insta::assert_snapshot!(problems_of(
        r"
[parameters]
onset.debt = { low = 0.03, mode = 0.02, high = 0.01 }
onset.work = { low = 0.03, mode = 0.02 }
onset.mental = { median = 0.1, sgima = 0.3 }
onset.daily = { low = 0.0, high = 9.0 }
[levers]
outreach.door_fte = [{ after_years = 3, value = 1 }, { after_years = 2, value = 2 }]
outreach.place_fte = [{ after_years = 1 }]
outreach.report_fte = []
outreach.protected = { after_years = 1, value = true, ramp_years = 1 }
team.caseload = { after_years = 101, value = 20 }
"
    ));
}

/// The least number that a median may be has 300 zeros: it is told in words, and the median may be next to nothing.
#[test]
fn a_median_of_nothing() {
    let told = problems_of("[parameters]\nonset.mental = { median = 0, sigma = 0.5 }\nonset.work = { mean = 0 }\n");
    let of = |key: &str| format!("parameters.onset.{key}: too low (0; allowed: more than 0, up to 5)");
    let said: Vec<&str> = told.lines().filter_map(|line| Some(line.split_once(' ')?.1)).collect();
    assert_eq!(said, [of("mental.median"), of("work.mean")]);
}

/// What a draw would have to be cut off to is refused; what hardly ever leaves the range is not.
#[test]
fn distributions_that_leave_their_range() {
    insta::assert_snapshot!(problems_of(
        r#"
[parameters]
visit.accept = { median = 0.5, sigma = 3 }
onset.debt = { median = 1, sigma = 4 }
onset.work = { mean = 4.0 }
[[service]]
product = "guidance"
duration_weeks = { median = 1000, sigma = 1 }
"#
    ));
    let inside = "schema_version = 1\nbase = \"builtin:reactive\"\n\
        parameters.onset.debt = { median = 0.02, sigma = 0.5 }\nparameters.visit.detection = { low = 0, high = 1 }\n\
        [[service]]\nproduct = \"guidance\"\nduration_weeks = { mean = 0.02 }\n";
    load_text("mine", inside, &Overrides::default()).expect("within their ranges");
}

#[test]
fn parameters_do_not_change_in_time() {
    insta::assert_snapshot!(problems_of(
        r#"
[parameters]
onset.debt = { after_years = 1, value = 0.1 }
onset.work = [{ value = 0.1 }, { after_years = 1, value = 0.2 }]
[[service]]
product = "guidance"
duration_weeks = { value = 20, ramp_years = 1 }
"#
    ));
}

/// A second key is told with its field and the line of the first, wherever it stands.
#[test]
fn repeated_keys_say_where_the_first_is() {
    insta::assert_snapshot!(problems_of(
        r#"
[levers]
outreach.door_fte = 1
outreach.door_fte = 2
outreach.report_fte = { value = 1, value = 2 }
[[service]]
product = "guidance"
places = 1
[[service]]
product = "aids"
places = 1
places = 2
[experiment]
"years" = 3
years = 4
[levers]
"#
    ));
}

/// A terminal obeys control characters, and nobody reads a thousand letters.
#[test]
fn control_characters_are_made_visible_and_long_words_cut() {
    let long = "x".repeat(1_000);
    let told = problems_of(&format!("[levers]\n\"\\u001b[31m\" = 1\n{long} = 1\ntargeting = \"a\\u0007\"\n"));
    assert!(told.contains("levers.\\u001B[31m: no such key"), "{told:?}");
    assert!(told.contains(&format!("levers.{}…: no such key", "x".repeat(73))), "{told}");
    assert!(!told.contains(|c: char| c.is_control() && c != '\n'), "{told:?}");
    assert!(told.lines().all(|line| line.chars().count() < 300), "{told}");
}

/// The value that is told is what was written after the equals sign.
#[test]
fn an_option_that_contradicts_a_table_shows_its_value() {
    let overrides = Overrides { set: vec!["district.residents=3".to_owned()], ..Overrides::default() };
    let told = lines(
        &load_text("mine", "schema_version = 1\nbase = \"builtin:reactive\"\n", &overrides).expect_err("is wrong"),
    );
    assert!(told.contains("(3; allowed: ") && !told.contains("(district"), "{told}");
}

/// A name of a `--set` is checked although another scenario cannot be opened, but not against that one's misspelling.
#[test]
fn names_of_options_are_checked_beside_missing_files() {
    let set = ["plan-b:team.fte=3", "mine:team.fte=3", "proactive:team.fte=3"].map(str::to_owned).to_vec();
    let overrides = Overrides { set, ..Overrides::default() };
    let sources = ["reactive", "nowhere/mine.toml", "proactiv"].map(str::to_owned);
    insta::assert_snapshot!(lines(&load_all(&sources, &overrides).expect_err("mistakes")));
}

#[test]
fn organisations_that_do_not_fit() {
    insta::assert_snapshot!(problems_of(
        r#"
organisation = "builtin:wijkteem"
[[team]]
fte = 3
jobs_per_10000 = 11
[[team]]
fte = 2
[[service]]
places = 3
[[service]]
product = "guidance"
euros_per_hour = 60.005
renewal = 1.01
duration_weeks = 0
[[service]]
product = "guidance"
[before]
levers.outreach.door_fte = { after_years = 1, value = 1 }
"#
    ));
}

#[test]
fn uncertain_numbers_of_organisation_and_policy() {
    insta::assert_snapshot!(problems_of(
        r#"
[[team]]
fte = { low = 3, mode = 2, high = 1 }
caseload_per_fte = { mean = 40 }
[[service]]
product = "guidance"
places = { low = -1, high = 2 }
renewal = { low = 0.5, mode = 0.6, hihg = 2 }
euros_per_hour = { low = nan, high = 4 }
hours_per_week = { after_years = 1, value = 2 }
[[service]]
product = "domestic_help"
places = "many"
euros_per_hour = { low = 60.005, high = 60.005 }
[budget]
euros_per_team_hour = { median = 9000, sigma = 1 }
[context]
homes_per_1000 = [{ value = { low = 2, high = 1 } }]
[levers]
outreach.door_fte = { after_years = 1, low = 1, high = 2 }
outreach.place_fte = [{ low = 1, high = 2 }]
outreach.report_fte = { lo = 1, mode = 2, high = 3 }
outreach.collective_fte = { vlaue = 3 }
aftercare.share = [{ value = { median = 0.5, sigma = 3 } }]
outreach.targeting = { low = 1, high = 2 }
outreach.protected = { value = { low = 0, high = 1 } }
gate.strictness = { lwo = 0.1, hgh = 0.2 }
[before]
levers.outreach.door_fte = { low = 1, mode = 1 }
"#
    ));
}

#[test]
fn shares_over_one_together_and_elections_out_of_reach() {
    insta::assert_snapshot!(problems_of(
        r"
[parameters]
onset.moderate = 0.9
onset.severe = { low = 0.05, high = 0.2 }
[context]
start_year = 2031
"
    ));
}

#[test]
fn districts_that_do_not_add_up() {
    insta::assert_snapshot!(problems_of(
        r#"
[district]
residents = 5000
low_income = 0.95
owner_occupied = 1.5
urbanity = 6
ages = [1, 2, 3]
[[district.neighbourhood]]
name = "North"
share = 0.5
[[district.neighbourhood]]
share = 0.4
"#
    ));
    insta::assert_snapshot!(
        "districts_that_contradict_themselves",
        problems_of(
            "[district]\nresidents = 5000\nbirths = 5001\ndeaths = 20000000\nlow_income = 0.95\n\
             [[district.neighbourhood]]\nname = \"N\"\nshare = 0.5"
        )
    );
    let folder = Folder::new("districts");
    let file = folder.write("x.toml", "schema_version = 1\nname = \"X\"\nresidents = 100\nmen = 200\n");
    let problems = load_district(&file).expect_err("incomplete");
    insta::assert_snapshot!("a_district_file", lines(&problems).replace(&*folder.0.to_string_lossy(), "FOLDER"));
}

#[test]
fn syntax_and_repeated_keys() {
    insta::assert_snapshot!(problems_of(
        r#"
title = "a"
title = "b"
[experiment]
years = = 3
samples = 0
[experiment]
seed = 1
[levers
outreach.door_fte = 0x
"#
    ));
}
