//! What a week of a service costs, and who pays.

use super::services::Service;
use super::severity::RESIDENTIAL_HOURS;
use crate::district::{District, Queue};
use crate::entities::{Account, ProductGroup};
use crate::mechanisms::contracting::bill;
use crate::mechanisms::money::ceilings;
use crate::observation::{Flow, Indicator, catalogue};

/// The weekly account of a service for a district: the effort that reached its people times its price, paid by the
/// payer to the providers.
pub fn account(service: Service<'_>, d: &mut District, queue: &mut Queue, district: usize) {
    let spec = service.spec;
    let effort = queue.delivered(district, service.now.week.next().start());
    let meta = queue.product.meta();
    let money = bill::of_week(service.now, d, queue, spec, district, effort);
    ceilings::received(d, queue.product, money);
    d.pay(meta.account, Account::Providers, money);
    d.counts.flow(Flow::Service(queue.product), money.0);
    let full = if queue.full { money.0 } else { 0 };
    d.counts.ratio_at(catalogue::FULL + meta.account as usize, full, money.0);
    let (euros, hours) = match queue.product.group() {
        ProductGroup::SecondLine => (Indicator::EUROS_SECOND_LINE, Indicator::HOURS_SECOND_LINE),
        ProductGroup::HelpAtHome => (Indicator::EUROS_HELP_AT_HOME, Indicator::HOURS_HELP_AT_HOME),
    };
    d.counts.add(euros, money.0);
    if spec.hours_per_week <= RESIDENTIAL_HOURS {
        d.counts.add(hours, effort.0);
    }
    let waiting = i64::from(queue.shares[district].waiting);
    d.counts.level(catalogue::WAITING + queue.product as usize, waiting, 1);
}
