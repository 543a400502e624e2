//! Files of the box, written into a folder for somebody to change: all of them or none, and never over another.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::super::Failure;
use crate::diagnostics::{Diagnostic, of_system};
use crate::language::{Lang, Text, text};
use crate::scenario::{Question, in_box};

/// Writes the files of a question, or one file, with what they build on; tells which, and how to use them.
///
/// # Errors
/// [`Failure::Input`] if any of them is there already; nothing is written then.
pub(super) fn copy(name: &str, asked: Option<&Question>, folder: &Path, lang: Lang) -> Result<String, Failure> {
    let roots: Vec<String> = match asked {
        Some(asked) => {
            let named = [&asked.arms, &asked.with, &asked.organisations, &asked.districts];
            named.into_iter().flatten().cloned().collect()
        }
        None => vec![name.strip_prefix("builtin:").unwrap_or(name).to_owned()],
    };
    if folder.exists() && !folder.is_dir() {
        return Err(Failure::Input(vec![no_folder(folder)]));
    }
    let files: Vec<(PathBuf, String)> =
        with_bases(roots).into_iter().map(|(name, text)| (folder.join(format!("{name}.toml")), text)).collect();
    let there: Vec<Diagnostic> = files.iter().filter(|(path, _)| path.exists()).map(|(path, _)| taken(path)).collect();
    if !there.is_empty() {
        return Err(Failure::Input(there));
    }
    write_all(folder, &files)?;
    let paths: Vec<String> = files.iter().map(|(path, _)| shown(path)).collect();
    let mut out = paths.join("\n") + "\n";
    if let Some(asked) = asked {
        let command = command(asked, folder);
        out.push_str(text!("\nAnswer it:  {command}\n", "\nAntwoord:  {command}\n").of(lang));
    }
    Ok(out)
}

/// A path as a command takes it.
fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// A file where a folder is to be.
fn no_folder(path: &Path) -> Diagnostic {
    Diagnostic {
        file: shown(path),
        message: Text::fixed(
            "is a file, and the files go into a folder",
            "is een bestand, en de bestanden gaan in een map",
        ),
        allowed: Text::fixed("the name of a folder, or a new name", "de naam van een map, of een nieuwe naam"),
        ..Diagnostic::default()
    }
}

/// A file that stands in the way.
fn taken(path: &Path) -> Diagnostic {
    Diagnostic {
        file: shown(path),
        message: Text::fixed("is there already", "bestaat al"),
        allowed: Text::fixed("a folder without it", "een map waar het niet in staat"),
        ..Diagnostic::default()
    }
}

/// The files with these names and every base of theirs, each once. A base in the box becomes one beside the file.
fn with_bases(roots: Vec<String>) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut due = roots;
    due.reverse();
    while let Some(name) = due.pop() {
        if found.iter().any(|(other, _)| *other == name) {
            continue;
        }
        let Some((_, text)) = in_box(&name) else { continue };
        let mut own = text.to_owned();
        if let Some(base) = base(text) {
            let plain = base.strip_prefix("builtin:").or(base.strip_suffix(".toml")).unwrap_or(&base).to_owned();
            own = own.replacen(&format!("base = \"{base}\""), &format!("base = \"{plain}.toml\""), 1);
            due.push(plain);
        }
        found.push((name, own.lines().map(open).collect()));
    }
    found
}

/// A line of a copy: how many draws a file of the box states is a default, which somebody's own file would fix.
fn open(line: &str) -> String {
    let fixes = ["samples = ", "replicates = ", "extra_replicate = "].iter().any(|key| line.starts_with(key));
    if fixes { format!("# {line}\n") } else { format!("{line}\n") }
}

/// The base that a text names.
fn base(text: &str) -> Option<String> {
    let table: toml::Table = text.parse().ok()?;
    Some(table.get("base")?.as_str()?.to_owned())
}

/// Writes every file, or takes back those that were written.
fn write_all(folder: &Path, files: &[(PathBuf, String)]) -> Result<(), Failure> {
    let failed = |path: &Path, error: &std::io::Error| {
        Failure::Input(vec![Diagnostic {
            file: shown(path),
            message: of_system(error),
            surroundings: true,
            ..Diagnostic::default()
        }])
    };
    fs::create_dir_all(folder).map_err(|error| failed(folder, &error))?;
    for (i, (path, text)) in files.iter().enumerate() {
        let written = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(path)
            .and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()));
        if let Err(error) = written {
            // The one that failed may be another's; only those before it are known to be ours.
            for (ours, _) in &files[..i] {
                let _ = fs::remove_file(ours);
            }
            return Err(failed(path, &error));
        }
    }
    Ok(())
}

/// The command that answers the question from the files in a folder.
fn command(asked: &Question, folder: &Path) -> String {
    let file = |name: &String| shown(&folder.join(format!("{name}.toml")));
    let mut words = vec!["kantel compare".to_owned()];
    words.extend(asked.arms.iter().map(file));
    if let Some(closure) = asked.closure {
        words.push(format!("--closure {}", closure.key()));
    }
    words.extend(asked.with.iter().map(|name| format!("--with {}", file(name))));
    words.extend(asked.districts.iter().map(|name| format!("--district {}", file(name))));
    if !asked.organisations.is_empty() {
        words.push("--organisation".to_owned());
        words.extend(asked.organisations.iter().map(file));
    }
    words.join(" ")
}
