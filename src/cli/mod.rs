//! The command line: the only ring that prints and reads clocks.
//!
//! What is meant to be read goes to stdout, the rest to stderr. A reader that closes the pipe early (`| head`) ends the
//! program quietly.

pub mod args;
mod calibrate;
mod check;
pub mod compare;
mod cpu_time;
mod decides;
mod diagnose;
mod diff;
mod district;
mod explain;
mod failure;
mod feedback;
mod game;
mod help;
mod judge;
pub mod keeping;
mod levers;
mod loops;
mod microdata;
mod mistakes;
mod numbers;
mod page;
mod printing;
mod registry;
pub mod report;
mod scenarios;
mod schema;
mod sensitivity;
#[cfg(feature = "serve")]
mod serve;
mod story;
mod sweep;
mod tables;
mod tongue;
mod tour;
mod validate;
mod validate_districts;

use std::ffi::OsString;
use std::process::ExitCode;

pub use diagnose::plain;
pub use district::district;
pub use failure::Failure;

use args::Command;
use printing::{emit, remark};

use crate::language::Lang;

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    compare::outlive_full_files();
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let lang = tongue::scanned(&arguments);
    let words: Vec<String> = arguments.iter().map(|a| a.to_string_lossy().into_owned()).collect();
    let cli = match mistakes::parse(arguments, lang) {
        Ok(cli) => cli,
        Err(mut mistakes) => {
            for problem in &mut mistakes.problems {
                mistakes::hint_at_blanks(problem, &words);
            }
            return usage(mistakes, lang, writes(&words));
        }
    };
    let result = match &cli.command {
        Command::Check(args) => check::check(args),
        Command::Explain(args) => explain::explain(args),
        Command::Scenarios(args) => scenarios::scenarios(args),
        Command::Loops(args) => loops::loops(args),
        Command::Levers(args) => levers::levers(args),
        Command::Registry(args) => registry::registry(args),
        Command::Microdata(args) => microdata::microdata(args),
        Command::Judge(args) => judge::told(args),
        Command::Schema(_) => schema::schema(),
        Command::District(args) => district::district(args),
        Command::Validate(args) if args.districts.is_some() => validate_districts::validate_districts(args),
        Command::Validate(args) => validate::validate(args),
        Command::Calibrate(args) => calibrate::calibrate(args),
        Command::Decides(args) => decides::decides(args),
        Command::Sensitivity(args) => sensitivity::sensitivity(args),
        Command::Sweep(args) => sweep::sweep(args),
        Command::Compare(args) => compare::compare(args),
        Command::Run(args) => compare::run(args),
        Command::Resume(args) => keeping::resume(args),
        Command::Merge(args) => keeping::merge(args),
        Command::Verify(args) => keeping::verify(args),
        Command::Diff(args) => diff::diff(args),
        Command::Story(args) => story::tell(args),
        Command::Tour(args) => tour::tour(args),
        Command::Game(args) => game::game(args),
        Command::Page(args) => page::write(args),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::serve(args),
        Command::Report(args) => report::report(args).and_then(|text| emit(&text)),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(mut failure) => {
            if let Failure::Input(problems) = &mut failure {
                for problem in problems {
                    mistakes::hint_at_blanks(problem, &words);
                }
            }
            diagnose::report(&failure, lang, writes(&words));
            ExitCode::from(failure.exit_code())
        }
    }
}

/// The commands that write no file of their own.
const READERS: [&str; 8] = ["check", "explain", "scenarios", "loops", "levers", "schema", "story", "verify"];

/// Whether a command line is of a command that writes files.
fn writes(words: &[String]) -> bool {
    let is_option = |word: &String| word == "--write" || word.starts_with("--write=");
    let reads = words.get(1).is_some_and(|word| READERS.contains(&word.as_str()));
    !reads || words.iter().any(is_option)
}

/// Tells what is wrong with the command line; help and version are no mistakes.
fn usage(mistakes: mistakes::Mistakes, lang: Lang, writes: bool) -> ExitCode {
    let mut code = 2;
    if let Some(error) = &mistakes.rest {
        match mistakes::in_dutch(error).filter(|_| lang == Lang::Nl) {
            Some(text) => remark(&text),
            // A closed pipe is the reader's choice.
            None => drop(error.print()),
        }
        code = u8::try_from(error.exit_code()).unwrap_or(2);
    }
    if !mistakes.problems.is_empty() {
        diagnose::report(&Failure::Input(mistakes.problems), lang, writes);
        code = 2;
    }
    ExitCode::from(code)
}
