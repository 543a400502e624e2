//! The flows of a year in one run, as results keep them.

use crate::observation::{Cell, FLOWS, USERS};

/// The flows of a year in one run: those that are not nothing, by place, and behind them the distinct users by product.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct YearFlows(Box<[(u16, i64)]>);

impl YearFlows {
    /// Of all flows of a year, and of its series.
    pub(super) fn of(flows: &[i64], series: &[Cell]) -> Self {
        let users = series.get(USERS).unwrap_or_default().iter().map(|cell| cell.num);
        let all = flows.iter().copied().chain(users).enumerate();
        Self(all.filter(|(_, amount)| *amount != 0).map(|(place, amount)| (place as u16, amount)).collect())
    }

    /// All flows by place, and users by product.
    pub(super) fn unpacked(&self) -> (Vec<i64>, Vec<i64>) {
        let mut all = vec![0; FLOWS + USERS.len()];
        for (place, amount) in &self.0 {
            all[usize::from(*place)] = *amount;
        }
        let users = all.split_off(FLOWS);
        (all, users)
    }
}
