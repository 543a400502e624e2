//! How the professionals around a household stand to each other: side by side, with a lead, or with one plan; and what
//! that does to their help and to what they see.

use super::rows::Plan;
use crate::district::{District, Now};
use crate::doors::Door;
use crate::entities::{Domain, Episode};
use crate::ids::{EpisodeId, HouseholdId, Key, ResidentId};
use crate::links::Link;
use crate::mechanisms::coordination::hours;
use crate::mechanisms::money::purchase;
use crate::random::Process;

/// The team that leads in a household now: the first of those there, where the plan has somebody lead and as many work
/// there as that takes.
pub fn leader(now: Now<'_>, d: &District, h: HouseholdId) -> Option<usize> {
    let around = d.rooms.coordination.of(h);
    around.first_team().filter(|_| hours::is_led(now, around.count()))
}

/// The team that leads in a household with one plan.
pub fn of_one_plan(now: Now<'_>, d: &District, h: HouseholdId) -> Option<usize> {
    if now.settings.coordination.plan == Plan::OnePlan { leader(now, d, h) } else { None }
}

/// What is left of the effect of the help of teams and services in a household: each further professional takes some of
/// it, and a lead gives a part of that back. All of it where nothing is planned.
pub fn effect(now: Now<'_>, d: &District, r: ResidentId) -> f64 {
    if now.settings.coordination.plan == Plan::AsNow {
        return 1.0;
    }
    let h = d.household_of(r);
    let others = d.rooms.coordination.of(h).count().saturating_sub(1);
    if others == 0 {
        return 1.0;
    }
    let p = &now.inputs.params.coordination;
    let given_back = leader(now, d, h).map_or(0.0, |team| {
        let done = d.rooms.coordination.done.get(team).copied().unwrap_or(1.0);
        let kept = if purchase::is_one_budget(now) { 1.0 } else { p.without_money };
        kept * hours::reach(now, others + 1) * done
    });
    let loss = p.loss * others as f64 * (1.0 - given_back) * now.settings.link(Link::PLAN_EFFECT);
    (1.0 - loss).max(0.0)
}

/// Whether a debt or housing problem stays unseen by a case of another silo, because each looks at its own.
pub fn stays_unseen(now: Now<'_>, case: Key, same_silo: bool, (domain, need): (Domain, Key)) -> bool {
    now.settings.coordination.plan == Plan::Separate
        && domain.is_basic()
        && !same_silo
        && now.inputs.draws.unit(Process::UNSEEN_BASICS, case, need.0) < now.settings.link(Link::PLAN_BASICS)
}

/// Whether one plan brings in a debt or housing problem of its household: what any of them knows, and what is told to
/// who asks about it. Once a case has been told or not, it is the same whoever asks.
pub fn brings_in(now: Now<'_>, d: &District, (h, case): (HouseholdId, Key), e: EpisodeId) -> bool {
    let Episode { domain, known, key, .. } = d.episodes[e];
    if !domain.is_basic() || of_one_plan(now, d, h).is_none() {
        return false;
    }
    let told = if known { 1.0 } else { now.inputs.params.screening.basics };
    let u = now.inputs.draws.unit(Process::BASICS_ASKED, case, key.0);
    u < told * now.settings.link(Link::PLAN_BASICS)
}

/// Whether somebody of a household with one plan brings a need to who is there already, and not to a door of its own.
pub fn comes_to_plan(now: Now<'_>, d: &District, e: EpisodeId, (door, occasion): (Door, u64)) -> bool {
    let Episode { resident, key, .. } = d.episodes[e];
    door != Door::Team
        && of_one_plan(now, d, d.household_of(resident)).is_some()
        && now.inputs.draws.unit(Process::PLAN_ASKED, key, occasion) < now.inputs.params.coordination.to_plan
}

/// Whether an inquiry for somebody has been done by their household's one plan; if it has one and this is the first, it
/// is from now on.
pub fn is_inquired(now: Now<'_>, d: &mut District, r: ResidentId) -> bool {
    let h = d.household_of(r);
    if of_one_plan(now, d, h).is_none() {
        return false;
    }
    let done = d.rooms.coordination.of(h).inquired;
    d.rooms.coordination.change(h, |around| around.inquired = true);
    done
}

/// Whether a team that opens a case in a household finds an intake done there by another, with which it has one plan.
pub fn is_taken_in(now: Now<'_>, d: &District, h: HouseholdId, team: u8) -> bool {
    let others = d.rooms.coordination.of(h).teams & !(1 << team);
    others != 0 && of_one_plan(now, d, h).is_some()
}
