//! Numbers in words: rounding, separators, signs and units.
//!
//! Rounding is for the eye only; files keep every digit. Euros: two significant figures up to 100,000 and whole
//! 10,000s above, as nothing here is known better. Other numbers: whole from 10 on, one decimal below, two below 1 but
//! for people. Numbers in one row have the same digits, and a level beside its difference adds up. The minus is U+2212; Dutch amounts
//! have non-breaking spaces. A missing value is a dash.

use super::Lang;

/// A dash for a missing value.
pub const MISSING: &str = "–";

/// A number as it is written: rounded to its last digit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rounded {
    /// The number.
    pub value: f64,
    /// Digits that are shown behind the point: of a share, those of its percentage.
    pub decimals: u8,
}

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
        libm::round(x.abs() / self.step(x)) < 0.5
    }

    /// A level in this measure.
    pub fn level(self, lang: Lang, x: f64) -> String {
        self.bare(lang, self.level_to(lang, x, self.step(x)))
    }

    /// A difference in this measure, always with its sign.
    pub fn difference(self, lang: Lang, x: f64) -> String {
        self.bare(lang, self.difference_to(lang, x, self.step(x)))
    }

    /// The last digit of numbers that stand in one row, by the largest of `row`: a difference and its range. Euros have
    /// no decimals: each has the digits that it has alone.
    fn step_in(self, x: f64, row: &[f64]) -> f64 {
        let largest = row.iter().chain([&x]).filter(|x| x.is_finite()).fold(0.0_f64, |most, x| most.max(x.abs()));
        self.step(if self == Self::Euros { x } else { largest })
    }

    /// Whether numbers of a row are written as whole ones.
    pub(in crate::report) fn is_whole_in(self, x: f64, row: &[f64]) -> bool {
        self.step_in(x, row) >= 1.0
    }

    /// A level in the digits of its row.
    pub(in crate::report) fn level_in(self, lang: Lang, x: f64, row: &[f64]) -> String {
        self.level_to(lang, x, self.step_in(x, row))
    }

    /// A level in the finest digits that those of its row have alone, down to a tenth.
    pub(in crate::report) fn level_alike(self, lang: Lang, x: f64, row: &[f64]) -> String {
        let tenth = if self == Self::Share { 0.001 } else { 0.1 };
        let finest = row.iter().filter(|x| **x != 0.0).map(|x| self.step(*x)).fold(f64::INFINITY, f64::min);
        let step = if self == Self::Euros || !finest.is_finite() { self.step(x) } else { finest.max(tenth) };
        self.level_to(lang, x, step)
    }

    /// A level in the digits of the differences beside it.
    pub(in crate::report) fn level_beside(self, lang: Lang, x: f64, differences: &[f64]) -> String {
        let step = if self == Self::Euros { self.step(x) } else { self.step_in(0.0, differences) };
        self.level_to(lang, x, step)
    }

    /// A difference in the digits of its row, always with its sign.
    pub fn difference_in(self, lang: Lang, x: f64, row: &[f64]) -> String {
        self.difference_to(lang, x, self.step_in(x, row))
    }

    /// Base, variant and difference that stand beside each other, and beside a range: the variant less the base is the
    /// difference to the last digit shown. Euros are written in the digits of the difference or of the base, whichever
    /// are finer; everything else in those of the row.
    pub fn beside(self, lang: Lang, base: f64, difference: f64, range: &[f64]) -> [String; 3] {
        let ([base, variant], step, own) = self.aligned(base, difference, range);
        let level = |x: f64| self.level_to(lang, x, step);
        [level(base), level(variant), self.difference_to(lang, difference, own)]
    }

    /// The same three as numbers.
    pub fn rounded_beside(self, base: f64, difference: f64, range: &[f64]) -> [Rounded; 3] {
        let ([base, variant], step, own) = self.aligned(base, difference, range);
        [self.rounded_to(base, step), self.rounded_to(variant, step), self.rounded_to(difference, own)]
    }

    /// A level or a difference as it is written in its row, as a number; alone without one.
    pub fn rounded_in(self, x: f64, row: &[f64]) -> Rounded {
        let rounded = self.rounded_to(x, self.step_in(x, row));
        // Alone, nothing of persons is behind the comma where that is a zero.
        let is_whole = row.is_empty() && self == Self::Count && rounded.value.fract() == 0.0;
        Rounded { decimals: if is_whole { 0 } else { rounded.decimals }, ..rounded }
    }

    /// Base and variant beside a difference, the last digit that both are written to, and that of the difference.
    fn aligned(self, base: f64, difference: f64, range: &[f64]) -> ([f64; 2], f64, f64) {
        let own = self.step_in(difference, range);
        // A nil difference says nothing of digits.
        let is_nil = libm::round(difference.abs() / own) < 0.5;
        let step = match self {
            Self::Euros if is_nil => self.step(base),
            Self::Euros => own.min(self.step(base)),
            _ if is_nil && range.is_empty() => self.step(base),
            _ => own,
        };
        let change = libm::round(libm::round(difference / own) * own / step);
        let base = libm::round(base / step);
        ([base * step, (base + change) * step], step, if self == Self::Euros { own } else { step })
    }

    fn rounded_to(self, x: f64, step: f64) -> Rounded {
        let (scale, digits) = if self == Self::Share { (100.0, 2) } else { (1.0, 0) };
        let decimals = decimals_of(step * scale);
        // A decimal fraction as nearly as it can be, which a number of steps of a tenth is not; no negative zero.
        let (steps, whole) = (libm::round(x / step), usize::from(decimals + digits));
        let value: f64 = format!("{:.whole$}", steps * step).parse().unwrap_or(x);
        Rounded { value: value + 0.0, decimals }
    }

    /// The last digit in which a number is written.
    fn step(self, x: f64) -> f64 {
        match self {
            Self::Euros => euro_step(x),
            Self::Share => 0.01 * unit(decimals(x * 100.0)),
            Self::Count => unit(if (0.05..0.995).contains(&x.abs()) { 1 } else { decimals(x).min(1) }),
            _ => unit(decimals(x)),
        }
    }

    fn level_to(self, lang: Lang, x: f64, step: f64) -> String {
        let text = match self {
            Self::Euros => euros_to(lang, x, step),
            Self::Share => return percent_to(lang, x, step),
            _ => number_to(lang, x, step),
        };
        self.with_unit(lang, libm::round(x / step) * step, text)
    }

    fn difference_to(self, lang: Lang, x: f64, step: f64) -> String {
        let plus = if x > 0.0 && libm::round(x / step) > 0.0 { "+" } else { "" };
        match self {
            Self::Euros => signed_euros_to(lang, x, step),
            Self::Share => {
                let points = if lang == Lang::En { "points" } else { "punt" };
                format!("{plus}{}\u{a0}%-{points}", number_to(lang, x * 100.0, step * 100.0))
            }
            _ => self.with_unit(lang, libm::round(x / step) * step, format!("{plus}{}", number_to(lang, x, step))),
        }
    }

    /// A number that stands alone: of persons nothing is behind the comma where that is a zero.
    fn bare(self, lang: Lang, text: String) -> String {
        let comma = if lang == Lang::Nl { ",0" } else { ".0" };
        match text.strip_suffix(comma) {
            Some(whole) if self == Self::Count => whole.to_owned(),
            _ => text,
        }
    }

    /// A difference as more or less: `12 fewer`, `1,5 week langer`, `€ 300 duurder`.
    pub fn more_or_less(self, lang: Lang, x: f64) -> String {
        self.more_or_less_in(lang, x, &[])
    }

    /// A difference as more or less, in the digits of its row.
    pub(in crate::report) fn more_or_less_in(self, lang: Lang, x: f64, row: &[f64]) -> String {
        let step = self.step_in(x, row);
        let size = match self {
            Self::Share => return self.difference_to(lang, x, step),
            _ => self.level_to(lang, x.abs(), step),
        };
        let size = if row.is_empty() { self.bare(lang, size) } else { size };
        let word = match (lang, self) {
            _ if libm::round(x.abs() / step) < 0.5 => return size,
            (Lang::En, Self::Euros) => pick(x, "dearer", "cheaper"),
            (Lang::En, Self::Count) => pick(x, "more", "fewer"),
            (Lang::En, Self::Weeks) => pick(x, "longer", "shorter"),
            (Lang::En, _) => pick(x, "more", "less"),
            (Lang::Nl, Self::Euros) => pick(x, "duurder", "goedkoper"),
            (Lang::Nl, Self::Weeks) => pick(x, "langer", "korter"),
            (Lang::Nl, _) => pick(x, "meer", "minder"),
        };
        format!("{size}\u{a0}{word}")
    }

    fn with_unit(self, lang: Lang, x: f64, text: String) -> String {
        match (self, lang) {
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

fn signed_euros_to(lang: Lang, x: f64, step: f64) -> String {
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
fn decimals(x: f64) -> u8 {
    match x.abs() {
        0.005..0.995 => 2,
        0.995..9.95 => 1,
        _ => 0,
    }
}

/// The last digit of so many decimals.
const fn unit(decimals: u8) -> f64 {
    match decimals {
        0 => 1.0,
        1 => 0.1,
        _ => 0.01,
    }
}

/// The decimals of a last digit: 0.01 has two, whole euros and all above have none.
fn decimals_of(step: f64) -> u8 {
    if step > 0.5 { 0 } else { u8::from(step < 0.05) + 1 }
}

/// A number to a last digit: 1, 0.1 or 0.01.
fn number_to(lang: Lang, x: f64, step: f64) -> String {
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

/// A share of 1 as a percentage: `8.3%`, `8,3 %`.
pub fn percent(lang: Lang, share: f64) -> String {
    percent_to(lang, share, Measure::Share.step(share))
}

fn percent_to(lang: Lang, share: f64, step: f64) -> String {
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
    use crate::ids::Key;
    use crate::random::{Draws, Process};

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

    /// The number that is written, in hundredths: percentages too.
    fn written(text: &str) -> i64 {
        let plain: String =
            text.replace('−', "-").chars().filter(|c| c.is_ascii_digit() || "-.".contains(*c)).collect();
        let number: f64 = plain.trim_end_matches('-').parse().unwrap_or_else(|_| panic!("{text}"));
        libm::round(number * 100.0) as i64
    }

    /// Numbers of every size, next to nothing and next to where the digits change among them.
    #[test]
    fn variant_less_base_is_the_difference_to_the_last_digit_shown() {
        let draws = Draws::new(1, 0, 0);
        let draw = |i: u64, of: u64| draws.unit(Process::Inert, Key(of), i);
        for measure in [Measure::Euros, Measure::Count, Measure::Hours, Measure::Weeks, Measure::Share, Measure::Plain]
        {
            for i in 0..5_000 {
                let size = if measure == Measure::Share { 0.0 } else { 9.0 * draw(i, 1) };
                let base = libm::pow(10.0, size) * draw(i, 2);
                let sign = if draw(i, 3) < 0.5 { -1.0 } else { 1.0 };
                let difference = sign * libm::pow(10.0, (size + 3.0) * draw(i, 4) - 3.0) * draw(i, 5);
                let range = [difference - draw(i, 6), difference + draw(i, 6)];
                let range = if draw(i, 7) < 0.5 { &range[..] } else { &[] };
                let told = measure.beside(Lang::En, base, difference, range);
                let [b, v, d] = told.each_ref().map(|text| written(text));
                assert_eq!(v - b, d, "{measure:?} {base} {difference}: {told:?}");
                if measure == Measure::Euros {
                    assert_eq!(told[2], measure.difference(Lang::En, difference), "as where it stands alone");
                } else {
                    let digits =
                        |text: &String| text.split('.').nth(1).map_or(0, |rest| rest.matches(char::is_numeric).count());
                    assert!(told.iter().all(|text| digits(text) == digits(&told[0])), "{measure:?}: {told:?}");
                }
            }
        }
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
        assert_eq!(Measure::Euros.more_or_less(Lang::En, -90.0), "€90\u{a0}cheaper");
        assert_eq!(Measure::Euros.more_or_less(Lang::Nl, 90.0), "€\u{a0}90\u{a0}duurder");
        let row = [-1.0, 4.1];
        assert_eq!(Measure::Count.more_or_less_in(Lang::Nl, -1.0, &row), "1,0\u{a0}minder");
        assert_eq!(Measure::Weeks.difference_in(Lang::Nl, 0.02, &[4.0]), "0,0\u{a0}weken");
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
