//! The week of those who do something in return: their hours, and where these go.

use super::promise;
use super::rule::Rule;
use super::state::Regime;
use super::who::rule;
use super::{sanctions, tasks};
use crate::district::{District, Now};
use crate::links::Link;
use crate::observation::Indicator;
use crate::units::Effort;

/// The week: nothing until there is a rule, or somebody whose promise runs.
pub fn follow(now: Now<'_>, d: &mut District) {
    let ruled = Regime::ALL.into_iter().any(|regime| rule(now, regime) != Rule::Nothing);
    if !ruled && d.rooms.reciprocity.people.is_empty() {
        return;
    }
    tasks::look(now, d);
    give(now, d);
    if d.rooms.reciprocity.any_cut {
        for i in 0..d.rooms.reciprocity.people.len() {
            let r = d.rooms.reciprocity.people[i].resident;
            sanctions::week(now, d, r);
        }
    }
}

/// Counts the hours of the week, gives them to the facilities of the neighbourhood, and forgets whose promises have
/// ended or who has gone.
pub fn give(now: Now<'_>, d: &mut District) {
    let mut people = std::mem::take(&mut d.rooms.reciprocity.people);
    let mut given = vec![0.0; d.rooms.prevention.places.len()];
    let (mut hours, mut kept) = ([0_i64; 2], 0_u32);
    people.retain(|giver| {
        let r = giver.resident;
        if !d.residents.is_current(r, giver.generation) {
            return false;
        }
        let mut runs = false;
        let mut gives = false;
        for regime in Regime::ALL {
            let promise = promise::of(d, r, regime);
            runs |= promise.runs();
            if !promise.runs() || !promise.kept {
                continue;
            }
            gives = true;
            hours[regime as usize] += i64::from(promise.minutes);
            let n = usize::from(d.households[d.household_of(r)].neighbourhood);
            if let Some(place) = given.get_mut(n) {
                *place += f64::from(promise.minutes) * worth(now, promise.rule);
            }
        }
        kept += u32::from(gives);
        if !runs {
            d.rooms.reciprocity.returns.of_mut(&d.residents, r).listed = false;
        }
        runs
    });
    (d.rooms.reciprocity.people, d.rooms.reciprocity.kept) = (people, kept);
    let link = now.settings.link(Link::RECIPROCITY_VOLUNTEERS);
    for (place, minutes) in d.rooms.prevention.places.iter_mut().zip(given) {
        place.returned = Effort((minutes * link) as i64);
    }
    let counts = &mut d.counts;
    counts.add(Indicator::RETURN_HOURS_HELP, hours[Regime::Help as usize]);
    counts.add(Indicator::RETURN_HOURS_BENEFIT, hours[Regime::Benefit as usize]);
}

/// What an hour is worth to a facility, over one of a volunteer.
fn worth(now: Now<'_>, rule: Rule) -> f64 {
    if rule == Rule::Obliged { now.inputs.params.reciprocity.quality_obliged } else { 1.0 }
}

/// Adds the levels of the week to the year's sums.
pub fn observe(d: &mut District) {
    let (kept, recipients) = (d.rooms.reciprocity.kept, d.rooms.reciprocity.recipients);
    d.counts.level(Indicator::RETURN_KEPT.place(), i64::from(kept), 1);
    d.counts.level(Indicator::RECIPIENTS.place(), i64::from(recipients), 1);
}
