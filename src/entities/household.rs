//! Households, one per dwelling. Dwellings are fixed; households come and go.

use serde::{Deserialize, Serialize};

use crate::ids::{CaseId, Key, ResidentId};

/// A dwelling and the household that lives in it; 32 bytes, in one line of the processor's cache.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[repr(align(32))]
pub struct Household {
    /// Who it is.
    pub key: Key,
    /// First member.
    pub first: ResidentId,
    /// Week of the last visit from door to door; [`Household::NEVER`] before the first.
    pub visited: i16,
    /// Generation: counts the households that lived here.
    pub generation: u16,
    /// Neighbourhood, by position in the profile.
    pub neighbourhood: u8,
    /// Income band: 0 low, 1 middle, 2 high.
    pub income: u8,
    /// Tenure: 0 owned, 1 social rent, 2 private rent.
    pub tenure: u8,
    /// Composition for which the dwelling was built up: 0 single, 1 without children, 2 with children.
    pub kind: u8,
    /// Open basic needs (debt, housing) without help.
    pub basics: u8,
    /// Registered signals that visits can be aimed with.
    pub signals: u8,
    /// Rate per week up to which visits are entered.
    pub visits_entered: f32,
    /// Weight on the visiting list in 1/16, as now counted.
    pub weight: u16,
    /// The first of the household's cases, waiting or open: one with each team.
    pub case: CaseId,
}

impl Household {
    /// A week that has not been.
    pub const NEVER: i16 = i16::MIN;
}

/// A neighbourhood.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Neighbourhood {
    /// Name.
    pub name: String,
    /// Low-income share relative to the district's.
    pub deprivation: f64,
}
