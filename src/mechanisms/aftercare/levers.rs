//! What somebody can decide of it.

use crate::levers::{Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[Lever {
    meta: LeverMeta {
        key: "aftercare.share",
        aliases: &[],
        mechanism: "M15",
        name: "Aftercare",
        dutch: "Nazorg",
        unit: "share of closed cases",
        dutch_unit: "deel van de afgesloten zaken",
        kind: LeverKind::Number { min: 0.0, max: 1.0 },
        dutch_choices: &[],
        neutral: Some(LeverValue::Number(0.0)),
        scales: false,
        role: Role::TeamLeader,
        source: Source::Assumption("effects in relapse.aftercare and aftercare.seen; the first may be none"),
        doc: "Share of closed cases with four contacts in the year after closing. Less comes back, and what does is \
              soon seen and taken up, if the team has room.",
        gap: None,
    },
    apply: |value, settings| settings.aftercare.share = value.number(),
}];
