//! How many places of providers are empty.

use crate::district::{District, Queue, Round};
use crate::entities::Product;
use crate::mechanisms::contracting::places;
use crate::mechanisms::position::interest::is_given;
use crate::observation::Indicator;
use crate::plan::ServiceSpec;

/// The week has been replayed: what is empty now, where anybody has an interest in it.
pub fn follow(round: &mut Round<'_>) {
    let matters = round.nows.iter().any(|now| now.settings.position != super::rows::Settings::default());
    for queue in round.services.iter().filter(|_| matters) {
        let (empty, places) = empty(queue, round.contracts, round.districts);
        for (_, d) in round.districts.iter_mut().enumerate().filter(|(i, _)| queue.is_for[*i]) {
            d.rooms.position.empty[queue.product as usize] = empty;
            if is_given(queue.product) {
                let millionths = |places: f64| (places * 1e6) as i64;
                d.counts.ratio(Indicator::EMPTY_PLACES, millionths(places * empty), millionths(places));
            }
        }
    }
}

/// The part of the places of a queue that nobody is in or waits for, and how many places there are.
fn empty(queue: &Queue, contracts: &[&[ServiceSpec]], districts: &[District]) -> (f64, f64) {
    let (mut people, mut there) = (0.0, 0.0);
    for (i, share) in queue.shares.iter().enumerate().filter(|(i, _)| queue.is_for[*i]) {
        let spec = &contracts[i][queue.product as usize];
        people += share.here();
        there += of_district(&districts[i], queue.product, spec).or(share.places()).unwrap_or_default();
    }
    (if there > 0.0 { (1.0 - people / there).max(0.0) } else { 0.0 }, there)
}

/// Places that a contract or the organisation states, less those that margins have taken.
fn of_district(d: &District, product: Product, spec: &ServiceSpec) -> Option<f64> {
    Some(places::in_force(d, product).or(spec.places)? * places::left(d, product))
}
