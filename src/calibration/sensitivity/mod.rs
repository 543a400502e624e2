//! Which uncertain numbers decide an outcome, by designs made for that: elementary effects ([`Morris`]), variance-based
//! indices ([`Saltelli`]), and a box in which an outcome gathers ([`Peeling`]).
//!
//! All three take points, a row of quantiles for each run, and an outcome for each row. [`Target`] is an outcome of a
//! comparison, and [`Runs`] are its values at the points of a plan, with the part of their variance that is chance.

mod morris;
mod peeling;
mod resampling;
mod runs;
mod saltelli;
mod target;

pub use morris::{Elementary, LEVELS, Morris, misstep, trajectories};
pub use peeling::{FEWEST_IN_BOX, Limit, PEELED, Peel, Peeling, Unseen};
pub use runs::{Outcomes, Runs, at, numbers_in_use};
pub use saltelli::{Indices, Saltelli, block, saltelli};
pub use target::{NoTarget, Target};
