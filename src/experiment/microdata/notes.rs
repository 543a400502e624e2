//! Watches a course: events say when what begins and ends, and a look around at the end of each week the rest.

use std::collections::{BTreeMap, BTreeSet};

use super::thing::{End, Table, Thing};
use crate::district::{District, Event, What, groups};
use crate::doors::DOOR_TABLE;
use crate::entities::{Case, CaseState, Domain, Entitlement, Episode, Resident, Route, Stage};
use crate::ids::{EpisodeId, HouseholdId, Key, ResidentId};
use crate::random::mix;
use crate::simulation::{Observer, Region};
use crate::units::{Minute, Week};

/// Looks on.
#[derive(Debug)]
pub(super) struct Notes {
    ageing: bool,
    things: Vec<Thing>,
    /// Where each of them stands.
    places: BTreeMap<Key, usize>,
    /// Those that are not over.
    open: BTreeSet<usize>,
    /// Those whose person has not been seen yet.
    unseen: BTreeSet<usize>,
    /// Visits of the week under way, by household.
    visits: BTreeMap<Key, usize>,
    /// Who died or left in the week under way.
    gone: BTreeMap<Key, (Minute, End)>,
    /// Events of the week under way.
    events: Vec<Event>,
}

impl Notes {
    /// Notes of a course that begins in week 0.
    pub(super) fn new(region: &Region, ageing: bool) -> Self {
        let mut notes = Self {
            ageing,
            things: Vec::new(),
            places: BTreeMap::new(),
            open: BTreeSet::new(),
            unseen: BTreeSet::new(),
            visits: BTreeMap::new(),
            gone: BTreeMap::new(),
            events: Vec::new(),
        };
        notes.look(region, Week(0).start());
        notes
    }

    /// All of it, from the first that began.
    pub(super) fn close(mut self) -> Vec<Thing> {
        self.things.sort_by_key(|thing| (thing.table, thing.began, thing.key));
        self.things
    }

    /// Where something stands; it is begun if nobody has seen it.
    fn place(&mut self, table: Table, key: Key, of: (Key, Key), began: Minute) -> usize {
        let next = self.things.len();
        let place = *self.places.entry(key).or_insert(next);
        if place == next {
            self.things.push(Thing::new(table, key, of.0, of.1, began));
            self.open.insert(place);
            self.unseen.insert(place);
        }
        place
    }

    fn event(&mut self, event: &Event) {
        let at = event.at;
        match event.what {
            What::Died => drop(self.gone.insert(event.resident, (at, End::Died))),
            What::Left => drop(self.gone.insert(event.resident, (at, End::Left))),
            What::Visited(opened) => self.visit(event, opened),
            _ => {}
        }
        let Some(key) = event.of else { return };
        let table = match event.what {
            What::CaseRequested(_) | What::CaseStarted | What::CaseClosed | What::CaseLeft => Table::Cases,
            What::Onset(..) | What::Worsened(..) | What::Improved(..) | What::Recovered(_) | What::Known(..) => {
                Table::Episodes
            }
            _ => Table::Entitlements,
        };
        let (place, age) = (self.place(table, key, (event.household, event.resident), at), self.age_of(event));
        let thing = &mut self.things[place];
        let mut ends = None;
        match event.what {
            What::Onset(domain, severity) => {
                (thing.domain, thing.first, thing.severity) = (Some(domain), Some(severity), Some(severity));
                thing.age = age;
            }
            What::Worsened(_, severity) | What::Improved(_, severity) => thing.severity = Some(severity),
            What::Known(_, route) => {
                (thing.known, thing.known_at, thing.route) = (true, Some(at), Some(route));
                if route == Route::Door
                    && let Some(visit) = self.visits.get(&event.household)
                {
                    self.things[*visit].found += 1;
                }
            }
            What::CaseRequested(domain) => {
                (thing.domain, thing.end) = (Some(domain), End::Waiting);
                thing.age = age;
            }
            What::Requested(product, door) => {
                (thing.product, thing.door, thing.end) = (Some(product), Some(door), End::Asked);
                thing.age = age;
            }
            What::CaseStarted => (thing.started, thing.end) = (thing.started.or(Some(at)), End::Helped),
            What::ServiceStarted(product) => {
                thing.product = Some(product);
                (thing.started, thing.end) = (thing.started.or(Some(at)), End::Helped);
            }
            What::HoursSet(_, minutes) => thing.minutes_per_week = minutes,
            What::Recovered(_) | What::CaseClosed | What::ServiceEnded(_) => ends = Some(End::Ended),
            What::Refused(_) => ends = Some(End::Refused),
            What::CaseLeft | What::QueueLeft(_) => ends = Some(End::GaveUp),
            _ => {}
        }
        if let Some(end) = ends {
            self.ends(place, at, end);
        }
    }

    /// A need of youth that its person grows out of goes on as one of mental health in the same minute: it has not
    /// passed.
    fn grows_out(&mut self, event: &Event, events: &[Event]) {
        let (What::Recovered(Domain::Youth), Some(key)) = (event.what, event.of) else { return };
        let goes_on = |other: &Event| {
            let is_same = other.resident == event.resident && other.at == event.at;
            is_same && matches!(other.what, What::Onset(Domain::Mental, _))
        };
        if let Some(place) = self.places.get(&key)
            && events.iter().any(goes_on)
        {
            self.things[*place].end = End::Withdrawn;
        }
    }

    fn age_of(&self, event: &Event) -> u8 {
        self.age(event.born, event.at.week())
    }

    fn age(&self, born: i16, week: Week) -> u8 {
        Resident { born, ..Resident::default() }.age_in(if self.ageing { week.0 } else { 0 })
    }

    /// Somebody rang at a door.
    fn visit(&mut self, event: &Event, opened: bool) {
        let key = Key(mix(event.household.0 ^ mix(event.at.0 as u64)));
        let place = self.place(Table::Visits, key, (event.household, event.resident), event.at);
        let age = self.age_of(event);
        let thing = &mut self.things[place];
        (thing.opened, thing.age, thing.ended, thing.end) = (opened, age, Some(event.at), End::Ended);
        self.open.remove(&place);
        self.visits.insert(event.household, place);
    }

    /// Something is over; what has ended twice ended at first.
    fn ends(&mut self, place: usize, at: Minute, end: End) {
        if self.open.remove(&place) {
            let thing = &mut self.things[place];
            (thing.ended, thing.end) = (Some(at), end);
        }
    }

    /// Looks at all that there is at a moment. What is gone without an event has died or left with its person, or was
    /// withdrawn.
    fn look(&mut self, region: &Region, at: Minute) {
        let mut seen = BTreeSet::new();
        for d in &region.districts {
            for h in d.households.all() {
                self.look_at_cases(d, h, &mut seen);
                for r in d.members(h) {
                    self.look_at_person(d, (h, r), &mut seen);
                }
            }
        }
        let over: Vec<usize> = self.open.difference(&seen).copied().collect();
        for place in over {
            let (at, end) = *self.gone.get(&self.things[place].resident).unwrap_or(&(at, End::Withdrawn));
            self.ends(place, at, end);
        }
        self.look_at_people(region);
    }

    fn look_at_cases(&mut self, d: &District, h: HouseholdId, seen: &mut BTreeSet<usize>) {
        for c in d.cases_of(h) {
            let Case { key, resident, requested, team, severity, state, episode, episode_generation, .. } = d.cases[c];
            let who = (d.households[h].key, d.residents[resident].key);
            let place = self.place(Table::Cases, key, who, requested);
            seen.insert(place);
            let thing = &mut self.things[place];
            (thing.team, thing.severity) = (Some(team), Some(severity));
            thing.first = thing.first.or(Some(severity));
            thing.end = if state == CaseState::Open { End::Helped } else { End::Waiting };
            about(thing, d, episode, episode_generation);
        }
    }

    fn look_at_person(&mut self, d: &District, (h, r): (HouseholdId, ResidentId), seen: &mut BTreeSet<usize>) {
        let who = (d.households[h].key, d.residents[r].key);
        for e in d.episodes_of(r).filter(|e| !d.episodes[*e].recovered) {
            let Episode { key, onset, domain, severity, known, .. } = d.episodes[e];
            let place = self.place(Table::Episodes, key, who, onset);
            seen.insert(place);
            let thing = &mut self.things[place];
            (thing.began, thing.onset, thing.domain) = (onset, Some(onset), Some(domain));
            (thing.severity, thing.known) = (Some(severity), known);
            thing.first = thing.first.or(Some(severity));
        }
        for x in d.entitlements_of(r) {
            let Entitlement { key, requested, product, stage, door, urgency, minutes_per_week, .. } = d.entitlements[x];
            let place = self.place(Table::Entitlements, key, who, requested);
            seen.insert(place);
            let thing = &mut self.things[place];
            (thing.product, thing.severity) = (Some(product), Some(urgency));
            thing.first = thing.first.or(Some(urgency));
            if thing.started.is_none() {
                // What begins here without a request somebody has brought along.
                thing.door = thing.door.or_else(|| DOOR_TABLE.get(usize::from(door)).map(|meta| meta.door));
            }
            thing.minutes_per_week = minutes_per_week;
            thing.end = match stage {
                Stage::Inquiry | Stage::Applied => End::Asked,
                Stage::Waiting => End::Waiting,
                Stage::Served | Stage::AwaitingHome => End::Helped,
            };
            about(thing, d, d.entitlements[x].episode, d.entitlements[x].episode_generation);
        }
    }

    /// What is known of the people of what is new.
    fn look_at_people(&mut self, region: &Region) {
        if self.unseen.is_empty() {
            return;
        }
        let mut of: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
        for place in std::mem::take(&mut self.unseen) {
            of.entry(self.things[place].resident).or_default().push(place);
        }
        for d in &region.districts {
            for r in d.everybody() {
                let resident = &d.residents[r];
                for place in of.remove(&resident.key).unwrap_or_default() {
                    let age = self.age(resident.born, self.things[place].began.week().max(Week(0)));
                    let thing = &mut self.things[place];
                    thing.groups = Some(groups(resident));
                    thing.age = age;
                }
            }
        }
    }
}

/// The need that a case or an entitlement is about, if it is still there.
fn about(thing: &mut Thing, d: &District, e: EpisodeId, generation: u16) {
    if d.episodes.is_current(e, generation) {
        let episode = &d.episodes[e];
        thing.onset = thing.onset.or(Some(episode.onset));
        thing.domain = thing.domain.or(Some(episode.domain));
        thing.known = episode.known;
    }
}

impl Observer for Notes {
    const WANTS_EVENTS: bool = true;

    fn events(&mut self, _: Week, events: &[Event]) {
        self.events.extend_from_slice(events);
    }

    fn week(&mut self, week: Week, region: &Region) {
        let mut events = std::mem::take(&mut self.events);
        events.sort_by_key(|event| event.at);
        for event in &events {
            self.event(event);
        }
        for event in &events {
            self.grows_out(event, &events);
        }
        self.look(region, week.next().start());
        self.visits.clear();
        self.gone.clear();
        events.clear();
        self.events = events;
    }
}
