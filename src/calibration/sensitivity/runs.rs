//! Runs of a plan at points: outcomes by row, averaged over replicates, and what of their variance is chance.

use std::convert::Infallible;
use std::sync::Arc;

use super::super::decides::paths_of;
use super::target::Target;
use crate::cancel::Cancel;
use crate::experiment::{Model, Plan, Progress, RunError, Sink, run_draws};
use crate::observation::Trajectory;
use crate::parameters::Params;
use crate::plan::{Design, Others, Scenario, is_idle};
use crate::validation::least_squares::mean;

/// Of so many rows one is run once more, to tell chance.
const ONCE_MORE: u32 = 10;
/// Rows that are run once more, at least.
const FEWEST_TWICE: u32 = 20;

/// The uncertain numbers of a plan that matter to mechanisms which one of its scenarios uses.
pub fn numbers_in_use(plan: &Plan) -> Vec<String> {
    let mut paths = paths_of(plan);
    paths.retain(|path| !is_idle(path, plan.scenarios.iter()));
    paths
}

/// The plan at points of these numbers, with all others at their best guess, and some rows run once more. An end that a
/// distribution does not have is a thousandth away from it. `None` where the points are no design.
pub fn at(plan: &Plan, paths: Vec<String>, mut points: Vec<Vec<f64>>) -> Option<Plan> {
    for (column, path) in paths.iter().enumerate() {
        let takes = |end: f64| plan.scenarios.iter().all(|scenario| takes(scenario, path, end));
        let ends = [(0.0, 0.001), (1.0, 0.999)].map(|(end, inner)| (end, if takes(end) { end } else { inner }));
        for point in &mut points {
            for (end, moved) in ends {
                if (point[column] - end).abs() < f64::EPSILON {
                    point[column] = moved;
                }
            }
        }
    }
    let rows = points.len() as u32;
    let design = Arc::new(Design::new(paths, points)?);
    let twice = (rows / ONCE_MORE).max(FEWEST_TWICE).min(rows);
    let mut plan = plan.with_draws(rows, plan.experiment().replicates, twice);
    for scenario in &mut plan.scenarios {
        scenario.experiment.design = Some(Arc::clone(&design));
        scenario.experiment.others = Others::Best;
    }
    Some(plan)
}

/// Whether what a scenario draws by a path has a value at an end.
fn takes(scenario: &Scenario, path: &str, end: f64) -> bool {
    let parameter = Params::position(path).map(|p| scenario.parameters[p]);
    let stated = scenario.uncertain().into_iter().filter(|number| number.path() == path).map(|n| n.distribution);
    parameter.into_iter().chain(stated).all(|distribution| distribution.takes(end))
}

/// An outcome at every row.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcomes {
    /// Position of the variant in the plan; 0 is the level of the only scenario.
    pub variant: usize,
    /// What it is.
    pub target: Target,
    /// The mean over replicates, by row.
    pub values: Vec<Option<f64>>,
    /// The variance of such a mean by chance, from rows with several replicates.
    pub chance: Option<f64>,
}

impl Outcomes {
    /// Of the variance between rows the share that is chance; `None` where nothing is known of it or nothing varies.
    pub fn share_of_chance(&self) -> Option<f64> {
        let known: Vec<f64> = self.values.iter().flatten().copied().collect();
        let centre = mean(&known)?;
        let squares: f64 = known.iter().map(|y| (y - centre) * (y - centre)).sum();
        let variance = squares / (known.len() as f64 - 1.0).max(1.0);
        (variance > 0.0).then(|| Some((self.chance? / variance).min(1.0)))?
    }
}

/// The runs of a plan: each outcome's level, by scenario, row and replicate.
#[derive(Clone, Debug)]
pub struct Runs<'a> {
    plan: &'a Plan,
    targets: &'a [Target],
    levels: Vec<Vec<Vec<Vec<Option<f64>>>>>,
}

impl<'a> Runs<'a> {
    /// Runs every draw of a plan.
    ///
    /// # Errors
    /// If it is asked to stop, or threads cannot be started.
    pub fn of<M: Model>(
        plan: &'a Plan,
        targets: &'a [Target],
        model: &M,
        stop: &Cancel,
        progress: &impl Progress,
    ) -> Result<Self, RunError<Infallible>> {
        let rows = plan.experiment().samples as usize;
        let mut runs = Self { plan, targets, levels: vec![vec![Vec::new(); rows]; plan.scenarios.len()] };
        run_draws(plan, &draws(plan), model, &mut runs, stop, progress)?;
        Ok(runs)
    }

    /// Every outcome of every variant, or of the only scenario.
    pub fn outcomes(&self) -> Vec<Outcomes> {
        let variants = if self.levels.len() > 1 { 1..self.levels.len() } else { 0..1 };
        variants.flat_map(|variant| (0..self.targets.len()).map(move |place| self.outcome(variant, place))).collect()
    }

    fn outcome(&self, variant: usize, place: usize) -> Outcomes {
        let planned = self.plan.experiment().replicates as usize;
        let of_row = |row: usize| -> Vec<f64> {
            let levels = &self.levels[variant][row];
            let base = (variant > 0).then(|| &self.levels[0][row]);
            let of = |(replicate, level): (usize, &Vec<Option<f64>>)| {
                let less = base.map_or(Some(0.0), |base| base[replicate][place])?;
                Some(level[place]? - less)
            };
            levels.iter().enumerate().filter_map(of).collect()
        };
        let rows: Vec<Vec<f64>> = (0..self.levels[variant].len()).map(of_row).collect();
        let within = |all: &Vec<f64>| {
            let centre = mean(all)?;
            let squares: f64 = all.iter().map(|y| (y - centre) * (y - centre)).sum();
            (all.len() > 1).then(|| squares / (all.len() - 1) as f64)
        };
        let chance: Vec<f64> = rows.iter().filter_map(within).collect();
        let values = rows.iter().map(|all| mean(&all[..planned.min(all.len())])).collect();
        let chance = mean(&chance).map(|variance| variance / planned.max(1) as f64);
        Outcomes { variant, target: self.targets[place], values, chance }
    }
}

/// Every draw, with the second replicates of some rows for a single scenario too.
fn draws(plan: &Plan) -> Vec<crate::experiment::Draw> {
    let e = plan.experiment();
    let of_row = |sample: u32| {
        let replicates = e.replicates + u32::from(sample < e.extra_replicate);
        (0..replicates).map(move |replicate| crate::experiment::Draw { sample, replicate })
    };
    (0..e.samples).flat_map(of_row).collect()
}

impl Sink for Runs<'_> {
    type Error = Infallible;

    fn deliver(&mut self, run: &Trajectory) -> Result<(), Infallible> {
        let values = self.targets.iter().map(|target| target.value(run, self.plan)).collect();
        self.levels[run.scenario][run.sample as usize].push(values);
        Ok(())
    }
}
