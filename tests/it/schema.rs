//! `kantel schema` against the files that are shipped, and against wrong ones.

use crate::program::program;
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use serde_json::{Value, json};

const SHIPPED: [(&str, Option<&str>); 4] = [
    ("scenarios", None),
    ("scenarios/districts", Some("district")),
    ("scenarios/organisations", Some("organisation")),
    ("scenarios/worlds", Some("world")),
];

fn document() -> (Value, usize) {
    let output = program().arg("schema").output().expect("the program starts");
    (serde_json::from_slice(&output.stdout).expect("JSON"), output.stdout.len())
}

/// The validator of scenarios, or of one of the other files.
fn validator(schema: &Value, of: Option<&str>) -> Validator {
    let schema = match of {
        None => schema.clone(),
        Some(name) => json!({
            "$schema": schema["$schema"], "$ref": format!("#/$defs/{name}"), "$defs": schema["$defs"]
        }),
    };
    jsonschema::validator_for(&schema).expect("a valid schema")
}

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).expect("it is there");
    let paths = entries.map(|entry| entry.expect("readable").path());
    // A list of questions is no scenario.
    let is_one = |p: &PathBuf| p.extension().is_some_and(|e| e == "toml") && !p.ends_with("questions.toml");
    let mut files: Vec<PathBuf> = paths.filter(is_one).collect();
    files.sort();
    files
}

fn parse(text: &str) -> Value {
    let table: toml::Table = text.parse().expect("TOML");
    serde_json::to_value(table).expect("JSON")
}

/// The places of properties without a description, and how many there are.
fn undescribed(at: &Value, path: &str, found: &mut Vec<String>) -> usize {
    let Some(map) = at.as_object() else {
        return at.as_array().map_or(0, |items| items.iter().map(|item| undescribed(item, path, found)).sum());
    };
    let mut count = 0;
    for (key, inner) in map {
        let path = format!("{path}/{key}");
        if key == "properties" {
            for (name, property) in inner.as_object().expect("a table") {
                count += 1;
                if property["description"].as_str().is_none_or(str::is_empty) {
                    found.push(format!("{path}/{name}"));
                }
                count += undescribed(property, &format!("{path}/{name}"), found);
            }
        } else {
            count += undescribed(inner, &path, found);
        }
    }
    count
}

#[test]
fn every_property_is_described_in_less_than_550_kb() {
    let (schema, bytes) = document();
    let mut found = Vec::new();
    let count = undescribed(&schema, "", &mut found);
    assert!(count > 400, "{count} properties");
    assert_eq!(found, Vec::<String>::new());
    assert!(bytes < 550_000, "{bytes} bytes");
}

#[test]
fn every_shipped_file_is_valid() {
    let (schema, _) = document();
    for (folder, of) in SHIPPED {
        let validator = validator(&schema, of);
        let files = files(folder);
        assert!(!files.is_empty(), "{folder}");
        for path in files {
            let file = parse(&std::fs::read_to_string(&path).expect("readable"));
            let errors: Vec<String> =
                validator.iter_errors(&file).map(|e| format!("{}: {e}", e.instance_path())).collect();
            assert_eq!(errors, Vec::<String>::new(), "{}", path.display());
        }
    }
}

#[test]
fn wrong_files_are_not_valid() {
    let (schema, _) = document();
    let wrong = [
        (None, "title = \"without a version\""),
        (None, "schema_version = 2"),
        (None, "schema_version = 1\nexperiments = 3"),
        (None, "schema_version = 1\n[levers]\nteam.fte = \"20\""),
        (None, "schema_version = 1\n[levers]\nteam.fte = { after_years = 1 }"),
        (None, "schema_version = 1\n[levers]\nteam.fte = { after_years = 101, value = 3 }"),
        (None, "schema_version = 1\n[parameters]\nonset.debt = { low = 0.1, hi = 0.2 }"),
        (None, "schema_version = 1\n[parameters]\nonset.depts = 0.1"),
        (None, "schema_version = 1\n[context]\nplaces.guidance = { value = 0.9 }"),
        (None, "schema_version = 1\n[[service]]\nplaces = 3"),
        (None, "schema_version = 1\n[experiment]\nyears = 101"),
        (None, "schema_version = 1\n[own]\nwmo_clients = -1"),
        (Some("district"), "ages = [1, 2, 3, 4]"),
        (Some("district"), "low_income = 12.4"),
        (Some("organisation"), "[experiment]\nyears = 3"),
        (Some("world"), "[levers]\nteam.fte = 3"),
        (Some("world"), "[[service]]\nproduct = \"guidance\"\nplaces = 3"),
    ];
    for (of, text) in wrong {
        assert!(!validator(&schema, of).is_valid(&parse(text)), "{text}");
    }
    let right =
        "schema_version = 1\n[levers]\nteam.fte = [{ value = 3 }, { after_years = 1, value = { low = 3, high = 5 } }]";
    assert!(validator(&schema, None).is_valid(&parse(right)), "a lever over time");
}
