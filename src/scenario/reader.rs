//! Reading TOML tables key by key: every mistake becomes a diagnostic with its place, and reading goes on.
//!
//! A walk of our own instead of derived deserialization: derived code stops at the first mistake and cannot say what is
//! allowed or what was probably meant.

mod distributions;
mod keys;
mod meant;
mod thousands;
mod values;

pub(super) use distributions::{FORM_KEYS, STEP_KEYS, has_any, is_distribution};

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::files::Found;
use super::lines::Lines;
use super::{extent, repeated};
use crate::diagnostics::Diagnostic;
use crate::language::{Text, text};

/// A value with its place.
pub(super) type Value<'i> = Spanned<DeValue<'i>>;

/// Where a value in force was stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file, the built-in or the option.
    pub file: String,
    /// Line, from 1; `None` for options.
    pub line: Option<usize>,
    /// Column in characters, from 1; `None` for options.
    pub column: Option<usize>,
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.file),
            None => write!(f, "{}", self.file),
        }
    }
}

/// A file or a built-in that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceText {
    /// Path or name as it was given, or seen from the file that names it.
    pub name: String,
    /// What was read.
    pub text: String,
}

/// How the message of a syntax error begins.
pub(super) const NOT_TOML: &str = "not TOML";

/// The message of a text that is something else altogether.
pub(super) const NO_TOML_FILE: Text = Text::fixed("this is no TOML file", "dit is geen TOML-bestand");

/// Fewer broken lines than this are mistakes in a TOML file.
const MANY_BROKEN_LINES: usize = 5;

/// The message of a key that nobody knows.
pub(super) const NO_SUCH_KEY: Text = Text::fixed("no such key", "deze naam bestaat niet");

const TWICE: Text = Text::fixed("this key stands here twice", "deze naam staat hier twee keer");
pub(super) const TOO_LOW: Text = Text::fixed("too low", "te laag");
pub(super) const TOO_HIGH: Text = Text::fixed("too high", "te hoog");
pub(super) const MISSING: Text = Text::fixed("missing", "ontbreekt");
pub(super) const A_NUMBER: Text = Text::fixed("a number", "een getal");
pub(super) const A_WHOLE_NUMBER: Text = Text::fixed("a whole number", "een geheel getal");

/// What reading leaves behind, over all files of a scenario.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// Every mistake so far.
    pub(super) problems: Vec<Diagnostic>,
    /// The place of every value read, by field; later files replace earlier ones.
    pub(super) origins: BTreeMap<String, Origin>,
    /// What is allowed but probably not meant, as far as only a text's own words tell it.
    pub(super) notes: Vec<Text>,
    /// Columns of a design that change nothing in this scenario: a mistake unless another scenario of the comparison
    /// draws them.
    pub(super) idle: Vec<Diagnostic>,
    /// Every file and built-in that was read, in order, each once.
    pub(super) sources: Vec<SourceText>,
}

impl Findings {
    /// Remembers what was read.
    pub(super) fn read(&mut self, found: &Found) {
        if self.sources.iter().all(|source| source.name != found.shown) {
            self.sources.push(SourceText { name: found.shown.clone(), text: found.text.clone() });
        }
    }
}

/// Reads the tables of one text.
pub(super) struct Reader<'t, 'f> {
    /// Name of the file for people.
    pub(super) file: &'t str,
    lines: Lines<'t>,
    /// An option has no lines.
    is_option: bool,
    /// How many more unknown words are compared with the known ones.
    suggestions: usize,
    findings: &'f mut Findings,
}

impl<'a, 'f> Reader<'a, 'f> {
    /// A reader of a file's text.
    pub(super) fn new(file: &'a str, text: &'a str, findings: &'f mut Findings) -> Self {
        Self { file, lines: Lines::new(text), is_option: false, suggestions: SUGGESTIONS, findings }
    }

    /// A reader of what an option stated.
    pub(super) fn of_option(option: &'a str, text: &'a str, findings: &'f mut Findings) -> Self {
        Self { is_option: true, ..Self::new(option, text, findings) }
    }

    /// How many mistakes there are so far.
    pub(super) fn problem_count(&self) -> usize {
        self.findings.problems.len()
    }

    /// Reads something else into the same findings.
    pub(super) fn nested<T>(&mut self, read: impl FnOnce(&mut Findings) -> T) -> T {
        read(self.findings)
    }

    /// Parses the text. Syntax errors are reported, all that the parser can find; what could be read is returned.
    pub(super) fn parse(&mut self) -> Spanned<DeTable<'a>> {
        if !self.is_option
            && let Some(refusal) = extent::refusal(self.file, self.lines.text())
        {
            self.findings.problems.push(refusal);
            return DeTable::parse_recoverable("").0;
        }
        let (document, errors) = DeTable::parse_recoverable(self.lines.text());
        let broken = errors.iter().filter(|error| error.message() != "duplicate key").filter_map(toml::de::Error::span);
        if !self.is_option && self.is_no_toml(&broken.map(|span| self.lines.place(span.start).0).collect()) {
            self.findings.problems.push(Diagnostic {
                file: self.file.to_owned(),
                message: NO_TOML_FILE,
                allowed: Text::fixed("lines such as key = value and [table]", "regels zoals naam = waarde en [tabel]"),
                ..Diagnostic::default()
            });
            return document;
        }
        let mut told = BTreeSet::new();
        for (i, error) in errors.into_iter().enumerate() {
            let span = error.span().unwrap_or(0..0);
            if error.message() == "duplicate key" {
                // Looking for the first one reads the text back to its table's header.
                let first = (i < SUGGESTIONS).then(|| repeated::first(&document, self.lines.text(), &span)).flatten();
                let (field, message) = match first {
                    Some((field, first)) => {
                        let line = self.lines.place(first).0;
                        (
                            field,
                            text!(
                                "this key stands here twice, first in line {line}",
                                "deze naam staat hier twee keer, de eerste keer op regel {line}"
                            ),
                        )
                    }
                    None => (String::new(), TWICE),
                };
                self.problem(span, &field, message);
            } else {
                self.syntax_error(span, error.message(), &mut told);
            }
        }
        document
    }

    /// Reports a line that the parser cannot read: by what was probably meant, or else in its own words. `told` are the
    /// lines of which it is known what was meant.
    fn syntax_error(&mut self, span: Range<usize>, message: &str, told: &mut BTreeSet<usize>) {
        let (line, _) = self.lines.place(span.start);
        if told.contains(&line) {
            return;
        }
        let text = self.lines.text();
        let start = text[..span.start].rfind('\n').map_or(0, |i| i + 1);
        let whole = text[start..].lines().next().unwrap_or_default();
        let value = whole.split_once('=').map(|(_, rest)| rest.split('#').next().unwrap_or_default().trim());
        if value == Some("") && message.starts_with("string values must be quoted") {
            let message = text!("{NOT_TOML}: no value after =", "geen TOML: achter het teken = ontbreekt een waarde");
            self.problem(span, "", message);
            return;
        }
        let meant = whole.split_once('=').and_then(|(key, rest)| {
            let value = rest.split(" #").next().unwrap_or_default();
            let at = start + key.len() + 1 + (value.len() - value.trim_start().len());
            Some((at..at + value.trim().len(), meant::meant(value)?))
        });
        if let Some((span, meant)) = meant {
            told.insert(line);
            let what = &meant.message;
            let message = text!("{NOT_TOML}: {what}", "geen TOML: {what}"; what);
            self.problem(span, "", message).help = meant.help;
            return;
        }
        let dutch = meant::in_dutch(message);
        self.problem(span, "", text!("{NOT_TOML}: {message}", "geen TOML: {dutch}"));
    }

    /// Whether a text with these broken lines was never meant as TOML: its first line and most others are broken.
    /// Comments do not count, because headings of other formats look like them.
    fn is_no_toml(&self, broken: &BTreeSet<usize>) -> bool {
        let lines = self.lines.text().lines().enumerate().map(|(i, line)| (i + 1, line.trim()));
        let stating = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let are_broken: Vec<bool> = stating.map(|(number, _)| broken.contains(&number)).collect();
        let count = are_broken.iter().filter(|is_broken| **is_broken).count();
        are_broken.first() == Some(&true) && count >= MANY_BROKEN_LINES && 2 * count > are_broken.len()
    }

    /// Where a span is.
    pub(super) fn origin(&self, span: &Range<usize>) -> Origin {
        let (line, column) = self.lines.place(span.start);
        let stated = !self.is_option;
        Origin { file: self.file.to_owned(), line: stated.then_some(line), column: stated.then_some(column) }
    }

    /// Reports a mistake; the caller may add what is allowed and what was meant.
    pub(super) fn problem(&mut self, span: Range<usize>, field: &str, message: Text) -> &mut Diagnostic {
        let Origin { file, line, column } = self.origin(&span);
        let written = self.lines.text().get(span.clone()).unwrap_or_default().trim();
        let first = written.lines().next().unwrap_or_default().trim();
        let value = if first.chars().nth(60).is_some() || written.lines().nth(1).is_some() {
            format!("{} ...", first.chars().take(56).collect::<String>())
        } else {
            first.to_owned()
        };
        self.findings.problems.push(Diagnostic {
            file,
            line,
            column,
            span: line.is_some().then_some((span.start, span.end)),
            field: field.to_owned(),
            message,
            value,
            ..Diagnostic::default()
        });
        let last = self.findings.problems.len() - 1;
        &mut self.findings.problems[last]
    }

    /// Notes what is allowed but probably not meant.
    pub(super) fn remark(&mut self, span: &Range<usize>, what: &Text) {
        let origin = self.origin(span);
        self.findings.notes.push(text!("{origin}: {what}", "{origin}: {what}"; what));
    }

    /// Remembers where a field was stated.
    pub(super) fn note(&mut self, field: &str, span: &Range<usize>) {
        let origin = self.origin(span);
        self.findings.origins.insert(field.to_owned(), origin);
    }

    /// Forgets where a field was stated: something else replaces it.
    pub(super) fn forget(&mut self, field: &str) {
        self.findings.origins.remove(field);
    }

    pub(super) fn wrong_kind(&mut self, field: &str, value: &Value<'_>, wanted: Text) -> &mut Diagnostic {
        let kind = article(value.get_ref().type_str());
        let message = {
            let wanted = &wanted;
            text!("must be {wanted}, not {kind}", "hier hoort {wanted}, geen {kind}"; wanted, kind)
        };
        // A number or flag that is written as in a letter, in quotes.
        let written = self.lines.text().get(value.span()).unwrap_or_default();
        let meant = if written.starts_with(['"', '\'']) || value.get_ref().as_datetime().is_some() {
            meant::meant(written.trim_matches('\''))
        } else {
            None
        };
        let problem = self.problem(value.span(), field, message);
        problem.help = meant.map_or_else(Text::default, |meant| meant.help);
        problem.allowed = wanted;
        problem
    }
}

/// How many unknown or repeated words of a text are looked into: more than anybody reads, and few enough to be quick.
const SUGGESTIONS: usize = 500;

/// A path and a key.
pub(super) fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn article(kind: &str) -> Text {
    match kind {
        "string" => Text::fixed("text", "tekst"),
        "integer" => Text::fixed("an integer", "geheel getal"),
        "array" => Text::fixed("an array", "lijst"),
        "boolean" => Text::fixed("true or false", "true of false"),
        "float" => Text::fixed("a float", "kommagetal"),
        "datetime" => Text::fixed("a date", "datum"),
        _ => Text::fixed("a table", "tabel"),
    }
}

/// A range in words.
pub(super) fn allowed(min: f64, max: f64) -> Text {
    // What may be any number above 0 begins with the least number there is, which has 300 zeros.
    let least = min > 0.0 && min <= f64::MIN_POSITIVE;
    match (min.is_finite(), max.is_finite()) {
        (true, true) if least => text!("more than 0, up to {max}", "meer dan 0, tot en met {max}"),
        (true, false) if least => Text::fixed("more than 0", "meer dan 0"),
        (true, true) => text!("{min} to {max}", "{min} tot en met {max}"),
        (true, false) => text!("{min} or more", "{min} of meer"),
        (false, true) => text!("{max} or less", "{max} of minder"),
        (false, false) => Text::fixed("a finite number", "een eindig getal"),
    }
}
