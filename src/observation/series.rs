//! What a series is: how it adds up, which direction is better, how much matters, its exact values, and a whole
//! trajectory. The registry of indicators is `catalogue`.

use serde::{Deserialize, Serialize};

/// How an indicator adds up over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Kind {
    /// A level: averaged over weeks.
    Stock,
    /// A sum over the period, given per year.
    Flow,
    /// Distinct persons in the year.
    Distinct,
    /// A ratio of two sums.
    Ratio,
}

impl Kind {
    /// The word in the data dictionary.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Stock => "stock",
            Self::Flow => "flow",
            Self::Distinct => "distinct persons in the year",
            Self::Ratio => "ratio of sums",
        }
    }
}

/// Which direction is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither.
    Neutral,
}

/// The smallest difference that matters, fixed beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum Margin {
    /// Per 1,000 residents, in the indicator's unit.
    PerThousand(f64),
    /// As it is, in the indicator's unit.
    Absolute(f64),
}

impl Margin {
    /// The margin for a district of a size.
    pub fn value(self, residents: f64) -> f64 {
        match self {
            Self::PerThousand(x) => x * residents / 1000.0,
            Self::Absolute(x) => x,
        }
    }
}

/// One series: an indicator for a group.
#[derive(Clone, Debug, Serialize)]
pub struct Series {
    /// Permanent key of the indicator (`euros.wmo`).
    pub indicator: String,
    /// `all` or `dimension:value`.
    pub group: String,
    /// Unit of the printed value.
    pub unit: &'static str,
    /// How it adds up.
    pub kind: Kind,
    /// Which direction is better.
    pub direction: Direction,
    /// The smallest difference that matters.
    pub margin: Margin,
    /// English description.
    pub name: String,
    /// Dutch description.
    pub dutch: String,
    /// Whether it is written without being asked for.
    pub default: bool,
}

/// A value as an exact fraction: sums over years are sums of both parts. A zero denominator is a missing value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Numerator, in the indicator's raw unit (sixtieths of a cent, persons, minutes).
    pub num: i64,
    /// Denominator: raw units per printed unit, times weeks for a stock; the second sum for a ratio.
    pub den: i64,
}

impl Cell {
    /// The value, `None` if missing.
    pub fn value(self) -> Option<f64> {
        (self.den != 0).then(|| self.num as f64 / self.den as f64)
    }
}

impl std::ops::AddAssign for Cell {
    fn add_assign(&mut self, other: Self) {
        self.num += other.num;
        self.den += other.den;
    }
}

impl std::iter::Sum for Cell {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::default(), |mut a, b| {
            a += b;
            a
        })
    }
}

/// What one simulation leaves behind: every series in every year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trajectory {
    /// Position of the scenario in its comparison.
    pub scenario: usize,
    /// Sample.
    pub sample: u32,
    /// Replicate.
    pub replicate: u32,
    /// The last year before week 0, as burned in: `[series]`.
    pub before: Vec<Cell>,
    /// `[year][series]`.
    pub years: Vec<Vec<Cell>>,
    /// `[week][series]`, if asked for: each week's own, and the year so far of distinct persons.
    pub weeks: Vec<Vec<Cell>>,
    /// What is told of persons and households, if asked for: by year, then over the horizon
    /// (`experiment::MEASURES`).
    pub persons: Vec<Vec<Cell>>,
    /// `[year][flow]`: people and raw money between doors, services and accounts (`Flow`).
    pub flows: Vec<Vec<i64>>,
    /// The years of each district of a region, in the order of the districts, and of the series that are kept by
    /// district; empty where it is one district.
    pub districts: Vec<Self>,
}
