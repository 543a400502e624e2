//! The first sheet: what this is, under what it stands, and what to know before using it.

use super::sheet::{Sheet, Value};
use crate::report::sections::{Page, lead};
use crate::report::wording::{self, BookWords};

/// Label and text, one below the other; then the other sheets, as links.
pub(super) fn about(page: &Page, words: &'static BookWords, sheets: &[Sheet]) -> Sheet {
    let mut rows = vec![vec![Value::Label(page.whole_title())]];
    let mut last = String::new();
    let mut add = |label: &str, text: String| {
        if !text.is_empty() {
            // A label stands once above what belongs to it.
            let shown = if last == label { Value::Nothing } else { Value::Label(label.to_owned()) };
            label.clone_into(&mut last);
            rows.push(vec![shown, Value::Text(text)]);
        }
    };
    for (label, text) in place(page, words) {
        add(label, text);
    }
    if page.data.comparisons.is_empty() {
        add(words.in_brief, page.voice.words().single_run.to_owned());
        page.data.scenarios.iter().for_each(|scenario| caveats(page, words, &scenario.name, &mut add));
    }
    for comparison in &page.data.comparisons {
        add(words.plan_in_full, page.full_title(&comparison.variant));
        add(words.stays_equal, page.voice.closure(&comparison.closure).to_owned());
        caveats(page, words, &comparison.variant, &mut add);
        add(words.in_brief, lead(page, comparison));
    }
    reading(page, words, &mut add);
    let run = &page.data.provenance;
    rows.push(vec![Value::Label(words.samples.to_owned()), Value::Number(f64::from(run.samples))]);
    rows.push(vec![Value::Label(words.version.to_owned()), Value::Text(page.reproduced())]);
    for sheet in sheets {
        let holds = words.sheets.iter().zip(words.holds).find(|(name, _)| **name == sheet.name).map_or("", |(_, h)| h);
        rows.push(vec![Value::To(sheet.name), Value::text(holds)]);
    }
    Sheet { name: words.sheets[0], heads: Vec::new(), rows, held: 0 }
}

/// Where and when, and where the district's figures come from.
fn place(page: &Page, words: &BookWords) -> Vec<(&'static str, String)> {
    let district = &page.data.district;
    let mut told: Vec<(&str, String)> = page.kicker().into_iter().map(|text| (words.where_and_when, text)).collect();
    let source = page.voice.district_source(&district.name, district.year, &district.attribution);
    told.push((page.voice.words().source, source));
    told
}

/// What a reader must know of a scenario: what stands beside its figures in the report.
fn caveats(page: &Page, words: &BookWords, scenario: &str, add: &mut impl FnMut(&str, String)) {
    for caveat in page.data.caveats_of(scenario) {
        add(words.mind, wording::caveat(page.lang, caveat));
    }
}

/// What numbers and verdicts mean, and what they are not for.
fn reading(page: &Page, words: &BookWords, add: &mut impl FnMut(&str, String)) {
    let (told, data) = (page.voice.words(), page.data);
    if let Some(comparison) = data.comparisons.first() {
        add(words.how_to_read, words.difference(&page.title(&comparison.base)));
    }
    add(words.how_to_read, words.range(data.provenance.samples));
    add(words.how_to_read, page.voice.prices(data.price_year));
    add(words.how_to_read, words.rounded.to_owned());
    if !data.comparisons.is_empty() {
        told.verdict_rules.iter().for_each(|rule| add(words.verdicts, (*rule).to_owned()));
    }
    if !data.margins.is_empty() {
        add(words.verdicts, page.own_margins());
    }
    page.not_for().iter().for_each(|text| add(words.not_for, (*text).to_owned()));
}
