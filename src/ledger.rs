//! The double-entry ledger: every payment leaves one account and reaches another, so all balances add to zero.

use serde::{Deserialize, Serialize};

use crate::entities::{ACCOUNTS, Account};
use crate::units::Money;

/// Balances: what each account has received less what it has paid.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    balances: [i64; ACCOUNTS],
}

impl Ledger {
    /// Pays `amount` from one account to another.
    pub fn pay(&mut self, from: Account, to: Account, amount: Money) {
        self.balances[from as usize] -= amount.0;
        self.balances[to as usize] += amount.0;
    }

    /// What an account has paid less what it has received.
    pub fn spent(&self, account: Account) -> Money {
        Money(-self.balances[account as usize])
    }

    /// The sum over all accounts: zero, always.
    pub fn imbalance(&self) -> Money {
        Money(self.balances.iter().sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Effort;

    /// By hand: 2.4 hours (144 minutes) at 32.00 euro is 76.80 euro; a contribution of 4.75 euro comes back.
    #[test]
    fn a_week_of_domestic_help_to_the_cent() {
        let mut ledger = Ledger::default();
        ledger.pay(Account::Wmo, Account::Providers, Money::of_effort(3_200, Effort(144)));
        ledger.pay(Account::Household, Account::Wmo, Money::from_cents(475));
        assert_eq!(ledger.spent(Account::Wmo), Money::from_cents(7_680 - 475));
        assert_eq!(ledger.spent(Account::Providers), Money::from_cents(-7_680));
        assert_eq!(ledger.spent(Account::Household), Money::from_cents(475));
        assert_eq!(ledger.imbalance(), Money(0));
    }
}
