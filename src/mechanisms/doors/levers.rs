//! What somebody can decide of it.

use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[Lever {
    meta: LeverMeta {
        key: "gate.strictness",
        aliases: &[],
        mechanism: "M8",
        name: "Strictness at the own door",
        dutch: "Strengheid aan de eigen deur",
        unit: "share",
        dutch_unit: "deel van 1",
        kind: LeverKind::Number { min: 0.0, max: 1.0 },
        dutch_choices: &[],
        neutral: Some(LeverValue::Number(0.0)),
        scales: false,
        role: Role::Alderman,
        source: Source::Assumption("refusals are not published per product"),
        doc: "Share of otherwise granted applications that the municipality refuses at its own door. Acts on no other \
              door.",
        gap: Some(Gap {
            english: "Refusals cost trust, but objections, appeals and the work that they give are not in the model.",
            dutch: "Een weigering kost vertrouwen. Maar bezwaar en beroep, en het werk daarvan, zitten niet in het \
                    model.",
        }),
    },
    apply: |value, settings| settings.doors.gate_strictness = value.number(),
}];
