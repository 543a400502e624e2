//! Fair arms: what the scenarios of a comparison must share, and what a closure keeps equal whatever a plan says.

use super::differences::{changed_fields, of_context};
use super::loaded::Loaded;
use super::reader::Origin;
use super::texts::design_text;
use super::write::write_merged;
use crate::diagnostics::Diagnostic;
use crate::input_data::DistrictProfile;
use crate::language::{Text, text};
use crate::plan::{Closure, FIXED_BY_BUDGET, FIXED_BY_HOURS, Number, Scenario, first_difference, rounded};

/// Everything that keeps a variant from being compared with a base under a closure. Each problem stands where the
/// variant's files or options state it, or else where the base's do.
pub(super) fn unfair(base: &Loaded, variant: &Loaded, closure: Closure) -> Vec<Diagnostic> {
    let mut problems = incomparable(base, variant);
    problems.extend(overridden(base, variant, closure));
    problems
}

/// Makes a variant that is fair ready to be compared: it says under which closure it stands, and where nobody states
/// another burn-in it has the base's.
pub(super) fn join(base: &Loaded, variant: &mut Loaded, closure: Closure) {
    if changed_fields(&base.scenario, &variant.scenario).iter().any(|(field, ..)| field.starts_with(BEFORE)) {
        let name = &base.scenario.name;
        variant.warnings.push(text!(
            "burn-in runs under the organisation of {name}",
            "de aanloop draait met de organisatie van {name}"
        ));
    }
    variant.scenario.before.clone_from(&base.scenario.before);
    variant.scenario.closure = Some(closure);
    variant.merged = write_merged(&variant.scenario);
}

/// How the fields of the organisation during burn-in begin.
const BEFORE: &str = "before.";

/// Where the size of a team is stated.
const TEAM: [&str; 5] =
    ["levers.team.fte", "team.fte", "team.jobs_per_10000", "organisation", "parameters.team.fte_per_job"];

/// Problems with what a variant sets and its comparison with the base would set otherwise.
pub(super) fn overridden(base: &Loaded, variant: &Loaded, closure: Closure) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let (lever, fields, why): (&str, &[&str], Text) = match closure {
        Closure::Hours => (
            FIXED_BY_HOURS,
            &TEAM,
            Text::fixed(
                "closure `hours` keeps hours equal: use `--closure extra` or `budget`, or leave it out (in a file: \
                 [experiment] closure = \"extra\")",
                "met `hours` blijven de uren gelijk: gebruik `--closure extra` of `budget`, of laat het weg (in een \
                 bestand: [experiment] closure = \"extra\")",
            ),
        ),
        Closure::Budget => (
            FIXED_BY_BUDGET,
            &["levers.purchase.saving"],
            Text::fixed(
                "closure `budget` keeps euros equal by it: use `--closure extra` or `hours`, or leave it out (in a \
                 file: [experiment] closure = \"extra\")",
                "met `budget` blijven de euro's hiermee gelijk: gebruik `--closure extra` of `hours`, of laat het weg \
                 (in een bestand: [experiment] closure = \"extra\")",
            ),
        ),
        Closure::Extra => ("", &[], Text::default()),
    };
    // In another size the same plan has other amounts.
    let scaled = base.scenario.for_district(variant.scenario.district.clone(), variant.scenario.residents);
    if let Some((theirs, ours)) = first_difference(&scaled, &variant.scenario, lever) {
        let (number, residents, name) = (rounded(theirs), variant.scenario.residents, &base.scenario.name);
        problems.extend(of_plan(base, variant, fields, &why).into_iter().map(|problem| Diagnostic {
            value: rounded(ours).to_string(),
            allowed: text!(
                "{number} for {residents} residents, as in {name}",
                "{number} voor {residents} inwoners, zoals in {name}"
            ),
            ..problem
        }));
    }
    problems.extend(own_burn_in(base, variant));
    problems
}

/// Problems with what a variant states of its own for the burn-in. What no file states only follows from the rest of
/// it: the base's takes its place.
fn own_burn_in(base: &Loaded, variant: &Loaded) -> Vec<Diagnostic> {
    let why = &Text::fixed(
        "a comparison burns in under the organisation of its base: state it there, or leave it out",
        "een vergelijking loopt aan met de organisatie van haar base: zet het daar, of laat het weg",
    );
    let mut problems: Vec<Diagnostic> = Vec::new();
    let changed = changed_fields(&base.scenario, &variant.scenario).into_iter();
    for (field, theirs, ours) in changed.filter(|(field, ..)| field.starts_with(BEFORE)) {
        if own(variant, base, &field).is_some() {
            let problem = of_plan(base, variant, &[&field], why).into_iter().next();
            problems.extend(problem.map(|problem| Diagnostic { value: ours, allowed: Text::same(theirs), ..problem }));
        } else if let Some(whole) =
            ["before.organisation", "before"].into_iter().find(|w| own(variant, base, w).is_some())
        {
            let problem = of_plan(base, variant, &[whole], why).into_iter().next();
            // A whole organisation differs in many fields and is told once.
            problems.extend(problem.filter(|problem| !problems.contains(problem)));
        }
    }
    problems
}

/// `the plan sets FIELD, and ...` at every place where one of the fields is stated for one of the two alone.
fn of_plan(base: &Loaded, variant: &Loaded, fields: &[&str], why: &Text) -> Vec<Diagnostic> {
    let of = |here: &Loaded, there: &Loaded| -> Vec<(String, Option<Origin>)> {
        let own = |field: &&str| Some(((*field).to_owned(), Some(own(here, there, field)?.clone())));
        fields.iter().filter_map(own).collect()
    };
    let mut places = of(variant, base);
    if places.is_empty() {
        places = of(base, variant);
    }
    if places.is_empty() {
        places = fields.first().map(|field| ((*field).to_owned(), None)).into_iter().collect();
    }
    let problem = |(field, origin): (String, Option<Origin>)| {
        let key = field.strip_prefix("levers.").or(field.strip_prefix("parameters.")).unwrap_or(&field).to_owned();
        let message = text!("the plan sets {key}, and {why}", "het plan bepaalt {key}, en {why}"; why);
        placed(origin.as_ref(), &variant.scenario, Diagnostic { field, message, ..Diagnostic::default() })
    };
    places.into_iter().map(problem).collect()
}

/// Where the user stated a field for one scenario and not, in the same place, for the other.
fn own<'l>(here: &'l Loaded, there: &Loaded, field: &str) -> Option<&'l Origin> {
    let origin = here.origins.get(field).filter(|origin| !origin.file.starts_with("builtin:"))?;
    (there.origins.get(field) != Some(origin)).then_some(origin)
}

/// A problem at a place; without one, at the scenario.
fn placed(origin: Option<&Origin>, scenario: &Scenario, problem: Diagnostic) -> Diagnostic {
    Diagnostic {
        file: origin.map_or_else(|| scenario.name.clone(), |o| o.file.clone()),
        line: origin.and_then(|o| o.line),
        column: origin.and_then(|o| o.column),
        ..problem
    }
}

/// Problems with a variant that differs from its base in what a comparison must share. Each stands where the variant's
/// files or options state it, or else where the base's do.
fn incomparable(base: &Loaded, variant: &Loaded) -> Vec<Diagnostic> {
    let (here, there) = (&variant.scenario, &base.scenario);
    let (a, b) = (&there.experiment, &here.experiment);
    let mut differences: Vec<(String, String, String)> = district_differences(&there.district, &here.district);
    let parts = |scenario: &Scenario| {
        let names: Vec<&str> = scenario.parts.iter().map(|part| part.district.name.as_str()).collect();
        names.join(", ")
    };
    if differences.is_empty() && there.parts != here.parts {
        differences.push(("part".to_owned(), parts(there), parts(here)));
    }
    differences.extend(
        [
            ("population.residents", there.residents.to_string(), here.residents.to_string()),
            ("experiment.samples", a.samples.to_string(), b.samples.to_string()),
            ("experiment.replicates", a.replicates.to_string(), b.replicates.to_string()),
            ("experiment.extra_replicate", a.extra_replicate.to_string(), b.extra_replicate.to_string()),
            ("experiment.years", a.years.to_string(), b.years.to_string()),
            ("experiment.seed", a.seed.to_string(), b.seed.to_string()),
            ("experiment.burn_in_weeks", a.burn_in_weeks.to_string(), b.burn_in_weeks.to_string()),
            ("experiment.design", design_text(a), design_text(b)),
            ("budget.price_year", there.budget.price_year.to_string(), here.budget.price_year.to_string()),
            ("budget.discount_rate", there.budget.discount_rate.to_string(), here.budget.discount_rate.to_string()),
        ]
        .into_iter()
        .filter(|(_, base, variant)| base != variant)
        .map(|(field, base, variant)| (field.to_owned(), base, variant)),
    );
    let calendar = of_context(&there.context, &here.context).into_iter();
    differences.extend(calendar.filter(|(field, ..)| CALENDAR.contains(&field.as_str())));
    let problem = |(field, base_value, value): (String, String, String)| {
        let origin = stated(variant, &field).or_else(|| stated(base, &field));
        let (ours, theirs) = (&here.name, &there.name);
        let message = text!(
            "{ours} differs from {theirs}: a comparison shares it",
            "{ours} wijkt af van {theirs}: in een vergelijking is dit gelijk"
        );
        let allowed = Text::same(base_value);
        placed(origin, here, Diagnostic { field, message, value, allowed, ..Diagnostic::default() })
    };
    differences.into_iter().map(problem).collect()
}

/// The fields of the context that say which years are compared: never those of one scenario alone.
const CALENDAR: [&str; 2] = ["context.start_year", "context.election_year"];

/// Every field in which a variant differs from a base in what is known of the world, with both values: the world's
/// numbers, the circumstances, prices, and how strongly things act on each other. What is bought (places, hours, terms)
/// is a plan.
fn of_world(base: &Scenario, variant: &Scenario) -> Vec<(String, String, String)> {
    let is_world = |field: &str| {
        let of_number = |number: Number| number.field().is_of_world && number.path() == field;
        let is_price = field == "budget.euros_per_team_hour" || Number::all().any(of_number);
        let table = field.split('.').next().unwrap_or_default();
        is_price || matches!(table, "parameters" | "context" | "links") && !CALENDAR.contains(&field)
    };
    let mut fields = changed_fields(base, variant);
    fields.retain(|(field, ..)| is_world(field));
    fields
}

/// The paths of what is known of the world and differs between two scenarios.
pub fn world_differences(base: &Scenario, variant: &Scenario) -> Vec<String> {
    of_world(base, variant).into_iter().map(|(field, ..)| field).collect()
}

/// Problems with a variant whose world is not the base's.
pub(super) fn other_worlds(base: &Loaded, variant: &Loaded) -> Vec<Diagnostic> {
    let problem = |(field, theirs, ours): (String, String, String)| {
        let origin = own(variant, base, &field).or_else(|| own(base, variant, &field));
        let message = Text::fixed(
            "known of the world, and so the same in all scenarios of a comparison",
            "kennis over de wereld, en dus gelijk in alle scenario's van een vergelijking",
        );
        let option = origin.is_some_and(|origin| origin.file.starts_with("--set "));
        let help = if option {
            Text::fixed(
                "leave out the NAME: before it, or compare different worlds with --worlds-may-differ",
                "laat NAAM: ervoor weg, of vergelijk verschillende werelden met --worlds-may-differ",
            )
        } else {
            Text::fixed(
                "move it to a file that --with FILE lays over all of them, or compare different worlds with \
                 --worlds-may-differ",
                "zet het in een bestand dat --with BESTAND over alle scenario's legt, of vergelijk verschillende \
                 werelden met --worlds-may-differ",
            )
        };
        let name = &base.scenario.name;
        let (value, allowed) = (ours, text!("{theirs}, as in {name}", "{theirs}, zoals in {name}"));
        let problem = Diagnostic { field, message, value, allowed, help, ..Diagnostic::default() };
        placed(origin, &variant.scenario, problem)
    };
    of_world(&base.scenario, &variant.scenario).into_iter().map(problem).collect()
}

/// Where the user stated a field, or else the district that it is part of; `None` for what is built in.
fn stated<'l>(loaded: &'l Loaded, field: &str) -> Option<&'l Origin> {
    let whole: &[&str] = match field.split('.').next() {
        Some("district" | "population") => &["district.file", "district"],
        _ => &[],
    };
    let mut fields = std::iter::once(field).chain(whole.iter().copied());
    fields.find_map(|field| loaded.origins.get(field)).filter(|origin| !origin.file.starts_with("builtin:"))
}

/// Two districts of different names differ as a whole; of two with the same name, the fields that differ.
fn district_differences(base: &DistrictProfile, variant: &DistrictProfile) -> Vec<(String, String, String)> {
    if base == variant {
        return Vec::new();
    }
    if base.name != variant.name {
        return vec![("district".to_owned(), base.name.clone(), variant.name.clone())];
    }
    let fields = |p: &DistrictProfile| {
        let neighbourhoods: Vec<String> =
            p.neighbourhoods.iter().map(|n| format!("{} {} {}", n.name, n.share, n.deprivation)).collect();
        [
            ("code", p.code.clone()),
            ("municipality", p.municipality.clone()),
            ("year", p.year.to_string()),
            ("attribution", p.attribution.clone()),
            ("residents", p.residents.to_string()),
            ("men", p.men.to_string()),
            ("ages", format!("{:?}", p.ages)),
            ("households", p.households.to_string()),
            ("single_households", p.single_households.to_string()),
            ("childless_households", p.childless_households.to_string()),
            ("family_households", p.family_households.to_string()),
            ("low_income", p.low_income.to_string()),
            ("high_income", p.high_income.to_string()),
            ("owner_occupied", p.owner_occupied.to_string()),
            ("social_rent", p.social_rent.to_string()),
            ("births", p.births.to_string()),
            ("deaths", p.deaths.to_string()),
            ("widowed", p.widowed.map_or_else(String::new, |n| n.to_string())),
            ("disability_benefits", p.disability_benefits.map_or_else(String::new, |n| n.to_string())),
            ("urbanity", p.urbanity.to_string()),
            ("wmo_per_1000", p.wmo_per_1000.map_or_else(String::new, |wmo| wmo.to_string())),
            ("neighbourhood", neighbourhoods.join(", ")),
        ]
    };
    let pairs = fields(base).into_iter().zip(fields(variant)).filter(|((_, base), (_, variant))| base != variant);
    pairs.map(|((field, base), (_, variant))| (format!("district.{field}"), base, variant)).collect()
}
