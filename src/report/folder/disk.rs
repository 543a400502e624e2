//! What a result folder changes on the disk, in one place: a test ends the program before any of these changes.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Makes a folder that must not be there yet.
pub(super) fn make(dir: &Path) -> io::Result<()> {
    step()?;
    fs::create_dir(dir)
}

/// Makes a folder and those above it, as far as they are missing.
pub(super) fn make_all(dir: &Path) -> io::Result<()> {
    if dir.as_os_str().is_empty() || dir.is_dir() {
        return Ok(());
    }
    step()?;
    fs::create_dir_all(dir)
}

/// Makes an empty file, or empties one.
pub(super) fn create(path: &Path) -> io::Result<File> {
    step()?;
    File::create(path)
}

/// Writes bytes into a file.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = create(path)?;
    step()?;
    file.write_all(bytes)
}

/// Gives a file or folder another name; a file of that name goes.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    step()?;
    fs::rename(from, to)
}

/// Removes a file.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    step()?;
    fs::remove_file(path)
}

/// Removes an empty folder.
pub(super) fn remove_empty(dir: &Path) -> io::Result<()> {
    step()?;
    fs::remove_dir(dir)
}

/// Removes a folder with all that is in it.
pub(super) fn remove_all(dir: &Path) -> io::Result<()> {
    for path in entries(dir)? {
        if fs::symlink_metadata(&path)?.is_dir() {
            remove_all(&path)?;
        } else {
            remove(&path)?;
        }
    }
    remove_empty(dir)
}

/// What is in a folder.
pub(super) fn entries(dir: &Path) -> io::Result<Vec<PathBuf>> {
    fs::read_dir(dir)?.map(|entry| entry.map(|e| e.path())).collect()
}

/// Every file below a folder as its path within it, with `/`, in order.
pub(super) fn files(dir: &Path) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    for path in entries(dir)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // What somebody else has removed since the folder was read is not there.
        let below = match fs::symlink_metadata(&path) {
            Ok(metadata) if metadata.is_dir() => files(&path),
            Ok(_) => {
                found.push(name);
                continue;
            }
            Err(error) => Err(error),
        };
        match below {
            Ok(below) => found.extend(below.into_iter().map(|within| format!("{name}/{within}"))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    found.sort();
    Ok(found)
}

/// Makes sure that the entries of a folder and those in it are on the disk, where the system can.
pub(super) fn sync_all(dir: &Path) -> io::Result<()> {
    for path in entries(dir)? {
        if fs::symlink_metadata(&path)?.is_dir() {
            sync_all(&path)?;
        }
    }
    sync(dir)
}

/// The same for the folder alone.
pub(super) fn sync(dir: &Path) -> io::Result<()> {
    if cfg!(unix) { sync_file(&File::open(dir)?) } else { Ok(()) }
}

/// Makes sure that a file is on the disk. A test does not lose power.
pub(super) fn sync_file(file: &File) -> io::Result<()> {
    if cfg!(test) { Ok(()) } else { file.sync_all() }
}

#[cfg(not(test))]
#[expect(clippy::unnecessary_wraps, reason = "a test ends the program here")]
const fn step() -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
pub(super) use ending::{changes_until, step};

#[cfg(test)]
mod ending {
    use std::cell::Cell;
    use std::io;

    thread_local! {
        /// Changes that this thread may still make, and those it has made.
        static LEFT: Cell<(u32, u32)> = const { Cell::new((u32::MAX, 0)) };
    }

    /// A change is about to be made. Once the program has ended, none is.
    pub(in super::super) fn step() -> io::Result<()> {
        let (left, made) = LEFT.get();
        let Some(left) = left.checked_sub(1) else { return Err(io::Error::other("the program was killed")) };
        LEFT.set((left, made + 1));
        Ok(())
    }

    /// Does something as a program that is killed before its change number `most` (from 0): from then on it changes
    /// nothing more, whatever it tries, clearing up included. Gives the changes made.
    pub(in super::super) fn changes_until(most: u32, act: impl FnOnce()) -> u32 {
        LEFT.set((most, 0));
        act();
        LEFT.replace((u32::MAX, 0)).1
    }
}
