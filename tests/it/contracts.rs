//! What a simulation promises whatever the scenario: same bytes, transparent forks, neutral levers, an untouched past.

use std::sync::Arc;

use kantel::cancel::Cancel;
use kantel::district::{Event, Inputs};
use kantel::ids::Key;
use kantel::initialization::{self, HouseholdKind, HouseholdRow, Income, Position, ResidentRow, Sex, Tenure};
use kantel::levers::{self, LEVERS, LeverValue};
use kantel::plan::Scenario;
use kantel::random::{Draws, Process};
use kantel::simulation::{Observer, Policy, Region, Simulation, Unobserved};
use kantel::units::Week;

use crate::small::{builtin, burned_in, fix, go_on, run};

const SIZE: u32 = 1500;

fn with(scenario: &Scenario, lever: &str, value: LeverValue, from: i32) -> Scenario {
    let mut changed = scenario.clone();
    let lever = levers::position(lever).expect("a lever");
    changed.organisation.timeline.set(Week(from), lever, value);
    changed
}

#[test]
fn step_fork_and_set_equal_a_straight_run() {
    let base = builtin("reactive", SIZE, 3);
    let policy = with(&base, "outreach.door_fte", LeverValue::Number(0.5), 60);
    let start = burned_in(&base, 0, 0);
    let straight = go_on(&start, &policy, 0, 0, Week(156));
    let mut pieces = go_on(&start, &base, 0, 0, Week(10));
    pieces.step_to(Week(33), &mut Unobserved, &Cancel::new());
    let restored = Simulation::restore(&pieces.fork().snapshot().expect("bytes")).expect("a snapshot");
    let mut pieces = restored.fork();
    let door = levers::position("outreach.door_fte").expect("a lever");
    pieces.set(Week(60), &vec![(door, LeverValue::Number(0.5))]).expect("the future can be set");
    pieces.step_to(Week(156), &mut Unobserved, &Cancel::new());
    assert_eq!(straight.record(), pieces.record());
    assert_eq!(straight.snapshot().expect("bytes"), pieces.snapshot().expect("bytes"));
}

#[test]
fn the_past_and_wrong_values_cannot_be_set() {
    let base = builtin("reactive", 200, 1);
    let mut simulation = burned_in(&base, 0, 0);
    let door = levers::position("outreach.door_fte").expect("a lever");
    let problems = simulation
        .set(Week(-1), &vec![(door, LeverValue::Number(-3.0)), (door, LeverValue::Flag(true))])
        .expect_err("three problems");
    assert_eq!(problems.len(), 3, "{problems:?}");
    assert_eq!(simulation.sites()[0].policy, Policy::from(&base.before));
}

#[test]
fn damaged_snapshots_are_refused() {
    let simulation = burned_in(&builtin("reactive", 100, 1), 0, 0);
    let bytes = simulation.snapshot().expect("bytes");
    assert!(Simulation::restore(&bytes[..bytes.len() / 2]).is_err());
    assert!(Simulation::restore(b"kantel").is_err());
    let mut other = bytes.clone();
    other[8] ^= 1;
    assert!(Simulation::restore(&other).is_err());
}

/// A level decides only which points enter the calendar: twice the level gives the same bytes.
#[test]
fn twice_the_level_gives_the_same_results() {
    let scenario = builtin("proactive", SIZE, 2);
    let simulate = |slack: f64| {
        let inputs = Inputs { slack, ..Inputs::of(&scenario, 0, 0) };
        let mut simulation = Simulation::with_inputs(&scenario, Arc::new(inputs.clone()));
        simulation.step_to(Week(0), &mut Unobserved, &Cancel::new());
        simulation.begin(Arc::new(inputs), Policy::from(&scenario.organisation));
        let entered = simulation.region().districts[0].calendar.len();
        simulation.step_to(Week(104), &mut Unobserved, &Cancel::new());
        (simulation.record().clone(), entered)
    };
    let (tight, few) = simulate(1.0);
    let (loose, many) = simulate(2.0);
    assert!(many as f64 > 1.2 * few as f64, "the looser bound enters more candidates: {many} against {few}");
    assert_eq!(tight, loose);
}

/// An observer that draws numbers of its own every week.
struct Draining(Draws);

impl Observer for Draining {
    fn week(&mut self, week: Week, region: &Region) {
        for entity in 0..region.districts[0].residents.slots() as u64 {
            std::hint::black_box(self.0.unit(Process::INERT, Key(entity), week.0 as u64));
        }
    }
}

#[test]
fn drawing_more_numbers_changes_nothing() {
    let base = builtin("reactive", 500, 1);
    let start = burned_in(&base, 0, 0);
    let mut plain = start.fork();
    plain.step_to(Week(52), &mut Unobserved, &Cancel::new());
    let mut drained = start.fork();
    let draws = drained.sites()[0].inputs.draws;
    drained.step_to(Week(52), &mut Draining(draws), &Cancel::new());
    assert_eq!(plain.record(), drained.record());
}

#[test]
fn a_neutral_lever_equals_its_absence() {
    let mut base = builtin("reactive", 600, 1);
    for schedules in [&mut base.organisation.timeline.schedules, &mut base.before.timeline.schedules] {
        schedules.clear();
    }
    // Aims and protection act on outreach alone: there has to be some.
    let base = with(&base, "outreach.door_fte", LeverValue::Number(0.2), 0);
    let start = burned_in(&base, 0, 0);
    let absent = go_on(&start, &base, 0, 0, Week(52));
    for lever in LEVERS.iter().filter(|lever| lever.meta.key != "outreach.door_fte") {
        // Without an absent state the value in force is the neutral one.
        let value = lever.meta.neutral.unwrap_or_else(|| {
            let settings = &base.organisation.timeline.base;
            LeverValue::Number(match lever.meta.key {
                "team.fte" | "team.1.fte" => settings.team.fte,
                "team.caseload" => settings.team.caseload_per_fte,
                // Teams that are not there.
                _ => 0.0,
            })
        });
        let neutral = go_on(&start, &with(&base, lever.meta.key, value, 0), 0, 0, Week(52));
        assert_eq!(absent.record(), neutral.record(), "{}", lever.meta.key);
    }
}

/// Levers that are shown to change something one by one.
const ALONE: [&str; 9] = [
    "team.seniors",
    "monitor.compare",
    "debt.team_fte",
    "politics.patience",
    "politics.reaction",
    "reserve.euros",
    "surplus.to",
    "room.euros_per_case",
    "agreement.share",
];

/// A value of a lever at which it should show.
fn far_from_neutral(meta: &levers::LeverMeta) -> LeverValue {
    let value = match meta.kind {
        levers::LeverKind::Number { min, max } => LeverValue::Number((min + (max - min) * 0.5).min(30.0)),
        levers::LeverKind::Choice(options) => LeverValue::Choice(options.len() as u8 - 1),
        levers::LeverKind::Flag => LeverValue::Flag(true),
    };
    // Places are ample in a small district: only fewer of them show.
    match meta.key {
        "places.youth_residential" | "places.day_activity" => LeverValue::Number(0.0),
        key if key.starts_with("capacity") || key.starts_with("places.") => LeverValue::Number(0.9),
        "purchase.saving" => LeverValue::Number(30_000.0),
        "team.caseload" => LeverValue::Number(5.0),
        "team.reorganise_years" => LeverValue::Number(1.0),
        _ => value,
    }
}

/// Every lever does something at some value: a lever without effect would pass every other test.
#[test]
fn every_lever_changes_something() {
    let mut base = builtin("reactive", 3000, 2);
    // A small district has hardly anybody in some services.
    crate::small::fix(&mut base, "youth.stay_severe", 1.0);
    let start = burned_in(&base, 0, 0);
    let plain = go_on(&start, &base, 0, 0, Week(104));
    // There is one team: what the sizes of others change is shown in `teams`.
    let others = &kantel::mechanisms::team::levers::SIZES[1..];
    seniors_change_something(&base);
    a_lead_changes_something(&start, &base);
    a_comparison_changes_something(&base);
    hours_for_debts_change_something(&start, &base);
    let apart = |key: &str| others.contains(&key) || ALONE.contains(&key) || LED.contains(&key);
    for lever in LEVERS.iter().filter(|lever| !apart(lever.meta.key)) {
        let value = far_from_neutral(&lever.meta);
        let mut changed = with(&base, lever.meta.key, value, 0);
        // Nobody is refused on own strength where none is assumed.
        if lever.meta.key == "own_strength.response" {
            let assumed = with(&base, "own_strength.assumed", LeverValue::Number(0.5), 0);
            let plain = go_on(&start, &assumed, 0, 0, Week(104));
            let moved = go_on(&start, &with(&assumed, lever.meta.key, value, 0), 0, 0, Week(104));
            assert!(plain.record().years != moved.record().years, "{} changes nothing", lever.meta.key);
            continue;
        }
        // A mandate has hours and a strength; visits are aimed where there are any.
        let beside = match lever.meta.key {
            "mandate.own_hours" => Some(("mandate.strength", 2.0)),
            "mandate.strength" => Some(("mandate.own_hours", 30.0)),
            "outreach.targeting" | "outreach.attention_hours" => Some(("outreach.door_fte", 1.0)),
            _ => None,
        };
        if let Some((other, amount)) = beside {
            changed = with(&changed, other, LeverValue::Number(amount), 0);
        }
        // What acts on what another lever brings. A busy team has no hours for signals: here there are some.
        let acts_on = match lever.meta.key {
            "signals.visit_share" => Some(("outreach.report_fte", 20.0)),
            "basic.spread" => Some(("basic.level", 4.0)),
            "collective.first" => Some(("collective.guidance", 30.0)),
            "network.exception" => Some(("own_strength.assumed", 0.6)),
            "team.experience_guidance" => Some(("team.experience_share", 0.3)),
            "practice.protected" => Some(("practice.room_hours", 100.0)),
            _ => None,
        };
        if let Some((other, amount)) = acts_on {
            let there = with(&base, other, LeverValue::Number(amount), 0);
            let value = match value {
                LeverValue::Flag(true) => value,
                _ if lever.meta.key == "team.experience_guidance" => value,
                _ => LeverValue::Number(1.0),
            };
            let plain = go_on(&start, &there, 0, 0, Week(104));
            let moved = go_on(&start, &with(&there, lever.meta.key, value, 0), 0, 0, Week(104));
            assert!(plain.record().years != moved.record().years, "{} changes nothing", lever.meta.key);
            continue;
        }
        if lever.meta.key.starts_with("reciprocity.")
            && !["reciprocity.help", "reciprocity.help_obliged"].contains(&lever.meta.key)
        {
            changes_what_is_asked_in_return(&start, &base, (lever.meta.key, value));
            continue;
        }
        let moved = go_on(&start, &changed, 0, 0, Week(104));
        assert!(plain.record().years != moved.record().years, "{} changes nothing", lever.meta.key);
    }
}

/// In a small team hardly anybody leaves within two years: here they do, and seniors come.
fn seniors_change_something(base: &Scenario) {
    let mut leaving = base.clone();
    crate::small::fix(&mut leaving, "team.turnover", 2.0);
    let start = burned_in(&leaving, 0, 0);
    let plain = go_on(&start, &leaving, 0, 0, Week(104));
    let moved = go_on(&start, &with(&leaving, "team.seniors", LeverValue::Number(1.0), 0), 0, 0, Week(104));
    assert!(plain.record().years != moved.record().years, "team.seniors changes nothing");
}

/// Levers of a lead.
const LED: [&str; 2] = ["coordination.hours", "coordination.from"];

/// Where somebody leads, how many hours there are for it and from how many professionals on changes something.
fn a_lead_changes_something(start: &Simulation, base: &Scenario) {
    let led = with(base, "coordination.plan", LeverValue::Choice(2), 0);
    let plain = go_on(start, &led, 0, 0, Week(104));
    for (key, value) in LED.into_iter().zip([0.3, 4.0]) {
        let moved = go_on(start, &with(&led, key, LeverValue::Number(value), 0), 0, 0, Week(104));
        assert!(plain.record().years != moved.record().years, "{key} changes nothing");
    }
}

/// Who learns where to go out has books of what was found before: what a comparison group says of it is still to come.
fn a_comparison_changes_something(base: &Scenario) {
    let mut learns = with(base, "monitor.use", LeverValue::Choice(1), 0);
    for key in ["outreach.door_fte", "outreach.place_fte"] {
        learns = with(&learns, key, LeverValue::Number(1.0), -104);
    }
    learns = with(&learns, "outreach.protected", LeverValue::Flag(true), -104);
    learns.before = learns.organisation.clone();
    let start = burned_in(&learns, 0, 0);
    let plain = go_on(&start, &learns, 0, 0, Week(104));
    let moved = go_on(&start, &with(&learns, "monitor.compare", LeverValue::Flag(true), 0), 0, 0, Week(104));
    assert!(plain.record().years != moved.record().years, "monitor.compare changes nothing");
}

/// Where debts are in the remit, hours for them change something.
fn hours_for_debts_change_something(start: &Simulation, base: &Scenario) {
    let held = with(base, "remit.income", LeverValue::Choice(1), 0);
    let plain = go_on(start, &held, 0, 0, Week(104));
    let moved = go_on(start, &with(&held, "debt.team_fte", LeverValue::Number(0.2), 0), 0, 0, Week(104));
    assert!(plain.record().years != moved.record().years, "debt.team_fte changes nothing");
}

/// Where something is asked in return, a lever of it changes something.
fn changes_what_is_asked_in_return(start: &Simulation, base: &Scenario, (key, value): (&str, LeverValue)) {
    let mut asked = base.clone();
    for (key, value) in [
        ("reciprocity.help_obliged", LeverValue::Flag(true)),
        ("reciprocity.benefit", LeverValue::Choice(2)),
        ("reciprocity.more_tasks", LeverValue::Number(0.8)),
        ("reciprocity.checking_hours", LeverValue::Number(2.0)),
        ("reciprocity.sanction", LeverValue::Number(1.0)),
    ] {
        asked = with(&asked, key, value, 0);
    }
    for (key, value) in [
        ("reciprocity.kept_obliged", 0.01),
        ("reciprocity.enforced", 1.0),
        ("reciprocity.benefit_weeks", 0.0),
        ("reciprocity.sanction_arrears", 10.0),
        ("reciprocity.sanction_work", 10.0),
    ] {
        crate::small::fix(&mut asked, key, value);
    }
    // From another value than the one above.
    let value = if key == "reciprocity.benefit" { LeverValue::Choice(1) } else { value };
    let [plain, moved] = [asked.clone(), with(&asked, key, value, 0)].map(|s| go_on(start, &s, 0, 0, Week(104)));
    assert!(plain.record().years != moved.record().years, "{key} changes nothing");
}

#[test]
fn a_policy_leaves_earlier_weeks_alone() {
    let base = builtin("reactive", SIZE, 3);
    let late = with(&base, "outreach.door_fte", LeverValue::Number(1.0), 104);
    let start = burned_in(&base, 0, 0);
    let a = go_on(&start, &base, 0, 0, Week(156));
    let b = go_on(&start, &late, 0, 0, Week(156));
    assert_eq!(a.record().years[..2], b.record().years[..2]);
    assert_ne!(a.record().years[2], b.record().years[2]);
}

#[derive(Default)]
struct Diary(Vec<Event>);

impl Observer for Diary {
    const WANTS_EVENTS: bool = true;
    fn events(&mut self, _week: Week, events: &[Event]) {
        self.0.extend_from_slice(events);
    }
}

/// One more recluse who never needs anything, in the last dwelling (what a dwelling is goes by its number): every other
/// resident lives the same life, event for event.
#[test]
fn one_more_recluse_changes_nobody_else() {
    let scenario = builtin("proactive", SIZE, 2);
    let inputs = Arc::new(Inputs::of(&scenario, 0, 0));
    let mut population = initialization::synthesise(&scenario.district, SIZE, inputs.draws);
    let live = |population: &initialization::Population, recluse: Option<Key>| {
        let mut simulation = Simulation::of_population(&scenario, Arc::clone(&inputs), population.clone());
        if let Some(key) = recluse {
            let district = &mut simulation.region_mut().districts[0];
            let slot = district.residents.all().find(|s| district.residents[*s].key == key).expect("is there");
            assert_eq!(district.households[district.residents[slot].household].weight, 0, "on no visiting list");
            assert!(district.residents[slot].is_recluse());
        }
        let mut diary = Diary::default();
        simulation.step_to(Week(0), &mut diary, &Cancel::new());
        simulation.begin(Arc::clone(&inputs), Policy::from(&scenario.organisation));
        simulation.step_to(Week(104), &mut diary, &Cancel::new());
        diary.0.sort_by_key(|e| (e.at, e.resident, format!("{:?}", e.what)));
        diary.0
    };
    let without = live(&population, None);
    let key = Key(0x5EC1);
    let first = population.residents.len() as u32;
    let household = population.households.len() as u32;
    population.households.push(HouseholdRow {
        neighbourhood: 0,
        kind: HouseholdKind::Single,
        income: Income::Low,
        tenure: Tenure::SocialRent,
        first,
        size: 1,
    });
    population.residents.push(ResidentRow {
        key,
        age: 70,
        sex: Sex::Man,
        position: Position::Reference,
        household,
        recluse: true,
    });
    let with = live(&population, Some(key));
    assert!(with.iter().all(|e| e.resident != key), "the recluse lives without events");
    assert!(without.len() > 1000, "{} events", without.len());
    assert_eq!(without, with);
}

#[test]
fn doubling_every_euro_doubles_every_account() {
    let mut base = builtin("reactive", SIZE, 2);
    let mut double = base.clone();
    for (key, euros) in [
        ("incident.mental_euros", 4_000.0),
        ("incident.daily_euros", 6_000.0),
        ("eviction.landlord_euros", 7_500.0),
        ("eviction.social_euros", 25_000.0),
        ("practice_nurse.euros_per_hour", 80.0),
        ("benefit.euros_month", 1_300.0),
        ("contribution.reference", 20.6),
        ("contribution.private_price", 11.0),
        ("contribution.income_low", 1_500.0),
        ("contribution.income_middle", 2_900.0),
        ("contribution.income_high", 6_000.0),
    ] {
        fix(&mut base, key, euros);
        fix(&mut double, key, 2.0 * euros);
    }
    double.budget.team_cents_per_hour *= 2;
    let contribution = levers::position("contribution.flat").expect("a lever");
    for organisation in [&mut double.organisation, &mut double.before] {
        for service in &mut organisation.services {
            service.cents_per_hour *= 2;
        }
        for schedule in organisation.timeline.schedules.iter_mut().filter(|s| s.lever == contribution) {
            for step in &mut schedule.steps {
                step.value = LeverValue::Number(2.0 * step.value.number());
            }
        }
    }
    let (a, b) = (run(&base), run(&double));
    let series = kantel::observation::catalogue::series();
    for (x, y) in a.record().years.iter().zip(&b.record().years) {
        for ((meta, x), y) in series.iter().zip(x).zip(y) {
            let of_money = ["euros.", "euros_full."].iter().any(|stem| meta.indicator.starts_with(stem));
            let factor = if of_money { 2 } else { 1 };
            assert_eq!(factor * x.num, y.num, "{} {}", meta.indicator, meta.group);
        }
    }
    assert!(a.record().years[1][0].num > 0);
}
