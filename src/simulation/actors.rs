//! Who decides: an actor in a seat, asked at the start of each week.
//!
//! A decision sets a lever from the week in which it is made. If nobody has taken a role's seat, the scenario's
//! timeline decides: that is the model's own actor. A player (in a training game, or a rule that reacts, such as
//! politics) takes a seat and makes the decisions of its role in its district. Actors see the *registered* world only,
//! as a team leader or an alderman does: what is registered, never what is true of people.
//!
//! An actor and its memory lie outside the simulation, so a simulation forks and is restored without them. Decisions
//! lie inside, as ordinary steps of the policy's timeline: [`Policy::decisions`] lists them, and [`Policy::played`]
//! turns them into a scenario whose run is the same to the bit, without any actor. Left out: decisions about anything
//! but levers, and bargaining between actors; all actors asked in a week see the same state of affairs.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Observer, Policy, Progress, Record, Simulation};
use crate::cancel::Cancel;
use crate::diagnostics::Diagnostic;
use crate::district::District;
use crate::language::Text;
use crate::levers::{LEVERS, LeverPatch, LeverValue, Role, Timeline, position};
use crate::observation::{Cell, catalogue, is_registered};
use crate::plan::Scenario;
use crate::units::Week;

/// Somebody who decides.
pub trait Actor {
    /// What changes from this week on; empty if nothing does.
    fn decide(&mut self, view: &View<'_>) -> LeverPatch;
}

impl<F: FnMut(&View<'_>) -> LeverPatch> Actor for F {
    fn decide(&mut self, view: &View<'_>) -> LeverPatch {
        self(view)
    }
}

/// The model's own actor in a seat: does what a timeline says about the levers of the seat's role.
#[derive(Clone, Debug, PartialEq)]
pub struct Scripted(pub Timeline);

impl Actor for Scripted {
    fn decide(&mut self, view: &View<'_>) -> LeverPatch {
        let mine = self.0.schedules.iter().filter(|s| LEVERS[s.lever].meta.role == view.role);
        let due = mine.filter_map(|s| s.value_at(view.week).map(|value| (s.lever, value)));
        due.filter(|(lever, value)| view.lever(*lever) != Some(*value)).collect()
    }
}

/// An actor with the role that it plays in a district.
pub struct Seat<'a> {
    /// District, by its position in the region.
    pub district: usize,
    /// What it decides on.
    pub role: Role,
    /// Who sits there.
    pub actor: &'a mut dyn Actor,
}

impl std::fmt::Debug for Seat<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Seat").field("district", &self.district).field("role", &self.role).finish_non_exhaustive()
    }
}

/// Why a view shows no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Unseen {
    /// There is no such series.
    #[error("there is no such series")]
    Unknown,
    /// It is true of people, but nobody registers it.
    #[error("nobody registers this")]
    NotRegistered,
    /// Nothing has been counted yet.
    #[error("nothing has been counted yet")]
    NotCounted,
}

/// What an actor sees at the start of a week: the registered world of its district.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    role: Role,
    week: Week,
    district: &'a District,
    record: &'a Record,
    policy: &'a Policy,
}

impl View<'_> {
    /// The role in which the actor is asked.
    pub const fn role(&self) -> Role {
        self.role
    }

    /// The week that begins. Week 0 of a year is when contracts start, 11 the council election (every fourth year), 22
    /// the accounts, 44 the budget.
    pub const fn week(&self) -> Week {
        self.week
    }

    /// A registered number of the last year that has ended, in the series' unit; before the first such year, of the
    /// last year of the burn-in.
    ///
    /// # Errors
    /// If there is no such series, it is not registered, or nothing was counted.
    pub fn last_year(&self, indicator: &str, group: &str) -> Result<f64, Unseen> {
        let year = self.record.years.last().unwrap_or(&self.record.before);
        registered(indicator, group, |position| year.get(position).copied())
    }

    /// A registered number of the year under way, up to the week that begins, in the series' unit.
    ///
    /// # Errors
    /// As [`View::last_year`].
    pub fn so_far(&self, indicator: &str, group: &str) -> Result<f64, Unseen> {
        registered(indicator, group, |position| self.district.counts.finished().get(position).copied())
    }

    /// The value of a lever by its key, as planned for this week; `None` if it was never set (the organisation's own
    /// value then holds) or if there is no such lever.
    pub fn in_force(&self, key: &str) -> Option<LeverValue> {
        position(key).and_then(|lever| self.lever(lever))
    }

    fn lever(&self, lever: usize) -> Option<LeverValue> {
        self.policy.timeline.schedules.iter().find(|s| s.lever == lever)?.value_at(self.week)
    }
}

fn registered(indicator: &str, group: &str, cell: impl Fn(usize) -> Option<Cell>) -> Result<f64, Unseen> {
    let position = catalogue::position(indicator, group).ok_or(Unseen::Unknown)?;
    if !is_registered(indicator, group) {
        return Err(Unseen::NotRegistered);
    }
    cell(position).and_then(Cell::value).ok_or(Unseen::NotCounted)
}

/// A decision that has been made.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// The week from which it acts.
    pub week: Week,
    /// Who decides on the lever.
    pub role: Role,
    /// Position in [`LEVERS`].
    pub lever: usize,
    /// What it was set to.
    pub value: LeverValue,
}

impl Policy {
    /// Every step of a lever from week 0 on, whether a scenario or an actor took it, by week.
    pub fn decisions(&self) -> Vec<Decision> {
        let steps = self.timeline.schedules.iter().flat_map(|s| s.steps.iter().map(move |step| (s.lever, step)));
        let mut decisions: Vec<Decision> = steps
            .filter(|(_, step)| step.from >= Week(0))
            .map(|(lever, step)| Decision { week: step.from, role: LEVERS[lever].meta.role, lever, value: step.value })
            .collect();
        decisions.sort_by_key(|d| (d.week, d.lever));
        decisions
    }

    /// The scenario in which these decisions are planned from the start: `scenario` with this policy's levers. Written
    /// by [`write_merged`](crate::scenario::write_merged) it is an ordinary scenario file.
    #[must_use]
    pub fn played(&self, scenario: &Scenario) -> Scenario {
        let mut played = scenario.clone();
        played.organisation.timeline.clone_from(&self.timeline);
        // The timeline holds the team's numbers, as this sample drew them.
        played.organisation.uncertain.retain(|(number, _)| number.lever().is_none());
        played.closing = None;
        played
    }
}

impl Simulation {
    /// Simulates up to (not including) week `end` and asks every seated actor at the start of each week from week 0 on
    /// (the burn-in is history). All are asked before any decision of that week acts.
    ///
    /// # Errors
    /// A diagnostic for each seat that is taken twice or lies in no district, and for each decision on a lever that is
    /// not the role's, of the wrong kind or out of range. The simulation then stands at the start of that week, with
    /// nothing decided in it.
    pub fn play_to<O: Observer>(
        &mut self,
        end: Week,
        seats: &mut [Seat<'_>],
        observer: &mut O,
        stop: &Cancel,
    ) -> Result<Progress, Vec<Diagnostic>> {
        self.check_seats(seats)?;
        while self.week() < end {
            if stop.is_cancelled() {
                return Ok(Progress::Stopped(self.week()));
            }
            if self.week() >= Week(0) {
                self.ask(seats)?;
            }
            self.step_to(self.week().next(), observer, stop);
        }
        Ok(Progress::Done)
    }

    fn check_seats(&self, seats: &[Seat<'_>]) -> Result<(), Vec<Diagnostic>> {
        let mut problems = Vec::new();
        for (i, seat) in seats.iter().enumerate() {
            let message = if seat.district >= self.sites().len() {
                Text::fixed("there is no such district", "deze wijk is er niet")
            } else if seats[..i].iter().any(|s| (s.district, s.role) == (seat.district, seat.role)) {
                Text::fixed("the seat is taken", "deze stoel is bezet")
            } else {
                continue;
            };
            problems.push(Diagnostic {
                field: format!("district {}, {}", seat.district, seat.role.text()),
                message,
                ..Diagnostic::default()
            });
        }
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }

    /// Asks everybody, then lets what they decided act.
    fn ask(&mut self, seats: &mut [Seat<'_>]) -> Result<(), Vec<Diagnostic>> {
        let week = self.week();
        let mut decided: Vec<(usize, LeverPatch)> = Vec::new();
        let mut problems = Vec::new();
        for seat in seats.iter_mut() {
            let i = seat.district;
            let view = View {
                role: seat.role,
                week,
                district: &self.region().districts[i],
                record: &self.records()[i],
                policy: &self.sites()[i].policy,
            };
            let patch = seat.actor.decide(&view);
            problems.extend(patch.iter().filter_map(|(lever, _)| not_theirs(seat.role, *lever)));
            problems.extend(self.check(week, &patch).err().into_iter().flatten());
            decided.push((i, patch));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        for (district, patch) in decided {
            self.set_in(district, week, &patch)?;
        }
        Ok(())
    }
}

/// A problem if a role does not decide on a lever.
fn not_theirs(role: Role, lever: usize) -> Option<Diagnostic> {
    let meta = &LEVERS.get(lever)?.meta;
    (meta.role != role).then(|| Diagnostic {
        field: meta.key.to_owned(),
        message: Text::fixed("somebody else decides on this lever", "iemand anders gaat hierover"),
        value: role.text().to_owned(),
        allowed: Text::same(meta.role.text()),
        ..Diagnostic::default()
    })
}
