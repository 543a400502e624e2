//! The rest of the annex: what was changed, what not to use it for, every assumption, and how to do it again.

use super::{Cell, Html, Page, Table};
use crate::levers::{LEVERS, LeverKind, LeverValue, Step};
use crate::parameters::PARAMETERS;
use crate::random::Distribution;
use crate::report::wording::{self, Lang, MISSING, Things, number, tick};
use crate::units::WEEKS_PER_YEAR;

/// The levers that differ.
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
            let meta = &LEVERS[change.lever].meta;
            let name = if page.lang == Lang::Nl { meta.dutch } else { meta.name };
            table.row(vec![
                Cell::text(name),
                Cell::text(steps(page, &change.base, |value| lever_value(page, change.lever, value))),
                Cell::text(steps(page, &change.changed, |value| lever_value(page, change.lever, value))),
                Cell::text(page.voice.decides(meta.decides)),
            ]);
        }
        table.write(html);
        html.note(words.changed_rest);
    });
    for note in &page.data.closure_notes {
        html.note(&page.voice.closure_note(note));
    }
    html.note(page.closure());
    circumstances(page, html);
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
        let (name, tag) = wording::subject_name(page.lang, *subject);
        let name = if tag == page.lang.tag() { Cell::text(name) } else { Cell::text(name).in_english() };
        let value = |value: LeverValue| {
            let unit = wording::lever_unit(page.lang, "times");
            let write = |x: f64| tick(page.lang, x);
            value.distribution().map(|d| wording::uncertain_value(page.lang, &d, unit, &write)).unwrap_or_default()
        };
        table.row(vec![name, Cell::text(steps(page, course, value))]);
    }
    table.write(html);
}

/// Steps in words; a lever that is not set is a dash.
fn steps(page: &Page, steps: &[Step], write: impl Fn(LeverValue) -> String) -> String {
    if steps.is_empty() {
        return MISSING.to_owned();
    }
    let texts: Vec<String> = steps
        .iter()
        .map(|step| {
            let year = (step.from.0 >= 0).then(|| page.data.start_year + step.from.0 / WEEKS_PER_YEAR);
            let ramp =
                (step.ramp_weeks > 0).then(|| tick(page.lang, f64::from(step.ramp_weeks) / f64::from(WEEKS_PER_YEAR)));
            page.voice.step(year, &write(step.value), ramp.as_deref())
        })
        .collect();
    texts.join("; ")
}

fn lever_value(page: &Page, lever: usize, value: LeverValue) -> String {
    let meta = &LEVERS[lever].meta;
    let words = page.voice.words();
    match (value, meta.kind) {
        (LeverValue::Number(_) | LeverValue::Uncertain(_), _) => {
            let unit = wording::lever_unit(page.lang, meta.unit);
            let write = |x: f64| lever_number(page.lang, x);
            let number = value.distribution().map(|d| wording::uncertain_value(page.lang, &d, unit, &write));
            number.unwrap_or_default()
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
    // The last line speaks of two plans.
    let lines = if page.data.comparisons.is_empty() { 5 } else { 6 };
    html.inside("ul", &[], |h| {
        page.voice.words().not_for.iter().take(lines).for_each(|text| h.element("li", &[], text));
    });
}

/// A parameter's value: as many digits as it takes, rates being small.
pub(super) fn parameter_number(lang: Lang, x: f64) -> String {
    if x != 0.0 && x.abs() < 0.1 {
        let digits = format!("{x:.5}");
        let text = digits.trim_end_matches('0').trim_end_matches('.');
        return if lang == Lang::Nl { text.replace('.', ",") } else { text.to_owned() };
    }
    if x.abs() < 100.0 { tick(lang, x) } else { number(lang, x) }
}

/// Every number that is drawn, with range and source; then where the district's figures come from.
pub(in crate::report) fn assumptions(page: &Page, html: &mut Html) {
    let words = page.voice.words();
    let district = &page.data.district;
    html.paragraph(&page.voice.district_source(&district.name, district.year, &district.attribution));
    html.paragraph(words.synthetic);
    html.note(words.language_note);
    let mut table = Table::new(words.assumptions_caption, super::heads(&words.assumptions_columns));
    table.heads[1] = Cell::text(words.assumptions_columns[1]);
    table.heads[3] = Cell::text(words.assumptions_columns[3]);
    for (meta, in_force) in PARAMETERS.iter().zip(&page.data.parameters) {
        if matches!(in_force, Distribution::Fixed(_)) {
            continue;
        }
        let write = |p: f64| parameter_number(page.lang, in_force.quantile(p));
        table.row(vec![
            Cell::text(format!("{} ({})", meta.doc, meta.key)).in_english(),
            Cell::text(meta.unit).in_english(),
            Cell::number(format!("{}; {}; {}", write(0.05), write(0.5), write(0.95))),
            Cell::text(format!("{}: {}", meta.source.grade(), meta.source.text())).in_english(),
        ]);
    }
    for stated in &page.data.uncertain {
        let number = &stated.number;
        let write = |p: f64| parameter_number(page.lang, number.distribution.quantile(p));
        let source = match number.source(page.data.district.residents) {
            Some(source) => Cell::text(format!("{}: {}", source.grade(), source.text())).in_english(),
            None => Cell::text(format!("{}: {}", words.stated_by, page.title(&stated.scenario))),
        };
        table.row(vec![
            Cell::text(format!("{} ({})", wording::uncertain_name(page.lang, number), number.key())),
            Cell::text(wording::lever_unit(page.lang, number.unit())),
            Cell::number(format!("{}; {}; {}", write(0.05), write(0.5), write(0.95))),
            source,
        ]);
    }
    table.write(html);
}

/// The command, and everything that fixes the numbers.
pub(in crate::report) fn reproduce(page: &Page, html: &mut Html) {
    let run = &page.data.provenance;
    let words = page.voice.words();
    let command = match page.lang {
        Lang::En => run.command.clone(),
        Lang::Nl => format!("{} --lang nl", run.command),
    };
    html.inside("pre", &[("tabindex", "0")], |h| h.element("code", &[], &command));
    let samples = wording::counted(page.lang, run.samples, Things::Samples);
    html.paragraph(&page.voice.reproduce(&run.version, &samples, run.replicates, run.seed));
    html.paragraph(words.reproduce);
}
