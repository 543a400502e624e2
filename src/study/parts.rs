//! The parts of a run, for whoever divides draws over workers of their own: what each computes, and what is kept.
//!
//! A worker makes the district of a draw ([`Study::burn_in`]) and runs every scenario from it ([`Study::course`]).
//! Somebody hands what comes back to [`Study::keep`], in whatever order. The study counts it in the order of a run, so
//! that after so many samples it says the same on every machine.

use std::borrow::Cow;

use super::recipe::Study;
use crate::cancel::Cancel;
use crate::experiment::{Draw, Model, course};
use crate::observation::Trajectory;

impl Study {
    /// The state that every scenario of a draw starts from, made and burned in; `None` if it was asked to stop.
    pub fn burn_in<M: Model>(&self, model: &M, draw: Draw, stop: &Cancel) -> Option<M::Start> {
        model.start(self.plan.base(), draw.sample, draw.replicate, stop)
    }

    /// A scenario, by its position in the plan, from the state of a draw to the horizon; `None` if it was asked to
    /// stop.
    ///
    /// # Panics
    /// If there is no such scenario.
    pub fn course<M: Model>(
        &self,
        model: &M,
        from: Cow<'_, M::Start>,
        scenario: usize,
        draw: Draw,
        stop: &Cancel,
    ) -> Option<Trajectory> {
        course(&self.plan, model, from, scenario, draw, stop)
    }

    /// Keeps a course that was computed elsewhere, for this plan and by this version of the model. It is counted when
    /// every scenario of its draw and of those before it is there; until then it waits, and [`Study::run`] does not
    /// know of it. Tells whether it was due: one that is there already, that the plan does not ask for, or that has
    /// another shape, changes nothing.
    pub fn keep(&mut self, course: Trajectory) -> bool {
        let due = self.due();
        let place = (Draw { sample: course.sample, replicate: course.replicate }, course.scenario);
        let is_due = due.binary_search(&place.0).is_ok() && !self.waiting.contains_key(&place);
        if !is_due || !self.has_shape(&course) {
            return false;
        }
        self.waiting.insert(place, course);
        let scenarios = self.plan.scenarios.len();
        for draw in due {
            let places = || (0..scenarios).map(|scenario| (draw, scenario));
            if !places().all(|place| self.waiting.contains_key(&place)) {
                break;
            }
            self.forget_scale_model();
            for course in places().filter_map(|place| self.waiting.remove(&place)) {
                self.results.keep(&course);
            }
        }
        true
    }

    /// Whether a course is one of this plan's scenarios over its years, in all its series and districts.
    fn has_shape(&self, course: &Trajectory) -> bool {
        let (plan, series) = (&self.plan, self.plan.series.len());
        course.scenario < plan.scenarios.len()
            && course.years.len() == plan.experiment().years as usize
            && course.years.iter().chain([&course.before]).all(|cells| cells.len() == series)
            && course.districts.len() == self.results.districts().len()
    }
}
