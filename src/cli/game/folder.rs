//! The folder of a session: `session.toml` says who plays, `log.toml` what was filled in. A file is written beside its
//! place and then takes it, so that a program that is killed leaves the one before or the one after.

use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::Path;

use super::super::Failure;
use crate::diagnostics::{Diagnostic, of_system};
use crate::game::Session;
use crate::language::Text;

/// Who plays.
const SETTINGS: &str = "session.toml";
/// What was filled in.
const LOG: &str = "log.toml";

/// Makes the folder of a session that begins.
///
/// # Errors
/// If there is something already, or the disk fails.
pub(super) fn make(dir: &Path, session: &Session) -> Result<(), Failure> {
    if dir.exists() {
        return Err(there(dir));
    }
    fs::create_dir_all(dir).map_err(|error| failed(dir, &error))?;
    put(dir, LOG, &session.log_text())?;
    // The settings come last: a folder with them is a session.
    put(dir, SETTINGS, &session.settings_text())
}

/// Reads a session.
///
/// # Errors
/// If it is none, or its files are not right.
pub(super) fn open(dir: &Path) -> Result<Session, Failure> {
    let read = |name: &str| {
        let path = dir.join(name);
        match fs::read_to_string(&path) {
            Ok(content) => Ok((path.display().to_string(), content)),
            Err(error) => Err(Box::new(Diagnostic {
                help: Text::fixed(
                    "kantel game new --out DIR begins a session",
                    "kantel game new --out MAP begint een sessie",
                ),
                surroundings: error.kind() != std::io::ErrorKind::NotFound,
                ..problem(&path, of_system(&error))
            })),
        }
    };
    let (settings, log) = match (read(SETTINGS), read(LOG)) {
        (Ok(settings), Ok(log)) => (settings, log),
        (settings, log) => {
            let problems = [settings.err(), log.err()].into_iter().flatten().map(|problem| *problem);
            return Err(Failure::Input(problems.collect()));
        }
    };
    Session::parse((&settings.0, &settings.1), (&log.0, &log.1)).map_err(Failure::Input)
}

/// Writes the log of a session.
///
/// # Errors
/// If the disk fails.
pub(super) fn keep(dir: &Path, session: &Session) -> Result<(), Failure> {
    put(dir, LOG, &session.log_text())
}

/// Writes a file of a session in the place of the one before.
///
/// # Errors
/// If the disk fails.
pub(super) fn put(dir: &Path, name: &str, content: &str) -> Result<(), Failure> {
    let (half, whole) = (dir.join(format!("{name}.part")), dir.join(name));
    let written = File::create(&half)
        .and_then(|mut file| file.write_all(content.as_bytes()).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&half, &whole));
    written.map_err(|error| failed(&whole, &error))
}

/// Writes a file that is not there yet.
///
/// # Errors
/// If it is there, or the disk fails.
pub(super) fn create(path: &Path, content: &str) -> Result<(), Failure> {
    let written = OpenOptions::new().write(true).create_new(true).open(path);
    match written.and_then(|mut file| file.write_all(content.as_bytes()).and_then(|()| file.sync_all())) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Err(there(path)),
        other => other.map_err(|error| failed(path, &error)),
    }
}

fn there(path: &Path) -> Failure {
    Failure::Input(vec![Diagnostic {
        allowed: Text::fixed("a name that is not there yet", "een naam die er nog niet is"),
        ..problem(path, Text::fixed("is there already", "bestaat al"))
    }])
}

fn failed(path: &Path, error: &std::io::Error) -> Failure {
    Failure::Input(vec![Diagnostic { surroundings: true, ..problem(path, of_system(error)) }])
}

fn problem(path: &Path, message: Text) -> Diagnostic {
    Diagnostic { file: path.display().to_string(), message, ..Diagnostic::default() }
}
