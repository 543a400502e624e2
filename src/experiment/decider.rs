//! What decides an undecided verdict, and the value at which the sign of the difference changes.
//!
//! Candidates are the uncertain numbers and the early signs (`signs`). The one whose rank correlation with the
//! difference over samples is strongest is named, if it is at least 0.3 (a tenth of the variance of the ranks) and
//! beyond what the best of so many unrelated candidates would reach by luck in 1 of 20 comparisons (Bonferroni, over
//! both kinds together). The best of the other kind is named after it, by the same threshold. At equal strength an
//! uncertain number goes first: it can be found out before anybody decides. A tipping value is where a resistant line
//! crosses zero, if within the values over samples.

use super::comparison_types::{Decider, Deciding};
use super::plan::Plan;
use super::signs::EarlySign;
use super::statistics::{crossing, lower, rank_correlation, ranks, sorted, upper};
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

/// A number with a value in each sample that may decide.
struct Candidate<'a> {
    what: Deciding,
    key: &'a str,
    unit: &'static str,
    values: &'a [f64],
    ranks: &'a [f64],
}

impl<'a> From<&'a Uncertain> for Candidate<'a> {
    fn from(number: &'a Uncertain) -> Self {
        let Uncertain { key, unit, values, ranks, .. } = number;
        Self { what: Deciding::Assumption, key, unit, values, ranks }
    }
}

impl<'a> From<&'a EarlySign> for Candidate<'a> {
    fn from(sign: &'a EarlySign) -> Self {
        let EarlySign { key, unit, values, ranks, .. } = sign;
        Self { what: Deciding::EarlySign, key, unit, values, ranks }
    }
}

/// Differences by sample, as far as there are any.
struct Differences {
    samples: usize,
    present: Vec<usize>,
    values: Vec<f64>,
    ranks: Vec<f64>,
}

impl Differences {
    fn new(by_sample: &[Option<f64>]) -> Self {
        let present = (0..by_sample.len()).filter(|&i| by_sample[i].is_some()).collect();
        let values: Vec<f64> = by_sample.iter().flatten().copied().collect();
        Self { samples: by_sample.len(), present, ranks: ranks(&values), values }
    }

    fn pick(&self, values: &[f64]) -> Vec<f64> {
        self.present.iter().map(|&i| values[i]).collect()
    }

    fn correlation(&self, candidate: &Candidate<'_>) -> f64 {
        if self.present.len() == self.samples {
            rank_correlation(candidate.ranks, &self.ranks)
        } else {
            rank_correlation(&ranks(&self.pick(candidate.values)), &self.ranks)
        }
    }

    fn decider(&self, candidate: &Candidate<'_>, correlation: f64) -> Option<Decider> {
        let values = self.pick(candidate.values);
        let ordered = sorted(&values);
        let (low, high) = (*ordered.first()?, *ordered.last()?);
        Some(Decider {
            what: candidate.what,
            key: candidate.key.to_owned(),
            unit: candidate.unit,
            correlation,
            tipping_value: crossing(&values, &self.values).filter(|x| (low..=high).contains(x)),
            p05: lower(&ordered, 0.05)?,
            p95: upper(&ordered, 0.05)?,
        })
    }
}

/// What decides differences by sample: the strongest candidate and the best of the other kind, as far as they pass.
pub(super) fn deciders(uncertain: &[Uncertain], signs: &[&EarlySign], by_sample: &[Option<f64>]) -> Vec<Decider> {
    let differences = Differences::new(by_sample);
    if differences.values.len() < 3 {
        return Vec::new();
    }
    let least = threshold(uncertain.len() + signs.len(), differences.values.len());
    let numbers = uncertain.iter().map(Candidate::from);
    let candidates = numbers.chain(signs.iter().map(|&sign| Candidate::from(sign)));
    let mut best: Vec<(f64, Candidate<'_>)> = Vec::new();
    for candidate in candidates.filter(|c| c.values.len() == by_sample.len()) {
        let correlation = differences.correlation(&candidate);
        match best.iter_mut().find(|(_, other)| other.what == candidate.what) {
            None => best.push((correlation, candidate)),
            Some(other) if correlation.abs() > other.0.abs() => *other = (correlation, candidate),
            Some(_) => {}
        }
    }
    best.retain(|(correlation, _)| correlation.abs() >= least);
    // Stable: uncertain numbers come first.
    best.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
    best.iter().filter_map(|(correlation, candidate)| differences.decider(candidate, *correlation)).collect()
}

/// The correlation that the best of so many unrelated candidates exceeds in 1 of 20 comparisons of `samples` samples.
fn threshold(candidates: usize, samples: usize) -> f64 {
    let z = standard_normal_quantile(1.0 - 0.025 / candidates.max(1) as f64);
    (z / libm::sqrt((samples - 1) as f64)).max(WEAKEST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Key;
    use crate::random::{Draws, Process};

    fn noise(seed: u64, of: u64, samples: u32) -> Vec<f64> {
        (0..samples).map(|s| Draws::new(seed, s, 0).unit(Process::Inert, Key(of), 0)).collect()
    }

    fn numbers(seed: u64, samples: u32) -> Vec<Uncertain> {
        (0..40)
            .map(|parameter| {
                let values = noise(seed, parameter as u64, samples);
                let key = PARAMETERS[parameter].key.to_owned();
                Uncertain { path: key.clone(), key, unit: "", planned: false, ranks: ranks(&values), values }
            })
            .collect()
    }

    fn signs(seed: u64, samples: u32) -> Vec<EarlySign> {
        let sign = |i: u64| {
            let levels: Vec<Option<f64>> = noise(seed, 1_000 + i, samples).into_iter().map(Some).collect();
            EarlySign::new(&format!("sign.{i}"), "ratio", &levels).expect("it varies")
        };
        (0..40).map(sign).collect()
    }

    fn found(uncertain: &[Uncertain], signs: &[EarlySign], by_sample: &[Option<f64>]) -> Vec<Decider> {
        deciders(uncertain, &signs.iter().collect::<Vec<_>>(), by_sample)
    }

    #[test]
    fn the_number_that_turns_the_sign_is_named_with_its_tipping_value() {
        let all = numbers(1, 100);
        let by_sample: Vec<Option<f64>> =
            (0..100).map(|s| Some(5.0 * (all[7].values[s] - 0.6) + all[8].values[s] - 0.5)).collect();
        let named = found(&all, &signs(1, 100), &by_sample);
        assert_eq!((named.len(), named[0].key.as_str()), (1, PARAMETERS[7].key));
        let tipping = named[0].tipping_value;
        assert!((tipping.expect("within the range") - 0.6).abs() < 0.1, "{tipping:?}");
        let mut gap = by_sample;
        gap[3] = None;
        assert_eq!(found(&all, &[], &gap).first().map(|d| d.key.as_str()), Some(PARAMETERS[7].key));
        let above: Vec<Option<f64>> = all[7].values.iter().map(|x| Some(x + 3.0)).collect();
        let named = found(&all, &[], &above);
        assert_eq!((named[0].key.as_str(), named[0].tipping_value), (PARAMETERS[7].key, None));
    }

    #[test]
    fn the_strongest_of_each_kind_is_named_the_stronger_first() {
        let (all, signs) = (numbers(2, 100), signs(2, 100));
        let differences = |number: f64, sign: f64| -> Vec<Option<f64>> {
            (0..100).map(|s| Some(number * (all[7].values[s] - 0.5) - sign * (signs[4].values[s] - 0.4))).collect()
        };
        let both = |named: &[Decider]| named.iter().map(|d| d.key.clone()).collect::<Vec<_>>();
        let named = found(&all, &signs, &differences(1.0, 1.3));
        assert_eq!(both(&named), ["sign.4@year:2", PARAMETERS[7].key]);
        assert_eq!((named[0].what, named[0].unit), (Deciding::EarlySign, "ratio"));
        assert!(named[0].correlation < 0.0 && named[1].correlation > 0.0);
        assert!((named[0].tipping_value.expect("within the range") - 0.4).abs() < 0.1, "{named:?}");
        assert!((named[0].p05 - 0.05).abs() < 0.05 && (named[0].p95 - 0.95).abs() < 0.05, "{named:?}");
        assert_eq!(both(&found(&all, &signs, &differences(1.3, 1.0))), [PARAMETERS[7].key, "sign.4@year:2"]);
        assert_eq!(both(&found(&all, &signs, &differences(0.0, 1.0))), ["sign.4@year:2"]);
        // The same ranks: what can be found out beforehand goes first.
        let mut equal = all.clone();
        (equal[7].values, equal[7].ranks) = (signs[4].values.clone(), signs[4].ranks.clone());
        let named = found(&equal, &signs, &differences(0.0, 1.0));
        assert_eq!(both(&named), [PARAMETERS[7].key, "sign.4@year:2"]);
    }

    /// With unrelated candidates of both kinds something is named in at most 1 of 20 comparisons; 200 of them allow 20
    /// (three standard errors above 10).
    #[test]
    fn noise_is_not_named() {
        let named = (0..200)
            .filter(|&seed| {
                let noise = |s| Some(Draws::new(seed + 1_000, s, 1).unit(Process::Inert, Key(99), 0) - 0.5);
                let by_sample: Vec<_> = (0..60).map(noise).collect();
                !found(&numbers(seed, 60), &signs(seed, 60), &by_sample).is_empty()
            })
            .count();
        assert!(named <= 20, "{named} of 200");
    }
}
