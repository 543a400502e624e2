//! The file of a store: opened by one process at a time, read whole once, and appended to.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::key::Key;
use super::record::{FIRST, Header, Unreadable, course, framed, payload, places};
use crate::diagnostics::of_system;
use crate::language::{Text, text};
use crate::observation::Trajectory;

/// Why a store cannot be used.
#[derive(Debug)]
pub enum StoreError {
    /// Another process has it open.
    Busy(PathBuf),
    /// It is no store, or of another form.
    NoStore(PathBuf),
    /// It was altered, from a byte on.
    Altered(PathBuf, usize),
    /// It was removed while it was in use.
    Gone(PathBuf),
    /// The disk or its permissions.
    Disk(PathBuf, io::Error),
}

impl StoreError {
    fn disk(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |error| Self::Disk(path, error)
    }

    /// What is wrong and what to do, in a sentence without a full stop.
    pub fn said(&self) -> Text {
        match self {
            Self::Busy(path) => {
                let path = path.display();
                text!("{path}: another kantel is working on it", "{path}: een andere kantel is ermee bezig")
            }
            Self::NoStore(path) => {
                let path = path.display();
                text!("{path} holds no courses of kantel", "{path} bevat geen doorgerekende verlopen van kantel")
            }
            Self::Altered(path, at) => {
                let path = path.display();
                text!(
                    "{path} was altered, from byte {at} on: nothing in it is used; move it away and begin anew",
                    "{path} is veranderd, vanaf byte {at}: niets ervan wordt gebruikt; zet het weg en begin opnieuw"
                )
            }
            Self::Gone(path) => {
                let path = path.display();
                text!(
                    "{path} has gone while kantel was at work: was a folder removed, or a disk taken out? Nothing is \
                     left to go on with",
                    "{path} verdween terwijl kantel bezig was. Is er een map weggehaald, of een schijf? Er is niets om \
                     mee verder te gaan"
                )
            }
            Self::Disk(path, error) => {
                let (path, why) = (path.display(), of_system(error));
                text!("{path}: {why}", "{path}: {why}"; why)
            }
        }
    }
}

/// A store that was opened, and how much of it was left out because whoever wrote it was killed.
#[derive(Debug)]
pub struct Opened {
    /// The store.
    pub courses: Courses,
    /// Bytes that were begun and not ended.
    pub left_out: usize,
}

/// A store of courses. It is this process's alone as long as it is open, and takes courses from any thread.
#[derive(Debug)]
pub struct Courses {
    path: PathBuf,
    header: Header,
    inner: Mutex<Inner>,
}

#[derive(Debug)]
struct Inner {
    file: File,
    /// Where each course lies, and how long it is.
    places: BTreeMap<Key, (u64, usize)>,
    end: u64,
    /// Why the last course could not be kept.
    failed: Option<StoreError>,
}

impl Courses {
    /// Begins a store where there is none.
    ///
    /// # Errors
    /// If there is something, or the disk fails.
    pub fn begin(path: &Path, header: Header) -> Result<Self, StoreError> {
        let file = OpenOptions::new().read(true).write(true).create_new(true).open(path);
        let file = file.map_err(StoreError::disk(path))?;
        lock(&file, path)?;
        let head = serde_json::to_vec(&header).map_err(|e| StoreError::Disk(path.to_owned(), e.into()))?;
        let bytes = [FIRST.to_vec(), framed(&head)].concat();
        let mut inner = Inner { file, places: BTreeMap::new(), end: 0, failed: None };
        let begun = inner.append(&bytes).and_then(|()| inner.file.sync_all());
        if let Err(error) = begun {
            // Nothing to go on with is left.
            drop(std::fs::remove_file(path));
            return Err(StoreError::Disk(path.to_owned(), error));
        }
        Ok(Self { path: path.to_owned(), header, inner: Mutex::new(inner) })
    }

    /// Opens a store to go on with it. What was begun and not ended is cut off.
    ///
    /// # Errors
    /// If another process has it, it is none, it was altered, or the disk fails.
    pub fn open(path: &Path) -> Result<Opened, StoreError> {
        let file = OpenOptions::new().read(true).write(true).open(path).map_err(StoreError::disk(path))?;
        lock(&file, path)?;
        let (header, mut inner, left_out) = read(file, path)?;
        if left_out > 0 {
            inner.file.set_len(inner.end).map_err(StoreError::disk(path))?;
        }
        inner.file.seek(SeekFrom::End(0)).map_err(StoreError::disk(path))?;
        Ok(Opened { courses: Self { path: path.to_owned(), header, inner: Mutex::new(inner) }, left_out })
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it is of.
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// How many courses it has.
    pub fn len(&self) -> usize {
        self.inner().places.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The names of its courses, in order.
    pub fn keys(&self) -> Vec<Key> {
        self.inner().places.keys().copied().collect()
    }

    /// Whether it has a course.
    pub fn has(&self, key: &Key) -> bool {
        self.inner().places.contains_key(key)
    }

    /// A course; `None` if it is not there or cannot be read any more, and so has to be computed.
    pub fn get(&self, key: &Key) -> Option<Trajectory> {
        course(&self.inner().payload(key)?)
    }

    /// Keeps a course: it is in the file when this returns. What cannot be written is told by [`Courses::failure`].
    /// Whether it could be kept.
    pub fn keep(&self, key: Key, found: &Trajectory) -> bool {
        let record = framed(&payload(key, found));
        let mut inner = self.inner();
        if inner.failed.is_some() {
            return false;
        }
        if inner.places.contains_key(&key) {
            return true;
        }
        let at = inner.end + super::record::BEFORE as u64;
        match inner.append(&record) {
            // A file that has no name any more takes whatever is written to it.
            Ok(()) if !self.path.exists() => {
                inner.failed = Some(StoreError::Gone(self.path.clone()));
                false
            }
            Ok(()) => {
                inner.places.insert(key, (at, record.len() - super::record::BEFORE));
                true
            }
            Err(error) => {
                inner.failed = Some(StoreError::Disk(self.path.clone(), error));
                false
            }
        }
    }

    /// Copies what another store has and this one lacks.
    ///
    /// # Errors
    /// If the disk fails.
    pub fn take_from(&self, other: &Self) -> Result<(), StoreError> {
        for key in other.keys().into_iter().filter(|key| !self.has(key)) {
            if let Some(found) = other.get(&key) {
                self.keep(key, &found);
            }
        }
        self.failure().map_or(Ok(()), Err)
    }

    /// Why courses are not kept any more, once: the disk is full, or has gone.
    pub fn failure(&self) -> Option<StoreError> {
        self.inner().failed.take()
    }

    /// Writes all of it in an order that does not depend on that in which courses came: a head, and the courses by
    /// name.
    ///
    /// # Errors
    /// If the disk fails.
    pub fn write_in_order(&self, header: &Header, to: &mut impl Write) -> io::Result<()> {
        to.write_all(FIRST)?;
        to.write_all(&framed(&serde_json::to_vec(header)?))?;
        for key in self.keys() {
            let payload = self.inner().payload(&key);
            if let Some(payload) = payload {
                to.write_all(&framed(&payload))?;
            }
        }
        Ok(())
    }

    fn inner(&self) -> std::sync::MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let written = self.file.write_all(bytes).and_then(|()| self.file.flush());
        if written.is_err() {
            // What is left of it would be in the way of what comes next.
            drop(self.file.set_len(self.end));
            drop(self.file.seek(SeekFrom::End(0)));
            return written;
        }
        self.end += bytes.len() as u64;
        Ok(())
    }

    /// The payload of a course, if it is what was written.
    fn payload(&mut self, key: &Key) -> Option<Vec<u8>> {
        let (at, len) = *self.places.get(key)?;
        let mut bytes = vec![0; len + super::record::BEFORE];
        self.file.seek(SeekFrom::Start(at - super::record::BEFORE as u64)).ok()?;
        let read = self.file.read_exact(&mut bytes);
        self.file.seek(SeekFrom::End(0)).ok()?;
        read.ok()?;
        let payload = bytes.split_off(super::record::BEFORE);
        (framed(&payload)[..super::record::BEFORE] == bytes[..] && payload.starts_with(&key.0)).then_some(payload)
    }
}

/// One process at a time.
fn lock(file: &File, path: &Path) -> Result<(), StoreError> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(std::fs::TryLockError::WouldBlock) => Err(StoreError::Busy(path.to_owned())),
        // A disk without locks has nobody to share with that could be seen.
        Err(std::fs::TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(()),
        Err(std::fs::TryLockError::Error(error)) => Err(StoreError::Disk(path.to_owned(), error)),
    }
}

/// What a file holds: its head, its courses, and how many bytes at its end were begun and not ended.
fn read(mut file: File, path: &Path) -> Result<(Header, Inner, usize), StoreError> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(StoreError::disk(path))?;
    let (found, whole) = places(&bytes).map_err(|why| match why {
        Unreadable::NoStore => StoreError::NoStore(path.to_owned()),
        Unreadable::Altered(at) => StoreError::Altered(path.to_owned(), at),
    })?;
    let Some((head, records)) = found.split_first() else { return Err(StoreError::NoStore(path.to_owned())) };
    let header = serde_json::from_slice(&bytes[head.at..head.at + head.len]);
    let header = header.map_err(|_| StoreError::NoStore(path.to_owned()))?;
    let places = records.iter().filter_map(|place| Some((place.key?, (place.at as u64, place.len)))).collect();
    Ok((header, Inner { file, places, end: whole as u64, failed: None }, bytes.len() - whole))
}
