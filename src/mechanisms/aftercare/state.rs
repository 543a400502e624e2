//! With whom aftercare is agreed.

use serde::{Deserialize, Serialize};

use crate::ids::HouseholdId;
use crate::units::Minute;

/// A year of contact with a household whose case was closed.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Agreement {
    /// With whom.
    pub household: HouseholdId,
    /// The generation of the household's slot.
    pub generation: u16,
    /// Until when.
    pub until: Minute,
}

/// Those that run, in the order in which they were made.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Agreed(pub Vec<Agreement>);
