//! One household, two lives: drawn by a rule that favours neither policy, told as it happened, and without any effect.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kantel::cancel::Cancel;
use kantel::cli::compare::{Job, Screen, execute};
use kantel::district::{Event, What};
use kantel::entities::Severity;
use kantel::experiment::{Lives, Model, Plan, Simulator, Turn, WorkWeek, lives};
use kantel::ids::Key;
use kantel::links::Link;
use kantel::observation::{Trajectory, catalogue};
use kantel::plan::Scenario;
use kantel::random::{Draws, Process};
use kantel::report::wording::Lang;
use kantel::simulation::{Observer, Policy, Region, Simulation, Unobserved};
use kantel::study::Study;
use kantel::units::Week;

use crate::small::{builtin, burned_in, go_on};

const RESIDENTS: u32 = 2_500;
const YEARS: u32 = 3;
const END: Week = Week(YEARS as i32 * 52);

fn scenario(name: &str) -> Scenario {
    let mut scenario = builtin(name, RESIDENTS, YEARS);
    let e = &mut scenario.experiment;
    (e.samples, e.replicates, e.extra_replicate, e.burn_in_weeks) = (2, 1, 0, 52);
    scenario
}

/// The reactive scenario, but help keeps no need from worsening.
fn unprotected() -> Scenario {
    let mut scenario = scenario("reactive");
    "unprotected".clone_into(&mut scenario.name);
    scenario.organisation.timeline.base.links[Link::HELP_WORSENING.place()] = 0.0;
    scenario
}

fn plan(scenarios: [Scenario; 2], threads: usize) -> Plan {
    let series = Arc::from(catalogue::series());
    Plan { threads, ..Plan::new(Vec::from(scenarios), series) }
}

fn told(scenarios: [Scenario; 2]) -> Lives {
    lives(&plan(scenarios, 1), &Simulator, &Cancel::new(), &())
        .expect("nothing stops it")
        .expect("there are households")
}

fn both() -> [Scenario; 2] {
    ["reactive", "proactive"].map(scenario)
}

/// Every event of a run.
#[derive(Default)]
struct Everything(Vec<Event>);

impl Observer for Everything {
    const WANTS_EVENTS: bool = true;
    fn events(&mut self, _week: Week, events: &[Event]) {
        self.0.extend_from_slice(events);
    }
}

/// A scenario from a burned-in state, with everything that happened.
fn watched(start: &Simulation, scenario: &Scenario) -> (Simulation, Vec<Event>) {
    let inputs = kantel::district::Inputs::of(scenario, 0, 0);
    let mut simulation = start.fork();
    simulation.begin(Arc::new(inputs), Policy::from(&scenario.organisation));
    let mut everything = Everything::default();
    simulation.step_to(END, &mut everything, &Cancel::new());
    (simulation, everything.0)
}

#[test]
fn whoever_looks_on_changes_nothing() {
    let scenario = scenario("proactive");
    let start = burned_in(&scenario, 0, 0);
    let (mut watched, events) = watched(&start, &scenario);
    assert!(events.len() > 1_000, "{}", events.len());
    // The log is switched off again; nothing is simulated.
    watched.step_to(END, &mut Unobserved, &Cancel::new());
    let alone = go_on(&start, &scenario, 0, 0, END);
    assert!(watched.snapshot().expect("is written") == alone.snapshot().expect("is written"));
}

/// The simulator, but it follows nobody.
struct Blind;

impl Model for Blind {
    type Start = Simulation;

    fn start(&self, base: &Scenario, sample: u32, replicate: u32, stop: &Cancel) -> Option<Simulation> {
        Simulator.start(base, sample, replicate, stop)
    }

    fn run(
        &self,
        start: Cow<'_, Simulation>,
        index: usize,
        scenario: &Scenario,
        sample: u32,
        replicate: u32,
        stop: &Cancel,
    ) -> Option<Trajectory> {
        Simulator.run(start, index, scenario, sample, replicate, stop)
    }
}

/// The files of a comparison but the manifest, by name.
fn files<M: Model>(model: &M, threads: usize, place: &str) -> BTreeMap<String, Vec<u8>> {
    let above: PathBuf = std::env::temp_dir().join(format!("kantel-lives-{place}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&above);
    let plan = plan(both(), threads);
    let job = Job {
        study: Study::of_plan(plan, Vec::new()),
        out: Some(above.join("result")),
        force: false,
        lang: Lang::En,
        csv: None,
        spoken: Lang::En,
        quiet: true,
        verbose: false,
        memory: None,
        command: Vec::new(),
        keeping: kantel::cli::keeping::Keeping::Nothing,
    };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let folder = execute(&job, model, &Cancel::new(), &mut Screen { out: &mut out, err: &mut err, live: None })
        .expect("it runs");
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(&folder).expect("it works") {
        let path = entry.expect("it works").path();
        let name = |path: &Path| path.file_name().expect("has one").to_string_lossy().into_owned();
        if path.is_file() && name(&path) != "manifest.json" {
            all.insert(name(&path), fs::read(&path).expect("it works"));
        }
    }
    fs::remove_dir_all(&above).expect("it works");
    all
}

#[test]
fn all_other_files_are_the_same_with_and_without_and_all_of_them_for_any_threads() {
    let with = files(&Simulator, 1, "one");
    assert!(with == files(&Simulator, 3, "three"), "threads");
    let mut rest = with.clone();
    let mut without = files(&Blind, 2, "blind");
    for name in ["lives.csv", "lives_drawn.csv", "work_weeks.csv"] {
        assert!(rest.remove(name).is_some() && !without.contains_key(name), "{name}");
    }
    assert_ne!(rest.remove("report.html"), without.remove("report.html"));
    assert_eq!(rest.keys().collect::<Vec<_>>(), without.keys().collect::<Vec<_>>());
    assert!(rest == without, "another file differs");
    assert!(rest.contains_key("comparison.csv") && rest.contains_key("yearly.csv"));
}

/// A team's share of one professional in the weeks that are told, in the plainest way.
struct Desk {
    holder: Key,
    weeks: Vec<WorkWeek>,
}

impl Observer for Desk {
    fn week(&mut self, week: Week, region: &Region) {
        let [d] = region.districts.as_slice() else { panic!("one district") };
        let [team] = d.teams.as_slice() else { panic!("one team") };
        let held = team.jobs.iter().filter(|job| job.employed);
        let shares: f64 = held.clone().map(|job| job.share).sum();
        if let Some(job) = held.clone().find(|job| job.key == self.holder).filter(|_| week.of_year() == 25) {
            let share = job.share / shares;
            let (hours, cases) = (team.hours.available.hours() * share, f64::from(team.open) * share);
            let years = (f64::from(job.brought) + f64::from(week.0 + 1) - f64::from(job.since.0) / 10_080.0) / 52.0;
            let mut told = WorkWeek { week: week.0 as u32, works: true, cases, years, ..WorkWeek::default() };
            told.hours[0] = hours;
            self.weeks.push(told);
        }
    }
}

#[test]
fn a_professional_has_their_share_of_the_team_s_hours_and_is_followed_until_they_leave() {
    let scenarios = both();
    let told = told(scenarios.clone());
    let start = burned_in(&scenarios[0], 0, 0);
    let jobs = &start.region().districts[0].teams[0].jobs;
    let draws = Draws::new(scenarios[0].experiment.seed, 0, 0);
    let lot = |key: Key| draws.bits(Process::TOLD_PROFESSIONAL, key, 0);
    let holder = jobs.iter().filter(|job| job.employed).map(|job| job.key).min_by_key(|key| lot(*key));
    let holder = holder.expect("somebody works here");
    for (scenario, weeks) in scenarios.iter().zip(&told.work) {
        assert_eq!(weeks.iter().map(|told| told.week).collect::<Vec<_>>(), [25, 77, 129]);
        let mut simulation = start.fork();
        let inputs = kantel::district::Inputs::of(scenario, 0, 0);
        simulation.begin(Arc::new(inputs), Policy::from(&scenario.organisation));
        let mut desk = Desk { holder, weeks: Vec::new() };
        simulation.step_to(END, &mut desk, &Cancel::new());
        assert_eq!(desk.weeks.len(), weeks.iter().filter(|told| told.left == 0).count());
        assert!(!desk.weeks.is_empty(), "the first week is that of who was there");
        for (plain, told) in desk.weeks.iter().zip(weeks) {
            // Hours of administration are whole minutes.
            assert!((plain.cases / told.cases - 1.0).abs() < 1e-3, "{plain:?} {told:?}");
            assert!((plain.years - told.years).abs() < 1e-3, "{told:?}");
            // Administration and what is set apart come before the hours that are available.
            let [_, apart, ..] = told.hours;
            let available: f64 = told.hours[2..].iter().sum();
            assert!((plain.hours[0] - available).abs() < 0.01 && apart >= 0.0, "{plain:?} {told:?}");
            assert!(told.learnt >= 0.0 && told.in_an_hour > told.learnt && told.first_left.is_none());
        }
        for told in weeks.iter().filter(|told| told.left > 0) {
            let left = told.first_left.expect("somebody left");
            assert!(left <= told.week && (told.works || told.hours.iter().sum::<f64>() < 1e-12));
        }
    }
}

/// A course as told by months, from everything that happened: each event as text, in order.
type Course = Vec<(i32, Key, String)>;

/// Counts and draws from everything that happened, in the plainest way.
#[derive(Default)]
struct Plain {
    courses: BTreeMap<Key, Course>,
    severe: BTreeMap<Key, u32>,
    stayed: BTreeSet<Key>,
}

fn keys(region: &Region) -> BTreeSet<Key> {
    region.districts[0].households.iter().map(|h| h.key).collect()
}

fn plainly(start: &Simulation, scenario: &Scenario) -> Plain {
    let (end, events) = watched(start, scenario);
    let here = keys(start.region());
    let mut plain = Plain { stayed: here.intersection(&keys(end.region())).copied().collect(), ..Plain::default() };
    // What a service gives by the week is no turn, and carers, rent, benefit and who gives up waiting are told
    // of households of a kind alone.
    let is_turn = |e: &&Event| {
        let of_a_kind = matches!(
            e.what,
            What::CaredFor
                | What::CarerGone(_)
                | What::BehindWithRent
                | What::OrderedOut
                | What::Evicted
                | What::RentPaid
                | What::BenefitStarted
                | What::BenefitEnded
                | What::CaseLeft
                | What::QueueLeft(_)
        );
        !of_a_kind && !matches!(e.what, What::HoursSet(..))
    };
    for event in events.iter().filter(|e| here.contains(&e.household)).filter(is_turn) {
        let week = event.at.week();
        let month = week.year() * 12 + week.of_year() * 12 / 52;
        let course = plain.courses.entry(event.household).or_default();
        course.push((month, event.resident, format!("{:?}", event.what)));
        let moved_in = |e: &Event| e.resident == event.resident && e.at == event.at && e.what == What::Arrived;
        let severe = match event.what {
            What::Worsened(_, severity) => severity >= Severity::Severe,
            What::Onset(_, severity) => severity >= Severity::Severe && !events.iter().any(moved_in),
            _ => false,
        };
        *plain.severe.entry(event.household).or_default() += u32::from(severe);
    }
    plain.courses.values_mut().for_each(|course| course.sort());
    plain
}

/// The oracle does in the plainest way, on all events kept in memory, what the diary does on the fly.
#[test]
fn the_household_is_drawn_by_the_stated_rule_and_told_as_it_happened() {
    let scenarios = [scenario("reactive"), unprotected()];
    let lives = told(scenarios.clone());
    let start = burned_in(&scenarios[0], 0, 0);
    let draws = Draws::new(scenarios[0].experiment.seed, 0, 0);
    let [base, variant] = scenarios.map(|scenario| plainly(&start, &scenario));
    let stayed: Vec<Key> = base.stayed.intersection(&variant.stayed).copied().collect();
    let severe = |plain: &Plain, key: &Key| plain.severe.get(key).copied().unwrap_or_default();
    let is_severe: Vec<Key> = stayed.iter().copied().filter(|k| severe(&base, k) + severe(&variant, k) > 0).collect();
    let differs = |key: &Key| base.courses.get(key) != variant.courses.get(key);
    let candidates: Vec<Key> = is_severe.iter().copied().filter(|k| differs(k)).collect();
    let fewer = candidates.iter().filter(|k| severe(&variant, k) < severe(&base, k)).count();
    let more = candidates.iter().filter(|k| severe(&variant, k) > severe(&base, k)).count();
    let same = stayed.iter().filter(|k| !differs(k)).count();
    let d = lives.drawn;
    assert_eq!(d.households as usize, keys(start.region()).len());
    assert_eq!(
        [d.stayed, d.same, d.severe, d.candidates, d.fewer, d.more].map(|n| n as usize),
        [stayed.len(), same, is_severe.len(), candidates.len(), fewer, more]
    );
    assert!(candidates.len() > 10 && same > 100, "there is something to draw from: {d:?}");
    let in_one = candidates.iter().filter(|k| severe(&base, k) == 0 || severe(&variant, k) == 0).count();
    assert!(in_one > 0, "a rule that looks at one scenario alone would count others");

    let drawn = candidates.iter().copied().min_by_key(|k| draws.bits(Process::TOLD_HOUSEHOLD, *k, 0)).expect("some");
    for (course, plain) in lives.courses.iter().zip([&base, &variant]) {
        let happened: Vec<_> = course.iter().filter_map(|m| Some((m.week?, m))).collect();
        // A relapse and its onset are told as one.
        let relapses = happened.iter().filter(|m| matches!(m.1.turn, Turn::NeedReturns(..))).count();
        assert_eq!(happened.len() + relapses, plain.courses.get(&drawn).map_or(0, Vec::len));
        assert!(happened.windows(2).all(|w| w[0].0 <= w[1].0), "in order of time");
        let severe = happened.iter().filter(|m| m.1.turn.is_severe()).count();
        assert_eq!(severe as u32, plain.severe.get(&drawn).copied().unwrap_or_default());
    }
    assert_eq!([lives.severe(0), lives.severe(1)].iter().sum::<usize>(), {
        (severe(&base, &drawn) + severe(&variant, &drawn)) as usize
    });
    let d = &start.region().districts[0];
    let place = d.households.iter().position(|h| h.key == drawn).expect("it is there");
    let ages: Vec<u32> =
        d.members(kantel::ids::HouseholdId(place as u32)).map(|r| u32::from(d.residents[r].age_in(0))).collect();
    for course in &lives.courses {
        let present = course.iter().filter(|m| m.turn == Turn::Present).map(|m| (m.member, m.age));
        assert_eq!(present.collect::<Vec<_>>(), (0..).zip(ages.iter().copied()).collect::<Vec<_>>());
    }
}

/// A rule that asked for severe need in the base alone would draw those who fare badly in the base, and this would
/// fail.
#[test]
fn the_lot_does_not_know_which_scenario_is_the_base() {
    let one = told([scenario("reactive"), unprotected()]);
    let other = told([unprotected(), scenario("reactive")]);
    let [a, b] = &one.courses;
    assert_eq!(other.courses, [b.clone(), a.clone()]);
    let (d, e) = (one.drawn, other.drawn);
    assert_eq!((d.fewer, d.more), (e.more, e.fewer));
    assert_eq!((d.stayed, d.same, d.severe, d.candidates), (e.stayed, e.same, e.severe, e.candidates));
    assert_ne!(a, b, "the courses differ");
}

#[test]
fn two_scenarios_that_do_the_same_leave_nobody_to_draw() {
    let lives = told([scenario("reactive"), scenario("reactive")]);
    let d = lives.drawn;
    assert_eq!((d.same, d.candidates, d.fewer, d.more), (d.stayed, 0, 0, 0));
    assert!(d.severe > 0 && lives.courses.iter().all(Vec::is_empty));
}

#[test]
fn nothing_is_told_without_a_variant_or_when_asked_to_stop() {
    let mut single = plan(both(), 1);
    single.scenarios.truncate(1);
    assert_eq!(lives(&single, &Simulator, &Cancel::new(), &()), Ok(None));
    let stop = Cancel::new();
    stop.cancel();
    assert!(lives(&plan(both(), 1), &Simulator, &stop, &()).is_err());
}

/// Ages are those of the moment: nobody grows younger, and nobody ages by more than the years that pass.
#[test]
fn ages_follow_the_calendar() {
    for course in &told(both()).courses {
        let mut last: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
        for moment in course {
            let week = moment.week.unwrap_or(0);
            let (before, age) = last.insert(moment.member, (week, moment.age)).unwrap_or((week, moment.age));
            let passed = (week - before) / 52 + 1;
            assert!((age..=age + passed).contains(&moment.age), "{moment:?} after {age} in week {before}");
        }
        assert!(!last.is_empty());
    }
}
