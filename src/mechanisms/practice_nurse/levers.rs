//! What somebody can decide of it.

use crate::levers::{Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[Lever {
    meta: LeverMeta {
        key: "gp.poh_youth_fte",
        aliases: &[],
        mechanism: "M8",
        name: "Practice nurses for young people",
        dutch: "Praktijkondersteuners jeugd",
        unit: "FTE",
        dutch_unit: "fte",
        kind: LeverKind::Number { min: 0.0, max: 1000.0 },
        dutch_choices: &[],
        neutral: Some(LeverValue::Number(0.0)),
        scales: true,
        role: Role::Alderman,
        source: Source::Assumption("what municipalities try; range 0 to 5"),
        doc: "FTE of practice nurses at the GP's, whom the municipality pays: they help young people whom the GP does \
              not refer.",
        gap: None,
    },
    apply: |value, settings| settings.practice_nurse.youth_fte = value.number(),
}];
