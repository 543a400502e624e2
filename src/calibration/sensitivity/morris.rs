//! Elementary effects (Morris 1991; Campolongo, Cariboni and Saltelli 2007): walks through the cube in which one number
//! at a time takes a step, and what each step does to the outcome.

use super::resampling::{TIMES, range, resamples};
use crate::ids::Key;
use crate::random::{Draws, Process, hash_text};

/// Levels of each number: quantiles 0, 1/3, 2/3 and 1.
pub const LEVELS: u32 = 4;
/// A step: half of the levels further.
const STEP: f64 = LEVELS as f64 / (2.0 * (LEVELS - 1) as f64);
/// The least by which a number that took a step differs.
const MOVED: f64 = 1e-9;

/// The effects of one number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Elementary {
    /// The mean effect.
    pub mu: f64,
    /// The mean size of the effect.
    pub mu_star: f64,
    /// The standard deviation of effects: how much the effect depends on where the others are, and on chance.
    pub sigma: f64,
    /// The range of `mu_star`: 95 of 100 times that walks are drawn with putting back.
    pub range: (f64, f64),
}

/// The effects of every number.
#[derive(Clone, Debug, PartialEq)]
pub struct Morris {
    /// Walks with an outcome at every point.
    pub walks: usize,
    /// By number.
    pub numbers: Vec<Elementary>,
    /// The mean length of a step.
    pub step: f64,
}

/// The points of so many walks, one after another, each of one point more than there are numbers. A further walk leaves
/// the ones before as they are.
pub fn trajectories(paths: &[String], walks: usize, draws: Draws) -> Vec<Vec<f64>> {
    let keys: Vec<Key> = paths.iter().map(|path| Key(hash_text(path))).collect();
    let mut points = Vec::with_capacity(walks * (paths.len() + 1));
    for walk in 0..walks as u64 {
        let level = |key: &Key| (draws.unit(Process::MORRIS_LEVEL, *key, walk) * f64::from(LEVELS)) as u32;
        let levels: Vec<u32> = keys.iter().map(level).collect();
        let quantile = |level: u32| f64::from(level) / f64::from(LEVELS - 1);
        let mut point: Vec<f64> = levels.iter().map(|level| quantile(*level)).collect();
        let mut order: Vec<(u64, usize)> =
            keys.iter().enumerate().map(|(i, key)| (draws.bits(Process::MORRIS_ORDER, *key, walk), i)).collect();
        order.sort_unstable();
        points.push(point.clone());
        for (_, number) in order {
            // Up from the lower half of the levels, down from the upper half.
            let level = (levels[number] + LEVELS / 2) % LEVELS;
            point[number] = quantile(level);
            points.push(point.clone());
        }
    }
    points
}

/// The first row, from 0, that is no step of a walk; `None` of whole walks.
pub fn misstep(points: &[Vec<f64>]) -> Option<usize> {
    let length = points.first().map_or(1, Vec::len) + 1;
    let of_walk = |(walk, rows): (usize, &[Vec<f64>])| {
        let mut moved = vec![false; length - 1];
        for (step, pair) in rows.windows(2).enumerate() {
            match mover(&pair[0], &pair[1]) {
                Some(number) if !moved[number] => moved[number] = true,
                _ => return Some(walk * length + step + 1),
            }
        }
        (rows.len() < length).then_some(points.len())
    };
    points.chunks(length).enumerate().find_map(of_walk)
}

/// The number that differs between two points, if it is one.
fn mover(from: &[f64], to: &[f64]) -> Option<usize> {
    let mut moved = (0..from.len()).filter(|i| (to[*i] - from[*i]).abs() > MOVED);
    let one = moved.next()?;
    moved.next().is_none().then_some(one)
}

impl Morris {
    /// The effects at points that are whole walks. Walks in which an outcome is missing are left out; `None` where
    /// fewer than two are left.
    pub fn of(points: &[Vec<f64>], outcomes: &[Option<f64>], draws: Draws) -> Option<Self> {
        let count = points.first()?.len();
        let length = count + 1;
        let mut effects: Vec<Vec<f64>> = vec![Vec::new(); count];
        let mut steps = 0.0;
        for (points, outcomes) in points.chunks_exact(length).zip(outcomes.chunks_exact(length)) {
            let Some(outcomes) = outcomes.iter().copied().collect::<Option<Vec<f64>>>() else { continue };
            for (pair, of) in points.windows(2).zip(outcomes.windows(2)) {
                let number = mover(&pair[0], &pair[1])?;
                let step = pair[1][number] - pair[0][number];
                steps += step.abs();
                effects[number].push((of[1] - of[0]) / step);
            }
        }
        let walks = effects.first()?.len();
        if walks < 2 || effects.iter().any(|of| of.len() != walks) {
            return None;
        }
        let resamples: Vec<Vec<usize>> = resamples(walks, TIMES, draws).collect();
        let numbers = effects.iter().map(|effects| elementary(effects, &resamples)).collect();
        Some(Self { walks, numbers, step: steps / (walks * count) as f64 })
    }

    /// The mean size of an effect that chance alone gives a number that does nothing, where the outcome of a point has
    /// this variance by chance.
    pub fn by_chance(&self, variance: f64) -> f64 {
        // The mean size of a normal difference of two outcomes, over the step.
        2.0 * libm::sqrt(variance / std::f64::consts::PI) / if self.step > 0.0 { self.step } else { STEP }
    }
}

fn elementary(effects: &[f64], resamples: &[Vec<usize>]) -> Elementary {
    let n = effects.len() as f64;
    let mean = |values: &mut dyn Iterator<Item = f64>| values.sum::<f64>() / n;
    let mu = mean(&mut effects.iter().copied());
    let mu_star = mean(&mut effects.iter().map(|effect| effect.abs()));
    let squares: f64 = effects.iter().map(|effect| (effect - mu) * (effect - mu)).sum();
    let anew: Vec<f64> = resamples.iter().map(|of| mean(&mut of.iter().map(|i| effects[*i].abs()))).collect();
    Elementary { mu, mu_star, sigma: libm::sqrt(squares / (n - 1.0)), range: range(&anew) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(n: usize) -> Vec<String> {
        (0..n).map(|i| format!("number.{i}")).collect()
    }

    /// Every walk moves each number once, by the step, among the levels; and all levels are met about equally: of 400
    /// walks each is where a walk begins 100 times, with a standard deviation of 9.
    #[test]
    fn walks_move_each_number_once() {
        let points = trajectories(&paths(5), 400, Draws::new(3, 0, 0));
        assert_eq!((points.len(), misstep(&points)), (2_400, None));
        for pair in points.windows(2).enumerate().filter(|(i, _)| i % 6 != 5).map(|(_, pair)| pair) {
            let number = mover(&pair[0], &pair[1]).expect("one moves");
            assert!(((pair[1][number] - pair[0][number]).abs() - STEP).abs() < 1e-12);
        }
        for level in 0..LEVELS {
            let begins = points.iter().step_by(6).filter(|p| (p[2] * 3.0 - f64::from(level)).abs() < 0.1).count();
            assert!((60..140).contains(&begins), "{level}: {begins}");
        }
        let more = trajectories(&paths(5), 401, Draws::new(3, 0, 0));
        assert_eq!(points[..], more[..2_400]);
    }

    /// Of a straight line every effect is its slope, with no spread; two steps at once, a number twice, and a walk that
    /// ends early are no walks.
    #[test]
    fn a_straight_line_has_its_slopes() {
        let points = trajectories(&paths(3), 6, Draws::new(1, 0, 0));
        let outcomes: Vec<Option<f64>> = points.iter().map(|p| Some(2.0 * p[0] - 3.0 * p[1] + 5.0)).collect();
        let found = Morris::of(&points, &outcomes, Draws::new(1, 0, 0)).expect("whole walks");
        for (number, slope) in found.numbers.iter().zip([2.0, -3.0, 0.0_f64]) {
            assert!((number.mu - slope).abs() < 1e-12 && (number.mu_star - slope.abs()).abs() < 1e-12);
            assert!(number.sigma < 1e-12 && (number.range.0 - slope.abs()).abs() < 1e-12);
        }
        let mut missing = outcomes.clone();
        missing[5] = None;
        assert_eq!(Morris::of(&points, &missing, Draws::new(1, 0, 0)).map(|found| found.walks), Some(5));
        let mut wrong = points.clone();
        wrong[6] = wrong[5].clone();
        assert_eq!(misstep(&wrong), Some(6));
        assert_eq!(misstep(&points[..10]), Some(10));
    }

    /// Outcomes that are chance alone have the effects that chance gives: of 2,000 walks the mean size has a standard
    /// error of 2 %.
    #[test]
    fn chance_alone_has_the_effects_of_chance() {
        let points = trajectories(&paths(2), 2_000, Draws::new(1, 0, 0));
        let luck = |i: usize| {
            crate::random::standard_normal_quantile(Draws::new(5, i as u32, 0).unit(Process::INERT, Key(1), 0))
        };
        let outcomes: Vec<Option<f64>> = (0..points.len()).map(|i| Some(luck(i))).collect();
        let found = Morris::of(&points, &outcomes, Draws::new(1, 0, 0)).expect("whole walks");
        for number in &found.numbers {
            let ratio = number.mu_star / found.by_chance(1.0);
            assert!((ratio - 1.0).abs() < 0.06, "{ratio}");
        }
    }
}
