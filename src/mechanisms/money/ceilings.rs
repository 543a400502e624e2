//! Ceilings on what providers of a product may receive in a year: above one no help begins until the year is over.
//! Nobody is refused: an entitlement stays, and its holder waits. Whom a court sends and who is in crisis is helped.

use super::state::Books;
use crate::district::{District, Now, Queue};
use crate::entities::{Frame, PRODUCTS, Product, Severity, Stage};
use crate::ids::EntitlementId;
use crate::links::Link;
use crate::random::Process;
use crate::units::Money;

/// Providers have received what a week of a product costs.
pub fn received(d: &mut District, product: Product, money: Money) {
    d.rooms.money.received[product as usize] += money;
}

/// Whether help of a product may begin now for somebody who waits.
pub fn may_begin(now: Now<'_>, d: &District, product: Product, x: EntitlementId) -> bool {
    if !d.rooms.money.stopped[product as usize] {
        return true;
    }
    let entitlement = &d.entitlements[x];
    entitlement.frame == Frame::Mandatory
        || entitlement.urgency == Severity::Crisis
        || now.inputs.draws.unit(Process::INTAKE_STOPPED, entitlement.key, 0)
            >= now.settings.link(Link::CEILING_WAITING)
}

/// Stops intake in the districts of a municipality where the ceilings of all of them together are reached.
pub fn stop(nows: &[Now<'_>], districts: &mut [District], of: &[usize]) {
    let ceilings = |product: usize| of.iter().map(|&i| nows[i].settings.money.ceilings[product]).sum::<f64>();
    let stopped: [bool; PRODUCTS] = std::array::from_fn(|product| {
        let received: i64 = of.iter().map(|&i| districts[i].rooms.money.received[product].0).sum();
        received as f64 >= ceilings(product) * Money::PER_EURO as f64
    });
    for &i in of {
        districts[i].rooms.money.stopped = stopped;
    }
}

/// Weeks of stopped intake, counted once for each product of a municipality, and a district's people in the line of a
/// stopped product who wait for nothing else.
pub fn waiting(d: &District, queues: &[Queue], district: usize) -> i64 {
    let Books { stopped, .. } = &d.rooms.money;
    let lines = queues.iter().filter(|queue| queue.is_for[district] && stopped[queue.product as usize]);
    let here = lines.flat_map(|queue| &queue.line).filter(|waiting| usize::from(waiting.who.0) == district);
    here.filter(|waiting| {
        let (_, x, generation) = waiting.who;
        d.entitlements.is_current(x, generation) && d.entitlements[x].stage == Stage::Waiting
    })
    .count() as i64
}
