//! Lines that can be read side by side: source, comments and prose stay within 120 columns, also where rustfmt does not
//! break them.

use std::fs;
use std::path::{Path, PathBuf};

const COLUMNS: usize = 120;

/// Made by a test or a command, not written by hand.
const GENERATED: [&str; 2] = ["docs/evidence.md", "docs/tour"];

/// Files below a folder with an extension, as paths from the root of the repository.
fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root().join(&folder)).expect("a folder") {
            let path = folder.join(entry.expect("an entry").file_name());
            if root().join(&path).is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == extension) {
                found.push(path);
            }
        }
    }
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Lines beyond the last column, as `path:line`; those that `counts` does not hold for may be of any length. It is
/// asked about every line, in order.
fn long_lines(path: &Path, mut counts: impl FnMut(&str) -> bool) -> Vec<String> {
    if GENERATED.iter().any(|other| path.starts_with(other)) {
        return Vec::new();
    }
    let text = fs::read_to_string(root().join(path)).expect("a text");
    text.lines()
        .enumerate()
        .filter(|(_, line)| counts(line) && line.chars().count() > COLUMNS)
        .map(|(i, _)| format!("{}:{}", path.display(), i + 1))
        .collect()
}

#[test]
fn source_stays_within_120_columns() {
    let files: Vec<PathBuf> = ["src", "tests", "benches", "examples"].iter().flat_map(|f| files(f, "rs")).collect();
    assert!(files.len() > 200, "only {} source files found", files.len());
    let long: Vec<String> = files.iter().flat_map(|path| long_lines(path, |_| true)).collect();
    assert!(long.is_empty(), "source beyond column {COLUMNS}:\n{}", long.join("\n"));
}

/// Tables and code may be wider: they cannot be broken.
#[test]
fn pages_stay_within_120_columns() {
    let mut pages = files("docs", "md");
    pages.extend(["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(PathBuf::from));
    assert!(pages.len() > 20, "only {} pages found", pages.len());
    let mut long = Vec::new();
    for page in pages {
        let mut in_code = false;
        long.extend(long_lines(&page, |line| {
            in_code ^= line.trim_start().starts_with("```");
            !in_code && !line.starts_with('|')
        }));
    }
    assert!(long.is_empty(), "prose beyond column {COLUMNS}:\n{}", long.join("\n"));
}
