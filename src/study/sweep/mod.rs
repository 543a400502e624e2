//! A sweep: one scenario at many points over its levers, all on the same draws.
//!
//! A [`Sweep`] reads the axes that somebody wants to vary, lays points over them, and makes of each point a variant of
//! the scenario, checked and closed as in a comparison. Each draw is burned in once and forked to every point; a point
//! that is the base is not run again. What is said of a point is what a comparison of it with the base says, to the
//! bit.
//!
//! Left out: loops, bounds, lives and what decides a difference; `kantel compare` tells those of a point.

mod axes;
mod points;

use std::collections::BTreeSet;
use std::convert::Infallible;

pub use axes::{Arrangement, Axis, Values, read_axes};
pub use points::points;

use super::notes::Note;
use super::recipe::{Options, Study};
use crate::calibration::MOST_DIMENSIONS;
use crate::cancel::Cancel;
use crate::diagnostics::Diagnostic;
use crate::experiment::{Model, Period, Plan, Progress, RunError, Surface};
use crate::language::{Text, text};
use crate::levers::{LEVERS, LeverValue, Schedule, Step, position};
use crate::parameters::Params;
use crate::plan::{Number, Organisation, Scenario, rounded};
use crate::report::sweep::{AxisFacts, PointFacts, SweepData, TOLD_BY_SAMPLE};
use crate::scenario::{Given, Loaded, Overrides, load_given, short_text, value_text, write_merged};
use crate::units::WEEKS_PER_YEAR;

/// The most points of a sweep.
pub const MOST_POINTS: u64 = 1_000;

/// Samples unless somebody asks for another number.
const USUAL_SAMPLES: u32 = 40;

/// Resident-weeks that a core simulates in a second, roughly: for estimates.
const RESIDENT_WEEKS_PER_SECOND: f64 = 3e7;

/// What a sweep is to do, beside the scenario.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// Axes, each `KEY=VALUES`.
    pub vary: &'a [String],
    /// How points are laid over them.
    pub arrangement: Arrangement,
    /// Threads: 1 is the caller's own, 0 one per core. Results do not depend on it.
    pub threads: usize,
}

/// A point: what it sets, and the scenario of the plan that it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Its name.
    pub name: String,
    /// The values set, one for each axis.
    pub values: Vec<String>,
    /// Its position in the plan; 0 where it is the base.
    pub scenario: usize,
}

/// A sweep, as far as it is.
#[derive(Clone, Debug)]
pub struct Sweep {
    study: Study,
    /// The base, and every point that is another than it and those before.
    plan: Plan,
    arrangement: Arrangement,
    axes: Vec<Axis>,
    points: Vec<Point>,
    surface: Surface,
    worlds_may_differ: bool,
}

impl Sweep {
    /// Reads a scenario and makes a variant of it at every point.
    ///
    /// # Errors
    /// Every mistake in the axes, their values, the scenario and the options.
    pub fn load(source: &str, wanted: &Wanted<'_>, overrides: &Overrides) -> Result<Self, Vec<Diagnostic>> {
        let (axes, mut problems) = read_axes(wanted.vary, wanted.arrangement);
        let (base, overrides) = based(source, overrides);
        let overrides = &overrides;
        // Every value by itself: of many points the same mistake is one.
        let single: Vec<Vec<String>> =
            axes.iter().flat_map(|axis| axis.levels().into_iter().map(|level| vec![set(axis, &level)])).collect();
        let known = base.as_ref().err().cloned().unwrap_or_default();
        if let Err(found) = load_at(source, &single, overrides) {
            problems.extend(told(found, &known, &axes));
        }
        let count = wanted.arrangement.points(&axes);
        match &base {
            Ok(base) if count > MOST_POINTS => problems.push(too_many(count, &base[0].scenario)),
            Ok(_) => {}
            Err(known) => problems.extend(known.iter().cloned()),
        }
        if axes.len() > MOST_DIMENSIONS && matches!(wanted.arrangement, Arrangement::Sobol(_)) {
            problems.push(too_many_axes(axes.len()));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let seed = base.map_or(0, |base| base[0].scenario.experiment.seed);
        let values = points(&axes, wanted.arrangement, seed);
        let sets: Vec<Vec<String>> =
            values.iter().map(|point| axes.iter().zip(point).map(|(axis, value)| set(axis, value)).collect()).collect();
        let loaded = load_at(source, &sets, overrides).map_err(|found| told(found, &[], &axes))?;
        Self::of(loaded, values, axes, wanted, overrides)
    }

    fn of(
        loaded: Vec<Loaded>,
        values: Vec<Vec<String>>,
        axes: Vec<Axis>,
        wanted: &Wanted<'_>,
        overrides: &Overrides,
    ) -> Result<Self, Vec<Diagnostic>> {
        let options = Options { threads: wanted.threads, loop_samples: 0, lives: false, ..Options::default() };
        let study = Study::of(loaded, &options)?;
        let given = study.given();
        let mut scenarios = vec![study.plan().scenarios[0].clone()];
        let mut all: Vec<Point> = Vec::new();
        for (i, values) in values.into_iter().enumerate() {
            let name = study.plan().scenarios[i + 1].name.clone();
            let again = all.iter().find(|point| point.values == values).map(|point| point.scenario);
            let scenario = again.unwrap_or_else(|| {
                if is_base(&given[0], &given[i + 1]) {
                    return 0;
                }
                scenarios.push(study.plan().scenarios[i + 1].clone());
                scenarios.len() - 1
            });
            all.push(Point { name, values, scenario });
        }
        let plan = Plan { scenarios, grows: false, ..study.plan().clone() };
        Ok(Self {
            surface: Surface::new(&plan),
            study,
            plan,
            arrangement: wanted.arrangement,
            axes,
            points: all,
            worlds_may_differ: overrides.worlds_may_differ,
        })
    }

    /// What is to be run: the base and every point that is another.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The study that the points were closed in: its notes and sources.
    pub fn study(&self) -> &Study {
        &self.study
    }

    /// The base in full as text, before closure, with the draws of the plan: it can be run by itself.
    pub fn text(&self) -> String {
        let given = self.study.given().into_iter().next().unwrap_or_else(|| self.plan.base().clone());
        write_merged(&Scenario { experiment: self.plan.experiment().clone(), ..given })
    }

    /// The points, in their order.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The axes.
    pub fn axes(&self) -> &[Axis] {
        &self.axes
    }

    /// Samples that have been run.
    pub fn samples(&self) -> u32 {
        self.surface.sample_count()
    }

    /// What is to be noted of all points alike, and of how many points something else is.
    pub fn notes(&self) -> (Vec<&Note>, usize) {
        let of_point = |note: &&Note| {
            let said = note.said();
            self.points.iter().any(|point| said.en.starts_with(&format!("{}:", point.name)))
        };
        let (single, all): (Vec<&Note>, Vec<&Note>) =
            self.study.notes().iter().filter(|note| !note.is_change()).partition(of_point);
        (all, single.len())
    }

    /// Seconds that a core takes for the whole plan, roughly.
    pub fn estimate(&self) -> f64 {
        seconds(self.plan.scenarios.len() as u64, self.plan.base())
    }

    /// Levels of the base that lie outside what is varied: keys with the base's value.
    pub fn outside(&self) -> Vec<(&str, String)> {
        let outside = |axis: &'_ Axis| {
            let text = base_text(self.plan.base(), &axis.key)?;
            let value: f64 = text.parse().ok()?;
            let levels: Vec<f64> = axis.levels().iter().filter_map(|level| level.parse().ok()).collect();
            let ends = levels.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| (a.min(*x), b.max(*x)));
            (!levels.is_empty() && (value < ends.0 || value > ends.1)).then_some(text)
        };
        self.axes.iter().filter_map(|axis| Some((axis.key.as_str(), outside(axis)?))).collect()
    }

    /// Runs every draw of the plan that has not been run yet. Interrupted, it keeps what is finished.
    ///
    /// # Errors
    /// If it is asked to stop, or threads cannot be started.
    pub fn run<M: Model>(
        &mut self,
        model: &M,
        stop: &Cancel,
        progress: &impl Progress,
    ) -> Result<(), RunError<Infallible>> {
        self.surface.run(&self.plan, model, stop, progress)
    }

    /// Ends the sweep with the whole samples that are there.
    pub fn end_here(&mut self) {
        self.plan = self.surface.end_here(&self.plan);
    }

    /// The data of its report and tables.
    pub fn read(&self) -> SweepData {
        let base = self.plan.base();
        let axis = |axis: &Axis| AxisFacts {
            key: axis.key.clone(),
            levels: if let Values::Levels(levels) = &axis.values { levels.clone() } else { Vec::new() },
            between: if let Values::Between(from, to) = axis.values { Some((from, to)) } else { None },
            base: base_text(base, &axis.key),
        };
        let point = |point: &Point| {
            let mut differences = self.surface.differences(point.scenario);
            for row in &mut differences {
                if !TOLD_BY_SAMPLE.contains(&row.indicator.as_str()) || matches!(row.period, Period::Year(_)) {
                    row.by_sample = Vec::new();
                }
            }
            PointFacts {
                name: point.name.clone(),
                values: point.values.clone(),
                is_base: point.scenario == 0,
                differences,
            }
        };
        let closure =
            self.plan.scenarios.get(1).map_or_else(|| base.closure_against(base), |s| s.closure_against(base));
        SweepData {
            arrangement: self.arrangement.key().to_owned(),
            axes: self.axes.iter().map(axis).collect(),
            points: self.points.iter().map(point).collect(),
            worlds_may_differ: self.worlds_may_differ,
            ..SweepData::of_base(base, closure)
        }
    }
}

/// An axis at a value, as `--set` takes it.
fn set(axis: &Axis, value: &str) -> String {
    format!("{}={value}", axis.key)
}

/// The base, and the options with the usual number of samples where nobody says how many there are to be.
fn based(source: &str, overrides: &Overrides) -> (Result<Vec<Loaded>, Vec<Diagnostic>>, Overrides) {
    let load = |overrides: &Overrides| load_given(&[Given::Named(source)], overrides);
    let base = load(overrides);
    let has_own = |base: &Loaded| base.is_stated("experiment.samples") || base.scenario.experiment.design.is_some();
    if base.as_ref().map_or(true, |base| has_own(&base[0])) {
        return (base, overrides.clone());
    }
    let usual = Overrides { usual_samples: Some(USUAL_SAMPLES), ..overrides.clone() };
    (load(&usual), usual)
}

/// The scenario, and the same at each point.
fn load_at(source: &str, sets: &[Vec<String>], overrides: &Overrides) -> Result<Vec<Loaded>, Vec<Diagnostic>> {
    let width = sets.len().to_string().len();
    let names: Vec<String> = (1..=sets.len()).map(|i| format!("{POINT}{i:0width$}")).collect();
    let moved = names.iter().zip(sets).map(|(name, set)| Given::Moved { source, name, set });
    let given: Vec<Given<'_>> = std::iter::once(Given::Named(source)).chain(moved).collect();
    load_given(&given, overrides)
}

/// Mistakes as those of what is varied: each once, without those that are known, and of the option that states them.
fn told(found: Vec<Diagnostic>, known: &[Diagnostic], axes: &[Axis]) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for mut problem in found.into_iter().filter(|problem| !known.contains(problem)) {
        let key = problem.file.strip_prefix("--set").map(str::trim).map(str::to_owned);
        let of_axis = |key: &String| key.is_empty() || axes.iter().any(|axis| axis.key == *key);
        if let Some(key) = key.filter(of_axis) {
            problem.file = format!("--vary {key}").trim_end().to_owned();
        }
        problem.message = unnamed(&problem.message);
        if problem.help.en.contains("--worlds-may-differ") {
            problem.help = Text::fixed("--worlds-may-differ varies it", "met --worlds-may-differ varieert het");
        }
        if seen.insert((problem.file.clone(), problem.field.clone(), problem.message.en.to_string())) {
            all.push(problem);
        }
    }
    all
}

/// A text about a point as one about any.
fn unnamed(text: &Text) -> Text {
    let without = |text: &str, any: &str| match text.strip_prefix(POINT) {
        Some(rest) => format!("{any}{}", rest.trim_start_matches(|c: char| c.is_ascii_digit())),
        None => text.to_owned(),
    };
    Text { en: without(&text.en, "a point").into(), nl: without(&text.nl, "een punt").into() }
}

/// How the name of a point begins.
const POINT: &str = "point-";

/// Whether a scenario is the base under another name.
fn is_base(base: &Scenario, scenario: &Scenario) -> bool {
    let organisation = Organisation { name: base.organisation.name.clone(), ..scenario.organisation.clone() };
    let named = Scenario {
        organisation,
        name: base.name.clone(),
        title: base.title.clone(),
        title_nl: base.title_nl.clone(),
        closure: base.closure,
        ..scenario.clone()
    };
    named == *base
}

/// The value of a key in the base, as it is written; `None` where it changes over time, is uncertain, or is not told.
fn base_text(base: &Scenario, key: &str) -> Option<String> {
    let organisation = &base.organisation;
    if let Some(lever) = position(key) {
        // Scaling leaves tails.
        let plain = |value: LeverValue| match value.map(rounded) {
            LeverValue::Number(number) => number.to_string(),
            other => value_text(lever, other).trim_matches('"').to_owned(),
        };
        return match organisation.timeline.schedules.iter().find(|schedule| schedule.lever == lever) {
            Some(Schedule { steps, .. }) => match steps.as_slice() {
                [Step { value, ramp_weeks: 0, .. }] => Some(plain(*value)),
                _ => None,
            },
            None => match Number::replaced_by(key) {
                Some(number) => Some(short_text(organisation, number)),
                None => LEVERS[lever].meta.neutral.map(plain),
            },
        };
    }
    if let Some(parameter) = Params::position(key) {
        let known = base.parameters.get(parameter).filter(|distribution| distribution.is_fixed())?;
        return Some(known.best_guess().to_string());
    }
    Number::all().find(|number| number.path() == key).map(|number| short_text(organisation, number))
}

/// Seconds that a core takes for so many scenarios like one.
fn seconds(scenarios: u64, base: &Scenario) -> f64 {
    let e = &base.experiment;
    let draws = u64::from(e.samples) * u64::from(e.replicates) + u64::from(e.extra_replicate.min(e.samples));
    let weeks = u64::from(base.residents) * u64::from(e.years) * WEEKS_PER_YEAR as u64;
    (scenarios * draws) as f64 * weeks as f64 / RESIDENT_WEEKS_PER_SECOND
}

/// Seconds in words.
pub fn duration(seconds: f64) -> Text {
    let whole = |x: f64| libm::ceil(x).max(1.0);
    match seconds {
        ..90.0 => {
            let n = whole(seconds);
            text!("{n} seconds", "{n} seconden")
        }
        90.0..5_400.0 => {
            let n = whole(seconds / 60.0);
            text!("{n} minutes", "{n} minuten")
        }
        _ => {
            let n = whole(seconds / 3_600.0);
            text!("{n} hours", "{n} uur")
        }
    }
}

fn too_many(count: u64, base: &Scenario) -> Diagnostic {
    let (time, residents) = (&duration(seconds(count, base)), base.residents);
    Diagnostic {
        file: "--vary".to_owned(),
        message: text!("makes {count} points", "geeft {count} punten"),
        value: count.to_string(),
        allowed: text!("at most {MOST_POINTS} points", "ten hoogste {MOST_POINTS} punten"),
        help: text!(
            "with {residents} residents they would take a core some {time}: take larger steps, or --design sobol \
             --points 64",
            "met {residents} inwoners kost dat één kern zo'n {time}: neem grotere stappen, of --design sobol --points \
             64";
            time
        ),
        ..Diagnostic::default()
    }
}

fn too_many_axes(count: usize) -> Diagnostic {
    Diagnostic {
        file: "--vary".to_owned(),
        message: text!("{count} keys are varied", "er worden {count} sleutels gevarieerd"),
        allowed: text!("at most {MOST_DIMENSIONS} with sobol", "ten hoogste {MOST_DIMENSIONS} met sobol"),
        ..Diagnostic::default()
    }
}
