//! `kantel levers`: what an alderman can set.

use super::args::LeversArgs;
use super::tables::{aligned, terminal_width};
use super::tongue::spoken;
use super::{Failure, emit};
use crate::diagnostics::Diagnostic;
use crate::language::{Lang, Text};
use crate::levers::{LEVERS, LeverKind, LeverMeta};
use crate::mechanisms::team::levers::SIZES;
use crate::plan::{Number, Scenario};
use crate::report::wording::{decides, grade, source_note, unit_name};
use crate::scenario::{Overrides, load, short_text, suggestion, value_text};
use crate::units::Week;

/// Prints the table of levers.
///
/// # Errors
/// If stdout cannot be written to.
pub(super) fn levers(args: &LeversArgs) -> Result<(), Failure> {
    let embedded = load("builtin:reactive", &Overrides::default()).map_err(Failure::Input)?;
    let lang = spoken(args.lang);
    let known: Vec<&str> = LEVERS.iter().map(|lever| shown_key(&lever.meta)).collect();
    let is_known = |key: &&String| known.iter().any(|known| known.eq_ignore_ascii_case(key));
    let unknown: Vec<Diagnostic> =
        args.keys.iter().filter(|key| !is_known(key)).map(|key| no_lever(key, &known)).collect();
    if !unknown.is_empty() {
        return Err(Failure::Input(unknown));
    }
    let rows = table(lang, &embedded.scenario, args);
    emit(&match terminal_width() {
        Some(width) => records(width, &rows),
        // Who asks for one lever reads it; who asks for all may search in the lines.
        None if !args.keys.is_empty() => records(WIDTH, &rows),
        None => aligned(None, &rows),
    })
}

/// How wide single levers are told where there is no terminal.
const WIDTH: u16 = 100;

/// The key of a lever as it is listed: one row for the sizes of all teams.
fn shown_key(meta: &LeverMeta) -> &'static str {
    if meta.key == SIZES[0] { "team.<name>.fte" } else { meta.key }
}

/// A key that no lever has.
fn no_lever(key: &str, known: &[&str]) -> Diagnostic {
    Diagnostic {
        file: key.to_owned(),
        message: Text::fixed("no lever is called so", "geen knop heet zo"),
        allowed: Text::fixed("a key that kantel levers lists", "een sleutel die kantel levers noemt"),
        help: suggestion(&key.to_lowercase(), known),
        ..Diagnostic::default()
    }
}

/// The levers below their heads, with what they are at the start of the embedded scenario as their default: those that
/// are named, those of some mechanisms, or all where neither is.
fn table(lang: Lang, embedded: &Scenario, args: &LeversArgs) -> Vec<Vec<String>> {
    let is_asked = |meta: &LeverMeta| {
        let among = |asked: &[String], own: &str| asked.is_empty() || asked.iter().any(|a| a.eq_ignore_ascii_case(own));
        among(&args.mechanism, meta.mechanism) && among(&args.keys, shown_key(meta))
    };
    let head = match lang {
        Lang::En => [
            "key",
            "name",
            "mechanism",
            "unit",
            "range",
            "neutral",
            "default",
            "who decides",
            "evidence",
            "not in the model",
        ],
        Lang::Nl => [
            "sleutel",
            "naam",
            "mechanisme",
            "eenheid",
            "bereik",
            "neutraal",
            "standaard",
            "wie beslist",
            "onderbouwing",
            "niet in het model",
        ],
    };
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let shown = |meta: &LeverMeta| is_asked(meta) && !SIZES[1..].contains(&meta.key);
    for (i, lever) in LEVERS.iter().enumerate().filter(|(_, lever)| shown(&lever.meta)) {
        let meta = &lever.meta;
        rows.push(vec![
            shown_key(meta).to_owned(),
            match lang {
                Lang::En => meta.name,
                Lang::Nl => meta.dutch,
            }
            .to_owned(),
            meta.mechanism.to_owned(),
            unit(meta.unit, lang).to_owned(),
            match lang {
                Lang::En => range(meta),
                Lang::Nl => range(meta).replace(" to ", " tot "),
            },
            meta.neutral.map_or_else(|| the_bases(lang).to_owned(), |v| value_text(i, v)),
            default(i, embedded),
            decides(lang, meta.role.decides()).to_owned(),
            format!("{}: {}", grade(lang, &meta.source), source_note(lang, &meta.source)),
            gap(meta, lang).to_owned(),
        ]);
    }
    rows
}

/// A paragraph for each row beside its key, for a terminal, where that many columns do not fit next to each other.
fn records(width: u16, rows: &[Vec<String>]) -> String {
    let Some((heads, levers)) = rows.split_first() else { return String::new() };
    let told = |row: &Vec<String>| {
        let of = |i: usize| format!("{}: {}", heads[i], row[i]);
        let rest = (2..row.len()).map(of).collect::<Vec<_>>();
        [row[0].clone(), format!("{}\n{}\n{}", row[1], rest[..6].join("; "), rest[6..].join("; "))]
    };
    aligned(Some(width), &levers.iter().map(told).collect::<Vec<_>>())
}

/// What the model lacks of a lever; a dash where nothing is known to be missing.
fn gap(meta: &LeverMeta, lang: Lang) -> &'static str {
    meta.gap.map_or("-", |gap| match lang {
        Lang::En => gap.english,
        Lang::Nl => gap.dutch,
    })
}

/// A lever at the start of a scenario: as planned, else the organisation's own number, else where the lever does
/// nothing.
fn default(lever: usize, scenario: &Scenario) -> String {
    let organisation = &scenario.organisation;
    if let Some(value) = organisation.timeline.schedule(lever).and_then(|s| s.value_at(Week(0))) {
        return value_text(lever, value);
    }
    match (Number::replaced_by(LEVERS[lever].meta.key), LEVERS[lever].meta.neutral) {
        (Some(number), _) => short_text(organisation, number),
        (None, Some(neutral)) => value_text(lever, neutral),
        (None, None) => "-".to_owned(),
    }
}

const fn the_bases(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "the base's",
        Lang::Nl => "die van de basis",
    }
}

fn unit(unit: &'static str, lang: Lang) -> &'static str {
    if unit.is_empty() { "-" } else { unit_name(lang, unit) }
}

/// The range of a lever in words.
pub(super) fn range(meta: &LeverMeta) -> String {
    match meta.kind {
        LeverKind::Number { min, max } => format!("{min} to {max}"),
        LeverKind::Choice(words) => words.join(", "),
        LeverKind::Flag => "true, false".to_owned(),
    }
}
