//! `kantel compare` and `kantel run`: a [`Study`] with a terminal, a clock and a folder.
//!
//! The order is: everything that can be refused is refused before the first simulation; a terminal sees a first
//! estimate and then the table as far as it is; the folder appears whole with the table; the loops are cut and a
//! household is followed after it, and added. Whenever it is interrupted, what is finished is left as a folder.

mod by_district;
mod course;
mod job;
mod live;
mod progress;
mod short_table;
mod signals;
mod writing;

use super::Failure;
use super::args::{CompareArgs, OutputOptions, RunArgs};
use super::mistakes::{no_variant, organisation_twice, several_worlds};
use super::tongue::{spoken, written};
use crate::experiment::Simulator;
use crate::scenario::{Overrides, load_all};
use crate::study::{Options, Study};

pub use course::execute;
pub(super) use course::unkept_failure;
pub use job::{Job, Screen};
pub use live::Live;
pub use progress::Bar;
pub(super) use signals::stop;
pub(super) use writing::{default_below, folder_failure};

/// `kantel compare`.
///
/// # Errors
/// Wrong input, a disk that fails, or an interruption; nothing half-written is left then.
pub fn compare(args: &CompareArgs) -> Result<(), Failure> {
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
    let options = Options {
        threads: threads(&args.output),
        loop_samples: args.loops,
        loop_residents: args.loop_residents,
        lives: !args.no_lives,
    };
    at_the_terminal(Study::load(&sources, &overrides, &options).map_err(Failure::Input)?, &args.output)
}

/// `kantel run`.
///
/// # Errors
/// As [`compare`].
pub fn run(args: &RunArgs) -> Result<(), Failure> {
    let options = Options { threads: threads(&args.output), ..Options::default() };
    let study = Study::load(&[args.source()], &args.overrides(), &options);
    at_the_terminal(study.map_err(Failure::Input)?, &args.output)
}

/// One per core where nothing is asked for; the manifest tells how many that were.
fn threads(output: &OutputOptions) -> usize {
    let cores = || std::thread::available_parallelism().map_or(1, usize::from);
    output.threads.map_or_else(cores, |threads| threads as usize)
}

/// Runs a study with the terminal as screen; a signal to stop ends it in order.
fn at_the_terminal(study: Study, output: &OutputOptions) -> Result<(), Failure> {
    let job = Job {
        study,
        out: output.out.clone(),
        force: output.force,
        lang: written(output.lang),
        spoken: spoken(output.lang),
        csv: output.csv,
        quiet: output.quiet,
        verbose: output.verbose,
        command: std::env::args().collect(),
    };
    let stop = signals::stop()?;
    let (mut out, mut err) = (std::io::stdout(), std::io::stderr());
    let live = if job.quiet { None } else { Live::on_terminal() };
    execute(&job, &Simulator, &stop, &mut Screen { out: &mut out, err: &mut err, live }).map(|_| ())
}
