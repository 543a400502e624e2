//! What is kept of the composition of teams.

use serde::{Deserialize, Serialize};

use crate::entities::DOMAINS;

/// By team, how much deeper it is than a team of today's generalists, by domain: the mean over its filled jobs when the
/// week began.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Depths(pub Vec<[f64; DOMAINS]>);
