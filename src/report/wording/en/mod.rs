//! The report in English.

mod annex;
mod brief;
mod checks;
mod lines;
mod names;
mod time;
mod words;

use super::voice::{Voice, Words};

/// English.
pub(in crate::report) struct English;

/// Over how many years a yearly amount is meant.
fn per_year(years: u32) -> String {
    if years == 1 { "in one year".to_owned() } else { format!("per year over {years} years") }
}

impl Voice for English {
    fn words(&self) -> &'static Words {
        &words::WORDS
    }
}
