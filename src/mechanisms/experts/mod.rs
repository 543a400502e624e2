//! Experts by experience (M18; docs/odd.md 7.19): a share of the team's jobs is held by people who have been through it
//! themselves. People let them in, trust them and take part sooner; help itself does what it did. They cost less, ask
//! for guidance, and may stop because their own problems come back. Left out: which resident somebody is who works so
//! (own needs, own help), what they do to how the team looks at people (M10), and that depth of experience is of one
//! domain.

mod act;
pub mod hiring;
mod levers;
pub mod rows;
mod state;
pub mod uptake;

use crate::district::{Phase, Room, Step};
use crate::language::Text;

pub use levers::LEVERS;
pub use state::Shares;

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("experts by experience", "ervaringsdeskundigen"),
    steps: &[Step {
        phase: Phase::Begin,
        name: Text::fixed("experts by experience", "ervaringsdeskundigen"),
        what: Text::fixed(
            "some of those who work in the team fall back and stop; the share of the work that is theirs follows",
            "sommigen van wie in het wijkteam werkt, vallen terug en stoppen; daaruit volgt welk deel van het werk van \
             hen is",
        ),
        act: |round| round.each(act::week),
    }],
    occasions: &[],
    hears: &[],
    factors: &[],
    adjusts: None,
};
