//! Lever `outreach.attention_hours`: Extra hours at a visit that finds no problem.

use super::{Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

pub(super) const LEVER: Lever = Lever {
    meta: LeverMeta {
        key: "outreach.attention_hours",
        mechanism: "M2",
        name: "Attention without a problem",
        dutch: "Aandacht zonder probleem",
        unit: "hours per visit",
        dutch_unit: "uur per bezoek",
        kind: LeverKind::Number { min: 0.0, max: 10.0 },
        dutch_choices: &[],
        neutral: Some(LeverValue::Number(0.0)),
        scales: false,
        role: Role::TeamLeader,
        source: Source::Assumption("positive approach: a conversation without a problem; effect only through trust"),
        doc: "Extra hours at a visit that finds no problem. They build trust and cost visits.",
        gap: None,
    },
    apply: |value, settings| settings.attention_hours = value.number(),
};
