//! What is kept of the households that are there at week 0, while a scenario runs.
//!
//! Of every household a sum of what happened and a count; in full only of those that are asked for, so that memory does
//! not grow with what happens in a district.

use std::collections::{BTreeMap, BTreeSet};

use super::kind::HouseholdKind;
use super::told::{LONG, month, year_and_month};
use super::turn::{Telling, Turn};
use super::work::Work;
use crate::district::{Event, What};
use crate::entities::{Product, Resident};
use crate::ids::Key;
use crate::random::mix;
use crate::simulation::{Observer, Region};
use crate::units::{Minute, Week};

/// One turn of one household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// When.
    pub(super) at: Minute,
    /// Who.
    pub(super) resident: Key,
    /// How old.
    pub(super) age: u8,
    /// What.
    pub(super) turn: Turn,
}

/// What is kept of every household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tally {
    /// Who it is.
    pub(super) household: Key,
    /// The sum of the bits of its turns, their months and their people: equal for equal courses, in whatever order
    /// things were noted within a month.
    pub(super) course: u64,
    /// The same of what its kind is about alone.
    pub(super) about: u64,
    /// Whether somebody waited long for help that came.
    pub(super) waited: bool,
    /// Times that a severe need began, came back or was worsened to.
    pub(super) severe: u32,
    /// Whether it lives here to the end.
    pub(super) stayed: bool,
}

/// Looks on.
#[derive(Clone, Debug)]
pub(in crate::experiment) struct Diary {
    /// In the order of the keys.
    pub(super) tallies: Vec<Tally>,
    /// In full, of those asked for.
    pub(super) told: BTreeMap<Key, Vec<Entry>>,
    /// Of a professional.
    pub(super) work: Work,
    telling: Telling,
    ageing: bool,
    /// Of which kind the households are: those of a kind are told through all desks.
    kind: HouseholdKind,
    /// Since which week who waits: for the team as a household, for a service as a resident.
    asked: BTreeMap<(Key, Option<Product>), Week>,
}

impl Diary {
    /// A diary of the households of a kind in a region, in full of those in `told`, and of a professional; with
    /// `ageing`, people grow older.
    pub(in crate::experiment) fn new(
        region: &Region,
        kind: HouseholdKind,
        told: &BTreeSet<Key>,
        work: Work,
        ageing: bool,
    ) -> Self {
        let tally = |household| Tally { household, course: 0, about: 0, waited: false, severe: 0, stayed: false };
        Self {
            tallies: kind.households(region).into_iter().map(tally).collect(),
            kind,
            asked: BTreeMap::new(),
            told: told.iter().map(|&key| (key, Vec::new())).collect(),
            work,
            telling: Telling::default(),
            ageing,
        }
    }

    /// Closes it at the end of a run.
    pub(in crate::experiment) fn close(&mut self, region: &Region) {
        let left = HouseholdKind::Any.households(region);
        for tally in &mut self.tallies {
            tally.stayed = left.binary_search(&tally.household).is_ok();
        }
        for entries in self.told.values_mut() {
            // Residents, team and services are replayed one after the other within a week.
            entries.sort_by_key(|entry| entry.at);
        }
    }
}

/// What somebody waits for, by an event that begins or ends the wait.
fn waits_for(event: &Event) -> Option<(Key, Option<Product>)> {
    match event.what {
        What::CaseRequested(_) | What::CaseStarted | What::CaseLeft => Some((event.household, None)),
        What::Requested(product, _)
        | What::ServiceStarted(product)
        | What::Refused(product)
        | What::QueueLeft(product) => Some((event.resident, Some(product))),
        _ => None,
    }
}

impl Diary {
    /// Whether with this event somebody gets what they have waited long for.
    fn ends_a_long_wait(&mut self, event: &Event) -> bool {
        let Some(what) = waits_for(event) else { return false };
        let week = event.at.week();
        if matches!(event.what, What::CaseRequested(_) | What::Requested(..)) {
            self.asked.insert(what, week);
            return false;
        }
        let since = self.asked.remove(&what);
        let begins = matches!(event.what, What::CaseStarted | What::ServiceStarted(_));
        begins && since.is_some_and(|since| week.0 - since.0 >= LONG as i32)
    }
}

impl Observer for Diary {
    const WANTS_EVENTS: bool = true;

    fn week(&mut self, week: Week, region: &Region) {
        self.work.week(week, region);
    }

    fn events(&mut self, week: Week, events: &[Event]) {
        for event in events {
            let turn = self.telling.turn(event);
            let waited = self.ends_a_long_wait(event);
            let full = if self.kind == HouseholdKind::Any { turn } else { Telling::through_desks(event, turn) };
            let Ok(place) = self.tallies.binary_search_by_key(&event.household, |t| t.household) else { continue };
            let tally = &mut self.tallies[place];
            tally.waited |= waited;
            // Whatever is told of a household, the same things make its course another one.
            let bits = |turn: Turn| {
                let when = month(year_and_month(event.at.week()));
                mix(turn.bits() ^ mix(event.resident.0 ^ mix(when)))
            };
            if let Some(turn) = full.filter(|turn| self.kind.is_about(*turn)) {
                tally.about = tally.about.wrapping_add(bits(turn));
            }
            if let Some(turn) = turn {
                tally.course = tally.course.wrapping_add(bits(turn));
                tally.severe += u32::from(turn.is_severe());
            }
            if let Some(turn) = full
                && let Some(entries) = self.told.get_mut(&event.household)
            {
                let resident = Resident { born: event.born, ..Resident::default() };
                let age = resident.age_in(if self.ageing { week.0 } else { 0 });
                entries.push(Entry { at: event.at, resident: event.resident, age, turn });
            }
        }
    }
}
