//! Politics (M20; docs/odd.md 7.30): a council that loses patience with a plan, a new coalition that reverses it, and
//! rules after incidents. By default none of this happens: a plan is seen by itself.
//!
//! Left out: parties, aldermen who go, money that a council adds, incidents other than a crisis that waits, what the
//! media do beyond them, and what it takes to deal with a complaint.

pub mod council;
mod levers;
pub mod rows;
pub mod rules;
mod state;

use crate::district::{District, Happening, Hears, Kind, Now, Phase, Room, Round, Step};
use crate::ids::{EpisodeId, Key};
use crate::language::Text;
use crate::mechanisms::monitoring::target::case_of;
use crate::observation::Indicator;
use crate::units::Effort;

pub use levers::LEVERS;
pub use state::{Before, Council, NEVER, Politics};

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("politics", "politiek"),
    steps: &[
        Step {
            phase: Phase::Begin,
            name: Text::fixed("organisation of before", "organisatie van daarvoor"),
            what: Text::fixed(
                "in the week before week 0 it is kept what a plan changes against",
                "in de week voor week 0 wordt bewaard wat een plan verandert",
            ),
            act: |round: &mut Round<'_>| round.each(council::remember),
        },
        Step {
            phase: Phase::Observation,
            name: Text::fixed("council", "gemeenteraad"),
            what: Text::fixed(
                "incidents come into the media; after an election and with the budget the plan may be reversed or cut",
                "incidenten komen in de media; na een verkiezing en bij de begroting kan het plan worden teruggedraaid \
                 of beknot",
            ),
            act: |round| {
                let Round { nows, districts, municipalities, .. } = round;
                for municipality in municipalities.iter() {
                    council::meets(nows, districts, municipality);
                }
                round.each(observe);
            },
        },
    ],
    occasions: &[],
    hears: &[
        Hears {
            kind: Kind::CaseBegan,
            does: Text::fixed(
                "under rules the team accounts for it",
                "bij regels legt het wijkteam er rekenschap over af",
            ),
            act: |now, d, happening| {
                if let Happening::CaseBegan(e, key) = happening {
                    account_for(now, d, e, key);
                }
            },
        },
        Hears {
            kind: Kind::HelpTurnedOut,
            does: Text::fixed("where it turns out badly, some complain", "pakt het slecht uit, dan klagen sommigen"),
            act: |now, d, happening| {
                if let Happening::HelpTurnedOut(r, _, false) = happening {
                    council::hears(now, d, r);
                }
            },
        },
    ],
    factors: &[],
    adjusts: Some(rules::adjust),
};

/// Hours of accounting for a case are due as its intake is.
fn account_for(now: Now<'_>, d: &mut District, e: EpisodeId, key: Key) {
    let hours = now.settings.politics.accounting;
    if hours > 0.0
        && let Some(c) = case_of(d, e, key)
    {
        let team = usize::from(d.cases[c].team);
        d.teams[team].intake_due += Effort::from_hours(hours);
    }
}

/// Adds the levels of the week to the year's sums.
fn observe(now: Now<'_>, d: &mut District) {
    let council = d.rooms.politics.council;
    let whole = council.cuts == 0 && !council.reversed && d.rooms.money.purse.cut.0 == 0;
    d.counts.ratio(Indicator::PLAN_WHOLE, i64::from(whole), 1);
    d.counts.ratio(Indicator::DISCRETION_LOST, (now.settings.politics.lost * 1e6) as i64, 1_000_000);
}
