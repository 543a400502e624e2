//! Cells of candidate points: events with changing rates, without a chain.
//!
//! An event with a rate that depends on state is thinned from points in the plane of time and rate-height. Each
//! (entity, process, layer, year) owns a cell of points, a pure function of its key. A point happens if its height is
//! below the rate at its moment. Layers double in height: `layers` says how many of them are looked at. Looking at more
//! layers adds points that cannot happen at the present rate and moves none, so how closely a bound fits is a matter of
//! speed alone; `Cells::layers_for` gives the tightest.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Draws, Process, mix, unit};
use crate::ids::Key;
use crate::units::{MINUTES_PER_YEAR, WEEKS_PER_YEAR};

/// The most layers that a process may have: rates up to `base * 2^(MAX_LAYERS - 1)` per week.
pub const MAX_LAYERS: u8 = 16;

/// Whose cell, for which process, in which year.
#[derive(Clone, Copy, Debug)]
pub struct CellKey {
    /// Process.
    pub process: Process,
    /// Entity.
    pub entity: Key,
    /// Year of the entity, or anything else that numbers its cells.
    pub occasion: u64,
}

/// A candidate: `minute` within the year of its cell, `height` in events per week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Minutes since the start of the cell's year.
    pub minute: i32,
    /// The rate, in events per week, from which on this point happens.
    pub height: f32,
}

/// The layers of one process: the height of the lowest one, and what follows from it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cells {
    base: f64,
    none: [f64; MAX_LAYERS as usize],
}

impl Cells {
    /// Layers whose lowest is `base` events per week high. `base` is part of what the draws mean: a change moves results.
    pub fn new(base: f64) -> Self {
        let mut none = [0.0; MAX_LAYERS as usize];
        for (layer, p) in none.iter_mut().enumerate() {
            *p = libm::exp(-Self::mean_of(base, layer as u8));
        }
        Self { base, none }
    }

    fn width_of(base: f64, layer: u8) -> f64 {
        if layer == 0 { base } else { base * f64::from(1_u32 << (layer - 1)) }
    }

    fn mean_of(base: f64, layer: u8) -> f64 {
        Self::width_of(base, layer) * f64::from(WEEKS_PER_YEAR)
    }

    /// Top of the first `layers` layers, in events per week.
    #[inline]
    pub fn top(&self, layers: u8) -> f64 {
        if layers == 0 { 0.0 } else { self.base * f64::from(1_u32 << (layers - 1)) }
    }

    /// The fewest layers whose top is not below `rate`.
    ///
    /// # Panics
    /// If the rate is above the highest layer: a model whose rates are beyond all bounds must not go on unseen.
    #[inline]
    pub fn layers_for(&self, rate: f64) -> u8 {
        if rate <= 0.0 {
            return 0;
        }
        let mut layers = 1;
        let mut top = self.base;
        while top < rate {
            layers += 1;
            top *= 2.0;
            assert!(layers <= MAX_LAYERS, "rate {rate} per week is above every layer (base {})", self.base);
        }
        layers
    }

    /// Calls `f` with every point of some layers of a cell.
    #[inline]
    pub fn points(&self, draws: Draws, cell: CellKey, layers: Range<u8>, mut f: impl FnMut(Point)) {
        let CellKey { process, entity, occasion } = cell;
        for layer in layers {
            let bits = draws.bits(process, entity, occasion << 8 | u64::from(layer));
            let u = unit(bits);
            let mut probability = self.none[layer as usize];
            if u < probability {
                continue;
            }
            let mean = Self::mean_of(self.base, layer);
            let mut below = probability;
            let mut count = 0_u32;
            while u >= below && count < 4096 {
                count += 1;
                probability *= mean / f64::from(count);
                below += probability;
            }
            let bottom = self.top(layer);
            let width = Self::width_of(self.base, layer);
            for i in 0..count {
                let a = mix(bits ^ u64::from(i + 1).wrapping_mul(0xA076_1D64_78BD_642F));
                let b = mix(a.wrapping_add(0xE703_7ED1_A0B4_28DB));
                f(Point {
                    minute: (((a >> 32) * u64::from(MINUTES_PER_YEAR as u32)) >> 32) as i32,
                    height: (bottom + unit(b) * width) as f32,
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 20,000 entities at a rate of 0.013 a week (0.676 a year) under a bound of any number of layers: the count of
    /// points below the rate is the same for every bound, and within five standard errors of Poisson.
    #[test]
    fn thinning_is_exact_and_does_not_depend_on_the_bound() {
        let cells = Cells::new(0.0005);
        let draws = Draws::new(3, 0, 0);
        let rate = 0.013;
        let n = 20_000;
        let count = |layers: u8| {
            let mut found = Vec::new();
            for entity in 0..n {
                let cell = CellKey { process: Process::Onset, entity: Key(entity), occasion: 4 };
                cells.points(draws, cell, 0..layers, |p| {
                    if f64::from(p.height) < rate {
                        found.push((entity, p.minute));
                    }
                });
            }
            found.sort_unstable();
            found
        };
        let tight = count(cells.layers_for(rate));
        assert_eq!(tight, count(cells.layers_for(rate) + 3));
        let mean = rate * 52.0 * n as f64;
        assert!((tight.len() as f64 - mean).abs() < 5.0 * mean.sqrt(), "{} against {mean}", tight.len());
        let early = tight.iter().filter(|(_, minute)| *minute < MINUTES_PER_YEAR / 4).count() as f64;
        assert!((early - mean / 4.0).abs() < 5.0 * (mean / 4.0).sqrt(), "{early} in the first quarter");
    }

    #[test]
    fn the_bound_is_never_below_the_rate() {
        let cells = Cells::new(0.0005);
        for i in 1..2000 {
            let rate = f64::from(i) * 0.003;
            let layers = cells.layers_for(rate);
            assert!(cells.top(layers) >= rate && cells.top(layers - 1) < rate);
        }
    }
}
