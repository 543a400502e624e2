//! How much a text may hold: looked at once, byte by byte, before anything is made of it. A file of a few megabytes can
//! hold so many keys, brackets or ends of lines that reading it takes minutes and gigabytes.

use super::lines::Lines;
use crate::diagnostics::Diagnostic;
use crate::language::{Text, text};

/// The message of a text that is not looked into.
pub(super) const TOO_MUCH: Text = Text::fixed("too much for one file", "te veel voor één bestand");

/// The most keys, tables, lists and entries of lists: many times those of a country's municipalities beside each other.
const MOST_SIGNS: usize = 40_000;
/// The most lines.
const MOST_LINES: usize = 200_000;
/// The longest key, number or date, in bytes.
const LONGEST_WORD: usize = 1_000;

/// What is too much, and from which byte on.
#[derive(Debug, PartialEq, Eq)]
struct TooMuch {
    at: usize,
    allowed: Text,
}

/// What the bytes at a place are part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Nothing,
    Comment,
    /// A text in quotes of this kind, over several lines or not.
    Quotes(u8, bool),
}

/// Why a text is not looked into, where it holds too much.
pub(super) fn refusal(file: &str, text: &str) -> Option<Diagnostic> {
    let TooMuch { at, allowed } = too_much(text)?;
    let (line, column) = Lines::new(text).place(at);
    Some(Diagnostic {
        file: file.to_owned(),
        line: Some(line),
        column: Some(column),
        span: Some((at, at)),
        message: TOO_MUCH,
        allowed,
        ..Diagnostic::default()
    })
}

/// Looks for what a text has too much of.
fn too_much(text: &str) -> Option<TooMuch> {
    let bytes = text.as_bytes();
    let (mut signs, mut lines, mut word) = (0, 0, 0);
    let (mut within, mut at) = (Within::Nothing, 0);
    while let Some(&byte) = bytes.get(at) {
        let here = at;
        at += 1;
        lines += usize::from(byte == b'\n');
        match within {
            Within::Comment => {
                if byte == b'\n' {
                    within = Within::Nothing;
                }
            }
            Within::Quotes(quote, is_long) => {
                if byte == b'\\' && quote == b'"' {
                    at += usize::from(bytes.get(at).is_some_and(|next| *next != b'\n'));
                } else if byte == quote && is_long && bytes[at..].starts_with(&[quote; 2]) {
                    (within, at) = (Within::Nothing, at + 2);
                } else if !is_long && (byte == quote || byte == b'\n') {
                    within = Within::Nothing;
                }
            }
            Within::Nothing => match byte {
                b'#' => within = Within::Comment,
                b'"' | b'\'' => {
                    let is_long = bytes[at..].starts_with(&[byte; 2]);
                    (within, at) = (Within::Quotes(byte, is_long), if is_long { at + 2 } else { at });
                }
                b'=' | b',' | b'[' | b'{' | b'\r' if bytes.get(at) != Some(&b'\n') => signs += 1,
                _ => {}
            },
        }
        let is_word = within == Within::Nothing && (byte.is_ascii_alphanumeric() || b"_-+.".contains(&byte));
        word = if is_word { word + 1 } else { 0 };
        if let Some(allowed) = allowed(signs, lines, word) {
            return Some(TooMuch { at: here + 1 - word.max(1), allowed });
        }
    }
    None
}

/// What is allowed of what is too much.
fn allowed(signs: usize, lines: usize, word: usize) -> Option<Text> {
    if signs > MOST_SIGNS {
        return Some(text!(
            "at most {MOST_SIGNS} keys, tables and entries",
            "ten hoogste {MOST_SIGNS} namen, tabellen en waarden"
        ));
    }
    if lines > MOST_LINES {
        return Some(text!("at most {MOST_LINES} lines", "ten hoogste {MOST_LINES} regels"));
    }
    (word > LONGEST_WORD).then(|| {
        text!(
            "at most {LONGEST_WORD} characters in a word, unless it is in quotes",
            "ten hoogste {LONGEST_WORD} tekens in een woord, tenzij het tussen aanhalingstekens staat"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<(usize, String)> {
        too_much(text).map(|found| (found.at, found.allowed.en.to_string()))
    }

    /// What stands in comments and texts does not count.
    #[test]
    fn texts_and_comments_hold_what_they_like() {
        let many = "=[,".repeat(MOST_SIGNS);
        for (before, after) in [("# ", "\n"), ("a = \"", "\"\n"), ("a = '", "'"), ("a = \"\"\"\n", "\\\"\"\"\"")] {
            assert_eq!(of(&format!("{before}{many}{after}")), None, "{before}");
            let behind = format!("{before}{many}{after}\n{many}");
            assert!(of(&behind).is_some_and(|(at, said)| at > many.len() && said.contains("keys")), "{before}");
        }
        assert_eq!(of(&format!("a = \"{}\"", "x".repeat(100_000))), None);
    }

    #[test]
    fn too_much_is_told_where_it_is() {
        assert_eq!(of(&"a = 1\r\n".repeat(MOST_SIGNS)), None);
        assert_eq!(
            of(&"a = 1\r".repeat(MOST_SIGNS)).map(|found| found.1),
            Some("at most 40000 keys, tables and entries".to_owned())
        );
        assert_eq!(of(&"\n".repeat(MOST_LINES)), None);
        assert_eq!(of(&"\n".repeat(MOST_LINES + 1)).map(|found| found.0), Some(MOST_LINES));
        let word = format!("b = 1\n{} = 1\n", "a".repeat(LONGEST_WORD + 1));
        assert!(of(&word).is_some_and(|(at, said)| at == 6 && said.contains("1000 characters")), "{:?}", of(&word));
        assert_eq!(of(&word.replace("aa", "a ")), None);
    }
}
