//! Every mistake on the command line at once: clap stops at the first, so it is asked again without what was wrong.

use std::ffi::OsString;

use clap::FromArgMatches as _;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::args::{Cli, Command, command};
use super::help;
use super::numbers::SIZES;
use crate::diagnostics::Diagnostic;
use crate::experiment::HouseholdKind;
use crate::language::{Lang, Text, text};
use crate::scenario::{check_file, load_all};

/// What is wrong with a command line.
#[derive(Debug)]
pub(super) struct Mistakes {
    /// Each wrong option, and each mistake in the files that could be read all the same.
    pub(super) problems: Vec<Diagnostic>,
    /// What clap says of the rest: a request for help, a missing file, a wrong command.
    pub(super) rest: Option<clap::Error>,
}

/// Reads the arguments of a process, its own name first.
///
/// # Errors
/// Every mistake that can be told apart.
pub(super) fn parse(mut arguments: Vec<OsString>, lang: Lang) -> Result<Cli, Mistakes> {
    let mut problems = Vec::new();
    // The Dutch help has no command of its own for help.
    if lang == Lang::Nl && arguments.get(1).is_some_and(|word| word == "help") {
        arguments.remove(1);
        arguments.push("--help".into());
    }
    loop {
        let command = if lang == Lang::Nl { help::in_dutch(command()) } else { command() };
        let read = command.try_get_matches_from(&arguments).and_then(|matches| Cli::from_arg_matches(&matches));
        let error = match read {
            Ok(cli) if problems.is_empty() => return Ok(cli),
            Ok(cli) => {
                problems.extend(in_files(&cli.command));
                return Err(Mistakes { problems, rest: None });
            }
            Err(error) => error,
        };
        let Some(problem) = told(&error) else { return Err(Mistakes { problems, rest: Some(error) }) };
        let left = without(&arguments, &error, &problem);
        problems.push(problem);
        match left {
            Some(left) => arguments = left,
            None => return Err(Mistakes { problems, rest: None }),
        }
    }
}

/// Two words that may be one name, because nobody put quotes around it.
pub(super) fn hint_at_blanks(problem: &mut Diagnostic, words: &[String]) {
    let is_lost = ["no such file", "no such option or argument here"].iter().any(|m| problem.message.en.starts_with(m));
    let at = words.iter().skip(3).position(|word| *word == problem.file).map(|at| at + 3);
    let Some(before) = at.map(|at| &words[at - 1]).filter(|before| is_lost && !before.starts_with('-')) else { return };
    if problem.help.is_empty() {
        let whole = format!("{before} {}", problem.file);
        problem.help = text!(
            "if '{whole}' is one name, put quotes around it",
            "als '{whole}' één naam is, zet die dan tussen aanhalingstekens"
        );
    }
}

/// What clap says of a command as a whole, in Dutch; `None` for help and version, which are no mistakes.
pub(super) fn in_dutch(error: &clap::Error) -> Option<String> {
    let all = command();
    let commands: Vec<&str> = all.get_subcommands().map(clap::Command::get_name).collect();
    let commands = commands.join(", ");
    let named = list(error, ContextKind::InvalidArg).join(", ");
    let said = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let what = first(error, ContextKind::InvalidSubcommand);
            let near = list(error, ContextKind::SuggestedSubcommand).join(", ");
            let near = if near.is_empty() { String::new() } else { format!("; bedoelde u {near}?") };
            format!("{what}: deze opdracht bestaat niet (toegestaan: een van {commands}{near})")
        }
        ErrorKind::MissingRequiredArgument => format!("er ontbreekt: {named}"),
        ErrorKind::MissingSubcommand => format!("er ontbreekt een opdracht: een van {commands}"),
        ErrorKind::ArgumentConflict => {
            format!("{named} gaat niet samen met {}", list(error, ContextKind::PriorArg).join(", "))
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("{named}: een ander aantal waarden dan hier kan")
        }
        _ => return None,
    };
    Some(format!("{said}\n\nMeer weten: kantel --help"))
}

/// What clap says of one option, as a problem; `None` for what is about the command as a whole.
fn told(error: &clap::Error) -> Option<Diagnostic> {
    let name = first(error, ContextKind::InvalidArg).split_whitespace().next()?.to_owned();
    let value = first(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidValue => {
            let valid = list(error, ContextKind::ValidValue);
            let message = if value.is_empty() {
                Text::fixed("needs a value", "heeft een waarde nodig")
            } else {
                Text::fixed("a value that it does not take", "een waarde die hier niet kan")
            };
            let near = first(error, ContextKind::SuggestedValue);
            Some(Diagnostic {
                file: name.clone(),
                message,
                value,
                allowed: if name == "--household" { kinds() } else { allowed(&valid) },
                help: if near.is_empty() {
                    Text::default()
                } else {
                    text!("did you mean '{near}'?", "bedoelde u '{near}'?")
                },
                ..Diagnostic::default()
            })
        }
        ErrorKind::UnknownArgument => {
            let near = first(error, ContextKind::SuggestedArg);
            Some(Diagnostic {
                file: name,
                message: Text::fixed("no such option or argument here", "deze optie of dit argument bestaat hier niet"),
                help: near
                    .split_whitespace()
                    .next()
                    .map_or_else(Text::default, |near| text!("did you mean {near}?", "bedoelde u {near}?")),
                ..Diagnostic::default()
            })
        }
        _ => None,
    }
}

/// The kinds of households, each language in its own words.
fn kinds() -> Text {
    let [en, nl] = [HouseholdKind::key, HouseholdKind::dutch].map(|word| Text::one_of(&HouseholdKind::ALL.map(word)));
    Text { en: en.en, nl: nl.nl }
}

/// What an option takes: some words, or the range of a number.
fn allowed(valid: &[String]) -> Text {
    match valid {
        [] => Text::default(),
        [size] if size == SIZES => Text::fixed(SIZES, "een grootte zoals 2GiB of 512M"),
        [range] => match super::numbers::bounds(range) {
            Some((min, max)) => {
                text!("a whole number, {min} to {max}", "een geheel getal van {min} tot en met {max}")
            }
            None => Text::same(range.clone()),
        },
        several => Text::one_of(&several.iter().map(String::as_str).collect::<Vec<_>>()),
    }
}

/// The arguments without the wrong one; `None` where it is not clear what belongs to it.
fn without(arguments: &[OsString], error: &clap::Error, problem: &Diagnostic) -> Option<Vec<OsString>> {
    let (name, value) = (problem.file.as_str(), problem.value.as_str());
    let is_value = |at: usize| arguments.get(at).is_some_and(|a| a.to_string_lossy() == value);
    let joined = |argument: &OsString| argument.to_string_lossy().split_once('=').is_some_and(|(n, _)| n == name);
    let at = if value.is_empty() {
        arguments.iter().position(|a| a == name || joined(a))?
    } else {
        let whole = format!("{name}={value}");
        (0..arguments.len())
            .find(|&i| (arguments[i] == name && is_value(i + 1)) || arguments[i].to_string_lossy() == whole)?
    };
    let alone = arguments[at] != name;
    let followed = arguments.get(at + 1).is_some_and(|next| !next.to_string_lossy().starts_with('-'));
    let count = match error.kind() {
        _ if alone => 1,
        ErrorKind::InvalidValue => 1 + usize::from(!value.is_empty()),
        _ if !followed || !name.starts_with('-') => 1,
        _ => 1 + usize::from(takes_value(&first(error, ContextKind::SuggestedArg))?),
    };
    let mut left = arguments.to_vec();
    left.drain(at..at + count);
    Some(left)
}

/// Whether an option takes a value; `None` if there is none of this name.
fn takes_value(option: &str) -> Option<bool> {
    let long = option.split_whitespace().next()?.strip_prefix("--")?;
    let command = command();
    let found =
        command.get_subcommands().flat_map(clap::Command::get_arguments).find(|a| a.get_long() == Some(long))?;
    Some(found.get_action().takes_values())
}

fn first(error: &clap::Error, kind: ContextKind) -> String {
    list(error, kind).into_iter().next().unwrap_or_default()
}

fn list(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(several)) => several.clone(),
        _ => Vec::new(),
    }
}

/// The mistakes in the scenarios of a command whose options are wrong elsewhere.
fn in_files(command: &Command) -> Vec<Diagnostic> {
    let (sources, overrides) = match command {
        Command::Compare(args) => {
            let args = args.asked();
            (args.sources(), args.overrides())
        }
        Command::Run(args) => (vec![args.source()], args.options.overrides()),
        Command::Validate(args) => (vec![args.source()], args.options.overrides()),
        Command::Sweep(args) => (vec![args.source()], args.overrides()),
        Command::Explain(args) => (args.scenario.iter().cloned().collect(), args.options.overrides()),
        Command::Check(args) => return args.files.iter().filter_map(|file| check_file(file).err()).flatten().collect(),
        _ => return Vec::new(),
    };
    load_all(&sources, &overrides).err().unwrap_or_default()
}

/// That organisations are compared, and more than one scenario is named of which they could be.
pub(super) fn several_worlds(scenarios: &[String]) -> Diagnostic {
    Diagnostic {
        file: "--organisation".to_owned(),
        message: Text::fixed(
            "compares organisations in one scenario, and more than one is named",
            "vergelijkt organisaties in één scenario, en er staan er meer",
        ),
        value: scenarios.join(" "),
        allowed: Text::fixed("one scenario, or none for reactive", "één scenario, of geen: dan geldt reactive"),
        ..Diagnostic::default()
    }
}

/// That one organisation is compared with itself.
pub(super) fn organisation_twice(name: &str) -> Diagnostic {
    Diagnostic {
        file: "--organisation".to_owned(),
        message: Text::fixed("names one organisation twice", "noemt één organisatie twee keer"),
        value: name.to_owned(),
        allowed: Text::fixed("organisations that differ", "organisaties die verschillen"),
        ..Diagnostic::default()
    }
}

/// That a comparison names one scenario only.
pub(super) fn no_variant(base: &str) -> Diagnostic {
    Diagnostic {
        file: base.to_owned(),
        message: Text::fixed(
            "a comparison needs a base and at least one variant",
            "een vergelijking heeft een base en ten minste één variant nodig",
        ),
        help: text!(
            "kantel compare {base} VARIANT, or kantel run {base}",
            "kantel compare {base} VARIANT, of kantel run {base}"
        ),
        ..Diagnostic::default()
    }
}
