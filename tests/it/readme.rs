//! The README does what it says: its commands exist, its scenarios load.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser as _;
use kantel::cli::args::Cli;
use kantel::scenario::{Overrides, load_all};

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

/// The plan and the world that the README shows, saved under the names that it gives them, can be compared by the
/// command that it gives: together, and without a note.
#[test]
fn readme_scenarios_load() {
    let blocks = blocks();
    let texts: Vec<&str> = blocks.iter().filter(|(l, _)| l == "toml").map(|(_, b)| b.as_str()).collect();
    let [plan, teams, world] = texts[..] else { panic!("a plan, teams and a world: {texts:#?}") };
    let folder = std::env::temp_dir().join(format!("kantel-readme-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let save = |name: &str, text: &str| {
        fs::write(folder.join(name), text).expect("a file");
        folder.join(name).to_string_lossy().into_owned()
    };
    let (plan, teams, world) = (save("mine.toml", plan), save("teams.toml", teams), save("known.toml", world));
    let overrides = Overrides { with: vec![world], ..Overrides::default() };
    let all = load_all(&["reactive".to_owned(), plan, teams], &overrides);
    fs::remove_dir_all(&folder).expect("it is there");
    let all = all.unwrap_or_else(|problems| panic!("{problems:#?}"));
    let detection = kantel::parameters::Params::position("visit.detection").expect("a parameter");
    let [base, mine] = [&all[0], &all[1]].map(|one| one.scenario.parameters[detection].range());
    assert!(base == mine && (base.1 - 0.7).abs() < 1e-12, "the world holds for both: {base:?} {mine:?}");
    assert!(all.iter().all(|one| one.warnings.is_empty()), "{:?} {:?}", all[1].warnings, all[2].warnings);
    let [one, two] = [&all[0], &all[2]].map(|one| one.scenario.organisation.timeline.base.team.fte);
    assert!((one - two).abs() < 1e-6, "as many FTE: {one} {two}");
}

/// Links to files of the repository, in the README and the pages that it leads to.
#[test]
fn readme_links_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages: Vec<PathBuf> =
        ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(PathBuf::from).into();
    for folder in ["docs", "docs/decisions", "docs/guides", "docs/tour", "docs/tour/en", "docs/tour/nl"] {
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
