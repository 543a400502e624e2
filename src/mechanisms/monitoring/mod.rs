//! Monitoring (M14; docs/odd.md 7.24): what the team writes down costs hours and makes books sooner and fuller. They
//! say what became of needs by the route on which these came to light, and may serve to learn, to steer or to account.
//! The naive figure counts every need that is over; a comparison group tells what would have passed by itself. A
//! target on duration closes cases at the norm.
//!
//! Who steers goes by the books of the year under way, where the last accounts are two years old when a budget begins
//! (`money/year.rs`).
//!
//! Left out: plans that are mended by what became of people, what it costs to set up a comparison group, and how
//! professionals like to be measured.

pub mod learning;
mod levers;
pub mod registration;
pub mod rows;
mod state;
pub mod target;
pub mod watch;

use crate::calendar::Occasion;
use crate::district::{District, Happening, Hears, Kind, Now, Phase, Room, Round, Step};
use crate::ids::CaseId;
use crate::language::Text;

pub use levers::LEVERS;
pub use rows::Use;
pub use state::{Books, Cohort, Monitoring, Watched};

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("monitoring", "monitoring"),
    steps: &[
        Step {
            phase: Phase::Begin,
            name: Text::fixed("look at the books", "blik op de registratie"),
            what: Text::fixed(
                "every quarter the registered effect by route is read, and the plan for going out may follow it",
                "elk kwartaal wordt het geregistreerde effect per route gelezen; het plan voor outreach kan dat volgen",
            ),
            act: |round: &mut Round<'_>| round.each(look),
        },
        Step {
            phase: Phase::Observation,
            name: Text::fixed("hours by route", "uren per route"),
            what: Text::fixed(
                "hours of visits and of work where people are go into the books",
                "uren van huisbezoek en van werk op vindplaatsen gaan in de registratie",
            ),
            act: |round| round.each(|now, d| watch::add_hours(d, now.week)),
        },
    ],
    occasions: &[(Occasion::CASE_AT_NORM, |now, d, entry| target::at_norm(now, d, CaseId(entry.slot)))],
    hears: &[
        Hears {
            kind: Kind::NeedKnown,
            does: Text::fixed("it is followed for half a year", "die wordt een half jaar gevolgd"),
            act: |now, d, happening| {
                if let Happening::NeedKnown(e, route) = happening {
                    watch::begins(now, d, e, route);
                }
            },
        },
        Hears {
            kind: Kind::NeedPasses,
            does: Text::fixed(
                "it counts as over once that is registered",
                "die telt als voorbij zodra dat is vastgelegd",
            ),
            act: |now, d, happening| {
                if let Happening::NeedPasses(e) = happening {
                    watch::passes(now, d, e);
                }
            },
        },
        Hears {
            kind: Kind::CaseBegan,
            does: Text::fixed(
                "monitoring takes its hours, and a target on duration sets its date",
                "monitoring kost uren, en een norm voor de duur krijgt een datum",
            ),
            act: |now, d, happening| {
                if let Happening::CaseBegan(e, key) = happening {
                    target::case_begins(now, d, e, key);
                }
            },
        },
        Hears {
            kind: Kind::CaseClosed,
            does: Text::fixed("its length and what is left are counted", "de duur en wat er over is worden geteld"),
            act: |now, d, happening| {
                if let Happening::CaseClosed(c) = happening {
                    target::case_ends(now, d, c);
                }
            },
        },
    ],
    factors: &[],
    adjusts: None,
};

/// A quarter begins: what is over half a year after it came to light is counted, and learnt from.
fn look(now: Now<'_>, d: &mut District) {
    if now.week.0.rem_euclid(watch::QUARTER) == 0 {
        watch::begin_quarter(now, d);
        learning::look(now, d);
    }
}
