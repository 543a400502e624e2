//! One indicator of the district as a whole: a permanent number with a row.

use super::series::{Direction, Kind, Margin};

/// An indicator of the district as a whole, by its permanent number: its place among the series. A mechanism names its
/// indicators in its own rows ([`indicators!`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Indicator(u16);

impl Indicator {
    /// The indicator of a number.
    pub const fn numbered(number: u16) -> Self {
        Self(number)
    }

    /// Its place among the series.
    #[inline]
    pub const fn place(self) -> usize {
        self.0 as usize
    }
}

/// What is known about an indicator.
#[derive(Clone, Copy, Debug)]
pub struct IndicatorMeta {
    /// The indicator.
    pub indicator: Indicator,
    /// Permanent key.
    pub key: &'static str,
    /// Unit.
    pub unit: &'static str,
    /// Whether it stands in somebody's books, so that whoever decides may see it: accounts, the team's own
    /// administration, waiting lists, the municipal gate, the population register. Everything else is true of people
    /// and known to nobody who decides. Whoever is served is known as registered, with its lag.
    pub registered: bool,
    /// Whether it only explains a result to whoever looks closer: written with `[output] all_series = true` alone.
    pub detail: bool,
    /// How it adds up.
    pub kind: Kind,
    /// Which way is better.
    pub direction: Direction,
    /// The smallest difference that matters.
    pub margin: Margin,
    /// What it is called.
    pub english: &'static str,
    /// What it is called in Dutch.
    pub dutch: &'static str,
}

/// So many per thousand residents.
pub(crate) const fn per_thousand(x: f64) -> Margin {
    Margin::PerThousand(x)
}

/// So much in the indicator's own unit.
pub(crate) const fn absolute(x: f64) -> Margin {
    Margin::Absolute(x)
}

/// Names indicators by their permanent numbers, which count from 0 without a gap over all mechanisms: name, number,
/// key, unit, `registered` or `true_only`, `told` or `detail`, kind, direction, margin, both names. Makes associated
/// constants of [`Indicator`] and the list `INDICATORS` of rows.
macro_rules! indicators {
    ($(
        $name:ident = $number:literal: $key:literal, $unit:literal, $seen:ident, $told:ident, $kind:ident,
        $direction:ident, $margin:expr, $english:literal, $dutch:literal;
    )*) => {
        impl crate::observation::Indicator {
            $(#[doc = $english] pub const $name: Self = Self::numbered($number);)*
        }

        /// The indicators that are named here.
        pub const INDICATORS: &[crate::observation::IndicatorMeta] = &[
            $(crate::observation::IndicatorMeta {
                indicator: crate::observation::Indicator::$name,
                key: $key,
                unit: $unit,
                registered: crate::observation::indicators!(@ $seen),
                detail: crate::observation::indicators!(@ $told),
                kind: crate::observation::Kind::$kind,
                direction: crate::observation::Direction::$direction,
                margin: $margin,
                english: $english,
                dutch: $dutch,
            }),*
        ];
    };
    (@ registered) => { true };
    (@ true_only) => { false };
    (@ detail) => { true };
    (@ told) => { false };
}
pub(crate) use indicators;
