//! The other tables of a scenario: `[parameters]`, `[budget]`, `[experiment]`, `[output]`, `[population]`.

use toml::de::DeTable;

use super::draft::{Draft, MAX_BURN_IN};
use super::numbers::read_price;
use super::reader::Reader;
use crate::input_data::MAX_RESIDENTS;
use crate::parameters::{PARAMETERS, Params};
use crate::plan::{Closure, MAX_EUROS, Others, cents};
use crate::random::Distribution;
use crate::units::MAX_YEARS;

/// `[parameters]`.
pub(super) fn read_parameters(reader: &mut Reader, path: &str, table: &DeTable, draft: &mut Draft) {
    let keys: Vec<&str> = PARAMETERS.iter().map(|p| p.key).collect();
    for (key, field, value) in reader.leaves(path, table, &keys) {
        let Some(position) = Params::position(&key) else { continue };
        let meta = &PARAMETERS[position];
        if let Some(distribution) = reader.distribution(&field, value, (meta.min, meta.max), (meta.min, meta.max)) {
            draft.parameters[position] = distribution;
        }
    }
}

/// `[population]`.
pub(super) fn read_population(reader: &mut Reader, path: &str, table: &DeTable, draft: &mut Draft) {
    for (_, field, value) in reader.entries(path, table, &["residents"]) {
        if let Some(number) = reader.whole(&field, value, 1, MAX_RESIDENTS.into()) {
            draft.residents = Some(number as u32);
        }
    }
}

/// `[budget]`.
pub(super) fn read_budget(reader: &mut Reader, path: &str, table: &DeTable, draft: &mut Draft) {
    let budget = &mut draft.budget;
    for (key, field, value) in reader.entries(path, table, &["euros_per_team_hour", "price_year", "discount_rate"]) {
        match key {
            "euros_per_team_hour" => {
                if let Some(price) = read_price(reader, &field, value) {
                    budget.team_euros_per_hour = (!matches!(price, Distribution::Fixed(_))).then_some(price);
                    budget.team_cents_per_hour = cents(price.mean().min(MAX_EUROS));
                }
            }
            "price_year" => {
                if let Some(year) = reader.whole(&field, value, 1900, 2200) {
                    budget.price_year = year as i32;
                }
            }
            _ => budget.discount_rate = reader.number(&field, value, 0.0, 0.5).unwrap_or(budget.discount_rate),
        }
    }
}

/// `[experiment]`.
pub(super) fn read_experiment(reader: &mut Reader, path: &str, table: &DeTable, draft: &mut Draft) {
    let experiment = &mut draft.experiment;
    let known =
        ["samples", "replicates", "extra_replicate", "years", "seed", "burn_in_weeks", "closure", "design", "others"];
    for (key, field, value) in reader.entries(path, table, &known) {
        if key == "closure" {
            let chosen = reader.choice(&field, value, &Closure::ALL.map(Closure::key));
            draft.closure = chosen.map(|i| Closure::ALL[i]).or(draft.closure);
            continue;
        }
        if key == "others" {
            let chosen = reader.choice(&field, value, &Others::ALL.map(Others::key));
            experiment.others = chosen.map_or(experiment.others, |i| Others::ALL[i]);
            continue;
        }
        if key == "design" {
            // It names a file: `layer` reads that.
            continue;
        }
        let (min, max) = match key {
            "samples" => (1, 100_000),
            "replicates" => (1, 1_000),
            "extra_replicate" => (0, 100_000),
            "years" => (1, u64::from(MAX_YEARS)),
            "seed" => (0, u64::MAX),
            _ => (0, u64::from(MAX_BURN_IN)),
        };
        let Some(number) = reader.whole(&field, value, min, max) else { continue };
        match key {
            "samples" => experiment.samples = number as u32,
            "replicates" => experiment.replicates = number as u32,
            "extra_replicate" => experiment.extra_replicate = number as u32,
            "years" => experiment.years = number as u32,
            "seed" => experiment.seed = number,
            _ => experiment.burn_in_weeks = number as u32,
        }
    }
}

/// `[output]`.
pub(super) fn read_output(reader: &mut Reader, path: &str, table: &DeTable, draft: &mut Draft) {
    for (key, field, value) in reader.entries(path, table, &["all_series", "weekly", "persons"]) {
        let Some(flag) = reader.flag(&field, value) else { continue };
        match key {
            "all_series" => draft.output.all_series = flag,
            "weekly" => draft.output.weekly = flag,
            _ => draft.output.persons = flag,
        }
    }
}
