//! The cells of a sheet as spreadsheets save it: commas or semicolons between columns.

use crate::language::Text;

/// A cell with its column in characters, from 1.
pub(super) type Cell = (usize, String);

/// The separator of a sheet, by its first row.
pub(super) fn separator(header: &str) -> char {
    if header.contains(';') { ';' } else { ',' }
}

/// The cells of a row without blanks around them, and where a quote stands that nothing closes. A cell in quotes may
/// hold the separator, and a quote twice.
pub(super) fn cells(row: &str, separator: char) -> (Vec<Cell>, Option<usize>) {
    let mut cells: Vec<Cell> = vec![(1, String::new())];
    let (mut quoted, mut opened) = (false, 1);
    let mut letters = row.chars().enumerate().peekable();
    while let Some((i, letter)) = letters.next() {
        let last = cells.len() - 1;
        let text = &mut cells[last].1;
        match letter {
            '"' if quoted && letters.peek().is_some_and(|(_, next)| *next == '"') => {
                letters.next();
                text.push('"');
            }
            '"' if quoted || text.trim().is_empty() => {
                quoted = !quoted;
                opened = i + 1;
            }
            _ if letter == separator && !quoted => cells.push((i + 2, String::new())),
            _ => text.push(letter),
        }
    }
    for cell in &mut cells {
        cell.1 = cell.1.trim().replace(char::is_control, " ");
    }
    (cells, quoted.then_some(opened))
}

/// What is said of a quote that nothing closes.
pub(super) const UNCLOSED: Text =
    Text::fixed("a quote that nothing closes", "een aanhalingsteken waarvan het einde ontbreekt");
/// What may stand in its place.
pub(super) const CLOSED: Text =
    Text::fixed("both quotes in the same line, or none", "twee aanhalingstekens op dezelfde regel, of geen");
