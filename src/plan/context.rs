//! Exogenous, dated circumstances, the same in every scenario of a comparison.

use serde::{Deserialize, Serialize};

use crate::entities::Product;
use crate::levers::{Course, LeverValue, Step};
use crate::parameters::{PARAMETERS, Params};
use crate::provenance::Source;
use crate::random::Distribution;
use crate::units::Week;

/// The most that circumstances may multiply a number by.
pub const MAX_FACTOR: f64 = 10.0;

/// Most homes per 1,000 residents and year.
pub(crate) const MAX_HOMES: f64 = 1_000.0;

/// Homes offered per 1,000 residents and year where nothing is stated.
pub(crate) const HOMES: Distribution = Distribution::Triangular { low: 0.1, mode: 0.5, high: 1.0 };
pub(crate) const HOMES_SOURCE: Source = Source::Assumption("range 0.1 to 1");

/// What the built-in scenario dates of the world: the parameter, and by how much it is multiplied after fifteen years.
pub(crate) static DATED: [(&str, Distribution, Source); 2] = [
    (
        "demography.mortality",
        Distribution::Triangular { low: 0.7, mode: 0.8, high: 0.9 },
        Source::Assumption(
            "life expectancy rises by 7 to 8 years from 2012 to 2060 (CBS, Bevolkingsprognose 2012-2060), some 1.5 % \
             fewer deaths a year at every age; range 0.7 to 0.9",
        ),
    ),
    (
        "care.offer",
        Distribution::Triangular { low: 0.7, mode: 0.85, high: 1.0 },
        Source::Assumption(
            "carers for each person of 75 and over who needs care fall from five to three between 2018 and 2040 (SCP \
             and PBL, 2019), of which more old people and fewer children give about half; range 0.7 to 1",
        ),
    ),
];

/// What circumstances multiply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Subject {
    /// A parameter, by position in [`PARAMETERS`]: what a sample draws.
    Parameter(usize),
    /// The places of a service, whoever buys them.
    Places(Product),
}

impl Subject {
    /// The path in a file: `context.parameters.onset.mental`, `context.places.mental_health`.
    pub fn path(self) -> String {
        format!("context.{}", self.key())
    }

    /// The key within `[context]`.
    pub fn key(self) -> String {
        match self {
            Self::Parameter(position) => format!("parameters.{}", PARAMETERS[position].key),
            Self::Places(product) => format!("places.{}", product.key()),
        }
    }
}

/// Exogenous, dated circumstances.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContextSpec {
    /// Calendar year of week 0.
    pub start_year: i32,
    /// First council election: calendar year; every fourth year follows, in week 11.
    pub election_year: i32,
    /// Homes offered per 1,000 residents and year to people who leave sheltered living.
    pub homes_per_1000: Course,
    /// Whether residents age, are born, die, pair and move after burn-in; without it the population stands still.
    pub ageing: bool,
    /// By how much the world changes: multiples, 1 before the first step. In the order of their subjects.
    pub factors: Vec<(Subject, Course)>,
}

impl Default for ContextSpec {
    fn default() -> Self {
        Self {
            start_year: 2027,
            election_year: 2030,
            homes_per_1000: Course::of(vec![Step::always(LeverValue::Uncertain(HOMES))]),
            ageing: true,
            factors: Vec::new(),
        }
    }
}

impl ContextSpec {
    /// Whether a parameter may change in the week that begins.
    pub fn changes_parameters_in(&self, now: Week) -> bool {
        let is_parameter = |subject: &Subject| matches!(subject, Subject::Parameter(_));
        self.factors.iter().any(|(subject, course)| is_parameter(subject) && course.turns_in(now))
    }

    /// The parameters in force in a week, of those that a sample drew: each within what is allowed. Where a factor
    /// moves little by little, they follow from year to year.
    #[must_use]
    pub fn in_force(&self, drawn: &Params, now: Week) -> Params {
        let mut values = drawn.values();
        for (subject, course) in &self.factors {
            if let Subject::Parameter(position) = *subject {
                let meta = &PARAMETERS[position];
                values[position] = (values[position] * course.factor_of_year(now)).clamp(meta.min, meta.max);
            }
        }
        Params::from_values(&values)
    }

    /// Puts a course in the place of its subject, in the order of the subjects.
    pub fn put(&mut self, subject: Subject, course: Course) {
        self.factors.retain(|(other, _)| *other != subject);
        let position = self.factors.partition_point(|(other, _)| *other < subject);
        self.factors.insert(position, (subject, course));
    }

    /// What the places of a service are multiplied by in a week.
    pub fn places_factor(&self, product: Product, now: Week) -> f64 {
        let found = self.factors.iter().find(|(subject, _)| *subject == Subject::Places(product));
        found.map_or(1.0, |(_, course)| course.factor(now))
    }
}
