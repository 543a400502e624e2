//! The rest of the annex: what was changed, what not to use it for, every assumption, and how to do it again.

use super::{Cell, Html, Page, Table};
use crate::experiment::{Comparison, Difference, Period, year_and_month};
use crate::levers::{LEVERS, LeverKind, LeverValue, Step};
use crate::observation::catalogue;
use crate::parameters::PARAMETERS;
use crate::plan::ClosureNote;
use crate::provenance::Source;
use crate::random::Distribution;
use crate::report::Caveat;
use crate::report::change::{Change, Changed};
use crate::report::data::StatedNumber;
use crate::report::wording::{self, BookWords, Lang, MISSING, Since, number, tick};
use crate::units::{WEEKS_PER_YEAR, Week};

/// Everything that differs.
pub(in crate::report) fn changes(page: &Page, html: &mut Html) {
    let words = page.voice.words();
    if page.data.comparisons.is_empty() {
        html.paragraph(words.single_run);
        circumstances(page, html);
        return;
    }
    page.per_variant(html, |comparison, html| {
        let changed: Vec<_> = page.data.changed.iter().filter(|c| c.variant == comparison.variant).collect();
        if changed.is_empty() {
            html.paragraph(words.changed_none);
            return;
        }
        let heads = vec![
            Cell::text(words.changed_columns[0]),
            Cell::text(page.title(&comparison.base)),
            Cell::text(page.title(&comparison.variant)),
            Cell::text(words.changed_columns[1]),
        ];
        let mut table = Table::new(words.changed_caption, heads);
        for change in changed {
            table.row(change_row(page, change));
        }
        table.write(html);
        // How teams are divided is no number in this table.
        if !page.data.caveats_of(&comparison.variant).any(|caveat| *caveat == Caveat::OtherTeams) {
            html.note(words.changed_rest);
        }
        counted(page, comparison, html);
    });
    for note in &page.data.closure_notes {
        let titled = ClosureNote { variant: page.title(&note.variant), base: page.title(&note.base), ..note.clone() };
        html.note(&page.voice.closure_note(&titled));
    }
    for comparison in &page.data.comparisons {
        if let Some(left) = page.closure_left(comparison) {
            html.note(&format!("{}: {left}", page.title(&comparison.variant)));
        }
    }
    html.note(&page.stand());
    circumstances(page, html);
}

/// What the mechanisms that one of the two plans uses count, as far as there was any of it; and below it, folded, every
/// other figure of everybody.
fn counted(page: &Page, comparison: &Comparison, html: &mut Html) {
    let words = page.voice.words();
    let of_everybody = comparison.differences.iter().filter(|d| is_of_everybody(d));
    let (own, others): (Vec<&Difference>, Vec<&Difference>) =
        of_everybody.partition(|d| is_counted(page, &comparison.variant, d));
    if !own.is_empty() {
        figures(page, comparison, words.counted_caption, &own).write(html);
    }
    let [open, caption] = words.others_open;
    html.inside("details", &[("data-others", &comparison.variant)], |h| {
        h.element("summary", &[], &format!("{open} ({})", others.len()));
        figures(page, comparison, caption, &others).write(h);
    });
}

/// A row for each figure.
fn figures(page: &Page, comparison: &Comparison, caption: &'static str, rows: &[&Difference]) -> Table {
    let words = page.voice.words();
    let heads = vec![
        Cell::text(words.counted_what),
        Cell::number(page.title(&comparison.base)),
        Cell::number(page.title(&comparison.variant)),
        Cell::number(words.difference),
        Cell::number(words.range),
    ];
    let mut table = Table::new(caption, heads);
    for d in rows {
        let mut cells = vec![Cell::text(page.indicator(&d.indicator))];
        cells.extend(page.beside(d).map(Cell::number));
        cells.push(Cell::number(page.range(d)));
        table.row(cells);
    }
    table
}

/// Whether a row is of everybody over the horizon, and not nothing in both plans.
fn is_of_everybody(d: &Difference) -> bool {
    let there_is = |value: Option<f64>| value.is_some_and(|value| value != 0.0);
    (&*d.group, d.period) == ("all", Period::Horizon) && (there_is(d.base_value) || there_is(d.variant_value))
}

/// Whether an indicator is written for a mechanism alone, or is one of those of a mechanism of which a lever differs.
fn is_counted(page: &Page, variant: &str, d: &Difference) -> bool {
    let is_detail = || {
        let of_mechanism = catalogue::OF_MECHANISMS.iter().any(|(_, keys)| catalogue::is_among(keys, &d.indicator));
        let position = catalogue::position(&d.indicator, "all");
        of_mechanism && position.is_some_and(|position| !catalogue::series()[position].default)
    };
    let changes = |change: &Change| match change.what {
        Changed::Lever(lever) => catalogue::is_of_mechanism(LEVERS[lever].meta.mechanism, &d.indicator),
        _ => false,
    };
    // Residents are there for rates alone.
    let changed = |change: &Change| change.variant == variant && changes(change);
    (d.indicator != "residents" && page.data.changed.iter().any(changed)) || is_detail()
}

/// What differs, in the base and in the variant, and who decides on it.
fn change_row(page: &Page, change: &Change) -> Vec<Cell> {
    let name = Cell::text(wording::changed_name(page.lang, change.what));
    let cell = |side: &[Step], since_before: bool| {
        Cell::text(match (change.what, side) {
            (Changed::Lever(lever), _) => steps(page, side, since_before, |value| lever_value(page, lever, value)),
            (what, [step]) => constant(page, what, step.value),
            _ => MISSING.to_owned(),
        })
    };
    let decides = match change.what {
        Changed::Lever(lever) => page.voice.decides(LEVERS[lever].meta.role.decides()),
        _ => MISSING,
    };
    vec![name, cell(&change.base, change.since_before), cell(&change.changed, false), Cell::text(decides)]
}

/// A value that does not change in time.
fn constant(page: &Page, what: Changed, value: LeverValue) -> String {
    let number = value.number();
    match what {
        Changed::PriceYear => format!("{number:.0}"),
        Changed::DiscountRate => wording::exact_percent(page.lang, number),
        _ => measured(page, value, wording::changed_unit(what), |x| wording::parameter_number(page.lang, x)),
    }
}

/// A number or its distribution in a unit; shares as percentages, and ratios as "times".
fn measured(page: &Page, value: LeverValue, unit: &'static str, write: impl Fn(f64) -> String) -> String {
    let share = |x: f64| wording::exact_percent(page.lang, x);
    let (unit, write): (_, &dyn Fn(f64) -> String) = match wording::share_of(page.lang, unit) {
        Some(of) => (of, &share),
        None if unit == "ratio" => (wording::unit_name(page.lang, "times"), &write),
        None => (wording::unit_name(page.lang, unit), &write),
    };
    value.distribution().map(|d| wording::uncertain_value(page.lang, &d, unit, write)).unwrap_or_default()
}

/// What changes in every scenario alike.
fn circumstances(page: &Page, html: &mut Html) {
    if page.data.circumstances.is_empty() {
        return;
    }
    let words = page.voice.words();
    let heads = words.circumstances_columns.map(Cell::text);
    let mut table = Table::new(words.circumstances_caption, heads.to_vec());
    for (subject, course) in &page.data.circumstances {
        let value = |value: LeverValue| {
            let unit = wording::unit_name(page.lang, "times");
            let write = |x: f64| tick(page.lang, x);
            value.distribution().map(|d| wording::uncertain_value(page.lang, &d, unit, &write)).unwrap_or_default()
        };
        table.row(vec![
            Cell::text(wording::subject_name(page.lang, *subject)),
            Cell::text(steps(page, course, true, value)),
        ]);
    }
    table.write(html);
}

/// The most steps that are told one by one.
const STEPS: usize = 4;

/// Steps in words; what is not set is a dash. Steps that are written alike are one, and of a course of many steps the
/// first and the last are told.
fn steps(page: &Page, steps: &[Step], since_before: bool, write: impl Fn(LeverValue) -> String) -> String {
    let mut told: Vec<(String, String)> = Vec::new();
    // Where a value moves from the start on, the one that it moves from is the other scenario's to tell.
    let steps = match steps {
        [from, moving, ..] if from.from == moving.from && moving.ramp_weeks > 0 => &steps[1..],
        all => all,
    };
    for (place, step) in steps.iter().enumerate() {
        let value = write(step.value);
        if told.last().is_some_and(|(before, _)| *before == value) {
            continue;
        }
        let at_once = step.ramp_weeks == 0;
        let ramp = (!at_once).then(|| tick(page.lang, f64::from(step.ramp_weeks) / f64::from(WEEKS_PER_YEAR)));
        let since = match step.from {
            Week(..=0) if at_once && place == 0 && since_before => Since::Before,
            Week(..=0) if at_once => Since::Start(page.data.start_year),
            week => Since::Date(date(page, week)),
        };
        told.push((value.clone(), page.voice.step(&since, &value, ramp.as_deref())));
    }
    let mut texts: Vec<String> = told.into_iter().map(|(_, text)| text).collect();
    match texts.len() {
        0 => return MISSING.to_owned(),
        all if all > STEPS => {
            texts.splice(1..all - 1, [page.voice.changes_between(all - 2)]);
        }
        _ => {}
    }
    texts.join("; ")
}

/// The calendar year that a week begins, or else the month that it lies in.
fn date(page: &Page, week: Week) -> String {
    let (year, month) = year_and_month(week);
    let year = page.data.start_year + year;
    if week.of_year() == 0 { year.to_string() } else { page.lang.life_voice().month(month, year) }
}

fn lever_value(page: &Page, lever: usize, value: LeverValue) -> String {
    let meta = &LEVERS[lever].meta;
    let words = page.voice.words();
    match (value, meta.kind) {
        (LeverValue::Number(_) | LeverValue::Uncertain(_), _) => {
            measured(page, value, meta.unit, |x| lever_number(page.lang, x))
        }
        (LeverValue::Choice(i), LeverKind::Choice(options)) => options
            .get(usize::from(i))
            .map_or_else(|| MISSING.to_owned(), |o| wording::lever_choice(page.lang, o).to_owned()),
        (LeverValue::Choice(i), _) => i.to_string(),
        (LeverValue::Flag(on), _) => if on { words.yes } else { words.no }.to_owned(),
    }
}

/// A lever's number: as it was given, or two decimals of what is small.
fn lever_number(lang: Lang, x: f64) -> String {
    if x.abs() < 0.1 { number(lang, x) } else { tick(lang, x) }
}

/// What the report is not for.
pub(in crate::report) fn not_for(page: &Page, html: &mut Html) {
    html.inside("ul", &[], |h| page.not_for().iter().for_each(|text| h.element("li", &[], text)));
}

/// Every number that is drawn, with range and source; then where the district's figures come from.
pub(in crate::report) fn assumptions(page: &Page, html: &mut Html) {
    let words = page.voice.words();
    let district = &page.data.district;
    html.paragraph(&page.voice.district_source(&district.name, district.year, &district.attribution));
    html.paragraph(words.synthetic);
    html.note(words.language_note);
    if !page.data.worlds.is_empty() {
        html.paragraph(&page.voice.worlds_files(&page.data.worlds));
    }
    let table = uncertain_numbers(page);
    let [open, on_paper] = words.assumptions_open;
    // Some 130 rows are five pages of paper, which few want.
    html.inside("details", &[], |h| {
        h.element("summary", &[], &format!("{open} ({})", table.rows.len()));
        table.write(h);
    });
    html.element("p", &[("class", "note on-paper")], on_paper);
    super::loops::rings(page, html);
}

/// A row for each uncertain number.
fn uncertain_numbers(page: &Page) -> Table {
    let words = page.voice.words();
    let mut table = Table::new(words.assumptions_caption, super::heads(&words.assumptions_columns));
    table.heads[1] = Cell::text(words.assumptions_columns[1]);
    table.heads[3] = Cell::text(words.assumptions_columns[3]);
    for number in assumed(page).iter().filter(|number| !number.is_known) {
        let source = match number.source {
            Some(source) => graded(page, source, &number.distribution),
            None => Cell::text(format!("{}: {}", words.stated_by, page.title(number.scenario))),
        };
        table.row(vec![
            Cell::text(format!("{} ({})", number.name, number.key)),
            Cell::text(wording::unit_name(page.lang, number.unit)),
            quantiles(page, &number.distribution),
            source,
        ]);
    }
    table
}

/// A number that the model assumes.
pub(in crate::report) struct Assumed<'a> {
    /// What it is called.
    pub(in crate::report) name: String,
    /// Its key in files.
    pub(in crate::report) key: String,
    /// Its unit, in English.
    pub(in crate::report) unit: &'static str,
    /// What is drawn.
    pub(in crate::report) distribution: Distribution,
    /// Where it comes from; `None` where a scenario states it.
    pub(in crate::report) source: Option<&'static Source>,
    /// The scenario that it holds in; of one of the base, in all.
    pub(in crate::report) scenario: &'a str,
    /// Whether it is a default that nobody draws.
    pub(in crate::report) is_known: bool,
}

/// Every number of the world, and what scenarios state.
pub(in crate::report) fn assumed<'a>(page: &Page<'a>) -> Vec<Assumed<'a>> {
    let mut all = Vec::new();
    let base = page.data.scenarios.first().map_or("", |facts| &facts.name);
    for (position, (meta, in_force)) in PARAMETERS.iter().zip(&page.data.parameters).enumerate() {
        let of = |scenario, distribution: Distribution, source| Assumed {
            name: wording::parameter_name(page.lang, meta).to_owned(),
            key: meta.key.to_owned(),
            unit: meta.unit,
            distribution,
            source,
            scenario,
            is_known: scenario == base && distribution.is_fixed(),
        };
        all.push(of(base, *in_force, (*in_force == meta.default).then_some(&meta.source)));
        // A row more for each scenario that states another.
        let changed = page.data.changed.iter().filter(|c| c.what == Changed::Parameter(position));
        let others = changed.filter_map(|c| Some((c.variant.as_str(), c.changed.first()?.value.distribution()?)));
        all.extend(others.map(|(variant, other)| of(variant, other, None)));
    }
    all.extend(page.data.uncertain.iter().map(|StatedNumber { scenario, number }| Assumed {
        name: wording::uncertain_name(page.lang, number),
        key: number.key(),
        unit: number.unit(),
        distribution: number.distribution,
        source: number.source(page.data.district.residents),
        scenario,
        is_known: false,
    }));
    all
}

/// Where the distribution of a number comes from.
fn graded(page: &Page, source: &Source, drawn: &Distribution) -> Cell {
    Cell::text(wording::source_of(page.lang, source, drawn))
}

/// Low, middle and high of a distribution; its value if it is known.
fn quantiles(page: &Page, distribution: &Distribution) -> Cell {
    let write = |p: f64| wording::parameter_number(page.lang, distribution.quantile(p));
    Cell::number(match distribution {
        Distribution::Fixed(_) => write(0.5),
        _ => format!("{}; {}; {}", write(0.05), write(0.5), write(0.95)),
    })
}

/// The command, and everything that fixes the numbers.
pub(in crate::report) fn reproduce(page: &Page, html: &mut Html) {
    html.inside("pre", &[("tabindex", "0")], |h| h.element("code", &[], &page.command()));
    html.paragraph(&page.reproduced());
    html.paragraph(page.voice.words().reproduce);
    if page.data.provenance.on_page {
        html.paragraph(page.voice.words().reproduce_page);
    } else {
        html.paragraph(BookWords::of(page.lang).files);
    }
}
