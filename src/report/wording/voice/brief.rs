//! What is said of the title, `in-brief` and `key-figures`.

use super::Payer;
use crate::experiment::Verdict;
use crate::report::wording::Measure;

/// The answer to whether a team should ring at doors or wait until somebody asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Answer {
    /// Ringing leaves no more people without help and costs no more, and one of them less.
    Ring,
    /// Waiting does.
    Wait,
    /// One helps more people, the other costs less.
    Weigh,
    /// Neither matters.
    Same,
    /// At least one figure is undecided.
    Open,
}

/// What would give another answer on a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) enum Tip {
    /// An assumption decides it.
    Assumption {
        /// What it is called.
        name: String,
        /// Its unit in brackets; empty for shares.
        unit: String,
        /// Where the verdict tips, if that lies within what is known.
        tipping: Option<String>,
        /// From low to high.
        known: (String, String),
        /// Whether the difference rises with it.
        rises: bool,
        /// Whether it is one in euros.
        euros: bool,
    },
    /// It is decided, and otherwise where help does nothing, or the most.
    Help {
        /// Where it does nothing.
        null: bool,
        /// Where it does the most.
        most: bool,
    },
    /// It is decided, but at an end of what help may do it is not, or was not computed.
    HelpUnknown,
    /// What help does has not been tried at its ends.
    HelpUncomputed,
    /// More computing may decide.
    Computing,
    /// It is undecided, and no assumption is known to decide it alone.
    NoneAlone,
    /// It is undecided at a reader's margin: nobody has sought what decides it.
    Unsought,
    /// It is decided, and nothing known turns it.
    Nothing,
}

/// The title, `in-brief` and `key-figures`.
pub(in crate::report) trait Brief: Sync {
    /// The line above the title.
    fn kicker(&self, place: &str, residents: &str, from: i32, to: i32) -> String;
    /// That the district is a copy in another size.
    fn scaled(&self, residents: &str, published: &str) -> String;
    /// The title of a comparison.
    fn title(&self, base: &str, variant: &str) -> String;
    /// The title of a single run.
    fn run_title(&self, name: &str) -> String;
    /// The answer to ringing or waiting under a closure, from the verdicts on severe need without help and on the
    /// municipality's cost: under what it holds, and what it is.
    fn ring_or_wait(&self, closure: &str, answer: Answer, verdicts: [Verdict; 2]) -> (String, String);
    /// What would give another answer on a figure.
    fn tip(&self, figure: &str, tip: &Tip) -> String;
    /// The first sentence: severe need without help.
    fn lead_need(&self, variant: &str, verdict: Verdict) -> String;
    /// The second sentence: people with second-line help, by the difference and its verdict.
    fn lead_second(&self, difference: Option<f64>, verdict: Verdict) -> &'static str;
    /// The third sentence: cost to the municipality.
    fn lead_cost(&self, verdict: Verdict) -> &'static str;
    /// A figure with its range: `Severe need without help: 38 fewer (66 fewer to 14 fewer)`.
    fn figure_line(&self, name: &str, middle: &str, low: &str, high: &str) -> String;
    /// Cost over the horizon and up to the end of the council term.
    fn cost_line(&self, horizon: &str, range: &str, years: u32, term: Option<(&str, &str, i32)>) -> String;
    /// Which payers pay more, less, or either: as they stand in a sentence.
    fn payers_line(&self, dearer: &[Payer], cheaper: &[Payer], undecided: &[Payer]) -> String;
    /// The guard figures that are worse, each with its difference.
    fn guards_line(&self, worse: &[String]) -> String;
    /// What a sample is, where samples are first mentioned, and how many there are.
    fn sample_is(&self, samples: u32) -> String;
    /// How many of the key figures are undecided.
    fn undecided_line(&self, undecided: usize, of: usize) -> String;
    /// That a reader has set margins after the fact: names with their margins.
    fn own_margins(&self, margins: &[String]) -> String;
    /// The level of a key figure in the base: `“Reactive”: 5,820 people`.
    fn base_level(&self, base: &str, measure: Measure, level: &str) -> String {
        match self.people() {
            people if measure == Measure::Count => format!("“{base}”: {level}\u{a0}{people}."),
            _ => format!("“{base}”: {level}."),
        }
    }
    /// What the cards hold.
    fn cards_intro(&self, base: &str, variant: &str, years: u32, samples: u32) -> String;
    /// In how many of the worlds it is less (or more): `(12, 20)`.
    fn worlds(&self, worlds: (u32, u32), measure: Measure, more: bool) -> String;
    /// The difference up to the end of the council term.
    fn term(&self, year: i32, text: &str) -> String;
    /// The year by whose end money is back: `None` is not within the horizon of so many years.
    fn back_in(&self, year: Option<i32>, years: u32) -> String;
    /// That year in a table.
    fn back_year(&self, year: Option<i32>) -> String;
    /// The range of that year.
    fn back_range(&self, earliest: Option<i32>, latest: Option<i32>, worlds: (u32, u32)) -> String;
    /// By when money is back in the middle sample, with the range.
    fn middle_back(&self, back: &str, range: &str) -> String;
    /// In how many of the worlds it never is.
    fn never(&self, payer: &str, worlds: (u32, u32)) -> String;
    /// The word for people.
    fn people(&self) -> &'static str;
}
