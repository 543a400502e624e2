//! A queue of the second line: places, people who wait, people who are served. One per product, shared by the region.
//!
//! Places are the region's: who gets a freed one is decided by urgency and time, whatever the district. Who waits, who
//! is served and what that costs is counted by district, so that each team bridges its own people and each district
//! pays for its own.
//!
//! Arrivals carry a minute. Each week the queue replays its arrivals and departures by the minute and refills a freed
//! place in that minute: highest urgency first, then earliest minute, then a keyed draw. Whoever loses patience leaves
//! at the minute drawn on joining.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use serde::{Deserialize, Serialize};

use crate::entities::{Catchment, Product};
use crate::ids::{EntitlementId, Key};
use crate::units::{Effort, MINUTES_PER_WEEK, Minute, Week};

/// What somebody does in a queue. Within a minute, who joins comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Moves {
    /// Begins to wait.
    Joins,
    /// Has become more urgent.
    Rises,
    /// Has been reviewed while served.
    Reviewed,
    /// Leaves, from the line or from a place.
    Leaves,
}

/// Somebody moves in a queue at a minute. Whose district it is, is known by where it was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Arrival {
    /// When.
    pub at: Minute,
    /// What they do.
    pub moves: Moves,
    /// Keyed order within a minute.
    pub tie: u32,
    /// Entitlement.
    pub entitlement: EntitlementId,
    /// Generation of its slot.
    pub generation: u16,
}

/// Somebody who waits: most urgent first, then earliest, then by keyed draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Waiting {
    /// Urgency: 1 to 4 by severity, 5 where a court decided.
    pub urgency: u8,
    /// Since when.
    pub since: Reverse<Minute>,
    /// Keyed order among equals.
    pub tie: u32,
    /// Who.
    pub who: (u16, EntitlementId, u16),
}

/// What will happen in a queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Comes {
    /// A term ends.
    Term,
    /// Patience ends.
    Patience,
    /// Somebody has waited as long as people do where places follow demand at once.
    Turn,
}

/// Something that will happen in a queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Due {
    /// When.
    pub at: Minute,
    /// Keyed order within a minute.
    pub tie: u32,
    /// What.
    pub what: Comes,
    /// Who.
    pub who: (u16, EntitlementId, u16),
}

/// What the people of one district have in a queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// People served now.
    pub serving: u32,
    /// People who wait now.
    pub waiting: u32,
    /// People who wait now with a need that is moderate or worse: their district's team bridges the time.
    pub waiting_bridged: u32,
    /// Sum of the weekly effort of all who are served.
    pub weekly_effort: i64,
    /// Effort delivered since the last weekly account, in minutes of effort times minutes of a week.
    pub integral: i64,
    /// Moment up to which `integral` runs.
    pub since: Minute,
    /// People who have begun to wait in the week under way.
    pub joined: u32,
    /// People who begin to wait in a week, of late, in millionths.
    pub joining: i64,
    /// Places in force where none are stated, in millionths; `None` until they are settled.
    pub places: Option<i64>,
}

impl Share {
    /// Nobody's, from a moment on.
    const fn empty(since: Minute) -> Self {
        Self {
            serving: 0,
            waiting: 0,
            waiting_bridged: 0,
            weekly_effort: 0,
            integral: 0,
            since,
            joined: 0,
            joining: 0,
            places: None,
        }
    }

    /// How many people are served or wait.
    pub fn here(&self) -> f64 {
        f64::from(self.serving + self.waiting)
    }

    /// A week begins: how many begin to wait is known of half a year.
    pub fn count_joining(&mut self) {
        self.joining += (i64::from(self.joined) * PERSON - self.joining) / JOINING_WEEKS;
        self.joined = 0;
    }

    /// Counts the places that are taken in a week, of late, or would be: with those who have waited long enough.
    pub fn count_taken(&mut self, overdue: u32) {
        let taken = i64::from(self.serving + overdue) * PERSON;
        self.places = Some(self.places.map_or(taken, |places| places + (taken - places) / JOINING_WEEKS));
    }

    /// Places settle where none are stated: from those that are taken they come nearer to those at which people spend
    /// so many weeks on the list, by a part a year.
    pub fn settle(&mut self, wait: f64, follow: f64) {
        let places = self.places.unwrap_or(i64::from(self.serving) * PERSON);
        let on_time = i64::from(self.serving + self.waiting) * PERSON - (self.joining as f64 * wait) as i64;
        let wanted = on_time.max(0);
        let nearer = ((wanted - places) as f64 * follow / YEAR) as i64;
        self.places = Some((places + nearer).max(0));
    }

    /// Places in force where none are stated, once they are settled.
    pub fn places(&self) -> Option<f64> {
        self.places.map(|places| places as f64 / PERSON as f64)
    }

    /// So many places are there where none are stated, whatever there was before.
    pub fn leave_places(&mut self, places: f64) {
        self.places = Some((places * PERSON as f64) as i64);
    }

    /// Minutes of effort a week for each person served, if there are any.
    pub fn minutes_each(&self) -> Option<f64> {
        (self.serving > 0).then(|| self.weekly_effort as f64 / f64::from(self.serving))
    }

    /// Runs the account of effort up to a moment.
    fn accrue(&mut self, at: Minute) {
        let at = at.max(self.since);
        self.integral += self.weekly_effort * i64::from(at.0 - self.since.0);
        self.since = at;
    }
}

/// A place for a week, in the millionths of [`Queue::credit`].
const PLACE_WEEK: i64 = 1_000_000;

/// A person, in millionths.
const PERSON: i64 = 1_000_000;

/// Weeks over which [`Share::joining`] and the places that are taken are means (assumption: half a year smooths a small
/// district).
const JOINING_WEEKS: i64 = 26;

/// Weeks of a year.
const YEAR: f64 = crate::units::WEEKS_PER_YEAR as f64;

/// The queue of one product in its catchment.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Queue {
    /// Product.
    pub product: Product,
    /// The municipality whose residents it is for; nobody's key where it is for the whole region.
    pub area: Key,
    /// Places taken now: the people of all districts who are served.
    pub serving: u32,
    /// Place-weeks that the fraction of a place has earned and nobody used yet, in millionths; negative: used ahead.
    pub credit: i64,
    /// What each district has in it, in the order of the region's districts; nothing for those that it is not for.
    pub shares: Vec<Share>,
    /// Whether it is for a district, in the same order.
    pub is_for: Vec<bool>,
    /// Whether all places were taken at the end of the last week while somebody waited.
    pub full: bool,
    /// Homes still to be offered, in millionths, for products that need one to leave.
    pub homes: i64,
    /// Who waits.
    pub line: BinaryHeap<Waiting>,
    /// What will happen.
    pub due: BinaryHeap<Reverse<Due>>,
    /// Who would leave if a home were offered, earliest first.
    pub ready: BinaryHeap<Reverse<Due>>,
}

impl Queue {
    /// The empty queue of one district, which begins in a week, in a municipality.
    pub fn new(product: Product, municipality: Key, first: Week) -> Self {
        let area = if product.catchment() == Catchment::Municipality { municipality } else { Key(0) };
        Self {
            product,
            area,
            serving: 0,
            credit: 0,
            shares: vec![Share::empty(first.start())],
            is_for: vec![true],
            full: false,
            homes: 0,
            line: BinaryHeap::new(),
            due: BinaryHeap::new(),
            ready: BinaryHeap::new(),
        }
    }

    /// People who wait now, of all districts.
    pub fn waiting(&self) -> usize {
        self.shares.iter().map(|share| share.waiting as usize).sum()
    }

    /// Whole places in the week that begins, out of a fractional number. The fraction earns place-weeks; one person
    /// more than the whole places is admitted while there are any, and uses them up. So the mean number of people
    /// served in a queue that is never empty is the fractional number, however long each of them stays.
    pub fn places_in(&mut self, places: f64) -> u32 {
        let whole = libm::floor(places.clamp(0.0, f64::from(u32::MAX)));
        let fraction = ((places - whole) * PLACE_WEEK as f64) as i64;
        let over = i64::from(f64::from(self.serving) > whole) * PLACE_WEEK;
        // What is not used is not kept for longer than a place-week.
        self.credit = (self.credit + fraction - over).min(PLACE_WEEK);
        whole as u32 + u32::from(fraction > 0 && self.credit >= 0)
    }

    /// Somebody of a district begins to wait.
    pub fn join_line(&mut self, district: usize, bridged: bool) {
        let share = &mut self.shares[district];
        share.waiting += 1;
        share.joined += 1;
        share.waiting_bridged += u32::from(bridged);
    }

    /// The need of somebody of a district who waits has become moderate or worse.
    pub fn bridge(&mut self, district: usize) {
        self.shares[district].waiting_bridged += 1;
    }

    /// Somebody of a district waits no longer.
    pub fn leave_line(&mut self, district: usize, bridged: bool) {
        let share = &mut self.shares[district];
        share.waiting -= 1;
        share.waiting_bridged -= u32::from(bridged);
    }

    /// Somebody of a district takes a place, with its minutes of effort a week.
    pub fn take_place(&mut self, district: usize, minutes_per_week: u16, at: Minute) {
        self.serving += 1;
        let share = &mut self.shares[district];
        share.accrue(at);
        share.serving += 1;
        share.weekly_effort += i64::from(minutes_per_week);
    }

    /// Somebody of a district gives a place back.
    pub fn free_place(&mut self, district: usize, minutes_per_week: u16, at: Minute) {
        self.serving -= 1;
        let share = &mut self.shares[district];
        share.accrue(at);
        share.serving -= 1;
        share.weekly_effort -= i64::from(minutes_per_week);
    }

    /// Whole minutes of effort delivered to a district's people since the last call; the remainder stays.
    pub fn delivered(&mut self, district: usize, at: Minute) -> Effort {
        let share = &mut self.shares[district];
        share.accrue(at);
        let minutes = share.integral.div_euclid(i64::from(MINUTES_PER_WEEK));
        share.integral -= minutes * i64::from(MINUTES_PER_WEEK);
        Effort(minutes)
    }

    /// Districts come into the region that it is not for, behind those that are there.
    pub fn pass_over(&mut self, districts: usize) {
        let since = self.shares.first().map_or(Minute(0), |share| share.since);
        self.shares.extend(vec![Share::empty(since); districts]);
        self.is_for.extend(vec![false; districts]);
    }

    /// The same queue in a region in which so many districts stand before those that it has.
    #[must_use]
    pub fn behind(self, districts: usize) -> Self {
        let since = self.shares.first().map_or(Minute(0), |share| share.since);
        let nobody = Self {
            product: self.product,
            area: self.area,
            serving: 0,
            credit: 0,
            shares: vec![Share::empty(since); districts],
            is_for: vec![false; districts],
            full: false,
            homes: 0,
            line: BinaryHeap::new(),
            due: BinaryHeap::new(),
            ready: BinaryHeap::new(),
        };
        let mut all = nobody;
        all.merge(self);
        all
    }

    /// Makes one queue of two of the same product: the other's districts come behind these.
    pub fn merge(&mut self, other: Self) {
        let offset = self.shares.len() as u16;
        let moved = |who: (u16, EntitlementId, u16)| (who.0 + offset, who.1, who.2);
        let later = |Reverse(due): Reverse<Due>| Reverse(Due { who: moved(due.who), ..due });
        self.serving += other.serving;
        self.homes += other.homes;
        self.full |= other.full;
        self.credit += other.credit;
        self.shares.extend(other.shares);
        self.is_for.extend(other.is_for);
        self.line.extend(other.line.into_iter().map(|w| Waiting { who: moved(w.who), ..w }));
        self.due.extend(other.due.into_iter().map(later));
        self.ready.extend(other.ready.into_iter().map(later));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// People stay for seven weeks and somebody always waits: the mean of those served is the number of places.
    #[test]
    fn fractional_places_are_exact_over_time() {
        for (places, stay) in [(2.3, 7), (0.25, 30), (1.5, 1), (4.0, 5)] {
            let mut queue = Queue::new(Product::Guidance, Key(0), Week(0));
            let mut ends: Vec<i32> = Vec::new();
            let (mut served, weeks) = (0, 20_000);
            for week in 0..weeks {
                let open = queue.places_in(places);
                ends.retain(|end| *end > week);
                queue.serving = ends.len() as u32;
                while queue.serving < open {
                    ends.push(week + stay);
                    queue.serving += 1;
                }
                served += queue.serving;
            }
            let mean = f64::from(served) / f64::from(weeks);
            assert!((mean - places).abs() < 0.01, "{places} places: {mean}");
        }
    }

    /// 60 minutes a week for half a week and 120 for the other half are 90. In thirds of a week 7 minutes come as 2, 2
    /// and 3: what is no whole minute waits.
    #[test]
    fn effort_is_delivered_by_the_minute_and_none_is_lost() {
        let at = |sixths: i32| Minute(MINUTES_PER_WEEK / 6 * sixths);
        let mut queue = Queue::new(Product::Guidance, Key(0), Week(0));
        queue.take_place(0, 60, at(0));
        queue.take_place(0, 60, at(3));
        assert_eq!(queue.delivered(0, at(6)), Effort(90));
        queue.free_place(0, 60, at(6));
        queue.free_place(0, 60, at(6));
        queue.take_place(0, 7, at(6));
        let delivered: Vec<i64> = [8, 10, 12].map(|sixths| queue.delivered(0, at(sixths)).0).to_vec();
        assert_eq!(delivered, [2, 2, 3]);
        queue.free_place(0, 7, at(12));
        assert_eq!((queue.serving, queue.delivered(0, at(24))), (0, Effort(0)));
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
