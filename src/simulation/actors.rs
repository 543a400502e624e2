//! Who decides: an actor in a seat, asked at the start of each week.
//!
//! A decision sets a lever from the week in which it is made. If nobody has taken a role's seat, the scenario's
//! timeline decides: that is the model's own actor. A player (in a training game, or a rule that reacts, such as
//! politics) takes a seat and makes the decisions of its role in its district. Actors see the *registered* world only,
//! as a team leader or an alderman does: what is registered, never what is true of people.
//!
//! An actor and its memory lie outside the simulation, so a simulation forks and is restored without them. Decisions
//! lie inside, as ordinary steps of the policy's timeline: [`Policy::decisions`](super::Policy::decisions) lists them,
//! and [`Policy::played`](super::Policy::played) turns them into a scenario whose run is the same to the bit, without
//! any actor. Left out: decisions about anything but levers, and bargaining between actors; all actors asked in a week
//! see the same state of affairs.

use super::allowed::not_theirs;
use super::rules::{Rule, Seated, Trigger};
use super::view::View;
use super::{Observer, Progress, Simulation};
use crate::cancel::Cancel;
use crate::diagnostics::Diagnostic;
use crate::district::Municipality;
use crate::language::Text;
use crate::levers::{LeverPatch, Role};
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

/// A rule can sit in a seat as a player does.
impl Actor for Rule {
    fn decide(&mut self, view: &View<'_>) -> LeverPatch {
        Self::decide(self, view)
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

    /// What somebody in a seat sees at the start of the week to come; `None` if there is no such district.
    pub fn view(&self, district: usize, role: Role) -> Option<View<'_>> {
        let site = self.sites().get(district)?;
        let is_here = |m: &&Municipality| m.districts.iter().any(|i| usize::from(*i) == district);
        let context = &site.inputs.context;
        Some(View {
            role,
            week: self.week(),
            district: &self.region().districts[district],
            record: &self.records()[district],
            policy: &site.policy,
            municipality: self.region().municipalities.iter().find(is_here),
            first_election: context.election_year - context.start_year,
        })
    }

    /// Puts a rule in a seat, for good: it decides at the start of every week from week 0 on, before any player does.
    ///
    /// # Errors
    /// A diagnostic if there is no such district, or the rule's lever is not the role's, of the wrong kind or out of
    /// range.
    pub fn seat(&mut self, seated: Seated) -> Result<(), Vec<Diagnostic>> {
        let mut problems = Vec::new();
        if seated.district >= self.sites().len() {
            problems.push(Diagnostic {
                field: "district".to_owned(),
                message: Text::fixed("there is no such district", "deze wijk is er niet"),
                value: seated.district.to_string(),
                ..Diagnostic::default()
            });
        }
        if let Rule::When(Trigger { lever, value, .. }) = &seated.rule {
            problems.extend(not_theirs(seated.role, *lever));
            problems.extend(self.check(self.week(), &vec![(*lever, *value)]).err().into_iter().flatten());
        }
        if problems.is_empty() {
            self.rules.push(seated);
            Ok(())
        } else {
            Err(problems)
        }
    }

    /// The rules that sit in its seats.
    pub fn rules(&self) -> &[Seated] {
        &self.rules
    }

    /// Asks every rule, then lets what they decided act. All see the same state of affairs.
    pub(super) fn ask_rules(&mut self) {
        if self.rules.is_empty() || self.week() < Week(0) {
            return;
        }
        let decide = |seated: &Seated| {
            let patch = self.view(seated.district, seated.role).map(|view| seated.rule.decide(&view));
            (seated.district, patch.unwrap_or_default())
        };
        let decided: Vec<(usize, LeverPatch)> = self.rules.iter().map(decide).collect();
        let week = self.week();
        for (district, patch) in decided {
            self.sites[district].set(week, &patch);
        }
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
            let Some(view) = self.view(i, seat.role) else { continue };
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
