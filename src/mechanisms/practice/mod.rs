//! Time and room for new practice (M22; docs/odd.md 7.21): a team whose plan changes does less in an hour until it has
//! practised, so that things get worse before they get better (Repenning and Sterman 2001, 2002); hours kept free for
//! learning shorten that, and are crowded out like other planned work unless they are protected.
//!
//! Left out: what people learn that the plan did not ask for, changes of way of working that move no FTE (mandates,
//! rules), and what an alderman thinks of hours that look idle.

pub mod change;
mod levers;
pub mod rows;
mod state;

use crate::district::{District, Now, Phase, Room, Round, Step};
use crate::language::Text;
use crate::observation::Indicator;

pub use levers::LEVERS;
pub use state::Practice;

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("practice", "nieuwe praktijk"),
    steps: &[
        Step {
            phase: Phase::Begin,
            name: Text::fixed("practice", "nieuwe praktijk"),
            what: Text::fixed(
                "a changed plan makes the team do less in an hour until it has practised",
                "na een verandering van plan doet het wijkteam minder in een uur, totdat het geoefend heeft",
            ),
            act: |round: &mut Round<'_>| round.each(change::follow),
        },
        Step {
            phase: Phase::Observation,
            name: Text::fixed("practice counted", "telling van nieuwe praktijk"),
            what: Text::fixed(
                "free hours for learning, and what is not practised yet, are added to the year's sums",
                "vrije uren om te leren, en wat nog niet geoefend is, worden bij de sommen van het jaar geteld",
            ),
            act: |round| round.each(observe),
        },
    ],
    occasions: &[],
    hears: &[],
    factors: &[],
    adjusts: None,
};

/// Adds the week to the year's sums.
fn observe(now: Now<'_>, d: &mut District) {
    for team in 0..d.teams.len() {
        let weight = now.settings.team.share_of(team) * 1e6;
        let unpractised = d.teams[team].crew.unpractised;
        d.counts.ratio(Indicator::UNPRACTISED, (unpractised * weight) as i64, weight as i64);
        d.counts.add(Indicator::HOURS_LEARNING, d.teams[team].hours.learning.0);
    }
}
