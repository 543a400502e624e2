//! Rates on the road from debts to eviction, and what eviction does to the onset of children's needs.

use super::state::Stage;
use crate::district::{District, Now, Reading, Subject};
use crate::entities::{Domain, Resident};
use crate::ids::EpisodeId;
use crate::initialization::Tenure;
use crate::links::Link;
use crate::mechanisms::work_income::handling;
use crate::random::Process;

/// How far the household of somebody with debts is on the road.
pub fn stage(d: &District, e: EpisodeId) -> Stage {
    if e.some().is_none() {
        return Stage::Paid;
    }
    d.rooms.evictions.stages.get(&d.episodes, e).copied().unwrap_or_default()
}

/// Rate of the next step that a court or landlord takes because of debts: none in an owned home, and none while help
/// with the debts has an arrangement.
pub fn rate(now: Now<'_>, d: &District, s: Subject, reading: Reading) -> f64 {
    let p = &now.inputs.params.evictions;
    let rents = d.households[d.household_of(s.resident)].tenure != Tenure::Owned as u8;
    let link = || now.settings.link(Link::DEBT_EVICTION);
    let step = match stage(d, s.episode) {
        Stage::Paid => p.arrears,
        Stage::Arrears => p.verdict,
        Stage::Verdict | Stage::Evicted => 0.0,
    };
    if !rents || step <= 0.0 {
        return 0.0;
    }
    reading.of(|| if is_arranged(now, d, s.episode) { 0.0 } else { step * link() }, || step)
}

/// Whether help with debts, or a first talk about them with the team, has come to an arrangement with the landlord: for
/// some of them, as long as that lasts.
pub fn is_arranged(now: Now<'_>, d: &District, e: EpisodeId) -> bool {
    if e.some().is_none() {
        return false;
    }
    let by_help = if d.episodes[e].is_helped() { now.settings.link(Link::HELP_EVICTION) } else { 0.0 };
    let by_talk = if handling::is_arranged(now, d, e) { handling::arranged_share(now) } else { 0.0 };
    let share = now.inputs.params.evictions.arranged * by_help.max(by_talk);
    share > 0.0 && now.inputs.draws.unit(Process::RENT_ARRANGED, d.episodes[e].key, 0) < share
}

/// How eviction multiplies the onset of a child's needs, for a year.
pub fn onset(now: Now<'_>, d: &District, s: Subject, reading: Reading) -> f64 {
    if d.residents[s.resident].stage >= Resident::NO_YOUTH {
        return 1.0;
    }
    if d.rooms.evictions.evicted.get(&d.residents, s.resident).is_none_or(|e| now.week.0 >= e.until) {
        return 1.0;
    }
    let ratio = now.inputs.params.evictions.youth_onset;
    let link = || now.settings.link(Link::EVICTION_NEEDS);
    reading.of(|| if s.domain == Domain::Youth { 1.0 + (ratio - 1.0) * link() } else { 1.0 }, || ratio)
}
