//! What counts as need drifts with what others get (M9, R12; docs/odd.md 7.25): who sees ties with services asks
//! sooner for the same need. Off by default: a trend is an assumption. Needs themselves stay as they are: asking
//! drifts, illness does not.
//!
//! Left out: norms that go back, what media do, and what people see of who is no tie of theirs.

pub mod act;
pub mod rows;
mod state;

use crate::calendar::Occasion;
use crate::district::{Factor, Happening, Hears, Kind, Phase, Rate, Room, Round, Step};
use crate::ids::ResidentId;
use crate::language::Text;

pub use state::{Exposed, Exposure};

/// Nobody decides on it.
pub const LEVERS: &[crate::levers::Lever] = &[];

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("norms drift", "normen verschuiven"),
    steps: &[Step {
        phase: Phase::Begin,
        name: Text::fixed("who sees services", "wie hulp om zich heen ziet"),
        what: Text::fixed(
            "in week 0, where norms drift: who has ties with services then",
            "in week 0, als normen verschuiven: wie dan bekenden met hulp heeft",
        ),
        act: |round: &mut Round<'_>| round.each(act::begin),
    }],
    occasions: &[(Occasion::EXPOSURE_YEAR, |now, d, entry| act::year_passes(now, d, ResidentId(entry.slot)))],
    hears: &[Hears {
        kind: Kind::ServiceBegan,
        does: Text::fixed("ties see it", "bekenden zien het"),
        act: |now, d, happening| {
            if let Happening::ServiceBegan(r) = happening {
                act::service_begins(now, d, r);
            }
        },
    }],
    factors: &[(
        Rate::Asking,
        Factor { name: "services that ties have", of: |now, d, s, _| act::asking(now, d, s.resident) },
    )],
    adjusts: None,
};
