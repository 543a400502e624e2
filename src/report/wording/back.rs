//! By when extra cost is back: one rule and the same words in the terminal's table, the report and the workbook.

use super::{Lang, Measure};
use crate::experiment::{BreakEven, Difference};

/// When a payer has its extra cost back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back {
    /// There is nothing to get back: the difference is nil, or next to nothing beside its range, or nearly no sample
    /// has extra cost at the end of any year.
    Nothing,
    /// By the end of this calendar year, in the middle sample.
    By(i32),
    /// Not within the horizon, in the middle sample.
    Never,
}

impl Back {
    /// Of a payer with its difference per year over the horizon, which begins in a calendar year.
    pub fn of(row: &BreakEven, difference: Option<&Difference>, start_year: i32) -> Self {
        let is_nil = |d: &Difference| d.is_slight() || d.difference.is_some_and(|mean| Measure::Euros.is_nil(mean));
        if row.year_p95 == Some(0.0) || difference.is_some_and(is_nil) {
            return Self::Nothing;
        }
        calendar(row.year_median, start_year).map_or(Self::Never, Self::By)
    }

    /// In a cell of a table whose head says what it is about.
    pub fn cell(self, lang: Lang) -> String {
        match self {
            Self::Nothing => lang.voice().words().no_extra_cost.to_lowercase(),
            Self::By(year) => year.to_string(),
            Self::Never => lang.voice().back_year(None),
        }
    }

    /// By itself, within a horizon of so many years.
    pub(in crate::report) fn alone(self, lang: Lang, years: u32) -> String {
        match self {
            Self::Nothing => lang.voice().words().no_extra_cost.to_owned(),
            Self::By(year) => lang.voice().back_in(Some(year), years),
            Self::Never => lang.voice().back_in(None, years),
        }
    }
}

/// The calendar year of a year of the horizon, from 0.
fn calendar(year: Option<f64>, start_year: i32) -> Option<i32> {
    year.map(|year| start_year + libm::round(year) as i32)
}

/// From when to when extra cost is back in most of so many samples, and in how many it never is.
pub fn back_range(lang: Lang, row: &BreakEven, start_year: i32, samples: u32) -> String {
    let [early, late] = [row.year_p05, row.year_p95].map(|year| calendar(year, start_year));
    lang.voice().back_range(early, late, worlds(row.share_never, samples))
}

/// A share of samples as a count: of all of them, or of 100 where there are more.
pub(in crate::report) fn worlds(share: f64, samples: u32) -> (u32, u32) {
    let of = samples.clamp(1, 100);
    (libm::round(share * f64::from(of)) as u32, of)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(years: [Option<f64>; 3], share_never: f64) -> BreakEven {
        let [year_median, year_p05, year_p95] = years;
        BreakEven { payer: "municipality".to_owned(), year_median, year_p05, year_p95, share_never, share_full: None }
    }

    /// The same year, or the same word, wherever it is told; the range with it, and a count of samples.
    #[test]
    fn one_year_is_told_in_the_same_words_everywhere() {
        let told = |row: &BreakEven| Back::of(row, None, 2027);
        let some = row([Some(3.0), Some(0.0), None], 0.25);
        let never = row([None, Some(2.0), None], 0.85);
        let nothing = row([Some(0.0), Some(0.0), Some(0.0)], 0.02);
        assert_eq!([&some, &never, &nothing].map(told), [Back::By(2030), Back::Never, Back::Nothing]);
        for (lang, cells, alone) in [
            (
                Lang::En,
                ["2030", "never", "no extra cost"],
                ["By the end of 2030", "Never within 15 years", "No extra cost"],
            ),
            (
                Lang::Nl,
                ["2030", "nooit", "geen extra kosten"],
                ["Eind 2030", "Nooit binnen 15 jaar", "Geen extra kosten"],
            ),
        ] {
            assert_eq!([&some, &never, &nothing].map(|row| told(row).cell(lang)), cells);
            assert_eq!([&some, &never, &nothing].map(|row| told(row).alone(lang, 15)), alone);
        }
        assert_eq!(back_range(Lang::En, &some, 2027, 40), "2027 to never; never in 10 of 40");
        assert_eq!(back_range(Lang::Nl, &never, 2027, 400), "2029 tot nooit; nooit in 85 van 100");
        assert_eq!(back_range(Lang::En, &row([None; 3], 1.0), 2027, 40), "never in 40 of 40");
    }
}
