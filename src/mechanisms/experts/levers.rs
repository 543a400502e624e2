//! What somebody can decide of it.

use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// What the model lacks of experts by experience.
const NO_RESIDENTS: Gap = Gap {
    english: "Which resident works so, with what needs, is not in the model, nor what experts do to how a team looks \
              at people and to the strain of colleagues.",
    dutch: "Welke inwoner dit werk doet, en met welke hulpvragen, zit niet in het model. Ook niet wat \
            ervaringsdeskundigen doen met hoe een wijkteam naar mensen kijkt en met de belasting van collega's.",
};

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    Lever {
        meta: LeverMeta {
            key: "team.experience_share",
            aliases: &[],
            mechanism: "M18",
            name: "Experts by experience",
            dutch: "Ervaringsdeskundigen",
            unit: "share of the FTE",
            dutch_unit: "deel van de fte",
            kind: LeverKind::Number { min: 0.0, max: 0.3 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::TeamLeader,
            source: Source::Assumption("0 to 0.3: no count of experts by experience in teams seen"),
            doc: "Share of the team's jobs that are planned for people who have been through it themselves. A job that \
                  falls vacant goes to one of them while the plan lacks half a job or more; a plan for less than that \
                  is met on average, by chance.",
            gap: Some(NO_RESIDENTS),
        },
        apply: |value, settings| settings.experts.share = value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "team.experience_guidance",
            aliases: &[],
            mechanism: "M18",
            name: "Guidance of experts by experience",
            dutch: "Begeleiding van ervaringsdeskundigen",
            unit: "hours per expert and year",
            dutch_unit: "uur per ervaringsdeskundige per jaar",
            kind: LeverKind::Number { min: 0.0, max: 100.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::TeamLeader,
            source: Source::Assumption("some 20 hours a year are held to be enough; no norm seen; range 0 to 100"),
            doc: "Hours of the team's own that go to guiding each expert by experience. Under pressure fewer of them \
                  stop because their own problems come back. Without experts it does nothing.",
            gap: Some(NO_RESIDENTS),
        },
        apply: |value, settings| settings.experts.guidance_hours = value.number(),
    },
];
