//! What is counted: the registry of indicators, the series of one simulation, and the tables they are written in.

mod series;
mod table;

pub use series::{Cell, Direction, Kind, Margin, Series, Trajectory};
pub use table::{Column, ColumnType, Field, Table, TableWriter, dictionary, inert, plain};
