//! Units: money in sixtieths of a cent, clock time and effort in minutes, weeks and years.
//!
//! A price is a whole number of cents per hour, so cents per hour times minutes of service is exact in sixtieths of a
//! cent, and doubled prices give exactly doubled accounts. Clock minutes (when) and effort minutes (how much work) are
//! different types on purpose: adding one to the other is a mistake.

use serde::{Deserialize, Serialize};

/// Minutes in a week.
pub const MINUTES_PER_WEEK: i32 = 7 * 24 * 60;
/// Weeks in a simulated year.
pub const WEEKS_PER_YEAR: i32 = 52;
/// Minutes in a simulated year of 52 weeks.
pub const MINUTES_PER_YEAR: i32 = MINUTES_PER_WEEK * WEEKS_PER_YEAR;
/// The longest horizon that a scenario may have, in years.
pub const MAX_YEARS: u32 = 100;

/// An amount of money in sixtieths of a euro cent. Exact: sums and products with whole numbers never round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Money(pub i64);

impl Money {
    /// Sixtieths of a cent in one euro.
    pub const PER_EURO: i64 = 6_000;

    /// Whole cents as money.
    pub const fn from_cents(cents: i64) -> Self {
        Self(cents * 60)
    }

    /// The cost of `effort` at a price in cents per hour; exact.
    pub const fn of_effort(cents_per_hour: i64, effort: Effort) -> Self {
        Self(cents_per_hour * effort.0)
    }

    /// Euros, rounded to the nearest representable number; for printing only.
    pub fn euros(self) -> f64 {
        self.0 as f64 / Self::PER_EURO as f64
    }
}

impl std::ops::Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}
impl std::ops::Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}
impl std::ops::Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}
impl std::ops::AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}
impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        Self(iter.map(|m| m.0).sum())
    }
}

/// Minutes of work: what an hour of a professional, a carer or a volunteer is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Effort(pub i64);

impl Effort {
    /// The effort of a number of hours, rounded to the minute.
    pub fn from_hours(hours: f64) -> Self {
        Self(libm::round(hours * 60.0) as i64)
    }

    /// Hours, for printing and rates.
    pub fn hours(self) -> f64 {
        self.0 as f64 / 60.0
    }
}

impl std::ops::Add for Effort {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}
impl std::ops::Sub for Effort {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}
impl std::ops::AddAssign for Effort {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}
impl std::ops::SubAssign for Effort {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

/// A moment on the clock: whole minutes since the start of the simulated period (negative during burn-in).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Minute(pub i32);

impl Minute {
    /// A moment after every horizon: "never".
    pub const NEVER: Self = Self(i32::MAX);

    /// The week that holds this moment.
    #[inline]
    pub const fn week(self) -> Week {
        Week(self.0.div_euclid(MINUTES_PER_WEEK))
    }

    /// This moment plus a number of weeks; saturates at [`Minute::NEVER`].
    #[inline]
    pub fn plus_weeks(self, weeks: f64) -> Self {
        let minutes = weeks * f64::from(MINUTES_PER_WEEK);
        if minutes >= f64::from(i32::MAX - self.0.max(0)) { Self::NEVER } else { Self(self.0 + minutes as i32) }
    }

    /// Weeks from `earlier` to this moment.
    #[inline]
    pub fn weeks_since(self, earlier: Self) -> f64 {
        (f64::from(self.0) - f64::from(earlier.0)) / f64::from(MINUTES_PER_WEEK)
    }
}

/// A week, counted from the start of the simulated period; negative during burn-in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Week(pub i32);

impl Week {
    /// The first minute of this week.
    #[inline]
    pub const fn start(self) -> Minute {
        Minute(self.0 * MINUTES_PER_WEEK)
    }

    /// The week after this one.
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// The year that holds this week: 0 is the first simulated year, -1 the last of the burn-in.
    pub const fn year(self) -> i32 {
        self.0.div_euclid(WEEKS_PER_YEAR)
    }

    /// The week within its year, 0 to 51.
    pub const fn of_year(self) -> i32 {
        self.0.rem_euclid(WEEKS_PER_YEAR)
    }
}
