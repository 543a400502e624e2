//! What is kept of a municipality's money: what providers received, where intake is stopped, and the purse.

use serde::{Deserialize, Serialize};

use crate::entities::{PRODUCTS, SILOS};
use crate::ids::EpisodeId;
use crate::slab::Column;
use crate::units::Money;

/// What is kept of money in a district.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Books {
    /// What providers have received in the year under way, by product.
    pub received: [Money; PRODUCTS],
    /// Products of which no help begins until the year is over.
    pub stopped: [bool; PRODUCTS],
    /// The district's part of its municipality, by residents.
    pub part: f64,
    /// The municipality's, the same in each of its districts.
    pub purse: Purse,
    /// Debts because of which an eviction was bought off.
    pub bought: Column<EpisodeId, bool>,
}

/// What a municipality reckons with beyond its books by silo.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Purse {
    /// What the last accounts said when the budget of the year under way was made.
    pub usual: [Option<Money>; SILOS],
    /// The budget of the year that has ended.
    pub ended: [Option<Money>; SILOS],
    /// What is planned for the team and for facilities: this year up to now, last year, and the year before that.
    pub planned: [Money; 3],
    /// What was spent above the budget by the last accounts, as far as nothing else met it.
    pub over: Money,
    /// What has come into the reserve since week 0; negative: it was drawn on.
    pub added: Money,
    /// What is cut in the year under way, and how much of it was found so far.
    pub cut: Money,
    /// The same.
    pub found: Money,
    /// What is to be cut in the next year.
    pub next_cut: Money,
    /// What goes back to facilities in the year under way.
    pub back: Money,
    /// What goes back in the next year.
    pub next_back: Money,
    /// What was purchased from providers in the last year.
    pub purchased: Money,
    /// What the insurer had spent when the year began, without what it paid by agreement.
    pub insurer_before: Money,
    /// What it spent in the year that has ended.
    pub insurer_last: Money,
    /// What it spent in the last year without an agreement.
    pub reference: Option<Money>,
    /// What it has paid by agreement.
    pub agreed: Money,
    /// What the last budget foresaw of its year, where a municipality steers.
    pub foreseen: Option<Foreseen>,
}

/// What the books of the year under way say of the whole of it when the next budget is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Foreseen {
    /// Millionths by which they are gone by, in the place of the last accounts.
    pub weight: i64,
    /// What will be spent above the budget, as far as nothing else meets it.
    pub over: Money,
    /// What all silos with a budget will have spent beyond it; negative for less.
    pub beyond: Money,
    /// The budget of all of them.
    pub budget: Money,
}

impl Foreseen {
    /// A millionth.
    pub const MILLION: i64 = 1_000_000;

    /// The part of an amount that counts by their weight.
    pub fn of(&self, amount: Money) -> i64 {
        (i128::from(amount.0) * i128::from(self.weight) / i128::from(Self::MILLION)) as i64
    }
}
