//! Natural recovery in one domain: how long an episode lasts by itself, its hazard, and what is open at a moment.

use serde::{Deserialize, Serialize};

use crate::units::WEEKS_PER_YEAR;

/// Quantiles that are kept, equally spaced; durations between them are interpolated.
const QUANTILES: usize = 512;
/// Quantiles above this are computed: the tail is long.
const TAIL: f64 = 1.0 - 8.0 / QUANTILES as f64;
/// Whole weeks of age whose hazard is kept.
const WEEKS: usize = 1040;
/// Ends in weeks of the stretches of elapsed time that are told apart within the first year; then years.
const EARLY: [i32; 8] = [1, 2, 4, 8, 13, 26, 39, 52];

/// Natural recovery in one domain: Weibull with a shape of at most 1.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RecoveryTable {
    shape: f64,
    scale: f64,
    durations: Vec<f64>,
    hazards: Vec<f64>,
    /// Mean weeks open within each stretch of elapsed time: the integral of the share still open.
    stretches: Vec<f64>,
    /// Onset per week by age in whole years, at middle income and mean frailty.
    onset: Vec<f64>,
    /// Whether people were younger when needs began that are open now; else they have always had their age.
    ageing: bool,
    /// Episodes open at an age: onset in the past times what is still open of it.
    expected: Vec<f64>,
}

impl RecoveryTable {
    /// Tables for a shape, a median in weeks, and onset per week by age, where people age or do not.
    pub fn new(shape: f64, median: f64, onset: Vec<f64>, ageing: bool) -> Self {
        let mut table = Self::of_stock(shape, median, onset, ageing);
        table.durations = (0..QUANTILES).map(|i| table.exact_duration(i as f64 / QUANTILES as f64, 0.0)).collect();
        table.hazards = (0..WEEKS).map(|week| table.exact_hazard(week as f64)).collect();
        table
    }

    /// What is open at a moment alone: no durations and hazards.
    pub fn of_stock(shape: f64, median: f64, onset: Vec<f64>, ageing: bool) -> Self {
        let scale = median / libm::pow(std::f64::consts::LN_2, 1.0 / shape);
        let (durations, hazards, stretches, expected) = (vec![], vec![], vec![], vec![]);
        let mut table = Self { shape, scale, durations, hazards, stretches, onset: vec![], ageing, expected };
        table.stretches = (0..EARLY.len() + onset.len()).map(|i| table.weeks_open(edges(i))).collect();
        table.begins_at(onset)
    }

    /// The same where needs begin otherwise, per week by age.
    pub fn begins_at(mut self, onset: Vec<f64>) -> Self {
        self.onset = onset;
        self.expected = (0..self.onset.len()).map(|age| self.weights(age as u8).sum()).collect();
        self
    }

    /// Share still open after some weeks.
    pub fn survival(&self, weeks: f64) -> f64 {
        libm::exp(-libm::pow(weeks / self.scale, self.shape))
    }

    /// Integral of the share still open between two moments, by Simpson's rule over pieces that are short early on.
    fn weeks_open(&self, (from, to): (f64, f64)) -> f64 {
        let pieces = if from < f64::from(WEEKS_PER_YEAR) { 32 } else { 4 };
        let step = (to - from) / f64::from(pieces);
        let mut at_start = self.survival(from);
        (0..pieces)
            .map(|i| {
                let a = from + f64::from(i) * step;
                let at_end = self.survival(a + step);
                let piece = at_start + 4.0 * self.survival(a + step / 2.0) + at_end;
                at_start = at_end;
                step / 6.0 * piece
            })
            .sum()
    }

    fn exact_hazard(&self, age_weeks: f64) -> f64 {
        self.shape / self.scale * libm::pow(age_weeks.max(1.0) / self.scale, self.shape - 1.0)
    }

    /// Natural hazard per week at an age of the episode in weeks, by whole weeks; it never rises.
    #[inline]
    pub fn hazard(&self, age_weeks: f64) -> f64 {
        match self.hazards.get(age_weeks.max(0.0) as usize) {
            Some(hazard) => *hazard,
            None => self.exact_hazard(libm::floor(age_weeks)),
        }
    }

    /// Weeks from onset to natural recovery at a quantile.
    #[inline]
    pub fn duration(&self, u: f64) -> f64 {
        if u >= TAIL {
            return self.exact_duration(u, 0.0);
        }
        let place = u * QUANTILES as f64;
        let (i, share) = (place as usize, place - libm::floor(place));
        self.durations[i] + share * (self.durations[i + 1] - self.durations[i])
    }

    /// Weeks from onset to natural recovery at a quantile, given that `elapsed` weeks have passed.
    pub fn duration_after(&self, u: f64, elapsed: f64) -> f64 {
        self.exact_duration(u, elapsed)
    }

    fn exact_duration(&self, u: f64, elapsed: f64) -> f64 {
        let passed = if elapsed > 0.0 { libm::pow(elapsed / self.scale, self.shape) } else { 0.0 };
        self.scale * libm::pow(passed - libm::log1p(-u), 1.0 / self.shape)
    }

    /// Expected number of open episodes at an age in whole years, at middle income and mean frailty.
    #[inline]
    pub fn expected(&self, age: u8) -> f64 {
        self.expected[usize::from(age)]
    }

    /// Elapsed weeks, at a quantile, of an episode found open at an age: long episodes are found more often, and none
    /// has lasted longer than its person has lived.
    pub fn elapsed_at(&self, age: u8, u: f64) -> f64 {
        let mut left = u * self.expected(age);
        let mut last = 0.0;
        for (i, weight) in self.weights(age).enumerate() {
            let (from, to) = edges(i);
            if weight > 0.0 {
                if left < weight {
                    return from + (to - from) * left / weight;
                }
                last = to;
            }
            left -= weight;
        }
        last
    }

    /// Expected open episodes by stretch of elapsed time: onset at the age then, times what is still open.
    fn weights(&self, age: u8) -> impl Iterator<Item = f64> + '_ {
        self.stretches.iter().enumerate().map(move |(i, open)| {
            let years = i32::try_from(i).map_or(0, |i| (i + 1 - EARLY.len() as i32).max(0));
            // Who is `age` and a half was that many years younger in half of the stretch, and one year more in the
            // other.
            let at = |age: i32| usize::try_from(age).map_or(0.0, |age| self.onset[age]);
            let years = if self.ageing { years } else { 0 };
            let age = i32::from(age) - years;
            open * if years == 0 { at(age) } else { f64::midpoint(at(age), at(age - 1)) }
        })
    }
}

/// First and last week of a stretch of elapsed time.
fn edges(i: usize) -> (f64, f64) {
    let end = |i: usize| match EARLY.get(i) {
        Some(week) => f64::from(*week),
        None => f64::from(WEEKS_PER_YEAR) * (i + 2 - EARLY.len()) as f64,
    };
    (if i == 0 { 0.0 } else { end(i - 1) }, end(i))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn constant() -> Vec<f64> {
        vec![0.01; 105]
    }

    /// Under a constant onset, at an age beyond all durations, open episodes number onset times mean duration, and the
    /// elapsed time has mean E[T^2]/(2 E[T]); for a shape of 1 that is the mean itself.
    #[test]
    fn elapsed_times_are_length_biased() {
        let table = RecoveryTable::new(1.0, 144.2, constant(), true);
        let mean = 144.2 / std::f64::consts::LN_2;
        assert!((table.expected(100) / (0.01 * mean) - 1.0).abs() < 1e-3, "{}", table.expected(100));
        let elapsed = (0..1000).map(|i| table.elapsed_at(100, (f64::from(i) + 0.5) / 1000.0)).sum::<f64>() / 1000.0;
        assert!((elapsed / mean - 1.0).abs() < 0.01, "{elapsed} {mean}");
    }

    #[test]
    fn nothing_has_lasted_longer_than_a_life() {
        let mut onset = constant();
        onset.iter_mut().take(4).for_each(|o| *o = 0.0);
        let table = RecoveryTable::new(0.62, 200.0, onset, true);
        assert!(table.expected(3) == 0.0);
        for age in [5, 12, 80] {
            let longest = table.elapsed_at(age, 0.999_999);
            assert!(longest <= f64::from(52 * (i32::from(age) - 3)), "{age}: {longest}");
        }
        assert!(table.expected(12) < table.expected(80));
    }

    /// Where nobody ages, what is open of a need is its onset at the age that people have times its mean duration.
    #[test]
    fn without_ageing_people_have_always_had_their_age() {
        let onset: Vec<f64> = (0..105).map(|age| if age < 80 { 0.01 } else { 0.03 }).collect();
        let [ages, stands] = [true, false].map(|ageing| RecoveryTable::new(1.0, 144.2, onset.clone(), ageing));
        let mean = 144.2 / std::f64::consts::LN_2;
        assert!((stands.expected(80) / (0.03 * mean) - 1.0).abs() < 1e-3, "{}", stands.expected(80));
        assert!(ages.expected(80) < 0.5 * stands.expected(80), "they were younger when it began");
    }

    /// NEMESIS-2: 12 % beyond three years at a median of 26 weeks.
    #[test]
    fn mental_recovery_has_the_published_tail() {
        let table = RecoveryTable::new(0.62, 26.0, constant(), true);
        let beyond = table.survival(156.0);
        assert!((beyond - 0.12).abs() < 0.01, "{beyond}");
        assert!((table.duration(0.5) - 26.0).abs() < 1e-3);
    }

    /// Interpolated quantiles have the exact mean to a thousandth.
    #[test]
    fn interpolation_is_close() {
        for shape in [0.62, 0.8, 1.0] {
            let table = RecoveryTable::new(shape, 52.0, constant(), true);
            let mean = |f: &dyn Fn(f64) -> f64| (0..100_000).map(|i| f((f64::from(i) + 0.5) / 1e5)).sum::<f64>() / 1e5;
            let (near, exact) = (mean(&|u| table.duration(u)), mean(&|u| table.exact_duration(u, 0.0)));
            assert!((near / exact - 1.0).abs() < 1e-3, "{shape}: {near} {exact}");
            for week in [0.0, 3.5, 80.2, 2000.0] {
                let exact = table.exact_hazard(libm::floor(week));
                assert!((table.hazard(week) / exact - 1.0).abs() < 1e-12);
            }
        }
    }
}
