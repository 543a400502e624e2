//! Writing a result folder: every file into a folder in the making, which goes to its place when it is published.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::columns::{FileColumns, WEEKLY, YEARLY};
use super::hex::hex;
use super::manifest::{Manifest, ScenarioEntry};
use super::place::Place;
use super::stream::Stream;
use super::tables::{self, FileTable};
use super::{FolderError, claim, dictionary, disk, districts, dutch, flows, lives, persons};
use crate::experiment::{Comparison, Draw, FlowRow, Lives, PersonsRow, Plan, Results, Sink, unique_names};
use crate::observation::{Cell, Field, Series, Trajectory};
use crate::report::data::DistrictFigure;
use crate::scenario::{DESIGN_FILE, world_differences};

/// A result folder in the making. Dropped, it leaves what was published and nothing else.
#[derive(Debug)]
pub struct Draft {
    names: Vec<String>,
    /// The series written, with their positions in a trajectory.
    series: Vec<(usize, Series)>,
    yearly: Option<Stream>,
    weekly: Option<Stream>,
    /// The draws that it is of.
    draws: Vec<Draw>,
    /// Whether the tables are written in Dutch too.
    dutch: bool,
    entries: Vec<ScenarioEntry>,
    /// The hash of every file that was published.
    outputs: BTreeMap<String, String>,
    /// Last: files are closed before their folder goes.
    place: Place,
}

impl Draft {
    /// Starts a folder for a plan: checks the target, and writes everything that is known before a simulation runs.
    /// `texts` are the scenarios in full, in the order of the plan.
    ///
    /// # Errors
    /// If the target exists (see [`FolderError`]) or the disk fails.
    pub fn create(target: &Path, force: bool, plan: &Plan, texts: &[String]) -> Result<Self, FolderError> {
        let place = Place::take(target, force)?;
        let mut draft = Self {
            place,
            names: plan.scenarios.iter().map(|s| s.name.clone()).collect(),
            series: plan.kept().into_iter().map(|i| (i, plan.series[i].clone())).collect(),
            yearly: None,
            weekly: None,
            draws: Vec::new(),
            dutch: false,
            entries: Vec::new(),
            outputs: BTreeMap::new(),
        };
        draft.yearly = Some(draft.stream(YEARLY)?);
        if plan.base().output.weekly {
            draft.weekly = Some(draft.stream(WEEKLY)?);
        }
        draft.write_plan(plan, texts)?;
        Ok(draft)
    }

    /// Writes everything that is known without a simulation: once more where the plan has other draws than at first.
    ///
    /// # Errors
    /// If the disk fails.
    pub fn write_plan(&mut self, plan: &Plan, texts: &[String]) -> Result<(), FolderError> {
        self.draws = plan.draws();
        self.write_scenarios(plan, texts)?;
        self.write_table(&tables::samples(plan))?;
        self.write_table(&tables::indicators(plan))?;
        self.write_text("DATA_DICTIONARY.md", &dictionary::data_dictionary(plan))
    }

    /// Asks for the tables in Dutch too, in [`super::DUTCH`].
    pub fn also_in_dutch(&mut self, dutch: bool) {
        self.dutch = dutch;
    }

    /// Where files are collected for the next time that they are published. It moves then.
    pub fn dir(&self) -> &Path {
        self.place.part()
    }

    /// Where it will be.
    pub fn target(&self) -> &Path {
        self.place.target()
    }

    /// Writes a text to a file of the folder.
    ///
    /// # Errors
    /// If the disk fails.
    pub fn write_text(&self, name: &str, text: &str) -> Result<(), FolderError> {
        self.write_bytes(name, text.as_bytes())
    }

    /// Writes bytes to a file of the folder.
    ///
    /// # Errors
    /// If the disk fails.
    pub fn write_bytes(&self, name: &str, bytes: &[u8]) -> Result<(), FolderError> {
        write_bytes(self.dir(), name, bytes)
    }

    /// Writes what comes bit by bit to a file of the folder.
    ///
    /// # Errors
    /// If the disk fails.
    pub fn write_bit_by_bit(
        &self,
        name: &str,
        write: impl FnOnce(&mut BufWriter<File>) -> std::io::Result<()>,
    ) -> Result<(), FolderError> {
        let path = self.dir().join(name);
        let failed = |error| FolderError::Disk { action: "write", path: path.clone(), error };
        let mut to = BufWriter::new(disk::create(&path).map_err(failed)?);
        write(&mut to).and_then(|()| to.flush()).map_err(failed)
    }

    /// Writes every series by year, over samples.
    ///
    /// # Errors
    /// If the disk fails.
    pub fn write_summary(&self, plan: &Plan, results: &Results) -> Result<(), FolderError> {
        self.write_table(&tables::summary(plan, results))
    }

    /// Writes every file about differences.
    ///
    /// # Errors
    /// If the disk fails.
    pub fn write_comparisons(&self, comparisons: &[Comparison]) -> Result<(), FolderError> {
        tables::comparisons(comparisons).iter().try_for_each(|table| self.write_table(table))
    }

    /// Writes the household that was followed, and how it was drawn.
    ///
    /// # Errors
    /// If the disk fails.
    pub fn write_lives(&self, lives: &Lives) -> Result<(), FolderError> {
        lives::tables(lives).iter().try_for_each(|table| self.write_table(table))
    }

    /// Writes the figures of each district, where several were simulated beside each other.
    ///
    /// # Errors
    /// If the disk fails.
    pub fn write_districts(&self, districts: &[DistrictFigure]) -> Result<(), FolderError> {
        self.write_table(&districts::table(districts))
    }

    /// Writes the flows between doors, services and accounts.
    ///
    /// # Errors
    /// As [`Draft::write_persons`].
    pub fn write_flows(&self, flows: &[FlowRow]) -> Result<(), FolderError> {
        self.write_table(&flows::table(flows))
    }

    /// Writes what is told of persons and households.
    ///
    /// # Errors
    /// If the disk fails.
    pub fn write_persons(&self, told: &[PersonsRow]) -> Result<(), FolderError> {
        self.write_table(&persons::table(told))
    }

    /// Makes the folder appear in its place, complete and valid with what was written so far, and stays open: files
    /// written afterwards replace those of the same name, or are added, when this is called again. Ended at any moment,
    /// the folder is the one or the other, or is made so by whoever comes next. Completes the manifest with the
    /// scenarios and the hashes of all files, and makes sure that everything is on the disk. Gives the place.
    ///
    /// The long tables are closed the first time: no trajectory can be delivered after it.
    ///
    /// # Errors
    /// If the target has appeared meanwhile or the disk fails. What was published before is left as it is; if it
    /// fails while files are exchanged, the next run or reading does the rest.
    pub fn publish(&mut self, mut manifest: Manifest) -> Result<PathBuf, FolderError> {
        for stream in [self.yearly.take(), self.weekly.take()].into_iter().flatten() {
            let path = stream.path().to_owned();
            if !path.exists() {
                return Err(FolderError::Gone(self.dir().to_owned()));
            }
            stream.finish(&self.draws).map_err(FolderError::disk("write", &path))?;
        }
        if self.dutch {
            dutch::write(self.dir(), self.dir())?;
        }
        manifest.scenarios.clone_from(&self.entries);
        let is_first = self.outputs.is_empty();
        self.outputs.extend(hashes(self.dir())?);
        manifest.outputs.clone_from(&self.outputs);
        self.place.publish(&manifest.to_text()?, is_first)?;
        Ok(self.place.target().to_owned())
    }

    /// Publishes and closes.
    ///
    /// # Errors
    /// As [`Draft::publish`].
    pub fn finish(mut self, manifest: Manifest) -> Result<PathBuf, FolderError> {
        self.publish(manifest)
    }

    fn write_scenarios(&mut self, plan: &Plan, texts: &[String]) -> Result<(), FolderError> {
        // Two names may become the same file on a system that folds case.
        self.entries.clear();
        if let Some(design) = &plan.experiment().design {
            self.write_text(&format!("scenarios/{DESIGN_FILE}"), &design.text())?;
        }
        let stems: Vec<String> = self.names.iter().map(|name| file_stem(name)).collect();
        let stems = unique_names(stems.iter().map(String::as_str));
        for (position, ((scenario, text), stem)) in plan.scenarios.iter().zip(texts).zip(stems).enumerate() {
            let file = format!("scenarios/{stem}.toml");
            self.write_text(&file, text)?;
            self.entries.push(ScenarioEntry {
                name: scenario.name.clone(),
                title: scenario.title.clone(),
                title_nl: scenario.title_nl.clone(),
                other_world: world_differences(plan.base(), scenario),
                closure: if position == 0 { String::new() } else { plan.closure(position).key().to_owned() },
                file,
                text: text.clone(),
                sha256: hex(&Sha256::digest(text.as_bytes())),
            });
        }
        Ok(())
    }

    fn write_table(&self, (file, table): &FileTable) -> Result<(), FolderError> {
        let path = self.dir().join(file.name);
        let failed = |error| FolderError::Disk { action: "write", path: path.clone(), error };
        let to = BufWriter::new(disk::create(&path).map_err(failed)?);
        table.write(to).and_then(|mut to| to.flush()).map_err(failed)
    }

    fn stream(&self, file: FileColumns) -> Result<Stream, FolderError> {
        Stream::create(self.dir(), file).map_err(FolderError::disk("write", &self.dir().join(file.name)))
    }

    /// Writes the values of a trajectory at each of its times.
    fn write_rows(&mut self, trajectory: &Trajectory, weekly: bool) -> Result<(), FolderError> {
        let Some(stream) = (if weekly { &mut self.weekly } else { &mut self.yearly }) else { return Ok(()) };
        let times: &[Vec<Cell>] = if weekly { &trajectory.weeks } else { &trajectory.years };
        let (series, name) = (&self.series, self.names[trajectory.scenario].as_str());
        let rows = times.iter().enumerate().flat_map(|(time, cells)| {
            series.iter().map(move |(position, series)| {
                [
                    Field::from(name),
                    trajectory.sample.into(),
                    trajectory.replicate.into(),
                    (time as u32 + 1).into(),
                    series.indicator.as_str().into(),
                    series.group.as_str().into(),
                    cells.get(*position).and_then(|cell| cell.value()).into(),
                    series.unit.into(),
                ]
            })
        });
        let draw = Draw { sample: trajectory.sample, replicate: trajectory.replicate };
        let written = stream.write(draw, rows);
        written.map_err(|error| FolderError::Disk { action: "write", path: stream.path().to_owned(), error })
    }
}

/// Writes the years (and weeks, on request) of each trajectory as it comes: memory does not grow with samples.
///
/// # Panics
/// If one comes after [`Draft::publish`]: its tables are closed.
impl Sink for Draft {
    type Error = FolderError;

    fn deliver(&mut self, trajectory: &Trajectory) -> Result<(), FolderError> {
        assert!(self.yearly.is_some(), "no trajectory comes after the folder was published");
        self.write_rows(trajectory, false)?;
        self.write_rows(trajectory, true)
    }
}

/// Changes files of a result that is there, complete at every moment: its report, for one; and writes its tables in
/// Dutch too, if asked to. The manifest's hashes follow.
///
/// # Errors
/// [`FolderError::Busy`] if another program is writing it; else if the disk fails.
pub fn amend(dir: &Path, mut manifest: Manifest, files: &[(String, Vec<u8>)], dutch: bool) -> Result<(), FolderError> {
    let mut place = Place::take_result(dir)?;
    for (name, bytes) in files {
        write_bytes(place.part(), name, bytes)?;
    }
    if dutch {
        dutch::write(dir, place.part())?;
    }
    manifest.outputs.extend(hashes(place.part())?);
    place.publish(&manifest.to_text()?, false)
}

pub(super) fn write_bytes(dir: &Path, name: &str, bytes: &[u8]) -> Result<(), FolderError> {
    let top = name.split('/').next().unwrap_or_default();
    debug_assert!(claim::is_of_result(top), "{top} is to be named in OTHERS of claim.rs");
    if !dir.is_dir() {
        return Err(FolderError::Gone(dir.to_owned()));
    }
    let path = dir.join(name);
    if let Some(parent) = path.parent() {
        disk::make_all(parent).map_err(FolderError::disk("make", parent))?;
    }
    disk::write(&path, bytes).map_err(FolderError::disk("write", &path))
}

/// A name as a file name: letters, digits, `.`, `_` and `-`, in lower case.
pub fn file_stem(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || "._-".contains(c) { c.to_ascii_lowercase() } else { '-' };
    let stem: String = name.chars().map(plain).collect();
    if stem.trim_matches('.').is_empty() { format!("scenario{stem}") } else { stem }
}

/// The hash of every file below a folder by its path within it, after it is on the disk.
pub(super) fn hashes(dir: &Path) -> Result<BTreeMap<String, String>, FolderError> {
    let names = disk::files(dir).map_err(FolderError::disk("read", dir))?;
    names.into_iter().map(|name| hash_and_sync(&dir.join(&name)).map(|hash| (name, hash))).collect()
}

/// The SHA-256 of a file, after it is on the disk.
pub(super) fn hash_and_sync(path: &Path) -> Result<String, FolderError> {
    let failed = |error| FolderError::Disk { action: "write", path: path.to_owned(), error };
    // Windows flushes only what is open for writing.
    let mut file = OpenOptions::new().read(true).write(true).open(path).map_err(failed)?;
    disk::sync_file(&file).map_err(failed)?;
    let (mut hash, mut buffer) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        let n = file.read(&mut buffer).map_err(failed)?;
        if n == 0 {
            return Ok(hex(&hash.finalize()));
        }
        hash.update(&buffer[..n]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_makes_a_file_name() {
        assert_eq!(file_stem("Wijk 3/../x"), "wijk-3-..-x");
        assert_eq!(file_stem(".."), "scenario..");
        assert_eq!(file_stem(""), "scenario");
    }

    #[test]
    fn hashes_are_those_of_the_standard() {
        // FIPS 180-4 example: SHA-256 of "abc".
        let hash = hex(&Sha256::digest(b"abc"));
        assert_eq!(hash, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
