//! The values of a scenario as they stand in a file.

use std::fmt::Write as _;

use crate::entities::{Domain, Form};
use crate::levers::{ALWAYS, Course, LEVERS, LeverKind, LeverValue, Step};
use crate::plan::{BudgetSpec, ContextSpec, ExperimentSpec, FieldKind, Number, Organisation, TeamSpec, cents};
use crate::random::Distribution;
use crate::units::WEEKS_PER_YEAR;

/// A text as a TOML string.
pub(crate) fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// Whole cents as euros; exact for amounts below 2^53 cents.
pub(super) fn euros(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// A number over time as in a file.
pub fn course_text(course: &Course) -> String {
    steps_text(course.steps(), |value| value.distribution().as_ref().map_or_else(String::new, distribution_text))
}

/// Which points somebody states in the place of draws: nothing without a design.
pub fn design_text(experiment: &ExperimentSpec) -> String {
    let others = experiment.others.key();
    experiment.design.as_ref().map_or_else(String::new, |design| format!("{}, others {others}", design.label()))
}

pub(super) fn steps_text(steps: &[Step], text_of: impl Fn(LeverValue) -> String) -> String {
    if let [Step { from: ALWAYS, value, ramp_weeks: 0 }] = steps {
        return text_of(*value);
    }
    let mut parts = Vec::new();
    for step in steps {
        let mut text = String::from("{ ");
        if step.from != ALWAYS {
            // Weeks over 52 and back is exact after rounding to whole weeks.
            let _ = write!(text, "after_years = {:?}, ", f64::from(step.from.0) / f64::from(WEEKS_PER_YEAR));
        }
        let _ = write!(text, "value = {}", text_of(step.value));
        if step.ramp_weeks > 0 {
            let _ = write!(text, ", ramp_years = {:?}", f64::from(step.ramp_weeks) / f64::from(WEEKS_PER_YEAR));
        }
        text.push_str(" }");
        parts.push(text);
    }
    format!("[{}]", parts.join(", "))
}

/// A lever's value as in a file.
pub fn value_text(lever: usize, value: LeverValue) -> String {
    match (value, LEVERS[lever].meta.kind) {
        (LeverValue::Number(n), _) => format!("{n:?}"),
        (LeverValue::Uncertain(distribution), _) => distribution_text(&distribution),
        (LeverValue::Flag(flag), _) => flag.to_string(),
        (LeverValue::Choice(i), LeverKind::Choice(words)) => {
            quoted(words.get(usize::from(i)).copied().unwrap_or_default())
        }
        (LeverValue::Choice(i), _) => i.to_string(),
    }
}

/// A number of team or services as in a file; a price with two decimals.
pub fn number_text(organisation: &Organisation, number: Number) -> String {
    if let Some(distribution) = organisation.uncertainty(number) {
        return distribution_text(distribution);
    }
    organisation.value(number).map_or_else(String::new, |value| match (number.field().kind, value) {
        (FieldKind::Price, Distribution::Fixed(price)) => euros(cents(price)),
        (_, value) => distribution_text(&value),
    })
}

/// The same in few digits, for reading: what is uncertain in full, what is known without a tail.
pub fn short_text(organisation: &Organisation, number: Number) -> String {
    let field = number.field();
    match organisation.value(number) {
        Some(Distribution::Fixed(value)) if organisation.uncertainty(number).is_none() => {
            match (field.kind, field.digits) {
                (FieldKind::Price, _) => euros(cents(value)),
                (_, Some(digits)) => format!("{value:.digits$}"),
                (_, None) => value.to_string(),
            }
        }
        _ => number_text(organisation, number),
    }
}

/// The price of the team's hours as in a file.
pub fn price_text(budget: &BudgetSpec) -> String {
    budget.team_euros_per_hour.as_ref().map_or_else(|| euros(budget.team_cents_per_hour), distribution_text)
}

/// A distribution as in a file.
pub fn distribution_text(distribution: &Distribution) -> String {
    match *distribution {
        Distribution::Fixed(value) => format!("{value:?}"),
        Distribution::Uniform { low, high } => format!("{{ low = {low:?}, high = {high:?} }}"),
        Distribution::Triangular { low, mode, high } => {
            format!("{{ low = {low:?}, mode = {mode:?}, high = {high:?} }}")
        }
        Distribution::LogNormal { median, sigma } => format!("{{ median = {median:?}, sigma = {sigma:?} }}"),
        Distribution::Weibull { shape, median } => format!("{{ shape = {shape:?}, median = {median:?} }}"),
        Distribution::Exponential { mean } => format!("{{ mean = {mean:?} }}"),
    }
}

/// Every circumstance as it stands in a file: its key within `[context]`, and its value.
pub fn context_fields(context: &ContextSpec) -> Vec<(String, String)> {
    let mut fields = vec![
        ("start_year".to_owned(), context.start_year.to_string()),
        ("election_year".to_owned(), context.election_year.to_string()),
        ("homes_per_1000".to_owned(), course_text(&context.homes_per_1000)),
        ("ageing".to_owned(), context.ageing.to_string()),
    ];
    fields.extend(context.factors.iter().map(|(subject, course)| (subject.key(), course_text(course))));
    fields
}

/// What a team is for, by the keys of its table, as far as it is not for everything.
pub(crate) fn remit_texts(team: &TeamSpec) -> Vec<(&'static str, String)> {
    let broad = TeamSpec::broad(&team.name);
    let list = |items: Vec<String>| format!("[{}]", items.join(", "));
    let mut texts = Vec::new();
    if team.domains != broad.domains {
        let of = Domain::ALL.into_iter().filter(|domain| team.domains >> *domain as u8 & 1 == 1);
        texts.push(("domains", list(of.map(|domain| quoted(domain.key())).collect())));
    }
    if team.ages != broad.ages {
        texts.push(("ages", list(vec![team.ages.0.to_string(), team.ages.1.to_string()])));
    }
    if !team.neighbourhoods.is_empty() {
        texts.push(("neighbourhoods", list(team.neighbourhoods.iter().map(|name| quoted(name)).collect())));
    }
    if team.form != Form::Replaces {
        texts.push(("form", quoted(FORMS[team.form as usize])));
    }
    texts
}

/// How a team stands to the one that has its needs otherwise.
pub(crate) const FORMS: [&str; 3] = ["replaces", "extra", "desk"];
