//! What series cannot tell, because it is about the same person or household over time: who uses which laws together,
//! how long people go on using and whether they come back, how euros lie over households, and how long what ends has
//! lasted.
//!
//! On request (`[output] persons`). A run is then watched: what is kept changes with events, and once a year those who
//! live here are gone through. Where nobody asks, nothing is kept.
//!
//! Left out: the team's hours by household (its euros are those of the district), contributions, help that is bought
//! outside the laws, and regions of several districts.

mod measures;
mod money;
mod panel;
mod rows;
mod watch;

pub use measures::{MEASURES, Measure};
pub use rows::{PersonsRow, Spread, persons};
pub(super) use watch::Watch;
