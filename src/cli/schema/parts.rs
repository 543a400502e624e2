//! The parts that a schema is made of, and where parts that come back stand once: in `$defs`.

use serde_json::{Map, Value, json};

use crate::units::MAX_YEARS;

/// Marks a part with the name that it gets in `$defs`.
const NAME: &str = "$name";

/// A part that stands once, under a name, however often it is used.
pub(super) fn shared(name: &str, mut part: Value) -> Value {
    part[NAME] = json!(name);
    part
}

/// Moves every shared part to `defs`; in its place stays a reference with the description that it has there.
pub(super) fn hoist(value: &mut Value, defs: &mut Map<String, Value>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| hoist(item, defs)),
        Value::Object(map) => {
            map.values_mut().for_each(|inner| hoist(inner, defs));
            if let Some(Value::String(name)) = map.remove(NAME) {
                let mut reference = json!({"$ref": format!("#/$defs/{name}")});
                if let Some(description) = map.remove("description") {
                    reference["description"] = description;
                }
                defs.insert(name, std::mem::replace(value, reference));
            }
        }
        _ => {}
    }
}

/// The same with a description.
pub(super) fn described(mut value: Value, description: &str) -> Value {
    value["description"] = json!(description);
    value
}

/// A table that has no other keys than these.
pub(super) fn object(properties: Value, description: &str) -> Value {
    let mut table = Map::new();
    table.insert("type".to_owned(), json!("object"));
    table.insert("additionalProperties".to_owned(), json!(false));
    table.insert("properties".to_owned(), properties);
    table.insert("description".to_owned(), json!(description));
    Value::Object(table)
}

/// A text.
pub(super) fn text(description: &str) -> Value {
    json!({"type": "string", "description": description})
}

/// `true` or `false`.
pub(super) fn flag(description: &str) -> Value {
    json!({"type": "boolean", "description": description})
}

/// A whole number.
pub(super) fn whole(min: u64, max: u64, description: &str) -> Value {
    json!({"type": "integer", "minimum": min, "maximum": max, "description": description})
}

/// A number that is no distribution.
pub(super) fn number(min: f64, max: f64, description: &str) -> Value {
    json!({"type": "number", "minimum": min, "maximum": max, "description": description})
}

/// What a key of a distribution is; the first three and the last lie within the range of the number.
fn of_distribution(key: &str, within: &Value) -> Value {
    let free = json!({"type": "number"});
    let (value, description) = match key {
        "low" => (within, "The lowest value that may be drawn"),
        "mode" => (within, "The likeliest value"),
        "high" => (within, "The highest value that may be drawn"),
        "median" => (&free, "Half of what is drawn lies below it"),
        "mean" => (&free, "The mean of what is drawn"),
        "sigma" => (&free, "The standard deviation of the logarithm"),
        _ => (&free, "The shape of a Weibull distribution: below 1 the longer it lasts, the less likely it ends"),
    };
    described(value.clone(), description)
}

/// A number or one of the distributions; each range stands once, and so do the forms that lie within none.
pub(super) fn distribution(min: f64, max: f64, description: &str) -> Value {
    let within = json!({"type": "number", "minimum": min, "maximum": max});
    let form = |keys: &[&str]| {
        let properties: Map<String, Value> =
            keys.iter().map(|key| ((*key).to_owned(), of_distribution(key, &within))).collect();
        json!({"type": "object", "additionalProperties": false, "required": keys, "properties": properties})
    };
    let forms = json!({"description": description, "anyOf": [
        within,
        form(&["low", "mode", "high"]),
        form(&["low", "high"]),
        shared("spread", json!({"anyOf": [form(&["median", "sigma"]), form(&["shape", "median"]), form(&["mean"])]})),
    ]});
    shared(&format!("uncertain_{min}_to_{max}"), forms)
}

/// Puts a value at a dotted key: `onset.debt` is `debt` within `onset`.
pub(super) fn put_dotted(root: &mut Map<String, Value>, key: &str, value: Value) {
    match key.split_once('.') {
        None => {
            root.insert(key.to_owned(), value);
        }
        Some((first, rest)) => {
            let group =
                root.entry(first).or_insert_with(|| object(json!({}), &format!("The keys that begin with {first}")));
            if let Some(inner) = group.get_mut("properties").and_then(Value::as_object_mut) {
                put_dotted(inner, rest, value);
            }
        }
    }
}

fn step(value: &Value, required: &[&str]) -> Value {
    let years = |description| number(0.0, f64::from(MAX_YEARS), description);
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": required,
        "properties": {
            "after_years": years("Years from the start until it holds: 2 acts from week 104"),
            "value": described(value.clone(), "The value from then on"),
            "ramp_years": years("Years in which it is reached in equal parts; at once where nothing is said")
        }
    })
}

/// A value, or steps of it; steps of a number with a range stand once.
pub(super) fn over_time(value: &Value, description: &str) -> Value {
    let step = step(value, &["value"]);
    let forms = json!({
        "description": description,
        "anyOf": [value, step, {"type": "array", "minItems": 1, "items": step}]
    });
    match value[NAME].as_str() {
        Some(name) => shared(&format!("{name}_over_time"), forms),
        None => forms,
    }
}

/// A factor in steps that all have a date.
pub(super) fn dated(value: &Value, description: &str) -> Value {
    let step = step(value, &["after_years", "value"]);
    let steps = json!({"anyOf": [step, {"type": "array", "minItems": 1, "items": step}], "description": description});
    shared("factor_from_a_date", steps)
}
