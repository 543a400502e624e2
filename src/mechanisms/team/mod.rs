//! The wijkteam: its hours and what they are divided over, the cases it works on and those that wait, and the jobs that
//! are filled or vacant (docs/odd.md 7.7; M1, M21). What experience and strain of its people do stands in
//! `professional`.

pub mod cases;
pub mod hours;
pub mod levers;
pub mod professionals;
pub mod rows;
pub mod teams;

use crate::calendar::Occasion;
use crate::district::{Happening, Hears, Kind, Phase, Room, Round, Step};
use crate::ids::CaseId;
use crate::language::Text;

pub use levers::LEVERS;

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("team", "wijkteam"),
    steps: &[
        Step {
            phase: Phase::Allotment,
            name: Text::fixed("allotment", "verdeling"),
            what: Text::fixed(
                "the team's hours are divided over its work, in the order below; places for cases follow",
                "de uren van het team worden over het werk verdeeld, in de volgorde hieronder; daaruit volgen de \
                 plekken",
            ),
            act: allot,
        },
        Step {
            phase: Phase::FirstLine,
            name: Text::fixed("first line by the minute", "eerste lijn per minuut"),
            what: Text::fixed(
                "cases end as the work clocks run; free places are filled, most urgent first; intake, plan, referral",
                "begeleiding eindigt als het werk gedaan is; vrije plekken gaan naar wie het dringendst is; intake, \
                 plan, verwijzing",
            ),
            act: replay,
        },
        Step {
            phase: Phase::Accounts,
            name: Text::fixed("accounts of the team", "rekening van het wijkteam"),
            what: Text::fixed("the team is paid", "het team wordt betaald"),
            act: account,
        },
    ],
    occasions: &[
        (Occasion::CASE_WAITS_LONG, |now, d, entry| cases::case_waits_long(now, d, CaseId(entry.slot))),
        (Occasion::CASE_PASSED_ON, |now, d, entry| cases::passed_on(now, d, CaseId(entry.slot))),
        (Occasion::CASE_LEAVES, |now, d, entry| cases::case_leaves(now, d, CaseId(entry.slot))),
        (Occasion::TURNOVER, professionals::leave),
        (Occasion::HIRING, professionals::hire),
        (Occasion::PROFESSIONAL_YEAR, professionals::new_year),
    ],
    hears: &[
        Hears {
            kind: Kind::NeedWorsened,
            does: Text::fixed("a case that waits for it moves up", "een zaak die erop wacht, gaat naar voren"),
            act: |now, d, happening| {
                if let Happening::NeedWorsened(e) = happening {
                    cases::worsened(now, d, e);
                }
            },
        },
        Hears {
            kind: Kind::NeedGoesOn,
            does: Text::fixed(
                "a case that waits for it is for the new one",
                "een zaak die erop wacht, is voor de nieuwe",
            ),
            act: |_, d, happening| {
                if let Happening::NeedGoesOn(old, e) = happening {
                    cases::go_on(d, old, e);
                }
            },
        },
    ],
    factors: &[],
    adjusts: None,
};

fn allot(round: &mut Round<'_>) {
    for (i, (&now, d)) in round.nows.iter().zip(round.districts.iter_mut()).enumerate() {
        let bridged = round.services.iter().map(|queue| queue.shares[i].waiting_bridged).sum();
        hours::allot(now, d, bridged);
    }
}

fn replay(round: &mut Round<'_>) {
    round.each(hours::replay);
}

fn account(round: &mut Round<'_>) {
    round.each(hours::account);
}
