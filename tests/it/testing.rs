//! `docs/testing.md` says what is tested, and how often: counts that can be counted are counted, and those of long runs
//! come from `tests/data`, with the command that anyone can repeat.
//!
//! `UPDATE_DOCS=1 cargo test testing_page` writes the page.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const PAGE: &str = "docs/testing.md";

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(path)).unwrap_or_default()
}

/// Files below a folder with an extension (empty: all), in order.
fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![Path::new(ROOT).join(folder)]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                // What a browser's tests fetch is nobody's source.
                folders.extend(Some(path).filter(|folder| !folder.ends_with("node_modules")));
            } else if extension.is_empty() || path.extension().is_some_and(|e| e == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// How often a line begins so in the files of a folder.
fn lines_that_begin(folder: &str, with: &str) -> usize {
    let of = |path: &PathBuf| {
        let text = fs::read_to_string(path).expect("a text");
        text.lines().filter(|line| line.trim_start().starts_with(with)).count()
    };
    files(folder, "rs").iter().map(of).sum()
}

/// The tests of a file with the first sentence of what stands above them, as rows of a table.
fn told(file: &str) -> String {
    let text = read(file);
    let (mut above, mut is_test, mut rows) = (String::new(), false, String::new());
    for line in text.lines() {
        if let Some(said) = line.strip_prefix("/// ") {
            above = if above.is_empty() { said.to_owned() } else { format!("{above} {said}") };
        } else if line == "#[test]" {
            is_test = true;
        } else if let Some(name) = line.strip_prefix("fn ").and_then(|rest| rest.split('(').next()) {
            if is_test {
                let said = above.split_inclusive(": ").next().unwrap_or_default().trim_end_matches(": ");
                let first = said.split(". ").next().unwrap_or_default().trim_end_matches('.');
                let (name, first) = (name.replace('_', " "), first.replace('|', "\\|"));
                let _ = writeln!(rows, "| {name} | {first} |");
            }
            (above, is_test) = (String::new(), false);
        } else if !line.starts_with("#[") {
            above.clear();
        }
    }
    rows
}

/// A file of rows as a table with its heads; nothing where there is no such file.
fn table(path: &str) -> Option<String> {
    let text = read(path);
    let mut rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut made = String::new();
    for (i, row) in rows.records().enumerate() {
        let row = row.expect("a row");
        let _ = writeln!(made, "| {} |", row.iter().collect::<Vec<_>>().join(" | "));
        if i == 0 {
            let _ = writeln!(made, "|{}", "---|".repeat(row.len()));
        }
    }
    (!made.is_empty()).then_some(made)
}

fn kinds(page: &mut String) {
    let in_source = lines_that_begin("src", "#[test]");
    let integration = lines_that_begin("tests/it", "#[test]");
    let _ = write!(
        page,
        "## Tests by kind\n\n| kind | where | how many |\n|---|---|---|\n\
         | of parts, beside the code | `src` | {in_source} |\n\
         | of behaviour, all in one program | `tests/it` ({} files) | {integration} |\n\
         | of these: for any input that a generator makes | `proptest!` | {} |\n\
         | of these: outputs and messages as they were looked at | `tests/it/snapshots` | {} |\n\
         | of the page, in a browser and on a stand-in | `web/tests` | {} files |\n\n\
         Run them: `cargo test`. A part: `cargo test --test it store`.\n\n",
        files("tests/it", "rs").len(),
        lines_that_begin("tests/it", "proptest!") + lines_that_begin("src", "proptest!"),
        files("tests/it/snapshots", "snap").len(),
        files("web/tests", "mjs").len(),
    );
}

fn files_that_are_wrong(page: &mut String) {
    let (kept, mut seeds) = (read("tests/data/malformed.tsv"), Vec::<(String, usize)>::new());
    for line in kept.lines().filter(|line| !line.ends_with("\taccepted")) {
        let seed = line.split(':').next().unwrap_or_default();
        match seeds.iter_mut().find(|(name, _)| name == seed) {
            Some((_, count)) => *count += 1,
            None => seeds.push((seed.to_owned(), 1)),
        }
    }
    let all: usize = seeds.iter().map(|(_, count)| count).sum();
    let _ = write!(
        page,
        "## Files that are wrong\n\nValid files with one mistake in each: every key misspelt, every type another, \
         every range left, lists and\nsteps broken, tables twice, cut off. All {all} are refused with exit code 2, \
         file, line, column and both languages.\nWhat is said of each is kept in `tests/data/malformed.tsv`; \
         `UPDATE_DATA=1 cargo test malformed` writes it.\n\n| made from | files |\n|---|---|\n"
    );
    for (seed, count) in seeds {
        let _ = writeln!(page, "| {seed} | {count} |");
    }
    let accepted = kept.lines().count() - all;
    let _ =
        write!(page, "\nOf {accepted} more what is left is a valid file: they are cut off at the end of a value.\n\n");
}

fn inputs(page: &mut String) {
    page.push_str(
        "## Any bytes\n\nSeven readers take whatever bytes they are given, and end with a value or a refusal. Every \
         test run reads what is\nkept and varies it; `KANTEL_FUZZ=60 cargo test fuzz -- --nocapture` varies for a \
         minute each. Inputs are varied by\nbits, bytes, lines, words of the format and pieces of other inputs, and \
         one is kept where what is said of it is new.\nNo instrumented build steers them.\n\n\
         | reader | inputs kept |\n|---|---|\n",
    );
    let mut folders: Vec<PathBuf> = fs::read_dir(Path::new(ROOT).join("tests/corpus"))
        .expect("corpora")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    folders.sort();
    for folder in folders {
        let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
        let _ = writeln!(page, "| {name} | {} |", files(&format!("tests/corpus/{name}"), "").len());
    }
    page.push('\n');
}

fn page() -> String {
    let mut page = "# What is tested\n\nMade by `UPDATE_DOCS=1 cargo test testing_page`: what can be counted is \
                    counted in the sources. Long runs are noted in\n`tests/data/long_runs.csv` by whoever made them, \
                    with the command.\n\n"
        .to_owned();
    kinds(&mut page);
    let bytes = crate::fuzz::store().len();
    let _ = write!(
        page,
        "## The store of courses\n\nEvery run of the tests flips each of the {} bits of a store of three courses, one \
         at a time, and ends the file at each\nof its {bytes} bytes: every flip is refused, and of a file that ends \
         early the whole courses are left and no other.\nA run is killed at a few moments spread over it; \
         `KANTEL_KILLS=1000 cargo test killed` kills as often as it is asked to,\nand holds every result against that \
         of a run that was left alone.\n\n",
        bytes * 8
    );
    files_that_are_wrong(&mut page);
    inputs(&mut page);
    let (hostile, sizes) = (told("tests/it/hostile.rs"), told("tests/it/sizes.rs"));
    let _ = write!(
        page,
        "## Surroundings that fail\n\n| test | what |\n|---|---|\n{hostile}\n## Sizes\n\n| test | what \
         |\n|---|---|\n{sizes}\n"
    );
    if let Some(memory) = table("tests/data/memory.csv") {
        let _ = write!(
            page,
            "## Memory\n\nWhat a comparison was expected to take before it began, and the most that it took (MiB). \
             `tests/measure_memory.sh`\nmeasures again.\n\n{memory}\n"
        );
    }
    if let Some(runs) = table("tests/data/long_runs.csv") {
        let _ = write!(page, "## Long runs\n\n{runs}\n");
    }
    if let Some(mutants) = table("tests/data/mutants.csv") {
        let _ = write!(
            page,
            "## Mutants\n\nFaults put into the code one at a time, and whether tests see \
                              them.\n\n{mutants}\n"
        );
    }
    page.trim_end().to_owned() + "\n"
}

#[test]
fn testing_page_is_made_from_what_is_there() {
    let made = page();
    let path = Path::new(ROOT).join(PAGE);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, &made).expect("it can be written");
        return;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let differs = made.lines().zip(kept.lines()).find(|(new, old)| new != old);
    assert!(made == kept, "make {PAGE} anew with\n\n    UPDATE_DOCS=1 cargo test testing_page\n\n{differs:#?}");
}
