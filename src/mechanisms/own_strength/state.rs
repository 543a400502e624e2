//! What is kept of own strength.

use serde::{Deserialize, Serialize};

use crate::entities::Product;
use crate::ids::{EntitlementId, EpisodeId};
use crate::slab::Column;
use crate::units::Minute;

/// A need that was left to its person's own strength, or that never goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Relied {
    /// When help was refused last.
    pub refused: Option<Minute>,
    /// What was refused: a product, or with none a case of the team.
    pub product: Option<Product>,
    /// Until when the person acts.
    pub acts_until: Option<Minute>,
    /// Whether it has got worse since the last refusal.
    pub worse: bool,
    /// Whether the team helps after all: nobody judges it again.
    pub taken_over: bool,
    /// Whether it never goes.
    pub never: bool,
}

/// Needs that are left to own strength, and services that give fewer hours because of it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct OwnStrength {
    /// By need.
    pub needs: Column<EpisodeId, Relied>,
    /// By entitlement, the share of its hours that are not given.
    pub fewer: Column<EntitlementId, f32>,
}
