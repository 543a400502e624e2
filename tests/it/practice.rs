//! New practice by hand and as a whole: the dip after a change of plan, practising, hours that stay free.

use kantel::district::{Crew, Hours, Team};
use kantel::levers::{LeverValue, position};
use kantel::links::Link;
use kantel::mechanisms::practice::change;
use kantel::mechanisms::team::hours as team;
use kantel::observation::Indicator;
use kantel::plan::Scenario;
use kantel::units::{Effort, Week};

use crate::small::{Still, builtin, burned_in, fix, go_on};

/// A team of ten FTE with 20 hours a week each, all of which are for cases, practised at 26 hours for half.
fn still(parameters: &[(&str, f64)]) -> Still {
    let mut all = vec![
        ("team.hours_fte", 1_040.0),
        ("team.admin", 0.0),
        ("team.crowding", 0.5),
        ("practice.dip", 0.2),
        ("practice.half_hours", 26.0),
        ("practice.on_the_job", 0.1),
    ];
    all.extend_from_slice(parameters);
    let mut still = Still::of(600, &all);
    let s = &mut still.settings;
    (s.team.fte, s.team.training_hours) = (10.0, 0.0);
    (s.outreach.door_fte, s.outreach.place_fte, s.outreach.report_fte, s.outreach.collective_fte) =
        (0.0, 0.0, 0.0, 0.0);
    let (_, d) = still.in_week(0);
    d.teams[0] = Team { filled: 1.0, planned_fte: 10.0, pressure: 1.0, ..Team::default() };
    still
}

/// Two tenths that go elsewhere, one of them out of cases, is a fifth replanned, whichever way it goes.
#[test]
fn what_is_replanned_is_counted_once() {
    for (before, after, moved) in [
        ([0.0; 4], [0.1, 0.0, 0.0, 0.0], 0.1),
        ([0.1, 0.0, 0.2, 0.0], [0.0, 0.1, 0.2, 0.1], 0.2),
        ([0.1, 0.0, 0.2, 0.0], [0.1, 0.0, 0.2, 0.0], 0.0),
        ([0.5, 0.5, 0.0, 0.0], [0.0; 4], 1.0),
    ] {
        for (a, b) in [(before, after), (after, before)] {
            assert!((change::moved(a, b) - moved).abs() < 1e-12, "{a:?} to {b:?}");
        }
    }
}

/// A tenth of the team goes to visits: a fiftieth of the work in an hour is lost, and half of that again for every 26
/// hours per FTE that were practised: a tenth of the work, and all training, of the week before.
#[test]
fn a_change_makes_worse_and_practice_makes_good() {
    let mut still = still(&[]);
    let (now, d) = still.in_week(0);
    change::follow(now, d);
    assert!(d.teams[0].crew.unpractised <= 0.0, "the plan of the first week is no change");
    still.settings.outreach.door_fte = 1.0;
    let (now, d) = still.in_week(1);
    d.teams[0].crew.productivity = 1.0;
    change::follow(now, d);
    let Crew { unpractised, productivity, .. } = d.teams[0].crew;
    assert!((unpractised - 0.1).abs() < 1e-12 && (productivity - 0.98).abs() < 1e-12, "{unpractised} {productivity}");
    still.settings.team.training_hours = 52.0;
    let (now, d) = still.in_week(2);
    // 20 hours of work per FTE and one of training are three of practice.
    d.teams[0].hours =
        Hours { available: Effort::from_hours(200.0), case: Effort::from_hours(200.0), ..Hours::default() };
    d.teams[0].crew.productivity = 1.0;
    change::follow(now, d);
    let left = 0.1 * libm::pow(0.5, 3.0 / 26.0);
    assert!((d.teams[0].crew.unpractised - left).abs() < 1e-9, "{}", d.teams[0].crew.unpractised);
    assert!((d.teams[0].crew.productivity - (1.0 - 0.2 * left)).abs() < 1e-9);
    still.settings.links[Link::CHANGE_PRODUCTIVITY.place()] = 0.0;
    let (now, d) = still.in_week(3);
    d.teams[0].crew.productivity = 1.0;
    change::follow(now, d);
    assert!((d.teams[0].crew.productivity - 1.0).abs() < 1e-12, "cut, a change costs nothing");
}

/// 52 hours per FTE and year are ten hours a week for ten FTE. Half of what cases fall short goes off them, unless they
/// are protected or the link is cut; cases and learning together are all there is.
#[test]
fn pressure_takes_hours_of_learning_that_nobody_protects() {
    for (asked, protected, link, learning) in [
        (100.0, false, 1.0, 10.0),
        (200.0, false, 1.0, 5.0),
        (230.0, false, 1.0, 0.0),
        (230.0, true, 1.0, 10.0),
        (230.0, false, 0.0, 10.0),
    ] {
        let mut still = still(&[]);
        (still.settings.practice.room_hours, still.settings.practice.protected) = (52.0, protected);
        still.settings.links[Link::PRESSURE_ROOM.place()] = link;
        let (now, d) = still.in_week(0);
        d.teams[0].clocks[1].demand = Effort::from_hours(asked);
        team::allot(now, d, 0);
        let hours = &d.teams[0].hours;
        assert_eq!(hours.learning, Effort::from_hours(learning), "{asked} {protected} {link}");
        assert_eq!(hours.case, Effort::from_hours((200.0_f64 - learning).min(asked)));
        assert_eq!((hours.sum(), hours.available), (Effort::from_hours(200.0), Effort::from_hours(200.0)));
        assert_eq!(change::learning_minutes(now, d, 0), hours.learning);
    }
}

/// The lever of reorganisations.
const YEARS: &str = "team.reorganise_years";

/// What is not practised yet, by year.
fn unpractised(scenario: &Scenario) -> Vec<f64> {
    let run = go_on(&burned_in(scenario, 0, 0), scenario, 0, 0, Week(scenario.experiment.years as i32 * 52));
    let place = Indicator::UNPRACTISED.place();
    run.record().years.iter().map(|year| year[place].value().expect("a level")).collect()
}

/// A team that is left alone after one change gets out of the dip; one that is reorganised every two years is as deep
/// in it in its seventh year as in its third; one that learns in hours of its own gets out sooner.
#[test]
fn who_changes_again_never_gets_out_of_the_dip() {
    let of = |levers: &[(i32, &str, f64)]| {
        let mut scenario = builtin("reactive", 600, 8);
        fix(&mut scenario, "practice.half_hours", 300.0);
        fix(&mut scenario, "practice.on_the_job", 0.25);
        for (week, key, value) in levers {
            let lever = position(key).expect("a lever");
            scenario.organisation.timeline.set(Week(*week), lever, LeverValue::Number(*value));
        }
        unpractised(&scenario)
    };

    assert!(of(&[]).iter().all(|left| *left <= 0.0), "nothing changes");
    let alone = of(&[(0, YEARS, 2.0), (105, YEARS, 0.0)]);
    assert!(alone[..2].iter().all(|left| *left <= 0.0), "the first comes after two years: {alone:?}");
    assert!(alone[2] > 0.5 && alone[2..].is_sorted_by(|a, b| a > b) && alone[7] < 0.1, "{alone:?}");
    let again = of(&[(0, YEARS, 2.0)]);
    assert!(again[6] > 0.8 * again[2], "{again:?}");
    let room = of(&[(0, YEARS, 2.0), (0, "team.training_hours", 150.0)]);
    assert!(room[7] < 0.8 * again[7], "{room:?} {again:?}");
}
