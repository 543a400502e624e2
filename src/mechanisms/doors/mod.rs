//! Doors: asking, applying, deciding, referring, and trying another door (docs/odd.md 7.4 and 7.5). Left out: objection
//! and appeal.

pub mod holding;
mod levers;
pub mod referrals;
pub mod requests;
pub mod rows;

use crate::calendar::Occasion;
use crate::district::{Factor, Happening, Hears, Kind, Rate, Room};
use crate::ids::{EntitlementId, EpisodeId};
use crate::language::Text;

pub use levers::LEVERS;

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("doors", "deuren"),
    steps: &[],
    occasions: &[
        (Occasion::ASKING, requests::asking),
        (Occasion::LONG_TERM_CHECK, |now, d, entry| requests::long_term_check(now, d, EpisodeId(entry.slot))),
        (Occasion::APPLICATION, |now, d, entry| referrals::inquiry_done(now, d, EntitlementId(entry.slot))),
        (Occasion::DECISION, |now, d, entry| requests::decide(now, d, EntitlementId(entry.slot))),
        (Occasion::WAITING_LONG, |now, d, entry| requests::waiting_long(now, d, EntitlementId(entry.slot))),
    ],
    hears: &[
        Hears {
            kind: Kind::WaitsForTeam,
            does: Text::fixed("another door is tried", "een andere deur wordt geprobeerd"),
            act: |now, d, happening| {
                if let Happening::WaitsForTeam(e, case) = happening {
                    requests::try_instead_of_team(now, d, e, case);
                }
            },
        },
        Hears {
            kind: Kind::LeftWithoutCare,
            does: Text::fixed("help is asked for at once", "er wordt meteen hulp gevraagd"),
            act: |now, d, happening| {
                if let Happening::LeftWithoutCare(e) = happening {
                    requests::asks_at_once(now, d, e);
                }
            },
        },
    ],
    factors: &[(
        Rate::Asking,
        Factor {
            name: "holding back",
            of: |now, d, s, reading| {
                let held = || s.episode.some().is_some_and(|e| holding::is_held(now, d, e, s.severity));
                reading.of(|| if held() { 0.0 } else { 1.0 }, || 1.0)
            },
        },
    )],
    adjusts: None,
};
