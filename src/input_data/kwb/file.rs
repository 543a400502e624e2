//! A file of district figures as it comes: text or a workbook, packed or not.

use std::io::{self, BufRead, BufReader, Read};

use csv::ByteRecord;
use flate2::read::MultiGzDecoder;

use super::source::{Limited, MAX_BYTES, Remembered, Source, Utf16};
use super::table::{MAX_TITLES, Reading, Table, unreadable};
use super::workbook;
use crate::diagnostics::Diagnostic;
use crate::language::Text;

impl Table {
    /// Reads a whole file: text or a workbook, packed or not.
    pub(super) fn read(reader: impl Read, file: &str) -> Result<Self, Vec<Diagnostic>> {
        let mut packed = BufReader::new(reader);
        let gzip = start_of(&mut packed, file)?.starts_with(&[0x1F, 0x8B]);
        let plain: Box<dyn Read + '_> = if gzip { Box::new(MultiGzDecoder::new(packed)) } else { Box::new(packed) };
        let mut plain = BufReader::new(Limited { inner: plain, left: MAX_BYTES });
        let start = start_of(&mut plain, file)?;
        if let Some(kind) = workbook::Kind::of(start) {
            return workbook::read(plain, kind, file);
        }
        match start {
            [0xFF, 0xFE, ..] => Self::of_text(&mut Utf16::new(plain, false), file),
            [0xFE, 0xFF, ..] => Self::of_text(&mut Utf16::new(plain, true), file),
            _ => Self::of_text(&mut plain, file),
        }
    }

    fn of_text(plain: &mut dyn Read, file: &str) -> Result<Self, Vec<Diagnostic>> {
        let failed = |e: &dyn std::fmt::Display| vec![unreadable(file, &Text::same(e.to_string()))];
        let mut start = Vec::new();
        plain.take(256 << 10).read_to_end(&mut start).map_err(|e| failed(&e))?;
        let delimiter = delimiter_of(&start);
        let source = Source::default();
        let mut csv = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .has_headers(false)
            .from_reader(Remembered { inner: io::Cursor::new(start).chain(plain), source: source.clone() });
        let mut reading = Reading::new(file);
        let mut record = ByteRecord::new();
        while csv.read_byte_record(&mut record).map_err(|e| failed(&e))? {
            let (line, start) = record.position().map_or((0, 0), |p| (p.line() as usize, p.byte()));
            source.forget(start);
            let line = line + source.line_ends(start);
            reading.take(&record, line, |field| source.column(start, field, delimiter))?;
        }
        reading.finish()
    }
}

/// The first bytes of a file.
fn start_of<'a>(reader: &'a mut impl BufRead, file: &str) -> Result<&'a [u8], Vec<Diagnostic>> {
    reader.fill_buf().map_err(|e| vec![unreadable(file, &Text::same(e.to_string()))])
}

/// What stands between fields: what Excel's first line `sep=;` says, or else what stands most often in one line.
fn delimiter_of(start: &[u8]) -> u8 {
    let first = start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(start);
    let first = first.strip_prefix(b"\"").unwrap_or(first);
    if let Some(delimiter @ (b';' | b',' | b'\t' | b'|')) =
        first.get(..5).filter(|s| s[..4].eq_ignore_ascii_case(b"sep=")).map(|s| s[4])
    {
        return delimiter;
    }
    let most = |delimiter: u8| {
        let lines = start.split(|b| *b == b'\n').take(MAX_TITLES + 1);
        lines.map(|line| line.split(|b| *b == delimiter).count()).max()
    };
    // Of equals the last counts.
    [b',', b'\t', b';'].into_iter().max_by_key(|delimiter| most(*delimiter)).unwrap_or(b';')
}
