//! A table that is drawn over while its figures come.

use std::io::Write as _;
use std::time::{Duration, Instant};

use console::Term;

/// How long a table stands at least before the next one is drawn over it.
const LEAST: Duration = Duration::from_millis(700);

/// A place at the end of a terminal where a table is drawn over the one before.
#[derive(Clone, Debug)]
pub struct Live {
    terminal: Term,
    /// Lines of the table that stands there.
    lines: usize,
    drawn: Option<Instant>,
}

impl Live {
    /// Stdout, if it is a terminal.
    pub fn on_terminal() -> Option<Self> {
        let terminal = Term::stdout();
        terminal.is_term().then_some(Self { terminal, lines: 0, drawn: None })
    }

    /// Whether the table that stands there has stood long enough.
    #[expect(clippy::disallowed_methods, reason = "the command line is the ring that reads clocks")]
    pub(super) fn is_due(&self) -> bool {
        self.drawn.is_none_or(|drawn| Instant::now().duration_since(drawn) >= LEAST)
    }

    /// Draws a text over the one before, unless the terminal is too low for it. Nobody can be told if that fails.
    #[expect(clippy::disallowed_methods, reason = "the command line is the ring that reads clocks")]
    pub(super) fn draw(&mut self, text: &str) {
        let (height, width) = self.terminal.size();
        let lines = rows(text, usize::from(width).max(1));
        if lines + 2 > usize::from(height) {
            return;
        }
        self.wipe();
        if self.terminal.write_all(text.as_bytes()).is_ok() {
            self.lines = lines;
        }
        self.drawn = Some(Instant::now());
    }

    /// Takes the text away.
    pub(super) fn wipe(&mut self) {
        let _ = self.terminal.clear_last_lines(std::mem::take(&mut self.lines));
    }
}

/// The rows of a terminal that a text takes; longer lines go on in the next row.
fn rows(text: &str, width: usize) -> usize {
    text.lines().map(|line| console::measure_text_width(line).div_ceil(width).max(1)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_takes_several_rows() {
        assert_eq!(rows("a\n\n€1234567890\n", 10), 4);
        assert_eq!(rows("", 10), 0);
    }
}
