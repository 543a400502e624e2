//! Where the variance of a difference comes from, and what common random numbers save.
//!
//! The difference of one world is `D = mean + assumptions + chance`: a one-way random effects model with samples as
//! groups and replicates within them (Searle, Casella and McCulloch 1992, chapter 3).
//!
//! - *chance*: the variance between replicates of one sample, pooled over samples with two or more;
//! - *assumptions*: the variance between samples, less what chance adds to a sample's mean (`chance` times the mean of
//!   one over its replicates); at least 0;
//! - *computing*: the squared Monte-Carlo error of the reported mean, the variance of the samples' differences over
//!   their number. More samples make it vanish; the other two stay.
//!
//! The three are given as shares of their sum.

use super::comparison_types::Chance;
use super::statistics::{mean, squares, variance};

/// Values by replicate of one sample, in base and variant, where both are there.
pub(super) type Pairs = Vec<(f64, f64)>;

/// The pooled variance within samples of what `of` takes from a pair; `None` without a second replicate anywhere.
fn within(samples: &[Pairs], of: impl Fn(&(f64, f64)) -> f64) -> Option<f64> {
    let mut freedom = 0;
    let mut parts = Vec::new();
    for sample in samples.iter().filter(|s| s.len() > 1) {
        freedom += sample.len() - 1;
        parts.push(squares(&sample.iter().map(&of).collect::<Vec<f64>>()));
    }
    (freedom > 0).then(|| mean(&parts).unwrap_or(0.0) * parts.len() as f64 / freedom as f64)
}

/// What is known of chance in the mean of each sample; `None` without a second replicate anywhere. The degrees of
/// freedom are those of a normal distribution with the same uncertainty (Satterthwaite 1946): fewer where tails are
/// heavy, or where samples differ in how much chance there is.
pub(super) fn chance(samples: &[Pairs]) -> Option<Chance> {
    let variance = within(samples, |(b, v)| v - b)?;
    let inverse: Vec<f64> = samples.iter().filter(|s| !s.is_empty()).map(|s| 1.0 / s.len() as f64).collect();
    let (mut freedom, mut spread) = (0.0, Vec::new());
    for sample in samples.iter().filter(|s| s.len() > 1) {
        let own = (sample.len() - 1) as f64;
        let off = squares(&sample.iter().map(|(b, v)| v - b).collect::<Vec<f64>>()) - own * variance;
        freedom += own;
        spread.push(off * off);
    }
    let spread = mean(&spread)? * spread.len() as f64;
    let seen = if spread > 0.0 { 2.0 * (variance * freedom) * (variance * freedom) / spread } else { freedom };
    Some(Chance { variance, in_mean: variance * mean(&inverse)?, freedom: seen.min(freedom) })
}

/// Shares of assumptions, chance and computing; `None` without a second replicate, with fewer than two samples, or
/// where nothing varies. `differences` are the samples' own, in the order of `samples`.
pub(super) fn split(samples: &[Pairs], differences: &[f64]) -> Option<[f64; 3]> {
    let chance = within(samples, |(b, v)| v - b)?;
    let between = variance(differences)?;
    let inverse: Vec<f64> = samples.iter().filter(|s| !s.is_empty()).map(|s| 1.0 / s.len() as f64).collect();
    let assumptions = (between - chance * mean(&inverse)?).max(0.0);
    let computing = between / differences.len() as f64;
    let sum = assumptions + chance + computing;
    (sum > 0.0).then(|| [assumptions / sum, chance / sum, computing / sum])
}

/// The variance of an unpaired difference (independent draws in base and variant) over that of the paired one, within
/// samples; `None` without a second replicate or where the paired difference does not vary.
pub(super) fn reduction(samples: &[Pairs]) -> Option<f64> {
    let paired = within(samples, |(b, v)| v - b)?;
    let unpaired = within(samples, |p| p.0)? + within(samples, |p| p.1)?;
    (paired > 0.0).then(|| unpaired / paired)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Key;
    use crate::random::{Distribution, Draws, Process};

    /// Two samples by hand: differences 1, 3 and 6, 10. Within: (2 + 8) / 2 = 5. Means 2 and 8: between 18, assumptions
    /// 18 - 5 / 2 = 15.5, computing 9.
    #[test]
    fn the_split_matches_a_hand_computation() {
        let samples = vec![vec![(0.0, 1.0), (0.0, 3.0)], vec![(1.0, 7.0), (1.0, 11.0)]];
        let split = split(&samples, &[2.0, 8.0]).unwrap();
        for (share, expected) in split.iter().zip([15.5, 5.0, 9.0]) {
            assert!((share - expected / 29.5).abs() < 1e-12, "{split:?}");
        }
        assert_eq!(reduction(&samples), Some(1.0));
    }

    #[test]
    fn without_a_second_replicate_nothing_is_said() {
        let samples = vec![vec![(0.0, 1.0)], vec![(0.0, 3.0)]];
        assert_eq!((split(&samples, &[1.0, 3.0]), reduction(&samples)), (None, None));
        let same = vec![vec![(1.0, 1.0), (2.0, 2.0)]; 2];
        assert_eq!((split(&same, &[0.0, 0.0]), reduction(&same)), (None, None));
    }

    /// Samples with standard deviation 2, chance with 1, and noise of 3 that base and variant share. The estimates of
    /// the two variances over 400 samples have standard errors of about 8 %; 30 % is beyond three of them.
    #[test]
    fn known_variances_are_found_again() {
        let normal = Distribution::LogNormal { median: 1.0, sigma: 1.0 };
        let draw = |sample: u32, replicate: u32, occasion| {
            let u = Draws::new(5, sample, replicate).unit(Process::INERT, Key(1), occasion);
            libm::log(normal.quantile(u))
        };
        let samples: Vec<Pairs> = (0..400)
            .map(|s| {
                let effect = 2.0 * draw(s, 99, 0);
                let pair = |r| (3.0 * draw(s, r, 1), 3.0 * draw(s, r, 1) + effect + draw(s, r, 2));
                (0..2 - u32::from(s > 200)).map(pair).collect()
            })
            .collect();
        let differences: Vec<f64> =
            samples.iter().map(|s| s.iter().map(|(b, v)| v - b).sum::<f64>() / s.len() as f64).collect();
        let [assumptions, chance, computing] = split(&samples, &differences).unwrap();
        assert!((assumptions / chance / 4.0 - 1.0).abs() < 0.3, "{assumptions} {chance}");
        assert!(computing < 0.01 && (assumptions + chance + computing - 1.0).abs() < 1e-12);
        // Unpaired 9 + (9 + 1), paired 1.
        assert!((reduction(&samples).unwrap() / 19.0 - 1.0).abs() < 0.3);
    }
}
