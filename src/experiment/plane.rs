//! The cost-effectiveness plane: in each sample, a payer's extra euros beside the person-weeks with a severe need and
//! no help that a plan avoids; and the acceptability curve: in which share of the samples the plan is worth it, by what
//! an avoided person-week may cost.
//!
//! Both are means per year over the horizon, undiscounted and at the budget's one rate: euros and weeks at the same,
//! each year from its middle. What an avoided week is worth is a political choice: no amount is marked here.

use super::comparison_types::{Period, Plane, PlanePoint};
use super::results::{Results, mean_of};
use crate::units::WEEKS_PER_YEAR;

/// The payers whose euros are held against weeks.
pub const PLANE_PAYERS: [&str; 2] = ["all", "municipality"];
/// What is avoided: people with a severe need and no help, on average over the weeks of a year.
const NEED: &str = "need.severe.unhelped";

/// The stated amounts: euros that an avoided person-week may cost, from nothing to some 100,000 euros a person-year.
pub fn amounts() -> impl Iterator<Item = u32> {
    (0..=2_000).step_by(50)
}

impl Plane {
    /// The share of samples in which the plan is worth it if an avoided person-week may cost so many euros: its weeks
    /// at that amount are worth more than it costs. `None` without samples.
    pub fn acceptable(&self, euros_per_week: f64) -> Option<f64> {
        let worth = self.points.iter().filter(|point| point.weeks * euros_per_week > point.euros).count();
        (!self.points.is_empty()).then(|| worth as f64 / self.points.len() as f64)
    }

    /// How many samples lie in each quarter of the plane: cheaper with fewer such weeks, dearer with fewer, cheaper
    /// with more, dearer with more. No extra euros count as cheaper, no weeks avoided as more.
    pub fn quarters(&self) -> [usize; 4] {
        let mut quarters = [0; 4];
        for point in &self.points {
            quarters[usize::from(point.weeks <= 0.0) * 2 + usize::from(point.euros > 0.0)] += 1;
        }
        quarters
    }

    /// The means of weeks and euros; `None` without samples.
    pub fn means(&self) -> Option<(f64, f64)> {
        let mean =
            |of: fn(&PlanePoint) -> f64| super::statistics::mean(&self.points.iter().map(of).collect::<Vec<_>>());
        Some((mean(|point| point.weeks)?, mean(|point| point.euros)?))
    }
}

/// The planes of a variant: each payer undiscounted and discounted; none where the figures are not there.
pub(super) fn planes(results: &Results, variant: usize) -> Vec<Plane> {
    let Some(need) = results.position(NEED, "all") else { return Vec::new() };
    let mut planes = Vec::new();
    for payer in PLANE_PAYERS {
        let Some(euros) = results.position(&format!("euros.{payer}"), "all") else { continue };
        for (discounted, period) in [(false, Period::Horizon), (true, Period::Discounted)] {
            let more = |run: usize, series: usize| {
                Some(results.value(variant, run, series, period)? - results.value(0, run, series, period)?)
            };
            let of_sample = |runs: &std::ops::Range<usize>| {
                let over = |series: usize| mean_of(runs.clone().map(|run| more(run, series)));
                let weeks = -over(need)? * f64::from(WEEKS_PER_YEAR);
                // Negative zero would be written differently from zero.
                let point = (weeks + 0.0, over(euros)?);
                Some(PlanePoint { sample: results.runs(0)[runs.start].sample, weeks: point.0, euros: point.1 })
            };
            let points: Vec<PlanePoint> = results.samples().iter().filter_map(of_sample).collect();
            if !points.is_empty() {
                planes.push(Plane { payer: payer.to_owned(), discounted, points });
            }
        }
    }
    planes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plane(points: &[(f64, f64)]) -> Plane {
        let point =
            |(sample, &(weeks, euros)): (usize, &(f64, f64))| PlanePoint { sample: sample as u32, weeks, euros };
        Plane { payer: "all".to_owned(), discounted: false, points: points.iter().enumerate().map(point).collect() }
    }

    /// By hand: one sample in each quarter, and one that costs 3,000 for 30 weeks, 100 each.
    #[test]
    fn a_plan_is_worth_it_where_its_weeks_are_worth_more_than_it_costs() {
        let plane = plane(&[(10.0, -500.0), (30.0, 3_000.0), (-10.0, -4_000.0), (-10.0, 200.0)]);
        assert_eq!(plane.quarters(), [1, 1, 1, 1]);
        // For nothing: the two that cost less.
        assert_eq!(plane.acceptable(0.0), Some(0.5));
        // At 100 the second breaks even, which is not worth it; at 101 it is.
        assert_eq!(plane.acceptable(100.0), Some(0.5));
        assert_eq!(plane.acceptable(101.0), Some(0.75));
        // At 400 the third breaks even: it saves 4,000 and has 10 weeks more. Above, it is not worth it any more.
        assert_eq!(plane.acceptable(399.0), Some(0.75));
        assert_eq!(plane.acceptable(400.0), Some(0.5));
        assert_eq!(plane.means(), Some((5.0, -325.0)));
        assert_eq!(super::Plane { points: Vec::new(), ..plane }.acceptable(1.0), None);
    }

    #[test]
    fn the_amounts_begin_with_nothing_and_are_as_stated() {
        let all: Vec<u32> = amounts().collect();
        assert_eq!((all[0], all[1], all[all.len() - 1], all.len()), (0, 50, 2_000, 41));
    }
}
