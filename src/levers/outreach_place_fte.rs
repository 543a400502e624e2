//! Lever `outreach.place_fte`: FTE planned for working where people are: school, street, clubs, the GP.

use super::{Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

pub(super) const LEVER: Lever = Lever {
    meta: LeverMeta {
        key: "outreach.place_fte",
        mechanism: "M2",
        name: "Working where people are",
        dutch: "Vindplaatsgericht werken",
        unit: "FTE",
        dutch_unit: "fte",
        kind: LeverKind::Number { min: 0.0, max: 1000.0 },
        dutch_choices: &[],
        neutral: Some(LeverValue::Number(0.0)),
        scales: true,
        role: Role::TeamLeader,
        source: Source::Assumption(
            "prevention and outreach take 2 to 20 % of productive hours (Movisie: insufficient; no percentage seen)",
        ),
        doc: "FTE planned for working where people are: school, street, clubs, the GP.",
        gap: None,
    },
    apply: |value, settings| settings.place_fte += value.number(),
};
