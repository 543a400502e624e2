//! Fair arms: what a comparison keeps equal cannot be set by a plan, and the world is the same for all.

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use kantel::cli::plain;
use kantel::language::Lang;
use kantel::mechanisms::contribution::rows::Form;
use kantel::plan::Closure;
use kantel::scenario::{Loaded, Overrides, load_all, load_text};
use kantel::units::Week;

use crate::program::program;

/// A folder of its own for a test, removed with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("kantel-arms-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    /// A plan on the embedded reactive scenario.
    fn plan(&self, name: &str, text: &str) -> String {
        self.file(name, &format!("base = \"builtin:reactive\"\n{text}"))
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.0.join(name);
        fs::write(&path, format!("schema_version = 1\n{text}")).expect("a file");
        path.to_string_lossy().into_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn kantel(arguments: &[&str]) -> Output {
    program().args(arguments).output().expect("the program starts")
}

fn under(closure: Option<Closure>, set: &[&str]) -> Overrides {
    Overrides { closure, set: set.iter().map(|s| (*s).to_owned()).collect(), ..Overrides::default() }
}

fn loaded(sources: &[&str], overrides: &Overrides) -> Result<Vec<Loaded>, String> {
    let sources: Vec<String> = sources.iter().map(|s| (*s).to_owned()).collect();
    load_all(&sources, overrides)
        .map_err(|all| all.iter().map(|problem| plain(problem, Lang::En)).collect::<Vec<_>>().join("\n"))
}

const HOURS: &str =
    "the plan sets team.fte, and closure `hours` keeps hours equal: use `--closure extra` or `budget`, or leave it out";

/// A cut of the team by 10 % that same hours would undo without a word.
#[test]
fn a_team_that_same_hours_would_undo_is_refused_with_its_place_and_the_remedy() {
    let folder = Folder::new("hours");
    let cut = folder.plan("cut.toml", "[levers]\nteam.fte = 28.8\n");
    let out = folder.0.join("result").to_string_lossy().into_owned();
    let small = ["--years", "1", "--samples", "1", "--loops", "0", "--out", &out];
    for command in [[&["compare", "reactive", &cut][..], &small].concat(), vec!["check", &cut]] {
        let output = kantel(&command);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{command:?}: {told}");
        assert!(output.stdout.is_empty() && !folder.0.join("result").exists(), "nothing is run");
        assert!(told.contains(&format!("cut.toml:4:12: levers.team.fte: {HOURS}")), "{command:?}: {told}");
    }
    let rounded = folder.plan("rounded.toml", "[levers]\nteam.fte = 32\n");
    assert!(loaded(&["reactive", &rounded], &under(None, &[])).is_ok(), "what the base has, in round numbers");
    let sized = folder.plan("sized.toml", "[[team]]\nfte = 28.8\n");
    let jobs = folder.plan("jobs.toml", "[[team]]\njobs_per_10000 = 10\n");
    let built = folder.file("built.toml", "base = \"cut.toml\"\ntitle = \"on a cut\"\n");
    for (plan, place) in [(&sized, "sized.toml:4:7: team.fte"), (&jobs, "jobs.toml:4:"), (&built, "cut.toml:4:12")] {
        let told = loaded(&["reactive", plan], &under(None, &[])).expect_err("is refused");
        assert!(told.contains(place) && told.contains("closure `hours` keeps hours equal"), "{told}");
    }
    for set in ["proactive:team.fte=28.8", "reactive:team.fte=28.8"] {
        let told = loaded(&["reactive", "proactive"], &under(None, &[set])).expect_err("is refused");
        assert!(told.contains(&format!("--set team.fte: {HOURS}")), "{set}: {told}");
    }
    // From a year on, or uncertain, it is the same mistake.
    for value in ["[{ after_years = 3, value = 20 }]", "{ low = 20, high = 44.05685 }"] {
        let later = folder.plan("later.toml", &format!("[levers]\nteam.fte = {value}\n"));
        assert!(loaded(&["reactive", &later], &under(None, &[])).is_err(), "{value}");
    }
    for closure in [Closure::Extra, Closure::Budget] {
        let all = loaded(&["reactive", &cut], &under(Some(closure), &[])).unwrap_or_else(|told| panic!("{told}"));
        assert_eq!(all[1].scenario.closure, Some(closure));
    }
}

#[test]
fn what_is_set_alike_in_all_arms_is_allowed_in_any_size() {
    let folder = Folder::new("alike");
    for closure in [Closure::Hours, Closure::Budget] {
        let set = under(Some(closure), &["team.fte=40", "purchase.saving=1000"]);
        assert!(loaded(&["reactive", "proactive"], &set).is_ok(), "{closure:?}");
    }
    let today = folder.plan("today.toml", "before = \"this\"\n[[team]]\nfte = 30\n");
    let plan = folder.file("plan.toml", "base = \"today.toml\"\n[levers]\noutreach.door_fte = 2\n");
    let again = folder.plan("again.toml", "[[team]]\nfte = 30\n[levers]\naftercare.share = 0.5\n");
    let small = Overrides { residents: Some(1_234), ..under(None, &[]) };
    for variant in [&plan, &again] {
        loaded(&[&today, variant], &small).unwrap_or_else(|told| panic!("{told}"));
    }
    // What states a burn-in of its own is a situation, not a plan against the base that it builds on.
    assert_eq!(kantel(&["check", &today, &plan]).status.code(), Some(0));
}

#[test]
fn a_saving_that_same_euros_sets_is_refused() {
    let folder = Folder::new("budget");
    let saves = folder.plan("saves.toml", "[levers]\npurchase.saving = 50000\n");
    let told = loaded(&["reactive", &saves], &under(Some(Closure::Budget), &[])).expect_err("is refused");
    let why =
        "the plan sets purchase.saving, and closure `budget` keeps euros equal by it: use `--closure extra` or `hours`";
    assert!(told.contains(&format!("saves.toml:4:19: levers.purchase.saving: {why}")), "{told}");
    assert!(loaded(&["reactive", &saves], &under(None, &[])).is_ok(), "hours leave it as it is");
}

/// Every comparison burns in under its base: what a variant states of its own would count for nothing.
#[test]
fn a_burn_in_of_its_own_is_refused_and_one_that_follows_from_the_rest_is_the_bases() {
    let folder = Folder::new("before");
    let own = folder.plan("own.toml", "[before.levers]\noutreach.door_fte = 2\n");
    let this = folder.plan("this.toml", "before = \"this\"\n[levers]\noutreach.door_fte = 2\n");
    for (plan, place) in [(&own, "own.toml:4:21"), (&this, "this.toml:3:10")] {
        let told = loaded(&["reactive", plan], &under(None, &[])).expect_err("is refused");
        assert_eq!(told.lines().count(), 1, "{told}");
        let says =
            "before.levers.outreach.door_fte: the plan sets before.levers.outreach.door_fte, and a comparison burns in";
        assert!(told.contains(place) && (told.contains(says) || told.contains("the plan sets before, and")), "{told}");
    }
    let organisation = "organisation = \"builtin:wijkteam\"\ndistrict = \"builtin:overvecht\"\n";
    let whole = folder.file("whole.toml", organisation);
    let other = folder.file("other.toml", &format!("{organisation}[levers]\noutreach.door_fte = 2\n"));
    let all = loaded(&[&whole, &other], &under(None, &[])).unwrap_or_else(|told| panic!("{told}"));
    assert_eq!(all[1].scenario.before, all[0].scenario.before);
    assert!(
        all[1].warnings.iter().any(|told| *told == "burn-in runs under the organisation of whole"),
        "{:?}",
        all[1].warnings
    );
}

/// The command line wins, then a variant's own word, then the base's; the written file says which it was.
#[test]
fn a_closure_holds_for_all_for_one_or_for_this_command() {
    use Closure::{Budget, Extra, Hours};

    let folder = Folder::new("stated");
    let base = folder.plan("base.toml", "[experiment]\nclosure = \"budget\"\n");
    let own = folder.plan("own.toml", "[experiment]\nclosure = \"extra\"\n");
    let silent = folder.plan("silent.toml", "[levers]\noutreach.door_fte = 3\n");
    let of = |sources: &[&str], closure| -> Vec<Option<Closure>> {
        let all = loaded(sources, &under(closure, &[])).unwrap_or_else(|told| panic!("{told}"));
        for one in &all[1..] {
            let again = load_text("again", &one.merged, &Overrides::default()).unwrap_or_else(|p| panic!("{p:#?}"));
            assert_eq!(again.scenario.closure, one.scenario.closure, "the text in full says it");
        }
        all[1..].iter().map(|one| one.scenario.closure).collect()
    };
    assert_eq!(of(&[&base, &own, &silent], None), [Some(Extra), Some(Budget)]);
    assert_eq!(of(&[&base, &own, &silent], Some(Hours)), [Some(Hours), Some(Hours)]);
    assert_eq!(of(&["reactive", &own, &silent], None), [Some(Extra), Some(Hours)]);
    let told = loaded(&["reactive", &silent], &under(None, &["experiment.closure=free"])).expect_err("no such word");
    assert!(told.contains("one of hours, budget, extra"), "{told}");
    assert!(kantel(&["explain", &own]).stdout.windows(5).any(|w| w == b"extra"));
}

/// Variants under different closures: each figure says under which it stands, and the command that makes the numbers
/// again names none.
#[test]
fn every_comparison_says_under_which_closure_it_stands() {
    let folder = Folder::new("each");
    let own =
        folder.plan("own.toml", "title = \"With money\"\n[levers]\nteam.fte = 40\n[experiment]\nclosure = \"extra\"\n");
    let out = folder.0.join("result").to_string_lossy().into_owned();
    let small = ["--residents", "300", "--years", "1", "--samples", "1", "--loops", "0", "--quiet", "--out", &out];
    let output = kantel(&[&["compare", "reactive", "proactive", &own][..], &small].concat());
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let lines: Vec<&str> = told.lines().filter(|line| line.starts_with("Closure: ")).collect();
    let hours = "Closure: same team hours (hours; else: --closure budget, extra)";
    assert_eq!(lines, [hours, "Closure: extra money (extra; else: --closure hours, budget)"]);
    let read = |name: &str| fs::read_to_string(folder.0.join("result").join(name)).expect("a file");
    let closures: Vec<String> = ["reactive,proactive,hours,", "reactive,own,extra,"].map(str::to_owned).to_vec();
    let table = read("comparison.csv");
    assert!(table.lines().skip(1).all(|row| closures.iter().any(|start| row.starts_with(start))), "{table}");
    let manifest: serde_json::Value = serde_json::from_str(&read("manifest.json")).expect("JSON");
    let of = |i: usize| manifest["scenarios"][i]["closure"].clone();
    assert_eq!([of(0), of(1), of(2)], ["", "hours", "extra"]);
    let report = read("report.html");
    let extra = "What a plan adds is paid with extra money; what it saves is not spent.";
    assert!(report.contains(&format!("With money: {extra}")), "beside figures of both");
    for caption in report.split("<figcaption>").skip(1).filter_map(|rest| rest.split("</figcaption>").next()) {
        assert!(caption.contains("the same team hours.") || caption.contains(extra), "{caption}");
    }
    let command = "kantel compare scenarios/reactive.toml scenarios/proactive.toml scenarios/own.toml";
    assert!(report.contains(command) && !report.contains("--closure"), "the files say it");
    let again = kantel(&["report", &out]);
    assert_eq!(again.status.code(), Some(0), "{}", String::from_utf8_lossy(&again.stderr));
    assert_eq!(read("report.html"), report);
}

/// A variant without any lever that states another rate of debts is no plan.
#[test]
fn what_is_known_of_the_world_may_not_differ_between_arms() {
    let folder = Folder::new("world");
    let other = folder.plan(
        "other.toml",
        "[parameters]\nonset.debt = 0.05\n[budget]\neuros_per_team_hour = 80\n[context]\nhomes_per_1000 = 1\n\
         [links]\ncoupling = 0.5\n[[service]]\nproduct = \"guidance\"\neuros_per_hour = 70\n",
    );
    let told = loaded(&["reactive", &other], &under(None, &[])).expect_err("is refused");
    let remedy = "known of the world, and so the same in all scenarios of a comparison (0.05; allowed: 0.0139, as in \
                  reactive; move it to a file that --with FILE lays over all of them, or compare different worlds with \
                  --worlds-may-differ)";
    assert!(told.contains(&format!("other.toml:4:14: parameters.onset.debt: {remedy}")), "{told}");
    for field in
        ["budget.euros_per_team_hour", "context.homes_per_1000", "links.coupling", "service.guidance.euros_per_hour"]
    {
        assert!(told.contains(&format!(" {field}: known of the world")), "{field}: {told}");
    }
    assert_eq!(told.lines().count(), 5, "{told}");
    let told =
        loaded(&["reactive", "proactive"], &under(None, &["proactive:onset.debt=0.05"])).expect_err("is refused");
    assert!(
        told.contains("--set onset.debt: known of the world") && told.contains("leave out the NAME: before it"),
        "{told}"
    );
    let allowed = Overrides { worlds_may_differ: true, ..under(None, &[]) };
    assert!(loaded(&["reactive", &other], &allowed).is_ok());
    // The same people and years are compared whatever is allowed.
    for set in
        ["proactive:population.residents=900", "proactive:context.start_year=2028", "proactive:budget.price_year=2020"]
    {
        let differs = Overrides { worlds_may_differ: true, ..under(None, &[set]) };
        assert!(loaded(&["reactive", "proactive"], &differs).is_err(), "{set}");
    }
    // How much is bought is a plan.
    let buys =
        "[[service]]\nproduct = \"guidance\"\nplaces = 600\nhours_per_week = 2\nduration_weeks = 26\nrenewal = 0.3\n";
    let buys = folder.plan("buys.toml", buys);
    loaded(&["reactive", &buys], &under(None, &[])).unwrap_or_else(|told| panic!("{told}"));
    let checked = kantel(&["check", &other]);
    assert_eq!(checked.status.code(), Some(0), "by itself it may be a base");
    let notes = String::from_utf8_lossy(&checked.stderr).into_owned();
    assert!(
        notes.contains("note: parameters.onset.debt: known of the world: a comparison with builtin:reactive"),
        "{notes}"
    );
}

#[test]
fn a_world_is_laid_over_all_scenarios_before_options() {
    let folder = Folder::new("with");
    let known = folder.file(
        "known.toml",
        "[parameters]\nonset.debt = 0.05\nonset.work = 0.02\n[budget]\neuros_per_team_hour = 80\n[context]\n\
         homes_per_1000 = 1\n\
         [population]\nresidents = 10000\n[links]\ncoupling = 0.5\n[[service]]\nproduct = \"guidance\"\n\
         euros_per_hour = 70\n",
    );
    let more = folder.file("more.toml", "[parameters]\nonset.work = 0.03\n");
    let with = Overrides { with: vec![known.clone(), more], ..under(None, &["onset.debt=0.04"]) };
    let all = loaded(&["reactive", "proactive"], &with).unwrap_or_else(|told| panic!("{told}"));
    let at = |key: &str| kantel::parameters::Params::position(key).expect("a parameter");
    for one in &all {
        let s = &one.scenario;
        assert!((s.parameters[at("onset.debt")].mean() - 0.04).abs() < 1e-12, "--set comes after it");
        assert!(
            (s.parameters[at("onset.work")].mean() - 0.03).abs() < 1e-12,
            "a later file comes after an earlier one"
        );
        assert_eq!((s.budget.team_cents_per_hour, s.residents), (8_000, 10_000));
        for organisation in [&s.organisation, &s.before] {
            let price = organisation.services.iter().find(|s| s.product.key() == "guidance").map(|s| s.cents_per_hour);
            assert_eq!(price, Some(7_000), "during burn-in too");
            assert!(organisation.timeline.base.links.iter().any(|link| (link - 0.5).abs() < 1e-12));
        }
        assert!(one.sources.iter().any(|source| source.name == known), "the manifest lists it");
    }
    let explained = kantel(&["explain", "proactive", "--with", &known]);
    assert!(String::from_utf8_lossy(&explained.stdout).contains(&format!("stated in {known}:3")));
    assert_eq!(kantel(&["check", &known]).stdout, kantel(&["check", &known]).stdout);
    assert!(String::from_utf8_lossy(&kantel(&["check", &known]).stdout).contains("known.toml: ok (world)"));
}

#[test]
fn a_world_holds_no_plan_and_its_mistakes_have_their_place() {
    let folder = Folder::new("plans");
    let wrong = folder.file(
        "wrong.toml",
        "title = \"x\"\nbase = \"builtin:reactive\"\ndistrict = \"builtin:overvecht\"\nbefore = \"this\"\n[levers]\n\
         gate.strictness = 0.5\n[parameters]\nonset.dept = 0.05\n[[team]]\nfte = 9\n[experiment]\nyears = 3\n\
         [[service]]\n\
         product = \"guidance\"\nplaces = 3\neuros_per_hour = -1\n",
    );
    let with = Overrides { with: vec![wrong.clone(), "builtin:bad-yaer".to_owned()], ..under(None, &[]) };
    let told = loaded(&["reactive", "proactive"], &with).expect_err("is wrong");
    for says in [
        "wrong.toml:2:1: title: belongs in a plan",
        "wrong.toml:3:1: base: is of a scenario",
        "wrong.toml:4:1: district: has an option of its own: --district FILE",
        "wrong.toml:5:1: before: belongs in a plan",
        "levers.gate: belongs in a plan",
        "parameters.onset.dept: no such key (dept; did you mean 'onset.debt'?)",
        "team: belongs in a plan",
        "experiment: belongs in a scenario, or to options",
        "wrong.toml:16:1: service.places: belongs in a plan",
        "wrong.toml:17:18: service.guidance.euros_per_hour: too low",
        "builtin:bad-yaer: no such built-in",
        "did you mean 'builtin:bad-year'?",
    ] {
        assert_eq!(told.matches(says).count(), 1, "{says}: {told}");
    }
    let output = kantel(&["compare", "--with", &wrong, "--years", "1"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
}

/// What the state or the insurer decides is of the world, dated as in a plan, and holds in the burn-in; a plan that
/// decides on it too does so from its own date on, and that is told.
#[test]
fn a_world_holds_what_others_than_the_municipality_decide() {
    let folder = Folder::new("others");
    let income = format!("{}/scenarios/contribution-by-income.toml", env!("CARGO_MANIFEST_DIR"));
    let state = folder.file(
        "state.toml",
        "[levers]\nplaces.mental_health = 0.8\ncontribution.form = [{ value = \"income\" }, { after_years = 2, value = \
         \"flat\" }]\n",
    );
    let with = Overrides { with: vec![state.clone()], ..under(None, &[]) };
    let all = loaded(&["reactive", &income], &with).unwrap_or_else(|told| panic!("{told}"));
    let form = |arm: usize, week: i32| {
        let scenario = &all[arm].scenario;
        let organisation = if week < 0 { &scenario.before } else { &scenario.organisation };
        organisation.timeline.settings(Week(week)).contribution.form
    };
    assert_eq!((form(0, -1), form(0, 103), form(0, 104)), (Form::Income, Form::Income, Form::Flat));
    assert_eq!((form(1, -1), form(1, 0), form(1, 104)), (Form::Income, Form::Income, Form::Income), "the plan goes on");
    let told: Vec<&str> = all[1].warnings.iter().map(|note| &*note.en).collect();
    assert!(
        told.iter()
            .any(|note| note.contains("levers.contribution.form: the scenario itself decides on it from week 52 on")),
        "{told:?}"
    );
    let wrong = folder.file(
        "plans.toml",
        "[levers]\nteam.fte = 3\nteam.youth.fte = 3\nplaces.guidance = 0.5\nplaces.mental_health = 0.5\n",
    );
    let with = Overrides { with: vec![wrong], ..under(None, &[]) };
    let told = loaded(&["reactive"], &with).expect_err("is a plan");
    for says in ["levers.team: belongs in a plan", "levers.places.guidance: belongs in a plan"] {
        assert_eq!(told.matches(says).count(), 1, "{says}: {told}");
    }
    assert!(!told.contains("mental_health: belongs"), "{told}");
    // Two histories do not begin in two years.
    let two = |with: [&str; 2]| Overrides { with: with.map(str::to_owned).to_vec(), ..under(None, &[]) };
    let told = loaded(&["reactive"], &two(["builtin:transfer-2015", "builtin:wlz-2021"])).expect_err("two years");
    assert!(told.contains("context.start_year: other years than builtin:transfer-2015"), "{told}");
    assert!(loaded(&["reactive"], &two(["builtin:covid", "builtin:wlz-2021"])).is_ok());
    let told = loaded(&["reactive"], &two(["builtin:covid", "builtin:covid"])).expect_err("twice");
    assert!(told.contains("builtin:covid: is named by --with more than once"), "{told}");
    assert!(String::from_utf8_lossy(&kantel(&["check", &state]).stdout).contains("state.toml: ok (world)"));
}

#[test]
fn the_worlds_in_the_box_are_in_order() {
    let files = |folder: &str| {
        let path = format!("{}/scenarios/{folder}", env!("CARGO_MANIFEST_DIR"));
        fs::read_dir(path).expect("a folder").count()
    };
    assert_eq!(files("worlds") + files("context"), kantel::scenario::WORLDS.len(), "each is built in");
    let plain = loaded(&["reactive", "proactive"], &under(None, &[])).unwrap_or_else(|told| panic!("{told}"));
    for (name, text) in kantel::scenario::WORLDS {
        let with = Overrides { with: vec![format!("builtin:{name}")], ..under(None, &[]) };
        let all = loaded(&["reactive", "proactive"], &with).unwrap_or_else(|told| panic!("{name}: {told}"));
        let own = kantel::scenario::world_differences(&plain[0].scenario, &all[0].scenario);
        let decided = all[0].scenario.organisation != plain[0].scenario.organisation;
        assert!(!own.is_empty() || decided, "{name} says something");
        assert!(kantel::scenario::world_differences(&all[0].scenario, &all[1].scenario).is_empty(), "{name}");
        assert!(text.starts_with("# ") && text.contains("ssumption"), "{name} says where it comes from");
        assert_eq!(all[0].warnings, plain[0].warnings, "{name}");
    }
}

/// What a small comparison prints and reports, with options of its own.
fn compared(folder: &Folder, place: &str, options: &[&str]) -> (String, String) {
    let out = folder.0.join(place).to_string_lossy().into_owned();
    let small = ["--samples", "1", "--loops", "0", "--quiet", "--out", &out];
    let output = kantel(&[&["compare"][..], options, &small].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let report = fs::read_to_string(folder.0.join(place).join("report.html")).expect("a report");
    // Another run from the folder alone says the same.
    assert_eq!(kantel(&["report", &out]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(folder.0.join(place).join("report.html")).expect("a report"), report);
    // Lines are wrapped.
    (String::from_utf8_lossy(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" "), report)
}

#[test]
fn worlds_that_differ_are_told_beside_every_figure() {
    let folder = Folder::new("differ");
    let size = ["reactive", "proactive", "--residents", "600", "--years", "1"];
    let other = ["--worlds-may-differ", "--set", "proactive:onset.debt=0.05"];
    let (told, report) = compared(&folder, "out", &[&size[..], &other].concat());
    let says = "The scenarios differ in more than the plan, from the start on: onset.debt.";
    assert!(told.contains(&format!("budget, extra) ! {says}")), "{told}");
    for caption in report.split("<figcaption>").skip(1).filter_map(|rest| rest.split("</figcaption>").next()) {
        assert!(caption.contains(says), "{caption}");
    }
    assert!(report.contains("--closure hours --worlds-may-differ"), "the command that does it again");
    let manifest = fs::read_to_string(folder.0.join("out/manifest.json")).expect("a manifest");
    assert!(manifest.contains("parameters.onset.debt"), "{manifest}");
    let again = folder.0.join("out/scenarios");
    let [base, variant] =
        ["reactive", "proactive"].map(|n| again.join(format!("{n}.toml")).to_string_lossy().into_owned());
    let (_, second) = compared(&folder, "again", &["--closure", "hours", "--worlds-may-differ", &base, &variant]);
    assert!(second == report, "the command gives the same report");
    let (told, report) = compared(&folder, "same", &size);
    assert!(!told.contains("more than the plan") && !report.contains("more than the plan"));
}

#[test]
fn what_the_model_lacks_of_a_lever_is_told_where_it_differs() {
    let folder = Folder::new("lever");
    let size = ["reactive", "proactive", "--residents", "600", "--years", "1"];
    let paid = ["--set", "proactive:contribution.flat=200", "--set", "proactive:team.training_hours=0"];
    let (told, report) = compared(&folder, "out", &[&size[..], &paid].concat());
    let says = "Flat own contribution: A lower fee than now brings nobody who stays away today, and nobody settles for \
                less help: both are not in the model.";
    assert!(told.contains(&format!("! {says}")), "{told}");
    assert!(report.contains(says));
    assert!(!told.contains("Training:"), "it does not differ: {told}");
    let places =
        ["--set", "proactive:service.guidance.places=5", "--set", "proactive:service.youth_ambulatory.places=5"];
    let (told, _) = compared(&folder, "places", &[&size[..], &places].concat());
    assert_eq!(told.matches("! Purchased capacity, municipality: Who finds no place only waits").count(), 1, "{told}");
    let dutch = [&size[..], &["--lang", "nl", "--set", "proactive:team.reorganise_years=2"]].concat();
    let (told, report) = compared(&folder, "nl", &dutch);
    let says = "Wat een reorganisatie moet opleveren, zit niet in het model.";
    assert!(told.contains(says) && report.contains(says), "{told}");
    let alike = [&size[..], &["--set", "contribution.flat=200"]].concat();
    let (told, _) = compared(&folder, "alike", &alike);
    assert!(!told.contains("Flat own contribution:"), "alike in both: {told}");
    let levers = String::from_utf8_lossy(&kantel(&["levers"]).stdout).into_owned();
    assert!(
        levers.split_whitespace().collect::<Vec<_>>().join(" ").contains("brings nobody who stays away today"),
        "{levers}"
    );
}

#[test]
fn outside_its_domain_a_result_is_no_result() {
    let folder = Folder::new("domain");
    let (told, report) = compared(&folder, "small", &["--residents", "50", "--years", "1"]);
    let small = "Too small: 50 residents.";
    assert!(told.contains(&format!("! {small}")) && report.contains(small), "{told}");
    let (told, report) = compared(&folder, "long", &["--residents", "500", "--years", "21"]);
    let long = "Too far ahead: 21 years.";
    assert!(told.contains(&format!("! {long}")) && report.contains(long) && !told.contains("Too small"), "{told}");
    let (told, report) = compared(&folder, "good", &["--residents", "500", "--years", "2"]);
    assert!(![told, report].iter().any(|text| text.contains("Too far") || text.contains("Too small")));
    let out = folder.0.join("run").to_string_lossy().into_owned();
    let one = kantel(&["run", "--residents", "50", "--years", "1", "--samples", "1", "--quiet", "--out", &out]);
    assert!(String::from_utf8_lossy(&one.stdout).contains(small));
    assert!(fs::read_to_string(folder.0.join("run/report.html")).expect("a report").contains(small));
}
