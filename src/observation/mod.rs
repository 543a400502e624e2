//! What is counted: the registry of indicators, the sums of a year, and the series of one simulation.

pub mod catalogue;
mod counts;
mod series;

pub use catalogue::Indicator;
pub use counts::Counts;
pub use series::{Cell, Direction, Kind, Margin, Series, Trajectory};
