//! The version of the scenario format.

use toml::de::{DeTable, DeValue};

use super::reader::{A_WHOLE_NUMBER, Reader};
use crate::language::Text;

/// The version of the scenario format that this program reads.
pub const SCHEMA_VERSION: u64 = 1;

const NO_VERSION: Text = Text::fixed(
    "missing: the version of the format that this file is in",
    "ontbreekt: de versie van het formaat van dit bestand",
);
const OTHER_VERSION: Text =
    Text::fixed("a version that this program does not read", "een versie die dit programma niet leest");

/// `schema_version = 1` must be there.
pub(super) fn check_version(reader: &mut Reader, table: &DeTable) {
    let Some(value) = table.get("schema_version") else {
        let problem = reader.problem(0..0, "schema_version", NO_VERSION);
        problem.allowed = Text::same(format!("schema_version = {SCHEMA_VERSION}"));
        return;
    };
    let allowed = Text::same(SCHEMA_VERSION.to_string());
    match value.get_ref() {
        DeValue::Integer(i) if *i.as_str() == *allowed.en => {}
        DeValue::Integer(_) => {
            reader.problem(value.span(), "schema_version", OTHER_VERSION).allowed = allowed;
        }
        _ => reader.wrong_kind("schema_version", value, A_WHOLE_NUMBER).allowed = allowed,
    }
}
