//! What is kept of the interests of employers.

use serde::{Deserialize, Serialize};

use crate::entities::PRODUCTS;

/// What seconded professionals know of their employers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// By product: the part of the places that is empty; 0 is full, or not looked at.
    pub empty: [f64; PRODUCTS],
}
