//! What somebody can decide of it.

use crate::levers::{Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[Lever {
    meta: LeverMeta {
        key: "toy.reminders",
        aliases: &[],
        mechanism: "M0",
        name: "Reminders",
        dutch: "Herinneringen",
        unit: "a year",
        dutch_unit: "per jaar",
        kind: LeverKind::Number { min: 0.0, max: 1.0 },
        dutch_choices: &[],
        neutral: Some(LeverValue::Number(0.0)),
        scales: false,
        role: Role::TeamLeader,
        source: Source::Assumption("range 0 to 1"),
        doc: "Reminders that everybody gets in a year.",
        gap: None,
    },
    apply: |value, settings| settings.toy.reminders = value.number(),
}];
