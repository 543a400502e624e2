//! What somebody knows of the world (`--with FILE`), laid over every scenario alike: after its bases and files, before
//! other options. What a plan decides does not belong there; what the state or the insurer decides does.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::draft::{Draft, OrganisationDraft};
use super::files::Found;
use super::layer::read_layer;
use super::places::Places;
use super::reader::{Findings, Reader};
use super::version::check_version;
use crate::language::{Text, text};
use crate::levers::{LEVERS, Step};
use crate::links::LINKS;
use crate::plan::{Field, Number};
use crate::units::Week;

/// The tables that say nothing of the world, and where they belong.
const ELSEWHERE: [(&str, Text); 11] = [
    ("title", PLAN),
    ("title_nl", PLAN),
    ("organisation", PLAN),
    ("organisation_name", PLAN),
    ("team", PLAN),
    ("before", PLAN),
    (
        "base",
        Text::fixed(
            "is of a scenario: this file is laid over each of them",
            "hoort bij een scenario: dit bestand wordt over elk scenario gelegd",
        ),
    ),
    ("district", Text::fixed("has an option of its own: --district FILE", "heeft een eigen optie: --district BESTAND")),
    ("part", Text::fixed("has an option of its own: --as-districts", "heeft een eigen optie: --as-districts")),
    (
        "experiment",
        Text::fixed(
            "belongs in a scenario, or to options such as --samples and --years",
            "hoort in een scenario, of bij opties zoals --samples en --years",
        ),
    ),
    ("output", Text::fixed("belongs in a scenario", "hoort in een scenario")),
];

/// The field that says when week 0 is.
const START: &str = "context.start_year";

const PLAN: Text = Text::fixed(
    "belongs in a plan, which is a scenario: this file is laid over all of them",
    "hoort in een plan, en dat is een scenario: dit bestand wordt over alle scenario's gelegd",
);

/// What a world may hold.
const WORLD: Text = Text::fixed(
    "[parameters], [population], [context], [budget], [links], [own], euros_per_hour of a [[service]], and of [levers] \
     those that the state or the insurer decides on",
    "[parameters], [population], [context], [budget], [links], [own], euros_per_hour van een [[service]], en van \
     [levers] wat het Rijk of de verzekeraar bepaalt",
);

/// Whether a text without a base and a district says nothing but what is known of the world.
pub(super) fn is_world(document: &DeTable<'_>) -> bool {
    let of_plan = |key: &str| ELSEWHERE.iter().any(|(other, _)| *other == key);
    let mut keys = document.keys().map(|key| -> &str { key.get_ref() });
    document.len() > 1
        && !keys.any(of_plan)
        && !stated(document).any(|(lever, _)| !LEVERS[lever].meta.role.is_outside())
}

/// The levers that a text states, and where.
fn stated<'d>(document: &'d DeTable<'_>) -> impl Iterator<Item = (usize, Range<usize>)> + use<'d> {
    let levers = document.get("levers").and_then(|value| value.get_ref().as_table());
    LEVERS.iter().enumerate().filter_map(move |(lever, row)| {
        let mut parts = row.meta.key.split('.');
        let first = levers?.get(parts.next()?)?;
        let found = parts.try_fold(first, |value, part| value.get_ref().as_table()?.get(part))?;
        Some((lever, found.span()))
    })
}

/// Lays a file over a scenario, after others that were laid over it.
pub(super) fn lay_over(found: &Found, earlier: &[String], draft: &mut Draft, findings: &mut Findings) {
    findings.read(found);
    let years_of = findings.origins.get(START).map(|origin| origin.file.clone()).filter(|file| earlier.contains(file));
    let mut reader = Reader::new(&found.shown, &found.text, findings);
    let mut document = reader.parse();
    check_version(&mut reader, document.get_ref());
    refuse_plans(&mut reader, document.get_mut());
    refuse_other_years(&mut reader, document.get_ref(), draft.context.start_year, years_of);
    let levers: Vec<usize> = stated(document.get_ref()).map(|(lever, _)| lever).collect();
    let steps = |lever| draft.organisation.levers.get(lever).into_iter().flatten();
    let planned = |lever| steps(lever).filter(|step| step.from >= Week(0)).copied().collect::<Vec<Step>>();
    let of_plan: Vec<(usize, Vec<Step>)> = levers.iter().map(|lever| (*lever, planned(lever))).collect();
    let folder = found.folder.as_deref();
    read_layer(&mut reader, &document, draft, &Places { folder, root: folder, name: None, texts: &[] });
    // The burn-in is in the same world.
    let here = |field: &str| findings.origins.get(field).is_some_and(|origin| origin.file == found.shown);
    if let Some(before) = &mut draft.before {
        share(&draft.organisation, before, here);
        let frozen = draft.organisation.frozen();
        for (lever, steps) in frozen.levers.into_iter().filter(|(lever, _)| levers.contains(lever)) {
            before.levers.insert(lever, steps);
        }
    }
    for (lever, steps) in of_plan {
        let (Some(first), file, key) = (steps.first(), &found.shown, LEVERS[lever].meta.key) else { continue };
        let week = first.from.0;
        findings.notes.push(text!(
            "{file}: levers.{key}: the scenario itself decides on it from week {week} on; until then this file does",
            "{file}: levers.{key}: vanaf week {week} bepaalt het scenario dit zelf; tot dan doet dit bestand dat"
        ));
        draft.organisation.set_lever(lever, steps);
    }
}

/// Gives the burn-in the prices and links that a world states.
fn share(now: &OrganisationDraft, before: &mut OrganisationDraft, here: impl Fn(&str) -> bool) {
    for number in Number::all().filter(|number| number.field().is_of_world && here(&number.path())) {
        before.numbers.extend(now.numbers.get(&number).map(|stated| (number, *stated)));
    }
    for (i, link) in LINKS.iter().enumerate() {
        if here(&format!("links.{}", link.key)) {
            before.links[i] = now.links[i];
        }
    }
}

/// Two files may not say that the years begin in another one: what the first dates would come in other years.
fn refuse_other_years(reader: &mut Reader, document: &DeTable<'_>, year: i32, file: Option<String>) {
    let field = START;
    let stated = document.get("context").and_then(|table| table.get_ref().as_table()?.get("start_year"));
    let (Some(stated), Some(file)) = (stated, file) else { return };
    if stated.get_ref().as_integer().is_some_and(|here| here.as_str() != year.to_string()) {
        reader
            .problem(
                stated.span(),
                field,
                text!("other years than {file} is about", "andere jaren dan die waar {file} over gaat"),
            )
            .allowed = text!("{year}, or one of the two files", "{year}, of één van beide bestanden");
    }
}

/// Takes out what belongs elsewhere, and says where.
fn refuse_plans(reader: &mut Reader, document: &mut DeTable) {
    for (key, why) in ELSEWHERE {
        if let Some((span, _)) = taken(document, key) {
            reader.problem(span, key, why).allowed = WORLD;
        }
    }
    refuse_levers(reader, document);
    let services = document.iter_mut().find(|(key, _)| key.get_ref() == "service").map(|(_, value)| value.get_mut());
    let Some(DeValue::Array(services)) = services else { return };
    for service in services.iter_mut() {
        let DeValue::Table(table) = service.get_mut() else { continue };
        for row in Field::of_services().filter(|row| !row.is_of_world) {
            for key in row.aliases.iter().chain([&row.key]) {
                if let Some((span, _)) = taken(table, key) {
                    reader.problem(span, &format!("service.{key}"), PLAN).allowed = of_service();
                }
            }
        }
    }
}

/// Refuses the levers that the municipality or a team decides on: whole groups of them (`team`, also by a team's name),
/// and those in a group with others. What is no lever at all, the reader tells.
fn refuse_levers(reader: &mut Reader, document: &DeTable<'_>) {
    let Some(levers) = document.get("levers").and_then(|value| value.get_ref().as_table()) else { return };
    let group = |key: &str| key.split('.').next().unwrap_or_default().to_owned();
    let mut refuse = |span, key: &str| reader.problem(span, &format!("levers.{key}"), PLAN).allowed = WORLD;
    for key in levers.keys() {
        let name: &str = key.get_ref();
        let mut here = (0..LEVERS.len()).filter(|lever| group(LEVERS[*lever].meta.key) == name).peekable();
        if here.peek().is_some() && !here.any(|lever| LEVERS[lever].meta.role.is_outside()) {
            refuse(key.span(), name);
            continue;
        }
        for (lever, span) in stated(document).filter(|(lever, _)| !LEVERS[*lever].meta.role.is_outside()) {
            if group(LEVERS[lever].meta.key) == name {
                refuse(span, LEVERS[lever].meta.key);
            }
        }
    }
}

/// What the world knows of a service; the rest is what somebody buys.
fn of_service() -> Text {
    let keys = Field::of_services().filter(|row| row.is_of_world).map(|row| row.key);
    Text::same(std::iter::once("product").chain(keys).collect::<Vec<_>>().join(", "))
}

/// Takes a key out of a table; where it stood.
fn taken<'i>(table: &mut DeTable<'i>, key: &str) -> Option<(Range<usize>, Spanned<DeValue<'i>>)> {
    let span = table.keys().find(|other| other.get_ref() == key)?.span();
    Some((span, table.remove(key)?))
}
