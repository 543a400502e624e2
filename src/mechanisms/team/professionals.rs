//! Professionals of the team: jobs that are filled or vacant (M21). Leaving and hiring come from the job's own points.
//! Left out for now: experience, strain, and the cases that a leaver hands over.

use crate::calendar::{Entry, Occasion};
use crate::district::{District, Inputs, Now};
use crate::entities::Professional;
use crate::ids::Key;
use crate::random::{CellKey, Distribution, Process, at_least};
use crate::units::{MINUTES_PER_YEAR, Minute, WEEKS_PER_YEAR};

/// Fills the team's jobs at the start: about one job per `team.fte_per_job` FTE, all filled.
pub fn found_team(now: Now<'_>, d: &mut District, fte: f64, team: Key) {
    let jobs = libm::ceil(fte / now.inputs.params.team.fte_per_job).clamp(1.0, 20_000.0) as usize;
    d.team.filled = 1.0;
    d.team.planned_fte = fte;
    for place in 0..jobs {
        let job = now.inputs.draws.key(Process::JOB_KEY, team, place as u64);
        let since =
            Minute(now.at.0 - (now.inputs.draws.bits(Process::JOB_SINCE, job, 0) >> 40) as i32 % MINUTES_PER_YEAR);
        d.team.jobs.push(Professional {
            key: job,
            share: 1.0 / jobs as f64,
            employed: true,
            since,
            generation: 0,
            year: 0,
        });
        open_year(now, d, place);
    }
}

/// A team that is planned larger has to hire: what comes on top is filled at the rate at which vacancies are.
pub fn follow_plan(now: Now<'_>, d: &mut District) {
    let team = &mut d.team;
    let more = now.settings.team.fte - team.planned_fte;
    team.planned_fte = now.settings.team.fte;
    team.unfilled_fte = (team.unfilled_fte + more).max(0.0);
    team.unfilled_fte -= team.unfilled_fte / now.inputs.params.team.vacancy_weeks.max(1.0);
}

/// Rate per week at which a professional leaves.
fn turnover(inputs: &Inputs) -> f64 {
    inputs.params.team.turnover / f64::from(WEEKS_PER_YEAR)
}

/// Enters who may leave under inputs that have changed; what had been entered is forgotten.
pub fn enter_anew(now: Now<'_>, d: &mut District) {
    for place in 0..d.team.jobs.len() {
        if d.team.jobs[place].employed {
            enter(now, d, place);
        }
    }
}

fn open_year(now: Now<'_>, d: &mut District, place: usize) {
    enter(now, d, place);
    let Professional { key, generation, since, year, .. } = d.team.jobs[place];
    let at = Minute(since.0 + (i32::from(year) + 1) * MINUTES_PER_YEAR);
    let (tie, slot) = ((key.0 >> 32) as u32, place as u32);
    d.calendar.add(Entry { at, tie, slot, generation, what: Occasion::PROFESSIONAL_YEAR, aux: 0 });
}

/// Enters the candidates of leaving of a professional's year.
fn enter(now: Now<'_>, d: &mut District, place: usize) {
    let job = &d.team.jobs[place];
    let cells = &now.inputs.tables.layers.turnover;
    let heights = 0.0..at_least(turnover(now.inputs) * now.inputs.slack);
    let cell = CellKey { process: Process::TURNOVER, entity: job.key, occasion: u64::from(job.year) };
    let start = job.since.0 + i32::from(job.year) * MINUTES_PER_YEAR;
    let (slot, generation) = (place as u32, job.generation);
    cells.points(now.inputs.draws, cell, heights, |p| {
        let at = Minute(start + p.minute);
        if at >= now.at {
            d.calendar.add(Entry { at, tie: p.height.to_bits(), slot, generation, what: Occasion::TURNOVER, aux: 0 });
        }
    });
}

/// A professional's year begins.
pub fn new_year(now: Now<'_>, d: &mut District, entry: &Entry) {
    if is_current(d, entry) {
        d.team.jobs[entry.slot as usize].year += 1;
        open_year(now, d, entry.slot as usize);
    }
}

fn is_current(d: &District, entry: &Entry) -> bool {
    d.team.jobs[entry.slot as usize].generation == entry.generation
}

/// A candidate of leaving: the job falls vacant for a keyed time.
pub fn leave(now: Now<'_>, d: &mut District, entry: &Entry) {
    if !is_current(d, entry) || entry.height() >= turnover(now.inputs) {
        return;
    }
    let job = &mut d.team.jobs[entry.slot as usize];
    job.employed = false;
    job.generation = job.generation.wrapping_add(1);
    d.team.filled = (d.team.filled - job.share).max(0.0);
    let next = now.inputs.draws.key(Process::JOB_KEY, job.key, entry.point());
    job.key = next;
    let weeks = Distribution::Exponential { mean: now.inputs.params.team.vacancy_weeks.max(1e-3) };
    let at = now.at.plus_weeks(weeks.quantile(now.inputs.draws.unit(Process::HIRING_DELAY, next, 0)));
    let generation = job.generation;
    d.calendar.add(Entry {
        at,
        tie: (next.0 >> 32) as u32,
        slot: entry.slot,
        generation,
        what: Occasion::HIRING,
        aux: 0,
    });
}

/// A vacancy is filled.
pub fn hire(now: Now<'_>, d: &mut District, entry: &Entry) {
    if !is_current(d, entry) {
        return;
    }
    let job = &mut d.team.jobs[entry.slot as usize];
    job.employed = true;
    job.since = now.at;
    job.year = 0;
    d.team.filled = (d.team.filled + job.share).min(1.0);
    open_year(now, d, entry.slot as usize);
}
