//! `kantel compare --shard i/n`: the courses of a part of the samples, for `kantel merge`.

use std::convert::Infallible;
use std::path::Path;

use super::super::compare::{Bar, stop, unkept_failure};
use super::super::printing::emit;
use super::place::{INSIDE, failure, header, missing, open};
use crate::cli::Failure;
use crate::diagnostics::Diagnostic;
use crate::experiment::{RunError, Simulator, Sink, run_draws};
use crate::language::{Lang, text};
use crate::observation::Trajectory;
use crate::store::{Courses, Kept, Shard};
use crate::study::Study;

/// What is to be computed, and where it goes.
pub(in crate::cli) struct Part<'a> {
    /// The whole study.
    pub(in crate::cli) study: &'a Study,
    /// Which part of its samples.
    pub(in crate::cli) shard: Shard,
    /// The folder of the part.
    pub(in crate::cli) dir: &'a Path,
    /// The command line.
    pub(in crate::cli) command: &'a [String],
    /// The language of messages.
    pub(in crate::cli) lang: Lang,
    /// No progress bar.
    pub(in crate::cli) quiet: bool,
}

/// Computes the courses of a part that are not in its folder yet.
///
/// # Errors
/// If the folder holds something else, the disk fails, or it is interrupted; what was computed is kept.
pub(in crate::cli) fn shard(part: &Part<'_>) -> Result<(), Failure> {
    let path = part.dir.join(INSIDE);
    let now = header(part.study, part.command, Some(part.shard));
    let courses = if path.exists() {
        let courses = open(&path, part.lang)?;
        let mut problems = super::place::differences(courses.header(), &now, &path);
        if courses.header().shard != Some(part.shard) {
            let other = courses.header().shard.map_or_else(|| "1/1".to_owned(), |shard| shard.to_string());
            let message = text!("is of part {other}", "is van deel {other}");
            let file = path.display().to_string();
            problems.push(Diagnostic { file, message, ..Diagnostic::default() });
        }
        if !problems.is_empty() {
            return Err(Failure::Input(problems));
        }
        courses
    } else {
        begin(part.dir, &path, now)?
    };
    let plan = part.study.plan();
    let due: Vec<_> = missing(part.study, &courses).into_iter().filter(|draw| part.shard.holds(draw.sample)).collect();
    let stop = stop()?;
    let each = plan.resident_years();
    let bar = Bar::new(part.quiet, part.lang, due.len() as u64 * plan.scenarios.len() as u64 * each);
    let run = run_draws(plan, &due, &Kept::new(&Simulator, &courses), &mut Nobody, &stop, &bar.part(each));
    bar.clear();
    if let Some(error) = courses.failure() {
        return Err(failure(error));
    }
    run.map_err(|error: RunError<Infallible>| unkept_failure(error))?;
    let (samples, whole) = (plan.experiment().samples, part.shard);
    let own = (0..samples).filter(|sample| whole.holds(*sample)).count();
    if own == 0 {
        let said = text!(
            "part {whole} has none of the {samples} samples: of so few, only the first {samples} parts have any",
            "deel {whole} heeft geen van de {samples} werelden: bij zo weinig hebben alleen de eerste {samples} delen \
             er een"
        );
        crate::cli::printing::remark(&format!("{}: {}", crate::cli::check::note(part.lang), said.of(part.lang)));
    }
    let dir = part.dir.display();
    let said = text!(
        "{dir}: part {whole}, {own} of {samples} samples; kantel merge puts the parts together\n",
        "{dir}: deel {whole}, {own} van {samples} werelden; kantel merge voegt de delen samen\n"
    );
    emit(said.of(part.lang))
}

/// A new folder with an empty store.
fn begin(dir: &Path, path: &Path, header: crate::store::Header) -> Result<Courses, Failure> {
    let disk = |error| failure(crate::store::StoreError::Disk(dir.to_owned(), error));
    let is_there = std::fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some());
    if is_there || dir.is_file() {
        let message = text!("exists already, and is no part of a study", "bestaat al, en is geen deel van een studie");
        return Err(Failure::Input(vec![Diagnostic {
            file: dir.display().to_string(),
            message,
            ..Diagnostic::default()
        }]));
    }
    std::fs::create_dir_all(dir).map_err(disk)?;
    Courses::begin(path, header).map_err(failure)
}

/// Courses go into the store; nobody else takes them.
struct Nobody;

impl Sink for Nobody {
    type Error = Infallible;

    fn deliver(&mut self, _: &Trajectory) -> Result<(), Infallible> {
        Ok(())
    }
}
