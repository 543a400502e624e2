//! `kantel verify DIR`: computes a result anew, all of it or some samples, and holds every file against it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::super::args::VerifyArgs;
use super::super::compare::{Job, Screen, execute, stop};
use super::super::printing::emit;
use super::place::{INSIDE, Keeping, failure, header};
use super::resume::{Changes, again};
use crate::cli::Failure;
use crate::cli::tongue::spoken;
use crate::diagnostics::Diagnostic;
use crate::experiment::Simulator;
use crate::language::{Lang, Text, text};
use crate::report::folder::{MANIFEST, Manifest, hex};
use crate::store::{Courses, StoreError};

/// `kantel verify`.
///
/// # Errors
/// Every file that is missing, was added or altered, or comes out otherwise.
pub(in crate::cli) fn verify(args: &VerifyArgs) -> Result<(), Failure> {
    let lang = spoken(args.lang);
    let dir = std::path::absolute(&args.dir).map_err(|error| failure(StoreError::Disk(args.dir.clone(), error)))?;
    let manifest = manifest(&dir)?;
    let mut problems = altered(&dir, &manifest);
    if !problems.is_empty() {
        return Err(Failure::Input(problems));
    }
    let changes = Changes {
        samples: Some(manifest.samples).filter(|_| manifest.interrupted),
        replicates: Some(manifest.replicates).filter(|_| manifest.interrupted),
        threads: args.threads,
        ..Changes::default()
    };
    let (study, output) = again(&manifest.command, &changes, &dir)?;
    let place = Place::make()?;
    let store = place.0.join("verified.courses");
    let courses = Courses::begin(&store, header(&study, &manifest.command, None)).map_err(failure)?;
    let kept = match args.samples {
        Some(samples) => take_all_but(&courses, &dir, samples, manifest.samples)?,
        None => 0,
    };
    let written = if is_dutch(&dir) { Lang::Nl } else { Lang::En };
    let job = Job {
        study,
        out: Some(place.0.join("result")),
        force: false,
        lang: written,
        spoken: lang,
        csv: output.csv,
        quiet: true,
        verbose: false,
        command: manifest.command.clone(),
        keeping: Keeping::GoesOn(Arc::new(courses)),
    };
    let stop = stop()?;
    let (mut out, mut err) = (std::io::sink(), std::io::sink());
    let made = execute(&job, &Simulator, &stop, &mut Screen { out: &mut out, err: &mut err, live: None })?;
    problems.extend(otherwise(&dir, &manifest.outputs, &self::manifest(&made)?.outputs));
    if !problems.is_empty() {
        return Err(Failure::Input(problems));
    }
    let (files, dir) = (manifest.outputs.len(), args.dir.display());
    let said = match args.samples {
        None => text!(
            "{dir}: computed anew; {files} files are the same to the byte\n",
            "{dir}: opnieuw doorgerekend; {files} bestanden zijn tot op de byte gelijk\n"
        ),
        Some(samples) => text!(
            "{dir}: {samples} samples computed anew, {kept} courses taken from {INSIDE}; {files} files are the same to \
             the byte\n",
            "{dir}: {samples} werelden opnieuw doorgerekend, {kept} verlopen uit {INSIDE}; {files} bestanden zijn tot \
             op de byte gelijk\n"
        ),
    };
    emit(said.of(lang))
}

/// What differs from the hashes of the manifest: files that are not there, are others, or were added.
fn altered(dir: &Path, manifest: &Manifest) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (name, sha256) in &manifest.outputs {
        match fs::read(dir.join(name)) {
            Ok(bytes) if hex(&Sha256::digest(&bytes)) == *sha256 => {}
            Ok(_) => problems.push(of_file(dir, name, ALTERED)),
            Err(_) => problems.push(of_file(dir, name, GONE)),
        }
    }
    problems
}

const ALTERED: Text = Text::fixed("is not the file that was written", "is niet het bestand dat is weggeschreven");
const GONE: Text = Text::fixed("is missing", "ontbreekt");
const OTHERWISE: Text =
    Text::fixed("comes out otherwise when it is computed anew", "komt er opnieuw doorgerekend anders uit");

/// What differs between two results.
fn otherwise(dir: &Path, was: &BTreeMap<String, String>, is: &BTreeMap<String, String>) -> Vec<Diagnostic> {
    let names = was.keys().chain(is.keys().filter(|name| !was.contains_key(*name)));
    names.filter(|name| was.get(*name) != is.get(*name)).map(|name| of_file(dir, name, OTHERWISE)).collect()
}

fn of_file(dir: &Path, name: &str, message: Text) -> Diagnostic {
    Diagnostic { file: dir.join(name).display().to_string(), message, ..Diagnostic::default() }
}

/// The manifest of a result. Its tables are not read: they may have been altered so that they cannot be.
fn manifest(dir: &Path) -> Result<Manifest, Failure> {
    let text = fs::read(dir.join(MANIFEST)).map_err(|_| Failure::Input(vec![of_file(dir, MANIFEST, GONE)]))?;
    let found = serde_json::from_slice::<Manifest>(&text).ok().filter(Manifest::is_result);
    found.ok_or_else(|| Failure::Input(vec![of_file(dir, MANIFEST, ALTERED)]))
}

/// Takes the courses of a result but for those of so many samples, spread over all of them; gives how many were taken.
fn take_all_but(courses: &Courses, dir: &Path, samples: u32, of: u32) -> Result<usize, Failure> {
    let stored = Courses::open(&dir.join(INSIDE)).map_err(failure)?.courses;
    let chosen: Vec<u32> = (0..samples.min(of)).map(|i| i * of / samples.min(of).max(1)).collect();
    for key in stored.keys() {
        if let Some(course) = stored.get(&key).filter(|course| !chosen.contains(&course.sample)) {
            courses.keep(key, &course);
        }
    }
    courses
        .failure()
        .map_or(Ok(courses.len()), |error| Err(failure(StoreError::Disk(courses.path().to_owned(), error))))
}

/// Whether a result's report is in Dutch.
fn is_dutch(dir: &Path) -> bool {
    fs::read_to_string(dir.join("report.html")).is_ok_and(|report| report.contains("<html lang=\"nl\">"))
}

/// A folder of one's own for what is computed anew, gone when it is not needed any more.
struct Place(PathBuf);

impl Place {
    fn make() -> Result<Self, Failure> {
        let path = std::env::temp_dir().join(format!("kantel-verify-{}", std::process::id()));
        fs::create_dir_all(&path).map_err(|error| failure(StoreError::Disk(path.clone(), error)))?;
        Ok(Self(path))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}
