//! `kantel check`: every problem of every file; nothing is run.

use std::fmt::Write as _;
use std::path::Path;

use super::args::CheckArgs;
use super::diagnose::visible;
use super::tongue::spoken;
use super::{Failure, emit, remark};
use crate::language::Lang;
use crate::scenario::{Checked, check_file, question};

/// Most differences from a base that are told.
const MOST: usize = 40;

/// Checks the files and says `ok` of each good one.
///
/// # Errors
/// [`Failure::Input`] with the problems of all files.
pub(super) fn check(args: &CheckArgs) -> Result<(), Failure> {
    let lang = spoken(args.lang);
    let mut problems = Vec::new();
    for file in &args.files.iter().flat_map(|name| meant(name)).collect::<Vec<_>>() {
        match check_file(file) {
            Ok(checked) => {
                emit(&good(file, &checked, lang))?;
                for warning in checked.warnings {
                    remark(&visible(&format!("{file}: {}: {}", note(lang), warning.of(lang))));
                }
            }
            Err(more) => problems.extend(more),
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Failure::Input(problems)) }
}

/// The files of a question; any other name is itself.
fn meant(name: &str) -> Vec<String> {
    let asked = question(name).filter(|_| !Path::new(name).is_file());
    let Some(asked) = asked else { return vec![name.to_owned()] };
    let files = [&asked.arms, &asked.with, &asked.organisations, &asked.districts];
    files.into_iter().flatten().map(|file| format!("builtin:{file}")).collect()
}

/// The word before what is allowed but probably not meant.
pub(super) const fn note(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "note",
        Lang::Nl => "let op",
    }
}

/// `FILE: ok (scenario)` and what it changes of its base.
fn good(file: &str, checked: &Checked, lang: Lang) -> String {
    let kind = match (lang, checked.kind) {
        (Lang::Nl, "district") => "wijk",
        (Lang::Nl, "organisation") => "organisatie",
        (Lang::Nl, "world") => "wereld",
        (Lang::Nl, "questions") => "vragen",
        (_, kind) => kind,
    };
    let good = match lang {
        Lang::En => "ok",
        Lang::Nl => "goed",
    };
    let mut text = format!("{}: {good} ({kind})\n", visible(file));
    let base = &checked.base;
    let _ = match (lang, checked.changes.len()) {
        (_, 0) => Ok(()),
        (Lang::En, 1) => writeln!(text, "  1 difference from {base}:"),
        (Lang::En, count) => writeln!(text, "  {count} differences from {base}:"),
        (Lang::Nl, 1) => writeln!(text, "  1 verschil met {base}:"),
        (Lang::Nl, count) => writeln!(text, "  {count} verschillen met {base}:"),
    };
    for change in checked.changes.iter().take(MOST) {
        let _ = match lang {
            Lang::En => writeln!(text, "    {change}"),
            Lang::Nl => writeln!(text, "    {}", change.replace("not set", "niet bepaald")),
        };
    }
    if let Some(more) = checked.changes.len().checked_sub(MOST).filter(|more| *more > 0) {
        let _ = match lang {
            Lang::En => writeln!(text, "    and {more} more"),
            Lang::Nl => writeln!(text, "    en nog {more}"),
        };
    }
    text
}
