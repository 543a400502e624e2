//! What somebody can decide of it.

use super::rows::Intake;
use crate::entities::{DOMAINS, Domain};
use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::mechanisms::team::levers::MAX_TEAM_FTE;
use crate::provenance::Source;

/// What the model lacks of composition.
const NO_LEARNING: Gap = Gap {
    english: "Who in the team takes which case is not in the model, and nobody becomes a specialist by training: \
              disciplines change as people leave and are hired. Specialists cost what generalists do.",
    dutch: "Wie in het wijkteam welke zaak doet, zit niet in het model, en niemand wordt specialist door scholing: de \
            samenstelling verandert als mensen weggaan en er anderen komen. Een specialist kost evenveel als een \
            generalist.",
};

/// What the model lacks of intake.
const NO_SHARING: Gap = Gap {
    english: "What intakes tell each other, and whether people tell one intake all, is not in the model.",
    dutch: "Wat intakers elkaar vertellen, en of mensen bij één intake alles vertellen, zit niet in het model.",
};

/// Levers of specialists, in the order of the domains.
const SPECIALISTS: [(&str, &str, &str); DOMAINS] = [
    ("team.depth.debt", "Specialists in debts", "Specialisten in schulden"),
    ("team.depth.housing", "Specialists in housing", "Specialisten in wonen"),
    ("team.depth.work", "Specialists in work and day activity", "Specialisten in werk en dagbesteding"),
    ("team.depth.mental", "Specialists in mental health and addiction", "Specialisten in psyche en verslaving"),
    ("team.depth.daily", "Specialists in daily functioning", "Specialisten in dagelijks functioneren"),
    ("team.depth.youth", "Specialists in parenting and youth", "Specialisten in opgroeien en opvoeden"),
    ("team.depth.social", "Specialists in networks and taking part", "Specialisten in netwerk en meedoen"),
];

/// The lever of the specialists in a domain.
const fn specialists<const DOMAIN: usize>() -> Lever {
    Lever {
        meta: LeverMeta {
            key: SPECIALISTS[DOMAIN].0,
            aliases: &[],
            mechanism: "M11",
            name: SPECIALISTS[DOMAIN].1,
            dutch: SPECIALISTS[DOMAIN].2,
            unit: "FTE",
            dutch_unit: "fte",
            kind: LeverKind::Number { min: 0.0, max: MAX_TEAM_FTE },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: true,
            role: Role::TeamLeader,
            source: Source::Assumption("which disciplines a team has is a choice; no norm seen"),
            doc: "FTE of the team that are specialists in the domain; all others are generalists. A job that falls \
                  vacant goes to the discipline that is most lacking, so that a plan is reached as people leave. \
                  Specialists know more of their own domain and less of others.",
            gap: Some(NO_LEARNING),
        },
        apply: |value, settings| settings.screening.specialists[DOMAIN] = value.number(),
    }
}

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    specialists::<{ Domain::Debt as usize }>(),
    specialists::<{ Domain::Housing as usize }>(),
    specialists::<{ Domain::Work as usize }>(),
    specialists::<{ Domain::Mental as usize }>(),
    specialists::<{ Domain::Daily as usize }>(),
    specialists::<{ Domain::Youth as usize }>(),
    specialists::<{ Domain::Social as usize }>(),
    Lever {
        meta: LeverMeta {
            key: "team.specialist_share",
            aliases: &[],
            mechanism: "M11",
            name: "Specialists of all domains",
            dutch: "Specialisten van alle domeinen",
            unit: "share of the FTE",
            dutch_unit: "deel van de fte",
            kind: LeverKind::Number { min: 0.0, max: 1.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::TeamLeader,
            source: Source::Assumption("0 is a team of generalists; no count of both seen; range 0 to 1"),
            doc: "Share of the team that are specialists, spread over the domains as needs are at intake, on top of \
                  team.depth.*. It is reached as people leave and others are hired; less than half a job of a \
                  domain is met on average, by chance.",
            gap: Some(NO_LEARNING),
        },
        apply: |value, settings| settings.screening.specialist_share = value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "screening.intake",
            aliases: &[],
            mechanism: "M11",
            name: "Who does the intake",
            dutch: "Wie de intake doet",
            unit: "",
            dutch_unit: "",
            kind: LeverKind::Choice(&["one", "per_silo"]),
            dutch_choices: &["één voor alles", "per domein"],
            neutral: Some(LeverValue::Choice(0)),
            scales: false,
            role: Role::TeamLeader,
            source: Source::Assumption("teams do either; no count seen"),
            doc: "One intake that looks at everything in a household, or one per silo (money, home and work; care; \
                  youth) that sees its own domains alone: needs of other silos wait until somebody asks, and take an \
                  intake of their own.",
            gap: Some(NO_SHARING),
        },
        apply: |value, settings| {
            settings.screening.intake = if value.choice() == 1 { Intake::PerSilo } else { Intake::One };
        },
    },
    Lever {
        meta: LeverMeta {
            key: "basics.first",
            aliases: &[],
            mechanism: "M11",
            name: "Money and home first",
            dutch: "Eerst geld en wonen",
            unit: "",
            dutch_unit: "",
            kind: LeverKind::Flag,
            dutch_choices: &[],
            neutral: Some(LeverValue::Flag(false)),
            scales: false,
            role: Role::TeamLeader,
            source: Source::Assumption("named as good practice; no count of teams that do seen"),
            doc: "Whether an intake asks about debts and housing first, whatever somebody comes with, and puts other \
                  referrals off for some weeks while nobody helps with those that are known.",
            gap: Some(NO_SHARING),
        },
        apply: |value, settings| settings.screening.basics_first = value.flag(),
    },
];
