//! What an enforcement role takes off openness: who keeps away from municipal doors, and who does not open theirs.

use crate::district::{District, Now};
use crate::entities::Domain;
use crate::ids::{EpisodeId, HouseholdId};
use crate::links::Link;
use crate::observation::Indicator;
use crate::random::Process;

/// The share of what a household would ask at municipal doors, or show at its own, that it keeps to itself: more where
/// there are debts.
pub fn lost(now: Now<'_>, d: &District, h: HouseholdId) -> f64 {
    if !now.settings.work_income.enforcement {
        return 0.0;
    }
    let p = &now.inputs.params.work_income;
    let indebted = d.members(h).any(|m| d.needs_of(m).has(Domain::Debt));
    let more = if indebted { p.disclosure_debt } else { 1.0 };
    (p.disclosure * more * now.settings.link(Link::ENFORCEMENT_DISCLOSURE)).min(1.0)
}

/// Whether somebody keeps away from a municipal door with a need as severe as it is: who would ask twice about the same
/// thing does alike.
pub fn stays_away(now: Now<'_>, d: &mut District, e: EpisodeId) -> bool {
    let episode = &d.episodes[e];
    let lost = lost(now, d, d.household_of(episode.resident));
    let u = || now.inputs.draws.unit(Process::ENFORCEMENT_AVOIDED, episode.key, episode.severity as u64);
    if lost <= 0.0 || u() >= lost {
        return false;
    }
    d.counts.add(Indicator::ENFORCEMENT_AVOIDED, 1);
    true
}

/// Whether a household opens its door that would do so to others in a share of visits, by the draw `u` of the visit.
pub fn opens(now: Now<'_>, d: &mut District, h: HouseholdId, (u, share): (f64, f64)) -> bool {
    let opens = u < share * (1.0 - lost(now, d, h));
    d.counts.add(Indicator::ENFORCEMENT_DOORS, i64::from(!opens && u < share));
    opens
}
