//! Everything that a report needs, as plain data: what a result folder holds, and nothing else.

use crate::experiment::{Comparison, Difference, Period};
use crate::levers::{LEVERS, Step};
use crate::random::Distribution;
use crate::scenario::Scenario;

/// A scenario's names.
#[derive(Clone, Debug)]
pub struct ScenarioFacts {
    /// Name, unique in the comparison.
    pub name: String,
    /// Title in English.
    pub title: String,
    /// Title in Dutch; empty means `title`.
    pub title_nl: String,
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
    /// Households in the statistics, scaled to the residents simulated.
    pub households: f64,
    /// Published Wmo clients per 1,000 residents; `None` where not published.
    pub wmo_per_1000: Option<f64>,
    /// Attribution to print; empty for an invented district.
    pub attribution: String,
}

/// One series of one scenario in one year, over samples.
#[derive(Clone, Debug)]
pub struct SeriesSummary {
    /// Scenario.
    pub scenario: String,
    /// Indicator key.
    pub indicator: String,
    /// Group.
    pub group: String,
    /// Year, 0-based.
    pub year: u32,
    /// Mean over samples.
    pub mean: Option<f64>,
    /// 5th percentile over samples.
    pub p05: Option<f64>,
    /// 95th percentile over samples.
    pub p95: Option<f64>,
    /// Mean difference from the base; `None` for the base itself.
    pub difference_mean: Option<f64>,
}

/// A lever that differs between the base and a variant.
#[derive(Clone, Debug)]
pub struct ChangedLever {
    /// Name of the variant.
    pub variant: String,
    /// Position in [`LEVERS`].
    pub lever: usize,
    /// Steps in the base; empty if it does not set the lever.
    pub base: Vec<Step>,
    /// Steps in the variant.
    pub changed: Vec<Step>,
}

/// What an indicator is called where the report has no words of its own.
#[derive(Clone, Debug)]
pub struct IndicatorNames {
    /// Key.
    pub indicator: String,
    /// English name.
    pub english: String,
    /// Dutch name.
    pub dutch: String,
}

/// How a result was computed.
#[derive(Clone, Debug, Default)]
pub struct Provenance {
    /// Version of kantel.
    pub version: String,
    /// Command line.
    pub command: String,
    /// Seed.
    pub seed: u64,
    /// Samples.
    pub samples: u32,
    /// Replicates per sample.
    pub replicates: u32,
}

/// The input of a report. Without comparisons it is the report of a single run.
#[derive(Clone, Debug)]
pub struct ReportData {
    /// Scenarios, the base first.
    pub scenarios: Vec<ScenarioFacts>,
    /// District.
    pub district: DistrictFacts,
    /// Closure key (`hours`, `budget`, `extra`).
    pub closure: String,
    /// Calendar year of the first simulated year.
    pub start_year: i32,
    /// Years simulated.
    pub years: u32,
    /// Year of the prices.
    pub price_year: i32,
    /// Last calendar year counted in [`Period::Term`].
    pub term_end_year: i32,
    /// One per variant.
    pub comparisons: Vec<Comparison>,
    /// Every default series of every scenario.
    pub summaries: Vec<SeriesSummary>,
    /// Names of indicators.
    pub names: Vec<IndicatorNames>,
    /// Levers that differ.
    pub changed: Vec<ChangedLever>,
    /// The distribution in force for every parameter in the base, in the order of `parameters::PARAMETERS`.
    pub parameters: Vec<Distribution>,
    /// How it was computed.
    pub provenance: Provenance,
}

impl ReportData {
    /// From the scenarios as they were run (the base first) and what was computed with them.
    ///
    /// # Panics
    /// If `scenarios` is empty.
    pub fn from_parts(
        scenarios: &[Scenario],
        closure: &str,
        term_end_year: i32,
        comparisons: Vec<Comparison>,
        summaries: Vec<SeriesSummary>,
        names: Vec<IndicatorNames>,
        provenance: Provenance,
    ) -> Self {
        let base = &scenarios[0];
        let scale = f64::from(base.residents) / f64::from(base.district.residents.max(1));
        Self {
            scenarios: scenarios
                .iter()
                .map(|s| ScenarioFacts { name: s.name.clone(), title: s.title.clone(), title_nl: s.title_nl.clone() })
                .collect(),
            district: DistrictFacts {
                name: base.district.name.clone(),
                municipality: base.district.municipality.clone(),
                code: base.district.code.clone(),
                year: base.district.year,
                residents: base.residents,
                households: f64::from(base.district.households) * scale,
                wmo_per_1000: base.district.wmo_per_1000,
                attribution: base.district.attribution.clone(),
            },
            closure: closure.to_owned(),
            start_year: base.context.start_year,
            years: base.experiment.years,
            price_year: base.budget.price_year,
            term_end_year,
            comparisons,
            summaries,
            names,
            changed: scenarios.iter().skip(1).flat_map(|variant| changed_levers(base, variant)).collect(),
            parameters: base.parameters.clone(),
            provenance,
        }
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

    /// The summary of a series in a year.
    pub fn summary(&self, scenario: &str, indicator: &str, group: &str, year: u32) -> Option<&SeriesSummary> {
        self.summaries
            .iter()
            .find(|s| s.year == year && s.indicator == indicator && s.group == group && s.scenario == scenario)
    }

    /// The means of a series in every year; `None` unless each year has one.
    pub fn means(&self, scenario: &str, indicator: &str, group: &str) -> Option<Vec<f64>> {
        (0..self.years).map(|year| self.summary(scenario, indicator, group, year)?.mean).collect()
    }

    /// The yearly differences of an indicator over everybody, with the years that have one.
    pub fn yearly<'a>(&self, comparison: &'a Comparison, indicator: &str) -> Vec<(u32, &'a Difference)> {
        (0..self.years)
            .filter_map(|year| Some((year, comparison.find(indicator, "all", Period::Year(year))?)))
            .collect()
    }
}

/// The levers in which a variant differs from the base.
fn changed_levers(base: &Scenario, variant: &Scenario) -> Vec<ChangedLever> {
    let steps = |scenario: &Scenario, lever: usize| -> Vec<Step> {
        let schedules = &scenario.organisation.timeline.schedules;
        schedules.iter().find(|s| s.lever == lever).map(|s| s.steps.clone()).unwrap_or_default()
    };
    (0..LEVERS.len())
        .map(|lever| ChangedLever {
            variant: variant.name.clone(),
            lever,
            base: steps(base, lever),
            changed: steps(variant, lever),
        })
        .filter(|change| change.base != change.changed)
        .collect()
}
