//! A district profile: a file of its own, or written out under `[district]`, whole or over an inherited one.

use std::ops::Range;

use toml::de::DeTable;

use super::reader::{Findings, MISSING, Reader, TOO_LOW, Value, join};
use super::version::check_version;
use crate::diagnostics::Diagnostic;
use crate::input_data::{
    Contradiction, DistrictProfile, MAX_NEIGHBOURHOODS, MAX_RESIDENTS, NeighbourhoodProfile, assumed_neighbourhoods,
    contradictions,
};
use crate::language::{Text, text};

/// The keys of a profile.
pub(super) const KEYS: [&str; 23] = [
    "schema_version",
    "code",
    "name",
    "municipality",
    "year",
    "attribution",
    "residents",
    "men",
    "ages",
    "households",
    "single_households",
    "childless_households",
    "family_households",
    "low_income",
    "high_income",
    "owner_occupied",
    "social_rent",
    "births",
    "deaths",
    "widowed",
    "disability_benefits",
    "urbanity",
    "wmo_per_1000",
];

const OPTIONAL: [&str; 8] =
    ["schema_version", "code", "municipality", "year", "attribution", "widowed", "disability_benefits", "wmo_per_1000"];

/// The profile that the text of a file describes, or every problem in it. `file` is what the problems call it.
///
/// # Errors
/// One diagnostic per mistake: syntax, unknown or missing keys, types, ranges, shares and counts that contradict each
/// other.
pub fn parse_profile(text: &str, file: &str) -> Result<DistrictProfile, Vec<Diagnostic>> {
    let mut findings = Findings::default();
    let mut reader = Reader::new(file, text, &mut findings);
    let document = reader.parse();
    if document.get_ref().get("schema_version").is_none() {
        check_version(&mut reader, document.get_ref());
    }
    let mut known = KEYS.to_vec();
    known.push("neighbourhood");
    let profile = read(&mut reader, "", 0..0, document.get_ref(), &known, None);
    if findings.problems.is_empty() { Ok(profile) } else { Err(findings.problems) }
}

/// Reads the profile of a scenario's `[district]`, over an inherited one if there is one.
pub(super) fn read_table(
    reader: &mut Reader,
    path: &str,
    span: Range<usize>,
    table: &DeTable,
    inherited: Option<DistrictProfile>,
) -> DistrictProfile {
    let mut known = KEYS.to_vec();
    known.extend(["neighbourhood", "file"]);
    read(reader, path, span, table, &known, inherited)
}

/// Reads the profile of a district that is simulated beside others.
pub(super) fn read_part(reader: &mut Reader, path: &str, span: Range<usize>, table: &DeTable) -> DistrictProfile {
    let mut known = KEYS.to_vec();
    known.push("neighbourhood");
    read(reader, path, span, table, &known, None)
}

/// Reads a profile from its entries, over an inherited one if there is one. Mistakes are reported; the result is to be
/// used only if there were none.
fn read(
    reader: &mut Reader,
    path: &str,
    span: Range<usize>,
    table: &DeTable,
    known: &[&str],
    inherited: Option<DistrictProfile>,
) -> DistrictProfile {
    let whole = inherited.is_none();
    let mut profile = inherited.unwrap_or_else(empty);
    let mut unread: Vec<&str> = Vec::new();
    if whole {
        for key in KEYS.into_iter().filter(|k| !OPTIONAL.contains(k) && table.get(*k).is_none()) {
            reader.problem(span.clone(), &join(path, key), MISSING).value = String::new();
            unread.push(key);
        }
    }
    for (key, field, value) in reader.entries(path, table, known) {
        let before = reader.problem_count();
        read_entry(reader, key, &field, value, &mut profile);
        if reader.problem_count() > before {
            unread.push(key);
        }
    }
    if whole && table.get("neighbourhood").is_none() {
        profile.neighbourhoods = assumed_neighbourhoods(profile.households);
    }
    // Numbers that could not be read contradict the others by themselves. A neighbourhood may lack a name and have a
    // share.
    if profile.neighbourhoods.iter().all(|n| n.share > 0.0) {
        unread.retain(|key| *key != "neighbourhood");
    }
    let read = contradictions(&profile).into_iter().filter(|c| c.compares.iter().all(|key| !unread.contains(key)));
    for Contradiction { key, message, allowed, .. } in read {
        let at = table.get(key).map_or_else(|| span.clone(), Value::span);
        let problem = reader.problem(at, &join(path, key), message);
        problem.allowed = allowed;
    }
    profile
}

fn empty() -> DistrictProfile {
    DistrictProfile {
        code: String::new(),
        name: String::new(),
        municipality: String::new(),
        year: 0,
        attribution: String::new(),
        residents: 0,
        men: 0,
        ages: [0; 5],
        households: 0,
        single_households: 0,
        childless_households: 0,
        family_households: 0,
        low_income: 0.0,
        high_income: 0.0,
        owner_occupied: 0.0,
        social_rent: 0.0,
        births: 0,
        deaths: 0,
        widowed: None,
        disability_benefits: None,
        urbanity: 3,
        wmo_per_1000: None,
        neighbourhoods: Vec::new(),
    }
}

fn read_entry(reader: &mut Reader, key: &str, field: &str, value: &Value, profile: &mut DistrictProfile) {
    let count = |reader: &mut Reader, into: &mut u32| {
        if let Some(number) = reader.whole(field, value, 0, MAX_RESIDENTS.into()) {
            *into = number as u32;
        }
    };
    let known_count = |reader: &mut Reader, into: &mut Option<u32>| {
        *into = reader.whole(field, value, 0, MAX_RESIDENTS.into()).map(|number| number as u32);
    };
    let share = |reader: &mut Reader, into: &mut f64| {
        if let Some(number) = reader.number(field, value, 0.0, 1.0) {
            *into = number;
        }
    };
    let text = |reader: &mut Reader, into: &mut String| {
        if let Some(text) = reader.text(field, value) {
            *into = text;
        }
    };
    match key {
        "schema_version" => {
            reader.whole(field, value, 1, 1);
        }
        "code" => text(reader, &mut profile.code),
        "name" => text(reader, &mut profile.name),
        "municipality" => text(reader, &mut profile.municipality),
        "attribution" => text(reader, &mut profile.attribution),
        "year" => match reader.whole(field, value, 0, 2_200) {
            Some(1..1_900) => {
                reader.problem(value.span(), field, TOO_LOW).allowed =
                    Text::fixed("1900 to 2200; 0 where it is unknown", "1900 tot en met 2200; 0 als het onbekend is");
            }
            Some(year) => profile.year = year as i32,
            None => {}
        },
        "residents" => {
            if let Some(number) = reader.whole(field, value, 1, MAX_RESIDENTS.into()) {
                profile.residents = number as u32;
            }
        }
        "men" => count(reader, &mut profile.men),
        "ages" => read_ages(reader, field, value, profile),
        "households" => {
            if let Some(number) = reader.whole(field, value, 1, MAX_RESIDENTS.into()) {
                profile.households = number as u32;
            }
        }
        "single_households" => count(reader, &mut profile.single_households),
        "childless_households" => count(reader, &mut profile.childless_households),
        "family_households" => count(reader, &mut profile.family_households),
        "low_income" => share(reader, &mut profile.low_income),
        "high_income" => share(reader, &mut profile.high_income),
        "owner_occupied" => share(reader, &mut profile.owner_occupied),
        "social_rent" => share(reader, &mut profile.social_rent),
        "births" => count(reader, &mut profile.births),
        "deaths" => count(reader, &mut profile.deaths),
        "widowed" => known_count(reader, &mut profile.widowed),
        "disability_benefits" => known_count(reader, &mut profile.disability_benefits),
        "urbanity" => {
            if let Some(number) = reader.whole(field, value, 1, 5) {
                profile.urbanity = number as u8;
            }
        }
        "wmo_per_1000" => profile.wmo_per_1000 = reader.number(field, value, 0.0, 1_000.0),
        "neighbourhood" => read_neighbourhoods(reader, field, value, profile),
        _ => {}
    }
}

fn read_ages(reader: &mut Reader, field: &str, value: &Value, profile: &mut DistrictProfile) {
    let Some(array) = value.get_ref().as_array().filter(|a| a.len() == 5) else {
        let message = Text::fixed("not a list of five counts", "geen lijst van vijf aantallen");
        reader.problem(value.span(), field, message).allowed = Text::fixed(
            "[0-14, 15-24, 25-44, 45-64, 65 and over] years",
            "[0-14, 15-24, 25-44, 45-64, 65 en ouder] jaar",
        );
        return;
    };
    for (into, item) in profile.ages.iter_mut().zip(array.iter()) {
        if let Some(number) = reader.whole(field, item, 0, MAX_RESIDENTS.into()) {
            *into = number as u32;
        }
    }
}

fn read_neighbourhoods(reader: &mut Reader, field: &str, value: &Value, profile: &mut DistrictProfile) {
    let mut found = Vec::new();
    let tables = reader.tables(field, value);
    if tables.len() > MAX_NEIGHBOURHOODS {
        let message = Text::fixed("too many neighbourhoods", "te veel buurten");
        reader.problem(value.span(), field, message).allowed =
            text!("1 to {MAX_NEIGHBOURHOODS}", "1 tot en met {MAX_NEIGHBOURHOODS}");
    }
    for (span, table) in tables {
        let mut one = NeighbourhoodProfile { name: String::new(), share: 0.0, deprivation: 1.0 };
        for (key, field, value) in reader.entries(field, table, &["name", "share", "deprivation"]) {
            match key {
                "name" => one.name = reader.text(&field, value).unwrap_or_default(),
                "share" => one.share = reader.number(&field, value, 0.0, 1.0).unwrap_or_default(),
                _ => one.deprivation = reader.number(&field, value, 0.0, 10.0).unwrap_or(1.0),
            }
        }
        for key in ["name", "share"].iter().filter(|k| table.get(**k).is_none()) {
            reader.problem(span.clone(), &join(field, key), MISSING).value = String::new();
        }
        found.push(one);
    }
    if !found.is_empty() {
        profile.neighbourhoods = found;
        profile.order_neighbourhoods();
    }
}
