//! Reviews of services between the ends of their terms: what is reviewed, when, and whether anything comes of it.

use crate::calendar::{Entry, Occasion};
use crate::district::{District, Now};
use crate::entities::{Frame, Product};
use crate::ids::EntitlementId;
use crate::links::Link;
use crate::random::Process;
use crate::units::Minute;

/// Nobody reviews more often: a lever between none and so many weeks counts as so many (a matter of the lever's form:
/// 0 is none).
const OFTENEST: f64 = 4.0;

/// Weeks between reviews; `None` where there are none.
pub fn interval(now: Now<'_>) -> Option<f64> {
    let weeks = now.settings.substitution.review_weeks;
    (weeks > 0.0).then(|| weeks.max(OFTENEST))
}

/// Whether the municipality reviews a service: help that it gives by the hour or for a term, and that no court ordered.
/// Not what is paid by the place or as a thing; whether somebody can leave a stay depends on homes and parents.
pub const fn is_reviewed(product: Product, frame: Frame) -> bool {
    let by_the_hour =
        matches!(product, Product::Guidance | Product::DomesticHelp | Product::DayActivity | Product::YouthAmbulatory);
    by_the_hour && !matches!(frame, Frame::Mandatory)
}

/// A service begins: its first review is entered.
pub fn service_begins(now: Now<'_>, d: &mut District, x: EntitlementId) {
    if let Some(weeks) = interval(now)
        && is_reviewed(d.entitlements[x].product, d.entitlements[x].frame)
    {
        enter(d, x, now.at.plus_weeks(weeks), false);
    }
}

/// Enters a review that is due, or one that will be done.
pub(super) fn enter(d: &mut District, x: EntitlementId, at: Minute, done: bool) {
    let (tie, generation) = ((d.entitlements[x].key.0 >> 32) as u32, d.entitlements[x].generation);
    let aux = d.rooms.substitution.wave << 1 | u8::from(done);
    d.calendar.add(Entry { at, tie, slot: x.0, generation, what: Occasion::REVIEW, aux });
}

/// What comes of a review that would end help or make it less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Done,
    /// The person objects, and keeps what there is.
    Objected,
    /// Nothing, because the link is weakened.
    Nothing,
}

/// What comes of a review of an entitlement now: `less` if it would end help or make it less, which people object to.
pub fn outcome(now: Now<'_>, d: &District, x: EntitlementId, less: bool) -> Outcome {
    let u = now.inputs.draws.unit(Process::REVIEW_OUTCOME, d.entitlements[x].key, u64::from(now.at.0 as u32));
    let objects = if less { now.inputs.params.substitution.objects } else { 0.0 };
    if u < objects {
        Outcome::Objected
    } else if u < 1.0 - (1.0 - objects) * now.settings.link(Link::REVIEW_USE) {
        Outcome::Nothing
    } else {
        Outcome::Done
    }
}
