//! How often a verdict's kind would mislead, on the default comparison: of the differences that are told to depend on
//! knowledge, how many turn by more replicates of the same samples alone (at most 1 in 20), and how many of the
//! undecided are still left to computing with 400 samples and 10 replicates (at most a quarter).
//!
//! `cargo bench --bench verdicts -- [RESIDENTS...]`, five years, 505, 2,000, 8,560 and 34,255 residents by default. The
//! last takes hours.

#[path = "../tests/it/nested.rs"]
mod nested;

use kantel::experiment::Verdict;
use nested::{Computed, having, judged, turned};

const YEARS: u32 = 5;

#[expect(clippy::print_stdout, reason = "what it measures is what it prints")]
fn main() {
    let asked: Vec<u32> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![505, 2_000, 8_560, 34_255] } else { asked };
    println!("residents  samples  replicates  undecided: computing  knowledge  turned with 2, 3, 10 replicates");
    for residents in sizes {
        let of = |samples: u32| {
            [(1, 20), (2, 0), (3, 0), (10, 0)].map(|(replicates, extra)| Computed { samples, replicates, extra })
        };
        let computed: Vec<Computed> = [60, 100, 400].into_iter().flat_map(of).collect();
        let comparisons = judged(residents, YEARS, 1, &computed);
        for (computed, comparisons) in computed.chunks(4).zip(comparisons.chunks(4)) {
            for (i, (now, comparison)) in computed.iter().zip(comparisons).enumerate() {
                let rates = comparisons[i + 1..].iter().map(|later| {
                    let (told, turned) = turned(comparison, later);
                    format!("{:5.1} %", 100.0 * turned as f64 / told.max(1) as f64)
                });
                println!(
                    "{residents:9}  {:7}  {:10}  {:20}  {:9}  {}",
                    now.samples,
                    if now.extra > 0 { format!("1, first {} 2", now.extra) } else { now.replicates.to_string() },
                    having(comparison, Verdict::UndecidedComputing),
                    having(comparison, Verdict::UndecidedKnowledge),
                    rates.collect::<Vec<_>>().join(" ")
                );
            }
        }
    }
}
