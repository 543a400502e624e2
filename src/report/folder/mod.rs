//! The result folder: every file of a result, written whole or not at all, and read back as data.
//!
//! [`Draft`] collects the files in a temporary folder and publishes them, once or more often. Whenever the program is
//! killed, the folder is either what it was or what it was to become, or the next run or reading makes it so. All files
//! except `manifest.json` are the same bytes for the same scenario, seed and version, whatever the threads, time or
//! place.
//! [`read`] gives back what a report needs. Years in files are numbered from 1 (`year:1` is the first simulated year),
//! samples and replicates from 0.

mod bare;
mod claim;
mod columns;
mod dictionary;
mod disk;
mod districts;
mod draft;
mod dutch;
mod exchange;
mod flows;
mod hex;
#[cfg(test)]
mod killed;
mod lives;
mod manifest;
mod persons;
mod place;
mod reading;
mod rows;
mod stream;
mod sweep;
mod tables;

use std::path::PathBuf;

use crate::diagnostics::of_system;
use crate::language::{Text, text};

pub use bare::Bare;
pub use columns::{FILES, FileColumns};
pub use draft::{Draft, amend, file_stem};
pub use dutch::{DUTCH, dutch as dutch_csv};
pub use hex::hex;
pub(super) use lives::letters;
pub use manifest::{DesignEntry, Input, MANIFEST, Manifest, ScenarioEntry, SweepEntry};
pub use place::is_free;
pub use reading::{Folder, read};
pub use sweep::{base_file, read_sweep, sweep_files};
pub use tables::comparison_csv;

/// The file name of the workbook.
pub const WORKBOOK: &str = "results.xlsx";

/// Why a result folder cannot be written or read. It says so in both languages ([`FolderError::said`]); displayed it is
/// English.
#[derive(Debug)]
pub enum FolderError {
    /// The target exists and is not empty.
    Exists(PathBuf),
    /// The target exists and was not written by kantel: not even `--force` replaces it.
    Foreign(PathBuf),
    /// The target is a result, but holds files that kantel did not write: not even `--force` removes them.
    Mixed(PathBuf, Vec<String>),
    /// The target is a link to nothing.
    Dangling(PathBuf),
    /// Another program that lives is writing there.
    Busy(PathBuf),
    /// It was removed while it was being made.
    Gone(PathBuf),
    /// The disk or its permissions.
    Disk {
        /// What was tried: `write`, `read`, ...
        action: &'static str,
        /// On what.
        path: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// A file of a result folder does not hold what it should.
    Content {
        /// The file.
        path: PathBuf,
        /// Line, from 1, where it is known.
        line: Option<u64>,
        /// What is wrong.
        message: Text,
    },
}

/// What was tried on a disk, in Dutch.
fn in_dutch(action: &str) -> &'static str {
    match action {
        "read" => "gelezen",
        "make" => "gemaakt",
        "replace" => "vervangen",
        "clear" => "opgeruimd",
        _ => "geschreven",
    }
}

/// The first few of a list.
fn some_of(names: &[String]) -> Text {
    const MOST: usize = 5;
    let first = names.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ");
    match names.len().checked_sub(MOST) {
        Some(more @ 1..) => text!("{first} and {more} more", "{first} en nog {more}"),
        _ => Text::same(first),
    }
}

impl std::error::Error for FolderError {}

impl std::fmt::Display for FolderError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.said().en)
    }
}

impl FolderError {
    /// The error of a workbook that cannot be packed.
    pub fn unpacked(error: std::io::Error) -> Self {
        Self::Disk { action: "make", path: WORKBOOK.into(), error }
    }

    /// What is wrong and what to do, in a sentence without a full stop.
    pub fn said(&self) -> Text {
        match self {
            Self::Exists(path) => {
                let path = path.display();
                text!(
                    "{path} exists already: choose another --out, or --force to replace it",
                    "{path} bestaat al: kies een andere --out, of vervang het met --force"
                )
            }
            Self::Foreign(path) => {
                let path = path.display();
                text!(
                    "{path} is not a result folder of kantel and is not replaced: choose another --out",
                    "{path} is geen map met resultaten van kantel en wordt niet vervangen: kies een andere --out"
                )
            }
            Self::Mixed(path, others) => {
                let (path, others) = (path.display(), &some_of(others));
                text!(
                    "{path} holds {others}, which kantel did not write: move them away, or choose another --out",
                    "in {path} staan bestanden die niet van kantel zijn ({others}): haal ze weg, of kies een andere \
                     --out";
                    others
                )
            }
            Self::Dangling(path) => {
                let path = path.display();
                text!(
                    "{path} is a link that leads nowhere: choose another --out",
                    "{path} is een koppeling die nergens heen leidt: kies een andere --out"
                )
            }
            Self::Busy(path) => {
                let path = path.display();
                text!(
                    "another kantel is writing {path}: wait until it is done, or choose another --out",
                    "een ander kantel schrijft nu in {path}: wacht tot het klaar is, of kies een andere --out"
                )
            }
            Self::Gone(path) => {
                let path = path.display();
                text!(
                    "{path} has gone while kantel was at work: was a folder removed, or a disk taken out?",
                    "{path} verdween terwijl kantel bezig was. Is er een map weggehaald, of een schijf?"
                )
            }
            Self::Disk { action, path, error } => {
                let (path, done, error) = (path.display(), in_dutch(action), of_system(error));
                text!("cannot {action} {path}: {error}", "{path} kan niet worden {done}: {error}"; error)
            }
            Self::Content { path, line, message } => {
                let path = path.display();
                match line {
                    Some(line) => text!("{path}, line {line}: {message}", "{path}, regel {line}: {message}"; message),
                    None => text!("{path}: {message}", "{path}: {message}"; message),
                }
            }
        }
    }

    /// Makes the error of trying something on a path.
    fn disk(action: &'static str, path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Disk { action, path, error }
    }
}
