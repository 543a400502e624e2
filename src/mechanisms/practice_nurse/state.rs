//! Whom practice nurses help now.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use crate::units::Minute;

/// When the talks under way end, in order: with adults, and with young people.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Nurses(pub [VecDeque<Minute>; 2]);
