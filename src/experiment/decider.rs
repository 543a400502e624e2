//! The uncertain number that decides an undecided verdict, and the value at which the sign changes.
//!
//! The number whose rank correlation with the difference over samples is strongest is named, if it is at least 0.3 (a
//! tenth of the variance of the ranks) and beyond what the best of so many unrelated numbers would reach by luck in 1
//! of 20 comparisons (Bonferroni). Its tipping value is where a resistant line crosses zero, if within the values
//! drawn.

use super::plan::Plan;
use super::statistics::{crossing, rank_correlation, ranks};
use crate::parameters::{PARAMETERS, Params};
use crate::random::standard_normal_quantile;

/// The weakest correlation that is named.
const WEAKEST: f64 = 0.3;

/// An uncertain number with its value in each sample.
#[derive(Clone, Debug)]
pub struct Uncertain {
    /// What tells it from the others: a parameter's key, or that of a number which the scenario states.
    pub key: String,
    /// What its quantile is keyed by: numbers with the same path move together.
    pub path: String,
    /// Unit.
    pub unit: &'static str,
    /// Whether it is no parameter: a number of organisation, money or circumstances.
    pub planned: bool,
    /// The values drawn, by sample.
    pub values: Vec<f64>,
    ranks: Vec<f64>,
}

/// Every uncertain number of a plan's scenario, with the values that its samples drew: parameters that are not fixed,
/// then what is uncertain in its organisation, money and circumstances.
pub fn uncertain(plan: &Plan, scenario: usize) -> Vec<Uncertain> {
    let planned = plan.scenarios[scenario].uncertain();
    let distributions = &plan.scenarios[scenario].parameters;
    let e = plan.experiment();
    let drawn: Vec<Vec<f64>> =
        (0..e.samples).map(|sample| Params::sample(distributions, e.seed, sample).values()).collect();
    let parameters =
        PARAMETERS.iter().enumerate().filter(|(p, _)| distributions.get(*p).is_some_and(|d| !d.is_fixed()));
    let parameters = parameters.map(|(p, meta)| {
        let values: Vec<f64> = drawn.iter().map(|d| d[p]).collect();
        let key = meta.key.to_owned();
        Uncertain { path: key.clone(), key, unit: meta.unit, planned: false, ranks: ranks(&values), values }
    });
    let planned = planned.iter().map(|number| {
        let values: Vec<f64> = (0..e.samples).map(|sample| number.value(e.seed, sample)).collect();
        let (key, path, unit) = (number.key(), number.path(), number.unit());
        Uncertain { key, path, unit, planned: true, ranks: ranks(&values), values }
    });
    parameters.chain(planned).collect()
}

/// What may decide a difference between the base of a plan and a variant: one number for each quantile. Of what both
/// draw, a parameter has the values of the base, and what the scenarios state themselves those of the variant.
pub(super) fn candidates(plan: &Plan, variant: usize) -> Vec<Uncertain> {
    let mut numbers: Vec<Uncertain> = Vec::new();
    for of_variant in [false, true] {
        let mut seen: Vec<String> = Vec::new();
        for number in uncertain(plan, if of_variant { variant } else { 0 }) {
            if seen.contains(&number.path) {
                continue;
            }
            seen.push(number.path.clone());
            match numbers.iter_mut().find(|n| n.path == number.path) {
                None => numbers.push(number),
                Some(of_base) if number.planned => *of_base = number,
                Some(_) => {}
            }
        }
    }
    numbers
}

/// The decider of differences by sample, with its tipping value.
pub(super) fn decider(uncertain: &[Uncertain], by_sample: &[Option<f64>]) -> Option<(String, Option<f64>)> {
    let present: Vec<usize> = (0..by_sample.len()).filter(|&i| by_sample[i].is_some()).collect();
    let differences: Vec<f64> = by_sample.iter().flatten().copied().collect();
    if differences.len() < 3 {
        return None;
    }
    let whole = differences.len() == by_sample.len();
    let ranked = ranks(&differences);
    let pick = |values: &[f64]| -> Vec<f64> { present.iter().map(|&i| values[i]).collect() };
    let strength = |u: &Uncertain| {
        if whole { rank_correlation(&u.ranks, &ranked) } else { rank_correlation(&ranks(&pick(&u.values)), &ranked) }
    };
    let mut best: Option<(f64, &Uncertain)> = None;
    for number in uncertain.iter().filter(|u| u.values.len() == by_sample.len()) {
        let strength = strength(number).abs();
        if best.is_none_or(|(s, _)| strength > s) {
            best = Some((strength, number));
        }
    }
    let (strength, number) = best?;
    if strength < threshold(uncertain.len(), differences.len()) {
        return None;
    }
    let values = pick(&number.values);
    let (low, high) = values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), &x| (l.min(x), h.max(x)));
    let tipping = crossing(&values, &differences).filter(|x| (low..=high).contains(x));
    Some((number.key.clone(), tipping))
}

/// The correlation that the best of `numbers` unrelated ones exceeds in 1 of 20 comparisons of `samples` samples.
fn threshold(numbers: usize, samples: usize) -> f64 {
    let z = standard_normal_quantile(1.0 - 0.025 / numbers.max(1) as f64);
    (z / libm::sqrt((samples - 1) as f64)).max(WEAKEST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Key;
    use crate::random::{Draws, Process};

    fn numbers(seed: u64, samples: u32) -> Vec<Uncertain> {
        (0..40)
            .map(|parameter| {
                let value = |s| Draws::new(seed, s, 0).unit(Process::Inert, Key(parameter as u64), 0);
                let values: Vec<f64> = (0..samples).map(value).collect();
                let key = PARAMETERS[parameter].key.to_owned();
                Uncertain { path: key.clone(), key, unit: "", planned: false, ranks: ranks(&values), values }
            })
            .collect()
    }

    #[test]
    fn the_number_that_turns_the_sign_is_named_with_its_tipping_value() {
        let all = numbers(1, 100);
        let by_sample: Vec<Option<f64>> =
            (0..100).map(|s| Some(5.0 * (all[7].values[s] - 0.6) + all[8].values[s] - 0.5)).collect();
        let (key, tipping) = decider(&all, &by_sample).expect("a decider");
        assert_eq!(key, PARAMETERS[7].key);
        assert!((tipping.expect("within the range") - 0.6).abs() < 0.1, "{tipping:?}");
        let mut gap = by_sample;
        gap[3] = None;
        assert_eq!(decider(&all, &gap).map(|d| d.0), Some(PARAMETERS[7].key.to_owned()));
        let above: Vec<Option<f64>> = all[7].values.iter().map(|x| Some(x + 3.0)).collect();
        assert_eq!(decider(&all, &above), Some((PARAMETERS[7].key.to_owned(), None)));
    }

    /// With unrelated numbers a decider is named in at most 1 of 20 comparisons; 200 of them allow 20 (three standard
    /// errors above 10).
    #[test]
    fn noise_is_not_named() {
        let named = (0..200)
            .filter(|&seed| {
                let noise = |s| Some(Draws::new(seed + 1_000, s, 1).unit(Process::Inert, Key(99), 0) - 0.5);
                decider(&numbers(seed, 60), &(0..60).map(noise).collect::<Vec<_>>()).is_some()
            })
            .count();
        assert!(named <= 20, "{named} of 200");
    }
}
