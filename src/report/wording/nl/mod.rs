//! The report in plain Dutch (B1): short sentences, everyday words.

mod annex;
mod brief;
mod checks;
mod lines;
mod names;
mod time;
mod words;

use super::voice::{Voice, Words};

/// Dutch.
pub(in crate::report) struct Dutch;

/// Over how many years a yearly amount is meant.
fn per_year(years: u32) -> String {
    if years == 1 { "in één jaar".to_owned() } else { format!("per jaar over {years} jaar") }
}

impl Voice for Dutch {
    fn words(&self) -> &'static Words {
        &words::WORDS
    }
}
