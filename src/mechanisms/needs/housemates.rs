//! Who shares a home with somebody able: what housemates do for each other (usual care) is neither asked for nor
//! granted.

use std::ops::Range;

use crate::district::{District, Now};
use crate::entities::{Domain, Resident};
use crate::ids::ResidentId;

/// Ages at which a housemate is expected to do the housework (assumption: to 75 to 85).
const ABLE: Range<u8> = 18..80;

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
