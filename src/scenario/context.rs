//! `[context]`: exogenous, dated circumstances, the same in every scenario of a comparison.

use toml::de::DeTable;

use super::draft::Draft;
use super::organisation::{read_course, read_factors};
use super::reader::Reader;
use crate::entities::Product;
use crate::parameters::{PARAMETERS, Params};
use crate::plan::{MAX_FACTOR, MAX_HOMES, Subject};

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
                    if let Some(position) = Params::position(&key) {
                        context.put(Subject::Parameter(position), course);
                    }
                }
            }
            _ => {
                let keys = Product::ALL.map(Product::key);
                for (key, course) in read_factors(reader, &field, value, &keys, MAX_FACTOR) {
                    if let Some(product) = Product::ALL.into_iter().find(|p| p.key() == key) {
                        context.put(Subject::Places(product), course);
                    }
                }
            }
        }
    }
}
