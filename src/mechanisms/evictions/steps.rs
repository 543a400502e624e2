//! Steps on the road from debts to eviction.

use super::road::stage;
use super::state::Stage;
use crate::calendar::Occasion;
use crate::district::{District, Now, What};
use crate::entities::Episode;
use crate::ids::EpisodeId;
use crate::initialization::Tenure;
use crate::links::Link;
use crate::mechanisms::needs::hazards;
use crate::observation::Indicator;
use crate::random::Process;

/// A household falls behind with the rent because of its debts, or is ordered out because it is behind.
pub fn goes_on(now: Now<'_>, d: &mut District, e: EpisodeId) {
    if stage(d, e) == Stage::Paid {
        d.counts.add(Indicator::ARREARS, 1);
        comes_to(now, d, e, Stage::Arrears);
    } else {
        d.counts.add(Indicator::VERDICTS, 1);
        comes_to(now, d, e, Stage::Verdict);
        let at = now.at.plus_weeks(now.inputs.params.evictions.notice_weeks);
        let tie = (d.episodes[e].key.0 >> 32) as u32;
        d.schedule_episode(e, Occasion::EVICTION, at, tie, 0);
    }
}

/// A household whose debts began so many weeks before the burn-in may be behind with the rent since then.
pub fn was_under_way(now: Now<'_>, d: &mut District, e: EpisodeId, weeks: f64) {
    let Episode { resident, key, .. } = d.episodes[e];
    let rents = d.households[d.household_of(resident)].tenure != Tenure::Owned as u8;
    let rate = now.inputs.params.evictions.arrears * now.settings.link(Link::DEBT_EVICTION);
    if rents && now.inputs.draws.unit(Process::PAST_ARREARS, key, 0) < -libm::expm1(-rate * weeks) {
        comes_to(now, d, e, Stage::Arrears);
    }
}

/// A household is at another stage from now on: what can happen next is entered.
pub fn comes_to(now: Now<'_>, d: &mut District, e: EpisodeId, stage: Stage) {
    *d.rooms.evictions.stages.of_mut(&d.episodes, e) = stage;
    let what = match stage {
        Stage::Paid => What::RentPaid,
        Stage::Arrears => What::BehindWithRent,
        Stage::Verdict => What::OrderedOut,
        Stage::Evicted => What::Evicted,
    };
    d.note(now.at, d.episodes[e].resident, what);
    hazards::enter(now, d, e, Episode::REPORT);
}
