//! The state of a wijkteam: its remit, jobs, places, the work clock, hours by activity.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use serde::{Deserialize, Serialize};

use crate::entities::{Form, Professional, Remit};
use crate::ids::CaseId;
use crate::units::{Effort, MINUTES_PER_WEEK, Minute};

/// A case that waits for a place: most urgent first, then earliest, then by keyed draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct WaitingCase {
    /// Urgency, 1 to 4.
    pub urgency: u8,
    /// Since when.
    pub since: Reverse<Minute>,
    /// Keyed order among equals.
    pub tie: u32,
    /// Case.
    pub case: CaseId,
    /// Generation of its slot.
    pub generation: u16,
    /// Since when at this urgency.
    pub joins: Minute,
}

/// An open case by the moment of the work clock at which its work is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Finish {
    /// Reading of the work clock.
    pub clock: i64,
    /// Keyed order.
    pub tie: u32,
    /// Case.
    pub case: CaseId,
    /// Generation of its slot.
    pub generation: u16,
}

/// A work clock with the cases that run on it: a case ends when its minutes of work at full pace have passed on the
/// clock.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct WorkClock {
    /// Reading at the start of the week under way: [`WorkClock::FULL`] per minute at full pace.
    pub reading: i64,
    /// Pace in this week, at most [`WorkClock::FULL`].
    pub pace: i64,
    /// Effort per week that its open cases ask at full pace.
    pub demand: Effort,
    /// Its open cases by the end of their work.
    pub finish: BinaryHeap<Reverse<Finish>>,
}

impl WorkClock {
    /// Readings per minute at full pace.
    pub const FULL: i64 = 1024;

    /// Sets the pace of the week by the effort that there is for what its cases ask for in it.
    pub fn set_pace(&mut self, effort: Effort, asked: i64) {
        self.pace = if asked > 0 { (effort.0 * Self::FULL / asked).min(Self::FULL) } else { Self::FULL };
    }

    /// The reading at `minutes` into the week.
    pub const fn after(&self, minutes: i32) -> i64 {
        self.reading + self.pace * minutes as i64
    }

    /// The next case whose work is done in this week, and after how many of its minutes.
    pub fn next_done(&self) -> Option<(i32, Finish)> {
        let Reverse(finish) = *self.finish.peek()?;
        if self.pace == 0 || finish.clock > self.after(MINUTES_PER_WEEK) {
            return None;
        }
        let minutes = (finish.clock - self.reading + self.pace - 1) / self.pace;
        Some((minutes.clamp(0, i64::from(MINUTES_PER_WEEK) - 1) as i32, finish))
    }
}

/// Hours of a week by activity, in minutes of effort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// All hours after administration and training.
    pub available: Effort,
    /// Cases.
    pub case: Effort,
    /// Intake and inquiry.
    pub intake: Effort,
    /// Bridging people who wait for the second line.
    pub bridging: Effort,
    /// Visits from door to door.
    pub door: Effort,
    /// Working where people are.
    pub place: Effort,
    /// Reports and signals.
    pub report: Effort,
    /// Collective work and presence.
    pub collective: Effort,
    /// Coordination with others in the same households.
    pub coordination: Effort,
    /// Hours kept free for learning.
    pub learning: Effort,
    /// Hours that nothing asked for.
    pub idle: Effort,
}

impl std::ops::AddAssign for Hours {
    fn add_assign(&mut self, other: Self) {
        self.available += other.available;
        self.case += other.case;
        self.intake += other.intake;
        self.bridging += other.bridging;
        self.door += other.door;
        self.place += other.place;
        self.report += other.report;
        self.collective += other.collective;
        self.coordination += other.coordination;
        self.learning += other.learning;
        self.idle += other.idle;
    }
}

impl Hours {
    /// The sum over activities; equals `available`.
    pub fn sum(&self) -> Effort {
        let out = self.door + self.place + self.report + self.collective;
        self.case + self.intake + self.bridging + self.coordination + out + self.learning + self.idle
    }
}

/// What the people of a team make of its hours, beside what they made of them when hours per case were counted; see
/// `mechanisms::professional`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Crew {
    /// Pressure that the team is used to: that of the burn-in, never below 1.
    pub usual_pressure: f64,
    /// Strain that is usual in it: that of the burn-in.
    pub usual_strain: f64,
    /// Mean strain of who works there.
    pub strain: f64,
    /// Hours per case that are the standard by now, of what they were.
    pub standard: f64,
    /// Hours that a case gets this week, of what it would have got: the standard, less under pressure.
    pub given: f64,
    /// Work done in an hour, of what a team of usual experience does.
    pub productivity: f64,
    /// Hours that are there, of those with usual sickness.
    pub present: f64,
    /// Share of the work that is new to them and not practised yet.
    pub unpractised: f64,
    /// Change of the team's routine beside the base; see `mechanisms::culture`.
    pub routine: f64,
}

impl Default for Crew {
    fn default() -> Self {
        Self {
            usual_pressure: 1.0,
            usual_strain: 0.0,
            strain: 0.0,
            standard: 1.0,
            given: 1.0,
            productivity: 1.0,
            present: 1.0,
            unpractised: 0.0,
            routine: 0.0,
        }
    }
}

impl Crew {
    /// Minutes that work takes these people, at a share of the standard hours.
    pub fn minutes_for(&self, work: Effort, share: f64) -> i64 {
        (work.0 as f64 * share / self.productivity) as i64
    }

    /// Work that they do in some time.
    pub fn work_in(&self, time: Effort) -> Effort {
        Effort((time.0 as f64 * self.productivity) as i64)
    }
}

/// A wijkteam.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Team {
    /// What it is for.
    pub remit: Remit,
    /// How it stands to others that have its needs.
    pub form: Form,
    /// Jobs.
    pub jobs: Vec<Professional>,
    /// Share of the team's working time that is filled now.
    pub filled: f64,
    /// FTE planned in the week before.
    pub planned_fte: f64,
    /// FTE that have been added to the plan and are not hired yet.
    pub unfilled_fte: f64,
    /// The work clocks of cases in crisis, which get their hours first, and of all others.
    pub clocks: [WorkClock; 2],
    /// Places in this week, in twentieths: cases weigh by severity.
    pub places: u32,
    /// Places taken by open cases, in twentieths.
    pub taken: u32,
    /// Open cases.
    pub open: u32,
    /// Those of them that were severe or a crisis at intake.
    pub heavy: u32,
    /// Cases that wait.
    pub waiting: u32,
    /// Hours a week that those who wait would ask at full pace.
    pub waiting_demand: Effort,
    /// Who waits.
    pub line: BinaryHeap<WaitingCase>,
    /// Intake and inquiry work that came in and is not done yet.
    pub intake_due: Effort,
    /// Effort that there was for intake and inquiry in this week, used or not.
    pub intake_room: Effort,
    /// Demanded over available hours, smoothed over eight weeks.
    pub pressure: f64,
    /// Cases that came in during the week under way.
    pub arrivals: Vec<WaitingCase>,
    /// Places, in twentieths, that cases gave back during the week under way because everybody they were about has
    /// gone, with the minute.
    pub given_back: Vec<(Minute, u32)>,
    /// Hours of this week.
    pub hours: Hours,
    /// Hours of this week that go to administration, before any are available.
    pub administration: Effort,
    /// Hours of this week that are set apart for training, intervision and learning, before any are available.
    pub training: Effort,
    /// What its people make of the hours.
    pub crew: Crew,
}

/// Longest that the backlog of intake and inquiry delays an inquiry, in weeks: what a team without hours comes to.
const LONGEST_BACKLOG: f64 = 104.0;

impl Team {
    /// Mean over who works here, by working time; `None` where all jobs are vacant.
    pub fn mean(&self, of: impl Fn(&Professional) -> f64) -> Option<f64> {
        let employed = || self.jobs.iter().filter(|job| job.employed);
        let shares: f64 = employed().map(|job| job.share).sum();
        (shares > 0.0).then(|| employed().map(|job| of(job) * job.share).sum::<f64>() / shares)
    }

    /// Weeks until the team comes to an inquiry that is asked for now: the work that is due over the hours there are
    /// for it.
    pub fn backlog_weeks(&self) -> f64 {
        if self.intake_due.0 <= 0 {
            return 0.0;
        }
        (self.intake_due.0 as f64 / self.intake_room.0.max(1) as f64).min(LONGEST_BACKLOG)
    }
}
