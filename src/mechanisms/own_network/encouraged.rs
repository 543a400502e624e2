//! Care that would not have begun without a campaign or a matchmaker, and what it hides.

use crate::district::{District, Now, Reading, Subject};
use crate::ids::EpisodeId;
use crate::links::Link;
use crate::observation::Indicator;

/// Whether somebody cares for a need who was encouraged to.
pub fn is_encouraged(d: &District, e: EpisodeId) -> bool {
    let kept = &d.rooms.own_network;
    kept.any
        && d.cares_of(d.episodes[e].resident, false)
            .any(|c| d.cares[c].episode == e && kept.encouraged.get(&d.cares, c) == Some(&true))
}

/// Who has somebody who copes asks others for less.
pub(super) fn asking(now: Now<'_>, d: &District, s: Subject, reading: Reading) -> f64 {
    if !d.rooms.own_network.any {
        return 1.0;
    }
    let copes = || {
        let through = 1.0 - (1.0 - now.inputs.params.own_network.copes) * now.settings.link(Link::COPING_ASKING);
        if s.episode.some().is_some_and(|e| is_encouraged(d, e)) { through } else { 1.0 }
    };
    reading.of(copes, || 1.0)
}

/// A need has become worse: whether nobody has heard of it because somebody copes.
pub(super) fn worsened(d: &mut District, e: EpisodeId) {
    if !d.episodes[e].known && is_encouraged(d, e) {
        d.counts.add(Indicator::WORSE_BEHIND_HELPER, 1);
    }
}
