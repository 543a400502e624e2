//! Lever `outreach.targeting`: Aims visits at random, at poor households and neighbourhoods, or at households with
//! registered signals.

use super::{Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;
use crate::settings::Targeting;

pub(super) const LEVER: Lever = Lever {
    meta: LeverMeta {
        key: "outreach.targeting",
        mechanism: "M2",
        name: "What visits are aimed with",
        dutch: "Waarop huisbezoek gericht is",
        unit: "",
        dutch_unit: "",
        kind: LeverKind::Choice(&["random", "deprivation", "signal"]),
        dutch_choices: &["willekeurig", "arme buurten en huishoudens", "signalen"],
        neutral: Some(LeverValue::Choice(0)),
        scales: false,
        role: Role::TeamLeader,
        source: Source::Assumption("signals are noisy: parameter signal.noise"),
        doc: "Aims visits at random, at poor households and neighbourhoods, or at households with registered signals.",
        gap: None,
    },
    apply: |value, settings| {
        settings.targeting = match value.choice() {
            1 => Targeting::Deprivation,
            2 => Targeting::Signal,
            _ => Targeting::Random,
        };
    },
};
