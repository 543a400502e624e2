//! Tables key by key: what is known, what was renamed, and what was probably meant.

use std::ops::Range;

use toml::de::DeTable;

use super::distributions::{FORM_KEYS, STEP_KEYS};
use super::{NO_SUCH_KEY, Reader, Value, join, meant};
use crate::language::{Text, text};
use crate::levers::LEVERS;
use crate::parameters::PARAMETERS;
use crate::plan::Field;
use crate::scenario::nearest::suggestion;

/// Where a key belongs that stands among those of another registry: a parameter among levers, or the reverse.
fn in_another_table(key: &str, known: &[&str]) -> Option<Text> {
    let is_lever = LEVERS.iter().any(|lever| lever.meta.key == key);
    let is_parameter = PARAMETERS.iter().any(|meta| meta.key == key);
    match (known.contains(&key), is_lever, is_parameter) {
        (false, true, _) => Some(Text::fixed("a lever: it goes in [levers]", "een maatregel: die hoort in [levers]")),
        (false, _, true) => Some(Text::fixed(
            "a parameter, a number of the world: it goes in [parameters]",
            "een parameter, een getal van de wereld: die hoort in [parameters]",
        )),
        _ => None,
    }
}

/// Bytes of the longest word that may be meant.
const LONGEST_KNOWN: usize = 100;

impl Reader<'_, '_> {
    /// Reports a key that nobody knows.
    pub(in crate::scenario) fn unknown(&mut self, span: Range<usize>, field: &str, key: &str, known: &[&str]) {
        let elsewhere = in_another_table(key, known);
        let help = elsewhere.unwrap_or_else(|| self.suggestion(key, known));
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
    pub(super) fn suggestion(&mut self, word: &str, known: &[&str]) -> Text {
        // No known word is as long.
        let Some(left) = self.suggestions.checked_sub(1).filter(|_| word.len() <= LONGEST_KNOWN) else {
            return Text::default();
        };
        self.suggestions = left;
        let near = suggestion(word, known);
        match meant::by_dutch_name(word, known) {
            Some((key, dutch)) if near.is_empty() => {
                text!("did you mean '{key}' (in Dutch: {dutch})?", "bedoelde u '{key}' ({dutch})?")
            }
            _ => near,
        }
    }

    /// Every known entry of a table, in the order of the file; unknown keys are reported.
    pub(in crate::scenario) fn entries<'t, 'i>(
        &mut self,
        path: &str,
        table: &'t DeTable<'i>,
        known: &[&str],
    ) -> Vec<(&'t str, String, &'t Value<'i>)> {
        self.entries_renamed(path, table, known, &[])
    }

    /// The entries of a table that are rows or among `others`; lists of what is allowed begin with the others.
    pub(in crate::scenario) fn fields<'t, 'i, 'r>(
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
    pub(in crate::scenario) fn table<'t, 'i>(&mut self, field: &str, value: &'t Value<'i>) -> Option<&'t DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            let is_list = self.lines.text().get(value.span()).is_some_and(|written| written.starts_with("[["));
            let problem = self.wrong_kind(field, value, Text::fixed("a table", "een tabel"));
            if is_list {
                problem.help = text!("write [{field}] with one bracket", "schrijf [{field}], met enkele haken");
            }
        }
        table
    }

    /// The tables of `[[field]]`.
    pub(in crate::scenario) fn tables<'t, 'i>(
        &mut self,
        field: &str,
        value: &'t Value<'i>,
    ) -> Vec<(Range<usize>, &'t DeTable<'i>)> {
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

    /// Leaves of dotted keys (`outreach.door_fte`), each looked up among the `known` keys of a registry.
    pub(in crate::scenario) fn leaves<'t, 'i>(
        &mut self,
        path: &str,
        table: &'t DeTable<'i>,
        known: &[&str],
    ) -> Vec<(String, String, &'t Value<'i>)> {
        self.leaves_renamed(path, table, known, &[])
    }

    /// The same with keys that were renamed, each with its present one: they are read as that, with a note.
    pub(in crate::scenario) fn leaves_renamed<'t, 'i>(
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

#[cfg(test)]
mod tests {
    use super::super::Findings;
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
    fn a_key_of_another_table_is_told_where_it_goes() {
        let help = |known: &[&str], text: &str, lang| {
            let leaves = |reader: &mut Reader, table: &DeTable| -> Vec<(String, String)> {
                reader.leaves("here", table, known);
                Vec::new()
            };
            read(text, leaves).1.problems[0].help.of(lang).to_owned()
        };
        let levers: Vec<&str> = LEVERS.iter().map(|lever| lever.meta.key).collect();
        let parameters: Vec<&str> = PARAMETERS.iter().map(|meta| meta.key).collect();
        assert!(help(&levers, "relapse.base = 1", Lang::En).ends_with("it goes in [parameters]"));
        assert!(help(&levers, "relapse.base = 1", Lang::Nl).ends_with("die hoort in [parameters]"));
        assert!(help(&parameters, "team.fte = 1", Lang::En).ends_with("it goes in [levers]"));
        assert!(help(&levers, "relapse.bases = 1", Lang::En).is_empty());
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
