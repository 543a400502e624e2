//! Who looks at the trajectories of specialists.

use crate::district::{District, Now};
use crate::entities::{CaseState, Entitlement, PRODUCTS, Product};
use crate::ids::EntitlementId;
use crate::links::Link;
use crate::mechanisms::substitution::review;
use crate::observation::Indicator;
use crate::units::MINUTES_PER_WEEK;

/// The share of trajectories at the end of a term that are out of the team's sight, by product, where nothing is
/// reviewed: what renewals are the mean over. The model's own: the embedded district at 8,000 residents, weeks 0 to
/// 156, 8 samples, in whole percents.
pub const USUAL: [f64; PRODUCTS] = [0.94, 0.94, 0.92, 0.0, 0.96, 0.0, 0.90, 0.0, 0.0, 0.0, 0.93];

/// Products that specialists give for a term, and that end when they think so.
pub const fn is_trajectory(product: Product) -> bool {
    matches!(
        product,
        Product::Guidance
            | Product::DayActivity
            | Product::MentalHealth
            | Product::YouthAmbulatory
            | Product::YouthResidential
            | Product::ShelteredLiving
    )
}

/// Whether nobody of the team looks at a service: its holder's household has no open case, and nobody reviews it.
fn is_out_of_sight(now: Now<'_>, d: &District, x: EntitlementId) -> bool {
    let Entitlement { resident, product, frame, .. } = d.entitlements[x];
    let is_reviewed = review::interval(now).is_some() && review::is_reviewed(product, frame);
    let has_case = || d.cases_of(d.household_of(resident)).any(|c| d.cases[c].state == CaseState::Open);
    !is_reviewed && !has_case()
}

/// How many times as often as usual a service is renewed now: more where nobody of the team looks at it, and so much
/// less elsewhere that today's mean stays. Counts what is looked at.
pub fn renewal(now: Now<'_>, d: &mut District, x: EntitlementId) -> f64 {
    let product = d.entitlements[x].product;
    if !is_trajectory(product) {
        return 1.0;
    }
    let out = is_out_of_sight(now, d, x);
    d.counts.ratio(Indicator::OUT_OF_SIGHT, i64::from(out), 1);
    let more = now.inputs.params.screening.sight * now.settings.link(Link::SIGHT_LENGTH);
    (if out { 1.0 + more } else { 1.0 }) / (1.0 + more * USUAL[product as usize])
}

/// The last term of a service is over: counts how long it took, if it was a specialist's.
pub fn ends(now: Now<'_>, d: &mut District, x: EntitlementId) {
    let Entitlement { product, requested, .. } = d.entitlements[x];
    if is_trajectory(product) {
        let minutes = i64::from(now.at.0) - i64::from(requested.0);
        d.counts.ratio(Indicator::TRAJECTORY_WEEKS, minutes, i64::from(MINUTES_PER_WEEK));
    }
}
