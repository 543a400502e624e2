//! Where a result goes: into a folder in the making first, so that what stands in its place is whole at every moment.
//!
//! A new result is made beside its place and renamed. A folder that exists stays the folder it is (it may be a link, a
//! mounted disk, or where somebody stands): the result is made inside it and its files are moved up. Nothing that
//! kantel did not write is ever removed.

use std::path::{Path, PathBuf};

use super::claim::{self, Claim, parent};
use super::exchange::{self, Aim};
use super::manifest::MANIFEST;
use super::manifest::Manifest;
use super::{FolderError, disk};

/// A place that is taken, and the folder in the making.
#[derive(Debug)]
pub(super) struct Place {
    target: PathBuf,
    claim: Claim,
    /// Whether a result that is there may be replaced.
    force: bool,
    /// Whether the folder in the making lies inside the target.
    is_inside: bool,
    /// Folders above the target that were made for it, deepest first.
    made: Vec<PathBuf>,
}

impl Place {
    /// Takes a place if it may be taken, and makes the folder in the making. What killed programs left goes.
    pub(super) fn take(target: &Path, force: bool) -> Result<Self, FolderError> {
        claim::clear_left_beside(target);
        let stays = target.is_dir();
        if stays {
            exchange::settle(target, if force { Aim::Replace } else { Aim::Fill })?;
        }
        if claim::is_claimed_beside(target) {
            return Err(FolderError::Busy(target.to_owned()));
        }
        check(target, force)?;
        let above = if stays { target } else { parent(target) };
        let missing: Vec<PathBuf> =
            above.ancestors().take_while(|p| !p.as_os_str().is_empty() && !p.exists()).map(Path::to_owned).collect();
        disk::make_all(above).map_err(FolderError::disk("make", above))?;
        let claim = Claim::make(target, stays)?;
        Ok(Self { target: target.to_owned(), claim, force, is_inside: stays, made: missing })
    }

    /// Takes a result, to change some of its files.
    pub(super) fn take_result(target: &Path) -> Result<Self, FolderError> {
        exchange::settle(target, Aim::Replace)?;
        let claim = Claim::make(target, true)?;
        Ok(Self { target: target.to_owned(), claim, force: true, is_inside: true, made: Vec::new() })
    }

    /// The folder in the making.
    pub(super) fn part(&self) -> &Path {
        &self.claim.dir
    }

    /// The place, as it was named.
    pub(super) fn target(&self) -> &Path {
        &self.target
    }

    /// Puts what was made in its place, for the first time if that may still be taken. The folder in the making is
    /// empty afterwards, and inside the place.
    pub(super) fn publish(&mut self, manifest: &str, is_first: bool) -> Result<(), FolderError> {
        if is_first {
            check(&self.target, self.force)?;
        } else if !self.target.exists() {
            return Err(FolderError::Gone(self.target.clone()));
        } else if exchange::manifest(&self.target).is_none() {
            return Err(FolderError::Foreign(self.target.clone()));
        }
        if !self.is_inside && self.target.exists() {
            self.move_inside()?;
        }
        exchange::complete(self.part(), manifest)?;
        if self.is_inside { exchange::forward(self.part(), &self.target) } else { self.appear() }
    }

    /// Moves the folder in the making into a folder that has come into its place.
    fn move_inside(&mut self) -> Result<(), FolderError> {
        let inside = Claim::make(&self.target, true)?;
        disk::rename(&self.claim.dir, &inside.dir).map_err(FolderError::disk("replace", &self.target))?;
        self.claim.dir = inside.dir;
        self.is_inside = true;
        Ok(())
    }

    /// Renames the folder in the making to its place. The next one is in it already: nobody else takes the place.
    fn appear(&mut self) -> Result<(), FolderError> {
        let mut next = Claim::make(&self.claim.dir, true)?;
        disk::rename(&self.claim.dir, &self.target).map_err(FolderError::disk("replace", &self.target))?;
        next.dir = self.target.join(next.dir.file_name().unwrap_or_default());
        self.claim = next;
        self.is_inside = true;
        let above = parent(&self.target);
        disk::sync(above).map_err(FolderError::disk("write", above))
    }
}

/// Removes what was made and not published; a folder above it that is filled stays.
impl Drop for Place {
    fn drop(&mut self) {
        // An exchange that failed half-way is ended by whoever comes next.
        if self.is_inside && exchange::manifest(self.part()).is_some() {
            return;
        }
        // Nobody is left to tell if this fails too.
        let _ = disk::remove_all(self.part());
        for folder in &self.made {
            let _ = disk::remove_empty(folder);
        }
    }
}

/// Whether a place is free for a new result: nothing is there, and nobody makes something for it.
pub fn is_free(target: &Path) -> bool {
    !target.exists() && !claim::is_claimed_beside(target)
}

/// Refuses a target that must not be taken.
fn check(target: &Path, force: bool) -> Result<(), FolderError> {
    match disk::entries(target) {
        Ok(found) if found.iter().all(|path| claim::is_inside_name(path) || claim::is_litter(path)) => Ok(()),
        Ok(_) if !force => Err(FolderError::Exists(target.to_owned())),
        Ok(_) => {
            let Some(manifest) = exchange::manifest(target) else {
                return Err(FolderError::Foreign(target.to_owned()));
            };
            let foreign = foreign(target, &manifest)?;
            if foreign.is_empty() { Ok(()) } else { Err(FolderError::Mixed(target.to_owned(), foreign)) }
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let is_link = std::fs::symlink_metadata(target).is_ok_and(|metadata| metadata.is_symlink());
            if is_link { Err(FolderError::Dangling(target.to_owned())) } else { Ok(()) }
        }
        // A file in its place; one above it is the disk's refusal.
        Err(_) if target.exists() && !target.is_dir() => Err(FolderError::Foreign(target.to_owned())),
        Err(error) => Err(FolderError::Disk { action: "read", path: target.to_owned(), error }),
    }
}

/// The files below a result that its manifest does not name, as paths within it. A link is a file.
fn foreign(target: &Path, manifest: &Manifest) -> Result<Vec<String>, FolderError> {
    let mut names = disk::files(target).map_err(FolderError::disk("read", target))?;
    names.retain(|name| {
        let path = Path::new(name);
        let is_own = name == MANIFEST || manifest.outputs.contains_key(name);
        let is_made = path.iter().next().is_some_and(|first| claim::is_inside_name(Path::new(first)));
        !is_own && !is_made && !claim::is_litter(path)
    });
    Ok(names)
}
