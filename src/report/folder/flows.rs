//! `flows.csv`: flows between doors, queues, services and accounts, written and read back.

use std::path::Path;

use super::FolderError;
use super::columns::FLOWS;
use super::rows::rows;
use super::tables::FileTable;
use crate::experiment::FlowRow;
use crate::observation::Table;

/// The table.
pub(super) fn table(flows: &[FlowRow]) -> FileTable {
    let mut table = Table::new(FLOWS.columns);
    for row in flows {
        table.push(vec![
            row.scenario.clone().into(),
            (row.year + 1).into(),
            row.from.clone().into(),
            row.to.clone().into(),
            row.persons.into(),
            row.euros.into(),
        ]);
    }
    (FLOWS, table)
}

/// Reads it back; nothing if the folder has none.
pub(super) fn read(dir: &Path) -> Result<Vec<FlowRow>, FolderError> {
    if !dir.join(FLOWS.name).exists() {
        return Ok(Vec::new());
    }
    rows(dir, FLOWS, |row| {
        Ok(FlowRow {
            scenario: row.text(0),
            year: row.year(1)?,
            from: row.text(2),
            to: row.text(3),
            persons: row.number(4)?,
            euros: row.number(5)?,
        })
    })
}
