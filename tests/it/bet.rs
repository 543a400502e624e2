//! What the bet rests on: heavy help that costs more, doors that are asked each for itself, and what happens when
//! nobody helps.

use kantel::district::District;
use kantel::entities::{Domain, Product, Severity};
use kantel::levers::{LeverValue, position};
use kantel::mechanisms::second_line::severity;
use kantel::observation::Indicator;
use kantel::plan::Scenario;
use kantel::simulation::Simulation;
use kantel::units::Week;

use crate::small::{NEUTRAL, Still, builtin, burned_in, fix, go_on, residents};

fn with(scenario: &Scenario, parameters: &[(&str, f64)]) -> Scenario {
    let mut scenario = scenario.clone();
    for (key, value) in parameters {
        fix(&mut scenario, key, *value);
    }
    scenario
}

fn total(simulation: &Simulation, indicator: Indicator) -> i64 {
    simulation.record().years.iter().map(|year| year[indicator.place()].num).sum()
}

/// F2 works: the same person a step heavier takes the ratio more hours; over the reference all take what is published.
#[test]
fn a_step_heavier_takes_more_hours() {
    let mut still = Still::of(500, &[("service.hours_severity", 1.5), ("service.hours_severity_domestic", 1.24)]);
    let (now, _) = still.in_week(0);
    for (product, ratio) in [(Product::Guidance, 1.5), (Product::YouthHelp, 1.5), (Product::DomesticHelp, 1.24)] {
        let hours = Severity::ALL.map(|s| severity::hours(now, product, s));
        assert!(hours.windows(2).all(|w| (w[1] / w[0] - ratio).abs() < 1e-9), "{product:?}: {hours:?}");
        let mean: f64 = hours.iter().zip(severity::REFERENCE[product as usize]).map(|(h, share)| h * share).sum();
        assert!((mean - 1.0).abs() < 1e-9, "{product:?}: {mean}");
    }
    let alike = |s: &Severity| (severity::hours(now, Product::ShelteredLiving, *s) - 1.0).abs() < 1e-12;
    assert!(Severity::ALL.iter().all(alike));
    for shares in severity::REFERENCE {
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }
}

/// F2 matters: where every need begins a step heavier, the same people cost more, and not where prices are alike.
#[test]
fn heavier_needs_cost_more_where_prices_follow_severity() {
    let light = [("onset.moderate", 0.0), ("onset.severe", 0.0), ("onset.crisis", 0.0)];
    let heavy = [("onset.moderate", 1.0), ("onset.severe", 0.0), ("onset.crisis", 0.0)];
    let base = with(&with(&builtin("reactive", 4_000, 3), &NEUTRAL), &[("asking.severity", 0.0)]);
    let ratio = |price: f64| {
        let of = |onset: &[(&str, f64)]| {
            let scenario = with(&with(&base, onset), &[("service.hours_severity", price)]);
            let run = go_on(&burned_in(&scenario, 0, 0), &scenario, 0, 0, Week(156));
            let hours =
                run.record().years.iter().map(|y| y[Indicator::HOURS_SECOND_LINE.place()].num).sum::<i64>() as f64;
            let persons = run.record().years.iter().map(|y| y[Indicator::PERSONS_SECOND_LINE.place()].num).sum::<i64>();
            hours / persons as f64
        };
        of(&heavy) / of(&light)
    };
    let (alike, followed) = (ratio(1.0), ratio(2.0));
    assert!(followed > 1.3 * alike, "hours per client: {followed} times against {alike} times");
}

/// F6 works and fails: refusing everybody raises incidents and what others pay, and not where crises lead to nothing.
#[test]
fn what_nobody_helps_with_others_pay_for() {
    let base = builtin("reactive", 6_000, 5);
    let strict = |scenario: &Scenario| {
        let mut scenario = scenario.clone();
        let gate = position("gate.strictness").expect("a lever");
        scenario.organisation.timeline.set(Week(0), gate, LeverValue::Number(1.0));
        scenario
    };
    for (rate, leads_on) in [(0.03, true), (0.0, false)] {
        let scenario = with(&base, &[("incident.rate", rate), ("incident.helped", 0.0)]);
        let start = burned_in(&scenario, 0, 0);
        let end = Week(5 * 52);
        let (as_is, refusing) = (go_on(&start, &scenario, 0, 0, end), go_on(&start, &strict(&scenario), 0, 0, end));
        let incidents = |s: &Simulation| total(s, Indicator::INCIDENTS_DAILY) + total(s, Indicator::INCIDENTS_MENTAL);
        let (few, many) = (incidents(&as_is), incidents(&refusing));
        assert_eq!((few > 0, many > few), (leads_on, leads_on), "{few} {many}");
        assert_eq!(total(&as_is, Indicator::EUROS_INCIDENTS) > 0, leads_on);
    }
}

/// F4: a more visible team is asked more; at the GP's door nobody asks sooner for that.
#[test]
fn visibility_acts_at_the_teams_door() {
    let mut still = Still::of(2_000, &[]);
    let (now, d) = still.in_week(0);
    let rate = |d: &District, domain: Domain| {
        let r = residents(d).find(|r| d.residents[*r].is_adult()).expect("somebody");
        kantel::mechanisms::needs::hazards::asking_rate_of(now, d, r, (domain, Severity::Light))
    };
    let before = Domain::ALL.map(|domain| rate(d, domain));
    d.presence.asking_visible = 2.0;
    let after = Domain::ALL.map(|domain| rate(d, domain));
    for (i, domain) in Domain::ALL.into_iter().enumerate() {
        let share = kantel::doors::team_share(domain, Severity::Light);
        assert!((after[i] / before[i] - 1.0 - share).abs() < 1e-9, "{domain:?}: {}", after[i] / before[i]);
    }
    assert!(kantel::doors::team_share(Domain::Mental, Severity::Light) < 0.2, "most go to the GP");
}
