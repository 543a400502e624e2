//! Courses that go on from round to round, and those of the debrief from where they part: the same courses as
//! [`Players`] gives from the start, without the years that have been played already.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::events::Event;
use super::players::{Hand, Players, begun, trajectory};
use super::sheet::Sheet;
use crate::cancel::Cancel;
use crate::experiment::{Model, Simulator};
use crate::observation::Trajectory;
use crate::plan::Scenario;
use crate::simulation::Simulation;

/// A course as far as it has been played.
#[derive(Debug)]
struct Course {
    events: Vec<Option<&'static Event>>,
    sheets: Vec<Sheet>,
    at: Simulation,
}

impl Course {
    /// Whether it is the beginning of what is wanted.
    fn begins(&self, events: &[Option<&'static Event>], hand: &Hand) -> bool {
        let key = |event: Option<&'static Event>| event.map(|event| event.key);
        let same = |round: usize, sheet: &Sheet| hand.sheet(round).is_some_and(|wanted| wanted == *sheet);
        self.events.len() <= events.len()
            && self.events.iter().zip(events).all(|(ours, theirs)| key(*ours) == key(*theirs))
            && self.sheets.iter().enumerate().all(|(round, sheet)| same(round, sheet))
    }
}

/// A world: the district at week 0, and the course of everybody in it.
#[derive(Debug)]
struct World {
    start: Simulation,
    courses: BTreeMap<usize, Course>,
}

/// The states of a session between its rounds. What is kept is never more than what the log says: a course whose rounds
/// were taken back is played again from week 0.
#[derive(Debug, Default)]
pub struct Live(Mutex<BTreeMap<u32, World>>);

impl Live {
    /// The world of a sample is taken out while it is worked on.
    fn take(&self, sample: u32) -> Option<World> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&sample)
    }

    fn put(&self, sample: u32, world: World) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(sample, world);
    }

    /// Rounds that every course has been played, and one more for the districts at week 0; 0 if there are none.
    pub fn rounds(&self) -> usize {
        let worlds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let rounds = |world: &World| world.courses.values().map(|course| course.sheets.len()).min().unwrap_or(0);
        worlds.values().map(rounds).min().map_or(0, |rounds| rounds + 1)
    }

    /// Forgets every course: what comes next needs the room.
    pub fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// Players whose courses go on from where they are.
#[derive(Debug)]
pub struct Further<'a> {
    /// Who plays.
    pub players: Players<'a>,
    /// Where their courses are.
    pub live: &'a Live,
}

impl Model for Further<'_> {
    type Start = ();

    fn start(&self, base: &Scenario, sample: u32, replicate: u32, stop: &Cancel) -> Option<()> {
        let world = if let Some(world) = self.live.take(sample) {
            world
        } else {
            let start = begun(Simulator.start(base, sample, replicate, stop)?, base, sample, replicate);
            World { start, courses: BTreeMap::new() }
        };
        self.live.put(sample, world);
        Some(())
    }

    fn run(
        &self,
        _start: Cow<'_, ()>,
        index: usize,
        _scenario: &Scenario,
        sample: u32,
        _replicate: u32,
        stop: &Cancel,
    ) -> Option<Trajectory> {
        let (events, hand) = (self.players.events, &self.players.hands[index]);
        let mut world = self.live.take(sample)?;
        let known = world.courses.remove(&index).filter(|course| course.begins(events, hand));
        let (mut at, mut sheets) = match known {
            Some(course) => (course.at, course.sheets),
            None => (world.start.fork(), Vec::new()),
        };
        let played = self.players.play(&mut at, hand, &mut sheets, events.len(), stop);
        let told = trajectory(&at);
        if played.is_some() {
            world.courses.insert(index, Course { events: events.to_vec(), sheets, at });
        }
        self.live.put(sample, world);
        played.map(|()| told)
    }
}

/// The players of a debrief ([`super::hands`]): each course parts from its group's where a round is undone.
#[derive(Clone, Debug)]
pub struct Undone<'a> {
    /// Nobody, every group, and every group with each round undone.
    pub players: Players<'a>,
    /// Groups.
    pub groups: usize,
}

/// The state of nobody at week 0, and of every group at the start of each round.
#[derive(Clone, Debug)]
pub struct Starts {
    nobody: Simulation,
    of_group: Vec<Vec<Simulation>>,
}

impl Undone<'_> {
    /// From which round on, counted from 0, the course of a player is its own, and whose it was before that.
    fn parts(&self, index: usize) -> Option<(usize, usize)> {
        let rounds = self.players.events.len();
        let group = index.checked_sub(1)?;
        match group.checked_sub(self.groups) {
            None => Some((group, rounds - 1)),
            Some(undone) => Some((undone / rounds, undone % rounds)),
        }
    }
}

impl Model for Undone<'_> {
    type Start = Starts;

    fn start(&self, base: &Scenario, sample: u32, replicate: u32, stop: &Cancel) -> Option<Starts> {
        let nobody = begun(Simulator.start(base, sample, replicate, stop)?, base, sample, replicate);
        let rounds = self.players.events.len();
        let mut of_group = Vec::with_capacity(self.groups);
        for group in 0..self.groups {
            let (mut states, mut sheets) = (vec![nobody.fork()], Vec::new());
            for round in 1..rounds {
                let mut next = states[round - 1].fork();
                self.players.play(&mut next, &self.players.hands[group + 1], &mut sheets, round, stop)?;
                states.push(next);
            }
            of_group.push(states);
        }
        Some(Starts { nobody, of_group })
    }

    fn run(
        &self,
        start: Cow<'_, Starts>,
        index: usize,
        _scenario: &Scenario,
        _sample: u32,
        _replicate: u32,
        stop: &Cancel,
    ) -> Option<Trajectory> {
        let hand = &self.players.hands[index];
        let (mut at, mut sheets) = match self.parts(index) {
            None => (start.nobody.fork(), Vec::new()),
            Some((group, round)) => {
                let sheets = (0..round).map(|before| hand.sheet(before)).collect::<Option<Vec<Sheet>>>()?;
                (start.of_group[group][round].fork(), sheets)
            }
        };
        self.players.play(&mut at, hand, &mut sheets, self.players.events.len(), stop)?;
        Some(trajectory(&at))
    }
}
