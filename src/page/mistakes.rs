//! Mistakes in what the page asks.

use serde_json::{Value, json};

use crate::diagnostics::Diagnostic;
use crate::language::{Lang, Text};

/// Mistakes as the page shows them: each at the knob that it is about, if it is about one.
pub(super) fn told(lang: Lang, mistakes: &[Diagnostic]) -> Vec<Value> {
    let one = |mistake: &Diagnostic| {
        let message = mistake.message.of(lang);
        let text = if mistake.value.is_empty() { message.to_owned() } else { format!("{}: {message}", mistake.value) };
        json!({
            "key": mistake.field.strip_prefix("levers.").unwrap_or_default(),
            "text": text,
            "allowed": mistake.allowed.of(lang),
            "help": mistake.help.of(lang),
            "line": mistake.line,
            "column": mistake.column,
        })
    };
    mistakes.iter().map(one).collect()
}

/// A mistake that stands in no file.
pub(super) fn mistake(message: Text) -> Diagnostic {
    Diagnostic { message, ..Diagnostic::default() }
}

/// What a stop leaves to say.
pub(super) fn stopped() -> Vec<Diagnostic> {
    vec![mistake(Text::fixed("stopped", "gestopt"))]
}
