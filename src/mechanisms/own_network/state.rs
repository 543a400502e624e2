//! What is kept of own networks.

use serde::{Deserialize, Serialize};

use crate::ids::CareId;
use crate::slab::Column;
use crate::units::Effort;

/// What a plan has to spend on networks, how far campaigns have come, and who cares because of it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct OwnNetwork {
    /// Family group conferences that can be begun.
    pub conferences: f64,
    /// Hours of coordinators of conferences that are not paid yet.
    pub coordinated: Effort,
    /// Hours that matchmakers have.
    pub matching: Effort,
    /// How far campaigns have come, 0 to 1.
    pub campaign: f64,
    /// How much lower they make the threshold to ask friends and neighbours, on its scale of 0 to 1.
    pub lowered: f64,
    /// Whether anybody was ever encouraged to care.
    pub any: bool,
    /// Care that would not have begun without a campaign or a matchmaker.
    pub encouraged: Column<CareId, bool>,
}
