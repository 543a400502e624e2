//! The sheets of figures: key figures, years, payers, groups, districts.

use super::sheet::{Sheet, Value};
use crate::experiment::{BreakEven, Comparison, Difference, Fan, Period};
use crate::observation::{Kind, catalogue};
use crate::report::data::DistrictFigure;
use crate::report::keys;
use crate::report::sections::{Page, break_even_words, horizon, payer_rows, range_of, row_of};
use crate::report::wording::{self, Back, BookWords, DistrictWords, Measure};

/// The key and guard figures with their range and verdict, and under what they stand. Of a single run: their levels.
pub(super) fn key_figures(page: &Page, words: &'static BookWords) -> Sheet {
    let told = page.voice.words();
    if page.data.comparisons.is_empty() {
        let heads = [words.figure, words.unit, told.first_year, told.last_year, told.mean_per_year];
        return sheet(words.sheets[1], heads.map(str::to_owned).to_vec(), levels(page, words), 1);
    }
    let heads = compared_heads(page, words, &[words.plan, words.figure, words.unit, words.period]);
    let heads = heads.into_iter().chain([words.computed.to_owned(), words.stays_equal.to_owned()]).collect();
    let mut rows = Vec::new();
    for comparison in &page.data.comparisons {
        let guards = keys::GUARDS.iter().filter_map(|key| horizon(comparison, key));
        let cards = keys::KEY_FIGURES.iter().flat_map(|key| {
            let term = page.term(comparison).filter(|_| *key == keys::MUNICIPALITY);
            horizon(comparison, key).into_iter().chain(term)
        });
        rows.extend(cards.chain(guards).map(|d| key_figure(page, words, comparison, d)));
        let back = comparison.break_even.iter().find(|back| back.payer == "municipality");
        rows.extend(back.map(|back| break_even(page, words, comparison, back)));
    }
    sheet(words.sheets[1], heads, rows, 2)
}

fn sheet(name: &'static str, heads: Vec<String>, rows: Vec<Vec<Value>>, held: u16) -> Sheet {
    Sheet { name, heads, rows, held }
}

/// The heads of a table of differences: some of its own, then base, plan, difference, low, high and verdict.
fn compared_heads(page: &Page, words: &BookWords, own: &[&str]) -> Vec<String> {
    let told = page.voice.words();
    let base = page.data.comparisons.first().map(|c| page.title(&c.base)).unwrap_or_default();
    let shared = [words.with_plan, told.difference, told.low, told.high, told.verdict];
    own.iter().copied().chain([base.as_str()]).chain(shared).map(str::to_owned).collect()
}

/// Base, plan, difference, low, high and verdict.
fn compared(page: &Page, d: &Difference) -> Vec<Value> {
    let measure = Measure::of(&d.indicator, d.unit);
    let (range, row) = (range_of(d), row_of(d));
    let mut cells = Value::beside(page, measure, [d.base_value, d.variant_value, d.difference], &range).to_vec();
    cells.extend([d.p05, d.p95].map(|x| Value::change(page, measure, x, &row)));
    let text = wording::judged(page.lang, d);
    cells.push(Value::Verdict(text, wording::verdict_class(d.verdict)));
    cells
}

fn key_figure(page: &Page, words: &BookWords, comparison: &Comparison, d: &Difference) -> Vec<Value> {
    let (from, to) = (page.data.start_year, page.data.last_year());
    let is_term = d.period == Period::Term;
    let period = words.period(from, if is_term { page.data.term_end_year } else { to }, is_term);
    let names = [page.title(&comparison.variant), page.indicator(&d.indicator), words.unit(d.unit, d.kind), period];
    let mut cells: Vec<Value> = names.map(Value::Text).to_vec();
    cells.extend(compared(page, d));
    cells.extend([Value::Number(f64::from(d.samples)), Value::Text(page.stands(comparison))]);
    cells
}

/// When the municipality has its extra cost back: a year in the place of what the plan gives, with its range.
fn break_even(page: &Page, words: &BookWords, comparison: &Comparison, back: &BreakEven) -> Vec<Value> {
    let told = page.voice.words();
    let year = |year: Option<f64>| page.calendar(year).map_or(Back::Never, Back::By);
    let (class, verdict) = break_even_words(page, comparison, back);
    let years = match page.back(comparison, back) {
        Back::Nothing => [None; 3],
        _ => [back.year_median, back.year_p05, back.year_p95].map(|at| Some(year(at))),
    };
    let [middle, low, high] = years.map(|at| at.map_or(Value::Nothing, |at| back_cell(page, at)));
    vec![
        Value::Text(page.title(&comparison.variant)),
        Value::Text(page.break_even_name()),
        Value::text(told.year.to_lowercase()),
        Value::Text(words.years(page.data.start_year, page.data.last_year())),
        Value::Nothing,
        middle,
        Value::Nothing,
        low,
        high,
        Value::Verdict(verdict.to_owned(), class),
        Value::Number(f64::from(page.data.provenance.samples)),
        Value::Text(page.stands(comparison)),
    ]
}

/// A year as a number, and else the words for it.
fn back_cell(page: &Page, back: Back) -> Value {
    if let Back::By(year) = back { Value::Year(year) } else { Value::Text(back.cell(page.lang)) }
}

/// The unit of an indicator over everybody, and how it adds up.
fn unit_of(key: &str) -> (&'static str, Kind) {
    let series = catalogue::position(key, "all").map(|position| &catalogue::series()[position]);
    series.map_or(("", Kind::Stock), |series| (series.unit, series.kind))
}

/// The key and guard figures of a single run: first year, last year, mean per year.
fn levels(page: &Page, words: &BookWords) -> Vec<Vec<Value>> {
    let Some(scenario) = page.data.scenarios.first() else { return Vec::new() };
    let row = |key: &str| {
        let (unit, kind) = unit_of(key);
        let measure = Measure::of(key, "persons");
        let mut cells = vec![Value::Text(page.indicator(key)), Value::Text(words.unit(unit, kind))];
        let numbers = page.levels(&scenario.name, key);
        let of_row: Vec<f64> = numbers.into_iter().flatten().collect();
        cells.extend(numbers.map(|x| Value::level(page, measure, x, &of_row)));
        cells
    };
    keys::KEY_FIGURES.into_iter().chain(keys::GUARDS).map(row).collect()
}

/// Every figure over everybody year by year: one row each, to filter and to chart.
pub(super) fn years(page: &Page, words: &'static BookWords) -> Sheet {
    let told = page.voice.words();
    if page.data.comparisons.is_empty() {
        let heads = [words.figure, words.unit, told.year, words.mean, told.low, told.high, words.key];
        return sheet(words.sheets[2], heads.map(str::to_owned).to_vec(), yearly_levels(page, words), 1);
    }
    let mut heads = compared_heads(page, words, &[words.plan, words.figure, words.unit, told.year]);
    heads.extend([words.key, words.stays_equal].map(str::to_owned));
    let mut rows = Vec::new();
    for comparison in &page.data.comparisons {
        for key in yearly_keys(comparison.differences.iter().map(|d| (d.indicator.as_str(), d.group.as_str()))) {
            rows.extend(page.data.yearly(comparison, key).into_iter().map(|(year, d)| {
                let mut cells = vec![
                    Value::Text(page.title(&comparison.variant)),
                    Value::Text(page.indicator(key)),
                    Value::Text(words.unit(d.unit, d.kind)),
                    Value::Year(page.data.calendar(year)),
                ];
                cells.extend(compared(page, d));
                cells.extend([Value::text(key), Value::Text(page.stands(comparison))]);
                cells
            }));
        }
    }
    sheet(words.sheets[2], heads, rows, 2)
}

/// The indicators over everybody, each once: those of the report first, the rest as they come.
fn yearly_keys<'a>(found: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<&'a str> {
    let mut of_all: Vec<&str> = Vec::new();
    for (key, group) in found {
        if group == "all" && !of_all.contains(&key) {
            of_all.push(key);
        }
    }
    let place = |key: &str| keys::KEY_FIGURES.iter().chain(&keys::GUARDS).position(|k| *k == key).unwrap_or(usize::MAX);
    of_all.sort_by_key(|key| place(key));
    of_all
}

fn yearly_levels(page: &Page, words: &BookWords) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for key in yearly_keys(page.data.summaries.iter().map(|s| (s.indicator.as_str(), s.group.as_str()))) {
        let (unit, kind) = unit_of(key);
        let measure = Measure::of(key, unit);
        let of_key = page.data.summaries.iter().filter(|s| s.indicator == key && s.group == "all");
        rows.extend(of_key.map(|s| {
            let mut cells = vec![
                Value::Text(page.indicator(key)),
                Value::Text(words.unit(unit, kind)),
                Value::Year(page.data.calendar(s.year)),
            ];
            let Fan { mean, p05, p95 } = s.level;
            let of_row: Vec<f64> = [mean, p05, p95].into_iter().flatten().collect();
            cells.extend([mean, p05, p95].map(|x| Value::level(page, measure, x, &of_row)));
            cells.push(Value::text(key));
            cells
        }));
    }
    rows
}

/// Who pays more or less, and when the money is back. Of a single run: what each pays.
pub(super) fn payers(page: &Page, words: &'static BookWords) -> Sheet {
    let told = page.voice.words();
    if page.data.comparisons.is_empty() {
        let heads = [told.payer, words.payer_kind, words.unit, told.mean_per_year];
        return sheet(words.sheets[3], heads.map(str::to_owned).to_vec(), paid(page, words), 1);
    }
    let mut heads = compared_heads(page, words, &[words.plan, told.payer, words.payer_kind, words.unit]);
    let (_, of) = page.worlds(0.0);
    heads.extend([told.back_in.to_owned(), format!("{} {of}", words.never_of), words.stays_equal.to_owned()]);
    let mut rows = Vec::new();
    for comparison in &page.data.comparisons {
        for (payer, d) in payer_rows(comparison) {
            let mut cells = vec![
                Value::Text(page.title(&comparison.variant)),
                Value::Text(page.voice.payer(payer)),
                Value::text(payer_kind(words, payer)),
                Value::Text(words.unit(d.unit, d.kind)),
            ];
            cells.extend(compared(page, d));
            let back = comparison.break_even.iter().find(|b| b.payer == payer);
            let told = back.map(|b| page.back(comparison, b));
            cells.push(told.map_or(Value::Nothing, |told| back_cell(page, told)));
            let never = back.filter(|_| told != Some(Back::Nothing)).map(|b| page.worlds(b.share_never).0);
            cells.push(never.map_or(Value::Nothing, |worlds| Value::Number(f64::from(worlds))));
            cells.push(Value::Text(page.stands(comparison)));
            rows.push(cells);
        }
    }
    sheet(words.sheets[3], heads, rows, 2)
}

/// Whether rows may be added up: parts and totals hold the same euros.
fn payer_kind(words: &BookWords, payer: &str) -> &'static str {
    let [part, whole, total] = words.payer_kinds;
    match payer {
        "municipality" | "all" => total,
        _ if keys::is_municipal_part(payer) => part,
        _ => whole,
    }
}

fn paid(page: &Page, words: &BookWords) -> Vec<Vec<Value>> {
    let Some(scenario) = page.data.scenarios.first() else { return Vec::new() };
    let row = |payer: &str| {
        let key = format!("euros.{payer}");
        let (unit, kind) = unit_of(&key);
        let [_, _, mean] = page.levels(&scenario.name, &key);
        let names = [page.voice.payer(payer), payer_kind(words, payer).to_owned(), words.unit(unit, kind)];
        let mut cells: Vec<Value> = names.map(Value::Text).to_vec();
        cells.push(Value::level(page, Measure::Euros, Some(mean?), &[]));
        Some(cells)
    };
    keys::payers().into_iter().filter_map(row).collect()
}

/// Severe need without help by group: who gains and who loses.
pub(super) fn groups(page: &Page, words: &'static BookWords) -> Sheet {
    let told = page.voice.words();
    let mut heads = compared_heads(page, words, &[words.plan, told.group, words.figure, words.unit]);
    heads.push(words.stays_equal.to_owned());
    let mut rows = Vec::new();
    for comparison in &page.data.comparisons {
        for group in keys::GROUPS {
            let Some(d) = comparison.find(keys::SEVERE_UNHELPED, group, Period::Horizon) else { continue };
            let mut cells = vec![
                Value::Text(page.title(&comparison.variant)),
                Value::Text(page.voice.group(group)),
                Value::Text(page.indicator(&d.indicator)),
                Value::Text(words.unit(d.unit, d.kind)),
            ];
            cells.extend(compared(page, d));
            cells.push(Value::Text(page.stands(comparison)));
            rows.push(cells);
        }
    }
    sheet(words.sheets[4], heads, rows, 2)
}

/// The figures of each district and of all together; nothing where it is one district.
pub(super) fn districts(page: &Page, words: &'static BookWords) -> Sheet {
    let (told, data) = (DistrictWords::of(page.lang), page.data);
    let own = [words.plan, told.district, told.residents, told.low_income, words.figure, words.unit, words.period];
    let is_compared = !data.comparisons.is_empty();
    let mut heads = compared_heads(page, words, &own);
    if !is_compared {
        heads.truncate(own.len());
        heads.push(words.mean.to_owned());
    }
    let row = |row: &DistrictFigure| {
        let d = &row.figure;
        let name = if row.is_together() { told.together } else { &row.name };
        let is_term = d.period == Period::Term;
        let to = if is_term { data.term_end_year } else { data.last_year() };
        let mut cells = vec![
            Value::Text(page.title(&row.scenario)),
            Value::text(name),
            Value::Number(f64::from(row.residents)),
            Value::level(page, Measure::Share, Some(row.low_income), &[]),
            Value::Text(page.indicator(&d.indicator)),
            Value::Text(words.unit(d.unit, d.kind)),
            Value::Text(words.period(data.start_year, to, is_term)),
        ];
        if is_compared {
            cells.extend(compared(page, d));
        } else {
            cells.push(Value::level(page, Measure::of(&d.indicator, d.unit), d.base_value, &[]));
        }
        cells
    };
    sheet(words.sheets[6], heads, data.districts.iter().map(row).collect(), 2)
}
