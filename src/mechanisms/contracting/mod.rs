//! Contracting (M25; docs/odd.md 7.26): how providers are paid, and how their places answer to queues and tariffs. By
//! effort or by trajectory they grow where people wait; for a lump sum they do what was bought, and close their lists.
//! A tariff that falls behind wages takes places, whatever the form. As stated, nothing of it is there.
//!
//! Left out: single providers and their tenders, quality as a client sees it, what a provider does with what is left
//! of a lump sum, lump sums that are agreed anew, and aids, debt programmes and long-term care, which are paid
//! otherwise.

pub mod bill;
mod form;
mod levers;
pub mod places;
pub mod rows;
pub mod selection;
mod state;

use crate::district::{Happening, Hears, Kind, Phase, Rate, Room, Step};
use crate::language::Text;

pub use form::Form;
pub use levers::LEVERS;
pub use state::{Contract, Contracting};

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("contracting", "contractering"),
    steps: &[
        Step {
            phase: Phase::Accounts,
            name: Text::fixed("places under contract", "plekken onder contract"),
            what: Text::fixed(
                "places of services under contract follow queues and margins; lists close where a lump sum is all used",
                "plekken van diensten onder contract volgen wachtrijen en marges; lijsten sluiten waar een vast bedrag \
                 op is",
            ),
            act: places::follow,
        },
        Step {
            phase: Phase::Observation,
            name: Text::fixed("contracts counted", "telling van contracten"),
            what: Text::fixed(
                "margins, growth and closed lists are added to the year's sums",
                "marges, groei en gesloten lijsten worden bij de sommen van het jaar geteld",
            ),
            act: |round| round.each(places::observe),
        },
    ],
    occasions: &[],
    hears: &[Hears {
        kind: Kind::NeedPasses,
        does: Text::fixed(
            "help that is paid by the trajectory was shorter: the need comes back sooner",
            "hulp die per traject wordt betaald, was korter: de hulpvraag komt eerder terug",
        ),
        act: |now, d, happening| {
            if let Happening::NeedPasses(e) = happening {
                selection::need_passes(now, d, e);
            }
        },
    }],
    factors: &[(Rate::Relapse, selection::RELAPSE)],
    adjusts: None,
};
