//! Help at the GP's own door (docs/odd.md 7.5): whom the GP does not refer gets a few talks with the practice nurse, as
//! far as there is room: adults with a mental need at the insurer's cost, young people where the municipality pays for
//! nurses of their own. Left out: that the nurse also sees people who are referred.

pub mod act;
mod levers;
pub mod rows;
mod state;

use crate::calendar::Occasion;
use crate::district::{Happening, Hears, Kind, Phase, Room, Step};
use crate::entities::Helper;
use crate::ids::EpisodeId;
use crate::language::Text;
use crate::mechanisms::needs::natural;

pub use levers::LEVERS;

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("practice nurse", "praktijkondersteuner"),
    steps: &[Step {
        phase: Phase::Accounts,
        name: Text::fixed("practice nurses for young people", "praktijkondersteuners voor jongeren"),
        what: Text::fixed(
            "the municipality pays its practice nurses",
            "de gemeente betaalt haar praktijkondersteuners",
        ),
        act: |round| round.each(act::account),
    }],
    occasions: &[(Occasion::NURSE_ENDS, |now, d, entry| {
        natural::help_ends(now, d, EpisodeId(entry.slot), Helper::SecondLine);
    })],
    hears: &[Hears {
        kind: Kind::NotReferred,
        does: Text::fixed(
            "the practice nurse helps, if there is room",
            "de praktijkondersteuner helpt, als er plek is",
        ),
        act: |now, d, happening| {
            if let Happening::NotReferred(e) = happening {
                act::helps(now, d, e);
            }
        },
    }],
    factors: &[],
    adjusts: None,
};
