//! Informal care: who looks for it, who gives it, when it stops, and what it does to carers (docs/odd.md 7.3).

pub mod care;
mod levers;
pub mod missing;
pub mod rows;

use crate::calendar::Occasion;
use crate::district::{Happening, Hears, Kind, Phase, Room, Step};
use crate::entities::Severity;
use crate::ids::CareId;
use crate::language::Text;

pub use levers::LEVERS;

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("informal care", "mantelzorg"),
    steps: &[Step {
        phase: Phase::Observation,
        name: Text::fixed("care that is missing", "mantelzorg die ontbreekt"),
        what: Text::fixed(
            "hours of informal care that are looked for and that nobody gives are added to the year's sums",
            "uren mantelzorg die gezocht worden en niemand geeft, worden bij de sommen van het jaar geteld",
        ),
        act: |round| round.each(missing::observe),
    }],
    occasions: &[
        (Occasion::CARE_BLOCK, |now, d, entry| care::new_block(now, d, CareId(entry.slot))),
        (Occasion::CARE_STOPS, care::stop),
    ],
    hears: &[
        Hears {
            kind: Kind::NeedBegan,
            does: Text::fixed(
                "somebody with a moderate need looks for care",
                "wie een matige hulpvraag heeft, zoekt mantelzorg",
            ),
            act: |now, d, happening| {
                if let Happening::NeedBegan(e, again) = happening {
                    care::begins(now, d, e, again);
                }
            },
        },
        Hears {
            kind: Kind::NeedWorsened,
            does: Text::fixed("its person looks for care again", "wie hem heeft, zoekt opnieuw mantelzorg"),
            act: |now, d, happening| {
                if let Happening::NeedWorsened(e) = happening {
                    care::seek(now, d, e, d.episodes[e].severity as u64);
                }
            },
        },
        Hears {
            kind: Kind::NeedImproved,
            does: Text::fixed("care for what is light by now ends", "mantelzorg voor wat nu licht is, eindigt"),
            act: |now, d, happening| {
                if let Happening::NeedImproved(e) = happening
                    && d.episodes[e].severity == Severity::Light
                {
                    care::end_for_episode(now, d, e);
                }
            },
        },
        Hears {
            kind: Kind::NeedPasses,
            does: Text::fixed("care for it ends", "mantelzorg ervoor eindigt"),
            act: |now, d, happening| {
                if let Happening::NeedPasses(e) = happening {
                    care::end_for_episode(now, d, e);
                }
            },
        },
        Hears {
            kind: Kind::NetworkMobilised,
            does: Text::fixed("ties are asked once more", "het netwerk wordt nog eens gevraagd"),
            act: |now, d, happening| {
                if let Happening::NetworkMobilised(e, case) = happening {
                    care::mobilise(now, d, e, case);
                }
            },
        },
    ],
    factors: &[],
    adjusts: None,
};
