//! Levers over time: steps, ramps, and the settings of a week.

use serde::{Deserialize, Serialize};

use super::{LEVERS, LeverValue};
use crate::settings::Settings;
use crate::units::{WEEKS_PER_YEAR, Week};

/// One step of a lever.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// The first week in which it acts.
    pub from: Week,
    /// The value reached.
    pub value: LeverValue,
    /// Weeks in which a number moves in a straight line from the value before to this one; 0 is at once.
    pub ramp_weeks: u32,
}

/// The first week of a step without a date: before every burn-in.
pub const ALWAYS: Week = Week(-156);

impl Step {
    /// A value that holds from the start.
    pub const fn always(value: LeverValue) -> Self {
        Self { from: ALWAYS, value, ramp_weeks: 0 }
    }
}

/// A lever and its steps, earliest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Schedule {
    /// Position in [`LEVERS`].
    pub lever: usize,
    /// Steps, earliest first.
    pub steps: Vec<Step>,
}

/// Changes of levers to be made from some week on.
pub type LeverPatch = Vec<(usize, LeverValue)>;

/// A policy: base settings and the levers that change them over time, in the order of the list of levers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Timeline {
    /// The organisation before any lever.
    pub base: Settings,
    /// Schedules, in the order of [`LEVERS`]; at most one per lever.
    pub schedules: Vec<Schedule>,
}

impl Schedule {
    /// The value in force in a week; `None` before the first step.
    pub fn value_at(&self, now: Week) -> Option<LeverValue> {
        value_at(&self.steps, LEVERS[self.lever].meta.neutral, now)
    }
}

/// The value of steps, earliest first, in a week; `None` before the first one. The first one's ramp, if it has one,
/// leads up from `neutral`.
fn value_at(steps: &[Step], neutral: Option<LeverValue>, now: Week) -> Option<LeverValue> {
    let position = steps.iter().rposition(|s| s.from <= now)?;
    let step = steps[position];
    let elapsed = now.0 - step.from.0;
    if step.ramp_weeks == 0 || elapsed >= step.ramp_weeks as i32 {
        return Some(step.value);
    }
    let before = if position == 0 { neutral } else { value_at(&steps[..position], neutral, Week(step.from.0 - 1)) };
    // Where nothing comes before, or the value is no number, there is nothing to move through.
    let (Some(from), Some(_)) = (before.map(LeverValue::number), step.value.distribution()) else {
        return Some(step.value);
    };
    let to = step.value.number();
    Some(LeverValue::Number(from + (to - from) * f64::from(elapsed + 1) / f64::from(step.ramp_weeks + 1)))
}

/// A number over time that nobody in the district decides: a dated circumstance. Zero before the first step.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Course(Vec<Step>);

impl Course {
    /// A number that never changes.
    pub fn constant(value: f64) -> Self {
        Self(vec![Step::always(LeverValue::Number(value))])
    }

    /// A number in steps, earliest first.
    pub const fn of(steps: Vec<Step>) -> Self {
        Self(steps)
    }

    /// The number in a week.
    pub fn at(&self, now: Week) -> f64 {
        value_at(&self.0, None, now).map_or(0.0, LeverValue::number)
    }

    /// The number in a week as a factor: 1 before the first step.
    pub fn factor(&self, now: Week) -> f64 {
        value_at(&self.0, Some(LeverValue::Number(1.0)), now).map_or(1.0, LeverValue::number)
    }

    /// The factor of what changes at most once a year: of a ramp, the middle of the year of it that is under way.
    pub fn factor_of_year(&self, now: Week) -> f64 {
        let Some(position) = self.0.iter().rposition(|step| step.from <= now) else { return 1.0 };
        let Step { from, ramp_weeks, .. } = self.0[position];
        let ramp_ends = from.0 + ramp_weeks as i32;
        if now.0 >= ramp_ends {
            return self.factor(now);
        }
        let begin = now.0 - (now.0 - from.0) % WEEKS_PER_YEAR;
        let next_step = self.0.get(position + 1).map_or(i32::MAX, |step| step.from.0);
        let end = (begin + WEEKS_PER_YEAR).min(ramp_ends).min(next_step);
        self.factor(Week(begin + (end - begin) / 2))
    }

    /// Whether [`Course::factor_of_year`] may change in the week that begins.
    pub fn turns_in(&self, now: Week) -> bool {
        self.0.iter().rev().find(|step| step.from <= now).is_some_and(|step| {
            let elapsed = now.0 - step.from.0;
            let ramp = step.ramp_weeks as i32;
            elapsed == 0 || elapsed == ramp || (elapsed < ramp && elapsed % WEEKS_PER_YEAR == 0)
        })
    }

    /// Its steps, earliest first, to be changed.
    pub const fn steps_mut(&mut self) -> &mut Vec<Step> {
        &mut self.0
    }

    /// Its steps, earliest first.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }
}

impl Timeline {
    /// The settings of a week: the base, then every lever in the order of the list.
    pub fn settings(&self, now: Week) -> Settings {
        let mut settings = self.base.clone();
        for schedule in &self.schedules {
            if let Some(value) = schedule.value_at(now) {
                (LEVERS[schedule.lever].apply)(value, &mut settings);
            }
        }
        settings
    }

    /// Whether a lever of a mechanism ever has another value than its neutral one.
    pub fn uses(&self, mechanism: &str) -> bool {
        let of_mechanism = |s: &&Schedule| LEVERS[s.lever].meta.mechanism == mechanism;
        let differs = |s: &Schedule| s.steps.iter().any(|step| Some(step.value) != LEVERS[s.lever].meta.neutral);
        self.schedules.iter().filter(of_mechanism).any(differs)
    }

    /// Sets a lever from a week on. Earlier weeks keep what they had.
    pub fn set(&mut self, from: Week, lever: usize, value: LeverValue) {
        self.add_step(lever, Step { from, value, ramp_weeks: 0 });
    }

    /// The schedule of a lever, if it has one.
    pub fn schedule(&self, lever: usize) -> Option<&Schedule> {
        self.schedules.iter().find(|s| s.lever == lever)
    }

    /// Replaces the schedule of a lever, or takes it away.
    pub fn replace(&mut self, lever: usize, schedule: Option<Schedule>) {
        self.schedules.retain(|s| s.lever != lever);
        let position = self.schedules.partition_point(|s| s.lever < lever);
        self.schedules.splice(position..position, schedule);
    }

    /// Adds a step; later steps of the same lever are dropped, as a decision replaces what was planned.
    pub fn add_step(&mut self, lever: usize, step: Step) {
        let position = self.schedules.partition_point(|s| s.lever < lever);
        if self.schedules.get(position).is_none_or(|s| s.lever != lever) {
            self.schedules.insert(position, Schedule { lever, steps: Vec::new() });
        }
        let steps = &mut self.schedules[position].steps;
        steps.retain(|s| s.from < step.from);
        steps.push(step);
    }

    /// Multiplies the numbers of levers that grow with the district (FTE, euros), and the team, by `factor`.
    pub fn scale(&mut self, factor: f64) {
        self.base.team.fte *= factor;
        self.base.team.shares.iter_mut().for_each(|share| *share *= factor);
        for schedule in &mut self.schedules {
            if !LEVERS[schedule.lever].meta.scales {
                continue;
            }
            for step in &mut schedule.steps {
                step.value = step.value.map(|n| n * factor);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::position;
    use super::*;

    #[test]
    fn a_ramp_starts_at_the_value_before_and_ends_at_its_own() {
        let door = position("outreach.door_fte").expect("exists");
        let mut timeline = Timeline::default();
        timeline.add_step(door, Step { from: Week(104), value: LeverValue::Number(3.0), ramp_weeks: 52 });
        assert_eq!(timeline.settings(Week(103)).outreach.door_fte.to_bits(), 0.0_f64.to_bits());
        let half = timeline.settings(Week(104 + 26)).outreach.door_fte;
        assert!((half - 3.0 * 27.0 / 53.0).abs() < 1e-12, "{half}");
        assert_eq!(timeline.settings(Week(156)).outreach.door_fte.to_bits(), 3.0_f64.to_bits());
    }

    #[test]
    fn a_course_goes_from_step_to_step() {
        let step = |from, value, ramp_weeks| Step { from, value: LeverValue::Number(value), ramp_weeks };
        let course = Course::of(vec![step(ALWAYS, 2.0, 0), step(Week(52), 5.0, 2)]);
        let values: Vec<f64> = [-156, 51, 52, 53, 54, 900].map(|w| course.at(Week(w))).to_vec();
        assert_eq!(values, [2.0, 2.0, 3.0, 4.0, 5.0, 5.0]);
        let constant = vec![Course::default().at(Week(3)), Course::constant(0.5).at(Week(-104))];
        assert_eq!(constant, vec![0.0, 0.5]);
    }

    #[test]
    fn a_factor_of_years_keeps_to_the_middle_of_each_year_of_a_ramp() {
        let step = |from, value, ramp_weeks| Step { from: Week(from), value: LeverValue::Number(value), ramp_weeks };
        let course = Course::of(vec![step(52, 2.0, 130), step(520, 1.0, 0)]);
        let turns: Vec<i32> = (-104..780).filter(|w| course.turns_in(Week(*w))).collect();
        assert_eq!(turns, [52, 104, 156, 182, 520]);
        let mut before = course.factor_of_year(Week(-104));
        assert_eq!(before.to_bits(), 1.0_f64.to_bits());
        for week in -103..780 {
            let factor = course.factor_of_year(Week(week));
            assert!(turns.contains(&week) || factor.to_bits() == before.to_bits(), "{week}");
            before = factor;
        }
        for (week, passed) in [(52, 27.0), (155, 79.0), (160, 118.0)] {
            let factor = course.factor_of_year(Week(week));
            assert!((factor - 1.0 - passed / 131.0).abs() < 1e-12, "{week}: {factor}");
        }
        let settled = [182, 519, 520].map(|w| course.factor_of_year(Week(w))).to_vec();
        assert_eq!(settled, vec![2.0, 2.0, 1.0]);
    }

    #[test]
    fn a_decision_replaces_what_was_planned() {
        let door = position("outreach.door_fte").expect("exists");
        let mut timeline = Timeline::default();
        timeline.set(Week(100), door, LeverValue::Number(2.0));
        timeline.set(Week(50), door, LeverValue::Number(1.0));
        assert_eq!(timeline.settings(Week(200)).outreach.door_fte.to_bits(), 1.0_f64.to_bits());
        assert_eq!(timeline.settings(Week(49)).outreach.door_fte.to_bits(), 0.0_f64.to_bits());
    }
}
