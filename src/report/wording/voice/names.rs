//! What is said of names of things, and how they are listed.

/// A payer as it stands in a sentence, and whether it is many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) struct Payer {
    /// The name, with its article and without a capital.
    pub(in crate::report) name: String,
    /// Whether its verb is a plural.
    pub(in crate::report) plural: bool,
}

/// Names of things, and how they are listed.
pub(in crate::report) trait Names: Sync {
    /// What an indicator is called; its key where it has no name.
    fn indicator(&self, key: &str) -> String;
    /// What a payer is called.
    fn payer(&self, key: &str) -> String;
    /// How a payer is called within a sentence.
    fn payer_within(&self, key: &str) -> Payer;
    /// What a group is called.
    fn group(&self, key: &str) -> String;
    /// Who decides on a lever.
    fn decides(&self, decides: crate::provenance::Decides) -> &'static str;
    /// How well a number is known, in a word.
    fn grade(&self, source: &crate::provenance::Source) -> &'static str;
    /// `a, b and c`.
    fn list(&self, items: &[String]) -> String;
    /// Name of a loop from both languages.
    fn loop_name(&self, english: &'static str, dutch: &'static str) -> &'static str;
    /// A whole percentage.
    fn percent(&self, whole: &str) -> String;
    /// `12 of 20`.
    fn of(&self, worlds: u32, of: u32) -> String;
    /// `from low to high`.
    fn range(&self, low: &str, high: &str) -> String;
    /// That few samples carry a mean which lies outside its range.
    fn carried(&self, worlds: u32, of: u32) -> String;
}
