//! Outreach: visits from door to door, contacts where people are, and reports by others (docs/odd.md 7.6; M2, M3, M4).

pub mod contacts;
mod levers;
pub mod rows;

use crate::calendar::Occasion;
use crate::district::{Happening, Hears, Kind, Phase, Room, Round, Step};
use crate::ids::HouseholdId;
use crate::language::Text;

pub use rows::Targeting;

pub use levers::LEVERS;

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("outreach", "outreach"),
    steps: &[Step {
        phase: Phase::Plan,
        name: Text::fixed("outreach plan", "plan voor outreach"),
        what: Text::fixed(
            "banked outreach hours become chances of a visit and of a contact where people are",
            "gespaarde uren worden kansen op een huisbezoek en op een contact waar mensen zijn",
        ),
        act: plan,
    }],
    occasions: &[
        (Occasion::PLACE_CONTACT, contacts::place_contact),
        (Occasion::DOOR_VISIT, contacts::visit),
        (Occasion::SIGNAL_FADES, |now, d, entry| contacts::signal_fades(now, d, HouseholdId(entry.slot))),
        (Occasion::REPORT, contacts::report),
    ],
    hears: &[Hears {
        kind: Kind::NeedKnown,
        does: Text::fixed("the contact is counted by its route", "het contact wordt per route geteld"),
        act: |now, d, happening| {
            if let Happening::NeedKnown(e, route) = happening {
                contacts::count_contact(now, d, e, route);
            }
        },
    }],
    factors: &[],
    adjusts: None,
};

fn plan(round: &mut Round<'_>) {
    round.each(contacts::plan_week);
}
