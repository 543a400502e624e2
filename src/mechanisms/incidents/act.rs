//! An incident in a crisis.

use crate::district::{District, Now};
use crate::entities::{Account, Domain, Episode, Route};
use crate::ids::EpisodeId;
use crate::mechanisms::needs::natural;
use crate::observation::Indicator;
use crate::units::Money;

/// A crisis leads to an incident: it is paid for, and the need is known from then on.
pub fn happens(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let p = &now.inputs.params.incidents;
    let helped = d.episodes[e].is_helped();
    let Episode { domain, .. } = d.episodes[e];
    let cents = |euros: f64| libm::round(euros * 100.0) as i64;
    let cost = if domain == Domain::Mental {
        d.counts.add(Indicator::INCIDENTS_MENTAL, 1);
        let cost = Money::from_cents(cents(p.mental_euros));
        let police = Money(cost.0 / 2);
        d.pay(Account::Justice, Account::Providers, police);
        d.pay(Account::HealthInsurer, Account::Providers, Money(cost.0 - police.0));
        cost
    } else {
        d.counts.add(Indicator::INCIDENTS_DAILY, 1);
        let cost = Money::from_cents(cents(p.daily_euros));
        d.pay(Account::HealthInsurer, Account::Providers, cost);
        cost
    };
    d.counts.add(Indicator::EUROS_INCIDENTS, cost.0);
    d.counts.add(Indicator::INCIDENTS_UNHELPED, i64::from(!helped));
    natural::becomes_known(now, d, e, Route::Report);
}
