//! What the council makes of a plan: the settings of a week after a cut, a reversal, or rules.

use super::state::Before;
use crate::district::{District, Inputs};
use crate::links::Link;
use crate::mechanisms::money::cuts;
use crate::settings::Settings;
use crate::units::Week;

/// The settings of a week as politics leaves them.
pub fn adjust(inputs: &Inputs, d: &District, week: Week, s: &mut Settings) {
    let politics = &d.rooms.politics;
    let (council, p) = (&politics.council, &inputs.params.politics);
    if let Some(before) = politics.before.as_ref().filter(|_| council.reversed) {
        put_back(before, s);
    }
    if council.cuts > 0 {
        let left = libm::pow(1.0 - p.cut, f64::from(council.cuts));
        s.money.found += cuts::take(inputs, d, s, cuts::free(inputs, d, s) * (1.0 - left));
    }
    let after = if week.0 < council.rules_until { s.politics.reaction * s.link(Link::INCIDENT_RULES) } else { 0.0 };
    let rules = s.politics.micromanagement.max(after);
    if rules > 0.0 && week.0 >= 0 {
        under_rules(p.accounting, rules, s);
    }
}

/// The organisation of before, where the plan has more.
fn put_back(before: &Before, s: &mut Settings) {
    s.team.fte = s.team.fte.min(before.fte);
    let (out, was) = (&mut s.outreach, &before.outreach);
    for (fte, was) in [
        (&mut out.door_fte, was.door_fte),
        (&mut out.place_fte, was.place_fte),
        (&mut out.report_fte, was.report_fte),
        (&mut out.collective_fte, was.collective_fte),
    ] {
        *fte = fte.min(was);
    }
    let (plan, was) = (&mut s.prevention, &before.prevention);
    for (amount, was) in [
        (&mut plan.facility_euros, was.facility_euros),
        (&mut plan.coordination_fte, was.coordination_fte),
        (&mut plan.grants_euros, was.grants_euros),
        (&mut plan.visit_share, was.visit_share),
    ] {
        *amount = amount.min(was);
    }
    let kept = |amounts: &mut [f64], was: &[f64]| {
        amounts.iter_mut().zip(was).for_each(|(amount, was)| *amount = amount.min(*was));
    };
    kept(&mut s.basic.half_days, &before.basic.half_days);
    kept(&mut s.basic.places, &before.basic.places);
}

/// Rules of so much of all: accounting for each case, and less that professionals judge, spend and do by themselves.
fn under_rules(accounting: f64, rules: f64, s: &mut Settings) {
    s.politics.lost = rules;
    s.politics.accounting = accounting * rules;
    let left = 1.0 - rules.min(1.0);
    for amount in [
        &mut s.own_strength.assumed,
        &mut s.money.room_euros,
        &mut s.substitution.mandate_hours,
        &mut s.substitution.mandate_strength,
    ] {
        *amount *= left;
    }
}
