//! An outcome of a comparison: an indicator, for a group, over a period.

use crate::experiment::{Period, Plan};
use crate::observation::{Cell, Series, Trajectory, catalogue};

/// An outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The series, by its place in the catalogue.
    pub series: usize,
    /// Over which years.
    pub period: Period,
}

/// Why a text names no outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoTarget {
    /// There is no such indicator.
    Indicator(String),
    /// The indicator has no such group.
    Group(String),
    /// There is no such period.
    Period(String),
}

impl Target {
    /// The outcome of a text `INDICATOR[/GROUP][@PERIOD]`; without a group of all, without a period over the horizon.
    ///
    /// # Errors
    /// What of it there is not.
    pub fn parse(text: &str) -> Result<Self, NoTarget> {
        let (name, period) = text.split_once('@').unwrap_or((text, "horizon"));
        let (indicator, group) = name.split_once('/').unwrap_or((name, "all"));
        if !catalogue::series().iter().any(|series| series.indicator == indicator) {
            return Err(NoTarget::Indicator(indicator.to_owned()));
        }
        let series = catalogue::position(indicator, group).ok_or_else(|| NoTarget::Group(group.to_owned()))?;
        let period = match Period::from_key(period) {
            Some(period) if period != Period::Discounted => period,
            _ => return Err(NoTarget::Period(period.to_owned())),
        };
        Ok(Self { series, period })
    }

    /// Its series.
    pub fn of(self) -> &'static Series {
        &catalogue::series()[self.series]
    }

    /// As it is written.
    pub fn key(self) -> String {
        let series = self.of();
        let group = if series.group == "all" { String::new() } else { format!("/{}", series.group) };
        format!("{}{group}@{}", series.indicator, self.period.key())
    }

    /// Whether a plan simulates its years.
    pub fn is_within(self, plan: &Plan) -> bool {
        if let Period::Year(year) = self.period { year < plan.experiment().years } else { true }
    }

    /// Its value in a course, per year; `None` if it is missing.
    pub(super) fn value(self, course: &Trajectory, plan: &Plan) -> Option<f64> {
        let years = match self.period {
            Period::Year(year) => year as usize..year as usize + 1,
            Period::Term => 0..plan.term_years() as usize,
            Period::Horizon | Period::Discounted => 0..course.years.len(),
        };
        let cells = course.years.get(years)?.iter().filter_map(|year| year.get(self.series).copied());
        cells.sum::<Cell>().value()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outcomes_are_read_and_written() {
        for text in ["euros.municipality@horizon", "euros.all@term", "need.severe.unhelped@year:2"] {
            assert_eq!(Target::parse(text).map(Target::key), Ok(text.to_owned()));
        }
        assert_eq!(Target::parse("euros.all"), Target::parse("euros.all/all@horizon"));
        let wrong = |text: &str| Target::parse(text).expect_err("it names nothing");
        assert_eq!(wrong("euros.al"), NoTarget::Indicator("euros.al".to_owned()));
        assert_eq!(wrong("euros.all/some"), NoTarget::Group("some".to_owned()));
        assert_eq!(wrong("euros.all@year:0"), NoTarget::Period("year:0".to_owned()));
    }
}
