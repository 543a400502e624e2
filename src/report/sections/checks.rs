//! `local-check`: the model's own values beside known ones, misses first.

use super::{Cell, Html, MISSING, Page, Table};
use crate::report::data::{DistrictFacts, ReportData};
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

/// What a known figure says about this district.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expected {
    /// About as much.
    Near,
    /// At least as much, where low incomes are more common than in the country: the figure is a national one and goes
    /// with income. Elsewhere about as much.
    MoreWherePoor,
}

/// Households with a low income in the country: the mean over the 2,312 wijken of 500 residents or more in CBS KWB
/// 2018, weighted by households.
const NATIONAL_LOW_INCOME: f64 = 0.084;

/// One check: the count in the model, what it is divided by, and the known share. The names and sources stand with the
/// words.
struct Check {
    indicator: &'static str,
    per: Per,
    /// `None`: the district's own published figure.
    known: Option<f64>,
    expected: Expected,
}

impl Check {
    const fn new(indicator: &'static str, per: Per, known: Option<f64>) -> Self {
        Self { indicator, per, known, expected: Expected::Near }
    }

    /// Whether more than the known figure is expected in a district.
    fn expects_more(&self, district: &DistrictFacts) -> bool {
        self.expected == Expected::MoreWherePoor && district.low_income > NATIONAL_LOW_INCOME
    }
}

/// A check that was made.
#[derive(Clone, Copy, Debug)]
struct Made {
    /// Position in [`CHECKS`].
    check: usize,
    model: Option<f64>,
    known: Option<f64>,
    more: bool,
}

impl Made {
    /// How far off the model is, as a factor of at least 1; `None` if it could not be computed.
    fn off(&self) -> Option<f64> {
        self.model.zip(self.known).map(|(model, known)| factor(model, known))
    }

    fn misses(&self) -> bool {
        let below = self.more && self.model < self.known;
        self.off().is_some_and(|off| below || off > TOLERANCE)
    }
}

/// In the order of `Words::checks`.
const CHECKS: [Check; 6] = [
    Check::new("persons.wmo", Per::Residents, None),
    Check::new("persons.youth_help", Per::Counts(&["residents.under_23"]), Some(0.1)),
    Check::new("carers", Per::Counts(&["residents.adult", "residents.older"]), Some(0.13)),
    Check { expected: Expected::MoreWherePoor, ..Check::new("households.debt", Per::Households, Some(0.083)) },
    Check::new("persons.team.adult", Per::Counts(&["residents.adult"]), Some(0.05)),
    Check::new("persons.team.older", Per::Counts(&["residents.older"]), Some(0.1)),
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
    let district = &page.data.district;
    let mut rows: Vec<Made> = CHECKS
        .iter()
        .enumerate()
        .map(|(i, check)| Made {
            check: i,
            model: model_share(page.data, check),
            known: check.known.or_else(|| district.wmo_per_1000.map(|per_1000| per_1000 / 1000.0)),
            more: check.expects_more(district),
        })
        .collect();
    let off = |row: &Made| row.off().unwrap_or(0.0);
    rows.sort_by(|a, b| b.misses().cmp(&a.misses()).then(off(b).total_cmp(&off(a))));

    let computed = rows.iter().filter(|row| row.off().is_some()).count();
    let missed: Vec<String> =
        rows.iter().filter(|row| row.misses()).map(|row| words.checks[row.check].0.to_owned()).collect();
    let line = page.voice.checks_line(computed - missed.len(), computed, &missed);
    html.paragraph(&format!("{line} {}", words.calibration));

    let heads = vec![
        Cell::text(words.check),
        Cell::number(words.model),
        Cell::number(words.known),
        Cell::text(words.source),
        Cell::text(words.verdict),
    ];
    let year = words.check_year[usize::from(page.data.comparisons.is_empty())];
    let mut table = Table::new(format!("{} {year}", words.check_tolerance), heads);
    for row in &rows {
        let (name, source) = words.checks[row.check];
        let own = CHECKS[row.check].known.is_none();
        let share = |x: Option<f64>| match x {
            None => MISSING.to_owned(),
            Some(x) if own => number(page.lang, x * 1000.0),
            Some(x) => percent(page.lang, x),
        };
        let (verdict, class) = match (row.misses(), row.more) {
            (true, false) => (words.misses, "worse"),
            (true, true) => (words.misses_more, "worse"),
            (false, false) => (words.fits, "better"),
            (false, true) => (words.fits_more, "better"),
        };
        let verdict = if row.off().is_none() { Cell::text(words.not_computed) } else { Cell::verdict(verdict, class) };
        let source = if own && !district.attribution.is_empty() {
            format!("{source}, {}", district.year)
        } else {
            source.to_owned()
        };
        table.row(vec![
            Cell::text(name),
            Cell::number(share(row.model)),
            Cell::number(share(row.known)),
            Cell::text(source),
            verdict,
        ]);
    }
    table.write(html);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_more_is_expected_less_is_a_miss_and_so_is_half_as_much_again() {
        let made = |model: f64, more: bool| Made { check: 3, model: Some(model), known: Some(0.083), more };
        for (model, near, more) in [
            (0.0825, false, true),
            (0.083, false, false),
            (0.12, false, false),
            (0.1246, true, true),
            (0.05, true, true),
        ] {
            assert_eq!((made(model, false).misses(), made(model, true).misses()), (near, more), "{model}");
        }
        assert!(!Made { model: None, ..made(0.0, true) }.misses(), "what is not computed misses nothing");
    }
}
