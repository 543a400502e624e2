//! What is kept of the plan of the week before.

use serde::{Deserialize, Serialize};

/// The plan of the week before, by which a change is seen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Practice {
    /// Shares of all FTE planned for visits, places, reports and collective work; none before the first week.
    pub plan: Option<[f64; 4]>,
}
