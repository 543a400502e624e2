//! `kantel schema`: a JSON schema of scenario files, from the registries.

use serde_json::{Map, Value, json};

use super::{Failure, emit};
use crate::entities::Product;
use crate::levers::{LEVERS, LeverKind, LeverMeta, MAX_TEAM_FTE};
use crate::links::LINKS;
use crate::parameters::PARAMETERS;
use crate::scenario::{Closure, MAX_FACTOR, own_names};
use crate::units::MAX_YEARS;

/// Prints the schema.
///
/// # Errors
/// If stdout cannot be written to.
pub(super) fn schema() -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(&document())
        .map_err(|e| Failure::Surroundings(format!("cannot write the schema: {e}")))?;
    emit(&format!("{text}\n"))
}

#[expect(clippy::too_many_lines, reason = "one table: the keys of a file in their order")]
fn document() -> Value {
    let mut properties = Map::new();
    let mut put = |key: &str, value: Value| {
        properties.insert(key.to_owned(), value);
    };
    put("schema_version", json!({"const": 1, "description": "The version of the format"}));
    put("title", json!({"type": "string", "description": "Title in plain words"}));
    put("title_nl", json!({"type": "string", "description": "Title in Dutch"}));
    put(
        "base",
        json!({"type": "string", "description": "builtin:NAME or a file in this folder: this file states the differences"}),
    );
    put("organisation", json!({"type": "string", "description": "builtin:NAME or a file in this folder"}));
    put("organisation_name", json!({"type": "string"}));
    put(
        "district",
        json!({
            "description": "A profile: builtin:NAME, a file, or written out",
            "anyOf": [{"type": "string"}, district()]
        }),
    );
    put("population", object(json!({"residents": whole(1, 20_000_000)}), "How many residents are simulated"));
    put("parameters", parameters());
    put(
        "context",
        object(
            json!({
                "start_year": whole(1900, 2200),
                "election_year": whole(1900, 2210),
                "homes_per_1000": over_time(
                    &uncertain(0.0, 1000.0),
                    "homes a year per 1,000 residents for people who leave sheltered living"
                ),
                "ageing": {"type": "boolean"},
                "parameters": factors(PARAMETERS.iter().map(|p| p.key), "what a parameter is multiplied by, from a date on"),
                "places": factors(
                    Product::ALL.into_iter().map(Product::key),
                    "what the places of a service are multiplied by, from a date on"
                )
            }),
            "Exogenous and dated; the same in every scenario of a comparison",
        ),
    );
    for (key, value) in organisation() {
        put(&key, value);
    }
    put(
        "budget",
        object(
            json!({
                "euros_per_team_hour": distribution(0.0, 10_000.0, "euros, to the cent"),
                "price_year": whole(1900, 2200),
                "discount_rate": number(0.0, 0.5, "per year")
            }),
            "Money rules",
        ),
    );
    let mut before = organisation();
    before.insert("organisation".to_owned(), json!({"type": "string"}));
    before.insert("name".to_owned(), json!({"type": "string"}));
    put(
        "before",
        json!({
            "description": "The organisation during burn-in; by default the base's just before week 0. The word this: that of this file",
            "oneOf": [{"const": "this"}, object(Value::Object(before), "What differs from the base's, or the whole")]
        }),
    );
    put(
        "experiment",
        object(
            json!({
                "samples": whole(1, 100_000),
                "replicates": whole(1, 1_000),
                "extra_replicate": whole(0, 100_000),
                "years": whole(1, u64::from(MAX_YEARS)),
                "seed": {"type": "integer", "minimum": 0},
                "burn_in_weeks": whole(0, 156),
                "closure": {
                    "enum": Closure::ALL.map(Closure::key),
                    "description": "What is kept equal in a comparison: of a base, for every variant that does not say"
                }
            }),
            "How much is computed",
        ),
    );
    put("own", own());
    put("output", object(json!({"all_series": {"type": "boolean"}, "weekly": {"type": "boolean"}}), "What is written"));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "kantel scenario",
        "type": "object",
        "required": ["schema_version"],
        "additionalProperties": false,
        "properties": properties
    })
}

/// A municipality's own figures: a number each, or a table that says how sure it is and where it comes from.
fn own() -> Value {
    let value = json!({"type": "number", "minimum": 0});
    let parts = object(
        json!({
            "value": value, "low": value, "high": value,
            "tolerance": number(0.0, 1.0, "how far it may be off, as a share of itself"),
            "residents": whole(1, 20_000_000), "year": whole(1900, 2200), "source": {"type": "string"}
        }),
        "",
    );
    let mut properties = Map::new();
    properties.insert("file".to_owned(), json!({"type": "string", "description": "a sheet with the columns figure, value, low, high, tolerance, residents, year, source"}));
    properties.insert("residents".to_owned(), whole(1, 20_000_000));
    properties.insert("year".to_owned(), whole(1900, 2200));
    properties.insert("source".to_owned(), json!({"type": "string"}));
    for name in own_names() {
        put_dotted(&mut properties, name, json!({"anyOf": [value, parts]}));
    }
    object(
        Value::Object(properties),
        "What the municipality knows itself, shown beside the model's figures and never tuned to",
    )
}

fn object(properties: Value, description: &str) -> Value {
    let mut table = Map::new();
    table.insert("type".to_owned(), json!("object"));
    table.insert("additionalProperties".to_owned(), json!(false));
    table.insert("properties".to_owned(), properties);
    table.insert("description".to_owned(), json!(description));
    Value::Object(table)
}

fn whole(min: u64, max: u64) -> Value {
    json!({"type": "integer", "minimum": min, "maximum": max})
}

fn number(min: f64, max: f64, description: &str) -> Value {
    json!({"type": "number", "minimum": min, "maximum": max, "description": description})
}

/// A number or one of the distributions, with a description.
fn distribution(min: f64, max: f64, description: &str) -> Value {
    let mut value = uncertain(min, max);
    value["description"] = json!(description);
    value
}

/// A number or one of the distributions.
fn uncertain(min: f64, max: f64) -> Value {
    let within = json!({"type": "number", "minimum": min, "maximum": max});
    let form = |keys: &[&str]| {
        let properties: Map<String, Value> = keys
            .iter()
            .map(|k| {
                let free = matches!(*k, "sigma" | "shape" | "median" | "mean");
                ((*k).to_owned(), if free { json!({"type": "number"}) } else { within.clone() })
            })
            .collect();
        json!({"type": "object", "additionalProperties": false, "required": keys, "properties": properties})
    };
    json!({"anyOf": [
        within,
        form(&["low", "mode", "high"]),
        form(&["low", "high"]),
        form(&["median", "sigma"]),
        form(&["shape", "median"]),
        form(&["mean"]),
    ]})
}

/// Puts a value at a dotted key: `onset.debt` is `debt` within `onset`.
fn put_dotted(root: &mut Map<String, Value>, key: &str, value: Value) {
    match key.split_once('.') {
        None => {
            root.insert(key.to_owned(), value);
        }
        Some((first, rest)) => {
            let group = root.entry(first).or_insert_with(|| object(json!({}), ""));
            if let Some(inner) = group.get_mut("properties").and_then(Value::as_object_mut) {
                put_dotted(inner, rest, value);
            }
        }
    }
}

fn parameters() -> Value {
    let mut properties = Map::new();
    for meta in PARAMETERS {
        let description = format!("{} [{}]. {}: {}", meta.doc, meta.unit, meta.source.grade(), meta.source.text());
        put_dotted(&mut properties, meta.key, distribution(meta.min, meta.max, &description));
    }
    object(Value::Object(properties), "The world's numbers: values or distributions")
}

fn lever(meta: &LeverMeta) -> Value {
    let value = match meta.kind {
        LeverKind::Number { min, max } => uncertain(min, max),
        LeverKind::Choice(words) => json!({"enum": words}),
        LeverKind::Flag => json!({"type": "boolean"}),
    };
    over_time(
        &value,
        &format!("{} [{}] ({}; decided by: {})", meta.doc, meta.unit, meta.mechanism, meta.role.decides().text()),
    )
}

/// Factors by key, in steps that all have a date.
fn factors<'k>(keys: impl Iterator<Item = &'k str>, description: &str) -> Value {
    let step = step(&uncertain(0.0, MAX_FACTOR), &["after_years", "value"]);
    let steps = json!({"anyOf": [step, {"type": "array", "minItems": 1, "items": step}]});
    let mut properties = Map::new();
    for key in keys {
        put_dotted(&mut properties, key, steps.clone());
    }
    object(Value::Object(properties), description)
}

fn step(value: &Value, required: &[&str]) -> Value {
    let years = json!({"type": "number", "minimum": 0, "maximum": MAX_YEARS});
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": required,
        "properties": {"after_years": years, "value": value, "ramp_years": years}
    })
}

/// A value, or steps of it.
fn over_time(value: &Value, description: &str) -> Value {
    let step = step(value, &["value"]);
    json!({
        "description": description,
        "anyOf": [value, step, {"type": "array", "minItems": 1, "items": step}]
    })
}

fn organisation() -> Map<String, Value> {
    let mut levers = Map::new();
    for entry in LEVERS {
        put_dotted(&mut levers, entry.meta.key, lever(&entry.meta));
    }
    let links: Map<String, Value> = LINKS
        .iter()
        .map(|l| (l.key.to_owned(), number(0.0, 1.0, &format!("{} -> {} ({})", l.from, l.to, l.sign))))
        .collect();
    let products: Vec<&str> = Product::ALL.iter().map(|p| p.key()).collect();
    let team = object(
        json!({
            "name": {"type": "string"},
            "fte": distribution(0.0, MAX_TEAM_FTE, "FTE"),
            "jobs_per_10000": distribution(0.0, 1_000.0, "jobs per 10,000 residents"),
            "caseload_per_fte": distribution(1.0, 200.0, "open cases per FTE that works on cases")
        }),
        "The wijkteam",
    );
    let mut service = object(
        json!({
            "product": {"enum": products},
            "places": distribution(0.0, 1e7, "places; may be fractional"),
            "hours_per_week": distribution(0.0, 168.0, "hours per client and week"),
            "euros_per_hour": distribution(0.0, 10_000.0, "euros, to the cent"),
            "duration_weeks": distribution(0.01, 5_200.0, "duration of a term"),
            "renewal": distribution(0.0, 1.0, "chance that a term is renewed where the need is open")
        }),
        "A service of the second line",
    );
    service["required"] = json!(["product"]);
    let tables = json!({
        "team": {"type": "array", "maxItems": 1, "items": team},
        "service": {"type": "array", "items": service},
        "levers": object(Value::Object(levers), "What somebody can decide"),
        "links": object(Value::Object(links), "Strength of causal links: 1 as modelled, 0 cut")
    });
    match tables {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

fn district() -> Value {
    let count = whole(0, 20_000_000);
    let share = json!({"type": "number", "minimum": 0, "maximum": 1});
    object(
        json!({
            "file": {"type": "string"}, "schema_version": {"const": 1}, "code": {"type": "string"},
            "name": {"type": "string"}, "municipality": {"type": "string"}, "attribution": {"type": "string"},
            "year": whole(0, 2200), "residents": whole(1, 20_000_000), "men": count,
            "ages": {"type": "array", "minItems": 5, "maxItems": 5, "items": count},
            "households": count, "single_households": count, "childless_households": count,
            "family_households": count, "low_income": share, "high_income": share, "owner_occupied": share,
            "social_rent": share, "births": count, "deaths": count, "urbanity": whole(1, 5),
            "wmo_per_1000": number(0.0, 1000.0, "a figure to compare with"),
            "neighbourhood": {"type": "array", "items": object(
                json!({"name": {"type": "string"}, "share": share, "deprivation": {"type": "number", "minimum": 0}}),
                "A neighbourhood; shares add to 1"
            )}
        }),
        "Written out: the keys of a district profile",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_registries_is_in_the_schema() {
        let schema = document();
        let find = |table: &str, key: &str| {
            let mut at = &schema["properties"][table]["properties"];
            let parts: Vec<&str> = key.split('.').collect();
            for (i, part) in parts.iter().enumerate() {
                at = if i + 1 < parts.len() { &at[part]["properties"] } else { &at[part] };
            }
            at.clone()
        };
        for meta in PARAMETERS {
            assert!(find("parameters", meta.key).is_object(), "{}", meta.key);
        }
        for lever in LEVERS {
            let entry = find("levers", lever.meta.key);
            assert!(entry.is_object(), "{}", lever.meta.key);
            // A number or a distribution by itself and as the value of a step.
            let forms = [&entry["anyOf"][0]["anyOf"], &entry["anyOf"][1]["properties"]["value"]["anyOf"]];
            let is_number = matches!(lever.meta.kind, LeverKind::Number { .. });
            assert!(forms.iter().all(|f| f.is_array() == is_number), "{}: {entry}", lever.meta.key);
        }
        let service = &schema["properties"]["service"]["items"]["properties"];
        for key in ["places", "hours_per_week", "euros_per_hour", "renewal"] {
            assert!(service[key]["anyOf"].is_array() && service[key]["description"].is_string(), "{key}");
        }
    }
}
