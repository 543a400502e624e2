//! Trajectories kept in memory for comparing: every year of the compared series of every run.

use std::convert::Infallible;

use super::comparison_types::Period;
use super::districts::district_plans;
use super::execution::Sink;
use super::plan::{Draw, Plan};
use super::seen::{EARLY_YEAR, can_be_seen};
use super::year_flows::YearFlows;
use crate::observation::{Cell, Series, Trajectory, catalogue};

/// The runs of a plan, by scenario. A sink that cannot fail.
///
/// Memory: 16 bytes for each series, year and simulation; weeks are not kept. Of what can be an early sign one year is
/// kept, also of series that are not compared.
#[derive(Clone, Debug)]
pub struct Results {
    series: Vec<Series>,
    kept: Vec<usize>,
    runs: Vec<Vec<Trajectory>>,
    early_series: Vec<Series>,
    early_positions: Vec<usize>,
    early: Vec<Vec<Vec<Cell>>>,
    /// Positions of the series `euros_full.<account>`, by account, and their sums over all years of each run.
    full_positions: Vec<Option<usize>>,
    full: Vec<Vec<Vec<Cell>>>,
    /// By scenario, run and year.
    flows: Vec<Vec<Vec<YearFlows>>>,
    term_years: usize,
    discount_rate: f64,
    /// The same of each district of a region; empty where it is one.
    districts: Vec<Self>,
}

impl Results {
    /// Nothing yet, for a plan.
    pub fn new(plan: &Plan) -> Self {
        let kept = plan.kept();
        let early: Vec<usize> = (0..plan.series.len()).filter(|&i| can_be_seen(&plan.series[i])).collect();
        Self {
            series: kept.iter().map(|&i| plan.series[i].clone()).collect(),
            kept,
            runs: vec![Vec::new(); plan.scenarios.len()],
            early_series: early.iter().map(|&i| plan.series[i].clone()).collect(),
            early_positions: early,
            early: vec![Vec::new(); plan.scenarios.len()],
            full_positions: (0..catalogue::EUROS_COUNT)
                .map(|i| {
                    plan.series.iter().position(|s| s.indicator == catalogue::series()[catalogue::FULL + i].indicator)
                })
                .collect(),
            full: vec![Vec::new(); plan.scenarios.len()],
            flows: vec![Vec::new(); plan.scenarios.len()],
            term_years: plan.term_years() as usize,
            discount_rate: plan.base().budget.discount_rate,
            districts: district_plans(plan).iter().map(Self::new).collect(),
        }
    }

    /// The results of each district of a region, of the series that are kept by district; none where it is one.
    pub fn districts(&self) -> &[Self] {
        &self.districts
    }

    /// The series kept.
    pub fn series(&self) -> &[Series] {
        &self.series
    }

    /// The position of a series.
    pub fn position(&self, indicator: &str, group: &str) -> Option<usize> {
        self.series.iter().position(|s| s.indicator == indicator && s.group == group)
    }

    /// The runs of a scenario, in the order (sample, replicate).
    pub fn runs(&self, scenario: usize) -> &[Trajectory] {
        &self.runs[scenario]
    }

    /// How many scenarios there are.
    pub(super) fn scenarios(&self) -> usize {
        self.runs.len()
    }

    /// Simulated years.
    pub fn years(&self) -> usize {
        self.runs.first().and_then(|r| r.first()).map_or(0, |t| t.years.len())
    }

    /// Keeps a trajectory in its place: every series of the plan in, the compared ones kept.
    pub fn keep(&mut self, trajectory: &Trajectory) {
        let pick = |cells: &Vec<Cell>| self.kept.iter().map(|&i| cells.get(i).copied().unwrap_or_default()).collect();
        let early = trajectory
            .years
            .get(EARLY_YEAR as usize)
            .into_iter()
            .flat_map(|year| self.early_positions.iter().map(|&i| year.get(i).copied().unwrap_or_default()));
        let early = early.collect();
        let over_years = |position: &Option<usize>| {
            let cells = trajectory.years.iter().filter_map(|year| year.get((*position)?).copied());
            cells.sum::<Cell>()
        };
        let full = self.full_positions.iter().map(over_years).collect();
        let kept = Trajectory {
            before: pick(&trajectory.before),
            years: trajectory.years.iter().map(pick).collect(),
            weeks: Vec::new(),
            persons: trajectory.persons.clone(),
            flows: Vec::new(),
            districts: Vec::new(),
            ..*trajectory
        };
        for (results, of_district) in self.districts.iter_mut().zip(&trajectory.districts) {
            results.keep(of_district);
        }
        let runs = &mut self.runs[trajectory.scenario];
        let place = runs.partition_point(|run| draw_of(run) < draw_of(trajectory));
        runs.insert(place, kept);
        self.early[trajectory.scenario].insert(place, early);
        self.full[trajectory.scenario].insert(place, full);
        let years = trajectory.flows.iter().zip(&trajectory.years);
        let flows = years.map(|(flows, year)| YearFlows::of(flows, year)).collect();
        self.flows[trajectory.scenario].insert(place, flows);
    }

    /// Every (sample, replicate) of which each scenario has been run, in order.
    pub fn draws(&self) -> Vec<Draw> {
        let [first, others @ ..] = self.runs.as_slice() else { return Vec::new() };
        let draws = first.iter().map(draw_of);
        draws.filter(|draw| others.iter().all(|runs| runs.binary_search_by_key(draw, draw_of).is_ok())).collect()
    }

    /// Leaves out the runs of a draw that not every scenario has been run of.
    pub fn keep_whole_draws(&mut self) {
        let whole = self.draws();
        for (scenario, runs) in self.runs.iter_mut().enumerate() {
            let keeps: Vec<bool> = runs.iter().map(|run| whole.binary_search(&draw_of(run)).is_ok()).collect();
            retain(runs, &keeps);
            retain(&mut self.early[scenario], &keeps);
            retain(&mut self.full[scenario], &keeps);
            retain(&mut self.flows[scenario], &keeps);
        }
        self.districts.iter_mut().for_each(Self::keep_whole_draws);
    }

    /// Leaves out a last sample with fewer replicates than any other too: what is left of an interrupted plan is that
    /// of a smaller one.
    pub fn keep_whole_samples(&mut self) {
        self.keep_whole_draws();
        let samples = self.samples();
        let fewest = samples.iter().rev().skip(1).map(ExactSizeIterator::len).min().unwrap_or(0);
        if let Some(last) = samples.last().filter(|last| last.len() < fewest) {
            let whole = last.start;
            self.runs.iter_mut().for_each(|runs| runs.truncate(whole));
            self.early.iter_mut().for_each(|early| early.truncate(whole));
            self.full.iter_mut().for_each(|full| full.truncate(whole));
            self.flows.iter_mut().for_each(|flows| flows.truncate(whole));
        }
        self.districts.iter_mut().for_each(Self::keep_whole_samples);
    }

    /// The samples as ranges of runs, in order.
    pub(super) fn samples(&self) -> Vec<std::ops::Range<usize>> {
        let mut samples: Vec<std::ops::Range<usize>> = Vec::new();
        for (i, run) in self.runs[0].iter().enumerate() {
            match samples.last_mut() {
                Some(last) if self.runs[0][last.start].sample == run.sample => last.end = i + 1,
                _ => samples.push(i..i + 1),
            }
        }
        samples
    }

    /// The value of a series in one run over a period, per year; `None` if missing.
    pub(super) fn value(&self, scenario: usize, run: usize, series: usize, period: Period) -> Option<f64> {
        over_years(&self.runs[scenario].get(run)?.years, series, period, (self.term_years, self.discount_rate))
    }

    /// The last year of a period, from 0, given the number of simulated years.
    pub(super) fn last_year(&self, period: Period) -> Option<u32> {
        match period {
            Period::Year(year) => Some(year),
            Period::Term => self.term_years.checked_sub(1).map(|year| year as u32),
            Period::Horizon | Period::Discounted => self.years().checked_sub(1).map(|year| year as u32),
        }
    }

    /// The series that can be early signs, compared or not.
    pub(super) fn early_series(&self) -> &[Series] {
        &self.early_series
    }

    /// The level in the early year in one run, by position in [`Results::early_series`]; `None` if missing.
    pub(super) fn early_value(&self, scenario: usize, run: usize, series: usize) -> Option<f64> {
        self.early[scenario].get(run)?.get(series)?.value()
    }

    /// What an account pays in one run for services that are full while somebody waits, of what it pays for services.
    pub(super) fn full(&self, scenario: usize, run: usize, account: usize) -> Option<Cell> {
        self.full[scenario].get(run)?.get(account).copied()
    }

    /// The flows between doors, services and accounts in a year of one run.
    pub(super) fn flows(&self, scenario: usize, run: usize, year: usize) -> Option<&YearFlows> {
        self.flows[scenario].get(run)?.get(year)
    }

    /// Every period of a series, years first.
    pub fn periods(&self, series: usize) -> Vec<Period> {
        let years = (0..self.years() as u32).map(Period::Year);
        let discounted = self.series[series].indicator.starts_with("euros.").then_some(Period::Discounted);
        years.chain([Period::Term, Period::Horizon]).chain(discounted).collect()
    }
}

impl Sink for Results {
    type Error = Infallible;

    fn deliver(&mut self, trajectory: &Trajectory) -> Result<(), Infallible> {
        self.keep(trajectory);
        Ok(())
    }
}

/// Keeps what is compared, and passes everything on.
impl<S: Sink> Sink for (&mut Results, &mut S) {
    type Error = S::Error;

    fn deliver(&mut self, trajectory: &Trajectory) -> Result<(), S::Error> {
        self.0.keep(trajectory);
        self.1.deliver(trajectory)
    }
}

/// The value of a series over a period of these years, per year; `None` if missing. The council term has so many of
/// them, and the rate is that at which later years count less.
pub(super) fn over_years(
    years: &[Vec<Cell>],
    series: usize,
    period: Period,
    (term_years, discount_rate): (usize, f64),
) -> Option<f64> {
    let range = match period {
        Period::Year(year) => year as usize..year as usize + 1,
        Period::Term => 0..term_years,
        Period::Horizon => 0..years.len(),
        Period::Discounted => return discounted(years, series, discount_rate),
    };
    years.get(range)?.iter().map(|y| y[series]).sum::<Cell>().value()
}

/// The mean over all years, each discounted from its middle to the start.
fn discounted(years: &[Vec<Cell>], series: usize, rate: f64) -> Option<f64> {
    let mut sum = 0.0;
    for (year, cells) in years.iter().enumerate() {
        sum += cells[series].value()? / libm::pow(1.0 + rate, year as f64 + 0.5);
    }
    (!years.is_empty()).then(|| sum / years.len() as f64)
}

/// Keeps of a list what is marked.
fn retain<T>(list: &mut Vec<T>, keeps: &[bool]) {
    let mut marks = keeps.iter();
    list.retain(|_| marks.next() == Some(&true));
}

/// The draw that a run is of.
fn draw_of(run: &Trajectory) -> Draw {
    Draw { sample: run.sample, replicate: run.replicate }
}

/// The mean of what is there; `None` of nothing. For the few replicates of a sample, in their order.
pub(super) fn mean_of(values: impl Iterator<Item = Option<f64>>) -> Option<f64> {
    let (sum, n) = values.flatten().fold((0.0, 0_u32), |(sum, n), x| (sum + x, n + 1));
    (n > 0).then(|| sum / f64::from(n))
}

impl Plan {
    /// The plan as far as it has been carried out: with as many samples and replicates as there are results of.
    #[must_use]
    pub fn as_far_as(&self, results: &Results) -> Self {
        let replicates: Vec<usize> = results.samples().iter().map(ExactSizeIterator::len).collect();
        let fewest = replicates.iter().copied().min().unwrap_or(0);
        let more = replicates.iter().take_while(|n| **n > fewest).count();
        self.with_draws(replicates.len() as u32, fewest as u32, more as u32)
    }
}
