//! What somebody can decide of it.

use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::mechanisms::team::levers::MAX_TEAM_FTE;
use crate::provenance::Source;

/// What the model lacks of a remit with work and income.
const NO_INCOME_DESK: Gap = Gap {
    english: "Those who decide on social assistance are not in the model: what the municipality saves or spends on \
              them when the team takes work and income over is not counted.",
    dutch: "Wie over bijstand beslist, zit niet in het model. Wat de gemeente daar bespaart of uitgeeft als het \
            wijkteam werk en inkomen overneemt, telt niet mee.",
};

/// What the model lacks of enforcement.
const ONLY_TASKS: Gap = Gap {
    english: "Only a task for social assistance that is not done is a breach here: nobody hides income or a partner, \
              and nothing is reclaimed.",
    dutch: "Alleen een tegenprestatie die niet wordt gedaan is hier een overtreding: niemand verzwijgt inkomen of een \
            partner, en niets wordt teruggevorderd.",
};

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    Lever {
        meta: LeverMeta {
            key: "remit.income",
            aliases: &[],
            mechanism: "M17",
            name: "Debts and work in the team's remit",
            dutch: "Schulden en werk als taak van het wijkteam",
            unit: "",
            dutch_unit: "",
            kind: LeverKind::Choice(&["out", "in"]),
            dutch_choices: &["nee", "ja"],
            neutral: Some(LeverValue::Choice(0)),
            scales: false,
            role: Role::Alderman,
            source: Source::Assumption("municipalities do either; no count seen"),
            doc: "Whether the team handles debts and work itself. Light and moderate debts then come to the team \
                  instead of the debt desk, with a first talk and an arrangement, and are referred to a debt programme \
                  only later. It takes hours of the team.",
            gap: Some(NO_INCOME_DESK),
        },
        apply: |value, settings| settings.work_income.income = value.choice() == 1,
    },
    Lever {
        meta: LeverMeta {
            key: "debt.team_fte",
            aliases: &[],
            mechanism: "M17",
            name: "FTE for debts and work",
            dutch: "Fte voor schulden en werk",
            unit: "FTE",
            dutch_unit: "fte",
            kind: LeverKind::Number { min: 0.0, max: MAX_TEAM_FTE },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: true,
            role: Role::TeamLeader,
            source: Source::Assumption("0 is whatever intake leaves; no norm seen"),
            doc: "FTE of the team, out of its size, that are kept for debts and work in the remit: what is asked \
                  beyond them waits, and what is not asked is other work's. At 0 they are done in hours of intake. \
                  Without remit.income it does nothing.",
            gap: Some(NO_INCOME_DESK),
        },
        apply: |value, settings| settings.work_income.debt_fte = value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "remit.enforcement",
            aliases: &[],
            mechanism: "M17",
            name: "The team enforces",
            dutch: "Het wijkteam handhaaft",
            unit: "",
            dutch_unit: "",
            kind: LeverKind::Flag,
            dutch_choices: &[],
            neutral: Some(LeverValue::Flag(false)),
            scales: false,
            role: Role::Alderman,
            source: Source::Assumption("municipalities differ in who enforces; no count seen"),
            doc: "Whether the team also sees to it that people on social assistance do what they must \
                  (reciprocity.benefit). Some then keep away from municipal doors and do not open theirs, more so with \
                  debts; what is seen not to be done leads to reciprocity.sanction.",
            gap: Some(ONLY_TASKS),
        },
        apply: |value, settings| settings.work_income.enforcement = value.flag(),
    },
];
