//! One plan looks at money and home together: what any of who work there knows, or is told, is taken on.

use super::plan;
use crate::district::{District, Now};
use crate::entities::{Frame, Route};
use crate::ids::{EpisodeId, ResidentId};
use crate::mechanisms::needs::natural;
use crate::mechanisms::team::cases;
use crate::observation::Indicator;

/// A service has begun: its household's one plan takes on debts and housing problems that nobody helps with.
pub(super) fn service_began(now: Now<'_>, d: &mut District, r: ResidentId) {
    let h = d.household_of(r);
    let Some(case) = plan::of_one_plan(now, d, h).and_then(|team| d.case_with(h, team)) else { return };
    let key = d.cases[case].key;
    let free = |e: &EpisodeId| {
        let episode = &d.episodes[*e];
        !episode.recovered && !episode.is_helped() && episode.in_pipeline == 0
    };
    let needs = d.members(h).flat_map(|m| d.episodes_of(m)).filter(free);
    let seen: Vec<EpisodeId> = needs.filter(|e| plan::brings_in(now, d, (h, key), *e)).collect();
    for e in seen {
        d.counts.add(Indicator::PLAN_BASICS_TAKEN, 1);
        natural::becomes_known(now, d, e, Route::Case);
        cases::open_case(now, d, e, Frame::Voluntary);
    }
}
