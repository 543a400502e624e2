//! `kantel resume DIR`: goes on with a run that was ended, or adds samples or scenarios to one that is done.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::args::{Cli, Command, ResumeArgs, command};
use super::super::compare::{Job, at_the_terminal, options_of, study_of};
use super::place::{INSIDE, Keeping, beside, differences, failure, header, open};
use super::shard::{Part, shard};
use crate::cli::Failure;
use crate::cli::args::OutputOptions;
use crate::cli::tongue::{spoken, written};
use crate::diagnostics::Diagnostic;
use crate::language::{Lang, Text, text};
use crate::report::folder::read;
use crate::scenario::Overrides;
use crate::store::{Courses, Header, StoreError};
use crate::study::Study;
use clap::FromArgMatches as _;

/// `kantel resume`.
///
/// # Errors
/// If there is nothing to go on with, the study has changed, or as for `kantel compare`.
pub(in crate::cli) fn resume(args: &ResumeArgs) -> Result<(), Failure> {
    let dir = std::path::absolute(&args.dir).map_err(|error| failure(StoreError::Disk(args.dir.clone(), error)))?;
    let lang = spoken(args.lang);
    let courses = found(&dir, lang)?;
    let told = command_of(&dir, courses.header())?;
    let (study, output) = again(&told, &args.changes(), &dir)?;
    let now = header(&study, &told, courses.header().shard);
    let problems = differences(courses.header(), &now, courses.path());
    if !problems.is_empty() {
        return Err(Failure::Input(problems));
    }
    let (quiet, lang) = (args.quiet || output.quiet, args.lang.map_or(lang, |_| spoken(args.lang)));
    if let Some(part) = courses.header().shard {
        drop(courses);
        return shard(&Part { study: &study, shard: part, dir: &dir, command: &told, lang, quiet });
    }
    let job = Job {
        study,
        out: Some(dir),
        force: true,
        lang: written(args.lang.or(output.lang)),
        spoken: lang,
        csv: output.csv,
        quiet,
        verbose: output.verbose,
        command: told,
        keeping: Keeping::GoesOn(Arc::new(courses)),
    };
    at_the_terminal(&job)
}

/// What changes in a study that goes on.
#[derive(Clone, Debug, Default)]
pub(super) struct Changes {
    /// Samples, instead of those of the command.
    pub(super) samples: Option<u32>,
    /// Replicates in the same way.
    pub(super) replicates: Option<u32>,
    /// Threads.
    pub(super) threads: Option<u32>,
    /// Further scenarios, compared with the base.
    pub(super) add: Vec<String>,
}

impl ResumeArgs {
    fn changes(&self) -> Changes {
        let Self { samples, replicates, threads, add, .. } = self;
        Changes { samples: *samples, replicates: *replicates, threads: *threads, add: add.clone() }
    }
}

/// The store of a result: beside it while it is not done, in it afterwards, where it is copied so that what is there
/// stays until something better takes its place.
///
/// # Errors
/// If there is none, or it cannot be used.
pub(super) fn found(dir: &Path, lang: Lang) -> Result<Courses, Failure> {
    let (outside, inside) = (beside(dir), dir.join(INSIDE));
    if outside.exists() {
        return open(&outside, lang);
    }
    if !inside.exists() {
        return Err(Failure::Input(vec![nothing(dir)]));
    }
    let courses = open(&inside, lang)?;
    if courses.header().shard.is_some() {
        return Ok(courses);
    }
    let copy = Courses::begin(&outside, courses.header().clone()).map_err(failure)?;
    copy.take_from(&courses).map_err(failure)?;
    Ok(copy)
}

/// The command line that a result came from; where paths in it were meant from elsewhere, this process goes there.
///
/// # Errors
/// If the manifest cannot be read.
pub(super) fn command_of(dir: &Path, header: &Header) -> Result<Vec<String>, Failure> {
    if header.command.is_empty() {
        let folder = read(dir).map_err(|error| Failure::Surroundings(error.said()))?;
        return Ok(folder.manifest.command);
    }
    let there = PathBuf::from(&header.folder);
    if there.is_dir() {
        // A file that is not found from here either is told by name when it is read.
        drop(std::env::set_current_dir(there));
    }
    Ok(std::iter::once("kantel".to_owned()).chain(header.command.iter().cloned()).collect())
}

/// The study of a command line, with changes, and how its result is written.
///
/// # Errors
/// If it is no command that keeps courses, or has become wrong.
pub(super) fn again(told: &[String], changes: &Changes, dir: &Path) -> Result<(Study, OutputOptions), Failure> {
    let parsed = command().try_get_matches_from(told).and_then(|matches| Cli::from_arg_matches(&matches));
    let set = |overrides: Overrides| Overrides {
        samples: changes.samples.or(overrides.samples),
        replicates: changes.replicates.or(overrides.replicates),
        ..overrides
    };
    match parsed.map(|cli| cli.command) {
        Ok(Command::Compare(args)) => {
            let mut args = args.asked();
            args.output.threads = changes.threads.or(args.output.threads);
            let sources = [args.sources(), changes.add.clone()].concat();
            let study = study_of(&args, &sources, &set(args.overrides()))?;
            Ok((study, args.output))
        }
        Ok(Command::Run(args)) => {
            let mut args = args;
            args.output.threads = changes.threads.or(args.output.threads);
            let sources = [vec![args.source()], changes.add.clone()].concat();
            let options = options_of(&args.output);
            let study = Study::load(&sources, &set(args.overrides()), &options).map_err(Failure::Input)?;
            Ok((study, args.output))
        }
        _ => Err(Failure::Input(vec![nothing(dir)])),
    }
}

/// There is nothing to go on with.
fn nothing(dir: &Path) -> Diagnostic {
    Diagnostic {
        file: dir.display().to_string(),
        message: Text::fixed(
            "there are no courses of kantel compare or kantel run to go on with",
            "er zijn geen verlopen van kantel compare of kantel run om mee verder te gaan",
        ),
        allowed: text!(
            "a result folder with {INSIDE}, or the --out of a run that was ended",
            "een map met resultaten met {INSIDE}, of de --out van een run die is gestopt"
        ),
        ..Diagnostic::default()
    }
}
