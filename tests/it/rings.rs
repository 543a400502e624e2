//! The rings of `src/lib.rs`: a module uses its own ring or lower, and the inner rings do nothing but compute.
//!
//! The sources are read as text: comments (and with them doc links) and the contents of string literals are left out
//! first. What a macro would make of the code is not seen; no macro here writes paths.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The table in the documentation of `src/lib.rs`: the ring of every module.
fn rings() -> BTreeMap<String, u8> {
    let text = fs::read_to_string(root().join("lib.rs")).expect("src/lib.rs");
    let mut rings = BTreeMap::new();
    for line in text.lines().filter_map(|l| l.strip_prefix("//! | ")) {
        let Some((number, modules)) = line.split_once(" | ") else { continue };
        let Ok(ring) = number.parse() else { continue };
        for module in modules.split('`').skip(1).step_by(2) {
            assert!(rings.insert(module.to_owned(), ring).is_none(), "{module} is in two rings");
        }
    }
    let declared: Vec<&str> =
        text.lines().filter_map(|l| l.strip_prefix("pub mod ")).map(|l| l.trim_end_matches(';')).collect();
    let whole: Vec<&str> = rings.keys().map(String::as_str).filter(|name| !name.contains("::")).collect();
    assert_eq!(declared, whole, "every module is in the table of rings");
    rings
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every source file below `dir` with its code, in order of the paths.
pub(crate) fn sources(dir: &Path, found: &mut Vec<(PathBuf, String)>) {
    let mut paths: Vec<PathBuf> = fs::read_dir(dir).expect("a folder").map(|e| e.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let code = code_of(&fs::read_to_string(&path).expect("a source file"));
            found.push((path.strip_prefix(root()).expect("below src").to_owned(), code));
        }
    }
}

/// The text without comments and without what stands in string literals; line breaks stay.
fn code_of(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut i = 0;
    while i < chars.len() {
        let next = chars.get(i + 1).copied();
        match chars[i] {
            '/' if next == Some('/') => {
                while i < chars.len() && chars[i] != '\n' {
                    i += 1;
                }
            }
            '/' if next == Some('*') => {
                while i + 1 < chars.len() && (chars[i], chars[i + 1]) != ('*', '/') {
                    i += 1;
                }
                i += 2;
            }
            // A quote as a character is no string.
            '\'' if next == Some('"') && chars.get(i + 2) == Some(&'\'') => i += 3,
            '\'' if next == Some('\\') && chars.get(i + 3) == Some(&'\'') => i += 4,
            'r' if matches!(next, Some('"' | '#')) && !out.ends_with(|c: char| c.is_alphanumeric() || c == '_') => {
                let hashes = chars[i + 1..].iter().take_while(|c| **c == '#').count();
                if chars.get(i + 1 + hashes) == Some(&'"') {
                    i += 2 + hashes;
                    let closes = |at: usize| {
                        chars[at] == '"' && chars[at + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes
                    };
                    while i < chars.len() && !closes(i) {
                        i += 1;
                    }
                    i += 1 + hashes;
                } else {
                    out.push('r');
                    i += 1;
                }
            }
            '"' => {
                i += 1;
                while i < chars.len() && chars[i] != '"' {
                    i += if chars[i] == '\\' { 2 } else { 1 };
                }
                i += 1;
                out.push_str("\"\"");
            }
            c => {
                out.push(c);
                i += 1;
            }
        }
    }
    out
}

/// The module at the top of the crate that a file belongs to; `None` for `lib.rs` and `main.rs`.
fn module_of(path: &Path) -> Option<String> {
    let first = path.components().next()?.as_os_str().to_str()?;
    let name = first.strip_suffix(".rs").unwrap_or(first);
    let file = path.file_stem()?.to_str()?;
    let name = match (name, file) {
        ("mechanisms", "rows" | "list") => "mechanisms::rows",
        ("mechanisms", "levers") => "mechanisms::levers",
        _ => name,
    };
    (name != "lib" && name != "main").then(|| name.to_owned())
}

/// The modules that some code names after `crate::`, alone or in braces.
fn used(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
        if let Some(list) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut starts = true;
            for (i, c) in list.char_indices() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => starts = true,
                    c if starts && c.is_alphabetic() => {
                        names.push(word(&list[i..]));
                        starts = false;
                    }
                    _ => {}
                }
            }
        } else {
            names.push(part_of_room(rest).map_or_else(|| word(rest), str::to_owned));
        }
    }
    names
}

/// The rows and levers of a mechanism lie in rings of their own, below its acts.
fn part_of_room(path: &str) -> Option<&'static str> {
    let rest = path.strip_prefix("mechanisms::")?;
    let mut words = rest.split(|c: char| !(c.is_alphanumeric() || "_:$".contains(c))).next()?.split("::");
    match (words.next()?, words.next()) {
        ("for_rooms" | "rows", None) | (_, Some("rows")) => Some("mechanisms::rows"),
        (_, Some("levers" | "LEVERS")) => Some("mechanisms::levers"),
        _ => None,
    }
}

/// The modules that a file reaches by going up to the crate with `super::`.
fn used_by_going_up(path: &Path, code: &str) -> Vec<String> {
    let parts = path.components().count();
    let depth = if path.ends_with("mod.rs") { parts - 1 } else { parts };
    let up = "super::".repeat(depth);
    let mut names = Vec::new();
    for (at, _) in code.match_indices(&up) {
        let rest = code[at + up.len()..].trim_start_matches("super::");
        names.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
    }
    names
}

#[test]
fn every_module_uses_its_own_ring_or_lower() {
    let rings = rings();
    let mut files = Vec::new();
    sources(&root(), &mut files);
    assert!(files.len() > 100, "only {} source files found", files.len());
    let mut breaches = Vec::new();
    let mut uses = 0;
    // A file of unit tests may use what lies above the module that it tests.
    for (path, code) in files.iter().filter(|(path, _)| !path.ends_with("tests.rs")) {
        let Some(module) = module_of(path) else { continue };
        let own = *rings.get(&module).unwrap_or_else(|| panic!("{module} is in no ring"));
        for name in used(code) {
            uses += 1;
            match rings.get(&name) {
                Some(ring) if *ring > own => {
                    breaches.push(format!("{} (ring {own}) uses {name} (ring {ring})", path.display()));
                }
                Some(_) => {}
                None => breaches.push(format!("{} uses crate::{name}, which is no module", path.display())),
            }
        }
        for name in used_by_going_up(path, code) {
            if rings.get(&name).is_some_and(|ring| *ring > own) {
                breaches.push(format!("{} (ring {own}) goes up to {name}", path.display()));
            }
        }
    }
    assert!(uses > 200, "only {uses} uses found");
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

/// What it looks like, whether a module in a ring may, and why only some may.
type Limit = (&'static [&'static str], fn(&str, u8) -> bool, &'static str);

/// What only some rings may do.
const LIMITS: [Limit; 8] = [
    (
        &["println!", "print!(", "eprintln!", "eprint!", "dbg!", "io::stdin", "io::stdout", "io::stderr"],
        |_, ring| ring >= 9,
        "only the command line prints",
    ),
    (
        &["std::fs", "std::net", "std::process"],
        |module, ring| ring >= 6 && module != "study",
        "inner rings and study/ open no files",
    ),
    (&["Instant", "SystemTime"], |_, ring| ring >= 9, "only the command line reads clocks"),
    (
        &["std::time", "std::thread"],
        |module, ring| ring >= 6 && module != "study",
        "inner rings and study/ know no time and start no threads",
    ),
    (&["rayon"], |module, _| module == "experiment", "only experiment/ runs on threads"),
    (&["plotters"], |module, _| module == "report", "only report/ draws"),
    (
        &["rand::"],
        |module, _| ["random", "initialization", "mechanisms"].contains(&module),
        "only population and ties draw by rand's algorithms, from sequences of random/",
    ),
    (&["rand_distr", "num_traits", "statrs"], |_, _| false, "their bits change with features elsewhere in the tree"),
];

#[test]
fn the_inner_rings_only_compute() {
    let rings = rings();
    let mut files = Vec::new();
    sources(&root(), &mut files);
    let mut breaches = Vec::new();
    for (path, code) in &files {
        let Some(module) = module_of(path) else { continue };
        for (signs, allowed, why) in LIMITS {
            for sign in signs.iter().filter(|s| !allowed(&module, rings[&module]) && code.contains(**s)) {
                breaches.push(format!("{} contains {sign}: {why}", path.display()));
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

/// Submodels meet in the district and read settings: none of them names a lever.
#[test]
fn no_submodel_names_a_lever() {
    let mut files = Vec::new();
    sources(&root().join("mechanisms"), &mut files);
    assert!(files.len() > 8);
    for (path, code) in files.iter().filter(|(path, _)| !path.ends_with("mod.rs") && !path.ends_with("levers.rs")) {
        assert!(!used(code).iter().any(|name| name == "levers"), "{} names levers", path.display());
    }
}

#[test]
fn comments_and_texts_are_no_code() {
    let code = code_of(
        "use crate::a; // crate::b\n/* crate::c */ let s = \"crate::d \\\" \"; let r = r#\"crate::e\"#; '\"' crate::f",
    );
    assert_eq!(used(&code), ["a", "f"]);
    assert_eq!(used("use crate::{cancel::Cancel, units::{Week, Money}, ids};"), ["cancel", "units", "ids"]);
}
