//! Mistakes in what the page asks.

use serde_json::{Value, json};

use super::prices::price_of;
use super::units::is_share;
use super::words::word;
use crate::diagnostics::Diagnostic;
use crate::language::{Lang, Text};
use crate::levers::{LEVERS, position};
use crate::report::wording::number;

/// Mistakes as the page shows them: each at the knob that it is about, if it is about one.
pub(super) fn told(lang: Lang, mistakes: &[Diagnostic]) -> Vec<Value> {
    let one = |mistake: &Diagnostic| {
        let field = mistake.field.as_str();
        let key = field.strip_prefix("levers.").or_else(|| field.starts_with("own.").then_some(field));
        let price = price_of(field);
        let key = price.as_deref().or(key).unwrap_or_default();
        let (mut value, mut allowed) = (mistake.value.clone(), mistake.allowed.of(lang).to_owned());
        // A share stands there as the page shows it.
        if position(key).is_some_and(|lever| is_share(&LEVERS[lever].meta))
            && let Ok(share) = value.parse::<f64>()
        {
            value = format!("{} %", number(lang, 100.0 * share));
            allowed = word(lang, "allowed.share");
        }
        let message = mistake.message.of(lang);
        let text = if value.is_empty() { message.to_owned() } else { format!("{value}: {message}") };
        json!({
            "key": key,
            "text": text,
            "allowed": allowed,
            "help": mistake.help.of(lang),
            "line": mistake.line,
            "column": mistake.column,
        })
    };
    let mut all: Vec<Value> = Vec::new();
    for told in mistakes.iter().map(one) {
        // Prices and own figures stand in the plan and in what it is compared with.
        let is_again =
            |other: &Value| other["key"] != "" && (&other["key"], &other["text"]) == (&told["key"], &told["text"]);
        if !all.iter().any(is_again) {
            all.push(told);
        }
    }
    all
}

/// A mistake that stands in no file.
pub(super) fn mistake(message: Text) -> Diagnostic {
    Diagnostic { message, ..Diagnostic::default() }
}

/// What a stop leaves to say.
pub(super) fn stopped() -> Vec<Diagnostic> {
    vec![mistake(Text::fixed("stopped", "gestopt"))]
}
