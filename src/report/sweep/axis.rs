//! What a sweep varies, as its report and its manifest tell it.

use serde::{Deserialize, Serialize};

/// What is varied.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AxisFacts {
    /// Key, as `--set` takes it.
    pub key: String,
    /// Its levels in their order; empty of a range in which any value may lie.
    pub levels: Vec<String>,
    /// That range.
    #[serde(default)]
    pub between: Option<(f64, f64)>,
    /// Its value in the base, where that is one known value.
    pub base: Option<String>,
}
