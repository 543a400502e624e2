//! A municipality: its books by silo, and the moments of its year at which something can be decided. Nothing is decided
//! here: rules and players read the books and set levers.

use serde::{Deserialize, Serialize};

use super::state::District;
use crate::entities::{Account, SILOS};
use crate::ids::Key;
use crate::language::Text;
use crate::units::{Money, WEEKS_PER_YEAR, Week};

/// A moment of the municipal year. Assumption: weeks in which Dutch municipalities usually do this; elections are in
/// March of every fourth year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Moment {
    /// Contracts and the year's budget begin.
    Contracts,
    /// The council is elected, in an election year.
    Election,
    /// The accounts of the year before are drawn up.
    Accounts,
    /// The budget of the next year is drawn up.
    Budget,
}

impl Moment {
    /// All, in the order of the year.
    pub const ALL: [Self; 4] = [Self::Contracts, Self::Election, Self::Accounts, Self::Budget];

    /// The week of the year in which it begins.
    pub const fn week(self) -> i32 {
        match self {
            Self::Contracts => 0,
            Self::Election => 11,
            Self::Accounts => 22,
            Self::Budget => 44,
        }
    }

    /// The moment that a week is, if it is one. Years count from week 0; the first election is in year `first` of them.
    pub fn in_week(week: Week, first: i32) -> Option<Self> {
        let year = week.0.div_euclid(WEEKS_PER_YEAR);
        let elects = year >= first && (year - first) % 4 == 0;
        Self::ALL.into_iter().find(|m| m.week() == week.of_year() && (*m != Self::Election || elects))
    }

    /// In words.
    pub const fn text(self) -> Text {
        match self {
            Self::Contracts => Text::fixed("contracts and the budget begin", "contracten en begroting gaan in"),
            Self::Election => {
                Text::fixed("the council is elected, every fourth year", "gemeenteraadsverkiezing, elke vier jaar")
            }
            Self::Accounts => {
                Text::fixed("the accounts of the last year are drawn up", "de jaarrekening van vorig jaar is er")
            }
            Self::Budget => {
                Text::fixed("the budget of the next year is drawn up", "de begroting van volgend jaar wordt gemaakt")
            }
        }
    }
}

/// The books of one silo of municipal money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Silo {
    /// Spent in the year under way, up to the end of the last week.
    pub spent: Money,
    /// Spent in the last year that has ended; nobody has added it up before the accounts.
    pub last: Option<Money>,
    /// What the last accounts say.
    pub accounts: Option<Money>,
    /// The budget of the year under way.
    pub budget: Option<Money>,
    /// The budget of the next year, once it is drawn up: what the last accounts say, as long as nobody decides
    /// otherwise.
    pub next: Option<Money>,
    /// Spent up to the start of the year under way.
    before: Money,
}

impl Silo {
    /// How much more the last accounts say than the budget of the year under way; negative for less.
    pub fn overspend(&self) -> Option<Money> {
        Some(Money(self.accounts?.0 - self.budget?.0))
    }

    /// A week is over: `spent` is all that has been spent since the simulation began.
    fn close_week(&mut self, week: Week, spent: Money) {
        self.spent = Money(spent.0 - self.before.0);
        if week.of_year() == Moment::Accounts.week() {
            self.accounts = self.last;
        }
        if week.of_year() == Moment::Budget.week() {
            self.next = self.accounts;
        }
        if week.of_year() == WEEKS_PER_YEAR - 1 {
            (self.last, self.before) = (Some(self.spent), spent);
            self.spent = Money(0);
            self.budget = self.next.take().or(self.budget);
        }
    }
}

/// A municipality with its districts in a region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Municipality {
    /// Which it is, by its name.
    pub key: Key,
    /// Positions of its districts in the region.
    pub districts: Vec<u16>,
    /// Its books, by municipal account in their order.
    pub silos: [Silo; SILOS],
}

impl Municipality {
    /// A municipality of one district, with empty books.
    pub fn of(key: Key) -> Self {
        Self { key, districts: vec![0], silos: [Silo::default(); SILOS] }
    }

    /// The books of a municipal account.
    pub fn silo(&self, account: Account) -> Option<&Silo> {
        self.silos.get(account as usize)
    }

    /// A week is over: what its districts have spent is in its books.
    pub fn close_week(&mut self, week: Week, districts: &[District]) {
        for (account, silo) in Account::ALL.into_iter().zip(&mut self.silos) {
            let spent = self.districts.iter().map(|&i| districts[usize::from(i)].ledger().spent(account).0).sum();
            silo.close_week(week, Money(spent));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_has_its_moments() {
        let of = |week: i32| Moment::in_week(Week(week), 1);
        assert_eq!(of(0), Some(Moment::Contracts));
        assert_eq!((of(11), of(52 + 11), of(4 * 52 + 11), of(5 * 52 + 11)), {
            (None, Some(Moment::Election), None, Some(Moment::Election))
        });
        assert_eq!((of(22), of(44), of(23)), (Some(Moment::Accounts), Some(Moment::Budget), None));
        assert_eq!(SILOS, 5);
    }

    /// 2 euro a week in the first year, 3 in the second: the accounts come in week 22, the budget follows them.
    #[test]
    fn books_go_from_spending_to_accounts_to_a_budget() {
        let mut silo = Silo::default();
        let mut spent = 0;
        let mut seen = Vec::new();
        for week in 0..3 * 52 {
            spent += if week < 52 { 2 } else { 3 };
            silo.close_week(Week(week), Money(spent));
            if [51, 52 + 21, 52 + 22, 2 * 52 - 1, 2 * 52 + 22].contains(&week) {
                seen.push((silo.accounts.map(|m| m.0), silo.budget.map(|m| m.0), silo.spent.0));
            }
        }
        let third = 3 * 23;
        assert_eq!(
            seen,
            [
                (None, None, 0),
                (None, None, 3 * 22),
                (Some(104), None, third),
                (Some(104), Some(104), 0),
                (Some(156), Some(104), third),
            ]
        );
        assert_eq!((silo.overspend(), silo.budget), (Some(Money(0)), Some(Money(156))));
    }
}
