//! Who shares a home with somebody able: what housemates do for each other (usual care) is neither asked for nor
//! granted.

use std::ops::Range;

use crate::district::{District, Now};
use crate::entities::{Domain, Resident};
use crate::ids::ResidentId;

/// Ages at which a housemate is expected to do the housework (assumption: to 75 to 85).
const ABLE: Range<u8> = 18..80;

/// Adults of the nation without another adult in the house (CBS 2018: 3.0 million one-person households and 0.6 million
/// lone parents of 13.8 million adults): the mean at which `onset.*` hold.
const ALONE: f64 = 0.26;

/// How living without another adult multiplies onset: `ratio` over that of who lives with one, with a mean of one over
/// the nation's adults.
pub fn onset_alone(d: &District, r: ResidentId, ratio: f64) -> f64 {
    let alone = !d.members(d.household_of(r)).any(|m| m != r && d.residents[m].is_adult());
    (if alone { ratio } else { 1.0 }) / (1.0 + ALONE * (ratio - 1.0))
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
