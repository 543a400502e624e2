//! What somebody can decide of it.

use crate::levers::{Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[Lever {
    meta: LeverMeta {
        key: "network.mobilisation",
        aliases: &[],
        mechanism: "M4",
        name: "Mobilising networks",
        dutch: "Netwerk mobiliseren",
        unit: "share of new cases",
        dutch_unit: "deel van de nieuwe zaken",
        kind: LeverKind::Number { min: 0.0, max: 1.0 },
        dutch_choices: &[],
        neutral: Some(LeverValue::Number(0.0)),
        scales: false,
        role: Role::TeamLeader,
        source: Source::Assumption(
            "teams mobilise networks only sparsely (Universiteit Twente 2014); effect in care.mobilise, centred low",
        ),
        doc: "Share of new cases in which the team mobilises the network. Costs hours at the start of a case.",
        gap: None,
    },
    apply: |value, settings| settings.informal_care.mobilisation = value.number(),
}];
