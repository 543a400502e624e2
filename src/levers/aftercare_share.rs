//! Lever `aftercare.share`: Share of closed cases that get planned contact for a year after closing, at half an hour a
//! month.

use super::{Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

pub(super) const LEVER: Lever = Lever {
    meta: LeverMeta {
        key: "aftercare.share",
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
        source: Source::Assumption("effect in relapse.aftercare; the range includes none"),
        doc: "Share of closed cases that get planned contact for a year after closing, at half an hour a month.",
        gap: None,
    },
    apply: |value, settings| settings.aftercare = value.number(),
};
