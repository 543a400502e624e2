//! Lever `outreach.collective_fte`: FTE planned for collective work and presence in the district.

use super::{Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

pub(super) const LEVER: Lever = Lever {
    meta: LeverMeta {
        key: "outreach.collective_fte",
        mechanism: "M3",
        name: "Collective work and presence",
        dutch: "Collectief werk en aanwezigheid",
        unit: "FTE",
        dutch_unit: "fte",
        kind: LeverKind::Number { min: 0.0, max: 1000.0 },
        dutch_choices: &[],
        neutral: Some(LeverValue::Number(0.0)),
        scales: true,
        role: Role::TeamLeader,
        source: Source::Assumption("no published share of hours; range 0 to 20 % of the team"),
        doc: "FTE planned for collective work and presence in the district. It makes the team visible.",
        gap: None,
    },
    apply: |value, settings| settings.collective_fte += value.number(),
};
