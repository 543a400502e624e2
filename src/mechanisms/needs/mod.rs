//! Needs: episodes begin, worsen, pass by themselves or by help, and come back (docs/odd.md 7.2 to 7.4).
//! Left out: episodes that change domain, but for youth that grows up.

pub mod clock;
pub mod hazards;
pub mod hours;
pub mod housemates;
pub mod natural;
pub mod onset;
pub mod rates;
pub mod rows;
pub mod steps;

use crate::calendar::Occasion;
use crate::district::{Happening, Hears, Kind, Rate, Room};
use crate::ids::EpisodeId;
use crate::language::Text;

/// Nobody decides on it.
pub const LEVERS: &[crate::levers::Lever] = &[];

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("needs", "hulpvragen"),
    steps: &[],
    occasions: &[
        (Occasion::ONSET, natural::begins),
        (Occasion::EPISODE_BLOCK, |now, d, entry| natural::new_block(now, d, EpisodeId(entry.slot))),
        (Occasion::RECOVERY, natural::comes_to_its_end),
        (Occasion::WORSENING, steps::worsens),
        (Occasion::IMPROVING, steps::improves),
        (Occasion::LOOKED_AT, steps::look_back),
        (Occasion::HELPED_RECOVERY, natural::recover_by_help),
        (Occasion::RELAPSE, natural::relapse),
        (Occasion::FILE_CLOSES, |_, d, _| d.files_late -= 1),
    ],
    hears: &[
        Hears {
            kind: Kind::NeedBegan,
            does: Text::fixed("onset of other needs becomes likelier", "andere hulpvragen worden waarschijnlijker"),
            act: |now, d, happening| {
                if let Happening::NeedBegan(e, _) = happening {
                    onset::raise(now, d, d.episodes[e].resident);
                }
            },
        },
        Hears {
            kind: Kind::RateRose,
            does: Text::fixed("further candidates are entered", "er komen meer mogelijke momenten bij"),
            act: |now, d, happening| match happening {
                Happening::RateRose(Rate::Onset, r) => onset::raise(now, d, r),
                Happening::RateRose(rate, r) => hazards::raise(now, d, rate, r),
                _ => {}
            },
        },
    ],
    factors: &[],
    adjusts: None,
};
