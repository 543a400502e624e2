//! Position and self-interest (M13, B3; docs/odd.md 7.27): whose the access to help is, and how many of the team are
//! seconded by providers. Who is refers sooner to the own employer while that has empty places, and keeps its clients;
//! a municipality's own team refers less and refuses more; a foundation does neither. As now, it is nobody's interest.
//!
//! Left out: which professional is whose (a need is by lot one of a seconded colleague), what a municipality's team
//! feels of a budget that is spent (M16), shares of single providers, and what residents think of it.

pub mod interest;
mod levers;
pub mod occupancy;
pub mod rows;
mod state;

use crate::district::{Phase, Room, Step};
use crate::language::Text;

pub use levers::LEVERS;
pub use rows::By;
pub use state::Position;

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("position", "positionering"),
    steps: &[Step {
        phase: Phase::Accounts,
        name: Text::fixed("empty places of employers", "lege plekken van werkgevers"),
        what: Text::fixed(
            "how many places of each service are empty is known to who works for its providers",
            "hoeveel plekken van elke dienst leeg zijn, weet wie voor de aanbieders werkt",
        ),
        act: occupancy::follow,
    }],
    occasions: &[],
    hears: &[],
    factors: &[],
    adjusts: None,
};
