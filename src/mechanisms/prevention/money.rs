//! What prevention costs in a week, and who pays: the municipality, from its budget for welfare.

use super::stock;
use crate::district::{District, Now};
use crate::entities::Account;
use crate::observation::Indicator;
use crate::units::{Money, WEEKS_PER_YEAR};

/// Pays the week. Euros for facilities are spent however many half-days they keep up by now, grants as far as there are
/// initiatives for them.
pub fn account(now: Now<'_>, d: &mut District) {
    if !stock::invests(now.settings) {
        return;
    }
    let (p, plan) = (&now.inputs.params.prevention, &now.settings.prevention);
    let places = &d.rooms.prevention.places;
    let grants = (0..places.len())
        .map(|n| stock::granted(p, &places[n], plan.grants_euros * stock::share(places, n)))
        .sum::<f64>();
    let coordination = plan.coordination_fte * now.inputs.params.team.hours_fte * p.hour_euros;
    let euros = (plan.facility_euros + coordination + grants) / f64::from(WEEKS_PER_YEAR);
    let cost = Money::from_cents(libm::round(euros * 100.0) as i64);
    d.pay(Account::Welfare, Account::Providers, cost);
    d.counts.add(Indicator::EUROS_PREVENTION, cost.0);
}
