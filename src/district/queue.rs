//! A queue of the second line: places, people who wait, people who are served. One per product, shared by the region.
//!
//! Arrivals carry a minute. Each week the queue replays its arrivals and departures by the minute and refills a freed place
//! in that minute: highest urgency first, then earliest minute, then a keyed draw. Whoever loses patience leaves at the
//! minute drawn on joining.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use serde::{Deserialize, Serialize};

use crate::entities::Product;
use crate::ids::EntitlementId;
use crate::units::{Effort, MINUTES_PER_WEEK, Minute, Week};

/// Somebody reaches or leaves a queue at a minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Arrival {
    /// When.
    pub at: Minute,
    /// Keyed order within a minute.
    pub tie: u32,
    /// District, by position in the region.
    pub district: u16,
    /// Entitlement.
    pub entitlement: EntitlementId,
    /// Generation of its slot.
    pub generation: u16,
    /// Leaves instead of joins.
    pub leaves: bool,
}

/// Somebody who waits: most urgent first, then earliest, then by keyed draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Waiting {
    /// Urgency, 1 to 4.
    pub urgency: u8,
    /// Since when.
    pub since: Reverse<Minute>,
    /// Keyed order among equals.
    pub tie: u32,
    /// Who.
    pub who: (u16, EntitlementId, u16),
}

/// Something that will happen in a queue: a term ends, or patience.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Due {
    /// When.
    pub at: Minute,
    /// Keyed order within a minute.
    pub tie: u32,
    /// Patience rather than the end of a term.
    pub patience: bool,
    /// Who.
    pub who: (u16, EntitlementId, u16),
}

/// The queue of one product.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Queue {
    /// Product.
    pub product: Product,
    /// People served now.
    pub serving: u32,
    /// People who wait now.
    pub waiting: u32,
    /// People who wait now with a need that is moderate or worse.
    pub waiting_bridged: u32,
    /// Sum of the weekly effort of all who are served.
    pub weekly_effort: i64,
    /// Effort delivered since the last weekly account, in minutes of effort times minutes of a week.
    pub integral: i64,
    /// Moment up to which `integral` runs.
    pub since: Minute,
    /// Homes still to be offered, in thousandths, for products that need one to leave.
    pub homes: i64,
    /// Who waits.
    pub line: BinaryHeap<Waiting>,
    /// What will happen.
    pub due: BinaryHeap<Reverse<Due>>,
    /// Who would leave if a home were offered, earliest first.
    pub ready: BinaryHeap<Reverse<Due>>,
}

impl Queue {
    /// An empty queue that begins in a week.
    pub fn new(product: Product, first: Week) -> Self {
        Self {
            product,
            serving: 0,
            waiting: 0,
            waiting_bridged: 0,
            weekly_effort: 0,
            integral: 0,
            since: first.start(),
            homes: 0,
            line: BinaryHeap::new(),
            due: BinaryHeap::new(),
            ready: BinaryHeap::new(),
        }
    }

    /// Whole places in a week out of a fractional number: they alternate so that the mean over weeks is exact.
    pub fn places_in(places: f64, week: Week) -> u32 {
        let turn = f64::from(week.0.rem_euclid(1 << 20));
        (libm::floor(places * (turn + 1.0)) - libm::floor(places * turn)).clamp(0.0, f64::from(u32::MAX)) as u32
    }

    /// Runs the account of effort up to a moment.
    pub fn accrue(&mut self, at: Minute) {
        self.integral += self.weekly_effort * i64::from(at.0 - self.since.0);
        self.since = at;
    }

    /// Whole minutes of effort delivered since the last call; the remainder stays.
    pub fn delivered(&mut self, at: Minute) -> Effort {
        self.accrue(at);
        let minutes = self.integral.div_euclid(i64::from(MINUTES_PER_WEEK));
        self.integral -= minutes * i64::from(MINUTES_PER_WEEK);
        Effort(minutes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractional_places_are_exact_over_time() {
        let total: u32 = (0..1000).map(|w| Queue::places_in(2.3, Week(w))).sum();
        assert_eq!(total, 2300);
        assert!((0..100).all(|w| Queue::places_in(4.0, Week(w)) == 4));
    }

    #[test]
    fn urgent_then_early_then_keyed() {
        let who = (0, EntitlementId(0), 0);
        let mut line = BinaryHeap::new();
        for (urgency, since, tie) in [(1, 5, 1), (3, 9, 1), (3, 7, 1), (3, 7, 2)] {
            line.push(Waiting { urgency, since: Reverse(Minute(since)), tie, who });
        }
        let order: Vec<(u8, i32, u32)> =
            std::iter::from_fn(|| line.pop()).map(|w| (w.urgency, w.since.0.0, w.tie)).collect();
        assert_eq!(order, [(3, 7, 2), (3, 7, 1), (3, 9, 1), (1, 5, 1)]);
    }
}
