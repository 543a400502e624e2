//! `kantel schema`: a JSON schema of scenario files, from the registries.

mod parts;

use serde::Serialize;
use serde_json::ser::{PrettyFormatter, Serializer};
use serde_json::{Map, Value, json};

use parts::{dated, described, distribution, flag, hoist, number, object, over_time, put_dotted, shared, text, whole};

use super::{Failure, emit};
use crate::entities::{Domain, MAX_AGE, MAX_TEAMS, Product};
use crate::language::text as said;
use crate::levers::{LEVERS, LeverKind, LeverMeta, position};
use crate::links::LINKS;
use crate::mechanisms::team::levers::SIZES;
use crate::observation::catalogue;
use crate::parameters::PARAMETERS;
use crate::plan::{Closure, Field, MAX_FACTOR, Others};
use crate::scenario::{FORMS, OWN_NAMES, own_names};
use crate::units::MAX_YEARS;

/// Prints the schema.
///
/// # Errors
/// If stdout cannot be written to.
pub(super) fn schema() -> Result<(), Failure> {
    let failed = |e: &dyn std::fmt::Display| {
        Failure::Surroundings(said!("cannot write the schema: {e}", "het schema kan niet geschreven worden: {e}"))
    };
    // Deeply nested: one space a level keeps a third of its bytes out.
    let mut bytes = Vec::new();
    let mut writer = Serializer::with_formatter(&mut bytes, PrettyFormatter::with_indent(b" "));
    document().serialize(&mut writer).map_err(|e| failed(&e))?;
    let text = String::from_utf8(bytes).map_err(|e| failed(&e))?;
    emit(&format!("{text}\n"))
}

/// The schema of scenario files. `$defs` holds those of the files beside it too: `district`, `organisation`, `world`.
fn document() -> Value {
    let mut defs = Map::new();
    for (key, mut file) in [("district", district()), ("organisation", organisation_file()), ("world", world())] {
        hoist(&mut file, &mut defs);
        defs.insert(key.to_owned(), file);
    }
    let mut properties = scenario();
    hoist(&mut properties, &mut defs);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "kantel scenario",
        "type": "object",
        "required": ["schema_version"],
        "additionalProperties": false,
        "properties": properties,
        "$defs": defs
    })
}

fn version() -> Value {
    json!({"const": 1, "description": "The version of the format"})
}

fn scenario() -> Value {
    let mut tables = json!({
        "schema_version": version(),
        "title": text("Title in plain words"),
        "title_nl": text("Title in Dutch"),
        "base": text("builtin:NAME or a file in this folder: this file states the differences"),
        "organisation": text("builtin:NAME or a file in this folder"),
        "organisation_name": text("What the organisation is called"),
        "district": {
            "description": "A profile: builtin:NAME, a file, or written out",
            "anyOf": [{"type": "string"}, {"$ref": "#/$defs/district"}]
        },
        "part": {
            "type": "array", "maxItems": 255, "items": {"$ref": "#/$defs/district"},
            "description": "The districts that are simulated beside each other, as whole profiles; district is then \
                            all of them together"
        },
        "population": population(),
        "parameters": parameters(),
        "context": context(),
        "budget": budget(),
        "before": before(),
        "experiment": experiment(),
        "own": own(),
        "output": object(
            json!({
                "all_series": flag("Write every series, not only those that are always written"),
                "weekly": flag("Write weekly.csv as well"),
                "persons": flag("Write persons.csv as well: who uses what together, for how long, and how euros lie \
                                 over households")
            }),
            "What is written"
        )
    });
    for (key, value) in organisation() {
        tables[key] = value;
    }
    tables
}

fn population() -> Value {
    let residents = whole(1, 20_000_000, "Residents simulated; FTE, places and budgets are scaled along");
    object(json!({"residents": residents}), "How many residents are simulated")
}

fn context() -> Value {
    let homes = distribution(0.0, 1000.0, "");
    let parameters = PARAMETERS.iter().map(|p| (p.key, p.doc));
    let places = Product::ALL.into_iter().map(|p| (p.key(), "Places of the service, whoever buys them"));
    let context = object(
        json!({
            "start_year": whole(1900, 2200, "Calendar year in which the first year starts"),
            "election_year": whole(1900, 2210, "Year of the first council election; every fourth year follows"),
            "homes_per_1000": over_time(
                &homes,
                "Homes a year per 1,000 residents for people who leave sheltered living"
            ),
            "ageing": flag("Whether residents age, are born, die, pair and move"),
            "parameters": factors(parameters, "What a parameter is multiplied by, from a date on"),
            "places": factors(places, "What the places of a service are multiplied by, from a date on")
        }),
        "Exogenous and dated; the same in every scenario of a comparison",
    );
    shared("context", context)
}

fn budget() -> Value {
    object(
        json!({
            "euros_per_team_hour": distribution(0.0, 10_000.0, "Cost of an hour of the team, in euros, to the cent"),
            "price_year": whole(1900, 2200, "Year of the prices"),
            "discount_rate": number(0.0, 0.5, "Discount rate of the discounted totals, per year")
        }),
        "Money rules",
    )
}

fn before() -> Value {
    let mut before = organisation();
    before.insert("organisation".to_owned(), text("builtin:NAME or a file in this folder"));
    before.insert("name".to_owned(), text("What the organisation is called"));
    json!({
        "description": "The organisation during burn-in; by default the base's just before week 0. The word this: that \
                        of this file",
        "oneOf": [{"const": "this"}, object(Value::Object(before), "What differs from the base's, or the whole")]
    })
}

fn experiment() -> Value {
    object(
        json!({
            "samples": whole(1, 100_000, "Draws of the uncertain numbers"),
            "replicates": whole(1, 1_000, "Times that each sample is run with other chance"),
            "extra_replicate": whole(
                0,
                100_000,
                "Samples that are run once more, so that chance can be told from assumptions"
            ),
            "years": whole(1, u64::from(MAX_YEARS), "Years simulated"),
            "seed": {
                "type": "integer", "minimum": 0,
                "description": "Where all chance starts from: the same number gives the same results"
            },
            "burn_in_weeks": whole(
                0,
                156,
                "Weeks simulated before the first year, so that it does not start from nothing"
            ),
            "design": text("A table of quantiles in the place of draws: builtin:NAME or a file in this folder"),
            "others": {
                "enum": Others::ALL.map(Others::key),
                "description": "What numbers have that the design does not name: drawn, or their best guess"
            },
            "closure": {
                "enum": Closure::ALL.map(Closure::key),
                "description": "What is kept equal in a comparison: of a base, for every variant that does not say"
            }
        }),
        "How much is computed",
    )
}

/// What stands in a file of an organisation.
fn organisation_file() -> Value {
    let mut tables = organisation();
    tables.insert("schema_version".to_owned(), version());
    tables.insert("name".to_owned(), text("What the organisation is called"));
    tables.insert("name_nl".to_owned(), text("The same in Dutch"));
    tables.insert("residents".to_owned(), whole(1, 20_000_000, "Residents that FTE and places are meant for"));
    object(Value::Object(tables), "A file of an organisation")
}

/// What stands in a file that is laid over every scenario.
fn world() -> Value {
    let mut levers = Map::new();
    for entry in LEVERS.iter().filter(|entry| entry.meta.role.is_outside()) {
        put_dotted(&mut levers, entry.meta.key, part(&entry.meta));
    }
    object(
        json!({
            "schema_version": version(), "population": population(), "parameters": parameters(), "context": context(),
            "budget": budget(), "own": own(), "links": links(),
            "levers": object(Value::Object(levers), "What the state or the insurer decides"),
            "service": {
                "type": "array", "description": "Prices of services",
                "items": service(Field::of_services().filter(|field| field.is_of_world))
            }
        }),
        "What somebody knows of the world, laid over every scenario",
    )
}

/// A municipality's own figures: a number each, or a table that says how sure it is and where it comes from.
fn own() -> Value {
    let value = |description: &str| json!({"type": "number", "minimum": 0, "description": description});
    let mut properties = match general() {
        Value::Object(map) => map,
        _ => Map::new(),
    };
    let mut parts = general();
    parts["value"] = value("The figure");
    parts["low"] = value("It is certainly not lower");
    parts["high"] = value("It is certainly not higher");
    parts["tolerance"] = number(0.0, 1.0, "How far it may be off, as a share of itself");
    properties.insert(
        "file".to_owned(),
        text("A sheet with the columns figure, value, low, high, tolerance, residents, year, source"),
    );
    let figure = json!({"anyOf": [{"type": "number", "minimum": 0}, object(parts, "A figure and how sure it is")]});
    for name in own_names() {
        put_dotted(&mut properties, name, shared("figure", described(figure.clone(), &meaning(name))));
    }
    let all = object(
        Value::Object(properties),
        "What the municipality knows itself, shown beside the model's figures and never tuned to",
    );
    shared("own", all)
}

fn general() -> Value {
    json!({
        "residents": whole(1, 20_000_000, "Residents among whom it was counted"),
        "year": whole(1900, 2200, "Year of the figures"),
        "source": text("Where the figures come from")
    })
}

/// What a figure is, with its unit.
fn meaning(name: &str) -> String {
    let indicator = OWN_NAMES.iter().find(|(plain, _)| *plain == name).map_or(name, |(_, indicator)| indicator);
    let series = catalogue::series();
    let found = series.iter().find(|s| s.indicator == indicator && s.group == "all");
    found.map_or_else(String::new, |s| format!("{} [{}]", s.name, s.unit))
}

fn parameters() -> Value {
    let mut properties = Map::new();
    for meta in PARAMETERS {
        let description = format!("{} [{}]. {}: {}", meta.doc, meta.unit, meta.source.grade(), meta.source.text());
        put_dotted(&mut properties, meta.key, distribution(meta.min, meta.max, &description));
    }
    shared("parameters", object(Value::Object(properties), "The world's numbers: values or distributions"))
}

fn lever(meta: &LeverMeta) -> Value {
    let value = match meta.kind {
        LeverKind::Number { min, max } => distribution(min, max, ""),
        LeverKind::Choice(words) => json!({"enum": words}),
        LeverKind::Flag => json!({"type": "boolean"}),
    };
    over_time(
        &value,
        &format!("{} [{}] ({}; decided by: {})", meta.doc, meta.unit, meta.mechanism, meta.role.decides().text()),
    )
}

/// Factors by key, in steps that all have a date.
fn factors<'k>(keys: impl Iterator<Item = (&'k str, &'k str)>, description: &str) -> Value {
    let factor = distribution(0.0, MAX_FACTOR, "");
    let mut properties = Map::new();
    for (key, what) in keys {
        put_dotted(&mut properties, key, dated(&factor, &format!("Factor of: {what}")));
    }
    object(Value::Object(properties), description)
}

fn links() -> Value {
    let links: Map<String, Value> = LINKS
        .iter()
        .map(|l| (l.key.to_owned(), number(0.0, 1.0, &format!("{} -> {} ({})", l.from, l.to, l.sign))))
        .collect();
    shared("links", object(Value::Object(links), "Strength of causal links: 1 as modelled, 0 cut"))
}

fn team() -> Value {
    let mut properties = json!({
        "name": text("What the team is called"),
        "jobs_per_10000": distribution(0.0, 1_000.0, "Size in jobs per 10,000 residents"),
        "domains": {
            "type": "array", "minItems": 1, "items": {"enum": Domain::ALL.map(Domain::key)},
            "description": "Domains of the needs that it takes on; all where nothing is stated"
        },
        "ages": {
            "type": "array", "minItems": 2, "maxItems": 2, "items": whole(0, u64::from(MAX_AGE), "An age in years"),
            "description": "Lowest and highest age of those whom it helps"
        },
        "neighbourhoods": {
            "type": "array", "items": text("Name of a neighbourhood of the district"),
            "description": "Neighbourhoods in which it works; all where nothing is stated"
        },
        "form": {
            "enum": FORMS,
            "description": "Whether it takes the place of whoever has these needs otherwise, comes on top of \
                            that, or is a desk of one law in the place of a team: it goes to nobody and leaves what \
                            is not its own"
        }
    });
    for field in Field::of_team() {
        properties[field.key] = of_field(field);
    }
    object(properties, "The wijkteam")
}

fn of_field(field: &Field) -> Value {
    distribution(field.stated.0, field.stated.1, field.doc)
}

/// A service with some of its numbers, its product always among them.
fn service(fields: impl Iterator<Item = &'static Field>) -> Value {
    let mut properties = json!({
        "product": {"enum": Product::ALL.map(Product::key), "description": "Which service: each stands once"}
    });
    for field in fields {
        properties[field.key] = of_field(field);
    }
    let mut service = object(properties, "A service of the second line");
    service["required"] = json!(["product"]);
    service
}

/// What may stand at a lever. What several levers share stands once, and is told in short.
fn part(meta: &LeverMeta) -> Value {
    match meta.key {
        key if SIZES.contains(&key) => {
            shared("team_size", described(lever(meta), "FTE of a team, by its place; also team.<name>.fte"))
        }
        key if key.starts_with("places.") => {
            shared("places_of_product", described(lever(meta), "Multiplies the places of this service"))
        }
        key if key.starts_with("ceiling.") => {
            shared("ceiling_of_product", described(lever(meta), "Euros a year at which intake stops"))
        }
        key if key.starts_with("contract.") => {
            shared("contract_of_product", described(lever(meta), "How providers of this service are paid"))
        }
        key if key.starts_with("budget.") && matches!(meta.kind, LeverKind::Number { .. }) => {
            shared("budget_of_silo", described(lever(meta), "Euros a year of this budget"))
        }
        _ => lever(meta),
    }
}

fn organisation() -> Map<String, Value> {
    let mut levers = Map::new();
    for entry in LEVERS {
        put_dotted(&mut levers, entry.meta.key, part(&entry.meta));
    }
    // Teams are called by their names, too.
    levers["team"]["additionalProperties"] = object(
        json!({"fte": shared("team_size", lever(&LEVERS[position(SIZES[0]).unwrap_or_default()].meta))}),
        "The size of a team by its name",
    );
    let levers = shared("levers", object(Value::Object(levers), "What somebody can decide"));
    let (team, service) = (shared("team", team()), shared("service", service(Field::of_services())));
    [
        (
            "team",
            json!({"type": "array", "maxItems": MAX_TEAMS, "items": team, "description": "The wijkteam, or several"}),
        ),
        ("service", json!({"type": "array", "items": service, "description": "The services of the second line"})),
        ("levers", levers),
        ("links", links()),
    ]
    .map(|(key, value)| (key.to_owned(), value))
    .into_iter()
    .collect()
}

fn district() -> Value {
    let count = |what: &str| whole(0, 20_000_000, what);
    let share = |what: &str| number(0.0, 1.0, what);
    object(
        json!({
            "file": text(
                "a file with a profile, builtin:NAME, or the code or name of a wijk or municipality (WK034403, \
                 Deventer); this states the differences from it"
            ),
            "schema_version": version(), "code": text("Code in the statistics, such as WK034403"),
            "name": text("Name"), "municipality": text("Municipality"),
            "attribution": text("Where the figures come from"),
            "year": whole(0, 2200, "Year of the figures"), "residents": whole(1, 20_000_000, "Residents"),
            "men": count("Men among the residents"),
            "ages": {
                "type": "array", "minItems": 5, "maxItems": 5, "items": count("Residents of an age"),
                "description": "Residents of 0-14, 15-24, 25-44, 45-64, and 65 years and over"
            },
            "households": count("Households"), "single_households": count("Households of one person"),
            "childless_households": count("Households of several persons without children"),
            "family_households": count("Households with children"),
            "low_income": share("Households below the low-income line, as a share"),
            "high_income": share("Households in the highest national income group, as a share"),
            "owner_occupied": share("Homes that their residents own, as a share"),
            "social_rent": share("Homes of housing corporations, as a share"),
            "births": count("Births in the year"), "deaths": count("Deaths in the year"),
            "widowed": count("Widowed residents, who tell the ages of 65 and over; left out: as in the nation"),
            "disability_benefits": count("Persons with a disability benefit; left out: as in the nation"),
            "urbanity": whole(1, 5, "1 very urban to 5 rural"),
            "wmo_per_1000": number(0.0, 1000.0, "Wmo clients per 1,000 residents: a figure to compare with"),
            "neighbourhood": {"type": "array", "description": "Neighbourhoods; their shares add to 1", "items": object(
                json!({
                    "name": text("Name"), "share": share("Part of the households"),
                    "deprivation": {
                        "type": "number", "minimum": 0,
                        "description": "Share with a low income, relative to that of the district: 1 is the same"
                    }
                }),
                "A neighbourhood"
            )}
        }),
        "A district profile",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_registries_is_in_the_schema() {
        let schema = document();
        let resolve = |at: &Value| {
            let mut at = at.clone();
            while let Some(name) = at["$ref"].as_str().and_then(|r| r.strip_prefix("#/$defs/")) {
                at = schema["$defs"][name].clone();
            }
            at
        };
        let find = |table: &str, key: &str| {
            let mut at = resolve(&schema["properties"][table]);
            for part in key.split('.') {
                at = at["properties"][part].clone();
            }
            at
        };
        for meta in PARAMETERS {
            assert!(find("parameters", meta.key).is_object(), "{}", meta.key);
        }
        for lever in LEVERS {
            let entry = resolve(&find("levers", lever.meta.key));
            assert!(entry.is_object(), "{}", lever.meta.key);
            // A number or a distribution by itself and as the value of a step.
            let forms = [&entry["anyOf"][0], &resolve(&entry["anyOf"][1])["properties"]["value"]].map(resolve);
            let is_number = matches!(lever.meta.kind, LeverKind::Number { .. });
            assert!(forms.iter().all(|f| f["anyOf"].is_array() == is_number), "{}: {entry}", lever.meta.key);
        }
        let service = &schema["$defs"]["service"]["properties"];
        for key in Field::of_services().map(|field| field.key) {
            assert!(resolve(&service[key])["anyOf"].is_array() && service[key]["description"].is_string(), "{key}");
        }
    }
}
