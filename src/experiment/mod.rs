//! Runs scenarios x samples x replicates, and compares them pairwise.
//!
//! A [`Plan`] is run by [`run`] with a [`Model`]; trajectories reach a [`Sink`] in an order that does not depend on
//! threads. [`compare`] makes a [`Comparison`] of what [`Results`] kept; [`loops`] runs again with each feedback loop
//! cut in turn; [`lives`] follows one household through two scenarios.

mod break_even;
mod comparison_types;
mod decider;
mod draws;
mod execution;
mod growth;
mod lives;
mod loops;
mod paired;
mod plan;
mod results;
mod signs;
mod simulator;
mod statistics;
mod substitution;
mod summary;
mod variance;
mod verdict;
mod worlds;

pub use break_even::payers;
pub use comparison_types::{
    BreakEven, Chance, Comparison, Computing, Decider, Deciding, Difference, LoopEffect, NaiveTrue, Period, Verdict,
};
pub use decider::{Uncertain, uncertain};
pub use execution::{Model, Progress, RunError, Sink, run, run_draws};
pub use growth::{KEY_FIGURES, MOST_REPLICATES, MOST_RESIDENT_WEEKS, MOST_SAMPLES, default_replicates, next_draws};
pub use lives::{Drawn, Lives, Moment, Parts, Turn, lives, year_and_month};
pub use loops::{LOOP_INDICATORS, loop_resident_years, loop_simulations, loops};
pub use paired::{NAIVE_PAIRS, compare, compare_figures};
pub use plan::{Draw, LOOP_RESIDENTS, LOOP_SAMPLES, Plan, term_years, unique_names};
pub use results::Results;
pub use signs::sign_of;
pub use simulator::Simulator;
pub use substitution::{Exchange, SUBSTITUTION_MEASURES, Substitution, substitution};
pub use summary::{Fan, SeriesYear, level, series_summary};
pub use verdict::{SAMPLES_NEEDED, SHARE_NEEDED, verdict};
