//! One text over a scenario in the making: a base, a file, a world or an option.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::draft::{Draft, OrganisationDraft};
use super::files::{Found, Kind};
use super::places::{Places, report};
use super::reader::{Findings, Reader, Value};
use super::version::check_version;
use super::{context, design, district, organisation, own, parts, sections};
use crate::diagnostics::Diagnostic;
use crate::input_data::{DistrictProfile, MAX_RESIDENTS, whole};
use crate::language::{Text, text};

/// The keys at the top of a scenario file.
pub(super) const TOP: [&str; 20] = [
    "schema_version",
    "title",
    "title_nl",
    "base",
    "organisation",
    "organisation_name",
    "district",
    "part",
    "population",
    "parameters",
    "context",
    "team",
    "service",
    "levers",
    "links",
    "budget",
    "before",
    "experiment",
    "own",
    "output",
];

/// Applies the tables of one text to a draft.
pub(super) fn read_layer(reader: &mut Reader, document: &Spanned<DeTable>, draft: &mut Draft, places: &Places) {
    let residents_before = draft.resident_count();
    let entries = reader.entries("", document.get_ref(), &TOP);
    // District and residents first: what was inherited is scaled before this layer states its own numbers.
    for (key, field, value) in &entries {
        if *key == "district" {
            read_district(reader, field, value, draft, places);
        }
    }
    let has_district = entries.iter().any(|(key, ..)| *key == "district");
    for (_, field, value) in entries.iter().filter(|(key, ..)| *key == "part") {
        read_parts(reader, field, value, draft, has_district);
    }
    for (key, field, value) in &entries {
        if *key == "population"
            && let Some(table) = reader.table(field, value)
        {
            sections::read_population(reader, field, table, draft);
        }
    }
    if let (Some(old), Some(new)) = (residents_before, draft.resident_count())
        && old != new
        && old > 0
    {
        draft.scale(f64::from(new) / f64::from(old));
    }
    let residents = draft.resident_count();
    if let Some(name) = places.name {
        name.clone_into(&mut draft.organisation.name);
    }
    for (_, field, value) in entries.iter().filter(|(key, ..)| *key == "organisation") {
        read_organisation(reader, field, value, &mut draft.organisation, residents, places);
    }
    // An inherited translation would not be one of a new title.
    if entries.iter().any(|(key, ..)| *key == "title") {
        draft.title_nl = String::new();
    }
    // Levers call teams by their names.
    let (teams, others): (Vec<_>, Vec<_>) = entries.iter().partition(|(key, ..)| *key == "team");
    for (key, field, value) in teams.into_iter().chain(others) {
        read_section(reader, key, field, value, draft);
    }
    for (_, field, value) in entries.iter().filter(|(key, ..)| *key == "own") {
        if let Some(table) = reader.table(field, value) {
            own::read(reader, field, table, draft, places);
        }
    }
    for (.., value) in entries.iter().filter(|(key, ..)| *key == "experiment") {
        if let Some(named) = value.get_ref().as_table().and_then(|table| table.get("design")) {
            design::read(reader, named, draft, places);
        }
    }
    // Without a base, [before] states the whole organisation; over a base, the differences from the base's. The word
    // "this" stands for the organisation of this file, which a policy to be compared does not want and a district of
    // one's own does.
    for (_, field, value) in entries.iter().filter(|(key, ..)| *key == "before") {
        if matches!(value.get_ref(), DeValue::String(_)) {
            if reader.choice(field, value, &["this"]).is_some() {
                draft.before = Some(draft.organisation.frozen());
            }
        } else {
            read_before(reader, field, value, draft.before.get_or_insert_default(), residents, places);
        }
    }
    if draft.before.is_none() {
        draft.before = Some(draft.organisation.frozen());
    }
}

fn read_section(reader: &mut Reader, key: &str, field: &str, value: &Value, draft: &mut Draft) {
    type Section = fn(&mut Reader, &str, &DeTable, &mut Draft);
    let section: Section = match key {
        "title" => {
            draft.title = reader.text(field, value).unwrap_or_default();
            if value.get_ref().as_str().is_some_and(|title| title.trim().is_empty()) {
                reader.problem(value.span(), field, Text::fixed("empty", "leeg")).allowed = Text::fixed(
                    "a title in plain words, or leave it out",
                    "een titel in gewone woorden, of laat hem weg",
                );
            }
            return;
        }
        "organisation_name" => {
            draft.organisation.name = reader.text(field, value).unwrap_or_default();
            return;
        }
        "title_nl" => {
            draft.title_nl = reader.text(field, value).unwrap_or_default();
            return;
        }
        "parameters" => sections::read_parameters,
        "context" => context::read,
        "budget" => sections::read_budget,
        "experiment" => sections::read_experiment,
        "output" => sections::read_output,
        key if organisation::TABLES.contains(&key) => {
            organisation::read(reader, key, field, value, &mut draft.organisation);
            return;
        }
        _ => return,
    };
    if let Some(table) = reader.table(field, value) {
        section(reader, field, table, draft);
    }
}

fn read_before(
    reader: &mut Reader,
    path: &str,
    value: &Value,
    before: &mut OrganisationDraft,
    residents: Option<u32>,
    places: &Places,
) {
    let Some(table) = reader.table(path, value) else { return };
    let mut known = vec!["organisation", "name"];
    known.extend(organisation::TABLES);
    let entries = reader.entries(path, table, &known);
    for (_, field, value) in entries.iter().filter(|(key, ..)| *key == "organisation") {
        read_organisation(reader, field, value, before, residents, places);
    }
    let (teams, others): (Vec<_>, Vec<_>) = entries.iter().partition(|(key, ..)| *key == "team");
    for (key, field, value) in teams.into_iter().chain(others) {
        match *key {
            "organisation" => {}
            "name" => before.name = reader.text(field, value).unwrap_or_default(),
            key => organisation::read(reader, key, field, value, before),
        }
    }
    // Burn-in has no calendar to plan in.
    if before.levers.values().any(|steps| steps.iter().any(|s| s.from.0 >= 0)) {
        let message = Text::fixed(
            "the organisation before week 0 cannot change over time",
            "de organisatie van vóór week 0 kan niet in de tijd veranderen",
        );
        let problem = reader.problem(value.span(), path, message);
        problem.allowed = Text::fixed("values, no steps with after_years", "waarden, geen stappen met after_years");
        problem.value = String::new();
    }
}

fn read_district(reader: &mut Reader, field: &str, value: &Value, draft: &mut Draft, places: &Places) {
    let mut inherited = draft.district.clone();
    let reference = match value.get_ref() {
        DeValue::String(_) => Some(value),
        DeValue::Table(table) => table.get("file"),
        _ => None,
    };
    if let Some(named) = reference {
        let field = if value.get_ref().is_table() { "district.file" } else { field };
        let Some(text) = reader.text(field, named) else { return };
        match places.find(Kind::District, &text) {
            Ok(found) => match reader.nested(|findings| read_district_file(&found, findings)) {
                Some(profile) => inherited = Some(profile),
                None => return,
            },
            Err(refusal) => {
                report(reader, named, field, refusal);
                return;
            }
        }
    } else if value.get_ref().as_table().is_none() {
        let message =
            Text::fixed("must be a table or the name of a profile", "hier hoort een tabel of de naam van een profiel");
        reader.problem(value.span(), field, message).allowed = Text::fixed(
            "[district] with file = \"districts/x.toml\" or the code or name of a wijk or municipality, or the profile \
             itself",
            "[district] met file = \"districts/x.toml\" of de code of naam van een wijk of gemeente, of het profiel \
             zelf",
        );
        return;
    }
    let profile = match value.get_ref() {
        DeValue::Table(table) if reference.is_none() || table.len() > 1 => {
            Some(district::read_table(reader, field, value.span(), table, inherited))
        }
        _ => inherited,
    };
    draft.residents = None;
    draft.parts.clear();
    draft.district = profile;
}

/// Reads the districts that are simulated beside each other. They are the district: a layer that describes it too says
/// what they are together.
fn read_parts(reader: &mut Reader, field: &str, value: &Value, draft: &mut Draft, is_described: bool) {
    let before = reader.problem_count();
    let tables = reader.tables(field, value);
    if let Some(Diagnostic { message, allowed, value: what, .. }) = parts::too_many(tables.len()) {
        let problem = reader.problem(value.span(), field, message);
        (problem.allowed, problem.value) = (allowed, what);
        return;
    }
    let profiles = tables.iter().map(|(span, table)| district::read_part(reader, field, span.clone(), table)).collect();
    if reader.problem_count() > before {
        return;
    }
    let profiles = parts::sorted(profiles);
    for Diagnostic { message, allowed, value: what, .. } in parts::mistakes(&profiles) {
        let problem = reader.problem(value.span(), field, message);
        (problem.allowed, problem.value) = (allowed, what);
    }
    if is_described {
        let sum: u64 = profiles.iter().map(|p| u64::from(p.residents)).sum();
        if let Some(residents) = draft.district.as_ref().map(|d| d.residents).filter(|n| u64::from(*n) != sum) {
            let message = text!(
                "the parts have {sum} residents together, and the district {residents}",
                "de delen hebben samen {sum} inwoners, en de wijk {residents}"
            );
            reader.problem(value.span(), field, message).value = String::new();
        }
    } else {
        (draft.district, draft.residents) = (whole(&profiles), None);
    }
    draft.parts = profiles;
}

fn read_organisation(
    reader: &mut Reader,
    field: &str,
    value: &Value,
    draft: &mut OrganisationDraft,
    residents: Option<u32>,
    places: &Places,
) {
    let Some(reference) = reader.text(field, value) else { return };
    let found = match places.find(Kind::Organisation, &reference) {
        Ok(found) => found,
        Err(refusal) => return report(reader, value, field, refusal),
    };
    *draft = reader.nested(|findings| read_organisation_file(&found, residents, findings));
}

pub(super) fn read_organisation_file(
    found: &Found,
    residents: Option<u32>,
    findings: &mut Findings,
) -> OrganisationDraft {
    findings.read(found);
    let mut draft = OrganisationDraft { name: found.name.clone(), ..OrganisationDraft::default() };
    let mut reader = Reader::new(&found.shown, &found.text, findings);
    let document = reader.parse();
    check_version(&mut reader, document.get_ref());
    let mut known = vec!["schema_version", "name", "name_nl", "residents"];
    known.extend(organisation::TABLES);
    let mut meant_for = None;
    let (teams, others): (Vec<_>, Vec<_>) =
        reader.entries("", document.get_ref(), &known).into_iter().partition(|(key, ..)| *key == "team");
    for (key, field, value) in teams.into_iter().chain(others) {
        match key {
            "schema_version" => {}
            "name" => draft.name = reader.text(&field, value).unwrap_or_default(),
            "name_nl" => draft.name_nl = reader.text(&field, value).unwrap_or_default(),
            "residents" => meant_for = reader.whole(&field, value, 1, MAX_RESIDENTS.into()),
            key => organisation::read(&mut reader, key, &field, value, &mut draft),
        }
    }
    if let (Some(meant_for), Some(residents)) = (meant_for, residents) {
        draft.scale(f64::from(residents) / meant_for as f64);
    }
    draft
}

/// Reads a profile from its text; `None` if it has mistakes.
fn read_district_file(found: &Found, findings: &mut Findings) -> Option<DistrictProfile> {
    findings.read(found);
    findings.notes.extend(found.notes.iter().cloned());
    match district::parse_profile(&found.text, &found.shown) {
        Ok(profile) => Some(profile),
        Err(problems) => {
            findings.problems.extend(problems);
            None
        }
    }
}
