//! Lever `contribution.flat`: Flat own contribution of Wmo clients.

use super::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

pub(super) const LEVER: Lever = Lever {
    meta: LeverMeta {
        key: "contribution.flat",
        mechanism: "M24",
        name: "Flat own contribution",
        dutch: "Eigen bijdrage (abonnementstarief)",
        unit: "euros per month",
        dutch_unit: "euro per maand",
        kind: LeverKind::Number { min: 0.0, max: 1000.0 },
        dutch_choices: &[],
        neutral: Some(LeverValue::Number(0.0)),
        scales: false,
        role: Role::State,
        source: Source::Assumption("20.60 euro a month in 2024 for Wmo help, set nationally since 2019"),
        doc: "Flat own contribution of Wmo clients. Rounded to whole cents per month.",
        gap: Some(Gap {
            english: "The model has its revenue only: that it keeps people from asking for help is not in it.",
            dutch: "Het model kent alleen de opbrengst. Dat mensen hierdoor geen hulp vragen, zit er niet in.",
        }),
    },
    apply: |value, settings| settings.contribution_cents = libm::round(value.number() * 100.0),
};
