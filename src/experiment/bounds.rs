//! The bounds of a comparison: the same one where help does nothing, and where it does the most that is thought
//! possible ([`Bound`]).
//!
//! A verdict that is the same at both ends does not come from what help does: the comparison does not test the bet that
//! lighter help earlier means less heavy help later. The three run in the scale model in which loops are cut, on the
//! first samples and the same draws, and are scaled to the district's size. An effect of help belongs to the world: it
//! holds in both scenarios and during burn-in, so that each bound begins with a district of its own.

use std::convert::Infallible;

use super::break_even::payers;
use super::comparison_types::{BoundDifference, Comparison, Difference, Period};
use super::execution::{Model, Progress, RunError};
use super::paired::compare_figures;
use super::plan::{BOUND_SAMPLES, Draw, Plan};
use super::results::Results;
use super::scale_model::{self, Begins, KEY_INDICATORS, residents};
use super::verdict::verdict;
use crate::cancel::Cancel;
use crate::plan::{Bound, Scenario};

/// The periods over which differences are given.
const PERIODS: [Period; 2] = [Period::Term, Period::Horizon];

fn draws(plan: &Plan) -> Vec<Draw> {
    scale_model::draws(plan, plan.loop_samples.min(BOUND_SAMPLES))
}

/// Simulations that [`bounds`] will run.
pub fn bound_simulations(plan: &Plan) -> u64 {
    (draws(plan).len() * Bound::ALL.len() * plan.scenarios.len()) as u64
}

/// Resident-years that [`bounds`] will simulate.
pub(crate) fn bound_resident_years(plan: &Plan) -> u64 {
    bound_simulations(plan) * u64::from(residents(plan)) * u64::from(plan.experiment().years)
}

/// Compares every scenario with the base at each bound, on the first replicate of the first `loop_samples` samples, at
/// most [`BOUND_SAMPLES`]; gives the differences of the key figures and of every payer's euros by variant, in the order
/// of the plan's scenarios after the base.
///
/// # Errors
/// If it is asked to stop or threads cannot be started.
pub fn bounds<M: Model>(
    plan: &Plan,
    model: &M,
    stop: &Cancel,
    progress: &impl Progress,
) -> Result<Vec<Vec<BoundDifference>>, RunError<Infallible>> {
    let draws = draws(plan);
    if draws.is_empty() {
        return Ok(vec![Vec::new(); plan.scenarios.len() - 1]);
    }
    let scenarios = scale_model::scenarios(plan);
    let worlds = Bound::ALL.map(|bound| scenarios.iter().map(|s| s.at_bound(bound)).collect::<Vec<Scenario>>());
    let results = scale_model::simulate((plan, model), &draws, (&worlds, Begins::Apart), stop, progress)?;
    let of =
        |variant: usize| Bound::ALL.iter().zip(&results).flat_map(|(b, r)| differences(plan, variant, *b, r)).collect();
    Ok((1..plan.scenarios.len()).map(of).collect())
}

/// The differences of a variant at a bound, scaled to the district's size.
fn differences(plan: &Plan, variant: usize, bound: Bound, results: &Results) -> Vec<BoundDifference> {
    let wanted = |indicator: &str, group: &str, period: Period| {
        let is_told = KEY_INDICATORS.contains(&indicator) || indicator.strip_prefix("euros.").is_some_and(is_payer);
        is_told && group == "all" && PERIODS.contains(&period)
    };
    let compared = compare_figures(plan, results, variant, &wanted).scaled(scale_model::scale(plan));
    let full = |d: &Difference| {
        // What a payer can respond to is known of the whole horizon.
        let payer = d.indicator.strip_prefix("euros.").filter(|_| d.period == Period::Horizon)?;
        compared.break_even.iter().find(|back| back.payer == payer)?.share_full
    };
    let row = |d: &Difference| BoundDifference {
        bound,
        indicator: d.indicator.clone(),
        group: d.group.clone(),
        period: d.period,
        difference: d.difference,
        p05: d.p05,
        p95: d.p95,
        samples: d.samples,
        share_full: full(d),
        by_sample: d.by_sample.clone(),
    };
    compared.differences.iter().map(row).collect()
}

fn is_payer(key: &str) -> bool {
    payers().contains(&key)
}

/// What a comparison says of the bet, of its key figures over the horizon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tested {
    /// All have the same verdict where help does nothing and where it does the most: what help does is not put to the
    /// test.
    No,
    /// These are decided otherwise at the two ends.
    By(Vec<&'static str>),
    /// None is decided otherwise, and these are undecided at an end.
    Unknown(Vec<&'static str>),
}

impl Comparison {
    /// The difference of a figure over the whole district and horizon at a bound, with the verdict by the rule and the
    /// margin of the comparison itself; `None` where the bounds were not computed. It is of one replicate, so that
    /// nobody knows what is chance in it.
    pub fn at_bound(&self, bound: Bound, indicator: &str) -> Option<Difference> {
        let row = self.find(indicator, "all", Period::Horizon)?;
        let is_asked = |b: &&BoundDifference| {
            b.bound == bound && b.indicator == indicator && b.group == row.group && b.period == row.period
        };
        let BoundDifference { difference, p05, p95, samples, by_sample, .. } =
            self.bounds.iter().find(is_asked)?.clone();
        let differences: Vec<f64> = by_sample.iter().flatten().copied().collect();
        let verdict = verdict(row.direction, &differences, row.margin, None);
        let known = Difference { deciders: Vec::new(), variance_split: None, chance: None, ..row.clone() };
        let levels = Difference { base_value: None, variant_value: None, median: None, share_better: None, ..known };
        Some(Difference { difference, p05, p95, samples, by_sample, verdict, replicates: 1, mc_error: None, ..levels })
    }

    /// Whether the comparison tests the bet that lighter help earlier means less heavy help later; `None` where the
    /// bounds were not computed.
    pub fn tests_the_bet(&self) -> Option<Tested> {
        let (mut differ, mut open) = (Vec::new(), Vec::new());
        for indicator in KEY_INDICATORS {
            let [null, ceiling] = [Bound::Null, Bound::Ceiling].map(|bound| self.at_bound(bound, indicator));
            let (null, ceiling) = (null?.verdict, ceiling?.verdict);
            match () {
                () if null.is_undecided() || ceiling.is_undecided() => open.push(indicator),
                () if null != ceiling => differ.push(indicator),
                () => {}
            }
        }
        Some(match (differ.is_empty(), open.is_empty()) {
            (true, true) => Tested::No,
            (false, _) => Tested::By(differ),
            (true, false) => Tested::Unknown(open),
        })
    }
}
