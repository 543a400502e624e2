//! The processes of the model, one file each. They never call each other except along the chain that one event sets off
//! (an episode that begins makes its person look for care); otherwise they meet in the district.

pub mod care;
pub mod cases;
pub mod circumstances;
pub mod demography;
pub mod entitlements;
pub mod hazards;
pub mod natural;
pub mod onset;
pub mod outreach;
pub mod prevalence;
pub mod professionals;
pub mod requests;
pub mod second_line;
pub mod team;
pub mod ties;
pub mod trust;
