//! What the bet rests on: needs that also get lighter, heavy help that costs more, thin help that helps less, and what
//! happens when nobody helps.

use kantel::calendar::Occasion;
use kantel::district::District;
use kantel::entities::{Domain, Product, Severity};
use kantel::ids::Key;
use kantel::levers::{LEVERS, LeverValue, position};
use kantel::links::Link;
use kantel::mechanisms::needs::steps;
use kantel::mechanisms::second_line::severity;
use kantel::observation::{Indicator, catalogue};
use kantel::plan::{Bound, Number, Scenario};
use kantel::random::Distribution;
use kantel::simulation::Simulation;
use kantel::units::{Minute, Week};

use crate::help::candidate;
use crate::small::{Still, builtin, burned_in, fix, go_on, neutral, residents};

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

/// Nobody worsens.
const NO_WORSENING: [(&str, f64); 6] = [
    ("worsening.mental", 0.0),
    ("worsening.youth", 0.0),
    ("worsening.social", 0.0),
    ("worsening.work", 0.0),
    ("worsening.daily", 0.0),
    ("worsening.debt", 0.0),
];

/// Open needs by key, with their severity.
fn severities(d: &District, domain: Domain) -> Vec<(Key, u8)> {
    let mut all: Vec<(Key, u8)> = residents(d)
        .flat_map(|r| d.episodes_of(r))
        .filter(|e| d.episodes[*e].domain == domain && !d.episodes[*e].recovered)
        .map(|e| (d.episodes[e].key, d.episodes[e].severity as u8))
        .collect();
    all.sort_unstable();
    all
}

/// F1 works and fails: who is severe now is lighter half a year later although nobody did anything, where needs get
/// lighter; and as severe as now where they do not. Of needs that can get lighter 1 - exp(-26 x 0.02) = 0.41 take a
/// step at least; 0.12 is three standard errors of 150 needs.
#[test]
fn needs_get_lighter_by_themselves() {
    let base = with(&builtin("reactive", 10_000, 1), &neutral());
    // Nobody recovers by help or comes back either: severity moves by improvement alone.
    let base = with(&base.at_bound(Bound::Null), &NO_WORSENING);
    for (rate, share) in [(0.0, 0.0), (0.02, 0.405)] {
        let scenario = with(&base, &[("improving.mental", rate)]);
        let start = burned_in(&scenario, 0, 0);
        let before = severities(&start.region().districts[0], Domain::Mental);
        let run = go_on(&start, &scenario, 0, 0, Week(26));
        let after = severities(&run.region().districts[0], Domain::Mental);
        let still: Vec<(u8, u8)> = before
            .iter()
            .filter(|(_, severity)| *severity > 1)
            .filter_map(|(key, s)| after.binary_search_by_key(key, |(key, _)| *key).ok().map(|i| (*s, after[i].1)))
            .collect();
        assert!(still.iter().all(|(then, now)| now <= then), "nothing worsens");
        let lighter = still.iter().filter(|(then, now)| now < then).count();
        let seen = lighter as f64 / still.len() as f64;
        let bound = if rate > 0.0 { 0.12 } else { 1e-9 };
        assert!(still.len() > 120 && (seen - share).abs() < bound, "{seen} of {}", still.len());
    }
}

/// A step upwards stretches what is left of the natural time by 1 over the ratio, one downwards shortens it again; the
/// quantile is not drawn anew.
#[test]
fn a_step_of_severity_stretches_the_clock() {
    let mut still =
        Still::of(6_000, &[("recovery.severity", 0.5), ("improving.mental", 0.02), ("worsening.mental", 0.02)]);
    let (now, d) = still.in_week(0);
    let needs: Vec<_> = residents(d)
        .flat_map(|r| d.episodes_of(r))
        .filter(|e| d.episodes[*e].domain == Domain::Mental && d.episodes[*e].severity == Severity::Moderate)
        .filter(|e| d.episodes[*e].natural_end.weeks_since(now.at) > 1.0)
        .collect();
    assert!(needs.len() > 20, "{}", needs.len());
    for e in needs {
        let left = |d: &District| d.episodes[e].natural_end.weeks_since(now.at);
        let before = left(d);
        steps::worsens(now, d, &candidate(Occasion::WORSENING, now.at, e, 0.0));
        assert_eq!(d.episodes[e].severity, Severity::Severe);
        assert!((left(d) / before - 2.0).abs() < 0.01, "{} {before}", left(d));
        steps::improves(now, d, &candidate(Occasion::IMPROVING, now.at, e, 0.0));
        assert_eq!(d.episodes[e].severity, Severity::Moderate);
        assert!((left(d) - before).abs() < 0.01, "{} {before}", left(d));
    }
}

/// F2 works: the same person a step heavier takes the ratio more hours; over the reference all take what is published.
#[test]
fn a_step_heavier_takes_more_hours() {
    let mut still = Still::of(500, &[("service.hours_severity", 1.5), ("service.hours_severity_domestic", 1.24)]);
    let (now, _) = still.in_week(0);
    for (product, ratio) in [(Product::Guidance, 1.5), (Product::MentalHealth, 1.5), (Product::DomesticHelp, 1.24)] {
        let hours = Severity::ALL.map(|s| severity::hours(now, product, s));
        assert!(hours.windows(2).all(|w| (w[1] / w[0] - ratio).abs() < 1e-9), "{product:?}: {hours:?}");
        let mean: f64 = hours.iter().zip(severity::REFERENCE[product as usize]).map(|(h, share)| h * share).sum();
        assert!((mean - 1.0).abs() < 1e-9, "{product:?}: {mean}");
    }
    // What lives in, and youth help, where heavier needs cost more by stays.
    for product in [Product::ShelteredLiving, Product::YouthAmbulatory, Product::YouthResidential] {
        assert!(Severity::ALL.iter().all(|s| (severity::hours(now, product, *s) - 1.0).abs() < 1e-12), "{product:?}");
    }
    for shares in severity::REFERENCE {
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }
}

/// F2 matters: where every need begins two steps heavier, a client costs more, and not where prices are alike. Youth
/// help is left out: there heavier needs cost more by stays (`stays.rs`).
#[test]
fn heavier_needs_cost_more_where_prices_follow_severity() {
    let light = [("onset.moderate", 0.0), ("onset.severe", 0.0), ("onset.crisis", 0.0)];
    let heavy = [("onset.moderate", 0.0), ("onset.severe", 1.0), ("onset.crisis", 0.0)];
    let base =
        with(&with(&builtin("reactive", 4_000, 3), &neutral()), &[("asking.severity", 0.0), ("onset.youth", 0.0)]);
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

/// F6 works and fails: refusing everybody, at every door, raises incidents and what others pay, and not where crises
/// lead to nothing.
#[test]
fn what_nobody_helps_with_others_pay_for() {
    let base = builtin("reactive", 6_000, 5);
    let strict = |scenario: &Scenario| {
        let mut scenario = scenario.clone();
        for (key, value) in [("gate.strictness", 1.0), ("capacity.insurer", 0.0), ("capacity.municipal", 0.0)] {
            scenario.organisation.timeline.set(Week(0), position(key).expect("a lever"), LeverValue::Number(value));
        }
        scenario
    };
    for (rate, leads_on) in [(0.03, true), (0.0, false)] {
        let scenario = with(&base, &[("incident.rate", rate), ("incident.helped", 0.0), ("eviction.arrears", 0.0)]);
        let start = burned_in(&scenario, 0, 0);
        let end = Week(5 * 52);
        let (as_is, refusing) = (go_on(&start, &scenario, 0, 0, end), go_on(&start, &strict(&scenario), 0, 0, end));
        let incidents = |s: &Simulation| total(s, Indicator::INCIDENTS_DAILY) + total(s, Indicator::INCIDENTS_MENTAL);
        let (few, many) = (incidents(&as_is), incidents(&refusing));
        assert_eq!((few > 0, many > few), (leads_on, leads_on), "{few} {many}");
        assert_eq!(total(&as_is, Indicator::EUROS_INCIDENTS) > 0, leads_on);
    }
}

/// F8 works and fails: a quarter of the hours a week cures less where hours count, and as much where they do not.
#[test]
fn thin_help_helps_less_where_hours_count() {
    let base = with(&builtin("reactive", 6_000, 3), &[("help.team", 2.0), ("help.second_line", 0.0)]);
    let helped = |gamma: f64, intensity: f64| {
        let scenario = with(&base, &[("help.hours", gamma), ("team.intensity", intensity)]);
        let run = go_on(&burned_in(&scenario, 0, 0), &scenario, 0, 0, Week(156));
        total(&run, Indicator::RECOVERIES_HELPED) as f64
    };
    let (whole, thin) = (helped(1.0, 0.5), helped(1.0, 0.125));
    let (same, same_thin) = (helped(0.0, 0.5), helped(0.0, 0.125));
    // Without it, four times as long on the same hours cures about as much: what has ended goes on for a while.
    assert!((same_thin / same - 1.0).abs() < 0.1, "{same_thin} {same}");
    assert!(thin < 0.9 * same_thin * whole / same, "{thin} by thin help, {whole} by whole");
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

/// A need by its key: when it began, when it passes by itself, how severe it is.
type Path = (Key, Minute, Minute, u8);

/// The paths of all open needs, and what happened to needs.
fn paths(simulation: &Simulation) -> (Vec<Path>, [i64; 6]) {
    let d = &simulation.region().districts[0];
    let mut needs: Vec<_> = residents(d)
        .flat_map(|r| d.episodes_of(r))
        .map(|e| &d.episodes[e])
        .filter(|episode| !episode.recovered)
        .map(|episode| (episode.key, episode.onset, episode.natural_end, episode.severity as u8))
        .collect();
    needs.sort_unstable();
    let counted = [
        Indicator::ONSETS,
        Indicator::WORSENINGS,
        Indicator::IMPROVEMENTS,
        Indicator::RECOVERIES,
        Indicator::INCIDENTS_DAILY,
        Indicator::INCIDENTS_MENTAL,
    ];
    (needs, counted.map(|indicator| total(simulation, indicator)))
}

/// Levers by which others help than the team and the second line as they are.
pub(crate) const HELPING: [(&str, LeverValue); 12] = [
    ("aftercare.share", LeverValue::Number(1.0)),
    ("network.mobilisation", LeverValue::Number(1.0)),
    ("prevention.facility_euros", LeverValue::Number(300_000.0)),
    ("prevention.coordination_fte", LeverValue::Number(1.0)),
    ("prevention.grants_euros", LeverValue::Number(10_000.0)),
    ("basic.level", LeverValue::Number(2.0)),
    ("collective.guidance", LeverValue::Number(20.0)),
    ("conference.yearly", LeverValue::Number(50.0)),
    ("network.campaign_euros", LeverValue::Number(100_000.0)),
    ("network.matching_fte", LeverValue::Number(2.0)),
    // Voluntary: who gives freely is less alone.
    ("reciprocity.help", LeverValue::Choice(1)),
    ("remit.income", LeverValue::Choice(1)),
];

/// Where help has no effect, needs go their way as if there were no team and no service: the same begin, worsen, get
/// lighter, pass and lead to incidents at the same minutes. So the registry's list of effects of help is whole. With
/// one of them they do not. What comes with help and is no help is cut: the strain of carers, which long-term care
/// takes away.
#[test]
fn without_effects_of_help_needs_go_their_way() {
    let mut base = with(&builtin("proactive", 5_000, 3).at_bound(Bound::Null), &[("incident.rate", 0.03)]);
    base.organisation.timeline.base.links[Link::STRAIN_ONSET.place()] = 0.0;
    for (key, value) in HELPING {
        base.organisation.timeline.set(Week(0), position(key).expect("a lever"), value);
    }
    let nobody = |scenario: &Scenario| {
        let mut scenario = scenario.clone();
        let neutral = |key: &str| LEVERS[position(key).expect("a lever")].meta.neutral.expect("an absent state");
        let none = ["team.fte", "capacity.insurer", "capacity.municipal"].map(|key| (key, LeverValue::Number(0.0)));
        for (key, value) in none.into_iter().chain(HELPING.map(|(key, _)| (key, neutral(key)))) {
            scenario.organisation.timeline.set(Week(0), position(key).expect("a lever"), value);
        }
        scenario
    };
    let start = burned_in(&base, 0, 0);
    for (protection, same) in [(0.0, true), (0.5, false)] {
        let mut scenario = base.clone();
        fix(&mut scenario, "help.protection", protection);
        let [helped, alone] = [scenario.clone(), nobody(&scenario)].map(|s| go_on(&start, &s, 0, 0, Week(156)));
        let ended = |s: &Simulation| total(s, Indicator::INCIDENTS_DAILY) > 0;
        assert!(ended(&helped) && ended(&alone), "incidents");
        assert_eq!(paths(&helped) == paths(&alone), same, "protection {protection}");
    }
}

/// F7 works: where places follow demand at once whoever is served has waited as long as is stated. Where they follow
/// slowly those who begin to wait spend about as long on the list: the urgent less, others more, and some leave it. By
/// who waits over who begins to wait in a week, on average over three years of twelve samples.
#[test]
fn people_wait_as_long_as_is_stated() {
    let scenario = builtin("reactive", 10_000, 3);
    for (product, weeks, within) in [
        (Product::Guidance, 9.0, 0.1),
        (Product::DomesticHelp, 3.0, 0.1),
        (Product::MentalHealth, 12.0, 0.35),
        (Product::YouthAmbulatory, 8.0, 0.5),
    ] {
        let mut scenario = scenario.clone();
        for organisation in [&mut scenario.organisation, &mut scenario.before] {
            organisation.state(wait_of(product), Distribution::Fixed(weeks));
        }
        let place = catalogue::position(&format!("wait_weeks.{}", product.key()), "all").expect("a series");
        let (mut served, mut listed) = ((0, 0), (0.0, 0.0));
        for sample in 0..12 {
            let start = burned_in(&scenario, sample, 0);
            for week in (26..=156).step_by(26) {
                let run = go_on(&start, &scenario, sample, 0, Week(week));
                let share = &run.region().services[product as usize].shares[0];
                listed = (listed.0 + f64::from(share.waiting), listed.1 + share.joining as f64 / 1e6);
                if week == 156 {
                    for year in &run.record().years {
                        served = (served.0 + year[place].num, served.1 + year[place].den);
                    }
                }
            }
        }
        let (served, listed) = (served.0 as f64 / served.1 as f64, listed.0 / listed.1);
        println!("{product:?}: {served:.2} weeks until service, {listed:.2} on the list, of {weeks}");
        let seen = if within < 0.2 { served } else { listed };
        assert!((seen / weeks - 1.0).abs() < within, "{product:?}: {seen} weeks of {weeks}");
    }
}

fn wait_of(product: Product) -> Number {
    Number::of_service(product).find(|number| number.field().key == "wait_weeks").expect("a number")
}

/// F7 works and fails: where fewer ask, a service has fewer clients if its places follow demand, and hardly fewer if
/// they are kept and people wait for them.
#[test]
fn clients_follow_demand_where_places_do() {
    let base = builtin("reactive", 10_000, 6);
    let spent = |follow: f64| {
        let mut scenario = base.clone();
        let key = |number: &Number| number.field().key == "places_follow";
        let follows = Number::of_service(Product::MentalHealth).find(key).expect("a number");
        for organisation in [&mut scenario.organisation, &mut scenario.before] {
            organisation.state(follows, Distribution::Fixed(follow));
        }
        let start = burned_in(&scenario, 0, 0);
        let of = |scenario: &Scenario| {
            let run = go_on(&start, scenario, 0, 0, Week(6 * 52));
            let place = catalogue::position("persons.product.mental_health", "all").expect("a series");
            run.record().years[3..].iter().map(|year| year[place].num).sum::<i64>() as f64
        };
        let mut fewer = scenario.clone();
        fix(&mut fewer, "asking.mental", 0.5 * 0.004);
        of(&fewer) / of(&scenario)
    };
    let (kept, follows) = (spent(0.0), spent(1.0));
    assert!(follows < kept - 0.05, "{follows} of the clients where places follow, {kept} where they are kept");
}
