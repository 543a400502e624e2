//! What the samples would show without chance: the worlds behind their differences.
//!
//! A sample's difference is the effect of its world and the mean of chance over its replicates. More replicates alone
//! take chance away: the spread narrows from `V`, the variance between samples, to `T = V - chance / replicates`, and
//! the share of samples on a side, or within a margin, moves. Here it is said how large that share may become, so that
//! nobody is told that computing does not help where it would.
//!
//! An effect is seen as `centre + w (difference - mean) + rest`, with `w = T / V` and a normal rest of variance
//! `T (1 - w)`: the best linear guess (Searle, Casella and McCulloch 1992, chapter 7), which has the shape of the
//! samples where chance is small. What is in doubt goes to the side of *may decide*: `T` is at the lower end of what
//! both variances leave open, the centre is moved by the chance in the mean, and the count of worlds is at the upper
//! end of its own spread.

use std::f64::consts::FRAC_1_SQRT_2;

use super::comparison_types::Chance;
use super::statistics::{mean, variance};

/// How far the centre and the count may be from the truth, in standard errors. This and the next two are set on
/// invented populations and on the model: of those that are told to depend on knowledge at most one in twenty is to
/// turn by more replicates alone.
const DOUBT: f64 = 1.65;
/// The same of the spread of effects, for the chance that is in it.
const SPREAD_DOUBT: f64 = 2.0;
/// The same of the variance of chance. A few second replicates know little of it, and of hundreds of differences some
/// are always estimated far too low: with twenty of them chance may be five times as large.
const CHANCE_DOUBT: f64 = 4.0;

/// Where a world may lie.
#[derive(Clone, Copy, Debug)]
pub(super) enum Side {
    /// Above zero.
    Up,
    /// Below zero.
    Down,
    /// Within a margin.
    Within(f64),
}

impl Side {
    /// Whether a difference that is known lies there.
    pub(super) fn holds(self, x: f64) -> bool {
        match self {
            Self::Up => x > 0.0,
            Self::Down => x < 0.0,
            Self::Within(margin) => x.abs() <= margin,
        }
    }

    /// The probability that an effect lies there, with a guess and the standard deviation of the rest.
    fn chance_of(self, guess: f64, rest: f64) -> f64 {
        // The probability that the rest is more than minus this.
        let above_minus = |x: f64| 0.5 * libm::erfc(-x / rest * FRAC_1_SQRT_2);
        match self {
            _ if rest <= 0.0 => f64::from(u8::from(self.holds(guess))),
            Self::Up => above_minus(guess),
            Self::Down => above_minus(-guess),
            Self::Within(margin) => above_minus(guess + margin) - above_minus(guess - margin),
        }
    }
}

/// What was seen of the worlds.
#[derive(Clone, Debug)]
pub(super) struct Worlds {
    differences: Vec<f64>,
    mean: f64,
    variance: f64,
    chance: Option<Chance>,
    /// So many samples: as many as differences, or as many as are thought of.
    samples: f64,
}

impl Worlds {
    /// The differences of samples, with what is known of chance in them.
    pub(super) fn new(differences: &[f64], chance: Option<Chance>) -> Self {
        Self {
            mean: mean(differences).unwrap_or(0.0),
            variance: variance(differences).unwrap_or(0.0),
            differences: differences.to_vec(),
            chance,
            samples: differences.len() as f64,
        }
    }

    /// The same worlds with other numbers of samples and of replicates (from, to), if mean and shares stay as they are.
    pub(super) fn with(&self, samples: u32, (from, to): (u32, u32)) -> Self {
        let samples = f64::from(samples);
        let now = self.chance.map_or(0.0, |c| c.in_mean);
        // Some samples may have one more than the others.
        let replicates = self.chance.filter(|_| now > 0.0).map_or(f64::from(from), |c| c.variance / now);
        let then = if from == to { 1.0 } else { (replicates / f64::from(to)).min(1.0) };
        let variance = (self.variance - now).max(0.0) + now.min(self.variance) * then;
        let scale = if self.variance > 0.0 { libm::sqrt(variance / self.variance) } else { 1.0 };
        let chance = self.chance.map(|c| Chance {
            in_mean: c.in_mean * then,
            // The extra replicates of the first samples stay as many; others come with every sample.
            freedom: if to > 1 { c.freedom.max(0.5 * samples * f64::from(to - 1)) } else { c.freedom },
            ..c
        });
        let moved = |d: &f64| self.mean + scale * (d - self.mean);
        Self { differences: self.differences.iter().map(moved).collect(), mean: self.mean, variance, chance, samples }
    }

    /// The mean of the differences.
    pub(super) fn mean(&self) -> f64 {
        self.mean
    }

    /// Samples.
    pub(super) fn samples(&self) -> f64 {
        self.samples
    }

    /// The standard error of the mean.
    pub(super) fn error(&self) -> f64 {
        libm::sqrt(self.variance / self.samples.max(1.0))
    }

    /// The share of samples on a side, chance and all.
    pub(super) fn share(&self, side: Side) -> f64 {
        let held = self.differences.iter().filter(|&&d| side.holds(d)).count();
        held as f64 / (self.differences.len() as f64).max(1.0)
    }

    /// The largest share of worlds that may show on a side when more replicates take chance away; `None` if nothing is
    /// known of chance.
    pub(super) fn most(&self, side: Side) -> Option<f64> {
        let chance = self.chance?;
        if chance.in_mean <= 0.0 || self.variance <= 0.0 {
            return Some(self.share(side));
        }
        let w = self.least_spread(chance) / self.variance;
        let rest = libm::sqrt(self.variance * w * (1.0 - w));
        let centre = self.centre(side, DOUBT * libm::sqrt(chance.in_mean / self.samples));
        let (mut sum, mut doubt) = (0.0, 0.0);
        for d in &self.differences {
            let p = side.chance_of(centre + w * (d - self.mean), rest);
            sum += p;
            doubt += p * (1.0 - p);
        }
        let n = self.differences.len() as f64;
        Some((sum / n + DOUBT * libm::sqrt(doubt / n / self.samples)).min(1.0))
    }

    /// The variance of effects at the lower end of what can be told: less chance at its upper end, which is a
    /// chi-squared (Wilson and Hilferty 1931), and less the variance by which chance moves the spread of these very
    /// worlds.
    fn least_spread(&self, chance: Chance) -> f64 {
        let c = chance.in_mean;
        let left = (self.variance - c).max(0.0);
        let ninth = 2.0 / (9.0 * chance.freedom);
        let quantile = (1.0 - ninth - CHANCE_DOUBT * libm::sqrt(ninth)).max(0.0);
        let of_chance = c / (quantile * quantile * quantile) - c;
        let of_spread = SPREAD_DOUBT * libm::sqrt((2.0 * c * c + 4.0 * left * c) / self.samples);
        (self.variance - c - libm::hypot(of_chance, of_spread)).max(0.0)
    }

    /// The mean, moved towards a side by as much as is in doubt.
    fn centre(&self, side: Side, doubt: f64) -> f64 {
        match side {
            Side::Up => self.mean + doubt,
            Side::Down => self.mean - doubt,
            Side::Within(_) => self.mean - self.mean.clamp(-doubt, doubt),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::experiment::comparison_types::Verdict;
    use crate::experiment::variance::{Pairs, chance};
    use crate::experiment::verdict::verdict;
    use crate::ids::Key;
    use crate::observation::Direction;
    use crate::random::{Draws, Process, standard_normal_quantile};

    /// Quantiles of populations with mean 0 and variance 1.
    fn population(form: u64, u: f64) -> f64 {
        match form {
            0 => standard_normal_quantile(u),
            1 => -libm::log(1.0 - u) - 1.0,
            2 => libm::log(u) + 1.0,
            // Student's t with four degrees of freedom (a closed form: Shaw 2006), which has variance 2.
            _ => {
                let a = libm::sqrt(4.0 * u * (1.0 - u));
                let q = 4.0 / a * libm::cos(libm::acos(a) / 3.0) - 4.0;
                libm::copysign(libm::sqrt(q.max(0.0)), u - 0.5) / std::f64::consts::SQRT_2
            }
        }
    }

    /// The verdict on a population with a number of samples and replicates of each, some with one more; with no
    /// replicates there is no chance.
    fn judged(seed: u64, [samples, replicates, extra]: [u32; 3], [world, luck]: [u64; 2], noise: f64) -> Verdict {
        let whole = Draws::new(seed, 0, 1_000);
        let (centre, margin) =
            (3.0 * whole.unit(Process::INERT, Key(1), 0), 3.0 * whole.unit(Process::INERT, Key(2), 0));
        let margin = if whole.unit(Process::INERT, Key(3), 0) < 0.3 { 0.0 } else { margin };
        let (replicates, noise) = if replicates == 0 { (2, 0.0) } else { (replicates, noise) };
        let pairs: Vec<Pairs> = (0..samples)
            .map(|s| {
                let effect = centre + population(world, Draws::new(seed, s, 999).unit(Process::INERT, Key(1), 0));
                let draw = |r| population(luck, Draws::new(seed, s, r).unit(Process::INERT, Key(1), 0));
                (0..replicates + u32::from(s < extra)).map(|r| (0.0, effect + noise * draw(r))).collect()
            })
            .collect();
        let means: Vec<f64> = pairs.iter().map(|s| s.iter().map(|p| p.1).sum::<f64>() / s.len() as f64).collect();
        verdict(Direction::Neutral, &means, margin, chance(&pairs))
    }

    /// Of populations whose worlds and whose chance are normal, skew to either side or heavy-tailed, with means and
    /// margins of up to three standard deviations: how often one that is told to depend on knowledge is told something
    /// else with more replicates of the same samples, in the end with so many that no chance is left. One in twenty
    /// may; two more in a hundred allow for the few hundred that are told.
    #[test]
    fn what_depends_on_knowledge_does_not_turn_by_replicates_alone() {
        let plans = [[1, 20], [2, 0], [3, 0], [10, 0], [0, 0]];
        for (samples, noises) in [(30, [0.2, 0.5]), (100, [0.3, 1.0]), (400, [0.5, 2.0])] {
            let (mut told, mut turned) = (0, 0);
            for (noise, seed, world, luck) in cases(&noises) {
                let said = plans.map(|[r, extra]| judged(seed, [samples, r, extra], [world, luck], noise));
                for (i, _) in said.iter().enumerate().filter(|(_, v)| **v == Verdict::UndecidedKnowledge) {
                    told += 1;
                    turned += u32::from(said[i + 1..].iter().any(|v| *v != said[i]));
                }
            }
            assert!(told > 200 && f64::from(turned) <= 0.07 * f64::from(told), "{turned} of {told} at {samples}");
        }
    }

    /// With 400 samples and 10 replicates, where chance in a sample is as large as the spread of worlds, at most a
    /// quarter of what is undecided is left to computing.
    #[test]
    fn enough_computing_is_enough() {
        let (mut computing, mut knowledge) = (0, 0);
        for (noise, seed, world, luck) in cases(&[0.3, 1.0]) {
            match judged(seed, [400, 10, 0], [world, luck], noise) {
                Verdict::UndecidedComputing => computing += 1,
                Verdict::UndecidedKnowledge => knowledge += 1,
                _ => {}
            }
        }
        assert!(knowledge > 50 && computing * 3 <= knowledge, "{computing} beside {knowledge}");
    }

    /// Amounts of chance, seeds, and forms of worlds and of chance.
    fn cases(noises: &[f64]) -> Vec<(f64, u64, u64, u64)> {
        let forms = (0..4).flat_map(|world| [0, 1, 3].map(|luck| (world, luck)));
        let seeds = forms.flat_map(|(world, luck)| (0..30).map(move |seed| (seed, world, luck)));
        seeds.flat_map(|(seed, world, luck)| noises.iter().map(move |noise| (*noise, seed, world, luck))).collect()
    }

    #[test]
    fn one_replicate_everywhere_never_depends_on_knowledge() {
        for (noise, seed, world, luck) in cases(&[0.3]) {
            assert_ne!(judged(seed, [100, 1, 0], [world, luck], noise), Verdict::UndecidedKnowledge);
        }
    }
}
