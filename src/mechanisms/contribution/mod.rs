//! The own contribution for Wmo help (M24; docs/odd.md 7.11): what people pay, and what they do because of it. Who
//! could buy compares the fee with the price elsewhere and buys; who has little stays away, and keeps the need. Both
//! are reckoned from the fee that published use belongs to. Left out: that a fee below that brings people who stay away
//! today, savings and wealth, and people who settle for less help than they need.

pub mod choice;
pub mod fee;
mod levers;
pub mod payers;
pub mod private;
pub mod rows;
mod state;

use crate::district::{Happening, Hears, Kind, Phase, Room, Round, Step};
use crate::language::Text;

pub use levers::LEVERS;
pub use state::{Basis, Bought, Contributions, Terms};

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("own contribution", "eigen bijdrage"),
    steps: &[
        Step {
            phase: Phase::Begin,
            name: Text::fixed("what help costs", "wat hulp kost"),
            what: Text::fixed(
                "hours and prices of the services are noted, which people compare",
                "uren en prijzen van de diensten worden genoteerd, waarmee mensen vergelijken",
            ),
            act: begin,
        },
        Step {
            phase: Phase::Accounts,
            name: Text::fixed("own contributions", "eigen bijdragen"),
            what: Text::fixed(
                "own contributions are paid, and help that households buy themselves",
                "eigen bijdragen worden betaald, en hulp die huishoudens zelf kopen",
            ),
            act: account,
        },
    ],
    occasions: &[],
    hears: &[Hears {
        kind: Kind::NeedPasses,
        does: Text::fixed("help bought for it ends", "zelf gekochte hulp ervoor eindigt"),
        act: |now, d, happening| {
            if let Happening::NeedPasses(e) = happening {
                private::need_passes(now, d, e);
            }
        },
    }],
    factors: &[],
    adjusts: None,
};

fn begin(round: &mut Round<'_>) {
    for (contracts, d) in round.contracts.iter().zip(round.districts.iter_mut()) {
        fee::note_terms(d, contracts);
    }
}

fn account(round: &mut Round<'_>) {
    round.each(|now, d| {
        payers::account(now, d);
        private::account(now, d);
    });
}
