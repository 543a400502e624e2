//! Options that change a scenario: each is a small layer of its own over the files.

use toml::de::DeValue;

use super::beside;
use super::draft::{Draft, OrganisationDraft};
use super::layer::{TOP, read_layer};
use super::loaded::Overrides;
use super::nearest::{nearest, suggestion};
use super::places::Places;
use super::reader::{Findings, NO_SUCH_KEY, Reader};
use super::teams;
use super::texts::quoted;
use crate::diagnostics::Diagnostic;
use crate::entities::Product;
use crate::language::{Text, text};
use crate::levers::{LEVERS, Role, position, renamed};
use crate::parameters::{PARAMETERS, Params};

const EXTRA: &str = "experiment.extra_replicate";

const OF_ORGANISATION: &str = "--organisation";

/// Applies the options to a scenario called `name`.
pub(super) fn apply(name: &str, overrides: &Overrides, draft: &mut Draft, findings: &mut Findings) {
    if let Some(district) = &overrides.district {
        let text = format!("district = {}", quoted(district));
        layer("--district", &text, draft, findings);
    }
    if !overrides.beside.is_empty() {
        beside::apply(&overrides.beside, draft, findings);
    }
    if let Some(design) = &overrides.design {
        layer("--design", &format!("experiment.design = {}", quoted(design)), draft, findings);
    }
    if overrides.persons {
        layer("--persons", "output.persons = true", draft, findings);
    }
    // A design says itself how many samples it has.
    let usual = overrides.usual_samples.filter(|_| draft.design.is_none());
    let numbers = [
        ("--residents", "population.residents", overrides.residents.map(u64::from)),
        ("--years", "experiment.years", overrides.years.map(u64::from)),
        ("--samples", "experiment.samples", overrides.samples.or(usual).map(u64::from)),
        ("--replicates", "experiment.replicates", overrides.replicates.map(u64::from)),
        ("--seed", "experiment.seed", overrides.seed),
    ];
    for (option, field, number) in numbers {
        if let Some(number) = number {
            layer(option, &format!("{field} = {number}"), draft, findings);
        }
    }
    // Who asks for so many replicates gets so many: the extra ones of the shipped scenarios are a default, those of
    // somebody's own file are not.
    let of_own_file = findings.origins.get(EXTRA).is_some_and(|origin| !origin.file.starts_with("builtin:"));
    if overrides.replicates.is_some() && !of_own_file {
        layer("--replicates", &format!("{EXTRA} = 0"), draft, findings);
    }
    let stated: Vec<(&str, &str)> =
        numbers.iter().filter(|n| n.2.is_some()).map(|(option, field, _)| (*option, *field)).collect();
    let mut before: Vec<(String, (bool, &str))> =
        stated.into_iter().map(|(option, field)| (option.to_owned(), (false, field))).collect();
    for entry in &overrides.set {
        let (target, assignment) = split(entry);
        if target.is_none_or(|t| t == name) {
            set(entry, assignment, draft, findings);
            // What holds for all may be meant otherwise for one.
            let what = (target.is_some(), assignment.split('=').next().unwrap_or_default().trim());
            let option = format!("--set {entry}");
            if let Some((earlier, _)) = before.iter().rev().find(|(_, other)| *other == what) {
                findings.notes.push(text!(
                    "{earlier} and {option} set the same: the latter counts",
                    "{earlier} en {option} bepalen hetzelfde: het laatste telt"
                ));
            }
            before.push((option, what));
        }
    }
}

/// Another organisation in the place of the scenario's, from the burn-in on; the scenario is called after it. What the
/// state decides stays as it is where the organisation does not say it. What it costs more or less is to be seen,
/// unless the scenario says what is kept equal.
pub(super) fn organise(organisation: &str, draft: &mut Draft, findings: &mut Findings) {
    let by_state = |lever: &usize| LEVERS[*lever].meta.role == Role::State;
    let mut of_state = draft.organisation.levers.clone();
    of_state.retain(|lever, _| by_state(lever));
    layer(OF_ORGANISATION, &format!("organisation = {}", quoted(organisation)), draft, findings);
    for (lever, steps) in of_state {
        draft.organisation.levers.entry(lever).or_insert(steps);
    }
    if findings.problems.is_empty() && !draft.organisation.has_team() {
        let message = Text::fixed("an organisation without a team", "een organisatie zonder team");
        findings.problems.push(Diagnostic {
            file: organisation.to_owned(),
            field: "team".to_owned(),
            message,
            allowed: Text::fixed(
                "one [[team]] or more, with fte or jobs_per_10000",
                "een of meer [[team]], met fte of jobs_per_10000",
            ),
            ..Diagnostic::default()
        });
        return;
    }
    let closure = if draft.closure.is_none() { "\nexperiment.closure = \"extra\"" } else { "" };
    layer(OF_ORGANISATION, &format!("before = \"this\"{closure}"), draft, findings);
    let OrganisationDraft { name, name_nl, .. } = &draft.organisation;
    (draft.title, draft.title_nl) = (name.clone(), name_nl.clone());
}

/// Problems with `NAME:` prefixes that name none of the scenarios. A name that is near that of a scenario which could
/// not be opened is right as far as can be known.
pub(super) fn unknown_names(set: &[String], names: &[String], unread: &[String]) -> Vec<Diagnostic> {
    let unread: Vec<&str> = unread.iter().map(String::as_str).collect();
    let known: Vec<&str> = names.iter().map(String::as_str).chain(unread.iter().copied()).collect();
    set.iter()
        .filter_map(|entry| split(entry).0.map(|target| (entry, target)))
        .filter(|(_, target)| !known.contains(target) && nearest(target, &unread).is_none())
        .map(|(entry, target)| Diagnostic {
            file: "--set".to_owned(),
            message: Text::fixed(
                "names a scenario that is not compared",
                "noemt een scenario dat niet wordt vergeleken",
            ),
            value: entry.clone(),
            allowed: Text::one_of(&known),
            help: suggestion(target, &known),
            ..Diagnostic::default()
        })
        .collect()
}

/// `NAME:KEY=VALUE` as its name and the rest.
fn split(entry: &str) -> (Option<&str>, &str) {
    let key_end = entry.find('=').unwrap_or(entry.len());
    match entry[..key_end].split_once(':') {
        Some((name, _)) => (Some(name.trim()), &entry[name.len() + 1..]),
        None => (None, entry),
    }
}

fn set(entry: &str, assignment: &str, draft: &mut Draft, findings: &mut Findings) {
    let Some((key, value)) = assignment.split_once('=') else {
        findings.problems.push(Diagnostic {
            file: "--set".to_owned(),
            message: Text::fixed("is not KEY=VALUE", "is niet NAAM=WAARDE"),
            value: entry.to_owned(),
            allowed: Text::same("team.fte=40, onset.debt=0.02, experiment.years=10"),
            ..Diagnostic::default()
        });
        return;
    };
    let (key, value) = (key.trim(), value.trim());
    // A bare word is a text: nobody quotes twice in a shell.
    let is_word = !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    let value = if DeValue::parse(value).is_err() && is_word { format!("\"{value}\"") } else { value.to_owned() };
    let option = format!("--set {key}");
    let before = findings.problems.len();
    if Params::position(key).is_some() {
        layer(&option, &format!("parameters.{key} = {value}"), draft, findings);
    } else if position(key).is_some() || renamed().any(|(old, _)| old == key) {
        layer(&option, &format!("levers.{key} = {value}"), draft, findings);
    } else if let Some((product, field)) = key.strip_prefix("service.").and_then(|rest| rest.split_once('.')) {
        layer(&option, &format!("[[service]]\nproduct = \"{product}\"\n{field} = {value}"), draft, findings);
    } else if teams::levers_by_name(&draft.organisation).iter().any(|(name, _)| name == key) {
        let name = key.trim_start_matches("team.").trim_end_matches(".fte");
        layer(&option, &format!("levers.team.\"{name}\".fte = {value}"), draft, findings);
    } else if let Some(field) = key.strip_prefix("team.") {
        layer(&option, &format!("[[team]]\n{field} = {value}"), draft, findings);
    } else if key.split('.').next().is_some_and(|first| TOP.contains(&first) && !OF_FILES.contains(&first)) {
        layer(&option, &format!("{key} = {value}"), draft, findings);
    } else {
        let product = Product::ALL[0].key();
        let mut known: Vec<&str> = PARAMETERS.iter().map(|p| p.key).collect();
        known.extend(LEVERS.iter().map(|l| l.meta.key));
        known.extend(FIELDS);
        findings.problems.push(Diagnostic {
            file: "--set".to_owned(),
            field: key.to_owned(),
            message: NO_SUCH_KEY,
            value: entry.to_owned(),
            allowed: text!(
                "a parameter or lever (kantel explain, kantel levers), experiment.years and the like, or \
                 service.{product}.places",
                "een getal of beleid (kantel explain, kantel levers), experiment.years en dergelijke, of \
                 service.{product}.places"
            ),
            help: suggestion(key, &known),
            ..Diagnostic::default()
        });
        return;
    }
    // Where a whole table is wrong, its place is a part of the key; what was written is the value.
    for problem in &mut findings.problems[before..] {
        if problem.message != NO_SUCH_KEY && key.split('.').any(|part| part == problem.value) {
            value.clone_into(&mut problem.value);
        }
    }
}

/// What says how a file is to be read: an option has no file.
const OF_FILES: [&str; 2] = ["schema_version", "base"];

const FIELDS: [&str; 12] = [
    "experiment.samples",
    "experiment.replicates",
    "experiment.years",
    "experiment.seed",
    "experiment.burn_in_weeks",
    "experiment.design",
    "experiment.others",
    "population.residents",
    "budget.euros_per_team_hour",
    "budget.discount_rate",
    "context.start_year",
    "context.homes_per_1000",
];

fn layer(option: &str, text: &str, draft: &mut Draft, findings: &mut Findings) {
    let mut reader = Reader::of_option(option, text, findings);
    let document = reader.parse();
    let places = Places { folder: None, root: None, name: None, texts: &[] };
    read_layer(&mut reader, &document, draft, &places);
}
