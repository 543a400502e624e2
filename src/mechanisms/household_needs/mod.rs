//! Needs pass between members of a household (R9; docs/odd.md 7.2): a child has more needs while a parent is in a
//! severe one, and all members while nobody helps with the household's debts and housing. Left out: what a child's
//! needs do to its parents, and violence in a household.

pub mod act;
pub mod rows;

use crate::district::{Factor, Happening, Hears, Kind, Rate, Room};
use crate::language::Text;

/// Nobody decides on it.
pub const LEVERS: &[crate::levers::Lever] = &[];

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("needs in a household", "hulpvragen in een huishouden"),
    steps: &[],
    occasions: &[],
    hears: &[
        Hears {
            kind: Kind::NeedBegan,
            does: Text::fixed(
                "needs of housemates become likelier, if it is severe, a debt or a housing problem",
                "hulpvragen van huisgenoten worden waarschijnlijker, als het ernstig is of om schulden of wonen gaat",
            ),
            act: |now, d, happening| {
                if let Happening::NeedBegan(e, again) = happening {
                    act::count(now, d, e, again);
                    act::weighs_on_housemates(now, d, e);
                }
            },
        },
        Hears {
            kind: Kind::NeedWorsened,
            does: Text::fixed(
                "needs of housemates become likelier, if it is severe now",
                "hulpvragen van huisgenoten worden waarschijnlijker, als het nu ernstig is",
            ),
            act: |now, d, happening| {
                if let Happening::NeedWorsened(e) = happening {
                    act::weighs_on_housemates(now, d, e);
                }
            },
        },
    ],
    factors: &[
        (Rate::Onset, Factor { name: "needs of housemates", of: act::onset }),
        (Rate::Worsening, Factor { name: "unsolved basics of the household", of: act::worsening }),
    ],
    adjusts: None,
};
