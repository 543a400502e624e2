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
    fn of(values: &[f64]) -> Self {
        let ordered = sorted(values);
        Self { mean: mean(values), p05: lower(&ordered, 0.05), p95: upper(&ordered, 0.05) }
    }
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
