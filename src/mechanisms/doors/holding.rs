//! Who holds back: asks for nothing more for a need until it has become worse, or some time is over. And who has been
//! refused: whether they ask again is a part of the waterbed.

use serde::{Deserialize, Serialize};

use crate::district::{District, Now};
use crate::entities::Severity;
use crate::ids::{EpisodeId, Key};
use crate::links::Link;
use crate::random::Process;
use crate::slab::Column;

/// What is kept of needs for which nothing is asked, or for which somebody was refused.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Holding(pub Column<EpisodeId, Held>);

/// How long somebody holds back, and whether they were refused.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Held {
    /// The first week in which the person would ask again; 0 if they do not hold back.
    until: i32,
    /// How severe the need was, 1 to 4.
    severity: u8,
    /// Whether help with the need was refused at the municipal gate.
    refused: bool,
}

/// Somebody holds back with a need from now on.
pub fn hold(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let until = now.week.0 + libm::ceil(now.inputs.params.doors.asking_pause) as i32;
    let severity = d.episodes[e].severity as u8;
    let held = d.rooms.doors.0.of_mut(&d.episodes, e);
    (held.until, held.severity) = (until, severity);
}

/// Help with a need was refused; `key` is of what was asked for. Where the link is weakened, as many hold back as it is
/// short of whole.
pub fn refused(now: Now<'_>, d: &mut District, e: EpisodeId, key: Key) {
    d.rooms.doors.0.of_mut(&d.episodes, e).refused = true;
    if now.inputs.draws.unit(Process::ASKS_AGAIN, key, 0) >= now.settings.link(Link::REFUSAL_WATERBED) {
        hold(now, d, e);
    }
}

/// Whether help with a need was refused before.
pub fn was_refused(d: &District, e: EpisodeId) -> bool {
    d.rooms.doors.0.get(&d.episodes, e).is_some_and(|held| held.refused)
}

/// Whether somebody holds back with a need as severe as it is.
pub fn is_held(now: Now<'_>, d: &District, e: EpisodeId, severity: Severity) -> bool {
    let held = d.rooms.doors.0.get(&d.episodes, e);
    held.is_some_and(|held| now.week.0 < held.until && severity as u8 <= held.severity)
}
