//! Circumstances that change on a date: the same in every scenario, and nothing before it.

use std::sync::Arc;

use kantel::cancel::Cancel;
use kantel::district::{Event, Inputs, What};
use kantel::entities::{Domain, Product};
use kantel::levers::{Course, LeverValue, Step};
use kantel::links::Link;
use kantel::parameters::Params;
use kantel::plan::{Scenario, Subject};
use kantel::simulation::{Observer, Policy, Simulation, Unobserved};
use kantel::units::Week;

use super::small::{builtin, burned_in, go_on};

fn parameter(key: &str) -> Subject {
    Subject::Parameter(Params::position(key).expect("a parameter"))
}

/// A scenario in which something is multiplied from weeks on.
fn with(scenario: &Scenario, subject: Subject, steps: &[(i32, f64)]) -> Scenario {
    let mut changed = scenario.clone();
    let step = |&(week, factor)| Step { from: Week(week), value: LeverValue::Number(factor), ramp_weeks: 0 };
    changed.context.factors.push((subject, Course::of(steps.iter().map(step).collect())));
    changed
}

/// Events of one kind by year.
struct Counted<F> {
    counts: F,
    by_year: Vec<u32>,
}

impl<F: Fn(&What) -> bool> Observer for Counted<F> {
    const WANTS_EVENTS: bool = true;

    fn events(&mut self, week: Week, events: &[Event]) {
        let year = (week.0 / 52) as usize;
        if self.by_year.len() <= year {
            self.by_year.resize(year + 1, 0);
        }
        self.by_year[year] += events.iter().filter(|e| (self.counts)(&e.what)).count() as u32;
    }
}

fn counted(start: &Simulation, scenario: &Scenario, years: i32, counts: impl Fn(&What) -> bool) -> Vec<u32> {
    let mut simulation = start.fork();
    simulation.begin(Arc::new(Inputs::of(scenario, 0, 0)), Policy::from(&scenario.organisation));
    let mut counted = Counted { counts, by_year: Vec::new() };
    simulation.step_to(Week(years * 52), &mut counted, &Cancel::new());
    counted.by_year
}

/// What waits in the calendar is forgotten and entered anew whenever a parameter changes. Of a parameter that nothing
/// in a simulation depends on, that leaves every series as it was to the last bit.
#[test]
fn to_enter_anew_moves_nothing() {
    let plain = builtin("proactive", 3_000, 4);
    let start = burned_in(&plain, 0, 0);
    let steps = [(0, 1.1), (31, 1.0), (52, 1.2), (53, 0.9), (150, 1.0)];
    let swept = with(&plain, parameter("team.fte_per_job"), &steps);
    let [a, b] = [&plain, &swept].map(|scenario| go_on(&start, scenario, 0, 0, Week(208)));
    assert_eq!(a.record(), b.record());
    assert_eq!(a.region().districts[0].levels, b.region().districts[0].levels);
}

/// A rate that falls to nothing and comes back is nothing in between, and afterwards what it was: no point was lost.
/// Years of some 230 onsets differ by chance and by what else changed: 25 % is five standard errors.
#[test]
fn a_rate_that_falls_to_nothing_comes_back() {
    let mut plain = builtin("reactive", 12_000, 6);
    plain.organisation.timeline.base.links[Link::CLOSING_RELAPSE.place()] = 0.0;
    let start = burned_in(&plain, 0, 0);
    let youth = |what: &What| matches!(what, What::Onset(Domain::Youth, _));
    let paused = with(&plain, parameter("onset.youth"), &[(104, 0.0), (208, 1.0)]);
    let [without, with] = [&plain, &paused].map(|scenario| counted(&start, scenario, 6, youth));
    assert_eq!(without[..2], with[..2], "a date changes nothing before it");
    assert_eq!(with[2..4], [0, 0]);
    for year in 4..6 {
        let ratio = f64::from(with[year]) / f64::from(without[year]);
        assert!((0.75..1.25).contains(&ratio), "year {year}: {with:?} against {without:?}");
    }
}

/// So it is for what happens to residents, households and carers: a higher rate is more events, half the rate fewer of
/// them, and the same rate again as many as before: no point was entered twice.
#[test]
fn every_rate_follows_its_parameter() {
    let plain = builtin("reactive", 12_000, 4);
    let start = burned_in(&plain, 0, 0);
    let kinds = [
        ("demography.mortality", 2.0, What::Died),
        ("demography.fertility", 2.0, What::Born),
        ("demography.moves", 2.0, What::Left),
        ("care.outside", 8.0, What::CareStarted),
    ];
    for (key, factor, kind) in kinds {
        let counts = |what: &What| *what == kind;
        let dated = with(&plain, parameter(key), &[(52, factor), (104, 0.5), (156, 1.0)]);
        let [without, with] = [&plain, &dated].map(|scenario| counted(&start, scenario, 4, counts));
        let ratios: Vec<f64> = with.iter().zip(&without).map(|(a, b)| f64::from(*a) / f64::from(*b)).collect();
        assert!(ratios[0].to_bits() == 1.0_f64.to_bits(), "{key}: {ratios:?}");
        // People leave, and care begins, for other reasons too.
        assert!(ratios[1] > 1.25 && ratios[2] < 0.95 && (0.7..1.3).contains(&ratios[3]), "{key}: {ratios:?}");
    }
}

/// Fewer places serve fewer people, from their date on.
#[test]
fn places_that_go_serve_nobody() {
    let plain = builtin("reactive", 6_000, 3);
    let start = burned_in(&plain, 0, 0);
    let closed = with(&plain, Subject::Places(Product::MentalHealth), &[(52, 0.5)]);
    let serving = |scenario: &Scenario, week: i32| {
        let run = go_on(&start, scenario, 0, 0, Week(week));
        let queue = run.region().services.iter().find(|q| q.product == Product::MentalHealth);
        queue.map_or(0, |q| q.serving)
    };
    assert_eq!(serving(&plain, 52), serving(&closed, 52));
    let (without, with) = (serving(&plain, 156), serving(&closed, 156));
    assert!(with * 10 < without * 7, "{with} of {without} are still served");
}

/// Step and fork across a change equal a straight run, and so does a snapshot taken between two changes.
#[test]
fn a_run_can_be_cut_at_a_change() {
    let scenario = with(&builtin("reactive", 2_000, 3), parameter("onset.mental"), &[(40, 1.5), (80, 0.8)]);
    let start = burned_in(&scenario, 0, 0);
    let straight = go_on(&start, &scenario, 0, 0, Week(156));
    for cut in [39, 40, 41, 60, 80] {
        let halfway = go_on(&start, &scenario, 0, 0, Week(cut));
        let mut restored = Simulation::restore(&halfway.fork().snapshot().expect("bytes")).expect("a snapshot");
        restored.step_to(Week(156), &mut Unobserved, &Cancel::new());
        let [straight, restored] = [&straight, &restored].map(|run| run.snapshot().expect("bytes"));
        assert!(straight == restored, "cut in week {cut}");
    }
}

/// What makes asking likelier can grow on a date, while the team is more visible than at the start: what is entered
/// keeps up.
#[test]
fn asking_keeps_up_with_its_parameters() {
    let mut plain = builtin("proactive", 6_000, 4);
    let lever = kantel::levers::position("outreach.collective_fte").expect("a lever");
    plain.organisation.timeline.set(Week(0), lever, LeverValue::Number(3.0));
    let start = burned_in(&plain, 0, 0);
    let asked = |what: &What| matches!(what, What::Known(_, kantel::entities::Route::Asked));
    let more = with(&plain, parameter("asking.visibility"), &[(104, 6.0)]);
    let [without, with] = [&plain, &more].map(|scenario| counted(&start, scenario, 4, asked));
    assert_eq!(without[..2], with[..2]);
    assert!(with[2] > without[2], "{with:?} against {without:?}");
}
