//! Workbooks: the yearly spreadsheet as CBS publishes it, `.xlsx` and the older `.xls`.

use std::io::{Cursor, Read};

use calamine::{CellErrorType, Data, Reader as _, Xls, Xlsx};
use csv::ByteRecord;

use super::table::{Reading, Table, unreadable};
use crate::diagnostics::Diagnostic;
use crate::language::{Text, text};

/// The most bytes of a workbook; CBS's have some 15 MB.
const MAX_FILE: u64 = 48 << 20;
/// The most bytes of all sheets together when unpacked: they are read cell by cell.
const MAX_SHEETS: u64 = 512 << 20;
/// The most bytes of any other part when unpacked (texts, styles): those are kept.
const MAX_PART: u64 = 16 << 20;
/// The most columns that are read.
const MAX_COLUMNS: u32 = 1_000;
/// The most sheets of an old workbook: it is read whole.
const MAX_OLD_SHEETS: usize = 4;

const NO_SHEETS: Text = Text::fixed("a workbook without sheets", "een werkmap zonder bladen");

/// What a workbook's first bytes tell.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// A zip archive, as `.xlsx` is.
    Xlsx,
    /// The older form.
    Xls,
}

impl Kind {
    /// The kind of a file that begins so; `None` for a text.
    pub(super) fn of(start: &[u8]) -> Option<Self> {
        match start {
            [b'P', b'K', 3 | 5, 4 | 6, ..] => Some(Self::Xlsx),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => Some(Self::Xls),
            _ => None,
        }
    }
}

/// Reads the first sheet with a header of key figures.
///
/// # Errors
/// One diagnostic: an archive or compound file that is no workbook, too large a one, or no sheet with such a header.
pub(super) fn read(reader: impl Read, kind: Kind, file: &str) -> Result<Table, Vec<Diagnostic>> {
    let mut bytes = Vec::new();
    reader
        .take(MAX_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(|e| vec![unreadable(file, &Text::same(e.to_string()))])?;
    if bytes.len() as u64 > MAX_FILE {
        let most = MAX_FILE >> 20;
        let why = text!("a workbook of more than {most} MiB", "een werkmap van meer dan {most} MiB");
        return Err(vec![unreadable(file, &why)]);
    }
    match kind {
        Kind::Xlsx => of_xlsx(bytes, file),
        Kind::Xls => of_xls(bytes, file),
    }
}

/// Something that looks like a workbook and cannot be read as one.
fn no_workbook(file: &str, message: Text) -> Vec<Diagnostic> {
    let help =
        Text::fixed("open it in Excel and save it as CSV UTF-8", "open het in Excel en sla het op als CSV UTF-8");
    vec![Diagnostic { message, help, ..unreadable(file, &Text::default()) }]
}

fn of_xlsx(bytes: Vec<u8>, file: &str) -> Result<Table, Vec<Diagnostic>> {
    let told = |e: &dyn std::fmt::Display| {
        no_workbook(file, text!("not a workbook that can be read: {e}", "geen werkmap die gelezen kan worden: {e}"))
    };
    check_sizes(&bytes, file)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| told(&e))?;
    let mut first = None;
    for name in book.sheet_names() {
        // A chart is a sheet without cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        let mut lines = Lines::new(file);
        while let Some(cell) = cells.next_cell().map_err(|e| told(&e))? {
            let (row, column) = cell.get_position();
            if !lines.take(row, column, text_of(&cell.get_value().clone().into()))? {
                break;
            }
        }
        match lines.finish() {
            Ok(table) => return Ok(table),
            Err(problems) => first = first.or(Some(problems)),
        }
    }
    Err(first.unwrap_or_else(|| no_workbook(file, NO_SHEETS)))
}

fn of_xls(bytes: Vec<u8>, file: &str) -> Result<Table, Vec<Diagnostic>> {
    // How a sheet of cells begins. Each may become very large in memory, however small it is in the file.
    let sheets = bytes.windows(8).filter(|w| matches!(w, [9, 8, _, 0, _, _, 0x10, 0])).count();
    if sheets > MAX_OLD_SHEETS {
        let message = text!(
            "an old workbook of {sheets} sheets; at most {MAX_OLD_SHEETS} are read",
            "een oude werkmap van {sheets} bladen; er worden er ten hoogste {MAX_OLD_SHEETS} gelezen"
        );
        return Err(no_workbook(file, message));
    }
    let told = |e: &dyn std::fmt::Display| {
        no_workbook(file, text!("not a workbook that can be read: {e}", "geen werkmap die gelezen kan worden: {e}"))
    };
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|e| told(&e))?;
    let mut first = None;
    for (_, range) in book.worksheets() {
        let (top, left) = range.start().unwrap_or_default();
        let mut lines = Lines::new(file);
        for (row, column, value) in range.used_cells() {
            if !lines.take(top + row as u32, left + column as u32, text_of(value))? {
                break;
            }
        }
        match lines.finish() {
            Ok(table) => return Ok(table),
            Err(problems) => first = first.or(Some(problems)),
        }
    }
    Err(first.unwrap_or_else(|| no_workbook(file, NO_SHEETS)))
}

/// Refuses an archive that is no workbook, or whose parts become too large. What an archive says of its sizes need not
/// be true, so that every part is unpacked once.
fn check_sizes(bytes: &[u8], file: &str) -> Result<(), Vec<Diagnostic>> {
    let told = |e: &dyn std::fmt::Display| {
        no_workbook(file, text!("not an archive that can be read: {e}", "geen archief dat gelezen kan worden: {e}"))
    };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| told(&e))?;
    if archive.index_for_name("xl/workbook.xml").is_none() {
        let message = Text::fixed(
            "a zip archive and no Excel workbook: unpack it first",
            "een zip-archief en geen Excel-werkmap: pak het eerst uit",
        );
        return Err(no_workbook(file, message));
    }
    let (mut sheets, mut others) = (MAX_SHEETS, MAX_PART);
    for i in 0..archive.len() {
        let part = archive.by_index(i).map_err(|e| told(&e))?;
        let is_sheet = part.name().is_ok_and(|name| name.starts_with("xl/worksheets/sheet"));
        let left = if is_sheet { &mut sheets } else { &mut others };
        let size = std::io::copy(&mut part.take(*left + 1), &mut std::io::sink()).map_err(|e| told(&e))?;
        let Some(rest) = left.checked_sub(size) else {
            let message = Text::fixed(
                "a workbook that unpacks to more than any of CBS",
                "een werkmap die uitgepakt groter is dan enige van het CBS",
            );
            return Err(no_workbook(file, message));
        };
        *left = rest;
    }
    Ok(())
}

/// Cells as lines.
struct Lines {
    reading: Reading,
    row: u32,
    fields: Vec<String>,
}

impl Lines {
    fn new(file: &str) -> Self {
        Self { reading: Reading::new(file), row: 0, fields: Vec::new() }
    }

    /// Takes a cell of the same row as the one before, or of a later one. Whether to go on.
    fn take(&mut self, row: u32, column: u32, text: String) -> Result<bool, Vec<Diagnostic>> {
        if row != self.row {
            self.end_row()?;
            self.row = row;
        }
        if column < MAX_COLUMNS && !text.is_empty() {
            let needed = column as usize + 1;
            self.fields.resize(needed.max(self.fields.len()), String::new());
            self.fields[column as usize] = text;
        }
        Ok(self.reading.is_hopeful())
    }

    fn end_row(&mut self) -> Result<(), Vec<Diagnostic>> {
        let fields = std::mem::take(&mut self.fields);
        if fields.is_empty() || !self.reading.is_hopeful() {
            return Ok(());
        }
        self.reading.take(&ByteRecord::from(fields), self.row as usize + 1, |_| None)
    }

    fn finish(mut self) -> Result<Table, Vec<Diagnostic>> {
        self.end_row()?;
        self.reading.finish()
    }
}

/// A cell as CBS's text files would write it.
fn text_of(value: &Data) -> String {
    match value {
        Data::Int(n) => n.to_string(),
        // Excel keeps 12.4 as 12.4 or as something very near.
        Data::Float(x) => (libm::round(x * 1e6) / 1e6).to_string(),
        Data::String(text) => text.clone(),
        Data::Bool(x) => x.to_string(),
        Data::Error(CellErrorType::NA) => "NA".to_owned(),
        Data::Error(e) => e.to_string(),
        Data::DateTime(_) | Data::DateTimeIso(_) | Data::DurationIso(_) => "a date".to_owned(),
        Data::Empty => String::new(),
    }
}
