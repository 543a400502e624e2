//! `kantel levers`: what an alderman can set.

use super::args::{Language, LeversArgs};
use super::report::lang;
use super::{Failure, columns, emit};
use crate::levers::{LEVERS, LeverKind, LeverMeta};
use crate::report::wording::{decides, lever_unit};
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
            decides(lang(language), meta.decides).to_owned(),
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

fn unit(unit: &'static str, language: Language) -> &'static str {
    if unit.is_empty() { "-" } else { lever_unit(lang(language), unit) }
}

/// The range of a lever in words.
pub(super) fn range(meta: &LeverMeta) -> String {
    match meta.kind {
        LeverKind::Number { min, max } => format!("{min} to {max}"),
        LeverKind::Choice(words) => words.join(", "),
        LeverKind::Flag => "true, false".to_owned(),
    }
}
