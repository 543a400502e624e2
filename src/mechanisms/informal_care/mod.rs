//! Informal care: who looks for it, who gives it, when it stops, and what it does to carers (docs/odd.md 7.3).

pub mod care;
mod levers;
pub mod rows;

use crate::calendar::Occasion;
use crate::district::Room;
use crate::ids::CareId;
use crate::language::Text;

pub use levers::LEVERS;

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("informal care", "mantelzorg"),
    steps: &[],
    occasions: &[
        (Occasion::CARE_BLOCK, |now, d, entry| care::new_block(now, d, CareId(entry.slot))),
        (Occasion::CARE_STOPS, care::stop),
    ],
    hears: &[],
    factors: &[],
};
