//! `kantel levers`: what an alderman can set.

use super::args::{Language, LeversArgs};
use super::{Failure, columns, emit};
use crate::levers::{LEVERS, LeverKind, LeverMeta};
use crate::provenance::Decides;
use crate::scenario::value_text;

/// Prints the table of levers.
///
/// # Errors
/// If stdout cannot be written to.
pub(super) fn levers(args: &LeversArgs) -> Result<(), Failure> {
    emit(&table(args.lang))
}

fn table(language: Language) -> String {
    let head = match language {
        Language::En => ["key", "name", "mechanism", "unit", "range", "neutral", "who decides", "evidence"],
        Language::Nl => [
            "sleutel",
            "naam",
            "mechanisme",
            "eenheid",
            "bereik",
            "neutraal",
            "wie beslist",
            "onderbouwing (in het Engels)",
        ],
    };
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for (i, lever) in LEVERS.iter().enumerate() {
        let meta = &lever.meta;
        rows.push(vec![
            meta.key.to_owned(),
            match language {
                Language::En => meta.name,
                Language::Nl => meta.dutch,
            }
            .to_owned(),
            meta.mechanism.to_owned(),
            unit(meta.unit, language).to_owned(),
            match language {
                Language::En => range(meta),
                Language::Nl => range(meta).replace(" to ", " tot "),
            },
            meta.neutral.map_or_else(|| the_bases(language).to_owned(), |v| value_text(i, v)),
            decides(meta.decides, language).to_owned(),
            format!("{}: {}", meta.source.grade(), meta.source.text()),
        ]);
    }
    columns(&rows)
}

const fn the_bases(language: Language) -> &'static str {
    match language {
        Language::En => "the base's",
        Language::Nl => "die van de basis",
    }
}

const fn decides(decides: Decides, language: Language) -> &'static str {
    match (language, decides) {
        (Language::En, decides) => decides.text(),
        (Language::Nl, Decides::Municipality) => "gemeente",
        (Language::Nl, Decides::State) => "rijk",
        (Language::Nl, Decides::Insurer) => "zorgverzekeraar",
        (Language::Nl, Decides::Nobody) => "niemand (gedachte-experiment)",
    }
}

/// The units of levers in Dutch.
const DUTCH_UNITS: &[(&str, &str)] = &[
    ("FTE", "fte"),
    ("cases per FTE", "gevallen per fte"),
    ("euros per month", "euro per maand"),
    ("euros per year", "euro per jaar"),
    ("hours per FTE-year", "uren per fte per jaar"),
    ("hours per visit", "uren per bezoek"),
    ("ratio", "verhouding"),
    ("share", "deel van 1"),
    ("share of closed cases", "deel van de afgesloten gevallen"),
    ("share of new cases", "deel van de nieuwe gevallen"),
];

fn unit(unit: &'static str, language: Language) -> &'static str {
    match language {
        _ if unit.is_empty() => "-",
        Language::En => unit,
        Language::Nl => DUTCH_UNITS.iter().find(|(english, _)| *english == unit).map_or(unit, |(_, dutch)| dutch),
    }
}

/// The range of a lever in words.
pub(super) fn range(meta: &LeverMeta) -> String {
    match meta.kind {
        LeverKind::Number { min, max } => format!("{min} to {max}"),
        LeverKind::Choice(words) => words.join(", "),
        LeverKind::Flag => "true, false".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_has_its_dutch() {
        for lever in LEVERS {
            let english = lever.meta.unit;
            let known = english.is_empty() || DUTCH_UNITS.iter().any(|(unit, _)| *unit == english);
            assert!(known, "{}: {english}", lever.meta.key);
        }
    }
}
