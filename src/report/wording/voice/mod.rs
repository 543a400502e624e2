//! What the report must be able to say in any language: fixed words, and sentences made from numbers.

mod annex;
mod brief;
mod checks;
mod findings;
mod lines;
mod names;
mod time;
mod words;

pub(in crate::report) use annex::Annex;
pub(in crate::report) use brief::{Answer, Brief, Tip};
pub(in crate::report) use checks::Checks;
pub(in crate::report) use findings::{Course, Needs, Sign, Since, Trend};
pub(in crate::report) use lines::Lines;
pub(in crate::report) use names::{Names, Payer};
pub(in crate::report) use time::{IncidentsTold, Time};
pub(in crate::report) use words::Words;

/// From this number of samples on, low and high (the 5th and the 95th of 100) lie within the lowest and the highest.
pub const SAMPLES_FOR_A_BAND: u32 = 21;

/// Sentences made from numbers. Numbers come in already written in the language.
pub(in crate::report) trait Voice: Names + Brief + Checks + Time + Lines + Annex {
    /// The fixed words.
    fn words(&self) -> &'static Words;
}

/// A sentence with a capital at its start.
pub fn capitalized(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// Parts with commas between them, and after a semicolon what is left; empty parts stay away.
pub(super) fn joined(parts: impl Iterator<Item = String>, rest: &str) -> String {
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    if rest.is_empty() { parts.join(", ") } else { format!("{}; {rest}", parts.join(", ")) }
}
