//! What is counted: the registry of indicators, the sums of a year, the series of one simulation, and the tables in
//! which they are written.

pub mod catalogue;
mod counts;
mod flows;
mod indicator;
mod series;
mod table;

pub(crate) use catalogue::is_among;
pub use catalogue::is_registered;
pub use counts::{Counts, since, together};
pub use flows::{FLOWS, Flow, Flowed, USERS, flowed};
pub use indicator::{Indicator, IndicatorMeta};
pub(crate) use indicator::{absolute, indicators, per_thousand};
pub use series::{Cell, Direction, Kind, Margin, Series, Trajectory};
pub use table::{Column, ColumnType, Field, Table, TableWriter, dictionary, inert, plain};
