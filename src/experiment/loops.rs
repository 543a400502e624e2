//! What each feedback loop carries: both scenarios again with the links of one loop cut, on the first samples.
//!
//! A loop is cut from week 0 on; the burn-in is shared with the whole model, so that the two differ in nothing else.

use std::convert::Infallible;

use super::comparison_types::{LoopEffect, Period};
use super::execution::{Model, Progress, RunError, in_order};
use super::paired::by_sample;
use super::plan::{Draw, Plan};
use super::results::Results;
use super::statistics::{median, sorted};
use crate::cancel::Cancel;
use crate::links::{LOOPS, links_of};
use crate::observation::Trajectory;
use crate::scenario::Scenario;

/// The indicators whose differences are given with a loop cut.
pub const LOOP_INDICATORS: [&str; 3] = ["euros.municipality", "persons.second_line", "need.severe.unhelped"];

/// Simulations that [`loops`] will run.
pub fn loop_simulations(plan: &Plan) -> u64 {
    draws(plan).len() as u64 * (loops_with_links().len() * plan.scenarios.len()) as u64
}

/// Cuts each loop in turn in every scenario, on the first replicate of the first `loop_samples` samples; gives the effects
/// by variant, in the order of the plan's scenarios after the base. `results` are those of the whole model.
///
/// # Errors
/// If it is asked to stop or threads cannot be started.
pub fn loops<M: Model>(
    plan: &Plan,
    model: &M,
    results: &Results,
    stop: &Cancel,
    progress: &impl Progress,
) -> Result<Vec<Vec<LoopEffect>>, RunError<Infallible>> {
    let (draws, loops) = (draws(plan), loops_with_links());
    let mut effects = vec![Vec::new(); plan.scenarios.len() - 1];
    if draws.is_empty() {
        return Ok(effects);
    }
    progress.begin(loop_simulations(plan));
    let cut: Vec<Vec<Scenario>> =
        loops.iter().map(|l| plan.scenarios.iter().map(|s| without(s, l)).collect()).collect();
    let work = |draw: &Draw, stop: &Cancel| -> Option<Vec<Trajectory>> {
        let start = model.start(plan.base(), draw.sample, draw.replicate);
        let mut trajectories = Vec::new();
        for scenarios in &cut {
            for (index, scenario) in scenarios.iter().enumerate() {
                let run = model.run(&start, index, scenario, draw.sample, draw.replicate, stop)?;
                trajectories.push(Trajectory {
                    scenario: index,
                    sample: draw.sample,
                    replicate: draw.replicate,
                    ..run
                });
            }
        }
        Some(trajectories)
    };
    let mut whole = Results::new(plan);
    let mut severed: Vec<Results> = loops.iter().map(|_| Results::new(plan)).collect();
    in_order(plan.threads, &draws, stop, work, |trajectories: Vec<Trajectory>| {
        progress.done(trajectories.len() as u64);
        for (results, trajectories) in severed.iter_mut().zip(trajectories.chunks(plan.scenarios.len())) {
            trajectories.iter().for_each(|t| results.keep(t));
        }
        Ok(())
    })?;
    whole.take_from(results, &draws);
    for (feedback, severed) in loops.iter().zip(&severed) {
        for indicator in LOOP_INDICATORS {
            let Some(series) = results.position(indicator, "all") else { continue };
            for (variant, effects) in effects.iter_mut().enumerate() {
                let middle = |of: &Results| {
                    let differences = by_sample(of, variant + 1, series, Period::Horizon);
                    median(&sorted(&differences.into_iter().flatten().collect::<Vec<f64>>()))
                };
                effects.push(LoopEffect {
                    feedback: (*feedback).to_owned(),
                    indicator: indicator.to_owned(),
                    whole: middle(&whole),
                    cut: middle(severed),
                });
            }
        }
    }
    Ok(effects)
}

fn loops_with_links() -> Vec<&'static str> {
    LOOPS.iter().map(|l| l.0).filter(|feedback| !links_of(feedback).is_empty()).collect()
}

fn draws(plan: &Plan) -> Vec<Draw> {
    let samples = plan.loop_samples.min(plan.experiment().samples);
    let samples = if plan.experiment().replicates == 0 || plan.scenarios.len() < 2 { 0 } else { samples };
    (0..samples).map(|sample| Draw { sample, replicate: 0 }).collect()
}

/// The scenario with the links of a loop cut from week 0.
fn without(scenario: &Scenario, feedback: &str) -> Scenario {
    let mut cut = scenario.clone();
    for link in links_of(feedback) {
        cut.organisation.timeline.base.links[link] = 0.0;
    }
    cut
}
