//! The dated pipeline from a request to help.

use kantel::cancel::Cancel;
use kantel::district::WorkClock;
use kantel::entities::{Severity, Stage};
use kantel::levers::{ALWAYS, Course, LeverValue, Step, position};
use kantel::simulation::{Observer, Region};
use kantel::units::Week;

use crate::small::{builtin, burned_in, go_on};

/// Who was seen with a temporary provision: served, and for how long at most.
#[derive(Default)]
struct Temporary {
    waiting_or_served: u32,
    served: u32,
    longest_weeks: f64,
}

impl Observer for Temporary {
    fn week(&mut self, week: Week, region: &Region) {
        let entitlements = &region.districts[0].entitlements;
        for slot in entitlements.all() {
            let x = &entitlements[slot];
            if !x.temporary || x.resident.some().is_none() || entitlements.free_slots().any(|free| free == slot) {
                continue;
            }
            assert_eq!(x.urgency, Severity::Crisis, "only what is urgent is given before the decision");
            assert!(matches!(x.stage, Stage::Waiting | Stage::Served | Stage::AwaitingHome), "{:?}", x.stage);
            self.waiting_or_served += 1;
            self.served += u32::from(x.stage == Stage::Served);
            self.longest_weeks = self.longest_weeks.max(week.next().start().weeks_since(x.requested));
        }
    }
}

/// Urgent applications are served before they are decided on (Wmo 2015 art. 2.3.3), and only until then.
#[test]
fn urgent_help_comes_before_the_decision() {
    let scenario = builtin("reactive", 12_000, 2);
    let mut run = go_on(&burned_in(&scenario, 0, 0), &scenario, 0, 0, Week(0));
    let mut seen = Temporary::default();
    run.step_to(Week(104), &mut seen, &Cancel::new());
    println!("{} person-weeks, {} served, longest {}", seen.waiting_or_served, seen.served, seen.longest_weeks);
    assert!(seen.served > 20, "{} person-weeks served", seen.served);
    // Inquiry and decision take some eight weeks, longer under pressure; nothing stays temporary.
    assert!(seen.longest_weeks < 60.0, "{}", seen.longest_weeks);
    let d = &run.region().districts[0];
    assert!(d.recount() == d.levels, "levels stay true when provisions end");
}

/// Weeks in which the hours fell short of cases, and in how many of them crises got all of theirs.
#[derive(Default)]
struct Short {
    weeks: u32,
    others_slowed: u32,
    both_at_work: u32,
}

impl Observer for Short {
    fn week(&mut self, _: Week, region: &Region) {
        let team = &region.districts[0].teams[0];
        let [crisis, other] = &team.clocks;
        assert_eq!(team.hours.sum(), team.hours.available, "hours add up");
        assert!(crisis.pace >= other.pace, "crises at pace {}, others at {}", crisis.pace, other.pace);
        self.weeks += 1;
        self.others_slowed += u32::from(other.pace < WorkClock::FULL);
        if crisis.demand.0 > 0 && other.pace < WorkClock::FULL {
            assert_eq!(crisis.pace, WorkClock::FULL, "there is enough for crises");
            self.both_at_work += 1;
        }
    }
}

/// A team whose places ask for more hours than it has works on crises at full pace and on other cases more slowly,
/// whether its outreach is protected or not.
#[test]
fn crises_get_their_hours_first() {
    for protected in [false, true] {
        let mut scenario = builtin("proactive", 4000, 2);
        for (key, value) in
            [("team.caseload", LeverValue::Number(45.0)), ("outreach.protected", LeverValue::Flag(protected))]
        {
            scenario.organisation.timeline.set(Week(0), position(key).expect("a lever"), value);
        }
        let mut run = go_on(&burned_in(&scenario, 0, 0), &scenario, 0, 0, Week(0));
        let mut seen = Short::default();
        run.step_to(Week(104), &mut seen, &Cancel::new());
        assert!(seen.both_at_work > 20, "{} of {} weeks, {}", seen.both_at_work, seen.weeks, seen.others_slowed);
    }
}

/// Without homes nobody leaves sheltered living; from the week on in which homes are offered they do, and not before.
#[test]
fn homes_are_offered_from_their_date_on() {
    let mut dated = builtin("reactive", 15_000, 3);
    dated.context.homes_per_1000 = Course::constant(0.0);
    let start = burned_in(&dated, 0, 0);
    let awaiting = |scenario: &kantel::plan::Scenario, week: i32| {
        let entitlements = go_on(&start, scenario, 0, 0, Week(week)).region().districts[0].entitlements.clone();
        let slots = entitlements.all().filter(|slot| entitlements.free_slots().all(|free| free != *slot));
        slots.filter(|&slot| entitlements[slot].stage == Stage::AwaitingHome).count()
    };
    let before = awaiting(&dated, 104);
    let without = awaiting(&dated, 130);
    let step = |from, homes| Step { from, value: LeverValue::Number(homes), ramp_weeks: 0 };
    dated.context.homes_per_1000 = Course::of(vec![step(ALWAYS, 0.0), step(Week(104), 50.0)]);
    assert!(before >= 3, "{before} wait for a home");
    assert_eq!(awaiting(&dated, 104), before, "a date changes nothing before it");
    // Whoever comes last waits for the next homes.
    let left = awaiting(&dated, 130);
    assert!(left * 10 < without, "{left} of {without} still wait");
}
