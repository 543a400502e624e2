//! Forms of contract.

use serde::{Deserialize, Serialize};

/// How a service is paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Form {
    /// By the hour, with places as the organisation states them.
    #[default]
    Stated,
    /// By the hour that is worked (*inspanningsgericht*): price times quantity.
    Effort,
    /// A price for each trajectory (*outputgericht*).
    Output,
    /// A lump sum for a task (*taakgericht*).
    Task,
}

impl Form {
    /// All, in the order of the lever's choices.
    pub const ALL: [Self; 4] = [Self::Stated, Self::Effort, Self::Output, Self::Task];

    /// Whether more work is more income, so that places follow queues.
    pub fn pays_for_more(self) -> bool {
        matches!(self, Self::Effort | Self::Output)
    }
}
