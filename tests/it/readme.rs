//! The README does what it says: its commands exist, its scenarios load.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser as _;
use kantel::cli::args::Cli;
use kantel::scenario::{Overrides, load_text};

/// The code blocks of the README with their languages.
fn blocks() -> Vec<(String, String)> {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("README.md");
    let mut blocks: Vec<(String, String)> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        if let Some(language) = line.strip_prefix("```") {
            if !open {
                blocks.push((language.trim().to_owned(), String::new()));
            }
            open = !open;
        } else if open && let Some((_, block)) = blocks.last_mut() {
            block.push_str(line);
            block.push('\n');
        }
    }
    assert!(!open, "a code block of the README does not end");
    blocks
}

/// The arguments of a line of the README that calls kantel, with the name of the program first.
fn arguments(line: &str) -> Option<Vec<String>> {
    let line = line.split(" #").next().unwrap_or(line).trim();
    let rest = line.strip_prefix("cargo run --release -- ").or_else(|| line.strip_prefix("kantel "))?;
    // What follows a redirection belongs to the shell.
    let words = rest.split_whitespace().take_while(|w| *w != ">" && *w != "|");
    Some(std::iter::once("kantel").chain(words).map(str::to_owned).collect())
}

#[test]
fn readme_commands_exist() {
    let blocks = blocks();
    let lines: Vec<&str> = blocks.iter().filter(|(l, _)| l == "sh").flat_map(|(_, b)| b.lines()).collect();
    for needed in ["cargo run --release -- compare", "cargo test"] {
        assert!(lines.iter().any(|l| l.split(" #").next().is_some_and(|l| l.trim() == needed)), "{needed} is missing");
    }
    let mut seen = 0;
    for line in lines {
        match arguments(line) {
            Some(arguments) => {
                seen += 1;
                if let Err(error) = Cli::try_parse_from(&arguments) {
                    panic!("the README says `{line}`, but\n{error}");
                }
            }
            None => assert!(
                line.trim().is_empty() || line.starts_with('#') || line.starts_with("cargo "),
                "what does `{line}` do in the README?"
            ),
        }
    }
    assert!(seen >= 5, "only {seen} commands of kantel found in the README");
}

#[test]
fn readme_scenarios_load() {
    let blocks = blocks();
    let scenarios: Vec<&str> = blocks.iter().filter(|(l, _)| l == "toml").map(|(_, b)| b.as_str()).collect();
    assert!(!scenarios.is_empty(), "the README shows no scenario");
    for text in scenarios {
        if let Err(problems) = load_text("readme", text, &Overrides::default()) {
            panic!("{text}\n{problems:#?}");
        }
    }
}

/// Links to files of the repository, in the README and the pages that it leads to.
#[test]
fn readme_links_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages: Vec<PathBuf> =
        ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(PathBuf::from).into();
    for folder in ["docs", "docs/decisions"] {
        let entries = fs::read_dir(root.join(folder)).expect("a folder").map(|e| e.expect("an entry").file_name());
        pages.extend(
            entries.map(|name| Path::new(folder).join(name)).filter(|p| p.extension().is_some_and(|e| e == "md")),
        );
    }
    let mut seen = 0;
    for page in pages {
        let text = fs::read_to_string(root.join(&page)).expect("a page");
        for (at, _) in text.match_indices("](") {
            let target: String = text[at + 2..].chars().take_while(|c| *c != ')').collect();
            let file = target.split('#').next().unwrap_or_default();
            if file.is_empty() || file.starts_with("http") {
                continue;
            }
            seen += 1;
            let path = root.join(page.parent().unwrap_or(Path::new(""))).join(file);
            assert!(path.exists(), "{} links to {target}, which is not there", page.display());
        }
    }
    assert!(seen > 20, "only {seen} links found");
}
