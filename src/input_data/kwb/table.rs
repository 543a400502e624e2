//! The rows of a KWB file, as far as they are needed: its wijken.

use csv::ByteRecord;

use super::columns::{COUNT, Column, Kind, Located, locate};
use super::source::{decoded, line_of};
use crate::diagnostics::Diagnostic;
use crate::language::{Text, text};

/// The most wijken that are kept: the country has some 3,400.
const MAX_WIJKEN: usize = 20_000;
/// The most lines before a header, titles and blanks.
pub(super) const MAX_TITLES: usize = 20;
/// The most characters of a text that are kept.
const MAX_TEXT: usize = 200;

/// A row: texts trimmed, numbers or nothing, and what could not be read as a number.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Line in the file, from 1.
    pub(super) line: usize,
    pub(super) code: String,
    pub(super) name: String,
    pub(super) municipality: String,
    pub(super) year: Option<i32>,
    numbers: [Option<f64>; COUNT],
    unreadable: Vec<Unreadable>,
    /// Whether a text of it is no UTF-8 and was read as Windows-1252.
    pub(super) is_of_windows: bool,
}

/// What is wrong with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// Digits in groups of three: thousands, or decimals.
    Grouped,
    /// A part of a person.
    Fraction,
    /// Nothing that is a number.
    NoNumber,
    /// A number that the column cannot hold.
    OutOfRange,
}

impl Fault {
    const fn message(self) -> Text {
        match self {
            Self::Grouped => Text::fixed(
                "a full stop or comma before three digits, which may mean thousands,",
                "een punt of komma voor drie cijfers, wat duizenden kan betekenen",
            ),
            Self::Fraction => Text::fixed("not a whole number", "geen geheel getal"),
            Self::NoNumber => Text::fixed("not a number", "geen getal"),
            Self::OutOfRange => Text::fixed("out of range", "buiten de grenzen"),
        }
    }

    /// What to write instead of a text.
    fn help(self, written: &str) -> Text {
        let digits = written.replace(['.', ','], "");
        match self {
            Self::Grouped => text!("if thousands are meant: {digits}", "als het duizenden zijn: {digits}"),
            _ => Text::default(),
        }
    }
}

/// A field that should hold a number.
#[derive(Clone, Debug)]
struct Unreadable {
    column: Column,
    text: String,
    fault: Fault,
    /// Column of the field's first character in the file's line, from 1.
    at: Option<usize>,
}

impl Row {
    /// The figure of a column, unless it is missing.
    pub(super) fn get(&self, column: Column) -> Option<f64> {
        self.numbers[column as usize]
    }

    /// What stands where a number should.
    pub(super) fn problems(&self, table: &Table) -> Vec<Diagnostic> {
        let problem = |unreadable: &Unreadable| Diagnostic {
            field: table.title_of(unreadable.column),
            message: {
                let (what, code) = (&unreadable.fault.message(), &self.code);
                text!("{what} for {code}", "{what}, bij {code}"; what)
            },
            value: unreadable.text.clone(),
            help: unreadable.fault.help(&unreadable.text),
            allowed: allowed(unreadable.column).1,
            column: unreadable.at,
            ..table.diagnostic(self.line)
        };
        self.unreadable.iter().map(problem).collect()
    }
}

/// Whether a text is the code of a wijk: WK, the four digits of its municipality and two digits or letters.
pub(super) fn is_wijk(code: &str) -> bool {
    code.strip_prefix("WK").is_some_and(|rest| rest.len() == 6 && is_region(rest))
}

/// Whether a text is four digits, and then digits and letters or nothing.
pub(super) fn is_region(text: &str) -> bool {
    let (municipality, rest) = text.as_bytes().split_at(text.len().min(4));
    municipality.len() == 4
        && municipality.iter().all(u8::is_ascii_digit)
        && rest.iter().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
}

/// What a column may hold: the highest number, and in words.
fn allowed(column: Column) -> (f64, Text) {
    match (column, column.kind()) {
        (Column::Urbanity, _) => (5.0, Text::fixed("1 to 5", "1 tot en met 5")),
        (_, Kind::Share) => (100.0, Text::fixed("a percentage, 0 to 100", "een percentage, 0 tot en met 100")),
        (_, Kind::PerThousand) => (
            1_000.0,
            Text::fixed(
                "0 to 1000, '.' or nothing where missing",
                "0 tot en met 1000; '.' of niets waar het ontbreekt",
            ),
        ),
        _ => (
            20_000_000.0,
            Text::fixed("a count, '.' or nothing where missing", "een aantal; '.' of niets waar het ontbreekt"),
        ),
    }
}

/// A header that was found.
#[derive(Default)]
struct Header {
    line: usize,
    names: Vec<String>,
    positions: [Option<usize>; COUNT],
}

/// A file's wijken, in its order.
#[derive(Default)]
pub(super) struct Table {
    pub(super) file: String,
    pub(super) rows: Vec<Row>,
    /// What stands above the header, in one line.
    pub(super) title: String,
    header: Header,
}

impl Table {
    /// Whether the header has a column.
    pub(super) const fn has(&self, column: Column) -> bool {
        self.header.positions[column as usize].is_some()
    }

    /// The name of a column in the header; empty where it has none.
    pub(super) fn name_of(&self, column: Column) -> &str {
        self.header.positions[column as usize].map_or("", |at| self.header.names[at].trim())
    }

    /// What a message calls a column: as the file does, or as StatLine would.
    pub(super) fn title_of(&self, column: Column) -> String {
        let name = self.name_of(column);
        if name.is_empty() { column.title().to_owned() } else { name.to_owned() }
    }

    /// Names in the header that look like a column.
    pub(super) fn alike(&self, column: Column) -> Vec<&str> {
        column.alike(&self.header.names)
    }

    /// The line of the header, from 1.
    pub(super) const fn header_line(&self) -> usize {
        self.header.line
    }

    /// A diagnostic about a line.
    pub(super) fn diagnostic(&self, line: usize) -> Diagnostic {
        Diagnostic { file: self.file.clone(), line: Some(line), ..Diagnostic::default() }
    }
}

/// A file that cannot be read to its end.
pub(super) fn unreadable(file: &str, why: &Text) -> Diagnostic {
    Diagnostic {
        file: file.to_owned(),
        message: text!("cannot be read: {why}", "kan niet gelezen worden: {why}"; why),
        allowed: Text::fixed(
            "a csv, csv.gz, xlsx or xls file of CBS",
            "een csv-, csv.gz-, xlsx- of xls-bestand van het CBS",
        ),
        ..Diagnostic::default()
    }
}

/// A table as its records come: first what stands above the header, then the header, then rows.
pub(super) struct Reading {
    table: Table,
    /// Lines above the header, until it is found.
    above: Vec<(usize, Vec<String>, Located)>,
    has_header: bool,
}

impl Reading {
    pub(super) fn new(file: &str) -> Self {
        let table = Table { file: file.to_owned(), ..Table::default() };
        Self { table, above: Vec::new(), has_header: false }
    }

    /// Whether a header was found, or may still be.
    pub(super) const fn is_hopeful(&self) -> bool {
        self.has_header || self.above.len() < MAX_TITLES
    }

    /// Takes the next record. `at` gives the column of a field's first character in its line, from 1.
    pub(super) fn take(
        &mut self,
        record: &ByteRecord,
        line: usize,
        at: impl Fn(usize) -> Option<usize>,
    ) -> Result<(), Vec<Diagnostic>> {
        if !self.has_header {
            return self.take_title(record, line);
        }
        let positions = &self.table.header.positions;
        let code = positions[Column::Code as usize].and_then(|i| record.get(i)).unwrap_or_default();
        if !is_wijk(&code_of(code)) {
            return Ok(());
        }
        if self.table.rows.len() == MAX_WIJKEN {
            let message = text!(
                "more than {MAX_WIJKEN} wijken; the country has some 3400",
                "meer dan {MAX_WIJKEN} wijken; het land heeft er zo'n 3400"
            );
            let allowed = Text::fixed("the figures of one year", "de cijfers van één jaar");
            return Err(vec![Diagnostic { message, allowed, ..self.table.diagnostic(line) }]);
        }
        let (cells, columns) = (record.len(), self.table.header.names.len());
        if record.iter().skip(columns).any(|cell| !cell.trim_ascii().is_empty()) {
            let message = text!(
                "{cells} cells under {columns} columns: figures stand in the wrong column",
                "{cells} cellen onder {columns} kolommen: cijfers staan in de verkeerde kolom"
            );
            let allowed = Text::fixed(
                "as many cells as columns; where commas part cells, no decimal commas",
                "evenveel cellen als kolommen; waar komma's cellen scheiden, geen decimale komma's",
            );
            return Err(vec![Diagnostic { message, allowed, ..self.table.diagnostic(line) }]);
        }
        let row = row(record, positions, line, at);
        self.table.rows.push(row);
        Ok(())
    }

    fn take_title(&mut self, record: &ByteRecord, line: usize) -> Result<(), Vec<Diagnostic>> {
        if self.above.len() >= MAX_TITLES {
            return Err(self.without_header());
        }
        let names: Vec<String> = record.iter().map(|field| line_of(&decoded(field))).collect();
        let located = locate(&names);
        let is_there = |column: &Column| {
            located.positions[*column as usize].is_some() || located.problems.iter().any(|p| p.0 == column.title())
        };
        if ![Column::Code, Column::Residents].iter().all(is_there) {
            self.above.push((line, names, located));
            return Ok(());
        }
        let problem = |(field, message, allowed): &(&str, Text, Text)| Diagnostic {
            field: (*field).to_owned(),
            message: message.clone(),
            allowed: allowed.clone(),
            ..self.table.diagnostic(line)
        };
        if !located.problems.is_empty() {
            return Err(located.problems.iter().map(problem).collect());
        }
        self.has_header = true;
        let titles: Vec<String> = self.above.iter().map(|(_, names, _)| names.join(" ")).collect();
        self.table.title = titles.join(" ");
        self.table.header = Header { line, names, positions: located.positions };
        Ok(())
    }

    /// The table, if there is one.
    pub(super) fn finish(self) -> Result<Table, Vec<Diagnostic>> {
        if self.has_header { Ok(self.table) } else { Err(self.without_header()) }
    }

    fn without_header(&self) -> Vec<Diagnostic> {
        if self.above.is_empty() {
            let message = Text::fixed("an empty file", "een leeg bestand");
            let allowed = Text::fixed("CBS's key figures", "de kerncijfers van het CBS");
            return vec![Diagnostic { message, allowed, ..self.table.diagnostic(1) }];
        }
        let known = |located: &Located| located.positions.iter().flatten().count();
        // The likeliest header, of equals the first.
        let likeliest = self.above.iter().rev().max_by_key(|(_, _, located)| known(located));
        let lacks = |column: &Column| likeliest.is_none_or(|(_, _, l)| l.positions[*column as usize].is_none());
        let lacking: Vec<&str> =
            [Column::Code, Column::Residents].iter().filter(|c| lacks(c)).map(|c| c.title()).collect();
        let (lacks_en, lacks_nl) = (lacking.join(" and no "), lacking.join(" en geen "));
        vec![Diagnostic {
            message: text!(
                "not a file of key figures: the header has no {lacks_en}",
                "geen bestand met kerncijfers: de kopregel heeft geen {lacks_nl}"
            ),
            allowed: Text::fixed(
                "CBS's column names, such as Codering_3 and AantalInwoners_5, or gwb_code and a_inw",
                "de kolomnamen van het CBS, zoals Codering_3 en AantalInwoners_5, of gwb_code en a_inw",
            ),
            ..self.table.diagnostic(likeliest.map_or(1, |(line, _, _)| *line))
        }]
    }
}

fn code_of(field: &[u8]) -> String {
    line_of(&decoded(&field[..field.len().min(MAX_TEXT)])).to_uppercase()
}

fn row(
    record: &ByteRecord,
    positions: &[Option<usize>; COUNT],
    line: usize,
    at: impl Fn(usize) -> Option<usize>,
) -> Row {
    let bytes = |column: Column| positions[column as usize].and_then(|i| record.get(i)).unwrap_or_default();
    let text = |column: Column| line_of(&decoded(bytes(column))).chars().take(MAX_TEXT).collect::<String>();
    let is_of_windows = positions.iter().flatten().any(|i| record.get(*i).is_some_and(|b| str::from_utf8(b).is_err()));
    let mut numbers = [None; COUNT];
    let mut unreadable = Vec::new();
    for known in &super::columns::COLUMNS[Column::Residents as usize..] {
        let column = known.column;
        let written = text(column);
        match number(&written, column) {
            Ok(number) => numbers[column as usize] = number,
            Err(fault) => {
                let at = positions[column as usize].and_then(&at);
                unreadable.push(Unreadable { column, text: written, fault, at });
            }
        }
    }
    let code = code_of(bytes(Column::Code));
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

/// How CBS, its map service and R write that a figure is missing.
const MISSING: [&str; 8] = ["", ".", "NA", "#N/A", "-99997", "-99997.0", "-99995", "-99995.0"];

/// A number with a decimal comma or point; nothing where it is missing.
fn number(text: &str, column: Column) -> Result<Option<f64>, Fault> {
    if MISSING.contains(&text) {
        return Ok(None);
    }
    let is_whole = matches!(column.kind(), Kind::Count | Kind::Any);
    if is_whole && is_grouped(text) {
        return Err(Fault::Grouped);
    }
    match text.replace(',', ".").parse::<f64>() {
        Ok(x) if !x.is_finite() => Err(Fault::NoNumber),
        Ok(x) if is_whole && x.fract() != 0.0 => Err(Fault::Fraction),
        Ok(x) if (0.0..=allowed(column).0).contains(&x) => Ok(Some(x)),
        Ok(_) => Err(Fault::OutOfRange),
        Err(_) => Err(Fault::NoNumber),
    }
}

/// Whether a number is written in groups of three digits.
fn is_grouped(text: &str) -> bool {
    let mut groups = text.split(['.', ',']);
    let is_digits = |group: &str| !group.is_empty() && group.len() <= 3 && group.bytes().all(|b| b.is_ascii_digit());
    groups.next().is_some_and(is_digits) && text.contains(['.', ',']) && groups.all(|g| g.len() == 3 && is_digits(g))
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    #[test]
    fn numbers_as_cbs_writes_them() {
        assert_eq!(number("20,3", Column::Low), Ok(Some(20.3)));
        assert_eq!(number("20.3", Column::Low), Ok(Some(20.3)));
        for missing in ["", ".", "NA", "-99997"] {
            assert_eq!(number(missing, Column::Low), Ok(None));
        }
        for bad in ["nan", "inf", "x"] {
            assert_eq!(number(bad, Column::Low), Err(Fault::NoNumber), "{bad}");
        }
        for bad in ["-1", "101", "1e9"] {
            assert_eq!(number(bad, Column::Low), Err(Fault::OutOfRange), "{bad}");
        }
        assert_eq!(number("34,5", Column::Men), Err(Fault::Fraction));
        assert_eq!(number("34255,0", Column::Men), Ok(Some(34_255.0)));
        for grouped in ["1.000", "34,255", "1.034.255"] {
            assert!(number(grouped, Column::Men) == Err(Fault::Grouped), "{grouped}");
        }
        assert_eq!(number("1.000", Column::Low), Ok(Some(1.0)), "a percentage may have three decimals");
    }

    #[test]
    fn a_mistake_stands_in_the_column_of_its_first_character() {
        let header = "Gemeentenaam_1;Codering_3;AantalInwoners_5;Mannen_6\n";
        let text = format!(
            "{header}Utrecht;WK000001;10;5\n\"Bergen; \"\"NH\"\"\";WK000002;x;\"y\"\r\n\"two\nlines\";WK000003;z;5\n\
             Súdwest;WK000004;10;w\n"
        );
        // Small pieces, so that records cross them.
        let table =
            Table::read(BufReader::with_capacity(7, text.as_bytes()), "kwb.csv").unwrap_or_else(|p| panic!("{p:?}"));
        let told = |row: &Row| row.problems(&table).into_iter().map(|p| (p.line, p.column, p.value)).collect();
        let places: Vec<Vec<_>> = table.rows.iter().map(told).collect();
        let at = |line, column, value: &str| (Some(line), column, value.to_owned());
        assert_eq!(places[0], []);
        assert_eq!(places[1], [at(3, Some(27), "x"), at(3, Some(30), "y")]);
        assert_eq!(places[2], [at(4, None, "z")], "on a later line than its record");
        assert_eq!(places[3], [at(6, Some(21), "w")], "characters, not bytes");
    }

    #[test]
    fn codes_may_have_letters_at_their_end() {
        assert!(["WK034403", "WK0363AA"].iter().all(|code| is_wijk(code)));
        assert!(["WK03440", "WKAA0301", "WK0344031", "GM0344", "BU03440311"].iter().all(|code| !is_wijk(code)));
    }
}
