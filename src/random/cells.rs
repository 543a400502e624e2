//! Cells of candidate points: events with changing rates, without a chain.
//!
//! An event with a rate that depends on state is thinned from points in the plane of time and rate-height. Each
//! (entity, process, layer, stretch of time) owns a cell of points, a pure function of its key. A point happens if its
//! height is below the rate at its moment. Only points below a bound need be looked at; layers of doubling height make
//! that cheap. A looser bound adds points that cannot happen and moves none, so how closely a bound fits is a matter of
//! speed alone.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Draws, Process, mix, unit};
use crate::ids::Key;
use crate::units::MINUTES_PER_WEEK;

/// The most layers that a process may have: rates up to `base * 2^(MAX_LAYERS - 1)` per week.
pub const MAX_LAYERS: u8 = 16;

/// The most points that a layer has on average. Where a rate is higher than the layers that keep to it, events come at
/// [`Cells::ceiling`]: several a week, for what a model counts in events a year.
const MOST_POINTS: f64 = 700.0;

/// 1 over small numbers, because a division takes long.
const RECIPROCALS: [f64; 9] = [0.0, 1.0, 1.0 / 2.0, 1.0 / 3.0, 1.0 / 4.0, 1.0 / 5.0, 1.0 / 6.0, 1.0 / 7.0, 1.0 / 8.0];

/// Whose cell, for which process, in which stretch of time.
#[derive(Clone, Copy, Debug)]
pub struct CellKey {
    /// Process.
    pub process: Process,
    /// Entity.
    pub entity: Key,
    /// What numbers the entity's cells: a year, or the start of a block of years.
    pub occasion: u64,
}

/// A candidate: `minute` within its cell, `height` in events per week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Minutes since the start of the cell.
    pub minute: i32,
    /// The rate, in events per week, from which on this point happens.
    pub height: f32,
    /// A number between 0 and 1 that goes with the point: which of several kinds of event it proposes.
    pub mark: f32,
}

/// The layers of one process: the height of the lowest one, how long a cell is, and what follows from it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cells {
    base: f64,
    minutes: u32,
    /// Layers in use.
    layers: usize,
    /// The chance that a layer has no point.
    none: [f64; MAX_LAYERS as usize],
    /// The mean number of points of a layer.
    mean: [f64; MAX_LAYERS as usize],
}

impl Cells {
    /// Cells of `weeks` weeks in layers of which the lowest is `base` events per week high. Both are part of what the
    /// draws mean: a change moves results.
    pub fn new(base: f64, weeks: i32) -> Self {
        let mut none = [0.0; MAX_LAYERS as usize];
        let minutes = (weeks * MINUTES_PER_WEEK) as u32;
        let points = |layer: usize| Self::width_of(base, layer as u8) * f64::from(weeks);
        for (layer, p) in none.iter_mut().enumerate() {
            *p = libm::exp(-points(layer));
        }
        let layers = (0..none.len()).take_while(|&layer| points(layer) <= MOST_POINTS).count();
        Self { base, minutes, layers, none, mean: std::array::from_fn(points) }
    }

    /// The highest rate per week at which events can come.
    pub fn ceiling(&self) -> f64 {
        if self.layers == 0 { 0.0 } else { Self::width_of(self.base, self.layers as u8) }
    }

    fn width_of(base: f64, layer: u8) -> f64 {
        if layer == 0 { base } else { base * f64::from(1_u32 << (layer - 1)) }
    }

    /// Calls `f` with every point of a cell whose height lies in `heights`, below the ceiling.
    #[inline]
    pub fn points(&self, draws: Draws, cell: CellKey, heights: Range<f32>, f: impl FnMut(Point)) {
        self.points_in(draws, cell, heights, 0..i32::MAX, f);
    }

    /// The same for the points in a stretch of minutes of the cell.
    #[inline]
    pub fn points_in(
        &self,
        draws: Draws,
        cell: CellKey,
        heights: Range<f32>,
        minutes: Range<i32>,
        mut f: impl FnMut(Point),
    ) {
        let CellKey { process, entity, occasion } = cell;
        let stream = draws.stream(process, entity);
        let (from, to) = (f64::from(heights.start), f64::from(heights.end));
        let (mut bottom, mut width, mut layer) = (0.0, self.base, 0_usize);
        while bottom < to && layer < self.layers {
            let top = bottom + width;
            if top > from {
                let bits = stream.bits(occasion << 8 | layer as u64);
                let u = unit(bits);
                if u >= self.none[layer] {
                    for i in 0..self.count(u, layer) {
                        if let Some(point) = self.point(bits, i, (bottom, width), &heights, &minutes) {
                            f(point);
                        }
                    }
                }
            }
            // From the second layer on each is as high as all below it.
            (bottom, width, layer) = (top, top, layer + 1);
        }
    }

    /// How many points a layer has at quantile `u`: Poisson by inversion.
    #[inline]
    fn count(&self, u: f64, layer: usize) -> u32 {
        let mean = self.mean[layer];
        let mut probability = self.none[layer];
        let mut below = probability;
        let mut count = 0_u32;
        while u >= below && count < 4096 {
            count += 1;
            probability *= mean * RECIPROCALS.get(count as usize).copied().unwrap_or_else(|| 1.0 / f64::from(count));
            below += probability;
        }
        count
    }

    /// A point of a layer, if its height and its minute lie within bounds.
    #[inline]
    fn point(
        &self,
        bits: u64,
        i: u32,
        (bottom, width): (f64, f64),
        heights: &Range<f32>,
        minutes: &Range<i32>,
    ) -> Option<Point> {
        let a = mix(bits ^ u64::from(i + 1).wrapping_mul(0xA076_1D64_78BD_642F));
        let minute = (((a >> 32) * u64::from(self.minutes)) >> 32) as i32;
        if !minutes.contains(&minute) {
            return None;
        }
        let b = mix(a.wrapping_add(0xE703_7ED1_A0B4_28DB));
        let height = (bottom + unit(b) * width) as f32;
        heights.contains(&height).then(|| Point { minute, height, mark: unit(mix(b ^ a)) as f32 })
    }
}

/// A bound as it is remembered: rounded up, so that a rate at the bound never lies above it.
#[inline]
pub fn at_least(rate: f64) -> f32 {
    (rate * (1.0 + 1e-6)) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn below(bound: f64, rate: f64) -> Vec<(u64, i32)> {
        let cells = Cells::new(0.0005, 52);
        let draws = Draws::new(3, 0, 0);
        let mut found = Vec::new();
        for entity in 0..20_000 {
            let cell = CellKey { process: Process::ONSET, entity: Key(entity), occasion: 4 };
            cells.points(draws, cell, 0.0..at_least(bound), |p| {
                if f64::from(p.height) < rate {
                    found.push((entity, p.minute));
                }
            });
        }
        found.sort_unstable();
        found
    }

    /// 20,000 entities at a rate of 0.013 a week (0.676 a year) under bounds of any height: the points below the rate
    /// are the same for every bound, and their number lies within five standard errors of Poisson.
    #[test]
    fn thinning_is_exact_and_does_not_depend_on_the_bound() {
        let rate = 0.013;
        let tight = below(rate, rate);
        assert_eq!(tight, below(rate * 9.0, rate));
        let mean = rate * 52.0 * 20_000.0;
        assert!((tight.len() as f64 - mean).abs() < 5.0 * mean.sqrt(), "{} against {mean}", tight.len());
        let early = tight.iter().filter(|(_, minute)| *minute < 52 * MINUTES_PER_WEEK / 4).count() as f64;
        assert!((early - mean / 4.0).abs() < 5.0 * (mean / 4.0).sqrt(), "{early} in the first quarter");
    }

    /// The points in a stretch of a cell are those of the whole cell that lie there: every second half is looked at.
    #[test]
    fn points_in_a_stretch_are_those_of_the_cell_that_lie_there() {
        let cells = Cells::new(0.004, 52);
        let draws = Draws::new(11, 0, 0);
        let half = 52 * MINUTES_PER_WEEK / 2;
        let mut found = 0;
        for entity in 0..500 {
            let cell = CellKey { process: Process::ONSET, entity: Key(entity), occasion: 2 };
            let (mut all, mut late) = (Vec::new(), Vec::new());
            cells.points(draws, cell, 0.001..0.03, |p| all.push(p));
            cells.points_in(draws, cell, 0.001..0.03, half..i32::MAX, |p| late.push(p));
            all.retain(|p| p.minute >= half);
            assert_eq!(all, late);
            found += late.len();
        }
        assert!(found > 200, "{found}");
    }

    /// However high a rate, events come at the ceiling: 4.1 a week here, within four standard errors of Poisson.
    #[test]
    fn nothing_comes_faster_than_the_ceiling() {
        let cells = Cells::new(0.016, 208);
        assert!((cells.ceiling() - 0.016 * 256.0).abs() < 1e-12, "{}", cells.ceiling());
        let draws = Draws::new(7, 0, 0);
        let mut n = 0_u32;
        for entity in 0..200 {
            let cell = CellKey { process: Process::ONSET, entity: Key(entity), occasion: 0 };
            cells.points(draws, cell, 0.0..1e6, |_| n += 1);
        }
        let mean = cells.ceiling() * 208.0 * 200.0;
        assert!((f64::from(n) - mean).abs() < 4.0 * mean.sqrt(), "{n} against {mean}");
    }

    /// Points entered in two steps, up to a bound and from there to a higher one, are those of one step.
    #[test]
    fn raising_a_bound_adds_what_was_missing() {
        let cells = Cells::new(0.001, 52);
        let draws = Draws::new(5, 0, 0);
        let count = |range: Range<f32>| {
            let mut n = 0;
            for entity in 0..5_000 {
                let cell = CellKey { process: Process::ASKING, entity: Key(entity), occasion: 0 };
                cells.points(draws, cell, range.clone(), |_| n += 1);
            }
            n
        };
        assert_eq!(count(0.0..0.02), count(0.0..0.003) + count(0.003..0.02));
        assert!(count(0.003..0.02) > 3_000);
    }
}
