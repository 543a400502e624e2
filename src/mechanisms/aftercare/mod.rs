//! Aftercare (M15; docs/odd.md 7.7): after a case is closed the team keeps in touch for a year, so that less comes
//! back, and what comes back is seen early and taken up. Left out: aftercare that is planned from the start, and a plan
//! for what to do when it goes wrong again.

pub mod agree;
pub mod contact;
mod levers;
pub mod rows;
mod state;

use crate::calendar::Occasion;
use crate::district::{Happening, Hears, Kind, Room};
use crate::ids::{EpisodeId, HouseholdId};
use crate::language::Text;

pub use levers::LEVERS;
pub use state::{Agreed, Agreement};

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("aftercare", "nazorg"),
    steps: &[],
    occasions: &[
        (Occasion::AFTERCARE_CONTACT, |now, d, entry| contact::contact(now, d, HouseholdId(entry.slot), entry.aux)),
        (Occasion::RETURN_SEEN, |now, d, entry| contact::seen(now, d, EpisodeId(entry.slot))),
    ],
    hears: &[Hears {
        kind: Kind::NeedCameBack,
        does: Text::fixed("who keeps in touch sees it soon", "wie contact houdt, ziet dat snel"),
        act: |now, d, happening| {
            if let Happening::NeedCameBack(e) = happening {
                contact::came_back(now, d, e);
            }
        },
    }],
    factors: &[],
    adjusts: None,
};
