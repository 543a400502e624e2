//! From a district's profile to a synthetic population that meets its margins.
//!
//! Counts are made exact first (`plan`), handed out by age and sex (`age_structure`, `roles`), made into households
//! (`composition`), housed (`dwelling`) and given ties to each other (`network`). Draws decide who; they never
//! decide how many.

mod age_structure;
mod apportionment;
mod composition;
mod draws;
mod dwelling;
mod moving;
mod network;
mod newcomers;
mod plan;
mod population;
mod roles;
mod synthesis;

pub use age_structure::{national_ages, residents_by_age};
pub(crate) use apportionment::apportion;
pub(crate) use draws::DRAWS;
pub use dwelling::dwelling_key;
pub use moving::{moving_share, moving_share_of_heads};
pub use network::{CONFIDANT, End, keeps_apart, strength};
pub use newcomers::{NewMember, Newcomers};
pub use population::{
    Compromise, HouseholdKind, HouseholdRow, Income, Population, Position, ResidentRow, Sex, Tenure, TieKind, TieRow,
};
pub use synthesis::{synthesise, synthesise_unless};
