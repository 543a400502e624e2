//! Services that give fewer hours, because the person does the rest.

use crate::district::{District, Now};
use crate::ids::EntitlementId;
use crate::observation::Indicator;

/// An entitlement is granted with fewer hours.
pub fn grant(now: Now<'_>, d: &mut District, x: EntitlementId) {
    let less = now.inputs.params.own_strength.less;
    *d.rooms.own_strength.fewer.of_mut(&d.entitlements, x) = less as f32;
    d.counts.add(Indicator::OWN_STRENGTH_FEWER, 1);
}

/// The share of its hours that an entitlement gives.
#[inline]
pub fn share(d: &District, x: EntitlementId) -> f64 {
    d.rooms.own_strength.fewer.get(&d.entitlements, x).map_or(1.0, |less| 1.0 - f64::from(*less))
}

/// Minutes a week of an entitlement, of those that it would have with nothing assumed.
pub fn minutes(d: &District, x: EntitlementId, full: u16) -> u16 {
    let share = share(d, x);
    if share < 1.0 && full > 0 { (f64::from(full) * share).max(1.0) as u16 } else { full }
}
