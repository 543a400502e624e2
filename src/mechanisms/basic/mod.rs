//! Broad basic infrastructure (M19) and collective instead of individual (M23; docs/odd.md 7.16): general provision in
//! every neighbourhood and collective places, which take the place of services of one's own.
//!
//! General provision comes first in law: who applies for a service is served there if there is room, and else the
//! decision on the service goes on. Services for needs that are light by now give way to free places. It stands on the
//! stock of facilities (`prevention`): it is built as they are, shares room and volunteers with them, and is paid full
//! or empty. Nothing is kept, drawn or paid until somebody plans it. Left out: what is there today, transport,
//! contributions for a place, groups that come at the hours that they need, and what the others in a group do.

pub mod guests;
mod levers;
pub mod money;
pub mod offer;
pub mod rows;
mod state;
pub mod stock;

use crate::district::{District, Now, Phase, Room, Round, Step};
use crate::language::Text;
use crate::observation::{Indicator, catalogue};

pub use levers::LEVERS;
pub use state::{Basic, COLLECTIVE, Guest, Kind, Place, Provision, Served, Where};

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("basic infrastructure", "basisvoorzieningen"),
    steps: &[
        Step {
            phase: Phase::Plan,
            name: Text::fixed("basic provision", "basisvoorzieningen"),
            what: Text::fixed(
                "half-days follow what is planned; who is served there stays, stops, or comes back with a heavier need",
                "dagdelen volgen het plan; wie daar geholpen wordt, blijft, stopt, of komt terug met een zwaardere \
                 hulpvraag",
            ),
            act: |round| round.each(follow),
        },
        Step {
            phase: Phase::Accounts,
            name: Text::fixed("accounts of basic provision", "rekening van basisvoorzieningen"),
            what: Text::fixed(
                "half-days and collective places are paid, full or empty",
                "dagdelen en collectieve plekken worden betaald, vol of leeg",
            ),
            act: account,
        },
        Step {
            phase: Phase::Observation,
            name: Text::fixed("basic provision counted", "telling van basisvoorzieningen"),
            what: Text::fixed(
                "half-days, people served and empty places are added to the year's sums",
                "dagdelen, geholpen mensen en lege plekken worden bij de sommen van het jaar geteld",
            ),
            act: |round| round.each(observe),
        },
    ],
    occasions: &[],
    hears: &[],
    factors: &[],
    adjusts: None,
};

/// The week of basic provision: nothing until somebody plans it.
pub fn follow(now: Now<'_>, d: &mut District) {
    if !offer::is_there(now, d) && d.rooms.basic.guests.is_empty() {
        return;
    }
    guests::follow(now, d);
    stock::grow(now, d);
}

fn account(round: &mut Round<'_>) {
    for ((&now, d), services) in round.nows.iter().zip(round.districts.iter_mut()).zip(round.contracts) {
        if offer::is_there(now, d) {
            money::account(now, d, services);
        }
    }
}

/// Places that are paid this week and that nobody has.
fn empty(now: Now<'_>, d: &District) -> f64 {
    let kinds = [Kind::Meeting, Kind::Practical, Kind::DayActivity, Kind::Youth];
    let near_by = |n: usize| kinds.iter().map(|kind| offer::free_near_by(now, d, n, *kind).max(0.0)).sum::<f64>();
    let general: f64 = (0..d.rooms.basic.provision.len()).map(near_by).sum();
    let bought = now.settings.basic.places.iter().zip(d.rooms.basic.taken);
    general + bought.map(|(places, taken)| (places - f64::from(taken)).max(0.0)).sum::<f64>()
}

/// Adds the levels of the week to the year's sums.
fn observe(now: Now<'_>, d: &mut District) {
    let half_days: f64 = d.rooms.basic.provision.iter().flat_map(|provision| provision.half_days).sum();
    let empty = if offer::is_there(now, d) { empty(now, d) } else { 0.0 };
    let rooms = &d.rooms.basic;
    let millionths = |x: f64| (x * 1e6) as i64;
    let counts = &mut d.counts;
    counts.level(Indicator::BASIC_HALF_DAYS.place(), millionths(half_days), 1_000_000);
    counts.level(Indicator::BASIC_SERVED.place(), rooms.guests.len() as i64, 1);
    counts.level(Indicator::COLLECTIVE_SERVED.place(), rooms.taken.iter().map(|taken| i64::from(*taken)).sum(), 1);
    counts.level(Indicator::BASIC_EMPTY.place(), millionths(empty), 1_000_000);
    for (g, served) in rooms.groups.iter().enumerate() {
        counts.level(catalogue::SERVED_OF + g, i64::from(*served), 1);
    }
}
