//! Text as it may stand in HTML.

use super::wording::inert_char;

/// Text as it may stand in HTML and in attributes. Where a name turns the direction of what follows, that is seen and
/// turns nothing.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(inert_char(c)),
        }
    }
    out
}
