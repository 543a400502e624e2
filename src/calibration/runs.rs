//! Runs of the model at points of a design, and what is seen of the targets in each.

use std::borrow::Cow;
use std::convert::Infallible;
use std::ops::Range;
use std::sync::Arc;

use super::target::{Seeing, Target};
use crate::cancel::Cancel;
use crate::experiment::{Model, Progress, RunError, Simulator, in_order};
use crate::plan::{Design, Scenario};
use crate::validation::least_squares::mean;
use crate::validation::{District, Seen, per_1000, watched};

/// Residents of each wijk that is simulated.
pub const WIJK_RESIDENTS: u32 = 2_000;
/// Points of a wave that are run once more, to tell chance.
pub const TWICE: u32 = 20;

/// What runs: the country as one place, and wijken from their own margins, which may be none.
#[derive(Clone, Debug)]
pub struct Places<'a> {
    /// The country.
    pub country: &'a Scenario,
    /// Wijken.
    pub wijken: &'a [District],
}

/// What is seen at points: by target, then by point; nothing where a figure has no value.
#[derive(Clone, Debug)]
pub struct Runs {
    /// The mean over replicates.
    pub values: Vec<Vec<Option<f64>>>,
    /// The variance of a point's value by chance, pooled over the points that were run once more.
    pub chance: Vec<Option<f64>>,
}

/// Runs some samples of a design. What others the design does not name have is what the country's experiment says.
///
/// # Errors
/// If it is asked to stop, or threads cannot be started.
pub fn run(
    places: &Places,
    targets: &[Target],
    design: &Arc<Design>,
    samples: Range<u32>,
    threads: usize,
    stop: &Cancel,
    progress: &impl Progress,
) -> Result<Runs, RunError<Infallible>> {
    let replicates = places.country.experiment.replicates;
    let of_sample = |s: u32| (0..replicates + u32::from(s - samples.start < TWICE)).map(move |r| (s, r));
    let jobs: Vec<(u32, u32)> = samples.clone().flat_map(of_sample).collect();
    let mut country = places.country.clone();
    country.experiment.design = Some(Arc::clone(design));
    country.experiment.samples = design.samples();
    let wijken: Vec<Scenario> = wijken_of(&country, places.wijken);
    let margins: Vec<Vec<f64>> = places.wijken.iter().map(District::margins).collect();
    progress.begin(jobs.len() as u64);
    let mut seen: Vec<Vec<Vec<Option<f64>>>> = vec![Vec::new(); samples.len()];
    let mut next = jobs.iter();
    in_order(
        threads,
        &jobs,
        stop,
        |job, stop| one(&country, &wijken, &margins, targets, *job, stop),
        |values| {
            if let Some((sample, _)) = next.next() {
                seen[(sample - samples.start) as usize].push(values);
            }
            progress.done(1);
            Ok(())
        },
    )?;
    let of_target = |t: usize, replicates: &[Vec<Option<f64>>]| -> Option<f64> {
        mean(&replicates.iter().filter_map(|values| values[t]).collect::<Vec<f64>>())
    };
    let planned = replicates as usize;
    let values = (0..targets.len()).map(|t| seen.iter().map(|of| of_target(t, &of[..planned])).collect()).collect();
    let chance = (0..targets.len()).map(|t| chance(&seen, t, planned)).collect();
    Ok(Runs { values, chance })
}

/// The variance of a mean over replicates, from points with one replicate more.
fn chance(seen: &[Vec<Vec<Option<f64>>>], target: usize, replicates: usize) -> Option<f64> {
    let within = |of: &Vec<Vec<Option<f64>>>| {
        let values: Vec<f64> = of.iter().map(|values| values[target]).collect::<Option<_>>()?;
        let centre = mean(&values).filter(|_| values.len() > 1)?;
        let squares: f64 = values.iter().map(|v| (v - centre) * (v - centre)).sum();
        Some(squares / (values.len() - 1) as f64)
    };
    let variances: Vec<f64> = seen.iter().filter_map(within).collect();
    Some(mean(&variances)? / replicates as f64)
}

fn wijken_of(country: &Scenario, wijken: &[District]) -> Vec<Scenario> {
    let of = |wijk: &District| {
        let mut scenario = country.for_district(wijk.profile.clone(), WIJK_RESIDENTS);
        scenario.experiment.years = 1;
        scenario
    };
    wijken.iter().map(of).collect()
}

/// One run: the value of each target.
fn one(
    country: &Scenario,
    wijken: &[Scenario],
    margins: &[Vec<f64>],
    targets: &[Target],
    (sample, replicate): (u32, u32),
    stop: &Cancel,
) -> Option<Vec<Option<f64>>> {
    let seen: Seen = watched(country, sample, replicate, stop)?;
    let mut uses = Vec::with_capacity(wijken.len());
    for wijk in wijken {
        let start = Simulator.start(wijk, sample, replicate, stop)?;
        let run = Simulator.run(Cow::Owned(start), 0, wijk, sample, replicate, stop)?;
        uses.push(per_1000(&run).next().unwrap_or(0.0));
    }
    let value = |target: &Target| match &target.seeing {
        Seeing::Figure(formula) => formula.value(&seen),
        Seeing::Wijken(of) => of.value(margins, &uses),
    };
    Some(targets.iter().map(value).collect())
}
