//! The simulator as the model of an experiment.

use std::sync::Arc;

use super::execution::Model;
use crate::cancel::Cancel;
use crate::district::Inputs;
use crate::observation::Trajectory;
use crate::scenario::Scenario;
use crate::simulation::{Policy, Progress, Simulation, Unobserved};
use crate::units::{WEEKS_PER_YEAR, Week};

/// The simulator: synthesis and burn-in once per (sample, replicate), forked to every scenario.
#[derive(Clone, Copy, Debug, Default)]
pub struct Simulator;

impl Model for Simulator {
    type Start = Simulation;

    fn start(&self, base: &Scenario, sample: u32, replicate: u32) -> Simulation {
        let mut simulation = Simulation::of(base, sample, replicate);
        simulation.step_to(Week(0), &mut Unobserved, &Cancel::new());
        simulation
    }

    fn run(
        &self,
        start: &Simulation,
        index: usize,
        scenario: &Scenario,
        sample: u32,
        replicate: u32,
        stop: &Cancel,
    ) -> Option<Trajectory> {
        let mut simulation = start.fork();
        simulation.begin(Arc::new(Inputs::of(scenario, sample, replicate)), Policy::from(&scenario.organisation));
        if scenario.output.weekly {
            simulation.keep_weeks();
        }
        let end = Week(scenario.experiment.years as i32 * WEEKS_PER_YEAR);
        if simulation.step_to(end, &mut Unobserved, stop) != Progress::Done {
            return None;
        }
        let record = simulation.record();
        Some(Trajectory {
            scenario: index,
            sample,
            replicate,
            before: record.before.clone(),
            years: record.years.clone(),
            weeks: record.weeks.clone(),
        })
    }
}
