//! Decisions: what somebody set, from which week on and how soon, on a scenario that no sample has drawn, or in a
//! course under way. Both lead to the same steps of the same timeline, so that a course in which decisions were made
//! one by one, and a course of the scenario in which they are planned, are the same to the bit.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::allowed::{no_such_team, not_allowed, not_theirs};
use super::{Policy, Simulation};
use crate::diagnostics::Diagnostic;
use crate::language::{Text, text};
use crate::levers::{Course, LEVERS, LeverValue, Role, Schedule, Step, Timeline};
use crate::plan::{Scenario, Subject};
use crate::units::Week;

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
    /// Weeks in which a number moves in a straight line from the value before to this one; 0 is at once.
    pub ramp_weeks: u32,
}

impl Decision {
    /// A decision of whoever decides on the lever, which acts at once.
    ///
    /// # Panics
    /// If there is no such lever.
    pub fn of(week: Week, lever: usize, value: LeverValue) -> Self {
        Self { week, role: LEVERS[lever].meta.role, lever, value, ramp_weeks: 0 }
    }

    /// What is wrong with it in a district with so many teams, from a week on.
    fn problems(&self, first: Week, teams: usize) -> Vec<Diagnostic> {
        let key = LEVERS.get(self.lever).map_or_else(String::new, |lever| lever.meta.key.to_owned());
        let problem = |message: Text, value: String, allowed: Text| Diagnostic {
            field: key.clone(),
            message,
            value,
            allowed,
            ..Diagnostic::default()
        };
        let mut problems: Vec<Diagnostic> = not_allowed(self.lever, self.value).into_iter().collect();
        problems.extend(no_such_team(self.lever, teams));
        problems.extend(not_theirs(self.role, self.lever));
        if self.week < first {
            let first = first.0;
            problems.push(problem(
                Text::fixed("only the future can be decided", "alleen over de toekomst is te beslissen"),
                self.week.0.to_string(),
                text!("week {first} or later", "week {first} of later"),
            ));
        }
        if self.ramp_weeks > 0 && self.value.distribution().is_none() {
            problems.push(problem(
                Text::fixed("only a number can be reached little by little", "alleen een getal kan geleidelijk gaan"),
                self.ramp_weeks.to_string(),
                Text::fixed("0 weeks", "0 weken"),
            ));
        }
        problems
    }
}

impl Policy {
    /// Every step of a lever from week 0 on, whether a scenario or an actor took it, by week.
    pub fn decisions(&self) -> Vec<Decision> {
        let steps = self.timeline.schedules.iter().flat_map(|s| s.steps.iter().map(move |step| (s.lever, step)));
        let decision = |(lever, step): (usize, &Step)| Decision {
            ramp_weeks: step.ramp_weeks,
            ..Decision::of(step.from, lever, step.value)
        };
        let mut decisions: Vec<Decision> = steps.filter(|(_, step)| step.from >= Week(0)).map(decision).collect();
        decisions.sort_by_key(|d| (d.week, d.lever));
        decisions
    }

    /// The scenario in which these decisions are planned from the start, for the sample that was played: `scenario`
    /// with what this policy's sample drew, and the decisions on that. Written by
    /// [`write_merged`](crate::scenario::write_merged) it is an ordinary scenario file. For other samples there is
    /// [`Scenario::decided`].
    #[must_use]
    pub fn played(&self, scenario: &Scenario) -> Scenario {
        let mut played = Scenario { closing: None, ..scenario.clone() };
        let before = |schedule: &Schedule| {
            let steps: Vec<Step> = schedule.steps.iter().filter(|step| step.from < Week(0)).copied().collect();
            (!steps.is_empty()).then_some(Schedule { lever: schedule.lever, steps })
        };
        // The timeline holds the team's numbers, as this sample drew them.
        let schedules = self.timeline.schedules.iter().filter_map(before).collect();
        played.organisation.timeline = Timeline { base: self.timeline.base.clone(), schedules };
        played.organisation.uncertain.retain(|(number, _)| number.lever().is_none());
        enter(&mut played.organisation.timeline, &self.decisions());
        played
    }
}

impl Scenario {
    /// The scenario in which these decisions are planned, for every sample: what is uncertain stays so, and each sample
    /// draws its own team and world under the same decisions. For one sample its run is that of a course in which they
    /// were made week by week.
    ///
    /// # Errors
    /// A diagnostic for each decision on a lever that is not the role's, of the wrong kind, out of range or before week
    /// 0; and for a scenario whose team depends on another one's ([`Scenario::closing`]).
    pub fn decided(&self, decisions: &[Decision]) -> Result<Self, Vec<Diagnostic>> {
        let teams = self.organisation.teams.len();
        let mut problems: Vec<Diagnostic> =
            decisions.iter().flat_map(|decision| decision.problems(Week(0), teams)).collect();
        if self.closing.is_some() {
            problems.push(Diagnostic {
                file: self.name.clone(),
                field: "experiment.closure".to_owned(),
                message: Text::fixed(
                    "its team is made equal to another plan's in every sample: decide on a plan that stands by itself",
                    "het team is in elke wereld gelijk gemaakt aan dat van een ander plan: beslis over een plan dat op \
                     zichzelf staat",
                ),
                ..Diagnostic::default()
            });
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut decided = self.clone();
        enter(&mut decided.organisation.timeline, decisions);
        Ok(decided)
    }
}

impl Simulation {
    /// Makes decisions in every district alike; the past stays as it was.
    ///
    /// # Errors
    /// As [`Scenario::decided`], and for a decision in the past; nothing is changed then.
    pub fn decide(&mut self, decisions: &[Decision]) -> Result<(), Vec<Diagnostic>> {
        let teams = self.sites.iter().map(|site| site.policy.teams.len()).min().unwrap_or_default();
        let first = self.now.max(Week(0));
        let problems: Vec<Diagnostic> = decisions.iter().flat_map(|d| d.problems(first, teams)).collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        for site in &mut self.sites {
            enter(&mut site.policy.timeline, decisions);
        }
        Ok(())
    }

    /// Lets circumstances change that nobody had dated so far, in every district alike; the past stays as it was.
    ///
    /// # Errors
    /// A diagnostic for each course that begins in the past, or whose subject has a course already; nothing is changed
    /// then.
    pub fn befall(&mut self, factors: &[(Subject, Course)]) -> Result<(), Vec<Diagnostic>> {
        let dated = |subject: &Subject| {
            self.sites.iter().any(|site| site.inputs.context.factors.iter().any(|(other, _)| other == subject))
        };
        let late = |course: &Course| course.steps().iter().any(|step| step.from < self.now);
        let wrong = |(subject, course): &(Subject, Course)| {
            let message = if late(course) {
                Text::fixed("only the future can change", "alleen de toekomst kan veranderen")
            } else if dated(subject) {
                Text::fixed("is dated already", "verandert al op een datum")
            } else {
                return None;
            };
            Some(Diagnostic { field: subject.path(), message, ..Diagnostic::default() })
        };
        let problems: Vec<Diagnostic> = factors.iter().filter_map(wrong).collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        for site in &mut self.sites {
            let inputs = Arc::make_mut(&mut site.inputs);
            for (subject, course) in factors {
                inputs.context.put(*subject, course.clone());
            }
        }
        Ok(())
    }
}

/// Enters decisions, in the order of their weeks: each replaces what was planned for its lever from its week on.
fn enter(timeline: &mut Timeline, decisions: &[Decision]) {
    let mut decisions: Vec<&Decision> = decisions.iter().collect();
    decisions.sort_by_key(|decision| decision.week);
    for Decision { week, lever, value, ramp_weeks, .. } in decisions {
        timeline.add_step(*lever, Step { from: *week, value: *value, ramp_weeks: *ramp_weeks });
    }
}
