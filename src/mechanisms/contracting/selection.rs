//! What forms of contract do to clients: whom providers take first, how long they help, and what comes back.

use super::form::Form;
use super::places::form;
use crate::district::{District, Factor, Now};
use crate::entities::{Entitlement, Product, Severity};
use crate::ids::EpisodeId;
use crate::links::Link;
use crate::random::Process;

/// How many times the usual length a term has by the way it is paid.
pub fn term(now: Now<'_>, product: Product) -> f64 {
    let p = &now.inputs.params.contracting;
    let shorter = match form(now, product) {
        Form::Stated | Form::Effort => return 1.0,
        Form::Output => p.output_term,
        Form::Task => p.task_term,
    };
    1.0 + (shorter - 1.0) * now.settings.link(Link::FORM_DURATION)
}

/// How urgent somebody counts with a provider: who is paid by the trajectory takes some severe needs as if lighter.
pub fn urgency(now: Now<'_>, entitlement: &Entitlement) -> u8 {
    let Entitlement { urgency, product, key, .. } = *entitlement;
    let later = form(now, product) == Form::Output
        && urgency >= Severity::Severe
        && now.inputs.draws.unit(Process::SERVED_LATER, key, 0) < now.inputs.params.contracting.output_later;
    urgency as u8 - u8::from(later)
}

/// A need passes: whether somebody who is paid by the trajectory helped with it.
pub fn need_passes(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let services = d.episodes[e].services;
    let by_trajectory = |product: &Product| services >> *product as u16 & 1 == 1 && form(now, *product) == Form::Output;
    if Product::ALL.iter().any(by_trajectory) {
        *d.rooms.contracting.brief.of_mut(&d.episodes, e) = true;
    }
}

/// What comes back of needs that passed so.
pub const RELAPSE: Factor = Factor {
    name: "help by the trajectory",
    of: |now, d, subject, _| {
        let brief = d.rooms.contracting.brief.get(&d.episodes, subject.episode).copied().unwrap_or(false);
        if brief { now.inputs.params.contracting.output_relapse } else { 1.0 }
    },
};
