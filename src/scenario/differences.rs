//! What a scenario changes of its base, field by field as in a file.

use super::texts::{
    context_fields, design_text, distribution_text, number_text, price_text, remit_texts, steps_text, value_text,
};
use crate::levers::{LEVERS, LeverValue};
use crate::links::LINKS;
use crate::parameters::PARAMETERS;
use crate::plan::{ContextSpec, FieldKind, Number, Organisation, Scenario, TeamSpec, rounded};
use crate::random::Distribution;
use crate::settings::Settings;

/// `field: value in the base -> value here` for everything that differs.
pub(super) fn differences(base: &Scenario, scenario: &Scenario) -> Vec<String> {
    let changed = changed_fields(base, scenario).into_iter();
    changed.map(|(field, before, after)| format!("{field}: {before} -> {after}")).collect()
}

/// Every field that differs, its value in the base and its value here. Both are of the same size: the base is scaled
/// to the scenario's residents.
pub(crate) fn changed_fields(base: &Scenario, scenario: &Scenario) -> Vec<(String, String, String)> {
    let scaled = base.for_district(scenario.district.clone(), scenario.residents);
    let mut fields: Vec<(String, String, String)> = [
        ("district", base.district.name.clone(), scenario.district.name.clone()),
        ("population.residents", base.residents.to_string(), scenario.residents.to_string()),
    ]
    .map(|(field, before, after)| (field.to_owned(), before, after))
    .to_vec();
    let pairs = world(&scaled).into_iter().zip(world(scenario));
    fields.extend(pairs.map(|((field, before), (_, after))| (field, before, after)));
    fields.extend(of_context(&scaled.context, &scenario.context));
    for (prefix, before, after) in
        [("", &scaled.organisation, &scenario.organisation), ("before.", &scaled.before, &scenario.before)]
    {
        for ((field, before), (_, now)) in organisation(before).into_iter().zip(organisation(after)) {
            // What a lever replaces is in force nowhere: the lever tells the difference.
            if now != REPLACED {
                fields.push((format!("{prefix}{field}"), before, now));
            }
        }
    }
    fields.retain(|(_, before, after)| before != after);
    fields
}

/// What is neither an organisation's nor a circumstance, as texts; the same fields in the same order for every
/// scenario.
fn world(scenario: &Scenario) -> Vec<(String, String)> {
    let e = &scenario.experiment;
    let mut fields: Vec<(String, String)> = PARAMETERS
        .iter()
        .zip(&scenario.parameters)
        .map(|(meta, value)| (format!("parameters.{}", meta.key), distribution_text(value)))
        .collect();
    let others = [
        ("budget.euros_per_team_hour", price_text(&scenario.budget)),
        ("budget.price_year", scenario.budget.price_year.to_string()),
        ("budget.discount_rate", scenario.budget.discount_rate.to_string()),
        ("experiment.samples", e.samples.to_string()),
        ("experiment.replicates", e.replicates.to_string()),
        ("experiment.extra_replicate", e.extra_replicate.to_string()),
        ("experiment.years", e.years.to_string()),
        ("experiment.seed", e.seed.to_string()),
        ("experiment.burn_in_weeks", e.burn_in_weeks.to_string()),
        ("experiment.design", design_text(e)),
        ("experiment.closure", scenario.closure.unwrap_or_default().key().to_owned()),
    ];
    fields.extend(others.map(|(field, value)| (field.to_owned(), value)));
    fields
}

/// An organisation's values as texts; the same fields in the same order for every organisation.
fn organisation(organisation: &Organisation) -> Vec<(String, String)> {
    let base = &organisation.timeline.base;
    let mut fields: Vec<(String, String)> = Number::all().map(|number| told(organisation, number)).collect();
    let teams = organisation.teams.iter().enumerate().map(|(i, team)| team_text(base, i, team));
    fields.push(("team".to_owned(), teams.collect::<Vec<_>>().join("; ")));
    for (i, lever) in LEVERS.iter().enumerate() {
        let schedule = organisation.timeline.schedules.iter().find(|s| s.lever == i);
        let text =
            schedule.map_or("not set".to_owned(), |s| steps_text(&s.steps, |value| value_text(i, without_tail(value))));
        fields.push((format!("levers.{}", lever.meta.key), text));
    }
    for (link, strength) in LINKS.iter().zip(base.links) {
        fields.push((format!("links.{}", link.key), strength.to_string()));
    }
    fields
}

/// A team in a line: the only one is told by its numbers, of several each by its size and what it is for.
fn team_text(base: &Settings, i: usize, team: &TeamSpec) -> String {
    if team.is_broad() && base.team.share_of(i) >= 1.0 {
        return "one broad team".to_owned();
    }
    let size = rounded(base.team.fte_of(i));
    let remit: Vec<String> = remit_texts(team).into_iter().map(|(key, value)| format!("{key} {value}")).collect();
    format!("{} {size} FTE {}", team.name, remit.join(" ")).trim_end().to_owned()
}

/// Stands for a number that is never in force.
const REPLACED: &str = "replaced by a lever";

/// Stands for a number that follows from others.
const FOLLOWS: &str = "as the wait takes";

/// A number with its path: what it is drawn from, or else what is known; without the tail that scaling leaves.
fn told(organisation: &Organisation, number: Number) -> (String, String) {
    let field = number.field();
    let text = if organisation.replaced(number).is_some() {
        REPLACED.to_owned()
    } else if let Some(drawn) = organisation.uncertainty(number) {
        distribution_text(&drawn.map(rounded))
    } else {
        match organisation.value(number) {
            Some(Distribution::Fixed(value)) if field.scales => rounded(value).to_string(),
            Some(Distribution::Fixed(value)) if field.kind == FieldKind::Number => value.to_string(),
            None => FOLLOWS.to_owned(),
            _ => number_text(organisation, number),
        }
    };
    (number.path(), text)
}

fn without_tail(value: LeverValue) -> LeverValue {
    value.map(rounded)
}

/// What a field of `[context]` says where it is not stated.
const NOT_SET: &str = "not set";

/// What differs in other circumstances: the path of each field, what it says here and there.
pub(super) fn of_context(here: &ContextSpec, there: &ContextSpec) -> Vec<(String, String, String)> {
    let (here, there) = (context_fields(here), context_fields(there));
    let mut keys: Vec<&String> = here.iter().map(|(key, _)| key).collect();
    keys.extend(there.iter().map(|(key, _)| key).filter(|key| !here.iter().any(|(k, _)| k == *key)));
    let text = |fields: &[(String, String)], key: &String| {
        fields.iter().find(|(k, _)| k == key).map_or_else(|| NOT_SET.to_owned(), |(_, text)| text.clone())
    };
    let of_key = |key: &String| (format!("context.{key}"), text(&here, key), text(&there, key));
    keys.into_iter().map(of_key).filter(|(_, here, there)| here != there).collect()
}
