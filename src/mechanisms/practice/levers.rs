//! What somebody can decide of it.

use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    Lever {
        meta: LeverMeta {
            key: "practice.room_hours",
            aliases: &[],
            mechanism: "M22",
            name: "Hours kept free for learning",
            dutch: "Uren vrij om te leren",
            unit: "hours per FTE-year",
            dutch_unit: "uur per fte per jaar",
            kind: LeverKind::Number { min: 0.0, max: 400.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::TeamLeader,
            source: Source::Assumption(
                "what a team may plan, none to half a day a week; no count seen; range 0 to 200",
            ),
            doc: "Hours per FTE and year in which professionals practise a new way of working instead of seeing \
                  people, beside training. Cases that are short of hours take them first, unless practice.protected.",
            gap: None,
        },
        apply: |value, settings| settings.practice.room_hours = value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "practice.protected",
            aliases: &[],
            mechanism: "M22",
            name: "Hours for learning protected",
            dutch: "Uren om te leren beschermd",
            unit: "",
            dutch_unit: "",
            kind: LeverKind::Flag,
            dutch_choices: &[],
            neutral: Some(LeverValue::Flag(false)),
            scales: false,
            role: Role::Alderman,
            source: Source::Assumption("ring-fencing is said to be rare; no count seen"),
            doc: "Hours kept free for learning stay free, however many people wait.",
            gap: Some(Gap {
                english: "That hours which look idle are the first to be cut is not in the model.",
                dutch: "Dat uren die onbenut lijken als eerste worden bezuinigd, zit niet in het model.",
            }),
        },
        apply: |value, settings| settings.practice.protected = value.flag(),
    },
    Lever {
        meta: LeverMeta {
            key: "team.reorganise_years",
            aliases: &[],
            mechanism: "M22",
            name: "Reorganisation, every so many years",
            dutch: "Reorganisatie, om de zoveel jaar",
            unit: "years",
            dutch_unit: "jaar",
            kind: LeverKind::Number { min: 0.0, max: 20.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::Alderman,
            source: Source::Assumption("what a municipality may decide; no count seen; range 1 to 8"),
            doc: "Everybody's work in the teams is organised anew every so many years, counted from the start: it \
                  changes who does what and nothing else. 0 is never, and less than a quarter counts as that: set it \
                  on a date, without a ramp.",
            gap: Some(Gap {
                english: "What a reorganisation is meant to bring is not in the model, only what it costs to get used \
                          to.",
                dutch: "Wat een reorganisatie moet opleveren, zit niet in het model. Alleen wat het wennen kost.",
            }),
        },
        apply: |value, settings| settings.practice.reorganise_years = value.number(),
    },
];
