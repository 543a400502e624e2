//! A week of the team by hand: hours, places, pace, pressure, presence, vacancies, and what it costs.

use kantel::cancel::Cancel;
use kantel::district::{District, Hours, Team, WorkClock};
use kantel::entities::Account;
use kantel::links::Link;
use kantel::mechanisms::contribution::payers;
use kantel::mechanisms::team::hours as team;
use kantel::observation::Indicator;
use kantel::plan::Scenario;
use kantel::simulation::{Observer, Region};
use kantel::units::{Effort, Money, Week};

use crate::professionals::leave_out_professionals;
use crate::small::{Still, builtin, burned_in, fix, go_on};

/// A district with a team of ten FTE that has nothing to do yet. Of the 20 hours a week of an FTE a quarter is
/// administration and one hour is training: 14 are left, 140 in all. A tenth of them goes from door to door, a tenth is
/// collective, a twentieth each goes to places and to reports.
fn ten_fte() -> Still {
    let mut still = Still::of(
        600,
        &[
            ("team.hours_fte", 1_040.0),
            ("team.admin", 0.25),
            ("team.case_share", 0.7),
            ("team.intensity", 0.5),
            ("team.intensity_ratio", 2.0),
            ("team.crowding", 0.5),
            ("waiting.bridging", 0.5),
            ("team.visibility_rate", 0.1),
            ("team.visibility_half", 1.82),
        ],
    );
    let s = &mut still.settings;
    (s.team.fte, s.team.training_hours, s.team.caseload_per_fte, s.contribution.cents) = (10.0, 52.0, 25.0, 0.0);
    (s.outreach.door_fte, s.outreach.place_fte, s.outreach.report_fte, s.outreach.collective_fte) =
        (1.0, 0.5, 0.5, 1.0);
    let (_, d) = still.in_week(0);
    d.teams[0] = Team { filled: 1.0, planned_fte: 10.0, pressure: 1.0, ..Team::default() };
    d.presence.visibility_bound = 1.0;
    d.planned_residents = 1_000.0;
    still
}

fn hours(h: f64) -> Effort {
    Effort::from_hours(h)
}

/// 30 hours of crises, 40 of other cases, 60 of intake and 20 of bridging are asked, and 18 by those who wait.
fn ask(d: &mut District) {
    d.teams[0].clocks[0].demand = hours(30.0);
    d.teams[0].clocks[1].demand = hours(40.0);
    d.teams[0].intake_due = hours(60.0);
    d.teams[0].waiting_demand = hours(18.0);
}

/// People whom the team bridges: half an hour each.
const BRIDGED: u32 = 40;

#[test]
fn the_hours_of_a_quiet_week_follow_the_plan() {
    let mut still = ten_fte();
    let (now, d) = still.in_week(0);
    team::allot(now, d, 0);
    let expected = Hours {
        available: hours(140.0),
        door: hours(14.0),
        place: hours(7.0),
        report: hours(7.0),
        collective: hours(14.0),
        idle: hours(98.0),
        ..Hours::default()
    };
    assert_eq!(d.teams[0].hours, expected);
    // Seven FTE are left for cases, of whom seven tenths work on cases, 25 each, in twentieths. And 98 idle hours take
    // as many moderate cases, at an hour a week each.
    assert_eq!(d.teams[0].places, 2_450 + 98 * 20);
    assert_eq!(d.teams[0].clocks.each_ref().map(|clock| clock.pace), [WorkClock::FULL; 2]);
}

/// Of the 168 hours asked 98 are there: half of the 70 that are short comes out of outreach and takes cases in: all 35
/// hours of visits, places and collective work. Reports and signals are a duty in law: theirs stay.
#[test]
fn a_shortfall_crowds_outreach_out_and_slows_what_comes_last() {
    let mut still = ten_fte();
    let (now, d) = still.in_week(0);
    ask(d);
    team::allot(now, d, BRIDGED);
    let expected = Hours {
        available: hours(140.0),
        case: hours(30.0 + 23.0),
        intake: hours(60.0),
        bridging: hours(20.0),
        door: Effort(0),
        place: Effort(0),
        report: hours(7.0),
        collective: Effort(0),
        coordination: Effort(0),
        learning: Effort(0),
        idle: Effort(0),
    };
    assert_eq!(d.teams[0].hours, expected);
    assert_eq!(d.teams[0].clocks.each_ref().map(|clock| clock.pace), [WorkClock::FULL, WorkClock::FULL * 23 / 40]);
    // (10 x 1.25 - 3) x 0.7 x 25 x 20: a quarter of all hours came back from outreach.
    assert_eq!(d.teams[0].places, 3_325);
    // (150 + 18 + 42) of 140 hours are 1.5: an eighth of the way from 1.
    assert!((d.teams[0].pressure - 1.0625).abs() < 1e-12, "{}", d.teams[0].pressure);
}

/// Protected, or where pressure does not reach outreach, the plan is kept, intake waits, and other cases stand still.
#[test]
fn protected_outreach_is_kept_and_intake_waits() {
    for protected in [true, false] {
        let mut still = ten_fte();
        still.settings.outreach.protected = protected;
        if !protected {
            still.settings.links[Link::PRESSURE_OUTREACH.place()] = 0.0;
        }
        let (now, d) = still.in_week(0);
        assert!(d.teams[0].backlog_weeks() <= 0.0);
        ask(d);
        team::allot(now, d, BRIDGED);
        let Hours { case, intake, bridging, door, place, report, collective, idle, .. } = d.teams[0].hours;
        assert_eq!([door, place, report, collective], [14.0, 7.0, 7.0, 14.0].map(hours));
        assert_eq!([case, bridging, intake, idle], [30.0, 20.0, 48.0, 0.0].map(hours));
        assert_eq!(d.teams[0].clocks.each_ref().map(|clock| clock.pace), [WorkClock::FULL, 0]);
        assert_eq!(d.teams[0].places, 2_450);
        // Twelve hours of intake are left, at 48 a week.
        assert_eq!(d.teams[0].intake_due, hours(12.0));
        assert!((d.teams[0].backlog_weeks() - 0.25).abs() < 1e-12, "{}", d.teams[0].backlog_weeks());
    }
}

#[test]
fn a_work_clock_never_runs_faster_than_at_full_pace() {
    let mut clock = WorkClock { demand: hours(10.0), ..WorkClock::default() };
    for (given, pace) in [(10.0, WorkClock::FULL), (30.0, WorkClock::FULL), (5.0, WorkClock::FULL / 2), (0.0, 0)] {
        clock.set_pace(hours(given), clock.demand.0);
        assert_eq!(clock.pace, pace, "{given} hours");
    }
}

#[test]
fn outreach_hours_are_kept_for_four_weeks() {
    let mut still = ten_fte();
    for week in 0..9 {
        let (now, d) = still.in_week(week);
        team::allot(now, d, 0);
        let weeks = f64::from(week.min(3) + 1);
        let banks = [d.presence.visit_bank, d.presence.place_bank, d.presence.report_bank];
        assert_eq!(banks, [14.0 * weeks, 7.0 * weeks, 7.0 * weeks].map(hours), "week {week}");
    }
}

/// 14 + 7 + 14 hours a week among 1,000 people are 1.82 a year each, at which visibility comes to a half: a tenth of
/// the way in the first week. Who reacts to reports is not seen.
#[test]
fn presence_is_visits_places_and_collective_work() {
    let mut still = ten_fte();
    let (now, d) = still.in_week(0);
    team::allot(now, d, 0);
    assert!((d.presence.visibility - 0.05).abs() < 1e-12, "{}", d.presence.visibility);
    let (before, d) = still.in_week(-1);
    team::allot(before, d, 0);
    assert!((d.presence.visibility - 0.5).abs() < 1e-12 && (d.presence.visibility_baseline - 0.5).abs() < 1e-12);
}

/// Half of ten FTE is filled: 100 hours a week are paid.
#[test]
fn vacancies_are_not_paid() {
    let mut still = ten_fte();
    let cents = still.scenario.budget.team_cents_per_hour;
    let (now, d) = still.in_week(0);
    d.teams[0].filled = 0.5;
    let before = d.ledger().spent(Account::Welfare);
    team::account(now, d);
    assert_eq!(d.ledger().spent(Account::Welfare) - before, Money::of_effort(cents, hours(100.0)));
    assert_eq!(d.counts.finished()[Indicator::EUROS_MUNICIPALITY.place()].num, 100 * 60 * cents);
}

/// Three months are thirteen weeks: seven people at 19 euros a month pay 399 euros in them, to the municipality.
#[test]
fn thirteen_weeks_of_own_contributions_are_three_months() {
    let mut still = ten_fte();
    still.settings.contribution.cents = 1_900.0;
    let mut before = (Money(0), Money(0));
    for week in 0..13 {
        let (now, d) = still.in_week(week);
        if week == 0 {
            let state = &mut d.rooms.contribution;
            (state.payers, state.weeks) = ([[1, 2], [3, 1], [0, 0]], [0; 6]);
            before = (d.ledger().spent(Account::Household), d.ledger().spent(Account::Wmo));
        }
        payers::account(now, d);
    }
    let (_, d) = still.in_week(13);
    let paid = Money::from_cents(39_900);
    assert_eq!(d.ledger().spent(Account::Household) - before.0, paid);
    assert_eq!(before.1 - d.ledger().spent(Account::Wmo), paid);
}

/// The share of the team that works, week by week.
#[derive(Default)]
struct Filled(Vec<f64>);

impl Observer for Filled {
    fn week(&mut self, _: Week, region: &Region) {
        let d = &region.districts[0];
        let hours = d.teams[0].hours.available.hours();
        self.0.push(hours);
    }
}

/// Who stays a year and is missed for half a year works two thirds of the time. A job turns over once in 78 weeks, so
/// that 25 jobs over 40 years have some 670 spells: a standard error below 1 % of the share, and the bound is four of
/// them.
#[test]
fn vacancies_take_their_share_of_the_hours() {
    let available = |turnover: f64| -> f64 {
        let mut scenario: Scenario = builtin("reactive", 300, 40);
        scenario.organisation.timeline.base.team.fte = 20.0;
        scenario.before = scenario.organisation.clone();
        // Nobody leaves because of others who left, and no vacancy lasts because of others.
        leave_out_professionals(&mut scenario);
        for (key, value) in [("team.turnover", turnover), ("team.vacancy_weeks", 26.0), ("team.fte_per_job", 0.8)] {
            fix(&mut scenario, key, value);
        }
        let mut run = go_on(&burned_in(&scenario, 0, 0), &scenario, 0, 0, Week(0));
        let mut filled = Filled::default();
        run.step_to(Week(40 * 52), &mut filled, &Cancel::new());
        filled.0.iter().sum()
    };
    let share = available(1.0) / available(0.0);
    assert!((share - 2.0 / 3.0).abs() < 0.03, "{share}");
}
