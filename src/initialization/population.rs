//! A synthetic population as plain rows: what synthesis makes and the district's columns are filled from.

use serde::{Deserialize, Serialize};

pub use crate::entities::Position;
use crate::ids::Key;

/// Sex as in the population register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// Man.
    Man,
    /// Woman.
    Woman,
}

/// Income band of a household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Income {
    /// Below the low-income line of CBS.
    Low,
    /// In between.
    Middle,
    /// Top 20 % nationally.
    High,
}

/// Tenure of a dwelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Tenure {
    /// Owned by the occupant.
    Owned,
    /// Rented from a housing corporation.
    SocialRent,
    /// Rented otherwise.
    PrivateRent,
}

/// Kind of a tie outside the household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TieKind {
    /// Kin: parent, child, brother, sister, or in-law.
    Kin,
    /// Friend.
    Friend,
    /// Neighbour.
    Neighbour,
}

/// Type of a household as CBS counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum HouseholdKind {
    /// One person.
    Single,
    /// Two persons or more without children at home.
    Childless,
    /// With children at home, of one parent or two.
    Family,
}

/// A margin of the profile that a population could not meet: the profile contradicts itself, or the district is tiny.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compromise {
    /// What was counted.
    pub what: &'static str,
    /// The count after the profile, scaled.
    pub asked: u32,
    /// The count in the population.
    pub got: u32,
}

/// A household to be.
#[derive(Clone, Debug, PartialEq)]
pub struct HouseholdRow {
    /// Neighbourhood, by position in the profile.
    pub neighbourhood: u8,
    /// Type.
    pub kind: HouseholdKind,
    /// Income band.
    pub income: Income,
    /// Tenure.
    pub tenure: Tenure,
    /// Positions in [`Population::residents`] of the members: a contiguous range.
    pub first: u32,
    /// Number of members, at least 1.
    pub size: u32,
}

/// A resident to be.
#[derive(Clone, Debug, PartialEq)]
pub struct ResidentRow {
    /// Who it is; unique, from the keyed draws.
    pub key: Key,
    /// Age in whole years, 0 to 104.
    pub age: u8,
    /// Sex.
    pub sex: Sex,
    /// Position in the household.
    pub position: Position,
    /// Position of its household in [`Population::households`].
    pub household: u32,
    /// Opens no door, is on no list and has no needs. Synthesis makes nobody like that; contract tests do.
    pub recluse: bool,
}

/// A tie to be. Each is stored once; both ends see it, with their own willingness.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TieRow {
    /// One end: position in [`Population::residents`].
    pub a: u32,
    /// The other end; `None` is somebody outside the district.
    pub b: Option<u32>,
    /// Kind.
    pub kind: TieKind,
    /// Strength, 0 to 1.
    pub strength: f32,
    /// Willingness of `a` to ask `b` (0 to 1) and of `b` to ask `a`: ties are asymmetric.
    pub ask: [f32; 2],
    /// Willingness of `a` to help `b` (0 to 1) and of `b` to help `a`.
    pub offer: [f32; 2],
}

/// A synthetic population: households in the order of their dwellings (neighbourhood by neighbourhood), residents in
/// the order of their households.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Population {
    /// Households; the position is the dwelling.
    pub households: Vec<HouseholdRow>,
    /// Residents.
    pub residents: Vec<ResidentRow>,
    /// Ties outside the household; household members are ties by themselves.
    pub ties: Vec<TieRow>,
    /// Where the profile's margins could not be met; empty for any consistent profile of more than a few residents.
    pub compromises: Vec<Compromise>,
}
