//! Folders in the making: their names, and who works in them.
//!
//! A result for a place where nothing is yet is made beside it, in `.NAME.kantel.part`; one for a folder that exists is
//! made inside it, in `.kantel.part`. The name is the claim: one program can make the folder, and holds a lock on it as
//! long as it lives. A folder of that name that nobody holds was left by a program that was killed.

use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::columns::FILES;
use super::manifest::{MANIFEST, NEW_MANIFEST};
use super::{DUTCH, FolderError, WORKBOOK, disk};

/// What systems leave in folders that people look at.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// What a result holds at its top beside its tables.
const OTHERS: [&str; 18] = [
    "courses.kantel",
    "scenarios",
    "figures",
    DUTCH,
    "report.html",
    WORKBOOK,
    "DATA_DICTIONARY.md",
    "validation.csv",
    "calibration.csv",
    "decides.csv",
    "targets.csv",
    "points.csv",
    "sweep.csv",
    "sensitivity.csv",
    "boxes.csv",
    "outcomes.csv",
    MANIFEST,
    NEW_MANIFEST,
];

/// How often a claim is tried: whoever clears takes a moment.
const TRIES: u32 = 20;

/// Between two of them.
const PAUSE: Duration = Duration::from_millis(5);

/// A folder in the making that this program alone works in.
#[derive(Debug)]
pub(super) struct Claim {
    /// The folder.
    pub(super) dir: PathBuf,
    /// Tells others that somebody is at work here; `None` where the system has no locks on folders.
    _lock: Option<File>,
}

/// Who works in a folder in the making.
pub(super) enum Owner {
    /// A program that lives.
    Lives,
    /// None any more. Nobody else takes it for left behind as long as the lock is held.
    Gone(File),
    /// The system has no locks on folders.
    Unknown,
}

impl Claim {
    /// Makes the folder in which the result for `target` is made: inside it if it `stays`, beside it if not.
    pub(super) fn make(target: &Path, stays: bool) -> Result<Self, FolderError> {
        let (above, name) = if stays { (target, String::new()) } else { (parent(target), name_of(target)) };
        let mut number = 0;
        for _ in 0..TRIES {
            let dir = above.join(name_in_the_making(&name, number));
            let is_made = match disk::make(&dir) {
                Ok(()) => true,
                Err(error) if error.kind() == ErrorKind::AlreadyExists => false,
                Err(error) => return Err(FolderError::Disk { action: "make", path: dir, error }),
            };
            // Whoever locks an empty one first has it, whoever made it: others may look at it before its maker does.
            let is_empty = || disk::entries(&dir).is_ok_and(|entries| entries.is_empty());
            match owner(&dir) {
                Owner::Gone(lock) if is_empty() => return Ok(Self { dir, _lock: Some(lock) }),
                Owner::Unknown if is_made && dir.is_dir() => return Ok(Self { dir, _lock: None }),
                Owner::Lives => std::thread::sleep(PAUSE),
                // Somebody else's files are in it, or nobody can tell.
                Owner::Gone(_) | Owner::Unknown => number += u32::from(dir.is_dir()),
            }
        }
        Err(FolderError::Busy(target.to_owned()))
    }
}

#[cfg(unix)]
fn is_same(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let both = file.metadata().ok().zip(fs::metadata(path).ok());
    both.is_some_and(|(one, other)| (one.dev(), one.ino()) == (other.dev(), other.ino()))
}

#[cfg(not(unix))]
fn is_same(_file: &File, path: &Path) -> bool {
    path.is_dir()
}

/// Who works in a folder in the making.
fn owner(dir: &Path) -> Owner {
    let Ok(file) = File::open(dir) else { return Owner::Unknown };
    match file.try_lock() {
        Ok(()) if is_same(&file, dir) => Owner::Gone(file),
        // Removed since, and perhaps made again by somebody else.
        Ok(()) | Err(TryLockError::WouldBlock) => Owner::Lives,
        Err(TryLockError::Error(_)) => Owner::Unknown,
    }
}

/// The same after a moment if need be: who clears what was left behind holds it for one.
pub(super) fn lasting_owner(dir: &Path) -> Owner {
    for _ in 1..TRIES {
        match owner(dir) {
            Owner::Lives => std::thread::sleep(PAUSE),
            other => return other,
        }
    }
    owner(dir)
}

/// Whether a program that lives is making a result beside this place.
pub(super) fn is_claimed_beside(target: &Path) -> bool {
    let name = name_of(target);
    let own = |path: &PathBuf| path.file_name().is_some_and(|n| maker_of(&n.to_string_lossy()) == Some(&name));
    found_in(parent(target)).iter().any(|dir| own(dir) && matches!(lasting_owner(dir), Owner::Lives))
}

/// The folders in the making inside a folder that are for it.
pub(super) fn found_inside(target: &Path) -> Vec<PathBuf> {
    let mut found = found_in(target);
    found.retain(|path| is_inside_name(path));
    found
}

fn found_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = disk::entries(folder).unwrap_or_default();
    found.retain(|path| {
        let is_named = path.file_name().is_some_and(|name| maker_of(&name.to_string_lossy()).is_some());
        is_named && fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_dir())
    });
    found.sort();
    found
}

/// Removes folders in the making whose program was killed and that are for a place beside them. What cannot be told or
/// removed stays.
pub(super) fn clear_left_beside(target: &Path) {
    for dir in found_in(parent(target)).into_iter().filter(|dir| !is_inside_name(dir)) {
        let Owner::Gone(_lock) = owner(&dir) else { continue };
        clear(&dir);
    }
}

/// Removes a folder in the making that is nobody's, if it holds nothing else than a result.
pub(super) fn clear(dir: &Path) {
    if holds_only_results(dir) {
        // Nobody is left to tell if this fails: the next run tries again.
        let _ = disk::remove_all(dir);
    }
}

/// Whether a folder holds nothing but what a result has at its top.
fn holds_only_results(folder: &Path) -> bool {
    let own = |path: &PathBuf| {
        is_inside_name(path) || is_litter(path) || path.file_name().is_some_and(|n| is_of_result(&n.to_string_lossy()))
    };
    disk::entries(folder).is_ok_and(|paths| paths.iter().all(own))
}

/// Whether a result may have something of this name at its top.
pub(super) fn is_of_result(name: &str) -> bool {
    FILES.iter().any(|f| f.name == name) || OTHERS.contains(&name)
}

/// Whether systems leave files of this name.
pub(super) fn is_litter(path: &Path) -> bool {
    LITTER.iter().any(|name| path.ends_with(name))
}

/// Whether something has the name of a folder in the making for the folder that it is in.
pub(super) fn is_inside_name(path: &Path) -> bool {
    path.file_name().is_some_and(|name| maker_of(&name.to_string_lossy()) == Some(""))
}

/// The folder above.
pub(super) fn parent(target: &Path) -> &Path {
    target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn name_of(target: &Path) -> String {
    target.file_name().unwrap_or("result".as_ref()).to_string_lossy().into_owned()
}

/// `.NAME.kantel.part`, or `.kantel.part` for the folder that it is in; further ones where that one cannot be told from
/// something else.
fn name_in_the_making(name: &str, number: u32) -> String {
    let number = if number == 0 { String::new() } else { format!("-{number}") };
    let dot = if name.is_empty() { "" } else { "." };
    format!("{dot}{name}.kantel{number}.part")
}

/// For whom a folder in the making of this name is: empty for the folder that it is in; `None` if it is no such name.
fn maker_of(name: &str) -> Option<&str> {
    let (name, kantel) = name.strip_suffix(".part")?.rsplit_once('.')?;
    let number = kantel.strip_prefix("kantel")?;
    let is_number =
        number.is_empty() || number.strip_prefix('-').is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()));
    if !is_number {
        return None;
    }
    if name.is_empty() { Some("") } else { name.strip_prefix('.').filter(|name| !name.is_empty()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_in_the_making_are_told_by_their_name() {
        for number in [0, 12] {
            for name in ["", "x", "a.b", "kantel", ".x"] {
                assert_eq!(maker_of(&name_in_the_making(name, number)), Some(name));
            }
        }
        for other in ["x.kantel.part", ".x.kantel.part.old", ".x.kantel-a.part", ".x.part", "kantel.part", "..kantel"] {
            assert_eq!(maker_of(other), None, "{other}");
        }
    }
}
