//! How often a comparison stops at a verdict that its population does not have, by two rules that look after every
//! sample: at the first verdict that more computing would not help, and when no verdict can change (`settled`).
//!
//! `cargo bench --bench stopping -- [REPETITIONS]`, 2,000 by default. Populations are normal, with a share on one side
//! and the margin at zero, or with a share within the margin. `wrong` is the share of repetitions that stop before 400
//! samples at another verdict than the population's; at the border itself (0.90) every verdict may be called wrong.

use kantel::experiment::{Chance, MOST_SAMPLES, SAMPLES_NEEDED, Verdict, is_settled, verdict};
use kantel::ids::Key;
use kantel::observation::Direction;
use kantel::random::{Distribution, Draws, Process};

/// A population: the share that decides, and the verdict that it has.
struct Population {
    name: &'static str,
    share: f64,
    margin: f64,
    mean: f64,
    right: Verdict,
}

/// Normal deviates that a share of all lies below.
fn quantile(share: f64) -> f64 {
    libm::log(Distribution::LogNormal { median: 1.0, sigma: 1.0 }.quantile(share))
}

fn populations() -> Vec<Population> {
    let side = |share: f64| Population {
        name: "on a side",
        share,
        margin: 0.0,
        mean: quantile(share),
        right: if share > 0.9 { Verdict::Better } else { Verdict::UndecidedKnowledge },
    };
    let within = |share: f64| Population {
        name: "within",
        share,
        margin: quantile(f64::midpoint(1.0, share)),
        mean: 0.0,
        right: if share > 0.9 { Verdict::NoDifference } else { Verdict::UndecidedKnowledge },
    };
    let shares = [0.5, 0.7, 0.8, 0.85, 0.88, 0.92, 0.95, 0.97, 0.99];
    shares.map(side).into_iter().chain(shares.map(within)).collect()
}

/// Where a rule stops: after so many samples, at a verdict; `None` where it does not within the most.
fn stops(all: &[f64], margin: f64, is_done: impl Fn(Verdict, &[f64]) -> bool) -> Option<(usize, Verdict)> {
    let known = Chance { variance: 0.0, in_mean: 0.0, freedom: 20.0 };
    (SAMPLES_NEEDED..=all.len())
        .map(|n| (n, verdict(Direction::Higher, &all[..n], margin, Some(known))))
        .find(|(n, said)| *said != Verdict::UndecidedComputing && is_done(*said, &all[..*n]))
}

#[expect(clippy::print_stdout, reason = "what it measures is what it prints")]
fn main() {
    let repetitions = std::env::args().find_map(|argument| argument.parse::<u64>().ok()).unwrap_or(2_000);
    println!("population  share   first verdict: wrong  samples   settled: wrong  samples  open at {MOST_SAMPLES}");
    for Population { name, share, margin, mean, right } in populations() {
        let mut told = [[0_u64; 3]; 2];
        for seed in 0..repetitions {
            let draws = Draws::new(seed, 0, 0);
            let drawn = |i: u64| mean + quantile(draws.unit(Process::INERT, Key(i), 0));
            let all: Vec<f64> = (0..u64::from(MOST_SAMPLES)).map(drawn).collect();
            let first = stops(&all, margin, |_, _| true);
            let settled = stops(&all, margin, |said, seen| is_settled(said, seen, margin));
            for (rule, stopped) in told.iter_mut().zip([first, settled]) {
                rule[0] += u64::from(stopped.is_some_and(|(_, said)| said != right));
                rule[1] += stopped.map_or(u64::from(MOST_SAMPLES), |(n, _)| n as u64);
                rule[2] += u64::from(stopped.is_none());
            }
        }
        let of = |n: u64| 100.0 * n as f64 / repetitions as f64;
        let mean = |n: u64| n as f64 / repetitions as f64;
        let [first, settled] = told;
        println!(
            "{name:10}  {share:5.3}  {:18.1} %  {:7.0}  {:12.1} %  {:7.0}  {:9.1} %",
            of(first[0]),
            mean(first[1]),
            of(settled[0]),
            mean(settled[1]),
            of(settled[2])
        );
    }
}
