//! What a simulation has counted so far, by year and by week.

use serde::{Deserialize, Serialize};

use crate::observation::{Cell, since};
use crate::units::{WEEKS_PER_YEAR, Week};

/// Sums of the years so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The last year before week 0.
    pub before: Vec<Cell>,
    /// `[year][series]`.
    pub years: Vec<Vec<Cell>>,
    /// `[year][flow]`: people and raw money between doors, services and accounts (`observation::Flow`).
    pub flows: Vec<Vec<i64>>,
    /// `[week][series]`, if asked for: each week by itself; distinct persons are those of the year so far.
    pub weeks: Vec<Vec<Cell>>,
    /// Whether weeks are kept.
    pub weekly: bool,
    /// The sums of the year up to the last week that was kept; empty where that is nothing.
    pub(super) so_far: Vec<Cell>,
    /// The first week of the simulation.
    pub first: Week,
}

impl Record {
    /// Keeps weeks from now on, `sums` being those of the year so far.
    pub(super) fn keep_weeks(&mut self, sums: Vec<Cell>) {
        (self.weekly, self.so_far) = (true, sums);
    }

    /// Takes down the sums of the year so far at the end of a week.
    pub(super) fn close(&mut self, week: Week, sums: &[Cell], flows: &[i64]) {
        if self.weekly {
            if week.0 >= 0 {
                self.weeks.push(since(&self.so_far, sums));
            }
            self.so_far = sums.to_vec();
        }
        if ends_year(week) {
            self.so_far.clear();
            if week.0 < 0 {
                // Part of a year is none.
                if self.first.0 <= week.0 + 1 - WEEKS_PER_YEAR {
                    self.before = sums.to_vec();
                }
            } else {
                self.years.push(sums.to_vec());
                self.flows.push(flows.to_vec());
            }
        }
    }
}

/// Whether a year ends with a week.
pub(super) const fn ends_year(week: Week) -> bool {
    week.of_year() == WEEKS_PER_YEAR - 1
}
