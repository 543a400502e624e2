//! The tour: what is kept in docs/tour is what was made, says of which version of the model it is, and is made the same
//! way each time.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use kantel::language::Lang;
use kantel::report::aged;
use kantel::report::folder::hex;
use kantel::scenario::{QUESTIONS, question};
use kantel::simulation::MODEL_VERSION;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::program::Folder;

const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/tour");

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every file below a folder by its path within it.
fn files(dir: &Path) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let mut due = vec![dir.to_owned()];
    while let Some(folder) = due.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                due.push(path);
            } else {
                let name = path.strip_prefix(dir).expect("below it").display().to_string();
                all.insert(name, read(&path));
            }
        }
    }
    all
}

fn list(dir: &Path) -> serde_json::Map<String, Value> {
    let list: Value = serde_json::from_str(&read(&dir.join("tour.json"))).expect("json");
    list["questions"].as_object().expect("questions").clone()
}

/// Pages are not computed anew with every version of the model: those that are older say so below their title. Set
/// `UPDATE_DOCS` to have them say it.
#[test]
fn kept_pages_are_as_they_were_made_and_tell_when_they_are_older_than_the_model() {
    let (dir, questions) = (Path::new(KEPT), list(Path::new(KEPT)));
    assert!((12..=20).contains(&questions.len()), "{} questions", questions.len());
    let mut listed: BTreeSet<String> =
        ["tour.json", "README.md", "en/README.md", "nl/README.md"].map(str::to_owned).into();
    for (key, told) in &questions {
        let one = question(key).unwrap_or_else(|| panic!("{key} is no question in the box"));
        let made = told["model_version"].as_u64().expect("a version") as u32;
        assert!(made <= MODEL_VERSION, "{key}");
        for (name, hash) in told["sha256"].as_object().expect("hashes") {
            let path = dir.join(name);
            let mut text = read(&path);
            listed.insert(name.clone());
            if let Some(lang) = [(Lang::En, "en/"), (Lang::Nl, "nl/")].iter().find(|(_, tag)| name.starts_with(tag)) {
                let (lang, of) = (lang.0, one.title.of(lang.0));
                assert!(text.starts_with(&format!("# {of}\n\n")), "{name}: the question in the box is another one now");
                let now = aged(&text, made, MODEL_VERSION, lang);
                if now != text && std::env::var_os("UPDATE_DOCS").is_some() {
                    fs::write(&path, &now).expect("it can be written");
                    text.clone_from(&now);
                }
                assert!(
                    text == now,
                    "{name} is of version {made}, the model is at {MODEL_VERSION}, and the page does not say so: \
                     `UPDATE_DOCS=1 cargo test kept_pages`, or compute it anew with `kantel tour --out docs/tour`"
                );
                assert!(text.contains(&made.to_string()), "{name} says its version");
                text = aged(&text, made, made, lang);
            }
            let is = hex(&Sha256::digest(text.as_bytes()));
            assert_eq!(Value::from(is), *hash, "{name} was changed by hand");
        }
    }
    let there: BTreeSet<String> = files(dir).into_keys().collect();
    assert_eq!(there, listed, "pages that nobody lists, or that are missing");
}

/// The two indexes lead to every page.
#[test]
fn the_indexes_lead_to_every_page() {
    for tag in ["en", "nl"] {
        let index = read(&Path::new(KEPT).join(tag).join("README.md"));
        for key in list(Path::new(KEPT)).keys() {
            assert!(index.contains(&format!("({key}.md)")), "{tag}: {key}");
        }
    }
}

#[test]
fn two_questions_are_made_the_same_each_time_with_every_part() {
    let folder = Folder::new("tour");
    let two: Vec<&str> = QUESTIONS.iter().map(|one| one.key.as_str()).take(2).collect();
    let small = [
        "--residents",
        "500",
        "--years",
        "2",
        "--samples",
        "3",
        "--loops",
        "2",
        "--loop-residents",
        "300",
        "--bound-residents",
        "300",
        "--quiet",
    ];
    let make = |out: &str, threads: &str| {
        let arguments = [&["tour"][..], &two, &small, &["--out", out, "--threads", threads]].concat();
        let output = folder.kantel(&arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        files(&folder.0.join(out))
    };
    let once = make("once", "1");
    assert!(once == make("again", "2"), "the same bytes for any threads");
    for (tag, heads) in [
        ("en", ["## The answer", "## If help did nothing", "## What carried it", "## For whom", "## Ask it yourself"]),
        (
            "nl",
            ["## Het antwoord", "## Als hulp niets deed", "## Wat het verschil", "## Voor wie", "## Vraag het zelf"],
        ),
    ] {
        for key in &two {
            let page = &once[&format!("{tag}/{key}.md")];
            for head in heads {
                assert!(page.contains(head), "{head}: {page}");
            }
            assert!(page.contains(&format!("kantel compare {key}")));
            let picture = format!("img/{key}-{tag}-trade-off.svg");
            if cfg!(feature = "charts") {
                assert!(page.contains(&format!("](../{picture})")), "{page}");
                assert!(once[&picture].starts_with("<svg xmlns="), "a picture stands by itself");
            }
        }
    }
    // A page of an earlier run stays, with its place in the index.
    make("once", "1");
    let arguments = [&["tour", QUESTIONS[2].key.as_str()][..], &small, &["--out", "once"]].concat();
    assert!(folder.kantel(&arguments).status.success());
    let more = files(&folder.0.join("once"));
    assert!(once.iter().all(|(name, text)| name.ends_with("README.md") || name == "tour.json" || more[name] == *text));
    assert!(more["en/README.md"].contains(&format!("({}.md)", two[0])));
}

#[test]
fn what_is_no_question_and_folders_of_others_are_refused() {
    let folder = Folder::new("tour-refused");
    let output = folder.kantel(&["tour", "going-outt", "own-strenght", "--out", "none"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("did you mean 'going-out'?") && said.contains("did you mean 'own-strength'?"), "{said}");
    assert!(!folder.0.join("none").exists(), "nothing is written");
    fs::create_dir(folder.0.join("mine")).expect("a folder");
    fs::write(folder.0.join("mine/letter.txt"), "dear").expect("a file");
    let output = folder.kantel(&["tour", "going-out", "--out", "mine"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("holds other files"));
    assert_eq!(files(&folder.0.join("mine")).len(), 1);
}

/// Who changes a title or a version sees it: what stands below a title goes and comes.
#[test]
fn an_older_page_says_so_once() {
    let page = "# Question\n\nText.\n\n> quoted further down\n";
    let old = aged(page, 3, 4, Lang::En);
    assert!(old.starts_with("# Question\n\n> **Made by an older version.**") && old.contains("version 3"), "{old}");
    assert_eq!(aged(&old, 3, 5, Lang::En).matches("older version").count(), 1);
    assert_eq!(aged(&old, 3, 3, Lang::En), page);
}
