//! Professionals of the team: jobs that are filled or vacant (M21). Leaving and hiring come from the job's own points.
//! What experience and strain do stands in `mechanisms::professional`.

use crate::calendar::{Entry, Occasion};
use crate::district::{Crew, District, Happening, Now, Team};
use crate::entities::{DOMAINS, Professional};
use crate::ids::Key;
use crate::mechanisms::culture::stocks;
use crate::mechanisms::experts::hiring;
use crate::mechanisms::professional::{experience, labour, seniority, strain};
use crate::mechanisms::screening::depth;
use crate::random::{CellKey, Distribution, Process, at_least};
use crate::units::{MINUTES_PER_YEAR, Minute, WEEKS_PER_YEAR};

/// The jobs of a team: about one per `team.fte_per_job` FTE.
pub(super) fn jobs_of(now: Now<'_>, team: usize) -> usize {
    let fte = now.settings.team.fte_of(team);
    libm::ceil(fte / now.inputs.params.team.fte_per_job).clamp(1.0, 20_000.0) as usize
}

/// Fills the jobs of a team at the start: those that nobody who is there already has, all filled.
pub fn found_team(now: Now<'_>, d: &mut District, team: usize, key: Key) {
    let fte = now.settings.team.fte_of(team);
    let jobs = jobs_of(now, team);
    d.teams[team].planned_fte = fte;
    let usual = d.teams[team].crew.usual_strain;
    for job in &mut d.teams[team].jobs {
        job.share = 1.0 / jobs as f64;
    }
    for place in d.teams[team].jobs.len()..jobs {
        let job = now.inputs.draws.key(Process::JOB_KEY, key, place as u64);
        let since =
            Minute(now.at.0 - (now.inputs.draws.bits(Process::JOB_SINCE, job, 0) >> 40) as i32 % MINUTES_PER_YEAR);
        d.teams[team].jobs.push(Professional {
            key: job,
            share: 1.0 / jobs as f64,
            employed: true,
            since,
            generation: 0,
            year: 0,
            discipline: 0,
            depth: [0; DOMAINS],
            expert: false,
            brought: experience::before_start(now, job),
            strain: usual,
            senior: false,
            orientation: 0.0,
        });
        hiring::fill(now, d, team, place);
        depth::fill(now, d, team, place);
        open_year(now, d, Job { team, place });
    }
    share_equally(&mut d.teams[team]);
}

/// All jobs of a team are equal parts of its FTE.
pub(super) fn share_equally(team: &mut Team) {
    let jobs = team.jobs.len().max(1) as f64;
    let vacant = team.jobs.iter().filter(|job| !job.employed).count();
    team.filled = 1.0 - vacant as f64 / jobs;
    for job in &mut team.jobs {
        job.share = 1.0 / jobs;
    }
}

/// A team that is planned larger has to hire: what comes on top is filled at the rate at which vacancies are.
pub fn follow_plan(now: Now<'_>, d: &mut District, team: usize) {
    let planned = now.settings.team.fte_of(team);
    let weeks = labour::vacancy_weeks(now, d);
    let team = &mut d.teams[team];
    let more = planned - team.planned_fte;
    team.planned_fte = planned;
    team.unfilled_fte = (team.unfilled_fte + more).max(0.0);
    team.unfilled_fte -= team.unfilled_fte / weeks.max(1.0);
}

/// Which job of which team.
#[derive(Clone, Copy)]
struct Job {
    team: usize,
    place: usize,
}

impl Job {
    /// Bits of a slot of the calendar that hold the place in the team.
    const PLACE: u32 = 24;

    /// That of an entry of the calendar.
    const fn of(entry: &Entry) -> Self {
        Self { team: (entry.slot >> Self::PLACE) as usize, place: (entry.slot & ((1 << Self::PLACE) - 1)) as usize }
    }

    const fn slot(self) -> u32 {
        (self.team as u32) << Self::PLACE | self.place as u32
    }
}

/// Rate per week at which somebody of usual strain leaves.
fn turnover(now: Now<'_>) -> f64 {
    now.inputs.params.team.turnover / f64::from(WEEKS_PER_YEAR)
}

/// Rate per week at which a professional leaves now.
fn leaving(now: Now<'_>, crew: &Crew, held: &Professional) -> f64 {
    turnover(now) * strain::leaving(now, crew, held)
}

/// Enters who may leave under inputs that have changed; what had been entered is forgotten.
pub fn enter_anew(now: Now<'_>, d: &mut District) {
    for team in 0..d.teams.len() {
        for place in 0..d.teams[team].jobs.len() {
            if d.teams[team].jobs[place].employed {
                enter(now, d, Job { team, place });
            }
        }
    }
}

/// The jobs of a team go on in another position of the district's teams: entries about them are entered anew. How long
/// a vacancy still lasts is drawn again, which changes nothing about its length: the wait is memoryless.
pub fn go_on(now: Now<'_>, d: &mut District, team: usize) {
    for place in 0..d.teams[team].jobs.len() {
        let job = Job { team, place };
        let held = &mut d.teams[team].jobs[place];
        held.generation = held.generation.wrapping_add(1);
        if held.employed {
            open_year(now, d, job);
        } else {
            fill_later(now, d, job, 1);
        }
    }
}

/// A vacancy is filled after a keyed time.
fn fill_later(now: Now<'_>, d: &mut District, job: Job, occasion: u64) {
    let Professional { key, generation, .. } = d.teams[job.team].jobs[job.place];
    let weeks = Distribution::Exponential { mean: labour::vacancy_weeks(now, d).max(1e-3) };
    let at = now.at.plus_weeks(weeks.quantile(now.inputs.draws.unit(Process::HIRING_DELAY, key, occasion)));
    let (tie, slot) = ((key.0 >> 32) as u32, job.slot());
    d.calendar.add(Entry { at, tie, slot, generation, what: Occasion::HIRING, aux: 0 });
}

fn open_year(now: Now<'_>, d: &mut District, job: Job) {
    enter(now, d, job);
    let Professional { key, generation, since, year, .. } = d.teams[job.team].jobs[job.place];
    let at = Minute(since.0 + (i32::from(year) + 1) * MINUTES_PER_YEAR);
    let (tie, slot) = ((key.0 >> 32) as u32, job.slot());
    d.calendar.add(Entry { at, tie, slot, generation, what: Occasion::PROFESSIONAL_YEAR, aux: 0 });
}

/// Enters the candidates of leaving of a professional's year.
fn enter(now: Now<'_>, d: &mut District, job: Job) {
    let slot = job.slot();
    let job = &d.teams[job.team].jobs[job.place];
    let cells = &now.inputs.tables.blocks.of_job;
    // The most that strain can make of it: a job has so few candidates that none need entering when strain rises.
    let most = turnover(now) * strain::most_leaving(&now.inputs.params.professional);
    let heights = 0.0..at_least(most * now.inputs.slack);
    let cell = CellKey { process: Process::TURNOVER, entity: job.key, occasion: u64::from(job.year) };
    let start = job.since.0 + i32::from(job.year) * MINUTES_PER_YEAR;
    let generation = job.generation;
    cells.points(now.inputs.draws, cell, heights, |p| {
        let at = Minute(start + p.minute);
        if at >= now.at {
            d.calendar.add(Entry { at, tie: p.height.to_bits(), slot, generation, what: Occasion::TURNOVER, aux: 0 });
        }
    });
}

/// A professional's year begins.
pub fn new_year(now: Now<'_>, d: &mut District, entry: &Entry) {
    if let Some(job) = current(d, entry) {
        d.teams[job.team].jobs[job.place].year += 1;
        open_year(now, d, job);
    }
}

/// The job of an entry, if it is still held by whom the entry is about.
fn current(d: &District, entry: &Entry) -> Option<Job> {
    let job = Job::of(entry);
    let held = d.teams.get(job.team)?.jobs.get(job.place)?;
    (held.generation == entry.generation).then_some(job)
}

/// A candidate of leaving.
pub fn leave(now: Now<'_>, d: &mut District, entry: &Entry) {
    let Some(job) = current(d, entry) else { return };
    let team = &d.teams[job.team];
    if entry.height() < leaving(now, &team.crew, &team.jobs[job.place]) {
        fall_vacant(now, d, (job.team, job.place), entry.point());
    }
}

/// A job of a team falls vacant for a keyed time, on an occasion of its own.
pub fn fall_vacant(now: Now<'_>, d: &mut District, (team, place): (usize, usize), point: u64) {
    let job = Job { team, place };
    let team = &mut d.teams[job.team];
    let held = &mut team.jobs[job.place];
    held.employed = false;
    held.generation = held.generation.wrapping_add(1);
    team.filled = (team.filled - held.share).max(0.0);
    now.tell(d, Happening::ProfessionalLeft(job.team as u8, job.place as u32));
    let held = &mut d.teams[job.team].jobs[job.place];
    held.key = now.inputs.draws.key(Process::JOB_KEY, held.key, point);
    fill_later(now, d, job, 0);
}

/// A vacancy is filled.
pub fn hire(now: Now<'_>, d: &mut District, entry: &Entry) {
    let Some(job) = current(d, entry) else { return };
    let orientation = stocks::of_entrant(now, &d.teams[job.team]);
    let team = &mut d.teams[job.team];
    let held = &mut team.jobs[job.place];
    held.employed = true;
    held.since = now.at;
    held.year = 0;
    held.strain = 0.0;
    held.orientation = orientation;
    seniority::hired(now, held);
    team.filled = (team.filled + held.share).min(1.0);
    hiring::fill(now, d, job.team, job.place);
    depth::fill(now, d, job.team, job.place);
    open_year(now, d, job);
}
