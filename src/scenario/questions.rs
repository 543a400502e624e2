//! The questions in the box: what somebody asks, and the files that answer it (`scenarios/questions.toml`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::headlines::BoxKind;
use super::lines::Lines;
use super::nearest::suggestion;
use crate::diagnostics::Diagnostic;
use crate::language::{Text, text};
use crate::observation::catalogue::series;
use crate::plan::Closure;

/// The list as it is written.
pub(super) const LIST: &str = include_str!("../../scenarios/questions.toml");

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Asker {
    /// Who decides on policy, or prepares a decision.
    Alderman,
    /// Who wants to know how it works and how sure it is.
    Researcher,
    /// Who trains and leads professionals.
    Trainer,
}

impl Asker {
    /// Everybody, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Alderman, Self::Researcher, Self::Trainer];

    /// The word in files and options.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Alderman => "alderman",
            Self::Researcher => "researcher",
            Self::Trainer => "trainer",
        }
    }

    /// Who that is.
    pub const fn name(self) -> Text {
        match self {
            Self::Alderman => Text::fixed("an alderman or policy officer", "een wethouder of beleidsmedewerker"),
            Self::Researcher => Text::fixed("a researcher", "een onderzoeker"),
            Self::Trainer => Text::fixed("a trainer or team leader", "een trainer of teamleider"),
        }
    }
}

/// A question that somebody asks, and what answers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its permanent name.
    pub key: String,
    /// The question.
    pub title: Text,
    /// Who asks it.
    pub who: Vec<Asker>,
    /// Names of built-in scenarios, the base first.
    pub arms: Vec<String>,
    /// What is kept equal; `None` where each arm says that itself.
    pub closure: Option<Closure>,
    /// Names of worlds that are laid over every arm.
    pub with: Vec<String>,
    /// Names of organisations that are compared, the base first, in the place of several arms.
    pub organisations: Vec<String>,
    /// Names of districts that are simulated beside each other; none for the arms' own.
    pub districts: Vec<String>,
    /// The mechanisms that it is about: rows of `docs/mechanisms.md`, `M1` to `M25`.
    pub mechanisms: Vec<String>,
    /// Keys of the indicators that `look` tells of: each is in the report of the question.
    pub figures: Vec<String>,
    /// What to look at, and why the answer is not obvious.
    pub look: Text,
}

/// The questions, in the order of the list.
pub static QUESTIONS: LazyLock<Vec<Question>> = LazyLock::new(|| read(LIST).unwrap_or_default());

/// The question with a key, in whatever capitals.
pub fn question(key: &str) -> Option<&'static Question> {
    QUESTIONS.iter().find(|question| question.key.eq_ignore_ascii_case(key))
}

/// The question that a comparison answers, by the names of its scenarios, the base first, the worlds laid over them,
/// and whether there are districts beside each other: one whose arms (or organisations) it begins with and whose worlds
/// they are; of several the one with most arms.
pub fn answered<'n>(names: &[&str], worlds: impl Iterator<Item = &'n str>, beside: bool) -> Option<&'static Question> {
    let of_box = |name: &'n str| name.trim_start_matches("builtin:").trim_end_matches(".toml");
    let worlds: Vec<&str> = worlds.map(of_box).collect();
    let arms = |asked: &'static Question| match asked.organisations.as_slice() {
        [] => asked.arms.as_slice(),
        organisations => organisations,
    };
    let is_answered = |asked: &&'static Question| {
        let begins = arms(asked).iter().zip(names).filter(|(arm, name)| arm == *name).count() == arms(asked).len();
        begins && asked.with == worlds && asked.districts.is_empty() != beside
    };
    // Of equals the first in the list.
    QUESTIONS.iter().rev().filter(is_answered).max_by_key(|asked| arms(asked).len())
}

/// The list as toml reads it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    schema_version: u64,
    question: Vec<Row>,
}

/// A question as toml reads it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    key: String,
    title: String,
    title_nl: String,
    who: Vec<Asker>,
    arms: Vec<String>,
    #[serde(default)]
    closure: Option<Closure>,
    #[serde(default)]
    with: Vec<String>,
    #[serde(default)]
    organisation: Vec<String>,
    #[serde(default)]
    district: Vec<String>,
    mechanisms: Vec<String>,
    figures: Vec<String>,
    look: String,
    look_nl: String,
}

/// The form of the list that this program reads.
const VERSION: u64 = 1;

/// The questions of a list.
pub(super) fn read(text: &str) -> Result<Vec<Question>, toml::de::Error> {
    let list: List = toml::from_str(text)?;
    Ok(list.question.into_iter().map(Question::from).collect())
}

/// Checks a list of questions: that it reads, and that everything it names is in the box.
pub(super) fn check(text: &str, shown: &str) -> Result<(), Vec<Diagnostic>> {
    let lines = Lines::new(text);
    let placed = |at: usize| {
        let (line, column) = lines.place(at);
        Diagnostic { file: shown.to_owned(), line: Some(line), column: Some(column), ..Diagnostic::default() }
    };
    let list: List = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let why = error.message();
        vec![Diagnostic {
            message: text!("not a list of questions: {why}", "geen lijst met vragen: {why}"),
            ..placed(at)
        }]
    })?;
    let mut problems = Vec::new();
    if list.schema_version != VERSION {
        problems.push(Diagnostic {
            field: "schema_version".to_owned(),
            message: Text::fixed(
                "another version than this program reads",
                "een andere versie dan dit programma leest",
            ),
            value: list.schema_version.to_string(),
            allowed: Text::same(VERSION.to_string()),
            ..placed(text.find("schema_version").unwrap_or(0))
        });
    }
    for one in list.question.into_iter().map(Question::from) {
        let from = text.find(&format!("key = \"{}\"", one.key)).unwrap_or(0);
        let names = [
            ("arms", BoxKind::Plan, &one.arms),
            ("with", BoxKind::World, &one.with),
            ("organisation", BoxKind::Organisation, &one.organisations),
            ("district", BoxKind::District, &one.districts),
        ];
        for (field, kind, named) in names {
            let known: Vec<&str> = kind.files().iter().map(|(name, _)| *name).collect();
            for name in named.iter().filter(|name| !known.contains(&name.as_str())) {
                let at = text[from..].find(&format!("\"{name}\"")).map_or(from, |at| from + at);
                problems.push(Diagnostic {
                    field: format!("{}.{field}", one.key),
                    message: Text::fixed("is not in the box", "zit niet in het programma"),
                    value: name.clone(),
                    help: suggestion(name, &known),
                    ..placed(at)
                });
            }
        }
        let known: Vec<&str> = series().iter().map(|series| series.indicator.as_str()).collect();
        for name in one.figures.iter().filter(|name| !known.contains(&name.as_str())) {
            let at = text[from..].find(&format!("\"{name}\"")).map_or(from, |at| from + at);
            problems.push(Diagnostic {
                field: format!("{}.figures", one.key),
                message: Text::fixed("no indicator is called so", "geen cijfer heet zo"),
                value: name.clone(),
                help: suggestion(name, &known),
                ..placed(at)
            });
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

impl From<Row> for Question {
    fn from(row: Row) -> Self {
        Self {
            key: row.key,
            title: Text { en: row.title.into(), nl: row.title_nl.into() },
            who: row.who,
            arms: row.arms,
            closure: row.closure,
            with: row.with,
            organisations: row.organisation,
            districts: row.district,
            mechanisms: row.mechanisms,
            figures: row.figures,
            look: Text { en: row.look.into(), nl: row.look_nl.into() },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::contents::{DISTRICTS, ORGANISATIONS, SCENARIOS, WORLDS};
    use super::*;

    fn names(of: &[(&'static str, &'static str)]) -> BTreeSet<&'static str> {
        of.iter().map(|(name, _)| *name).collect()
    }

    #[test]
    fn a_comparison_is_known_by_its_arms_and_worlds() {
        let key = |names: &[&str], worlds: &[&str]| {
            answered(names, worlds.iter().copied(), false).map_or("", |asked| asked.key.as_str())
        };
        assert_eq!(key(&["reactive", "proactive", "proactive-budget"], &[]), "going-out");
        assert_eq!(key(&["reactive", "proactive", "proactive-budget", "mine"], &[]), "going-out");
        assert_eq!(
            key(&["reactive", "prevention-signals", "debt-depth"], &["a-bad-year-with-debts.toml"]),
            "debts-in-a-bad-year"
        );
        assert_eq!(key(&["wijkteam", "utrecht", "leeuwarden", "rotterdam"], &[]), "as-another-city-does");
        assert_eq!(key(&["reactive", "mine"], &[]), "");
        assert_eq!(key(&["reactive", "proactive", "proactive-budget"], &["mine.toml"]), "");
        for asked in QUESTIONS.iter() {
            let names = if asked.organisations.is_empty() { &asked.arms } else { &asked.organisations };
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let found = answered(&names, asked.with.iter().map(String::as_str), !asked.districts.is_empty());
            let found = found.map(|found| found.key.as_str());
            assert!(found.is_some(), "{}", asked.key);
        }
    }

    #[test]
    fn the_list_reads_and_names_what_is_in_the_box() {
        let questions = read(LIST).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(*QUESTIONS, questions);
        let [scenarios, worlds, organisations, districts] = [SCENARIOS, WORLDS, ORGANISATIONS, DISTRICTS].map(names);
        let mut keys = BTreeSet::new();
        for one in &questions {
            let key = one.key.as_str();
            assert!(keys.insert(key), "{key} is there twice");
            assert!(key.chars().all(|c| c.is_ascii_lowercase() || c == '-') && key.len() > 3, "{key}");
            let taken = [&scenarios, &worlds, &organisations, &districts].iter().any(|names| names.contains(key));
            assert!(!taken, "{key} is also a file of the box");
            let within =
                |named: &[String], names: &BTreeSet<&str>| named.iter().all(|name| names.contains(name.as_str()));
            assert!(within(&one.arms, &scenarios), "{key}: {:?}", one.arms);
            assert!(within(&one.with, &worlds) && within(&one.organisations, &organisations), "{key}");
            assert!(within(&one.districts, &districts), "{key}: {:?}", one.districts);
            assert!(one.arms.len().max(one.organisations.len()) > 1, "{key} compares something");
            assert!(one.organisations.is_empty() || one.arms.len() == 1, "{key}: organisations are of one world");
            assert!(!one.who.is_empty() && !one.mechanisms.is_empty() && one.figures.len() > 1, "{key}");
            assert!(one.title.en.ends_with('?') && one.title.nl.ends_with('?'), "{key} is a question");
            assert!(one.look.en.ends_with('.') && one.look.nl.ends_with('.'), "{key}");
        }
    }

    #[test]
    fn every_scenario_and_every_mechanism_is_in_a_question_and_everybody_has_some() {
        let of = |names: fn(&Question) -> &Vec<String>| -> BTreeSet<&str> {
            QUESTIONS.iter().flat_map(names).map(String::as_str).collect()
        };
        let asked = of(|question| &question.arms);
        let forgotten: Vec<&str> = names(SCENARIOS).difference(&asked).copied().collect();
        assert_eq!(forgotten, Vec::<&str>::new(), "scenarios in no question");
        let all: BTreeSet<String> = (1..=25).map(|n| format!("M{n}")).collect();
        assert_eq!(of(|question| &question.mechanisms), all.iter().map(String::as_str).collect());
        for who in Asker::ALL {
            assert!(QUESTIONS.iter().filter(|question| question.who.contains(&who)).count() >= 5, "{}", who.key());
        }
    }

    #[test]
    fn a_list_with_mistakes_tells_them_all_with_their_places() {
        let wrong = LIST.replacen("\"no-team\"", "\"no-taem\"", 1).replacen("\"referrers\"", "\"refer\"", 1);
        let wrong = wrong.replacen("\"case.returns\"]", "\"case.retruns\"]", 1);
        let told = check(&wrong, "questions.toml").expect_err("three names are wrong");
        let of: Vec<(&str, &str)> = told.iter().map(|one| (one.field.as_str(), one.value.as_str())).collect();
        let figure = ("counting-to-account.figures", "case.retruns");
        assert_eq!(of, [("without-a-team.arms", "no-taem"), figure, ("telling-referrers-back.with", "refer")]);
        let line = wrong.lines().position(|line| line.contains("no-taem")).map(|at| at + 1);
        assert_eq!((told[0].line, told[0].help.en.as_ref()), (line, "did you mean 'no-team'?"));
        let unread = check("schema_version = 1\n[[question]]\nkey = 3\n", "x.toml").expect_err("no text");
        assert_eq!(unread[0].line, Some(3), "{unread:?}");
        let later =
            check(&LIST.replacen("schema_version = 1", "schema_version = 2", 1), "x.toml").expect_err("another");
        assert_eq!((later.len(), later[0].field.as_str(), later[0].line), (1, "schema_version", Some(8)), "{later:?}");
        assert!(check(LIST, "questions.toml").is_ok());
    }

    #[test]
    fn dutch_sentences_are_short() {
        for one in QUESTIONS.iter() {
            for sentence in one.look.nl.split(['.', ':']).chain([&*one.title.nl]) {
                assert!(sentence.split_whitespace().count() <= 16, "{}: {sentence}", one.key);
            }
        }
    }
}
