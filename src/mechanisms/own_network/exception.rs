//! The exception for people without a network: who is seen as such, and who is not sent back to people that they do not
//! have.
//!
//! Somebody without a network has no tie outside the household and lives with no other adult. A professional may be
//! wrong either way. Everybody who meets a person sees the same: who is not believed once is not believed at the next
//! door either.

use crate::district::{District, Now};
use crate::entities::Resident;
use crate::ids::ResidentId;
use crate::links::Link;
use crate::observation::Indicator;
use crate::random::Process;

/// Whether professionals see somebody as being without a network.
pub fn is_seen_without(now: Now<'_>, d: &District, r: ResidentId) -> bool {
    let p = &now.inputs.params.own_network;
    let resident = &d.residents[r];
    let chance = if resident.is(Resident::NETWORK) { 1.0 - p.specificity } else { p.sensitivity };
    now.inputs.draws.unit(Process::NETWORK_SEEN, resident.key, 0) < chance
}

/// Whether the exception holds for somebody: the plan makes one, and they are seen as being without a network.
pub fn is_made(now: Now<'_>, d: &District, r: ResidentId) -> bool {
    let share = now.settings.own_network.exception * now.settings.link(Link::EXCEPTION_SERVED);
    share > 0.0 && is_seen_without(now, d, r) && now.inputs.draws.unit(Process::EXCEPTED, d.residents[r].key, 0) < share
}

/// Somebody is about to be sent back to their own network: tells whether the exception spares them, and counts those
/// who are spared, those spared who have a network, and those sent back to one that they do not have.
pub fn spares(now: Now<'_>, d: &mut District, r: ResidentId) -> bool {
    let alone = !d.residents[r].is(Resident::NETWORK);
    let low = d.residents[r].income() == 0;
    let spared = is_made(now, d, r);
    let counts = &mut d.counts;
    if spared {
        counts.add(Indicator::EXCEPTED, 1);
        counts.ratio(Indicator::EXCEPTED_WRONGLY, i64::from(!alone), 1);
    } else if alone {
        counts.add(Indicator::FELL_BETWEEN, 1);
        counts.ratio(Indicator::FELL_BETWEEN_LOW_INCOME, i64::from(low), 1);
    }
    spared
}
