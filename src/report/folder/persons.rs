//! `persons.csv`: what is told of persons and households, written and read back.

use std::path::Path;

use super::FolderError;
use super::columns::PERSONS;
use super::rows::{Row, rows};
use super::tables::FileTable;
use crate::experiment::{PersonsRow, Spread};
use crate::observation::Table;

/// The table.
pub(super) fn table(persons: &[PersonsRow]) -> FileTable {
    let mut table = Table::new(PERSONS.columns);
    for row in persons {
        let (level, difference) = (row.level, row.difference);
        table.push(vec![
            row.scenario.clone().into(),
            row.key.clone().into(),
            row.group.clone().into(),
            row.period.key().into(),
            row.unit.clone().into(),
            level.mean.into(),
            level.p05.into(),
            level.p50.into(),
            level.p95.into(),
            difference.mean.into(),
            difference.p05.into(),
            difference.p50.into(),
            difference.p95.into(),
        ]);
    }
    (PERSONS, table)
}

/// Reads it back; nothing if the folder has none.
pub(super) fn read(dir: &Path) -> Result<Vec<PersonsRow>, FolderError> {
    if !dir.join(PERSONS.name).exists() {
        return Ok(Vec::new());
    }
    rows(dir, PERSONS, |row| {
        Ok(PersonsRow {
            scenario: row.text(0),
            key: row.text(1),
            group: row.text(2),
            period: row.period(3)?,
            unit: row.text(4),
            level: spread(row, 5)?,
            difference: spread(row, 9)?,
        })
    })
}

fn spread(row: &Row<'_>, from: usize) -> Result<Spread, FolderError> {
    Ok(Spread {
        mean: row.number(from)?,
        p05: row.number(from + 1)?,
        p50: row.number(from + 2)?,
        p95: row.number(from + 3)?,
    })
}
