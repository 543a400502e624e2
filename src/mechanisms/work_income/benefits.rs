//! Who lives on social assistance, and what it costs: a transfer from the municipality to households, for as long as it
//! lasts.

use super::state::Recipient;
use crate::district::{District, Now, What};
use crate::entities::Account;
use crate::ids::ResidentId;
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
        if !d.residents.is_current(r, recipient.generation) {
            return false;
        }
        if !who::has_benefit(now, d, r) {
            d.note(now.at, r, What::BenefitEnded);
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
    let recipients: Vec<Recipient> = recipients.collect();
    let before = std::mem::replace(&mut d.rooms.work_income.recipients, recipients);
    note_new(now, d, &before);
}

/// Notes who lives on social assistance and did not before.
fn note_new(now: Now<'_>, d: &mut District, before: &[Recipient]) {
    if !d.log.on {
        return;
    }
    // Both are in the order of the dwellings.
    let had = |new: &Recipient| before.binary_search_by_key(&new.household, |old| old.household).is_ok();
    let new = d.rooms.work_income.recipients.iter().filter(|recipient| !had(recipient));
    let new: Vec<ResidentId> = new.map(|recipient| recipient.resident).collect();
    for r in new {
        d.note(now.at, r, What::BenefitStarted);
    }
}

/// Adds the level of the week to the year's sums.
pub(super) fn observe(d: &mut District) {
    let households = d.rooms.work_income.recipients.len() as i64;
    d.counts.level(Indicator::BENEFITS.place(), households, 1);
}
