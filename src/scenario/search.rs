//! Finding what is in the box by words in either language: the names and texts of questions and files.

use super::headlines::{BoxKind, headline, in_box};
use super::nearest::nearest;
use super::questions::QUESTIONS;
use crate::language::{Text, text};

/// Something in the box that some words may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its name.
    pub name: &'static str,
    /// What it is, in a line.
    pub told: Text,
}

/// The most that are told of many.
const MOST: usize = 8;

/// How well words fit, the best first.
const IN_NAME: u8 = 0;
const IN_TITLE: u8 = 1;
const IN_TEXT: u8 = 2;

/// What fits all of some words, questions before files and names before texts. A word fits where one begins with it.
pub fn search(words: &str) -> Vec<Match> {
    ranked(words).into_iter().map(|(_, one)| one).collect()
}

/// The same with how well each fits.
fn ranked(words: &str) -> Vec<(u8, Match)> {
    let sought = split(words);
    if sought.is_empty() {
        return Vec::new();
    }
    let fits = |text: &str| {
        let there = split(text);
        sought.iter().all(|word| there.iter().any(|other| other.starts_with(word.as_str())))
    };
    let rank = |name: &str, title: &str, rest: &str| {
        let title = format!("{name} {title}");
        match () {
            () if fits(name) => Some(IN_NAME),
            () if fits(&title) => Some(IN_TITLE),
            () if fits(&format!("{title} {rest}")) => Some(IN_TEXT),
            () => None,
        }
    };
    let mut found: Vec<(u8, Match)> = Vec::new();
    for one in QUESTIONS.iter() {
        let names = [&one.arms, &one.with, &one.organisations, &one.districts];
        let of_files = names.into_iter().flatten().filter_map(|name| {
            let (kind, text) = in_box(name)?;
            let told = headline(kind, name, text);
            Some(format!("{name} {} {}", told.en, told.nl))
        });
        let title = format!("{} {} {}", one.title.en, one.title.nl, of_files.collect::<Vec<_>>().join(" "));
        let ranked = rank(&one.key, &title, &format!("{} {}", one.look.en, one.look.nl));
        found.extend(ranked.map(|rank| (rank, Match { name: &one.key, told: one.title.clone() })));
    }
    for kind in BoxKind::ALL {
        for (name, text) in kind.files() {
            let told = headline(kind, name, text);
            let title = format!("{} {}", told.en, told.nl);
            found.extend(rank(name, &title, "").map(|rank| (rank, Match { name, told })));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    found
}

/// Words without capitals, signs and short ones that say nothing.
fn split(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 1);
    words.map(str::to_lowercase).collect()
}

/// What somebody may have meant by a name that nothing has: a help, and further things one a line.
pub fn meant_by(name: &str) -> (Text, Vec<Text>) {
    let found = ranked(name);
    let best = found.first().map(|(rank, _)| *rank);
    // Who writes a name wants no more than others that fit as well.
    let mut found: Vec<Match> = found.into_iter().filter(|(rank, _)| Some(*rank) == best).map(|(_, one)| one).collect();
    if found.is_empty() {
        let files = BoxKind::ALL.into_iter().flat_map(|kind| kind.files().iter().map(|(name, _)| *name));
        let names: Vec<&str> = QUESTIONS.iter().map(|asked| asked.key.as_str()).chain(files).collect();
        let near = nearest(&name.to_lowercase(), &names);
        return (
            near.map_or_else(Text::default, |near| text!("did you mean '{near}'?", "bedoelde u '{near}'?")),
            vec![],
        );
    }
    found.truncate(MOST);
    let first = found[0].name;
    let others = found[1..].iter().map(|Match { name, told }| text!("{name}: {told}", "{name}: {told}"; told));
    (text!("did you mean '{first}'?", "bedoelde u '{first}'?"), others.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(words: &str) -> &'static str {
        search(words).first().map_or("", |one| one.name)
    }

    #[test]
    fn questions_and_plans_are_found_by_words_of_both_languages_and_any_capitals() {
        for (words, name) in [
            ("Eigen-bijdrage", "own-contribution"),
            ("own contribution", "own-contribution"),
            ("huisarts", "telling-referrers-back"),
            ("covid", "covid"),
        ] {
            assert_eq!(first(words), name, "{words}: {:?}", search(words));
        }
        assert!(search("own").iter().any(|one| one.name == "own-contribution"));
        assert!(search("schulden").iter().any(|one| one.name == "debts-in-a-bad-year"));
        assert!(search("-").is_empty() && search("zzz").is_empty());
        assert_eq!(meant_by("Own-strenght").0.en, "did you mean 'own-strength'?");
        assert_eq!(meant_by("zzz").0, Text::default());
    }
}
