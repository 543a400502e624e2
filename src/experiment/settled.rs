//! Whether a verdict can still turn: what growth stops at, valid however often it looks.
//!
//! A verdict rests on the share of samples on a side (or within the margin) against 0.90, and on the mean against the
//! margin. Samples are added and looked at again and again, so a test that errs in 5 of 100 looks would err far more
//! often in one of many. Here each statement holds over *all* numbers of samples at once, but for a third of [`ERROR`]
//! of all comparisons, because a verdict rests on three at most:
//!
//! - a share lies above (or below) 0.90 once a mixture of likelihood ratios against 0.90 passes one over the error: a
//!   nonnegative supermartingale under every share on the other side, which passes it ever with at most that
//!   probability (Ville 1939; Robbins 1970);
//! - a mean lies beyond the margin by an asymptotic confidence sequence (Waudby-Smith, Arbour, Sinha, Kennedy and
//!   Ramdas 2024, theorem 2.2), narrowest at [`NARROWEST`] samples.
//!
//! Where the truth lies at 0.90 itself no number of samples settles it: growth then ends at the amount of computing.

use super::comparison_types::{Difference, Verdict};
use super::verdict::SHARE_NEEDED;
use super::worlds::{Side, Worlds};

/// In at most this share of comparisons a given figure is said to be settled though more samples would turn its verdict
/// (assumption, 0.01 to 0.1; `benches/stopping.rs` measures what it comes to).
pub const ERROR: f64 = 0.05;
/// A verdict rests on three statements at most.
const STATEMENTS: f64 = 3.0;
/// Shares above 0.90 that are held against it: near ones take long to tell, far ones do not.
const ABOVE: [f64; 6] = [0.92, 0.94, 0.96, 0.98, 0.99, 1.0];
/// Shares below.
const BELOW: [f64; 8] = [0.87, 0.84, 0.8, 0.75, 0.65, 0.5, 0.3, 0.0];
/// So many samples have the narrowest sequence of the mean (assumption, 50 to 200).
const NARROWEST: f64 = 100.0;

/// Whether `held` of `samples` tell that the share of all worlds lies beyond 0.90, on the side of these shares.
fn told(beyond: &[f64], held: usize, samples: usize) -> bool {
    let (held, others) = (held as f64, (samples - held) as f64);
    // The logarithm of a likelihood ratio; nothing times the logarithm of nothing is nothing.
    let times = |count: f64, share: f64, null: f64| if count > 0.0 { count * libm::log(share / null) } else { 0.0 };
    let ratio =
        |share: &f64| libm::exp(times(held, *share, SHARE_NEEDED) + times(others, 1.0 - share, 1.0 - SHARE_NEEDED));
    beyond.iter().map(ratio).sum::<f64>() / beyond.len() as f64 >= STATEMENTS / ERROR
}

/// How far a mean of `samples` with a standard deviation may lie from the truth, at all numbers of samples at once.
fn reach(samples: f64, deviation: f64) -> f64 {
    let error = ERROR / STATEMENTS;
    let twice = -2.0 * libm::log(error);
    let tuned = (twice + libm::log(twice + 1.0)) / NARROWEST;
    let seen = samples * tuned + 1.0;
    deviation * libm::sqrt(2.0 * seen / (samples * samples * tuned) * libm::log(libm::sqrt(seen) / error))
}

/// Whether more samples can no longer turn the verdict on differences by sample. Replicates are another question: of a
/// verdict that more of them may turn, [`super::verdict`] says that computing helps.
pub fn is_settled(verdict: Verdict, differences: &[f64], margin: f64) -> bool {
    let worlds = Worlds::new(differences, None);
    let samples = differences.len();
    let held = |side: Side| differences.iter().filter(|d| side.holds(**d)).count();
    let most = |side| told(&ABOVE, held(side), samples);
    let few = |side| told(&BELOW, held(side), samples);
    let reach = reach(worlds.samples(), worlds.error() * libm::sqrt(worlds.samples()));
    let mean = worlds.mean();
    match verdict {
        Verdict::UndecidedComputing => false,
        Verdict::NoDifference => most(Side::Within(margin)),
        Verdict::UndecidedKnowledge => {
            few(Side::Within(margin))
                && (few(Side::Up) || mean + reach < margin)
                && (few(Side::Down) || mean - reach > -margin)
        }
        Verdict::Better | Verdict::Worse | Verdict::Higher | Verdict::Lower => {
            let side = if mean > 0.0 { Side::Up } else { Side::Down };
            most(side) && mean.abs() - reach > margin
        }
    }
}

impl Difference {
    /// Whether more samples can no longer turn its verdict. Known for the term and the horizon.
    pub fn is_settled(&self) -> bool {
        let differences: Vec<f64> = self.by_sample.iter().flatten().copied().collect();
        is_settled(self.verdict, &differences, self.margin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::{Chance, SAMPLES_NEEDED, verdict};
    use crate::ids::Key;
    use crate::observation::Direction;
    use crate::random::{Draws, Process};

    /// Without chance in the differences.
    fn judged(differences: &[f64], margin: f64) -> Verdict {
        let chance = Chance { variance: 0.0, in_mean: 0.0, freedom: 20.0 };
        verdict(Direction::Higher, differences, margin, Some(chance))
    }

    #[test]
    fn what_is_far_from_the_border_settles_and_what_lies_on_it_does_not() {
        let all = |n: usize| vec![2.0; n];
        let first = (1..400).find(|n| is_settled(Verdict::Better, &all(*n), 1.0)).unwrap_or(0);
        // (1/6) of the sum of (p / 0.9)^n passes 60.
        assert_eq!(first, 49, "all on one side");
        assert!(is_settled(Verdict::NoDifference, &vec![0.1; 56], 1.0) && !is_settled(Verdict::NoDifference, &[], 1.0));
        let border: Vec<f64> = (0..4_000).map(|i| if i % 10 == 9 { -2.0 } else { 2.0 }).collect();
        assert!(!is_settled(judged(&border, 1.0), &border, 1.0));
        let half: Vec<f64> = (0..80).map(|i| if i % 2 == 0 { -2.0 } else { 2.0 }).collect();
        assert_eq!(judged(&half, 1.0), Verdict::UndecidedKnowledge);
        assert!(is_settled(Verdict::UndecidedKnowledge, &half, 1.0));
        // All on one side, the mean at the margin.
        let near: Vec<f64> = (0..400).map(|i| if i % 2 == 0 { 0.5 } else { 1.6 }).collect();
        assert_eq!(judged(&near, 1.0), Verdict::Better);
        assert!(!is_settled(Verdict::Better, &near, 1.0));
    }

    /// Looked at after every sample, the share of 200 repetitions that stop at a verdict which the population does not
    /// have; `benches/stopping.rs` takes 2,000 and more populations. The rule of before, which stopped at the first
    /// verdict, is wrong several times as often.
    #[test]
    fn looking_after_every_sample_seldom_stops_at_a_wrong_verdict() {
        let wrong = |share: f64, is_done: &dyn Fn(Verdict, &[f64]) -> bool| {
            let right = if share > SHARE_NEEDED { Verdict::Better } else { Verdict::UndecidedKnowledge };
            let stops_wrong = |seed: u64| {
                let draws = Draws::new(seed, 0, 0);
                let drawn = |i: u64| if draws.unit(Process::INERT, Key(i), 0) < share { 2.0 } else { -2.0 };
                let all: Vec<f64> = (0..600).map(drawn).collect();
                (SAMPLES_NEEDED..=600)
                    .map(|n| (judged(&all[..n], 1.0), &all[..n]))
                    .find(|(said, seen)| *said != Verdict::UndecidedComputing && is_done(*said, seen))
                    .is_some_and(|(said, _)| said != right)
            };
            (0..200).filter(|seed| stops_wrong(*seed)).count()
        };
        for share in [0.8, 0.87, 0.93, 0.97] {
            let [settled, first] =
                [wrong(share, &|said, seen| is_settled(said, seen, 1.0)), wrong(share, &|_, _| true)];
            assert!(settled <= 10, "{share}: {settled} of 200 settle wrongly, {first} at the first verdict");
        }
        assert!(wrong(0.87, &|_, _| true) > 20, "the first verdict is no better");
    }
}
