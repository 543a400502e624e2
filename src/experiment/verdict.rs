//! Verdicts on samples.
//!
//! A verdict is about samples (draws of what nobody knows), never about the error of the mean: a confidence interval of
//! the mean would call any effect better with enough computing. A difference of exactly zero lies on neither side and
//! within every margin. *Better* and *worse* need 90 of 100 samples on one side and the mean, which is what is printed,
//! beyond the margin on that side.
//!
//! *Undecided* is of one of two kinds. More computing may help
//!
//! - with fewer than [`SAMPLES_NEEDED`] samples;
//! - if a share that could still decide is not known well enough: the 95 % Wilson interval of the share within the
//!   margin holds 0.90; or that of a side does while the mean may still come to lie beyond the margin there;
//! - if one of these shares may get there when more replicates take chance away (`worlds`). Without a second replicate
//!   anywhere nobody can tell.
//!
//! Otherwise only knowledge helps.

use super::comparison_types::{Chance, Computing, Difference, MOST, Verdict};
use super::statistics::wilson;
use super::worlds::{Side, Worlds};
use crate::observation::Direction;

/// Fewer samples than this decide nothing.
pub const SAMPLES_NEEDED: usize = 30;
/// The share of samples that decides.
pub const SHARE_NEEDED: f64 = 0.9;
/// Standard errors by which a mean may still move.
const MOVES: f64 = 1.96;

/// The verdict on differences by sample (in any order), of an indicator with a direction and a smallest difference that
/// matters (in its unit, at least 0). `chance` is what is known of chance in these differences; `None` where no sample
/// has a second replicate.
pub fn verdict(direction: Direction, differences: &[f64], margin: f64, chance: Option<Chance>) -> Verdict {
    judge(direction, &Worlds::new(differences, chance), margin)
}

fn judge(direction: Direction, worlds: &Worlds, margin: f64) -> Verdict {
    if worlds.samples() < SAMPLES_NEEDED as f64 {
        return Verdict::UndecidedComputing;
    }
    // Whole numbers of samples: 9 of 10 exactly is enough.
    let most = |side| worlds.share(side) >= SHARE_NEEDED - 1e-12;
    if most(Side::Up) && worlds.mean() > margin {
        return match direction {
            Direction::Higher => Verdict::Better,
            Direction::Lower => Verdict::Worse,
            Direction::Neutral => Verdict::Higher,
        };
    }
    if most(Side::Down) && worlds.mean() < -margin {
        return match direction {
            Direction::Higher => Verdict::Worse,
            Direction::Lower => Verdict::Better,
            Direction::Neutral => Verdict::Lower,
        };
    }
    match () {
        () if most(Side::Within(margin)) => Verdict::NoDifference,
        () if computing_helps(worlds, margin) => Verdict::UndecidedComputing,
        () => Verdict::UndecidedKnowledge,
    }
}

/// Whether more samples or more replicates may decide what is undecided.
fn computing_helps(worlds: &Worlds, margin: f64) -> bool {
    let beyond = MOVES * worlds.error() - margin;
    let open = |side| match side {
        Side::Up => worlds.mean() + beyond > 0.0,
        Side::Down => beyond - worlds.mean() > 0.0,
        Side::Within(_) => true,
    };
    let reaches = |share: f64| wilson(share, worlds.samples()).1 >= SHARE_NEEDED;
    let may = |side| open(side) && (reaches(worlds.share(side)) || worlds.most(side).is_none_or(reaches));
    [Side::Within(margin), Side::Up, Side::Down].into_iter().any(may)
}

/// How many samples and replicates in all an undecided difference would take, at a guess: the fewest simulations, of
/// once, twice, four times, ... as many samples and as many replicates, with which it would be decided or known to
/// depend on knowledge, if shares and spread stay as they are. `None` where computing does not help.
pub(super) fn needs(d: &Difference) -> Option<Computing> {
    if d.verdict != Verdict::UndecidedComputing {
        return None;
    }
    let differences: Vec<f64> = d.by_sample.iter().flatten().copied().collect();
    let (now, replicates) = (Worlds::new(&differences, d.chance), d.replicates.max(1));
    let least = d.samples.max(SAMPLES_NEEDED as u32);
    if differences.is_empty() {
        return Some(Computing { samples: least, replicates });
    }
    // Before chance is known, nothing further can be reckoned.
    if d.chance.is_none() {
        return Some(Computing { samples: least, replicates: replicates.max(2) });
    }
    let doublings = |from: u32| (0..16).map(move |k| from.saturating_mul(1 << k)).take_while(|n| *n < MOST);
    let mut plans: Vec<Computing> = doublings(least)
        .flat_map(|samples| doublings(replicates).map(move |replicates| Computing { samples, replicates }))
        .collect();
    plans.sort_by_key(|plan| (u64::from(plan.samples) * u64::from(plan.replicates), plan.replicates));
    let told = |plan: &Computing| {
        let then = now.with(plan.samples, (replicates, plan.replicates));
        judge(d.direction, &then, d.margin) != Verdict::UndecidedComputing
    };
    let found = plans.into_iter().find(told).unwrap_or(Computing { samples: MOST, replicates });
    let samples = if found.samples > least { rounded_up(found.samples) } else { found.samples };
    Some(Computing { samples, ..found })
}

/// Up to two digits: it is an estimate.
fn rounded_up(n: u32) -> u32 {
    let step = 10_u32.pow(n.max(1).ilog10().saturating_sub(1));
    n.div_ceil(step) * step
}

impl Difference {
    /// How many samples and replicates it would take in all, if the verdict is that more computing may help; otherwise
    /// `None`. For a result folder this is known for the term and the horizon.
    pub fn needs(&self) -> Option<Computing> {
        needs(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Key;
    use crate::random::{Draws, Process};

    /// Differences without chance in them.
    fn verdict(direction: Direction, differences: &[f64], margin: f64) -> Verdict {
        super::verdict(direction, differences, margin, Some(Chance { variance: 0.0, in_mean: 0.0, freedom: 20.0 }))
    }

    fn spread(positive: usize, negative: usize, zero: usize, size: f64) -> Vec<f64> {
        let mut all = vec![size; positive];
        all.extend(vec![-size; negative]);
        all.extend(vec![0.0; zero]);
        all
    }

    /// What a comparison does not add by itself is out of reach, unless somebody has computed half of it already.
    #[test]
    fn more_than_a_comparison_adds_is_out_of_reach() {
        let needs = |samples, replicates| Computing { samples, replicates };
        assert!(!needs(400, 10).is_out_of_reach(40) && !needs(1_000, 1).is_out_of_reach(500));
        assert!(needs(640, 1).is_out_of_reach(40) && needs(16_000, 1).is_out_of_reach(500));
        assert!(needs(40, 16).is_out_of_reach(40));
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

    /// What is printed is the mean: it must lie beyond the margin, on the side of the samples.
    #[test]
    fn the_mean_decides_whether_a_difference_matters() {
        let with_few = |few: f64| [vec![0.9; 95], vec![few; 5]].concat();
        assert_eq!(
            verdict(Direction::Higher, &with_few(4.0), 1.0),
            Verdict::Better,
            "0.9 in the middle, 1.055 on average"
        );
        assert_eq!(verdict(Direction::Higher, &with_few(2.0), 1.0), Verdict::NoDifference);
        let against = [vec![2.0; 92], vec![-90.0; 8]].concat();
        assert_eq!(verdict(Direction::Higher, &against, 1.0), Verdict::UndecidedKnowledge, "-5.36 on average");
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
                        let size = 1.0 + draws.unit(Process::INERT, Key(u64::from(i)), 1);
                        if draws.unit(Process::INERT, Key(u64::from(i)), 0) < 0.32 { -size } else { size }
                    })
                    .collect();
                let said = verdict(Direction::Higher, &differences, 0.0);
                called += u32::from(matches!(said, Verdict::Better | Verdict::Worse));
            }
            assert!(called <= 20, "{called} of 2,000 seeds at {samples} samples");
        }
    }
}
