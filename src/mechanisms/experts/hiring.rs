//! Which jobs of a team go to experts by experience.

use crate::district::{District, Now};
use crate::entities::Professional;
use crate::random::Process;

/// Fills a job of a team with an expert by experience, if the plan lacks at least half a job of them. Of a plan for
/// less than half a job, whoever is hired is one with the probability that makes it so many on average.
pub fn fill(now: Now<'_>, d: &mut District, team: usize, place: usize) {
    let planned = now.settings.experts.share;
    let job = &d.teams[team].jobs[place];
    let half = job.share / 2.0;
    let lacks = if planned < half {
        planned > 0.0 && now.inputs.draws.unit(Process::EXPERT, job.key, 0) < planned
    } else {
        planned > 0.0 && planned - share_beside(&d.teams[team].jobs, Some(place)) >= half
    };
    d.teams[team].jobs[place].expert = lacks;
}

/// The share of all of a team's working time that is held by experts by experience, beside a job.
pub(super) fn share_beside(jobs: &[Professional], beside: Option<usize>) -> f64 {
    let theirs = jobs.iter().enumerate().filter(|(place, job)| Some(*place) != beside && job.employed && job.expert);
    theirs.map(|(_, job)| job.share).sum()
}
