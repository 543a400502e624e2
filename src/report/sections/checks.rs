//! `local-check`: the model's own values beside known ones and those of the municipality, misses first.
//!
//! Each known figure has a band of its own: what is uncertain in it by its error, its age and the differences between
//! places. A model value fits if it lies within that band together with the model's own spread. What is known of one
//! municipality says nothing of another and stays away there.

use super::{Cell, Html, MISSING, Measure, Page, Table};
use crate::plan::OwnFigure;
use crate::report::data::{DistrictFacts, ReportData, SeriesSummary};
use crate::report::wording::{self, Things, number, percent};

/// How far an own figure may be off where nobody says (assumption: two administrations of the same rarely agree
/// better).
const OWN_TOLERANCE: f64 = 0.1;

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

/// What is known, and how well.
#[derive(Clone, Copy, Debug)]
enum Known {
    /// The district's own Wmo clients in the statistics.
    ///
    /// From 2018 to 2019 those of 9 in 10 wijken of 2,000 residents or more became 0.89 to 1.36 times as many (CBS KWB,
    /// 897 wijken; the contribution changed then). Between the year of the figure and the first one simulated lie more
    /// of them: 0.85 to 1.25 (assumption).
    District,
    /// A national share, and between what it lies in 9 in 10 places.
    National(f64, [f64; 2]),
    /// The national share of households with problem debts, which goes with income.
    Debts,
    /// A share in one municipality.
    Municipality(&'static str, f64, [f64; 2]),
}

/// Households with a low income in the country: the mean over the 2,312 wijken of 500 residents or more in CBS KWB
/// 2018, weighted by households.
const NATIONAL_LOW_INCOME: f64 = 0.084;

/// Share of households with problem debts (CBS, 2018; 0.086 in 2015 and 0.076 in 2020).
const DEBTS: [f64; 3] = [0.076, 0.083, 0.086];

/// How far places of the same income differ in problem debts, as a share (assumption).
const DEBTS_SPREAD: f64 = 0.25;

/// One check: the count in the model, what it is divided by, and what is known. The names and sources stand with the
/// words.
struct Check {
    indicator: &'static str,
    per: Per,
    known: Known,
}

/// In the order of `Words::checks`, which say where the bands come from.
const CHECKS: [Check; 6] = [
    Check { indicator: "persons.wmo", per: Per::Residents, known: Known::District },
    // 9 in 10 of the 227 municipalities with a figure lie between 7.7 and 13.6 % (CBS 2022).
    Check {
        indicator: "persons.youth_help",
        per: Per::Counts(&["residents.under_23"]),
        known: Known::National(0.1, [0.077, 0.136]),
    },
    // 0.12 in 2012. By another question 9 in 10 wijken lie between 0.7 and 1.2 times the national share (RIVM 2020).
    Check {
        indicator: "carers",
        per: Per::Counts(&["residents.adult", "residents.older"]),
        known: Known::National(0.13, [0.09, 0.155]),
    },
    Check { indicator: "households.debt", per: Per::Households, known: Known::Debts },
    // The clients of these teams fell from 16,083 (2018) to 9,936 (2024), and wijken differ: assumption.
    Check {
        indicator: "persons.team.adult",
        per: Per::Counts(&["residents.adult"]),
        known: Known::Municipality("Utrecht", 0.05, [0.03, 0.08]),
    },
    Check {
        indicator: "persons.team.older",
        per: Per::Counts(&["residents.older"]),
        known: Known::Municipality("Utrecht", 0.1, [0.06, 0.16]),
    },
];

/// A figure and between what it lies in 9 in 10 cases.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Spread {
    value: f64,
    low: f64,
    high: f64,
}

impl Spread {
    fn times(self, factor: f64) -> Self {
        Self { value: self.value * factor, low: self.low * factor, high: self.high * factor }
    }

    /// Between what a model value fits this figure: its own uncertainty and that of the model add up as those of two
    /// independent numbers do.
    fn band(self, model: Self) -> [f64; 2] {
        let down = libm::hypot(self.value - self.low, (model.high - model.value).max(0.0));
        let up = libm::hypot(self.high - self.value, (model.value - model.low).max(0.0));
        [(self.value - down).max(0.0), self.value + up]
    }
}

/// What is known of a district; `None` where it is of another one.
fn known_of(known: Known, district: &DistrictFacts) -> Option<Spread> {
    let spread = |value: f64, [low, high]: [f64; 2]| Some(Spread { value, low, high });
    match known {
        Known::District => {
            let share = district.wmo_per_1000? / 1000.0;
            spread(share, [0.85 * share, 1.25 * share])
        }
        Known::National(value, range) => spread(value, range),
        Known::Debts => {
            // At most in proportion to low incomes, at least as in the country, or the other way round.
            let income = (district.low_income / NATIONAL_LOW_INCOME).max(0.0);
            let [low, value, high] = DEBTS;
            let low = if expects_more(known, district) { low } else { value * income.min(1.0) * (1.0 - DEBTS_SPREAD) };
            spread(value, [low.min(value), (value * income).max(high) * (1.0 + DEBTS_SPREAD)])
        }
        Known::Municipality(name, value, range) => {
            if district.municipality == name {
                spread(value, range)
            } else {
                None
            }
        }
    }
}

/// Whether more than the known figure is expected in a district: it is a national one and goes with income.
fn expects_more(known: Known, district: &DistrictFacts) -> bool {
    matches!(known, Known::Debts) && district.low_income > NATIONAL_LOW_INCOME
}

/// How numbers of a row are written.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Written {
    PerThousand,
    Percent,
    As(Measure),
}

/// A row of the table.
struct Row {
    name: String,
    source: String,
    written: Written,
    model: Option<Spread>,
    known: Spread,
    more: bool,
}

impl Row {
    fn band(&self) -> Option<[f64; 2]> {
        self.model.map(|model| self.known.band(model))
    }

    /// Every number of the row, so that they are written alike.
    fn numbers(&self) -> Vec<f64> {
        let model = self.model.map(|model| model.value);
        model.into_iter().chain([self.known.value]).chain(self.band().into_iter().flatten()).collect()
    }

    /// How far the model is from the figure, in widths of the band on its side; above 1 it misses.
    fn off(&self) -> Option<f64> {
        let (model, [low, high]) = (self.model?.value, self.band()?);
        let (far, room) = if model > self.known.value {
            (model - self.known.value, high - self.known.value)
        } else {
            (self.known.value - model, self.known.value - low)
        };
        Some(if far <= 0.0 { 0.0 } else { far / room })
    }

    fn misses(&self) -> bool {
        let below = self.more && self.model.is_some_and(|model| model.value < self.known.value);
        below || self.off().is_some_and(|off| off > 1.0)
    }
}

/// What the model has in the first year of the base, with the spread over samples and chance.
fn in_first_year(data: &ReportData, indicator: &str) -> Option<Spread> {
    let base = &data.scenarios.first()?.name;
    let SeriesSummary { level, .. } = data.summary(base, indicator, "all", 0)?;
    let value = level.mean?;
    Some(Spread { value, low: level.p05.unwrap_or(value), high: level.p95.unwrap_or(value) })
}

/// The share that the model has.
fn model_share(data: &ReportData, check: &Check) -> Option<Spread> {
    let of = |indicator: &str| in_first_year(data, indicator).map(|spread| spread.value);
    let whole = match check.per {
        Per::Residents => of("residents").unwrap_or(f64::from(data.district.residents)),
        Per::Households => of("households").unwrap_or(data.district.households),
        Per::Counts(counts) => counts.iter().map(|c| of(c)).sum::<Option<f64>>()?,
    };
    let count = in_first_year(data, check.indicator)?;
    (whole > 0.0).then(|| count.times(1.0 / whole))
}

/// The rows of what is published; an own figure takes the place of one.
fn published(page: &Page) -> Vec<Row> {
    let (words, district) = (page.voice.words(), &page.data.district);
    let is_own = |check: &Check| page.data.own.iter().any(|own| own.indicator == check.indicator);
    let row = |(check, (name, source, band)): (&Check, &(&'static str, &'static str, &'static str))| {
        let known = known_of(check.known, district)?;
        let is_district = matches!(check.known, Known::District);
        let year = if is_district && !district.attribution.is_empty() && district.year != 0 {
            format!(", {}", district.year)
        } else {
            String::new()
        };
        Some(Row {
            name: (*name).to_owned(),
            source: format!("{source}{year}. {band}"),
            written: if is_district { Written::PerThousand } else { Written::Percent },
            model: model_share(page.data, check),
            known,
            more: expects_more(check.known, district),
        })
    };
    CHECKS.iter().zip(&words.checks).filter(|(check, _)| !is_own(check)).filter_map(row).collect()
}

/// How many residents of the figure one simulated resident stands for.
fn scale(data: &ReportData, own: &OwnFigure) -> f64 {
    let counted = own.residents.unwrap_or(data.district.published_residents);
    f64::from(counted) / f64::from(data.district.residents.max(1))
}

/// The row of an own figure: as it was given, beside what the model has for as many residents.
fn own_row(page: &Page, own: &OwnFigure) -> Row {
    let unit = crate::observation::catalogue::position(&own.indicator, "all")
        .map_or("", |position| crate::observation::catalogue::series()[position].unit);
    let tolerance = own.tolerance.unwrap_or(OWN_TOLERANCE);
    let (low, high) = own.range.unwrap_or((own.value * (1.0 - tolerance), own.value * (1.0 + tolerance)));
    let factor = if own.is_count() { scale(page.data, own) } else { 1.0 };
    let said = match (own.range, own.tolerance) {
        (Some(_), _) => String::new(),
        (None, stated) => page.voice.own_tolerance(&percent(page.lang, tolerance), stated.is_some()),
    };
    Row {
        name: page.indicator(&own.indicator),
        source: page.voice.own_source(&own.source, own.year, &said),
        written: Written::As(Measure::of(&own.indicator, unit)),
        model: in_first_year(page.data, &own.indicator).map(|spread| spread.times(factor)),
        known: Spread { value: own.value, low, high },
        more: false,
    }
}

/// That counts of the model are converted to the residents of the own figures, where they are not as many.
fn conversion(page: &Page) -> String {
    let differ = |own: &&OwnFigure| own.is_count() && (scale(page.data, own) - 1.0).abs() > 0.005;
    let Some(own) = page.data.own.iter().find(differ) else { return String::new() };
    let residents = |n: u32| wording::counted(page.lang, n, Things::Residents);
    let counted = own.residents.unwrap_or(page.data.district.published_residents);
    page.voice.own_conversion(&residents(page.data.district.residents), &residents(counted))
}

/// The checks that can be made, misses first, then those that could not be computed.
pub(in crate::report) fn local_check(page: &Page, html: &mut Html) {
    let words = page.voice.words();
    let mut rows: Vec<Row> = page.data.own.iter().map(|own| own_row(page, own)).collect();
    rows.extend(published(page));
    let off = |row: &Row| row.off().unwrap_or(-1.0);
    rows.sort_by(|a, b| b.misses().cmp(&a.misses()).then(off(b).total_cmp(&off(a))));

    let computed = rows.iter().filter(|row| row.model.is_some()).count();
    let missed: Vec<String> = rows.iter().filter(|row| row.misses()).map(|row| row.name.clone()).collect();
    let line = page.voice.checks_line(computed - missed.len(), computed, &missed);
    html.paragraph(&format!("{line} {}", words.calibration));
    let asked = if page.data.own.is_empty() {
        words.own_none[usize::from(page.data.provenance.on_page)].to_owned()
    } else {
        conversion(page)
    };
    if !asked.is_empty() {
        html.paragraph(&asked);
    }
    table(page, &rows).write(html);
}

fn table(page: &Page, rows: &[Row]) -> Table {
    let words = page.voice.words();
    let heads = vec![
        Cell::text(words.check),
        Cell::number(words.model),
        Cell::number(words.known),
        Cell::number(words.band),
        Cell::text(words.source),
        Cell::text(words.verdict),
    ];
    let year = words.check_year[usize::from(page.data.comparisons.is_empty())];
    let mut table = Table::new(format!("{} {year}", words.check_tolerance), heads);
    for row in rows {
        let beside = row.numbers();
        let text = |x: f64| match row.written {
            Written::PerThousand => number(page.lang, x * 1000.0),
            Written::Percent => Measure::Share.level_alike(page.lang, x, &beside),
            Written::As(measure) => measure.level_alike(page.lang, x, &beside),
        };
        let (verdict, class) = match (row.misses(), row.more) {
            (true, false) => (words.misses, "worse"),
            (true, true) => (words.misses_more, "worse"),
            (false, false) => (words.fits, "better"),
            (false, true) => (words.fits_more, "better"),
        };
        // Where more is expected, less than the known figure fits nowhere.
        let band = row.band().map(|[low, high]| [if row.more { row.known.value } else { low }, high]);
        table.row(vec![
            Cell::text(row.name.clone()),
            Cell::number(row.model.map_or_else(|| MISSING.to_owned(), |model| text(model.value))),
            Cell::number(text(row.known.value)),
            Cell::number(
                band.map_or_else(|| MISSING.to_owned(), |[low, high]| page.voice.range(&text(low), &text(high))),
            ),
            Cell::text(row.source.clone()),
            if row.model.is_none() { Cell::text(words.not_computed) } else { Cell::verdict(verdict, class) },
        ]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn district(municipality: &str, low_income: f64) -> DistrictFacts {
        DistrictFacts {
            name: "x".into(),
            municipality: municipality.into(),
            code: String::new(),
            year: 2018,
            residents: 1_000,
            published_residents: 1_000,
            households: 500.0,
            low_income,
            wmo_per_1000: Some(72.0),
            attribution: String::new(),
        }
    }

    fn row(known: Spread, model: [f64; 3], more: bool) -> Row {
        let [low, value, high] = model;
        let (name, source, written) = (String::new(), String::new(), Written::Percent);
        Row { name, source, written, model: Some(Spread { value, low, high }), known, more }
    }

    #[test]
    fn a_figure_fits_within_its_own_uncertainty_and_that_of_the_model() {
        let wmo = known_of(Known::District, &district("", 0.05)).expect("it is published");
        for (model, misses) in [
            ([0.095, 0.101, 0.107], true),
            ([0.080, 0.088, 0.096], false),
            ([0.070, 0.080, 0.090], false),
            ([0.061, 0.061, 0.061], true),
            ([0.057, 0.060, 0.070], false),
            ([0.060, 0.101, 0.140], false),
        ] {
            assert_eq!(row(wmo, model, false).misses(), misses, "{model:?}");
        }
        // The legs of 3 and 4 make 5.
        let known = Spread { value: 20.0, low: 16.0, high: 23.0 };
        let [low, high] = known.band(Spread { value: 30.0, low: 26.0, high: 33.0 });
        assert!((low - 15.0).abs() < 1e-9 && (high - 25.0).abs() < 1e-9, "{low} {high}");
        assert!(row(known, [30.0; 3], false).off() > row(known, [12.5; 3], false).off());
        let lost = Row { model: None, ..row(known, [0.0; 3], true) };
        assert!(!lost.misses(), "what is not computed misses nothing");
    }

    #[test]
    fn what_is_known_of_one_municipality_says_nothing_of_another() {
        let team = CHECKS[4].known;
        assert!(known_of(team, &district("Utrecht", 0.1)).is_some());
        assert!(known_of(team, &district("Deventer", 0.1)).is_none());
        assert!(known_of(CHECKS[1].known, &district("Deventer", 0.1)).is_some());
    }

    #[test]
    fn debts_go_with_income() {
        let at = |income: f64| {
            let known = known_of(Known::Debts, &district("", income)).expect("a national figure");
            (known, expects_more(Known::Debts, &district("", income)))
        };
        let ((poor, more), (rich, less)) = (at(0.203), at(0.03));
        assert!(more && !less && rich.low < poor.low && rich.high < poor.high, "{poor:?} {rich:?}");
        for (model, near, much) in
            [(0.0825, false, true), (0.083, false, false), (0.15, true, false), (0.4, true, true)]
        {
            assert_eq!(
                (row(rich, [model; 3], false).misses(), row(poor, [model; 3], true).misses()),
                (near, much),
                "{model}"
            );
        }
    }
}
