//! Where the store of a job lies, and what it is of.
//!
//! While a job runs, its store lies beside the result folder (`DIR.courses`); when it ends, it is put in order and goes
//! into the folder (`courses.kantel`). The store of a part of the draws lies in its folder from the beginning.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::cli::Failure;
use crate::diagnostics::Diagnostic;
use crate::experiment::Draw;
use crate::language::{Lang, Text, text};
use crate::report::folder::{Input, MANIFEST, Manifest, hex};
use crate::simulation::MODEL_VERSION;
use crate::store::{Courses, Header, Key, Shard, Source, StoreError};
use crate::study::Study;

/// What the store in a result folder is called.
pub(in crate::cli) const INSIDE: &str = "courses.kantel";

/// Something of this process alone, gone when it ends. In WebAssembly there are no processes to tell apart, and whoever
/// runs it gives each a folder (`TMPDIR`).
pub(in crate::cli) fn of_this_process(name: &str, ending: &str) -> PathBuf {
    if cfg!(target_os = "wasi") {
        let folder = std::env::var_os("TMPDIR").map_or_else(|| PathBuf::from("."), PathBuf::from);
        return folder.join(format!("kantel-{name}{ending}"));
    }
    std::env::temp_dir().join(format!("kantel-{name}-{}{ending}", std::process::id()))
}

/// What becomes of the courses of a job.
#[derive(Clone, Debug, Default)]
pub enum Keeping {
    /// They are not kept.
    #[default]
    Nothing,
    /// A store is begun for them.
    Begun,
    /// A store that is there goes on.
    GoesOn(Arc<Courses>),
}

/// Where the store lies as long as a result is in the making.
pub(in crate::cli) fn beside(target: &Path) -> PathBuf {
    // `.` has a name in the folder above.
    let target = std::path::absolute(target).unwrap_or_else(|_| target.to_owned());
    let mut name = target.file_name().unwrap_or_default().to_os_string();
    name.push(".courses");
    target.with_file_name(name)
}

/// What a study is, for its store.
pub(in crate::cli) fn header(study: &Study, command: &[String], shard: Option<Shard>) -> Header {
    let plan = study.plan();
    let key = |scenario| hex(&Key::of(plan.base(), scenario, 0, 0).0);
    let e = plan.experiment();
    let options = [
        ("loops", plan.loop_samples.to_string()),
        ("loop-residents", plan.loop_residents.to_string()),
        ("lives", plan.lives.to_string()),
        ("grows", plan.grows.to_string()),
        ("samples", e.samples.to_string()),
        ("replicates", e.replicates.to_string()),
        ("extra-replicate", plan.extra_replicate().to_string()),
    ];
    let here = std::env::current_dir().map(|dir| dir.display().to_string()).unwrap_or_default();
    let source = |source: &Input| Source { name: source.name.clone(), sha256: source.sha256.clone() };
    Header {
        model_version: MODEL_VERSION,
        kantel_version: env!("CARGO_PKG_VERSION").to_owned(),
        command: command.iter().skip(1).cloned().collect(),
        folder: here,
        scenarios: study.texts().into_iter().zip(&plan.scenarios).map(|(text, s)| (s.name.clone(), text)).collect(),
        keys: plan.scenarios.iter().map(key).collect(),
        options: options.map(|(name, value)| (name.to_owned(), value)).to_vec(),
        sources: study.sources().iter().map(source).collect(),
        shard,
    }
}

/// The same without what depends on place and time: what stands in a result folder.
pub(in crate::cli) fn anywhere(header: &Header) -> Header {
    Header { command: Vec::new(), folder: String::new(), ..header.clone() }
}

/// Begins the store of a job beside its result. One that somebody left there is replaced only by force.
///
/// # Errors
/// If there is one, or the disk fails.
pub(in crate::cli) fn begin(target: &Path, header: Header, force: bool) -> Result<Courses, Failure> {
    let path = beside(target);
    if path.exists() {
        // Whoever found no room for the first course left nothing to go on with.
        let is_empty = match Courses::open(&path) {
            Ok(opened) => opened.courses.is_empty(),
            Err(StoreError::NoStore(_)) => std::fs::metadata(&path).is_ok_and(|file| file.len() == 0),
            Err(_) => false,
        };
        if !force && !is_empty {
            return Err(left_there(target, &path));
        }
        // Somebody may be at work on it; whatever else is wrong with it does not matter any more.
        if let Err(why @ StoreError::Busy(_)) = Courses::open(&path) {
            return Err(failure(why));
        }
        std::fs::remove_file(&path).map_err(|error| failure(StoreError::Disk(path.clone(), error)))?;
    }
    Courses::begin(&path, header).map_err(failure)
}

/// Opens a store, and says what was left out of it.
///
/// # Errors
/// If it cannot be used.
pub(in crate::cli) fn open(path: &Path, lang: Lang) -> Result<Courses, Failure> {
    let opened = Courses::open(path).map_err(failure)?;
    if opened.left_out > 0 {
        let said = text!(
            "a course that was being written when the program was ended is computed again",
            "een verloop dat werd weggeschreven toen het programma stopte, wordt opnieuw doorgerekend"
        );
        crate::cli::printing::remark(&format!("{}: {}", crate::cli::check::note(lang), said.of(lang)));
    }
    Ok(opened.courses)
}

/// Why a store is not that of a study: the model, the scenarios and what is asked of them, one problem each. A store
/// may have fewer scenarios than the study.
pub(in crate::cli) fn differences(stored: &Header, now: &Header, file: &Path) -> Vec<Diagnostic> {
    let problem = |field: &str, message: Text| Diagnostic {
        file: file.display().to_string(),
        field: field.to_owned(),
        message,
        ..Diagnostic::default()
    };
    let (then, today) = (stored.model_version, now.model_version);
    if then != today {
        let said = text!(
            "is of version {then} of the model, and this is {today}: its courses would be others now",
            "is van versie {then} van het model, en dit is {today}: de verlopen zouden nu anders zijn"
        );
        return vec![problem("", said)];
    }
    let mut problems = Vec::new();
    for (i, (name, text_then)) in stored.scenarios.iter().enumerate() {
        let same = |key: &String| now.keys.get(i) == Some(key);
        if stored.keys.get(i).is_some_and(same) {
            continue;
        }
        let text_now = now.scenarios.get(i).map_or("", |(_, text)| text);
        let (then, today) = first_difference(text_then, text_now);
        let said = text!(
            "is not what it was: then `{then}`, now `{today}`; its courses would be others",
            "is niet meer wat het was: toen `{then}`, nu `{today}`; de verlopen zouden anders zijn"
        );
        problems.push(problem(name, said));
    }
    problems
}

/// The first line in which two texts differ, in both.
fn first_difference(then: &str, now: &str) -> (String, String) {
    let (mut a, mut b) = (then.lines(), now.lines());
    loop {
        match (a.next(), b.next()) {
            (None, None) => return (String::new(), String::new()),
            (x, y) if x == y => {}
            (x, y) => return (x.unwrap_or("").to_owned(), y.unwrap_or("").to_owned()),
        }
    }
}

/// The courses that a study asks for and a store lacks, by draw.
pub(in crate::cli) fn missing(study: &Study, courses: &Courses) -> Vec<Draw> {
    let plan = study.plan();
    let lacks = |draw: &Draw| {
        let key = |scenario| Key::of(plan.base(), scenario, draw.sample, draw.replicate);
        !plan.scenarios.iter().all(|scenario| courses.has(&key(scenario)))
    };
    plan.draws().into_iter().filter(lacks).collect()
}

/// What is wrong with a store is the user's to mend; a disk that fails is not.
pub(in crate::cli) fn failure(error: StoreError) -> Failure {
    let message = error.said();
    match error {
        StoreError::Gone(_) => Failure::Surroundings(message),
        StoreError::Disk(_, why) if why.kind() != std::io::ErrorKind::NotFound => Failure::Surroundings(message),
        _ => Failure::Input(vec![Diagnostic { message, ..Diagnostic::default() }]),
    }
}

fn left_there(target: &Path, path: &Path) -> Failure {
    let (dir, store) = (target.display(), path.display());
    let message = text!(
        "{store} has the courses of a run that was ended: kantel resume {dir} goes on with it, --force begins anew",
        "{store} bevat de verlopen van een run die is gestopt: kantel resume {dir} gaat ermee verder, met --force \
         begint alles opnieuw"
    );
    Failure::Input(vec![Diagnostic { file: "--out".to_owned(), message, ..Diagnostic::default() }])
}

pub(super) const ALTERED: Text =
    Text::fixed("is not the file that was written", "is niet het bestand dat is weggeschreven");
pub(super) const GONE: Text = Text::fixed("is missing", "ontbreekt");

/// What is wrong with a file of a folder.
pub(super) fn of_file(dir: &Path, name: &str, message: Text) -> Diagnostic {
    Diagnostic { file: dir.join(name).display().to_string(), message, ..Diagnostic::default() }
}

/// The manifest of a result. Its tables are not read: they may have been altered so that they cannot be.
pub(super) fn manifest(dir: &Path) -> Result<Manifest, Failure> {
    let text = std::fs::read(dir.join(MANIFEST)).map_err(|_| {
        let problem = if dir.join(INSIDE).exists() { is_part(dir) } else { of_file(dir, MANIFEST, GONE) };
        Failure::Input(vec![problem])
    })?;
    let found = serde_json::from_slice::<Manifest>(&text).ok().filter(Manifest::is_result);
    found.ok_or_else(|| Failure::Input(vec![of_file(dir, MANIFEST, ALTERED)]))
}

/// A part has no result yet.
fn is_part(dir: &Path) -> Diagnostic {
    let message = Text::fixed(
        "is a part of a comparison and no result yet: kantel merge puts the parts together",
        "is een deel van een vergelijking en nog geen resultaat: kantel merge voegt de delen samen",
    );
    Diagnostic { file: dir.display().to_string(), message, ..Diagnostic::default() }
}
