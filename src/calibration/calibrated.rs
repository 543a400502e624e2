//! A calibration from the first run to the plausible set, and what it says of numbers and targets.

use std::convert::Infallible;
use std::sync::Arc;

use super::hypercube::latin_hypercube;
use super::matching::{Matching, Use, Wave, are_structural, emulators, implausibility, matching};
use super::runs::{Places, Runs, run};
use super::target::Target;
use crate::cancel::Cancel;
use crate::experiment::{Progress, RunError, lower, sorted, upper};
use crate::parameters::{PARAMETERS, Params};
use crate::plan::{Design, Scenario};
use crate::random::Draws;
use crate::validation::least_squares::mean;
use crate::validation::{Role, Showing, patterns};

/// Plausible points by which ranges are told.
const TOLD_BY: usize = 1_000;
/// Plausible points that are handed on, as a design.
pub const MEMBERS: usize = 200;
/// The share of its stated range from which on a number is said not to be informed.
pub const NOT_INFORMED: f64 = 0.9;
/// Targets that are named for a number, at most.
const NAMED: usize = 3;
/// A target is named for a number that has at least this share of what moves it.
const NAMED_FROM: f64 = 0.1;
/// Digits of the quantiles that are handed on.
const DIGITS: f64 = 1e4;

/// What is to be done.
#[derive(Clone, Debug)]
pub struct Calibration<'a> {
    /// Where the model runs.
    pub places: Places<'a>,
    /// The paths of the numbers whose ranges are looked into.
    pub paths: Vec<String>,
    /// Targets.
    pub targets: Vec<Target>,
    /// Points of each wave.
    pub points: u32,
    /// Waves.
    pub waves: u32,
    /// Threads; 0 is one per core. Results do not depend on it.
    pub threads: usize,
}

/// A wave, in short.
#[derive(Clone, Debug)]
pub struct WaveReport {
    /// Points that ran.
    pub points: u32,
    /// The part of the stated ranges that remains after it.
    pub remaining: f64,
    /// Whether a plausible point was found.
    pub has_points: bool,
}

/// A number before and after.
#[derive(Clone, Debug)]
pub struct Narrowed {
    /// Path.
    pub path: String,
    /// Unit.
    pub unit: &'static str,
    /// 5th and 95th percentile as stated.
    pub prior: (f64, f64),
    /// The same of the plausible set; nothing where it is empty.
    pub posterior: Option<(f64, f64)>,
    /// Targets that it moves most, with its share of what moves each.
    pub by: Vec<(String, f64)>,
}

impl Narrowed {
    /// The width after, as a share of that before.
    pub fn ratio(&self) -> Option<f64> {
        let width = |(low, high): (f64, f64)| high - low;
        self.posterior.map(|posterior| width(posterior) / width(self.prior)).filter(|ratio| ratio.is_finite())
    }

    /// Whether the targets say something of it.
    pub fn is_informed(&self) -> bool {
        self.ratio().is_some_and(|ratio| ratio < NOT_INFORMED)
    }
}

/// A target before and after.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The target.
    pub target: Target,
    /// What became of it.
    pub used: Use,
    /// The mean of the runs over the stated ranges.
    pub before: Option<f64>,
    /// What the last emulator expects over the plausible set: the mean.
    pub after: Option<f64>,
    /// Standard deviation by chance of a point's value.
    pub chance: Option<f64>,
    /// Standard deviation of what the emulator is off, on runs that it had not seen and chance included; last wave.
    pub emulator: Option<f64>,
    /// The part of the variance of runs that the first emulator explains.
    pub explained: Option<f64>,
    /// The least and the largest implausibility of plausible points, by the last emulator.
    pub implausibility: Option<(f64, f64)>,
}

/// What a calibration found.
#[derive(Clone, Debug)]
pub struct Calibrated {
    /// The waves that ran: fewer than planned where no plausible point was left to run at.
    pub waves: Vec<WaveReport>,
    /// Numbers, in the order of their paths.
    pub numbers: Vec<Narrowed>,
    /// Targets, in their order.
    pub targets: Vec<Shown>,
    /// The plausible set as a design; nothing where it is empty.
    pub plausible: Option<Design>,
}

impl Calibrated {
    /// Whether the figures are not those of this model at any point of the stated ranges.
    pub fn is_structural(&self) -> bool {
        self.plausible.is_none() || are_structural(&self.targets.iter().map(|shown| shown.used).collect::<Vec<_>>())
    }
}

/// The uncertain numbers of a scenario that some shown pattern informs, in the order of `samples.csv`.
pub fn informed(scenario: &Scenario) -> Vec<String> {
    let is_target =
        |p: &crate::validation::Pattern| p.role == Role::Calibrate && matches!(p.showing, Showing::Figure(_));
    let all = patterns();
    let words: Vec<&str> = all.iter().filter(|p| is_target(p)).flat_map(|p| p.informs.split_whitespace()).collect();
    let is_informed = |path: &String| words.contains(&path.strip_prefix("levers.").unwrap_or(path));
    uncertain_paths(scenario).into_iter().filter(is_informed).collect()
}

/// The paths of the uncertain numbers of a scenario, each once.
pub fn uncertain_paths(scenario: &Scenario) -> Vec<String> {
    let parameters = PARAMETERS.iter().zip(&scenario.parameters).filter(|(_, d)| !d.is_fixed());
    let mut paths: Vec<String> = parameters.map(|(meta, _)| meta.key.to_owned()).collect();
    for path in scenario.uncertain().iter().map(crate::plan::UncertainNumber::path) {
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
    paths
}

/// Runs waves and says what remains.
///
/// # Errors
/// If it is asked to stop, or threads cannot be started. Nothing is kept then.
pub fn calibrate(
    calibration: &Calibration,
    stop: &Cancel,
    progress: &impl Progress,
) -> Result<Calibrated, RunError<Infallible>> {
    let Calibration { places, paths, targets, points, threads, .. } = calibration;
    let draws = Draws::new(places.country.experiment.seed, u32::MAX, u32::MAX);
    let mut rows: Vec<Vec<f64>> = latin_hypercube(paths, *points as usize, draws);
    let (mut waves, mut reports): (Vec<Wave>, Vec<WaveReport>) = (Vec::new(), Vec::new());
    let (mut first, mut last): (Option<Runs>, Option<Matching>) = (None, None);
    for wave in 0..calibration.waves {
        let from = wave * points;
        let Some(design) = Design::new(paths.clone(), rows.clone()).map(Arc::new) else { break };
        let runs = run(places, targets, &design, from..design.samples(), *threads, stop, progress)?;
        waves.push(emulators(&rows[from as usize..], &runs.values));
        let wanted = TOLD_BY.max(*points as usize);
        let found = matching(targets, &waves, paths, wanted, draws);
        let has_points = !found.points.is_empty();
        reports.push(WaveReport { points: design.samples() - from, remaining: found.remaining, has_points });
        first.get_or_insert(runs);
        let next = thinned(&found.points, *points as usize);
        last = Some(found);
        if !has_points {
            break;
        }
        rows.extend(next);
    }
    let (Some(first), Some(last)) = (first, last) else {
        return Ok(Calibrated { waves: reports, numbers: Vec::new(), targets: Vec::new(), plausible: None });
    };
    let told = thinned(&last.points, TOLD_BY);
    Ok(Calibrated {
        numbers: narrowed(calibration, &waves, &last.uses, &told),
        targets: shown(targets, &first, &waves, &last.uses, &told),
        plausible: Design::new(paths.clone(), thinned(&told, MEMBERS).into_iter().map(rounded).collect()),
        waves: reports,
    })
}

/// So many of some points, spread over all of them.
fn thinned(points: &[Vec<f64>], count: usize) -> Vec<Vec<f64>> {
    let n = points.len();
    if n <= count { points.to_vec() } else { (0..count).map(|i| points[i * n / count].clone()).collect() }
}

/// A point with few digits, strictly between 0 and 1.
fn rounded(point: Vec<f64>) -> Vec<f64> {
    point.into_iter().map(|u| libm::round(u * DIGITS).clamp(1.0, DIGITS - 1.0) / DIGITS).collect()
}

/// Every number before and after.
fn narrowed(calibration: &Calibration, waves: &[Wave], uses: &[Use], points: &[Vec<f64>]) -> Vec<Narrowed> {
    let paths = &calibration.paths;
    let all = |u: f64| vec![u; paths.len()];
    let at = |end: &dyn Fn(&[f64]) -> Option<f64>| -> Vec<f64> {
        let of = |i: usize| end(&sorted(&points.iter().map(|p| p[i]).collect::<Vec<f64>>())).unwrap_or(0.5);
        (0..paths.len()).map(of).collect()
    };
    let rows = vec![all(0.05), all(0.95), at(&|x| lower(x, 0.05)), at(&|x| upper(x, 0.05))];
    let mut scenario = calibration.places.country.clone();
    scenario.experiment.design = Design::new(paths.clone(), rows).map(Arc::new);
    let params: Vec<Vec<f64>> = (0..4).map(|sample| scenario.params(sample).values()).collect();
    let numbers = scenario.uncertain();
    let of_path = |(i, path): (usize, &String)| {
        let (unit, value): (&'static str, Vec<f64>) = if let Some(p) = Params::position(path) {
            (PARAMETERS[p].unit, params.iter().map(|values| values[p]).collect())
        } else {
            let number = numbers.iter().find(|number| number.path() == *path);
            let value = |sample| number.map_or(0.0, |n| n.value(&scenario.experiment, sample));
            (number.map_or("", |n| n.unit()), (0..4).map(value).collect())
        };
        Narrowed {
            path: path.clone(),
            unit,
            prior: (value[0], value[1]),
            posterior: (!points.is_empty()).then(|| (value[2], value[3])),
            by: named(calibration, waves, uses, i),
        }
    };
    paths.iter().enumerate().map(of_path).collect()
}

/// The targets that a number moves most, among those that points are matched to.
fn named(calibration: &Calibration, waves: &[Wave], uses: &[Use], number: usize) -> Vec<(String, f64)> {
    let Some(wave) = waves.first() else { return Vec::new() };
    let of_target = |(t, target): (usize, &Target)| {
        let emulator = wave[t].as_ref().filter(|_| uses[t] == Use::Matched)?;
        let share = emulator.share(number) * emulator.explained();
        (share >= NAMED_FROM).then(|| (target.key.clone(), share))
    };
    let mut by: Vec<(String, f64)> = calibration.targets.iter().enumerate().filter_map(of_target).collect();
    by.sort_by(|a, b| b.1.total_cmp(&a.1));
    by.truncate(NAMED);
    by
}

/// Every target before and after.
fn shown(targets: &[Target], first: &Runs, waves: &[Wave], uses: &[Use], points: &[Vec<f64>]) -> Vec<Shown> {
    let of_target = |(t, target): (usize, &Target)| {
        let last = waves.last().and_then(|wave| wave[t].as_ref());
        let expected = |emulator: &super::emulator::Emulator| -> Vec<f64> {
            points.iter().map(|point| emulator.value(point)).collect()
        };
        let far = last
            .map(|emulator| sorted(&points.iter().map(|p| implausibility(target, emulator, p)).collect::<Vec<_>>()));
        Shown {
            target: target.clone(),
            used: uses[t],
            before: mean(&first.values[t].iter().copied().flatten().collect::<Vec<f64>>()),
            after: last.and_then(|emulator| mean(&expected(emulator))),
            chance: first.chance[t].map(libm::sqrt),
            emulator: last.map(|emulator| libm::sqrt(emulator.error)),
            explained: waves.first().and_then(|wave| wave[t].as_ref()).map(super::emulator::Emulator::explained),
            implausibility: far.and_then(|far| Some((*far.first()?, *far.last()?))),
        }
    };
    targets.iter().enumerate().map(of_target).collect()
}
