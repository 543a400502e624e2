//! What is counted: the registry of indicators and the series of one simulation.

mod series;

pub use series::{Cell, Direction, Kind, Margin, Series, Trajectory};
