//! Own strength and its limits (M6; docs/odd.md 7.15): how much of what people can do themselves is assumed at intake
//! and at the decision, who acts then, who can but does not and who cannot, what the team does about that, and needs
//! that never go. Left out: talks about what somebody wants to learn, objection and appeal, and that a team comes to
//! assume more or less (M10).

pub mod act;
pub mod fewer;
pub mod judge;
mod levers;
pub mod never;
pub mod refusal;
pub mod rows;
mod state;

use crate::calendar::Occasion;
use crate::district::{Factor, Happening, Hears, Kind, Rate, Room};
use crate::ids::EpisodeId;
use crate::language::Text;

pub use levers::LEVERS;
pub use rows::Response;
pub use state::{OwnStrength, Relied};

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("own strength", "eigen kracht"),
    steps: &[],
    occasions: &[(Occasion::TAKEN_OVER, |now, d, entry| act::taken_over(now, d, EpisodeId(entry.slot)))],
    hears: &[Hears {
        kind: Kind::NeedWorsened,
        does: Text::fixed(
            "who was wrongly refused on own strength is counted if the need gets worse within a year",
            "wie ten onrechte op eigen kracht is afgewezen, telt mee als de hulpvraag binnen een jaar verergert",
        ),
        act: |now, d, happening| {
            if let Happening::NeedWorsened(e) = happening {
                refusal::worsened(now, d, e);
            }
        },
    }],
    factors: &[
        (Rate::Asking, Factor { name: "refused on own strength", of: refusal::asking }),
        (Rate::Worsening, Factor { name: "without help on own strength", of: refusal::worsening }),
        (Rate::Improving, Factor { name: "acts for oneself", of: refusal::improving }),
        (Rate::HelpedRecovery, Factor { name: "a need that never goes", of: never::recovery }),
    ],
    adjusts: None,
};
