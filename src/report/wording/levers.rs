//! Units and choices of levers, and units of other numbers that scenarios state, in the language of a reader.

use super::Lang;
use crate::levers::{LEVERS, LeverKind};

/// Units of the other numbers that scenarios state, in Dutch.
const OTHER_UNITS: &[(&str, &str)] = &[
    ("FTE", "FTE"),
    ("cases per FTE", "gevallen per FTE"),
    ("share", "deel van 1"),
    ("places", "plaatsen"),
    ("hours per week", "uur per week"),
    ("euros per hour", "euro per uur"),
    ("homes per 1,000 residents and year", "woningen per 1.000 inwoners per jaar"),
    ("times", "keer"),
    ("weeks", "weken"),
    ("of closed cases", "van de afgesloten gevallen"),
    ("of new cases", "van de nieuwe gevallen"),
];

/// The unit of a lever or of another number that a scenario states.
pub fn lever_unit(lang: Lang, unit: &'static str) -> &'static str {
    if lang == Lang::En {
        return unit;
    }
    let of_levers = LEVERS.iter().map(|lever| (lever.meta.unit, lever.meta.dutch_unit));
    of_levers.chain(OTHER_UNITS.iter().copied()).find(|(english, _)| *english == unit).map_or(unit, |(_, dutch)| dutch)
}

/// A choice of a lever. Files keep the English word.
pub fn lever_choice(lang: Lang, choice: &'static str) -> &'static str {
    if lang == Lang::En {
        return choice;
    }
    let dutch = |lever: &crate::levers::Lever| {
        let LeverKind::Choice(words) = lever.meta.kind else { return None };
        let position = words.iter().position(|word| *word == choice)?;
        lever.meta.dutch_choices.get(position).copied()
    };
    LEVERS.iter().find_map(dutch).unwrap_or(choice)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Units and choices are looked up by their English word.
    #[test]
    fn one_english_word_has_one_dutch_one() {
        let mut pairs: Vec<(&str, &str)> = LEVERS.iter().map(|l| (l.meta.unit, l.meta.dutch_unit)).collect();
        pairs.extend(OTHER_UNITS);
        for lever in LEVERS {
            if let LeverKind::Choice(words) = lever.meta.kind {
                pairs.extend(words.iter().copied().zip(lever.meta.dutch_choices.iter().copied()));
            }
        }
        for (english, dutch) in &pairs {
            let other = pairs.iter().find(|(word, other)| word == english && other != dutch);
            assert_eq!(other, None, "{english}");
        }
        assert_eq!(lever_unit(Lang::Nl, "hours per visit"), "uur per bezoek");
        assert_eq!(lever_choice(Lang::Nl, "signal"), "signalen");
    }
}
