//! Who shares a home with somebody able: what housemates do for each other (usual care) is neither asked for nor
//! granted.

use std::ops::Range;

use crate::district::{District, Now};
use crate::entities::{Domain, Resident};
use crate::ids::ResidentId;

/// Ages at which a housemate is expected to do the housework (assumption: to 75 to 85).
const ABLE: Range<u8> = 18..80;

/// Adults of the nation without another adult in the house: the mean at which `onset.*` hold. Assumption, 0.24 to 0.29:
/// 0.395 of households are of one person and 0.074 of a lone parent (CBS 2023), at some 1.7 adults a household.
const ALONE: f64 = 0.26;

/// How living without another adult multiplies onset: `ratio` over that of who lives with one, with a mean of one over
/// the nation's adults.
pub fn onset_alone(d: &District, r: ResidentId, ratio: f64) -> f64 {
    (if d.has_adult_housemate(r) { 1.0 } else { ratio }) / (1.0 + ALONE * (ratio - 1.0))
}

/// Whether somebody lives with an adult who is able to do the housework.
pub fn has_able(now: Now<'_>, d: &District, r: ResidentId) -> bool {
    d.members(d.household_of(r)).any(|m| {
        m != r
            && ABLE.contains(&now.age(&d.residents[m]))
            && !d.needs_of(m).has(Domain::Daily)
            && !d.residents[m].is(Resident::LONG_TERM)
            && d.residents[m].person.burdens == 0
    })
}
