//! Culture (M10, R3; docs/odd.md 7.22): four stocks that change at their own pace. Professionals turn to *zorgen dat*
//! (seeing to it that people can go on) by practising it, and back under pressure; routines of a team follow its
//! people, the organisation follows routines, residents' norms follow whom they meet; and whoever is hired comes as
//! people come. A way of working is practised as far as there is room for it and none of the four blocks it.
//!
//! The form is March's mutual learning (1991), in continuous time. Everything is kept as a change beside the base,
//! which stands still where nobody makes room. Left out: what an organisation sees of its own effects (a constant
//! stands in), coalitions that break off, a drift of the whole sector, and norms that differ by neighbourhood.

mod levers;
pub mod rows;
mod state;
pub mod stocks;
pub mod work;

use crate::district::{District, Factor, Now, Phase, Rate, Room, Round, Step};
use crate::language::Text;
use crate::observation::Indicator;
use crate::units::WEEKS_PER_YEAR;

pub use levers::LEVERS;
pub use state::Culture;

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("culture", "cultuur"),
    steps: &[
        Step {
            phase: Phase::Begin,
            name: Text::fixed("culture", "cultuur"),
            what: Text::fixed(
                "professionals learn by practising and turn back under pressure; routines, organisation and norms \
                 follow more slowly",
                "professionals leren door te oefenen en vallen terug onder druk; routines, organisatie en normen \
                 volgen trager",
            ),
            act: |round: &mut Round<'_>| round.each(follow),
        },
        Step {
            phase: Phase::Accounts,
            name: Text::fixed("accounts of coaching", "rekening van coaching"),
            what: Text::fixed("coaches are paid", "coaches worden betaald"),
            act: |round: &mut Round<'_>| round.each(work::pay_coaches),
        },
        Step {
            phase: Phase::Observation,
            name: Text::fixed("culture counted", "telling van cultuur"),
            what: Text::fixed(
                "the four stocks are added to the year's sums",
                "de vier voorraden worden bij de sommen van het jaar geteld",
            ),
            act: |round: &mut Round<'_>| round.each(observe),
        },
    ],
    occasions: &[],
    hears: &[],
    factors: &[(
        Rate::Relapse,
        Factor {
            name: "a network that goes on",
            of: |now, d, _, reading| reading.of(|| work::relapse(now, d), || work::most_relapse(now)),
        },
    )],
    adjusts: None,
};

/// The week of culture, and what it makes of an hour of the teams.
fn follow(now: Now<'_>, d: &mut District) {
    stocks::follow(now, d);
    work::follow(now, d);
}

/// Adds the levels of the week to the year's sums.
fn observe(now: Now<'_>, d: &mut District) {
    let stocks = stocks::of_district(now, d);
    let culture = &d.rooms.culture;
    let levels = [
        (Indicator::CULTURE_PROFESSIONALS, stocks.professional),
        (Indicator::CULTURE_ROUTINE, stocks.routine),
        (Indicator::CULTURE_ORGANISATION, stocks.organisation),
        (Indicator::CULTURE_NORM, stocks.norm),
        (Indicator::CULTURE_READY, culture.ready),
        (Indicator::CULTURE_PRACTISED, culture.practised),
        (Indicator::CULTURE_HALF, f64::from(u8::from(culture.half_way))),
    ];
    for (indicator, level) in levels {
        d.counts.ratio(indicator, (level * 1e6) as i64, 1_000_000);
    }
    let years = f64::from(culture.weeks_before) / f64::from(WEEKS_PER_YEAR);
    d.counts.ratio(Indicator::CULTURE_YEARS, (years * 1e6) as i64, 1_000_000);
}
