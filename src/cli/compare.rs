//! `kantel compare` and `kantel run`: read scenarios, run them, say in a few lines what came out, write the result
//! folder.
//!
//! The order is: everything that can be refused is refused before the first simulation; a terminal sees a first
//! estimate and then the table as far as it is; the folder appears whole with the table; the loops are cut and a
//! household is followed after it, and added. Whenever it is interrupted, what is finished is left as a folder.

mod course;
mod live;
mod progress;
mod short_table;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};
use signal_hook::consts::{SIGINT, SIGTERM};

use super::Failure;
use super::args::{CompareArgs, CsvForm, OutputOptions, RunArgs, ScenarioOptions};
use super::tongue::{spoken, written};
use crate::cancel::Cancel;
use crate::diagnostics::Diagnostic;
use crate::experiment::{Model, Plan, default_replicates};
use crate::language::{Lang, Text, text};
use crate::observation::Series;
use crate::plan::{ClosureNote, Scenario, close};
use crate::report::folder::{Input, hex};
use crate::report::wording::closure_note;
use crate::scenario::{Loaded, Overrides, load_all, write_merged};

pub use course::execute;
pub use live::Live;
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
    pub notes: Vec<Text>,
    /// What closure changed, in plain words.
    pub closure_notes: Vec<Text>,
    /// What was read for the scenarios.
    pub inputs: Vec<Input>,
    /// Names of the files of what is known, laid over every scenario.
    pub worlds: Vec<String>,
    /// Result folder; `None` chooses one below `kantel-results`.
    pub out: Option<PathBuf>,
    /// Replace a result folder that exists.
    pub force: bool,
    /// Language of what is written to files.
    pub lang: Lang,
    /// Language of what is shown: the same, unless nobody asked for one and the terminal has another.
    pub spoken: Lang,
    /// In which form the tables are written beside the plain one.
    pub csv: Option<CsvForm>,
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
    /// Where figures are shown while they come; `None` if nobody watches.
    pub live: Option<Live>,
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
        let one = &sources[0];
        return Err(Failure::Input(vec![Diagnostic {
            file: sources[0].clone(),
            message: Text::fixed(
                "a comparison needs a base and at least one variant",
                "een vergelijking heeft een base en ten minste één variant nodig",
            ),
            help: text!(
                "kantel compare {one} VARIANT, or kantel run {one}",
                "kantel compare {one} VARIANT, of kantel run {one}"
            ),
            ..Diagnostic::default()
        }]));
    }
    let loaded = load_all(&sources, &overrides).map_err(Failure::Input)?;
    let loaded = with_default_draws(loaded, &args.scenario);
    let grows = !states_draws(&loaded[0], &args.scenario);
    let mut job = job(loaded, series, &args.output);
    (job.plan.grows, job.plan.lives) = (grows, !args.no_lives);
    (job.plan.loop_samples, job.plan.loop_residents) = (args.loops, args.loop_residents);
    job.worlds = file_names(&overrides.with);
    at_the_terminal(&job, model)
}

/// `kantel run` with a model that simulates and its series.
///
/// # Errors
/// As [`compare`].
pub fn run<M: Model>(args: &RunArgs, model: &M, series: Arc<[Series]>) -> Result<(), Failure> {
    let overrides = args.options.overrides();
    let loaded = load_all(&[args.source()], &overrides).map_err(Failure::Input)?;
    let job = Job { worlds: file_names(&overrides.with), ..job(loaded, series, &args.output) };
    at_the_terminal(&job, model)
}

/// Whether somebody has said how many draws there are to be: in an option, or in a file of their own.
fn states_draws(base: &Loaded, options: &ScenarioOptions) -> bool {
    options.samples.is_some()
        || options.replicates.is_some()
        || ["experiment.samples", "experiment.replicates"].iter().any(|field| base.is_stated(field))
}

/// The scenarios with as many replicates as a district of their size gets by itself, unless somebody has said how many.
fn with_default_draws(mut loaded: Vec<Loaded>, options: &ScenarioOptions) -> Vec<Loaded> {
    let replicates = default_replicates(loaded[0].scenario.residents);
    if options.replicates.is_some() || loaded[0].is_stated("experiment.replicates") || replicates == 1 {
        return loaded;
    }
    for one in &mut loaded {
        (one.scenario.experiment.replicates, one.scenario.experiment.extra_replicate) = (replicates, 0);
        one.merged = write_merged(&one.scenario);
    }
    loaded
}

/// Makes scenarios that [`load_all`] has found to share district, context and experiment comparable: closes them.
fn job(loaded: Vec<Loaded>, series: Arc<[Series]>, output: &OutputOptions) -> Job {
    let (notes, inputs) = (notes(&loaded), inputs(&loaded));
    let mut closure_notes = Vec::new();
    let texts = loaded.iter().map(|l| l.merged.clone()).collect();
    let given: Vec<Scenario> = loaded.into_iter().map(|l| l.scenario).collect();
    let told = |note: &ClosureNote| {
        let (en, nl) = (closure_note(Lang::En, note), closure_note(Lang::Nl, note));
        text!("{en}", "{nl}")
    };
    let base = &given[0];
    let mut scenarios = vec![base.clone()];
    for variant in &given[1..] {
        let mut closed = close(base, variant, variant.closure_against(base));
        closure_notes.extend(closed.notes.iter().map(told));
        if (&closed.scenario.experiment, &closed.scenario.output) != (&base.experiment, &base.output) {
            let (name, of) = (&variant.name, &base.name);
            closure_notes.push(text!(
                "{name}: [experiment] and [output] are those of {of}",
                "{name}: [experiment] en [output] zijn die van {of}"
            ));
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
        worlds: Vec::new(),
        out: output.out.clone(),
        force: output.force,
        lang: written(output.lang),
        spoken: spoken(output.lang),
        csv: output.csv,
        quiet: output.quiet,
        verbose: output.verbose,
        command: std::env::args().collect(),
    }
}

/// What to note of several scenarios: once what holds for all of them, the rest with the scenario's name.
fn notes(loaded: &[Loaded]) -> Vec<Text> {
    let mut notes: Vec<Text> = Vec::new();
    for one in loaded {
        for warning in &one.warnings {
            let of_all = loaded.iter().all(|other| other.warnings.contains(warning));
            let name = &one.scenario.name;
            let note = if of_all { warning.clone() } else { text!("{name}: {warning}", "{name}: {warning}"; warning) };
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    notes
}

/// Files without their folders: a report does not depend on where they lie.
fn file_names(paths: &[String]) -> Vec<String> {
    let name = |path: &String| Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned());
    paths.iter().map(|path| name(path).unwrap_or_else(|| path.clone())).collect()
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
        // Who asks a second time does not want what is finished.
        signal_hook::flag::register_conditional_shutdown(signal, 130, stop.flag())
            .and_then(|_| signal_hook::flag::register(signal, stop.flag()))
            .map_err(|error| {
                Failure::Surroundings(text!(
                    "cannot listen to Ctrl-C: {error}",
                    "er kan niet naar Ctrl-C geluisterd worden: {error}"
                ))
            })?;
    }
    let (mut out, mut err) = (std::io::stdout(), std::io::stderr());
    let live = if job.quiet { None } else { Live::on_terminal() };
    execute(job, model, &stop, &mut Screen { out: &mut out, err: &mut err, live }).map(|_| ())
}
