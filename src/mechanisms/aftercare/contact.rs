//! Contacts after closing, and needs that come back.

use super::agree::CONTACTS;
use crate::calendar::{Entry, Occasion};
use crate::district::{District, Now};
use crate::entities::{Frame, Route};
use crate::ids::{EpisodeId, HouseholdId};
use crate::links::Link;
use crate::mechanisms::doors::requests;
use crate::mechanisms::needs::natural;
use crate::observation::Indicator;
use crate::random::Process;
use crate::units::Effort;

/// Weeks within which who keeps in touch sees what has come back (assumption, 2 to 13).
const SOON: f64 = 4.0;

/// Somebody of a team keeps in touch: it is work that is due now. What has run out is forgotten.
pub fn contact(now: Now<'_>, d: &mut District, h: HouseholdId, team: u8) {
    let generation = d.households[h].generation;
    d.rooms.aftercare.0.retain(|a| (a.household, a.generation) != (h, generation) || a.until > now.at);
    // Where teams were put together there may be fewer.
    let team = usize::from(team).min(d.teams.len() - 1);
    d.teams[team].intake_due += Effort::from_hours(now.inputs.params.aftercare.hours / CONTACTS as f64);
    d.counts.add(Indicator::AFTERCARE_CONTACTS, 1);
}

/// A need has come back: who keeps in touch with the household sees it soon, or does not.
pub fn came_back(now: Now<'_>, d: &mut District, e: EpisodeId) {
    if d.rooms.aftercare.0.is_empty() {
        return;
    }
    let h = d.household_of(d.episodes[e].resident);
    let generation = d.households[h].generation;
    let runs =
        (d.rooms.aftercare.0.iter()).any(|a| (a.household, a.generation) == (h, generation) && now.at <= a.until);
    let key = d.episodes[e].key;
    let draw = |occasion| now.inputs.draws.unit(Process::RETURN_SEEN, key, occasion);
    let seen = now.inputs.params.aftercare.seen * now.settings.link(Link::AFTERCARE_RETURN);
    if runs && draw(0) < seen {
        let at = now.at.plus_weeks(SOON * draw(1));
        let (tie, generation) = ((key.0 >> 32) as u32, d.episodes[e].generation);
        d.calendar.add(Entry { at, tie, slot: e.0, generation, what: Occasion::RETURN_SEEN, aux: 0 });
    }
}

/// A need that has come back is seen: it is known and taken up at once, as severe as it is then, unless somebody is at
/// it already. What the team has no room for waits.
pub fn seen(now: Now<'_>, d: &mut District, e: EpisodeId) {
    if d.episodes[e].recovered {
        return;
    }
    d.counts.add(Indicator::RETURNS_SEEN, 1);
    natural::becomes_known(now, d, e, Route::Case);
    if d.episodes[e].in_pipeline == 0 && !d.episodes[e].is_helped() {
        requests::request_from_team(now, d, e, Frame::Voluntary);
    }
}
