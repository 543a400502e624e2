//! Trust of referrers and funders (M9; docs/odd.md 7.25): who sends people to the team does so less after waits that
//! are long and after people who get lost, and more where these are soon taken on and somebody tells them back.
//! Funders' confidence follows the registered effect of two years.
//!
//! By default nothing moves: no figure says how fast referrers turn away. Left out: single practices and schools,
//! referrers who talk to each other, and what funders do with their confidence: it is recorded.

pub mod answers;
pub mod confidence;
mod levers;
pub mod rows;
pub mod sending;
mod state;

use crate::district::{District, Factor, Happening, Hears, Kind, Now, Phase, Rate, Room, Round, Step};
use crate::language::Text;
use crate::observation::Indicator;

pub use levers::LEVERS;
pub use state::{REFERRERS, Referrer, Referrers};

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("referrers and funders", "verwijzers en financiers"),
    steps: &[
        Step {
            phase: Phase::Begin,
            name: Text::fixed("confidence of funders", "vertrouwen van financiers"),
            what: Text::fixed(
                "every quarter it follows the registered effect; the trust of referrers before week 0 is the usual one",
                "elk kwartaal volgt het het geregistreerde effect; het vertrouwen van verwijzers vóór week 0 geldt als \
                 gewoon",
            ),
            act: |round: &mut Round<'_>| round.each(begin),
        },
        Step {
            phase: Phase::Observation,
            name: Text::fixed("trust of referrers counted", "telling van vertrouwen van verwijzers"),
            what: Text::fixed(
                "the trust of each referrer is added to the year's sums",
                "het vertrouwen van elke verwijzer wordt bij de sommen van het jaar geteld",
            ),
            act: |round| round.each(|_, d| observe(d)),
        },
    ],
    occasions: &[],
    hears: &[
        Hears {
            kind: Kind::CaseBegan,
            does: Text::fixed(
                "who sent somebody hears that, if anybody tells, or has waited long",
                "wie iemand verwees, hoort dat als iemand het vertelt, of heeft lang gewacht",
            ),
            act: |now, d, happening| {
                if let Happening::CaseBegan(e, key) = happening {
                    answers::case_begins(now, d, e, key);
                }
            },
        },
        Hears {
            kind: Kind::CaseUnanswered,
            does: Text::fixed("who sent somebody loses trust in the team", "wie iemand verwees, verliest vertrouwen"),
            act: |now, d, happening| {
                if let Happening::CaseUnanswered(c, e) = happening {
                    answers::unanswered(now, d, c, e);
                }
            },
        },
    ],
    factors: &[(
        Rate::Report,
        Factor { name: "trust of who reports", of: |now, d, s, reading| sending::reports(now, d, s.domain, reading) },
    )],
    adjusts: None,
};

fn begin(now: Now<'_>, d: &mut District) {
    let referrers = &mut d.rooms.referrers;
    if now.week.0 <= 0 {
        referrers.usual = referrers.trust;
    }
    confidence::week(now, d);
}

/// Adds the levels of the week to the year's sums.
fn observe(d: &mut District) {
    let of = [
        Indicator::TRUST_GP,
        Indicator::TRUST_YOUTH_DOCTOR,
        Indicator::TRUST_SCHOOL,
        Indicator::TRUST_CORPORATION,
        Indicator::TRUST_POLICE,
    ];
    let Referrers { trust, confidence, .. } = d.rooms.referrers;
    for (indicator, trust) in of.into_iter().zip(trust) {
        d.counts.ratio(indicator, (trust * 1e6) as i64, 1_000_000);
    }
    if let Some(confidence) = confidence {
        d.counts.ratio(Indicator::FUNDERS, (confidence * 1e6) as i64, 1_000_000);
    }
}
