//! Problems as text: drawn into the file for a terminal, one line each for a pipe or a log.

use std::fmt::Write as _;
use std::io::IsTerminal as _;

use miette::{GraphicalReportHandler, LabeledSpan, NamedSource, SourceCode};

use super::{Failure, remark};
use crate::diagnostics::Diagnostic;
use crate::scenario::{DISTRICTS, MAX_FILE_BYTES, ORGANISATIONS, SCENARIOS};

/// Tells on stderr why a command failed.
pub(crate) fn report(failure: &Failure) {
    match failure {
        Failure::Input(problems) => {
            remark(render(problems, std::io::stderr().is_terminal()).trim_end());
            let count = problems.len();
            remark(&format!("{count} problem{}; nothing was written", if count == 1 { "" } else { "s" }));
        }
        Failure::Surroundings(text) => remark(&format!("kantel: {text}")),
        Failure::Interrupted => remark("interrupted"),
    }
}

/// The problems as text.
pub(crate) fn render(problems: &[Diagnostic], graphical: bool) -> String {
    let mut text = String::new();
    for problem in problems {
        if graphical {
            text.push_str(&drawn(problem));
        } else {
            text.push_str(&plain(problem));
            text.push('\n');
        }
    }
    text
}

/// `file:line:column: field: message (value; allowed: ...; help)`.
pub fn plain(problem: &Diagnostic) -> String {
    let mut text = problem.file.clone();
    if let (Some(line), Some(column)) = (problem.line, problem.column) {
        let _ = write!(text, ":{line}:{column}");
    }
    if !problem.field.is_empty() {
        let _ = write!(text, ": {}", problem.field);
    }
    let _ = write!(text, ": {}", problem.message);
    let details = details(problem);
    if !details.is_empty() {
        let _ = write!(text, " ({})", details.join("; "));
    }
    text
}

fn details(problem: &Diagnostic) -> Vec<String> {
    let mut details = Vec::new();
    if !problem.value.is_empty() {
        details.push(problem.value.clone());
    }
    if !problem.allowed.is_empty() && !problem.message.contains(&problem.allowed) {
        details.push(format!("allowed: {}", problem.allowed));
    }
    if !problem.help.is_empty() {
        details.push(problem.help.clone());
    }
    details
}

/// A problem as miette draws it.
#[derive(Debug)]
struct Drawing {
    title: String,
    help: String,
    label: Option<LabeledSpan>,
    source: Option<NamedSource<String>>,
}

impl std::fmt::Display for Drawing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.title)
    }
}

impl std::error::Error for Drawing {}

impl miette::Diagnostic for Drawing {
    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        (!self.help.is_empty()).then(|| Box::new(&self.help) as Box<dyn std::fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|s| s as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.label.clone().map(|label| Box::new(std::iter::once(label)) as Box<dyn Iterator<Item = LabeledSpan>>)
    }
}

fn drawn(problem: &Diagnostic) -> String {
    let text = problem.span.and_then(|span| source_text(&problem.file).filter(|t| span.1 <= t.len()));
    let (Some((start, end)), Some(text)) = (problem.span, text) else {
        return format!("{}\n", plain(problem));
    };
    let title = if problem.field.is_empty() {
        problem.message.clone()
    } else {
        format!("{}: {}", problem.field, problem.message)
    };
    // A whole table is not underlined line by line: its first line says where it is.
    let first_line = text[start..end].find('\n').map_or(end, |i| start + i);
    let mut help = Vec::new();
    if !problem.allowed.is_empty() && !problem.message.contains(&problem.allowed) {
        help.push(format!("allowed: {}", problem.allowed));
    }
    if !problem.help.is_empty() {
        help.push(problem.help.clone());
    }
    let drawing = Drawing {
        title,
        help: help.join("; "),
        label: Some(LabeledSpan::new(Some("here".to_owned()), start, first_line - start)),
        source: Some(NamedSource::new(&problem.file, text)),
    };
    let mut out = String::new();
    match GraphicalReportHandler::new().render_report(&mut out, &drawing) {
        Ok(()) => out,
        Err(_) => format!("{}\n", plain(problem)),
    }
}

/// The text that a problem is in, read again for drawing.
fn source_text(file: &str) -> Option<String> {
    if let Some(name) = file.strip_prefix("builtin:") {
        let all = SCENARIOS.iter().chain(DISTRICTS).chain(ORGANISATIONS);
        return all.into_iter().find(|(n, _)| *n == name).map(|(_, text)| (*text).to_owned());
    }
    let metadata = std::fs::metadata(file).ok()?;
    if metadata.is_file() && metadata.len() <= MAX_FILE_BYTES { std::fs::read_to_string(file).ok() } else { None }
}
