//! What somebody gains from a referral or a renewal, by whose they are, and what that does.

use super::rows::By;
use crate::district::{District, Now};
use crate::entities::{Entitlement, Product};
use crate::ids::{EntitlementId, EpisodeId, Key};
use crate::links::Link;
use crate::mechanisms::contracting::Form;
use crate::mechanisms::contracting::places::form;
use crate::observation::Indicator;
use crate::random::Process;

/// The part of the team that works for providers.
fn seconded(now: Now<'_>) -> f64 {
    let s = &now.settings.position;
    if s.by == By::Providers { 1.0 } else { s.seconded }
}

/// Whether providers who second professionals give a product.
pub const fn is_given(product: Product) -> bool {
    !matches!(product, Product::Aids | Product::DebtProgramme | Product::LongTermCare)
}

/// Whether whoever decides on a need or entitlement, by its key, works for a provider of the product.
fn is_own(now: Now<'_>, key: Key, product: Product) -> bool {
    let share = seconded(now) * now.inputs.params.position.offers;
    share > 0.0 && is_given(product) && now.inputs.draws.unit(Process::OWN_EMPLOYER, key, product as u64) < share
}

/// What a further client is worth to the providers of a product: as much as places are empty, nothing where they are
/// full; where a lump sum pays for all of them, a client costs.
fn worth(now: Now<'_>, d: &District, product: Product) -> f64 {
    let empty = d.rooms.position.empty[product as usize];
    if form(now, product) == Form::Task { empty - 1.0 } else { empty }
}

/// How much likelier a referral is because of whose the team is, in log-odds, of a need that a product fits.
pub fn in_referral(now: Now<'_>, d: &District, e: EpisodeId, product: impl FnOnce() -> Option<Product>) -> f64 {
    let p = &now.inputs.params.position;
    let restraint = if now.settings.position.by == By::Municipality { p.restraint } else { 0.0 };
    if seconded(now) <= 0.0 {
        return -restraint;
    }
    let Some(product) = product().filter(|product| is_own(now, d.episodes[e].key, *product)) else {
        return -restraint;
    };
    p.referral * worth(now, d, product) * now.settings.link(Link::OWN_PROVIDER_REFERRAL) - restraint
}

/// Counts a referral to the employer of whoever referred.
pub fn referred(now: Now<'_>, d: &mut District, e: EpisodeId, product: Product) {
    let own = is_own(now, d.episodes[e].key, product);
    d.counts.add(Indicator::OWN_REFERRALS, i64::from(own));
}

/// How many times as often a term is renewed because of whose the team is: nobody keeps a client whom a lump sum pays.
pub fn in_renewal(now: Now<'_>, d: &District, x: EntitlementId) -> f64 {
    let Entitlement { product, key, .. } = d.entitlements[x];
    if !is_own(now, key, product) {
        return 1.0;
    }
    let retention = now.inputs.params.position.retention;
    1.0 + if form(now, product) == Form::Task { -retention } else { retention }
}

/// Counts a renewal of help by the employer of whoever decided.
pub fn renewed(now: Now<'_>, d: &mut District, x: EntitlementId) {
    let Entitlement { product, key, .. } = d.entitlements[x];
    let own = is_own(now, key, product);
    d.counts.add(Indicator::OWN_RENEWALS, i64::from(own));
}

/// The part of what would be granted that the municipality's own team does not withhold.
pub fn granted(now: Now<'_>) -> f64 {
    if now.settings.position.by == By::Municipality { 1.0 - now.inputs.params.position.refusal } else { 1.0 }
}

/// What a year with a provider does to an orientation in the team.
pub fn pull(now: Now<'_>, orientation: f64) -> f64 {
    let p = &now.inputs.params.position;
    let rate = p.pull * seconded(now) * now.settings.link(Link::PROVIDER_ORIENTATION);
    rate * (p.orientation - orientation)
}

/// How many times as long an organisation takes to follow routines.
pub fn slower(now: Now<'_>) -> f64 {
    if now.settings.position.by == By::Foundation { now.inputs.params.position.slower } else { 1.0 }
}
