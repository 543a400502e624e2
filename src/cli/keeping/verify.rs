//! `kantel verify DIR`: computes a result anew, all of it or some samples, and holds every file against it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::super::args::VerifyArgs;
use super::super::compare::{Job, Screen, execute, stop};
use super::super::printing::emit;
use super::place::{ALTERED, GONE, INSIDE, Keeping, differences, failure, header, manifest, of_file, of_this_process};
use super::resume::{again, go_to, without};
use crate::cli::Failure;
use crate::cli::tongue::spoken;
use crate::diagnostics::Diagnostic;
use crate::experiment::Simulator;
use crate::language::{Lang, Text, text};
use crate::report::folder::{Manifest, hex};
use crate::store::{Courses, StoreError};

/// `kantel verify`.
///
/// # Errors
/// Every file that is missing, was added or altered, or comes out otherwise.
pub(in crate::cli) fn verify(args: &VerifyArgs) -> Result<(), Failure> {
    let lang = spoken(args.lang);
    let dir = std::path::absolute(&args.dir).map_err(|error| failure(StoreError::Disk(args.dir.clone(), error)))?;
    let manifest = self::manifest(&dir)?;
    let mut problems = altered(&dir, &manifest);
    if !problems.is_empty() {
        return Err(Failure::Input(problems));
    }
    let told = if manifest.interrupted { as_far_as(&manifest) } else { manifest.command.clone() };
    let (study, output) = go_to(&manifest.folder, || again(&told, args.threads, &dir))?;
    let stored = Courses::open(&dir.join(INSIDE)).map_err(failure)?.courses;
    problems.extend(differences(stored.header(), &header(&study, &told, None), &dir));
    drop(stored);
    if !problems.is_empty() {
        return Err(Failure::Input(problems));
    }
    let place = Place::make()?;
    let store = place.0.join("verified.courses");
    let courses = Courses::begin(&store, header(&study, &told, None)).map_err(failure)?;
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
        memory: None,
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

const OTHERWISE: Text =
    Text::fixed("comes out otherwise when it is computed anew", "komt er opnieuw doorgerekend anders uit");

/// What differs between two results.
fn otherwise(dir: &Path, was: &BTreeMap<String, String>, is: &BTreeMap<String, String>) -> Vec<Diagnostic> {
    let names = was.keys().chain(is.keys().filter(|name| !was.contains_key(*name)));
    names.filter(|name| was.get(*name) != is.get(*name)).map(|name| of_file(dir, name, OTHERWISE)).collect()
}

/// The command line of as many samples and replicates as there are.
fn as_far_as(manifest: &Manifest) -> Vec<String> {
    let mut told = without(&manifest.command, &["--samples", "--replicates"]);
    let counts = [("--samples", manifest.samples), ("--replicates", manifest.replicates)];
    told.extend(counts.into_iter().flat_map(|(option, count)| [option.to_owned(), count.to_string()]));
    told
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
    courses.failure().map_or(Ok(courses.len()), |error| Err(failure(error)))
}

/// Whether a result's report is in Dutch.
fn is_dutch(dir: &Path) -> bool {
    fs::read_to_string(dir.join("report.html")).is_ok_and(|report| report.contains("<html lang=\"nl\">"))
}

/// A folder of one's own for what is computed anew, gone when it is not needed any more.
struct Place(PathBuf);

impl Place {
    fn make() -> Result<Self, Failure> {
        let path = of_this_process("verify", "");
        fs::create_dir_all(&path).map_err(|error| failure(StoreError::Disk(path.clone(), error)))?;
        Ok(Self(path))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}
