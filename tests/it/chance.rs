//! Chance against other people's libraries: our quantiles against `rand_distr`'s samplers and `statrs`' cumulative
//! functions, our candidate points against the Poisson law. Seeds are fixed, so nothing here fails by bad luck.

use kantel::ids::Key;
use kantel::random::{CellKey, Cells, Distribution, Draws, Process, Sequence, standard_normal_quantile};
use rand::distr::Distribution as Sampler;
use rand::rngs::ChaCha12Rng;
use rand::seq::{IndexedRandom, SliceRandom};
use rand::{RngExt, SeedableRng};
use statrs::distribution::{ChiSquared, ContinuousCDF, Discrete, DiscreteCDF};

const DRAWN: usize = 100_000;

/// The largest distance between an empirical distribution of `n` draws and the true one, exceeded with a probability of
/// at most one in a million (Massart 1990: P(D > t) <= 2 exp(-2 n t^2)): 0.0085 of 100,000 draws.
fn allowed(n: usize) -> f64 {
    (libm::log(2.0 / 1e-6) / (2.0 * n as f64)).sqrt()
}

/// Kolmogorov and Smirnov's distance between draws and a cumulative function.
fn distance(mut drawn: Vec<f64>, cdf: impl Fn(f64) -> f64) -> f64 {
    drawn.sort_by(f64::total_cmp);
    let n = drawn.len() as f64;
    let gap = |(i, x): (usize, f64)| (cdf(x) - i as f64 / n).abs().max((cdf(x) - (i + 1) as f64 / n).abs());
    drawn.into_iter().enumerate().map(gap).fold(0.0, f64::max)
}

/// The same between draws and a quantile function, at 9,999 quantiles.
fn distance_by_quantile(mut drawn: Vec<f64>, quantile: impl Fn(f64) -> f64) -> f64 {
    drawn.sort_by(f64::total_cmp);
    let below = |x: f64| drawn.partition_point(|y| *y <= x) as f64 / drawn.len() as f64;
    (1..10_000).map(|i| f64::from(i) / 10_000.0).map(|u| (below(quantile(u)) - u).abs()).fold(0.0, f64::max)
}

/// What one of our distributions is in the words of the two libraries.
struct Case {
    ours: Distribution,
    sampled: Vec<f64>,
    cdf: Box<dyn Fn(f64) -> f64>,
}

fn case(ours: Distribution, theirs: impl Sampler<f64>, cdf: impl ContinuousCDF<f64, f64> + 'static) -> Case {
    let sampled = ChaCha12Rng::seed_from_u64(42).sample_iter(theirs).take(DRAWN).collect();
    Case { ours, sampled, cdf: Box::new(move |x| cdf.cdf(x)) }
}

/// Every kind that has a spread, with the sizes that the model has: durations in weeks, shares, prices.
fn cases() -> Vec<Case> {
    use statrs::distribution as exact;
    let weibull = |shape: f64, median: f64| {
        let scale = median / libm::pow(std::f64::consts::LN_2, 1.0 / shape);
        case(
            Distribution::Weibull { shape, median },
            rand_distr::Weibull::new(scale, shape).expect("positive"),
            exact::Weibull::new(shape, scale).expect("positive"),
        )
    };
    let log_normal = |median: f64, sigma: f64| {
        case(
            Distribution::LogNormal { median, sigma },
            rand_distr::LogNormal::new(libm::log(median), sigma).expect("positive"),
            exact::LogNormal::new(libm::log(median), sigma).expect("positive"),
        )
    };
    let triangular = |low: f64, mode: f64, high: f64| {
        case(
            Distribution::Triangular { low, mode, high },
            rand_distr::Triangular::new(low, high, mode).expect("in order"),
            exact::Triangular::new(low, high, mode).expect("in order"),
        )
    };
    vec![
        case(
            Distribution::Uniform { low: -1.0, high: 3.0 },
            rand_distr::Uniform::new(-1.0, 3.0).expect("in order"),
            exact::Uniform::new(-1.0, 3.0).expect("in order"),
        ),
        triangular(0.0, 0.3, 0.8),
        triangular(2.0, 2.0, 5.0),
        log_normal(8.0, 0.6),
        log_normal(150_000.0, 1.5),
        weibull(0.8, 26.0),
        weibull(2.0, 4.0),
        case(
            Distribution::Exponential { mean: 12.0 },
            rand_distr::Exp::new(1.0 / 12.0).expect("positive"),
            exact::Exp::new(1.0 / 12.0).expect("positive"),
        ),
    ]
}

#[test]
fn quantiles_are_those_of_what_rand_distr_draws() {
    for Case { ours, sampled, .. } in cases() {
        let found = distance_by_quantile(sampled, |u| ours.quantile(u));
        assert!(found < allowed(DRAWN), "{ours:?}: {found}");
    }
    let normal = ChaCha12Rng::seed_from_u64(7).sample_iter(rand_distr::StandardNormal).take(DRAWN).collect();
    let found = distance_by_quantile(normal, standard_normal_quantile);
    assert!(found < allowed(DRAWN), "normal: {found}");
}

/// What we draw, by one keyed draw each and through `rand`'s trait, has the cumulative function that `statrs` computes.
#[test]
fn what_is_drawn_has_the_cumulative_function_of_statrs() {
    let draws = Draws::new(5, 0, 0);
    for Case { ours, cdf, .. } in cases() {
        let keyed = (0..DRAWN as u64).map(|i| ours.quantile(draws.unit(Process::ONSET, Key(i), 0))).collect();
        let counted = draws.sequence(Process::ONSET, Key(1), 0).sample_iter(ours).take(DRAWN).collect();
        for (how, drawn) in [("keyed", keyed), ("counted", counted)] {
            let found = distance(drawn, &cdf);
            assert!(found < allowed(DRAWN), "{ours:?}, {how}: {found}");
        }
    }
}

/// The cumulative function of a quantile is the quantile, to ten digits, far into both tails. (A quantile of a
/// triangular distribution near its ends is a difference of numbers of the size of its width.)
#[test]
fn quantiles_invert_the_cumulative_function_of_statrs() {
    let tails = [1e-9, 1e-6, 1e-3, 0.999, 1.0 - 1e-6, 1.0 - 1e-9];
    let all = || (1..1000).map(|i| f64::from(i) / 1000.0).chain(tails);
    for Case { ours, cdf, .. } in cases() {
        for u in all() {
            let back = cdf(ours.quantile(u));
            assert!((back - u).abs() < 1e-10, "{ours:?} at {u}: {back}");
        }
    }
    let normal = statrs::distribution::Normal::new(0.0, 1.0).expect("positive");
    for u in all() {
        assert!((normal.cdf(standard_normal_quantile(u)) - u).abs() < 1e-10, "normal at {u}");
    }
}

/// Pearson's distance of counts from a law, and what it exceeds with a probability of one in a million. Counts whose
/// expectation is below 5 are taken together with the next lower one.
fn pearson(counts: &[u32], law: &(impl DiscreteCDF<u64, f64> + Discrete<u64, f64>)) -> (f64, f64) {
    let n = f64::from(counts.iter().sum::<u32>());
    let top = (0..counts.len() as u64).rev().find(|k| n * law.sf(k.saturating_sub(1)) >= 5.0 && *k > 0).unwrap_or(1);
    let low = (0..top).find(|k| n * law.cdf(*k) >= 5.0).unwrap_or(0);
    let mut classes = vec![(0.0, n * law.cdf(low))];
    classes.extend((low + 1..top).map(|k| (0.0, n * law.pmf(k))));
    classes.push((0.0, n * law.sf(top - 1)));
    for (k, seen) in counts.iter().enumerate() {
        classes[(k as u64).clamp(low, top).saturating_sub(low) as usize].0 += f64::from(*seen);
    }
    let found = classes.iter().map(|(seen, expected)| (seen - expected) * (seen - expected) / expected).sum();
    let freedom = ChiSquared::new((classes.len() - 1) as f64).expect("several classes");
    (found, freedom.inverse_cdf(1.0 - 1e-6))
}

/// Points between two heights are Poisson in number: from nothing up and from further up, where there are few and where
/// there are dozens. The test is exceeded by chance once in a million.
#[test]
fn points_of_a_cell_are_poisson() {
    let cells = Cells::new(208);
    let draws = Draws::new(11, 0, 0);
    for (from, to) in [(0.0_f32, 0.0015), (0.0, 0.002), (0.0, 0.03), (0.003, 0.011), (0.1, 0.4)] {
        let mut counts = vec![0_u32; 200];
        for entity in 0..DRAWN as u64 {
            let mut n = 0;
            let cell = CellKey { process: Process::ONSET, entity: Key(entity), occasion: 3 };
            cells.points(draws, cell, from..to, |_| n += 1);
            counts[n] += 1;
        }
        let mean = f64::from(to - from) * 208.0;
        let (found, most) = pearson(&counts, &statrs::distribution::Poisson::new(mean).expect("positive"));
        assert!(found < most, "{from} to {to}: {found} against {most}");
    }
}

/// Where points lie is uniform: their minutes, their heights and their marks; and the numbers in
/// the two halves of a cell do not depend on each other (their covariance is 0, within five standard errors).
#[test]
fn points_of_a_cell_lie_anywhere_alike() {
    let cells = Cells::new(208);
    let draws = Draws::new(12, 0, 0);
    let (minutes_in, height) = (f64::from(208 * 7 * 24 * 60), 0.03_f32);
    let (mut minutes, mut heights, mut marks) = (Vec::new(), Vec::new(), Vec::new());
    let mut product = 0.0;
    let half_mean = f64::from(height) * 208.0 / 2.0;
    let entities = 30_000_u32;
    for entity in 0..u64::from(entities) {
        let mut halves = [0.0; 2];
        let cell = CellKey { process: Process::ONSET, entity: Key(entity), occasion: 0 };
        cells.points(draws, cell, 0.0..height, |point| {
            let share = f64::from(point.minute) / minutes_in;
            halves[usize::from(share >= 0.5)] += 1.0;
            minutes.push(share);
            heights.push(f64::from(point.height / height));
            marks.push(f64::from(point.mark));
        });
        product += (halves[0] - half_mean) * (halves[1] - half_mean);
    }
    for (what, drawn) in [("minutes", minutes), ("heights", heights), ("marks", marks)] {
        let n = drawn.len();
        let found = distance(drawn, |x| x.clamp(0.0, 1.0));
        assert!(found < allowed(n), "{what}: {found} of {n}");
    }
    let covariance = product / f64::from(entities);
    assert!(covariance.abs() < 5.0 * half_mean / f64::from(entities).sqrt(), "{covariance}");
}

/// What `rand` makes of a sequence. If another version of `rand` or a feature of it (`unbiased`) moves these, that is a
/// **Results change**.
#[test]
fn what_rand_makes_of_a_sequence_is_stable() {
    let mut luck = Draws::new(1, 2, 3).sequence(Process::SYNTHESIS_TIE, Key(4), 5);
    let whole: Vec<i32> = (0..6).map(|_| luck.random_range(-4..=1_000_000)).collect();
    let wide: Vec<i64> = (0..3).map(|_| luck.random_range(1..=i64::MAX / 3)).collect();
    let sizes = [3_usize, 1 << 20, 4_000_000_000].map(|n| luck.random_range(0..n));
    let mut order: Vec<u32> = (0..12).collect();
    order.shuffle(&mut luck);
    let chosen = order.choose(&mut luck).copied();
    let coins: u32 = (0..16).map(|i| u32::from(luck.random::<bool>()) << i).sum();
    let rare = (0..1000).filter(|_| luck.random_bool(0.1)).count();
    let bits = luck.random::<f64>().to_bits();
    insta::assert_snapshot!(format!("{whole:?}\n{wide:?}\n{sizes:?}\n{order:?}\n{chosen:?}\n{coins} {rare} {bits}"));
}

/// A sequence is as even as `rand`'s own generators, seen through whole numbers, and neighbouring sequences share
/// nothing: the k-th draws of 100,000 entities are as even as 100,000 draws of one.
#[test]
fn sequences_are_even_within_and_across() {
    let draws = Draws::new(13, 0, 0);
    let sequence = |entity: u64| draws.sequence(Process::SYNTHESIS_TIE, Key(entity), 1);
    let within: Vec<f64> = sequence(0).random_iter().take(DRAWN).collect();
    let kth = |k: usize| -> Vec<f64> {
        (0..DRAWN as u64).filter_map(|entity| sequence(entity).random_iter().nth(k)).collect()
    };
    let reference: Vec<f64> = ChaCha12Rng::seed_from_u64(3).random_iter().take(DRAWN).collect();
    let pairs = |k: usize| -> Vec<f64> {
        // Two draws of one sequence: that their sum modulo 1 is uniform shows that neither follows from the other.
        let sum = |mut luck: Sequence| {
            let first: f64 = luck.random();
            (first + luck.random_iter::<f64>().nth(k).unwrap_or(0.0)).fract()
        };
        (0..DRAWN as u64).map(|entity| sum(sequence(entity))).collect()
    };
    let all = [within, kth(0), kth(1), kth(9), pairs(0), pairs(3), reference];
    for (i, drawn) in all.into_iter().enumerate() {
        let found = distance(drawn, |x| x);
        assert!(found < allowed(DRAWN), "{i}: {found}");
    }
}
