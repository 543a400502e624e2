//! Before anything is computed: whether what is asked for fits into memory.

use std::path::Path;

use super::super::printing::remark;
use crate::cli::Failure;
use crate::cli::check::note;
use crate::diagnostics::Diagnostic;
use crate::language::{Lang, Text, text};
use crate::study::{Memory, Study};

/// What a program without a study takes where the system does not tell.
const OF_PROGRAM: u64 = 20 << 20;

/// Sees to it that a study fits: with fewer threads where that suffices, which is said. Gives what it will take.
///
/// # Errors
/// If it does not fit with one thread, with what would.
pub(super) fn fit(study: &mut Study, most: Option<u64>, lang: Lang) -> Result<u64, Failure> {
    let memory = Memory::of(study);
    let here = own("VmRSS").unwrap_or(OF_PROGRAM);
    let needs = |threads: usize| memory.with(threads).saturating_add(here);
    let asked = study.plan().threads.max(1);
    let Some(limit) = most.or_else(left) else { return Ok(needs(asked)) };
    let Some(threads) = (1..=asked).rev().find(|threads| needs(*threads) <= limit) else {
        return Err(too_much(study, &memory, (needs(1), limit, here), most.is_some()));
    };
    if threads < asked {
        let (threads, would, limit) = (threads, size(needs(asked)), size(limit));
        remark(&format!(
            "{}: {}",
            note(lang),
            text!(
                "threads: {threads} instead of {asked}, which would take {would} of memory (there is {limit})",
                "threads: {threads} in plaats van {asked}, want daarvoor is {would} geheugen nodig (er is {limit})"
            )
            .of(lang)
        ));
        study.take_threads(threads);
    }
    Ok(needs(threads))
}

/// What it was to take and what it took, for who wants to know.
pub(super) fn taken(estimate: u64) -> Text {
    let estimate = size(estimate);
    match own("VmHWM").map(size) {
        Some(peak) => text!(
            "{peak} of memory at most; {estimate} were expected",
            "ten hoogste {peak} geheugen; verwacht was {estimate}"
        ),
        None => text!("{estimate} of memory expected", "verwacht was {estimate} geheugen"),
    }
}

/// Why a study does not fit, and what would.
fn too_much(study: &Study, memory: &Memory, (needs, limit, here): (u64, u64, u64), is_asked: bool) -> Failure {
    let room = limit.saturating_sub(here);
    let kept = memory.of_draw.saturating_mul(memory.draws);
    let residents = study.plan().base().residents;
    let for_district = room.saturating_sub(kept).saturating_sub(memory.fixed);
    let fitting = (u128::from(for_district) * u128::from(residents) / u128::from(memory.of_thread.max(1))) as u64;
    let for_draws = room.saturating_sub(memory.of_thread).saturating_sub(memory.fixed);
    let draws = for_draws / memory.of_draw.max(1);
    let help = if fitting >= 1_000 {
        let fitting = fitting / 1_000 * 1_000;
        text!(
            "some {fitting} residents would fit (--residents)",
            "zo'n {fitting} inwoners passen er wel in (--residents)"
        )
    } else if draws > 0 {
        text!(
            "some {draws} runs of each scenario would fit (--samples times --replicates)",
            "zo'n {draws} doorrekeningen per scenario passen er wel in (--samples maal --replicates)"
        )
    } else {
        Text::fixed("fewer residents, years or samples", "minder inwoners, jaren of werelden")
    };
    let (needs, limit) = (size(needs), size(limit));
    if is_asked {
        return Failure::Input(vec![Diagnostic {
            file: "--max-memory".to_owned(),
            message: text!(
                "with one thread too this takes some {needs} of memory",
                "ook met één thread is hiervoor zo'n {needs} geheugen nodig"
            ),
            value: limit,
            help,
            ..Diagnostic::default()
        }]);
    }
    Failure::Surroundings(text!(
        "with one thread too this takes some {needs} of memory, and this machine has {limit} to spare: {help}; \
         --max-memory says how much it may be",
        "ook met één thread is hiervoor zo'n {needs} geheugen nodig, en deze machine heeft {limit} over: {help}; \
         --max-memory zegt hoeveel het mag zijn";
        help
    ))
}

/// Bytes as people read them.
fn size(bytes: u64) -> String {
    bytesize::ByteSize::b(bytes).display().iec().to_string()
}

/// A line of what the system knows of this process, in bytes.
fn own(what: &str) -> Option<u64> {
    kilobytes(Path::new("/proc/self/status"), what)
}

/// What this machine, or the part of it that this process may use, has left.
fn left() -> Option<u64> {
    let machine = kilobytes(Path::new("/proc/meminfo"), "MemAvailable")?;
    let group = |file: &str| std::fs::read_to_string(Path::new("/sys/fs/cgroup").join(file)).ok()?.trim().parse().ok();
    let of_group = group("memory.max").map(|most: u64| most.saturating_sub(group("memory.current").unwrap_or(0)));
    Some(of_group.map_or(machine, |group| group.min(machine)))
}

fn kilobytes(file: &Path, what: &str) -> Option<u64> {
    let text = std::fs::read_to_string(file).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(what)?.strip_prefix(':'))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1_024)
}
