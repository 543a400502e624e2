//! What decides an undecided verdict, and the value at which the sign of the difference changes.
//!
//! What might decide is an uncertain number or an early sign (`signs`). The one of each kind is named whose rank
//! correlation with the difference over samples is strongest, if it is at least 0.3 (a tenth of the variance of the
//! ranks) and passes a test. A comparison tests each of them on every row that depends on knowledge, many thousands of
//! pairs, so that luck alone would name some in every comparison. The test keeps the false discovery rate over all of
//! them at 1 in 20 (Benjamini and Hochberg 1995), whatever the dependence between them (Benjamini and Yekutieli 2001):
//! years of an indicator, totals and their parts, and the groups of people all move together, and signs with them. The
//! stronger kind is named first; at equal strength an uncertain number, as it can be investigated before anybody
//! decides. The tipping value is where a resistant line crosses zero, if that lies within the values over samples.

use std::f64::consts::FRAC_1_SQRT_2;

use super::comparison_types::{Decider, Deciding};
use super::plan::Plan;
use super::signs::EarlySign;
use super::statistics::{crossing, lower, rank_correlation, ranks, sorted, upper};
use crate::parameters::{PARAMETERS, Params};

/// The weakest correlation that is named.
const WEAKEST: f64 = 0.3;
/// The share of what is named that may be there by luck.
const FALSE: f64 = 0.05;

/// An uncertain number with its value in each sample.
#[derive(Clone, Debug)]
pub struct Uncertain {
    /// Its key: that of a parameter, or of a number that the scenario states.
    pub key: String,
    /// The key of its quantile: numbers with the same path move together.
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
        (0..e.samples).map(|s| Params::valued(distributions, |d, key| e.value(d, key, s)).values()).collect();
    let parameters =
        PARAMETERS.iter().enumerate().filter(|(p, _)| distributions.get(*p).is_some_and(|d| !d.is_fixed()));
    let parameters = parameters.map(|(p, meta)| {
        let values: Vec<f64> = drawn.iter().map(|d| d[p]).collect();
        let key = meta.key.to_owned();
        Uncertain { path: key.clone(), key, unit: meta.unit, planned: false, ranks: ranks(&values), values }
    });
    let planned = planned.iter().map(|number| {
        let values: Vec<f64> = (0..e.samples).map(|sample| number.value(e, sample)).collect();
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

/// What was found of the differences of one row: how improbable each candidate's correlation is by luck, and the
/// strongest of each kind.
pub(super) struct Search<'a> {
    differences: Differences,
    luck: Vec<f64>,
    best: Vec<(f64, Candidate<'a>)>,
}

impl<'a> Search<'a> {
    /// Tests every candidate on the differences by sample.
    pub(super) fn new(uncertain: &'a [Uncertain], signs: &[&'a EarlySign], by_sample: &[Option<f64>]) -> Self {
        let differences = Differences::new(by_sample);
        let mut search = Self { luck: Vec::new(), best: Vec::new(), differences };
        let numbers = uncertain.iter().map(Candidate::from);
        let candidates = numbers.chain(signs.iter().map(|&sign| Candidate::from(sign)));
        for candidate in candidates.filter(|c| c.values.len() == by_sample.len()) {
            let correlation = search.differences.correlation(&candidate);
            search.luck.push(luck(correlation, search.differences.values.len()));
            match search.best.iter_mut().find(|(_, other)| other.what == candidate.what) {
                None => search.best.push((correlation, candidate)),
                Some(other) if correlation.abs() > other.0.abs() => *other = (correlation, candidate),
                Some(_) => {}
            }
        }
        // Stable: uncertain numbers come first.
        search.best.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
        search
    }

    /// The strongest of each kind that is at most as probable by luck as a limit.
    fn deciders(&self, limit: f64) -> Vec<Decider> {
        let samples = self.differences.values.len();
        let passes = |r: f64| r.abs() >= WEAKEST && luck(r, samples) <= limit;
        let named = self.best.iter().filter(|(correlation, _)| passes(*correlation));
        named.filter_map(|(correlation, candidate)| self.differences.decider(candidate, *correlation)).collect()
    }
}

/// What decides each of the rows of a comparison that were searched.
pub(super) fn deciders(searches: &[Search<'_>]) -> Vec<Vec<Decider>> {
    let limit = limit(searches.iter().flat_map(|search| search.luck.iter().copied()).collect());
    searches.iter().map(|search| search.deciders(limit)).collect()
}

/// The probability that a rank correlation of independent values is as strong as this. Student's t with two degrees of
/// freedom fewer than samples, by the normal approximation of Wallace (1959), which holds far into the tail.
fn luck(correlation: f64, samples: usize) -> f64 {
    let freedom = samples.saturating_sub(2) as f64;
    let distance = libm::sqrt(-freedom * libm::log1p(-(correlation * correlation).min(1.0)));
    if freedom < 1.0 {
        1.0
    } else {
        libm::erfc(distance * (8.0 * freedom + 1.0) / (8.0 * freedom + 3.0) * FRAC_1_SQRT_2)
    }
}

/// The largest probability by luck that is still named: of `m` tests the `k` least probable, if the `k`-th is at most
/// [`FALSE`] times `k / m`, over the sum of `1 / i` up to `m` for their dependence; 0 if none is.
fn limit(mut luck: Vec<f64>) -> f64 {
    luck.sort_unstable_by(f64::total_cmp);
    let m = luck.len() as f64;
    let dependence: f64 = (1..=luck.len()).map(|i| 1.0 / i as f64).sum();
    let passes = |&k: &usize| luck[k - 1] <= FALSE * k as f64 / (m * dependence);
    (1..=luck.len()).rev().find(passes).map_or(0.0, |k| luck[k - 1])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Key;
    use crate::random::{Draws, Process};

    fn noise(seed: u64, of: u64, samples: u32) -> Vec<f64> {
        (0..samples).map(|s| Draws::new(seed, s, 0).unit(Process::INERT, Key(of), 0)).collect()
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
        let signs: Vec<&EarlySign> = signs.iter().collect();
        deciders(&[Search::new(uncertain, &signs, by_sample)]).remove(0)
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

    /// The tails of Student's t with 58 degrees of freedom at `r sqrt(58 / (1 - r^2))`, integrated by other means:
    /// 4.848e-10 for 0.7 and 0.01987 for 0.3.
    #[test]
    fn luck_is_that_of_students_t() {
        assert!((luck(0.7, 60) / 4.848e-10 - 1.0).abs() < 0.03, "{}", luck(0.7, 60));
        assert!((luck(-0.3, 60) - 0.01987).abs() < 1e-4, "{}", luck(-0.3, 60));
        assert_eq!((luck(1.0, 60).to_bits(), luck(0.5, 2).to_bits()), (0.0_f64.to_bits(), 1.0_f64.to_bits()));
    }

    /// By hand: four tests, dependence 1 + 1/2 + 1/3 + 1/4 = 25/12, so that the limits are 0.006, 0.012, 0.018, 0.024.
    #[test]
    fn the_limit_is_that_of_the_last_test_below_its_line() {
        let limit = |luck: [f64; 4]| limit(luck.to_vec()).to_bits();
        assert_eq!(limit([0.5, 0.011, 0.007, 0.2]), 0.011_f64.to_bits());
        assert_eq!(limit([0.5, 0.013, 0.007, 0.2]), 0.0_f64.to_bits());
        assert_eq!(super::limit(Vec::new()).to_bits(), 0.0_f64.to_bits());
    }

    /// Of many rows that are related to each other and to no candidate something is named in at most 1 of 20
    /// comparisons; 60 of them allow 8 (three standard errors above 3). A test of every row by itself names something
    /// in nearly all.
    #[test]
    fn noise_in_many_rows_is_not_named() {
        let named = (0..60).filter(|&seed| {
            let (numbers, signs) = (numbers(seed, 60), signs(seed, 60));
            let signs: Vec<&EarlySign> = signs.iter().collect();
            let shared = noise(seed, 2_000, 60);
            let searches = (0..40).map(|row| {
                let own = noise(seed, 3_000 + row, 60);
                let rows: Vec<Option<f64>> = shared.iter().zip(&own).map(|(a, b)| Some(0.5 * a + b)).collect();
                Search::new(&numbers, &signs, &rows)
            });
            deciders(&searches.collect::<Vec<_>>()).iter().any(|row| !row.is_empty())
        });
        let named = named.count();
        assert!(named <= 8, "{named} of 60");
    }

    /// With unrelated candidates of both kinds something is named in at most 1 of 20 comparisons; 200 of them allow 20
    /// (three standard errors above 10).
    #[test]
    fn noise_is_not_named() {
        let named = (0..200)
            .filter(|&seed| {
                let noise = |s| Some(Draws::new(seed + 1_000, s, 1).unit(Process::INERT, Key(99), 0) - 0.5);
                let by_sample: Vec<_> = (0..60).map(noise).collect();
                !found(&numbers(seed, 60), &signs(seed, 60), &by_sample).is_empty()
            })
            .count();
        assert!(named <= 20, "{named} of 200");
    }
}
