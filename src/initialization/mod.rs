//! From a district's profile to a synthetic population that meets its margins.

mod population;

pub use population::{HouseholdRow, Income, Population, Position, ResidentRow, Sex, Tenure, TieKind, TieRow};
