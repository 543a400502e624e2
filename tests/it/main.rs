//! The integration tests share one binary: one file per behaviour.

mod cli;
mod comparison;
mod district;
mod folder;
mod population;
mod report;
mod scenario_errors;
mod scenario_files;
mod toy;
