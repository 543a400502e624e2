//! Those who are served instead of by a service: who goes on coming, who stops, and who comes back with a heavier need.

use super::state::{COLLECTIVE, Guest, Kind, Place, Where};
use crate::district::{District, Happening, Now, groups};
use crate::entities::{Helper, Lines, Resident, Severity};
use crate::ids::EpisodeId;
use crate::mechanisms::doors::requests;
use crate::mechanisms::needs::natural;
use crate::observation::Indicator;
use crate::observation::catalogue::GROUPS;

/// What becomes of somebody in a place this week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    /// They go on coming.
    Stays,
    /// They come no more: the need has passed, or they stop.
    Stops,
    /// The place falls short: the need has become severe, or is worse when they stop.
    Returns,
}

fn turn(now: Now<'_>, d: &District, e: EpisodeId, place: Place) -> Turn {
    let episode = &d.episodes[e];
    let over = place.until <= now.at;
    let worse = episode.severity > place.severity;
    if episode.recovered || d.residents[episode.resident].is(Resident::LONG_TERM) {
        Turn::Stops
    } else if worse && (over || episode.severity >= Severity::Severe) {
        Turn::Returns
    } else if over {
        Turn::Stops
    } else {
        Turn::Stays
    }
}

/// The week of everybody who has a place; then those who have one are counted anew.
pub fn follow(now: Now<'_>, d: &mut District) {
    let guests = std::mem::take(&mut d.rooms.basic.guests);
    let (mut stay, mut return_) = (Vec::with_capacity(guests.len()), Vec::new());
    for guest in guests {
        let e = guest.episode;
        if !d.episodes.is_current(e, guest.generation) {
            continue;
        }
        let Some(place) = d.rooms.basic.served.get(&d.episodes, e).and_then(|served| served.place) else { continue };
        let turn = turn(now, d, e, place);
        if turn == Turn::Stays {
            stay.push(guest);
            continue;
        }
        let served = d.rooms.basic.served.of_mut(&d.episodes, e);
        (served.place, served.fell_short) = (None, turn == Turn::Returns);
        natural::help_ends(now, d, e, Helper::SecondLine);
        if turn == Turn::Returns {
            return_.push(guest);
        }
    }
    d.rooms.basic.guests = stay;
    count(d);
    for Guest { episode, .. } in return_ {
        comes_back(now, d, episode);
    }
}

/// Somebody comes back with a heavier need: they think less of the first line, and ask at once.
fn comes_back(now: Now<'_>, d: &mut District, e: EpisodeId) {
    d.counts.add(Indicator::BASIC_RETURNED, 1);
    now.tell(d, Happening::HelpTurnedOut(d.episodes[e].resident, Lines::FIRST, false));
    requests::asks_for_more(now, d, e);
}

/// Counts places that are taken, and who has them.
fn count(d: &mut District) {
    let mut by_group = [0; GROUPS.len()];
    let mut collective = [0; COLLECTIVE.len()];
    for provision in &mut d.rooms.basic.provision {
        provision.taken = [0; super::state::KINDS];
    }
    for i in 0..d.rooms.basic.guests.len() {
        let e = d.rooms.basic.guests[i].episode;
        for group in groups(&d.residents[d.episodes[e].resident]) {
            by_group[group] += 1;
        }
        let Some(place) = d.rooms.basic.served.get(&d.episodes, e).and_then(|served| served.place) else { continue };
        match (place.at, Kind::instead_of(place.product)) {
            (Where::General(n), Some(kind)) => {
                if let Some(provision) = d.rooms.basic.provision.get_mut(usize::from(n)) {
                    provision.taken[kind as usize] += 1;
                }
            }
            (Where::Collective, _) => {
                if let Some(c) = COLLECTIVE.iter().position(|p| *p == place.product) {
                    collective[c] += 1;
                }
            }
            (Where::General(_), None) => {}
        }
    }
    (d.rooms.basic.taken, d.rooms.basic.groups) = (collective, by_group);
}
