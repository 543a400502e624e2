//! History matching (Craig et al. 1997; Vernon, Goldstein and Bower 2010): which points of the stated ranges are not
//! implausible.
//!
//! The implausibility of a point for a target is the distance between the figure and what the emulator expects, over
//! the standard deviation of all that may be between them: the observation, the discrepancy of any model, and what the
//! emulator was off on runs that it had not seen, chance in them included. A point stays if no more than
//! [`MAY_MISS`] targets have more than [`LIMIT`]. What stays is a set and no distribution fitted to the figures: within
//! it points are as likely as the stated ranges make them.

use super::emulator::Emulator;
use super::hypercube::latin_hypercube;
use super::target::Target;
use super::walk::{Distance, plausible};
use crate::random::Draws;

/// The implausibility from which on a point does not match a target: three standard deviations (Pukelsheim 1994).
pub const LIMIT: f64 = 3.0;
/// Targets that a plausible point may miss: the third-largest implausibility decides, because one emulator among many
/// may be wrong (Vernon, Goldstein and Bower 2010).
pub const MAY_MISS: usize = 2;
/// Points at which it is counted how much of the stated ranges remains.
pub const CANDIDATES: usize = 20_000;
/// Values of a number that are tried when the nearest to a figure is looked for.
const TRIED: usize = 21;
/// Rounds of that.
const ROUNDS: usize = 8;

/// Emulators of one wave, by target; none of a target that too few runs show.
pub type Wave = Vec<Option<Emulator>>;

/// Emulators of the targets from runs at points.
pub fn emulators(points: &[Vec<f64>], values: &[Vec<Option<f64>>]) -> Wave {
    let of = |values: &Vec<Option<f64>>| {
        let shown = points.iter().zip(values).filter_map(|(point, value)| Some((point.as_slice(), (*value)?)));
        let (points, values): (Vec<&[f64]>, Vec<f64>) = shown.unzip();
        // A figure that many runs do not show is of few people.
        if 5 * values.len() < 4 * points.len().max(values.len()) { None } else { Emulator::of(&points, &values) }
    };
    values.iter().map(of).collect()
}

/// What becomes of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Points are matched to it.
    Matched,
    /// No point of the stated ranges comes near it: it is left out, and told.
    OutOfReach,
    /// Too few runs show it.
    NotShown,
}

impl Use {
    /// The word in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Matched => "matched",
            Self::OutOfReach => "out_of_reach",
            Self::NotShown => "not_shown",
        }
    }
}

/// What remains of the stated ranges.
#[derive(Clone, Debug)]
pub struct Matching {
    /// What became of each target.
    pub uses: Vec<Use>,
    /// The part of the stated ranges that remains, counted at [`CANDIDATES`] points.
    pub remaining: f64,
    /// Plausible points, as many as asked for; none where none was found.
    pub points: Vec<Vec<f64>>,
}

impl Matching {
    /// Whether the figures are not those of this model at any point of the stated ranges.
    pub fn is_structural(&self) -> bool {
        self.points.is_empty() || are_structural(&self.uses)
    }
}

/// Whether more targets are out of reach than a point may miss. Of a hundred targets one or two are by chance, or
/// because their emulators are wrong.
pub(super) fn are_structural(uses: &[Use]) -> bool {
    uses.iter().filter(|used| **used == Use::OutOfReach).count() > MAY_MISS
}

/// The implausibility of a point for a target by one emulator.
pub fn implausibility(target: &Target, emulator: &Emulator, point: &[f64]) -> f64 {
    let square = |x: f64| x * x;
    let variance = square(target.observation) + square(target.discrepancy) + emulator.error;
    (emulator.value(point) - target.observed).abs() / libm::sqrt(variance.max(f64::MIN_POSITIVE))
}

/// Which points of the unit cube of the numbers with these paths match the targets by the emulators of all waves; so
/// many of them. The first wave's emulators, which know the whole cube, say which targets are out of reach.
pub fn matching(targets: &[Target], waves: &[Wave], paths: &[String], wanted: usize, draws: Draws) -> Matching {
    let candidates = latin_hypercube(paths, CANDIDATES, draws);
    let Some(first) = waves.first() else {
        return Matching { uses: vec![Use::NotShown; targets.len()], remaining: 1.0, points: Vec::new() };
    };
    let reach = |(target, emulator): (&Target, &Option<Emulator>)| match emulator {
        None => Use::NotShown,
        Some(emulator) if nearest(target, emulator, &candidates) < LIMIT => Use::Matched,
        Some(_) => Use::OutOfReach,
    };
    let uses: Vec<Use> = targets.iter().zip(first).map(reach).collect();
    let distance = |point: &[f64]| distance(targets, waves, &uses, point);
    let inside = candidates.iter().filter(|point| distance(point).0 < LIMIT).count();
    let points = plausible(&candidates, LIMIT, wanted, draws, distance);
    Matching { remaining: inside as f64 / CANDIDATES as f64, points, uses }
}

/// The implausibility that decides, and by how much all go beyond the limit.
fn distance(targets: &[Target], waves: &[Wave], uses: &[Use], point: &[f64]) -> Distance {
    let mut largest = [0.0_f64; MAY_MISS + 1];
    let mut beyond = 0.0;
    for (t, target) in targets.iter().enumerate().filter(|(t, _)| uses[*t] == Use::Matched) {
        let of_wave = |wave: &Wave| wave[t].as_ref().map(|emulator| implausibility(target, emulator, point));
        let far = waves.iter().filter_map(of_wave).fold(0.0, f64::max);
        let over = (far - LIMIT).max(0.0);
        beyond += over * over;
        // The few largest, in order.
        let mut far = far;
        for place in &mut largest {
            if far > *place {
                std::mem::swap(place, &mut far);
            }
        }
    }
    (largest[MAY_MISS], beyond)
}

/// The least implausibility for a target anywhere in the cube: from the nearest candidate on, number by number.
fn nearest(target: &Target, emulator: &Emulator, candidates: &[Vec<f64>]) -> f64 {
    let far = |point: &[f64]| implausibility(target, emulator, point);
    let best = candidates.iter().min_by(|a, b| far(a).total_cmp(&far(b)));
    let Some(mut point) = best.cloned() else { return f64::INFINITY };
    let mut least = far(&point);
    for _ in 0..ROUNDS {
        for number in emulator.numbers() {
            for tried in 0..TRIED {
                let before = std::mem::replace(&mut point[number], tried as f64 / (TRIED - 1) as f64);
                let next = far(&point);
                if next < least {
                    least = next;
                } else {
                    point[number] = before;
                }
            }
        }
    }
    least
}
