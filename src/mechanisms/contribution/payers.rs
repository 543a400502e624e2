//! Who pays, and the week's contributions.

use super::fee::{Fee, WEEKS_PER_MONTH, basis_with, basis_without};
use super::state::Basis;
use crate::district::{District, Now};
use crate::entities::{Account, Product};
use crate::ids::ResidentId;
use crate::observation::Indicator;
use crate::units::Money;

/// Both bases, in order.
const BASES: [Basis; 2] = [Basis::Aids, Basis::Help];

/// Somebody uses a product from now on.
pub fn begins(d: &mut District, r: ResidentId, product: Product) {
    let before = basis_without(d, r, product);
    moves(d, r, before, Some(basis_with(before, product)));
}

/// Somebody no longer uses a product.
pub fn ends(d: &mut District, r: ResidentId, product: Product) {
    let after = basis_without(d, r, product);
    moves(d, r, Some(basis_with(after, product)), after);
}

fn moves(d: &mut District, r: ResidentId, from: Option<Basis>, to: Option<Basis>) {
    let payers = &mut d.rooms.contribution.payers[d.residents[r].income()];
    if let Some(basis) = from {
        payers[basis as usize] -= 1;
    }
    if let Some(basis) = to {
        payers[basis as usize] += 1;
    }
}

/// What those who use Wmo help now pay in a week, in cents.
pub fn cents_a_week(now: Now<'_>, d: &District) -> f64 {
    let fee = Fee::now(now);
    let places = (0..3).flat_map(|band| BASES.map(|basis| (band, basis)));
    let monthly = places.map(|(band, basis)| {
        fee.of(now, d, band, basis) as f64 * d.rooms.contribution.payers[band][basis as usize] as f64
    });
    monthly.sum::<f64>() / WEEKS_PER_MONTH
}

/// Own contributions of the week: a month is 52/12 weeks. Thirteen client-weeks are three months; what is left of them
/// waits for the next week, so that an amount never is rounded and twice the contribution is twice the account.
pub fn account(now: Now<'_>, d: &mut District) {
    let fee = Fee::now(now);
    let places = (0..3).flat_map(|band| BASES.map(|basis| (band, basis)));
    let fees: Vec<i64> = places.clone().map(|(band, basis)| fee.of(now, d, band, basis)).collect();
    let state = &mut d.rooms.contribution;
    for ((band, basis), cents) in places.zip(&fees) {
        let first = fees.iter().position(|other| other == cents).unwrap_or_default();
        state.weeks[first] += state.payers[band][basis as usize];
    }
    let mut paid = 0;
    for (weeks, cents) in state.weeks.iter_mut().zip(&fees) {
        let quarters = *weeks / 13;
        *weeks -= quarters * 13;
        paid += cents * 3 * quarters;
    }
    let paid = Money::from_cents(paid);
    d.pay(Account::Household, Account::Wmo, paid);
    d.counts.add(Indicator::EUROS_CONTRIBUTIONS, paid.0);
}
