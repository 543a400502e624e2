//! An outcome that somebody has made of results, judged as a model's own figures are.

use super::comparison_types::{Difference, Period};
use super::paired::difference_of;
use crate::observation::{Direction, Kind, Margin, Series};

/// What is judged: values in base and variant, by sample and replicate.
#[derive(Clone, Debug)]
pub struct OwnOutcome {
    /// What it is called.
    pub name: String,
    /// Which way is better.
    pub direction: Direction,
    /// The smallest difference that matters, in the outcome's unit; at least 0.
    pub margin: f64,
    /// Of each sample its replicates, in base and variant.
    pub pairs: Vec<Vec<(f64, f64)>>,
}

/// The difference with its range, verdict and share of chance. What decides is not sought: that takes the numbers of a
/// plan.
pub fn judge(outcome: &OwnOutcome) -> Difference {
    let meta = Series {
        indicator: outcome.name.clone(),
        group: "all".to_owned(),
        unit: "",
        kind: Kind::Flow,
        direction: outcome.direction,
        margin: Margin::Absolute(outcome.margin),
        name: outcome.name.clone(),
        dutch: outcome.name.clone(),
        default: true,
    };
    let replicates = outcome.pairs.iter().map(Vec::len).max().unwrap_or(0) as u32;
    Difference { replicates, ..difference_of(&meta, Period::Horizon, &outcome.pairs, 0.0, |_| None) }
}

#[cfg(test)]
mod tests {
    use super::super::comparison_types::Verdict;
    use super::*;

    fn of(pairs: Vec<Vec<(f64, f64)>>, margin: f64) -> Difference {
        judge(&OwnOutcome { name: "mine".to_owned(), direction: Direction::Lower, margin, pairs })
    }

    /// 38 of 40 lower, by 2.5 on average: better if 1 matters, nothing if 3 does; chance is told from replicates alone.
    #[test]
    fn an_outcome_of_ones_own_gets_the_same_verdict_as_any() {
        let sample = |i: i32| {
            let change = if i < 2 { 1.0 } else { -2.7 };
            vec![(10.0, 10.0 + change), (20.0, 20.2 + change)]
        };
        let pairs: Vec<_> = (0..40).map(sample).collect();
        let told = of(pairs.clone(), 1.0);
        assert_eq!((told.verdict, told.samples, told.replicates), (Verdict::Better, 40, 2));
        assert!((told.difference.expect("a mean") + 2.415).abs() < 1e-9, "{:?}", told.difference);
        assert!((told.chance.expect("two replicates").variance - 0.02).abs() < 1e-9);
        assert_eq!(of(pairs.clone(), 3.0).verdict, Verdict::NoDifference);
        let alone = of(pairs.into_iter().map(|sample| sample[..1].to_vec()).collect(), 1.0);
        assert!(alone.chance.is_none() && alone.verdict == Verdict::Better);
    }
}
