//! What is kept of experts by experience.

use serde::{Deserialize, Serialize};

/// By team, the share of its filled working time that is theirs when the week began.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Shares(pub Vec<f64>);
