//! A model that looks into a store before it computes.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::sync::Arc;

use super::courses::Courses;
use super::key::Key;
use crate::cancel::Cancel;
use crate::experiment::{Draw, HouseholdKind, Lives, Model};
use crate::observation::Trajectory;
use crate::plan::Scenario;

/// A model whose courses are kept. Courses that are there are not computed again, and a burn-in from which every course
/// is there is not made.
#[derive(Clone, Copy, Debug)]
pub struct Kept<'a, M> {
    model: &'a M,
    courses: &'a Courses,
}

impl<'a, M> Kept<'a, M> {
    /// A model over a store.
    pub const fn new(model: &'a M, courses: &'a Courses) -> Self {
        Self { model, courses }
    }
}

/// What a course starts from, made when the first course needs it.
#[derive(Clone, Debug)]
pub struct Start<S> {
    base: Arc<Scenario>,
    draw: Draw,
    made: OnceCell<S>,
}

impl<M: Model> Kept<'_, M> {
    /// The state to start from; `None` if it was asked to stop.
    fn made<'s>(&self, start: &'s Start<M::Start>, stop: &Cancel) -> Option<&'s M::Start> {
        if start.made.get().is_none() {
            let made = self.model.start(&start.base, start.draw.sample, start.draw.replicate, stop)?;
            drop(start.made.set(made));
        }
        start.made.get()
    }
}

impl<M: Model> Model for Kept<'_, M> {
    type Start = Start<M::Start>;

    fn start(&self, base: &Scenario, sample: u32, replicate: u32, stop: &Cancel) -> Option<Self::Start> {
        let draw = Draw { sample, replicate };
        (!stop.is_cancelled()).then(|| Start { base: Arc::new(base.clone()), draw, made: OnceCell::new() })
    }

    fn run(
        &self,
        start: Cow<'_, Self::Start>,
        scenario_index: usize,
        scenario: &Scenario,
        sample: u32,
        replicate: u32,
        stop: &Cancel,
    ) -> Option<Trajectory> {
        let key = Key::of(&start.base, scenario, sample, replicate);
        if let Some(course) = self.courses.get(&key) {
            return Some(Trajectory { scenario: scenario_index, sample, replicate, ..course });
        }
        let from = match &start {
            Cow::Borrowed(start) => Cow::Borrowed(self.made(start, stop)?),
            Cow::Owned(own) => {
                self.made(own, stop)?;
                match start {
                    Cow::Owned(own) => Cow::Owned(own.made.into_inner()?),
                    Cow::Borrowed(_) => return None,
                }
            }
        };
        let course = self.model.run(from, scenario_index, scenario, sample, replicate, stop)?;
        if !self.courses.keep(key, &course) {
            // Whoever started it sees why, and nothing goes on that would be lost.
            stop.cancel();
        }
        Some(course)
    }

    fn lives(
        &self,
        start: &Self::Start,
        scenarios: [&Scenario; 2],
        kind: HouseholdKind,
        draw: Draw,
        stop: &Cancel,
    ) -> Option<Lives> {
        self.model.lives(self.made(start, stop)?, scenarios, kind, draw, stop)
    }
}
