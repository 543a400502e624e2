//! One professional of the team under two scenarios: what a week of theirs looks like, and who sits there later.
//!
//! The professional is drawn by lot from who works here in week 0. A week of three years is told: the first, the one in
//! the middle and the last. Nobody in the model has cases of their own: hours and cases are the share of the team's
//! that goes with the working time of one job.

use std::sync::Arc;

use super::told::WorkWeek;
use crate::district::{District, Inputs, Team};
use crate::entities::Professional;
use crate::ids::Key;
use crate::mechanisms::professional::experience;
use crate::random::{Draws, Process};
use crate::simulation::Region;
use crate::units::{Effort, WEEKS_PER_YEAR, Week};

/// Which week of a year is told: late in June, when nothing is special.
const WEEK_OF_YEAR: u32 = 25;

/// A job of a team, and who holds it in week 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::experiment) struct Desk {
    district: usize,
    team: usize,
    place: usize,
    holder: Key,
}

impl Desk {
    /// The job with the lowest lot of those that are held.
    pub(super) fn by_lot(region: &Region, draws: Draws) -> Option<Self> {
        let jobs = region.districts.iter().enumerate().flat_map(|(district, d)| {
            d.teams.iter().enumerate().flat_map(move |(team, t)| {
                let held = t.jobs.iter().enumerate().filter(|(_, job)| job.employed);
                held.map(move |(place, job)| Self { district, team, place, holder: job.key })
            })
        });
        jobs.min_by_key(|desk| (draws.bits(Process::TOLD_PROFESSIONAL, desk.holder, 0), desk.holder))
    }

    /// Where the job is among teams that may be others now: its holder's, or else the place it had, or, where there is
    /// none, the last one of the last team that has any.
    fn found(self, d: &District) -> Self {
        let held = |(team, t): (usize, &Team)| {
            let place = t.jobs.iter().position(|job| job.key == self.holder)?;
            Some(Self { team, place, ..self })
        };
        let is_there = d.teams.get(self.team).is_some_and(|t| self.place < t.jobs.len());
        let last = || {
            let (team, t) = d.teams.iter().enumerate().rfind(|(_, t)| !t.jobs.is_empty())?;
            Some(Self { team, place: t.jobs.len() - 1, ..self })
        };
        let found = d.teams.iter().enumerate().find_map(held);
        found.or_else(|| if is_there { None } else { last() }).unwrap_or(self)
    }
}

/// Looks on while a scenario runs.
#[derive(Clone, Debug)]
pub(in crate::experiment) struct Work {
    desk: Option<Desk>,
    weeks: Vec<u32>,
    inputs: Vec<Arc<Inputs>>,
    /// Who holds or held the job last.
    holder: Option<Key>,
    /// How many have left it.
    left: u32,
    /// When the one of week 0 left.
    first_left: Option<u32>,
    pub(super) told: Vec<WorkWeek>,
}

impl Work {
    pub(in crate::experiment) fn new(desk: Option<Desk>, inputs: Vec<Arc<Inputs>>, years: u32) -> Self {
        let told = [0, years / 2, years.saturating_sub(1)];
        let mut weeks: Vec<u32> = told.map(|year| year * WEEKS_PER_YEAR as u32 + WEEK_OF_YEAR).into();
        weeks.dedup();
        Self { desk, weeks, inputs, holder: None, left: 0, first_left: None, told: Vec::new() }
    }

    /// A week is over.
    pub(super) fn week(&mut self, week: Week, region: &Region) {
        let (Some(desk), Ok(number)) = (self.desk, u32::try_from(week.0)) else { return };
        let Some(d) = region.districts.get(desk.district) else { return };
        let desk = if self.holder.is_none() { desk.found(d) } else { desk };
        self.desk = Some(desk);
        let team = d.teams.get(desk.team).and_then(|team| Some((team, team.jobs.get(desk.place)?)));
        let Some((team, job)) = team else { return };
        // Whoever leaves takes their key along: that of the job is then the next one's.
        if self.holder.unwrap_or(desk.holder) != job.key {
            self.left += 1;
            self.first_left = self.first_left.or(Some(number));
        }
        self.holder = Some(job.key);
        if self.weeks.contains(&number)
            && let Some(inputs) = self.inputs.get(desk.district)
        {
            let (left, first_left) = (self.left, self.first_left);
            self.told.push(WorkWeek { week: number, left, first_left, ..told(team, job, inputs, week) });
        }
    }
}

/// The share of what the team did in the week that is one professional's. What it had at work follows from its hours of
/// administration: who came or left within the week did not change that. Where a team is planned larger than it was
/// founded, its jobs stand for more people each: nobody works more than one job.
fn share(team: &Team, job: &Professional, inputs: &Inputs) -> f64 {
    let p = &inputs.params.team;
    let of_fte = p.hours_fte / f64::from(WEEKS_PER_YEAR) * p.admin * team.crew.present;
    let at_work = if of_fte > 0.0 { team.administration.hours() / of_fte } else { team.planned_fte };
    let job = (job.share * team.planned_fte).min(p.fte_per_job);
    if at_work > 0.0 { (job / at_work).min(1.0) } else { 0.0 }
}

/// A week of who holds a job, without who left it; of a vacant one nothing.
fn told(team: &Team, job: &Professional, inputs: &Inputs, week: Week) -> WorkWeek {
    if !job.employed {
        return WorkWeek::default();
    }
    let share = share(team, job, inputs);
    let of = |effort: Effort| effort.hours() * share;
    let hours = &team.hours;
    let at = week.next().start();
    let weeks = job.experience(at);
    // A year ago, or when the work here began.
    let then = (weeks - f64::from(WEEKS_PER_YEAR)).max(f64::from(job.brought).min(weeks));
    let in_an_hour = |weeks: f64| experience::in_an_hour(&inputs.params, weeks);
    WorkWeek {
        works: true,
        hours: [
            of(team.administration),
            of(team.training + hours.learning),
            of(hours.case),
            of(hours.intake),
            of(hours.bridging),
            of(hours.door),
            of(hours.place),
            of(hours.report),
            of(hours.collective),
            of(hours.coordination),
            of(hours.idle),
        ],
        cases: f64::from(team.open) * share,
        years: weeks / f64::from(WEEKS_PER_YEAR),
        in_an_hour: in_an_hour(weeks),
        learnt: in_an_hour(weeks) - in_an_hour(then),
        strain: job.strain,
        ..WorkWeek::default()
    }
}
