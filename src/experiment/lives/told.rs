//! Two courses of one household, told, and weeks of one professional.

use serde::Serialize;

use super::kind::HouseholdKind;
use super::turn::Turn;
use crate::units::{WEEKS_PER_YEAR, Week};

/// How many households there were to draw from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Drawn {
    /// Households at week 0, of the kind that was asked for.
    pub households: u32,
    /// Of these, those that live here to the horizon in both scenarios.
    pub stayed: u32,
    /// Of those that stayed, those whose course is the same in both.
    pub same: u32,
    /// Of those that stayed, those with a severe need that began, came back or was worsened to, in at least one
    /// scenario.
    pub severe: u32,
    /// Of those, those whose courses differ: one of them is drawn. Of a kind without any, one is drawn of those of the
    /// kind that stayed and whose courses differ.
    pub candidates: u32,
    /// Candidates to which that happened less often in the variant.
    pub fewer: u32,
    /// Candidates to which it happened more often in the variant.
    pub more: u32,
    /// Candidates whose courses differ in what their kind is about ([`HouseholdKind::is_about`]): where there are any,
    /// one of them is drawn. 0 of a kind that is about all.
    pub about: u32,
    /// Of those that stayed, those in which somebody waited [`LONG`] weeks or longer for help that came, in at least
    /// one scenario.
    pub long_waits: u32,
}

/// Weeks from which on a wait is long.
pub const LONG: u32 = 52;

/// One line of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Week, from 0; `None` for what is so at the start.
    pub week: Option<u32>,
    /// Which member: 0 is the first. The same member has the same number in both courses.
    pub member: u32,
    /// Age in whole years.
    pub age: u32,
    /// What.
    pub turn: Turn,
}

/// What the hours of a professional go to, as the columns of `work_weeks.csv` name it.
pub const ACTIVITIES: [&str; 11] = [
    "administration",
    "learning",
    "guidance",
    "intake",
    "bridging",
    "doors",
    "places",
    "reports",
    "collective",
    "coordination",
    "idle",
];

/// A week of a job that a professional holds in week 0.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WorkWeek {
    /// Week, from 0.
    pub week: u32,
    /// How many have left the job since week 0.
    pub left: u32,
    /// Week in which the one of week 0 left; `None` while they work here.
    pub first_left: Option<u32>,
    /// Whether somebody holds it; all that follows is 0 where nobody does.
    pub works: bool,
    /// Hours by [`ACTIVITIES`].
    pub hours: [f64; ACTIVITIES.len()],
    /// Cases that are open: the share of the team's.
    pub cases: f64,
    /// Years of experience, those before this team among them.
    pub years: f64,
    /// Work in an hour, of what an experienced professional does.
    pub in_an_hour: f64,
    /// How much of it was learnt in the last year.
    pub learnt: f64,
    /// Strain; 1 doubles sickness.
    pub strain: f64,
}

/// One household, and one professional, under two scenarios.
#[derive(Clone, Debug, PartialEq)]
pub struct Lives {
    /// Name of the base.
    pub base: String,
    /// Name of the variant.
    pub variant: String,
    /// Of which kind it was to be.
    pub kind: HouseholdKind,
    /// Households of any kind at week 0.
    pub all: u32,
    /// How the household was drawn, of those of the kind.
    pub drawn: Drawn,
    /// Its course in the base and in the variant, each with what is so at the start; empty if there was none to draw.
    pub courses: [Vec<Moment>; 2],
    /// Weeks of a professional in the base and in the variant; empty where no team has anybody.
    pub work: [Vec<WorkWeek>; 2],
}

impl Lives {
    /// Times that a need becomes severe in the base (0) or in the variant (1).
    pub fn severe(&self, side: usize) -> usize {
        self.courses[side].iter().filter(|moment| moment.turn.is_severe()).count()
    }
}

/// The calendar year of a week, from 0, and its month, from 0: twelfths of the year of 52 weeks.
pub(crate) fn year_and_month(week: Week) -> (i32, u32) {
    (week.year(), (week.of_year() * 12 / WEEKS_PER_YEAR) as u32)
}

/// Months since the start as bits.
pub(super) fn month((year, month): (i32, u32)) -> u64 {
    (i64::from(year) * 12 + i64::from(month)) as u64
}
