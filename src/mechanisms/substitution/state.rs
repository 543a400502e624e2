//! What is kept of substitution.

use serde::{Deserialize, Serialize};

use crate::entities::{Frame, Severity};
use crate::ids::EpisodeId;
use crate::slab::Column;
use crate::units::Minute;

/// A referral that the plan of a case has put off.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PutOff {
    /// Until when the team helps first.
    pub until: Minute,
    /// The draw by which the plan would have referred.
    pub quantile: f64,
    /// How severe the need was.
    pub severity: Severity,
    /// The team, by its position in the district.
    pub team: u8,
    /// The legal frame of its case.
    pub frame: Frame,
}

/// A need with which a team helps, or helped, before a referral.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct OwnHelp {
    /// When a plan first would have referred it.
    pub since: Option<Minute>,
    /// The referral that is still put off.
    pub put_off: Option<PutOff>,
}

/// Needs with which the team helps first, and whether services are reviewed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Substitution {
    /// By need.
    pub own_help: Column<EpisodeId, OwnHelp>,
    /// Whether reviews go on.
    pub reviews: bool,
    /// How many times reviews have begun: entries of an earlier time are stale.
    pub wave: u8,
}
