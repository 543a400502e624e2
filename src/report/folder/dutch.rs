//! `csv-nl/`: the tables once more for a spreadsheet with Dutch settings, which takes a double click to open them in
//! columns: semicolons, decimal commas, a byte-order mark, Dutch heads, and numbers rounded to what matters.
//!
//! They are made from the plain tables, which stay as they are: programs read those.

use std::borrow::Cow;
use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::Path;

use super::columns::{COMPARISON, FILES, FileColumns};
use super::{FolderError, disk};
use crate::observation::{Column, ColumnType, catalogue};
use crate::report::wording::{Lang, Measure, Rounded, indicator_name, parameter_rounded, table_head, table_word};

/// The folder of the Dutch tables within a result.
pub const DUTCH: &str = "csv-nl";

/// What tells a spreadsheet that a text is UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// The column of indicators' keys, and that of their names, which stands behind it.
const INDICATOR: &str = "indicator";
const NAME: &str = "dutch";

/// Writes the Dutch form of every table in `from` below `to`.
///
/// # Errors
/// If the disk fails.
pub(super) fn write(from: &Path, to: &Path) -> Result<(), FolderError> {
    let folder = to.join(DUTCH);
    for file in FILES {
        let Ok(table) = File::open(from.join(file.name)) else { continue };
        disk::make_all(&folder).map_err(FolderError::disk("make", &folder))?;
        let path = folder.join(file.name);
        let convert = || convert(*file, table, BufWriter::new(disk::create(&path)?));
        convert().map_err(FolderError::disk("write", &path))?;
    }
    Ok(())
}

/// The Dutch form of `comparison.csv`.
///
/// # Errors
/// If it is no such table.
pub fn dutch(comparison: &str) -> std::io::Result<String> {
    let mut text = Vec::new();
    convert(COMPARISON, comparison.as_bytes(), &mut text)?;
    String::from_utf8(text).map_err(std::io::Error::other)
}

fn convert(file: FileColumns, table: impl Read, mut to: impl Write) -> std::io::Result<()> {
    to.write_all(MARK)?;
    let mut to = csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(to);
    let names = file.columns.iter().all(|column| column.name != NAME);
    for column in file.columns {
        to.write_field(table_head(column.name))?;
        if names && column.name == INDICATOR {
            to.write_field(table_head(NAME))?;
        }
    }
    to.write_record(None::<&[u8]>)?;
    let mut rows = csv::Reader::from_reader(table);
    let mut fields = csv::StringRecord::new();
    while rows.read_record(&mut fields)? {
        let row = Row { columns: file.columns, fields: &fields };
        let aligned = row.aligned();
        for (place, column) in file.columns.iter().enumerate() {
            let given = aligned.iter().find(|(name, _)| *name == column.name);
            let field = given.map_or_else(|| row.field(place), |(_, text)| Cow::Borrowed(text.as_str()));
            to.write_field(field.as_bytes())?;
            if names && column.name == INDICATOR {
                to.write_field(indicator_name(Lang::Nl, &field))?;
            }
        }
        to.write_record(None::<&[u8]>)?;
    }
    to.flush()
}

/// A row of a plain table.
struct Row<'a> {
    columns: &'static [Column],
    fields: &'a csv::StringRecord,
}

impl<'a> Row<'a> {
    /// The field of a column; empty where there is none.
    fn text(&self, column: &str) -> &'a str {
        let place = self.columns.iter().position(|c| c.name == column);
        place.and_then(|place| self.fields.get(place)).unwrap_or_default()
    }

    fn number(&self, column: &str) -> Option<f64> {
        self.text(column).parse().ok()
    }

    /// What the values of the row measure; `None` where its indicator is not known.
    fn measure(&self) -> Option<Measure> {
        let (indicator, group) = (self.text(INDICATOR), self.text("group"));
        let group = if group.is_empty() { "all" } else { group };
        let series = catalogue::position(indicator, group).map(|position| &catalogue::series()[position]);
        series.map(|series| Measure::of(indicator, series.unit))
    }

    /// The range of a difference, as far as it is there.
    fn range(&self) -> Vec<f64> {
        ["p05", "p95"].into_iter().filter_map(|column| self.number(column)).collect()
    }

    /// The numbers that one of a difference, its range and its median has the digits of; none of another column.
    fn row_of(&self, column: &str) -> Vec<f64> {
        let row = ["difference", "p05", "p95"];
        let values = row.into_iter().filter_map(|column| self.number(column));
        if row.contains(&column) || column == "median" { values.collect() } else { Vec::new() }
    }

    /// Base, variant and difference that stand beside each other: rounded so that they add up, as in the report.
    fn aligned(&self) -> Vec<(&'static str, String)> {
        let values = ["base_value", "difference"].map(|column| self.number(column));
        let (Some(measure), [Some(base), Some(difference)]) = (self.measure(), values) else { return Vec::new() };
        let texts = measure.rounded_beside(base, difference, &self.range()).map(|rounded| written(measure, rounded));
        ["base_value", "variant_value", "difference"].into_iter().zip(texts).collect()
    }

    fn field(&self, place: usize) -> Cow<'a, str> {
        let (column, text) = (self.columns[place], self.fields.get(place).unwrap_or_default());
        let number = || text.parse::<f64>().ok();
        let measure = match column.kind {
            ColumnType::Text => return table_word(column.name, text),
            ColumnType::Integer => return Cow::Borrowed(text),
            ColumnType::Share => Some(Measure::Share),
            ColumnType::Number(_) => self.measure().filter(|_| column.unit == "unit"),
        };
        match (number(), measure) {
            (None, _) => Cow::Borrowed(text),
            (Some(x), Some(measure)) => Cow::Owned(written(measure, measure.rounded_in(x, &self.row_of(column.name)))),
            (Some(x), None) => Cow::Owned(parameter_rounded(x).to_string().replace('.', ",")),
        }
    }
}

/// A rounded number with a decimal comma; a share is of 1.
fn written(measure: Measure, Rounded { value, decimals }: Rounded) -> String {
    let more = if measure == Measure::Share { 2 } else { 0 };
    format!("{value:.0$}", usize::from(decimals + more)).replace('.', ",")
}
