//! What stands around the figures: the title, the lines above it, and what every form of the report ends with.

use super::{Lang, Measure, Page};
use crate::report::wording::{Things, count, counted};

impl Page<'_> {
    /// What is compared, or run.
    pub(in crate::report) fn whole_title(&self) -> String {
        let data = self.data;
        if let [comparison] = data.comparisons.as_slice() {
            return self.voice.title(&self.title(&comparison.base), &self.title(&comparison.variant));
        }
        let Some(base) = data.comparisons.first().map(|c| c.base.as_str()).or(data.scenarios.first().map(|s| &*s.name))
        else {
            return "kantel".to_owned();
        };
        if data.comparisons.is_empty() {
            return self.voice.run_title(&self.title(base));
        }
        let variants: Vec<String> = data.comparisons.iter().map(|c| self.title(&c.variant)).collect();
        self.voice.title(&self.title(base), &self.voice.list(&variants))
    }

    /// Where and when; then that the district is a copy in another size, if it is.
    pub(in crate::report) fn kicker(&self) -> Vec<String> {
        let (data, district) = (self.data, &self.data.district);
        let place = if district.municipality.is_empty() || district.municipality == district.name {
            district.name.clone()
        } else {
            format!("{}, {}", district.name, district.municipality)
        };
        let residents = counted(self.lang, district.residents, Things::Residents);
        let mut lines = vec![self.voice.kicker(&place, &residents, data.start_year, data.last_year())];
        if district.residents != district.published_residents {
            lines.push(self.voice.scaled(&residents, &count(self.lang, district.published_residents)));
        }
        lines
    }

    /// That a reader has set margins of their own.
    pub(in crate::report) fn own_margins(&self) -> String {
        let written = |(key, margin): &(String, f64)| {
            format!("{} {}", self.indicator(key), self.level(Measure::of(key, "persons"), Some(*margin)))
        };
        self.voice.own_margins(&self.data.margins.iter().map(written).collect::<Vec<_>>())
    }

    /// What the result is not for; the last line speaks of two plans.
    pub(in crate::report) fn not_for(&self) -> &'static [&'static str] {
        let lines = &self.voice.words().not_for;
        if self.data.comparisons.is_empty() { &lines[..lines.len() - 1] } else { lines }
    }

    /// Everything that fixes the numbers.
    pub(in crate::report) fn reproduced(&self) -> String {
        let run = &self.data.provenance;
        let samples = counted(self.lang, run.samples, Things::Samples);
        self.voice.reproduce(&run.version, &samples, run.replicates, run.seed)
    }

    /// The command that computes the same again, in the language of the report.
    pub(in crate::report) fn command(&self) -> String {
        let command = &self.data.provenance.command;
        match self.lang {
            Lang::En => command.clone(),
            Lang::Nl => format!("{command} --lang nl"),
        }
    }
}
