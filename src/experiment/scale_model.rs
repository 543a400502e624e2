//! A scale model of a district: one of the same make-up with fewer residents, and with the FTE, places and savings that
//! go with them. What is added to a comparison after its table runs in it, on the first samples.

use std::borrow::Cow;
use std::convert::Infallible;

use super::execution::{Model, Progress, RunError, in_order};
use super::plan::{Draw, Plan};
use super::results::Results;
use crate::cancel::Cancel;
use crate::observation::Trajectory;
use crate::plan::Scenario;

/// The indicators whose differences are told of it.
pub const KEY_INDICATORS: [&str; 3] = ["euros.municipality", "persons.second_line", "need.severe.unhelped"];

/// Whether all worlds begin with the burned-in district of the first, or each with its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Begins {
    Alike,
    Apart,
}

/// Residents of the scale model.
pub(super) fn residents(plan: &Plan) -> u32 {
    plan.base().residents.min(plan.loop_residents.max(1))
}

/// What figures of the scale model are multiplied with to be of the district's size.
pub(super) fn scale(plan: &Plan) -> f64 {
    f64::from(plan.base().residents) / f64::from(residents(plan))
}

/// The scenarios of a plan in its scale model.
pub(super) fn scenarios(plan: &Plan) -> Vec<Scenario> {
    plan.scale_model(residents(plan)).scenarios
}

/// The first replicate of the first samples, at most so many; none where there is nothing to compare.
pub(super) fn draws(plan: &Plan, samples: u32) -> Vec<Draw> {
    let samples = samples.min(plan.experiment().samples);
    let samples = if plan.experiment().replicates == 0 || plan.scenarios.len() < 2 { 0 } else { samples };
    (0..samples).map(|sample| Draw { sample, replicate: 0 }).collect()
}

/// Runs every scenario of every world (as many as the plan has in each) on the same draws; what came out, by world.
pub(super) fn simulate<M: Model>(
    (plan, model): (&Plan, &M),
    draws: &[Draw],
    (worlds, begins): (&[Vec<Scenario>], Begins),
    stop: &Cancel,
    progress: &impl Progress,
) -> Result<Vec<Results>, RunError<Infallible>> {
    progress.begin((draws.len() * worlds.len() * plan.scenarios.len()) as u64);
    let work = |draw: &Draw, stop: &Cancel| -> Option<Vec<Trajectory>> {
        let Draw { sample, replicate } = *draw;
        let mut start = model.start(&worlds.first()?[0], sample, replicate, stop)?;
        let mut trajectories = Vec::new();
        for (place, world) in worlds.iter().enumerate() {
            if begins == Begins::Apart && place > 0 {
                start = model.start(&world[0], sample, replicate, stop)?;
            }
            for (index, scenario) in world.iter().enumerate() {
                let run = model.run(Cow::Borrowed(&start), index, scenario, sample, replicate, stop)?;
                trajectories.push(Trajectory { scenario: index, sample, replicate, ..run });
            }
        }
        Some(trajectories)
    };
    let mut by_world: Vec<Results> = worlds.iter().map(|_| Results::new(plan)).collect();
    in_order(plan.threads, draws, stop, work, |trajectories: Vec<Trajectory>| {
        progress.done(trajectories.len() as u64);
        for (results, trajectories) in by_world.iter_mut().zip(trajectories.chunks(plan.scenarios.len())) {
            for trajectory in trajectories {
                results.keep(trajectory);
            }
        }
        Ok(())
    })?;
    Ok(by_world)
}
