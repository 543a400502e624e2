//! Ranges of an estimate, from units drawn with putting back.

use crate::experiment::{lower, sorted, upper};
use crate::ids::Key;
use crate::random::{Draws, Process};

/// Times that units are drawn anew.
pub(super) const TIMES: u64 = 1_000;
/// What lies below and above a range: it holds 95 of 100.
const TAIL: f64 = 0.025;

/// The units of each time: places below `units`, as many as there are.
pub(super) fn resamples(units: usize, times: u64, draws: Draws) -> impl Iterator<Item = Vec<usize>> {
    (0..times).map(move |time| {
        let unit = |place: usize| draws.unit(Process::RESAMPLED, Key(time), place as u64);
        (0..units).map(|place| ((unit(place) * units as f64) as usize).min(units - 1)).collect()
    })
}

/// The range of estimates from resamples.
pub(super) fn range(estimates: &[f64]) -> (f64, f64) {
    let sorted = sorted(estimates);
    (lower(&sorted, TAIL).unwrap_or(0.0), upper(&sorted, TAIL).unwrap_or(0.0))
}
