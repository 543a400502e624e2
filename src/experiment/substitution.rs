//! What the first line does more for what the second line does less: a rate of exchange, where there is one.

use super::comparison_types::{Comparison, Period};
use super::statistics::{lower, mean, sorted, upper};
use super::verdict::SAMPLES_NEEDED;

/// The measures in which both lines have series: `<measure>.first_line` and `<measure>.second_line`.
pub const SUBSTITUTION_MEASURES: [&str; 2] = ["hours", "euros"];
/// A rate below this is written as none: the first line stays as it is.
const NIL: f64 = 0.005;

/// How the two lines move together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exchange {
    /// The second line falls and the first rises.
    Replaces,
    /// The second line falls and the first stays as it is.
    FallsAlone,
    /// Both fall.
    BothFall,
    /// Both rise.
    BothRise,
    /// The second line rises and the first stays as it is.
    RisesAlone,
    /// The second line rises and the first falls.
    Reversed,
    /// Whether the second line rises or falls cannot be told.
    Unclear,
}

impl Exchange {
    /// The key in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Replaces => "replaces",
            Self::FallsAlone => "falls_alone",
            Self::BothFall => "both_fall",
            Self::BothRise => "both_rise",
            Self::RisesAlone => "rises_alone",
            Self::Reversed => "reversed",
            Self::Unclear => "unclear",
        }
    }
}

/// The change of the first line beside that of the second, over the horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct Substitution {
    /// `hours` or `euros`.
    pub measure: &'static str,
    /// Mean difference of the first line.
    pub first: f64,
    /// Mean difference of the second line.
    pub second: f64,
    /// How they move together.
    pub exchange: Exchange,
    /// First line more for one less of the second: of the means; `None` if the second is not told from zero.
    pub ratio: Option<f64>,
    /// 5th percentile over samples of their own ratios.
    pub p05: Option<f64>,
    /// 95th percentile.
    pub p95: Option<f64>,
    /// Samples with both differences.
    pub samples: u32,
}

/// The exchange between the lines in a measure; `None` without samples of both. The second line is told from zero
/// if at least 90 of 100 samples, and 30 of them, lie on one side of it, as for a verdict. Samples' own ratios have
/// a range only if its 5th and 95th percentile do: near zero a ratio means nothing.
pub fn substitution(comparison: &Comparison, measure: &'static str) -> Option<Substitution> {
    let row = |line: &str| comparison.find(&format!("{measure}.{line}"), "all", Period::Horizon);
    let (first, second) = (row("first_line")?, row("second_line")?);
    let both = first.by_sample.iter().zip(&second.by_sample).filter_map(|(f, s)| f.zip(*s));
    let (firsts, seconds): (Vec<f64>, Vec<f64>) = both.unzip();
    of_samples(measure, &firsts, &seconds)
}

fn of_samples(measure: &'static str, firsts: &[f64], seconds: &[f64]) -> Option<Substitution> {
    let (first, second) = (mean(firsts)?, mean(seconds)?);
    let ordered = sorted(seconds);
    let (low, high) = (lower(&ordered, 0.05)?, upper(&ordered, 0.05)?);
    let leading = seconds.iter().filter(|s| **s * second > 0.0).count();
    let told = seconds.len() >= SAMPLES_NEEDED && leading * 10 >= seconds.len() * 9;
    let ratios: Vec<f64> = firsts.iter().zip(seconds).filter(|(_, s)| **s != 0.0).map(|(f, s)| -f / s).collect();
    let (ratio, ratios) = (-first / second, sorted(&ratios));
    let range = |of: fn(&[f64], f64) -> Option<f64>| of(&ratios, 0.05).filter(|_| told && (low > 0.0 || high < 0.0));
    Some(Substitution {
        measure,
        first,
        second,
        exchange: exchange(second, ratio, told),
        ratio: told.then_some(ratio),
        p05: range(lower),
        p95: range(upper),
        samples: firsts.len() as u32,
    })
}

fn exchange(second: f64, ratio: f64, told: bool) -> Exchange {
    match (told, second < 0.0) {
        (false, _) => Exchange::Unclear,
        (_, true) if ratio.abs() < NIL => Exchange::FallsAlone,
        (_, true) if ratio > 0.0 => Exchange::Replaces,
        (_, true) => Exchange::BothFall,
        (_, false) if ratio.abs() < NIL => Exchange::RisesAlone,
        (_, false) if ratio > 0.0 => Exchange::Reversed,
        (_, false) => Exchange::BothRise,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_that_of_the_means_and_its_range_that_of_the_samples() {
        let twenty = |a: f64, b: f64| [vec![a; 20], vec![b; 20]].concat();
        let found = of_samples("hours", &twenty(2.0, 4.0), &twenty(-4.0, -20.0)).unwrap();
        assert_eq!((found.exchange, found.ratio), (Exchange::Replaces, Some(0.25)));
        assert_eq!((found.p05, found.p95, found.samples), (Some(0.2), Some(0.5), 40), "2 / 4 and 4 / 20");
    }

    #[test]
    fn lines_that_move_the_same_way_replace_nothing() {
        let of = |first: f64, second: f64| of_samples("euros", &[first; 30], &[second; 30]).unwrap().exchange;
        assert_eq!([of(-1.0, -4.0), of(1.0, 4.0)], [Exchange::BothFall, Exchange::BothRise]);
        assert_eq!([of(0.0, -4.0), of(0.01, 4.0)], [Exchange::FallsAlone, Exchange::RisesAlone]);
        assert_eq!([of(1.0, -4.0), of(-1.0, 4.0)], [Exchange::Replaces, Exchange::Reversed]);
    }

    #[test]
    fn a_second_line_that_may_go_either_way_has_no_rate() {
        let of = |seconds: &[f64]| of_samples("hours", &vec![1.0; seconds.len()], seconds).unwrap();
        let mixed = [vec![-9.0; 35], vec![1.0; 5]].concat();
        for found in [of(&mixed), of(&[0.0; 40]), of(&[-9.0; 29])] {
            assert_eq!((found.exchange, found.ratio, found.p05, found.p95), (Exchange::Unclear, None, None, None));
        }
        let nine_of_ten = of(&[vec![-9.0; 36], vec![1.0; 4]].concat());
        assert_eq!((nine_of_ten.exchange, nine_of_ten.ratio), (Exchange::Replaces, Some(0.125)));
        assert_eq!((nine_of_ten.p05, nine_of_ten.p95), (None, None), "a ratio of a twentieth has the other sign");
        assert_eq!(of_samples("hours", &[], &[]), None);
    }
}
