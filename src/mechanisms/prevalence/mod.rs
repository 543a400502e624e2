//! What is there already when somebody comes into the model: needs and services at the start of the burn-in, and of who
//! moves in later (docs/odd.md 5).

mod course;
mod home;
mod past;
pub mod rows;
pub mod start;
mod supply;

use crate::district::Room;
use crate::language::Text;

/// Nobody decides on it.
pub const LEVERS: &[crate::levers::Lever] = &[];

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("prevalence", "wat er al is"),
    steps: &[],
    occasions: &[],
    hears: &[],
    factors: &[],
    adjusts: None,
};
