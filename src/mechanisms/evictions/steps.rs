//! Steps on the road from debts to eviction.

use super::road::stage;
use super::state::Stage;
use crate::calendar::Occasion;
use crate::district::{District, Now};
use crate::entities::Episode;
use crate::ids::EpisodeId;
use crate::mechanisms::needs::hazards;
use crate::observation::Indicator;

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

/// A household is at another stage from now on: what can happen next is entered.
pub fn comes_to(now: Now<'_>, d: &mut District, e: EpisodeId, stage: Stage) {
    *d.rooms.evictions.stages.of_mut(&d.episodes, e) = stage;
    hazards::enter(now, d, e, Episode::REPORT);
}
