//! The scenario of one sample: every uncertain number at what the sample draws.

use std::borrow::Cow;

use super::closing::{SAVING, TEAM_FTE, close};
use super::scenario::{Closing, ExperimentSpec, Scenario};
use crate::levers::position;
use crate::parameters::Params;

impl Scenario {
    /// The scenario of one sample: every uncertain number but the parameters at what the sample draws, and closed anew
    /// against its base where closure depends on such numbers. Drawing again changes nothing.
    pub fn drawn(&self, sample: u32) -> Cow<'_, Self> {
        self.drawn_with(&self.experiment, sample)
    }

    /// The parameters of one sample.
    pub fn params(&self, sample: u32) -> Params {
        Params::valued(&self.parameters, |distribution, key| self.experiment.value(distribution, key, sample))
    }

    fn drawn_with(&self, experiment: &ExperimentSpec, sample: u32) -> Cow<'_, Self> {
        let numbers = self.stated();
        if numbers.is_empty() && self.closing.is_none() {
            return Cow::Borrowed(self);
        }
        let mut drawn = Self { closing: None, ..self.clone() };
        for number in numbers {
            number.write(&mut drawn, number.value(experiment, sample));
        }
        if let Some(closing) = &self.closing {
            closing.close(&mut drawn, experiment, sample);
        }
        Cow::Owned(drawn)
    }
}

impl Closing {
    /// Gives a drawn variant the team and the saving that make it comparable to the base of that sample.
    fn close(&self, drawn: &mut Scenario, experiment: &ExperimentSpec, sample: u32) {
        let (base, given) = (self.base.drawn_with(experiment, sample), self.given.drawn_with(experiment, sample));
        let closed = close(&base, &given, self.closure).scenario.organisation.timeline;
        for lever in [TEAM_FTE, SAVING].into_iter().filter_map(position) {
            drawn.organisation.timeline.replace(lever, closed.schedule(lever).cloned());
        }
    }
}
