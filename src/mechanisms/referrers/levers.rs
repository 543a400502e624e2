//! What somebody can decide of it.

use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[Lever {
    meta: LeverMeta {
        key: "referrers.feedback_hours",
        aliases: &[],
        mechanism: "M9",
        name: "Telling referrers back",
        dutch: "Terugmelden aan verwijzers",
        unit: "hours per case",
        dutch_unit: "uur per zaak",
        kind: LeverKind::Number { min: 0.0, max: 2.0 },
        dutch_choices: &[],
        neutral: Some(LeverValue::Number(0.0)),
        scales: false,
        role: Role::TeamLeader,
        source: Source::Assumption("half an hour is held to be enough; no count seen; range 0 to 2"),
        doc: "Hours of the team for each new case of somebody who was sent (by a GP, youth doctor, school, housing \
              corporation or the police), to tell them what came of it. In the world as it is by default it only costs \
              hours: referrers change in the world referrers (--with builtin:referrers), or where a scenario states \
              referrers.up and referrers.down.",
        gap: Some(Gap {
            english: "Whether referrers trust a team more for being told back is not known: by default they do not \
                      change.",
            dutch: "Of verwijzers een wijkteam meer vertrouwen als het terugmeldt, is niet bekend: standaard verandert \
                    hun vertrouwen niet.",
        }),
    },
    apply: |value, settings| settings.referrers.feedback_hours = value.number(),
}];
