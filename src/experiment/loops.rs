//! What each feedback loop carries: both scenarios again with the links of one loop cut, on the first samples.
//!
//! A loop is cut from week 0 on; the burn-in is shared with the whole model, so that the two differ in nothing else. To
//! keep the time of it small, a large district is represented by one of the same make-up with fewer residents, and with
//! the FTE, places and savings that go with them; differences are scaled back to the district's size.

use std::borrow::Cow;
use std::cmp::Ordering;
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
    let worlds = LOOPS.len() + usize::from(is_smaller(plan));
    draws(plan).len() as u64 * (worlds * plan.scenarios.len()) as u64
}

/// Resident-years that [`loops`] will simulate.
pub fn loop_resident_years(plan: &Plan) -> u64 {
    loop_simulations(plan) * u64::from(residents(plan)) * u64::from(plan.experiment().years)
}

/// Cuts each loop in turn in every scenario, on the first replicate of the first `loop_samples` samples; gives the
/// effects by variant, in the order of the plan's scenarios after the base. `results` are those of the whole model.
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
    let draws = draws(plan);
    let mut effects = vec![Vec::new(); plan.scenarios.len() - 1];
    if draws.is_empty() {
        return Ok(effects);
    }
    progress.begin(loop_simulations(plan));
    let scenarios: Vec<Scenario> =
        plan.scenarios.iter().map(|s| s.for_district(s.district.clone(), residents(plan))).collect();
    // In a smaller district the whole model runs again beside the cut ones.
    let whole_again = is_smaller(plan).then_some(None);
    let cuts = whole_again.into_iter().chain(feedbacks().map(Some));
    let worlds: Vec<Vec<Scenario>> = cuts.map(|cut| scenarios.iter().map(|s| without(s, cut)).collect()).collect();
    let work = |draw: &Draw, stop: &Cancel| -> Option<Vec<Trajectory>> {
        let start = model.start(&scenarios[0], draw.sample, draw.replicate);
        let mut trajectories = Vec::new();
        for world in &worlds {
            for (index, scenario) in world.iter().enumerate() {
                let run = model.run(Cow::Borrowed(&start), index, scenario, draw.sample, draw.replicate, stop)?;
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
    let mut by_world: Vec<Results> = worlds.iter().map(|_| Results::new(plan)).collect();
    in_order(plan.threads, &draws, stop, work, |trajectories: Vec<Trajectory>| {
        progress.done(trajectories.len() as u64);
        for (results, trajectories) in by_world.iter_mut().zip(trajectories.chunks(plan.scenarios.len())) {
            for trajectory in trajectories {
                results.keep(trajectory);
            }
        }
        Ok(())
    })?;
    let mut whole = Results::new(plan);
    if is_smaller(plan) {
        whole = by_world.remove(0);
    } else {
        whole.take_from(results, &draws);
    }
    for (feedback, severed) in feedbacks().zip(&by_world) {
        for indicator in LOOP_INDICATORS {
            let Some(series) = results.position(indicator, "all") else { continue };
            for (variant, effects) in effects.iter_mut().enumerate() {
                let of_samples = |of: &Results| by_sample(of, variant + 1, series, Period::Horizon);
                effects.push(effect(plan, (feedback, indicator), of_samples(&whole), of_samples(severed)));
            }
        }
    }
    Ok(effects)
}

/// What cutting a feedback does to an indicator, from the differences of samples with the whole model and without the
/// loop.
fn effect(
    plan: &Plan,
    (feedback, indicator): (&str, &str),
    whole: Vec<Option<f64>>,
    cut: Vec<Option<f64>>,
) -> LoopEffect {
    let scale = f64::from(plan.base().residents) / f64::from(residents(plan));
    let turns = |order: Ordering| {
        let pairs = cut.iter().zip(&whole).filter_map(|(cut, whole)| cut.as_ref().zip(whole.as_ref()));
        pairs.filter(|(cut, whole)| cut.total_cmp(whole) == order).count() as u32
    };
    let (lower, higher) = (turns(Ordering::Less), turns(Ordering::Greater));
    let middle =
        |of: Vec<Option<f64>>| median(&sorted(&of.into_iter().flatten().map(|d| d * scale).collect::<Vec<_>>()));
    LoopEffect {
        feedback: feedback.to_owned(),
        indicator: indicator.to_owned(),
        residents: residents(plan),
        samples: plan.loop_samples.min(plan.experiment().samples),
        whole: middle(whole),
        cut: middle(cut),
        lower,
        higher,
    }
}

fn feedbacks() -> impl Iterator<Item = &'static str> {
    LOOPS.iter().map(|l| l.0)
}

/// Residents of the district in which loops are cut.
fn residents(plan: &Plan) -> u32 {
    plan.base().residents.min(plan.loop_residents.max(1))
}

fn is_smaller(plan: &Plan) -> bool {
    residents(plan) < plan.base().residents
}

fn draws(plan: &Plan) -> Vec<Draw> {
    let samples = plan.loop_samples.min(plan.experiment().samples);
    let samples = if plan.experiment().replicates == 0 || plan.scenarios.len() < 2 { 0 } else { samples };
    (0..samples).map(|sample| Draw { sample, replicate: 0 }).collect()
}

/// The scenario with the links of a loop, if any, cut from week 0.
fn without(scenario: &Scenario, feedback: Option<&str>) -> Scenario {
    let mut cut = scenario.clone();
    for link in feedback.map(links_of).unwrap_or_default() {
        cut.organisation.timeline.base.links[link] = 0.0;
    }
    cut
}
