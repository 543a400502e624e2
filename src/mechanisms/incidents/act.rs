//! An incident in a crisis.

use crate::district::{District, Now};
use crate::entities::{Account, Domain, Episode, Route};
use crate::ids::EpisodeId;
use crate::mechanisms::doors::referrals;
use crate::mechanisms::needs::natural;
use crate::observation::Indicator;
use crate::units::Money;

/// A crisis leads to an incident: it is paid for, and the need is known from then on. A young person is to be placed
/// out of home: a stay is asked for at once.
pub fn happens(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let p = &now.inputs.params.incidents;
    let helped = d.episodes[e].is_helped();
    let Episode { domain, .. } = d.episodes[e];
    let money = |euros: f64| Money::from_cents(libm::round(euros * 100.0) as i64);
    let cost = match domain {
        Domain::Mental => {
            d.counts.add(Indicator::INCIDENTS_MENTAL, 1);
            let cost = money(p.mental_euros);
            let police = Money(cost.0 / 2);
            d.pay(Account::Justice, Account::Providers, police);
            d.pay(Account::HealthInsurer, Account::Providers, Money(cost.0 - police.0));
            cost
        }
        // What it costs is the stay.
        Domain::Youth => Money(0),
        _ => {
            d.counts.add(Indicator::INCIDENTS_DAILY, 1);
            let cost = money(p.daily_euros);
            d.pay(Account::HealthInsurer, Account::Providers, cost);
            cost
        }
    };
    d.counts.add(Indicator::EUROS_INCIDENTS, cost.0);
    d.counts.add(Indicator::INCIDENTS_UNHELPED, i64::from(!helped));
    natural::becomes_known(now, d, e, Route::Report);
    if domain == Domain::Youth {
        let placed = referrals::place(now, d, e);
        d.counts.add(Indicator::PLACEMENTS, i64::from(placed));
    }
}
