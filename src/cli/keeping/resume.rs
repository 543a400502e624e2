//! `kantel resume DIR`: goes on with a run that was ended, or adds samples or scenarios to one that is done.

use std::path::Path;
use std::sync::Arc;

use super::super::args::{Cli, Command, ResumeArgs, command};
use super::super::compare::{Job, at_the_terminal, options_of, study_of};
use super::place::{INSIDE, Keeping, beside, differences, failure, header, manifest, open};
use super::shard::{Part, shard};
use crate::cli::Failure;
use crate::cli::args::OutputOptions;
use crate::cli::tongue::{spoken, written};
use crate::diagnostics::Diagnostic;
use crate::language::{Lang, Text, text};
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
    let (courses, is_copy) = found(&dir, lang)?;
    let done = go_on(args, &dir, lang, courses);
    if is_copy && matches!(done, Err(Failure::Input(_))) {
        // Nothing was done with the copy.
        drop(std::fs::remove_file(beside(&dir)));
    }
    done
}

fn go_on(args: &ResumeArgs, dir: &Path, lang: Lang, courses: Courses) -> Result<(), Failure> {
    let (before, folder) = command_of(dir, courses.header())?;
    let told = changed(&before, args);
    let (study, output) = go_to(&folder, || again(&told, args.threads, dir))?;
    let now = header(&study, &told, courses.header().shard);
    let problems = differences(courses.header(), &now, courses.path());
    if !problems.is_empty() {
        return Err(Failure::Input(problems));
    }
    let courses = if told == before { courses } else { of_command(courses, now)? };
    let (quiet, lang) = (args.quiet || output.quiet, args.lang.map_or(lang, |_| spoken(args.lang)));
    if let Some(part) = courses.header().shard {
        drop(courses);
        return shard(&Part { study: &study, shard: part, dir, command: &told, lang, quiet });
    }
    let job = Job {
        study,
        out: Some(dir.to_owned()),
        force: true,
        lang: written(args.lang.or(output.lang)),
        spoken: lang,
        csv: output.csv,
        quiet,
        verbose: output.verbose,
        command: told,
        memory: None,
        keeping: Keeping::GoesOn(Arc::new(courses)),
    };
    at_the_terminal(&job)
}

/// A command line with what changes in it.
fn changed(told: &[String], args: &ResumeArgs) -> Vec<String> {
    let counts = [("--samples", args.samples), ("--replicates", args.replicates)];
    let counts = counts.into_iter().filter_map(|(option, count)| Some((option, count?.to_string())));
    let mut told = told.to_vec();
    for (option, count) in counts {
        told = without(&told, &[option]);
        told.extend([option.to_owned(), count]);
    }
    told.extend(args.add.iter().flat_map(|scenario| ["--add".to_owned(), scenario.clone()]));
    told
}

/// A command line without some options and their values.
pub(super) fn without(told: &[String], options: &[&str]) -> Vec<String> {
    let mut left = Vec::new();
    let mut words = told.iter();
    while let Some(word) = words.next() {
        let is_one = options.contains(&word.as_str());
        let has_value =
            options.iter().any(|option| word.strip_prefix(option).is_some_and(|rest| rest.starts_with('=')));
        if is_one {
            words.next();
        } else if !has_value {
            left.push(word.clone());
        }
    }
    left
}

/// The same courses in a store that says another command, so that whoever ends this one finds what was asked for.
fn of_command(courses: Courses, header: Header) -> Result<Courses, Failure> {
    let path = courses.path().to_owned();
    let aside = path.with_extension("courses-new");
    drop(std::fs::remove_file(&aside));
    let anew = Courses::begin(&aside, header).map_err(failure)?;
    anew.take_from(&courses).map_err(failure)?;
    drop((anew, courses));
    std::fs::rename(&aside, &path).map_err(|error| failure(StoreError::Disk(path.clone(), error)))?;
    Ok(Courses::open(&path).map_err(failure)?.courses)
}

/// The store of a result: beside it while it is not done, in it afterwards, where it is copied so that what is there
/// stays until something better takes its place.
///
/// Whether it is such a copy.
///
/// # Errors
/// If there is none, or it cannot be used.
fn found(dir: &Path, lang: Lang) -> Result<(Courses, bool), Failure> {
    let (outside, inside) = (beside(dir), dir.join(INSIDE));
    if outside.exists() {
        return Ok((open(&outside, lang)?, false));
    }
    if !inside.exists() {
        return Err(Failure::Input(vec![nothing(dir)]));
    }
    let courses = open(&inside, lang)?;
    if courses.header().shard.is_some() {
        return Ok((courses, false));
    }
    let copy = Courses::begin(&outside, courses.header().clone()).map_err(failure)?;
    copy.take_from(&courses).map_err(failure)?;
    Ok((copy, true))
}

/// The command line that a result came from, and the folder in which it was given.
///
/// # Errors
/// If the manifest cannot be read.
pub(super) fn command_of(dir: &Path, header: &Header) -> Result<(Vec<String>, String), Failure> {
    if header.command.is_empty() {
        let manifest = manifest(dir)?;
        return Ok((manifest.command, manifest.folder));
    }
    let command = std::iter::once("kantel".to_owned()).chain(header.command.iter().cloned());
    Ok((command.collect(), header.folder.clone()))
}

/// Does something in the folder in which a command was given, where this process goes: paths in it were meant from
/// there. Where there is no such folder it is done here, and files that are not found are told with where they were.
///
/// # Errors
/// Those of what is done.
pub(super) fn go_to<T>(folder: &str, then: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    let is_there = std::env::set_current_dir(folder).is_ok();
    then().map_err(|mut failure| {
        if let Failure::Input(problems) = &mut failure
            && !is_there
            && !folder.is_empty()
        {
            problems.push(Diagnostic {
                message: text!(
                    "the command was given in {folder}, which is not here: files that it names are looked for from \
                     the folder where you are",
                    "het commando is gegeven in {folder}, en die map is er niet: bestanden die erin staan worden \
                     gezocht vanaf de map waar u bent"
                ),
                help: Text::fixed(
                    "go to a folder that has them in the same places",
                    "ga naar een map waarin ze op dezelfde plek staan",
                ),
                ..Diagnostic::default()
            });
        }
        failure
    })
}

/// The study of a command line, and how its result is written.
///
/// # Errors
/// If it is no command that keeps courses, or has become wrong.
pub(super) fn again(told: &[String], threads: Option<u32>, dir: &Path) -> Result<(Study, OutputOptions), Failure> {
    let parsed = command().try_get_matches_from(told).and_then(|matches| Cli::from_arg_matches(&matches));
    match parsed.map(|cli| cli.command) {
        Ok(Command::Compare(args)) => {
            let mut args = args.asked();
            args.output.threads = threads.or(args.output.threads);
            let study = study_of(&args, &args.sources(), &args.overrides())?;
            Ok((study, args.output))
        }
        Ok(Command::Run(args)) => {
            let mut args = args;
            args.output.threads = threads.or(args.output.threads);
            let study = Study::load(&[args.source()], &args.overrides(), &options_of(&args.output));
            Ok((study.map_err(Failure::Input)?, args.output))
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
