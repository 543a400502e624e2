//! Problems as text: drawn into the file for a terminal, one line each for a pipe or a log.

use std::fmt::Write as _;
use std::io::IsTerminal as _;

use miette::{GraphicalReportHandler, LabeledSpan, NamedSource, SourceCode};

use super::{Failure, remark};
use crate::diagnostics::Diagnostic;
use crate::language::Lang;
use crate::scenario::{DISTRICTS, MAX_FILE_BYTES, ORGANISATIONS, SCENARIOS, WORLDS};

/// Tells on stderr why a command failed; of one that writes something, that it has not.
pub(crate) fn report(failure: &Failure, lang: Lang, writes: bool) {
    match failure {
        Failure::Input(problems) if for_programs() => {
            remark(&serde_json::to_string(problems).unwrap_or_default());
        }
        Failure::Input(problems) => {
            remark(render(problems, std::io::stderr().is_terminal(), lang).trim_end());
            let count = match (lang, problems.len()) {
                (Lang::En, 1) => "1 problem".to_owned(),
                (Lang::En, count) => format!("{count} problems"),
                (Lang::Nl, 1) => "1 fout".to_owned(),
                (Lang::Nl, count) => format!("{count} fouten"),
            };
            let written = match lang {
                _ if !writes => "",
                Lang::En => "; nothing was written",
                Lang::Nl => "; er is niets geschreven",
            };
            remark(&format!("{count}{written}"));
        }
        Failure::Surroundings(text) => remark(&format!("kantel: {}", text.of(lang))),
        Failure::Interrupted => remark(match lang {
            Lang::En => "interrupted",
            Lang::Nl => "onderbroken",
        }),
    }
}

/// Whether another program reads what is told: `KANTEL_PROBLEMS=json` gives problems as one line of JSON.
fn for_programs() -> bool {
    std::env::var_os("KANTEL_PROBLEMS").is_some_and(|form| form == "json")
}

/// Most problems of one file that are told one by one.
const MOST: usize = 200;

/// Longest line, in bytes, that is drawn.
const LONGEST_LINE: usize = 400;

/// Most characters of a field or value that are shown.
const LONGEST: usize = 80;

/// The problems as text: of each file the first [`MOST`], and how many more there are.
pub(crate) fn render(problems: &[Diagnostic], graphical: bool, lang: Lang) -> String {
    let mut text = String::new();
    for of_file in problems.chunk_by(|a, b| a.file == b.file) {
        let source = if graphical { source_text(&of_file[0].file) } else { None };
        for problem in of_file.iter().take(MOST) {
            let told =
                source.as_ref().map_or_else(|| plain(problem, lang) + "\n", |source| drawn(problem, source, lang));
            text.push_str(&told);
        }
        if let Some(more) = of_file.len().checked_sub(MOST).filter(|more| *more > 0) {
            let file = visible(&of_file[0].file);
            let _ = match lang {
                Lang::En => writeln!(text, "{file}: and {more} more"),
                Lang::Nl => writeln!(text, "{file}: en nog {more}"),
            };
        }
    }
    text
}

/// `file:line:column: field: message (value; allowed: ...; help)` in a language, with control characters made visible.
pub fn plain(problem: &Diagnostic, lang: Lang) -> String {
    let mut place = visible(&problem.file);
    for number in [problem.line, problem.line.and(problem.column)].into_iter().flatten() {
        let _ = write!(place, ":{number}");
    }
    let parts = [place, short(own_field(problem)), visible(problem.message.of(lang))];
    let mut text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
    let mut details = Vec::new();
    if !problem.value.is_empty() {
        details.push(short(&problem.value));
    }
    details.extend(advice(problem, lang));
    if !details.is_empty() {
        let _ = write!(text, " ({})", details.join("; "));
    }
    text + &listed(problem, lang)
}

/// What may have been meant, indented below the problem.
fn listed(problem: &Diagnostic, lang: Lang) -> String {
    problem.listed.iter().fold(String::new(), |text, line| text + "\n    " + &visible(line.of(lang)))
}

/// The field, unless the option before it has just named it: `--set team.fte` and `levers.team.fte` are one.
fn own_field(problem: &Diagnostic) -> &str {
    let is_named = |key: &str| {
        problem.field.strip_suffix(key).is_some_and(|table| matches!(table, "" | "levers." | "parameters."))
    };
    if problem.file.strip_prefix("--set ").is_some_and(is_named) { "" } else { &problem.field }
}

/// What is allowed and what was probably meant.
fn advice(problem: &Diagnostic, lang: Lang) -> Vec<String> {
    let [message, allowed, help] = [&problem.message, &problem.allowed, &problem.help].map(|text| text.of(lang));
    let mut advice = Vec::new();
    if !allowed.is_empty() && !message.contains(allowed) {
        let what = match lang {
            Lang::En => "allowed",
            Lang::Nl => "toegestaan",
        };
        advice.push(format!("{what}: {}", visible(allowed)));
    }
    if !help.is_empty() {
        advice.push(visible(help));
    }
    advice
}

/// Control characters as TOML writes them (`\u001B`): a terminal would obey them.
pub(crate) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() {
            let _ = write!(shown, "\\u{:04X}", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    shown
}

/// A user's text, visible and not longer than a line.
fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", visible(&text[..end])),
        None => visible(text),
    }
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

/// A problem drawn into the text of its file.
fn drawn(problem: &Diagnostic, text: &str, lang: Lang) -> String {
    let drawable = |span: &(usize, usize)| text.get(span.0..span.1).is_some() && lines_are_short(text, span.0);
    let Some((start, end)) = problem.span.filter(drawable) else {
        return format!("{}\n", plain(problem, lang));
    };
    let title = [short(&problem.field), visible(problem.message.of(lang))];
    let title = title.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
    // A whole table is not underlined line by line: its first line says where it is.
    let first_line = text[start..end].find('\n').map_or(end, |i| start + i);
    let here = match lang {
        Lang::En => "here",
        Lang::Nl => "hier",
    };
    let drawing = Drawing {
        title,
        help: advice(problem, lang).join("; ") + &listed(problem, lang),
        label: Some(LabeledSpan::new(Some(here.to_owned()), start, first_line - start)),
        source: Some(NamedSource::new(visible(&problem.file), text.to_owned())),
    };
    let mut out = String::new();
    match GraphicalReportHandler::new().render_report(&mut out, &drawing) {
        Ok(()) => out,
        Err(_) => format!("{}\n", plain(problem, lang)),
    }
}

/// Whether the line at a byte and its neighbours, which are drawn with it, fit a terminal.
fn lines_are_short(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let first = before.rmatch_indices('\n').nth(1).map_or(0, |(i, _)| i + 1);
    let last = after.match_indices('\n').nth(1).map_or(text.len(), |(i, _)| at + i);
    text[first..last].lines().all(|line| line.len() <= LONGEST_LINE)
}

/// The text that problems are in, read again for drawing; its control characters are blanked, byte by byte, so that
/// places stay.
fn source_text(file: &str) -> Option<String> {
    let text = if let Some(name) = file.strip_prefix("builtin:") {
        let all = SCENARIOS.iter().chain(DISTRICTS).chain(ORGANISATIONS).chain(WORLDS);
        all.into_iter().find(|(n, _)| *n == name).map(|(_, text)| (*text).to_owned())?
    } else {
        let metadata = std::fs::metadata(file).ok()?;
        if !metadata.is_file() || metadata.len() > MAX_FILE_BYTES {
            return None;
        }
        std::fs::read_to_string(file).ok()?
    };
    let blanked = |c: char| if c.is_control() && !matches!(c, '\n' | '\t') { (' ', c.len_utf8()) } else { (c, 1) };
    Some(text.chars().map(blanked).flat_map(|(c, times)| std::iter::repeat_n(c, times)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Text;

    #[test]
    fn what_a_terminal_would_obey_is_neither_told_nor_drawn() {
        let path = std::env::temp_dir().join(format!("kantel-drawn-{}.toml", std::process::id()));
        let text = "title = \"\u{1b}[31m\u{9b}x\"\r\nyears = 0\n";
        std::fs::write(&path, text).expect("a file");
        let file = path.to_string_lossy().into_owned();
        let at = |needle: &str| text.find(needle).map(|start| (start, start + 1));
        let problem = |field: &str, span| Diagnostic {
            file: file.clone(),
            line: Some(1),
            column: Some(1),
            span,
            field: field.to_owned(),
            message: Text::fixed("wrong", "fout"),
            ..Diagnostic::default()
        };
        let shown = render(&[problem("a\u{1b}[31mb", at("x")), problem("years", at("0"))], true, Lang::En);
        std::fs::remove_file(&path).expect("it is there");
        assert!(shown.contains("a\\u001B[31mb") && shown.contains("years = 0"), "{shown}");
        // Colours are the drawing's own and begin otherwise where there are any.
        assert!(!shown.contains("\u{1b}[31mb") && !shown.contains('\u{9b}') && !shown.contains('\r'), "{shown:?}");
    }

    /// The line of the mistake and both neighbours are drawn; one of them too long, and none is.
    #[test]
    fn lines_that_no_terminal_holds_are_not_drawn() {
        let long = "x".repeat(401);
        let at = |text: &str| lines_are_short(text, text.find('!').expect("a place"));
        assert!(at("!") && at("a\nb!\nc") && at(&format!("{long}\nb\na!\nb\n{long}")));
        for text in [format!("{long}!"), format!("!{long}"), format!("{long}\na!"), format!("a!\n{long}\n")] {
            assert!(!at(&text));
        }
    }

    #[test]
    fn long_lists_and_long_words_are_cut() {
        let one = |file: &str| Diagnostic {
            file: file.to_owned(),
            field: "é".repeat(1_000),
            value: "v".repeat(81),
            message: Text::fixed("wrong", "fout"),
            ..Diagnostic::default()
        };
        let mut problems = vec![one("a"); 203];
        problems.extend(vec![one("b"); 200]);
        let text = render(&problems, false, Lang::En);
        assert_eq!(text.lines().count(), 401);
        assert_eq!(text.lines().nth(200), Some("a: and 3 more"));
        let line = format!("a: {}…: wrong ({}…)", "é".repeat(80), "v".repeat(80));
        assert_eq!(text.lines().next(), Some(line.as_str()));
    }

    /// A problem may have a line without a column, or no file.
    #[test]
    fn only_what_is_known_is_told() {
        let problem = Diagnostic {
            file: "x.csv".into(),
            line: Some(4),
            message: Text::fixed("wrong", "fout"),
            ..Diagnostic::default()
        };
        assert_eq!(plain(&problem, Lang::En), "x.csv:4: wrong");
        assert_eq!(plain(&problem, Lang::Nl), "x.csv:4: fout");
        assert_eq!(plain(&Diagnostic { file: String::new(), line: None, ..problem }, Lang::En), "wrong");
    }
}
