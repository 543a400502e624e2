//! Everything that the report of a sweep needs, as plain data.

use super::axis::AxisFacts;
use crate::experiment::{Difference, Period, term_years};
use crate::plan::{Closure, Scenario};
use crate::report::data::{DistrictFacts, ScenarioFacts};
use crate::report::keys::{MUNICIPALITY, SECOND_LINE, SEVERE_UNHELPED};
use crate::report::source::{district, names};
use crate::report::trade_off::frontier;

/// The figures whose differences by sample are kept: the key figures, and what all payers pay.
pub const TOLD_BY_SAMPLE: [&str; 4] = [MUNICIPALITY, SECOND_LINE, SEVERE_UNHELPED, "euros.all"];

/// A point, and its differences from the base.
#[derive(Clone, Debug)]
pub struct PointFacts {
    /// Name.
    pub name: String,
    /// The values set, one for each axis.
    pub values: Vec<String>,
    /// Whether it is the base.
    pub is_base: bool,
    /// Everybody, over the council term and the horizon; euros discounted too. `by_sample` is there for
    /// [`TOLD_BY_SAMPLE`].
    pub differences: Vec<Difference>,
}

impl PointFacts {
    /// The difference of an indicator over the horizon.
    pub fn horizon(&self, indicator: &str) -> Option<&Difference> {
        self.differences.iter().find(|d| d.indicator == indicator && d.group == "all" && d.period == Period::Horizon)
    }
}

/// A sweep, as it is told.
#[derive(Clone, Debug)]
pub struct SweepData {
    /// The scenario at which all points begin.
    pub base: ScenarioFacts,
    /// The district.
    pub district: DistrictFacts,
    /// What is kept equal.
    pub closure: Closure,
    /// `grid`, `lhs` or `sobol`.
    pub arrangement: String,
    /// What is varied.
    pub axes: Vec<AxisFacts>,
    /// The points in their order.
    pub points: Vec<PointFacts>,
    /// Calendar year of the first simulated year.
    pub start_year: i32,
    /// Simulated years.
    pub years: u32,
    /// Of them, those up to the end of this council term.
    pub term_years: u32,
    /// Samples.
    pub samples: u32,
    /// Replicates of each.
    pub replicates: u32,
    /// Samples with one replicate more.
    pub extra_replicate: u32,
    /// Seed.
    pub seed: u64,
    /// Whether points may differ in what is known of the world.
    pub worlds_may_differ: bool,
    /// Version of kantel.
    pub version: String,
}

impl SweepData {
    /// Without axes and points, around a base under a closure.
    pub fn of_base(base: &Scenario, closure: Closure) -> Self {
        let e = &base.experiment;
        Self {
            base: names(base),
            district: district(base),
            closure,
            arrangement: String::new(),
            axes: Vec::new(),
            points: Vec::new(),
            start_year: base.context.start_year,
            years: e.years,
            term_years: term_years(&base.context, e.years),
            samples: e.samples,
            replicates: e.replicates,
            extra_replicate: e.extra_replicate.min(e.samples),
            seed: e.seed,
            worlds_may_differ: false,
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    /// The points that no other is better than on average, on what the municipality pays and on people with a severe
    /// need and no help; `None` is the base, which is among them where it stands. The cheapest first.
    pub fn frontier(&self) -> Vec<Option<usize>> {
        let rivals: Vec<usize> = (0..self.points.len()).filter(|i| !self.points[*i].is_base).collect();
        let mean = |i: usize, key: &str| self.points[i].horizon(key).and_then(|d| d.difference);
        let of = |i: &usize| Some((Some(*i), (mean(*i, MUNICIPALITY)?, mean(*i, SEVERE_UNHELPED)?)));
        let base = (None, (0.0, 0.0));
        let (which, means): (Vec<Option<usize>>, Vec<(f64, f64)>) =
            std::iter::once(base).chain(rivals.iter().filter_map(of)).unzip();
        frontier(&means).into_iter().map(|i| which[i]).collect()
    }

    /// Positions of the points that an indicator's difference is least at, the lowest first.
    pub fn by_difference(&self, indicator: &str) -> Vec<usize> {
        let of = |point: usize| self.points[point].horizon(indicator).and_then(|d| d.difference);
        let mut order: Vec<usize> = (0..self.points.len()).filter(|point| of(*point).is_some()).collect();
        order.sort_by(|a, b| of(*a).unwrap_or(f64::NAN).total_cmp(&of(*b).unwrap_or(f64::NAN)));
        order
    }
}
