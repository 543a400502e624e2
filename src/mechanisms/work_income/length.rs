//! Help goes on for longer where nobody helps with debts, work and housing (R9).

use super::handling::has_unhelped_basics;
use crate::district::{District, Now};
use crate::entities::{PRODUCTS, Product};
use crate::ids::EntitlementId;
use crate::links::Link;
use crate::mechanisms::screening::sight;
use crate::observation::Indicator;

/// The share of trajectories at the end of a term in whose household nobody helps with debts, work or housing, by
/// product: what renewals are the mean over. The model's own: the embedded district at 8,000 residents, weeks 0 to
/// 156, 8 samples, in whole percents.
pub const USUAL: [f64; PRODUCTS] = [0.34, 0.51, 0.42, 0.0, 0.43, 0.0, 0.34, 0.0, 0.0, 0.0, 0.39];

/// How many times as often as usual a service is renewed now: more where nobody helps with debts, work or housing in
/// the household, and so much less elsewhere that today's mean stays. Counts what is looked at.
pub fn renewal(now: Now<'_>, d: &mut District, x: EntitlementId) -> f64 {
    let product: Product = d.entitlements[x].product;
    if !sight::is_trajectory(product) {
        return 1.0;
    }
    let unhelped = has_unhelped_basics(d, d.household_of(d.entitlements[x].resident));
    d.counts.ratio(Indicator::BASICS_TERMS, i64::from(unhelped), 1);
    let more = now.inputs.params.work_income.length * now.settings.link(Link::BASICS_LENGTH);
    (if unhelped { 1.0 + more } else { 1.0 }) / (1.0 + more * USUAL[product as usize])
}
