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
    let back = over_samples(payer, years)?;
    Some(BreakEven { share_full: share_full(results, base, variant, payer), ..back })
}

/// The accounts that a payer stands for, by number.
fn accounts_of(payer: &str) -> Vec<usize> {
    let of = |account: &Account| match payer {
        "municipality" => account.is_municipal(),
        "all" => true,
        key => account.key() == key,
    };
    Account::ALL.into_iter().filter(|a| a.is_payer() && of(a)).map(|a| a as usize).collect()
}

/// In which share of the samples most of what a payer pays for services goes, in both scenarios, to services that are
/// full while somebody waits; `None` where it pays for none in any sample.
fn share_full(results: &Results, base: usize, variant: usize, payer: &str) -> Option<f64> {
    let accounts = accounts_of(payer);
    // Full over all euros for services, summed over the replicates of a sample.
    let euros = |scenario: usize, runs: std::ops::Range<usize>| -> [i128; 2] {
        let cells = runs.flat_map(|run| accounts.iter().filter_map(move |a| results.full(scenario, run, *a)));
        cells.fold([0, 0], |[full, all], cell| [full + i128::from(cell.num), all + i128::from(cell.den)])
    };
    let samples = results.samples().into_iter().map(|runs| [base, variant].map(|s| euros(s, runs.clone())));
    let paid: Vec<[[i128; 2]; 2]> = samples.filter(|sample| sample.iter().all(|[_, all]| *all > 0)).collect();
    let full = paid.iter().filter(|sample| sample.iter().all(|[full, all]| 2 * full >= *all)).count();
    (!paid.is_empty()).then(|| full as f64 / paid.len() as f64)
}

/// How many times as many incidents as there are would make the totals of all payers the same in two plans, by how much
/// more the second costs in all (`all`) and for incidents (`incidents`). Euros of incidents grow as they do; what would
/// follow from more of them is left out. `None` where the totals differ the same way however many there are.
pub fn tipping_incidents(all: f64, incidents: f64) -> Option<f64> {
    let times = 1.0 - all / incidents;
    (incidents != 0.0 && times > 0.0).then_some(times)
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
        // By whose end more than half are there: half of an even number is not the middle.
        year_median: years[n / 2].map(|y| y as f64),
        year_p05: reached(1),
        year_p95: reached(19),
        share_never: years.iter().filter(|y| y.is_none()).count() as f64 / n as f64,
        share_full: None,
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

    /// A plan that saves 100 in all although incidents cost 20 more saves 120 without them, and nothing where they are
    /// six times as many. One that saves on incidents too saves however many there are; one whose incidents differ by
    /// nothing stays as it is.
    #[test]
    fn incidents_can_tip_a_saving() {
        let is = |a: Option<f64>, b: f64| a.is_some_and(|a| (a - b).abs() < 1e-12);
        assert!(is(tipping_incidents(-100.0, 20.0), 6.0));
        assert!(is(tipping_incidents(100.0, -20.0), 6.0));
        assert!(is(tipping_incidents(10.0, 40.0), 0.75), "with fewer than there are it saves");
        assert_eq!(tipping_incidents(-100.0, -20.0), None);
        assert_eq!(tipping_incidents(50.0, 20.0), None);
        assert_eq!(tipping_incidents(-100.0, 0.0), None);
    }

    #[test]
    fn the_municipality_and_all_are_several_accounts() {
        assert_eq!(accounts_of("municipality").len(), 5);
        assert_eq!(accounts_of("all").len(), 10);
        assert_eq!(accounts_of("insurer"), [Account::HealthInsurer as usize]);
    }

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
        assert_eq!((one.year_p05, one.year_median, one.year_p95), (Some(0.0), Some(10.0), Some(18.0)));
        assert!(one.payer == "insurer" && (one.share_never - 0.05).abs() < 1e-12);
        let two = over_samples("insurer", years(2)).expect("samples");
        assert_eq!((two.year_p05, two.year_median, two.year_p95), (Some(0.0), Some(10.0), None));
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
