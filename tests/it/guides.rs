//! The guides: every command in them runs, with the files that they have one save, at a small size.

use std::fs;
use std::path::Path;

use crate::program::Folder;

const GUIDES: [&str; 8] =
    ["researcher", "officer", "trainer", "facilitator", "onderzoeker", "beleidsmedewerker", "opleider", "spelleider"];

/// Options that say how large something is, with a value each: made small here.
const SIZES: [&str; 6] = ["--residents", "--years", "--samples", "--replicates", "--loops", "--loop-residents"];

fn guide(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/guides/{name}.md"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The blocks of a language, each with the text above it.
fn blocks<'a>(text: &'a str, of: &str) -> Vec<(&'a str, &'a str)> {
    let start = format!("```{of}\n");
    let begins: Vec<usize> = text.match_indices(&start).map(|(at, _)| at).collect();
    let inside = |at: &usize| {
        let rest = &text[at + start.len()..];
        (&text[..*at], rest.split("```").next().unwrap_or_default())
    };
    begins.iter().map(inside).collect()
}

/// The name between the last backticks that end in `.toml`.
fn saved_as(above: &str) -> String {
    let mut names = above.split('`').filter(|part| Path::new(part).extension().is_some_and(|end| end == "toml"));
    names.next_back().expect("the text above says how the file is called").to_owned()
}

/// The command at a small size.
fn small(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut given = command.split_whitespace().skip(1);
    while let Some(word) = given.next() {
        if SIZES.contains(&word) {
            given.next();
        } else {
            words.push(word.to_owned());
        }
    }
    let sizes: &[&str] = match words[0].as_str() {
        "game" if words[1] == "new" => &["--residents", "800", "--samples", "2", "--quiet"],
        "compare" => &["--residents", "500", "--years", "2", "--samples", "2", "--loops", "2", "--quiet"],
        "story" => &["--residents", "1500", "--years", "2", "--quiet"],
        _ => &[],
    };
    words.extend(sizes.iter().map(|&size| size.to_owned()));
    words
}

#[test]
fn every_command_of_the_guides_runs() {
    let mut ran = 0;
    for name in GUIDES {
        let (text, folder) = (guide(name), Folder::new(&format!("guide-{name}")));
        for (above, toml) in blocks(&text, "toml") {
            fs::write(folder.0.join(saved_as(above)), toml).expect("it can be written");
        }
        for command in blocks(&text, "sh").iter().flat_map(|(_, lines)| lines.lines()) {
            assert!(command.starts_with("kantel "), "{name}: {command}");
            if command.starts_with("kantel game serve ") {
                // It serves until it is interrupted: tests/it/screens.rs.
                continue;
            }
            let words = small(command);
            let output = folder.kantel(&words.iter().map(String::as_str).collect::<Vec<_>>());
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{name}: {command}\n{said}");
            ran += 1;
        }
    }
    assert!(ran >= 25, "only {ran} commands");
}

/// A guide fits two printed pages, and what it says in one language it says in the other.
#[test]
fn guides_are_short_and_exist_in_both_languages() {
    for (english, dutch) in GUIDES[..4].iter().zip(&GUIDES[4..]) {
        let [one, other] = [english, dutch].map(|name| guide(name));
        for (name, text) in [(english, &one), (dutch, &other)] {
            let words = text.split_whitespace().count();
            assert!(words <= 1_100, "{name} has {words} words");
            assert!(!text.contains("\n@"), "{name} has a place to fill");
        }
        let heads = |text: &str| text.lines().filter(|line| line.starts_with('#')).count();
        let commands = |text: &str| blocks(text, "sh").iter().map(|(_, lines)| lines.lines().count()).sum::<usize>();
        assert_eq!((heads(&one), commands(&one)), (heads(&other), commands(&other)), "{english} and {dutch}");
    }
}
