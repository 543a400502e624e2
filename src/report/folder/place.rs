//! Where a result goes: into a folder in the making first, so that what stands in its place is whole at every moment.
//!
//! A new result is made beside its place and renamed. A folder that exists stays the folder it is (it may be a link, a
//! mounted disk, or where somebody stands): the result is made inside it and its files are moved up. Nothing that
//! kantel did not write is ever removed.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::FolderError;
use super::columns::FILES;
use super::manifest::{KIND, Manifest};

const MANIFEST: &str = "manifest.json";

/// What systems leave in folders that people look at.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// A place that is taken, and the folder in the making.
#[derive(Debug)]
pub(super) struct Place {
    target: PathBuf,
    part: PathBuf,
    force: bool,
    /// Whether the target was there before: the folder in the making lies inside it then.
    stays: bool,
    /// Folders above the target that were made for it, deepest first.
    made: Vec<PathBuf>,
    /// Tells others that somebody is at work here; `None` where the system has no locks on folders.
    _lock: Option<File>,
}

impl Place {
    /// Takes a place if it may be taken, and makes the folder in the making. What killed programs left beside it goes.
    pub(super) fn take(target: &Path, force: bool) -> Result<Self, FolderError> {
        let stays = target.is_dir();
        let above = if stays { target } else { parent(target) };
        clear_left_behind(above);
        check(target, force, None)?;
        let missing: Vec<PathBuf> =
            above.ancestors().take_while(|p| !p.as_os_str().is_empty() && !p.exists()).map(Path::to_owned).collect();
        fs::create_dir_all(above).map_err(FolderError::disk("make", above))?;
        let name = target.file_name().unwrap_or("result".as_ref()).to_string_lossy();
        for number in 0..1_000 {
            let part = above.join(format!(".{name}.{}-{number}.part", std::process::id()));
            match fs::create_dir(&part) {
                Ok(()) => {}
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => continue,
                Err(error) => return Err(FolderError::Disk { action: "make", path: part, error }),
            }
            // Between making and locking, another program may have taken it for one that was left behind.
            let lock = File::open(&part).ok().map(|file| (file.try_lock(), file));
            let is_lost = lock.as_ref().is_some_and(|(got, _)| matches!(got, Err(TryLockError::WouldBlock)));
            if !is_lost && part.is_dir() {
                let lock = lock.map(|(_, file)| file);
                return Ok(Self { target: target.to_owned(), part, force, stays, made: missing, _lock: lock });
            }
        }
        Err(FolderError::Exists(above.to_owned()))
    }

    /// The folder in the making.
    pub(super) fn part(&self) -> &Path {
        &self.part
    }

    /// The place, as it was named.
    pub(super) fn target(&self) -> &Path {
        &self.target
    }

    /// The folder whose entries changed.
    pub(super) fn above(&self) -> &Path {
        if self.stays { &self.target } else { parent(&self.target) }
    }

    /// Puts the result in its place, if that may still be taken. What was there goes last, and comes back if a move
    /// fails.
    pub(super) fn fill(&self) -> Result<(), FolderError> {
        check(&self.target, self.force, Some(&self.part))?;
        let failed = || FolderError::disk("replace", &self.target);
        if !self.target.exists() {
            return fs::rename(&self.part, &self.target).map_err(failed());
        }
        let mut old = self.part.as_os_str().to_owned();
        old.push(".old");
        let old = PathBuf::from(old);
        fs::create_dir(&old).map_err(failed())?;
        let mut moved: Vec<(PathBuf, PathBuf)> = Vec::new();
        if let Err(error) = self.exchange(&old, &mut moved) {
            // If this fails too, both are still there.
            for (from, to) in moved.iter().rev() {
                let _ = fs::rename(to, from);
            }
            let _ = fs::remove_dir(&old);
            return Err(failed()(error));
        }
        fs::remove_dir_all(&old).map_err(FolderError::disk("remove", &old))?;
        fs::remove_dir_all(&self.part).map_err(FolderError::disk("remove", &self.part))
    }

    /// Moves what is in the target to `old`, its manifest first, and what was made to the target, its manifest last.
    fn exchange(&self, old: &Path, moved: &mut Vec<(PathBuf, PathBuf)>) -> std::io::Result<()> {
        let mut there = entries(&self.target)?;
        there.retain(|path| path.file_name() != self.part.file_name() && path.file_name() != old.file_name());
        there.sort_by_key(|path| !path.ends_with(MANIFEST));
        let mut new = entries(&self.part)?;
        new.sort_by_key(|path| path.ends_with(MANIFEST));
        for (paths, to) in [(there, old), (new, self.target.as_path())] {
            for path in paths {
                let to = to.join(path.file_name().unwrap_or_default());
                fs::rename(&path, &to)?;
                moved.push((path, to));
            }
        }
        Ok(())
    }

    /// Removes what was made. Nobody is left to tell if this fails too; a folder above it that is filled stays.
    pub(super) fn leave(&self) {
        let _ = fs::remove_dir_all(&self.part);
        for folder in &self.made {
            let _ = fs::remove_dir(folder);
        }
    }
}

fn parent(target: &Path) -> &Path {
    target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn entries(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect()
}

/// Refuses a target that must not be taken. `part` is one's own folder in the making.
fn check(target: &Path, force: bool, part: Option<&Path>) -> Result<(), FolderError> {
    let own = |path: &PathBuf| part.is_some_and(|part| part.file_name() == path.file_name());
    match entries(target) {
        Ok(found) if found.iter().all(|path| own(path) || is_litter(path)) => Ok(()),
        Ok(_) if !force => Err(FolderError::Exists(target.to_owned())),
        Ok(_) => {
            let Some(manifest) = manifest(target) else { return Err(FolderError::Foreign(target.to_owned())) };
            let mut foreign = Vec::new();
            collect_foreign(target, "", &manifest, part, &mut foreign)?;
            foreign.sort();
            if foreign.is_empty() { Ok(()) } else { Err(FolderError::Mixed(target.to_owned(), foreign)) }
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let is_link = fs::symlink_metadata(target).is_ok_and(|metadata| metadata.is_symlink());
            if is_link { Err(FolderError::Dangling(target.to_owned())) } else { Ok(()) }
        }
        // A file in its place; one above it is the disk's refusal.
        Err(_) if target.exists() && !target.is_dir() => Err(FolderError::Foreign(target.to_owned())),
        Err(error) => Err(FolderError::Disk { action: "read", path: target.to_owned(), error }),
    }
}

/// The manifest of a result; `None` if the folder holds none.
fn manifest(folder: &Path) -> Option<Manifest> {
    let text = fs::read_to_string(folder.join(MANIFEST)).ok()?;
    serde_json::from_str::<Manifest>(&text).ok().filter(|manifest| manifest.kind == KIND)
}

fn is_litter(path: &Path) -> bool {
    LITTER.iter().any(|name| path.ends_with(name))
}

/// The files below a folder that its manifest does not name, as paths within the result. A link is a file.
fn collect_foreign(
    folder: &Path,
    within: &str,
    manifest: &Manifest,
    part: Option<&Path>,
    foreign: &mut Vec<String>,
) -> Result<(), FolderError> {
    for path in entries(folder).map_err(FolderError::disk("read", folder))? {
        let name = path.file_name().unwrap_or_default();
        if part.is_some_and(|part| part.file_name() == Some(name)) || is_litter(&path) {
            continue;
        }
        let within = format!("{within}{}", name.to_string_lossy());
        let kind = fs::symlink_metadata(&path).map_err(FolderError::disk("read", &path))?;
        if kind.is_dir() {
            collect_foreign(&path, &format!("{within}/"), manifest, part, foreign)?;
        } else if within != MANIFEST && !manifest.outputs.contains_key(&within) {
            foreign.push(within);
        }
    }
    Ok(())
}

/// Removes folders in the making whose program was killed: of the name and with the files of one, locked by nobody, and
/// of a process that is not there. What cannot be told or removed stays.
fn clear_left_behind(folder: &Path) {
    for path in entries(folder).unwrap_or_default() {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_folder = fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_dir());
        let Some(process) = process_of(&name).filter(|_| is_folder && holds_only_results(&path)) else { continue };
        // Where the system shows its processes: one of another machine or container is told by its lock alone.
        let lives = Path::new("/proc").join(process).exists();
        let Ok(lock) = File::open(&path) else { continue };
        if !lives && lock.try_lock().is_ok() {
            let _ = fs::remove_dir_all(&path);
        }
    }
}

/// The number of the process in the name of a folder in the making, `.NAME.PROCESS-NUMBER.part`.
fn process_of(name: &str) -> Option<&str> {
    let (_, numbers) = name.strip_prefix('.')?.strip_suffix(".part")?.rsplit_once('.')?;
    let (process, number) = numbers.split_once('-')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    (is_number(process) && is_number(number)).then_some(process)
}

/// Whether a folder holds nothing but what a result has at its top.
fn holds_only_results(folder: &Path) -> bool {
    let others = ["scenarios", "figures", "report.html", "DATA_DICTIONARY.md", MANIFEST];
    let known = |name: &str| FILES.iter().any(|f| f.name == name) || others.contains(&name);
    let names = entries(folder).unwrap_or_default();
    names.iter().all(|path| path.file_name().is_some_and(|name| known(&name.to_string_lossy())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_in_the_making_are_told_by_their_name() {
        assert_eq!(process_of(".a.b.123-0.part"), Some("123"));
        for other in [".x.123-0.part.old", "x.123-0.part", ".x.123.part", ".x.-0.part", ".123-0.part", ".x.1a-0.part"] {
            assert_eq!(process_of(other), None, "{other}");
        }
    }
}
