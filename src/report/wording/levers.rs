//! Units and choices of levers, and units of other numbers that scenarios state, in the language of a reader.

use super::Lang;

/// The units of what scenarios state in Dutch.
const DUTCH_UNITS: &[(&str, &str)] = &[
    ("FTE", "FTE"),
    ("cases per FTE", "gevallen per FTE"),
    ("euros per month", "euro per maand"),
    ("euros per year", "euro per jaar"),
    ("hours per FTE-year", "uren per FTE per jaar"),
    ("hours per visit", "uren per bezoek"),
    ("ratio", "verhouding"),
    ("places", "plaatsen"),
    ("hours per week", "uren per week"),
    ("euros per hour", "euro per uur"),
    ("homes per 1,000 residents and year", "woningen per 1.000 inwoners per jaar"),
    ("share", "deel van 1"),
    ("times", "keer"),
    ("share of closed cases", "deel van de afgesloten gevallen"),
    ("share of new cases", "deel van de nieuwe gevallen"),
];

/// The choices of levers in Dutch.
const DUTCH_CHOICES: &[(&str, &str)] =
    &[("random", "willekeurig"), ("deprivation", "arme buurten en huishoudens"), ("signal", "signalen")];

/// The unit of a lever or of another number that a scenario states.
pub fn lever_unit(lang: Lang, unit: &'static str) -> &'static str {
    in_language(lang, DUTCH_UNITS, unit)
}

/// A choice of a lever. Files keep the English word.
pub fn lever_choice(lang: Lang, choice: &'static str) -> &'static str {
    in_language(lang, DUTCH_CHOICES, choice)
}

fn in_language(lang: Lang, dutch: &[(&str, &'static str)], word: &'static str) -> &'static str {
    match lang {
        Lang::En => word,
        Lang::Nl => dutch.iter().find(|(english, _)| *english == word).map_or(word, |(_, dutch)| dutch),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::levers::{LEVERS, LeverKind};

    #[test]
    fn every_unit_and_choice_has_its_dutch() {
        for lever in LEVERS {
            let english = lever.meta.unit;
            let known = english.is_empty() || DUTCH_UNITS.iter().any(|(unit, _)| *unit == english);
            assert!(known, "{}: {english}", lever.meta.key);
            if let LeverKind::Choice(words) = lever.meta.kind {
                let known = |word: &&str| DUTCH_CHOICES.iter().any(|(choice, _)| choice == word);
                assert!(words.iter().all(known), "{}: {words:?}", lever.meta.key);
            }
        }
    }
}
