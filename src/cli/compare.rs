//! `kantel compare` and `kantel run`: read scenarios, run them, say in a few lines what came out, write the result
//! folder.
//!
//! The order is: everything that can be refused is refused before the first simulation; the short table is printed as
//! soon as its figures are known; the loops are cut and a household is followed after it; the folder appears whole at
//! the end.

mod progress;
mod short_table;

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};
use signal_hook::consts::{SIGINT, SIGTERM};

use super::Failure;
use super::args::{CompareArgs, OutputOptions, RunArgs};
use super::cpu_time::cpu_seconds;
use super::diagnose::visible;
use super::report::lang;
use crate::cancel::Cancel;
use crate::diagnostics::Diagnostic;
use crate::experiment::{
    Comparison, Lives, Model, Plan, Results, RunError, compare as compare_pair, lives, loop_resident_years, loops,
    run as run_plan,
};
use crate::observation::Series;
use crate::report::folder::{Draft, FolderError, Input, Manifest, file_stem, hex, is_free};
use crate::report::wording::{Lang, closure_note};
use crate::report::{ReportData, render};
use crate::scenario::{Loaded, Overrides, Scenario, close, load_all, write_merged};
use crate::units::WEEKS_PER_YEAR;

pub use progress::Bar;

/// What is to be done: scenarios that were read and made comparable, and where the result goes.
#[derive(Clone, Debug)]
pub struct Job {
    /// What is to be run.
    pub plan: Plan,
    /// The scenarios as they were read, before closure changed them, in the order of the plan.
    pub given: Vec<Scenario>,
    /// Their texts in full, in the same order.
    pub texts: Vec<String>,
    /// What is allowed in the scenarios but probably not meant, in plain words.
    pub notes: Vec<String>,
    /// What closure changed, in plain words.
    pub closure_notes: Vec<String>,
    /// What was read for the scenarios.
    pub inputs: Vec<Input>,
    /// Result folder; `None` chooses one below `kantel-results`.
    pub out: Option<PathBuf>,
    /// Replace a result folder that exists.
    pub force: bool,
    /// Language of table and report.
    pub lang: Lang,
    /// Say only what is asked for.
    pub quiet: bool,
    /// Say how fast it was too, and what common draws saved.
    pub verbose: bool,
    /// The command line, for the manifest.
    pub command: Vec<String>,
}

/// Where a job writes what is meant to be read, and the rest.
pub struct Screen<'a> {
    /// What is meant to be read.
    pub out: &'a mut dyn Write,
    /// Everything else.
    pub err: &'a mut dyn Write,
}

/// `kantel compare` with a model that simulates and its series.
///
/// # Errors
/// Wrong input, a disk that fails, or an interruption; nothing half-written is left then.
pub fn compare<M: Model>(args: &CompareArgs, model: &M, series: Arc<[Series]>) -> Result<(), Failure> {
    let sources = args.sources();
    let overrides = args.overrides();
    if sources.len() < 2 {
        // A misspelt one is the nearer mistake. Options may name the scenario that is missing.
        load_all(&sources, &Overrides { set: Vec::new(), ..overrides }).map_err(Failure::Input)?;
        return Err(Failure::Input(vec![Diagnostic {
            file: sources[0].clone(),
            message: "a comparison needs a base and at least one variant".to_owned(),
            help: format!("kantel compare {0} VARIANT, or kantel run {0}", sources[0]),
            ..Diagnostic::default()
        }]));
    }
    let loaded = load_all(&sources, &overrides).map_err(Failure::Input)?;
    let mut job = job(loaded, series, &args.output);
    (job.plan.loop_samples, job.plan.loop_residents) = (args.loops, args.loop_residents);
    at_the_terminal(&job, model)
}

/// `kantel run` with a model that simulates and its series.
///
/// # Errors
/// As [`compare`].
pub fn run<M: Model>(args: &RunArgs, model: &M, series: Arc<[Series]>) -> Result<(), Failure> {
    let loaded = load_all(&[args.source()], &args.options.overrides()).map_err(Failure::Input)?;
    at_the_terminal(&job(loaded, series, &args.output), model)
}

/// Makes scenarios that [`load_all`] has found to share district, context and experiment comparable: closes them.
fn job(loaded: Vec<Loaded>, series: Arc<[Series]>, output: &OutputOptions) -> Job {
    let (notes, inputs) = (notes(&loaded), inputs(&loaded));
    let mut closure_notes = Vec::new();
    let texts = loaded.iter().map(|l| l.merged.clone()).collect();
    let given: Vec<Scenario> = loaded.into_iter().map(|l| l.scenario).collect();
    let lang = lang(output.lang);
    let base = &given[0];
    let mut scenarios = vec![base.clone()];
    for variant in &given[1..] {
        let mut closed = close(base, variant, variant.closure_against(base));
        closure_notes.extend(closed.notes.iter().map(|note| closure_note(lang, note)));
        if (&closed.scenario.experiment, &closed.scenario.output) != (&base.experiment, &base.output) {
            closure_notes.push(format!("{}: [experiment] and [output] are those of {}", variant.name, base.name));
            closed.scenario.experiment.clone_from(&base.experiment);
            closed.scenario.output.clone_from(&base.output);
        }
        scenarios.push(closed.scenario);
    }
    let mut plan = Plan::new(scenarios, series);
    // One per core where nothing is asked for; the manifest tells how many that were.
    let cores = || std::thread::available_parallelism().map_or(1, usize::from);
    plan.threads = output.threads.map_or_else(cores, |threads| threads as usize);
    let given = given.into_iter().zip(&plan.scenarios).map(|(g, s)| Scenario { name: s.name.clone(), ..g }).collect();
    Job {
        plan,
        given,
        texts,
        notes,
        closure_notes,
        inputs,
        out: output.out.clone(),
        force: output.force,
        lang,
        quiet: output.quiet,
        verbose: output.verbose,
        command: std::env::args().collect(),
    }
}

/// What to note of several scenarios: once what holds for all of them, the rest with the scenario's name.
fn notes(loaded: &[Loaded]) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for one in loaded {
        for warning in &one.warnings {
            let of_all = loaded.iter().all(|other| other.warnings.contains(warning));
            let note = if of_all { warning.clone() } else { format!("{}: {warning}", one.scenario.name) };
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    notes
}

/// Everything that was read, each once.
fn inputs(loaded: &[Loaded]) -> Vec<Input> {
    let mut inputs: Vec<Input> = Vec::new();
    for source in loaded.iter().flat_map(|one| &one.sources) {
        if inputs.iter().all(|input| input.name != source.name) {
            let sha256 = hex(&Sha256::digest(source.text.as_bytes()));
            inputs.push(Input { name: source.name.clone(), sha256 });
        }
    }
    inputs
}

/// The signals that ask to stop: Ctrl-C, the word of another program, and a terminal that is closed, unless that is to
/// be ignored (`nohup`) or nobody can tell.
fn stopping() -> Vec<i32> {
    let mut signals = vec![SIGINT, SIGTERM];
    #[cfg(unix)]
    {
        use signal_hook::consts::SIGHUP;

        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
        signals.extend(ignored.filter(|mask| mask >> (SIGHUP - 1) & 1 == 0).map(|_| SIGHUP));
    }
    signals
}

/// Does a job with the terminal as screen; a signal to stop ends it in order.
fn at_the_terminal<M: Model>(job: &Job, model: &M) -> Result<(), Failure> {
    let stop = Cancel::new();
    for signal in stopping() {
        signal_hook::flag::register(signal, stop.flag())
            .map_err(|error| Failure::Surroundings(format!("cannot listen to Ctrl-C: {error}")))?;
    }
    let (mut out, mut err) = (std::io::stdout(), std::io::stderr());
    execute(job, model, &stop, &mut Screen { out: &mut out, err: &mut err }).map(|_| ())
}

/// Does a job; gives the result folder.
///
/// # Errors
/// As [`compare`].
#[expect(clippy::disallowed_methods, reason = "the command line is the ring that reads clocks")]
pub fn execute<M: Model>(job: &Job, model: &M, stop: &Cancel, screen: &mut Screen<'_>) -> Result<PathBuf, Failure> {
    let begun = std::time::Instant::now();
    let plan = &job.plan;
    let target = job.out.clone().unwrap_or_else(|| default_target(Path::new("kantel-results"), plan));
    let mut draft = Draft::create(&target, job.force, plan, &job.texts).map_err(folder_failure)?;
    if !job.quiet {
        job.notes.iter().chain(&job.closure_notes).try_for_each(|note| write_line(screen.err, &visible(note)))?;
    }
    let bar = Bar::new(job.quiet, job.lang);
    let mut results = Results::new(plan);
    run_plan(plan, model, &mut (&mut results, &mut draft), stop, &bar).map_err(run_failure)?;
    bar.clear();
    draft.write_summary(plan, &results).map_err(folder_failure)?;
    let mut comparisons: Vec<Comparison> =
        (1..plan.scenarios.len()).map(|variant| compare_pair(plan, &results, variant)).collect();
    let text = if comparisons.is_empty() {
        short_table::single(job.lang, plan, &results)
    } else {
        comparisons.iter().map(|c| short_table::comparison(job.lang, plan, &results, c)).collect()
    };
    write_text(screen.out, &text)?;
    let one = u64::from(plan.base().residents) * u64::from(plan.experiment().years);
    let mut resident_years = plan.simulations() * one;
    if !comparisons.is_empty() && plan.loop_samples > 0 {
        let effects = loops(plan, model, &results, stop, &bar).map_err(unkept_failure)?;
        bar.clear();
        resident_years += loop_resident_years(plan);
        comparisons.iter_mut().zip(effects).for_each(|(comparison, effects)| comparison.loops = effects);
    }
    let told = lives(plan, model, stop, &bar).map_err(unkept_failure)?;
    bar.clear();
    if let Some(told) = &told {
        resident_years += 2 * one;
        draft.write_lives(told).map_err(folder_failure)?;
    }
    if !comparisons.is_empty() {
        draft.write_comparisons(&comparisons).map_err(folder_failure)?;
    }
    let variance_reduction: BTreeMap<_, _> =
        comparisons.iter().map(|c| (c.variant.clone(), short_table::variance_reduction(c))).collect();
    let gained: Vec<String> =
        variance_reduction.values().filter_map(|gains| short_table::gained(job.lang, gains)).collect();
    write_report(job, &results, comparisons, told, &draft).map_err(folder_failure)?;
    write_compared(job, &draft).map_err(folder_failure)?;
    if stop.is_cancelled() {
        return Err(Failure::Interrupted);
    }
    let cpu = cpu_seconds().filter(|s| *s > 0.0);
    let speed = cpu.map(|seconds| resident_years as f64 * f64::from(WEEKS_PER_YEAR) / seconds);
    let manifest = Manifest {
        command: job.command.clone(),
        closure_notes: job.closure_notes.clone(),
        notes: job.notes.clone(),
        inputs: job.inputs.clone(),
        wall_seconds: Some(begun.elapsed().as_secs_f64()),
        cpu_seconds: cpu,
        resident_weeks_per_cpu_second: speed,
        variance_reduction,
        made_at: std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok().map(|d| d.as_secs()),
        ..Manifest::of_plan(plan)
    };
    let folder = draft.finish(manifest).map_err(folder_failure)?;
    write_text(screen.out, &short_table::folder_line(job.lang, &folder))?;
    if job.verbose {
        let speed = speed.map(|speed| format!("{speed:.2e} resident-weeks per CPU second"));
        gained.into_iter().chain(speed).try_for_each(|line| write_line(screen.err, &line))?;
    }
    Ok(folder)
}

/// What stands above a variant that was closed anew in every sample: no file by itself can say that.
const BY_SAMPLE: &str = "# Closed with the means of the uncertain numbers. The comparison closed it anew in every sample, with what both\n\
                         # scenarios drew: alone, this file does not run to the same numbers.\n";

/// Writes each variant that closure changed a second time, as it was compared: alone it runs to the same numbers,
/// unless closure depends on uncertain numbers.
fn write_compared(job: &Job, draft: &Draft) -> Result<(), FolderError> {
    let variants = job.given.iter().zip(&job.plan.scenarios).skip(1);
    variants.filter(|(given, compared)| given != compared).try_for_each(|(_, compared)| {
        let above = if compared.closing.is_some() { BY_SAMPLE } else { "" };
        let text = format!("{above}{}", write_merged(compared));
        draft.write_text(&format!("scenarios/{}-as-compared.toml", file_stem(&compared.name)), &text)
    })
}

/// Renders the report and its figures into the draft.
fn write_report(
    job: &Job,
    results: &Results,
    comparisons: Vec<Comparison>,
    lives: Option<Lives>,
    draft: &Draft,
) -> Result<(), FolderError> {
    let plan = &job.plan;
    let files = plan.scenarios.iter().map(|s| format!("scenarios/{}.toml", file_stem(&s.name))).collect();
    let data = ReportData::from_results(plan, &job.given, files, results, comparisons);
    let data = ReportData { lives, ..data };
    let report = render(&data, job.lang);
    draft.write_text("report.html", &report.html)?;
    report.figures.iter().try_for_each(|figure| draft.write_text(&format!("figures/{}.svg", figure.name), &figure.svg))
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
    let message = error.to_string();
    let input =
        |message| Failure::Input(vec![Diagnostic { file: "--out".to_owned(), message, ..Diagnostic::default() }]);
    match error {
        FolderError::Exists(_)
        | FolderError::Foreign(_)
        | FolderError::Mixed(..)
        | FolderError::Dangling(_)
        | FolderError::Busy(_) => input(message),
        FolderError::Disk { error, path, .. } if error.kind() == std::io::ErrorKind::NotADirectory => {
            input(format!("{} cannot be a folder: a file stands in the way", path.display()))
        }
        FolderError::Disk { .. } | FolderError::Content { .. } => Failure::Surroundings(message),
    }
}

fn run_failure(error: RunError<FolderError>) -> Failure {
    match error {
        RunError::Interrupted => Failure::Interrupted,
        RunError::Sink(error) => folder_failure(error),
        RunError::Threads(_) => Failure::Surroundings(error.to_string()),
    }
}

/// Why a run ended early whose results nobody keeps as they come.
fn unkept_failure(error: RunError<Infallible>) -> Failure {
    match error {
        RunError::Interrupted => Failure::Interrupted,
        other => Failure::Surroundings(other.to_string()),
    }
}

fn write_line(to: &mut dyn Write, text: &str) -> Result<(), Failure> {
    write_text(to, &format!("{text}\n"))
}

/// Writes a text; a reader that has gone is no failure.
fn write_text(to: &mut dyn Write, text: &str) -> Result<(), Failure> {
    match to.write_all(text.as_bytes()).and_then(|()| to.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::Surroundings(format!("cannot write to the terminal: {error}")))
        }
        _ => Ok(()),
    }
}
