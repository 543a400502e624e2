//! What there is of each product at the start of the burn-in.

use crate::district::Queue;
use crate::entities::Product;
use crate::plan::ServiceSpec;

/// Each product's service, and who has it already.
pub(super) struct Supply<'a> {
    pub(super) queues: &'a mut [Queue],
    pub(super) services: &'a [ServiceSpec],
}

impl Supply<'_> {
    /// What is known of the service of a product.
    pub(super) fn spec(&self, product: Product) -> &ServiceSpec {
        &self.services[product as usize]
    }

    /// Whether another person can be served.
    pub(super) fn has_place(&self, product: Product) -> bool {
        let serving = self.queues[product as usize].serving;
        self.services[product as usize].places.is_none_or(|places| f64::from(serving + 1) <= places)
    }
}
