//! Numbers in words: rounding, separators, signs and units.
//!
//! Rounding is for the eye only; files keep every digit. Euros: two significant figures up to 100,000 and whole
//! 10,000s above, as nothing here is known better. Other numbers: whole from 10 on, one decimal below, two below 1. The
//! minus is U+2212; Dutch amounts have non-breaking spaces. A missing value is a dash.

use super::Lang;

/// A dash for a missing value.
pub const MISSING: &str = "–";

/// What a number measures, so how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Euros.
    Euros,
    /// Persons or households.
    Count,
    /// Hours.
    Hours,
    /// Weeks.
    Weeks,
    /// A share of 1, written as a percentage.
    Share,
    /// Anything else.
    Plain,
}

impl Measure {
    /// By an indicator's key and unit.
    pub fn of(indicator: &str, unit: &str) -> Self {
        if indicator.starts_with("euros.") || unit.starts_with("euro") {
            Self::Euros
        } else if unit.starts_with("hour") || indicator.starts_with("hours.") {
            Self::Hours
        } else if unit.starts_with("week") || indicator.ends_with("wait_weeks") {
            Self::Weeks
        } else if unit == "share" {
            Self::Share
        } else if unit.starts_with("person") || unit.starts_with("household") {
            Self::Count
        } else {
            Self::Plain
        }
    }

    /// Whether a number is written as zero.
    pub fn is_nil(self, x: f64) -> bool {
        is_zero(x, self == Self::Euros)
    }

    /// A level in this measure.
    pub fn level(self, lang: Lang, x: f64) -> String {
        self.with_unit(lang, x, if self == Self::Euros { euros(lang, x) } else { self.digits(lang, x) })
    }

    /// A number in this measure, without a unit. Of persons nothing stands behind the comma where that is a zero.
    fn digits(self, lang: Lang, x: f64) -> String {
        let text = number(lang, x);
        match text.strip_suffix('0').and_then(|rest| rest.strip_suffix([',', '.'])) {
            Some(whole) if self == Self::Count => whole.to_owned(),
            _ => text,
        }
    }

    /// A difference in this measure, always with its sign.
    pub fn difference(self, lang: Lang, x: f64) -> String {
        match self {
            Self::Euros => signed_euros(lang, x),
            Self::Share => {
                let points = if lang == Lang::En { "points" } else { "punt" };
                format!("{}\u{a0}%-{points}", signed(lang, x * 100.0))
            }
            _ => {
                let plus = if x >= 0.005 && x.is_finite() { "+" } else { "" };
                self.with_unit(lang, x, format!("{plus}{}", self.digits(lang, x)))
            }
        }
    }

    /// A difference as more or less: `12 fewer`, `1,5 week langer`.
    pub fn more_or_less(self, lang: Lang, x: f64) -> String {
        let size = match self {
            Self::Euros => euros(lang, x.abs()),
            Self::Share => return self.difference(lang, x),
            _ => self.with_unit(lang, x, self.digits(lang, x.abs())),
        };
        let zero = self.is_nil(x);
        let word = match (lang, self) {
            _ if zero => return size,
            (Lang::En, Self::Count) => pick(x, "more", "fewer"),
            (Lang::En, Self::Weeks) => pick(x, "longer", "shorter"),
            (Lang::En, _) => pick(x, "more", "less"),
            (Lang::Nl, Self::Weeks) => pick(x, "langer", "korter"),
            (Lang::Nl, _) => pick(x, "meer", "minder"),
        };
        format!("{size}\u{a0}{word}")
    }

    fn with_unit(self, lang: Lang, x: f64, text: String) -> String {
        match (self, lang) {
            (Self::Share, _) => percent(lang, x),
            (Self::Hours, Lang::En) => format!("{text}\u{a0}hours"),
            (Self::Hours, Lang::Nl) => format!("{text}\u{a0}uur"),
            (Self::Weeks, Lang::En) => format!("{text}\u{a0}weeks"),
            (Self::Weeks, Lang::Nl) if (0.005..1.95).contains(&x.abs()) => format!("{text}\u{a0}week"),
            (Self::Weeks, Lang::Nl) => format!("{text}\u{a0}weken"),
            _ => text,
        }
    }
}

/// One of two words by the sign of a number.
const fn pick(x: f64, positive: &'static str, negative: &'static str) -> &'static str {
    if x > 0.0 { positive } else { negative }
}

/// Whether a number is written as zero.
fn is_zero(x: f64, money: bool) -> bool {
    if money { round_euros(x).abs() < 0.5 } else { x.abs() < 0.005 }
}

/// Rounds euros for the eye: two significant figures up to 100,000, whole 10,000s above, whole euros below 100.
pub(in crate::report) fn round_euros(x: f64) -> f64 {
    let size = x.abs();
    let step = if size >= 100_000.0 {
        10_000.0
    } else if size >= 10_000.0 {
        1_000.0
    } else if size >= 1_000.0 {
        100.0
    } else if size >= 100.0 {
        10.0
    } else {
        1.0
    };
    libm::round(x / step) * step
}

/// Euros, rounded: `€160,000` or `€ 160.000`.
pub fn euros(lang: Lang, x: f64) -> String {
    if !x.is_finite() {
        return MISSING.to_owned();
    }
    let rounded = round_euros(x);
    let minus = if rounded < 0.0 { "−" } else { "" };
    let digits = grouped(lang, rounded.abs(), 0);
    match lang {
        Lang::En => format!("{minus}€{digits}"),
        Lang::Nl if minus.is_empty() => format!("€\u{a0}{digits}"),
        Lang::Nl => format!("{minus}\u{a0}€\u{a0}{digits}"),
    }
}

/// Euros with their sign: `+€160,000`, `− € 51.000`.
pub fn signed_euros(lang: Lang, x: f64) -> String {
    if round_euros(x) <= 0.0 || !x.is_finite() {
        return euros(lang, x);
    }
    match lang {
        Lang::En => format!("+{}", euros(lang, x)),
        Lang::Nl => format!("+\u{a0}{}", euros(lang, x)),
    }
}

/// A number: whole from 10 on, one decimal below, two below 1.
pub fn number(lang: Lang, x: f64) -> String {
    if !x.is_finite() {
        return MISSING.to_owned();
    }
    let size = x.abs();
    let decimals = match size {
        0.005..0.995 => 2,
        0.995..9.95 => 1,
        _ => 0,
    };
    let minus = if x < 0.0 && size >= 0.005 { "−" } else { "" };
    format!("{minus}{}", grouped(lang, size, decimals))
}

/// A whole number of things.
pub(in crate::report) fn count(lang: Lang, n: u32) -> String {
    grouped(lang, f64::from(n), 0)
}

/// A number with its sign: `+12`, `−0.6`, `0`.
pub fn signed(lang: Lang, x: f64) -> String {
    let text = number(lang, x);
    if x >= 0.005 && x.is_finite() { format!("+{text}") } else { text }
}

/// A round number on an axis: no decimals where it has none.
pub(in crate::report) fn tick(lang: Lang, x: f64) -> String {
    let rounded = libm::round(x * 100.0) / 100.0;
    let decimals = if rounded.fract() == 0.0 {
        0
    } else if (rounded * 10.0).fract().abs() < 1e-9 {
        1
    } else {
        2
    };
    format!("{}{}", if rounded < 0.0 { "−" } else { "" }, grouped(lang, rounded.abs(), decimals))
}

/// A round number on an axis, with its sign.
pub(in crate::report) fn signed_tick(lang: Lang, x: f64) -> String {
    format!("{}{}", if x > 0.0 { "+" } else { "" }, tick(lang, x))
}

/// A share of 1 as a percentage: `8.3%`, `8,3 %`.
pub fn percent(lang: Lang, share: f64) -> String {
    if !share.is_finite() {
        return MISSING.to_owned();
    }
    match lang {
        Lang::En => format!("{}%", number(lang, share * 100.0)),
        Lang::Nl => format!("{}\u{a0}%", number(lang, share * 100.0)),
    }
}

/// A share of 1 as a percentage with as many decimals as it takes, at most two: `2.25%`, `2,25 %`, `2 %`.
pub(in crate::report) fn exact_percent(lang: Lang, share: f64) -> String {
    let space = if lang == Lang::Nl { "\u{a0}" } else { "" };
    format!("{}{space}%", tick(lang, share * 100.0))
}

/// What is counted in whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Things {
    /// Residents of the district.
    Residents,
    /// People, of whom there may be a fraction in the middle of a year.
    People,
    /// Years simulated.
    Years,
    /// Samples.
    Samples,
    /// Samples that were computed.
    Computed,
    /// Replicates of a sample.
    Replicates,
}

/// So many things: `1 resident`, `34.255 inwoners`.
pub fn counted(lang: Lang, n: u32, things: Things) -> String {
    let (one, more) = match (lang, things) {
        (Lang::En, Things::Residents) => ("resident", "residents"),
        (Lang::En, Things::People) => ("person", "people"),
        (Lang::En, Things::Years) => ("year", "years"),
        (Lang::En, Things::Samples) => ("sample", "samples"),
        (Lang::En, Things::Computed) => ("computed sample", "computed samples"),
        (Lang::En, Things::Replicates) => ("replicate", "replicates"),
        (Lang::Nl, Things::Residents) => ("inwoner", "inwoners"),
        (Lang::Nl, Things::People) => ("mens", "mensen"),
        (Lang::Nl, Things::Years) => ("jaar", "jaar"),
        (Lang::Nl, Things::Samples) => ("wereld", "werelden"),
        (Lang::Nl, Things::Computed) => ("doorgerekende wereld", "doorgerekende werelden"),
        (Lang::Nl, Things::Replicates) => ("keer", "keer"),
    };
    format!("{} {}", count(lang, n), if n == 1 { one } else { more })
}

/// A number of at least zero with separators for thousands and decimals.
fn grouped(lang: Lang, size: f64, decimals: usize) -> String {
    let plain = format!("{size:.decimals$}");
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let (thousands, comma) = match lang {
        Lang::En => (',', '.'),
        Lang::Nl => ('.', ','),
    };
    let mut text = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(comma);
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn euros_are_rounded_and_written_as_each_language_does() {
        assert_eq!(euros(Lang::En, 158_321.4), "€160,000");
        assert_eq!(euros(Lang::Nl, 158_321.4), "€\u{a0}160.000");
        assert_eq!(euros(Lang::Nl, -51_400.0), "−\u{a0}€\u{a0}51.000");
        assert_eq!(euros(Lang::En, 12_344_999.0), "€12,340,000");
        assert_eq!(signed_euros(Lang::En, 1_249.0), "+€1,200");
        assert_eq!(signed_euros(Lang::Nl, 0.2), "€\u{a0}0");
        assert_eq!(signed_euros(Lang::En, -0.4), "€0", "no minus before a zero");
    }

    #[test]
    fn a_rate_keeps_its_digits() {
        assert_eq!(exact_percent(Lang::Nl, 0.0225), "2,25\u{a0}%");
        assert_eq!(exact_percent(Lang::En, 0.0225), "2.25%");
        assert_eq!(exact_percent(Lang::En, 0.03), "3%");
        assert_eq!(exact_percent(Lang::Nl, 0.0), "0\u{a0}%");
    }

    #[test]
    fn things_are_whole_and_one_is_no_plural() {
        assert_eq!(counted(Lang::Nl, 7, Things::Residents), "7 inwoners");
        assert_eq!(counted(Lang::En, 1, Things::Residents), "1 resident");
        assert_eq!(counted(Lang::En, 34_255, Things::Residents), "34,255 residents");
        assert_eq!(counted(Lang::En, 1, Things::Years), "1 year");
        assert_eq!(counted(Lang::Nl, 1, Things::Samples), "1 wereld");
        assert_eq!(Measure::Count.level(Lang::Nl, 7.0), "7");
        assert_eq!(Measure::Count.difference(Lang::En, -5.0), "−5");
        assert_eq!(Measure::Count.more_or_less(Lang::En, -2.04), "2\u{a0}fewer");
        assert_eq!(Measure::Count.level(Lang::En, 10.0), "10");
        assert_eq!(Measure::Count.level(Lang::En, 4.7), "4.7", "a mean over weeks and samples");
        assert_eq!(Measure::Weeks.level(Lang::En, 1.0), "1.0\u{a0}weeks");
        assert_eq!(Measure::Weeks.level(Lang::Nl, 0.0), "0\u{a0}weken");
        assert_eq!(Measure::Weeks.level(Lang::Nl, 0.62), "0,62\u{a0}week");
    }

    #[test]
    fn axes_show_round_numbers() {
        assert_eq!(tick(Lang::En, 2.0), "2");
        assert_eq!(tick(Lang::Nl, 2.5), "2,5");
        assert_eq!(tick(Lang::Nl, 1500.0), "1.500");
        assert_eq!(tick(Lang::En, 0.75), "0.75");
        assert_eq!(signed_tick(Lang::En, 4.0), "+4");
        assert_eq!(signed_tick(Lang::En, -4.0), "−4");
    }

    #[test]
    fn numbers_keep_the_digits_that_matter() {
        assert_eq!(number(Lang::En, 1234.4), "1,234");
        assert_eq!(number(Lang::Nl, 1234.4), "1.234");
        assert_eq!(number(Lang::Nl, 0.62), "0,62");
        assert_eq!(number(Lang::En, 9.96), "10");
        assert_eq!(number(Lang::En, 0.996), "1.0");
        assert_eq!(signed(Lang::Nl, -3.26), "−3,3");
        assert_eq!(signed(Lang::En, 12.2), "+12");
        assert_eq!(signed(Lang::En, -0.001), "0");
        assert_eq!(number(Lang::En, f64::NAN), MISSING);
    }

    #[test]
    fn differences_are_more_or_less() {
        assert_eq!(Measure::Count.more_or_less(Lang::En, -12.3), "12\u{a0}fewer");
        assert_eq!(Measure::Count.more_or_less(Lang::Nl, 0.0), "0");
        assert_eq!(Measure::Weeks.more_or_less(Lang::Nl, 1.52), "1,5\u{a0}week\u{a0}langer");
        assert_eq!(Measure::Euros.more_or_less(Lang::En, -90.0), "€90\u{a0}less");
        assert_eq!(Measure::Share.difference(Lang::Nl, 0.012), "+1,2\u{a0}%-punt");
        assert_eq!(Measure::Share.level(Lang::En, 0.083), "8.3%");
    }

    #[test]
    fn the_measure_follows_key_and_unit() {
        assert_eq!(Measure::of("euros.wmo", "euro"), Measure::Euros);
        assert_eq!(Measure::of("persons.second_line", "persons"), Measure::Count);
        assert_eq!(Measure::of("team.wait_weeks", "weeks"), Measure::Weeks);
        assert_eq!(Measure::of("hours.team", "hours"), Measure::Hours);
        assert_eq!(Measure::of("carers.share", "share"), Measure::Share);
    }
}
