//! The sheet of assumptions: every number of the world, with range and source.

use super::sheet::{Sheet, Value};
use crate::random::Distribution;
use crate::report::sections::{Assumed, Page, assumed};
use crate::report::wording::{self, BookWords, parameter_rounded};

/// One row per number: those that are drawn first, as in the report, then those that are known.
pub(super) fn assumptions(page: &Page, words: &'static BookWords) -> Sheet {
    let [low, middle, high] = words.quantiles;
    let told = page.voice.words();
    let columns = [told.assumptions_columns[0], words.unit, low, middle, high];
    let heads = columns.into_iter().chain([words.grade, told.source, words.link, words.key]);
    let (drawn, known): (Vec<Assumed>, Vec<Assumed>) = assumed(page).into_iter().partition(|a| !a.is_known);
    Sheet {
        name: words.sheets[5],
        heads: heads.map(str::to_owned).collect(),
        rows: drawn.iter().chain(&known).map(|number| row(page, number)).collect(),
        held: 1,
    }
}

fn row(page: &Page, number: &Assumed) -> Vec<Value> {
    let at = |p: f64| Value::Number(parameter_rounded(number.distribution.quantile(p)));
    let [low, middle, high] = match number.distribution {
        Distribution::Fixed(_) => [Value::Nothing, at(0.5), Value::Nothing],
        _ => [at(0.05), at(0.5), at(0.95)],
    };
    let (grade, note, link) = match number.source {
        Some(source) => {
            let note = wording::source_note(page.lang, source);
            let url = source.url();
            let link = if url.is_empty() { Value::Nothing } else { Value::Address(url) };
            (wording::grade(page.lang, source).to_owned(), note.to_owned(), link)
        }
        None => (page.voice.words().stated_by.to_owned(), page.title(number.scenario), Value::Nothing),
    };
    vec![
        Value::Text(number.name.clone()),
        Value::text(wording::unit_name(page.lang, number.unit)),
        low,
        middle,
        high,
        Value::Text(grade),
        Value::Text(note),
        link,
        Value::Text(number.key.clone()),
    ]
}
