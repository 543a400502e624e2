//! What comes back around a loop: in which order a step moves what lies on its way, and what a cut leaves of it.

use kantel::cancel::Cancel;
use kantel::entities::Product;
use kantel::experiment::{FEEDS, Feed, Life, Point, Simulator, gains};
use kantel::levers::{self, LeverValue};
use kantel::links::LOOPS;
use kantel::observation::{Cell, catalogue};
use kantel::plan::Scenario;
use kantel::simulation::Simulation;
use kantel::units::Week;

use crate::small::{builtin, burned_in, fix, go_on_weekly};

const SAMPLES: u32 = 5;
const YEARS: u32 = 4;

/// The same with facilities, and something in return for help, without which R7 has nothing to go by, and with room to
/// practise, without which R3 has none.
fn with_facilities() -> Scenario {
    let mut scenario = scenario();
    let help = levers::position("reciprocity.help").expect("a lever");
    scenario.organisation.timeline.set(Week(0), help, LeverValue::Choice(1));
    let plan = [
        ("prevention.facility_euros", 120_000.0),
        ("prevention.coordination_fte", 0.5),
        ("culture.learning_hours", 80.0),
    ];
    for (key, value) in plan {
        let lever = levers::position(key).expect("a lever");
        scenario.organisation.timeline.set(Week(0), lever, LeverValue::Number(value));
    }
    scenario
}

/// Without somebody seconded and places that can be empty B3 has nothing to go by.
fn second(scenario: &mut Scenario) {
    fix(scenario, "position.referral", 4.0);
    fix(scenario, "position.offers", 1.0);
    let lever = levers::position("team.seconded_share").expect("a lever");
    scenario.organisation.timeline.set(Week(0), lever, LeverValue::Number(1.0));
    for organisation in [&mut scenario.organisation, &mut scenario.before] {
        organisation.services[Product::Guidance as usize].places = Some(300.0);
    }
}

/// By default no reserve is ever used up, and R6 has nothing to go by.
fn overspend(scenario: &mut Scenario) {
    for (key, euros) in [("reserve.euros", 0.0), ("budget.youth", 1_500_000.0)] {
        let lever = levers::position(key).expect("a lever");
        scenario.organisation.timeline.set(Week(0), lever, LeverValue::Number(euros));
    }
}

fn scenario() -> Scenario {
    let mut scenario = builtin("reactive", 6_000, YEARS);
    let e = &mut scenario.experiment;
    (e.samples, e.replicates, e.extra_replicate, e.burn_in_weeks) = (SAMPLES, 1, 0, 52);
    scenario
}

/// The week in which an indicator first differs between two runs on the same draws; the horizon if it never does.
fn parts_in(indicator: &str, runs: [&[Vec<Cell>]; 2]) -> usize {
    let position = catalogue::position(indicator, "all").expect("an indicator");
    let [without, with] = runs;
    assert_eq!((without.len(), with.len()), (YEARS as usize * 52, YEARS as usize * 52));
    (0..without.len()).find(|&week| without[week][position] != with[week][position]).unwrap_or(without.len())
}

/// The weeks, as means over samples, in which what lies on the way of a feed first moves when the link is cut in half.
fn moved(feed: &Feed) -> Vec<f64> {
    let mut whole = if ["R3", "R7"].contains(&feed.feedback) { with_facilities() } else { scenario() };
    // In a team of a few people hardly anybody leaves within the years.
    if feed.feedback == "R13" {
        fix(&mut whole, "team.fte_per_job", 0.1);
    }
    // By default norms stand still.
    if feed.feedback == "R12" {
        fix(&mut whole, "exposure.drift", 0.04);
    }
    if feed.feedback == "B3" {
        second(&mut whole);
    }
    if feed.feedback == "R6" {
        overspend(&mut whole);
    }
    let mut half = whole.clone();
    half.organisation.timeline.base.links[feed.link.place()] *= 0.5;
    let mut weeks = vec![0.0; feed.order.len()];
    for sample in 0..SAMPLES {
        let start = burned_in(&whole, sample, 0);
        let end = Week(YEARS as i32 * 52);
        let [without, with]: [Simulation; 2] =
            [&whole, &half].map(|scenario| go_on_weekly(&start, scenario, sample, 0, end));
        for (week, indicator) in weeks.iter_mut().zip(feed.order) {
            *week += parts_in(indicator, [&without.record().weeks, &with.record().weeks]) as f64 / f64::from(SAMPLES);
        }
    }
    weeks
}

/// A step in a link of a loop moves what lies on its way in the order in which it lies there.
fn moves_in_order(feedback: &str) {
    let feeds: Vec<&Feed> = FEEDS.iter().filter(|feed| feed.feedback == feedback).collect();
    assert!(!feeds.is_empty(), "{feedback}");
    for feed in feeds {
        let weeks = moved(feed);
        let told = format!("{feedback}, {}: {:?} in weeks {weeks:?}", feed.meta().key, feed.order);
        assert!(weeks.is_sorted(), "{told}");
        let (first, last) = (weeks[0], weeks[weeks.len() - 1]);
        assert!(first < last && last < f64::from(YEARS) * 52.0, "{told}");
    }
}

#[test]
fn crowding_comes_back_through_hours_for_cases_long_before_it_takes_first_contacts() {
    moves_in_order("R1/R2");
}

#[test]
fn outcomes_make_trust_then_asking_and_come_back_as_outcomes() {
    moves_in_order("R4");
}

#[test]
fn visitors_who_help_come_back_as_half_days_and_then_as_visitors() {
    moves_in_order("R7");
}

#[test]
fn relapse_opens_needs_and_comes_back_as_recovery_with_help() {
    moves_in_order("R8");
}

#[test]
fn debts_keep_people_from_asking_and_come_back_as_debts() {
    moves_in_order("R9");
}

#[test]
fn waiting_takes_hours_and_comes_back_through_pressure_and_referral() {
    moves_in_order("R10");
}

#[test]
fn referral_relieves_the_team_before_it_fills_the_second_line_and_costs_bridging() {
    moves_in_order("R11");
}

#[test]
fn who_practises_turns_to_it_before_routines_and_the_organisation_do() {
    moves_in_order("R3");
}

#[test]
fn who_sees_services_asks_sooner_and_then_has_them() {
    moves_in_order("R12");
}

#[test]
fn pressure_makes_ill_before_it_makes_leave() {
    moves_in_order("R13");
}

#[test]
fn carers_who_stop_change_the_strain_first_and_then_who_needs_help_of_the_wmo() {
    moves_in_order("B1");
}

#[test]
fn own_referrals_fill_the_places_of_the_employer() {
    moves_in_order("B3");
}

#[test]
fn what_is_spent_too_much_is_cut_and_comes_back_in_the_accounts() {
    moves_in_order("R6");
}

#[test]
fn refusal_and_waiting_send_people_elsewhere_and_come_back() {
    moves_in_order("B4");
}

#[test]
fn a_loop_that_is_cut_has_no_gain_and_threads_change_nothing() {
    let mut scenario = Point::FewHands.of(&with_facilities());
    fix(&mut scenario, "exposure.drift", 0.04);
    second(&mut scenario);
    overspend(&mut scenario);
    (scenario.experiment.samples, scenario.experiment.years) = (3, 2);
    let of = |scenario: &Scenario, threads| {
        let gains = gains(scenario, 50, threads, &Simulator, &Cancel::new(), &()).expect("nothing stops it");
        gains.iter().map(|g| (g.feed.meta().key, g.gain, g.error, g.life())).collect::<Vec<_>>()
    };
    let whole = of(&scenario, 1);
    assert_eq!(whole, of(&scenario, 2));
    assert!(LOOPS.iter().all(|(feedback, _, _)| FEEDS.iter().any(|feed| feed.feedback == *feedback)));
    assert!(whole.iter().any(|(_, gain, _, _)| gain.is_some_and(|g| g != 0.0)), "{whole:?}");
    for feed in &FEEDS {
        scenario.organisation.timeline.base.links[feed.link.place()] = 0.0;
    }
    for (link, gain, error, life) in of(&scenario, 2) {
        assert_eq!((gain.map(f64::abs), error, life), (Some(0.0), Some(0.0), Life::Inactive), "{link}");
    }
}
