//! Numbers in words: rounding, separators, signs and units.
//!
//! Rounding is for the eye only; files keep every digit. Euros: two significant figures up to 100,000 and whole
//! 10,000s above, as nothing here is known better. Other numbers: whole from 10 on, one decimal below, two below 1 but
//! for people. Numbers in one row have the same digits, and a level beside its difference adds up. The minus is U+2212;
//! Dutch amounts have non-breaking spaces. A missing value is a dash.

use super::Lang;

/// A dash for a missing value.
pub const MISSING: &str = "–";

/// Rounds euros for the eye: two significant figures up to 100,000, whole 10,000s above, whole euros below 100.
pub(in crate::report) fn round_euros(x: f64) -> f64 {
    libm::round(x / euro_step(x)) * euro_step(x)
}

/// The step to which euros are rounded.
pub(in crate::report) fn euro_step(x: f64) -> f64 {
    match x.abs() {
        size if size >= 100_000.0 => 10_000.0,
        size if size >= 10_000.0 => 1_000.0,
        size if size >= 1_000.0 => 100.0,
        size if size >= 100.0 => 10.0,
        _ => 1.0,
    }
}

/// Euros, rounded: `€160,000` or `€ 160.000`.
pub fn euros(lang: Lang, x: f64) -> String {
    euros_to(lang, x, euro_step(x))
}

/// Euros, rounded to a step.
pub(in crate::report) fn euros_to(lang: Lang, x: f64, step: f64) -> String {
    if !x.is_finite() {
        return MISSING.to_owned();
    }
    let rounded = libm::round(x / step) * step;
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
    signed_euros_to(lang, x, euro_step(x))
}

pub(in crate::report) fn signed_euros_to(lang: Lang, x: f64, step: f64) -> String {
    let text = euros_to(lang, x, step);
    match lang {
        _ if libm::round(x / step) <= 0.0 || !x.is_finite() => text,
        Lang::En => format!("+{text}"),
        Lang::Nl => format!("+\u{a0}{text}"),
    }
}

/// A number: whole from 10 on, one decimal below, two below 1.
pub fn number(lang: Lang, x: f64) -> String {
    number_to(lang, x, unit(decimals(x)))
}

/// Decimals of a number.
pub(super) fn decimals(x: f64) -> u8 {
    match x.abs() {
        0.005..0.995 => 2,
        0.995..9.95 => 1,
        _ => 0,
    }
}

/// The value of a one in the last decimal.
pub(super) const fn unit(decimals: u8) -> f64 {
    match decimals {
        0 => 1.0,
        1 => 0.1,
        _ => 0.01,
    }
}

/// The decimals of a last digit: 0.01 has two, whole euros and all above have none.
pub(super) fn decimals_of(step: f64) -> u8 {
    if step > 0.5 { 0 } else { u8::from(step < 0.05) + 1 }
}

/// A number to a last digit: 1, 0.1 or 0.01.
pub(super) fn number_to(lang: Lang, x: f64, step: f64) -> String {
    if !x.is_finite() {
        return MISSING.to_owned();
    }
    let decimals = usize::from(decimals_of(step));
    let steps = libm::round(x / step);
    // Half a step is rounded away from zero, as everywhere here; a format would go to the even digit.
    let size = steps.abs() * step;
    format!("{}{}", if steps < 0.0 { "−" } else { "" }, grouped(lang, size, decimals))
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

pub(super) fn percent_to(lang: Lang, share: f64, step: f64) -> String {
    match lang {
        _ if !share.is_finite() => MISSING.to_owned(),
        Lang::En => format!("{}%", number_to(lang, share * 100.0, step * 100.0)),
        Lang::Nl => format!("{}\u{a0}%", number_to(lang, share * 100.0, step * 100.0)),
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
    use crate::report::wording::Measure;

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
}
