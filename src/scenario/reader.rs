//! Reading TOML tables key by key: every mistake becomes a diagnostic with its place, and reading goes on.
//!
//! A walk of our own instead of derived deserialization: derived code stops at the first mistake and cannot say what is
//! allowed or what was probably meant.

mod distributions;
mod thousands;

pub(super) use distributions::{FORM_KEYS, STEP_KEYS, has_any, is_distribution};

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::files::Found;
use super::lines::Lines;
use super::repeated;
use crate::diagnostics::Diagnostic;
use crate::levers::LEVERS;

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
pub(super) const NO_TOML_FILE: &str = "this is no TOML file";

/// Fewer broken lines than this are mistakes in a TOML file.
const MANY_BROKEN_LINES: usize = 5;

/// The message of a key that nobody knows.
pub(super) const NO_SUCH_KEY: &str = "no such key";

/// What reading leaves behind, over all files of a scenario.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// Every mistake so far.
    pub(super) problems: Vec<Diagnostic>,
    /// The place of every value read, by field; later files replace earlier ones.
    pub(super) origins: BTreeMap<String, Origin>,
    /// What is allowed but probably not meant, as far as only a text's own words tell it.
    pub(super) notes: Vec<String>,
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
        let (document, errors) = DeTable::parse_recoverable(self.lines.text());
        let broken = errors.iter().filter(|error| error.message() != "duplicate key").filter_map(toml::de::Error::span);
        if !self.is_option && self.is_no_toml(&broken.map(|span| self.lines.place(span.start).0).collect()) {
            self.findings.problems.push(Diagnostic {
                file: self.file.to_owned(),
                message: NO_TOML_FILE.to_owned(),
                allowed: "lines such as key = value and [table]".to_owned(),
                ..Diagnostic::default()
            });
            return document;
        }
        for (i, error) in errors.into_iter().enumerate() {
            let span = error.span().unwrap_or(0..0);
            if error.message() == "duplicate key" {
                // Looking for the first one reads the text back to its table's header.
                let first = (i < SUGGESTIONS).then(|| repeated::first(&document, self.lines.text(), &span)).flatten();
                let (field, message) = match first {
                    Some((field, first)) => {
                        (field, format!("this key stands here twice, first in line {}", self.lines.place(first).0))
                    }
                    None => (String::new(), "this key stands here twice".to_owned()),
                };
                self.problem(span, &field, message);
            } else {
                self.problem(span, "", format!("{NOT_TOML}: {}", error.message()));
            }
        }
        document
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
    pub(super) fn problem(&mut self, span: Range<usize>, field: &str, message: impl Into<String>) -> &mut Diagnostic {
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
            message: message.into(),
            value,
            ..Diagnostic::default()
        });
        let last = self.findings.problems.len() - 1;
        &mut self.findings.problems[last]
    }

    /// Reports a key that nobody knows.
    pub(super) fn unknown(&mut self, span: Range<usize>, field: &str, key: &str, known: &[&str]) {
        let help = self.suggestion(key, known);
        let all = match known.len() {
            0..=10 => format!("one of {}", known.join(", ")),
            _ if !help.is_empty() => String::new(),
            _ if LEVERS.iter().all(|lever| known.contains(&lever.meta.key)) => {
                "kantel levers lists them all".to_owned()
            }
            11..=30 => format!("one of {}", known.join(", ")),
            _ => "kantel explain lists them all".to_owned(),
        };
        let problem = self.problem(span, field, NO_SUCH_KEY);
        problem.help = help;
        problem.allowed = all;
    }

    /// [`suggestion`] for as many words as somebody reads about.
    fn suggestion(&mut self, word: &str, known: &[&str]) -> String {
        let Some(left) = self.suggestions.checked_sub(1) else { return String::new() };
        self.suggestions = left;
        suggestion(word, known)
    }

    /// Notes what is allowed but probably not meant.
    pub(super) fn remark(&mut self, span: &Range<usize>, what: &str) {
        let note = format!("{}: {what}", self.origin(span));
        self.findings.notes.push(note);
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

    /// Every known entry of a table, in the order of the file; unknown keys are reported.
    pub(super) fn entries<'t, 'i>(
        &mut self,
        path: &str,
        table: &'t DeTable<'i>,
        known: &[&str],
    ) -> Vec<(&'t str, String, &'t Value<'i>)> {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let mut found = Vec::new();
        for (key, value) in entries {
            let name: &str = key.get_ref();
            let field = join(path, name);
            if known.contains(&name) {
                found.push((name, field, value));
            } else {
                self.unknown(key.span(), &field, name, known);
            }
        }
        found
    }

    /// A table.
    pub(super) fn table<'t, 'i>(&mut self, field: &str, value: &'t Value<'i>) -> Option<&'t DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_kind(field, value, "a table");
        }
        table
    }

    /// The tables of `[[field]]`.
    pub(super) fn tables<'t, 'i>(&mut self, field: &str, value: &'t Value<'i>) -> Vec<(Range<usize>, &'t DeTable<'i>)> {
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_kind(field, value, "a list of tables").help = format!("write [[{field}]] with two brackets");
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in array {
            if let Some(table) = self.table(field, item) {
                tables.push((item.span(), table));
            }
        }
        tables
    }

    pub(super) fn wrong_kind(&mut self, field: &str, value: &Value<'_>, wanted: &str) -> &mut Diagnostic {
        let kind = value.get_ref().type_str();
        let problem = self.problem(value.span(), field, format!("must be {wanted}, not {}", article(kind)));
        wanted.clone_into(&mut problem.allowed);
        problem
    }

    /// A finite number within a range.
    pub(super) fn number(&mut self, field: &str, value: &Value<'_>, min: f64, max: f64) -> Option<f64> {
        let number = match value.get_ref() {
            DeValue::Integer(i) => i128::from_str_radix(i.as_str(), i.radix()).ok().map(|n| n as f64),
            DeValue::Float(f) => f.as_str().parse::<f64>().ok(),
            _ => {
                self.wrong_kind(field, value, "a number").allowed = allowed(min, max);
                return None;
            }
        };
        let message = match number {
            Some(n) if n.is_finite() && n >= min && n <= max => {
                self.note(field, &value.span());
                self.note_thousands(field, value, max);
                // Negative zero would print and hash differently from zero.
                return Some(n + 0.0);
            }
            Some(n) if !n.is_finite() => "not a finite number".to_owned(),
            Some(n) if n < min => "too low".to_owned(),
            _ => "too high".to_owned(),
        };
        self.problem(value.span(), field, message).allowed = allowed(min, max);
        None
    }

    /// A whole number within a range.
    pub(super) fn whole(&mut self, field: &str, value: &Value<'_>, min: u64, max: u64) -> Option<u64> {
        let range = format!("a whole number, {min} to {max}");
        let DeValue::Integer(integer) = value.get_ref() else {
            let help = thousands::meant(value).map(|digits| thousands::advice(&digits)).unwrap_or_default();
            let problem = self.wrong_kind(field, value, "a whole number");
            (problem.allowed, problem.help) = (range, help);
            return None;
        };
        let number = i128::from_str_radix(integer.as_str(), integer.radix());
        if let Ok(n) = number
            && n >= i128::from(min)
            && n <= i128::from(max)
        {
            self.note(field, &value.span());
            return u64::try_from(n).ok();
        }
        let low = number.is_ok_and(|n| n < i128::from(min));
        self.problem(value.span(), field, if low { "too low" } else { "too high" }).allowed = range;
        None
    }

    /// A text without control characters.
    pub(super) fn text(&mut self, field: &str, value: &Value<'_>) -> Option<String> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_kind(field, value, "text in quotes");
            return None;
        };
        if text.chars().any(char::is_control) {
            self.problem(value.span(), field, "text with control characters or line ends");
            return None;
        }
        self.note(field, &value.span());
        Some(text.to_owned())
    }

    /// true or false.
    pub(super) fn flag(&mut self, field: &str, value: &Value<'_>) -> Option<bool> {
        let flag = value.get_ref().as_bool();
        if flag.is_some() {
            self.note(field, &value.span());
        } else {
            self.wrong_kind(field, value, "true or false");
        }
        flag
    }

    /// One of some words, by position.
    pub(super) fn choice(&mut self, field: &str, value: &Value<'_>, words: &[&str]) -> Option<usize> {
        let range = format!("one of {}", words.join(", "));
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_kind(field, value, "a word in quotes").allowed = range;
            return None;
        };
        let position = words.iter().position(|w| *w == text);
        if position.is_some() {
            self.note(field, &value.span());
        } else {
            let help = self.suggestion(text, words);
            let problem = self.problem(value.span(), field, "no such choice");
            problem.allowed = range;
            problem.help = help;
        }
        position
    }

    /// Leaves of dotted keys (`outreach.door_fte`), each looked up among the `known` keys of a registry.
    pub(super) fn leaves<'t, 'i>(
        &mut self,
        path: &str,
        table: &'t DeTable<'i>,
        known: &[&str],
    ) -> Vec<(String, String, &'t Value<'i>)> {
        let (mut found, mut quoted) = (Vec::new(), Vec::new());
        self.collect_leaves(path, "", table, known, &mut found, &mut quoted);
        for (span, key) in quoted {
            let twin = found.iter().find(|(other, ..)| *other == key).map(|(.., value)| value.span().start);
            let message = twin.map_or_else(
                || "a key with a full stop in quotes".to_owned(),
                |twin| format!("this key stands here twice, the other one in line {}", self.lines.place(twin).0),
            );
            let problem = self.problem(span, &join(path, &key), message);
            problem.allowed = format!("{key}, without quotes");
        }
        found
    }

    /// Keys in quotes with a full stop in them are another key of the same name to TOML; they are put aside.
    fn collect_leaves<'t, 'i>(
        &mut self,
        path: &str,
        prefix: &str,
        table: &'t DeTable<'i>,
        known: &[&str],
        found: &mut Vec<(String, String, &'t Value<'i>)>,
        quoted: &mut Vec<(Range<usize>, String)>,
    ) {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        for (name, value) in entries {
            let key = join(prefix, name.get_ref());
            let field = join(path, &key);
            if name.get_ref().contains('.') {
                quoted.push((name.span(), key));
                continue;
            }
            if known.contains(&key.as_str()) {
                found.push((key, field, value));
                continue;
            }
            let stem = format!("{key}.");
            match value.get_ref().as_table() {
                Some(inner) if known.iter().any(|k| k.starts_with(&stem)) => {
                    self.collect_leaves(path, &key, inner, known, found, quoted);
                }
                // A misspelled group: name its leaves, so that the suggestion is a whole key.
                Some(inner)
                    if !inner.is_empty()
                        && inner.iter().all(|(k, _)| {
                            !FORM_KEYS.contains(&&**k.get_ref()) && !STEP_KEYS.contains(&&**k.get_ref())
                        }) =>
                {
                    self.collect_leaves(path, &key, inner, known, found, quoted);
                }
                _ => self.unknown(name.span(), &field, &key, known),
            }
        }
    }
}

/// How many unknown or repeated words of a text are looked into: more than anybody reads, and few enough to be quick.
const SUGGESTIONS: usize = 500;

/// A path and a key.
pub(super) fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn article(kind: &str) -> String {
    match kind {
        "string" => "text".to_owned(),
        "integer" | "array" => format!("an {kind}"),
        "boolean" => "true or false".to_owned(),
        other => format!("a {other}"),
    }
}

/// A range in words.
pub(super) fn allowed(min: f64, max: f64) -> String {
    // What may be any number above 0 begins with the least number there is, which has 300 zeros.
    let least = min > 0.0 && min <= f64::MIN_POSITIVE;
    match (min.is_finite(), max.is_finite()) {
        (true, true) if least => format!("more than 0, up to {max}"),
        (true, false) if least => "more than 0".to_owned(),
        (true, true) => format!("{min} to {max}"),
        (true, false) => format!("{min} or more"),
        (false, true) => format!("{max} or less"),
        (false, false) => "a finite number".to_owned(),
    }
}

/// `did you mean 'x'?` for the nearest known word; empty where nothing is near.
pub(crate) fn suggestion(word: &str, known: &[&str]) -> String {
    nearest(word, known).map_or_else(String::new, |k| format!("did you mean '{k}'?"))
}

/// The known word that is near enough to be meant.
pub(super) fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    // No known word is as long.
    if word.len() > 100 {
        return None;
    }
    let near = known
        .iter()
        .map(|k| (strsim::jaro_winkler(word, k), *k))
        .filter(|(score, k)| *score > 0.84 || k.rsplit('.').next() == Some(word))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    near.map(|(_, k)| k)
}
