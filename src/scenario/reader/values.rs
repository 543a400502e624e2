//! Values of one kind within what is allowed.

use toml::de::DeValue;

use super::{A_NUMBER, A_WHOLE_NUMBER, Reader, TOO_HIGH, TOO_LOW, Value, allowed, thousands};
use crate::language::{Text, text};

impl Reader<'_, '_> {
    /// A finite number within a range.
    pub(in crate::scenario) fn number(&mut self, field: &str, value: &Value<'_>, min: f64, max: f64) -> Option<f64> {
        let number = match value.get_ref() {
            DeValue::Integer(i) => i128::from_str_radix(i.as_str(), i.radix()).ok().map(|n| n as f64),
            DeValue::Float(f) => f.as_str().parse::<f64>().ok(),
            _ => {
                self.wrong_kind(field, value, A_NUMBER).allowed = allowed(min, max);
                return None;
            }
        };
        let message = match number {
            Some(n) if n.is_finite() && n >= min && n <= max => {
                self.note(field, &value.span());
                self.note_thousands(field, value, max);
                // Negative zero would print and hash differently from zero.
                return Some(n + 0.0);
            }
            Some(n) if !n.is_finite() => Text::fixed("not a finite number", "geen eindig getal"),
            Some(n) if n < min => TOO_LOW,
            _ => TOO_HIGH,
        };
        let problem = self.problem(value.span(), field, message);
        problem.allowed = allowed(min, max);
        let is_year = number.is_some_and(|n| (1_900.0..=2_200.0).contains(&n));
        if is_year && (field.ends_with("after_years") || field.ends_with("ramp_years")) {
            problem.help = Text::fixed(
                "a number of years, not a calendar year: subtract context.start_year",
                "een aantal jaren, geen jaartal: trek context.start_year ervan af",
            );
        }
        None
    }

    /// A whole number within a range.
    pub(in crate::scenario) fn whole(&mut self, field: &str, value: &Value<'_>, min: u64, max: u64) -> Option<u64> {
        let range = text!("a whole number, {min} to {max}", "een geheel getal van {min} tot en met {max}");
        let DeValue::Integer(integer) = value.get_ref() else {
            let help = thousands::meant(value).map(|digits| thousands::advice(&digits)).unwrap_or_default();
            let problem = self.wrong_kind(field, value, A_WHOLE_NUMBER);
            problem.allowed = range;
            if !help.is_empty() {
                problem.help = help;
            }
            return None;
        };
        let number = i128::from_str_radix(integer.as_str(), integer.radix());
        if let Ok(n) = number
            && n >= i128::from(min)
            && n <= i128::from(max)
        {
            self.note(field, &value.span());
            return u64::try_from(n).ok();
        }
        let low = number.is_ok_and(|n| n < i128::from(min));
        self.problem(value.span(), field, if low { TOO_LOW } else { TOO_HIGH }).allowed = range;
        None
    }

    /// A text without control characters.
    pub(in crate::scenario) fn text(&mut self, field: &str, value: &Value<'_>) -> Option<String> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_kind(field, value, Text::fixed("text in quotes", "een tekst tussen aanhalingstekens"));
            return None;
        };
        if text.chars().any(char::is_control) {
            let message =
                Text::fixed("text with control characters or line ends", "een tekst met stuurtekens of regeleinden");
            self.problem(value.span(), field, message);
            return None;
        }
        self.note(field, &value.span());
        Some(text.to_owned())
    }

    /// true or false.
    pub(in crate::scenario) fn flag(&mut self, field: &str, value: &Value<'_>) -> Option<bool> {
        let flag = value.get_ref().as_bool();
        if flag.is_some() {
            self.note(field, &value.span());
        } else {
            self.wrong_kind(field, value, Text::fixed("true or false", "true (ja) of false (nee)"));
        }
        flag
    }

    /// One of some words, by position.
    pub(in crate::scenario) fn choice(&mut self, field: &str, value: &Value<'_>, words: &[&str]) -> Option<usize> {
        let range = Text::one_of(words);
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_kind(field, value, Text::fixed("a word in quotes", "een woord tussen aanhalingstekens"))
                .allowed = range;
            return None;
        };
        let position = words.iter().position(|w| *w == text);
        if position.is_some() {
            self.note(field, &value.span());
        } else {
            let help = self.suggestion(text, words);
            let problem = self.problem(value.span(), field, Text::fixed("no such choice", "deze keuze bestaat niet"));
            problem.allowed = range;
            problem.help = help;
        }
        position
    }
}
