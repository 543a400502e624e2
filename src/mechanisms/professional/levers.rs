//! What somebody can decide of it.

use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// What the model lacks of the people who do the work.
const NO_WAGES: Gap = Gap {
    english: "Wages that draw people from other employers are not in the model: seniors are hired as easily as \
              others, at their price.",
    dutch: "Lonen waarmee een werkgever mensen bij een ander weghaalt, zitten niet in het model: een senior vindt u \
            even makkelijk als een ander, voor die prijs.",
};

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    Lever {
        meta: LeverMeta {
            key: "team.intervision_hours",
            aliases: &[],
            mechanism: "M21",
            name: "Intervision",
            dutch: "Intervisie",
            unit: "hours per FTE-year",
            dutch_unit: "uur per fte per jaar",
            kind: LeverKind::Number { min: 0.0, max: 200.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::TeamLeader,
            source: Source::Assumption("an hour a week or less; no count seen; range 0 to 60"),
            doc: "Hours per FTE and year in which professionals talk over their cases with each other, before anything \
                  else is planned, on top of what is done today. It takes strain away.",
            gap: None,
        },
        apply: |value, settings| settings.professional.intervision_hours = value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "team.seniors",
            aliases: &[],
            mechanism: "M21",
            name: "Seniors",
            dutch: "Senioren",
            unit: "of vacancies",
            dutch_unit: "van de vacatures",
            kind: LeverKind::Number { min: 0.0, max: 1.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::Alderman,
            source: Source::Assumption("what a municipality may decide; no count seen; range 0 to 1"),
            doc: "Share of vacancies that are filled with somebody who brings years of experience and costs more, on \
                  top of what is done today.",
            gap: Some(NO_WAGES),
        },
        apply: |value, settings| settings.professional.seniors = value.number(),
    },
];
