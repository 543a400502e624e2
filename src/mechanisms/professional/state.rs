//! What is kept of the labour market.

use serde::{Deserialize, Serialize};

/// The labour market of the region, as a district meets it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Labour {
    /// How much longer than usual a vacancy stays open.
    pub tightness: f64,
}

impl Default for Labour {
    fn default() -> Self {
        Self { tightness: 1.0 }
    }
}
