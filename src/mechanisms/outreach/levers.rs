//! What somebody can decide of it.

use super::rows::Targeting;
use crate::levers::{Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    Lever {
        meta: LeverMeta {
            key: "outreach.door_fte",
            aliases: &[],
            mechanism: "M2",
            name: "Visits from door to door",
            dutch: "Huisbezoek (aanbellen)",
            unit: "FTE",
            dutch_unit: "fte",
            kind: LeverKind::Number { min: 0.0, max: 1000.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: true,
            role: Role::TeamLeader,
            source: Source::Assumption(
                "prevention and outreach take 2 to 20 % of productive hours (Movisie: insufficient; no percentage \
                 seen)",
            ),
            doc: "FTE planned for visits from door to door.",
            gap: None,
        },
        apply: |value, settings| settings.outreach.door_fte += value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "outreach.place_fte",
            aliases: &[],
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
                "prevention and outreach take 2 to 20 % of productive hours (Movisie: insufficient; no percentage \
                 seen)",
            ),
            doc: "FTE planned for working where people are: school, street, clubs, the GP.",
            gap: None,
        },
        apply: |value, settings| settings.outreach.place_fte += value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "outreach.report_fte",
            aliases: &[],
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
        apply: |value, settings| settings.outreach.report_fte += value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "outreach.collective_fte",
            aliases: &[],
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
        apply: |value, settings| settings.outreach.collective_fte += value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "outreach.targeting",
            aliases: &[],
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
            doc: "Aims visits at random, at poor households and neighbourhoods, or at households with registered \
                  signals.",
            gap: None,
        },
        apply: |value, settings| {
            settings.outreach.targeting = match value.choice() {
                1 => Targeting::Deprivation,
                2 => Targeting::Signal,
                _ => Targeting::Random,
            };
        },
    },
    Lever {
        meta: LeverMeta {
            key: "outreach.protected",
            aliases: &[],
            mechanism: "M3",
            name: "Outreach hours protected",
            dutch: "Uren voor outreach beschermd",
            unit: "",
            dutch_unit: "",
            kind: LeverKind::Flag,
            dutch_choices: &[],
            neutral: Some(LeverValue::Flag(false)),
            scales: false,
            role: Role::Alderman,
            source: Source::Assumption("ring-fencing is said to be rare; no count seen"),
            doc: "Whether planned outreach and collective hours are protected. If not, they give up a part of the \
                  shortfall to cases.",
            gap: None,
        },
        apply: |value, settings| settings.outreach.protected = value.flag(),
    },
    Lever {
        meta: LeverMeta {
            key: "outreach.attention_hours",
            aliases: &[],
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
            source: Source::Assumption(
                "positive approach: a conversation without a problem; effect only through trust",
            ),
            doc: "Extra hours at a visit that finds no problem. They build trust and cost visits.",
            gap: None,
        },
        apply: |value, settings| settings.outreach.attention_hours = value.number(),
    },
];
