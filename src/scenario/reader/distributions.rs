//! Reading numbers that may be uncertain: every form of a distribution, and what tells one from a step.

use std::collections::BTreeMap;

use toml::de::DeValue;

use super::{Reader, Value, allowed};
use crate::language::{Text, text};
use crate::random::Distribution;
use crate::scenario::nearest::nearest;

impl Reader<'_, '_> {
    /// A number or a distribution whose numbers lie within `stated`, and what is drawn from it within `drawn`.
    pub(in crate::scenario) fn distribution(
        &mut self,
        field: &str,
        value: &Value<'_>,
        stated: (f64, f64),
        drawn: (f64, f64),
    ) -> Option<Distribution> {
        let (min, max) = stated;
        if has_steps(value) {
            let message = Text::fixed(
                "does not change in time: steps are for levers",
                "verandert niet in de tijd: stappen zijn er alleen voor beleid (levers)",
            );
            self.problem(value.span(), field, message).allowed = FORMS;
            return None;
        }
        let DeValue::Table(table) = value.get_ref() else {
            if matches!(value.get_ref(), DeValue::Integer(_) | DeValue::Float(_)) {
                return self.number(field, value, min, max).map(Distribution::Fixed);
            }
            self.wrong_kind(field, value, NUMBER_OR_DISTRIBUTION).allowed = FORMS;
            return None;
        };
        let before = self.findings.problems.len();
        let mut values: BTreeMap<&str, f64> = BTreeMap::new();
        let mut named: Vec<&str> = Vec::new();
        for (key, inner, value) in self.entries(field, table, &FORM_KEYS) {
            named.push(key);
            let (low, high) = match key {
                "sigma" => (0.0, 5.0),
                "shape" => (0.1, 10.0),
                "median" | "mean" => (min.max(f64::MIN_POSITIVE), max),
                _ => (min, max),
            };
            if let Some(number) = self.number(&inner, value, low, high) {
                values.insert(key, number);
            }
        }
        if self.findings.problems.len() > before {
            return None;
        }
        let Some(distribution) = named_distribution(named, &values) else {
            let message =
                Text::fixed("these numbers together are no distribution", "deze getallen samen zijn geen verdeling");
            self.problem(value.span(), field, message).allowed = FORMS;
            return None;
        };
        let ordered = match distribution {
            Distribution::Triangular { low, mode, high } => low <= mode && mode <= high,
            Distribution::Uniform { low, high } => low <= high,
            _ => true,
        };
        if !ordered {
            let message = Text::fixed("out of order", "in de verkeerde volgorde");
            self.problem(value.span(), field, message).allowed =
                Text::fixed("low, then mode, then high", "eerst low, dan mode, dan high");
            return None;
        }
        if let Some((percentile, reached)) = leaves_range(&distribution, drawn) {
            let message = text!(
                "too wide: its {percentile} percentile is {reached}",
                "te breed: het {percentile} percentiel is {reached}";
                percentile
            );
            let range = allowed(drawn.0, drawn.1);
            self.problem(value.span(), field, message).allowed = text!(
                "{range}, from the 1st to the 99th percentile",
                "{range}, van het 1e tot en met het 99e percentiel";
                range
            );
            return None;
        }
        self.note(field, &value.span());
        Some(distribution)
    }

    /// A number that may be uncertain: a distribution within a range, or a plain number where it cannot vary.
    pub(in crate::scenario) fn uncertain(
        &mut self,
        field: &str,
        value: &Value<'_>,
        range: (f64, f64),
    ) -> Option<Distribution> {
        let is_number = matches!(value.get_ref(), DeValue::Integer(_) | DeValue::Float(_) | DeValue::Table(_));
        if !is_number && !has_steps(value) {
            let (range, forms) = (allowed(range.0, range.1), FORMS);
            self.wrong_kind(field, value, NUMBER_OR_DISTRIBUTION).allowed =
                text!("{range}: {forms}", "{range}: {forms}"; range, forms);
            return None;
        }
        let distribution = self.distribution(field, value, range, range)?;
        let (low, _) = distribution.range();
        Some(if distribution.is_fixed() { Distribution::Fixed(low) } else { distribution })
    }
}

/// The distribution that named numbers make together.
fn named_distribution(mut named: Vec<&str>, values: &BTreeMap<&str, f64>) -> Option<Distribution> {
    named.sort_unstable();
    let of = |key: &str| values.get(key).copied().unwrap_or_default();
    Some(match named.as_slice() {
        ["high", "low", "mode"] => Distribution::Triangular { low: of("low"), mode: of("mode"), high: of("high") },
        ["high", "low"] => Distribution::Uniform { low: of("low"), high: of("high") },
        ["median", "sigma"] => Distribution::LogNormal { median: of("median"), sigma: of("sigma") },
        ["median", "shape"] => Distribution::Weibull { shape: of("shape"), median: of("median") },
        ["mean"] => Distribution::Exponential { mean: of("mean") },
        _ => return None,
    })
}

/// The percentile at which a distribution lies outside a range, and its value in few digits. What lies beyond the 1st
/// and the 99th is cut off: hardly any unbounded distribution would fit otherwise.
fn leaves_range(distribution: &Distribution, (min, max): (f64, f64)) -> Option<(Text, String)> {
    let (low, high) = (distribution.quantile(0.01), distribution.quantile(0.99));
    let (percentile, value) = if high > max {
        (Text::fixed("99th", "99e"), high)
    } else if low < min {
        (Text::fixed("1st", "1e"), low)
    } else {
        return None;
    };
    let digits = if value.abs() >= 100.0 { 0 } else { 4 };
    Some((percentile, format!("{value:.digits$}")))
}

/// The keys of a step.
pub(in crate::scenario) const STEP_KEYS: [&str; 3] = ["after_years", "value", "ramp_years"];

/// Whether a value is a table with one of these keys.
pub(in crate::scenario) fn has_any(value: &Value<'_>, keys: &[&str]) -> bool {
    value.get_ref().as_table().is_some_and(|table| keys.iter().any(|key| table.get(*key).is_some()))
}

/// Whether a table is meant as a distribution, not as a step: by a key of one of the two, or else by what its keys are
/// misspellings of.
pub(in crate::scenario) fn is_distribution(value: &Value<'_>) -> bool {
    let Some(table) = value.get_ref().as_table() else { return false };
    if has_any(value, &STEP_KEYS) || has_any(value, &FORM_KEYS) {
        return !has_any(value, &STEP_KEYS);
    }
    let near = |keys: &[&str]| table.iter().any(|(key, _)| nearest(key.get_ref(), keys).is_some());
    near(&FORM_KEYS) && !near(&STEP_KEYS)
}

/// Whether a value is a step, or a list with steps.
fn has_steps(value: &Value<'_>) -> bool {
    let is_step = |v: &Value<'_>| has_any(v, &STEP_KEYS);
    is_step(value) || value.get_ref().as_array().is_some_and(|items| items.iter().any(is_step))
}

/// The keys of the distributions.
pub(in crate::scenario) const FORM_KEYS: [&str; 7] = ["low", "mode", "high", "median", "sigma", "shape", "mean"];

/// The distributions that a file can state.
const FORMS: Text = Text::fixed(
    "a number, { low, mode, high }, { low, high }, { median, sigma }, { shape, median } or { mean }",
    "een getal, { low, mode, high }, { low, high }, { median, sigma }, { shape, median } of { mean }",
);

const NUMBER_OR_DISTRIBUTION: Text = Text::fixed("a number or a distribution", "een getal of een verdeling");
