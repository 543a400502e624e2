//! Uncertain numbers of organisation, money and circumstances: where each stands, and what a sample draws for it.
//!
//! A scenario states a number or a distribution. Plain fields hold the mean of a distribution, which is what closure
//! and readers take for the plan; [`Scenario::drawn`] puts the draw of a sample in its place. The quantile is keyed by
//! the path of the number in a file, so that it is the same in every scenario, in `[before]`, and in every step of a
//! lever.

use super::context::{DATED, HOMES, HOMES_SOURCE, MAX_FACTOR, MAX_HOMES, Subject};
use super::fields::{FieldKind, MAX_EUROS};
use super::number::Number;
use super::rounding::cents;
use super::scenario::{ExperimentSpec, Scenario};
use crate::entities::Product;
use crate::levers::{ALWAYS, LEVERS, LeverKind, LeverValue, Step};
use crate::parameters::PARAMETERS;
use crate::provenance::Source;
use crate::random::Distribution;
use crate::units::{WEEKS_PER_YEAR, Week};

/// Where an uncertain number of a scenario stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a team or a service.
    Organisation(Number),
    /// In the step of a lever (by position in [`LEVERS`]) that begins in a week.
    Lever(usize, Week),
    /// The price of the team's hours.
    TeamPrice,
    /// The homes offered to people who leave sheltered living, in the step that begins in a week.
    Homes(Week),
    /// What circumstances multiply something by, in the step that begins in a week.
    Factor(Subject, Week),
}

/// An uncertain number of a scenario that is no parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct UncertainNumber {
    /// Where it stands.
    pub place: Place,
    /// Whether that is in `[before]`.
    pub before: bool,
    /// What is drawn from; prices in euros.
    pub distribution: Distribution,
}

impl UncertainNumber {
    /// The path that keys the quantile: `levers.outreach.door_fte`, the same for every step and in `[before]`.
    pub fn path(&self) -> String {
        match self.place {
            Place::Organisation(number) => number.path(),
            Place::Lever(lever, _) => format!("levers.{}", LEVERS[lever].meta.key),
            Place::TeamPrice => "budget.euros_per_team_hour".to_owned(),
            Place::Homes(_) => "context.homes_per_1000".to_owned(),
            Place::Factor(subject, _) => subject.path(),
        }
    }

    /// What tells it from all other numbers of a scenario: the path, with `before.` in front in `[before]`, and behind
    /// it the date of a step that has one (`levers.outreach.door_fte@after_years=2`).
    pub fn key(&self) -> String {
        let prefix = if self.before { "before." } else { "" };
        let date = match self.place {
            Place::Lever(_, from) | Place::Homes(from) | Place::Factor(_, from) if from != ALWAYS => {
                format!("@after_years={}", f64::from(from.0) / f64::from(WEEKS_PER_YEAR))
            }
            _ => String::new(),
        };
        format!("{prefix}{}{date}", self.path())
    }

    /// The unit; empty where there is none.
    pub fn unit(&self) -> &'static str {
        match self.place {
            Place::Organisation(number) => number.field().unit,
            Place::Lever(lever, _) => LEVERS[lever].meta.unit,
            Place::TeamPrice => "euros per hour",
            Place::Homes(_) => "homes per 1,000 residents and year",
            Place::Factor(..) => "times",
        }
    }

    /// Whether it stands in `[before]` and is drawn from the same as one of the numbers from week 0 on.
    pub fn is_again_before(&self, numbers: &[Self]) -> bool {
        self.before && numbers.contains(&Self { before: false, ..self.clone() })
    }

    /// Where the number comes from if it is what holds for so many residents where nothing is stated, or what the
    /// built-in scenario dates; `None` if a scenario states another.
    pub fn source(&self, residents: u32) -> Option<&'static Source> {
        let (default, source) = match self.place {
            Place::Organisation(number) => number.default(residents),
            Place::Homes(_) => (Some(HOMES), Some(&HOMES_SOURCE)),
            Place::Factor(Subject::Parameter(parameter), _) => {
                let (_, factor, source) = DATED.iter().find(|(key, ..)| *key == PARAMETERS[parameter].key)?;
                (Some(*factor), Some(source))
            }
            Place::Lever(..) | Place::TeamPrice | Place::Factor(Subject::Places(_), _) => return None,
        };
        let default = default?;
        // Numbers of another size went through a factor and back.
        let near = |p: f64| {
            let (a, b) = (default.quantile(p), self.distribution.quantile(p));
            (a - b).abs() <= 1e-9 * a.abs().max(1.0)
        };
        source.filter(|_| [0.05, 0.5, 0.95].into_iter().all(near))
    }

    /// The value that a sample of an experiment has: within what is allowed, prices in whole cents.
    pub fn value(&self, experiment: &ExperimentSpec, sample: u32) -> f64 {
        let (min, max) = match self.place {
            Place::Organisation(number) => number.field().drawn,
            Place::Lever(lever, _) => match LEVERS[lever].meta.kind {
                LeverKind::Number { min, max } => (min, max),
                LeverKind::Choice(_) | LeverKind::Flag => (f64::NEG_INFINITY, f64::INFINITY),
            },
            Place::TeamPrice => (0.0, MAX_EUROS),
            Place::Homes(_) => (0.0, MAX_HOMES),
            Place::Factor(..) => (0.0, MAX_FACTOR),
        };
        let value = experiment.value(&self.distribution, &self.path(), sample).clamp(min, max);
        let is_price = match self.place {
            Place::TeamPrice => true,
            Place::Organisation(number) => number.field().kind == FieldKind::Price,
            Place::Lever(..) | Place::Homes(_) | Place::Factor(..) => false,
        };
        if is_price { cents(value) as f64 / 100.0 } else { value }
    }

    /// Puts a value in the place of the distribution.
    pub(super) fn write(&self, scenario: &mut Scenario, value: f64) {
        let organisation = if self.before { &mut scenario.before } else { &mut scenario.organisation };
        match self.place {
            Place::Organisation(number) => organisation.state(number, Distribution::Fixed(value)),
            Place::Lever(lever, from) => {
                let schedules = organisation.timeline.schedules.iter_mut().filter(|s| s.lever == lever);
                schedules.for_each(|s| put(&mut s.steps, from, value));
            }
            Place::TeamPrice => {
                scenario.budget.team_euros_per_hour = None;
                scenario.budget.team_cents_per_hour = cents(value);
            }
            Place::Homes(from) => put(scenario.context.homes_per_1000.steps_mut(), from, value),
            Place::Factor(subject, from) => {
                let factors = scenario.context.factors.iter_mut().filter(|(other, _)| *other == subject);
                factors.for_each(|(_, course)| put(course.steps_mut(), from, value));
            }
        }
    }
}

/// The paths of all numbers that can be uncertain: parameters, then what scenarios state themselves.
pub fn paths() -> Vec<String> {
    let is_number = |lever: &usize| matches!(LEVERS[*lever].meta.kind, LeverKind::Number { .. });
    let mut places = vec![Place::TeamPrice, Place::Homes(ALWAYS)];
    places.extend((0..LEVERS.len()).filter(is_number).map(|lever| Place::Lever(lever, ALWAYS)));
    places.extend(Number::all().map(Place::Organisation));
    places.extend(Product::ALL.map(|product| Place::Factor(Subject::Places(product), ALWAYS)));
    places.extend((0..PARAMETERS.len()).map(|p| Place::Factor(Subject::Parameter(p), ALWAYS)));
    let distribution = Distribution::Fixed(0.0);
    let of_place = |place| UncertainNumber { place, before: false, distribution }.path();
    PARAMETERS.iter().map(|p| p.key.to_owned()).chain(places.into_iter().map(of_place)).collect()
}

fn put(steps: &mut [Step], from: Week, value: f64) {
    for step in steps.iter_mut().filter(|s| s.from == from) {
        step.value = LeverValue::Number(value);
    }
}

/// The uncertain steps, with the weeks in which they begin.
fn uncertain_steps(steps: &[Step]) -> impl Iterator<Item = (Week, Distribution)> {
    steps.iter().filter_map(|step| match step.value {
        LeverValue::Uncertain(distribution) => Some((step.from, distribution)),
        _ => None,
    })
}

impl Scenario {
    /// Every uncertain number that is no parameter, in the order of a file; each key once, and what is drawn from the
    /// same in `[before]` not a second time. Of a variant that closure changes anew in every sample, those that it was
    /// given.
    pub fn uncertain(&self) -> Vec<UncertainNumber> {
        let all = self.closing.as_ref().map_or_else(|| self.stated(), |closing| closing.given.stated());
        all.iter().filter(|number| !number.is_again_before(&all)).cloned().collect()
    }

    /// The distributions that stand in this scenario.
    pub(super) fn stated(&self) -> Vec<UncertainNumber> {
        let mut numbers = Vec::new();
        let mut push = |place, before, distribution| {
            numbers.push(UncertainNumber { place, before, distribution });
        };
        for (before, organisation) in [(false, &self.organisation), (true, &self.before)] {
            for &(number, distribution) in &organisation.uncertain {
                push(Place::Organisation(number), before, distribution);
            }
            for schedule in &organisation.timeline.schedules {
                for (from, distribution) in uncertain_steps(&schedule.steps) {
                    push(Place::Lever(schedule.lever, from), before, distribution);
                }
            }
        }
        if let Some(distribution) = self.budget.team_euros_per_hour {
            push(Place::TeamPrice, false, distribution);
        }
        for (from, distribution) in uncertain_steps(self.context.homes_per_1000.steps()) {
            push(Place::Homes(from), false, distribution);
        }
        for (subject, course) in &self.context.factors {
            for (from, distribution) in uncertain_steps(course.steps()) {
                push(Place::Factor(*subject, from), false, distribution);
            }
        }
        numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A path that were also a parameter's key would draw the parameter's quantile.
    #[test]
    fn no_path_is_the_key_of_a_parameter() {
        let mut all = paths();
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
