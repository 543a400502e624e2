//! A sheet in the making, as plain data.

use crate::report::sections::Page;
use crate::report::wording::{Lang, Measure, Rounded};

/// A sheet in the making: what stands in its cells.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Name on its tab.
    pub(super) name: &'static str,
    /// Heads of columns, which stay in sight; none on the first sheet, which is read and not filtered.
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<Vec<Value>>,
    /// So many columns on the left stay in sight.
    pub(super) held: u16,
}

/// What a cell holds.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Nothing,
    Text(String),
    /// Text in bold.
    Label(String),
    /// A verdict, and the class that colours it.
    Verdict(String, &'static str),
    /// A number as it is, in as many digits as it has.
    Number(f64),
    /// A rounded number in a measure, whether with its sign, and its text in the report.
    Measured {
        rounded: Rounded,
        measure: Measure,
        signed: bool,
        lang: Lang,
        text: String,
    },
    /// A calendar year.
    Year(i32),
    /// An address on the web.
    Address(&'static str),
    /// Another sheet of the book.
    To(&'static str),
}

impl Value {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A level as the report writes it in its row; nothing if it is missing.
    pub(super) fn level(page: &Page, measure: Measure, x: Option<f64>, row: &[f64]) -> Self {
        let text = |x| measure.level_in(page.lang, x, row);
        x.map_or(Self::Nothing, |x| Self::measured(page, measure, false, measure.rounded_in(x, row), text(x)))
    }

    /// A difference as the report writes it in its row; nothing if it is missing.
    pub(super) fn change(page: &Page, measure: Measure, x: Option<f64>, row: &[f64]) -> Self {
        let text = |x| measure.difference_in(page.lang, x, row);
        x.map_or(Self::Nothing, |x| Self::measured(page, measure, true, measure.rounded_in(x, row), text(x)))
    }

    /// Base, variant and difference beside each other and beside a range: they add up to the last digit.
    pub(super) fn beside(
        page: &Page,
        measure: Measure,
        [base, variant, difference]: [Option<f64>; 3],
        range: &[f64],
    ) -> [Self; 3] {
        let (Some(from), Some(change)) = (base, difference) else {
            return [
                Self::level(page, measure, base, range),
                Self::level(page, measure, variant, range),
                Self::change(page, measure, difference, range),
            ];
        };
        let [a, b, c] = measure.rounded_beside(from, change, range);
        let [x, y, z] = measure.beside(page.lang, from, change, range);
        [(a, x, false), (b, y, false), (c, z, true)]
            .map(|(rounded, text, signed)| Self::measured(page, measure, signed, rounded, text))
    }

    fn measured(page: &Page, measure: Measure, signed: bool, rounded: Rounded, text: String) -> Self {
        if rounded.value.is_finite() {
            Self::Measured { rounded, measure, signed, lang: page.lang, text }
        } else {
            Self::Nothing
        }
    }
}
