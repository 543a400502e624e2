//! What somebody can decide of it.

use super::rows::Response;
use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// What the model lacks of it.
const NO_OBJECTION: Gap =
    Gap { english: "Objection and appeal are not in the model.", dutch: "Bezwaar en beroep zitten niet in het model." };

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    Lever {
        meta: LeverMeta {
            key: "own_strength.assumed",
            aliases: &[],
            mechanism: "M6",
            name: "Own strength that is assumed",
            dutch: "Hoeveel eigen kracht wordt verondersteld",
            unit: "share",
            dutch_unit: "deel van 1",
            kind: LeverKind::Number { min: 0.0, max: 1.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::Alderman,
            source: Source::Assumption(
                "what is refused on own strength today is within the share that is granted; no count of its own seen; \
                 range 0 to 1",
            ),
            doc: "How much more than today people are assumed to do themselves, when the team takes them in and when \
                  the municipality decides on an application: at 0 nothing, at 1 whoever has any doenvermogen or \
                  network is left to it. A municipality lays it down in its by-law.",
            gap: Some(NO_OBJECTION),
        },
        apply: |value, settings| settings.own_strength.assumed = value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "own_strength.response",
            aliases: &[],
            mechanism: "M6",
            name: "What the team does where help is refused on own strength",
            dutch: "Wat het wijkteam doet na een afwijzing op eigen kracht",
            unit: "",
            dutch_unit: "",
            kind: LeverKind::Choice(&["let_go", "motivate", "take_over"]),
            dutch_choices: &["loslaten", "motiveren", "overnemen"],
            neutral: Some(LeverValue::Choice(0)),
            scales: false,
            role: Role::TeamLeader,
            source: Source::Assumption(
                "named as a dilemma by professionals in four municipalities (Hogeschool Utrecht 2013); what teams do \
                 is not counted",
            ),
            doc: "Nothing; a talk at once, which costs hours and after which more people act; or help after all for \
                  who has not acted after some weeks. Where nothing is assumed it does nothing.",
            gap: Some(NO_OBJECTION),
        },
        apply: |value, settings| {
            settings.own_strength.response = match value.choice() {
                1 => Response::Motivate,
                2 => Response::TakeOver,
                _ => Response::LetGo,
            };
        },
    },
];
