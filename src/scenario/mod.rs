//! Scenario files: as typed, checked, and frozen.

mod types;

pub use types::{BudgetSpec, Closure, ContextSpec, ExperimentSpec, Organisation, OutputSpec, Scenario, ServiceSpec};
