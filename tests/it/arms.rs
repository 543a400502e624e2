//! Fair arms: what a comparison keeps equal cannot be set by a plan, and the world is the same for all.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use kantel::cli::plain;
use kantel::scenario::{Closure, Loaded, Overrides, load_all, load_text};

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
    Command::new(env!("CARGO_BIN_EXE_kantel")).args(arguments).output().expect("the program starts")
}

fn under(closure: Option<Closure>, set: &[&str]) -> Overrides {
    Overrides { closure, set: set.iter().map(|s| (*s).to_owned()).collect(), ..Overrides::default() }
}

fn loaded(sources: &[&str], overrides: &Overrides) -> Result<Vec<Loaded>, String> {
    let sources: Vec<String> = sources.iter().map(|s| (*s).to_owned()).collect();
    load_all(&sources, overrides).map_err(|all| all.iter().map(plain).collect::<Vec<_>>().join("\n"))
}

const HOURS: &str =
    "the plan sets team.fte, and closure `hours` keeps hours equal: use `--closure extra` or `budget`, or leave it out";

/// A cut of the team by 10 % that same hours would undo without a word.
#[test]
fn a_team_that_same_hours_would_undo_is_refused_with_its_place_and_the_remedy() {
    let folder = Folder::new("hours");
    let cut = folder.plan("cut.toml", "[levers]\nteam.fte = 28.8\n");
    for (command, stands) in [(vec!["compare", "reactive", &cut], 4), (vec!["check", &cut], 4)] {
        let output = kantel(&command);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{command:?}: {told}");
        assert!(output.stdout.is_empty(), "nothing is run");
        assert!(told.contains(&format!("cut.toml:{stands}:12: levers.team.fte: {HOURS}")), "{command:?}: {told}");
    }
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
        all[1].warnings.contains(&"burn-in runs under the organisation of whole".to_owned()),
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
    assert_eq!(lines, ["Closure: same team hours (hours)", "Closure: extra money (extra)"]);
    let read = |name: &str| fs::read_to_string(folder.0.join("result").join(name)).expect("a file");
    let closures: Vec<String> = ["reactive,proactive,hours,", "reactive,own,extra,"].map(str::to_owned).to_vec();
    let table = read("comparison.csv");
    assert!(table.lines().skip(1).all(|row| closures.iter().any(|start| row.starts_with(start))), "{table}");
    let manifest: serde_json::Value = serde_json::from_str(&read("manifest.json")).expect("JSON");
    let of = |i: usize| manifest["scenarios"][i]["closure"].clone();
    assert_eq!([of(0), of(1), of(2)], ["", "hours", "extra"]);
    let report = read("report.html");
    let extra = "What the policy adds comes on top, as extra money.";
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
