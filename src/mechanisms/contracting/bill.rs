//! What a service costs its payer under each form of contract. Whole sixtieths of a cent, and remainders are kept.

use std::cmp::Reverse;

use super::form::Form;
use super::places::form;
use super::selection::term;
use crate::district::{Comes, District, Now, Queue};
use crate::entities::{Account, Product, Stage};
use crate::ids::EntitlementId;
use crate::plan::ServiceSpec;
use crate::units::{Effort, Money};

/// A millionth.
const MILLION: i64 = 1_000_000;
/// Thousandths of a minute.
const MILLI: f64 = 1_000.0;

/// What a week of a service costs, in which so much effort reached people of a district.
pub fn of_week(
    now: Now<'_>,
    d: &mut District,
    queue: &Queue,
    spec: &ServiceSpec,
    district: usize,
    effort: Effort,
) -> Money {
    let product = queue.product;
    let worked = Money::of_effort(spec.cents_per_hour, effort);
    let contract = d.rooms.contracting.running[product as usize];
    let bill = match contract {
        Some(contract) if contract.form == Form::Task => Money(contract.lump),
        Some(contract) if contract.form == Form::Output => {
            Money::of_effort(spec.cents_per_hour, of_trajectories(d, queue, district))
        }
        _ => worked,
    };
    let paid = at_tariff(d, product, bill, tariff(now, product));
    d.rooms.contracting.week[product as usize] = (paid.0, paid.0 - worked.0);
    paid
}

/// The tariff of a product in millionths of today's: what is agreed, and of that what a cut of the municipality leaves.
fn tariff(now: Now<'_>, product: Product) -> i64 {
    let s = now.settings;
    let (percent, left) = match product.meta().account {
        account if account.is_municipal() => (s.contracting.tariff, s.money.tariff),
        Account::HealthInsurer => (s.contracting.tariff_insurer, 1.0),
        _ => (0.0, 1.0),
    };
    if now.week.0 < 0 { MILLION } else { libm::round((1.0 + percent / 100.0) * left * MILLION as f64) as i64 }
}

/// A bill at a tariff; what is no whole sixtieth of a cent is kept for the next.
fn at_tariff(d: &mut District, product: Product, bill: Money, tariff: i64) -> Money {
    if tariff == MILLION {
        return bill;
    }
    let rest = &mut d.rooms.contracting.rest[product as usize];
    let all = i128::from(bill.0) * i128::from(tariff) + i128::from(*rest);
    let whole = all.div_euclid(i128::from(MILLION)) as i64;
    *rest = (all - i128::from(whole) * i128::from(MILLION)) as i64;
    Money(whole)
}

/// A term begins: where it is paid by the trajectory, a price for the whole was agreed when terms were as long as
/// usual, and each week of a shorter one earns so much more than its hours.
pub fn term_begins(now: Now<'_>, d: &mut District, product: Product, x: EntitlementId) {
    let contract = d.rooms.contracting.running[product as usize];
    let by_trajectory = contract.is_some_and(|c| c.form == Form::Output) && form(now, product) == Form::Output;
    if by_trajectory {
        let paid_for = f64::from(d.entitlements[x].minutes_per_week) / term(now, product) * MILLI;
        *d.rooms.contracting.paid_for.of_mut(&d.entitlements, x) = libm::round(paid_for) as u32;
    } else if contract.is_some() {
        *d.rooms.contracting.paid_for.of_mut(&d.entitlements, x) = 0;
    }
}

/// Minutes that a week of trajectories is paid for; who was helped before they were bought so is paid by the hour until
/// the term ends.
fn of_trajectories(d: &mut District, queue: &Queue, district: usize) -> Effort {
    let terms = queue.due.iter().filter(|Reverse(due)| due.what == Comes::Term).map(|Reverse(due)| (due.who, true));
    let ready = queue.ready.iter().map(|Reverse(due)| (due.who, false));
    let mut milli = 0_i64;
    for ((of, x, generation), runs) in terms.chain(ready) {
        if usize::from(of) != district || !d.entitlements.is_current(x, generation) {
            continue;
        }
        let entitlement = &d.entitlements[x];
        if !matches!(entitlement.stage, Stage::Served | Stage::AwaitingHome) || entitlement.resident.some().is_none() {
            continue;
        }
        let paid_for = d.rooms.contracting.paid_for.get(&d.entitlements, x).copied().filter(|paid| *paid > 0 && runs);
        milli += paid_for.map_or(i64::from(entitlement.minutes_per_week) * MILLI as i64, i64::from);
    }
    let owed = &mut d.rooms.contracting.owed[queue.product as usize];
    *owed += milli;
    let whole = owed.div_euclid(MILLI as i64);
    *owed -= whole * MILLI as i64;
    Effort(whole)
}
