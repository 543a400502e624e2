//! Names from files as they may stand in a text: nothing in them turns the direction of what follows or talks to a
//! terminal.

/// Whether a character turns the direction of text and is not seen itself.
const fn is_directional(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A character as it may stand in a text: `�` in the place of one that turns its direction.
pub(in crate::report) const fn inert_char(c: char) -> char {
    if is_directional(c) { char::REPLACEMENT_CHARACTER } else { c }
}

/// A text in which nothing turns the direction of what follows: `�` stands in the place of each such mark.
pub fn inert(text: &str) -> String {
    text.chars().map(inert_char).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_direction_are_seen_and_turn_nothing() {
        for mark in ['\u{200e}', '\u{200f}', '\u{61c}', '\u{202a}', '\u{202e}', '\u{2066}', '\u{2069}'] {
            assert_eq!(inert(&format!("a{mark}b")), "a\u{fffd}b", "{mark:?}");
        }
        assert_eq!(inert("−\u{2060}€\u{a0}5 é ב"), "−\u{2060}€\u{a0}5 é ב", "words keep their letters");
    }
}
