//! Demography: ageing, births, deaths, couples, leaving home, and moves through fixed dwellings (docs/odd.md 7.1).
//! Left out: moves within the district, vacancies that last, and new buildings.

pub mod lives;
pub mod rows;

use crate::calendar::Occasion;
use crate::district::Room;
use crate::ids::{HouseholdId, ResidentId};
use crate::language::Text;

/// Nobody decides on it.
pub const LEVERS: &[crate::levers::Lever] = &[];

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("demography", "bevolking"),
    steps: &[],
    occasions: &[
        (Occasion::BIRTHDAY, |now, d, entry| lives::birthday(now, d, ResidentId(entry.slot))),
        (Occasion::RESIDENT_BLOCK, |now, d, entry| lives::open_block(now, d, ResidentId(entry.slot), now.at)),
        (Occasion::LIFE, lives::life),
        (Occasion::HOUSEHOLD_BLOCK, |now, d, entry| lives::open_household(now, d, HouseholdId(entry.slot))),
        (Occasion::MOVING_AWAY, lives::move_away),
        (Occasion::SEPARATION, lives::separate),
    ],
    hears: &[],
    factors: &[],
    adjusts: None,
};
