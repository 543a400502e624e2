//! Needs that never go: they have no natural end and no help ends them; they may get worse, and lighter.

use crate::district::{District, Now, Reading, Subject};
use crate::entities::Domain;
use crate::ids::{EpisodeId, Key};
use crate::observation::Indicator;
use crate::random::Process;

/// Weeks after which such a need would end: beyond any life (a matter of the calendar).
pub const WEEKS: f64 = 10_400.0;

/// Whether a need that begins is one that never goes.
pub fn is_drawn(now: Now<'_>, domain: Domain, key: Key) -> bool {
    let share = now.inputs.params.own_strength.never;
    share > 0.0
        && matches!(domain, Domain::Daily | Domain::Mental)
        && now.inputs.draws.unit(Process::NEVER_GOES, key, 0) < share
}

/// A need that never goes has begun.
pub fn mark(d: &mut District, e: EpisodeId) {
    d.rooms.own_strength.needs.of_mut(&d.episodes, e).never = true;
    d.counts.add(Indicator::NEVER_GOES, 1);
}

/// Whether a need never goes.
#[inline]
pub fn is_so(d: &District, e: EpisodeId) -> bool {
    d.rooms.own_strength.needs.get(&d.episodes, e).is_some_and(|relied| relied.never)
}

/// Help does not end it.
pub(super) fn recovery(_: Now<'_>, d: &District, s: Subject, _: Reading) -> f64 {
    if s.episode.some().is_some_and(|e| is_so(d, e)) { 0.0 } else { 1.0 }
}
