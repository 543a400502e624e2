//! From one complete state of a folder to the next, ended at any moment by a kill.
//!
//! A folder in the making is complete as soon as it holds a manifest, which it gets last and by a rename: from then on
//! it is the list of what is to be done. Whoever comes after a killed program does the rest of it, or undoes it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::claim::{self, Owner};
use super::manifest::{KIND, MANIFEST, Manifest, NEW_MANIFEST};
use super::{FolderError, disk};

/// What somebody comes for who finds an exchange that a killed program began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    /// To write a result where none may be.
    Fill,
    /// To replace a result.
    Replace,
    /// To read one.
    Read,
}

/// The manifest of a result; `None` if the folder holds none.
pub(super) fn manifest(folder: &Path) -> Option<Manifest> {
    let text = fs::read_to_string(folder.join(MANIFEST)).ok()?;
    serde_json::from_str::<Manifest>(&text).ok().filter(|manifest| manifest.kind == KIND)
}

/// Whether files are being exchanged in a folder.
pub(super) fn is_exchanging(target: &Path) -> bool {
    claim::found_inside(target).iter().any(|part| manifest(part).is_some())
}

/// Makes a folder in the making complete: everything in it is on the disk, and what is in it counts.
pub(super) fn complete(part: &Path, manifest: &str) -> Result<(), FolderError> {
    let path = part.join(NEW_MANIFEST);
    let act = || {
        disk::write(&path, manifest.as_bytes())?;
        // Windows flushes only what is open for writing.
        disk::sync_file(&fs::OpenOptions::new().write(true).open(&path)?)?;
        disk::sync_all(part)?;
        disk::rename(&path, &part.join(MANIFEST))?;
        disk::sync(part)
    };
    act().map_err(FolderError::disk("write", &path))
}

/// Brings what is complete in `part` to its place in `target`, the manifest last; what only the old result had goes.
/// Begun again after a kill, it does the rest.
pub(super) fn forward(part: &Path, target: &Path) -> Result<(), FolderError> {
    let Some(new) = manifest(part) else { return Ok(()) };
    let old = manifest(target).map(|manifest| manifest.outputs).unwrap_or_default();
    let mut waiting = disk::files(part).map_err(FolderError::disk("read", part))?;
    waiting.retain(|name| name != MANIFEST);
    let mut foreign = waiting.clone();
    foreign.retain(|name| fs::symlink_metadata(target.join(name)).is_ok() && !old.contains_key(name));
    if !foreign.is_empty() {
        return Err(FolderError::Mixed(target.to_owned(), foreign));
    }
    let act = || {
        let gone = old.keys().filter(|name| !new.outputs.contains_key(*name));
        for path in gone.map(|name| target.join(name)).filter(|path| fs::symlink_metadata(path).is_ok()) {
            disk::remove(&path)?;
        }
        drop_empty_folders(&old, target);
        for name in &waiting {
            move_file(&part.join(name), &target.join(name))?;
        }
        disk::sync_all(target)?;
        disk::rename(&part.join(MANIFEST), &target.join(MANIFEST))?;
        disk::sync(target)
    };
    act().map_err(FolderError::disk("replace", target))
}

/// Takes back what [`forward`] has brought to a folder that held no result before, and removes `part`.
fn backward(part: &Path, target: &Path) -> Result<(), FolderError> {
    let Some(new) = manifest(part) else { return Ok(()) };
    let act = || {
        for name in new.outputs.keys() {
            let (home, moved) = (part.join(name), target.join(name));
            if fs::symlink_metadata(&home).is_err() && fs::symlink_metadata(&moved).is_ok() {
                move_file(&moved, &home)?;
            }
        }
        drop_empty_folders(&new.outputs, target);
        // From here on nothing in it counts.
        disk::remove(&part.join(MANIFEST))
    };
    act().map_err(FolderError::disk("clear", target))
}

fn move_file(from: &Path, to: &Path) -> std::io::Result<()> {
    disk::make_all(to.parent().unwrap_or(to))?;
    disk::rename(from, to)
}

/// Removes the folders of a result's files that have become empty.
fn drop_empty_folders(outputs: &BTreeMap<String, String>, target: &Path) {
    let folders = outputs.keys().filter_map(|name| name.rsplit_once('/')).map(|(folder, _)| folder);
    let mut folders: Vec<&str> = folders.collect();
    folders.dedup();
    for dir in folders.into_iter().map(|folder| target.join(folder)) {
        if disk::entries(&dir).is_ok_and(|entries| entries.is_empty()) {
            // It stays where this fails, and does no harm.
            let _ = disk::remove_empty(&dir);
        }
    }
}

/// Ends what killed programs began inside a folder, and clears what they left there.
///
/// # Errors
/// [`FolderError::Busy`] if a program that lives is at work there; when reading, only while it exchanges files.
pub(super) fn settle(target: &Path, aim: Aim) -> Result<(), FolderError> {
    for part in claim::found_inside(target) {
        let is_complete = || manifest(&part).is_some();
        let lock = match claim::lasting_owner(&part) {
            Owner::Lives if aim == Aim::Read && !is_complete() => continue,
            Owner::Lives => return Err(FolderError::Busy(target.to_owned())),
            Owner::Gone(lock) => Some(lock),
            // An exchange takes a moment: one that is found is most likely a dead program's.
            Owner::Unknown if is_complete() => None,
            Owner::Unknown => continue,
        };
        if is_complete() {
            let is_undone = aim == Aim::Fill && manifest(target).is_none();
            if is_undone { backward(&part, target)? } else { forward(&part, target)? }
        }
        claim::clear(&part);
        drop(lock);
    }
    Ok(())
}
