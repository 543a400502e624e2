//! A municipality's own figures as a sheet: one figure a row, comma or semicolon between columns, as spreadsheets save
//! it. With semicolons a comma in a number is the decimal one.

use super::super::cells::{CLOSED, Cell, UNCLOSED, cells, separator};
use super::super::nearest::suggestion;
use super::super::reader::{A_NUMBER, A_WHOLE_NUMBER, TOO_HIGH, TOO_LOW};
use super::names::{MOST, indicator_of, own_names};
use crate::diagnostics::Diagnostic;
use crate::input_data::MAX_RESIDENTS;
use crate::language::{Text, text};
use crate::plan::OwnFigure;

/// The columns, in any order; the first two must be there.
const COLUMNS: [&str; 8] = ["figure", "value", "low", "high", "tolerance", "residents", "year", "source"];

/// What is read, and every mistake.
pub(super) fn read(file: &str, text: &str) -> (Vec<OwnFigure>, Vec<Diagnostic>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = text.lines().enumerate().map(|(i, line)| (i + 1, line)).filter(|(_, line)| !line.trim().is_empty());
    let mut sheet = Sheet { file, separator: ',', columns: Vec::new(), problems: Vec::new() };
    let Some((line, header)) = lines.next() else {
        let message = Text::fixed("an empty file", "een leeg bestand");
        sheet.problem(1, &(1, String::new()), "", message).allowed = allowed_header();
        return (Vec::new(), sheet.problems);
    };
    sheet.separator = separator(header);
    sheet.read_header(line, header);
    let mut figures: Vec<OwnFigure> = Vec::new();
    if sheet.problems.is_empty() {
        for (line, text) in lines {
            if let Some(figure) = sheet.row(line, text, &figures) {
                figures.push(figure);
            }
        }
    }
    (figures, sheet.problems)
}

fn allowed_header() -> Text {
    let columns = COLUMNS.join(",");
    text!("a first row {columns}", "een eerste regel {columns}")
}

struct Sheet<'f> {
    file: &'f str,
    separator: char,
    /// The column of [`COLUMNS`] that each column of the file is.
    columns: Vec<Option<usize>>,
    problems: Vec<Diagnostic>,
}

impl Sheet<'_> {
    fn problem(&mut self, line: usize, cell: &Cell, field: &str, message: Text) -> &mut Diagnostic {
        self.problems.push(Diagnostic {
            file: self.file.to_owned(),
            line: Some(line),
            column: Some(cell.0),
            field: field.to_owned(),
            value: cell.1.clone(),
            message,
            ..Diagnostic::default()
        });
        let last = self.problems.len() - 1;
        &mut self.problems[last]
    }

    fn cells(&mut self, line: usize, row: &str) -> Vec<Cell> {
        let (cells, unclosed) = cells(row, self.separator);
        if let Some(column) = unclosed {
            let rest: String = row.chars().skip(column - 1).collect();
            self.problem(line, &(column, rest), "", UNCLOSED).allowed = CLOSED;
        }
        cells
    }

    fn read_header(&mut self, line: usize, header: &str) {
        for cell in self.cells(line, header) {
            let name = cell.1.to_lowercase();
            let position = COLUMNS.iter().position(|column| *column == name);
            if position.is_none() {
                let problem = self.problem(line, &cell, "", Text::fixed("no such column", "deze kolom bestaat niet"));
                problem.allowed = Text::same(COLUMNS.join(", "));
                problem.help = suggestion(&name, &COLUMNS);
            } else if self.columns.contains(&position) {
                let message = Text::fixed("this column stands here twice", "deze kolom staat hier twee keer");
                self.problem(line, &cell, "", message);
            }
            self.columns.push(position);
        }
        if self.problems.is_empty() && [0, 1].iter().any(|needed| !self.columns.contains(&Some(*needed))) {
            let message = Text::fixed("has no columns figure and value", "heeft geen kolommen figure en value");
            self.problem(line, &(1, header.to_owned()), "", message).allowed = allowed_header();
        }
    }

    /// The figure of a row, unless it has mistakes.
    fn row(&mut self, line: usize, text: &str, before: &[OwnFigure]) -> Option<OwnFigure> {
        let row = self.cells(line, text);
        if row.len() > self.columns.len() {
            let extra = row[self.columns.len()].clone();
            let (count, message) =
                (self.columns.len(), Text::fixed("more cells than columns", "meer cellen dan kolommen"));
            self.problem(line, &extra, "", message).allowed = text!("{count} cells", "{count} cellen");
            return None;
        }
        let at = |column: usize| {
            let position = self.columns.iter().position(|c| *c == Some(column))?;
            row.get(position).filter(|cell| !cell.1.is_empty()).cloned()
        };
        let all: [Option<Cell>; 8] = std::array::from_fn(at);
        let [name, ..] = &all;
        let Some(name) = name else {
            let message = Text::fixed("names no figure", "noemt geen cijfer");
            self.problem(line, &(1, text.to_owned()), "", message).allowed = Text::same(own_names().join(", "));
            return None;
        };
        let (known, indicator) = (own_names(), indicator_of(&name.1));
        if !known.contains(&name.1.as_str()) {
            let problem = self.problem(line, name, "figure", Text::fixed("no such figure", "dit cijfer bestaat niet"));
            problem.help = suggestion(&name.1, known);
            problem.allowed = Text::fixed(
                "wmo_clients, youth_clients and the like, or the key of an indicator",
                "wmo_clients, youth_clients en dergelijke, of de naam van een indicator",
            );
            return None;
        }
        if before.iter().any(|figure| figure.indicator == indicator) {
            let message = Text::fixed("this figure stands here twice", "dit cijfer staat hier twee keer");
            self.problem(line, name, "figure", message);
            return None;
        }
        self.figure(line, name, &all)
    }

    fn figure(&mut self, line: usize, name: &Cell, all: &[Option<Cell>; 8]) -> Option<OwnFigure> {
        let mistakes = self.problems.len();
        let mut number = |column: usize, (min, max): (f64, f64), is_whole: bool| {
            let cell = all[column].as_ref()?;
            self.number(line, cell, COLUMNS[column], (min, max), is_whole)
        };
        let (value, low, high) =
            (number(1, (0.0, MOST), false), number(2, (0.0, MOST), false), number(3, (0.0, MOST), false));
        let mut figure = OwnFigure {
            name: name.1.clone(),
            indicator: indicator_of(&name.1).to_owned(),
            value: 0.0,
            range: None,
            tolerance: number(4, (0.0, 1.0), false),
            residents: number(5, (1.0, f64::from(MAX_RESIDENTS)), true).map(|n| n as u32),
            year: number(6, (1900.0, 2200.0), true).map(|n| n as i32),
            source: all[7].as_ref().map(|cell| cell.1.clone()).unwrap_or_default(),
        };
        if self.problems.len() > mistakes {
            return None;
        }
        if let Err((message, allowed)) = figure.put(value, low, high) {
            let in_column = Text::fixed("a number in the column value", "een getal in de kolom value");
            self.problem(line, name, &name.1, message).allowed = if value.is_none() { in_column } else { allowed };
            return None;
        }
        Some(figure)
    }

    fn number(&mut self, line: usize, cell: &Cell, field: &str, (min, max): (f64, f64), whole: bool) -> Option<f64> {
        let plain = if self.separator == ';' { cell.1.replace(',', ".") } else { cell.1.clone() };
        // 12.400 in a Dutch sheet is twelve thousand, or a little more than twelve: nobody can tell.
        let groups: Vec<&str> = cell.1.split('.').collect();
        let is_ambiguous = self.separator == ';' && groups.len() > 1 && groups[1..].iter().all(|g| g.len() == 3);
        let number = plain.parse::<f64>().ok().filter(|n| n.is_finite() && !is_ambiguous);
        let kind = if whole { A_WHOLE_NUMBER } else { A_NUMBER };
        let Some(number) = number else {
            let problem = self.problem(line, cell, field, text!("is not {kind}", "is niet {kind}"; kind));
            problem.allowed = text!(
                "{kind} without separators of thousands, {min} to {max}",
                "{kind} zonder punten of komma's voor duizendtallen, {min} tot en met {max}";
                kind
            );
            if is_ambiguous {
                let meant = groups.concat();
                problem.help = text!("did you mean '{meant}'?", "bedoelde u '{meant}'?");
            }
            return None;
        };
        if number < min || number > max || (whole && number.fract() != 0.0) {
            let message = if number < min {
                TOO_LOW
            } else if number > max {
                TOO_HIGH
            } else {
                Text::fixed("is not a whole number", "is geen geheel getal")
            };
            self.problem(line, cell, field, message).allowed =
                text!("{kind}, {min} to {max}", "{kind}, {min} tot en met {max}"; kind);
            return None;
        }
        // Negative zero would print and hash differently from zero.
        Some(number + 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_read_as_spreadsheets_save_it() {
        let dutch = "\u{feff}figure;value;low;high;year;source\r\nwmo_clients;2400;;;2024;\"Jaarverslag; deel 1\"\r\n\
                     team_wait_weeks;5,5;4;7,5;;\r\n";
        let (figures, problems) = read("own.csv", dutch);
        assert!(problems.is_empty(), "{problems:?}");
        let [wmo, wait] = figures.as_slice() else { panic!("{figures:?}") };
        assert_eq!((wmo.indicator.as_str(), wmo.value, wmo.year), ("persons.wmo", 2400.0, Some(2024)));
        assert_eq!(wmo.source, "Jaarverslag; deel 1");
        assert_eq!((wait.value, wait.range), (5.5, Some((4.0, 7.5))));
        let (figures, problems) = read("own.csv", "value,figure\n1e6,euros.wmo\n");
        assert!(problems.is_empty() && figures[0].name == "euros.wmo", "{figures:?} {problems:?}");
    }

    #[test]
    fn every_mistake_is_told_with_its_place() {
        let text = "figure;value;low;tolerance\nwmo_client;5\nyouth_clients;12.400\nteam_cases;5;6\n\
                    team_open_cases;5;;2\n\
                    team_waiting;x\nspend_wmo_euros\nteam_wait_weeks;3\nteam.wait_weeks;3\n;4\n";
        let (figures, problems) = read("own.csv", text);
        assert_eq!(figures.len(), 1);
        let told: Vec<(Option<usize>, Option<usize>, &str)> =
            problems.iter().map(|p| (p.line, p.column, &*p.message.en)).collect();
        assert_eq!(
            told,
            [
                (Some(2), Some(1), "no such figure"),
                (Some(3), Some(15), "is not a number"),
                (Some(4), Some(1), "low and high belong together"),
                (Some(5), Some(20), "too high"),
                (Some(6), Some(14), "is not a number"),
                (Some(7), Some(1), "has no value"),
                (Some(9), Some(1), "this figure stands here twice"),
                (Some(10), Some(1), "names no figure"),
            ]
        );
        assert!(problems[0].help.en.contains("wmo_clients") && problems[1].help.en.contains("12400"), "{problems:?}");
        let (_, problems) = read("own.csv", "figure,valeu\nwmo_clients,5\n");
        assert!(problems[0].help.en.contains("value") && problems[0].column == Some(8), "{problems:?}");
    }
}
