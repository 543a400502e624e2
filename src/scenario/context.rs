//! `[context]`: exogenous, dated circumstances, the same in every scenario of a comparison.

use serde::{Deserialize, Serialize};
use toml::de::DeTable;

use super::draft::{Draft, HOMES};
use super::organisation::{read_course, read_factors};
use super::reader::Reader;
use super::uncertain::MAX_HOMES;
use super::write::course_text;
use crate::entities::Product;
use crate::levers::{Course, LeverValue, Step};
use crate::parameters::{PARAMETERS, Params};
use crate::units::Week;

/// The most that circumstances may multiply a number by.
pub const MAX_FACTOR: f64 = 10.0;

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

    fn key(self) -> String {
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

    /// What the places of a service are multiplied by in a week.
    pub fn places_factor(&self, product: Product, now: Week) -> f64 {
        let found = self.factors.iter().find(|(subject, _)| *subject == Subject::Places(product));
        found.map_or(1.0, |(_, course)| course.factor(now))
    }

    /// Every field as it stands in a file: its key within `[context]`, and its value.
    pub fn fields(&self) -> Vec<(String, String)> {
        let mut fields = vec![
            ("start_year".to_owned(), self.start_year.to_string()),
            ("election_year".to_owned(), self.election_year.to_string()),
            ("homes_per_1000".to_owned(), course_text(&self.homes_per_1000)),
            ("ageing".to_owned(), self.ageing.to_string()),
        ];
        fields.extend(self.factors.iter().map(|(subject, course)| (subject.key(), course_text(course))));
        fields
    }
}

/// What a field of `[context]` says where it is not stated.
const NOT_SET: &str = "not set";

impl ContextSpec {
    /// What differs in other circumstances: the path of each field, what it says here and there.
    pub(super) fn differences(&self, other: &Self) -> Vec<(String, String, String)> {
        let (here, there) = (self.fields(), other.fields());
        let mut keys: Vec<&String> = here.iter().map(|(key, _)| key).collect();
        keys.extend(there.iter().map(|(key, _)| key).filter(|key| !here.iter().any(|(k, _)| k == *key)));
        let text = |fields: &[(String, String)], key: &String| {
            fields.iter().find(|(k, _)| k == key).map_or_else(|| NOT_SET.to_owned(), |(_, text)| text.clone())
        };
        let of_key = |key: &String| (format!("context.{key}"), text(&here, key), text(&there, key));
        keys.into_iter().map(of_key).filter(|(_, here, there)| here != there).collect()
    }
}

/// The keys of `[context]`.
const KEYS: [&str; 6] = ["start_year", "election_year", "homes_per_1000", "ageing", "parameters", "places"];

/// Reads `[context]`.
pub(super) fn read(reader: &mut Reader, path: &str, table: &DeTable, draft: &mut Draft) {
    let context = &mut draft.context;
    for (key, field, value) in reader.entries(path, table, &KEYS) {
        match key {
            "start_year" => {
                if let Some(year) = reader.whole(&field, value, 1900, 2200) {
                    context.start_year = year as i32;
                }
            }
            "election_year" => {
                if let Some(year) = reader.whole(&field, value, 1900, 2210) {
                    context.election_year = year as i32;
                }
            }
            "homes_per_1000" => {
                if let Some(homes) = read_course(reader, &field, value, 0.0, MAX_HOMES) {
                    context.homes_per_1000 = homes;
                }
            }
            "ageing" => context.ageing = reader.flag(&field, value).unwrap_or(context.ageing),
            "parameters" => {
                let keys: Vec<&str> = PARAMETERS.iter().map(|p| p.key).collect();
                for (key, course) in read_factors(reader, &field, value, &keys, MAX_FACTOR) {
                    put(&mut context.factors, Params::position(&key).map(Subject::Parameter), course);
                }
            }
            _ => {
                let keys = Product::ALL.map(Product::key);
                for (key, course) in read_factors(reader, &field, value, &keys, MAX_FACTOR) {
                    let product = Product::ALL.into_iter().find(|p| p.key() == key);
                    put(&mut context.factors, product.map(Subject::Places), course);
                }
            }
        }
    }
}

/// Puts a course in the place of its subject, in their order.
fn put(factors: &mut Vec<(Subject, Course)>, subject: Option<Subject>, course: Course) {
    let Some(subject) = subject else { return };
    factors.retain(|(other, _)| *other != subject);
    let position = factors.partition_point(|(other, _)| *other < subject);
    factors.insert(position, (subject, course));
}
