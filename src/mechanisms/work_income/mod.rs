//! Work and income in the remit (M17, R9; docs/odd.md 7.28): whether the team handles debts and work itself, who lives
//! on social assistance and what that costs, what an enforcement role does to openness, and what unhelped debts, work
//! and housing do to the length of help.
//!
//! What becomes of debts that nobody arranges is in `evictions`, what is asked in return for social assistance in
//! `reciprocity`. Left out: people who do not use what they are entitled to, benefits other than social assistance,
//! budgets of the state for it (BUIG), and fraud.

pub mod benefits;
pub mod breaches;
pub mod disclosure;
pub mod effect;
pub mod handling;
pub mod length;
mod levers;
pub mod rows;
mod state;
pub mod stops;
pub mod talks;

use crate::calendar::Occasion;
use crate::district::{Happening, Hears, Kind, Phase, Room, Step};
use crate::ids::{CaseId, EpisodeId};
use crate::language::Text;

pub use levers::LEVERS;
pub use state::{Debts, Recipient, WorkIncome};

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("work and income", "werk en inkomen"),
    steps: &[
        Step {
            phase: Phase::Accounts,
            name: Text::fixed("social assistance", "bijstand"),
            what: Text::fixed(
                "households on social assistance are paid their benefit; who they are is looked at every four weeks",
                "huishoudens met bijstand krijgen hun uitkering; wie dat zijn, wordt elke vier weken bekeken",
            ),
            act: |round| round.each(benefits::pay),
        },
        Step {
            phase: Phase::Observation,
            name: Text::fixed("social assistance counted", "telling van de bijstand"),
            what: Text::fixed(
                "households on social assistance are added to the year's sums",
                "huishoudens met bijstand worden bij de sommen van het jaar geteld",
            ),
            act: |round| round.each(|_, d| benefits::observe(d)),
        },
    ],
    occasions: &[
        (Occasion::DEBT_TALK, |now, d, entry| talks::held(now, d, EpisodeId(entry.slot), entry.aux)),
        (Occasion::CASE_STOPS, |now, d, entry| stops::comes(now, d, CaseId(entry.slot))),
    ],
    hears: &[Hears {
        kind: Kind::CaseBegan,
        does: Text::fixed(
            "some will stop early, unless somebody helps with debts, work and housing by then; who enforces looks \
                 at what is done in return for social assistance",
            "sommigen stoppen vroeg, tenzij er dan hulp is bij schulden, werk en wonen; wie handhaaft, kijkt naar \
                 de tegenprestatie voor bijstand",
        ),
        act: |now, d, happening| {
            if let Happening::CaseBegan(e, case) = happening {
                stops::case_began(now, d, e, case);
                let h = d.household_of(d.episodes[e].resident);
                breaches::look(now, d, h, case.0);
            }
        },
    }],
    factors: &[],
    adjusts: None,
};
