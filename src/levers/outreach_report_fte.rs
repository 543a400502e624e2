//! Lever `outreach.report_fte`: FTE planned for acting on reports of concern and on statutory arrears signals.

use super::{Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

pub(super) const LEVER: Lever = Lever {
    meta: LeverMeta {
        key: "outreach.report_fte",
        mechanism: "M2",
        name: "Acting on reports",
        dutch: "Handelen op meldingen",
        unit: "FTE",
        dutch_unit: "fte",
        kind: LeverKind::Number { min: 0.0, max: 1000.0 },
        dutch_choices: &[],
        neutral: Some(LeverValue::Number(0.0)),
        scales: true,
        role: Role::TeamLeader,
        source: Source::Sourced {
            title: "4 arrears signals per 1,000 residents a month, 80 % followed up (Divosa 2023)",
            url: "https://www.divosa.nl/publicaties/divosa-monitor-vroegsignalering-schulden-jaarrapportage-2023/\
                  divosa-monitor",
        },
        doc: "FTE planned for acting on reports of concern and on statutory arrears signals. What the hours do not \
              allow is left lying.",
        gap: None,
    },
    apply: |value, settings| settings.report_fte += value.number(),
};
