//! Who lives on social assistance, and what it costs: a transfer from the municipality to households, for as long as it
//! lasts.

use super::state::Recipient;
use crate::district::{District, Now};
use crate::entities::Account;
use crate::mechanisms::reciprocity::{sanctions, who};
use crate::observation::Indicator;
use crate::units::{Money, WEEKS_PER_YEAR};

/// Weeks between looks at who has a low income and a need of work: a decision on social assistance is made within eight
/// weeks of an application (Participatiewet, general knowledge).
const LOOK_WEEKS: i32 = 4;

/// Pays the week. A benefit ends with the need of work that it rests on, or with the low income.
pub fn pay(now: Now<'_>, d: &mut District) {
    let euros = now.inputs.params.work_income.benefit * 12.0 / f64::from(WEEKS_PER_YEAR);
    if euros <= 0.0 {
        return;
    }
    look(now, d);
    let mut recipients = std::mem::take(&mut d.rooms.work_income.recipients);
    let mut paid = Money(0);
    recipients.retain(|recipient| {
        let r = recipient.resident;
        if !d.residents.is_current(r, recipient.generation) || !who::has_benefit(now, d, r) {
            return false;
        }
        let left = 1.0 - sanctions::of_household(now, d, d.reference_of(d.household_of(r)));
        paid += Money::from_cents(libm::round(euros * left * 100.0) as i64);
        true
    });
    d.rooms.work_income.recipients = recipients;
    d.pay(Account::Participation, Account::Household, paid);
    d.counts.add(Indicator::EUROS_BENEFITS, paid.0);
}

/// Now and then households with a low income are gone by: those in which somebody has a benefit, one entry each.
fn look(now: Now<'_>, d: &mut District) {
    if d.rooms.work_income.looked.is_some_and(|week| now.week.0 - week < LOOK_WEEKS) {
        return;
    }
    d.rooms.work_income.looked = Some(now.week.0);
    let poor = d.households.all().filter(|h| d.households[*h].income == 0);
    let recipients = poor.filter_map(|household| {
        let resident = d.members(household).find(|r| who::has_benefit(now, d, *r))?;
        Some(Recipient { household, resident, generation: d.residents[resident].generation })
    });
    d.rooms.work_income.recipients = recipients.collect();
}

/// Adds the level of the week to the year's sums.
pub(super) fn observe(d: &mut District) {
    let households = d.rooms.work_income.recipients.len() as i64;
    d.counts.level(Indicator::BENEFITS.place(), households, 1);
}
