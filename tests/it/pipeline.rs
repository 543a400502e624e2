//! The dated pipeline from a request to help.

use kantel::cancel::Cancel;
use kantel::entities::{Severity, Stage};
use kantel::levers::{ALWAYS, Course, LeverValue, Step};
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
        for slot in 0..entitlements.slots() as u32 {
            let x = &entitlements[slot];
            if !x.temporary || x.resident.some().is_none() || entitlements.free_slots().contains(&slot) {
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
    let scenario = builtin("reactive", 4000, 2);
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

/// Without homes nobody leaves sheltered living; from the week on in which homes are offered they do, and not before.
#[test]
fn homes_are_offered_from_their_date_on() {
    let mut dated = builtin("reactive", 6000, 3);
    dated.context.homes_per_1000 = Course::constant(0.0);
    let start = burned_in(&dated, 0, 0);
    let awaiting = |scenario: &kantel::scenario::Scenario, week: i32| {
        let entitlements = go_on(&start, scenario, 0, 0, Week(week)).region().districts[0].entitlements.clone();
        let slots = (0..entitlements.slots() as u32).filter(|slot| !entitlements.free_slots().contains(slot));
        slots.filter(|&slot| entitlements[slot].stage == Stage::AwaitingHome).count()
    };
    let before = awaiting(&dated, 104);
    let without = awaiting(&dated, 130);
    let step = |from, homes| Step { from, value: LeverValue::Number(homes), ramp_weeks: 0 };
    dated.context.homes_per_1000 = Course::of(vec![step(ALWAYS, 0.0), step(Week(104), 50.0)]);
    assert!(before >= 3, "{before} wait for a home");
    assert_eq!(awaiting(&dated, 104), before, "a date changes nothing before it");
    assert_eq!(awaiting(&dated, 130), 0, "{without} would still wait");
}
