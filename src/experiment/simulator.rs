//! The simulator as the model of an experiment.

use std::sync::Arc;

use super::execution::Model;
use super::lives::{self, Diary, Lives};
use super::plan::Draw;
use crate::cancel::Cancel;
use crate::district::Inputs;
use crate::observation::Trajectory;
use crate::random::Draws;
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
        let mut simulation = begun(start, scenario, sample, replicate);
        if scenario.output.weekly {
            simulation.keep_weeks();
        }
        if simulation.step_to(horizon(scenario), &mut Unobserved, stop) != Progress::Done {
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

    fn lives(&self, start: &Simulation, scenarios: [&Scenario; 2], draw: Draw, stop: &Cancel) -> Option<Lives> {
        let names = scenarios.map(|scenario| scenario.name.as_str());
        let draws = Draws::new(scenarios[0].experiment.seed, draw.sample, draw.replicate);
        lives::tell(start.region(), names, draws, lives::KEPT, |side, told| {
            let scenario = scenarios[side];
            let mut simulation = begun(start, scenario, draw.sample, draw.replicate);
            let mut diary = Diary::new(start.region(), told);
            if simulation.step_to(horizon(scenario), &mut diary, stop) != Progress::Done {
                return None;
            }
            diary.close(simulation.region());
            Some(diary)
        })
    }
}

/// A fork of the burned-in state at week 0, under a scenario.
fn begun(start: &Simulation, scenario: &Scenario, sample: u32, replicate: u32) -> Simulation {
    let mut simulation = start.fork();
    simulation.begin(Arc::new(Inputs::of(scenario, sample, replicate)), Policy::from(&scenario.organisation));
    simulation
}

fn horizon(scenario: &Scenario) -> Week {
    Week(scenario.experiment.years as i32 * WEEKS_PER_YEAR)
}
