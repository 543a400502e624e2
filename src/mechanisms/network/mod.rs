//! Networks: the ties of who moves in or comes of age (docs/odd.md 7.1). Left out: friendships that end, and ties that
//! strengthen.

pub mod rows;
pub mod ties;

use crate::district::Room;
use crate::language::Text;

/// Nobody decides on it.
pub const LEVERS: &[crate::levers::Lever] = &[];

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("networks", "netwerken"),
    steps: &[],
    occasions: &[],
    hears: &[],
    factors: &[],
    adjusts: None,
};
