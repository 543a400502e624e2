//! `local-check`: the model's own values beside known ones, misses first.

use super::{Cell, Html, MISSING, Page, Table};
use crate::report::data::ReportData;
use crate::report::wording::{number, percent};

/// A figure that fits is at most this factor too high or too low.
const TOLERANCE: f64 = 1.5;

/// What a check divides by.
#[derive(Clone, Copy, Debug)]
enum Per {
    /// All residents simulated.
    Residents,
    /// All households.
    Households,
    /// The sum of other counts.
    Counts(&'static [&'static str]),
}

/// One check: the count in the model, what it is divided by, and the known share. The names and sources stand with the words.
struct Check {
    indicator: &'static str,
    per: Per,
    /// `None`: the district's own published figure.
    known: Option<f64>,
}

/// In the order of `Words::checks`.
const CHECKS: [Check; 6] = [
    Check { indicator: "persons.wmo", per: Per::Residents, known: None },
    Check { indicator: "persons.youth_help", per: Per::Counts(&["residents.under_23"]), known: Some(0.1) },
    Check { indicator: "carers", per: Per::Counts(&["residents.adult", "residents.older"]), known: Some(0.13) },
    Check { indicator: "households.debt", per: Per::Households, known: Some(0.083) },
    Check { indicator: "persons.team.adult", per: Per::Counts(&["residents.adult"]), known: Some(0.05) },
    Check { indicator: "persons.team.older", per: Per::Counts(&["residents.older"]), known: Some(0.1) },
];

/// The share that the model has in the first year of the base.
fn model_share(data: &ReportData, check: &Check) -> Option<f64> {
    let base = &data.scenarios.first()?.name;
    let of = |indicator: &str| data.summary(base, indicator, "all", 0).and_then(|s| s.level.mean);
    let count = of(check.indicator)?;
    let whole = match check.per {
        Per::Residents => of("residents").unwrap_or(f64::from(data.district.residents)),
        Per::Households => of("households").unwrap_or(data.district.households),
        Per::Counts(counts) => counts.iter().map(|c| of(c)).sum::<Option<f64>>()?,
    };
    (whole > 0.0).then(|| count / whole)
}

/// How far off a model value is, as a factor of at least 1.
fn factor(model: f64, known: f64) -> f64 {
    if model <= 0.0 || known <= 0.0 { f64::INFINITY } else { (model / known).max(known / model) }
}

/// The checks that can be made, misses first, then those that could not be computed.
pub(in crate::report) fn local_check(page: &Page, html: &mut Html) {
    let words = page.voice.words();
    let mut rows: Vec<(usize, Option<f64>, Option<f64>)> = CHECKS
        .iter()
        .enumerate()
        .map(|(i, check)| {
            let known = check.known.or_else(|| page.data.district.wmo_per_1000.map(|per_1000| per_1000 / 1000.0));
            (i, model_share(page.data, check), known)
        })
        .collect();
    let off = |row: &(usize, Option<f64>, Option<f64>)| row.1.zip(row.2).map(|(model, known)| factor(model, known));
    rows.sort_by(|a, b| off(b).unwrap_or(0.0).total_cmp(&off(a).unwrap_or(0.0)));

    let computed: Vec<f64> = rows.iter().filter_map(off).collect();
    let missed: Vec<String> = rows
        .iter()
        .filter(|row| off(row).is_some_and(|f| f > TOLERANCE))
        .map(|row| words.checks[row.0].0.to_owned())
        .collect();
    html.paragraph(&page.voice.checks_line(computed.len() - missed.len(), computed.len(), &missed));

    let heads = vec![
        Cell::text(words.check),
        Cell::number(words.model),
        Cell::number(words.known),
        Cell::text(words.source),
        Cell::text(words.verdict),
    ];
    let mut table = Table::new(words.check_tolerance, heads);
    for row in &rows {
        let (name, source) = words.checks[row.0];
        let share = |x: Option<f64>| match x {
            None => MISSING.to_owned(),
            Some(x) if CHECKS[row.0].known.is_none() => number(page.lang, x * 1000.0),
            Some(x) => percent(page.lang, x),
        };
        let verdict = match off(row) {
            None => Cell::text(words.not_computed),
            Some(f) if f > TOLERANCE => Cell::verdict(words.misses, "worse"),
            Some(_) => Cell::verdict(words.fits, "better"),
        };
        let source = if CHECKS[row.0].known.is_none() && !page.data.district.attribution.is_empty() {
            format!("{source}, {}", page.data.district.year)
        } else {
            source.to_owned()
        };
        table.row(vec![
            Cell::text(name),
            Cell::number(share(row.1)),
            Cell::number(share(row.2)),
            Cell::text(source),
            verdict,
        ]);
    }
    table.write(html);
}
