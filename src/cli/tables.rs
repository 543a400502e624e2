//! Tables of text for people: columns under each other, cells that wrap.

use comfy_table::{ColumnConstraint, ContentArrangement, Table, presets};
use console::Term;

use crate::report::wording::inert;

/// Rows with their columns under each other, the first to the left and two blanks between. Cells wrap so that no line
/// is longer than `width`, if there is one.
pub(super) fn aligned<R: AsRef<[String]>>(width: Option<u16>, rows: &[R]) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    if let Some(width) = width {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    }
    for row in rows {
        table.add_row(row.as_ref().iter().map(|cell| inert(cell)));
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    if width.is_some() {
        wrap_widest(&mut table);
    }
    let lines: Vec<String> = table.lines().map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n") + "\n"
}

/// Lets the widest column wrap alone: numbers stay whole.
fn wrap_widest(table: &mut Table) {
    let widths = table.column_max_content_widths();
    let widest = (0..widths.len()).max_by_key(|&i| (widths[i], std::cmp::Reverse(i)));
    for (i, column) in table.column_iter_mut().enumerate().filter(|(i, _)| Some(*i) != widest) {
        if widths[i] <= WHOLE {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
}

/// The widest cells that are never wrapped.
const WHOLE: u16 = 30;

/// The same for stdout: as wide as the terminal, or as the cells are where there is none, so that a line stays a line
/// for who searches in it.
pub(super) fn columns(rows: &[Vec<String>]) -> String {
    aligned(terminal_width(), rows)
}

/// The columns of the terminal that stdout is; `None` if it is none.
pub(super) fn terminal_width() -> Option<u16> {
    let terminal = Term::stdout();
    terminal.is_term().then(|| terminal.size().1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_wrap_to_the_width_and_not_without_one() {
        let rows = [["a key", "a sentence that is rather long"], ["b", "c"]].map(|row| row.map(str::to_owned));
        let text = aligned(Some(24), &rows);
        assert!(text.lines().all(|line| line.chars().count() <= 24) && text.lines().count() > 2, "{text}");
        assert!(text.starts_with("a key  a sentence"), "{text}");
        assert_eq!(aligned(None, &rows), "a key  a sentence that is rather long\nb      c\n");
    }
}
