//! The result folder: every file of a result, written whole or not at all, and read back as data.
//!
//! [`Draft`] collects the files in a folder in the making and publishes them, once or more often. Whenever the program
//! is killed, the folder is what it was or what it was to be, or is made so by the next run or reading. All files but
//! `manifest.json` are the same bytes for the same scenario, seed and version, whatever the threads, time or place.
//! [`read`] gives back what a report needs. Years in files are numbered from 1 (`year:1` is the first simulated year),
//! samples and replicates from 0.

mod claim;
mod columns;
mod dictionary;
mod disk;
mod draft;
mod dutch;
mod exchange;
#[cfg(test)]
mod killed;
mod lives;
mod manifest;
mod place;
mod reading;
mod stream;
mod tables;

use std::path::PathBuf;

pub use columns::{FILES, FileColumns};
pub use draft::{Draft, amend, file_stem, hex};
pub use dutch::DUTCH;
pub(super) use lives::letters;
pub use manifest::{Input, Manifest, ScenarioEntry};
pub use place::is_free;
pub use reading::{Folder, read};

/// The file name of the workbook.
pub const WORKBOOK: &str = "results.xlsx";

/// Why a result folder cannot be written or read.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// The target exists and is not empty.
    #[error("{} exists already: choose another --out, or --force to replace it", .0.display())]
    Exists(PathBuf),
    /// The target exists and was not written by kantel: not even `--force` replaces it.
    #[error("{} is not a result folder of kantel and is not replaced: choose another --out", .0.display())]
    Foreign(PathBuf),
    /// The target is a result, but holds files that kantel did not write: not even `--force` removes them.
    #[error("{} holds {}, which kantel did not write: move them away, or choose another --out", .0.display(), some_of(.1))]
    Mixed(PathBuf, Vec<String>),
    /// The target is a link to nothing.
    #[error("{} is a link that leads nowhere: choose another --out", .0.display())]
    Dangling(PathBuf),
    /// Another program that lives is writing there.
    #[error("another kantel is writing {}: wait until it is done, or choose another --out", .0.display())]
    Busy(PathBuf),
    /// The disk or its permissions.
    #[error("cannot {action} {}: {error}", path.display())]
    Disk {
        /// What was tried: `write`, `read`, ...
        action: &'static str,
        /// On what.
        path: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// A file of a result folder does not hold what it should.
    #[error("{}{}: {message}", path.display(), line.map(|l| format!(", line {l}")).unwrap_or_default())]
    Content {
        /// The file.
        path: PathBuf,
        /// Line, from 1, where it is known.
        line: Option<u64>,
        /// What is wrong.
        message: String,
    },
}

/// The first few of a list.
fn some_of(names: &[String]) -> String {
    const MOST: usize = 5;
    let first = names.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ");
    match names.len().checked_sub(MOST) {
        Some(more @ 1..) => format!("{first} and {more} more"),
        _ => first,
    }
}

impl FolderError {
    /// The error of a workbook that cannot be packed.
    pub fn unpacked(error: std::io::Error) -> Self {
        Self::Disk { action: "make", path: WORKBOOK.into(), error }
    }

    /// Makes the error of trying something on a path.
    fn disk(action: &'static str, path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Disk { action, path, error }
    }
}
