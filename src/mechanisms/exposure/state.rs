//! How far norms have drifted for single people.

use serde::{Deserialize, Serialize};

use crate::ids::ResidentId;
use crate::slab::Column;

/// What is kept of somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Exposed {
    /// How far the threshold to ask services has fallen, 0 to 1.
    pub fall: f64,
    /// Whether a year with ties who have services is under way.
    pub counts: bool,
}

/// Those who have, or had, ties with services.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Exposure(pub Column<ResidentId, Exposed>);
