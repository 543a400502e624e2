//! Numbers of teams and services, and prices, as files state them.

use super::reader::{Reader, Value};
use crate::language::{Text, text};
use crate::plan::{Field, FieldKind, MAX_EUROS};
use crate::random::Distribution;

/// A number of a team or a service, by its row.
pub(super) fn read_number(reader: &mut Reader, field: &str, value: &Value, row: &Field) -> Option<Distribution> {
    match row.kind {
        FieldKind::Number => reader.uncertain(field, value, row.stated),
        FieldKind::Price => read_price(reader, field, value),
        FieldKind::Spread => reader.distribution(field, value, row.stated, row.drawn),
    }
}

/// A price in euros that is a whole number of cents, or uncertain: draws are then rounded to whole cents.
pub(super) fn read_price(reader: &mut Reader, field: &str, value: &Value) -> Option<Distribution> {
    let price = reader.uncertain(field, value, (0.0, MAX_EUROS))?;
    let Distribution::Fixed(euros) = price else { return Some(price) };
    let cents = libm::round(euros * 100.0);
    if (euros * 100.0 - cents).abs() > 1e-6 {
        let (example, message) =
            (cents / 100.0, Text::fixed("not a whole number of cents", "geen geheel aantal centen"));
        reader.problem(value.span(), field, message).allowed = text!(
            "0 to {MAX_EUROS} euro in whole cents, for instance {example:.2}",
            "0 tot en met {MAX_EUROS} euro in hele centen, bijvoorbeeld {example:.2}"
        );
        return None;
    }
    Some(price)
}
