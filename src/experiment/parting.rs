//! Two courses side by side, week by week, up to where they part.
//!
//! The events of a week are held against each other as a whole, because within a week they come in no particular order.
//! From week 0 on so are its sums: what somebody costs, or how long a list is, can differ where no event does.

use std::borrow::Cow;

use super::plan::Draw;
use super::simulator::{begun, horizon, made};
use crate::cancel::Cancel;
use crate::district::Event;
use crate::ids::Key;
use crate::observation::Cell;
use crate::plan::Scenario;
use crate::simulation::{Observer, Progress, Simulation};
use crate::units::{Minute, Week};

/// The first event that happened in one of two courses alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LoneEvent {
    /// What happened, to whom.
    pub event: Event,
    /// In which of the two: 0 or 1.
    pub of: usize,
}

/// The first sum of a week that differs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OtherSum {
    /// The week.
    pub week: Week,
    /// The series, by its place in the catalogue.
    pub series: usize,
    /// That week's own sum in both.
    pub sums: [Cell; 2],
}

/// Where two courses part.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Parting {
    /// Somebody who lives in one of the two alone before anything has happened, and in which.
    pub lone_resident: Option<(Key, usize)>,
    /// The first event that is not in both.
    pub event: Option<LoneEvent>,
    /// The first sum that is not the same, if it comes before that event.
    pub sum: Option<OtherSum>,
}

impl Parting {
    /// The first week in which they differ; `None` where they never do.
    pub fn week(&self) -> Option<Week> {
        let start = self.lone_resident.map(|_| Week(i32::MIN));
        let event = self.event.map(|lone| lone.event.at.week());
        [start, self.sum.map(|sum| sum.week), event].into_iter().flatten().min()
    }
}

/// Runs two scenarios in a draw side by side, each from the burn-in of its base, until an event happens in one alone,
/// or to the nearer of their horizons. With `same_start` the two bases burn in to the same, and do so once.
///
/// `None` if it was asked to stop.
pub fn parting(
    bases: [&Scenario; 2],
    scenarios: [&Scenario; 2],
    same_start: bool,
    draw: Draw,
    stop: &Cancel,
) -> Option<Parting> {
    let mut found = Parting::default();
    let made = |side: usize| made(bases[side], draw, stop);
    let starts = if same_start {
        let mut start = made(0)?;
        if start.step_to(Week(0), &mut Events::default(), stop) != Progress::Done {
            return None;
        }
        [start.fork(), start]
    } else {
        let mut starts = [made(0)?, made(1)?];
        found.lone_resident = lone_resident(&starts);
        if found.lone_resident.is_none() {
            // Of two burn-ins the shorter one begins later.
            let first = Week(starts.iter().map(|s| s.week().0).max().unwrap_or(0));
            together(&mut starts, first, &mut found, stop, false)?;
            together(&mut starts, Week(0), &mut found, stop, true)?;
        }
        starts
    };
    if found.lone_resident.is_some() || found.event.is_some() {
        return Some(found);
    }
    let mut side = 0;
    let mut both = starts.map(|start| {
        let mut simulation = begun(Cow::Owned(start), scenarios[side], draw.sample, draw.replicate);
        simulation.keep_weeks();
        side += 1;
        simulation
    });
    let end = horizon(scenarios[0]).min(horizon(scenarios[1]));
    together(&mut both, end, &mut found, stop, true)?;
    Some(found)
}

/// Steps both to a week, or to the first event of one alone; `None` if it was asked to stop.
fn together(both: &mut [Simulation; 2], end: Week, found: &mut Parting, stop: &Cancel, looks: bool) -> Option<()> {
    while both.iter().any(|one| one.week() < end) {
        let mut events = [Events::default(), Events::default()];
        for (one, events) in both.iter_mut().zip(&mut events) {
            let next = one.week().next().min(end);
            if one.step_to(next, events, stop) != Progress::Done {
                return None;
            }
        }
        if !looks {
            continue;
        }
        if found.sum.is_none() {
            found.sum = other_sum(both);
        }
        found.event = lone_event(events);
        if let Some(lone) = found.event {
            // What an event does shows in the sums of its week.
            found.sum = found.sum.filter(|sum| sum.week < lone.event.at.week());
            break;
        }
    }
    Some(())
}

/// The events of a week.
#[derive(Debug, Default)]
struct Events(Vec<Event>);

impl Observer for Events {
    const WANTS_EVENTS: bool = true;

    fn events(&mut self, _: Week, events: &[Event]) {
        self.0.extend_from_slice(events);
    }
}

/// The order in which events are told: by moment, then by who, then by what.
fn order(event: &Event) -> (Minute, Key, Key, String) {
    (event.at, event.household, event.resident, format!("{:?}", event.what))
}

/// The first event of a week that one of two has more often than the other.
fn lone_event([Events(mut a), Events(mut b)]: [Events; 2]) -> Option<LoneEvent> {
    if a == b {
        return None;
    }
    a.sort_by_cached_key(order);
    b.sort_by_cached_key(order);
    let (mut a, mut b) = (a.into_iter().peekable(), b.into_iter().peekable());
    loop {
        match (a.peek(), b.peek()) {
            (Some(x), Some(y)) if x == y => {
                a.next();
                b.next();
            }
            (Some(x), Some(y)) => {
                let of = usize::from(order(y) < order(x));
                return Some(LoneEvent { event: if of == 0 { *x } else { *y }, of });
            }
            (Some(event), None) => return Some(LoneEvent { event: *event, of: 0 }),
            (None, Some(event)) => return Some(LoneEvent { event: *event, of: 1 }),
            (None, None) => return None,
        }
    }
}

/// The first series whose sum of the last week differs.
fn other_sum(both: &[Simulation; 2]) -> Option<OtherSum> {
    let [a, b] = [0, 1].map(|side| both[side].record().weeks.last());
    let (a, b) = (a?, b?);
    let series = a.iter().zip(b).position(|(a, b)| a != b)?;
    Some(OtherSum { week: Week(both[0].week().0 - 1), series, sums: [a[series], b[series]] })
}

/// Somebody who lives in one of two alone: the lowest key.
fn lone_resident(both: &[Simulation; 2]) -> Option<(Key, usize)> {
    let [a, b] = [0, 1].map(|side| {
        let districts = both[side].region().districts.iter();
        let keys = |d: &crate::district::District| d.residents.all().map(|r| d.residents[r].key).collect::<Vec<_>>();
        let mut keys: Vec<Key> = districts.flat_map(keys).collect();
        keys.sort_unstable();
        keys
    });
    let alone = |of: usize, ours: &[Key], theirs: &[Key]| {
        ours.iter().find(|key| theirs.binary_search(key).is_err()).map(|key| (*key, of))
    };
    [alone(0, &a, &b), alone(1, &b, &a)].into_iter().flatten().min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::district::What;
    use crate::entities::Product;

    fn event(at: i32, who: u64, what: What) -> Event {
        Event { at: Minute(at), household: Key(who), resident: Key(who), born: 0, of: None, what }
    }

    /// The order in which events were noted is nothing; one that is there twice in one course is alone once.
    #[test]
    fn the_first_event_that_one_has_alone_is_found() {
        let (x, y) = (event(5, 1, What::Visited(true)), event(9, 2, What::CaseStarted));
        let of = |a: &[Event], b: &[Event]| lone_event([Events(a.to_vec()), Events(b.to_vec())]);
        assert_eq!(of(&[x, y], &[y, x]), None);
        assert_eq!(of(&[y, x], &[x, y]), None);
        assert_eq!(of(&[x, y], &[y]), Some(LoneEvent { event: x, of: 0 }));
        assert_eq!(of(&[y], &[y, x]), Some(LoneEvent { event: x, of: 1 }));
        assert_eq!(of(&[y, y], &[y]), Some(LoneEvent { event: y, of: 0 }));
        let (refused, other) = (What::Refused(Product::ALL[0]), What::Refused(Product::ALL[1]));
        let lone = of(&[event(5, 1, other)], &[event(5, 1, refused), event(4, 9, What::Died)]);
        assert_eq!(lone, Some(LoneEvent { event: event(4, 9, What::Died), of: 1 }));
    }
}
