//! Calibration by history matching: which points of the ranges of uncertain numbers give figures that published ones
//! do not rule out.
//!
//! The model runs at points of a Latin hypercube of quantiles. Of each *target*, a published figure or how wijken
//! differ, an *emulator* says what the model would show at any other point, and how far off it may be. Points at which
//! too many targets lie too far are ruled out, in *waves*: the next one runs at points that are left. What remains is
//! the plausible set, a design of quantiles. Parameters are never fitted to a best value, and checks are no targets.
//!
//! The same emulators tell what decides a comparison ([`decides`]): of the variance of a difference over points, the
//! part of each uncertain number. [`sensitivity`] finds the same by designs made for it, without an emulator.

mod calibrated;
mod decides;
pub(crate) mod draws;
mod effects;
mod emulator;
mod hypercube;
mod low_discrepancy;
mod matching;
mod runs;
pub mod sensitivity;
mod tables;
mod target;
mod walk;

pub use calibrated::{
    Calibrated, Calibration, MEMBERS, NOT_INFORMED, Narrowed, Shown, WaveReport, calibrate, informed, uncertain_paths,
};
pub use decides::{DECIDED, Decided, at_points, decides, decides_table, paths_of, strongest_first};
pub use effects::{Effect, Effects, TOLD_FROM};
pub use emulator::Emulator;
pub use hypercube::latin_hypercube;
pub use low_discrepancy::{MOST_DIMENSIONS, sobol};
pub use matching::{CANDIDATES, LIMIT, MAY_MISS, Matching, Use, Wave, emulators, implausibility, matching};
pub use runs::{Places, Runs, TWICE, WIJK_RESIDENTS, run};
pub use tables::{parameters_table, targets_table};
pub use target::{BAND_DEVIATIONS, DISCREPANCY, Target, of_patterns, of_wijken, stratified};
