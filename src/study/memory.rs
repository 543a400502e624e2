//! How much memory a study will take, before it takes any.
//!
//! What grows is the districts that are in memory at the same time (one of each thread at the state of the start, and
//! one more where several scenarios go on from it), and what is kept of every run. The numbers were measured
//! (docs/testing.md); a test holds them against what the program takes at two sizes.

use super::Study;
use crate::experiment::Plan;
use crate::observation::{Cell, FLOWS};

/// Bytes of a district's state for each resident: households, needs, cases, the calendar.
const OF_RESIDENT: u64 = 590;
/// The same of a state that goes on from one that stays.
const OF_FORK: u64 = 580;
/// Of each thread, whatever it computes: its stack and what the allocator keeps for it.
const OF_THREAD: u64 = 2 << 20;
/// What a program takes beside what it had when it was asked: the model's own tables, and the report.
const OF_REPORT: u64 = 2 << 20;
/// Of each value that is kept: comparing reads it by series, period and sample.
const OF_VALUE: u64 = size_of::<Cell>() as u64 + 80;
/// Flows between doors, services and accounts that are not zero in a year of a run, and bytes of each.
const OF_FLOWS: u64 = 60 * 16;

/// What a study will take, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Memory {
    /// Of each thread: the districts in it.
    pub of_thread: u64,
    /// Of each draw: what is kept of its runs.
    pub of_draw: u64,
    /// How many draws there are at most.
    pub draws: u64,
    /// The rest.
    pub fixed: u64,
}

impl Memory {
    /// What a study will take.
    pub fn of(study: &Study) -> Self {
        let plan = study.plan();
        let forks = u64::from(plan.scenarios.len() > 1);
        let of_residents = |residents: u32| u64::from(residents) * (OF_RESIDENT + forks * OF_FORK);
        let residents = plan.base().residents;
        let scenarios = plan.scenarios.len() as u64;
        Self {
            of_thread: OF_THREAD + of_residents(residents) + scenarios * of_run_under_way(plan),
            of_draw: scenarios * of_run_kept(plan),
            draws: plan.draw_count(),
            fixed: OF_REPORT,
        }
    }

    /// With so many threads.
    pub fn with(&self, threads: usize) -> u64 {
        let threads = (threads as u64).min(self.draws);
        let of_threads = self.of_thread.saturating_mul(threads);
        of_threads.saturating_add(self.of_draw.saturating_mul(self.draws)).saturating_add(self.fixed)
    }
}

/// Bytes of a run whose years are all there, before it is handed over.
fn of_run_under_way(plan: &Plan) -> u64 {
    let years = u64::from(plan.experiment().years) + 1;
    let cells = plan.series.len() as u64 * size_of::<Cell>() as u64;
    let weeks = if plan.base().output.weekly { 52 } else { 0 };
    years * (cells * (1 + weeks) + FLOWS as u64 * 8)
}

/// Bytes of a run that stay.
fn of_run_kept(plan: &Plan) -> u64 {
    let years = u64::from(plan.experiment().years) + 1;
    years * (plan.kept().len() as u64 * OF_VALUE + OF_FLOWS) + plan.series.len() as u64 * 16
}
