//! The sections of the report, one or a few per file, and what they share.

mod annex;
mod answer;
mod certainty;
mod checks;
mod districts;
mod flows;
mod key_figures;
mod lines;
mod lives;
mod loops;
mod money;
mod persons;
mod plane;
mod professionals;
mod purse;
mod teams;
mod time;
mod told;

pub(super) use annex::{Assumed, assumed, assumptions, changes, not_for, reproduce};
pub(super) use answer::otherwise;
pub(super) use certainty::{bounds, certainty};
pub(super) use checks::local_check;
pub use key_figures::BriefFigure;
pub(super) use key_figures::{
    asked_figures, break_even_words, figures_in_brief, in_brief, key_figures, lead, tour_figures,
};
pub(super) use lines::{first_second, for_whom, group_lines};
pub(super) use lives::{by_desk, fares, introduction, long_wait, numbers as lives_numbers, two_lives};
pub use loops::loops_figure;
pub(super) use money::{payer_rows, who_pays};
pub(super) use time::{carried, over_time, why};

use std::cell::{Cell as Counter, RefCell};

use super::caveats::Caveat;
use super::data::ReportData;
use super::figures::{AxisLabel, FigureFile, Spec};
use super::html::{Cell, Html, Table};
use super::keys;
use super::wording::{self, Lang, MISSING, Measure, Voice};
use crate::experiment::{Comparison, Difference, SAMPLES_NEEDED, Verdict};
use crate::language::Text;
use crate::plan::Closure;
use crate::scenario::{Question, answered};

/// Letters of a title that still fit a head of a column.
const SHORT: usize = 48;

/// A report in the making.
pub(super) struct Page<'a> {
    pub(super) data: &'a ReportData,
    pub(super) lang: Lang,
    pub(super) voice: &'static dyn Voice,
    pub(super) figures: RefCell<Vec<FigureFile>>,
    pub(super) numbered: Counter<u32>,
    /// Whether verdicts are shown: of a first estimate none is given.
    pub(super) judged: bool,
}

impl<'a> Page<'a> {
    pub(super) fn new(data: &'a ReportData, lang: Lang) -> Self {
        Self { data, lang, voice: lang.voice(), figures: RefCell::default(), numbered: Counter::new(0), judged: true }
    }

    /// The title of a scenario up to its first colon: short enough for heads of columns and legends. Where another one
    /// has the same, the whole title if that is short too, else the scenario's name.
    pub(super) fn title(&self, name: &str) -> String {
        let short = |name: &str| {
            let full = self.full_title(name);
            match full.split_once(':') {
                Some((short, _)) if !short.trim().is_empty() => short.trim().to_owned(),
                _ => full,
            }
        };
        if self.data.is_unique(name, short) {
            return short(name);
        }
        let full = self.full_title(name);
        if full.chars().count() <= SHORT { full } else { name.to_owned() }
    }

    /// The whole title of a scenario; its name where another one has the same.
    pub(super) fn full_title(&self, name: &str) -> String {
        let title = |name: &str| self.data.title(name, self.lang == Lang::Nl);
        if self.data.is_unique(name, title) { title(name) } else { name.to_owned() }
    }

    /// The question of the box that this comparison answers, if it is one.
    fn question(&self) -> Option<&'static Question> {
        let names: Vec<&str> = self.data.scenarios.iter().map(|scenario| scenario.name.as_str()).collect();
        answered(&names, self.data.worlds.iter().map(String::as_str), !self.data.districts.is_empty())
    }

    /// What an indicator is called: the report's own plain words, else those of the catalogue.
    pub(super) fn indicator(&self, key: &str) -> String {
        wording::indicator_name(self.lang, key)
    }

    /// A clause as a sentence.
    fn capital(&self, clause: &Text) -> String {
        let clause = clause.of(self.lang);
        let mut letters = clause.chars();
        letters.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
    }

    /// Of figures whose verdict may seem not to fit the range beside it: why that is so.
    fn seeming<'d>(&self, figures: impl Iterator<Item = (String, &'d Difference)>, html: &mut Html) {
        for (kind, names) in wording::seeming(figures) {
            html.note(&format!("{}: {}.", names.join("; "), kind.said().of(self.lang)));
        }
    }

    /// Runs a part once per variant, under the variant's title where there are several.
    fn per_variant(&self, html: &mut Html, part: impl Fn(&Comparison, &mut Html)) {
        for comparison in &self.data.comparisons {
            if self.data.comparisons.len() > 1 {
                html.element("h3", &[], &self.title(&comparison.variant));
            }
            part(comparison, html);
        }
    }

    /// An optional number in a measure.
    fn level(&self, measure: Measure, x: Option<f64>) -> String {
        x.map_or_else(|| MISSING.to_owned(), |x| measure.level(self.lang, x))
    }

    /// An optional difference in a measure.
    fn change(&self, measure: Measure, x: Option<f64>) -> String {
        x.map_or_else(|| MISSING.to_owned(), |x| measure.difference(self.lang, x))
    }

    /// Base, variant and difference as they stand beside each other and the range: they add up to the last digit.
    fn beside(&self, d: &Difference) -> [String; 3] {
        let measure = Measure::of(&d.indicator, d.unit);
        match (d.base_value, d.difference) {
            (Some(base), Some(difference)) => measure.beside(self.lang, base, difference, &range_of(d)),
            _ => [
                self.level(measure, d.base_value),
                self.level(measure, d.variant_value),
                self.change(measure, d.difference),
            ],
        }
    }

    /// A number of a difference as more or less, in the digits of its row.
    fn more_or_less(&self, d: &Difference, x: Option<f64>) -> String {
        let measure = Measure::of(&d.indicator, d.unit);
        x.map_or_else(|| MISSING.to_owned(), |x| measure.more_or_less_in(self.lang, x, &row_of(d)))
    }

    /// The range of a difference in more and less.
    fn range_in_words(&self, d: &Difference) -> String {
        self.with_carriers(d, self.voice.range(&self.more_or_less(d, d.p05), &self.more_or_less(d, d.p95)))
    }

    /// The range of a difference; a dash if it is missing.
    fn range(&self, d: &Difference) -> String {
        let measure = Measure::of(&d.indicator, d.unit);
        let write = |x: f64| measure.difference_in(self.lang, x, &row_of(d));
        match (d.p05, d.p95) {
            (Some(low), Some(high)) => self.with_carriers(d, self.voice.range(&write(low), &write(high))),
            _ => MISSING.to_owned(),
        }
    }

    /// A range with, where the mean lies outside it, the samples that carry the mean.
    fn with_carriers(&self, d: &Difference, range: String) -> String {
        match d.carried_by() {
            Some((worlds, of)) => format!("{range}; {}", self.voice.carried(worlds, of)),
            None => range,
        }
    }

    /// Figures by what they are of: both plans, difference, range and verdict; with a caption and a head of the names.
    fn judged_table<'d, N: Into<String>>(
        &self,
        comparison: &Comparison,
        (caption, head): (&str, &str),
        rows: impl Iterator<Item = (N, &'d Difference)>,
    ) -> Table {
        let words = self.voice.words();
        let heads = vec![
            Cell::text(head),
            Cell::number(self.title(&comparison.base)),
            Cell::number(self.title(&comparison.variant)),
            Cell::number(words.difference),
            Cell::number(words.range),
            Cell::text(words.verdict),
        ];
        let mut table = Table::new(caption, heads);
        for (name, d) in rows {
            let mut cells = vec![Cell::text(name)];
            cells.extend(self.beside(d).map(Cell::number));
            cells.extend([Cell::number(self.range(d)), self.verdict(d)]);
            table.row(cells);
        }
        table
    }

    /// A verdict as a cell.
    fn verdict(&self, d: &Difference) -> Cell {
        Cell::verdict(wording::judged(self.lang, d), wording::verdict_class(d.verdict))
    }

    /// What keeps a variant comparable to the base: it stands beside every figure of the two.
    pub(super) fn stands(&self, comparison: &Comparison) -> String {
        let mut text = self.voice.closure(&comparison.closure).to_owned();
        for worlds in self.data.caveats_of(&comparison.variant).filter(|c| matches!(c, Caveat::Worlds(_))) {
            text = format!("{text} {}", wording::caveat(self.lang, worlds));
        }
        text
    }

    /// How far the municipality's euros are from equal, where the closure aims at equal ones.
    fn closure_left(&self, comparison: &Comparison) -> Option<String> {
        let aims = comparison.closure == Closure::Budget.key();
        let cost = horizon(comparison, keys::MUNICIPALITY).filter(|_| aims)?;
        wording::closure_left(self.lang, cost)
    }

    /// What a reader must know of the figures of a scenario: of its levers, which is told after them, or of the rest,
    /// which is told before.
    pub(super) fn caveats(&self, scenario: &str, of_levers: bool, html: &mut Html) {
        let asked = |caveat: &&Caveat| matches!(caveat, Caveat::Levers(_)) == of_levers;
        for caveat in self.data.caveats_of(scenario).filter(asked) {
            html.inside("p", &[("class", "caveat")], |h| {
                h.element(if of_levers { "span" } else { "b" }, &[], &wording::caveat(self.lang, caveat));
            });
        }
    }

    /// The same of all variants: once if it is the same, else under their titles; nothing to say of a single run.
    pub(super) fn stand(&self) -> String {
        let mut told: Vec<(String, String)> = Vec::new();
        for comparison in &self.data.comparisons {
            told.push((self.title(&comparison.variant), self.stands(comparison)));
        }
        match told.as_slice() {
            [(_, first), rest @ ..] if rest.iter().all(|(_, text)| text == first) => first.clone(),
            _ => told.iter().map(|(title, text)| format!("{title}: {text}")).collect::<Vec<_>>().join(" "),
        }
    }

    /// The head of a section.
    pub(super) fn heading(&self, id: &str, heading: &'static str) -> &'static str {
        let own = self.voice.words().single_headings.iter().find(|(section, _)| *section == id);
        own.filter(|_| self.data.comparisons.is_empty()).map_or(heading, |(_, head)| head)
    }

    /// What the band of a figure holds.
    fn band(&self) -> String {
        self.voice.band(self.data.provenance.samples)
    }

    /// That a finding is uncertain, if one of the verdicts behind it is undecided; else nothing.
    fn doubt(&self, verdicts: &[Verdict]) -> &'static str {
        let [disagree, few] = self.voice.words().uncertain;
        match () {
            () if !verdicts.iter().any(|v| v.is_undecided()) => "",
            () if (self.data.provenance.samples as usize) < SAMPLES_NEEDED => few,
            () => disagree,
        }
    }

    /// A share of the worlds as a number of 100, or of all worlds if they are fewer.
    pub(super) fn worlds(&self, share: f64) -> (u32, u32) {
        wording::worlds(share, self.data.provenance.samples)
    }

    /// A year that may be a fraction, 0-based, as a calendar year.
    pub(super) fn calendar(&self, year: Option<f64>) -> Option<i32> {
        year.map(|y| self.data.start_year + libm::round(y) as i32)
    }

    /// A figure with its finding, notes and table. The pictures are kept as files too.
    fn figure(&self, html: &mut Html, spec: &Spec, label: AxisLabel, finding: &str, notes: &[&str], table: &Table) {
        let number = self.numbered.get() + 1;
        self.numbered.set(number);
        let told = FigureTold { number, finding, notes, table };
        self.figures.borrow_mut().extend(write_figure(self.voice, html, spec, label, &told));
    }

    /// The id of a figure: its name, and the variant where there are several.
    fn figure_id(&self, name: &str, comparison: &Comparison) -> String {
        if self.data.comparisons.len() < 2 {
            return name.to_owned();
        }
        let variant: String = comparison
            .variant
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
            .collect();
        let position = self.data.comparisons.iter().position(|c| c.variant == comparison.variant).unwrap_or(0);
        format!("{name}-{}-{variant}", position + 1)
    }

    /// Payers or groups by verdict: better, worse, undecided, no difference.
    fn by_verdict<T>(items: impl IntoIterator<Item = (T, Verdict)>) -> [Vec<T>; 4] {
        let mut lists = [const { Vec::new() }; 4];
        for (name, verdict) in items {
            let list = match verdict {
                Verdict::Better | Verdict::Lower => 0,
                Verdict::Worse | Verdict::Higher => 1,
                Verdict::UndecidedComputing | Verdict::UndecidedKnowledge => 2,
                Verdict::NoDifference => 3,
            };
            lists[list].push(name);
        }
        lists
    }

    /// Which payers, of those that do not overlap, pay more and less over the horizon.
    pub(super) fn payers_line(&self, comparison: &Comparison) -> String {
        let [cheaper, dearer, undecided, _] =
            Self::by_verdict(keys::separate_payers().into_iter().filter_map(|payer| {
                let d = horizon(comparison, &format!("euros.{payer}")).filter(|d| !pays_nothing(d))?;
                Some((self.voice.payer_within(payer), d.verdict))
            }));
        self.voice.payers_line(&dearer, &cheaper, &undecided)
    }
}

/// What is told of a figure.
pub(super) struct FigureTold<'a> {
    pub(super) number: u32,
    pub(super) finding: &'a str,
    pub(super) notes: &'a [&'a str],
    pub(super) table: &'a Table,
}

/// Writes a figure with its finding, notes and table; gives the picture as a file.
pub(super) fn write_figure(
    voice: &dyn Voice,
    html: &mut Html,
    spec: &Spec,
    label: AxisLabel,
    told: &FigureTold<'_>,
) -> Option<FigureFile> {
    let FigureTold { number, finding, notes, table } = told;
    let words = voice.words();
    let svg = spec.svg(label);
    html.inside("figure", &[("id", &format!("figure-{}", spec.id))], |h| {
        if let Some(svg) = &svg {
            let picture = [
                ("class", "scroll picture"),
                ("tabindex", "0"),
                ("role", "group"),
                ("aria-label", spec.title.as_str()),
            ];
            h.inside("div", &picture, |h| {
                h.trusted(&svg.replace(" xmlns=\"http://www.w3.org/2000/svg\"", ""));
            });
        }
        h.inside("figcaption", &[], |h| {
            h.element("b", &[], &format!("{} {number}. {finding}", words.figure));
            for note in notes.iter().filter(|note| !note.is_empty()) {
                h.text(" ").text(note);
            }
            if svg.is_none() {
                h.text(" ").text(if cfg!(feature = "charts") { words.nothing_to_draw } else { words.no_charts });
            }
        });
        let open: &[(&str, &str)] = if svg.is_none() || spec.open { &[("open", "")] } else { &[] };
        h.inside("details", open, |h| {
            h.element("summary", &[], &format!("{} {number}", words.table_of_figure));
            table.write(h);
        });
    });
    svg.map(|svg| FigureFile { name: spec.id.clone(), svg })
}

/// The range of a difference, as far as it is there.
pub(in crate::report) fn range_of(d: &Difference) -> Vec<f64> {
    [d.p05, d.p95].into_iter().flatten().collect()
}

/// A difference and its range, as far as they are there.
pub(in crate::report) fn row_of(d: &Difference) -> Vec<f64> {
    [d.difference, d.p05, d.p95].into_iter().flatten().collect()
}

/// Whether a payer pays nothing under either plan: the model has no cost for it yet.
fn pays_nothing(d: &Difference) -> bool {
    d.base_value == Some(0.0) && d.variant_value == Some(0.0)
}

/// The difference of an indicator over everybody and the whole horizon.
pub(super) fn horizon<'a>(comparison: &'a Comparison, indicator: &str) -> Option<&'a Difference> {
    comparison.find(indicator, "all", crate::experiment::Period::Horizon)
}

/// Heads of columns: the first is text, the others are numbers.
fn heads(texts: &[&str]) -> Vec<Cell> {
    texts.iter().enumerate().map(|(i, t)| if i == 0 { Cell::text(*t) } else { Cell::number(*t) }).collect()
}

/// Middle, low and high, if all are there.
fn triple(d: &Difference) -> Option<(f64, f64, f64)> {
    Some((d.difference?, d.p05?, d.p95?))
}
