//! A result that is no comparison: a few files and the manifest, in the same kind of folder.

use std::path::{Path, PathBuf};

use super::FolderError;
use super::draft::{hashes, write_bytes};
use super::manifest::Manifest;
use super::place::Place;

/// A folder in the making of which nobody knows the files. Dropped before it is published, it leaves nothing.
#[derive(Debug)]
pub struct Bare {
    place: Place,
}

impl Bare {
    /// Takes the place, if it may be taken.
    ///
    /// # Errors
    /// If the target exists (see [`FolderError`]) or the disk fails.
    pub fn create(target: &Path, force: bool) -> Result<Self, FolderError> {
        Ok(Self { place: Place::take(target, force)? })
    }

    /// Writes bytes to a file of the folder.
    ///
    /// # Errors
    /// If the disk fails.
    pub fn write_bytes(&self, name: &str, bytes: &[u8]) -> Result<(), FolderError> {
        write_bytes(self.place.part(), name, bytes)
    }

    /// Makes the folder appear in its place, complete, with a manifest that has the hashes of all files. Gives the
    /// place.
    ///
    /// # Errors
    /// If the target has appeared meanwhile or the disk fails.
    pub fn publish(mut self, manifest: Manifest) -> Result<PathBuf, FolderError> {
        let manifest = Manifest { outputs: hashes(self.place.part())?, ..manifest };
        self.place.publish(&manifest.to_text()?, true)?;
        Ok(self.place.target().to_owned())
    }
}
