//! The tables of an organisation: `[[team]]`, `[[service]]`, `[levers]`, `[links]`; at the top, in `[before]`, or in a
//! file.

use toml::de::{DeTable, DeValue};

use super::draft::OrganisationDraft;
use super::numbers::read_number;
use super::reader::{FORM_KEYS, Reader, STEP_KEYS, Value, has_any, is_distribution, join};
use super::teams;
use crate::entities::Product;
use crate::language::{Text, text};
use crate::levers::{ALWAYS, Course, LEVERS, LeverKind, LeverValue, Step, position, renamed};
use crate::links::{LINKS, Link};
use crate::plan::{Field, Number};
use crate::units::{MAX_YEARS, WEEKS_PER_YEAR, Week};

/// The keys of an organisation's tables.
pub(super) const TABLES: [&str; 4] = ["team", "service", "levers", "links"];

/// Reads one of the [`TABLES`].
pub(super) fn read(reader: &mut Reader, key: &str, field: &str, value: &Value, draft: &mut OrganisationDraft) {
    match key {
        "team" => teams::read(reader, field, value, draft),
        "service" => read_services(reader, field, value, draft),
        "levers" => {
            if let Some(table) = reader.table(field, value) {
                read_levers(reader, field, table, draft);
            }
        }
        _ => {
            if let Some(table) = reader.table(field, value) {
                read_links(reader, field, table, draft);
            }
        }
    }
}

fn read_services(reader: &mut Reader, field: &str, value: &Value, draft: &mut OrganisationDraft) {
    let products: Vec<&str> = Product::ALL.iter().map(|p| p.key()).collect();
    let mut seen: Vec<usize> = Vec::new();
    for (i, (span, table)) in reader.tables(field, value).into_iter().enumerate() {
        let numbered = format!("{field}[{}]", i + 1);
        let Some(product_value) = table.get("product") else {
            let (all, message) =
                (Text::one_of(&products), Text::fixed("does not name its product", "noemt zijn product niet"));
            reader.problem(span, &numbered, message).allowed = text!("product = {all}", "product = {all}"; all);
            continue;
        };
        let chosen = reader.choice(&format!("{numbered}.product"), product_value, &products);
        if chosen.is_some() && table.len() == 1 {
            let note = text!("[[{field}]] states nothing but its product", "[[{field}]] bevat niets dan zijn product");
            reader.remark(&span, &note);
        }
        if let Some(chosen) = chosen {
            if seen.contains(&chosen) {
                let message = Text::fixed("a second service for this product", "een tweede dienst voor dit product");
                reader.problem(product_value.span(), &numbered, message).allowed =
                    Text::fixed("one service per product", "één dienst per product");
            }
            seen.push(chosen);
        }
        let path = chosen.map_or(numbered, |p| join(field, products[p]));
        // A service whose product is misspelled is still read, into nothing, so that its other mistakes show at once.
        let product = Product::ALL[chosen.unwrap_or_default()];
        for (key, field, value) in reader.fields(&path, table, Field::of_services(), &["product"]) {
            for number in Number::of_service(product).filter(|number| number.field().key == key) {
                let read = read_number(reader, &field, value, number.field());
                draft.numbers.extend(read.filter(|_| chosen.is_some()).map(|read| (number, read)));
            }
        }
    }
}

fn read_levers(reader: &mut Reader, path: &str, table: &DeTable, draft: &mut OrganisationDraft) {
    let keys: Vec<&str> = LEVERS.iter().map(|l| l.meta.key).collect();
    let renamed: Vec<_> = renamed().collect();
    let named = teams::levers_by_name(draft);
    let mut known = keys.clone();
    known.extend(named.iter().map(|(name, _)| name.as_str()));
    for (key, field, value) in reader.leaves_renamed(path, table, &known, &renamed) {
        let of_name = named.iter().find(|(name, _)| *name == key).map(|(_, lever)| *lever);
        let Some(lever) = of_name.or_else(|| position(&key)) else { continue };
        let ramps = matches!(LEVERS[lever].meta.kind, LeverKind::Number { .. });
        let steps = read_over_time(reader, &field, value, ramps, |reader, field, value| {
            read_value(reader, field, value, lever)
        });
        if !steps.is_empty() {
            reader.note(&field, &value.span());
        }
        draft.set_lever(lever, steps);
    }
}

/// A number over time that is no lever: a value, or steps of which the first has no date.
pub(super) fn read_course(reader: &mut Reader, field: &str, value: &Value, min: f64, max: f64) -> Option<Course> {
    let steps = read_over_time(reader, field, value, true, |reader, field, value| {
        reader.uncertain(field, value, (min, max)).map(LeverValue::from)
    });
    let first = steps.first()?;
    if first.from != ALWAYS || first.ramp_weeks > 0 {
        let message =
            Text::fixed("the first step must hold from the start", "de eerste stap moet vanaf het begin gelden");
        reader.problem(value.span(), field, message).allowed = Text::fixed(
            "a first step with a value alone, then steps with after_years",
            "een eerste stap met alleen een waarde, daarna stappen met after_years",
        );
        return None;
    }
    reader.note(field, &value.span());
    Some(Course::of(steps))
}

/// Factors over time by key, in a table: steps that all have a date.
pub(super) fn read_factors(
    reader: &mut Reader,
    field: &str,
    value: &Value,
    keys: &[&str],
    max: f64,
) -> Vec<(String, Course)> {
    let Some(table) = reader.table(field, value) else { return Vec::new() };
    let mut factors = Vec::new();
    for (key, field, value) in reader.leaves(field, table, keys) {
        let problems = reader.problem_count();
        let steps = read_over_time(reader, &field, value, true, |reader, field, value| {
            reader.uncertain(field, value, (0.0, max)).map(LeverValue::from)
        });
        if steps.iter().any(|step| step.from == ALWAYS) {
            let message = Text::fixed("a factor without a date", "een factor zonder datum");
            reader.problem(value.span(), &field, message).allowed = Text::fixed(
                "{ after_years = 3, value = 1.2 }, or a list of such steps; what holds from the start belongs \
                 elsewhere",
                "{ after_years = 3, value = 1.2 }, of een lijst van zulke stappen; wat vanaf het begin geldt, hoort \
                 elders",
            );
        }
        if reader.problem_count() == problems {
            reader.note(&field, &value.span());
            factors.push((key, Course::of(steps)));
        }
    }
    factors
}

/// A value (perhaps uncertain), a step, or a list of steps; no steps if there is a mistake in all of it. `ramps` tells
/// whether a value can move little by little.
fn read_over_time(
    reader: &mut Reader,
    field: &str,
    value: &Value,
    ramps: bool,
    mut read: impl FnMut(&mut Reader, &str, &Value) -> Option<LeverValue>,
) -> Vec<Step> {
    match value.get_ref() {
        DeValue::Array(array) => read_steps(reader, field, value, array.iter(), ramps, read),
        DeValue::Table(_) if !is_distribution(value) => {
            read_steps(reader, field, value, std::iter::once(value), ramps, read)
        }
        _ => read(reader, field, value).map(Step::always).into_iter().collect(),
    }
}

fn read_steps<'t>(
    reader: &mut Reader,
    field: &str,
    whole: &Value,
    items: impl Iterator<Item = &'t Value<'t>>,
    ramps: bool,
    mut read: impl FnMut(&mut Reader, &str, &Value) -> Option<LeverValue>,
) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut count = 0;
    for item in items {
        count += 1;
        let Some(table) = reader.table(field, item) else { continue };
        if has_any(item, &FORM_KEYS) {
            let mixed = has_any(item, &STEP_KEYS);
            let message = if mixed {
                Text::fixed("mixes a step with a distribution", "haalt een stap en een verdeling door elkaar")
            } else {
                Text::fixed("a distribution where a step must be", "een verdeling waar een stap hoort")
            };
            reader.problem(item.span(), field, message).allowed = Text::fixed(UNCERTAIN_STEP, UNCERTAIN_STEP);
            continue;
        }
        let before = reader.problem_count();
        let mut from = ALWAYS;
        let mut ramp_weeks = 0;
        let mut stated = None;
        for (key, inner, value) in reader.entries(field, table, &STEP_KEYS) {
            let weeks = |years: f64| libm::round(years * f64::from(WEEKS_PER_YEAR));
            match key {
                "after_years" => {
                    if let Some(years) = reader.number(&inner, value, 0.0, f64::from(MAX_YEARS)) {
                        from = Week(weeks(years) as i32);
                    }
                }
                "ramp_years" => {
                    if let Some(years) = reader.number(&inner, value, 0.0, f64::from(MAX_YEARS)) {
                        ramp_weeks = weeks(years) as u32;
                    }
                    if ramp_weeks > 0 && !ramps {
                        let message = Text::fixed(
                            "only a number can move little by little",
                            "alleen een getal kan geleidelijk veranderen",
                        );
                        reader.problem(value.span(), &inner, message);
                    }
                }
                _ => stated = Some(read(reader, &inner, value)),
            }
        }
        let Some(value) = stated else {
            if reader.problem_count() > before {
                // Its key is misspelt, or another one.
                continue;
            }
            let message = Text::fixed("a step without a value", "een stap zonder waarde");
            reader.problem(item.span(), field, message).allowed = Text::fixed(STEP, STEP);
            continue;
        };
        if steps.last().is_some_and(|s| s.from >= from) {
            let message =
                Text::fixed("steps must follow each other in time", "stappen moeten in de tijd op elkaar volgen");
            reader.problem(item.span(), field, message).allowed = Text::fixed(
                "after_years rising from step to step; only the first may leave it out",
                "after_years die per stap groter wordt; alleen bij de eerste mag hij ontbreken",
            );
        }
        if let Some(value) = value {
            steps.push(Step { from, value, ramp_weeks });
        }
    }
    if count == 0 {
        let message = Text::fixed("an empty list of steps", "een lege lijst van stappen");
        reader.problem(whole.span(), field, message).allowed = Text::fixed(STEP, STEP);
    }
    steps
}

const UNCERTAIN_STEP: &str = "{ after_years = 2, value = { low = 1.0, mode = 2.0, high = 4.0 } }";
const STEP: &str = "{ after_years = 2, value = 3.0, ramp_years = 1 }";

fn read_value(reader: &mut Reader, field: &str, value: &Value, lever: usize) -> Option<LeverValue> {
    match LEVERS[lever].meta.kind {
        LeverKind::Number { min, max } => reader.uncertain(field, value, (min, max)).map(LeverValue::from),
        LeverKind::Choice(words) => reader.choice(field, value, words).map(|i| LeverValue::Choice(i as u8)),
        LeverKind::Flag => reader.flag(field, value).map(LeverValue::Flag),
    }
}

fn read_links(reader: &mut Reader, path: &str, table: &DeTable, draft: &mut OrganisationDraft) {
    let keys: Vec<&str> = LINKS.iter().map(|l| l.key).collect();
    for (key, field, value) in reader.entries(path, table, &keys) {
        if let (Some(strength), Some(link)) = (reader.number(&field, value, 0.0, 1.0), Link::position(key)) {
            draft.links[link] = strength;
        }
    }
}
