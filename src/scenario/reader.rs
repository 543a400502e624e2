//! Reading TOML tables key by key: every mistake becomes a diagnostic with its place, and reading goes on.
//!
//! A walk of our own instead of derived deserialization: derived code stops at the first mistake and cannot say what is
//! allowed or what was probably meant.

mod distributions;
mod meant;
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
use crate::language::{Text, text};
use crate::levers::LEVERS;
use crate::plan::Field;

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

    /// Reports a key that nobody knows.
    pub(super) fn unknown(&mut self, span: Range<usize>, field: &str, key: &str, known: &[&str]) {
        let help = self.suggestion(key, known);
        let all = match known.len() {
            0..=10 => Text::one_of(known),
            _ if !help.is_empty() => Text::default(),
            _ if LEVERS.iter().all(|lever| known.contains(&lever.meta.key)) => {
                Text::fixed("kantel levers lists them all", "kantel levers noemt ze allemaal")
            }
            11..=30 => Text::one_of(known),
            _ => Text::fixed("kantel explain lists them all", "kantel explain noemt ze allemaal"),
        };
        let problem = self.problem(span, field, NO_SUCH_KEY);
        problem.help = help;
        problem.allowed = all;
    }

    /// [`suggestion`] for as many words as somebody reads about.
    fn suggestion(&mut self, word: &str, known: &[&str]) -> Text {
        let Some(left) = self.suggestions.checked_sub(1) else { return Text::default() };
        self.suggestions = left;
        let near = suggestion(word, known);
        match meant::by_dutch_name(word, known) {
            Some((key, dutch)) if near.is_empty() => {
                text!("did you mean '{key}' (in Dutch: {dutch})?", "bedoelde u '{key}' ({dutch})?")
            }
            _ => near,
        }
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

    /// Every known entry of a table, in the order of the file; unknown keys are reported.
    pub(super) fn entries<'t, 'i>(
        &mut self,
        path: &str,
        table: &'t DeTable<'i>,
        known: &[&str],
    ) -> Vec<(&'t str, String, &'t Value<'i>)> {
        self.entries_renamed(path, table, known, &[])
    }

    /// The entries of a table that are rows or among `others`; lists of what is allowed begin with the others.
    pub(super) fn fields<'t, 'i, 'r>(
        &mut self,
        path: &str,
        table: &'t DeTable<'i>,
        rows: impl Iterator<Item = &'r Field>,
        others: &[&'static str],
    ) -> Vec<(&'t str, String, &'t Value<'i>)> {
        let (mut known, mut renamed) = (others.to_vec(), Vec::new());
        for row in rows {
            if !known.contains(&row.key) {
                known.push(row.key);
            }
            renamed.extend(row.aliases.iter().map(|alias| (*alias, row.key)));
        }
        self.entries_renamed(path, table, &known, &renamed)
    }

    /// The same with keys that were renamed, each with its present one: they are read as that, with a note.
    fn entries_renamed<'t, 'i>(
        &mut self,
        path: &str,
        table: &'t DeTable<'i>,
        known: &[&str],
        renamed: &[(&str, &'static str)],
    ) -> Vec<(&'t str, String, &'t Value<'i>)> {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let mut found = Vec::new();
        for (key, value) in entries {
            let name: &str = key.get_ref();
            let present = renamed.iter().find(|(old, _)| *old == name).map(|(_, present)| *present);
            if let Some(present) = present {
                self.renamed(&key.span(), &join(path, name), &join(path, present), table.contains_key(present));
                found.push((present, join(path, present), value));
            } else if known.contains(&name) {
                found.push((name, join(path, name), value));
            } else {
                self.unknown(key.span(), &join(path, name), name, known);
            }
        }
        found
    }

    /// Says what a key is called now; it is a mistake where the present name stands there too.
    fn renamed(&mut self, span: &Range<usize>, old: &str, present: &str, is_twice: bool) {
        if is_twice {
            let message = text!(
                "the old name of {present}, which stands here too",
                "de oude naam van {present}, die hier ook staat"
            );
            self.problem(span.clone(), old, message).allowed = Text::fixed("one of them", "een van de twee");
        } else {
            self.remark(span, &text!("{old} is called {present} now", "{old} heet nu {present}"));
        }
    }

    /// A table.
    pub(super) fn table<'t, 'i>(&mut self, field: &str, value: &'t Value<'i>) -> Option<&'t DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_kind(field, value, Text::fixed("a table", "een tabel"));
        }
        table
    }

    /// The tables of `[[field]]`.
    pub(super) fn tables<'t, 'i>(&mut self, field: &str, value: &'t Value<'i>) -> Vec<(Range<usize>, &'t DeTable<'i>)> {
        let Some(array) = value.get_ref().as_array() else {
            let list = Text::fixed("a list of tables", "een lijst van tabellen");
            self.wrong_kind(field, value, list).help =
                text!("write [[{field}]] with two brackets", "schrijf [[{field}]], met dubbele haken");
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

    /// A finite number within a range.
    pub(super) fn number(&mut self, field: &str, value: &Value<'_>, min: f64, max: f64) -> Option<f64> {
        let number = match value.get_ref() {
            DeValue::Integer(i) => i128::from_str_radix(i.as_str(), i.radix()).ok().map(|n| n as f64),
            DeValue::Float(f) => f.as_str().parse::<f64>().ok(),
            _ => {
                self.wrong_kind(field, value, A_NUMBER).allowed = allowed(min, max);
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
            Some(n) if !n.is_finite() => Text::fixed("not a finite number", "geen eindig getal"),
            Some(n) if n < min => TOO_LOW,
            _ => TOO_HIGH,
        };
        let problem = self.problem(value.span(), field, message);
        problem.allowed = allowed(min, max);
        let is_year = number.is_some_and(|n| (1_900.0..=2_200.0).contains(&n));
        if is_year && (field.ends_with("after_years") || field.ends_with("ramp_years")) {
            problem.help = Text::fixed(
                "a number of years, not a calendar year: subtract context.start_year",
                "een aantal jaren, geen jaartal: trek context.start_year ervan af",
            );
        }
        None
    }

    /// A whole number within a range.
    pub(super) fn whole(&mut self, field: &str, value: &Value<'_>, min: u64, max: u64) -> Option<u64> {
        let range = text!("a whole number, {min} to {max}", "een geheel getal van {min} tot en met {max}");
        let DeValue::Integer(integer) = value.get_ref() else {
            let help = thousands::meant(value).map(|digits| thousands::advice(&digits)).unwrap_or_default();
            let problem = self.wrong_kind(field, value, A_WHOLE_NUMBER);
            problem.allowed = range;
            if !help.is_empty() {
                problem.help = help;
            }
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
        self.problem(value.span(), field, if low { TOO_LOW } else { TOO_HIGH }).allowed = range;
        None
    }

    /// A text without control characters.
    pub(super) fn text(&mut self, field: &str, value: &Value<'_>) -> Option<String> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_kind(field, value, Text::fixed("text in quotes", "een tekst tussen aanhalingstekens"));
            return None;
        };
        if text.chars().any(char::is_control) {
            let message =
                Text::fixed("text with control characters or line ends", "een tekst met stuurtekens of regeleinden");
            self.problem(value.span(), field, message);
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
            self.wrong_kind(field, value, Text::fixed("true or false", "true (ja) of false (nee)"));
        }
        flag
    }

    /// One of some words, by position.
    pub(super) fn choice(&mut self, field: &str, value: &Value<'_>, words: &[&str]) -> Option<usize> {
        let range = Text::one_of(words);
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_kind(field, value, Text::fixed("a word in quotes", "een woord tussen aanhalingstekens"))
                .allowed = range;
            return None;
        };
        let position = words.iter().position(|w| *w == text);
        if position.is_some() {
            self.note(field, &value.span());
        } else {
            let help = self.suggestion(text, words);
            let problem = self.problem(value.span(), field, Text::fixed("no such choice", "deze keuze bestaat niet"));
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
        self.leaves_renamed(path, table, known, &[])
    }

    /// The same with keys that were renamed, each with its present one: they are read as that, with a note.
    pub(super) fn leaves_renamed<'t, 'i>(
        &mut self,
        path: &str,
        table: &'t DeTable<'i>,
        known: &[&str],
        renamed: &[(&str, &'static str)],
    ) -> Vec<(String, String, &'t Value<'i>)> {
        let (mut found, mut quoted) = (Vec::new(), Vec::new());
        self.collect_leaves(path, "", table, (known, renamed), &mut found, &mut quoted);
        for at in 0..found.len() {
            let Some((_, present)) = renamed.iter().find(|(old, _)| *old == found[at].0) else { continue };
            let is_twice = found.iter().any(|(key, ..)| key == present);
            let (field, span) = (join(path, present), found[at].2.span());
            self.renamed(&span, &found[at].1, &field, is_twice);
            (found[at].0, found[at].1) = ((*present).to_owned(), field);
        }
        for (span, key) in quoted {
            let twin = found.iter().find(|(other, ..)| *other == key).map(|(.., value)| value.span().start);
            let message = twin.map_or_else(
                || Text::fixed("a key with a full stop in quotes", "een naam met een punt tussen aanhalingstekens"),
                |twin| {
                    let line = self.lines.place(twin).0;
                    text!(
                        "this key stands here twice, the other one in line {line}",
                        "deze naam staat hier twee keer, de andere op regel {line}"
                    )
                },
            );
            let problem = self.problem(span, &join(path, &key), message);
            problem.allowed = text!("{key}, without quotes", "{key}, zonder aanhalingstekens");
        }
        found
    }

    /// Keys in quotes with a full stop in them are another key of the same name to TOML; they are put aside.
    fn collect_leaves<'t, 'i>(
        &mut self,
        path: &str,
        prefix: &str,
        table: &'t DeTable<'i>,
        (known, renamed): (&[&str], &[(&str, &'static str)]),
        found: &mut Vec<(String, String, &'t Value<'i>)>,
        quoted: &mut Vec<(Range<usize>, String)>,
    ) {
        let is_key = |key: &str| known.contains(&key) || renamed.iter().any(|(old, _)| *old == key);
        let is_group = |stem: &str| {
            known.iter().any(|k| k.starts_with(stem)) || renamed.iter().any(|(old, _)| old.starts_with(stem))
        };
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        for (name, value) in entries {
            let key = join(prefix, name.get_ref());
            let field = join(path, &key);
            if name.get_ref().contains('.') {
                quoted.push((name.span(), key));
                continue;
            }
            if is_key(&key) {
                found.push((key, field, value));
                continue;
            }
            let stem = format!("{key}.");
            match value.get_ref().as_table() {
                Some(inner) if is_group(&stem) => {
                    self.collect_leaves(path, &key, inner, (known, renamed), found, quoted);
                }
                // A misspelled group: name its leaves, so that the suggestion is a whole key.
                Some(inner)
                    if !inner.is_empty()
                        && inner.iter().all(|(k, _)| {
                            !FORM_KEYS.contains(&&**k.get_ref()) && !STEP_KEYS.contains(&&**k.get_ref())
                        }) =>
                {
                    self.collect_leaves(path, &key, inner, (known, renamed), found, quoted);
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

/// `did you mean 'x'?` for the nearest known word; empty where nothing is near.
pub(crate) fn suggestion(word: &str, known: &[&str]) -> Text {
    nearest(word, known).map_or_else(Text::default, |k| text!("did you mean '{k}'?", "bedoelde u '{k}'?"))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Lang;
    use crate::plan::FIELDS;

    /// What an old name is read as, and what is said of it.
    fn read(
        text: &str,
        read: impl FnOnce(&mut Reader, &DeTable) -> Vec<(String, String)>,
    ) -> (Vec<(String, String)>, Findings) {
        let mut findings = Findings::default();
        let mut reader = Reader::new("mine.toml", text, &mut findings);
        let document = reader.parse();
        let found = read(&mut reader, document.get_ref());
        (found, findings)
    }

    #[test]
    fn a_renamed_field_keeps_its_old_name_with_a_note() {
        let row = Field { key: "now", aliases: &["before"], ..FIELDS[0].clone() };
        let fields = |reader: &mut Reader, table: &DeTable| -> Vec<(String, String)> {
            let found = reader.fields("team", table, std::iter::once(&row), &["name"]);
            found.into_iter().map(|(key, field, _)| (key.to_owned(), field)).collect()
        };
        let (found, findings) = read("before = 2", fields);
        assert_eq!(found, [("now".to_owned(), "team.now".to_owned())]);
        let said = [Lang::En, Lang::Nl].map(|lang| findings.notes[0].of(lang).to_owned());
        assert_eq!(said[0], "mine.toml:1: team.before is called team.now now");
        assert_eq!(said[1], "mine.toml:1: team.before heet nu team.now");
        let (_, findings) = read("before = 2\nnow = 3", fields);
        assert_eq!(findings.problems[0].message.en, "the old name of team.now, which stands here too");
        let (_, findings) = read("befor = 2", fields);
        assert!(!findings.problems[0].allowed.en.contains("before"), "old names are not recommended");
    }

    #[test]
    fn a_renamed_lever_keeps_its_old_name_with_a_note() {
        let levers = |reader: &mut Reader, table: &DeTable| -> Vec<(String, String)> {
            let found = reader.leaves_renamed("levers", table, &["team.size"], &[("crew.size", "team.size")]);
            found.into_iter().map(|(key, field, _)| (key, field)).collect()
        };
        let (found, findings) = read("crew.size = 2", levers);
        assert_eq!(found, [("team.size".to_owned(), "levers.team.size".to_owned())]);
        assert_eq!(findings.notes[0].en, "mine.toml:1: levers.crew.size is called levers.team.size now");
        let (_, findings) = read("crew.size = 2\nteam.size = 3", levers);
        assert_eq!(findings.problems.len(), 1);
    }
}
