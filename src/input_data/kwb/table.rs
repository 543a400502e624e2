//! The rows of a KWB file, as far as they are needed.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, Read};
use std::rc::Rc;

use flate2::read::MultiGzDecoder;

use super::MAX_BYTES;
use super::columns::{COLUMNS, Column, locate};
use crate::diagnostics::Diagnostic;

/// A row: texts trimmed, numbers or nothing, and what could not be read as a number.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Line in the file, from 1.
    pub(super) line: usize,
    pub(super) code: String,
    pub(super) name: String,
    pub(super) municipality: String,
    pub(super) year: Option<i32>,
    numbers: [Option<f64>; COLUMNS.len()],
    unreadable: Vec<Unreadable>,
    /// Whether a text of it is no UTF-8 and was read as Windows-1252.
    pub(super) is_of_windows: bool,
}

/// A field that should hold a number.
#[derive(Clone, Debug)]
struct Unreadable {
    column: Column,
    text: String,
    /// What is wrong with it.
    message: &'static str,
    /// Column of the field's first character in the file's line, from 1.
    at: Option<usize>,
}

impl Row {
    /// The figure of a column, unless it is missing.
    pub(super) fn get(&self, column: Column) -> Option<f64> {
        self.numbers[column as usize]
    }

    /// Whether it is a wijk, not a country, a municipality or a buurt.
    pub(super) fn is_wijk(&self) -> bool {
        self.code.strip_prefix("WK").is_some_and(are_digits)
    }

    /// What stands where a number should.
    pub(super) fn problems(&self, table: &Table) -> Vec<Diagnostic> {
        let problem = |unreadable: &Unreadable| Diagnostic {
            field: unreadable.column.title().to_owned(),
            message: format!("{} for {}", unreadable.message, self.code),
            value: unreadable.text.clone(),
            allowed: allowed(unreadable.column).1,
            column: unreadable.at,
            ..table.diagnostic(self.line)
        };
        self.unreadable.iter().map(problem).collect()
    }
}

/// Whether a text is one digit or more and nothing else.
pub(super) fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// What a column may hold: the highest number, and in words.
fn allowed(column: Column) -> (f64, String) {
    match column {
        Column::Low | Column::High | Column::Owned | Column::Social => (100.0, "a percentage, 0 to 100".to_owned()),
        Column::Wmo => (1_000.0, "0 to 1000, '.' or nothing where missing".to_owned()),
        Column::Urbanity => (5.0, "1 to 5".to_owned()),
        _ => (20_000_000.0, "a count, '.' or nothing where missing".to_owned()),
    }
}

/// A file's rows with a code, in its order.
pub(super) struct Table {
    pub(super) file: String,
    pub(super) rows: Vec<Row>,
    positions: [Option<usize>; COLUMNS.len()],
}

impl Table {
    /// Reads a whole file.
    pub(super) fn read(reader: impl Read, file: &str) -> Result<Self, Vec<Diagnostic>> {
        Self::parse(reader, file).map_err(|diagnostic| vec![*diagnostic])
    }

    fn parse(reader: impl Read, file: &str) -> Result<Self, Box<Diagnostic>> {
        let about = |message: String, allowed: &str| {
            Box::new(Diagnostic {
                file: file.to_owned(),
                message,
                allowed: allowed.to_owned(),
                ..Diagnostic::default()
            })
        };
        let unreadable =
            |e: &dyn std::fmt::Display| about(format!("cannot be read: {e}"), "a csv or csv.gz file of CBS");
        let mut packed = BufReader::new(reader);
        let gzip = packed.fill_buf().map_err(|e| unreadable(&e))?.starts_with(&[0x1F, 0x8B]);
        let plain: Box<dyn Read + '_> = if gzip { Box::new(MultiGzDecoder::new(packed)) } else { Box::new(packed) };
        let source = Source::default();
        let mut plain = BufReader::new(Limited { inner: plain, left: MAX_BYTES });
        let mut first = Vec::new();
        // No header is longer; a file without line ends must not fill the memory.
        plain.by_ref().take(1 << 20).read_until(b'\n', &mut first).map_err(|e| unreadable(&e))?;
        let fields = |delimiter: u8| first.split(|byte| *byte == delimiter).count();
        let delimiter = if fields(b';') > fields(b',') { b';' } else { b',' };
        let mut csv = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .from_reader(Remembered { inner: io::Cursor::new(first).chain(plain), source: source.clone() });
        let header: Vec<String> =
            csv.byte_headers().map_err(|e| unreadable(&e))?.iter().map(|h| decoded(h).into_owned()).collect();
        let located = locate(&header);
        let twice =
            COLUMNS.iter().zip(&located).find_map(|(column, at)| at.get(1).map(|second| (column.1, at[0], *second)));
        if let Some((title, first, second)) = twice {
            let message = format!("stands twice in the header, in columns {} and {}", first + 1, second + 1);
            let mut problem = about(message, "one column of this name");
            problem.line = Some(1);
            title.clone_into(&mut problem.field);
            return Err(problem);
        }
        let positions = located.map(|at| at.first().copied());
        let lacking: Vec<&str> = [Column::Code, Column::Residents]
            .into_iter()
            .filter(|c| positions[*c as usize].is_none())
            .map(Column::title)
            .collect();
        if !lacking.is_empty() {
            let message = format!("not a file of key figures: the header has no {}", lacking.join(" and no "));
            let mut problem = about(message, "StatLine's column names, such as Codering_3 and AantalInwoners_5");
            problem.line = Some(1);
            return Err(problem);
        }
        let mut rows = Vec::new();
        let mut record = csv::ByteRecord::new();
        while csv.read_byte_record(&mut record).map_err(|e| unreadable(&e))? {
            let (line, start) = record.position().map_or((0, 0), |p| (p.line() as usize, p.byte()));
            source.forget(start);
            let line = line + source.line_ends(start);
            rows.push(row(&record, &positions, line, |field| source.column(start, field, delimiter)));
        }
        Ok(Self { file: file.to_owned(), rows, positions })
    }

    /// Whether the header has a column.
    pub(super) const fn has(&self, column: Column) -> bool {
        self.positions[column as usize].is_some()
    }

    /// A diagnostic about a line.
    pub(super) fn diagnostic(&self, line: usize) -> Diagnostic {
        Diagnostic { file: self.file.clone(), line: Some(line), ..Diagnostic::default() }
    }
}

fn row(
    record: &csv::ByteRecord,
    positions: &[Option<usize>; COLUMNS.len()],
    line: usize,
    at: impl Fn(usize) -> Option<usize>,
) -> Row {
    let bytes = |column: Column| positions[column as usize].and_then(|i| record.get(i)).unwrap_or_default();
    let text = |column: Column| line_of(&decoded(bytes(column)));
    let is_of_windows = positions.iter().flatten().any(|i| record.get(*i).is_some_and(|b| str::from_utf8(b).is_err()));
    let mut numbers = [None; COLUMNS.len()];
    let mut unreadable = Vec::new();
    for (column, _, _) in &COLUMNS[Column::Residents as usize..] {
        let written = text(*column);
        let is_count = !matches!(column, Column::Low | Column::High | Column::Owned | Column::Social | Column::Wmo);
        let message = match number(&written, allowed(*column).0) {
            Ok(Some(x)) if is_count && x.fract() != 0.0 => "not a whole number",
            Ok(number) => {
                numbers[*column as usize] = number;
                continue;
            }
            Err(()) => "not a number",
        };
        let at = positions[*column as usize].and_then(&at);
        unreadable.push(Unreadable { column: *column, text: written, message, at });
    }
    let code = text(Column::Code).to_uppercase();
    let name = text(Column::Name);
    // StatLine's first column holds the code in some files and the name in others.
    let name = if name.eq_ignore_ascii_case(&code) { String::new() } else { name };
    Row {
        line,
        code,
        name,
        municipality: text(Column::Municipality),
        year: text(Column::Year).get(..4).and_then(|y| y.parse().ok()),
        numbers,
        unreadable,
        is_of_windows,
    }
}

/// A field as text: UTF-8, or else what Windows means by the bytes (Windows-1252, as Excel saves in this country).
fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    /// What the bytes 0x80 to 0x9F mean; elsewhere a byte is the character of its number.
    const SPECIAL: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    let of_windows = |byte: &u8| match byte {
        0x80..=0x9F => SPECIAL[usize::from(byte - 0x80)],
        byte => char::from(*byte),
    };
    str::from_utf8(bytes).map_or_else(|_| bytes.iter().map(of_windows).collect(), Cow::Borrowed)
}

/// A text as one line: line ends and runs of blanks are one blank, other control characters are left out.
fn line_of(text: &str) -> String {
    let words = text.split_whitespace().map(|word| word.replace(char::is_control, ""));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A number with a decimal comma or point; nothing for an empty field or CBS's full stop.
fn number(text: &str, highest: f64) -> Result<Option<f64>, ()> {
    if text.is_empty() || text == "." {
        return Ok(None);
    }
    match text.replace(',', ".").parse::<f64>() {
        Ok(x) if (0.0..=highest).contains(&x) => Ok(Some(x)),
        _ => Err(()),
    }
}

/// Refuses to go on after so many bytes: a small archive must not unpack into an endless file.
struct Limited<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.left = self.left.checked_sub(n as u64).ok_or_else(|| {
            io::Error::new(io::ErrorKind::FileTooLarge, format!("more than {} MiB unpacked", MAX_BYTES >> 20))
        })?;
        Ok(n)
    }
}

/// The bytes of the records that the CSV reader has not finished yet: it unquotes fields and forgets where they stood.
#[derive(Clone, Debug, Default)]
struct Source(Rc<RefCell<(u64, VecDeque<u8>)>>);

impl Source {
    /// Forgets what lies before a byte of the file.
    fn forget(&self, before: u64) {
        let (start, bytes) = &mut *self.0.borrow_mut();
        let gone = (before.saturating_sub(*start) as usize).min(bytes.len());
        bytes.drain(..gone);
        *start += gone as u64;
    }

    /// Line ends between where a record is said to begin and where it does: after `\r\n` it is said to begin at the
    /// `\n`.
    fn line_ends(&self, record: u64) -> usize {
        let (start, bytes) = &*self.0.borrow();
        let ends = from(bytes, *start, record).take_while(|b| matches!(b, b'\r' | b'\n'));
        ends.filter(|b| *b == b'\n').count()
    }

    /// The column, in characters from 1, of the first character of a field of the record that begins at a byte; `None`
    /// if the field stands on a later line than its record.
    fn column(&self, record: u64, field: usize, delimiter: u8) -> Option<usize> {
        let (start, bytes) = &*self.0.borrow();
        let (mut fields, mut quoted, mut line) = (0, false, Vec::new());
        // A record may be said to begin at the end of the line before it.
        for byte in from(bytes, *start, record).skip_while(|b| matches!(b, b'\r' | b'\n')) {
            if fields == field {
                let opened = usize::from(byte == b'"');
                return Some(
                    String::from_utf8_lossy(&line).trim_start_matches('\u{feff}').chars().count() + 1 + opened,
                );
            }
            match byte {
                b'"' => quoted = !quoted,
                b'\n' => return None,
                _ if byte == delimiter && !quoted => fields += 1,
                _ => {}
            }
            line.push(byte);
        }
        None
    }
}

/// The bytes from one of the file on, of those that begin with number `start`.
fn from(bytes: &VecDeque<u8>, start: u64, byte: u64) -> impl Iterator<Item = u8> {
    let before = (byte.saturating_sub(start) as usize).min(bytes.len());
    bytes.range(before..).copied()
}

/// Reads on, and remembers.
struct Remembered<R> {
    inner: R,
    source: Source,
}

impl<R: Read> Read for Remembered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.source.0.borrow_mut().1.extend(&buffer[..n]);
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_cbs_writes_them() {
        assert_eq!(number("20,3", 100.0), Ok(Some(20.3)));
        assert_eq!(number("20.3", 100.0), Ok(Some(20.3)));
        assert_eq!(number(".", 100.0), Ok(None));
        assert_eq!(number("", 100.0), Ok(None));
        for bad in ["nan", "inf", "-1", "x", "101", "1e9"] {
            assert_eq!(number(bad, 100.0), Err(()), "{bad}");
        }
    }

    #[test]
    fn a_mistake_stands_in_the_column_of_its_first_character() {
        let header = "Gemeentenaam_1;Codering_3;AantalInwoners_5;Mannen_6\n";
        let text = format!(
            "{header}Utrecht;WK000001;10;5\n\"Bergen; \"\"NH\"\"\";WK000002;x;\"y\"\r\n\"two\nlines\";WK000003;z;5\n\
             Súdwest;WK000004;10;w\n"
        );
        // Small pieces, so that records cross them.
        let table = Table::read(io::BufReader::with_capacity(7, text.as_bytes()), "kwb.csv")
            .unwrap_or_else(|p| panic!("{p:?}"));
        let told = |row: &Row| row.problems(&table).into_iter().map(|p| (p.line, p.column, p.value)).collect();
        let places: Vec<Vec<_>> = table.rows.iter().map(told).collect();
        let at = |line, column, value: &str| (Some(line), column, value.to_owned());
        assert_eq!(places[0], []);
        assert_eq!(places[1], [at(3, Some(27), "x"), at(3, Some(30), "y")]);
        assert_eq!(places[2], [at(4, None, "z")], "on a later line than its record");
        assert_eq!(places[3], [at(6, Some(21), "w")], "characters, not bytes");
    }

    #[test]
    fn an_endless_file_is_refused() {
        let mut endless = Limited { inner: io::repeat(b'x'), left: 10_000 };
        let error = io::copy(&mut endless, &mut io::sink()).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::FileTooLarge);
    }
}
