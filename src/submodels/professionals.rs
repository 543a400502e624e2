//! Professionals of the team: jobs that are filled or vacant (M21). Leaving and hiring come from the job's own points.
//! Left out for now: experience, strain, and the cases that a leaver hands over.

use crate::calendar::{Entry, Occasion};
use crate::district::{District, Now};
use crate::entities::Professional;
use crate::ids::Key;
use crate::random::{CellKey, Distribution, Process, at_least};
use crate::units::{MINUTES_PER_YEAR, Minute};

/// Fills the team's jobs at the start: about one job per `team.fte_per_job` FTE, all filled.
pub fn found_team(now: Now<'_>, d: &mut District, fte: f64, team: Key) {
    let jobs = libm::ceil(fte / now.inputs.params.team_fte_per_job).clamp(1.0, 20_000.0) as usize;
    d.team.filled = 1.0;
    for place in 0..jobs {
        let job = now.inputs.draws.key(Process::Professional, team, place as u64);
        let since =
            Minute(now.at.0 - (now.inputs.draws.bits(Process::Professional, job, 0) >> 40) as i32 % MINUTES_PER_YEAR);
        d.team.jobs.push(Professional {
            key: job,
            job,
            share: 1.0 / jobs as f64,
            employed: true,
            since,
            generation: 0,
            year: 0,
        });
        open_year(now, d, place);
    }
}

fn open_year(now: Now<'_>, d: &mut District, place: usize) {
    let job = &d.team.jobs[place];
    let rate = now.inputs.params.team_turnover / 52.0;
    let cells = &now.inputs.tables.layers.turnover;
    let to = at_least(rate * now.inputs.slack);
    let cell = CellKey { process: Process::Turnover, entity: job.key, occasion: u64::from(job.year) };
    let start = job.since.0 + i32::from(job.year) * MINUTES_PER_YEAR;
    let (slot, generation, key) = (place as u32, job.generation, job.key);
    cells.points(now.inputs.draws, cell, 0.0..to, |p| {
        let at = Minute(start + p.minute);
        if at >= now.at {
            d.calendar.add(Entry { at, tie: p.height.to_bits(), slot, generation, what: Occasion::Turnover, aux: 0 });
        }
    });
    let at = Minute(start + MINUTES_PER_YEAR);
    d.calendar.add(Entry { at, tie: (key.0 >> 32) as u32, slot, generation, what: Occasion::ProfessionalYear, aux: 0 });
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
    if !is_current(d, entry) || entry.height() >= now.inputs.params.team_turnover / 52.0 {
        return;
    }
    let job = &mut d.team.jobs[entry.slot as usize];
    job.employed = false;
    job.generation = job.generation.wrapping_add(1);
    d.team.filled = (d.team.filled - job.share).max(0.0);
    let next = now.inputs.draws.key(Process::HiringDelay, job.key, entry.point());
    job.key = next;
    let weeks = Distribution::Exponential { mean: now.inputs.params.team_vacancy_weeks.max(1e-3) };
    let at = now.at.plus_weeks(weeks.quantile(now.inputs.draws.unit(Process::HiringDelay, next, 0)));
    let generation = job.generation;
    d.calendar.add(Entry {
        at,
        tie: (next.0 >> 32) as u32,
        slot: entry.slot,
        generation,
        what: Occasion::Hiring,
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
