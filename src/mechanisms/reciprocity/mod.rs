//! Reciprocity (M5, R7; docs/odd.md 7.14): who is helped, or has social assistance, does something in return: freely,
//! because it is expected, or because they must. Some keep it and some do not; a rule keeps people away, is checked in
//! the team's hours, and moves what people think they owe each other.
//!
//! What is done in return today is in the rates that the model is held to. So nothing is kept, drawn or entered until
//! there is a rule. Obliged in return for help is a counterfactual: the Wmo knows no sanction for it. Left out: parents
//! who are asked in return for help to their child, people whom a rule keeps from asking for social assistance, and
//! what professionals think of it (M10). Benefits themselves are in `work_income`.

mod asking;
pub mod avoidance;
mod levers;
pub mod norm;
pub mod promise;
pub mod rows;
pub mod rule;
pub mod sanctions;
mod state;
pub mod tasks;
pub mod week;
pub mod who;

use crate::calendar::Occasion;
use crate::district::{Factor, Happening, Hears, Kind, Phase, Rate, Room, Step};
use crate::language::Text;

pub use levers::LEVERS;
pub use rule::Rule;
pub use state::{Cut, Giver, Promise, Reciprocity, Regime, Returns};

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("reciprocity", "wederkerigheid"),
    steps: &[
        Step {
            phase: Phase::Begin,
            name: Text::fixed("what is done in return", "wat mensen terugdoen"),
            what: Text::fixed(
                "hours in return are counted and go to facilities; once a year people on social assistance get a task",
                "uren als tegenprestatie worden geteld en gaan naar voorzieningen; mensen met bijstand krijgen eens \
                 per jaar een taak",
            ),
            act: |round| round.each(week::follow),
        },
        Step {
            phase: Phase::Observation,
            name: Text::fixed("reciprocity counted", "telling van wederkerigheid"),
            what: Text::fixed(
                "people who do something in return are added to the year's sums",
                "mensen die iets terugdoen worden bij de sommen van het jaar geteld",
            ),
            act: |round| round.each(|_, d| week::observe(d)),
        },
    ],
    occasions: &[(Occasion::RETURN_QUARTER, promise::comes_due)],
    hears: &[
        Hears {
            kind: Kind::HelpAgreed,
            does: Text::fixed(
                "where there is a rule for help, the person is asked for something in return",
                "waar een regel voor hulp geldt, wordt om een tegenprestatie gevraagd",
            ),
            act: |now, d, happening| {
                if let Happening::HelpAgreed(r) = happening {
                    asking::for_help(now, d, r);
                }
            },
        },
        Hears {
            kind: Kind::NeedBegan,
            does: Text::fixed(
                "debts that begin while a benefit is cut are counted",
                "schulden die ontstaan tijdens een korting op de bijstand worden geteld",
            ),
            act: |now, d, happening| {
                if let Happening::NeedBegan(e, false) = happening {
                    sanctions::count(now, d, e);
                }
            },
        },
    ],
    factors: &[
        (Rate::Onset, Factor { name: "a benefit that is cut", of: sanctions::onset }),
        (Rate::Incident, Factor { name: "a benefit that is cut", of: sanctions::arrears }),
        (Rate::Improving, Factor { name: "does something in return freely", of: norm::improving }),
    ],
    adjusts: None,
};
