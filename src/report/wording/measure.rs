//! What a number measures, and how it is written alone, beside others of its row, and as more or less.

use super::Lang;
use super::numbers::{decimals, decimals_of, euro_step, euros_to, number_to, percent_to, signed_euros_to, unit};

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
    pub(super) fn step(self, x: f64) -> f64 {
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

/// A share of 1 as a percentage: `8.3%`, `8,3 %`.
pub fn percent(lang: Lang, share: f64) -> String {
    percent_to(lang, share, Measure::Share.step(share))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Key;
    use crate::random::{Draws, Process};

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
        let draw = |i: u64, of: u64| draws.unit(Process::INERT, Key(of), i);
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
