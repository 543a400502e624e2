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

/// Words from which on somebody may have written a sentence, and no name.
const SENTENCE: usize = 3;
/// Letters from which on a word of a sentence may say what it is about.
const LONG_WORD: usize = 5;
/// What fits a sentence less than this share of the best is not told.
const NEARLY: f64 = 0.6;

/// How well words fit, the best first.
const IN_NAME: u8 = 0;
const IN_TITLE: u8 = 1;
const IN_TEXT: u8 = 2;

/// What fits all of some words, questions before files and names before texts. A word fits where one begins with it. Of
/// a sentence that nothing fits whole, what fits most of its rarer words.
pub fn search(words: &str) -> Vec<Match> {
    let found = ranked(words);
    let is_sentence = words.split_whitespace().count() >= SENTENCE;
    if found.is_empty() && is_sentence { nearly(words) } else { found.into_iter().map(|(_, one)| one).collect() }
}

/// Something in the box with the words in its name, its title and its text.
struct Entry {
    name: Vec<String>,
    title: Vec<String>,
    text: Vec<String>,
    one: Match,
}

/// Everything that can be found, questions first.
fn entries() -> Vec<Entry> {
    let mut entries = Vec::new();
    for one in QUESTIONS.iter() {
        let names = [&one.arms, &one.with, &one.organisations, &one.districts];
        let of_files = names.into_iter().flatten().filter_map(|name| {
            let (kind, text) = in_box(name)?;
            let told = headline(kind, name, text);
            Some(format!("{name} {} {}", told.en, told.nl))
        });
        let title = format!("{} {} {}", one.title.en, one.title.nl, of_files.collect::<Vec<_>>().join(" "));
        entries.push(Entry {
            name: split(&one.key),
            title: split(&title),
            text: split(&format!("{} {}", one.look.en, one.look.nl)),
            one: Match { name: &one.key, told: one.title.clone() },
        });
    }
    for kind in BoxKind::ALL {
        for (name, text) in kind.files() {
            let told = headline(kind, name, text);
            let title = split(&format!("{} {}", told.en, told.nl));
            entries.push(Entry { name: split(name), title, text: Vec::new(), one: Match { name, told } });
        }
    }
    entries
}

/// What fits all words, with how well each fits.
fn ranked(words: &str) -> Vec<(u8, Match)> {
    let sought = split(words);
    if sought.is_empty() {
        return Vec::new();
    }
    let rank = |entry: &Entry| {
        let mut there: Vec<&String> = entry.name.iter().collect();
        let fits = |there: &[&String]| sought.iter().all(|word| there.iter().any(|other| other.starts_with(word)));
        if fits(&there) {
            return Some(IN_NAME);
        }
        there.extend(&entry.title);
        if fits(&there) {
            return Some(IN_TITLE);
        }
        there.extend(&entry.text);
        fits(&there).then_some(IN_TEXT)
    };
    let mut found: Vec<(u8, Match)> =
        entries().into_iter().filter_map(|entry| Some((rank(&entry)?, entry.one))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found
}

/// What has most of the longer words of a sentence, or words that begin alike: a word counts for more the fewer things
/// have it.
fn nearly(words: &str) -> Vec<Match> {
    let entries = entries();
    let sought: Vec<String> = split(words).into_iter().filter(|word| word.chars().count() >= LONG_WORD).collect();
    let alike = |a: &str, b: &str| a.starts_with(b) || b.starts_with(a);
    let has = |entry: &Entry, word: &str| {
        let of = |words: &[String]| words.iter().any(|other| other.len() >= LONG_WORD && alike(other, word));
        (of(&entry.name) || of(&entry.title), of(&entry.text))
    };
    let mut scores = vec![0.0_f64; entries.len()];
    for word in &sought {
        let had: Vec<(bool, bool)> = entries.iter().map(|entry| has(entry, word)).collect();
        let count = had.iter().filter(|(title, text)| *title || *text).count();
        let weight = libm::log(entries.len() as f64 / count.max(1) as f64);
        for (score, (title, text)) in scores.iter_mut().zip(had) {
            *score += if title { weight } else { f64::from(u8::from(text)) * weight / 2.0 };
        }
    }
    let best = scores.iter().copied().fold(0.0, f64::max);
    let mut found: Vec<(f64, Match)> =
        scores.into_iter().zip(entries).map(|(score, entry)| (score, entry.one)).collect();
    found.retain(|(score, _)| *score > 0.0 && *score >= best * NEARLY);
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.truncate(MOST);
    found.into_iter().map(|(_, one)| one).collect()
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
        for (sentence, name) in [
            ("Wat gebeurt er met mensen met schulden als het een slecht jaar is?", "debts-in-a-bad-year"),
            ("Loont het om langs de deuren te gaan in plaats van te wachten?", "going-out"),
            ("Should children have a team of their own?", "team-for-one-group"),
        ] {
            assert_eq!(first(sentence), name, "{sentence}: {:?}", search(sentence));
        }
        assert!(search("own").iter().any(|one| one.name == "own-contribution"));
        assert!(search("schulden").iter().any(|one| one.name == "debts-in-a-bad-year"));
        assert!(search("-").is_empty() && search("zzz").is_empty());
        assert_eq!(meant_by("Own-strenght").0.en, "did you mean 'own-strength'?");
        assert_eq!(meant_by("zzz").0, Text::default());
    }
}
