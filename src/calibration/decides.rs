//! What decides a comparison: many cheap pairs at points of the uncertain numbers, and the effects of each number on
//! the differences.

use std::convert::Infallible;
use std::sync::Arc;

use super::calibrated::uncertain_paths;
use super::effects::{Effect, Effects};
use super::hypercube::latin_hypercube;
use crate::cancel::Cancel;
use crate::experiment::{Model, Plan, Progress, RunError, Sink, run_draws};
use crate::observation::{Cell, Column, Table, Trajectory, catalogue};
use crate::plan::Design;
use crate::random::Draws;
use crate::validation::least_squares::mean;

/// The indicators whose differences over the horizon are looked into.
pub const DECIDED: [&str; 3] = ["need.severe.unhelped", "euros.municipality", "euros.all"];
/// Of so many points one is run once more, to tell chance.
const ONCE_MORE: u32 = 10;
/// Points that are run once more, at least.
const FEWEST_TWICE: u32 = 20;

/// A difference, and what decides it.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    /// Position of the variant in the plan.
    pub variant: usize,
    /// Key of the indicator.
    pub indicator: &'static str,
    /// Its unit, a year.
    pub unit: &'static str,
    /// Mean of the difference over points; `None` where no point has a value.
    pub difference: Option<f64>,
    /// What decides it; `None` of too few points, and where nothing varies.
    pub effects: Option<Effects>,
}

/// The uncertain numbers of a plan that differ between its points, in the order of `samples.csv`.
pub fn paths_of(plan: &Plan) -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    for path in plan.scenarios.iter().flat_map(uncertain_paths) {
        if !paths.contains(&path) && plan.experiment().quantile(&path, 0).is_some() {
            paths.push(path);
        }
    }
    paths
}

/// The plan at points of a hypercube of all its uncertain numbers, unless it has points already; with some points run
/// once more.
#[must_use]
pub fn at_points(plan: &Plan) -> Plan {
    let e = plan.experiment();
    let twice = (e.samples / ONCE_MORE).max(FEWEST_TWICE).min(e.samples);
    let mut plan = plan.with_draws(e.samples, e.replicates, twice);
    let e = plan.experiment();
    if e.design.is_none() {
        let (paths, points) = (paths_of(&plan), e.samples as usize);
        let cube = latin_hypercube(&paths, points, Draws::new(e.seed, 0, 0));
        let design = Design::new(paths, cube).map(Arc::new);
        for scenario in &mut plan.scenarios {
            scenario.experiment.design.clone_from(&design);
        }
    }
    plan
}

/// Runs a plan that is [`at_points`], and tells what decides each difference: by variant, in the order of [`DECIDED`].
///
/// # Errors
/// If it is asked to stop, or threads cannot be started.
pub fn decides<M: Model>(
    plan: &Plan,
    model: &M,
    stop: &Cancel,
    progress: &impl Progress,
) -> Result<Vec<Decided>, RunError<Infallible>> {
    let e = plan.experiment();
    let mut pairs = Pairs::new(plan);
    run_draws(plan, &plan.draws(), model, &mut pairs, stop, progress)?;
    let paths = paths_of(plan);
    let point = |sample: u32| paths.iter().map(|path| e.quantile(path, sample).unwrap_or(0.5)).collect::<Vec<f64>>();
    let points: Vec<Vec<f64>> = (0..e.samples).map(point).collect();
    let draws = Draws::new(e.seed, 0, 0);
    let mut decided = Vec::new();
    for variant in 1..plan.scenarios.len() {
        for (figure, &indicator) in DECIDED.iter().enumerate() {
            if stop.is_cancelled() {
                return Err(RunError::Interrupted);
            }
            let (values, chance) = pairs.differences(variant, figure, e.replicates as usize);
            let known: Vec<f64> = values.iter().flatten().copied().collect();
            let effects = Effects::of(&paths, &points, &values, chance, draws);
            let unit = pairs.units[figure];
            decided.push(Decided { variant, indicator, unit, difference: mean(&known), effects });
        }
    }
    Ok(decided)
}

/// The figures of each run: their level over the horizon, by scenario, sample and replicate.
struct Pairs {
    positions: [Option<usize>; DECIDED.len()],
    units: [&'static str; DECIDED.len()],
    levels: Vec<Vec<Vec<[Option<f64>; DECIDED.len()]>>>,
}

impl Pairs {
    fn new(plan: &Plan) -> Self {
        let positions = DECIDED.map(|key| catalogue::position(key, "all"));
        let units = positions.map(|position| position.and_then(|i| plan.series.get(i)).map_or("", |s| s.unit));
        let samples = plan.experiment().samples as usize;
        Self { positions, units, levels: vec![vec![Vec::new(); samples]; plan.scenarios.len()] }
    }

    /// Differences with the base by sample, as the mean over its planned replicates, and the variance of such a mean by
    /// chance, pooled over the samples with one more.
    fn differences(&self, variant: usize, figure: usize, replicates: usize) -> (Vec<Option<f64>>, Option<f64>) {
        let both = self.levels[0].iter().zip(&self.levels[variant]);
        let of_sample = both.map(|(base, variant)| -> Vec<f64> {
            base.iter().zip(variant).filter_map(|(b, v)| Some(v[figure]? - b[figure]?)).collect()
        });
        let differences: Vec<Vec<f64>> = of_sample.collect();
        let planned = |all: &Vec<f64>| mean(&all[..replicates.min(all.len())]);
        let within = |all: &&Vec<f64>| {
            let centre = mean(all)?;
            let squares: f64 = all.iter().map(|x| (x - centre) * (x - centre)).sum();
            (all.len() > 1).then(|| squares / (all.len() - 1) as f64)
        };
        let chance: Vec<f64> = differences.iter().filter_map(|all| within(&all)).collect();
        (differences.iter().map(planned).collect(), mean(&chance).map(|variance| variance / replicates.max(1) as f64))
    }
}

impl Sink for Pairs {
    type Error = Infallible;

    fn deliver(&mut self, run: &Trajectory) -> Result<(), Infallible> {
        let level = |position: &Option<usize>| {
            let cells = run.years.iter().filter_map(|year| year.get((*position)?).copied());
            cells.sum::<Cell>().value()
        };
        let mut levels = [None; DECIDED.len()];
        for (level_of, position) in levels.iter_mut().zip(&self.positions) {
            *level_of = level(position);
        }
        self.levels[run.scenario][run.sample as usize].push(levels);
        Ok(())
    }
}

/// The columns of `decides.csv`: a contract.
static COLUMNS: &[Column] = &[
    Column::text("base", "Scenario that others are compared with."),
    Column::text("variant", "Scenario compared with it."),
    Column::text("closure", "What was kept equal: `hours`, `budget` or `extra`."),
    Column::text("indicator", "Key of the indicator; its difference over the horizon, per year."),
    Column::text("unit", "Its unit."),
    Column::number("difference", "unit", "Mean of variant minus base over points."),
    Column::integer("points", "", "Points with a value in both."),
    Column::share(
        "explained",
        "Of the variance over points, what the emulator explains on points that it had not seen.",
    ),
    Column::share("chance", "Of the same, what is chance within a point."),
    Column::text("told", "`yes`, or `no`: the emulator explains less than half of what is not chance."),
    Column::text("number", "Path of the uncertain number."),
    Column::share("first_order", "Of the emulator's variance, what the number does alone."),
    Column::share("total_effect", "The same, and all that it does together with others."),
    Column::share("low", "5th percentile of the total effect over halves of the points."),
    Column::share("high", "95th percentile of the same."),
];

/// `decides.csv`: every number of every difference, the strongest first.
pub fn decides_table(plan: &Plan, decided: &[Decided]) -> Table {
    let mut table = Table::new(COLUMNS);
    for one in decided {
        let Some(effects) = &one.effects else { continue };
        let told = if effects.is_told() { "yes" } else { "no" };
        for number in strongest_first(effects) {
            table.push(vec![
                plan.base().name.clone().into(),
                plan.scenarios[one.variant].name.clone().into(),
                plan.closure(one.variant).key().into(),
                one.indicator.into(),
                one.unit.into(),
                one.difference.into(),
                (effects.points as u32).into(),
                effects.explained.into(),
                effects.chance.into(),
                told.into(),
                number.path.clone().into(),
                number.first.into(),
                number.total.into(),
                number.low.into(),
                number.high.into(),
            ]);
        }
    }
    table
}

/// The numbers of a difference by their total effect, the largest first.
pub fn strongest_first(effects: &Effects) -> Vec<&Effect> {
    let mut numbers: Vec<&Effect> = effects.numbers.iter().collect();
    // Stable: of equals the one that comes first in samples.csv.
    numbers.sort_by(|a, b| b.total.total_cmp(&a.total).then(b.high.total_cmp(&a.high)));
    numbers
}
