//! Who has been reminded.

use serde::{Deserialize, Serialize};

use crate::ids::ResidentId;
use crate::slab::Column;

/// Reminders that residents have had.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Reminded(pub Column<ResidentId, u16>);
