//! The mistakes of several files as somebody reads them: in order, each once, and none that follows from another.

use std::collections::{BTreeMap, BTreeSet};

use super::extent::TOO_MUCH;
use super::reader::{NO_TOML_FILE, NOT_TOML};
use crate::diagnostics::Diagnostic;

/// Problems in the order of the files as first met, then by place; each once. On a line that is not TOML, what was made
/// of the rest of the line says nothing; nor does what was made of a file that is no TOML at all, or too much.
pub(super) fn in_order(mut problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let is_whole = |p: &Diagnostic| p.message == NO_TOML_FILE || p.message == TOO_MUCH;
    let other: BTreeSet<String> = problems.iter().filter(|p| is_whole(p)).map(|p| p.file.clone()).collect();
    problems.retain(|p| is_whole(p) || !other.contains(&p.file));
    let syntax = |p: &Diagnostic| p.message.en.starts_with(NOT_TOML);
    let mut broken: BTreeSet<(String, usize)> = BTreeSet::new();
    let mut broken_files: BTreeSet<String> = BTreeSet::new();
    // After a table whose name is not closed, keys seem to stand in the wrong table.
    let mut lost: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for p in problems.iter().filter(|p| syntax(p)) {
        if let Some(line) = p.line {
            broken.insert((p.file.clone(), line));
            broken_files.insert(p.file.clone());
        }
        if p.message.en.contains("unclosed table") {
            let first = lost.entry(p.file.clone()).or_insert(p.line);
            *first = (*first).min(p.line);
        }
    }
    problems.retain(|p| {
        let on_broken_line = p.line.is_some_and(|line| broken.contains(&(p.file.clone(), line)));
        let of_broken_file = p.span == Some((0, 0)) && broken_files.contains(&p.file);
        let after_lost = lost.get(&p.file).is_some_and(|line| *line < p.line);
        syntax(p) || !(on_broken_line || of_broken_file || after_lost)
    });
    let mut files: Vec<String> = Vec::new();
    for problem in &problems {
        if !files.contains(&problem.file) {
            files.push(problem.file.clone());
        }
    }
    problems.sort_by_key(|p| (files.iter().position(|f| *f == p.file), p.line, p.column));
    let same_place = |a: &Diagnostic, b: &Diagnostic| (&a.file, a.line, a.column) == (&b.file, b.line, b.column);
    let mut once: Vec<Diagnostic> = Vec::new();
    for problem in problems {
        if !once.iter().rev().take_while(|other| same_place(other, &problem)).any(|other| *other == problem) {
            once.push(problem);
        }
    }
    once
}
