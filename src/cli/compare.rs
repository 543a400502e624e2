//! `kantel compare` and `kantel run`: a [`Study`] with a terminal, a clock and a folder.
//!
//! The order is: everything that can be refused is refused before the first simulation; a terminal sees a first
//! estimate and then the table as far as it is; the folder appears whole with the table; the loops are cut and a
//! household is followed after it, and added. Whenever it is interrupted, what is finished is left as a folder.

mod by_district;
mod course;
mod job;
mod live;
mod memory;
mod progress;
mod short_table;
mod signals;
mod writing;

use std::path::Path;

use super::Failure;
use super::args::{CompareArgs, OutputOptions, RunArgs};
use super::keeping::{Gathered, Keeping, Part, shard, study_of_results};
use super::mistakes::{no_variant, organisation_twice, several_worlds};
use super::tongue::{spoken, written};
use crate::diagnostics::Diagnostic;
use crate::experiment::{Model, Simulator};
use crate::language::Text;
use crate::scenario::{Overrides, load_all};
use crate::store::Kept;
use crate::study::{Options, Study};

pub use course::execute;
pub(super) use course::unkept_failure;
pub use job::{Job, Screen};
pub use live::Live;
pub use progress::Bar;
pub(super) use short_table::final_cells as difference_cells;
pub(super) use signals::{outlive_full_files, stop};
use writing::RESULTS;
pub(super) use writing::{default_below, folder_failure};

/// `kantel compare`.
///
/// # Errors
/// Wrong input, a disk that fails, or an interruption; nothing half-written is left then.
pub fn compare(args: &CompareArgs) -> Result<(), Failure> {
    let usual = args.usual_name().map(|name| default_below(Path::new(RESULTS), name));
    let args = &args.asked();
    if !args.results.is_empty() {
        return of_results(args);
    }
    let (sources, overrides) = (args.sources(), args.overrides());
    if !args.organisation.is_empty() && args.scenarios.len() > 1 {
        return Err(Failure::Input(vec![several_worlds(&args.scenarios)]));
    }
    let twice = |(place, name): (usize, &String)| args.organisation[..place].contains(name).then(|| name.clone());
    if let Some(name) = args.organisation.iter().enumerate().find_map(twice) {
        return Err(Failure::Input(vec![organisation_twice(&name)]));
    }
    if sources.len() < 2 {
        // A misspelt one is the nearer mistake. Options may name the scenario that is missing.
        load_all(&sources, &Overrides { set: Vec::new(), ..overrides }).map_err(Failure::Input)?;
        return Err(Failure::Input(vec![no_variant(&sources[0])]));
    }
    let mut study = study_of(args, &sources, &overrides)?;
    let memory = fitting(&mut study, &args.output)?;
    let Some(part) = args.shard else {
        let output = OutputOptions { out: args.output.out.clone().or(usual), ..args.output.clone() };
        return at_the_terminal(&job(study, memory, &output));
    };
    let Some(dir) = args.output.out.as_deref().filter(|_| !study.plan().grows) else {
        return Err(Failure::Input(vec![part_of_nothing()]));
    };
    let command: Vec<String> = std::env::args().collect();
    let (lang, quiet) = (spoken(args.output.lang), args.output.quiet);
    shard(&Part { study: &study, shard: part, dir, command: &command, lang, quiet })
}

/// Compares what is in finished folders; what they keep is not computed again.
fn of_results(args: &CompareArgs) -> Result<(), Failure> {
    let mut study = study_of(args, &[], &Overrides::default())?;
    let memory = fitting(&mut study, &args.output)?;
    let gathered = Gathered::of(&args.results, spoken(args.output.lang))?;
    done_by(&job(study, memory, &args.output), &Kept::new(&Simulator, &gathered.courses))
}

/// The study of a comparison.
pub(super) fn study_of(args: &CompareArgs, sources: &[String], overrides: &Overrides) -> Result<Study, Failure> {
    let options = Options {
        loop_samples: args.loops,
        loop_residents: args.loop_residents,
        lives: !args.no_lives,
        household: args.household,
        ..options_of(&args.output)
    };
    if !args.results.is_empty() {
        return study_of_results(&args.results, args.worlds_may_differ, &options);
    }
    Study::load(sources, overrides, &options).map_err(Failure::Input)
}

/// How the study of a single run is carried out.
pub(super) fn options_of(output: &OutputOptions) -> Options {
    Options { threads: threads(output), ..Options::default() }
}

/// `kantel run`.
///
/// # Errors
/// As [`compare`].
pub fn run(args: &RunArgs) -> Result<(), Failure> {
    let study = Study::load(&[args.source()], &args.overrides(), &options_of(&args.output));
    let mut study = study.map_err(Failure::Input)?;
    let memory = fitting(&mut study, &args.output)?;
    at_the_terminal(&job(study, memory, &args.output))
}

/// What a study will take of memory, with as many threads as fit.
fn fitting(study: &mut Study, output: &OutputOptions) -> Result<u64, Failure> {
    memory::fit(study, output.max_memory, spoken(output.lang))
}

/// One per core where nothing is asked for; the manifest tells how many that were.
fn threads(output: &OutputOptions) -> usize {
    let cores = || std::thread::available_parallelism().map_or(1, usize::from);
    output.threads.map_or_else(cores, |threads| threads as usize)
}

/// A study with where its result goes; its courses are kept.
fn job(study: Study, memory: u64, output: &OutputOptions) -> Job {
    Job {
        study,
        out: output.out.clone(),
        force: output.force,
        lang: written(output.lang),
        spoken: spoken(output.lang),
        csv: output.csv,
        quiet: output.quiet,
        verbose: output.verbose,
        command: std::env::args().collect(),
        memory: Some(memory),
        keeping: Keeping::Begun,
    }
}

/// Does a job with the terminal as screen; a signal to stop ends it in order.
pub(super) fn at_the_terminal(job: &Job) -> Result<(), Failure> {
    done_by(job, &Simulator)
}

/// The same by a model.
fn done_by<M: Model>(job: &Job, model: &M) -> Result<(), Failure> {
    let stop = signals::stop()?;
    let (mut out, mut err) = (std::io::stdout(), std::io::stderr());
    let live = if job.quiet { None } else { Live::on_terminal() };
    execute(job, model, &stop, &mut Screen { out: &mut out, err: &mut err, live }).map(|_| ())
}

/// A part takes a number of samples that all parts know, and a folder.
fn part_of_nothing() -> Diagnostic {
    Diagnostic {
        file: "--shard".to_owned(),
        message: Text::fixed("is a part of a stated number of samples", "is een deel van een gegeven aantal werelden"),
        allowed: Text::fixed(
            "with --samples N (or --design) and --out DIR",
            "met --samples N (of --design) en --out MAP",
        ),
        ..Diagnostic::default()
    }
}
