//! Cells of candidate points: events with changing rates, without a chain.
//!
//! An event with a rate that depends on state is thinned from points in the plane of time and rate-height. Each
//! (entity, process, stretch of time) owns a cell of points, a pure function of its key: a Poisson process of density
//! one. A point happens if its height is below the rate at its moment. Points are made from the lowest up, with
//! exponential gaps between their heights, so that only those below a bound are made at all; where none is, one draw
//! tells so nearly always. A looser bound adds points that cannot happen and moves none, so how closely a bound fits is
//! a matter of speed alone.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Draws, Process, mix, unit};
use crate::ids::Key;
use crate::units::MINUTES_PER_WEEK;

/// The points of a cell below its ceiling, on average. Where a rate is higher, events come at [`Cells::ceiling`]:
/// several a week, for what a model counts in events a year.
const MOST_POINTS: f64 = 700.0;

/// Points that a cell has numbers for: twelve standard deviations more than the average.
const NUMBERS: u32 = 10;

/// Whose cell, for which process, in which stretch of time.
#[derive(Clone, Copy, Debug)]
pub struct CellKey {
    /// Process.
    pub process: Process,
    /// Entity.
    pub entity: Key,
    /// What numbers the entity's cells: a year, or the start of a block of years; below 2^54.
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

/// Cells of one length.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cells {
    weeks: f64,
    minutes: u32,
}

impl Cells {
    /// Cells of `weeks` weeks. The length is part of what the draws mean: a change moves results.
    pub fn new(weeks: i32) -> Self {
        Self { weeks: f64::from(weeks), minutes: (weeks * MINUTES_PER_WEEK) as u32 }
    }

    /// The highest rate per week at which events can come.
    pub fn ceiling(&self) -> f64 {
        MOST_POINTS / self.weeks
    }

    /// Calls `f` with every point of a cell whose height lies in `heights`, below the ceiling; the lowest first.
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
        let stream = draws.stream(cell.process, cell.entity);
        // Heights are reckoned in points of the cell: the mean number of those below.
        let to = (f64::from(heights.end) * self.weeks).min(MOST_POINTS);
        let mut reached = 0.0;
        for number in 0..1 << NUMBERS {
            let bits = stream.bits(cell.occasion << NUMBERS | number);
            let u = unit(bits);
            // A gap is at least 1 - u, which is mostly enough to know.
            if reached + (1.0 - u) >= to {
                return;
            }
            reached += gap(u);
            if reached >= to {
                return;
            }
            let height = (reached / self.weeks) as f32;
            if heights.contains(&height) {
                let place = mix(bits.wrapping_add(0xE703_7ED1_A0B4_28DB));
                let minute = (((place >> 32) * u64::from(self.minutes)) >> 32) as i32;
                if minutes.contains(&minute) {
                    f(Point { minute, height, mark: (place as u32 >> 8) as f32 / (1 << 24) as f32 });
                }
            }
        }
    }
}

/// Parts of an octave by which logarithms are looked up.
const PARTS: usize = 64;
/// One over the middle of each part of the octave from 1 to 2, and its natural logarithm.
static MIDDLES: [(f64, f64); PARTS] = {
    let mut middles = [(1.0, 0.0); PARTS];
    let mut part = 0;
    while part < PARTS {
        let middle = 1.0 + (part as f64 + 0.5) / PARTS as f64;
        // 2 artanh(x): x is at most a third.
        let x = (middle - 1.0) / (middle + 1.0);
        let (mut power, mut sum, mut n) = (x, 0.0, 1);
        while n < 64 {
            sum += power / n as f64;
            power *= x * x;
            n += 2;
        }
        middles[part] = (1.0 / middle, 2.0 * sum);
        part += 1;
    }
    middles
};

/// An exponential gap at a quantile between 0 and 1: `-ln(u)` to some thirteen digits, and at least `1 - u`. It is
/// asked for more often than any other logarithm, and costs a quarter of `libm`'s.
#[inline]
fn gap(u: f64) -> f64 {
    const MANTISSA: u32 = f64::MANTISSA_DIGITS - 1;
    let bits = u.to_bits();
    let octave = (bits >> MANTISSA) as i32 - 1023;
    let within = bits & ((1 << MANTISSA) - 1);
    let (inverse, ln) = MIDDLES[(within >> (MANTISSA - PARTS.ilog2())) as usize];
    let r = f64::from_bits(within | 1023 << MANTISSA) * inverse - 1.0;
    let of_rest = r * (1.0 - r * (0.5 - r * (1.0 / 3.0 - r * (0.25 - r * 0.2))));
    let (near, least) = (-(f64::from(octave) * std::f64::consts::LN_2 + ln + of_rest), 1.0 - u);
    // Both are numbers, so that a comparison does.
    if near > least { near } else { least }
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
        let cells = Cells::new(52);
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
        let cells = Cells::new(52);
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

    /// Gaps are logarithms, down to quantiles that never come, and never less than one minus the quantile.
    #[test]
    fn gaps_are_logarithms() {
        let draws = Draws::new(17, 0, 0);
        let drawn = (0..200_000).map(|i| unit(draws.bits(Process::ONSET, Key(i), 0)));
        for u in drawn.chain([unit(0), unit(u64::MAX), 0.5, 0.25, 0.75, 1e-9, 1.0 - 1e-9]) {
            let exact = -libm::log(u);
            assert!((gap(u) - exact).abs() <= 1e-13 * exact.max(1.0), "{u}: {} against {exact}", gap(u));
            assert!(gap(u) >= 1.0 - u && gap(u) > 0.0, "{u}");
        }
    }

    /// However high a rate, events come at the ceiling: 3.4 a week here, within four standard errors of Poisson.
    #[test]
    fn nothing_comes_faster_than_the_ceiling() {
        let cells = Cells::new(208);
        assert!((cells.ceiling() - 700.0 / 208.0).abs() < 1e-12, "{}", cells.ceiling());
        let draws = Draws::new(7, 0, 0);
        let mut n = 0_u32;
        for entity in 0..200 {
            let cell = CellKey { process: Process::ONSET, entity: Key(entity), occasion: 0 };
            cells.points(draws, cell, 0.0..1e6, |_| n += 1);
        }
        let mean = cells.ceiling() * 208.0 * 200.0;
        assert!((f64::from(n) - mean).abs() < 4.0 * mean.sqrt(), "{n} against {mean}");
    }

    /// The points of a cell below a height number as a Poisson variable does: of 40,000 cells of 1.3 points on average
    /// each number up to four is as frequent as its law says, within four standard errors.
    #[test]
    fn points_of_a_cell_number_as_poisson() {
        let cells = Cells::new(104);
        let draws = Draws::new(13, 0, 0);
        let (n, mean) = (40_000_u32, 1.3);
        let mut found = [0.0_f64; 16];
        for entity in 0..n {
            let cell = CellKey { process: Process::ASKING, entity: Key(entity.into()), occasion: 1 };
            let mut points = 0;
            cells.points(draws, cell, 0.0..(mean / 104.0) as f32, |_| points += 1);
            found[points.min(15)] += 1.0 / f64::from(n);
        }
        let mut law = libm::exp(-mean);
        for (points, found) in found.iter().enumerate().take(5) {
            let error = libm::sqrt(law * (1.0 - law) / f64::from(n));
            assert!((found - law).abs() < 4.0 * error, "{points}: {found} against {law}");
            law *= mean / (points + 1) as f64;
        }
    }

    /// Points entered in two steps, up to a bound and from there to a higher one, are those of one step.
    #[test]
    fn raising_a_bound_adds_what_was_missing() {
        let cells = Cells::new(52);
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
