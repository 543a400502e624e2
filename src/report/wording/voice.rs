//! What the report has to be able to say, in whatever language: fixed words and sentences made from numbers.

use super::Measure;
use crate::experiment::{Difference, Exchange, Verdict};
use crate::scenario::ClosureNote;

/// Whether a plan is dearer in a year, as far as the worlds agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Sign {
    /// Its verdict is worse (or higher): dearer in at least 90 of 100 worlds, and it matters.
    Dearer,
    /// Its verdict is better (or lower).
    Cheaper,
    /// No difference that matters.
    Same,
    /// The worlds do not agree.
    Unsure,
}

/// How a yearly difference in cost goes from the first to the last year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Course {
    /// There is one year only.
    Only(Sign),
    /// Different in the first and the last year, or nothing to compare.
    From(Sign, Sign),
    /// Dearer in both, in the last year clearly less, about as much, or clearly more.
    Dearer(Trend),
    /// Cheaper in both, in the last year clearly less, about as much, or clearly more.
    Cheaper(Trend),
}

/// Since when a value holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) enum Since {
    /// Since before the start.
    Before,
    /// From the start, in a calendar year.
    Start(i32),
    /// From a calendar year, or a month of one, on.
    Date(String),
}

/// How the size of a difference goes from the first to the last year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Trend {
    /// Less than three quarters.
    Less,
    /// About as much.
    Same,
    /// More than four thirds.
    More,
}

/// From so many samples on, low and high (the 5th and the 95th of 100) lie within the lowest and the highest.
pub const SAMPLES_FOR_A_BAND: u32 = 21;

/// What an undecided figure needs to be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Needs {
    /// So many samples and replicates in all, where it is more than was computed.
    Computing {
        /// Samples.
        samples: Option<u32>,
        /// Replicates of each.
        replicates: Option<u32>,
    },
    /// More computing than anybody has.
    Endless,
    /// Knowing more.
    Knowledge,
}

impl Needs {
    /// What a difference needs, by its verdict.
    pub(in crate::report) fn of(d: &Difference) -> Self {
        let more = |needed: u32, computed: u32| Some(needed).filter(|n| *n > computed);
        match d.needs() {
            None => Self::Knowledge,
            Some(needed) if needed.is_endless() => Self::Endless,
            Some(needed) => Self::Computing {
                samples: more(needed.samples, d.samples),
                replicates: more(needed.replicates, d.replicates),
            },
        }
    }

    /// The options that ask for it: ` (--samples 200 --replicates 4)`.
    pub(in crate::report) fn options(samples: Option<u32>, replicates: Option<u32>) -> String {
        let option = |name: &str, n: Option<u32>| n.map(|n| format!("--{name} {n}"));
        let options: Vec<String> =
            [option("samples", samples), option("replicates", replicates)].into_iter().flatten().collect();
        if options.is_empty() { String::new() } else { format!(" ({})", options.join(" ")) }
    }
}

/// The fixed words. Order within arrays is told with each.
#[derive(Debug)]
pub(in crate::report) struct Words {
    /// Section heads, in the order of `page::SECTIONS`.
    pub(in crate::report) headings: [&'static str; 14],
    /// Heads of a single run that differ: the key figures, who pays, and one household.
    pub(in crate::report) single_headings: [(&'static str, &'static str); 3],
    /// Skip link.
    pub(in crate::report) skip: &'static str,
    /// Label of the table of contents.
    pub(in crate::report) contents: &'static str,
    /// The columns that many tables share.
    pub(in crate::report) difference: &'static str,
    pub(in crate::report) range: &'static str,
    pub(in crate::report) low: &'static str,
    pub(in crate::report) high: &'static str,
    pub(in crate::report) verdict: &'static str,
    pub(in crate::report) year: &'static str,
    pub(in crate::report) figure: &'static str,
    pub(in crate::report) table_of_figure: &'static str,
    pub(in crate::report) no_charts: &'static str,
    /// In the place of a picture of differences that are all zero.
    pub(in crate::report) nothing_to_draw: &'static str,
    pub(in crate::report) no_data: &'static str,
    /// What the second line is.
    pub(in crate::report) second_line_is: &'static str,
    pub(in crate::report) guard_caption: &'static str,
    pub(in crate::report) guard: &'static str,
    /// That the scenarios and the difference of a row add up.
    pub(in crate::report) all_means: &'static str,
    pub(in crate::report) break_even: &'static str,
    pub(in crate::report) no_extra_cost: &'static str,
    pub(in crate::report) middle_sample: &'static str,
    pub(in crate::report) nothing_to_earn_back: &'static str,
    pub(in crate::report) earned_back: &'static str,
    pub(in crate::report) not_earned_back: &'static str,
    pub(in crate::report) break_even_undecided: &'static str,
    pub(in crate::report) what_decides: &'static str,
    pub(in crate::report) check: &'static str,
    pub(in crate::report) model: &'static str,
    pub(in crate::report) known: &'static str,
    pub(in crate::report) source: &'static str,
    pub(in crate::report) fits: &'static str,
    pub(in crate::report) fits_more: &'static str,
    pub(in crate::report) misses: &'static str,
    pub(in crate::report) misses_more: &'static str,
    pub(in crate::report) not_computed: &'static str,
    pub(in crate::report) check_tolerance: &'static str,
    /// What the model's column is: of a comparison, and of a single run.
    pub(in crate::report) check_year: [&'static str; 2],
    /// Names and sources of the checks, and where their bands come from: Wmo, youth help, carers, debts, team contact
    /// of adults and of older people.
    pub(in crate::report) checks: [(&'static str, &'static str, &'static str); 6],
    /// Head of the column that says between what a figure fits.
    pub(in crate::report) band: &'static str,
    /// How to show one's own figures here.
    pub(in crate::report) own_none: &'static str,
    pub(in crate::report) calibration: &'static str,
    pub(in crate::report) council_term: &'static str,
    pub(in crate::report) cost_difference_title: &'static str,
    pub(in crate::report) dearer: &'static str,
    pub(in crate::report) cheaper: &'static str,
    pub(in crate::report) monitor_head: &'static str,
    pub(in crate::report) monitor_intro: &'static str,
    /// Columns: registered figure, before, monitor, without the plan, true figure, true effect.
    pub(in crate::report) monitor_columns: [&'static str; 6],
    pub(in crate::report) monitor_caption: &'static str,
    pub(in crate::report) monitor_none: &'static str,
    pub(in crate::report) why_none: &'static str,
    pub(in crate::report) why_caption: &'static str,
    /// Head of the first column.
    pub(in crate::report) why_head: &'static str,
    /// The first row where the district itself was taken.
    pub(in crate::report) why_whole: &'static str,
    /// The district beside its scale model, and whether they agree.
    pub(in crate::report) why_check: [&'static str; 2],
    /// That there are too few samples to tell what a feedback carries.
    pub(in crate::report) why_few: &'static str,
    /// That no feedback carries anything that can be told from zero.
    pub(in crate::report) why_nothing: &'static str,
    /// When a part is named.
    pub(in crate::report) why_rule: &'static str,
    pub(in crate::report) payer: &'static str,
    pub(in crate::report) payers_title: &'static str,
    pub(in crate::report) payers_caption: &'static str,
    pub(in crate::report) back_in: &'static str,
    pub(in crate::report) never: &'static str,
    pub(in crate::report) unpaid_missing: &'static str,
    pub(in crate::report) rounded: &'static str,
    pub(in crate::report) means_rounded: &'static str,
    pub(in crate::report) group: &'static str,
    pub(in crate::report) groups_caption: &'static str,
    pub(in crate::report) need_title: &'static str,
    pub(in crate::report) need_difference_title: &'static str,
    pub(in crate::report) need_difference_note: &'static str,
    pub(in crate::report) hours_title: &'static str,
    /// Why hours of the first line differ where the teams are of one size.
    pub(in crate::report) hours_note: &'static str,
    /// That people who go from one line to the other are not counted.
    pub(in crate::report) flows_to_come: &'static str,
    pub(in crate::report) first_line: &'static str,
    pub(in crate::report) second_line: &'static str,
    pub(in crate::report) costs_title: &'static str,
    pub(in crate::report) other_payers: &'static str,
    pub(in crate::report) total: &'static str,
    pub(in crate::report) millions: &'static str,
    pub(in crate::report) thousands_of_hours: &'static str,
    pub(in crate::report) more: &'static str,
    pub(in crate::report) fewer: &'static str,
    pub(in crate::report) same_worlds: &'static str,
    pub(in crate::report) split_caption: &'static str,
    /// Columns: figure, assumptions, chance, computing, error of the mean.
    pub(in crate::report) split_columns: [&'static str; 5],
    pub(in crate::report) split_none: &'static str,
    /// Said beside a finding that the samples do not agree on, and beside one of fewer than 30 samples.
    pub(in crate::report) uncertain: [&'static str; 2],
    pub(in crate::report) all_decided: &'static str,
    pub(in crate::report) no_decider: &'static str,
    /// In its place where a reader's margin made a figure undecided.
    pub(in crate::report) unsought: &'static str,
    pub(in crate::report) cumulative_title: &'static str,
    pub(in crate::report) cumulative_note: &'static str,
    pub(in crate::report) verdict_rules: [&'static str; 4],
    pub(in crate::report) changed_caption: &'static str,
    /// Columns: lever, who decides.
    pub(in crate::report) changed_columns: [&'static str; 2],
    pub(in crate::report) changed_rest: &'static str,
    pub(in crate::report) circumstances_caption: &'static str,
    /// What changes, and how.
    pub(in crate::report) circumstances_columns: [&'static str; 2],
    pub(in crate::report) changed_none: &'static str,
    pub(in crate::report) not_for: [&'static str; 7],
    pub(in crate::report) assumptions_caption: &'static str,
    /// Columns: number, unit, value, grade and source.
    pub(in crate::report) assumptions_columns: [&'static str; 4],
    /// Of a number that a scenario states.
    pub(in crate::report) stated_by: &'static str,
    pub(in crate::report) language_note: &'static str,
    pub(in crate::report) synthetic: &'static str,
    pub(in crate::report) single_run: &'static str,
    pub(in crate::report) level_caption: &'static str,
    pub(in crate::report) mean_per_year: &'static str,
    pub(in crate::report) first_year: &'static str,
    pub(in crate::report) last_year: &'static str,
    pub(in crate::report) reproduce: &'static str,
    pub(in crate::report) yes: &'static str,
    pub(in crate::report) no: &'static str,
}

/// Sentences made from numbers. Numbers come in already written in the language.
pub(in crate::report) trait Voice: Sync {
    /// The fixed words.
    fn words(&self) -> &'static Words;
    /// What an indicator is called; its key where it has no name.
    fn indicator(&self, key: &str) -> String;
    /// What a payer is called.
    fn payer(&self, key: &str) -> String;
    /// What a group is called.
    fn group(&self, key: &str) -> String;
    /// Who decides on a lever.
    fn decides(&self, decides: crate::provenance::Decides) -> &'static str;
    /// How well a number is known, in a word.
    fn grade(&self, source: &crate::provenance::Source) -> &'static str;
    /// What keeps two scenarios comparable.
    fn closure(&self, key: &str) -> &'static str;
    /// What closure changed in a variant.
    fn closure_note(&self, note: &ClosureNote) -> String;
    /// `a, b and c`.
    fn list(&self, items: &[String]) -> String;
    /// The line above the title.
    fn kicker(&self, place: &str, residents: &str, from: i32, to: i32) -> String;
    /// That the district is a copy in another size.
    fn scaled(&self, residents: &str, published: &str) -> String;
    /// The title of a comparison.
    fn title(&self, base: &str, variant: &str) -> String;
    /// The title of a single run.
    fn run_title(&self, name: &str) -> String;
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
    /// Which payers pay less, more, or either.
    fn payers_line(&self, cheaper: &[String], dearer: &[String], undecided: &[String]) -> String;
    /// The guard figures that are worse, each with its difference.
    fn guards_line(&self, worse: &[String]) -> String;
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
    /// The word for people.
    fn people(&self) -> &'static str;
    /// What the cards hold.
    fn cards_intro(&self, base: &str, variant: &str, years: u32, samples: u32) -> String;
    /// What the band of a chart holds; of one sample there is none.
    fn band(&self, samples: u32) -> String;
    /// `from low to high`.
    fn range(&self, low: &str, high: &str) -> String;
    /// In how many of the worlds it is less (or more): `(12, 20)`.
    fn worlds(&self, worlds: (u32, u32), measure: Measure, more: bool) -> String;
    /// `12 of 20`.
    fn of(&self, worlds: u32, of: u32) -> String;
    /// The difference up to the end of the council term.
    fn term(&self, year: i32, text: &str) -> String;
    /// The year in which money is back: `None` is not within the horizon.
    fn back_in(&self, year: Option<i32>, start: i32, years: u32) -> String;
    /// That year in a table.
    fn back_year(&self, year: Option<i32>) -> String;
    /// The range of that year.
    fn back_range(&self, earliest: Option<i32>, latest: Option<i32>) -> String;
    /// In how many of the worlds it never is.
    fn never(&self, payer: &str, worlds: (u32, u32)) -> String;
    /// How far an own figure may be off, and whether somebody has said so.
    fn own_tolerance(&self, share: &str, stated: bool) -> String;
    /// Where an own figure comes from; each part may be empty.
    fn own_source(&self, source: &str, year: Option<i32>, tolerance: &str) -> String;
    /// That the model's counts are converted from so many residents to as many as the own figures are of.
    fn own_conversion(&self, simulated: &str, counted: &str) -> String;
    /// How many checks fit.
    fn checks_line(&self, fit: usize, of: usize, missed: &[String]) -> String;
    /// How the yearly cost goes.
    fn course(&self, course: Course) -> String;
    /// The numbers of the first and the last year, and whether the worlds disagree at the end.
    fn course_numbers(&self, first: (i32, &str), last: (i32, &str), split: bool) -> String;
    /// Over which years what is averaged, and at which prices.
    fn prices(&self, year: i32) -> String;
    /// The difference in cost, discounted at a rate: to the municipality and to all payers, each with its range.
    fn discounted(&self, rate: &str, municipality: (&str, &str), all: (&str, &str)) -> String;
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
    /// The figures of which the scale model does not match the district.
    fn scale_off(&self, figures: &[String]) -> String;
    /// Name of a loop from both languages.
    fn loop_name(&self, english: &'static str, dutch: &'static str) -> &'static str;
    /// What was cut, and on how many worlds.
    fn why_intro(&self, samples: u32) -> String;
    /// That the feedbacks were cut in a smaller district.
    fn why_smaller(&self, residents: &str) -> String;
    /// Unpaid hours per week.
    fn unpaid(&self, change: &str, low: &str, high: &str) -> String;
    /// Payers of whom the model has no cost yet.
    fn no_cost_yet(&self, payers: &[String]) -> String;
    /// Which groups come out better, worse, undecided and the same: a sentence for each that there are.
    fn groups_lines(&self, groups: &[Vec<String>; 4]) -> Vec<String>;
    /// Severe need without help in the last year, under base and variant.
    fn need_finding(&self, year: i32, base: (&str, &str), variant: (&str, &str)) -> String;
    /// Hours of both lines.
    fn hours_finding(&self, first: &str, second: &str) -> String;
    /// Hours and euros of help at home.
    fn help_at_home(&self, hours: &str, euros: &str) -> String;
    /// So many hours or euros more or less: a rate per hour or euro.
    fn rate(&self, x: f64, euros: bool) -> String;
    /// How the lines move together, in hours or euros, with the rate and, in brackets, its range where there is one.
    fn exchange(&self, exchange: Exchange, euros: bool, rate: &str, range: &str) -> String;
    /// Needs that visits bring to light: the indicator's name, how many more, the range, and in how many of the worlds
    /// there are more.
    fn found_at_doors(&self, name: &str, found: &str, range: &str, worlds: Option<(u32, u32)>) -> String;
    /// Yearly cost of all payers under base and variant.
    fn costs_finding(&self, base: (&str, &str), variant: (&str, &str)) -> String;
    /// What was computed.
    fn worlds_intro(&self, samples: u32, replicates: u32, extra: u32) -> String;
    /// An undecided figure and what would help.
    fn undecided_why(&self, name: &str, needs: Needs) -> String;
    /// The number that decides and where it tips.
    fn tipping(&self, value: Option<&str>, unit: &str, low: &str, high: &str) -> String;
    /// In which year to watch what follows.
    fn watch(&self, year: i32) -> String;
    /// What an early sign says: where it tips, whether the difference rises with it and is one in euros, and its range
    /// over samples.
    fn sign(&self, value: Option<&str>, rises_euros: (bool, bool), range: (&str, &str)) -> String;
    /// A whole percentage.
    fn percent(&self, whole: &str) -> String;
    /// Cumulative extra cost over so many years: at its highest, and at the end.
    fn cumulative_finding(&self, years: u32, peak: Option<(i32, &str)>, end: (i32, &str)) -> String;
    /// A step as words: since when, the value, and in how many years it is reached.
    fn step(&self, since: &Since, value: &str, ramp: Option<&str>) -> String;
    /// That so many changes are left out between two steps.
    fn changes_between(&self, changes: usize) -> String;
    /// The district's source, if it has one.
    fn district_source(&self, name: &str, year: i32, attribution: &str) -> String;
    /// The line that tells version, samples and seed.
    fn reproduce(&self, version: &str, samples: &str, replicates: u32, seed: u64) -> String;
    /// Description of the fan chart for those who do not see it.
    fn describe_course(&self, first: (i32, &str), last: (i32, &str), range: &str) -> String;
    /// Description of a chart that compares two lines.
    fn describe_lines(&self, what: &str, from: i32, to: i32) -> String;
}

/// Parts with commas between them, and after a semicolon what is left; empty parts stay away.
pub(super) fn joined(parts: impl Iterator<Item = String>, rest: &str) -> String {
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    if rest.is_empty() { parts.join(", ") } else { format!("{}; {rest}", parts.join(", ")) }
}
