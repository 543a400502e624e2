//! Payments: the one door through which money moves.

use super::state::District;
use crate::entities::Account;
use crate::ledger::Ledger;
use crate::observation::{Flow, Indicator, catalogue};
use crate::units::Money;

impl District {
    /// Pays an amount from one account to another. What each payer, the municipality and all payers together spend is
    /// counted here and nowhere else.
    pub fn pay(&mut self, from: Account, to: Account, amount: Money) {
        self.ledger.pay(from, to, amount);
        self.counts.flow(Flow::Paid(from, to), amount.0);
        for (account, spent) in [(from, amount.0), (to, -amount.0)] {
            if account.is_payer() {
                self.counts.add_at(catalogue::EUROS + account as usize, spent);
                self.counts.add(Indicator::EUROS_ALL, spent);
            }
            if account.is_municipal() {
                self.counts.add(Indicator::EUROS_MUNICIPALITY, spent);
            }
        }
    }

    /// The books.
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }
}
