//! What rule there is, of whom it asks something in return, and who lives on social assistance.

use super::rule::Rule;
use super::state::Regime;
use crate::district::{District, Now};
use crate::entities::{Domain, Position, Resident};
use crate::ids::ResidentId;
use crate::mechanisms::needs::rates;

/// Minutes of care a week from which somebody gives enough already (a matter of the rule: 8 hours).
const CARES_ENOUGH: u16 = 8 * 60;

/// The rule in force.
pub fn rule(now: Now<'_>, regime: Regime) -> Rule {
    let s = &now.settings.reciprocity;
    match regime {
        _ if s.hours <= 0.0 => Rule::Nothing,
        Regime::Help if s.help_obliged => Rule::Obliged,
        Regime::Help => s.help,
        Regime::Benefit => s.benefit,
    }
}

/// Whether a rule can ask anything of somebody at all: an adult under 67.
pub fn is_of_age(resident: &Resident) -> bool {
    resident.is_adult() && resident.stage < Resident::NO_WORK
}

/// Whether nothing is asked of somebody: too old, in severe need or in crisis, a carer of eight hours or more, in
/// long-term care, or of less doenvermogen than the rule asks for.
pub fn is_exempt(now: Now<'_>, d: &District, r: ResidentId) -> bool {
    let resident = &d.residents[r];
    !is_of_age(resident)
        || resident.is(Resident::LONG_TERM)
        || resident.person.needs.heavy != 0
        || resident.person.care_given >= CARES_ENOUGH
        || rates::capacity_now(now, d, r) < now.settings.reciprocity.exempt_capacity
}

/// Whether somebody lives on social assistance: a low income, and without work for long.
pub fn has_benefit(now: Now<'_>, d: &District, r: ResidentId) -> bool {
    let resident = &d.residents[r];
    let heads = matches!(resident.position, Position::Reference | Position::Partner);
    let weeks = now.inputs.params.reciprocity.benefit_weeks;
    heads
        && is_of_age(resident)
        && resident.income() == 0
        && resident.person.needs.has(Domain::Work)
        && d.episodes_of(r).any(|e| {
            let episode = &d.episodes[e];
            episode.domain == Domain::Work && !episode.recovered && now.at.weeks_since(episode.onset) >= weeks
        })
}
