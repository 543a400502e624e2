//! Whatever bytes somebody hands over, reading them ends with a value or a refusal, never a panic. What is kept in
//! `tests/corpus` is read each time, with a few hundred variations of it; `KANTEL_FUZZ=60 cargo test fuzz` varies for
//! so many seconds for each target, and with `UPDATE_DATA=1` keeps the small inputs that are answered as none before.
//!
//! There is no instrumented build: an input is new where what is said about it is (its messages without their numbers
//! and values).

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use kantel::diagnostics::Diagnostic;
use kantel::input_data::kwb::Figures;
use kantel::observation::Trajectory;
use kantel::scenario::{Overrides, load_text, load_text_beside, parse_profile};
use kantel::store::{Courses, Header, Key};
use rand::rngs::ChaCha12Rng;
use rand::{RngExt, SeedableRng};

use crate::malformed::SCENARIO;
use crate::program::Folder;

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus");
/// The most inputs that are kept of a target, and the largest.
const MOST_KEPT: usize = 40;
const LARGEST_KEPT: usize = 6_000;
/// Variations of each target where nobody asks for more.
const EVERY_TIME: u32 = 200;

/// Something that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    Scenario,
    District,
    Design,
    OwnFigures,
    Figures,
    Workbook,
    Store,
}

impl Target {
    const ALL: [Self; 7] =
        [Self::Scenario, Self::District, Self::Design, Self::OwnFigures, Self::Figures, Self::Workbook, Self::Store];

    const fn name(self) -> &'static str {
        match self {
            Self::Scenario => "scenario",
            Self::District => "district",
            Self::Design => "design",
            Self::OwnFigures => "own-figures",
            Self::Figures => "figures",
            Self::Workbook => "workbook",
            Self::Store => "store",
        }
    }

    /// Reads bytes; gives what is said of them.
    fn read(self, bytes: &[u8], place: &Path) -> Vec<String> {
        let text = String::from_utf8_lossy(bytes);
        let usual = Overrides::default();
        match self {
            Self::Scenario => said(load_text("mine", &text, &usual).err()),
            Self::District => said(parse_profile(&text, "mine").err()),
            Self::Design => {
                let above = format!("{HEAD}[experiment]\ndesign = \"points.csv\"\n");
                said(load_text_beside("mine", &above, &[("points.csv", &text)], &usual).err())
            }
            Self::OwnFigures => {
                let above = format!("{HEAD}[own]\nfile = \"own.csv\"\n");
                said(load_text_beside("mine", &above, &[("own.csv", &text)], &usual).err())
            }
            Self::Figures => of_figures(Figures::read(bytes, "kwb.csv")),
            Self::Workbook => of_figures(Figures::read(bytes, "kwb.xlsx")),
            Self::Store => of_store(bytes, place),
        }
    }

    /// Inputs to begin with.
    fn seeds(self) -> Vec<Vec<u8>> {
        let texts: Vec<String> = match self {
            Self::Scenario => vec![SCENARIO.to_owned(), format!("{HEAD}title = \"x\"\n")],
            Self::District => vec![include_str!("../../scenarios/districts/overvecht.toml").to_owned()],
            Self::Design => {
                vec!["onset.debt,team.fte\n0.1,0.5\n0.9,0.25\n".to_owned(), "onset.debt;\"a\"\n0,5;1\n".into()]
            }
            Self::OwnFigures => vec!["figure;value;year\nwmo_clients;2.400\nteam_cases;310,5;2024\n".to_owned()],
            Self::Figures => vec![KWB.to_owned(), KWB.replace(';', ",").replace("AantalInwoners_5", "a_inw")],
            Self::Workbook => return vec![workbook()],
            Self::Store => return vec![store()],
        };
        texts.into_iter().map(String::into_bytes).collect()
    }
}

const HEAD: &str = "schema_version = 1\nbase = \"builtin:reactive\"\n";

/// Two wijken as StatLine has them, with a few of its columns.
const KWB: &str = "WijkenEnBuurten;Gemeentenaam_1;SoortRegio_2;Codering_3;AantalInwoners_5;Mannen_6;k_0Tot15Jaar_8;\
    k_15Tot25Jaar_9;k_25Tot45Jaar_10;k_45Tot65Jaar_11;k_65JaarOfOuder_12;HuishoudensTotaal_28\n\
    Wijk 01;Utrecht;Wijk;WK034401;1000;490;200;150;300;200;150;480\nWijk 02;Utrecht;Wijk;WK034402;.;;1;2;3;4;5;\n";

fn said(problems: Option<Vec<Diagnostic>>) -> Vec<String> {
    problems.into_iter().flatten().map(|p| format!("{} {}", p.message.en, p.allowed.en)).collect()
}

fn of_figures(read: Result<Figures, Vec<Diagnostic>>) -> Vec<String> {
    match read {
        Ok(figures) => {
            let mut told = said(figures.complete().err());
            told.push(format!("{} wijken", figures.len()));
            for code in ["WK034401", "Utrecht"] {
                told.extend(said(figures.import(kantel::input_data::kwb::Choice::Wijk(code)).err()));
                told.extend(said(figures.import(kantel::input_data::kwb::Choice::Municipality(code)).err()));
            }
            told
        }
        Err(problems) => said(Some(problems)),
    }
}

/// A store: what is taken from it is what was put in it, or nothing.
fn of_store(bytes: &[u8], place: &Path) -> Vec<String> {
    let path = place.join("fuzzed.courses");
    fs::write(&path, bytes).expect("a file");
    match Courses::open(&path) {
        Ok(opened) => {
            let courses = opened.courses;
            for key in courses.keys() {
                let course = courses.get(&key).expect("what is in the list can be read");
                assert_eq!(course, kept(course.sample), "a course that nobody kept");
            }
            vec![format!("{} courses, {} left out", courses.len(), opened.left_out > 0)]
        }
        Err(error) => vec![error.said().en.replace(&*path.to_string_lossy(), "")],
    }
}

fn kept(sample: u32) -> Trajectory {
    Trajectory { sample, replicate: 1, flows: vec![vec![i64::from(sample); 3]], ..Trajectory::default() }
}

/// The bytes of a store of three courses.
pub(crate) fn store() -> Vec<u8> {
    let folder = Folder::new("fuzz-store");
    let path = folder.0.join("x.courses");
    let courses = Courses::begin(&path, Header::default()).expect("a store");
    for sample in 0..3 {
        assert!(courses.keep(Key([sample as u8; 32]), &kept(sample)));
    }
    drop(courses);
    fs::read(&path).expect("a file")
}

fn workbook() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in KWB.lines().enumerate() {
        for (column, cell) in line.split(';').enumerate() {
            let at = (row as u32, column as u16);
            let written = match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(at.0, at.1, number).map(|_| ()),
                Err(_) => sheet.write_string(at.0, at.1, cell).map(|_| ()),
            };
            written.expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// What is said without its numbers and values: of two inputs that are answered alike one is enough.
/// Of a store the place counts too: little else is said.
fn signature(target: Target, told: &[String]) -> String {
    if target == Target::Store {
        return told.join("|");
    }
    let plain =
        |text: &String| text.chars().filter(|c| c.is_ascii_alphabetic() || *c == ' ').take(60).collect::<String>();
    told.iter().map(plain).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join("|")
}

/// What formats give a meaning.
const WORDS: [&str; 34] = [
    "=",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    ",",
    ";",
    "\"",
    "'",
    "\"\"\"",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\0",
    "#",
    "nan",
    "-inf",
    "1e999",
    "-1",
    "99999999999999999999",
    "0x7f",
    "true",
    "2024-01-01",
    "\u{feff}",
    "é",
    "\u{202e}",
    "after_years",
    "{ low = 1, mode = 2, high = 3 }",
    "builtin:",
    "../",
    ".",
];

/// An input that differs from one that there is.
fn varied(rng: &mut ChaCha12Rng, all: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = all[rng.random_range(0..all.len())].clone();
    for _ in 0..rng.random_range(1..5) {
        let at = rng.random_range(0..=bytes.len());
        let end = (at + rng.random_range(0..20)).min(bytes.len());
        match rng.random_range(0..9) {
            0 if at < bytes.len() => bytes[at] ^= 1 << rng.random_range(0..8),
            1 if at < bytes.len() => bytes[at] = rng.random(),
            2 => drop(bytes.drain(at..end)),
            3 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            4 => bytes.truncate(at),
            5 => {
                let other = &all[rng.random_range(0..all.len())];
                let from = rng.random_range(0..=other.len());
                bytes.truncate(at);
                bytes.extend(&other[from..]);
            }
            6 => {
                // A whole line elsewhere, or twice.
                let start = bytes[..at].iter().rposition(|b| *b == b'\n').map_or(0, |i| i + 1);
                let stop = bytes[at..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |i| at + i + 1);
                let line = bytes[start..stop].to_vec();
                let to = rng.random_range(0..=bytes.len());
                bytes.splice(to..to, line);
            }
            _ => {
                let word = WORDS[rng.random_range(0..WORDS.len())].bytes();
                bytes.splice(at..if rng.random() { at } else { end }, word);
            }
        }
    }
    bytes.truncate(60_000);
    bytes
}

/// The same of what lies packed in a workbook: one of its parts is varied, and packed again.
fn varied_within(rng: &mut ChaCha12Rng, book: &[u8]) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).ok()?;
    let chosen = rng.random_range(0..archive.len().max(1));
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for i in 0..archive.len() {
        let mut part = archive.by_index(i).ok()?;
        let (name, mut bytes) = (part.name().ok()?.into_owned(), Vec::new());
        part.read_to_end(&mut bytes).ok()?;
        if i == chosen {
            bytes = varied(rng, &[bytes]);
        }
        to.start_file(name, zip::write::SimpleFileOptions::default()).ok()?;
        to.write_all(&bytes).ok()?;
    }
    Some(to.finish().ok()?.into_inner())
}

/// The inputs of a target: those to begin with, and those that are kept.
fn corpus(target: Target) -> Vec<Vec<u8>> {
    let mut files: Vec<PathBuf> = fs::read_dir(Path::new(CORPUS).join(target.name()))
        .expect("a corpus")
        .map(|e| e.expect("one").path())
        .collect();
    files.sort();
    let kept = files.iter().map(|path| fs::read(path).expect("a file"));
    target.seeds().into_iter().chain(kept).collect()
}

/// Reads an input; one that panics is kept, and fails the test.
fn tried(target: Target, bytes: &[u8], place: &Path) -> Vec<String> {
    catch_unwind(AssertUnwindSafe(|| target.read(bytes, place))).unwrap_or_else(|_| {
        let path = Path::new(CORPUS).join(target.name()).join("found");
        fs::write(&path, bytes).expect("it can be kept");
        panic!("{}: {} panics", target.name(), path.display());
    })
}

/// Varies a target's inputs for a time; gives how many were read, and what is to be kept of them.
#[expect(clippy::disallowed_methods, reason = "whoever asks says for how long")]
fn vary(target: Target, seconds: Option<u64>, place: &Path) -> (u32, Vec<Vec<u8>>) {
    let mut all = corpus(target);
    let mut seen: BTreeSet<String> = all.iter().map(|bytes| signature(target, &tried(target, bytes, place))).collect();
    // What there is, and then what nobody has read yet: another start for every number of seconds.
    let mut rng = ChaCha12Rng::seed_from_u64(seconds.unwrap_or(0));
    let (began, mut count, mut found) = (Instant::now(), 0, Vec::new());
    let goes_on = |count: u32| match seconds {
        Some(seconds) => began.elapsed() < Duration::from_secs(seconds),
        None => count < EVERY_TIME,
    };
    while goes_on(count) {
        let mut bytes = varied(&mut rng, &all);
        if target == Target::Workbook && rng.random() {
            bytes = varied_within(&mut rng, &all[0]).unwrap_or(bytes);
        }
        count += 1;
        if seen.insert(signature(target, &tried(target, &bytes, place))) {
            if bytes.len() <= LARGEST_KEPT {
                found.push(bytes.clone());
            }
            all.push(bytes);
        }
    }
    (count, found)
}

#[test]
fn whatever_is_read_is_read_or_refused() {
    let folder = Folder::new("fuzz");
    let seconds = std::env::var("KANTEL_FUZZ").ok().and_then(|seconds| seconds.parse().ok());
    for target in Target::ALL {
        let dir = Path::new(CORPUS).join(target.name());
        fs::create_dir_all(&dir).expect("a folder");
        let kept = fs::read_dir(&dir).expect("a corpus").count();
        let (count, found) = vary(target, seconds, &folder.0);
        println!("fuzz,{},{count},{} new answers", target.name(), found.len());
        if std::env::var_os("UPDATE_DATA").is_some() {
            for (i, bytes) in found.iter().take(MOST_KEPT.saturating_sub(kept)).enumerate() {
                fs::write(dir.join(format!("{:03}", kept + i)), bytes).expect("it can be kept");
            }
        } else {
            assert!(kept >= 10, "{}: {kept} inputs are kept", target.name());
        }
    }
}

/// Every bit of a store that is another one is seen, and of a store that ends early whole courses are left, as they
/// were.
#[test]
fn a_store_is_what_was_written_or_nothing() {
    let folder = Folder::new("fuzz-bits");
    let bytes = store();
    let whole = of_store(&bytes, &folder.0);
    assert_eq!(whole, ["3 courses, false left out"]);
    for bit in 0..bytes.len() * 8 {
        let mut altered = bytes.clone();
        altered[bit / 8] ^= 1 << (bit % 8);
        let told = of_store(&altered, &folder.0);
        assert!(told[0].contains("altered") || told[0].contains("holds no courses"), "bit {bit}: {told:?}");
    }
    for end in 0..bytes.len() {
        let told = of_store(&bytes[..end], &folder.0);
        assert!(told[0].ends_with("left out") || told[0].contains("holds no courses"), "{end}: {told:?}");
        assert_ne!(told, whole, "{end}");
    }
}
