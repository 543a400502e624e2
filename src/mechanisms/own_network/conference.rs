//! Family group conferences: who is offered one, who holds one, and what becomes of care.
//!
//! People around a household make a plan together. What comes of it is centred on nothing: somebody more begins to
//! care, or somebody who cares withdraws.

use crate::calendar::Occasion;
use crate::district::{District, Now, join};
use crate::entities::{Domain, Severity};
use crate::ids::{CareId, EpisodeId, HouseholdId, Key};
use crate::links::Link;
use crate::mechanisms::informal_care::care;
use crate::mechanisms::own_network::exception;
use crate::mechanisms::own_strength::judge;
use crate::observation::Indicator;
use crate::random::Process;
use crate::units::Effort;

/// Whether a conference suits a need: one that people around somebody can do something about, neither light nor a
/// crisis, in which there is no time for it.
fn suits(domain: Domain, severity: Severity) -> bool {
    matches!(domain, Domain::Mental | Domain::Daily | Domain::Youth | Domain::Social)
        && matches!(severity, Severity::Moderate | Severity::Severe)
}

/// A case begins: a conference is offered, if one is left, unless professionals see nobody to invite.
pub fn offer(now: Now<'_>, d: &mut District, e: EpisodeId, case: Key) {
    if d.rooms.own_network.conferences < 1.0 {
        return;
    }
    let episode = &d.episodes[e];
    let who = judge::actor(d, episode.resident);
    if !suits(episode.domain, episode.severity) || exception::is_seen_without(now, d, who) {
        return;
    }
    let p = &now.inputs.params.own_network;
    d.counts.add(Indicator::CONFERENCES_OFFERED, 1);
    if now.inputs.draws.unit(Process::CONFERENCE_WILLING, case, 0) >= p.willing {
        return;
    }
    d.rooms.own_network.conferences -= 1.0;
    let tie = (d.episodes[e].key.0 >> 32) as u32;
    d.schedule_episode(e, Occasion::CONFERENCE, now.at.plus_weeks(p.weeks), tie, 0);
}

/// The day of a conference: it is held or was broken off on the way. Coordinators are paid for their hours either way.
pub fn comes_due(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let p = &now.inputs.params.own_network;
    let (key, at) = (d.episodes[e].key, u64::from(now.at.0 as u32));
    let held = !d.episodes[e].recovered && now.inputs.draws.unit(Process::CONFERENCE_HELD, key, at) < p.completed;
    let hours = p.hours * if held { 1.0 } else { p.broken_off };
    d.rooms.own_network.coordinated += Effort::from_hours(hours);
    if !held {
        d.counts.add(Indicator::CONFERENCES_BROKEN_OFF, 1);
        return;
    }
    d.counts.add(Indicator::CONFERENCES_HELD, 1);
    let effect = p.effect * now.settings.link(Link::CONFERENCE_CARE);
    if now.inputs.draws.unit(Process::CONFERENCE_TURNS_OUT, key, at) >= effect.abs() {
        return;
    }
    if effect > 0.0 {
        let found = care::by_conference(now, d, e, join(key, at));
        d.counts.add(Indicator::CONFERENCE_CARERS, i64::from(found));
    } else if let Some(c) = somebody_who_cares(now, d, d.household_of(d.episodes[e].resident)) {
        care::end(now, d, c);
        d.counts.add(Indicator::CONFERENCE_CARERS_LOST, 1);
        d.counts.add(Indicator::CARERS_STOPPED, 1);
    }
}

/// One of those who care for somebody of a household, a housemate among them.
fn somebody_who_cares(now: Now<'_>, d: &District, h: HouseholdId) -> Option<CareId> {
    d.members(h)
        .flat_map(|m| d.cares_of(m, false))
        .min_by_key(|c| now.inputs.draws.bits(Process::CONFERENCE_WHO_LEAVES, d.cares[*c].key, 0))
}
