//! What can be assumed of it: nobody decides to be impatient.

use super::state::NEVER;
use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// What the model lacks of politics.
const ONE_COUNCIL: Gap = Gap {
    english: "A council cuts, reverses or makes rules; it never makes a plan better, and parties do not differ.",
    dutch: "Een gemeenteraad bezuinigt, draait terug of maakt regels. Een plan beter maken doet hij niet, en partijen \
            verschillen niet.",
};

/// What is the same for the levers of this room.
const SHARE: LeverMeta = LeverMeta {
    key: "",
    aliases: &[],
    mechanism: "M20",
    name: "",
    dutch: "",
    unit: "share",
    dutch_unit: "deel van 1",
    kind: LeverKind::Number { min: 0.0, max: 1.0 },
    dutch_choices: &[],
    neutral: Some(LeverValue::Number(0.0)),
    scales: false,
    role: Role::Council,
    source: Source::Assumption("nobody decides on it; 0 to see a plan by itself; range 0 to 1"),
    doc: "",
    gap: Some(ONE_COUNCIL),
};

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    Lever {
        meta: LeverMeta {
            key: "politics.patience",
            name: "Patience of politics",
            dutch: "Geduld van de politiek",
            unit: "years",
            dutch_unit: "jaar",
            kind: LeverKind::Number { min: 0.0, max: NEVER },
            neutral: Some(LeverValue::Number(NEVER)),
            source: Source::Assumption("nobody decides on it; 8 years are two terms, taken for ever; range 0 to 8"),
            doc: "Years from week 0 within which the council cuts no plan. After that a cut is likelier the more is \
                  spent beyond the budget, after an incident and with a new coalition, and less likely the more is \
                  registered as working. After an election a new coalition may reverse the plan. 8: neither ever \
                  happens.",
            ..SHARE
        },
        apply: |value, settings| settings.politics.patience = value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "politics.reaction",
            name: "Reaction to incidents",
            dutch: "Reactie op incidenten",
            doc: "How far an incident in the media leads to rules for some years: accounting for each case, and less \
                  room to judge, to spend and to help by themselves.",
            ..SHARE
        },
        apply: |value, settings| settings.politics.reaction = value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "politics.micromanagement",
            name: "Aldermen who decide on cases",
            dutch: "Wethouders die over zaken beslissen",
            doc: "How far the same rules are in force without an incident.",
            ..SHARE
        },
        apply: |value, settings| settings.politics.micromanagement = value.number(),
    },
];
