//! `districts.csv`: the figures of districts beside each other, written and read back.

use std::path::Path;

use super::FolderError;
use super::columns::DISTRICTS;
use super::rows::{Row, kept_text, rows};
use super::tables::FileTable;
use crate::experiment::{Difference, Verdict};
use crate::language::Text;
use crate::observation::{Direction, Kind, Table, catalogue};
use crate::report::data::DistrictFigure;

/// The table.
pub(super) fn table(districts: &[DistrictFigure]) -> FileTable {
    let mut table = Table::new(DISTRICTS.columns);
    for row in districts {
        let d = &row.figure;
        let is_compared = d.difference.is_some();
        table.push(vec![
            row.scenario.clone().into(),
            row.code.clone().into(),
            row.name.clone().into(),
            row.residents.into(),
            row.low_income.into(),
            d.indicator.clone().into(),
            d.period.key().into(),
            d.unit.into(),
            d.base_value.into(),
            d.variant_value.into(),
            d.difference.into(),
            d.p05.into(),
            d.p95.into(),
            d.share_better.into(),
            d.margin.into(),
            d.samples.into(),
            is_compared.then(|| d.verdict.key()).into(),
        ]);
    }
    (DISTRICTS, table)
}

/// Reads it back; nothing if the folder has none.
pub(super) fn read(dir: &Path) -> Result<Vec<DistrictFigure>, FolderError> {
    if !dir.join(DISTRICTS.name).exists() {
        return Ok(Vec::new());
    }
    rows(dir, DISTRICTS, |row| {
        Ok(DistrictFigure {
            scenario: row.text(0),
            code: row.text(1),
            name: row.text(2),
            residents: row.count(3)?,
            low_income: row.needed(4)?,
            figure: figure(row)?,
        })
    })
}

fn figure(row: &Row<'_>) -> Result<Difference, FolderError> {
    let indicator = row.text(5);
    let series = catalogue::position(&indicator, "all").map(|position| &catalogue::series()[position]);
    let verdict = match row.text(16).as_str() {
        "" => Some(Verdict::NoDifference),
        key => Verdict::from_key(key),
    };
    Ok(Difference {
        indicator,
        group: "all".to_owned(),
        period: row.period(6)?,
        unit: kept_text(&row.text(7)),
        kind: series.map_or(Kind::Stock, |series| series.kind),
        direction: series.map_or(Direction::Neutral, |series| series.direction),
        base_value: row.number(8)?,
        variant_value: row.number(9)?,
        difference: row.number(10)?,
        median: None,
        p05: row.number(11)?,
        p95: row.number(12)?,
        share_better: row.number(13)?,
        mc_error: None,
        margin: row.needed(14)?,
        variance_reduction: None,
        samples: row.count(15)?,
        replicates: 0,
        verdict: verdict.ok_or_else(|| row.error(16, &Text::fixed("is no verdict", "is geen oordeel")))?,
        deciders: Vec::new(),
        variance_split: None,
        chance: None,
        by_sample: Vec::new(),
    })
}
