//! Scenarios times samples times replicates, and what their pairs say.

mod comparison_types;

pub use comparison_types::{BreakEven, Comparison, Difference, LoopEffect, NaiveTrue, Period, Verdict};
