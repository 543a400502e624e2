//! What was watched, over samples: levels, and differences on the same draws.

use super::measures::{MEASURES, Measure, YEARLY};
use crate::experiment::comparison_types::Period;
use crate::experiment::results::{Results, mean_of};
use crate::experiment::statistics::{lower, mean, median, sorted, upper};
use crate::observation::{Cell, Trajectory};

/// A mean over samples, with percentiles.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// Mean.
    pub mean: Option<f64>,
    /// 5th percentile.
    pub p05: Option<f64>,
    /// Median.
    pub p50: Option<f64>,
    /// 95th percentile.
    pub p95: Option<f64>,
}

impl Spread {
    fn of(values: &[f64]) -> Self {
        let ordered = sorted(values);
        Self { mean: mean(values), p05: lower(&ordered, 0.05), p50: median(&ordered), p95: upper(&ordered, 0.05) }
    }
}

/// A measure of one scenario in one period.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonsRow {
    /// Name of the scenario.
    pub scenario: String,
    /// Key of the measure.
    pub key: String,
    /// `all`, or what it is of.
    pub group: String,
    /// Unit.
    pub unit: String,
    /// A year or the horizon; of persons over years the horizon alone.
    pub period: Period,
    /// The level.
    pub level: Spread,
    /// The difference from the base on the same draws; empty for the base itself.
    pub difference: Spread,
}

/// Every measure in every period of every scenario, in the order of scenarios, measures and periods; of combinations of
/// laws only those that somebody has. Nothing where runs were not watched.
pub fn persons(results: &Results, names: &[String]) -> Vec<PersonsRow> {
    let mut rows = Vec::new();
    for (scenario, name) in names.iter().enumerate() {
        for (place, measure) in MEASURES.iter().enumerate() {
            if measure.key == "persons.laws" && !anybody(results, place) {
                continue;
            }
            for period in periods(results, place) {
                rows.extend(row(results, (scenario, name), (place, measure), period));
            }
        }
    }
    rows
}

fn periods(results: &Results, place: usize) -> Vec<Period> {
    let years = if place < YEARLY { results.years() as u32 } else { 0 };
    (0..years).map(Period::Year).chain([Period::Horizon]).collect()
}

fn row(
    results: &Results,
    (scenario, name): (usize, &str),
    (place, measure): (usize, &Measure),
    period: Period,
) -> Option<PersonsRow> {
    let level = |of: usize, run: usize| value(results.runs(of).get(run)?, place, period);
    let samples = results.samples();
    let over = |of: &dyn Fn(usize) -> Option<f64>| -> Vec<f64> {
        samples.iter().filter_map(|runs| mean_of(runs.clone().map(of))).collect()
    };
    let levels = over(&|run| level(scenario, run));
    // A mean of those samples alone in which a quantile is known would be one of the short ones.
    if levels.is_empty() || levels.len() < samples.len() {
        return None;
    }
    let differences =
        if scenario == 0 { Vec::new() } else { over(&|run| Some(level(scenario, run)? - level(0, run)?)) };
    Some(PersonsRow {
        scenario: name.to_owned(),
        key: measure.key.to_owned(),
        group: measure.group.clone(),
        unit: measure.unit.to_owned(),
        period,
        level: Spread::of(&levels),
        difference: Spread::of(&differences),
    })
}

/// The value of a measure in a run.
fn value(run: &Trajectory, place: usize, period: Period) -> Option<f64> {
    let (whole, years) = run.persons.split_last()?;
    match (period, place.checked_sub(YEARLY)) {
        (Period::Year(year), None) => years.get(year as usize)?.get(place)?.value(),
        (Period::Horizon, None) => years.iter().filter_map(|cells| cells.get(place).copied()).sum::<Cell>().value(),
        (Period::Horizon, Some(place)) => whole.get(place)?.value(),
        _ => None,
    }
}

/// Whether anybody was counted in any run.
fn anybody(results: &Results, place: usize) -> bool {
    let runs = (0..results.scenarios()).flat_map(|scenario| results.runs(scenario));
    runs.flat_map(|run| &run.persons).any(|cells| cells.len() == YEARLY && cells[place].num > 0)
}
