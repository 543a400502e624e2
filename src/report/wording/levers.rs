//! Units and choices of levers, and units of all other numbers, in the language of a reader.

use super::Lang;
use crate::levers::{LEVERS, LeverKind};

/// Units of parameters and of the other numbers that scenarios state, in Dutch.
const OTHER_UNITS: &[(&str, &str)] = &[
    ("FTE", "fte"),
    ("hours per FTE", "uur per fte"),
    ("per tie and year", "per bekende per jaar"),
    ("cases per FTE", "zaken per fte"),
    ("share", "deel van 1"),
    ("places", "plekken"),
    ("per 1,000 residents", "per 1.000 inwoners"),
    ("talks", "gesprekken"),
    ("carers per conference", "mantelzorgers per conferentie"),
    ("euros per resident and year", "euro per inwoner per jaar"),
    ("hours per week", "uur per week"),
    ("euros per hour", "euro per uur"),
    ("per share of income", "per deel van het inkomen"),
    ("homes per 1,000 residents and year", "woningen per 1.000 inwoners per jaar"),
    ("times", "keer"),
    ("weeks", "weken"),
    ("per week", "per week"),
    ("exponent", "macht"),
    ("per year", "per jaar"),
    ("per person-year", "per persoon per jaar"),
    ("per household-year", "per huishouden per jaar"),
    ("per indebted household and week", "per huishouden met schulden per week"),
    ("children per woman", "kinderen per vrouw"),
    ("hours", "uur"),
    ("euros", "euro"),
    ("euros per month", "euro per maand"),
    ("hours per contact", "uur per contact"),
    ("hours per person-week", "uur per persoon per week"),
    ("hours per half-day", "uur per dagdeel"),
    ("half-days per 1,000 residents", "dagdelen per 1.000 inwoners"),
    ("half-days per week", "dagdelen per week"),
    ("visitors per half-day", "bezoekers per dagdeel"),
    ("per volunteer and year", "per vrijwilliger per jaar"),
    ("hours per year", "uur per jaar"),
    ("hours per visit", "uur per bezoek"),
    ("hours per report", "uur per melding"),
    ("hours per resident-year", "uur per inwoner per jaar"),
    ("hours per signal", "uur per signaal"),
    ("share at 10 hours a week", "deel van 1, bij 10 uur per week"),
    ("share of published carers", "deel van het gepubliceerde aantal mantelzorgers"),
    ("share per domain", "deel van 1, per levensdomein"),
    ("share per step", "deel van 1, per stap"),
    ("share per tie", "deel van 1, per relatie"),
    ("ratio of the natural hazard", "keer het natuurlijk herstel"),
    ("ratio per open domain", "keer per levensdomein met een hulpvraag"),
    ("ratio per step", "keer per stap"),
    ("ratio to help.second_line", "keer het effect van behandeling"),
    ("weight", "gewicht"),
    ("shape", "vorm: bij 1 is de kans elke week gelijk"),
    ("severity steps", "stappen ernst"),
    ("standard deviation", "standaardafwijking"),
    ("sd of the logarithm", "standaardafwijking van de logaritme"),
    ("in the exponent", "exponent: 1 is een factor 2,7"),
    ("per step, in the exponent", "exponent per stap: 1 is een factor 2,7"),
    ("log odds", "log-kansverhouding: 1 is een factor 2,7"),
    ("log odds per step", "log-kansverhouding per stap: 1 is een factor 2,7"),
    ("log odds per unit", "log-kansverhouding per eenheid: 1 is een factor 2,7"),
    ("log odds per log hour", "log-kansverhouding per logaritme van de uren"),
];

/// A unit in Dutch, if it has a Dutch form.
pub(super) fn dutch_unit(unit: &str) -> Option<&'static str> {
    let of_levers = LEVERS.iter().map(|lever| (lever.meta.unit, lever.meta.dutch_unit));
    of_levers.chain(OTHER_UNITS.iter().copied()).find(|(english, _)| *english == unit).map(|(_, dutch)| dutch)
}

/// The unit of a lever, of a parameter or of another number that a scenario states.
pub fn unit_name(lang: Lang, unit: &'static str) -> &'static str {
    match lang {
        Lang::En => unit,
        Lang::Nl => dutch_unit(unit).unwrap_or(unit),
    }
}

/// Of what a percentage is, by a unit that is a share; empty where it is a share of 1. `None` of any other unit.
pub(in crate::report) fn share_of(lang: Lang, unit: &'static str) -> Option<&'static str> {
    let of = unit.strip_prefix("share")?.trim_start();
    if of.is_empty() || lang == Lang::En {
        return Some(of);
    }
    let name = unit_name(lang, unit);
    let of = name.strip_prefix("deel van 1").or_else(|| name.strip_prefix("deel")).unwrap_or(name);
    Some(of.trim_start_matches([',', ' ']))
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
    use crate::parameters::PARAMETERS;

    #[test]
    fn every_parameter_has_a_dutch_unit() {
        for meta in PARAMETERS {
            assert!(dutch_unit(meta.unit).is_some(), "{}: {}", meta.key, meta.unit);
        }
    }

    #[test]
    fn a_percentage_says_of_what_in_both_languages() {
        let told = |unit| [Lang::En, Lang::Nl].map(|lang| share_of(lang, unit).unwrap_or("?"));
        assert_eq!(told("share"), ["", ""]);
        assert_eq!(
            told("share of signals that reach nobody"),
            ["of signals that reach nobody", "van de signalen die niemand bereiken"]
        );
        assert_eq!(told("share per step"), ["per step", "per stap"]);
        assert_eq!(told("share at 10 hours a week"), ["at 10 hours a week", "bij 10 uur per week"]);
        assert_eq!(told("weeks"), ["?", "?"]);
        let shares = LEVERS.iter().map(|lever| lever.meta.unit).chain(PARAMETERS.iter().map(|meta| meta.unit));
        for unit in shares.filter(|unit| unit.len() > "share".len() && unit.starts_with("share")) {
            let [english, dutch] = told(unit);
            assert!(english != dutch && !dutch.is_empty(), "{unit}: {dutch}");
        }
    }

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
            assert_eq!(other, None, "{english} is {dutch} in one place and this in another: keep one");
        }
        assert_eq!(unit_name(Lang::Nl, "hours per visit"), "uur per bezoek");
        assert_eq!(lever_choice(Lang::Nl, "signal"), "signalen");
    }
}
