//! What is counted: the registry of indicators, the sums of a year, the series of one simulation, and the tables in
//! which they are written.

pub mod catalogue;
mod counts;
mod series;
mod table;

pub(crate) use catalogue::is_among;
pub use catalogue::{Indicator, is_registered};
pub use counts::{Counts, since, together};
pub use series::{Cell, Direction, Kind, Margin, Series, Trajectory};
pub use table::{Column, ColumnType, Field, Table, TableWriter, dictionary, inert, plain};
