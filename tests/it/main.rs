//! The integration tests share one binary: one file per behaviour.

mod cli;
mod scenario_errors;
mod scenario_files;
