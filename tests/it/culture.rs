//! Culture by hand and as a whole: four stocks, what blocks them, what pulls them back, and what they do to the work.

use kantel::cancel::Cancel;
use kantel::district::Team;
use kantel::entities::{Account, Professional};
use kantel::ids::Key;
use kantel::levers::{LeverValue, position};
use kantel::links::Link;
use kantel::mechanisms::culture::stocks::{self, Stocks};
use kantel::mechanisms::culture::work;
use kantel::observation::{Indicator, catalogue};
use kantel::plan::Scenario;
use kantel::simulation::Unobserved;
use kantel::units::{Money, Week};

use crate::small::{Still, builtin, burned_in, fix, go_on, go_on_weekly};

const BASE: [(&str, f64); 14] = [
    ("culture.professional", 0.25),
    ("culture.routine", 0.2),
    ("culture.organisation", 0.3),
    ("culture.norm", 0.2),
    ("culture.practice_rate", 0.3),
    ("culture.routine_rate", 0.2),
    ("culture.pressure_rate", 0.5),
    ("culture.routine_years", 2.0),
    ("culture.organisation_years", 4.0),
    ("culture.norm_years", 8.0),
    ("culture.full_room", 80.0),
    ("culture.hours", 0.2),
    ("culture.relapse", 0.2),
    ("culture.mobilise", 0.5),
];

/// A district with a team of four people who work as at the base.
fn still() -> Still {
    let mut still = Still::of(600, &BASE);
    still.settings.team.fte = 4.0;
    still.settings.team.training_hours = 0.0;
    let (now, d) = still.in_week(0);
    let job = |place| Professional {
        key: Key(place),
        share: 0.25,
        employed: true,
        since: now.at,
        generation: 0,
        discipline: 0,
        depth: [0; kantel::entities::DOMAINS],
        expert: false,
        year: 0,
        brought: 0,
        strain: 0.0,
        senior: false,
        orientation: 0.0,
    };
    d.teams[0] =
        Team { filled: 1.0, planned_fte: 4.0, pressure: 1.0, jobs: (0..4).map(job).collect(), ..Team::default() };
    still
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

/// A geometric mean: any stock near nothing blocks, and where all are one, nothing does.
#[test]
fn any_stock_near_nothing_blocks() {
    let all = Stocks { professional: 1.0, routine: 1.0, organisation: 1.0, norm: 1.0 };
    assert!(close(all.ready(1.0), 1.0));
    let base = Stocks { professional: 0.25, routine: 0.2, organisation: 0.3, norm: 0.2 };
    let expected = libm::pow(0.25, 0.4) * libm::pow(0.2, 0.3) * libm::pow(0.3, 0.2) * libm::pow(0.2, 0.1);
    assert!(close(base.ready(1.0), expected));
    for blocked in [
        Stocks { professional: 0.0, ..all },
        Stocks { routine: 0.0, ..all },
        Stocks { organisation: 0.0, ..all },
        Stocks { norm: 0.0, ..all },
    ] {
        assert!(blocked.ready(1.0) < 1e-9, "{blocked:?}");
    }
    assert!(close(Stocks { norm: 0.0, ..all }.ready(0.0), 1.0), "norms are cut off");
}

/// Without room and at the usual pressure nothing moves, in any week; in the burn-in nothing moves whatever there is.
#[test]
fn the_base_stands_still() {
    let mut still = still();
    still.settings.culture.learning_hours = 80.0;
    for week in [-10, 0] {
        let (now, d) = still.in_week(week);
        (0..100).for_each(|_| stocks::follow(now, d));
        if week < 0 {
            assert!(d.teams[0].jobs.iter().all(|job| job.orientation.abs() < 1e-12), "in the burn-in");
        } else {
            assert!(d.teams[0].jobs.iter().all(|job| job.orientation > 0.01), "with room");
        }
    }
    let mut still = self::still();
    let (now, d) = still.in_week(0);
    (0..100).for_each(|_| stocks::follow(now, d));
    assert_eq!(stocks::of_district(now, d), Stocks::base(&now.inputs.params.culture));
    assert!(close(work::in_an_hour(now, d, 0), 1.0) && close(work::relapse(now, d), 1.0));
    assert!(close(work::mobilised(now, d, 0.4), 0.4) && close(work::assumed(now, d), 0.0));
}

/// One week by hand. With 40 of the 80 hours that it takes, half of what the stocks let be practised is: people learn
/// 0.3 of it a year on the three quarters that they lack. Pressure of a half above the usual, beyond what is tolerated,
/// takes 0.5 x 0.5 of what they are. Then routine follows their mean in two years, and so on.
#[test]
fn a_week_moves_the_stocks_by_their_equations() {
    let mut still = still();
    still.settings.culture.learning_hours = 40.0;
    let (now, d) = still.in_week(0);
    d.teams[0].pressure = 1.5 * 1.15;
    d.teams[0].crew.routine = 0.1;
    d.rooms.culture.organisation = 0.04;
    d.teams[0].jobs[3].orientation = 0.2;
    let ready = Stocks { professional: 0.25 + 0.05, routine: 0.3, organisation: 0.34, norm: 0.2 }.ready(1.0);
    stocks::follow(now, d);
    let week = |is: f64, change: f64| (0.3 * 0.5 * ready * (1.0 - is) + 0.2 * (0.1 - change) - 0.25 * is) / 52.0;
    assert!(close(d.teams[0].jobs[0].orientation, week(0.25, 0.0)), "{}", d.teams[0].jobs[0].orientation);
    assert!(close(d.teams[0].jobs[3].orientation, 0.2 + week(0.45, 0.2)));
    let mean = 0.75 * week(0.25, 0.0) + 0.25 * (0.2 + week(0.45, 0.2));
    assert!(close(d.teams[0].crew.routine, 0.1 + (mean - 0.1) / 2.0 / 52.0), "{}", d.teams[0].crew.routine);
    let organisation = 0.04 + (0.5 * d.teams[0].crew.routine - 0.04) / 4.0 / 52.0;
    assert!(close(d.rooms.culture.organisation, organisation) && close(d.rooms.culture.norm, mean / 8.0 / 52.0));
    assert!(close(stocks::of_entrant(now, &d.teams[0]), 0.0), "whoever is hired comes as people come");
    still.settings.links[Link::TURNOVER_ORIENTATION.place()] = 0.0;
    let (now, d) = still.in_week(0);
    assert!(close(stocks::of_entrant(now, &d.teams[0]), mean), "cut, they come as the team is");
}

/// People of orientation 0.75 at 0.2 fewer hours: (1 - 0.05) / (1 - 0.15) of the work in an hour.
#[test]
fn what_culture_does_to_the_work() {
    let mut still = still();
    let (now, d) = still.in_week(0);
    for job in &mut d.teams[0].jobs {
        job.orientation = 0.5;
    }
    d.teams[0].crew.routine = 0.3;
    assert!(close(work::in_an_hour(now, d, 0), 0.95 / 0.85));
    d.teams[0].crew.productivity = 0.9;
    work::follow(now, d);
    assert!(close(d.teams[0].crew.productivity, 0.9 * 0.95 / 0.85));
    let base = Stocks::base(&now.inputs.params.culture).ready(1.0);
    d.rooms.culture.ready = 2.0 * base;
    assert!(close(work::mobilised(now, d, 0.4), 0.6) && close(work::mobilised(now, d, 0.9), 1.0));
    assert!(close(work::relapse(now, d), 1.0 - 0.2 * base) && work::relapse(now, d) < work::most_relapse(now));
    d.rooms.culture.ready = 1e-12;
    assert!(work::relapse(now, d) <= work::most_relapse(now), "where nothing is practised any more");
}

/// Two FTE of coaches at 1,040 hours are 40 hours a week.
#[test]
fn coaches_are_paid_and_make_room() {
    let mut still =
        Still::of(600, &[("team.hours_fte", 1_040.0), ("culture.coach_reach", 2.0), ("culture.full_room", 80.0)]);
    still.settings.team.fte = 104.0;
    still.settings.team.training_hours = 0.0;
    still.settings.culture.coaching_fte = 2.0;
    let (now, d) = still.in_week(0);
    let before = d.ledger().spent(Account::Welfare);
    work::pay_coaches(now, d);
    let cost = Money(now.inputs.budget.team_cents_per_hour * 60 * 40);
    assert_eq!(d.ledger().spent(Account::Welfare) - before, cost);
    assert_eq!(d.counts.finished()[Indicator::EUROS_COACHING.place()].num, cost.0);
    // 2 x 1,040 x 2 hours of practice for 104 FTE are 40 each: half of the room.
    d.teams[0] = Team { filled: 1.0, planned_fte: 104.0, ..Team::default() };
    assert!(close(stocks::room(now, d, 0), 0.5), "{}", stocks::room(now, d, 0));
}

/// Culture after fifteen years of 80 hours, and the years until it was half way, or so far.
fn fifteen_years(turnover: f64, size: f64) -> (f64, f64) {
    let mut scenario = builtin("reactive", 1_000, 15);
    for (key, value) in BASE.into_iter().chain([
        ("culture.routine_years", 1.0),
        ("culture.organisation_years", 1.0),
        ("culture.norm_years", 1.0),
        ("team.turnover", turnover),
        ("professional.strain_leaving", 0.0),
        ("team.fte_per_job", 0.1),
    ]) {
        fix(&mut scenario, key, value);
    }
    let lever = position("culture.learning_hours").expect("a lever");
    scenario.organisation.timeline.set(Week(0), lever, LeverValue::Number(80.0));
    let mut start = burned_in(&scenario, 0, 0);
    // Pressure of so many times the usual.
    start.region_mut().districts[0].teams[0].crew.usual_pressure *= size;
    let mut run = go_on(&start, &scenario, 0, 0, Week(0));
    run.step_to(Week(15 * 52), &mut Unobserved, &Cancel::new());
    let last = run.record().years.last().expect("fifteen years");
    let of = |indicator: Indicator| last[indicator.place()].value().expect("a level");
    (of(Indicator::CULTURE_READY), of(Indicator::CULTURE_YEARS))
}

/// Where people stay and pressure is as usual, 80 hours a year bring culture half way within fifteen years; where a
/// third of them leave and pressure is a half above what is tolerated, never. Its parts force it, no figure does.
#[test]
fn culture_changes_where_people_stay_and_not_where_they_leave() {
    let (stay, years) = fifteen_years(0.08, 100.0);
    assert!(years > 5.0 && years < 14.0, "{stay} {years}");
    let (leave, so_far) = fifteen_years(0.31, 0.4);
    assert!(so_far > 14.0 && leave < stay / 1.5, "{leave} {so_far}");
}

/// An indicator in every week of eight years.
fn weekly(scenario: &Scenario, indicator: &str) -> Vec<f64> {
    let run = go_on_weekly(&burned_in(scenario, 0, 0), scenario, 0, 0, Week(416));
    let place = catalogue::position(indicator, "all").expect("a series");
    run.record().weeks.iter().map(|week| week[place].value().unwrap_or(0.0)).collect()
}

/// R3 in its order: practising moves professionals first, then the team's routine, then the organisation.
#[test]
fn people_go_before_routines_and_routines_before_the_organisation() {
    let mut scenario = builtin("reactive", 1_500, 8);
    for (key, value) in BASE.into_iter().chain([("team.turnover", 0.1), ("team.fte_per_job", 0.1)]) {
        fix(&mut scenario, key, value);
    }
    let lever = position("culture.learning_hours").expect("a lever");
    scenario.organisation.timeline.set(Week(0), lever, LeverValue::Number(80.0));
    // Weeks until a stock has risen by a hundredth.
    let risen = |key: &str| {
        let weeks = weekly(&scenario, key);
        weeks.iter().position(|level| *level > weeks[0] + 0.01).unwrap_or(weeks.len())
    };
    let order = ["culture.professionals", "culture.routine", "culture.organisation", "culture.norm"].map(risen);
    assert!(order[0] < order[1] && order[1] < order[2] && order[1] < order[3], "{order:?}");
}

/// Those who came after learning began lag behind those who were there.
#[test]
fn a_hired_professional_comes_as_people_come() {
    let mut scenario = builtin("reactive", 2_000, 4);
    for (key, value) in BASE.into_iter().chain([("team.turnover", 0.3), ("team.fte_per_job", 0.1)]) {
        fix(&mut scenario, key, value);
    }
    let lever = position("culture.learning_hours").expect("a lever");
    scenario.organisation.timeline.set(Week(0), lever, LeverValue::Number(80.0));
    let run = go_on(&burned_in(&scenario, 0, 0), &scenario, 0, 0, Week(208));
    let at = Week(208).start();
    let jobs = &run.region().districts[0].teams[0].jobs;
    let (new, old): (Vec<_>, Vec<_>) =
        jobs.iter().filter(|job| job.employed).partition(|job| at.weeks_since(job.since) < 100.0);
    let mean = |of: &[&Professional]| of.iter().map(|job| job.orientation).sum::<f64>() / of.len() as f64;
    assert!(!new.is_empty() && !old.is_empty());
    assert!(mean(&new) < mean(&old) && mean(&new) > 0.0, "{} {}", mean(&new), mean(&old));
}
