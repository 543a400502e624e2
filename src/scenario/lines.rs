//! Line and column of a byte in a text, without reading the text from its start each time: a file may have a mistake in
//! every line, or all of them in one line.

/// Bytes between two places whose characters have been counted.
const STRIDE: usize = 256;

/// A text with an index of its lines.
#[derive(Clone, Debug)]
pub(super) struct Lines<'t> {
    text: &'t str,
    /// Where each line begins, in bytes.
    starts: Vec<usize>,
    /// Characters before every [`STRIDE`]th byte.
    characters: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Reads the text once.
    pub(super) fn new(text: &'t str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(i, _)| i + 1);
        let mut characters = vec![0];
        let mut sum = 0;
        for stride in text.as_bytes().chunks(STRIDE) {
            sum += begun(stride);
            characters.push(sum);
        }
        Self { text, starts: std::iter::once(0).chain(ends).collect(), characters }
    }

    /// The text.
    pub(super) const fn text(&self) -> &'t str {
        self.text
    }

    /// Line and column, in characters, of a byte; both from 1.
    pub(super) fn place(&self, offset: usize) -> (usize, usize) {
        let offset = offset.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        (line, self.characters_before(offset) - self.characters_before(start) + 1)
    }

    fn characters_before(&self, offset: usize) -> usize {
        let stride = offset / STRIDE;
        self.characters[stride] + begun(&self.text.as_bytes()[stride * STRIDE..offset])
    }
}

/// How many characters of a UTF-8 text begin in these bytes.
fn begun(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Against counting from the start, over lines longer and shorter than a stride and characters of one to four
    /// bytes.
    #[test]
    fn places_are_those_of_counting_from_the_start() {
        let text = format!("a\n\n{}\nend ë\n{}", "é€𝄞x".repeat(400), "y".repeat(600));
        let lines = Lines::new(&text);
        for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..offset];
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            assert_eq!(lines.place(offset), (line, column), "{offset}");
        }
        assert_eq!(Lines::new("").place(7), (1, 1));
    }
}
