//! Writing a result folder: every file into a folder in the making, which goes to its place at the end.

use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::columns::{FileColumns, WEEKLY, YEARLY};
use super::manifest::{Manifest, ScenarioEntry};
use super::place::Place;
use super::tables::{self, FileTable};
use super::{FolderError, dictionary, lives};
use crate::experiment::{Comparison, Lives, Plan, Results, Sink, unique_names};
use crate::observation::{Cell, Field, Series, TableWriter, Trajectory};

type Csv = TableWriter<BufWriter<File>>;

/// A result folder in the making. Dropped before [`Draft::finish`], it leaves nothing behind.
#[derive(Debug)]
pub struct Draft {
    place: Place,
    dir: PathBuf,
    names: Vec<String>,
    /// The series written, with their positions in a trajectory.
    series: Vec<(usize, Series)>,
    yearly: Option<Csv>,
    weekly: Option<Csv>,
    entries: Vec<ScenarioEntry>,
    done: bool,
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
            dir: place.part().to_owned(),
            place,
            names: plan.scenarios.iter().map(|s| s.name.clone()).collect(),
            series: plan.kept().into_iter().map(|i| (i, plan.series[i].clone())).collect(),
            yearly: None,
            weekly: None,
            entries: Vec::new(),
            done: false,
        };
        draft.yearly = Some(draft.csv(YEARLY)?);
        if plan.base().output.weekly {
            draft.weekly = Some(draft.csv(WEEKLY)?);
        }
        draft.write_scenarios(plan, texts)?;
        draft.write_table(&tables::samples(plan))?;
        draft.write_table(&tables::indicators(plan))?;
        draft.write_text("DATA_DICTIONARY.md", &dictionary::data_dictionary(plan))?;
        Ok(draft)
    }

    /// The folder as it is now: a renderer may add files to it.
    pub fn dir(&self) -> &Path {
        &self.dir
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
        let path = self.dir.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(FolderError::disk("make", parent))?;
        }
        fs::write(&path, text).map_err(FolderError::disk("write", &path))
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

    /// Completes the manifest with the scenarios and the hashes of all files, makes sure that everything is on the
    /// disk, and moves the folder to its place. Gives that place.
    ///
    /// # Errors
    /// If the target has appeared meanwhile or the disk fails; nothing is left behind then.
    pub fn finish(mut self, mut manifest: Manifest) -> Result<PathBuf, FolderError> {
        for (csv, file) in [(self.yearly.take(), YEARLY), (self.weekly.take(), WEEKLY)] {
            if let Some(csv) = csv {
                close(csv, &self.dir.join(file.name))?;
            }
        }
        manifest.scenarios.clone_from(&self.entries);
        for path in files(&self.dir)? {
            let name = path.strip_prefix(&self.dir).unwrap_or(&path);
            let name = name.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
            manifest.outputs.insert(name, hash_and_sync(&path)?);
        }
        let text = serde_json::to_string_pretty(&manifest).map_err(std::io::Error::from);
        let path = self.dir.join("manifest.json");
        self.write_text("manifest.json", &(text.map_err(FolderError::disk("write", &path))? + "\n"))?;
        hash_and_sync(&path)?;
        sync_tree(&self.dir)?;
        self.place.fill()?;
        self.done = true;
        sync_folder(self.place.above())?;
        Ok(self.place.target().to_owned())
    }

    fn write_scenarios(&mut self, plan: &Plan, texts: &[String]) -> Result<(), FolderError> {
        // Two names may become the same file on a system that folds case.
        let stems: Vec<String> = self.names.iter().map(|name| file_stem(name)).collect();
        let stems = unique_names(stems.iter().map(String::as_str));
        for (position, ((scenario, text), stem)) in plan.scenarios.iter().zip(texts).zip(stems).enumerate() {
            let file = format!("scenarios/{stem}.toml");
            self.write_text(&file, text)?;
            self.entries.push(ScenarioEntry {
                name: scenario.name.clone(),
                title: scenario.title.clone(),
                title_nl: scenario.title_nl.clone(),
                closure: if position == 0 { String::new() } else { plan.closure(position).key().to_owned() },
                file,
                text: text.clone(),
                sha256: hex(&Sha256::digest(text.as_bytes())),
            });
        }
        Ok(())
    }

    fn write_table(&self, (file, table): &FileTable) -> Result<(), FolderError> {
        let path = self.dir.join(file.name);
        let failed = |error| FolderError::Disk { action: "write", path: path.clone(), error };
        let to = BufWriter::new(File::create(&path).map_err(failed)?);
        table.write(to).and_then(|mut to| to.flush()).map_err(failed)
    }

    fn csv(&self, file: FileColumns) -> Result<Csv, FolderError> {
        let path = self.dir.join(file.name);
        let failed = |error| FolderError::Disk { action: "write", path: path.clone(), error };
        TableWriter::new(file.columns, BufWriter::new(File::create(&path).map_err(failed)?)).map_err(failed)
    }

    /// Writes the values of a trajectory at each of its times.
    fn write_rows(&mut self, trajectory: &Trajectory, weekly: bool) -> Result<(), FolderError> {
        let (csv, file) = if weekly { (&mut self.weekly, WEEKLY) } else { (&mut self.yearly, YEARLY) };
        let Some(csv) = csv else { return Ok(()) };
        let times: &[Vec<Cell>] = if weekly { &trajectory.weeks } else { &trajectory.years };
        for (time, cells) in times.iter().enumerate() {
            for (position, series) in &self.series {
                let row = [
                    Field::from(self.names[trajectory.scenario].as_str()),
                    trajectory.sample.into(),
                    trajectory.replicate.into(),
                    (time as u32 + 1).into(),
                    series.indicator.as_str().into(),
                    series.group.as_str().into(),
                    cells.get(*position).and_then(|cell| cell.value()).into(),
                    series.unit.into(),
                ];
                csv.row(&row).map_err(FolderError::disk("write", &self.dir.join(file.name)))?;
            }
        }
        Ok(())
    }
}

/// Writes the years (and weeks, on request) of each trajectory as it comes: memory does not grow with samples.
impl Sink for Draft {
    type Error = FolderError;

    fn deliver(&mut self, trajectory: &Trajectory) -> Result<(), FolderError> {
        self.write_rows(trajectory, false)?;
        self.write_rows(trajectory, true)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if self.done {
            return;
        }
        drop((self.yearly.take(), self.weekly.take()));
        self.place.leave();
    }
}

/// A name as a file name: letters, digits, `.`, `_` and `-`, in lower case.
pub fn file_stem(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || "._-".contains(c) { c.to_ascii_lowercase() } else { '-' };
    let stem: String = name.chars().map(plain).collect();
    if stem.trim_matches('.').is_empty() { format!("scenario{stem}") } else { stem }
}

fn close(csv: Csv, path: &Path) -> Result<(), FolderError> {
    csv.finish().and_then(|mut to| to.flush()).map_err(FolderError::disk("write", path))
}

/// Every file below a folder, in order of its path.
fn files(dir: &Path) -> Result<Vec<PathBuf>, FolderError> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).map_err(FolderError::disk("read", dir))? {
        let path = entry.map_err(FolderError::disk("read", dir))?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The SHA-256 of a file, after it is on the disk.
fn hash_and_sync(path: &Path) -> Result<String, FolderError> {
    let failed = |error| FolderError::Disk { action: "write", path: path.to_owned(), error };
    // Windows flushes only what is open for writing.
    let mut file = OpenOptions::new().read(true).write(true).open(path).map_err(failed)?;
    file.sync_all().map_err(failed)?;
    let (mut hash, mut buffer) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        let n = file.read(&mut buffer).map_err(failed)?;
        if n == 0 {
            return Ok(hex(&hash.finalize()));
        }
        hash.update(&buffer[..n]);
    }
}

/// Makes sure that the entries of a folder are on the disk, where the system can.
fn sync_folder(dir: &Path) -> Result<(), FolderError> {
    if cfg!(unix) {
        File::open(dir).and_then(|d| d.sync_all()).map_err(FolderError::disk("write", dir))?;
    }
    Ok(())
}

/// The same for a folder and those in it.
fn sync_tree(dir: &Path) -> Result<(), FolderError> {
    for entry in fs::read_dir(dir).map_err(FolderError::disk("read", dir))? {
        let path = entry.map_err(FolderError::disk("read", dir))?.path();
        if path.is_dir() {
            sync_tree(&path)?;
        }
    }
    sync_folder(dir)
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from(b"0123456789abcdef"[usize::from(value)]);
    bytes.iter().flat_map(|b| [digit(b >> 4), digit(b & 15)]).collect()
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
