//! What is said of `over-time`, `why`, and the other courses over years.

use super::Course;

/// What is told of incidents.
#[derive(Clone, Debug)]
pub(in crate::report) struct IncidentsTold {
    /// The base, and what incidents cost under it in a year.
    pub base: (String, String),
    /// The variant likewise.
    pub variant: (String, String),
    /// How many times as many incidents make all payers pay the same, and the rate that this is; `None` is never.
    pub tip: Option<(String, String)>,
    /// Whether the variant is dearer for all payers.
    pub dearer: bool,
    /// In how many of the worlds some number of incidents does so, where that is known.
    pub worlds: Option<(u32, u32)>,
}

/// `over-time`, `why`, and the other courses over years.
pub(in crate::report) trait Time: Sync {
    /// What the band of a chart holds; of one sample there is none.
    fn band(&self, samples: u32) -> String;
    /// How the yearly cost goes.
    fn course(&self, course: Course) -> String;
    /// The numbers of the first and the last year, and whether the worlds disagree at the end.
    fn course_numbers(&self, first: (i32, &str), last: (i32, &str), split: bool) -> String;
    /// Over which years what is averaged, and at which prices.
    fn prices(&self, year: i32) -> String;
    /// The difference in cost, discounted at a rate: to the municipality and to all payers, each with its range.
    fn discounted(&self, rate: &str, municipality: (&str, &str), all: (&str, &str)) -> String;
    /// What incidents cost under base and variant, and at which number of them all payers together would pay the same.
    fn incidents(&self, told: &IncidentsTold) -> String;
    /// In how many rows the monitor points the same way as the true effect, and in how many the other way; in the rest
    /// only one of the two changes.
    fn monitor_line(&self, same: usize, wrong: usize, of: usize) -> String;
    /// What the monitor shows of a figure, what it would show without the plan (as long as that is something), and what
    /// is true of it.
    fn monitor_gap(&self, indicator: &str, naive: &str, drift: Option<&str>, truth: &str) -> String;
    /// A registered figure in a year.
    fn registered(&self, indicator: &str, year: i32) -> String;
    /// The scale model as the first row.
    fn scale_model(&self, residents: &str) -> String;
    /// The part of a loop as a row.
    fn carried_by(&self, name: &str) -> String;
    /// The loops of which nothing is told.
    fn carry_nothing(&self, names: &str) -> String;
    /// The figures of which the scale model does not match the district, and whether parts were named.
    fn scale_off(&self, figures: &[String], named: bool) -> String;
    /// The loops that come back to nothing at the default point, as measured in a version of the model.
    fn inactive(&self, names: &str, version: u32) -> String;
    /// What was cut, and on how many worlds.
    fn why_intro(&self, samples: u32) -> String;
    /// That the feedbacks were cut in a smaller district.
    fn why_smaller(&self, residents: &str) -> String;
    /// Cumulative extra cost over the years: at its highest, and at the end.
    fn cumulative_finding(&self, years: u32, peak: Option<(i32, &str)>, end: (i32, &str)) -> String;
    /// Description of the fan chart for those who do not see it.
    fn describe_course(&self, first: (i32, &str), last: (i32, &str), range: &str) -> String;
    /// Description of a chart that compares two lines.
    fn describe_lines(&self, what: &str, from: i32, to: i32) -> String;
}
