//! Actors: players and rules that decide week by week from the registered world, and what remains of their decisions.

use std::sync::Arc;

use kantel::cancel::Cancel;
use kantel::district::{Inputs, Moment, Silo};
use kantel::entities::Account;
use kantel::levers::{self, LEVERS, LeverPatch, LeverValue, Role, Step};
use kantel::observation::{Cell, Kind, catalogue, is_registered};
use kantel::plan::Scenario;
use kantel::scenario::{Overrides, load_text, write_merged};
use kantel::settings::Settings;
use kantel::simulation::{
    Actor, Decision, Policy, Rule, Seat, Seated, Simulation, Site, Trigger, Unobserved, Unseen, View,
};
use kantel::units::Week;

use crate::small::{builtin, burned_in};

const END: Week = Week(104);

fn small() -> Scenario {
    let mut scenario = builtin("reactive", 900, 2);
    scenario.experiment.burn_in_weeks = 52;
    scenario
}

/// Week 0 under the scenario's organisation.
fn begun(scenario: &Scenario) -> Simulation {
    let mut simulation = burned_in(scenario, 0, 0);
    simulation.begin(Arc::new(Inputs::of(scenario, 0, 0)), Policy::from(&scenario.organisation));
    simulation.keep_weeks();
    simulation
}

fn straight(scenario: &Scenario) -> Simulation {
    let mut simulation = begun(scenario);
    simulation.step_to(END, &mut Unobserved, &Cancel::new());
    simulation
}

fn play(simulation: &mut Simulation, end: Week, seats: &mut [Seat<'_>]) {
    simulation.play_to(end, seats, &mut Unobserved, &Cancel::new()).unwrap_or_else(|problems| panic!("{problems:#?}"));
}

fn lever(key: &str) -> usize {
    levers::position(key).unwrap_or_else(|| panic!("no lever {key}"))
}

fn nobody(_: &View<'_>) -> LeverPatch {
    LeverPatch::new()
}

/// What a player put in, by week.
fn player(script: &[(i32, &str, LeverValue)]) -> impl FnMut(&View<'_>) -> LeverPatch {
    let script: Vec<(Week, usize, LeverValue)> = script.iter().map(|(w, key, v)| (Week(*w), lever(key), *v)).collect();
    move |view| script.iter().filter(|(week, ..)| *week == view.week()).map(|&(_, l, v)| (l, v)).collect()
}

#[test]
fn a_players_log_is_a_scenario_file_that_runs_the_same() {
    let scenario = small();
    let fte = scenario.organisation.timeline.base.team.fte;
    let money = [
        (0, "gate.strictness", LeverValue::Number(0.05)),
        (44, "team.fte", LeverValue::Number(fte * 1.7)),
        (57, "capacity.municipal", LeverValue::Number(0.6)),
    ];
    let work = [
        (9, "outreach.targeting", LeverValue::Choice(1)),
        (9, "outreach.door_fte", LeverValue::Number(0.1 + 0.2)),
        (70, "outreach.door_fte", LeverValue::Number(fte / 3.0)),
        (71, "aftercare.share", LeverValue::Number(1.0 / 3.0)),
    ];
    let (mut alderman, mut leader) = (player(&money), player(&work));
    let mut seats = [
        Seat { district: 0, role: Role::Alderman, actor: &mut alderman },
        Seat { district: 0, role: Role::TeamLeader, actor: &mut leader },
    ];
    let mut simulation = begun(&scenario);
    play(&mut simulation, END, &mut seats);
    let policy = &simulation.sites()[0].policy;

    // Every decision is logged, with week, role and lever.
    let expected: Vec<Decision> = {
        let of = |role, script: &[(i32, &str, LeverValue)]| {
            let decision = |&(w, key, value): &(i32, &str, LeverValue)| Decision {
                week: Week(w),
                role,
                lever: lever(key),
                value,
                ramp_weeks: 0,
            };
            script.iter().map(decision).collect::<Vec<_>>()
        };
        let mut all = of(Role::Alderman, &money);
        all.extend(of(Role::TeamLeader, &work));
        all.sort_by_key(|d| (d.week, d.lever));
        all
    };
    assert_eq!(policy.decisions(), expected);

    // The log as a file, read and run by itself.
    let text = write_merged(&policy.played(&scenario));
    let read = load_text("played", &text, &Overrides::default()).unwrap_or_else(|p| panic!("{text}\n{p:#?}"));
    assert_eq!(read.merged, text, "what was written reads back the same");
    let again = straight(&read.scenario);
    assert!(simulation.record() == again.record(), "the file runs as the game went");
    assert!(simulation.record().years != straight(&scenario).record().years, "the player changed something");
}

#[test]
fn an_actor_who_decides_nothing_changes_nothing() {
    let scenario = small();
    let mut simulation = begun(&scenario);
    let mut asked = Vec::new();
    let mut idle = |view: &View<'_>| {
        asked.push(view.week().0);
        LeverPatch::new()
    };
    play(&mut simulation, END, &mut [Seat { district: 0, role: Role::Alderman, actor: &mut idle }]);
    assert_eq!(asked, (0..104).collect::<Vec<_>>(), "asked once a week");
    assert_eq!(simulation.snapshot().expect("bytes"), straight(&scenario).snapshot().expect("bytes"));
}

#[test]
fn during_the_burn_in_nobody_is_asked() {
    let scenario = small();
    let mut simulation = Simulation::of(&scenario, 0, 0);
    let mut actor = |view: &View<'_>| -> LeverPatch { panic!("asked in week {}", view.week().0) };
    play(&mut simulation, Week(0), &mut [Seat { district: 0, role: Role::Alderman, actor: &mut actor }]);
    assert_eq!(simulation.snapshot().expect("bytes"), burned_in(&scenario, 0, 0).snapshot().expect("bytes"));
}

/// Whatever is decided acts from its own week on: the settings of a week, once lived, stay what they were.
#[test]
fn an_actor_cannot_change_the_past() {
    let mut scenario = small();
    let (fte, door) = (lever("team.fte"), lever("outreach.door_fte"));
    // What is planned is replaced, from the week of the decision on.
    scenario
        .organisation
        .timeline
        .add_step(door, Step { from: Week(30), value: LeverValue::Number(0.4), ramp_weeks: 60 });
    let mut whim = |view: &View<'_>| -> LeverPatch {
        let n = view.week().0;
        if n % 7 == 3 { vec![(fte, LeverValue::Number(f64::from(n % 5) / 2.0))] } else { Vec::new() }
    };
    let mut late = player(&[(80, "outreach.door_fte", LeverValue::Number(0.0))]);
    let mut seats = [
        Seat { district: 0, role: Role::TeamLeader, actor: &mut late },
        Seat { district: 0, role: Role::Alderman, actor: &mut whim },
    ];
    let mut simulation = begun(&scenario);
    let mut lived: Vec<Settings> = Vec::new();
    for week in 0..104 {
        play(&mut simulation, Week(week + 1), &mut seats);
        let timeline = &simulation.sites()[0].policy.timeline;
        lived.push(timeline.settings(Week(week)));
        for (past, settings) in lived.iter().enumerate() {
            assert_eq!(timeline.settings(Week(past as i32)), *settings, "week {past} as seen in week {week}");
        }
    }
    assert!(lived[79].outreach.door_fte > 0.3 && lived[80].outreach.door_fte == 0.0);
    let undisturbed = straight(&scenario);
    assert_eq!(simulation.record().weeks[..3], undisturbed.record().weeks[..3], "before the first decision");
    assert_ne!(simulation.record().weeks[60], undisturbed.record().weeks[60]);
}

/// A toy rule with a memory: where people waited longer for the team than a year before, the team grows by a tenth.
#[derive(Clone, Default)]
struct Growing {
    before: Option<f64>,
    grown: u32,
}

impl Actor for Growing {
    fn decide(&mut self, view: &View<'_>) -> LeverPatch {
        if view.week().of_year() % 13 != 0 || view.week() == Week(0) {
            return Vec::new();
        }
        let now = view.so_far("team.wait_weeks", "all").or_else(|_| view.last_year("team.wait_weeks", "all"));
        let longer = now.is_ok_and(|now| self.before.is_none_or(|before| now > before));
        self.before = now.ok();
        if !longer {
            return Vec::new();
        }
        self.grown += 1;
        vec![(lever("team.fte"), LeverValue::Number(1.0 + 0.1 * f64::from(self.grown)))]
    }
}

#[test]
fn a_rule_that_reacts_keeps_forks_and_snapshots_transparent() {
    let scenario = small();
    let rule = |simulation: &mut Simulation, actor: &mut Growing, end: i32| {
        play(simulation, Week(end), &mut [Seat { district: 0, role: Role::Alderman, actor }]);
    };
    let (mut straight, mut actor) = (begun(&scenario), Growing::default());
    rule(&mut straight, &mut actor, 104);
    assert!((1..7).contains(&actor.grown), "the rule reacts, and not always: {} times", actor.grown);

    let (mut pieces, mut actor) = (begun(&scenario), Growing::default());
    rule(&mut pieces, &mut actor, 31);
    let (mut what_if, mut other) = (pieces.fork(), actor.clone());
    rule(&mut what_if, &mut other, 50);
    what_if.step_to(END, &mut Unobserved, &Cancel::new());
    let mut pieces = Simulation::restore(&pieces.snapshot().expect("bytes")).expect("a snapshot");
    rule(&mut pieces, &mut actor, 77);
    rule(&mut pieces, &mut actor, 104);
    assert_eq!(straight.snapshot().expect("bytes"), pieces.snapshot().expect("bytes"));
    // Its decisions are a scenario like any other: no actor is needed to repeat them.
    let played = pieces.sites()[0].policy.played(&scenario);
    let mut again = begun(&played);
    again.step_to(END, &mut Unobserved, &Cancel::new());
    assert!(again.record() == straight.record());
}

#[test]
fn actors_see_the_registered_world_only() {
    let scenario = small();
    let mut simulation = begun(&scenario);
    let mut seen = 0;
    let mut curious = |view: &View<'_>| {
        assert_eq!(view.role(), Role::Alderman);
        for series in catalogue::series() {
            let (indicator, group) = (series.indicator.as_str(), series.group.as_str());
            for shown in [view.so_far(indicator, group), view.last_year(indicator, group)] {
                assert_eq!(
                    shown == Err(Unseen::NotRegistered),
                    !is_registered(indicator, group),
                    "{indicator} {group}"
                );
                seen += u32::from(shown.is_ok());
            }
        }
        assert_eq!(view.so_far("no.such", "all"), Err(Unseen::Unknown));
        assert_eq!(view.so_far("need.hidden", "all"), Err(Unseen::NotRegistered));
        assert_eq!(view.in_force("no.such"), None);
        LeverPatch::new()
    };
    play(&mut simulation, Week(60), &mut [Seat { district: 0, role: Role::Alderman, actor: &mut curious }]);
    assert!(seen > 60 * 100, "{seen} numbers");
}

/// The value of a series over the weeks since a year began.
fn so_far(weeks: &[Vec<Cell>], position: usize) -> Option<f64> {
    let cells = weeks.iter().map(|week| week[position]);
    match catalogue::series()[position].kind {
        Kind::Flow => Some(cells.map(|c| c.num).sum::<i64>() as f64 / weeks.last()?[position].den as f64),
        Kind::Distinct => weeks.last()?[position].value(),
        Kind::Stock | Kind::Ratio => cells.sum::<Cell>().value(),
    }
}

#[test]
fn a_view_shows_the_books_as_they_are() {
    let scenario = small();
    let mut simulation = begun(&scenario);
    let mut last = Vec::new();
    let mut reader = |view: &View<'_>| {
        last = [("euros.municipality", "all"), ("registered.persons.second_line", "all"), ("residents", "age:65+")]
            .into_iter()
            .flat_map(|(i, g)| [view.so_far(i, g).ok(), view.last_year(i, g).ok()])
            .collect();
        assert_eq!(view.in_force("outreach.targeting"), Some(LeverValue::Choice(0)));
        assert_eq!(view.in_force("team.fte"), None, "the organisation's own");
        LeverPatch::new()
    };
    play(&mut simulation, Week(71), &mut [Seat { district: 0, role: Role::Insurer, actor: &mut reader }]);
    let record = simulation.record();
    let expected: Vec<Option<f64>> =
        [("euros.municipality", "all"), ("registered.persons.second_line", "all"), ("residents", "age:65+")]
            .into_iter()
            .flat_map(|(i, g)| {
                let position = catalogue::position(i, g).expect("a series");
                // At the start of week 70 the year under way holds weeks 52 to 69.
                [so_far(&record.weeks[52..70], position), record.years[0][position].value()]
            })
            .collect();
    assert_eq!(last, expected);
    assert!(expected.iter().all(|x| x.is_some_and(|x| x > 0.0)), "{expected:?}");
}

#[test]
fn what_is_not_theirs_is_refused_and_nothing_is_decided() {
    let scenario = small();
    let simulation = begun(&scenario);
    let before = simulation.snapshot().expect("bytes");
    let refused = |role: Role, patch: LeverPatch| {
        let mut simulation = simulation.fork();
        let mut honest = player(&[(0, "capacity.insurer", LeverValue::Number(0.5))]);
        let mut actor = move |_: &View<'_>| patch.clone();
        let mut seats = [
            Seat { district: 0, role: Role::Insurer, actor: &mut honest },
            Seat { district: 0, role, actor: &mut actor },
        ];
        let result = simulation.play_to(END, &mut seats, &mut Unobserved, &Cancel::new());
        assert_eq!(simulation.snapshot().expect("bytes"), before, "nothing has changed");
        result.expect_err("refused").into_iter().map(|p| p.field).collect::<Vec<_>>()
    };
    let (fte, door) = (lever("team.fte"), lever("outreach.door_fte"));
    assert_eq!(refused(Role::TeamLeader, vec![(fte, LeverValue::Number(3.0))]), ["team.fte"]);
    assert_eq!(refused(Role::TeamLeader, vec![(door, LeverValue::Number(-3.0))]), ["outreach.door_fte"]);
    assert_eq!(refused(Role::TeamLeader, vec![(door, LeverValue::Flag(true))]), ["outreach.door_fte"]);
    assert_eq!(refused(Role::TeamLeader, vec![(LEVERS.len(), LeverValue::Flag(true))]), [""]);
    assert_eq!(refused(Role::Insurer, Vec::new()), ["district 0, insurer"], "the seat is taken");
    let mut nobody = nobody;
    let mut nowhere = [Seat { district: 1, role: Role::Alderman, actor: &mut nobody }];
    let mut simulation = simulation.fork();
    assert!(simulation.play_to(END, &mut nowhere, &mut Unobserved, &Cancel::new()).is_err());
}

/// The model's own actor in two seats does what the timeline does by itself, ramps and all.
#[test]
fn a_scripted_actor_equals_its_timeline() {
    let base = small();
    let mut planned = base.clone();
    let timeline = &mut planned.organisation.timeline;
    timeline
        .add_step(lever("outreach.door_fte"), Step { from: Week(20), value: LeverValue::Number(0.4), ramp_weeks: 26 });
    timeline.add_step(lever("team.fte"), Step { from: Week(30), value: LeverValue::Number(1.9), ramp_weeks: 0 });
    timeline
        .add_step(lever("outreach.protected"), Step { from: Week(0), value: LeverValue::Flag(true), ramp_weeks: 0 });
    let (mut alderman, mut leader) = (Rule::Plan(Box::new(timeline.clone())), Rule::Plan(Box::new(timeline.clone())));
    let mut seats = [
        Seat { district: 0, role: Role::Alderman, actor: &mut alderman },
        Seat { district: 0, role: Role::TeamLeader, actor: &mut leader },
    ];
    let mut simulation = begun(&base);
    play(&mut simulation, END, &mut seats);
    let by_plan = straight(&planned);
    assert!(simulation.record() == by_plan.record());
    assert!(by_plan.record().years != straight(&base).record().years);
    let (ours, theirs) = (&simulation.sites()[0].policy.timeline, &planned.organisation.timeline);
    assert!((0..104).all(|w| ours.settings(Week(w)) == theirs.settings(Week(w))));
}

/// Each district has its own seats: its actors see and change nothing else.
#[test]
fn a_seat_belongs_to_one_district() {
    let base = small();
    let scenarios: Vec<Scenario> = [("WKA", 500), ("WKB", 700)]
        .into_iter()
        .map(|(code, residents)| {
            let mut profile = base.district.clone();
            profile.code = code.into();
            base.for_district(profile, residents)
        })
        .collect();
    let mut simulation = Simulation::of_region(&scenarios, 0, 0).expect("a region");
    simulation.step_to(Week(0), &mut Unobserved, &Cancel::new());
    simulation.begin_region(Site::of_region(&scenarios, 0, 0));
    let (mut here, mut there) = (Vec::new(), player(&[(5, "team.fte", LeverValue::Number(3.25))]));
    let mut looking = |view: &View<'_>| {
        here.push(view.so_far("residents", "all"));
        LeverPatch::new()
    };
    let mut seats = [
        Seat { district: 0, role: Role::Alderman, actor: &mut looking },
        Seat { district: 1, role: Role::Alderman, actor: &mut there },
    ];
    play(&mut simulation, Week(10), &mut seats);
    assert!(here.iter().flatten().all(|n| (480.0..520.0).contains(n)) && here.len() == 10, "{here:?}");
    let fte = |i: usize| simulation.sites()[i].policy.timeline.settings(Week(5)).team.fte;
    assert!((fte(1) - 3.25).abs() < 1e-12 && (fte(0) - 3.25).abs() > 1.0);
    assert_eq!(simulation.sites()[0].policy.decisions(), Policy::from(&scenarios[0].organisation).decisions());
}

/// A rule lies inside the simulation: whoever goes on from a fork or a snapshot has it, and it ends as a decision.
#[test]
fn rules_are_kept_by_forks_and_snapshots() {
    let base = small();
    let mut simulation = begun(&base);
    let trigger = |lever_key: &str, value: f64| Trigger {
        week_of_year: 22,
        indicator: "euros.municipality".to_owned(),
        group: "all".to_owned(),
        threshold: 0.0,
        above: true,
        lever: lever(lever_key),
        value: LeverValue::Number(value),
    };
    let rule = |trigger| Seated { district: 0, role: Role::Alderman, rule: Rule::When(trigger) };
    let refused = simulation.seat(rule(trigger("outreach.door_fte", 1.0))).expect_err("the team leader decides on it");
    assert_eq!(refused[0].field, "outreach.door_fte");
    assert!(simulation.seat(rule(trigger("gate.strictness", 1.5))).is_err(), "out of range");
    simulation.seat(rule(trigger("gate.strictness", 0.3))).expect("an alderman may");
    let mut fork = simulation.fork();
    let mut restored = Simulation::restore(&simulation.snapshot().expect("bytes")).expect("the same version");
    for simulation in [&mut simulation, &mut fork, &mut restored] {
        simulation.step_to(END, &mut Unobserved, &Cancel::new());
        let decisions = simulation.sites()[0].policy.decisions();
        let strict: Vec<_> = decisions.iter().filter(|d| d.lever == lever("gate.strictness")).collect();
        assert_eq!(strict.iter().map(|d| d.week).collect::<Vec<_>>(), [Week(22)], "once, in the first year");
    }
    assert!(simulation.record() == fork.record() && fork.record() == restored.record());
    assert!(simulation.record().years != straight(&base).record().years, "it matters");
}

/// The registered world can be seen in any week, with its series and the municipality's books.
#[test]
fn the_registered_world_can_be_seen_in_any_week() {
    let mut simulation = begun(&small());
    simulation.step_to(Week(52 + 44), &mut Unobserved, &Cancel::new());
    assert!(simulation.view(1, Role::Alderman).is_none(), "there is one district");
    let view = simulation.view(0, Role::Alderman).expect("it is there");
    assert_eq!((view.week(), view.moment()), (Week(96), Some(Moment::Budget)));
    let years = view.years("euros.municipality", "all").expect("registered");
    let weeks = view.weeks("euros.municipality", "all").expect("registered");
    assert_eq!((years.len(), weeks.len()), (1, 96));
    assert!((weeks[..52].iter().sum::<f64>() / years[0] - 1.0).abs() < 1e-9);
    assert_eq!(view.years("need.open", "all"), Err(Unseen::NotRegistered));
    assert_eq!(view.silo(Account::HealthInsurer), None, "somebody else's books");
    let municipal = Account::ALL.into_iter().filter(|account| account.is_municipal());
    let silos: Vec<Silo> = municipal.map(|account| *view.silo(account).expect("municipal")).collect();
    let sum = |of: fn(&Silo) -> i64| silos.iter().map(of).sum::<i64>() as f64 / 6_000.0;
    let so_far: f64 = weeks[52..].iter().sum();
    assert!((sum(|s| s.spent.0) - so_far).abs() < 1.0, "the books have what is counted");
    assert!((sum(|s| s.accounts.expect("since week 22").0) - years[0]).abs() < 1.0, "the accounts of the last year");
}
