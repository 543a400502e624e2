//! Where a report's data comes from: a result folder, or the same numbers while they are still in memory.
//!
//! Both ways give the same report, so that the one written beside the results can be rendered again byte for byte.

use std::fmt::Write as _;

use super::caveats::{Caveat, caveats};
use super::changes::changes;
use super::data::{DistrictFacts, Provenance, ReportData, ScenarioFacts, SeriesSummary, StatedNumber};
use super::folder::Folder;
use crate::diagnostics::Diagnostic;
use crate::experiment::{Comparison, LOOP_RESIDENTS, LOOP_SAMPLES, Plan, Results, series_summary, term_years};
use crate::language::Text;
use crate::plan::{Closed, ClosureNote, OwnFigure, Scenario, UncertainNumber, close};
use crate::scenario::{Overrides, load_text_beside};

/// What is the same in both ways, beside the scenarios.
struct Rest {
    closure_notes: Vec<ClosureNote>,
    files: Vec<String>,
    comparisons: Vec<Comparison>,
    summaries: Vec<SeriesSummary>,
}

impl ReportData {
    /// From a result folder. Scenarios are read from their texts in the manifest.
    ///
    /// # Errors
    /// If a scenario's text cannot be read by this version; every mistake in it.
    pub fn from_folder(folder: &Folder) -> Result<Self, Vec<Diagnostic>> {
        let manifest = &folder.manifest;
        let mut scenarios = Vec::new();
        let beside: Vec<(&str, &str)> = manifest.design.iter().map(|d| (d.name.as_str(), d.text.as_str())).collect();
        for entry in &manifest.scenarios {
            let loaded = load_text_beside(&entry.name, &entry.text, &beside, &Overrides::default())?;
            scenarios.push(loaded.scenario);
        }
        let (base, variants) = scenarios.split_first().ok_or_else(|| vec![no_scenario()])?;
        let closed: Vec<Closed> = variants.iter().map(|v| close(base, v, v.closure_against(base))).collect();
        let notes = closed.iter().flat_map(|variant| variant.notes.clone()).collect();
        let variants: Vec<Scenario> = closed.into_iter().map(|variant| variant.scenario).collect();
        let rest = Rest {
            closure_notes: notes,
            files: manifest.scenarios.iter().map(|s| s.file.clone()).collect(),
            comparisons: folder.comparisons.clone(),
            summaries: folder.summary.clone(),
        };
        let mut data = Self::assemble(base, &variants, rest);
        data.lives.clone_from(&folder.lives);
        data.districts.clone_from(&folder.districts);
        data.persons.clone_from(&folder.persons);
        data.flows.clone_from(&folder.flows);
        data.worlds.clone_from(&manifest.worlds);
        data.provenance.version.clone_from(&manifest.kantel_version);
        Ok(data)
    }

    /// From results in memory: of what has been computed, not of what is still to come. `closure_notes` tell what
    /// closure changed in the plan's scenarios, `files` are their names in the folder. A household that was followed,
    /// the figures by district and the files of what is known are the caller's to add.
    pub fn from_results(
        plan: &Plan,
        closure_notes: Vec<ClosureNote>,
        files: Vec<String>,
        results: &Results,
        comparisons: Vec<Comparison>,
    ) -> Self {
        let plan = &plan.as_far_as(results);
        let summaries = series_summary(results, plan.scenarios.len())
            .into_iter()
            .map(|row| {
                let series = &results.series()[row.series];
                SeriesSummary {
                    scenario: plan.scenarios[row.scenario].name.clone(),
                    indicator: series.indicator.clone(),
                    group: series.group.clone(),
                    year: row.year,
                    level: row.level,
                    difference: row.difference,
                }
            })
            .collect();
        Self::assemble(plan.base(), &plan.scenarios[1..], Rest { closure_notes, files, comparisons, summaries })
    }

    /// `variants` are as they were compared: closed against the base.
    fn assemble(base: &Scenario, variants: &[Scenario], rest: Rest) -> Self {
        let scenarios = || std::iter::once(base).chain(variants);
        let experiment = &base.experiment;
        let term = term_years(&base.context, experiment.years) as i32;
        let caveats = all_caveats(base, variants);
        let command = command(&rest, experiment.samples, base.residents, &caveats);
        Self {
            scenarios: scenarios().map(names).collect(),
            district: district(base),
            start_year: base.context.start_year,
            years: experiment.years,
            price_year: base.budget.price_year,
            discount_rate: base.budget.discount_rate,
            term_end_year: base.context.start_year + term - 1,
            summaries: rest.summaries,
            own: own_figures(scenarios()),
            lives: None,
            districts: Vec::new(),
            persons: Vec::new(),
            flows: Vec::new(),
            caveats,
            worlds: Vec::new(),
            margins: Vec::new(),
            unsought: Vec::new(),
            changed: variants.iter().flat_map(|variant| changes(base, variant)).collect(),
            circumstances: base.context.factors.iter().map(|(s, course)| (*s, course.steps().to_vec())).collect(),
            parameters: base.parameters.clone(),
            uncertain: stated_numbers(base, variants),
            provenance: Provenance {
                version: env!("CARGO_PKG_VERSION").to_owned(),
                command,
                on_page: false,
                seed: experiment.seed,
                samples: experiment.samples,
                replicates: experiment.replicates,
                extra_replicate: if variants.is_empty() { 0 } else { experiment.extra_replicate },
            },
            closure_notes: rest.closure_notes,
            comparisons: rest.comparisons,
        }
    }
}

/// A manifest that names no scenario was not written by kantel.
fn no_scenario() -> Diagnostic {
    Diagnostic {
        file: "manifest.json".to_owned(),
        message: Text::fixed("names no scenario", "noemt geen scenario"),
        ..Diagnostic::default()
    }
}

/// The own figures of all scenarios: of one that several state, the first one's.
fn own_figures<'a>(scenarios: impl Iterator<Item = &'a Scenario>) -> Vec<OwnFigure> {
    let mut own: Vec<OwnFigure> = Vec::new();
    for figure in scenarios.flat_map(|s| &s.own) {
        if own.iter().all(|other| other.indicator != figure.indicator) {
            own.push(figure.clone());
        }
    }
    own
}

/// The command to be given within the folder. Everything else stands in the scenarios' files.
fn command(rest: &Rest, samples: u32, residents: u32, caveats: &[(String, Caveat)]) -> String {
    let [_, ..] = &rest.files[1..] else { return format!("kantel run {}", rest.files[0]) };
    let mut command = format!("kantel compare {}", rest.files.join(" "));
    // Variants under different closures say so in their files.
    if let Some(closure) = shared_closure(&rest.comparisons) {
        let _ = write!(command, " --closure {closure}");
    }
    if caveats.iter().any(|(_, caveat)| matches!(caveat, Caveat::Worlds(_))) {
        command.push_str(" --worlds-may-differ");
    }
    let cut = rest.comparisons.iter().flat_map(|c| &c.loops).next();
    let loops = cut.map_or(0, |c| c.samples);
    if loops != LOOP_SAMPLES.min(samples) {
        let _ = write!(command, " --loops {loops}");
    }
    if let Some(small) = cut.map(|c| c.residents).filter(|r| *r != LOOP_RESIDENTS.min(residents)) {
        let _ = write!(command, " --loop-residents {small}");
    }
    command
}

/// The caveats of every variant as it was compared; without one, of the single scenario.
fn all_caveats(base: &Scenario, variants: &[Scenario]) -> Vec<(String, Caveat)> {
    let named = |scenario: &Scenario, all: Vec<Caveat>| -> Vec<(String, Caveat)> {
        all.into_iter().map(|caveat| (scenario.name.clone(), caveat)).collect()
    };
    if variants.is_empty() {
        return named(base, caveats(base, None));
    }
    variants.iter().flat_map(|variant| named(variant, caveats(base, Some(variant)))).collect()
}

/// The closure of every comparison, if they have the same.
fn shared_closure(comparisons: &[Comparison]) -> Option<&str> {
    let first = comparisons.first()?.closure.as_str();
    comparisons.iter().all(|c| c.closure == first).then_some(first)
}

pub(super) fn names(scenario: &Scenario) -> ScenarioFacts {
    ScenarioFacts {
        name: scenario.name.clone(),
        title: scenario.title.clone(),
        title_nl: scenario.title_nl.clone(),
        teams: scenario.organisation.teams.iter().map(|team| team.name.clone()).collect(),
    }
}

pub(super) fn district(base: &Scenario) -> DistrictFacts {
    let district = &base.district;
    let scale = f64::from(base.residents) / f64::from(district.residents.max(1));
    DistrictFacts {
        name: district.name.clone(),
        municipality: district.municipality.clone(),
        code: district.code.clone(),
        year: district.year,
        residents: base.residents,
        published_residents: district.residents,
        households: f64::from(district.households) * scale,
        low_income: district.low_income,
        wmo_per_1000: district.wmo_per_1000,
        attribution: district.attribution.clone(),
    }
}

/// The uncertain numbers of the base, and those of each variant that the base does not draw in the same way.
fn stated_numbers(base: &Scenario, variants: &[Scenario]) -> Vec<StatedNumber> {
    let of_base = base.uncertain();
    let stated = |scenario: &Scenario, number| StatedNumber { scenario: scenario.name.clone(), number };
    let mut numbers: Vec<StatedNumber> = of_base.iter().map(|number| stated(base, number.clone())).collect();
    for scenario in variants {
        // The burn-in is the base's, under the same numbers.
        let is_new = |n: &UncertainNumber| !of_base.contains(n) && !n.is_again_before(&of_base);
        let own = scenario.uncertain().into_iter().filter(is_new);
        numbers.extend(own.map(|number| stated(scenario, number)));
    }
    numbers
}
