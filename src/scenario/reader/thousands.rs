//! A full stop between thousands, as Dutch has it: TOML reads `200.000` as 200.

use toml::de::DeValue;

use super::{Reader, Value};
use crate::language::{Text, text};

/// What a field's path holds where it is of money or of people, in whose figures three decimals mean nothing.
const AMOUNTS: [&str; 8] = ["own.", "euros", "cents", "places", "residents", "clients", "persons", "households"];

/// The digits without the full stop of a number that may be meant as thousands: one to three digits, the first not 0,
/// and three after the full stop.
pub(super) fn meant(value: &Value<'_>) -> Option<String> {
    let DeValue::Float(float) = value.get_ref() else { return None };
    let (whole, thousands) = float.as_str().split_once('.')?;
    let is_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let is_meant = (1..=3).contains(&whole.len()) && !whole.starts_with('0') && thousands.len() == 3;
    (is_meant && is_digits(whole) && is_digits(thousands)).then(|| format!("{whole}{thousands}"))
}

/// How to write the thousands.
pub(super) fn advice(digits: &str) -> Text {
    let (whole, thousands) = digits.split_at(digits.len() - 3);
    text!("write {digits} or {whole}_{thousands}", "schrijf {digits} of {whole}_{thousands}")
}

impl Reader<'_, '_> {
    /// Notes a number that was read and is probably meant as thousands: the field could hold them, and nobody writes
    /// `.000`, or three decimals of money and people, for anything else.
    pub(super) fn note_thousands(&mut self, field: &str, value: &Value<'_>, max: f64) {
        let Some(digits) = meant(value) else { return };
        let is_amount = || AMOUNTS.iter().any(|part| field.contains(part));
        let is_possible = digits.parse::<f64>().is_ok_and(|thousands| thousands <= max);
        if !is_possible || !(digits.ends_with("000") || is_amount()) {
            return;
        }
        let DeValue::Float(written) = value.get_ref() else { return };
        let written = written.as_str();
        let read = written.trim_end_matches('0').trim_end_matches('.');
        let origin = self.origin(&value.span());
        let column = origin.column.map_or_else(String::new, |column| format!(":{column}"));
        let advice = advice(&digits);
        let note = text!(
            "{origin}{column}: {field}: {written} is read as {read}; {advice}",
            "{origin}{column}: {field}: {written} is gelezen als {read}; {advice}";
            advice
        );
        if !self.findings.notes.contains(&note) {
            self.findings.notes.push(note);
        }
    }
}
