//! `kantel merge PART... --out DIR`: the parts of a study put together, in any order, to the result of one run.

use std::sync::Arc;

use super::super::args::MergeArgs;
use super::super::compare::{Job, at_the_terminal};
use super::place::{INSIDE, Keeping, begin, beside, differences, failure, header, missing, open};
use super::resume::{again, command_of, go_to, without};
use crate::cli::Failure;
use crate::cli::tongue::{spoken, written};
use crate::diagnostics::Diagnostic;
use crate::experiment::Draw;
use crate::language::{Text, text};
use crate::store::{Courses, Header, StoreError};

/// The most samples that are named when they are missing.
const MOST_NAMED: usize = 12;

/// `kantel merge`.
///
/// # Errors
/// If parts are of different studies, draws are missing, or as for `kantel compare`.
pub(in crate::cli) fn merge(args: &MergeArgs) -> Result<(), Failure> {
    let lang = spoken(args.lang);
    let absolute = |path| std::path::absolute(path).map_err(|e| failure(StoreError::Disk(args.out.clone(), e)));
    let out = absolute(&args.out)?;
    let mut parts = Vec::new();
    let mut named = Vec::new();
    for dir in &args.parts {
        let path = absolute(dir)?.join(INSIDE);
        if named.contains(&path) {
            return Err(Failure::Input(vec![named_twice(&path)]));
        }
        parts.push(open(&path, lang)?);
        named.push(path);
    }
    let Some(first) = parts.first() else { return Err(Failure::Input(vec![no_part()])) };
    let (command, folder) = command_of(&args.out, first.header())?;
    let told = without(&command, &["--shard", "--out"]);
    let (study, output) = go_to(&folder, || again(&told, args.threads, &args.out))?;
    let now = header(&study, &told, None);
    let problems: Vec<Diagnostic> = parts.iter().flat_map(|part| of_another(part, &now)).collect();
    if !problems.is_empty() {
        return Err(Failure::Input(problems));
    }
    let lacks = study.plan().draws().into_iter().filter(|draw| parts.iter().all(|part| lacks(part, &study, *draw)));
    let lacks: Vec<u32> = lacks.map(|draw| draw.sample).collect();
    if !lacks.is_empty() {
        return Err(Failure::Input(vec![not_there(&lacks, &parts)]));
    }
    let courses = begin(&out, now, args.force)?;
    for part in &parts {
        courses.take_from(part).map_err(failure)?;
    }
    drop(parts);
    let job = Job {
        study,
        out: Some(out.clone()),
        force: args.force,
        lang: written(args.lang.or(output.lang)),
        spoken: lang,
        csv: output.csv,
        quiet: args.quiet || output.quiet,
        verbose: output.verbose,
        command: told,
        memory: None,
        keeping: Keeping::GoesOn(Arc::new(courses)),
    };
    let done = at_the_terminal(&job);
    if matches!(done, Err(Failure::Input(_))) {
        // The folder may not be written to: the parts are as they were, and nothing stands beside it.
        drop(std::fs::remove_file(beside(&out)));
    }
    done
}

fn named_twice(path: &std::path::Path) -> Diagnostic {
    let message = Text::fixed("is named more than once", "is meer dan eens genoemd");
    Diagnostic { file: path.display().to_string(), message, ..Diagnostic::default() }
}

/// Why a part is not of a study.
fn of_another(part: &Courses, now: &Header) -> Vec<Diagnostic> {
    let mut problems = differences(part.header(), now, part.path());
    if part.header().options != now.options || part.header().scenarios.len() != now.scenarios.len() {
        let file = part.path().display().to_string();
        let message = Text::fixed("is a part of another study", "is een deel van een andere studie");
        problems.push(Diagnostic { file, message, ..Diagnostic::default() });
    }
    problems
}

fn lacks(part: &Courses, study: &crate::study::Study, draw: Draw) -> bool {
    missing(study, part).binary_search(&draw).is_ok()
}

/// Samples are missing, and which parts would have them.
fn not_there(samples: &[u32], parts: &[Courses]) -> Diagnostic {
    let mut samples = samples.to_vec();
    samples.dedup();
    let of = parts.iter().filter_map(|part| part.header().shard).map(|shard| shard.of).max().unwrap_or(1);
    let mut of_parts: Vec<u32> = samples.iter().map(|sample| sample % of + 1).collect();
    of_parts.sort_unstable();
    of_parts.dedup();
    let list = |numbers: &[u32]| {
        let some = numbers.iter().take(MOST_NAMED).map(u32::to_string).collect::<Vec<_>>().join(", ");
        if numbers.len() > MOST_NAMED { some + ", ..." } else { some }
    };
    let (samples, parts) = (list(&samples), list(&of_parts));
    Diagnostic {
        message: text!(
            "samples are missing: {samples} (of part {parts} of {of})",
            "er ontbreken werelden: {samples} (van deel {parts} van {of})"
        ),
        help: text!(
            "kantel resume goes on with a part that was ended; name every part",
            "kantel resume gaat verder met een deel dat is gestopt; noem elk deel"
        ),
        ..Diagnostic::default()
    }
}

fn no_part() -> Diagnostic {
    Diagnostic { message: Text::fixed("no part is named", "er is geen deel genoemd"), ..Diagnostic::default() }
}
