//! What decides a figure: the part of its variance that each uncertain number has, alone and with all that it does
//! together with others (first-order and total effects: Sobol 1993; Homma and Saltelli 1996).
//!
//! They are those of an emulator, whose terms are numbers, squares and products of two, so that the parts follow from
//! its coefficients and from how each number is spread over the points; nothing is drawn. Numbers are taken as if they
//! were independent. Of a plausible set, whose numbers hang together, that is a simplification.
//!
//! How sure a part is, halves of the points tell, each with terms chosen anew: what differs between halves that are
//! drawn without putting back spreads as an estimate from all of them does (Shao and Wu 1989). Points that stand twice,
//! as in a usual bootstrap, would make chance look like a pattern.
//!
//! Left out: effects of three numbers together, of two of which one does nothing alone, and curves that a square does
//! not follow. They are in what the emulator does not explain, which is told beside it.

use super::emulator::{Emulator, Weight, chosen};
use crate::ids::Key;
use crate::random::{Draws, Process};
use crate::validation::least_squares::mean;

/// Halves of the points that are looked at.
const HALVES: u64 = 100;
/// Where less than this part of the variance is not chance, no order of numbers is told.
const LEAST_KNOWABLE: f64 = 0.1;
/// Of what is not chance the emulator must explain this part before its order of numbers is told.
pub const TOLD_FROM: f64 = 0.5;

/// The part of a number in the variance of the emulator.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// Path of the number.
    pub path: String,
    /// What it does alone.
    pub first: f64,
    /// The same, and all that it does together with others.
    pub total: f64,
    /// 5th percentile of the total effect over halves of the points; 0 where fewer than 95 of 100 halves know it.
    pub low: f64,
    /// 95th percentile of the same.
    pub high: f64,
}

impl Effect {
    /// Whether halves of the points agree that it does something.
    pub fn is_sure(&self) -> bool {
        self.low > 0.0
    }
}

/// What decides a figure, as far as an emulator can tell.
#[derive(Clone, Debug, PartialEq)]
pub struct Effects {
    /// Points with a value.
    pub points: usize,
    /// The part of the variance over points that the emulator explains, on points that it had not seen.
    pub explained: f64,
    /// The part that is chance within a point; `None` where no point was run twice.
    pub chance: Option<f64>,
    /// One for each number, in the order of the paths.
    pub numbers: Vec<Effect>,
}

impl Effects {
    /// What decides the values at points of the unit cube of some numbers. `chance` is the variance of a value by
    /// chance. `None` of too few points, and where nothing varies.
    pub fn of(
        paths: &[String],
        points: &[Vec<f64>],
        values: &[Option<f64>],
        chance: Option<f64>,
        draws: Draws,
    ) -> Option<Self> {
        let known = points.iter().zip(values).filter_map(|(point, value)| Some((point.as_slice(), (*value)?)));
        let (points, values): (Vec<&[f64]>, Vec<f64>) = known.unzip();
        let emulator = Emulator::of(&points, &values).filter(|emulator| emulator.variance > 0.0)?;
        let spread = Spread::of(&points, paths.len());
        let all = spread.parts(&emulator.weights());
        let halves: Vec<Vec<Part>> =
            (0..HALVES).filter_map(|half| Some(spread.parts(&half_of(&points, &values, half, draws)?))).collect();
        let of_number = |(i, path): (usize, &String)| {
            let mut totals: Vec<f64> = halves.iter().map(|parts| parts[i].total).collect();
            totals.sort_unstable_by(f64::total_cmp);
            let Part { first, total } = all[i];
            // A half has less to choose terms by: what all points say is never left outside.
            let at = |share: f64| totals.get((share * (totals.len().max(1) - 1) as f64) as usize).copied();
            let low = at(0.05).unwrap_or(0.0).min(total);
            Effect { path: path.clone(), first, total, low, high: at(0.95).unwrap_or(1.0).max(total) }
        };
        Some(Self {
            points: values.len(),
            explained: emulator.explained(),
            chance: chance.map(|chance| (chance / emulator.variance).min(1.0)),
            numbers: paths.iter().enumerate().map(of_number).collect(),
        })
    }

    /// The part of the variance that neither the emulator nor chance explains.
    pub fn open(&self) -> f64 {
        (1.0 - self.explained - self.chance.unwrap_or(0.0)).max(0.0)
    }

    /// Whether the emulator explains enough of what is not chance for its order of numbers to be told.
    /// Where next to all is chance there is nothing to explain.
    pub fn is_told(&self) -> bool {
        let knowable = 1.0 - self.chance.unwrap_or(0.0);
        knowable >= LEAST_KNOWABLE && self.explained >= TOLD_FROM * knowable
    }
}

/// The terms that one half of the points would choose.
fn half_of(points: &[&[f64]], values: &[f64], half: u64, draws: Draws) -> Option<Vec<Weight>> {
    let mut order: Vec<(u64, usize)> =
        (0..values.len()).map(|i| (draws.bits(Process::HALF_OF_POINTS, Key(i as u64), half), i)).collect();
    order.sort_unstable();
    order.truncate(values.len() / 2);
    let (points, values): (Vec<&[f64]>, Vec<f64>) = order.iter().map(|&(_, i)| (points[i], values[i])).unzip();
    chosen(&points, &values)
}

/// What a number has of the variance, as a share.
#[derive(Clone, Copy, Debug, Default)]
struct Part {
    first: f64,
    total: f64,
}

/// How each number is spread over the points, at its place from -1 to 1.
struct Spread(Vec<Moments>);

#[derive(Clone, Copy)]
struct Moments {
    mean: f64,
    variance: f64,
    /// Of the number with its square.
    covariance: f64,
    /// Of its square.
    of_square: f64,
}

impl Spread {
    fn of(points: &[&[f64]], numbers: usize) -> Self {
        let of_number = |i: usize| {
            let power = |of: fn(f64) -> f64| {
                let values: Vec<f64> = points.iter().map(|point| of(2.0 * point[i] - 1.0)).collect();
                mean(&values).unwrap_or(0.0)
            };
            let powers: [fn(f64) -> f64; 4] = [|z| z, |z| z * z, |z| z * z * z, |z| z * z * z * z];
            let [m1, m2, m3, m4] = powers.map(power);
            let [variance, of_square] = [m2 - m1 * m1, m4 - m2 * m2].map(|variance| variance.max(0.0));
            Moments { mean: m1, variance, covariance: m3 - m1 * m2, of_square }
        };
        Self((0..numbers).map(of_number).collect())
    }

    /// The parts of the variance of a polynomial, by number. A product of two is split into what each does at the
    /// other's mean, and what they do together.
    fn parts(&self, weights: &[Weight]) -> Vec<Part> {
        let mut line = vec![0.0; self.0.len()];
        let mut curve = vec![0.0; self.0.len()];
        let mut together: Vec<(usize, usize, f64)> = Vec::new();
        for weight in weights {
            let i = weight.number;
            match weight.with {
                None => line[i] += weight.by,
                Some(j) if i == j => curve[i] += weight.by,
                Some(j) => {
                    line[i] += weight.by * self.0[j].mean;
                    line[j] += weight.by * self.0[i].mean;
                    together.push((i, j, weight.by * weight.by * self.0[i].variance * self.0[j].variance));
                }
            }
        }
        let alone = |(i, of): (usize, &Moments)| {
            let (a, b) = (line[i], curve[i]);
            let first = a * a * of.variance + 2.0 * a * b * of.covariance + b * b * of.of_square;
            Part { first, total: first }
        };
        let mut parts: Vec<Part> = self.0.iter().enumerate().map(alone).collect();
        let all = parts.iter().map(|part| part.first).sum::<f64>() + together.iter().map(|(.., v)| v).sum::<f64>();
        for (i, j, variance) in together {
            parts[i].total += variance;
            parts[j].total += variance;
        }
        if all > 0.0 {
            for part in &mut parts {
                (part.first, part.total) = (part.first / all, part.total / all);
            }
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::super::hypercube::latin_hypercube;
    use super::*;
    use crate::random::standard_normal_quantile;

    const NUMBERS: usize = 12;
    const POINTS: usize = 800;

    /// What decides a function of places from -1 to 1, with noise of a variance, over a hypercube.
    fn of(truth: impl Fn(&[f64]) -> f64, noise: f64, points: &[Vec<f64>]) -> Effects {
        let draws = Draws::new(8, 0, 0);
        let paths: Vec<String> = (0..NUMBERS).map(|i| format!("n{i}")).collect();
        let chance = |i: usize| standard_normal_quantile(draws.unit(Process::WALK_QUANTILE, Key(i as u64), 0));
        let value = |(i, point): (usize, &Vec<f64>)| {
            let z: Vec<f64> = point.iter().map(|u| 2.0 * u - 1.0).collect();
            Some(truth(&z) + libm::sqrt(noise) * chance(i))
        };
        let values: Vec<Option<f64>> = points.iter().enumerate().map(value).collect();
        Effects::of(&paths, points, &values, Some(noise), draws).expect("enough points")
    }

    fn cube() -> Vec<Vec<f64>> {
        let paths: Vec<String> = (0..NUMBERS).map(|i| format!("n{i}")).collect();
        latin_hypercube(&paths, POINTS, Draws::new(8, 0, 0))
    }

    /// `2 z1 + z2^2 + z3 + z4 + 3 z3 z4 + z5`: variances 4/3, 4/45, 1/3, 1/3, 1 and 1/3, so that z3 and z4 do most
    /// together. Of 800 points with noise of a fifth of the variance each share is known to some 3 points.
    #[test]
    fn effects_are_those_that_follow_from_the_function() {
        let (third, square) = (1.0 / 3.0, 4.0 / 45.0);
        let all = 4.0 * third + square + third + third + 1.0 + third;
        let found = of(|z| 2.0 * z[1] + z[2] * z[2] + z[3] + z[4] + 3.0 * z[3] * z[4] + z[5], all / 5.0, &cube());
        let (line, both) = (4.0 * third, 1.0 + third);
        let expected = [(1, line, line), (2, square, square), (3, third, both), (4, third, both), (5, third, third)];
        for (number, first, total) in expected {
            let effect = &found.numbers[number];
            assert!((effect.first - first / all).abs() < 0.04, "{number}: {effect:?}, {}", first / all);
            assert!((effect.total - total / all).abs() < 0.04, "{number}: {effect:?}, {}", total / all);
            // What makes a thirtieth of the variance is not found in every half.
            assert!(effect.is_sure() || number == 2, "{effect:?}");
            assert!(effect.low <= effect.total && effect.total <= effect.high, "{effect:?}");
            assert!(effect.low - 0.02 < total / all && total / all < effect.high + 0.02, "{effect:?}");
        }
        for number in [0, 6, 7, 8, 9, 10, 11] {
            let effect = &found.numbers[number];
            assert!(!effect.is_sure() && effect.total < 0.01, "{effect:?}");
        }
        // A sixth of the variance is noise, and little else is left open.
        let chance = found.chance.expect("it is stated");
        assert!((chance - 1.0 / 6.0).abs() < 0.03 && found.open() < 0.05 && found.is_told(), "{found:?}");
    }

    /// Numbers that are spread over a part of their range only: `z1 + 2 z2 + 3 z1 z2` with z1 from 0.5 to 1 and z2 from
    /// -1 to 1. At their means the slopes are 1 and 2 + 3 x 0.75; variances of the places 1/48 and 1/3, of what they do
    /// together 9 / 144.
    #[test]
    fn effects_follow_how_numbers_are_spread_over_the_points() {
        let mut points = cube();
        for point in &mut points {
            point[1] = 0.75 + point[1] / 4.0;
        }
        let found = of(|z| z[1] + 2.0 * z[2] + 3.0 * z[1] * z[2], 0.0, &points);
        let (one, two, both) = (1.0 / 48.0, 4.25 * 4.25 / 3.0, 9.0 / 144.0);
        let all = one + two + both;
        for (number, first) in [(1, one), (2, two)] {
            let effect = &found.numbers[number];
            assert!((effect.first - first / all).abs() < 0.01, "{effect:?}, {}", first / all);
            assert!((effect.total - (first + both) / all).abs() < 0.01, "{effect:?}, {}", (first + both) / all);
        }
    }

    /// Ishigami's function (Ishigami and Homma 1990), whose second number moves in two full waves: a square does not
    /// follow them. Of its variance 31 % is the first number alone and 44 % the second; the emulator explains at most
    /// the first number's line and curve, says so, and tells no order.
    #[test]
    fn what_an_emulator_does_not_follow_is_left_open() {
        let pi = std::f64::consts::PI;
        let wave = |x: f64| libm::sin(pi * x);
        let truth = |z: &[f64]| {
            let third = pi * z[3];
            wave(z[1]) + 7.0 * wave(z[2]) * wave(z[2]) + 0.1 * third * third * third * third * wave(z[1])
        };
        let found = of(truth, 0.0, &cube());
        assert!(found.explained < TOLD_FROM && found.open() > 0.5 && !found.is_told(), "{found:?}");
        assert!(!found.numbers[2].is_sure(), "{found:?}");
    }

    /// Chance alone decides nothing, and of few points nothing is said.
    #[test]
    fn of_chance_nothing_is_said() {
        let points = cube();
        let found = of(|_| 0.0, 1.0, &points);
        let all_chance = Effects { explained: 0.05, chance: Some(1.0), ..found.clone() };
        assert!(!all_chance.is_told(), "nothing is left to explain");
        assert!(!found.is_told() && found.numbers.iter().all(|n| !n.is_sure()), "{found:?}");
        let paths: Vec<String> = (0..NUMBERS).map(|i| format!("n{i}")).collect();
        let few = Effects::of(&paths, &points[..10], &[Some(1.0); 10], None, Draws::new(8, 0, 0));
        assert_eq!(few, None);
        let same = Effects::of(&paths, &points, &vec![Some(1.0); POINTS], None, Draws::new(8, 0, 0));
        assert_eq!(same, None);
    }
}
