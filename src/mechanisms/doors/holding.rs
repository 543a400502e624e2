//! Who holds back: asks for nothing more for a need until it has become worse, or some time is over.

use serde::{Deserialize, Serialize};

use crate::district::{District, Now};
use crate::entities::Severity;
use crate::ids::EpisodeId;
use crate::slab::Column;

/// What is kept of needs for which nothing is asked.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Holding(pub Column<EpisodeId, Held>);

/// How long somebody holds back.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Held {
    /// The first week in which the person would ask again; 0 if they do not hold back.
    until: i32,
    /// How severe the need was, 1 to 4.
    severity: u8,
}

/// Somebody holds back with a need from now on.
pub fn hold(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let until = now.week.0 + libm::ceil(now.inputs.params.doors.asking_pause) as i32;
    let severity = d.episodes[e].severity as u8;
    *d.rooms.doors.0.of_mut(&d.episodes, e) = Held { until, severity };
}

/// Whether somebody holds back with a need as severe as it is.
pub fn is_held(now: Now<'_>, d: &District, e: EpisodeId, severity: Severity) -> bool {
    let held = d.rooms.doors.0.get(&d.episodes, e);
    held.is_some_and(|held| now.week.0 < held.until && severity as u8 <= held.severity)
}
