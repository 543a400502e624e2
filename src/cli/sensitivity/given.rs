//! Points and outcomes that somebody has from elsewhere: two sheets of numbers.

use std::path::Path;

use crate::cli::Failure;
use crate::diagnostics::{Diagnostic, of_system};
use crate::language::{Text, text};

/// A sheet of numbers; an empty cell is missing.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sheet {
    /// The names in its first row.
    pub(super) names: Vec<String>,
    /// Rows, each with a cell for each name.
    pub(super) rows: Vec<Vec<Option<f64>>>,
    /// Its text.
    pub(super) text: String,
}

/// Reads both sheets; every mistake in either.
///
/// # Errors
/// Files that are no such sheets, or do not have as many rows as each other.
pub(super) fn sheets(points: &Path, outcomes: &Path) -> Result<(Vec<Vec<f64>>, Sheet, Sheet), Failure> {
    let (mut problems, mut read) = (Vec::new(), Vec::new());
    for path in [points, outcomes] {
        match std::fs::read_to_string(path) {
            Ok(text) => {
                let (sheet, more) = sheet(&path.display().to_string(), text);
                problems.extend(more);
                read.push(sheet);
            }
            Err(error) => problems.push(unreadable(path, &error)),
        }
    }
    let [points_sheet, outcomes_sheet] = <[Sheet; 2]>::try_from(read).map_err(|_| Failure::Input(problems.clone()))?;
    let whole: Vec<Vec<f64>> = points_sheet.rows.iter().filter_map(|row| row.iter().copied().collect()).collect();
    if problems.is_empty() {
        for (line, row) in points_sheet.rows.iter().enumerate().filter(|(_, row)| row.contains(&None)) {
            let column = row.iter().position(Option::is_none);
            let field = column.map(|column| points_sheet.names[column].clone()).unwrap_or_default();
            let message = Text::fixed("a point without a value", "een punt zonder waarde");
            let file = points.display().to_string();
            problems.push(Diagnostic { file, line: Some(line + 2), field, message, ..Diagnostic::default() });
        }
        let (runs, values) = (points_sheet.rows.len(), outcomes_sheet.rows.len());
        if runs != values {
            problems.push(Diagnostic {
                file: outcomes.display().to_string(),
                message: text!(
                    "has {values} rows, and there are {runs} points",
                    "heeft {values} rijen, bij {runs} punten"
                ),
                ..Diagnostic::default()
            });
        }
    }
    if problems.is_empty() { Ok((whole, points_sheet, outcomes_sheet)) } else { Err(Failure::Input(problems)) }
}

fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    Diagnostic {
        file: path.display().to_string(),
        message: of_system(error),
        surroundings: error.kind() == std::io::ErrorKind::PermissionDenied,
        ..Diagnostic::default()
    }
}

fn sheet(file: &str, text: String) -> (Sheet, Vec<Diagnostic>) {
    let problem = |line: usize, column: Option<usize>, value: &str, message: Text, allowed: Text| Diagnostic {
        file: file.to_owned(),
        line: Some(line),
        column,
        value: value.to_owned(),
        message,
        allowed,
        ..Diagnostic::default()
    };
    let mut problems = Vec::new();
    let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let names: Vec<String> =
        lines.next().map_or("", |(_, line)| line).split(',').map(|n| n.trim().to_owned()).collect();
    let mut rows = Vec::new();
    let a_number =
        || Text::fixed("numbers with a point, commas between them", "getallen met een punt, komma's ertussen");
    for (line, of) in lines {
        let cells: Vec<&str> = of.split(',').collect();
        if cells.len() != names.len() {
            let (here, there) = (cells.len(), names.len());
            let message = text!("{here} cells under {there} names", "{here} cellen onder {there} namen");
            problems.push(problem(line + 1, None, "", message, Text::default()));
            continue;
        }
        let mut row = Vec::with_capacity(cells.len());
        let mut column = 1;
        for cell in cells {
            let value = cell.trim().parse::<f64>().ok().filter(|value| value.is_finite());
            if value.is_none() && !cell.trim().is_empty() {
                let message = Text::fixed("is no number", "is geen getal");
                problems.push(problem(line + 1, Some(column), cell.trim(), message, a_number()));
            }
            row.push(value);
            column += cell.chars().count() + 1;
        }
        rows.push(row);
    }
    if rows.is_empty() && problems.is_empty() {
        let message = Text::fixed("has no row of numbers", "heeft geen rij met getallen");
        problems.push(problem(1, None, "", message, a_number()));
    }
    (Sheet { names, rows, text }, problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mistake_in_a_sheet_has_its_place() {
        let (read, problems) = sheet("p.csv", "a,b\n0.5,x\n1\n0.25,\n0,inf\n".to_owned());
        assert_eq!(read.names, ["a", "b"]);
        let places: Vec<_> = problems.iter().map(|p| (p.line, p.column, p.value.as_str())).collect();
        assert_eq!(places, [(Some(2), Some(5), "x"), (Some(3), None, ""), (Some(5), Some(3), "inf")]);
        assert_eq!(read.rows[1], [Some(0.25), None]);
    }
}
