//! Variant minus base: differences by indicator, group and period, and what they say.

use super::Verdict;
use super::break_even::break_even;
use super::comparison_types::{Comparison, Difference, NaiveTrue, Period};
use super::decider::{Search, Uncertain, candidates, deciders};
use super::plan::Plan;
use super::plane::planes;
use super::results::{Results, mean_of};
use super::signs::{EarlySign, early_signs, is_announced};
use super::statistics::{lower, mean, median, sorted, upper, variance};
use super::variance::{Pairs, chance, reduction, split};
use super::verdict::verdict;
use crate::observation::{Direction, Series, catalogue};

/// What a municipality's registration shows, and the true indicator that it stands for.
pub(crate) const NAIVE_PAIRS: [(&str, &str); 2] =
    [("registered.persons.second_line", "persons.second_line"), ("registered.need.known", "need.open")];

/// The years of the naive comparison, from 1; the last year comes with them.
const NAIVE_YEARS: [u32; 3] = [1, 4, 8];

/// Compares a variant of a plan with its base.
pub fn compare(plan: &Plan, results: &Results, variant: usize) -> Comparison {
    let numbers = candidates(plan, variant);
    let (residents, samples) = (f64::from(plan.base().residents), results.samples());
    let frame = Frame { results, numbers, signs: early_signs(results, variant), variant, residents, samples };
    let alike = (0..results.series().len()).filter(|s| is_alike(plan, variant, &results.series()[*s].group));
    let rows = alike.flat_map(|s| results.periods(s).into_iter().map(move |period| (s, period)));
    let replicates = plan.experiment().replicates;
    let mut differences: Vec<Difference> =
        rows.map(|(series, period)| Difference { replicates, ..frame.difference(series, period) }).collect();
    let unknown = |d: &&Difference| d.verdict == Verdict::UndecidedKnowledge;
    let searches: Vec<Search<'_>> = differences.iter().filter(unknown).map(|d| frame.search(d)).collect();
    let named = deciders(&searches);
    drop(searches);
    let unknown = differences.iter_mut().filter(|d| d.verdict == Verdict::UndecidedKnowledge);
    unknown.zip(named).for_each(|(row, named)| row.deciders = named);
    Comparison {
        base: plan.base().name.clone(),
        variant: plan.scenarios[variant].name.clone(),
        closure: plan.closure(variant).key().to_owned(),
        differences,
        break_even: break_even(results, 0, variant),
        naive: frame.naive(),
        loops: Vec::new(),
        bounds: Vec::new(),
        planes: planes(results, variant),
    }
}

/// Whether a group is the same in both plans: that of a single team is not where the teams are others.
fn is_alike(plan: &Plan, variant: usize, group: &str) -> bool {
    let Some(place) = catalogue::TEAMS.iter().position(|team| *team == group) else { return true };
    let name = |scenario: usize| plan.scenarios[scenario].organisation.teams.get(place).map(|team| &team.name);
    name(0) == name(variant)
}

/// The same of those rows alone whose indicator, group and period are wanted, without what decides them: quick.
pub(crate) fn compare_figures(
    plan: &Plan,
    results: &Results,
    variant: usize,
    wanted: &dyn Fn(&str, &str, Period) -> bool,
) -> Comparison {
    let (residents, samples) = (f64::from(plan.base().residents), results.samples());
    let frame = Frame { results, numbers: Vec::new(), signs: Vec::new(), variant, residents, samples };
    let rows = results.series().iter().enumerate().flat_map(|(i, series)| {
        let periods = results.periods(i).into_iter();
        periods.filter(|period| wanted(&series.indicator, &series.group, *period)).map(move |period| (i, period))
    });
    let replicates = plan.experiment().replicates;
    Comparison {
        base: plan.base().name.clone(),
        variant: plan.scenarios[variant].name.clone(),
        closure: plan.closure(variant).key().to_owned(),
        differences: rows.map(|(i, period)| Difference { replicates, ..frame.difference(i, period) }).collect(),
        break_even: break_even(results, 0, variant),
        naive: Vec::new(),
        loops: Vec::new(),
        bounds: Vec::new(),
        planes: Vec::new(),
    }
}

/// The row of a series over a period, from its values in base and variant by sample and replicate, in a district of so
/// many residents. `level` is the mean over samples in the base (false) or the variant (true) by itself, for where no
/// sample has both. `replicates` is left at 0, and what decides is not sought.
pub(super) fn difference_of(
    meta: &Series,
    period: Period,
    pairs: &[Pairs],
    residents: f64,
    level: impl Fn(bool) -> Option<f64>,
) -> Difference {
    let by_sample: Vec<Option<f64>> = pairs.iter().map(|s| mean_of(s.iter().map(|(b, v)| Some(v - b)))).collect();
    let differences: Vec<f64> = by_sample.iter().flatten().copied().collect();
    let ordered = sorted(&differences);
    let margin = meta.margin.value(residents);
    let chance = chance(pairs);
    let n = differences.len();
    Difference {
        indicator: meta.indicator.clone(),
        group: meta.group.clone(),
        period,
        unit: meta.unit,
        kind: meta.kind,
        direction: meta.direction,
        base_value: paired_level(pairs, |p| p.0).or_else(|| level(false)),
        variant_value: paired_level(pairs, |p| p.1).or_else(|| level(true)),
        difference: mean(&differences),
        median: median(&ordered),
        p05: lower(&ordered, 0.05),
        p95: upper(&ordered, 0.05),
        share_better: share_better(meta.direction, &differences),
        mc_error: variance(&differences).map(|v| libm::sqrt(v / n as f64)),
        margin,
        variance_reduction: reduction(pairs),
        samples: n as u32,
        replicates: 0,
        verdict: verdict(meta.direction, &differences, margin, chance),
        deciders: Vec::new(),
        variance_split: split(pairs, &differences),
        chance,
        by_sample,
    }
}

/// Differences by sample of a series over a period (a sample's is the mean over its replicates).
pub(super) fn by_sample(results: &Results, variant: usize, series: usize, period: Period) -> Vec<Option<f64>> {
    let samples = pairs(results, &results.samples(), variant, series, period);
    samples.iter().map(|s| mean_of(s.iter().map(|(b, v)| Some(v - b)))).collect()
}

fn pairs(
    results: &Results,
    samples: &[std::ops::Range<usize>],
    variant: usize,
    series: usize,
    period: Period,
) -> Vec<Pairs> {
    let value = |scenario, run| results.value(scenario, run, series, period);
    let of_sample = |runs: &std::ops::Range<usize>| {
        runs.clone().filter_map(|run| Some((value(0, run)?, value(variant, run)?))).collect()
    };
    samples.iter().map(of_sample).collect()
}

struct Frame<'a> {
    results: &'a Results,
    numbers: Vec<Uncertain>,
    signs: Vec<EarlySign>,
    variant: usize,
    residents: f64,
    samples: Vec<std::ops::Range<usize>>,
}

impl Frame<'_> {
    /// The row of a series and a period; `replicates` is left at 0, and what decides is not sought.
    fn difference(&self, series: usize, period: Period) -> Difference {
        let meta = &self.results.series()[series];
        let pairs = pairs(self.results, &self.samples, self.variant, series, period);
        let level = |of_variant: bool| self.level(if of_variant { self.variant } else { 0 }, series, period);
        difference_of(meta, period, &pairs, self.residents, level)
    }

    /// A search for what decides a row. A sign shares the chance of the run whose difference it announces: where chance
    /// makes more of the spread than what nobody knows, or the two cannot be told apart, there is none.
    fn search(&self, row: &Difference) -> Search<'_> {
        let known = row.variance_split.is_some_and(|[assumptions, chance, _]| assumptions >= chance);
        let announced = known && self.results.last_year(row.period).is_some_and(is_announced);
        let signs: Vec<&EarlySign> = self.signs.iter().filter(|s| announced && s.announces(&row.indicator)).collect();
        Search::new(&self.numbers, &signs, &row.by_sample)
    }

    /// The mean over samples in a scenario.
    fn level(&self, scenario: usize, series: usize, period: Period) -> Option<f64> {
        mean(&by_sample_level(self.results, &self.samples, scenario, series, period))
    }

    fn naive(&self) -> Vec<NaiveTrue> {
        let last = self.results.years() as u32;
        let mut years: Vec<u32> = NAIVE_YEARS.into_iter().filter(|&y| y < last).collect();
        years.extend((last > 0).then_some(last));
        let mut rows = Vec::new();
        for (registered, truth) in NAIVE_PAIRS {
            let positions = (self.results.position(registered, "all"), self.results.position(truth, "all"));
            let (Some(registered), Some(truth)) = positions else { continue };
            rows.extend(years.iter().map(|&year| self.naive_row(registered, truth, year - 1)));
        }
        rows
    }

    fn naive_row(&self, registered: usize, truth: usize, year: u32) -> NaiveTrue {
        let period = Period::Year(year);
        let before = |run: usize| self.results.runs(self.variant).get(run)?.before.get(registered)?.value();
        let after = |run: usize| self.results.value(self.variant, run, registered, period);
        let change = |run: usize| Some(after(run)? - before(run)?);
        let over = |of: &dyn Fn(usize) -> Option<f64>| -> Vec<f64> {
            self.samples.iter().filter_map(|runs| mean_of(runs.clone().map(of))).collect()
        };
        let effect: Vec<f64> = by_sample(self.results, self.variant, truth, period).into_iter().flatten().collect();
        NaiveTrue {
            indicator: self.results.series()[registered].indicator.clone(),
            year,
            before: mean(&over(&before)),
            naive: mean(&over(&change)),
            true_indicator: self.results.series()[truth].indicator.clone(),
            true_effect: mean(&effect),
        }
    }
}

/// The mean over samples of one of a pair.
fn paired_level(samples: &[Pairs], of: impl Fn(&(f64, f64)) -> f64) -> Option<f64> {
    let level = |sample: &Pairs| mean_of(sample.iter().map(|pair| Some(of(pair))));
    mean(&samples.iter().filter_map(level).collect::<Vec<f64>>())
}

/// The values by sample in a scenario, where there are any.
pub(super) fn by_sample_level(
    results: &Results,
    samples: &[std::ops::Range<usize>],
    scenario: usize,
    series: usize,
    period: Period,
) -> Vec<f64> {
    let value = |run| results.value(scenario, run, series, period);
    samples.iter().filter_map(|runs| mean_of(runs.clone().map(value))).collect()
}

/// The share of samples on the better side (neutral: above zero); `None` without samples.
fn share_better(direction: Direction, differences: &[f64]) -> Option<f64> {
    let better = differences.iter().filter(|&&d| if direction == Direction::Lower { d < 0.0 } else { d > 0.0 });
    (!differences.is_empty()).then(|| better.count() as f64 / differences.len() as f64)
}
