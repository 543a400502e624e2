//! How many draws are enough: samples and replicates are added until no verdict of the key figures can change, or a
//! fixed amount of computing is used up.
//!
//! A figure that is undecided for want of computing says how many samples and replicates it needs. Replicates are added
//! first, one of every sample at a time, then samples, at most half as many again at a time, as long as more of them
//! may turn a verdict (`settled`, a rule that is valid however often it looks). The amount is counted in resident-weeks
//! rather than time, so that the draws do not depend on the machine. Draws are only ever added: what has been computed
//! stays part of the result.

use super::comparison_types::{Comparison, Computing, Difference, MOST_REPLICATES, MOST_SAMPLES, Period};
use super::plan::Plan;

/// The key figures that have a verdict: indicator and period.
pub const KEY_FIGURES: [(&str, Period); 4] = [
    ("euros.municipality", Period::Horizon),
    ("euros.municipality", Period::Term),
    ("persons.second_line", Period::Horizon),
    ("need.severe.unhelped", Period::Horizon),
];

/// The most resident-weeks that a comparison computes by itself, however many scenarios share them: some ten minutes
/// of one core. Of the default district over 15 years that is 243 draws of two scenarios, or 162 of three.
pub const MOST_RESIDENT_WEEKS: u64 = 13_000_000_000;

/// Residents that the replicates of a sample have together at least: a small district gets several, because chance is
/// larger in it (assumption, 10,000 to 30,000: of the default district's 34,255 residents chance carries 0.08 to 0.22
/// of the variance of the key figures over the horizon, and per resident it grows as their number falls).
const RESIDENTS_OF_A_SAMPLE: u32 = 16_000;

/// The default number of replicates of each sample, by the size of the district.
pub fn default_replicates(residents: u32) -> u32 {
    RESIDENTS_OF_A_SAMPLE.div_ceil(residents.max(1)).clamp(1, MOST_REPLICATES)
}

/// The plan with the draws that the key figures of its comparisons need; `None` if they need none, or more than is
/// allowed. `plan` is the plan that has been run.
pub fn next_draws(plan: &Plan, comparisons: &[Comparison]) -> Option<Plan> {
    let e = plan.experiment();
    let keys = |c| KEY_FIGURES.into_iter().filter_map(move |(key, period)| Comparison::find(c, key, "all", period));
    let figures: Vec<&Difference> = comparisons.iter().flat_map(keys).collect();
    let needs: Vec<Computing> = figures.iter().filter_map(|d| d.needs()).collect();
    let room = (MOST_RESIDENT_WEEKS / plan.resident_weeks().max(1)).saturating_sub(plan.draws().len() as u64);
    if e.replicates < MOST_REPLICATES && needs.iter().any(|need| need.replicates > e.replicates) {
        let more = u64::from(e.samples.saturating_sub(e.extra_replicate)).min(room) as u32;
        let reached = e.extra_replicate + more;
        let next = if reached >= e.samples { (e.replicates + 1, 0) } else { (e.replicates, reached) };
        return (more > 0).then(|| plan.with_draws(e.samples, next.0, next.1));
    }
    let step = e.samples + e.samples.div_ceil(2);
    // A verdict that is reached and may turn does not say how many it takes.
    let may_turn = figures.iter().any(|d| d.needs().is_none() && !d.is_settled());
    let wanted = needs.iter().map(|need| need.samples).chain(may_turn.then_some(step)).max()?;
    let fits = u64::from(e.samples) + room / u64::from(e.replicates.max(1));
    let samples = u64::from(step.min(wanted).min(MOST_SAMPLES)).min(fits) as u32;
    (samples > e.samples).then(|| plan.with_draws(samples, e.replicates, e.extra_replicate))
}
