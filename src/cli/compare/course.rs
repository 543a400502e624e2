//! A job from the first simulation to the folder: a first estimate, the arms with more draws where a verdict needs
//! them, the folder, and then what is added to it.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::super::cpu_time::cpu_seconds;
use super::super::diagnose::visible;
use super::super::{Failure, unwritable};
use super::short_table::{self, Standing};
use super::{Bar, Job, Live, Screen};
use crate::cancel::Cancel;
use crate::diagnostics::Diagnostic;
use crate::experiment::{
    Comparison, KEY_FIGURES, Lives, LoopEffect, Model, Plan, Results, RunError, Sink, compare, compare_figures, lives,
    loop_resident_years, loop_simulations, loops, next_draws, run_draws,
};
use crate::language::{Lang, text};
use crate::observation::Trajectory;
use crate::plan::Scenario;
use crate::report::folder::{Draft, FolderError, Manifest, WORKBOOK, file_stem, is_free};
use crate::report::wording::interrupted;
use crate::report::{ReportData, render, workbook};
use crate::scenario::write_merged;
use crate::units::WEEKS_PER_YEAR;

/// Residents of the scale model of which the first estimate is, and its samples: about a second on one core.
const FIRST_RESIDENTS: u32 = 4_000;
const FIRST_SAMPLES: u32 = 8;
/// Draws of the whole district from which its own figures replace the first estimate.
const FIRST_DRAWS: usize = 5;

/// Does a job; gives the result folder.
///
/// # Errors
/// Wrong input, a disk that fails, or an interruption, which leaves what is finished.
pub fn execute<M: Model>(job: &Job, model: &M, stop: &Cancel, screen: &mut Screen<'_>) -> Result<PathBuf, Failure> {
    let mut course = Course::begin(job, model, stop, screen)?;
    course.first_estimate(screen.live.as_mut())?;
    let run = course.arms(screen.live.as_mut());
    course.bar.aside(|| screen.live.iter_mut().for_each(Live::wipe));
    match run {
        Ok(()) => {}
        Err(Failure::Interrupted) => return Err(course.leave_finished(screen)),
        Err(other) => return Err(other),
    }
    let table = course.table();
    course.bar.aside(|| write_text(screen.out, &table))?;
    let folder = course.publish(Added::default())?;
    course.bar.aside(|| write_text(screen.out, &short_table::folder_line(job.spoken, &folder)))?;
    course.add()?;
    course.bar.clear();
    if job.verbose {
        let speed = course.speed().map(|speed| format!("{speed:.2e} resident-weeks per CPU second"));
        let gained = course.variance_reduction();
        let gained = gained.values().filter_map(|gains| short_table::gained(job.spoken, gains));
        gained.chain(speed).try_for_each(|line| write_line(screen.err, &line))?;
    }
    Ok(folder)
}

/// What is computed after the arms and added to a result that is whole without it.
#[derive(Clone, Debug, Default)]
struct Added {
    /// What each feedback carries, by variant; empty where none was cut.
    loops: Vec<Vec<LoopEffect>>,
    lives: Option<Lives>,
}

/// A job under way.
struct Course<'a, M> {
    job: &'a Job,
    model: &'a M,
    stop: &'a Cancel,
    bar: Bar,
    draft: Draft,
    /// What is to be run, as far as that is known.
    plan: Plan,
    results: Results,
    /// Whether it was interrupted before all draws were there.
    cut_short: bool,
    begun: std::time::Instant,
    /// Simulated so far.
    resident_years: u64,
}

impl<'a, M: Model> Course<'a, M> {
    #[expect(clippy::disallowed_methods, reason = "the command line is the ring that reads clocks")]
    fn begin(job: &'a Job, model: &'a M, stop: &'a Cancel, screen: &mut Screen<'_>) -> Result<Self, Failure> {
        let begun = std::time::Instant::now();
        let plan = job.plan.clone();
        let target = job.out.clone().unwrap_or_else(|| default_target(Path::new("kantel-results"), &plan));
        let mut draft = Draft::create(&target, job.force, &plan, &job.texts).map_err(folder_failure)?;
        draft.also_in_dutch(job.csv.is_some());
        // What is hardly meant is said however quiet it is to be.
        let closure_notes = job.closure_notes.iter().filter(|_| !job.quiet);
        for note in job.notes.iter().chain(closure_notes) {
            write_line(screen.err, &visible(note.of(job.spoken)))?;
        }
        let cut = if cuts(&plan) { loop_resident_years(&plan) } else { 0 };
        let told = if tells(&plan) { 2 * resident_years(&plan) } else { 0 };
        let bar = Bar::new(job.quiet, job.spoken, plan.simulations() * resident_years(&plan) + cut + told);
        let results = Results::new(&plan);
        Ok(Self { job, model, stop, bar, draft, plan, results, cut_short: false, begun, resident_years: 0 })
    }

    /// Shows what a scale model says of a large district, for whoever watches: whether it was asked to stop is seen
    /// later.
    fn first_estimate(&self, live: Option<&mut Live>) -> Result<(), Failure> {
        let district = self.plan.base().residents;
        let Some(live) = live.filter(|_| self.plan.scenarios.len() > 1 && district > FIRST_RESIDENTS) else {
            return Ok(());
        };
        let small = self.plan.with_draws(FIRST_SAMPLES, 1, 0).scale_model(FIRST_RESIDENTS);
        let mut results = Results::new(&small);
        match run_draws(&small, &small.draws(), self.model, &mut results, self.stop, &()) {
            Ok(()) => {}
            Err(RunError::Interrupted) => return Ok(()),
            Err(other) => return Err(unkept_failure(other)),
        }
        let scale = f64::from(district) / f64::from(FIRST_RESIDENTS);
        let shown = self.plan.with_draws(FIRST_SAMPLES, 1, 0);
        let text = tables(self.job.spoken, &shown, &results, Standing::FirstEstimate(FIRST_RESIDENTS), scale);
        self.bar.aside(|| live.draw(&text));
        Ok(())
    }

    /// Runs the arms, with more draws as long as a key figure asks for them and there may be more.
    fn arms(&mut self, mut live: Option<&mut Live>) -> Result<(), Failure> {
        let mut draws = self.plan.draws();
        if self.job.plan.grows {
            self.bar.say(may_grow(self.job.spoken));
        }
        loop {
            self.run(&draws, live.as_deref_mut())?;
            let next = if self.job.plan.grows { self.grown() } else { None };
            let Some(next) = next else { break };
            let done = self.results.draws();
            draws = next.draws().into_iter().filter(|draw| !done.contains(draw)).collect();
            let simulations = draws.len() as u64 * next.scenarios.len() as u64;
            self.bar.lengthen(simulations * resident_years(&next));
            self.plan = next;
        }
        self.bar.say("");
        Ok(())
    }

    /// Runs these draws of every scenario.
    fn run(&mut self, draws: &[crate::experiment::Draw], live: Option<&mut Live>) -> Result<(), Failure> {
        let each = resident_years(&self.plan);
        let (plan, bar) = (&self.plan, &self.bar);
        let mut sink =
            Arriving { plan, bar, lang: self.job.spoken, live, results: &mut self.results, draft: &mut self.draft };
        let run = run_draws(plan, draws, self.model, &mut sink, self.stop, &bar.part(each));
        self.resident_years = self.results.draws().len() as u64 * plan.scenarios.len() as u64 * each;
        run.map_err(run_failure)
    }

    /// The plan with more draws; `None` if nothing asks for more, or there may be no more.
    fn grown(&self) -> Option<Plan> {
        let variants = 1..self.plan.scenarios.len();
        let key = |indicator: &str, group: &str, period| group == "all" && KEY_FIGURES.contains(&(indicator, period));
        let comparisons: Vec<Comparison> =
            variants.map(|variant| compare_figures(&self.plan, &self.results, variant, &key)).collect();
        next_draws(&self.plan, &comparisons)
    }

    /// The short table of what has been computed.
    fn table(&self) -> String {
        if self.plan.scenarios.len() > 1 {
            tables(self.job.spoken, &self.plan, &self.results, Standing::Final, 1.0)
        } else {
            short_table::single(self.job.spoken, &self.plan, &self.results)
        }
    }

    /// Writes everything about what has been computed, and puts the folder in its place.
    fn publish(&mut self, added: Added) -> Result<PathBuf, Failure> {
        self.write(added).and_then(|()| self.draft.publish(self.manifest())).map_err(folder_failure)
    }

    fn write(&mut self, added: Added) -> Result<(), FolderError> {
        let (plan, results) = (&self.plan, &self.results);
        let experiment = plan.experiment();
        let given: Vec<Scenario> =
            self.job.given.iter().map(|g| Scenario { experiment: experiment.clone(), ..g.clone() }).collect();
        if *experiment != self.job.plan.base().experiment {
            let texts: Vec<String> = given.iter().map(write_merged).collect();
            self.draft.write_plan(plan, &texts)?;
        }
        self.draft.write_summary(plan, results)?;
        let mut comparisons: Vec<Comparison> =
            (1..plan.scenarios.len()).map(|variant| compare(plan, results, variant)).collect();
        comparisons.iter_mut().zip(added.loops).for_each(|(comparison, effects)| comparison.loops = effects);
        if let Some(told) = &added.lives {
            self.draft.write_lives(told)?;
        }
        if !comparisons.is_empty() {
            self.draft.write_comparisons(&comparisons)?;
        }
        write_compared(&given, plan, &self.draft)?;
        let files = plan.scenarios.iter().map(|s| format!("scenarios/{}.toml", file_stem(&s.name))).collect();
        let data = ReportData::from_results(plan, &given, files, results, comparisons);
        let data = ReportData { lives: added.lives, worlds: self.job.worlds.clone(), ..data };
        let book = workbook(&data, self.job.lang).map_err(FolderError::unpacked)?;
        self.draft.write_bytes(WORKBOOK, &book)?;
        let report = render(&data, self.job.lang);
        self.draft.write_text("report.html", &report.html)?;
        let mut figures = report.figures.iter();
        figures.try_for_each(|figure| self.draft.write_text(&format!("figures/{}.svg", figure.name), &figure.svg))
    }

    /// Cuts each feedback and follows a household, and adds them to the folder.
    fn add(&mut self) -> Result<(), Failure> {
        let mut added = Added::default();
        if cuts(&self.plan) {
            let each = loop_resident_years(&self.plan) / loop_simulations(&self.plan).max(1);
            let effects = loops(&self.plan, self.model, &self.results, self.stop, &self.bar.part(each));
            added.loops = effects.map_err(unkept_failure)?;
            self.resident_years += loop_resident_years(&self.plan);
        }
        if tells(&self.plan) {
            let each = resident_years(&self.plan);
            added.lives = lives(&self.plan, self.model, self.stop, &self.bar.part(each)).map_err(unkept_failure)?;
            self.resident_years += 2 * each;
        }
        if !added.loops.is_empty() || added.lives.is_some() {
            self.publish(added)?;
        }
        Ok(())
    }

    /// Leaves what is finished as a result, and says of how many samples it is; nothing if there is none.
    fn leave_finished(&mut self, screen: &mut Screen<'_>) -> Failure {
        let planned = self.plan.experiment().samples;
        self.results.keep_whole_samples();
        if self.results.draws().is_empty() {
            return Failure::Interrupted;
        }
        self.plan = self.plan.as_far_as(&self.results);
        self.cut_short = true;
        let table = self.table();
        let left = self.publish(Added::default()).and_then(|folder| {
            let samples = self.plan.experiment().samples;
            let said = interrupted(self.job.spoken, samples, planned.max(samples), &folder.display().to_string());
            self.bar.aside(|| write_text(screen.out, &table).and_then(|()| write_line(screen.err, &said)))
        });
        self.bar.clear();
        left.err().unwrap_or(Failure::Interrupted)
    }

    /// What common draws saved on the key figures, by variant.
    fn variance_reduction(&self) -> BTreeMap<String, BTreeMap<String, f64>> {
        let key = |indicator: &str, group: &str, period| group == "all" && KEY_FIGURES.contains(&(indicator, period));
        let variants = 1..self.plan.scenarios.len();
        let comparisons = variants.map(|variant| compare_figures(&self.plan, &self.results, variant, &key));
        comparisons.map(|c| (c.variant.clone(), short_table::variance_reduction(&c))).collect()
    }

    fn speed(&self) -> Option<f64> {
        let seconds = cpu_seconds().filter(|s| *s > 0.0)?;
        Some(self.resident_years as f64 * f64::from(WEEKS_PER_YEAR) / seconds)
    }

    #[expect(clippy::disallowed_methods, reason = "the command line is the ring that reads clocks")]
    fn manifest(&self) -> Manifest {
        let job = self.job;
        Manifest {
            command: job.command.clone(),
            closure_notes: job.closure_notes.iter().map(|note| note.of(job.lang).to_owned()).collect(),
            notes: job.notes.iter().map(|note| note.of(job.lang).to_owned()).collect(),
            inputs: job.inputs.clone(),
            worlds: job.worlds.clone(),
            interrupted: self.cut_short,
            wall_seconds: Some(self.begun.elapsed().as_secs_f64()),
            cpu_seconds: cpu_seconds(),
            resident_weeks_per_cpu_second: self.speed(),
            variance_reduction: self.variance_reduction(),
            made_at: std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok().map(|d| d.as_secs()),
            ..Manifest::of_plan(&self.plan)
        }
    }
}

/// Takes trajectories as they come: keeps what is compared, writes them down, and shows the table as far as it is.
struct Arriving<'a> {
    plan: &'a Plan,
    bar: &'a Bar,
    lang: Lang,
    live: Option<&'a mut Live>,
    results: &'a mut Results,
    draft: &'a mut Draft,
}

impl Sink for Arriving<'_> {
    type Error = FolderError;

    fn deliver(&mut self, trajectory: &Trajectory) -> Result<(), FolderError> {
        self.results.keep(trajectory);
        self.draft.deliver(trajectory)?;
        let variants = self.plan.scenarios.len() - 1;
        let Some(live) = self.live.as_mut().filter(|live| variants > 0 && live.is_due()) else { return Ok(()) };
        if trajectory.scenario == variants && self.results.draws().len() >= FIRST_DRAWS {
            let plan = self.plan.as_far_as(self.results);
            let text = tables(self.lang, &plan, self.results, Standing::SoFar, 1.0);
            self.bar.aside(|| live.draw(&text));
        }
        Ok(())
    }
}

/// The short tables of every comparison, their figures multiplied by `scale`.
fn tables(lang: Lang, plan: &Plan, results: &Results, standing: Standing, scale: f64) -> String {
    let table = |variant: usize| {
        let wanted = |_: &str, group: &str, period| group == "all" && short_table::PERIODS.contains(&period);
        let comparison = compare_figures(plan, results, variant, &wanted).scaled(scale);
        short_table::comparison(lang, plan, results, &comparison, standing)
    };
    (1..plan.scenarios.len()).map(table).collect()
}

/// Whether feedbacks are cut.
fn cuts(plan: &Plan) -> bool {
    plan.scenarios.len() > 1 && plan.loop_samples > 0
}

/// Whether a household is followed.
fn tells(plan: &Plan) -> bool {
    plan.scenarios.len() > 1 && plan.lives
}

/// Resident-years of one simulation of a plan.
fn resident_years(plan: &Plan) -> u64 {
    u64::from(plan.base().residents) * u64::from(plan.experiment().years)
}

const fn may_grow(lang: Lang) -> &'static str {
    match lang {
        Lang::En => " (more if a figure needs it)",
        Lang::Nl => " (meer als een cijfer dat nodig heeft)",
    }
}

/// What stands above a variant that was closed anew in every sample: no file by itself can say that.
const BY_SAMPLE: &str = "# Closed with the means of the uncertain numbers. The comparison closed it anew in every \
                         sample, with what both\n\
                         # scenarios drew: alone, this file does not run to the same numbers.\n";

/// Writes each variant that closure changed a second time, as it was compared: alone it runs to the same numbers,
/// unless closure depends on uncertain numbers.
fn write_compared(given: &[Scenario], plan: &Plan, draft: &Draft) -> Result<(), FolderError> {
    let variants = given.iter().zip(&plan.scenarios).skip(1);
    variants.filter(|(given, compared)| given != compared).try_for_each(|(_, compared)| {
        let above = if compared.closing.is_some() { BY_SAMPLE } else { "" };
        let text = format!("{above}{}", write_merged(compared));
        draft.write_text(&format!("scenarios/{}-as-compared.toml", file_stem(&compared.name)), &text)
    })
}

/// `<base>-vs-<variant>` below a folder, with `-2`, `-3` if taken.
fn default_target(below: &Path, plan: &Plan) -> PathBuf {
    let names: Vec<String> = plan.scenarios.iter().map(|s| file_stem(&s.name)).collect();
    let name = names.join("-vs-");
    let mut target = below.join(&name);
    let mut number = 2;
    while !is_free(&target) {
        target = below.join(format!("{name}-{number}"));
        number += 1;
    }
    target
}

fn folder_failure(error: FolderError) -> Failure {
    let message = error.said();
    let input =
        |message| Failure::Input(vec![Diagnostic { file: "--out".to_owned(), message, ..Diagnostic::default() }]);
    match error {
        FolderError::Exists(_)
        | FolderError::Foreign(_)
        | FolderError::Mixed(..)
        | FolderError::Dangling(_)
        | FolderError::Busy(_) => input(message),
        FolderError::Disk { error, path, .. } if error.kind() == std::io::ErrorKind::NotADirectory => {
            let path = path.display();
            input(text!(
                "{path} cannot be a folder: a file stands in the way",
                "{path} kan geen map zijn: er staat een bestand in de weg"
            ))
        }
        FolderError::Disk { .. } | FolderError::Content { .. } => Failure::Surroundings(message),
    }
}

fn run_failure(error: RunError<FolderError>) -> Failure {
    match error {
        RunError::Interrupted => Failure::Interrupted,
        RunError::Sink(error) => folder_failure(error),
        RunError::Threads(why) => no_threads(&why),
    }
}

/// Why a run ended early whose results nobody keeps as they come.
fn unkept_failure(error: RunError<Infallible>) -> Failure {
    match error {
        RunError::Interrupted => Failure::Interrupted,
        RunError::Sink(never) => match never {},
        RunError::Threads(why) => no_threads(&why),
    }
}

fn no_threads(why: &str) -> Failure {
    Failure::Surroundings(text!("cannot start threads: {why}", "er kunnen geen threads gestart worden: {why}"))
}

fn write_line(to: &mut dyn Write, text: &str) -> Result<(), Failure> {
    write_text(to, &format!("{text}\n"))
}

/// Writes a text; a reader that has gone is no failure.
fn write_text(to: &mut dyn Write, text: &str) -> Result<(), Failure> {
    match to.write_all(text.as_bytes()).and_then(|()| to.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(unwritable(&error)),
        _ => Ok(()),
    }
}
