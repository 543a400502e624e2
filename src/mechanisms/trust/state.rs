//! Trust in the second line.

use serde::{Deserialize, Serialize};

use crate::ids::ResidentId;
use crate::slab::Column;

/// Trust in the second line, 0 to 65,535, of those in whom something has told it from that in the first.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct SecondLine(pub Column<ResidentId, u16>);
