//! What the books say, and what is learnt from them.

use serde::{Deserialize, Serialize};

use crate::entities::{ROUTES, Route};
use crate::ids::{CaseId, EpisodeId};
use crate::slab::Column;
use crate::units::{Effort, Minute};

/// Quarters that are kept: one begins while the half years of the one three before it are over, and a year is read.
const KEPT: usize = 8;

/// A need that has come to light, as it is followed.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Watched {
    /// When.
    pub since: Minute,
    /// The route.
    pub route: Route,
    /// Whether it is registered as over.
    pub registered: bool,
    /// Whether the comparison group has one like it.
    pub compared: bool,
}

impl Default for Watched {
    /// A need that nobody follows.
    fn default() -> Self {
        Self { since: Minute::NEVER, route: Route::Asked, registered: false, compared: false }
    }
}

/// Needs that came to light on one route in a quarter, and what became of them within half a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cohort {
    /// How many there were.
    pub needs: u32,
    /// Of them: registered as over by then.
    pub registered: u32,
    /// Over in truth, registered or not.
    pub over: u32,
    /// Of these: over by help, and not by themselves before the half year was over.
    pub by_help: u32,
    /// Needs in the comparison group: like them, with nobody to help.
    pub compared: u32,
    /// Those of them that were over.
    pub compared_over: u32,
    /// Hours planned for the route, where it has any.
    pub hours: Effort,
}

impl std::ops::AddAssign for Cohort {
    fn add_assign(&mut self, other: Self) {
        self.needs += other.needs;
        self.registered += other.registered;
        self.over += other.over;
        self.by_help += other.by_help;
        self.compared += other.compared;
        self.compared_over += other.compared_over;
        self.hours += other.hours;
    }
}

impl std::iter::Sum for Cohort {
    fn sum<I: Iterator<Item = Self>>(lines: I) -> Self {
        lines.fold(Self::default(), |mut all, line| {
            all += line;
            all
        })
    }
}

/// The books of some quarters, by route.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Books([(i32, [Cohort; ROUTES]); KEPT]);

impl Books {
    const fn place(quarter: i32) -> usize {
        quarter.rem_euclid(KEPT as i32) as usize
    }

    /// Those of a quarter, to be written in: empty if it has just begun.
    pub fn of_mut(&mut self, quarter: i32) -> &mut [Cohort; ROUTES] {
        let page = &mut self.0[Self::place(quarter)];
        if page.0 != quarter {
            *page = (quarter, [Cohort::default(); ROUTES]);
        }
        &mut page.1
    }

    /// Those of a quarter; empty if they are not kept.
    pub fn of(&self, quarter: i32) -> [Cohort; ROUTES] {
        let page = &self.0[Self::place(quarter)];
        if page.0 == quarter { page.1 } else { [Cohort::default(); ROUTES] }
    }
}

/// What monitoring keeps.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Monitoring {
    /// Needs that are followed.
    pub watched: Column<EpisodeId, Watched>,
    /// When cases began.
    pub begun: Column<CaseId, Minute>,
    /// The books.
    pub books: Books,
    /// Share of the hours for visits and places that goes to visits, where somebody has learnt.
    pub at_doors: Option<f64>,
    /// Looks that somebody has learnt from.
    pub looks: u32,
}
