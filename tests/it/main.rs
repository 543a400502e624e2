//! The integration tests share one binary: one file per behaviour.

mod district;
mod population;
