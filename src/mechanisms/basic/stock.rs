//! How many half-days a week general provision is open in every neighbourhood. It is built and fades as facilities do,
//! and its places to meet are facilities.

use super::state::{KINDS, Kind, Provision};
use crate::district::{District, Now};
use crate::mechanisms::prevention::stock;

/// The part of half-days that goes to a neighbourhood: by residents, or by residents with a low income.
pub fn share(d: &District, spread: f64, n: usize) -> f64 {
    let weight = |n: usize| {
        let residents = d.rooms.prevention.places.get(n).map_or(0.0, |place| f64::from(place.residents));
        let deprivation = d.neighbourhoods.get(n).map_or(1.0, |place| place.deprivation);
        (residents, residents * deprivation)
    };
    let all = (0..d.rooms.prevention.places.len()).map(weight).fold((0.0, 0.0), |a, b| (a.0 + b.0, a.1 + b.1));
    let of = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
    let here = weight(n);
    (1.0 - spread) * of(here.0, all.0) + spread * of(here.1, all.1)
}

/// Half-days a week of a kind that are planned for a neighbourhood.
pub fn planned(now: Now<'_>, d: &District, n: usize, kind: usize) -> f64 {
    let residents: u32 = d.rooms.prevention.places.iter().map(|place| place.residents).sum();
    let s = &now.settings.basic;
    s.half_days[kind] * f64::from(residents) / 1000.0 * share(d, s.spread, n)
}

/// A week of general provision: it follows what is planned. Facilities know of its places to meet, and of the room that
/// is taken there.
pub fn grow(now: Now<'_>, d: &mut District) {
    let p = &now.inputs.params;
    let places = d.rooms.prevention.places.len();
    d.rooms.basic.provision.resize(places, Provision::default());
    for n in 0..places {
        for kind in 0..KINDS {
            let planned = planned(now, d, n, kind);
            let open = &mut d.rooms.basic.provision[n].half_days[kind];
            *open = stock::followed(&p.prevention, *open, planned);
        }
        let provision = &d.rooms.basic.provision[n];
        let (meeting, taken) = (provision.half_days[Kind::Meeting as usize], provision.taken[Kind::Meeting as usize]);
        let place = &mut d.rooms.prevention.places[n];
        (place.meeting, place.reserved) = (meeting, f64::from(taken) * p.basic.visits);
    }
}
