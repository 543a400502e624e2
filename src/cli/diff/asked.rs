//! What differs in what was asked of two results, before anything was computed.

use super::super::keeping::Finished;
use crate::language::{Text, text};
use crate::report::folder::Manifest;
use crate::scenario::changed_fields;
use crate::study::Study;

/// Rows that are told, at most.
const MOST: usize = 40;

/// What differs: what it is, and what it is in both.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Asked {
    /// The first of them.
    pub(super) rows: Vec<(Text, String, String)>,
    /// How many there are besides.
    pub(super) more: usize,
}

/// Everything in which two results were asked something else. With their studies scenarios are told field by field.
pub(super) fn asked(a: &Finished, b: &Finished, studies: Option<&[Study; 2]>) -> Asked {
    let mut rows = of_numbers(&a.manifest, &b.manifest);
    rows.extend(of_scenarios(&a.manifest, &b.manifest, studies));
    rows.extend(of_inputs(&a.manifest, &b.manifest));
    let more = rows.len().saturating_sub(MOST);
    rows.truncate(MOST);
    Asked { rows, more }
}

fn of_numbers(a: &Manifest, b: &Manifest) -> Vec<(Text, String, String)> {
    let of = |m: &Manifest| {
        let design = m.design.as_ref().map_or_else(|| "–".to_owned(), |design| short(&design.sha256));
        [
            m.model_version.clone(),
            m.seed.to_string(),
            m.samples.to_string(),
            m.replicates.to_string(),
            m.extra_replicate.to_string(),
            m.years.to_string(),
            m.start_year.to_string(),
            m.residents.to_string(),
            design,
            m.worlds.join(", "),
        ]
    };
    let names = [
        Text::fixed("version of the model", "versie van het model"),
        Text::same("seed"),
        Text::fixed("samples", "werelden"),
        Text::fixed("replicates", "herhalingen"),
        Text::fixed("samples with one replicate more", "werelden met een herhaling extra"),
        Text::fixed("years", "jaren"),
        Text::fixed("first year", "eerste jaar"),
        Text::fixed("residents", "inwoners"),
        Text::fixed("points of --design", "punten van --design"),
        Text::same("--with"),
    ];
    let rows = names.into_iter().zip(of(a)).zip(of(b)).map(|((what, a), b)| (what, a, b));
    rows.filter(|(_, a, b)| a != b).collect()
}

/// Numbers of an experiment are told once, not with every scenario.
const TOLD_ONCE: [&str; 8] = [
    "experiment.samples",
    "experiment.replicates",
    "experiment.extra_replicate",
    "experiment.years",
    "experiment.seed",
    "experiment.design",
    "population.residents",
    "context.start_year",
];

fn of_scenarios(a: &Manifest, b: &Manifest, studies: Option<&[Study; 2]>) -> Vec<(Text, String, String)> {
    let mut rows: Vec<(Text, String, String)> = Vec::new();
    let given = studies.map(|studies| [studies[0].given(), studies[1].given()]);
    for (i, ours) in a.scenarios.iter().enumerate() {
        let Some(j) = b.scenarios.iter().position(|theirs| theirs.name == ours.name) else {
            rows.push((Text::fixed("scenario", "scenario"), ours.name.clone(), "–".to_owned()));
            continue;
        };
        let theirs = &b.scenarios[j];
        if ours.text == theirs.text {
            continue;
        }
        let fields = given.as_ref().map(|[a, b]| changed_fields(&a[i], &b[j])).unwrap_or_default();
        let told = fields.into_iter().filter(|(field, ..)| !TOLD_ONCE.contains(&field.as_str()));
        let before = rows.len();
        let name = &ours.name;
        rows.extend(told.map(|(field, a, b)| (Text::same(format!("{name}: {field}")), a, b)));
        if rows.len() == before && studies.is_none() {
            let what = text!("{name}: text", "{name}: tekst");
            rows.push((what, short(&ours.sha256), short(&theirs.sha256)));
        }
    }
    let alone = b.scenarios.iter().filter(|theirs| a.scenarios.iter().all(|ours| ours.name != theirs.name));
    rows.extend(alone.map(|one| (Text::fixed("scenario", "scenario"), "–".to_owned(), one.name.clone())));
    // What all scenarios share is told once.
    let mut once: Vec<(Text, String, String)> = Vec::new();
    let bare = |what: &Text| what.en.split_once(": ").map(|(_, field)| field.to_owned());
    for (what, ours, theirs) in rows {
        let same = |(other, x, y): &&(Text, String, String)| {
            bare(other).is_some() && bare(other) == bare(&what) && *x == ours && *y == theirs
        };
        if once.iter().find(same).is_none() {
            once.push((what, ours, theirs));
        }
    }
    once
}

fn of_inputs(a: &Manifest, b: &Manifest) -> Vec<(Text, String, String)> {
    let mut rows = Vec::new();
    for ours in &a.inputs {
        let name = &ours.name;
        let theirs = b.inputs.iter().find(|theirs| theirs.name == ours.name);
        if theirs.is_none_or(|theirs| theirs.sha256 != ours.sha256) {
            let other = theirs.map_or_else(|| "–".to_owned(), |theirs| short(&theirs.sha256));
            rows.push((text!("file {name}", "bestand {name}"), short(&ours.sha256), other));
        }
    }
    let alone = b.inputs.iter().filter(|theirs| a.inputs.iter().all(|ours| ours.name != theirs.name));
    rows.extend(alone.map(|one| {
        let name = &one.name;
        (text!("file {name}", "bestand {name}"), "–".to_owned(), short(&one.sha256))
    }));
    rows
}

/// The beginning of a hash: enough to tell two apart.
fn short(hash: &str) -> String {
    hash.chars().take(8).collect()
}
