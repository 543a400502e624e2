//! The words of the page itself. What it says of results comes from the report.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::experiment::SAMPLES_NEEDED;
use crate::language::Lang;
use crate::plan::Closure;
use crate::report::SECTIONS;
use crate::report::wording::indicator_name;
use crate::scenario::OWN_NAMES;
use crate::simulation::MODEL_VERSION;

/// Every text of the page by its key, in both languages.
const WORDS: &str = include_str!("words.json");

/// Samples of the scale model and of the whole district after which figures are shown, and what can be added.
const SMALL_STEPS: [u32; 3] = [8, 16, 32];
pub(super) const WHOLE_STEPS: [u32; 3] = [8, 16, 30];
const MORE_STEPS: [u32; 2] = [60, 100];

/// A text in both languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Both {
    en: String,
    nl: String,
}

fn words() -> BTreeMap<String, Both> {
    serde_json::from_str(WORDS).unwrap_or_default()
}

fn said(lang: Lang, both: &Both) -> &str {
    match lang {
        Lang::En => &both.en,
        Lang::Nl => &both.nl,
    }
}

/// The text with a key; the key itself where there is none.
pub(super) fn word(lang: Lang, key: &str) -> String {
    words().get(key).map_or_else(|| key.to_owned(), |both| said(lang, both).to_owned())
}

/// How many key figures are undecided for want of computing; nothing where none is.
pub(super) fn doubt(lang: Lang, figures: usize, samples: u32) -> String {
    let told = match figures {
        0 => return String::new(),
        1 => word(lang, "doubt.one"),
        n => word(lang, "doubt.more").replace("{n}", &n.to_string()),
    };
    let needed = SAMPLES_NEEDED as u32;
    if samples < needed { told + " " + &word(lang, "doubt.few").replace("{n}", &needed.to_string()) } else { told }
}

/// What a figure of a municipality is called, with its unit where that is not in the name.
fn own_name(lang: Lang, indicator: &str) -> String {
    let name = indicator_name(lang, indicator);
    let unit = if indicator.starts_with("euros.") { word(lang, "own.euros") } else { String::new() };
    let unit = if indicator.ends_with("wait_weeks") { word(lang, "own.weeks") } else { unit };
    if unit.is_empty() { name } else { format!("{name} ({unit})") }
}

/// What of the page is the same for every choice.
pub(super) fn about(lang: Lang) -> Value {
    let all: Map<String, Value> =
        words().iter().map(|(key, both)| (key.clone(), Value::from(said(lang, both)))).collect();
    let closures = Closure::ALL.map(|closure| {
        let key = closure.key();
        let (name, hint) = (word(lang, &format!("closure.{key}")), word(lang, &format!("closure.{key}.hint")));
        json!({ "key": key, "name": name, "hint": hint })
    });
    let tabs = SECTIONS.iter().filter(|id| words().contains_key(&format!("tab.{id}")));
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "model_version": MODEL_VERSION,
        "words": all,
        "closures": closures,
        "own": OWN_NAMES.map(|(name, indicator)| json!({ "key": name, "name": own_name(lang, indicator) })),
        "tabs": tabs.map(|id| json!({ "id": id, "name": word(lang, &format!("tab.{id}")) })).collect::<Vec<_>>(),
        "steps": { "small": SMALL_STEPS, "whole": WHOLE_STEPS, "more": MORE_STEPS },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_of_the_page_stands_there_in_both_languages() {
        let words = words();
        assert!(words.len() > 40, "{} texts", words.len());
        for (key, both) in &words {
            assert!(!both.en.trim().is_empty() && !both.nl.trim().is_empty(), "{key}");
            let holes = |text: &str| text.matches('{').count();
            assert_eq!(holes(&both.en), holes(&both.nl), "{key}: both have the same numbers in them");
        }
        for closure in Closure::ALL {
            assert!(words.contains_key(&format!("closure.{}.hint", closure.key())));
        }
    }
}
