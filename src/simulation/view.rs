//! The registered world of a district, as somebody who decides there sees it in any week.

use thiserror::Error;

use super::policy::Policy;
use super::record::Record;
use crate::district::{District, Moment, Municipality, Silo};
use crate::entities::Account;
use crate::levers::{LeverValue, Role, position};
use crate::observation::{Cell, catalogue, is_registered};
use crate::units::Week;

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
    pub(super) role: Role,
    pub(super) week: Week,
    pub(super) district: &'a District,
    pub(super) record: &'a Record,
    pub(super) policy: &'a Policy,
    pub(super) municipality: Option<&'a Municipality>,
    pub(super) first_election: i32,
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

    /// The moment of the municipal year that the week is, if it is one.
    pub fn moment(&self) -> Option<Moment> {
        Moment::in_week(self.week, self.first_election)
    }

    /// The municipality's books of one of its accounts; `None` for an account of somebody else.
    pub fn silo(&self, account: Account) -> Option<&Silo> {
        self.municipality?.silo(account)
    }

    /// A registered number in every year that has ended since week 0, in the series' unit.
    ///
    /// # Errors
    /// As [`View::last_year`]; there may be no year yet.
    pub fn years(&self, indicator: &str, group: &str) -> Result<Vec<f64>, Unseen> {
        every(&self.record.years, indicator, group)
    }

    /// A registered number in every week since week 0, where the simulation keeps weeks
    /// ([`Simulation::keep_weeks`](super::Simulation::keep_weeks)).
    ///
    /// # Errors
    /// As [`View::last_year`]; there may be no week yet.
    pub fn weeks(&self, indicator: &str, group: &str) -> Result<Vec<f64>, Unseen> {
        every(&self.record.weeks, indicator, group)
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

    /// The same by the lever's position.
    pub(super) fn lever(&self, lever: usize) -> Option<LeverValue> {
        self.policy.timeline.schedules.iter().find(|s| s.lever == lever)?.value_at(self.week)
    }
}

fn every(cells: &[Vec<Cell>], indicator: &str, group: &str) -> Result<Vec<f64>, Unseen> {
    cells.iter().map(|sums| registered(indicator, group, |position| sums.get(position).copied())).collect()
}

fn registered(indicator: &str, group: &str, cell: impl Fn(usize) -> Option<Cell>) -> Result<f64, Unseen> {
    let position = catalogue::position(indicator, group).ok_or(Unseen::Unknown)?;
    if !is_registered(indicator, group) {
        return Err(Unseen::NotRegistered);
    }
    cell(position).and_then(Cell::value).ok_or(Unseen::NotCounted)
}
