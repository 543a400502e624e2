//! How much lower the threshold is to ask somebody.

use crate::district::District;
use crate::entities::Tie;

/// The kind of ties with kin, whom a campaign asks nobody to ask sooner.
const KIN: u8 = 0;

/// How much lower the threshold is to ask the other end of a tie: campaigns are about friends and neighbours.
#[inline]
pub fn lowered(d: &District, tie: Tie) -> f64 {
    if tie.kind() == KIN { 0.0 } else { d.rooms.own_network.lowered }
}
