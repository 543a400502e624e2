//! What is said of `certainty`, `changes`, `assumptions` and `reproduce`.

use super::{Needs, Since};

/// `certainty`, `changes`, `assumptions` and `reproduce`.
pub(in crate::report) trait Annex: Sync {
    /// What was computed.
    fn worlds_intro(&self, samples: u32, replicates: u32, extra: u32) -> String;
    /// An undecided figure and what would help.
    fn undecided_why(&self, name: &str, needs: Needs) -> String;
    /// The number that decides and where it tips.
    fn tipping(&self, value: Option<&str>, unit: &str, low: &str, high: &str) -> String;
    /// The figures whose verdict depends on what help does.
    fn bet_tested(&self, figures: &[String]) -> String;
    /// The figures that are undecided where help does nothing or the most.
    fn bet_unknown(&self, figures: &[String]) -> String;
    /// The payers whose euros could hardly respond, each with in how many worlds.
    fn places_full(&self, payers: &[String]) -> String;
    /// On how many samples the bounds were computed.
    fn bounds_of(&self, samples: u32) -> String;
    /// In which year to watch what follows.
    fn watch(&self, year: i32) -> String;
    /// What an early sign says: where it tips, whether the difference rises with it and is one in euros, and its range
    /// over samples.
    fn sign(&self, value: Option<&str>, rises_euros: (bool, bool), range: (&str, &str)) -> String;
    /// A step as words: since when, the value, and in how many years it is reached.
    fn step(&self, since: &Since, value: &str, ramp: Option<&str>) -> String;
    /// That a number of changes is left out between two steps.
    fn changes_between(&self, changes: usize) -> String;
    /// The district's source, if it has one.
    fn district_source(&self, name: &str, year: i32, attribution: &str) -> String;
    /// That files of what is known were laid over every scenario.
    fn worlds_files(&self, files: &[String]) -> String;
    /// The line that tells version, samples and seed.
    fn reproduce(&self, version: &str, samples: &str, replicates: u32, seed: u64) -> String;
}
