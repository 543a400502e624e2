//! Everything that a report needs, as plain data: what a result folder holds, and nothing else.

use super::caveats::Caveat;
use super::change::Change;
use crate::experiment::{Comparison, Difference, Fan, FlowRow, Lives, Period, PersonsRow, Verdict, verdict};
use crate::levers::Step;
use crate::plan::{ClosureNote, OwnFigure, Subject, UncertainNumber};
use crate::random::Distribution;

/// A scenario's names.
#[derive(Clone, Debug)]
pub struct ScenarioFacts {
    /// Name, unique in the comparison.
    pub name: String,
    /// Title in English.
    pub title: String,
    /// Title in Dutch; empty means `title`.
    pub title_nl: String,
    /// Names of its teams, in their order.
    pub teams: Vec<String>,
}

/// What the report says about the district.
#[derive(Clone, Debug)]
pub struct DistrictFacts {
    /// Name of the district.
    pub name: String,
    /// Municipality; may be empty.
    pub municipality: String,
    /// Code of the statistics; empty for a hand-written district.
    pub code: String,
    /// Year of the statistics.
    pub year: i32,
    /// Residents simulated.
    pub residents: u32,
    /// Residents in the statistics.
    pub published_residents: u32,
    /// Households in the statistics, scaled to the residents simulated.
    pub households: f64,
    /// Share of households with a low income in the statistics.
    pub low_income: f64,
    /// Published Wmo clients per 1,000 residents; `None` where not published.
    pub wmo_per_1000: Option<f64>,
    /// Attribution to print; empty for an invented district.
    pub attribution: String,
}

/// One series of one scenario in one year, over samples: a row of `series_summary.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesSummary {
    /// Scenario.
    pub scenario: String,
    /// Indicator key.
    pub indicator: String,
    /// Group.
    pub group: String,
    /// Year, 0-based.
    pub year: u32,
    /// The level.
    pub level: Fan,
    /// The paired difference from the base; empty for the base itself.
    pub difference: Fan,
}

/// A figure of one district of a region, or of all of them together: a row of `districts.csv`.
#[derive(Clone, Debug)]
pub struct DistrictFigure {
    /// The variant; of a single run, its scenario.
    pub scenario: String,
    /// Code of the district; [`TOGETHER`] of all of them.
    pub code: String,
    /// Name.
    pub name: String,
    /// Residents simulated.
    pub residents: u32,
    /// Share of households with a low income in the statistics.
    pub low_income: f64,
    /// Base level, difference, range and verdict. Of a single run the base level alone.
    pub figure: Difference,
}

/// The code of all districts together.
pub const TOGETHER: &str = "all";

impl DistrictFigure {
    /// Whether it is of all districts together.
    pub fn is_together(&self) -> bool {
        self.code == TOGETHER
    }
}

/// An uncertain number that a scenario states.
#[derive(Clone, Debug)]
pub struct StatedNumber {
    /// Name of the scenario.
    pub scenario: String,
    /// The number.
    pub number: UncertainNumber,
}

/// How a result was computed.
#[derive(Clone, Debug, Default)]
pub struct Provenance {
    /// Version of kantel.
    pub version: String,
    /// The command that computes the same numbers again from within the result folder: the same whoever ran it where.
    pub command: String,
    /// Whether the page computed it: what it says of files and options is then said of the page's fields and buttons,
    /// and the command is that for the plan saved there.
    pub on_page: bool,
    /// Seed.
    pub seed: u64,
    /// Samples.
    pub samples: u32,
    /// Replicates per sample.
    pub replicates: u32,
    /// Samples with one replicate more, the first ones.
    pub extra_replicate: u32,
}

/// The input of a report. Without comparisons it is the report of a single run.
#[derive(Clone, Debug)]
pub struct ReportData {
    /// Scenarios, the base first.
    pub scenarios: Vec<ScenarioFacts>,
    /// District.
    pub district: DistrictFacts,
    /// Calendar year of the first simulated year.
    pub start_year: i32,
    /// Years simulated.
    pub years: u32,
    /// Year of the prices.
    pub price_year: i32,
    /// Discount rate per year of the discounted totals.
    pub discount_rate: f64,
    /// Last calendar year counted in [`Period::Term`].
    pub term_end_year: i32,
    /// One per variant.
    pub comparisons: Vec<Comparison>,
    /// Every default series of every scenario.
    pub summaries: Vec<SeriesSummary>,
    /// What the municipality knows of the district itself; each indicator once.
    pub own: Vec<OwnFigure>,
    /// One household in the base and the first variant; `None` if the result does not hold one.
    pub lives: Option<Lives>,
    /// The figures of each district of a region and of all together, by scenario; empty where it is one district.
    pub districts: Vec<DistrictFigure>,
    /// Flows between doors, services and accounts.
    pub flows: Vec<FlowRow>,
    /// What is told of persons and households; empty where that was not asked for.
    pub persons: Vec<PersonsRow>,
    /// What closure changed in the variants; empty if nothing.
    pub closure_notes: Vec<ClosureNote>,
    /// What a reader must know first, by variant; of a single run, by its scenario.
    pub caveats: Vec<(String, Caveat)>,
    /// Names of the files of what is known that were laid over every scenario, without their folders.
    pub worlds: Vec<String>,
    /// Margins that a reader has set instead of those fixed beforehand.
    pub margins: Vec<(String, f64)>,
    /// Variant, indicator, group and period of what such a margin made undecided: what decides was not sought there.
    pub unsought: Vec<(String, String, String, Period)>,
    /// What differs.
    pub changed: Vec<Change>,
    /// Circumstances that change.
    pub circumstances: Vec<(Subject, Vec<Step>)>,
    /// The distribution in force for every parameter in the base, in the order of `parameters::PARAMETERS`.
    pub parameters: Vec<Distribution>,
    /// The uncertain numbers that are no parameters: those of the base, and those of each variant that differ from
    /// them.
    pub uncertain: Vec<StatedNumber>,
    /// How it was computed.
    pub provenance: Provenance,
}

impl ReportData {
    /// Judges an indicator again, with another smallest difference that matters. Only periods whose differences by
    /// sample are known are judged: those of a result folder are the term and the horizon, which are all that a report
    /// shows.
    pub fn judge_with_margin(&mut self, indicator: &str, margin: f64) {
        self.margins.push((indicator.to_owned(), margin));
        for comparison in &mut self.comparisons {
            for d in comparison.differences.iter_mut().filter(|d| d.indicator == indicator) {
                let samples: Vec<f64> = d.by_sample.iter().flatten().copied().collect();
                if samples.is_empty() {
                    continue;
                }
                d.margin = margin;
                let before = std::mem::replace(&mut d.verdict, verdict(d.direction, &samples, margin, d.chance));
                match (before, d.verdict) {
                    (Verdict::UndecidedKnowledge, Verdict::UndecidedKnowledge) => {}
                    (_, Verdict::UndecidedKnowledge) => {
                        self.unsought.push((
                            comparison.variant.clone(),
                            d.indicator.clone(),
                            d.group.clone(),
                            d.period,
                        ));
                    }
                    _ => d.deciders.clear(),
                }
            }
        }
    }

    /// What a reader must know first of a scenario.
    pub fn caveats_of<'a>(&'a self, scenario: &'a str) -> impl Iterator<Item = &'a Caveat> {
        self.caveats.iter().filter(move |(name, _)| name == scenario).map(|(_, caveat)| caveat)
    }

    /// The uncertain number with a key that is no parameter: as a scenario states it, or else as the base does.
    pub fn stated(&self, scenario: &str, key: &str) -> Option<&UncertainNumber> {
        let mut found = self.uncertain.iter().filter(|stated| stated.number.key() == key);
        let own = found.clone().find(|stated| stated.scenario == scenario);
        own.or_else(|| found.next()).map(|stated| &stated.number)
    }

    /// The calendar year of a simulated year.
    pub fn calendar(&self, year: u32) -> i32 {
        self.start_year + year as i32
    }

    /// The last calendar year simulated.
    pub fn last_year(&self) -> i32 {
        self.start_year + self.years as i32 - 1
    }

    /// The title of a scenario in a language; its name if it is unknown or untitled.
    pub fn title(&self, name: &str, dutch: bool) -> String {
        let Some(facts) = self.scenarios.iter().find(|s| s.name == name) else { return name.to_owned() };
        let title = if dutch && !facts.title_nl.is_empty() { &facts.title_nl } else { &facts.title };
        if title.is_empty() { name.to_owned() } else { title.clone() }
    }

    /// Whether no other scenario has what `of` makes of a scenario's title.
    pub(super) fn is_unique(&self, name: &str, of: impl Fn(&str) -> String) -> bool {
        let own = of(name);
        self.scenarios.iter().filter(|s| s.name != name).all(|s| of(&s.name) != own)
    }

    /// The summary of a series in a year.
    pub fn summary(&self, scenario: &str, indicator: &str, group: &str, year: u32) -> Option<&SeriesSummary> {
        self.summaries
            .iter()
            .find(|s| s.year == year && s.indicator == indicator && s.group == group && s.scenario == scenario)
    }

    /// The means of a series in every year; `None` unless each year has one.
    pub fn means(&self, scenario: &str, indicator: &str, group: &str) -> Option<Vec<f64>> {
        (0..self.years).map(|year| self.summary(scenario, indicator, group, year)?.level.mean).collect()
    }

    /// The means of a series in the years that have one.
    pub fn years_of(&self, scenario: &str, indicator: &str, group: &str) -> Vec<f64> {
        (0..self.years).filter_map(|year| self.summary(scenario, indicator, group, year)?.level.mean).collect()
    }

    /// The yearly differences of an indicator over everybody, with the years that have one.
    pub fn yearly<'a>(&self, comparison: &'a Comparison, indicator: &str) -> Vec<(u32, &'a Difference)> {
        (0..self.years)
            .filter_map(|year| Some((year, comparison.find(indicator, "all", Period::Year(year))?)))
            .collect()
    }
}
