//! What a study says of the results that are there.

use std::borrow::Cow;

use super::districts::districts;
use super::notes::Note;
use super::recipe::Study;
use crate::experiment::{
    BoundDifference, Comparison, DistrictComparison, KEY_FIGURES, Period, compare, compare_districts, compare_figures,
    flow_summary, persons,
};
use crate::plan::ClosureNote;
use crate::report::ReportData;
use crate::report::folder::file_stem;

impl Study {
    /// The study as it is with the whole samples that are there: itself where every draw has been run.
    pub fn so_far(&self) -> Cow<'_, Self> {
        if self.due().is_empty() {
            return Cow::Borrowed(self);
        }
        let mut study = self.clone();
        study.end_here();
        Cow::Owned(study)
    }

    /// A variant, by its position in the plan from 1, compared with the base by the whole samples that are there, with
    /// what each feedback carries and the bounds, if they were computed.
    ///
    /// # Panics
    /// If there is no such variant.
    pub fn compare(&self, variant: usize) -> Comparison {
        self.so_far().compared(variant)
    }

    /// Every variant compared in those rows alone whose indicator, group and period are wanted, without what decides
    /// them: quick.
    pub fn figures(&self, wanted: &dyn Fn(&str, &str, Period) -> bool) -> Vec<Comparison> {
        let study = self.so_far();
        let variants = 1..study.plan.scenarios.len();
        let of = |variant| Comparison {
            bounds: study.bounds_of(variant),
            ..compare_figures(&study.plan, &study.results, variant, wanted)
        };
        variants.map(of).collect()
    }

    /// Every variant compared in the key figures alone.
    pub fn key_figures(&self) -> Vec<Comparison> {
        self.figures(&|indicator, group, period| group == "all" && KEY_FIGURES.contains(&(indicator, period)))
    }

    /// How a variant, by its position in the plan from 1, compares with the base in each district of a region, by the
    /// whole samples that are there; empty where it is one district.
    ///
    /// # Panics
    /// If there is no such variant.
    pub fn compare_districts(&self, variant: usize) -> Vec<DistrictComparison> {
        let study = self.so_far();
        compare_districts(&study.plan, &study.results, variant)
    }

    /// Everything that a report needs, of the whole samples that are there: it says how many they are.
    pub fn read(&self) -> ReportData {
        let study = self.so_far();
        let closed = |note: &Note| if let Note::Closed(note) = note { Some(note.clone()) } else { None };
        let notes: Vec<ClosureNote> = study.notes.iter().filter_map(closed).collect();
        let files = study.plan.scenarios.iter().map(|s| format!("scenarios/{}.toml", file_stem(&s.name))).collect();
        let comparisons = (1..study.plan.scenarios.len()).map(|variant| study.compared(variant)).collect();
        let data = ReportData::from_results(&study.plan, notes, files, &study.results, comparisons);
        let districts = districts(&study.plan, &study.results);
        let names: Vec<String> = study.plan.scenarios.iter().map(|s| s.name.clone()).collect();
        let persons = persons(&study.results, &names);
        let flows = flow_summary(&study.results, &names.iter().map(String::as_str).collect::<Vec<_>>());
        ReportData { lives: study.lives.clone(), worlds: study.worlds.clone(), districts, persons, flows, ..data }
    }

    /// The same where nothing is due.
    fn compared(&self, variant: usize) -> Comparison {
        let loops = self.loops.get(variant - 1).cloned().unwrap_or_default();
        Comparison { loops, bounds: self.bounds_of(variant), ..compare(&self.plan, &self.results, variant) }
    }

    fn bounds_of(&self, variant: usize) -> Vec<BoundDifference> {
        self.bounds.get(variant - 1).cloned().unwrap_or_default()
    }
}
