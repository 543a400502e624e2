//! Lever `team.training_hours`: Hours of training per FTE and year, before anything else is planned.

use super::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

pub(super) const LEVER: Lever = Lever {
    meta: LeverMeta {
        key: "team.training_hours",
        mechanism: "M22",
        name: "Training",
        dutch: "Scholing",
        unit: "hours per FTE-year",
        dutch_unit: "uur per fte per jaar",
        kind: LeverKind::Number { min: 0.0, max: 400.0 },
        dutch_choices: &[],
        neutral: Some(LeverValue::Number(0.0)),
        scales: false,
        role: Role::TeamLeader,
        source: Source::Assumption(
            "a new way of working asks 20 to 80 hours per FTE in its first years; no count seen",
        ),
        doc: "Hours of training per FTE and year, before anything else is planned.",
        gap: Some(Gap {
            english: "The model has its hours only: what training changes in the work is not in it.",
            dutch: "Het model kent alleen de uren. Wat scholing aan het werk verandert, zit er niet in.",
        }),
    },
    apply: |value, settings| settings.training_hours += value.number(),
};
