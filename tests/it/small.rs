//! Small districts that the simulator's tests share.

use std::convert::Infallible;
use std::sync::Arc;

use kantel::cancel::Cancel;
use kantel::district::Inputs;
use kantel::experiment::Sink;
use kantel::levers::Course;
use kantel::observation::Trajectory;
use kantel::scenario::{self, Overrides, Scenario};
use kantel::simulation::{Policy, Simulation, Unobserved};
use kantel::units::Week;

/// A built-in scenario at a small size, whose organisation and circumstances are known: at the means of what samples draw.
pub(crate) fn builtin(name: &str, residents: u32, years: u32) -> Scenario {
    let overrides = Overrides { residents: Some(residents), years: Some(years), ..Overrides::default() };
    let loaded = scenario::load(&format!("builtin:{name}"), &overrides).expect("a built-in scenario");
    let mut scenario = loaded.scenario;
    scenario.organisation.uncertain.clear();
    scenario.before.uncertain.clear();
    scenario.context.homes_per_1000 = Course::constant(scenario.context.homes_per_1000.at(Week(0)));
    scenario
}

/// A scenario from text.
pub(crate) fn text(text: &str) -> Scenario {
    scenario::load_text("test", text, &Overrides::default()).unwrap_or_else(|e| panic!("{e:#?}")).scenario
}

/// Burned in up to week 0 under the scenario's `before`.
pub(crate) fn burned_in(scenario: &Scenario, sample: u32, replicate: u32) -> Simulation {
    let mut simulation = Simulation::of(scenario, sample, replicate);
    simulation.step_to(Week(0), &mut Unobserved, &Cancel::new());
    simulation
}

/// Goes on from a burned-in state under a scenario up to a week.
pub(crate) fn go_on(start: &Simulation, scenario: &Scenario, sample: u32, replicate: u32, end: Week) -> Simulation {
    let mut simulation = start.fork();
    simulation.begin(Arc::new(Inputs::of(scenario, sample, replicate)), Policy::from(&scenario.organisation));
    simulation.step_to(end, &mut Unobserved, &Cancel::new());
    simulation
}

/// Burn-in and the whole horizon.
pub(crate) fn run(scenario: &Scenario) -> Simulation {
    let end = Week(scenario.experiment.years as i32 * 52);
    go_on(&burned_in(scenario, 0, 0), scenario, 0, 0, end)
}

/// Trajectories in the order in which they come.
#[derive(Default)]
pub(crate) struct Kept(pub(crate) Vec<Trajectory>);

impl Sink for Kept {
    type Error = Infallible;

    fn deliver(&mut self, trajectory: &Trajectory) -> Result<(), Infallible> {
        self.0.push(trajectory.clone());
        Ok(())
    }
}
