//! Experience: who has worked for some time gets more done in an hour. Hours per case were counted with teams of usual
//! experience, so that productivity is relative to theirs.

use crate::district::{District, Now};
use crate::ids::Key;
use crate::links::Link;
use crate::parameters::Params;
use crate::random::{Distribution, Process};
use crate::units::WEEKS_PER_YEAR;

/// Longest experience that somebody begins with, in years (assumption: a working life).
const LONGEST: f64 = 40.0;

/// The week of a team: what its people do in an hour.
pub fn follow(now: Now<'_>, d: &mut District, team: usize) {
    let productivity = productivity(now, d, team);
    d.teams[team].crew.productivity = 1.0 + (productivity - 1.0) * now.settings.link(Link::EXPERIENCE_PRODUCTIVITY);
}

/// Work that somebody does in an hour after so many weeks, of what an experienced professional does.
pub fn in_an_hour(params: &Params, weeks: f64) -> f64 {
    let p = &params.professional;
    1.0 - (1.0 - p.entry) * libm::exp(-weeks / p.learning_weeks.max(1e-3))
}

/// Work that the people of a team do in an hour, of what people of usual experience do.
fn productivity(now: Now<'_>, d: &District, team: usize) -> f64 {
    let mean = d.teams[team].mean(|job| in_an_hour(&now.inputs.params, job.experience(now.at)));
    mean.map_or(1.0, |mean| mean / usual(now))
}

/// What people of usual experience do in an hour: tenure is exponential in the steady state of a turnover.
fn usual(now: Now<'_>) -> f64 {
    let p = &now.inputs.params.professional;
    let left = p.usual_turnover * p.learning_weeks / f64::from(WEEKS_PER_YEAR);
    1.0 - (1.0 - p.entry) * left / (1.0 + left)
}

/// Mean years of experience in a team.
pub fn mean_years(now: Now<'_>, d: &District, team: usize) -> f64 {
    d.teams[team].mean(|job| job.experience(now.at)).unwrap_or(0.0) / f64::from(WEEKS_PER_YEAR)
}

/// Whole years of experience, in weeks, that somebody has who works here at the start: with a constant turnover the
/// year under way is any, and those before it are geometric.
pub fn before_start(now: Now<'_>, job: Key) -> u16 {
    let turnover = now.inputs.params.team.turnover;
    let years = Distribution::Exponential { mean: 1.0 / turnover.max(1e-6) };
    let years = years.quantile(now.inputs.draws.unit(Process::EXPERIENCE, job, 0));
    (libm::floor(years.min(LONGEST)) * f64::from(WEEKS_PER_YEAR)) as u16
}
