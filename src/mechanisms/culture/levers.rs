//! What somebody can decide of it.

use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// What the model lacks of culture.
const NO_EFFECTS_SEEN: Gap = Gap {
    english: "What an organisation sees of its own effects is a constant in the model: seeing that it works does not \
              speed a new culture up, nor does a failure slow it down.",
    dutch: "Wat een organisatie van haar eigen effect ziet, is in het model een vast getal: zien dat het werkt maakt \
            een nieuwe cultuur niet sneller, en een mislukking maakt haar niet trager.",
};

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    Lever {
        meta: LeverMeta {
            key: "culture.learning_hours",
            aliases: &[],
            mechanism: "M10",
            name: "Learning together",
            dutch: "Samen leren",
            unit: "hours per FTE-year",
            dutch_unit: "uur per fte per jaar",
            kind: LeverKind::Number { min: 0.0, max: 200.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::TeamLeader,
            source: Source::Assumption("none to half a day a week; no count seen; range 0 to 200"),
            doc: "Hours per FTE and year in which a team looks at its own work together, before anything else is \
                  planned: room to practise helping people to manage themselves.",
            gap: Some(NO_EFFECTS_SEEN),
        },
        apply: |value, settings| settings.culture.learning_hours = value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "culture.coaching_fte",
            aliases: &[],
            mechanism: "M10",
            name: "Coaching on the job",
            dutch: "Coaching op de werkvloer",
            unit: "FTE",
            dutch_unit: "fte",
            kind: LeverKind::Number { min: 0.0, max: 1000.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: true,
            role: Role::Alderman,
            source: Source::Assumption("what a municipality may buy; no count seen; range 0 to 3 for 32 FTE"),
            doc: "FTE of coaches who work along with the team, on top of it, at the price of the team's hours: room to \
                  practise that takes no hours of the team.",
            gap: Some(NO_EFFECTS_SEEN),
        },
        apply: |value, settings| settings.culture.coaching_fte = value.number(),
    },
];
