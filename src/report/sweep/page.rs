//! The sections of a sweep's report, but for the surfaces, and what they share.

use std::cell::{Cell as Counter, RefCell};
use std::fmt::Write as _;

use super::data::{PointFacts, SweepData};
use crate::experiment::Difference;
use crate::report::figures::{AxisLabel, FigureFile, Spec};
use crate::report::folder::file_stem;
use crate::report::html::{Cell, Html, Table};
use crate::report::keys::{MUNICIPALITY, SEVERE_UNHELPED};
use crate::report::sections::{FigureTold, row_of, write_figure};
use crate::report::trade_off::{Rival, TradeOff};
use crate::report::wording::{
    self, Lang, MISSING, Measure, SweepWords, TradeOffWords, varied_name, varied_unit, varied_value,
};

/// The figures that have a surface.
pub const FIGURES: [&str; 2] = [MUNICIPALITY, SEVERE_UNHELPED];

/// The most points that all have a row.
const ROWS: usize = 60;

/// A report in the making.
pub(super) struct Page<'a> {
    pub(super) data: &'a SweepData,
    pub(super) lang: Lang,
    pub(super) words: &'static SweepWords,
    pub(super) figures: RefCell<Vec<FigureFile>>,
    pub(super) numbered: Counter<u32>,
}

impl Page<'_> {
    pub(super) fn base_title(&self) -> String {
        let facts = &self.data.base;
        let title = if self.lang == Lang::Nl && !facts.title_nl.is_empty() { &facts.title_nl } else { &facts.title };
        let short = title.split(':').next().unwrap_or_default().trim();
        if short.is_empty() { facts.name.clone() } else { short.to_owned() }
    }

    pub(super) fn computed(&self) -> String {
        let data = self.data;
        self.words.computed(data.points.len() as u32, data.samples, data.district.residents, data.years)
    }

    /// What an axis is called, with its unit.
    pub(super) fn axis(&self, axis: usize) -> String {
        let key = &self.data.axes[axis].key;
        let (name, unit) = (varied_name(self.lang, key), varied_unit(self.lang, key));
        if unit.is_empty() || name.ends_with(&unit) { name } else { format!("{name} ({unit})") }
    }

    /// A value of an axis in words.
    pub(super) fn value(&self, axis: usize, value: &str) -> String {
        varied_value(self.lang, &self.data.axes[axis].key, value)
    }

    /// A point by what it sets.
    pub(super) fn point(&self, point: &PointFacts) -> String {
        let told = |(i, value): (usize, &String)| {
            format!("{} {}", varied_name(self.lang, &self.data.axes[i].key), self.value(i, value))
        };
        point.values.iter().enumerate().map(told).collect::<Vec<_>>().join(", ")
    }

    pub(super) fn in_brief(&self, html: &mut Html) {
        html.paragraph(self.words.what);
        html.paragraph(wording::closure(self.lang, self.data.closure.key()));
        html.inside("ul", &[], |h| {
            for key in FIGURES {
                let order = self.data.by_difference(key);
                if let (Some(first), Some(last)) = (order.first(), order.last()) {
                    let told = [*first, *last].map(|i| {
                        let point = &self.data.points[i];
                        let d = point.horizon(key);
                        (d.map_or_else(String::new, |d| self.with_range(d)), self.point(point))
                    });
                    let [low, high] = &told;
                    let name = wording::indicator_name(self.lang, key);
                    h.element("li", &[], &self.words.lowest(&name, (&low.0, &low.1), (&high.0, &high.1)));
                    let undecided = self.rows(key).filter(|d| d.verdict.is_undecided()).count();
                    h.element("li", &[], &self.words.undecided(&name, undecided, self.data.points.len()));
                }
            }
        });
        html.inside("p", &[("class", "caveat")], |h| {
            h.element("span", &[], self.words.corner);
        });
    }

    /// The rows of a figure over the horizon, of the points that have one.
    pub(super) fn rows<'d>(&'d self, key: &'d str) -> impl Iterator<Item = &'d Difference> {
        self.data.points.iter().filter_map(move |point| point.horizon(key))
    }

    /// A difference and its range.
    pub(super) fn with_range(&self, d: &Difference) -> String {
        let (measure, row) = (Measure::of(&d.indicator, d.unit), row_of(d));
        let write =
            |x: Option<f64>| x.map_or_else(|| MISSING.to_owned(), |x| measure.difference_in(self.lang, x, &row));
        format!("{}; {}", write(d.difference), self.lang.voice().range(&write(d.p05), &write(d.p95)))
    }

    pub(super) fn varied(&self, html: &mut Html) {
        let words = self.words;
        let mut table = Table::new(words.headings[1], words.varied.map(Cell::text).to_vec());
        for (i, axis) in self.data.axes.iter().enumerate() {
            let levels = match axis.levels.as_slice() {
                [] => axis.between.map_or_else(String::new, |(from, to)| {
                    let write = |x: f64| wording::parameter_number(self.lang, x);
                    self.lang.voice().range(&write(from), &write(to))
                }),
                levels => levels.iter().map(|level| self.value(i, level)).collect::<Vec<_>>().join("; "),
            };
            let base = axis.base.as_ref().map_or_else(|| MISSING.to_owned(), |base| self.value(i, base));
            table.row(vec![
                Cell::text(format!("{} ({})", self.axis(i), axis.key)),
                Cell::text(levels),
                Cell::text(base),
            ]);
        }
        table.write(html);
    }

    /// The values of an axis at every point, as numbers; empty where one is none.
    pub(super) fn numbers(&self, axis: usize) -> Vec<f64> {
        let values = self.data.points.iter().map(|point| point.values[axis].parse::<f64>().ok());
        values.collect::<Option<Vec<f64>>>().unwrap_or_default()
    }

    /// The points and the base beside each other.
    pub(super) fn against(&self) -> Option<TradeOff> {
        let samples = |d: &Difference| d.by_sample.iter().copied().collect::<Option<Vec<f64>>>();
        let rival = |point: &PointFacts| {
            let (cost, need) = (point.horizon(MUNICIPALITY)?, point.horizon(SEVERE_UNHELPED)?);
            Some(Rival { name: self.point(point), cost: samples(cost)?, need: samples(need)? })
        };
        let rivals: Vec<Rival> = self.data.points.iter().filter(|point| !point.is_base).filter_map(rival).collect();
        TradeOff::of(&rivals, &self.base_title(), self.lang, false)
    }

    pub(super) fn trade_off(&self, html: &mut Html) {
        let Some(against) = self.against() else {
            html.paragraph(self.lang.voice().words().no_data);
            return;
        };
        let points = self.data.points.iter().filter(|point| !point.is_base).count() + 1;
        let finding = format!("{} {}", self.words.stand(self.data.frontier().len(), points), against.finding);
        let label = |x: f64| TradeOff::label(self.lang, x);
        self.figure(html, &against.spec, &label, &finding, &[self.words.frontier], &against.table);
        html.note(TradeOffWords::of(self.lang).rule);
        html.note(self.words.corner);
    }

    /// A figure with its finding, notes and table.
    pub(super) fn figure(
        &self,
        html: &mut Html,
        spec: &Spec,
        label: AxisLabel,
        finding: &str,
        notes: &[&str],
        table: &Table,
    ) {
        let number = self.numbered.get() + 1;
        self.numbered.set(number);
        let told = FigureTold { number, finding, notes, table };
        self.figures.borrow_mut().extend(write_figure(self.lang.voice(), html, spec, label, &told));
    }

    pub(super) fn points(&self, html: &mut Html) {
        let mut heads = vec![Cell::text(self.words.point)];
        heads.extend(self.data.axes.iter().map(|axis| Cell::number(axis.key.as_str())));
        for key in FIGURES {
            heads.extend([Cell::number(wording::indicator_name(self.lang, key)), Cell::text(self.words.verdict)]);
        }
        let mut table = Table::new(self.words.points, heads);
        for position in self.shown() {
            let point = &self.data.points[position];
            let mut cells = vec![Cell::text(point.name.as_str())];
            cells.extend(point.values.iter().enumerate().map(|(i, value)| Cell::number(self.value(i, value))));
            for key in FIGURES {
                match point.horizon(key) {
                    _ if point.is_base => cells.extend([Cell::number("0"), Cell::text(self.words.base)]),
                    Some(d) => cells.extend([
                        Cell::number(self.with_range(d)),
                        Cell::verdict(wording::judged(self.lang, d), wording::verdict_class(d.verdict)),
                    ]),
                    None => cells.extend([Cell::number(MISSING), Cell::text(MISSING)]),
                }
            }
            table.row(cells);
        }
        table.write(html);
        if table.rows.len() < self.data.points.len() {
            html.note(self.words.more);
        }
    }

    /// The points that have a row: all, or those that matter most.
    pub(super) fn shown(&self) -> Vec<usize> {
        if self.data.points.len() <= ROWS {
            return (0..self.data.points.len()).collect();
        }
        let mut shown: Vec<usize> = self.data.frontier().into_iter().flatten().collect();
        shown.extend((0..self.data.points.len()).filter(|i| self.data.points[*i].is_base));
        for key in FIGURES {
            let order = self.data.by_difference(key);
            shown.extend(order.first().into_iter().chain(order.last()));
        }
        shown.sort_unstable();
        shown.dedup();
        shown
    }

    pub(super) fn certainty(&self, html: &mut Html) {
        html.paragraph(&self.computed());
        html.inside("ul", &[], |h| self.words.rules.iter().for_each(|rule| h.element("li", &[], rule)));
        html.paragraph(self.words.again);
        html.inside("pre", &[("tabindex", "0")], |h| h.element("code", &[], &command(self.data)));
        let (samples, seed) = (self.data.samples, self.data.seed);
        html.note(&format!("kantel {}; samples {samples}; seed {seed}.", self.data.version));
    }
}

/// The command that computes the same again, within the result folder.
pub fn command(data: &SweepData) -> String {
    let mut command = format!("kantel sweep scenarios/{}.toml", file_stem(&data.base.name));
    for axis in &data.axes {
        let values = match axis.between {
            Some((from, to)) => format!("{from}:{to}"),
            None => axis.levels.join(","),
        };
        let _ = write!(command, " --vary '{}={values}'", axis.key);
    }
    let _ = write!(command, " --closure {}", data.closure.key());
    if data.arrangement != "grid" {
        let _ = write!(command, " --design {} --points {}", data.arrangement, data.points.len());
    }
    if data.worlds_may_differ {
        command.push_str(" --worlds-may-differ");
    }
    command
}
