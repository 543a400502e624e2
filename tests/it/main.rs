//! The integration tests share one binary: one file per behaviour.

mod comparison;
mod district;
mod folder;
mod population;
mod printed;
mod report;
mod toy;
