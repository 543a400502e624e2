//! Verdicts on samples.
//!
//! A verdict is about samples (draws of what nobody knows), never about the mean: a confidence interval of the mean
//! would call any effect better with enough computing. A difference of exactly zero lies on neither side and within
//! every margin.
//!
//! *Undecided* is of one of two kinds. More computing may help if there are fewer than [`SAMPLES_NEEDED`] samples, or
//! if a share that could still decide is not known well enough: the 95 % Wilson interval of the share within the margin
//! holds 0.90; or that of the leading side does while it is still open whether the middle lies beyond the margin (more
//! than half of all samples do: that share's interval reaches 0.50). Otherwise only knowledge helps.

use super::comparison_types::Verdict;
use super::statistics::wilson;
use crate::observation::Direction;

/// Fewer samples than this decide nothing.
pub const SAMPLES_NEEDED: usize = 30;
/// The share of samples that decides.
pub const SHARE_NEEDED: f64 = 0.9;

/// The verdict on differences by sample (in any order), of an indicator with a direction and a smallest difference that
/// matters (in its unit, at least 0).
pub fn verdict(direction: Direction, differences: &[f64], margin: f64) -> Verdict {
    let n = differences.len();
    if n < SAMPLES_NEEDED {
        return Verdict::UndecidedComputing;
    }
    let count = |test: &dyn Fn(f64) -> bool| differences.iter().filter(|&&d| test(d)).count();
    let (up, down) = (count(&|d| d > 0.0), count(&|d| d < 0.0));
    let within = count(&|d| d.abs() <= margin);
    let (leading, beyond) = if up >= down { (up, count(&|d| d > margin)) } else { (down, count(&|d| d < -margin)) };
    // Whole numbers: 9 of 10 exactly is enough.
    if leading * 10 >= n * 9 && middle_beyond(differences, margin) {
        return match (direction, up > down) {
            (Direction::Higher, true) | (Direction::Lower, false) => Verdict::Better,
            (Direction::Higher, false) | (Direction::Lower, true) => Verdict::Worse,
            (Direction::Neutral, true) => Verdict::Higher,
            (Direction::Neutral, false) => Verdict::Lower,
        };
    }
    if within * 10 >= n * 9 {
        return Verdict::NoDifference;
    }
    let reaches = |count: usize, share: f64| wilson(count, n).1 >= share;
    let side_open = reaches(leading, SHARE_NEEDED) && reaches(beyond, 0.5);
    if side_open || reaches(within, SHARE_NEEDED) { Verdict::UndecidedComputing } else { Verdict::UndecidedKnowledge }
}

/// Whether the median lies beyond the margin.
fn middle_beyond(differences: &[f64], margin: f64) -> bool {
    super::statistics::median(&super::statistics::sorted(differences)).is_some_and(|m| m.abs() > margin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Key;
    use crate::random::{Draws, Process};

    fn spread(positive: usize, negative: usize, zero: usize, size: f64) -> Vec<f64> {
        let mut all = vec![size; positive];
        all.extend(vec![-size; negative]);
        all.extend(vec![0.0; zero]);
        all
    }

    #[test]
    fn ninety_of_a_hundred_beyond_the_margin_decide() {
        let d = spread(90, 10, 0, 2.0);
        assert_eq!(verdict(Direction::Higher, &d, 1.0), Verdict::Better);
        assert_eq!(verdict(Direction::Lower, &d, 1.0), Verdict::Worse);
        assert_eq!(verdict(Direction::Neutral, &d, 1.0), Verdict::Higher);
        let opposite: Vec<f64> = d.iter().map(|x| -x).collect();
        assert_eq!(verdict(Direction::Neutral, &opposite, 1.0), Verdict::Lower);
        assert_eq!(verdict(Direction::Lower, &opposite, 1.0), Verdict::Better);
        assert_eq!(verdict(Direction::Higher, &d, 2.0), Verdict::NoDifference);
    }

    #[test]
    fn too_few_samples_say_nothing_even_if_all_agree() {
        assert_eq!(verdict(Direction::Higher, &spread(29, 0, 0, 2.0), 1.0), Verdict::UndecidedComputing);
        assert_eq!(verdict(Direction::Higher, &spread(30, 0, 0, 2.0), 1.0), Verdict::Better);
        assert_eq!(verdict(Direction::Higher, &spread(0, 0, 29, 2.0), 0.0), Verdict::UndecidedComputing);
        assert_eq!(verdict(Direction::Higher, &[], 0.0), Verdict::UndecidedComputing);
    }

    #[test]
    fn exact_zeros_are_on_neither_side_and_within_every_margin() {
        assert_eq!(verdict(Direction::Higher, &spread(0, 0, 30, 0.0), 0.0), Verdict::NoDifference);
        assert_eq!(verdict(Direction::Higher, &spread(80, 0, 20, 2.0), 1.0), Verdict::UndecidedKnowledge);
    }

    #[test]
    fn more_computing_is_asked_for_only_where_it_can_decide() {
        // 85 of 100: Wilson 0.767 to 0.907 holds 0.90. 850 of 1,000: 0.826 to 0.871 does not.
        assert_eq!(verdict(Direction::Higher, &spread(85, 15, 0, 2.0), 1.0), Verdict::UndecidedComputing);
        assert_eq!(verdict(Direction::Higher, &spread(850, 150, 0, 2.0), 1.0), Verdict::UndecidedKnowledge);
        // All on one side but most of them small, and too many large: neither share can still decide.
        let mut mixed = spread(700, 0, 0, 0.5);
        mixed.extend(spread(300, 0, 0, 2.0));
        assert_eq!(verdict(Direction::Higher, &mixed, 1.0), Verdict::UndecidedKnowledge);
        // All on one side and the middle at the margin: more samples may move it.
        let mut near = spread(52, 0, 0, 0.9);
        near.extend(spread(48, 0, 0, 1.1));
        assert_eq!(verdict(Direction::Higher, &near, 1.0), Verdict::UndecidedComputing);
        // Of 100 small ones 15 are not: that 90 % are may still come out. Of 1,000 it will not.
        assert_eq!(verdict(Direction::Higher, &spread(15, 0, 85, 2.0), 1.0), Verdict::UndecidedComputing);
        assert_eq!(verdict(Direction::Higher, &spread(150, 0, 850, 2.0), 1.0), Verdict::UndecidedKnowledge);
    }

    /// The rate of wrong verdicts at each number of samples, over 2,000 seeds. By the binomial, 0.90 or more of 128
    /// signs with probability 0.68 is five standard deviations away; 8 samples never decide.
    #[test]
    fn an_effect_with_the_wrong_sign_in_32_of_100_samples_is_called_neither_better_nor_worse() {
        for samples in [8_u32, 30, 128, 512, 4096] {
            let mut called = 0;
            for seed in 0..2_000 {
                let draws = Draws::new(seed, samples, 0);
                let differences: Vec<f64> = (0..samples)
                    .map(|i| {
                        let size = 1.0 + draws.unit(Process::Inert, Key(u64::from(i)), 1);
                        if draws.unit(Process::Inert, Key(u64::from(i)), 0) < 0.32 { -size } else { size }
                    })
                    .collect();
                let said = verdict(Direction::Higher, &differences, 0.0);
                called += u32::from(matches!(said, Verdict::Better | Verdict::Worse));
            }
            assert!(called <= 20, "{called} of 2,000 seeds at {samples} samples");
        }
    }
}
