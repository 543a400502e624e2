//! `kantel levers`: what an alderman can set.

use super::args::{Language, LeversArgs};
use super::{Failure, columns, emit};
use crate::levers::{LEVERS, LeverKind, LeverMeta};
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
        Language::Nl => {
            ["sleutel", "naam", "mechanisme", "eenheid", "bereik", "neutraal", "wie beslist", "onderbouwing"]
        }
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
            if meta.unit.is_empty() { "-".to_owned() } else { meta.unit.to_owned() },
            range(meta),
            meta.neutral.map_or_else(|| "the base's".to_owned(), |v| value_text(i, v)),
            meta.decides.text().to_owned(),
            format!("{}: {}", meta.source.grade(), meta.source.text()),
        ]);
    }
    columns(&rows)
}

/// The range of a lever in words.
pub(super) fn range(meta: &LeverMeta) -> String {
    match meta.kind {
        LeverKind::Number { min, max } => format!("{min} to {max}"),
        LeverKind::Choice(words) => words.join(", "),
        LeverKind::Flag => "true, false".to_owned(),
    }
}
