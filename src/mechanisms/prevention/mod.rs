//! Prevention (M7, R7; docs/odd.md 7.12): facilities and residents' initiatives in every neighbourhood, kept up by
//! professionals and volunteers, that people come to; and home visits on early signals of arrears.
//!
//! What is there before anybody invests is in the rates that the model is held to: a plan adds to it. So nothing is
//! kept, drawn or entered until somebody invests. `basic` (M19, M23) builds on the same stock. Left out: cuts in what
//! is there today, collective hours of the team, and what volunteering does to those who do it.

pub mod home_visit;
pub mod joining;
mod levers;
pub mod money;
pub mod rows;
mod state;
pub mod stock;
pub mod visitors;

use crate::calendar::Occasion;
use crate::district::{District, Factor, Now, Phase, Rate, Room, Step};
use crate::language::Text;
use crate::observation::{Indicator, catalogue};

pub use levers::LEVERS;
pub use state::{Attendance, Comer, Facilities, Facility};

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("prevention", "preventie"),
    steps: &[
        Step {
            phase: Phase::Plan,
            name: Text::fixed("facilities", "voorzieningen"),
            what: Text::fixed(
                "half-days follow what euros, volunteers and initiatives keep up; visitors are noticed, recover and \
                 stay to help",
                "dagdelen volgen wat geld, vrijwilligers en initiatieven dragen; bezoekers worden gezien, knappen op \
                 en gaan meehelpen",
            ),
            act: |round| round.each(follow),
        },
        Step {
            phase: Phase::Accounts,
            name: Text::fixed("accounts of prevention", "rekening van preventie"),
            what: Text::fixed("facilities, coordination and grants are paid", "preventie wordt betaald"),
            act: |round| round.each(money::account),
        },
        Step {
            phase: Phase::Observation,
            name: Text::fixed("facilities counted", "telling van voorzieningen"),
            what: Text::fixed(
                "half-days, visitors and volunteers are added to the year's sums",
                "dagdelen, bezoekers en vrijwilligers worden bij de sommen van het jaar geteld",
            ),
            act: |round| round.each(|_, d| observe(d)),
        },
    ],
    occasions: &[(Occasion::FACILITY_JOINING, visitors::comes)],
    hears: &[],
    factors: &[(Rate::Onset, Factor { name: "visits a facility", of: visitors::onset })],
    adjusts: None,
};

/// The week of facilities: nothing until somebody invests.
pub fn follow(now: Now<'_>, d: &mut District) {
    let none = d.rooms.prevention.places.is_empty();
    if none && !stock::invests(now.settings) {
        return;
    }
    if none || now.week.of_year() == 0 {
        stock::survey(d);
    }
    visitors::count(now, d);
    let given: i64 = places(d).map(|place| stock::given(&now.inputs.params.prevention, place).0).sum();
    d.counts.add(Indicator::HOURS_VOLUNTEERS, given);
    stock::grow(now, d);
    joining::raise(now, d);
    visitors::look_after(now, d);
}

fn places(d: &District) -> impl Iterator<Item = &Facility> {
    d.rooms.prevention.places.iter()
}

/// Adds the levels of the week to the year's sums.
fn observe(d: &mut District) {
    let rooms = &d.rooms.prevention;
    let sum = |of: fn(&Facility) -> f64| (rooms.places.iter().map(of).sum::<f64>() * 1e6) as i64;
    let count = |of: fn(&Facility) -> u32| rooms.places.iter().map(|place| i64::from(of(place))).sum::<i64>();
    let counts = &mut d.counts;
    counts.level(Indicator::FACILITY_HALF_DAYS.place(), sum(|place| place.half_days), 1_000_000);
    counts.level(Indicator::INITIATIVES.place(), sum(|place| place.initiatives), 1_000_000);
    counts.level(Indicator::VISITORS.place(), count(|place| place.visitors), 1);
    counts.level(Indicator::FACILITY_VOLUNTEERS.place(), count(|place| place.volunteers), 1);
    for (g, visitors) in rooms.groups.iter().enumerate() {
        counts.level(catalogue::VISITORS_OF + g, i64::from(*visitors), 1);
    }
}
