//! What basic provision costs in a week: every half-day that is planned and every place that is bought, full or empty.

use super::state::{COLLECTIVE, KINDS};
use super::stock;
use crate::district::{District, Now};
use crate::entities::Account;
use crate::links::Link;
use crate::mechanisms::prevention::rows::Params;
use crate::mechanisms::prevention::stock as facilities;
use crate::observation::Indicator;
use crate::plan::ServiceSpec;
use crate::units::Money;

/// Euros of so many half-days with so many hours of volunteers: a professional leads each, there is a room, and what
/// volunteers do not give of the other hours, professionals do.
pub fn of_half_days(p: &Params, half_days: f64, volunteers: f64) -> f64 {
    let lacking = (half_days * p.volunteer_hours - volunteers).max(0.0);
    half_days * (p.professional_hours * p.hour_euros + p.half_day_euros) + lacking * p.hour_euros
}

/// Euros a week of a collective place instead of a service.
pub fn of_place(price: f64, spec: &ServiceSpec) -> f64 {
    price * spec.hours_per_week * spec.cents_per_hour as f64 / 100.0
}

/// Pays the week. Volunteers whom facilities of a plan do not need help here.
pub fn account(now: Now<'_>, d: &mut District, services: &[ServiceSpec]) {
    let p = &now.inputs.params;
    let s = &now.settings.basic;
    let link = now.settings.link(Link::VOLUNTEERS_FACILITY);
    let mut general = 0.0;
    if s.half_days.iter().any(|half_days| *half_days > 0.0) {
        for (n, place) in d.rooms.prevention.places.iter().enumerate() {
            let half_days = (0..KINDS).map(|kind| stock::planned(now, d, n, kind)).sum::<f64>();
            let given = facilities::given(&p.prevention, place).hours() * link;
            let left = (given - place.led * p.prevention.volunteer_hours).max(0.0);
            general += of_half_days(&p.prevention, half_days, left);
        }
    }
    let general = pay(d, Account::Welfare, general);
    let mut collective = Money(0);
    for (places, product) in s.places.iter().zip(COLLECTIVE).filter(|(places, _)| **places > 0.0) {
        let euros = places * of_place(p.basic.price, &services[product as usize]);
        collective = Money(collective.0 + pay(d, product.meta().account, euros).0);
    }
    d.counts.add(Indicator::EUROS_BASIC, general.0);
    d.counts.add(Indicator::EUROS_COLLECTIVE, collective.0);
    if general.0 + collective.0 > 0 {
        d.counts.ratio(
            Indicator::EUROS_SERVED,
            general.0 + collective.0,
            d.rooms.basic.guests.len() as i64 * Money::PER_EURO,
        );
    }
}

fn pay(d: &mut District, from: Account, euros: f64) -> Money {
    let cost = Money::from_cents(libm::round(euros * 100.0) as i64);
    if cost.0 != 0 {
        d.pay(from, Account::Providers, cost);
    }
    cost
}
