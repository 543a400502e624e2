//! When each payer has its extra cost back.
//!
//! Euros are compared as whole numbers, so that a payer without any difference has it back from the first year on,
//! exactly.

use super::comparison_types::BreakEven;
use super::results::Results;
use crate::entities::Account;

/// Every payer: the municipality, everybody together, and each account that pays.
pub fn payers() -> Vec<&'static str> {
    let accounts = Account::ALL.into_iter().filter(|a| a.is_payer()).map(Account::key);
    ["municipality", "all"].into_iter().chain(accounts).collect()
}

/// The break-even of every payer whose series `euros.<payer>` is there.
pub(super) fn break_even(results: &Results, base: usize, variant: usize) -> Vec<BreakEven> {
    let series = |payer: &str| results.position(&format!("euros.{payer}"), "all");
    payers().into_iter().filter_map(|payer| of_payer(results, base, variant, payer, series(payer)?)).collect()
}

fn of_payer(results: &Results, base: usize, variant: usize, payer: &str, series: usize) -> Option<BreakEven> {
    let years: Vec<Option<usize>> = results
        .samples()
        .into_iter()
        .filter_map(|runs| extra_by_year(results, base, variant, runs, series))
        .map(|extra| first_year(&extra))
        .collect();
    over_samples(payer, years)
}

/// What the first years of the samples (in any order) say; `None` without samples.
fn over_samples(payer: &str, mut years: Vec<Option<usize>>) -> Option<BreakEven> {
    let n = years.len();
    if n == 0 {
        return None;
    }
    // Never comes last.
    years.sort_unstable_by_key(|y| y.unwrap_or(usize::MAX));
    // The earliest year by whose end `twentieths` of 20 samples, or more, are there.
    let reached = |twentieths: usize| years[(n * twentieths).div_ceil(20).max(1) - 1].map(|y| y as f64);
    Some(BreakEven {
        payer: payer.to_owned(),
        year_median: reached(10),
        year_p05: reached(1),
        year_p95: reached(19),
        share_never: years.iter().filter(|y| y.is_none()).count() as f64 / n as f64,
    })
}

/// Extra cost of the variant in each year, summed over the replicates of a sample; `None` where a value is missing.
fn extra_by_year(
    results: &Results,
    base: usize,
    variant: usize,
    runs: std::ops::Range<usize>,
    series: usize,
) -> Option<Vec<i128>> {
    let mut extra = vec![0_i128; results.years()];
    for run in runs {
        let (b, v) = (results.runs(base).get(run)?, results.runs(variant).get(run)?);
        for (sum, (b, v)) in extra.iter_mut().zip(b.years.iter().zip(&v.years)) {
            let (b, v) = (b[series], v[series]);
            // Both count in the same raw unit per euro; anything else is no amount of money.
            if b.den == 0 || b.den != v.den {
                return None;
            }
            *sum += i128::from(v.num) - i128::from(b.num);
        }
    }
    Some(extra)
}

/// The first year from whose end the running sum stays at or below zero to the last year.
fn first_year(extra: &[i128]) -> Option<usize> {
    let mut sum = 0;
    let mut first = None;
    for (year, extra) in extra.iter().enumerate() {
        sum += extra;
        if sum > 0 {
            first = None;
        } else {
            first = first.or(Some(year));
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extra_cost_must_stay_back_to_the_horizon() {
        assert_eq!(first_year(&[5, -3, -2, -1]), Some(2));
        assert_eq!(first_year(&[5, -6, 2, -2]), Some(3));
        assert_eq!(first_year(&[-5, 2, 2, 2]), None);
        assert_eq!(first_year(&[0, 0, 0]), Some(0));
        assert_eq!(first_year(&[1, 0, 0]), None);
    }

    /// Of 20 samples one has it back in each year from 0 on, and one never: in year 0 a twentieth of them have, in year
    /// 9 a half, in year 18 nineteen twentieths. If two never have it back, nineteen twentieths never do.
    #[test]
    fn years_are_those_by_which_so_many_samples_are_there() {
        let years = |never: usize| -> Vec<Option<usize>> {
            (0..20).rev().map(|year| (year < 20 - never).then_some(year)).collect()
        };
        let one = over_samples("insurer", years(1)).expect("samples");
        assert_eq!((one.year_p05, one.year_median, one.year_p95), (Some(0.0), Some(9.0), Some(18.0)));
        assert!(one.payer == "insurer" && (one.share_never - 0.05).abs() < 1e-12);
        let two = over_samples("insurer", years(2)).expect("samples");
        assert_eq!((two.year_p05, two.year_median, two.year_p95), (Some(0.0), Some(9.0), None));
        let most = over_samples("insurer", years(11)).expect("samples");
        assert_eq!((most.year_p05, most.year_median, most.year_p95), (Some(0.0), None, None));
        assert!(over_samples("insurer", Vec::new()).is_none());
    }

    #[test]
    fn the_household_pays_and_providers_do_not() {
        let payers = payers();
        assert!(["municipality", "all", "insurer", "wlz", "housing", "household"].iter().all(|p| payers.contains(p)));
        assert!(!payers.contains(&"providers") && !payers.contains(&"employers"));
    }
}
