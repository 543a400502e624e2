//! What can be asked in return.

use serde::{Deserialize, Serialize};

/// What is asked in return.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Rule {
    /// Nothing.
    #[default]
    Nothing,
    /// People are invited to do something.
    Voluntary,
    /// People are told that it is expected; nobody checks.
    Expected,
    /// People must.
    Obliged,
}
