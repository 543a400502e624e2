//! The courses that two results keep of the same sample, replicate and scenario, held against each other.

use std::borrow::Cow;
use std::convert::Infallible;

use super::super::Failure;
use super::super::compare::{Bar, unkept_failure};
use crate::cancel::Cancel;
use crate::experiment::{Draw, Model as _, Parting, Progress as _, Simulator, in_order, parting};
use crate::observation::Trajectory;
use crate::plan::Scenario;
use crate::store::{Courses, Key};
use crate::study::Study;
use crate::units::Week;

/// Two scenarios that are held against each other, by their places in their folders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pairing {
    /// Their places.
    pub(super) of: [usize; 2],
    /// What they are called.
    pub(super) name: String,
}

/// What became of a course.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Outcome {
    /// What is recorded is the same.
    Same,
    /// They part here.
    Parts(Parting),
    /// They do not, and yet what is recorded differs: of each whether its record is not what its scenario gives.
    Altered([bool; 2]),
}

/// A course that both keep.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Course {
    /// Which two scenarios.
    pub(super) pairing: usize,
    /// Sample and replicate.
    pub(super) draw: Draw,
    /// What became of it.
    pub(super) outcome: Outcome,
}

impl Course {
    /// The week in which its two parts; `None` where they do not.
    pub(super) fn week(&self) -> Option<Week> {
        if let Outcome::Parts(parting) = &self.outcome { parting.week() } else { None }
    }

    /// Whether its record in a folder was altered.
    pub(super) fn is_altered(&self, side: usize) -> bool {
        matches!(self.outcome, Outcome::Altered(sides) if sides[side])
    }
}

/// Both results.
pub(super) struct Sides<'a> {
    /// What was asked.
    pub(super) studies: &'a [Study; 2],
    /// What is kept.
    pub(super) stores: [&'a Courses; 2],
}

impl Sides<'_> {
    fn base(&self, side: usize) -> &Scenario {
        self.studies[side].plan().base()
    }

    fn scenario(&self, side: usize, pairing: &Pairing) -> &Scenario {
        &self.studies[side].plan().scenarios[pairing.of[side]]
    }

    /// What is recorded of a course.
    fn record(&self, side: usize, pairing: &Pairing, draw: Draw) -> Option<Trajectory> {
        let key = Key::of(self.base(side), self.scenario(side, pairing), draw.sample, draw.replicate);
        self.stores[side].get(&key)
    }
}

/// Every course that both keep, of the first samples or of all.
///
/// # Errors
/// If it is interrupted, or threads cannot be started.
pub(super) fn held(
    sides: &Sides<'_>,
    wanted: &[Pairing],
    samples: Option<u32>,
    threads: usize,
    stop: &Cancel,
    bar: &dyn Fn(u64) -> Bar,
) -> Result<Vec<Course>, Failure> {
    let theirs = sides.studies[1].plan().draws();
    let both = |draw: &Draw| theirs.contains(draw) && samples.is_none_or(|samples| draw.sample < samples);
    let draws: Vec<Draw> = sides.studies[0].plan().draws().into_iter().filter(both).collect();
    let (mut found, mut due) = (Vec::new(), Vec::new());
    for draw in draws {
        for (place, pairing) in wanted.iter().enumerate() {
            let record = |side| sides.record(side, pairing, draw);
            let (Some(a), Some(b)) = (record(0), record(1)) else { continue };
            if !is_same(&a, &b) {
                due.push(found.len());
            }
            found.push(Course { pairing: place, draw, outcome: Outcome::Same });
        }
    }
    let bar = bar(due.len() as u64);
    let progress = bar.part(1);
    let jobs: Vec<Course> = due.iter().map(|place| found[*place].clone()).collect();
    let mut places = due.iter();
    let run = in_order(
        threads,
        &jobs,
        stop,
        |course, stop| parted(sides, &wanted[course.pairing], course.draw, stop),
        |outcome| {
            if let Some(place) = places.next() {
                found[*place].outcome = outcome;
            }
            progress.done(1);
            Ok::<(), Infallible>(())
        },
    );
    bar.clear();
    run.map_err(unkept_failure)?;
    Ok(found)
}

/// Where two courses whose records differ part.
fn parted(sides: &Sides<'_>, pairing: &Pairing, draw: Draw, stop: &Cancel) -> Option<Outcome> {
    let bases = [0, 1].map(|side| sides.base(side));
    let scenarios = [0, 1].map(|side| sides.scenario(side, pairing));
    // Names and titles decide nothing.
    let same_start = Key::of(bases[0], bases[0], 0, 0) == Key::of(bases[1], bases[1], 0, 0);
    let parting = parting(bases, scenarios, same_start, draw, stop)?;
    if parting.week().is_some() {
        return Some(Outcome::Parts(parting));
    }
    let mut altered = [false; 2];
    for side in [0, 1] {
        let start = Simulator.start(bases[side], draw.sample, draw.replicate, stop)?;
        let anew = Simulator.run(Cow::Owned(start), 0, scenarios[side], draw.sample, draw.replicate, stop)?;
        altered[side] = sides.record(side, pairing, draw).is_none_or(|record| record != anew);
    }
    Some(Outcome::Altered(altered))
}

/// Whether what is recorded of two courses is the same, as far as both go.
fn is_same(a: &Trajectory, b: &Trajectory) -> bool {
    fn so_far<T: PartialEq>(a: &[T], b: &[T]) -> bool {
        a.iter().zip(b).all(|(a, b)| a == b)
    }
    let persons = a.years.len() != b.years.len() || so_far(&a.persons, &b.persons);
    a.before == b.before
        && so_far(&a.years, &b.years)
        && so_far(&a.weeks, &b.weeks)
        && so_far(&a.flows, &b.flows)
        && persons
        && a.districts.len() == b.districts.len()
        && a.districts.iter().zip(&b.districts).all(|(a, b)| is_same(a, b))
}
