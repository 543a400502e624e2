//! Rows of a table that is read back.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use super::FolderError;
use super::columns::FileColumns;
use super::tables::direction_key;
use crate::experiment::Period;
use crate::language::{Text, text};
use crate::observation::{Direction, Kind, plain};

/// A row of a CSV file, with its place for errors.
pub(super) struct Row<'a> {
    path: &'a Path,
    file: FileColumns,
    record: &'a csv::StringRecord,
}

impl Row<'_> {
    pub(super) fn text(&self, column: usize) -> String {
        plain(&self.record[column]).to_owned()
    }

    pub(super) fn error(&self, column: usize, message: &Text) -> FolderError {
        let (value, name) = (&self.record[column], self.file.columns[column].name);
        FolderError::Content {
            path: self.path.to_owned(),
            line: self.record.position().map(csv::Position::line),
            message: text!("{name} '{value}' {message}", "{name} '{value}' {message}"; message),
        }
    }

    pub(super) fn number(&self, column: usize) -> Result<Option<f64>, FolderError> {
        match &self.record[column] {
            "" => Ok(None),
            text => match text.parse::<f64>() {
                Ok(number) if number.is_finite() => Ok(Some(number)),
                _ => Err(self.error(column, &Text::fixed("is no number", "is geen getal"))),
            },
        }
    }

    /// `yes`, `no`, or missing.
    pub(super) fn yes_no(&self, column: usize) -> Result<Option<bool>, FolderError> {
        match &self.record[column] {
            "" => Ok(None),
            "yes" => Ok(Some(true)),
            "no" => Ok(Some(false)),
            _ => Err(self.error(column, &Text::fixed("is neither yes nor no", "is geen ja en geen nee"))),
        }
    }

    pub(super) fn needed(&self, column: usize) -> Result<f64, FolderError> {
        self.number(column)?.ok_or_else(|| self.error(column, &Text::fixed("is missing", "ontbreekt")))
    }

    pub(super) fn count(&self, column: usize) -> Result<u32, FolderError> {
        self.record[column].parse().map_err(|_| self.error(column, &Text::fixed("is no count", "is geen aantal")))
    }

    /// A year from 0, written from 1.
    pub(super) fn year(&self, column: usize) -> Result<u32, FolderError> {
        self.count(column)?.checked_sub(1).ok_or_else(|| {
            self.error(column, &Text::fixed("is no year: they start at 1", "is geen jaar: die beginnen bij 1"))
        })
    }

    pub(super) fn period(&self, column: usize) -> Result<Period, FolderError> {
        Period::from_key(&self.record[column])
            .ok_or_else(|| self.error(column, &Text::fixed("is no period", "is geen periode")))
    }

    pub(super) fn kind(&self, column: usize) -> Result<Kind, FolderError> {
        let found = [Kind::Stock, Kind::Flow, Kind::Distinct, Kind::Ratio].into_iter();
        found
            .into_iter()
            .find(|k| k.key() == &self.record[column])
            .ok_or_else(|| self.error(column, &Text::fixed("is no kind", "is geen soort")))
    }

    pub(super) fn direction(&self, column: usize) -> Result<Direction, FolderError> {
        let found = [Direction::Higher, Direction::Lower, Direction::Neutral].into_iter();
        let key = &self.record[column];
        found
            .into_iter()
            .find(|&d| direction_key(d) == key)
            .ok_or_else(|| self.error(column, &Text::fixed("is no direction", "is geen richting")))
    }
}

/// Every row of a file, whose header must be the one that is written.
pub(super) fn rows<T>(
    dir: &Path,
    file: FileColumns,
    read: impl Fn(&Row<'_>) -> Result<T, FolderError>,
) -> Result<Vec<T>, FolderError> {
    let path = dir.join(file.name);
    let content = |line: Option<u64>, message: Text| FolderError::Content { path: path.clone(), line, message };
    let source = File::open(&path).map_err(FolderError::disk("read", &path))?;
    let mut csv = csv::Reader::from_reader(source);
    let header = csv.headers().map_err(|error| content(Some(1), Text::same(error.to_string())))?;
    if !header.iter().eq(file.columns.iter().map(|c| c.name)) {
        return Err(content(
            Some(1),
            Text::fixed(
                "has other columns than this version of kantel writes",
                "heeft andere kolommen dan deze versie van kantel schrijft",
            ),
        ));
    }
    let mut all = Vec::new();
    for record in csv.records() {
        let record = record
            .map_err(|error| content(error.position().map(csv::Position::line), Text::same(error.to_string())))?;
        all.push(read(&Row { path: &path, file, record: &record })?);
    }
    Ok(all)
}

/// A text that lives as long as the program. Units are few; each is kept once.
pub(super) fn kept_text(text: &str) -> &'static str {
    static KEPT: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept.get(text) {
        return known;
    }
    let new: &'static str = text.to_owned().leak();
    kept.insert(new);
    new
}
