//! Trust in the first line (R4; docs/odd.md 7.9): it moves with outcomes, slowly up and fast down, and a part of each
//! move reaches the people one is tied to.

pub mod act;
pub mod rows;

use crate::district::Room;
use crate::language::Text;

/// Nobody decides on it.
pub const LEVERS: &[crate::levers::Lever] = &[];

/// What the rest of the model sees of it.
pub static ROOM: Room =
    Room { name: Text::fixed("trust", "vertrouwen"), steps: &[], occasions: &[], hears: &[], factors: &[] };
