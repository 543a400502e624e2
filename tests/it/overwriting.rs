//! What `--out` and `--force` do to what is there already: nothing that kantel did not write is lost.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::program::program;

/// A folder of its own for a test, removed at the end.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("kantel-over-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    /// A result of one small scenario.
    fn run(&self, arguments: &[&str]) -> Output {
        program()
            .current_dir(&self.0)
            .args(["run", "--residents", "100", "--samples", "1", "--years", "1", "--quiet"])
            .args(arguments)
            .output()
            .expect("the program starts")
    }

    fn entries(&self, below: &str) -> Vec<String> {
        let read = fs::read_dir(self.0.join(below)).expect("a folder");
        let mut names: Vec<String> =
            read.map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn seed(folder: &Path) -> String {
    let text = fs::read_to_string(folder.join("manifest.json")).expect("a manifest");
    let manifest: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    manifest["seed"].to_string()
}

#[test]
fn force_replaces_a_result_and_keeps_away_from_other_files() {
    let place = Place::new("force");
    assert_eq!(place.run(&["--out", "x", "--seed", "1"]).status.code(), Some(0));
    let output = place.run(&["--out", "x", "--seed", "2"]);
    assert!(output.status.code() == Some(2) && told(&output).contains("--force"), "{}", told(&output));
    fs::write(place.0.join("x/notes.txt"), "mine").expect("a file");
    fs::create_dir(place.0.join("x/figures/own")).expect("a folder");
    fs::write(place.0.join("x/figures/own/sketch.svg"), "mine").expect("a file");
    let output = place.run(&["--out", "x", "--seed", "2", "--force"]);
    assert_eq!(output.status.code(), Some(2), "{}", told(&output));
    assert!(
        told(&output).contains("x holds figures/own/sketch.svg, notes.txt, which kantel did not write"),
        "{}",
        told(&output)
    );
    assert_eq!(seed(&place.0.join("x")), "1");
    fs::remove_file(place.0.join("x/notes.txt")).expect("there");
    fs::remove_file(place.0.join("x/figures/own/sketch.svg")).expect("there");
    assert_eq!(place.run(&["--out", "x", "--seed", "2", "--force"]).status.code(), Some(0));
    assert_eq!(seed(&place.0.join("x")), "2");
    assert_eq!(place.entries("."), ["x"]);
}

/// A result may be called as its scenario is.
#[test]
fn a_folder_does_not_hide_a_built_in() {
    let place = Place::new("hidden");
    fs::create_dir(place.0.join("reactive")).expect("a folder");
    let output = place.run(&["reactive", "--out", "reactive"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let output = place.run(&["reactive", "--out", "other"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let place = Place::new("link");
    fs::create_dir(place.0.join("disk")).expect("a folder");
    std::os::unix::fs::symlink("disk", place.0.join("x")).expect("a link");
    for (seed_of, force) in [("1", None), ("2", Some("--force"))] {
        let arguments: Vec<&str> = ["--out", "x", "--seed", seed_of].into_iter().chain(force).collect();
        let output = place.run(&arguments);
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        assert!(fs::symlink_metadata(place.0.join("x")).expect("there").is_symlink());
        assert_eq!(seed(&place.0.join("disk")), seed_of);
    }
    assert_eq!(place.entries("."), ["disk", "x"]);
    std::os::unix::fs::symlink("nowhere", place.0.join("y")).expect("a link");
    let output = place.run(&["--out", "y"]);
    assert!(
        output.status.code() == Some(2) && told(&output).contains("a link that leads nowhere"),
        "{}",
        told(&output)
    );
}

#[test]
fn an_empty_folder_is_filled_the_one_one_stands_in_too() {
    let place = Place::new("here");
    let output = place.run(&["--out", "."]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let entries = place.entries(".");
    assert!(
        entries.contains(&"manifest.json".to_owned()) && entries.iter().all(|e| !e.contains(".part")),
        "{entries:?}"
    );
    let output = place.run(&["--out", ".", "--seed", "7", "--force"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert_eq!((place.entries("."), seed(&place.0)), (entries, "7".to_owned()));
}

/// What a run left behind that was killed goes with the next run; what a living one is writing stays.
#[cfg(unix)]
#[test]
fn what_killed_runs_left_goes_at_the_next_run() {
    let place = Place::new("stale");
    let dead = place.0.join(".x.kantel.part");
    fs::create_dir_all(dead.join("scenarios")).expect("a folder");
    fs::write(dead.join("yearly.csv"), "half").expect("a file");
    let living = place.0.join(".y.kantel.part");
    fs::create_dir(&living).expect("a folder");
    let lock = fs::File::open(&living).expect("a folder");
    lock.try_lock().expect("nobody else has it");
    let strange = place.0.join(".z.kantel.part");
    fs::create_dir(&strange).expect("a folder");
    fs::write(strange.join("diary.txt"), "mine").expect("a file");
    let output = place.run(&["--out", "x"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert_eq!(place.entries("."), [".y.kantel.part", ".z.kantel.part", "x"]);
}
