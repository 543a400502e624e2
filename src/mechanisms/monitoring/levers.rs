//! What somebody can decide of it.

use super::rows::Use;
use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// What nobody steers by.
const MONEY_ALONE: Gap = Gap {
    english: "Who steers decides sooner on cuts: nobody mends a plan by what became of people.",
    dutch: "Wie stuurt, besluit eerder over bezuinigingen. Niemand stelt een plan bij naar hoe het mensen vergaat.",
};

/// What a comparison group is not.
const NOBODY_IS_LEFT_OUT: Gap = Gap {
    english: "Where the comparison comes from and what it costs is not in the model: nobody goes without help for it.",
    dutch: "Waar de vergelijking vandaan komt en wat zij kost, zit niet in het model: niemand krijgt er hulp minder \
            om.",
};

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    Lever {
        meta: LeverMeta {
            key: "monitor.hours",
            aliases: &[],
            mechanism: "M14",
            name: "Hours of monitoring",
            dutch: "Uren monitoring",
            unit: "hours per case",
            dutch_unit: "uur per zaak",
            kind: LeverKind::Number { min: 0.0, max: 4.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::Alderman,
            source: Source::Assumption("on top of the administration that there is; no count seen; range 0 to 4"),
            doc: "Hours of the team for each new case, on top of its administration. Help is registered sooner and \
                  less of it is missing. What that is good for is monitor.use; by itself it only costs hours.",
            gap: Some(MONEY_ALONE),
        },
        apply: |value, settings| settings.monitoring.hours = value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "monitor.use",
            aliases: &[],
            mechanism: "M14",
            name: "What monitoring is for",
            dutch: "Waar monitoring voor dient",
            unit: "",
            dutch_unit: "",
            kind: LeverKind::Choice(&["nothing", "learn", "steer", "account"]),
            dutch_choices: &["niets", "leren", "sturen", "verantwoorden"],
            neutral: Some(LeverValue::Choice(0)),
            scales: false,
            role: Role::Alderman,
            source: Source::Assumption("field reports name these three purposes; no count of who does which seen"),
            doc: "Learn: each quarter hours for going out move between visits and places, to whichever the books hold \
                  to do more, and with monitor.hours intake errs less. Account: a target on how long cases take. \
                  Steer: with monitor.hours, budgets and councils go by the year under way and not by the last \
                  accounts.",
            gap: Some(MONEY_ALONE),
        },
        apply: |value, settings| {
            settings.monitoring.serves = match value.choice() {
                0 => Use::None,
                1 => Use::Learn,
                2 => Use::Steer,
                _ => Use::Account,
            };
        },
    },
    Lever {
        meta: LeverMeta {
            key: "monitor.compare",
            aliases: &[],
            mechanism: "M14",
            name: "Comparison group",
            dutch: "Vergelijkingsgroep",
            unit: "",
            dutch_unit: "",
            kind: LeverKind::Flag,
            dutch_choices: &[],
            neutral: Some(LeverValue::Flag(false)),
            scales: false,
            role: Role::Alderman,
            source: Source::Assumption("said to be rare in the social domain; no count seen"),
            doc: "Whether needs that came to light are held against others like them that nobody helps with, so that \
                  what passes by itself counts for nothing. Only who learns (monitor.use) does something with it.",
            gap: Some(NOBODY_IS_LEFT_OUT),
        },
        apply: |value, settings| settings.monitoring.compare = value.flag(),
    },
];
