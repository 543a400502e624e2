//! Result folders that are done, as studies that can go on: their scenarios, and the courses that they keep.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::place::{ALTERED, GONE, INSIDE, failure, manifest, of_file, of_this_process, open};
use crate::cli::Failure;
use crate::diagnostics::Diagnostic;
use crate::language::{Lang, Text, text};
use crate::report::folder::{Input, Manifest, ScenarioEntry, hex};
use crate::scenario::{Given, Overrides};
use crate::simulation::MODEL_VERSION;
use crate::store::Courses;
use crate::study::{Options, Study};

/// A result folder that is done.
pub(in crate::cli) struct Finished {
    /// Where it is, as the user named it.
    pub(in crate::cli) dir: PathBuf,
    /// How it came about.
    pub(in crate::cli) manifest: Manifest,
}

/// A scenario of such a folder: its file, and its name there.
type Arm = (String, String);

impl Finished {
    /// The folders by their names.
    ///
    /// # Errors
    /// If one is no result, or is named more than once: a problem each.
    pub(in crate::cli) fn all(dirs: &[PathBuf]) -> Result<Vec<Self>, Failure> {
        let (mut folders, mut problems, mut seen) = (Vec::new(), Vec::new(), Vec::new());
        for dir in dirs {
            let whole = std::fs::canonicalize(dir).unwrap_or_else(|_| dir.clone());
            if seen.contains(&whole) {
                let message = Text::fixed("is named more than once", "is meer dan eens genoemd");
                problems.push(Diagnostic { file: dir.display().to_string(), message, ..Diagnostic::default() });
                continue;
            }
            seen.push(whole);
            match Self::one(dir) {
                Ok(folder) => folders.push(folder),
                Err(Failure::Input(more)) => problems.extend(more),
                Err(other) => return Err(other),
            }
        }
        if problems.is_empty() { Ok(folders) } else { Err(Failure::Input(problems)) }
    }

    /// A folder by its name.
    ///
    /// # Errors
    /// If it is no result that has courses.
    pub(in crate::cli) fn one(dir: &Path) -> Result<Self, Failure> {
        let manifest = manifest(dir)?;
        let has_courses = !manifest.scenarios.is_empty() && manifest.sweep.is_none();
        if has_courses {
            Ok(Self { dir: dir.to_owned(), manifest })
        } else {
            Err(Failure::Input(vec![of_no_courses(dir)]))
        }
    }

    /// Its courses.
    ///
    /// # Errors
    /// If there are none, they were altered, or the disk fails.
    pub(in crate::cli) fn courses(&self, lang: Lang) -> Result<Courses, Failure> {
        let path = self.dir.join(INSIDE);
        if path.exists() { open(&path, lang) } else { Err(Failure::Input(vec![of_no_courses(&self.dir)])) }
    }

    /// Whether this program can compute its courses again; the problem if it cannot.
    pub(in crate::cli) fn other_version(&self) -> Option<Diagnostic> {
        let then = &self.manifest.model_version;
        (*then != MODEL_VERSION.to_string()).then(|| Diagnostic {
            file: self.dir.display().to_string(),
            message: text!(
                "is of version {then} of the model, and this is {MODEL_VERSION}: its courses would be others now",
                "is van versie {then} van het model, en dit is {MODEL_VERSION}: de verlopen zouden nu anders zijn"
            ),
            ..Diagnostic::default()
        })
    }

    /// Its scenarios, the base first: their files in the folder.
    fn arms(&self) -> Vec<Arm> {
        let path = |entry: &ScenarioEntry| self.dir.join(&entry.file).display().to_string();
        self.manifest.scenarios.iter().map(|entry| (path(entry), entry.name.clone())).collect()
    }

    /// Files whose names begin in a way that are not what was written, and what is wrong with each.
    pub(in crate::cli) fn changed(&self, beginning: &str) -> Vec<(&str, Text)> {
        let of = |(name, hash): (&'_ String, &String)| match std::fs::read(self.dir.join(name)) {
            Ok(bytes) if hex(&Sha256::digest(&bytes)) == *hash => None,
            Ok(_) => Some(ALTERED),
            Err(_) => Some(GONE),
        };
        let files = self.manifest.outputs.iter().filter(|(name, _)| name.starts_with(beginning));
        files.filter_map(|file| Some((file.0.as_str(), of(file)?))).collect()
    }

    /// Files of its scenarios that are not what was written.
    fn altered(&self) -> Vec<Diagnostic> {
        let changed = self.changed("scenarios/").into_iter();
        changed.map(|(name, why)| of_file(&self.dir, name, why)).collect()
    }

    /// Its study, from its own scenarios.
    ///
    /// # Errors
    /// If its scenarios were altered, or cannot be read any more.
    pub(in crate::cli) fn study(&self) -> Result<Study, Failure> {
        let altered = self.altered();
        if !altered.is_empty() {
            return Err(Failure::Input(altered));
        }
        let options = Options { loop_samples: 0, lives: false, ..Options::default() };
        let overrides = Overrides { worlds_may_differ: true, ..Overrides::default() };
        loaded(&self.arms(), &overrides, &options)
    }
}

/// The study of scenarios in folders, under the names that they have there.
fn loaded(arms: &[Arm], overrides: &Overrides, options: &Options) -> Result<Study, Failure> {
    let given: Vec<Given<'_>> = arms.iter().map(|(source, name)| Given::Moved { source, name, set: &[] }).collect();
    Study::load_given(&given, overrides, options).map_err(Failure::Input)
}

/// The study of the arms of folders: the first folder's base against every other scenario that is in any of them, each
/// once, in the order of the folders.
///
/// # Errors
/// If they are not of one world or of another version of the model, or their scenarios were altered.
pub(in crate::cli) fn study_of_results(
    dirs: &[PathBuf],
    worlds_may_differ: bool,
    options: &Options,
) -> Result<Study, Failure> {
    let folders = Finished::all(dirs)?;
    let problems: Vec<Diagnostic> =
        folders.iter().flat_map(|folder| folder.other_version().into_iter().chain(folder.altered())).collect();
    if !problems.is_empty() {
        return Err(Failure::Input(problems));
    }
    let (mut arms, mut taken): (Vec<Arm>, Vec<String>) = (Vec::new(), Vec::new());
    for folder in &folders {
        for (place, (entry, arm)) in folder.manifest.scenarios.iter().zip(folder.arms()).enumerate() {
            // What a base says of closure holds for no comparison.
            let text = if place == 0 { unclosed(&entry.text) } else { entry.text.clone() };
            if !taken.contains(&text) {
                taken.push(text);
                arms.push(arm);
            }
        }
    }
    if arms.len() < 2 {
        return Err(Failure::Input(vec![one_arm(dirs)]));
    }
    let overrides = Overrides { worlds_may_differ, ..Overrides::default() };
    let study = loaded(&arms, &overrides, options)?;
    let mut sources: Vec<Input> = Vec::new();
    for source in folders.iter().flat_map(|folder| &folder.manifest.inputs) {
        if sources.iter().all(|other| other.name != source.name) {
            sources.push(source.clone());
        }
    }
    let worlds = folders.first().map(|folder| folder.manifest.worlds.clone()).unwrap_or_default();
    Ok(study.read_from(sources, worlds))
}

/// A scenario's text without its closure.
fn unclosed(text: &str) -> String {
    text.lines().filter(|line| !line.starts_with("closure = ")).collect::<Vec<_>>().join("\n")
}

/// The courses of several folders in one place of this process alone, gone when it ends: the folders stay as they are.
pub(in crate::cli) struct Gathered {
    /// All of them.
    pub(in crate::cli) courses: Courses,
    path: PathBuf,
}

impl Gathered {
    /// Copies the courses of folders.
    ///
    /// # Errors
    /// If a folder has none, they were altered, or the disk fails.
    pub(in crate::cli) fn of(dirs: &[PathBuf], lang: Lang) -> Result<Self, Failure> {
        let path = of_this_process("results", ".courses");
        drop(std::fs::remove_file(&path));
        let courses = Courses::begin(&path, crate::store::Header::default()).map_err(failure)?;
        let gathered = Self { courses, path };
        for folder in Finished::all(dirs)? {
            gathered.courses.take_from(&folder.courses(lang)?).map_err(failure)?;
        }
        Ok(gathered)
    }
}

impl Drop for Gathered {
    fn drop(&mut self) {
        drop(std::fs::remove_file(&self.path));
    }
}

fn of_no_courses(dir: &Path) -> Diagnostic {
    Diagnostic {
        file: dir.display().to_string(),
        message: Text::fixed("has no courses", "heeft geen verlopen"),
        allowed: text!(
            "a result of kantel compare or kantel run, with {INSIDE}",
            "een resultaat van kantel compare of kantel run, met {INSIDE}"
        ),
        ..Diagnostic::default()
    }
}

fn one_arm(dirs: &[PathBuf]) -> Diagnostic {
    let file = dirs.first().map(|dir| dir.display().to_string()).unwrap_or_default();
    let message = Text::fixed(
        "there is one scenario in all of these, and nothing to compare it with",
        "hierin staat samen maar één scenario, en niets om het mee te vergelijken",
    );
    Diagnostic { file, message, ..Diagnostic::default() }
}
