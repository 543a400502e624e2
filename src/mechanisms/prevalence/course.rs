//! How severe a need was in its past: the course that it takes by itself, and what help made of it.

use crate::district::Now;
use crate::doors::strength;
use crate::entities::{Domain, Product, SEVERITIES, Severity};
use crate::links::Link;
use crate::mechanisms::needs::clock;
use crate::random::Stream;

/// Steps of severity that a course of the past has at most: what comes after them is as the last.
const MOST_STEPS: usize = 48;

/// How severe a need became in its past: its severity at onset, and the steps from there with their weeks and what its
/// natural clock showed then.
#[derive(Debug)]
pub(super) struct Course {
    at_onset: Severity,
    steps: Vec<CourseStep>,
    /// How fast the clock runs by severity.
    pace: [f64; SEVERITIES],
}

#[derive(Clone, Copy, Debug)]
struct CourseStep {
    weeks: f64,
    clock: f64,
    to: Severity,
}

/// Draws the course of a need that is found open with so many weeks on its clock. Where the clock is slow needs are
/// found more often: courses are drawn until one is taken by that.
pub(super) fn found_open(
    now: Now<'_>,
    stream: Stream,
    occasion: u64,
    domain: Domain,
    elapsed: f64,
    course: &mut Course,
) {
    let [slowest, _] = clock::paces(now, domain);
    let mut turn = 0;
    loop {
        course.draw(now, stream, occasion | (turn << 20), domain, elapsed);
        let pace = clock::pace(now, domain, course.severity_after(course.weeks_at(elapsed)));
        let taken = pace <= slowest || stream.unit(TAKEN | occasion | (turn << 20)) * pace < slowest;
        turn += 1;
        if taken || turn == MOST_COURSES {
            return;
        }
    }
}

/// Courses of which one is taken at most.
const MOST_COURSES: u64 = 32;

/// First occasion of the draws of steps of severity beyond the first three.
const STEPS: u64 = 1 << 62;
/// Of those by which courses are taken.
const TAKEN: u64 = 1 << 61;
/// Of those of what help did.
const HELPED: u64 = 1 << 60;

/// Pieces in which help is reckoned with over the time in which it was given (a matter of computing).
const PIECES: u32 = 8;

/// Help of the past with a need: how much it added to its natural hazard, and what it left of worsening.
#[derive(Clone, Copy, Debug)]
pub(super) struct Help {
    /// Recovery by help, over the natural hazard.
    recovery: f64,
    /// Improvement, over what there is without help.
    improving: f64,
    /// Worsening, over what there is without help.
    worsening: f64,
}

impl Help {
    /// Help of a service, or of the team without one, at full hours.
    pub(super) fn of(now: Now<'_>, product: Option<Product>) -> Self {
        let p = &now.inputs.params;
        let effect = match product {
            Some(product) => p.needs.help_second_line * strength(product, p),
            None => {
                p.needs.help_team * (1.0 + (now.inputs.tables.full_hours - 1.0) * now.settings.link(Link::HOURS_EFFECT))
            }
        };
        Self {
            recovery: effect * now.settings.link(Link::HELP_RECOVERY),
            improving: 1.0 + effect * now.settings.link(Link::HELP_IMPROVEMENT),
            worsening: 1.0 - p.needs.help_protection * now.settings.link(Link::HELP_WORSENING),
        }
    }

    /// Whether it moves no step of severity.
    #[expect(clippy::float_cmp, reason = "without any effect a factor is exactly 1")]
    fn is_idle(self) -> bool {
        self.improving == 1.0 && self.worsening == 1.0
    }
}

impl Default for Course {
    /// Room for one to be drawn.
    fn default() -> Self {
        Self { at_onset: Severity::Light, steps: Vec::new(), pace: [1.0; SEVERITIES] }
    }
}

impl Course {
    /// Becomes that of a need of a domain that nobody helps with, by the draws of a resident from an occasion on, until
    /// its clock shows so many weeks.
    pub(super) fn draw(&mut self, now: Now<'_>, stream: Stream, occasion: u64, domain: Domain, until: f64) {
        let table = &now.inputs.tables.courses[domain as usize];
        let at_onset = table.severity_at_onset(stream.unit(occasion + 2));
        let (up, down) = (table.worsening.max(f64::MIN_POSITIVE), table.improving);
        let pace = Severity::ALL.map(|s| clock::pace(now, domain, s));
        let (mut weeks, mut on_clock, mut severity) = (0.0, 0.0, at_onset);
        (self.at_onset, self.pace) = (at_onset, pace);
        self.steps.clear();
        for n in 0..MOST_STEPS {
            let rate = rate_of_steps(severity, (up, down));
            if rate <= 0.0 {
                break;
            }
            // The first three have the draws that steps upwards alone would have.
            let at = if n < 3 { occasion + 3 + n as u64 } else { STEPS | (occasion << 8) | (2 * n as u64) };
            let takes = -libm::log(stream.unit(at)) / rate;
            weeks += takes;
            on_clock += takes * pace[severity as usize - 1];
            severity = step(severity, (up, down), || stream.unit(STEPS | (occasion << 8) | (2 * n as u64 + 1)));
            self.steps.push(CourseStep { weeks, clock: on_clock, to: severity });
            if on_clock >= until {
                break;
            }
        }
    }

    /// What help made of it between two moments, and how it went on from there until a third, all in weeks after the
    /// onset; by the draws of the need from an occasion on. Help without effect leaves it as it is.
    pub(super) fn helped(
        &mut self,
        now: Now<'_>,
        domain: Domain,
        help: Help,
        (stream, occasion): (Stream, u64),
        (from, to, until): (f64, f64, f64),
    ) {
        if help.is_idle() || from >= until {
            return;
        }
        let table = &now.inputs.tables.courses[domain as usize];
        let (up, down) = (table.worsening, table.improving);
        self.steps.retain(|step| step.weeks < from);
        let rest = [(to.min(until), (up * help.worsening, down * help.improving)), (until, (up, down))];
        let (mut weeks, mut draw) = (from, HELPED | (occasion << 8));
        for (end, rates) in rest {
            while self.steps.len() < 2 * MOST_STEPS {
                let severity = self.severity_after(f64::INFINITY);
                let rate = rate_of_steps(severity, rates);
                let takes = if rate > 0.0 { -libm::log(stream.unit(draw)) / rate } else { f64::INFINITY };
                if weeks + takes >= end {
                    draw += 2;
                    break;
                }
                weeks += takes;
                let to = step(severity, rates, || stream.unit(draw + 1));
                let clock = self.clock_at(weeks);
                self.steps.push(CourseStep { weeks, clock, to });
                draw += 2;
            }
            weeks = weeks.max(end);
        }
    }

    /// The moment between two others, in weeks after the onset, at which help ended the need before its time, if it did
    /// by a draw.
    pub(super) fn ended_by(
        &self,
        now: Now<'_>,
        domain: Domain,
        help: Help,
        draw: f64,
        (from, to): (f64, f64),
    ) -> Option<f64> {
        let table = &now.inputs.tables.recovery[domain as usize];
        let mut left = if help.recovery > 0.0 { -libm::log(draw) / help.recovery } else { return None };
        let piece = (to - from) / f64::from(PIECES);
        (0..PIECES).find_map(|i| {
            let start = from + f64::from(i) * piece;
            let middle = start + piece / 2.0;
            let pace = self.pace[self.severity_after(middle) as usize - 1];
            let passed = table.hazard(self.clock_at(middle)) * pace * piece;
            if left < passed {
                return Some(start + piece * left / passed);
            }
            left -= passed;
            None
        })
    }

    /// The last step before a moment: its weeks, its clock, its severity.
    fn before(&self, weeks: f64) -> (f64, f64, Severity) {
        let last = self.steps.iter().rev().find(|step| step.weeks < weeks);
        last.map_or((0.0, 0.0, self.at_onset), |step| (step.weeks, step.clock, step.to))
    }

    /// What its natural clock shows so many weeks after the onset.
    fn clock_at(&self, weeks: f64) -> f64 {
        let (since, shown, severity) = self.before(weeks);
        shown + (weeks - since) * self.pace[severity as usize - 1]
    }

    /// Weeks after the onset at which its natural clock shows so many.
    pub(super) fn weeks_at(&self, clock: f64) -> f64 {
        let last = self.steps.iter().rev().find(|step| step.clock < clock);
        let (weeks, shown, severity) = last.map_or((0.0, 0.0, self.at_onset), |step| (step.weeks, step.clock, step.to));
        weeks + (clock - shown) / self.pace[severity as usize - 1]
    }

    /// Severity so many weeks after the onset.
    pub(super) fn severity_after(&self, weeks: f64) -> Severity {
        self.before(weeks).2
    }

    /// The worst that it was until so many weeks after the onset.
    pub(super) fn worst_until(&self, weeks: f64) -> Severity {
        let steps = self.steps.iter().filter(|step| step.weeks < weeks);
        steps.map(|step| step.to).fold(self.at_onset, Severity::max)
    }

    /// Weeks from the onset to the beginning of the first crisis that went on for so many `weeks` by `until`, if any.
    pub(super) fn lasting_crisis(&self, weeks: f64, until: f64) -> Option<f64> {
        let begins =
            |step: usize| step.checked_sub(1).map_or((0.0, self.at_onset), |i| (self.steps[i].weeks, self.steps[i].to));
        let ends = |step: usize| self.steps.get(step).map_or(until, |step| step.weeks.min(until));
        (0..=self.steps.len()).find_map(|step| {
            let (from, severity) = begins(step);
            (severity == Severity::Crisis && ends(step) - from >= weeks).then_some(from)
        })
    }
}

/// How often a need of a severity makes a step, in steps per week, at rates of worsening and improvement.
fn rate_of_steps(severity: Severity, (up, down): (f64, f64)) -> f64 {
    severity.worse().map_or(0.0, |_| up) + severity.lighter().map_or(0.0, |_| down.max(0.0))
}

/// Where a step from a severity leads, at rates of worsening and improvement; a draw is asked for where both can be.
fn step(severity: Severity, (up, down): (f64, f64), draw: impl FnOnce() -> f64) -> Severity {
    let goes_up = match (severity.worse(), severity.lighter().filter(|_| down > 0.0)) {
        (Some(_), Some(_)) => draw() * (up + down) < up,
        (worse, _) => worse.is_some(),
    };
    if goes_up { severity.worse() } else { severity.lighter() }.unwrap_or(severity)
}
