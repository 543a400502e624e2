//! Substitution (M8; docs/odd.md 7.13): lighter help instead of heavier. The team may help first with what its plan
//! would refer, it may have a mandate to do itself what it can, and services are reviewed between the ends of terms and
//! scaled down or up to the need as it is. Left out: that a team misjudges what it can do, stays and what is paid by
//! the place in reviews, what an objection costs and how long it takes, and what a review does to trust.

pub mod act;
mod levers;
pub mod own_help;
pub mod review;
pub mod rows;
mod state;

use crate::calendar::Occasion;
use crate::district::{Happening, Hears, Kind, Phase, Room, Step};
use crate::ids::EpisodeId;
use crate::language::Text;

pub use levers::LEVERS;
pub use state::{OwnHelp, PutOff, Substitution};

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("substitution", "substitutie"),
    steps: &[Step {
        phase: Phase::Begin,
        name: Text::fixed("reviews begin", "evaluaties beginnen"),
        what: Text::fixed(
            "where reviews begin, services that run get the moment of their first one",
            "waar evaluaties beginnen, krijgt hulp die loopt het moment van de eerste",
        ),
        act: |round| round.each(act::begin_reviews),
    }],
    occasions: &[
        (Occasion::OWN_HELP_ENDS, |now, d, entry| act::own_help_ends(now, d, EpisodeId(entry.slot))),
        (Occasion::REVIEW, act::review),
    ],
    hears: &[
        Hears {
            kind: Kind::NeedWorsened,
            does: Text::fixed(
                "own help gives way to a referral where the need has become severe",
                "eigen hulp maakt plaats voor een verwijzing als de hulpvraag ernstig is geworden",
            ),
            act: |now, d, happening| {
                if let Happening::NeedWorsened(e) = happening {
                    act::worsened(now, d, e);
                }
            },
        },
        Hears {
            kind: Kind::NeedPasses,
            does: Text::fixed("a referral that was put off is not needed", "een uitgestelde verwijzing is niet nodig"),
            act: |_, d, happening| {
                if let Happening::NeedPasses(e) = happening {
                    own_help::need_passes(d, e);
                }
            },
        },
    ],
    factors: &[],
    adjusts: None,
};
