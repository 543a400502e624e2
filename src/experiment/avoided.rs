//! What it costs to avoid a year in which somebody has a severe need: extra euros of the municipality for each.

use super::comparison_types::{Comparison, Period};
use super::statistics::{lower, mean, sorted, upper};
use super::verdict::SAMPLES_NEEDED;

/// Whether severe person-years are avoided, and at what cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Avoided {
    /// None that can be told: fewer in less than 90 of 100 samples, or too few samples.
    None,
    /// Some, and the municipality pays no more for them.
    ForNothing {
        /// Severe person-years avoided per year, mean over samples.
        avoided: f64,
    },
    /// Some, and the municipality pays more.
    Paid {
        /// Severe person-years avoided per year, mean over samples.
        avoided: f64,
        /// Euros for each: of the means.
        euros: f64,
        /// 5th and 95th percentile over samples of their own euros for each; `None` where a ratio so near the edge
        /// would divide by none, or by more severe person-years instead of fewer.
        range: Option<(f64, f64)>,
    },
}

/// What avoiding a severe person-year costs the municipality over the horizon; `None` without samples of both figures.
/// Both are compared sample by sample.
pub fn avoided(comparison: &Comparison) -> Option<Avoided> {
    let row = |key: &str| comparison.find(key, "all", Period::Horizon);
    let (severe, euros) = (row("need.severe")?, row("euros.municipality")?);
    let both = severe.by_sample.iter().zip(&euros.by_sample).filter_map(|(s, e)| s.zip(*e));
    let (fewer, more): (Vec<f64>, Vec<f64>) = both.map(|(severe, euros)| (-severe, euros)).unzip();
    of_samples(&fewer, &more)
}

/// Of severe person-years fewer and euros more per year, by sample.
fn of_samples(fewer: &[f64], more: &[f64]) -> Option<Avoided> {
    let (avoided, euros) = (mean(fewer)?, mean(more)?);
    let leading = fewer.iter().filter(|fewer| **fewer > 0.0).count();
    if avoided <= 0.0 || fewer.len() < SAMPLES_NEEDED || leading * 10 < fewer.len() * 9 {
        return Some(Avoided::None);
    }
    if euros <= 0.0 {
        return Some(Avoided::ForNothing { avoided });
    }
    let is_told = lower(&sorted(fewer), 0.05)? > 0.0;
    let each: Vec<f64> = fewer.iter().zip(more).filter(|(f, _)| **f > 0.0).map(|(f, e)| e / f).collect();
    let ordered = sorted(&each);
    let range = lower(&ordered, 0.05).zip(upper(&ordered, 0.05)).filter(|_| is_told);
    Some(Avoided::Paid { avoided, euros: euros / avoided, range })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_is_that_of_the_means_and_its_range_that_of_the_samples() {
        let twenty = |a: f64, b: f64| [vec![a; 20], vec![b; 20]].concat();
        let found = of_samples(&twenty(2.0, 4.0), &twenty(100.0, 800.0));
        // (100 + 800) / (2 + 4); each sample's own is 50 or 200.
        assert_eq!(found, Some(Avoided::Paid { avoided: 3.0, euros: 150.0, range: Some((50.0, 200.0)) }));
    }

    #[test]
    fn nothing_is_avoided_where_samples_disagree_or_are_few() {
        assert_eq!(of_samples(&[vec![2.0; 35], vec![-1.0; 5]].concat(), &[9.0; 40]), Some(Avoided::None));
        assert_eq!(of_samples(&[2.0; 29], &[9.0; 29]), Some(Avoided::None));
        assert_eq!(of_samples(&[-2.0; 40], &[9.0; 40]), Some(Avoided::None));
        assert_eq!(of_samples(&[], &[]), None);
    }

    #[test]
    fn what_saves_money_has_no_price_and_a_wide_range_is_not_told() {
        assert_eq!(of_samples(&[2.0; 40], &[-9.0; 40]), Some(Avoided::ForNothing { avoided: 2.0 }));
        let wide = of_samples(&[vec![2.0; 36], vec![-1.0; 4]].concat(), &[17.0; 40]);
        assert_eq!(wide, Some(Avoided::Paid { avoided: 1.7, euros: 10.0, range: None }));
    }
}
