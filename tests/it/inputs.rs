//! What the manifest says of how a result came about.

use crate::program::program;
use std::fs;
use std::path::PathBuf;

use kantel::report::folder::hex;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// A folder of its own for a test, removed at the end.
struct Place(PathBuf);

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_manifest_names_every_file_read_and_the_threads_used_and_tells_notes_once() {
    let place = Place(std::env::temp_dir().join(format!("kantel-inputs-{}", std::process::id())));
    let _ = fs::remove_dir_all(&place.0);
    fs::create_dir_all(place.0.join("plans")).expect("a folder");
    let profile = kantel::input_data::BUILTIN_PROFILES[0].1;
    let files = [
        (
            "plans/today.toml",
            "schema_version = 1\nbase = \"builtin:reactive\"\ndistrict = \"ours.toml\"\npopulation.residents = 100\n",
        ),
        (
            "plans/plan.toml",
            "schema_version = 1\nbase = \"today.toml\"\norganisation = \"builtin:wijkteam\"\n[[team]]\n",
        ),
        ("plans/ours.toml", profile),
    ];
    for (name, text) in files {
        fs::write(place.0.join(name), text).expect("a file");
    }
    let output = program()
        .current_dir(&place.0)
        .args([
            "compare",
            "plans/today.toml",
            "plans/plan.toml",
            "--samples",
            "2",
            "--years",
            "1",
            "--loops",
            "0",
            "--out",
            "x",
        ])
        .output()
        .expect("the program starts");
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert_eq!(told.matches("2 samples: with fewer than 30").count(), 1, "{told}");
    assert!(told.contains("plan: plans/plan.toml:4: [[team]] states nothing"), "{told}");
    let text = fs::read_to_string(place.0.join("x/manifest.json")).expect("a manifest");
    let manifest: Value = serde_json::from_str(&text).expect("JSON");
    let notes = manifest["notes"].as_array().expect("a list");
    assert_eq!(notes.iter().filter(|n| n.to_string().contains("fewer than 30")).count(), 1, "{notes:?}");
    assert!(!manifest["closure_notes"].to_string().contains("fewer than 30"), "{manifest}");
    let threads = manifest["threads"].as_u64().expect("a number");
    assert_eq!(threads, std::thread::available_parallelism().expect("known").get() as u64);
    let names: Vec<&str> =
        manifest["inputs"].as_array().expect("a list").iter().filter_map(|i| i["name"].as_str()).collect();
    let wanted = [
        "plans/today.toml",
        "builtin:reactive",
        "builtin:overvecht",
        "builtin:wijkteam",
        "plans/ours.toml",
        "plans/plan.toml",
    ];
    assert!(wanted.iter().all(|name| names.contains(name)) && names.len() == wanted.len(), "{names:?}");
    for input in manifest["inputs"].as_array().expect("a list") {
        let name = input["name"].as_str().expect("a text");
        if let Ok(bytes) = fs::read(place.0.join(name)) {
            assert_eq!(input["sha256"].as_str(), Some(hex(&Sha256::digest(&bytes)).as_str()), "{name}");
        }
    }
}
