//! Trust in the first and in the second line (R4; docs/odd.md 7.9): it moves with outcomes, slowly up and fast down,
//! and a part of each move reaches the people one is tied to. Left out: trust in single teams, doors and services.

pub mod act;
pub mod rows;
mod state;

use crate::district::{Happening, Hears, Kind, Room};
use crate::language::Text;

/// Nobody decides on it.
pub const LEVERS: &[crate::levers::Lever] = &[];

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("trust", "vertrouwen"),
    steps: &[],
    occasions: &[],
    hears: &[Hears {
        kind: Kind::HelpTurnedOut,
        does: Text::fixed(
            "trust moves, and a part of it along ties",
            "het vertrouwen verandert, en een deel daarvan bij bekenden",
        ),
        act: |now, d, happening| {
            if let Happening::HelpTurnedOut(r, lines, good) = happening {
                act::outcome(now, d, r, lines, good);
            }
        },
    }],
    factors: &[],
    adjusts: None,
};
