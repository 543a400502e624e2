//! How far households are on the road to eviction, and which children were evicted.

use serde::{Deserialize, Serialize};

use crate::ids::{EpisodeId, ResidentId};
use crate::slab::Column;

/// How far the road has been gone because of a household's debts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// The rent is paid.
    #[default]
    Paid,
    /// The household is behind with the rent.
    Arrears,
    /// A court has ordered it out.
    Verdict,
    /// It was evicted.
    Evicted,
}

/// A child that was evicted.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Evicted {
    /// The first week in which that weighs on it no more.
    pub until: i32,
}

impl Default for Evicted {
    fn default() -> Self {
        Self { until: i32::MIN }
    }
}

/// What is kept of evictions: stages by need, of debts, and children that were evicted.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Evictions {
    /// By the household's debts.
    pub stages: Column<EpisodeId, Stage>,
    /// By child.
    pub evicted: Column<ResidentId, Evicted>,
}
