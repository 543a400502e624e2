//! What is said of `who-pays`, `for-whom` and `first-second`.

use crate::experiment::{Avoided, Exchange, Verdict};

/// `who-pays`, `for-whom` and `first-second`.
pub(in crate::report) trait Lines: Sync {
    /// Unpaid hours per week.
    fn unpaid(&self, change: &str, low: &str, high: &str) -> String;
    /// What the municipality pays more for each year that somebody has no severe need, or that none is avoided.
    fn avoided(&self, avoided: &Avoided) -> String;
    /// Payers of whom the model has no cost yet.
    fn no_cost_yet(&self, payers: &[String]) -> String;
    /// Which groups come out better, worse, undecided and the same: a sentence for each that there are.
    fn groups_lines(&self, groups: &[Vec<String>; 4]) -> Vec<String>;
    /// Severe need without help in the last year: its verdict, and people under base and variant.
    fn need_finding(&self, year: i32, verdict: Verdict, base: (&str, &str), variant: (&str, &str)) -> String;
    /// How many hours more or less both lines work; `None` is as many.
    fn hours_finding(&self, first: Option<&str>, second: Option<&str>) -> String;
    /// Hours and euros of help at home.
    fn help_at_home(&self, hours: &str, euros: &str) -> String;
    /// So many hours or euros more or less: a rate per hour or euro.
    fn rate(&self, x: f64, euros: bool) -> String;
    /// How the lines move together, in hours or euros, with the rate and, in brackets, its range where there is one.
    fn exchange(&self, exchange: Exchange, euros: bool, rate: &str, range: &str) -> String;
    /// Needs that visits bring to light: how many more or fewer, the range, and in how many of the worlds there are
    /// more.
    fn found_at_doors(&self, found: &str, range: &str, worlds: Option<(u32, u32)>) -> String;
    /// Yearly cost of all payers: how much it differs with its verdict, and under base and variant.
    fn costs_finding(&self, difference: (&str, Verdict), base: (&str, &str), variant: (&str, &str)) -> String;
}
