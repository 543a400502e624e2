//! Typed tables: the only source of CSV files and of the file section of the data dictionary.
//!
//! A missing value is an empty field, never NaN. Numbers are written in the shortest form that reads back to the same
//! bits, or with a fixed number of digits where a column says so. Texts are inert: one that a spreadsheet would take
//! for a formula gets an apostrophe in front, which [`plain`] takes off again.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::Write;

use serde::Serialize;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum ColumnType {
    /// A text.
    Text,
    /// A whole number.
    Integer,
    /// A number: with this many digits after the point, or `None` for the shortest form that reads back to the same
    /// bits.
    Number(Option<u8>),
    /// A share, 0 to 1.
    Share,
}

impl ColumnType {
    /// The word in the data dictionary.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
            Self::Number(_) => "number",
            Self::Share => "share",
        }
    }
}

/// A column: what the header, the dictionary and the formatting need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Name in the header.
    pub name: &'static str,
    /// Unit; empty where none applies, `unit` where the row's own column of that name says it.
    pub unit: &'static str,
    /// What it is.
    pub doc: &'static str,
    /// What it holds.
    pub kind: ColumnType,
}

impl Column {
    /// A text column.
    pub const fn text(name: &'static str, doc: &'static str) -> Self {
        Self { name, unit: "", doc, kind: ColumnType::Text }
    }

    /// A column of whole numbers.
    pub const fn integer(name: &'static str, unit: &'static str, doc: &'static str) -> Self {
        Self { name, unit, doc, kind: ColumnType::Integer }
    }

    /// A column of numbers in their shortest form.
    pub const fn number(name: &'static str, unit: &'static str, doc: &'static str) -> Self {
        Self { name, unit, doc, kind: ColumnType::Number(None) }
    }

    /// A column of shares.
    pub const fn share(name: &'static str, doc: &'static str) -> Self {
        Self { name, unit: "share", doc, kind: ColumnType::Share }
    }
}

/// One value of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Field<'a> {
    /// A text.
    Text(Cow<'a, str>),
    /// A whole number.
    Integer(i64),
    /// A number; one that is not finite is written as missing.
    Number(f64),
    /// Nothing.
    Missing,
}

impl<'a> From<&'a str> for Field<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl From<String> for Field<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}
impl From<u32> for Field<'_> {
    fn from(number: u32) -> Self {
        Self::Integer(i64::from(number))
    }
}
impl From<f64> for Field<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}
impl<'a, T: Into<Field<'a>>> From<Option<T>> for Field<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Missing, Into::into)
    }
}

impl Field<'_> {
    /// The text of this value in a column of a type.
    fn print(&self, kind: ColumnType) -> Cow<'_, str> {
        match self {
            Self::Text(text) => inert(text),
            Self::Integer(number) => Cow::Owned(number.to_string()),
            Self::Number(number) => Cow::Owned(print_number(*number, kind)),
            Self::Missing => Cow::Borrowed(""),
        }
    }
}

/// A number as it is written: no exponent for everyday sizes, empty if it is not finite, never a negative zero.
fn print_number(number: f64, kind: ColumnType) -> String {
    if !number.is_finite() {
        return String::new();
    }
    match kind {
        ColumnType::Number(Some(digits)) => {
            let text = format!("{number:.*}", usize::from(digits));
            let zero = text.strip_prefix('-').filter(|rest| !rest.bytes().any(|b| (b'1'..=b'9').contains(&b)));
            zero.map_or_else(|| text.clone(), str::to_owned)
        }
        _ if number == 0.0 => "0".to_owned(),
        _ if (1e-6..1e16).contains(&number.abs()) => number.to_string(),
        _ => format!("{number:e}"),
    }
}

const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];

/// A text that no spreadsheet takes for a formula.
pub fn inert(text: &str) -> Cow<'_, str> {
    if text.starts_with(FORMULA) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text behind what [`inert`] wrote.
pub fn plain(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)).unwrap_or(text)
}

/// Writes rows of known columns as CSV, one at a time.
#[derive(Debug)]
pub struct TableWriter<W: Write> {
    columns: &'static [Column],
    csv: csv::Writer<W>,
}

impl<W: Write> TableWriter<W> {
    /// Writes the header.
    ///
    /// # Errors
    /// If `to` cannot be written.
    pub fn new(columns: &'static [Column], to: W) -> std::io::Result<Self> {
        let mut table = Self::continued(columns, to);
        table.csv.write_record(columns.iter().map(|c| c.name)).map_err(of_disk)?;
        Ok(table)
    }

    /// Goes on with a table that has its header.
    pub fn continued(columns: &'static [Column], to: W) -> Self {
        Self { columns, csv: csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(to) }
    }

    /// Writes a row.
    ///
    /// # Errors
    /// If it cannot be written.
    ///
    /// # Panics
    /// If the row has another length than the columns.
    pub fn row(&mut self, fields: &[Field<'_>]) -> std::io::Result<()> {
        assert_eq!(fields.len(), self.columns.len(), "a row has one field per column");
        for (field, column) in fields.iter().zip(self.columns) {
            self.csv.write_field(field.print(column.kind).as_bytes()).map_err(of_disk)?;
        }
        self.csv.write_record(None::<&[u8]>).map_err(of_disk)
    }

    /// Writes what is buffered and gives the target back.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn finish(self) -> std::io::Result<W> {
        self.csv.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

/// What the disk said, as it said it: a full one is to be known for that.
fn of_disk(error: csv::Error) -> std::io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => std::io::Error::other(format!("{other:?}")),
    }
}

/// A whole table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Columns, in order.
    pub columns: &'static [Column],
    /// Rows, each with one field per column.
    pub rows: Vec<Vec<Field<'static>>>,
}

impl Table {
    /// A table without rows.
    pub const fn new(columns: &'static [Column]) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// Adds a row.
    pub fn push(&mut self, row: Vec<Field<'static>>) {
        self.rows.push(row);
    }

    /// Writes it as CSV.
    ///
    /// # Errors
    /// If `to` cannot be written.
    pub fn write<W: Write>(&self, to: W) -> std::io::Result<W> {
        let mut writer = TableWriter::new(self.columns, to)?;
        for row in &self.rows {
            writer.row(row)?;
        }
        writer.finish()
    }
}

/// The columns of one file as a table of the data dictionary (Markdown).
pub fn dictionary(columns: &[Column]) -> String {
    let mut text = String::from("| column | type | unit | meaning |\n|---|---|---|---|\n");
    for column in columns {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "| `{}` | {} | {} | {} |", column.name, column.kind.key(), column.unit, column.doc);
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    static COLUMNS: &[Column] = &[
        Column::text("name", "A name."),
        Column::integer("count", "persons", "A count."),
        Column::number("value", "euro", "A value."),
        Column { name: "rounded", unit: "euro", doc: "Rounded.", kind: ColumnType::Number(Some(2)) },
        Column::share("share", "A share."),
    ];

    fn csv(rows: Vec<Vec<Field<'static>>>) -> String {
        let table = Table { columns: COLUMNS, rows };
        String::from_utf8(table.write(Vec::new()).unwrap()).unwrap()
    }

    #[test]
    fn values_are_written_plainly_and_missing_ones_are_empty() {
        let text = csv(vec![
            vec!["a,\"b\"".into(), 3_u32.into(), 0.1.into(), 2.675.into(), Some(0.5).into()],
            vec!["".into(), Field::Missing, f64::NAN.into(), (-0.001).into(), None::<f64>.into()],
            vec!["c".into(), Field::Integer(-4), (-0.0).into(), f64::INFINITY.into(), 1.0.into()],
        ]);
        assert_eq!(text, "name,count,value,rounded,share\n\"a,\"\"b\"\"\",3,0.1,2.67,0.5\n,,,0.00,\nc,-4,0,,1\n");
    }

    #[test]
    fn a_formula_is_inert_and_a_negative_number_is_not_touched() {
        for text in ["=SUM(A1)", "+1", "-1", "@x", "\tx", "\rx", "'=x"] {
            assert_eq!(inert(text), format!("'{text}"));
        }
        assert_eq!(
            csv(vec![vec!["=1".into(), Field::Missing, (-2.5).into(), Field::Missing, Field::Missing]]).lines().nth(1),
            Some("'=1,,-2.5,,")
        );
    }

    #[test]
    fn the_dictionary_lists_every_column() {
        let text = dictionary(COLUMNS);
        assert_eq!(text.lines().count(), 2 + COLUMNS.len());
        assert!(text.contains("| `value` | number | euro | A value. |"));
    }

    proptest! {
        #[test]
        fn numbers_read_back_to_the_same_bits(number in proptest::num::f64::NORMAL | proptest::num::f64::SUBNORMAL) {
            let read: f64 = print_number(number, ColumnType::Number(None)).parse().unwrap();
            prop_assert_eq!(read.to_bits(), number.to_bits());
        }

        #[test]
        fn texts_read_back(text in "[=+@'a-]{0,4}") {
            prop_assert!(!inert(&text).starts_with(['=', '+', '-', '@']));
            let written = inert(&text);
            prop_assert_eq!(plain(&written), text.as_str());
        }
    }
}
