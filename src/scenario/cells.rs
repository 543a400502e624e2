//! The cells of a sheet as spreadsheets save it: commas or semicolons between columns.

/// A cell with its column in characters, from 1.
pub(super) type Cell = (usize, String);

/// The separator of a sheet, by its first row.
pub(super) fn separator(header: &str) -> char {
    if header.contains(';') { ';' } else { ',' }
}

/// The cells of a row without blanks around them. A cell in quotes may hold the separator, and a quote twice.
pub(super) fn cells(row: &str, separator: char) -> Vec<Cell> {
    let mut cells: Vec<Cell> = vec![(1, String::new())];
    let mut quoted = false;
    let mut letters = row.chars().enumerate().peekable();
    while let Some((i, letter)) = letters.next() {
        let last = cells.len() - 1;
        let text = &mut cells[last].1;
        match letter {
            '"' if quoted && letters.peek().is_some_and(|(_, next)| *next == '"') => {
                letters.next();
                text.push('"');
            }
            '"' if quoted || text.trim().is_empty() => quoted = !quoted,
            _ if letter == separator && !quoted => cells.push((i + 2, String::new())),
            _ => text.push(letter),
        }
    }
    for cell in &mut cells {
        cell.1 = cell.1.trim().replace(char::is_control, " ");
    }
    cells
}
