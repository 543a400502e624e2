//! Where two results part, and results of one world compared with each other.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use kantel::cancel::Cancel;
use kantel::district::Event;
use kantel::experiment::{Draw, Parting, parting};
use kantel::observation::catalogue;
use kantel::plan::{Closure, Scenario, close};
use kantel::simulation::{Observer, Policy, Simulation, Unobserved};
use kantel::store::Courses;
use kantel::units::Week;

use crate::program::Folder;
use crate::small::builtin;
use crate::store::{said, small};

fn told(folder: &Folder, arguments: &[&str]) -> String {
    let output = folder.kantel(&[&["diff"], arguments, &["--lang", "en"]].concat());
    assert!(output.status.success(), "{arguments:?}: {}", said(&output));
    said(&output)
}

/// Two arms of a small district in one world.
fn arms(change: impl Fn(&mut Scenario)) -> [Scenario; 2] {
    let mut ours = builtin("reactive", 400, 2);
    ours.experiment.burn_in_weeks = 52;
    let mut theirs = ours.clone();
    change(&mut theirs);
    [ours.clone(), close(&ours, &theirs, Closure::Extra).scenario]
}

fn parted(base: &Scenario, [a, b]: &[Scenario; 2], same_start: bool) -> Parting {
    let draw = Draw { sample: 1, replicate: 0 };
    parting([base, base], [a, b], same_start, draw, &Cancel::new()).expect("nobody stops it")
}

/// Everything that happens from week 0 on.
#[derive(Default)]
struct All(Vec<(Week, Event)>);

impl Observer for All {
    const WANTS_EVENTS: bool = true;

    fn events(&mut self, week: Week, events: &[Event]) {
        self.0.extend(events.iter().map(|event| (week, *event)));
    }
}

fn happens(base: &Scenario, scenario: &Scenario) -> Vec<(Week, Event)> {
    let mut simulation = Simulation::of(base, 1, 0);
    simulation.step_to(Week(0), &mut Unobserved, &Cancel::new());
    let inputs = simulation.sites()[0].inputs.for_scenario(&scenario.drawn(1), 1, 0);
    simulation.begin(Arc::new(inputs), Policy::from(&scenario.drawn(1).organisation));
    let mut all = All::default();
    simulation.step_to(Week(104), &mut all, &Cancel::new());
    all.0
}

/// The event that is told happens in one alone, and everything in the weeks before it, and everything earlier in its
/// week, happens in both. Whether the burn-in is done once or twice is nothing.
#[test]
fn the_first_event_that_differs_is_the_first() {
    let base = arms(|_| ()).into_iter().next().expect("there are two");
    let mut both = [base.clone(), close(&base, &builtin("proactive", 400, 2), Closure::Extra).scenario];
    both[1].experiment = both[0].experiment.clone();
    let found = parted(&base, &both, true);
    assert_eq!(found, parted(&base, &both, false));
    let lone = found.event.expect("they part");
    let week = lone.event.at.week();
    let [a, b] = both.each_ref().map(|scenario| {
        let of = |(when, event): &(Week, Event)| *when < week || (*when == week && event.at < lone.event.at);
        let mut before: Vec<String> =
            happens(&base, scenario).iter().filter(|one| of(one)).map(|one| format!("{one:?}")).collect();
        before.sort();
        before
    });
    assert_eq!(a, b);
    let times = |scenario| happens(&base, scenario).iter().filter(|(_, event)| *event == lone.event).count();
    assert!(times(&both[lone.of]) > times(&both[1 - lone.of]), "{lone:?}");
    assert_eq!(parted(&base, &[base.clone(), base.clone()], true), Parting::default());
}

/// A dearer team changes no event: it shows in the sums of the first week.
#[test]
fn what_only_costs_more_is_told_by_the_sums() {
    let both = arms(|scenario| scenario.budget.team_cents_per_hour += 100);
    let found = parted(&both[0], &both, true);
    assert_eq!(found.event, None);
    let sum = found.sum.expect("it costs more");
    assert_eq!(sum.week, Week(0));
    let series = &catalogue::series()[sum.series];
    assert!(series.indicator.contains("euros"), "{series:?}");
    assert_eq!(found.week(), Some(Week(0)));
}

/// Another seed gives other people.
#[test]
fn other_people_are_told_before_anything_happens() {
    let [a, mut b] = arms(|_| ());
    b.experiment.seed += 1;
    let draw = Draw { sample: 0, replicate: 0 };
    let found = parting([&a, &b], [&a, &b], false, draw, &Cancel::new()).expect("nobody stops it");
    assert!(found.lone_resident.is_some() && found.event.is_none(), "{found:?}");
}

fn write_plan(folder: &Folder, hours: u32) {
    let steps = format!("[{{ after_years = 1, value = {hours} }}]");
    let plan = format!("schema_version = 1\nbase = \"builtin:reactive\"\n[levers]\nteam.training_hours = {steps}\n");
    fs::write(folder.0.join("plan.toml"), plan).expect("a file");
}

#[test]
fn two_results_are_held_against_each_other() {
    let folder = Folder::new("diff-results");
    let compare = |out: &'static str, more: &[&'static str]| {
        let common = ["compare", "reactive", "plan.toml", "--residents", "400", "--years", "2", "--samples", "3"];
        let rest = ["--loops", "0", "--no-lives", "--closure", "extra", "--quiet", "--out", out];
        let burn_in = ["--set", "experiment.burn_in_weeks=52"];
        folder.done(&[&common[..], &burn_in, &rest, more].concat());
    };
    write_plan(&folder, 40);
    compare("one", &["--threads", "1"]);
    compare("again", &["--lang", "nl"]);
    write_plan(&folder, 200);
    compare("other", &[]);
    compare("seed", &["--seed", "7"]);

    let same = told(&folder, &["one", "again"]);
    assert!(same.contains("The same was asked of both.") && same.contains("No difference in"), "{same}");
    assert!(same.contains("Files that differ all the same:") && same.contains("report.html"), "{same}");

    let other = told(&folder, &["one", "other"]);
    assert!(other.contains("plan: levers.team.training_hours") && other.contains("file plan.toml"), "{other}");
    assert!(other.contains("reactive: 0 of"), "{other}");
    let first = other.lines().find(|line| line.starts_with("First: plan, sample ")).expect("they part");
    let week = first.split("week ").nth(1).and_then(|rest| rest.split([',', ' ']).next()?.parse::<i32>().ok());
    assert!(week.is_some_and(|week| (52..104).contains(&week)), "{other}");
    assert_eq!(other, told(&folder, &["one", "other", "--threads", "3"]));
    let base = told(&folder, &["one", "other", "--scenario", "reactive"]);
    assert!(base.contains("No difference in"), "{base}");
    let crossed = told(&folder, &["one", "one", "--scenario", "reactive=plan", "--samples", "1"]);
    assert!(crossed.contains("First: reactive=plan, sample 0"), "{crossed}");

    let seed = told(&folder, &["other", "seed"]);
    assert!(seed.contains("They are other people.") && seed.contains("42"), "{seed}");

    let wrong = folder.refused(&["diff", "one", "other", "--scenario", "plaan", "--lang", "en"]);
    assert!(wrong.contains("there is no such scenario in one") && wrong.contains("plan"), "{wrong}");
    let wrong = folder.refused(&["diff", "nowhere", "nothing", "--lang", "en"]);
    assert!(wrong.contains("nowhere") && wrong.contains("nothing"), "{wrong}");

    altered(&folder.0.join("again/courses.kantel"));
    let told_altered = told(&folder, &["one", "again"]);
    assert!(told_altered.contains("courses.kantel in B was altered: 1 courses"), "{told_altered}");
    assert!(!told_altered.contains("in A was altered") && told_altered.contains("kantel verify"), "{told_altered}");
}

/// Writes a store anew in which one number of one course is another, with all its checks right.
fn altered(path: &Path) {
    let stored = Courses::open(path).expect("a store").courses;
    let aside = path.with_extension("aside");
    let anew = Courses::begin(&aside, stored.header().clone()).expect("a store");
    for (i, key) in stored.keys().into_iter().enumerate() {
        let mut course = stored.get(&key).expect("a course");
        if i == 2 {
            course.years[0][0].num += 1;
        }
        anew.keep(key, &course);
    }
    drop((stored, anew));
    fs::rename(&aside, path).expect("it is put there");
}

/// Two results of one world compared with each other are, to the byte, one comparison of all their scenarios, and what
/// they keep is not computed again. What is not of one world is refused with what differs.
#[test]
fn results_of_one_world_are_compared_with_each_other() {
    let folder = Folder::new("diff-joined");
    let budget = "proactive-budget";
    folder.done(&small(&["reactive", "proactive", budget, "--out", "whole"]));
    folder.done(&small(&["reactive", "proactive", "--out", "a"]));
    folder.done(&small(&["reactive", budget, "--out", "b"]));
    folder.done(&["compare", "--results", "a", "b", "--out", "joined", "--loops", "2", "--quiet"]);
    folder.same("whole", "joined");
    folder.done(&["verify", "joined", "--samples", "1"]);
    folder.done(&small(&["reactive", budget, "--out", "seed", "--seed", "7"]));
    let told = folder.refused(&["compare", "--results", "a", "seed", "--out", "none", "--lang", "en"]);
    assert!(told.contains("experiment.seed") && told.contains("a comparison shares it"), "{told}");
    folder.done(&small(&["reactive", budget, "--out", "world", "--set", "onset.daily=0.05"]));
    let told = folder.refused(&["compare", "--results", "a", "world", "--out", "none", "--lang", "en"]);
    assert!(told.contains("onset.daily"), "{told}");
    let may = ["compare", "--results", "a", "world", "--out", "may", "--loops", "0", "--no-lives", "--quiet"];
    folder.done(&[&may[..], &["--worlds-may-differ"]].concat());
    let told = folder.refused(&["compare", "--results", "a", "a", "--out", "none", "--lang", "en"]);
    assert!(told.contains("named more than once"), "{told}");
    let told = folder.refused(&["compare", "--results", "a", "--seed", "7", "--out", "none", "--lang", "en"]);
    assert!(told.contains("--seed"), "{told}");
    assert!(!folder.0.join("none").exists() && !folder.0.join("none.courses").exists());
}
