//! The result folder of a study: its files, its place, and what stands in the manifest besides.

use std::path::{Path, PathBuf};

use super::super::Failure;
use super::job::Job;
use crate::diagnostics::Diagnostic;
use crate::experiment::Plan;
use crate::language::text;
use crate::report::folder::{Draft, FolderError, Manifest, WORKBOOK, file_stem, is_free};
use crate::report::{render, workbook};
use crate::scenario::write_merged;
use crate::study::{Note, Study};

/// What stands above a variant that was closed anew in every sample: no file by itself can say that.
const BY_SAMPLE: &str = "# Closed with the means of the uncertain numbers. The comparison closed it anew in every \
                         sample, with what both\n\
                         # scenarios drew: alone, this file does not run to the same numbers.\n";

/// The folder in which results go that nobody has named a place for.
pub(in crate::cli) const RESULTS: &str = "kantel-results";

/// Starts the folder of a job.
///
/// # Errors
/// If it may not go there, or the disk fails.
pub(super) fn begin(job: &Job) -> Result<Draft, Failure> {
    let study = &job.study;
    let target = job.out.clone().unwrap_or_else(|| default_target(Path::new(RESULTS), study.plan()));
    let mut draft = Draft::create(&target, job.force, study.plan(), &study.texts()).map_err(folder_failure)?;
    draft.also_in_dutch(job.csv.is_some());
    Ok(draft)
}

/// Writes everything about what has been computed.
///
/// # Errors
/// If the disk fails.
pub(super) fn write(study: &Study, draft: &mut Draft, job: &Job) -> Result<(), FolderError> {
    if study.plan().experiment() != job.study.plan().experiment() {
        draft.write_plan(study.plan(), &study.texts())?;
    }
    let data = study.read();
    draft.write_summary(study.plan(), study.results())?;
    if !data.comparisons.is_empty() {
        draft.write_comparisons(&data.comparisons)?;
    }
    if let Some(told) = &data.lives {
        draft.write_lives(told)?;
    }
    if !data.districts.is_empty() {
        draft.write_districts(&data.districts)?;
    }
    if !data.flows.is_empty() {
        draft.write_flows(&data.flows)?;
    }
    if !data.persons.is_empty() {
        draft.write_persons(&data.persons)?;
    }
    write_compared(study, draft)?;
    let book = workbook(&data, job.lang).map_err(FolderError::unpacked)?;
    draft.write_bytes(WORKBOOK, &book)?;
    let report = render(&data, job.lang);
    draft.write_text("report.html", &report.html)?;
    let mut figures = report.figures.iter();
    figures.try_for_each(|figure| draft.write_text(&format!("figures/{}.svg", figure.name), &figure.svg))
}

/// Writes each variant that closure changed a second time, as it was compared: alone it runs to the same numbers,
/// unless closure depends on uncertain numbers.
fn write_compared(study: &Study, draft: &Draft) -> Result<(), FolderError> {
    let given = study.given();
    let variants = given.iter().zip(&study.plan().scenarios).skip(1);
    variants.filter(|(given, compared)| given != compared).try_for_each(|(_, compared)| {
        let above = if compared.closing.is_some() { BY_SAMPLE } else { "" };
        let text = format!("{above}{}", write_merged(compared));
        draft.write_text(&format!("scenarios/{}-as-compared.toml", file_stem(&compared.name)), &text)
    })
}

/// What the manifest tells of a study and of the command; times and speed are left open.
pub(super) fn manifest(study: &Study, job: &Job) -> Manifest {
    let said = |changes: bool| -> Vec<String> {
        let notes = study.notes().iter().filter(|note| note.is_change() == changes);
        notes.map(|note: &Note| note.said().of(job.lang).to_owned()).collect()
    };
    Manifest {
        command: job.command.clone(),
        folder: std::env::current_dir().map(|dir| dir.display().to_string()).unwrap_or_default(),
        closure_notes: said(true),
        notes: said(false),
        inputs: study.sources().to_vec(),
        worlds: study.worlds().to_vec(),
        ..Manifest::of_plan(study.plan())
    }
}

/// `<base>-vs-<variant>` below a folder, with `-2`, `-3` if taken.
fn default_target(below: &Path, plan: &Plan) -> PathBuf {
    let names: Vec<String> = plan.scenarios.iter().map(|s| file_stem(&s.name)).collect();
    default_below(below, &names.join("-vs-"))
}

/// A name below a folder, with `-2`, `-3` if taken.
pub(in crate::cli) fn default_below(below: &Path, name: &str) -> PathBuf {
    let mut target = below.join(name);
    let mut number = 2;
    while !is_free(&target) {
        target = below.join(format!("{name}-{number}"));
        number += 1;
    }
    target
}

/// A target that may not be written to is the user's mistake; a disk that fails is not.
pub(in crate::cli) fn folder_failure(error: FolderError) -> Failure {
    let message = error.said();
    let input =
        |message| Failure::Input(vec![Diagnostic { file: "--out".to_owned(), message, ..Diagnostic::default() }]);
    match error {
        FolderError::Exists(_)
        | FolderError::Foreign(_)
        | FolderError::Mixed(..)
        | FolderError::Dangling(_)
        | FolderError::Busy(_) => input(message),
        FolderError::Disk { error, path, .. } if error.kind() == std::io::ErrorKind::NotADirectory => {
            let path = path.display();
            input(text!(
                "{path} cannot be a folder: a file stands in the way",
                "{path} kan geen map zijn: er staat een bestand in de weg"
            ))
        }
        FolderError::Gone(_) | FolderError::Disk { .. } | FolderError::Content { .. } => Failure::Surroundings(message),
    }
}
