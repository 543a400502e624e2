//! The integration tests share one binary: one file per behaviour.

mod scenario_errors;
