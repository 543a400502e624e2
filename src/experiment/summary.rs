//! Each series over the years, over samples: what figures are drawn from.

use super::comparison_types::Period;
use super::paired::{by_sample, by_sample_level};
use super::results::Results;
use super::statistics::{lower, mean, sorted, upper};

/// A mean over samples with the range from p05 to p95.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Fan {
    /// Mean over samples.
    pub mean: Option<f64>,
    /// 5th percentile.
    pub p05: Option<f64>,
    /// 95th percentile.
    pub p95: Option<f64>,
}

impl Fan {
    /// The same of so many times as many people.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        let of = |x: Option<f64>| x.map(|x| x * factor);
        Self { mean: of(self.mean), p05: of(self.p05), p95: of(self.p95) }
    }

    fn of(values: &[f64]) -> Self {
        let ordered = sorted(values);
        Self { mean: mean(values), p05: lower(&ordered, 0.05), p95: upper(&ordered, 0.05) }
    }
}

/// The level of a series (by position in [`Results::series`]) in a scenario over a period, per year.
pub fn level(results: &Results, scenario: usize, series: usize, period: Period) -> Fan {
    Fan::of(&by_sample_level(results, &results.samples(), scenario, series, period))
}

/// One series in one year of one scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesYear {
    /// Position of the scenario.
    pub scenario: usize,
    /// Position of the series in [`Results::series`].
    pub series: usize,
    /// Year, from 0.
    pub year: u32,
    /// The level.
    pub level: Fan,
    /// The paired difference from the base; empty for the base itself.
    pub difference: Fan,
}

/// Every series in every year of every scenario, in that order: scenario, series, year.
pub fn series_summary(results: &Results, scenarios: usize) -> Vec<SeriesYear> {
    let samples = results.samples();
    let mut rows = Vec::new();
    for scenario in 0..scenarios {
        for series in 0..results.series().len() {
            for year in 0..results.years() as u32 {
                let period = Period::Year(year);
                let level = Fan::of(&by_sample_level(results, &samples, scenario, series, period));
                let difference = if scenario == 0 {
                    Fan::default()
                } else {
                    let paired = by_sample(results, scenario, series, period);
                    Fan::of(&paired.into_iter().flatten().collect::<Vec<f64>>())
                };
                rows.push(SeriesYear { scenario, series, year, level, difference });
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fan_goes_from_the_5th_to_the_95th_percentile_about_the_mean() {
        let mut values: Vec<f64> = (0..=100).rev().map(f64::from).collect();
        values[0] += 101.0;
        assert_eq!(Fan::of(&values), Fan { mean: Some(51.0), p05: Some(5.0), p95: Some(95.0) });
        assert_eq!(Fan::of(&[]), Fan::default());
    }
}
