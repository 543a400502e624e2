//! Seniors: hires who bring years of experience, and cost more.

use crate::district::{District, Now};
use crate::entities::Professional;
use crate::random::Process;
use crate::units::{Effort, Money};

/// Whoever fills a job is a senior with the planned share, and brings experience then.
pub fn hired(now: Now<'_>, job: &mut Professional) {
    job.senior = now.inputs.draws.unit(Process::SENIOR, job.key, 0) < now.settings.professional.seniors;
    job.brought = if job.senior { now.inputs.params.professional.senior_weeks as u16 } else { 0 };
}

/// Share of who works in a team that was hired as a senior.
pub fn share(d: &District, team: usize) -> f64 {
    d.teams[team].mean(|job| f64::from(u8::from(job.senior))).unwrap_or(0.0)
}

/// What seniors cost more, of hours that a team is paid for.
pub fn more(now: Now<'_>, d: &District, team: usize, paid: Effort) -> Money {
    let part = share(d, team) * now.inputs.params.professional.senior_price;
    Money::of_effort(now.inputs.budget.team_cents_per_hour, Effort((paid.0 as f64 * part) as i64))
}
