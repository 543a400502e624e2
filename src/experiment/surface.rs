//! Many variants of one base, on the same draws: of each run only what is told of it is kept, so that memory does not
//! grow with years.
//!
//! A plan's variants are the points of a design over levers. Each (sample, replicate) is made and burned in once and
//! forked to every point, as in a comparison; what a run is reduced to, and what is said of the difference, is a
//! comparison's too, to the bit.

use std::borrow::Cow;
use std::convert::Infallible;
use std::ops::Range;

use super::comparison_types::{Difference, Period};
use super::execution::{Model, Progress, RunError, course, in_order};
use super::paired::difference_of;
use super::plan::{Draw, Plan};
use super::results::{mean_of, over_years};
use super::statistics::mean;
use crate::cancel::Cancel;
use crate::observation::Series;

/// What is kept of the runs of a plan.
#[derive(Clone, Debug)]
pub struct Surface {
    /// The series, with their positions in a trajectory, and the periods that are kept of them.
    told: Vec<(usize, Series, Period)>,
    /// The draws whose runs are there, in order.
    draws: Vec<Draw>,
    /// By scenario: the values of each draw, one after the other. Not a number where one is missing.
    values: Vec<Vec<f64>>,
    residents: f64,
    replicates: u32,
}

impl Surface {
    /// Nothing yet, for a plan: of every series over everybody that it writes, the council term and the horizon; of
    /// euros the discounted horizon too.
    pub fn new(plan: &Plan) -> Self {
        let mut told = Vec::new();
        for position in plan.kept() {
            let series = &plan.series[position];
            if series.group != "all" {
                continue;
            }
            let discounted = series.indicator.starts_with("euros.").then_some(Period::Discounted);
            let periods = [Period::Term, Period::Horizon].into_iter().chain(discounted);
            told.extend(periods.map(|period| (position, series.clone(), period)));
        }
        Self {
            told,
            draws: Vec::new(),
            values: vec![Vec::new(); plan.scenarios.len()],
            residents: f64::from(plan.base().residents),
            replicates: plan.experiment().replicates,
        }
    }

    /// Runs the draws of a plan that are not there yet. Interrupted, it keeps those that are finished.
    ///
    /// # Errors
    /// If it is asked to stop, or threads cannot be started.
    pub fn run<M: Model>(
        &mut self,
        plan: &Plan,
        model: &M,
        stop: &Cancel,
        progress: &impl Progress,
    ) -> Result<(), RunError<Infallible>> {
        let due: Vec<Draw> = plan.draws().into_iter().skip(self.draws.len()).collect();
        progress.begin(due.len() as u64 * plan.scenarios.len() as u64);
        let over = (plan.term_years() as usize, plan.base().budget.discount_rate);
        let told = self.told.clone();
        let work = |draw: &Draw, stop: &Cancel| {
            let mut start = Some(model.start(plan.base(), draw.sample, draw.replicate, stop)?);
            let mut rows = Vec::with_capacity(plan.scenarios.len());
            for index in 0..plan.scenarios.len() {
                if stop.is_cancelled() {
                    return None;
                }
                let is_last = index + 1 == plan.scenarios.len();
                let from = if is_last { Cow::Owned(start.take()?) } else { Cow::Borrowed(start.as_ref()?) };
                let years = course(plan, model, from, index, *draw, stop)?.years;
                let value = |(position, _, period): &(usize, Series, Period)| {
                    over_years(&years, *position, *period, over).unwrap_or(f64::NAN)
                };
                rows.push(told.iter().map(value).collect::<Vec<f64>>());
            }
            Some(rows)
        };
        let (draws, values, mut next) = (&mut self.draws, &mut self.values, due.iter().copied());
        in_order(plan.threads, &due, stop, work, |rows: Vec<Vec<f64>>| {
            progress.done(rows.len() as u64);
            draws.extend(next.next());
            values.iter_mut().zip(rows).for_each(|(all, row)| all.extend(row));
            Ok(())
        })
    }

    /// The samples that are there, as ranges of draws.
    fn samples(&self) -> Vec<Range<usize>> {
        let mut samples: Vec<Range<usize>> = Vec::new();
        for (i, draw) in self.draws.iter().enumerate() {
            match samples.last_mut() {
                Some(last) if self.draws[last.start].sample == draw.sample => last.end = i + 1,
                _ => samples.push(i..i + 1),
            }
        }
        samples
    }

    /// Leaves out a last sample that has not all its replicates, and gives the plan of what is left.
    pub fn end_here(&mut self, plan: &Plan) -> Plan {
        let all = plan.draws();
        let is_whole = |sample: &Range<usize>| {
            all.get(sample.end).is_none_or(|next| next.sample != self.draws[sample.start].sample)
        };
        let whole: Vec<Range<usize>> = self.samples().into_iter().take_while(is_whole).collect();
        let kept = whole.last().map_or(0, |last| last.end);
        self.draws.truncate(kept);
        for values in &mut self.values {
            values.truncate(kept * self.told.len());
        }
        let e = plan.experiment();
        let samples = whole.len() as u32;
        plan.with_draws(samples, e.replicates, plan.extra_replicate().min(samples))
    }

    /// Samples that are there.
    pub fn sample_count(&self) -> u32 {
        self.samples().len() as u32
    }

    /// A value of a scenario in a draw; `None` where it is missing.
    fn value(&self, scenario: usize, draw: usize, row: usize) -> Option<f64> {
        self.values[scenario].get(draw * self.told.len() + row).copied().filter(|value| !value.is_nan())
    }

    /// Every row of a scenario of the plan against its base: what a comparison of the two alone says of it, without
    /// what decides it.
    ///
    /// # Panics
    /// If there is no such scenario.
    pub fn differences(&self, scenario: usize) -> Vec<Difference> {
        let samples = self.samples();
        (0..self.told.len()).map(|row| self.difference(&samples, scenario, row)).collect()
    }

    fn difference(&self, samples: &[Range<usize>], scenario: usize, row: usize) -> Difference {
        let (_, series, period) = &self.told[row];
        let pair = |draw| Some((self.value(0, draw, row)?, self.value(scenario, draw, row)?));
        let pairs: Vec<Vec<(f64, f64)>> = samples.iter().map(|runs| runs.clone().filter_map(pair).collect()).collect();
        let level = |of_variant: bool| {
            let of = if of_variant { scenario } else { 0 };
            let by_sample = |runs: &Range<usize>| mean_of(runs.clone().map(|draw| self.value(of, draw, row)));
            mean(&samples.iter().filter_map(by_sample).collect::<Vec<f64>>())
        };
        let replicates = self.replicates;
        Difference { replicates, ..difference_of(series, *period, &pairs, self.residents, level) }
    }
}
