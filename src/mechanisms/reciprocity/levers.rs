//! What somebody can decide of it.

use super::rule::Rule;
use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// What the model lacks of every rule.
const ONLY_FACILITIES: Gap = Gap {
    english: "Hours in return are worth something in the model only as hours of volunteers in facilities that a plan \
              adds (prevention.facility_euros). What neighbours gain from them otherwise is not in it.",
    dutch: "Uren als tegenprestatie tellen in het model alleen mee als vrijwilligersuren in voorzieningen die een plan \
            toevoegt (prevention.facility_euros). Wat buurtgenoten er verder aan hebben, zit er niet in.",
};

/// What is wrong with obliged in return for help.
const COUNTERFACTUAL: Gap = Gap {
    english: "A counterfactual: the Wmo allows nobody to make help depend on something in return, and knows no \
              sanction. In the model nobody loses help either.",
    dutch: "Dit mag niet: de Wmo staat niemand toe om hulp van een tegenprestatie te laten afhangen, en kent geen \
            sanctie. Het is een gedachte-experiment. Ook in het model raakt niemand er hulp door kwijt.",
};

/// What the model lacks of social assistance.
const NOBODY_STAYS_AWAY: Gap = Gap {
    english: "Nobody stays away from social assistance because of a rule: what that would save, and what it would do \
              to people, is not in the model.",
    dutch: "Niemand blijft door een regel weg uit de bijstand. Wat dat zou besparen, en wat het met mensen zou doen, \
            zit niet in het model.",
};

/// A lever of reciprocity.
const fn meta(
    key: &'static str,
    (name, dutch): (&'static str, &'static str),
    (unit, dutch_unit): (&'static str, &'static str),
    (kind, neutral): (LeverKind, LeverValue),
    role: Role,
    (source, doc): (&'static str, &'static str),
    gap: Option<Gap>,
) -> LeverMeta {
    LeverMeta {
        key,
        aliases: &[],
        mechanism: "M5",
        name,
        dutch,
        unit,
        dutch_unit,
        kind,
        dutch_choices: &[],
        neutral: Some(neutral),
        scales: false,
        role,
        source: Source::Assumption(source),
        doc,
        gap,
    }
}

/// A number from 0 up to a highest one.
const fn up_to(max: f64) -> LeverKind {
    LeverKind::Number { min: 0.0, max }
}

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    Lever {
        meta: LeverMeta {
            dutch_choices: &["niets", "vrijwillig", "verwacht"],
            ..meta(
                "reciprocity.help",
                ("Something in return for help", "Tegenprestatie voor hulp"),
                ("", ""),
                (LeverKind::Choice(&["nothing", "voluntary", "expected"]), LeverValue::Choice(0)),
                Role::TeamLeader,
                (
                    "a team may ask; no count seen of teams that do",
                    "What is asked of adults under 67 when the team begins to help them, or when Wmo help is granted \
                     or renewed: nothing, an invitation, or something that is expected, which nobody checks. Nothing \
                     is asked of who is in severe need, cares for eight hours a week or more, or is below \
                     reciprocity.exempt_capacity.",
                ),
                Some(ONLY_FACILITIES),
            )
        },
        apply: |value, settings| {
            settings.reciprocity.help = match value.choice() {
                1 => Rule::Voluntary,
                2 => Rule::Expected,
                _ => Rule::Nothing,
            };
        },
    },
    Lever {
        meta: meta(
            "reciprocity.help_obliged",
            (
                "Something in return for help is obliged (counterfactual)",
                "Tegenprestatie voor hulp is verplicht (gedachte-experiment)",
            ),
            ("", ""),
            (LeverKind::Flag, LeverValue::Flag(false)),
            Role::Researcher,
            (
                "no legal sanction is known in the Wmo: nobody can decide on it",
                "Whether people must do something in return for help, whatever reciprocity.help says. A \
                 counterfactual: the Wmo allows it to nobody.",
            ),
            Some(COUNTERFACTUAL),
        ),
        apply: |value, settings| settings.reciprocity.help_obliged = value.flag(),
    },
    Lever {
        meta: LeverMeta {
            dutch_choices: &["niets", "vrijwillig", "verplicht"],
            ..meta(
                "reciprocity.benefit",
                ("Something in return for social assistance", "Tegenprestatie voor bijstand"),
                ("", ""),
                (LeverKind::Choice(&["nothing", "voluntary", "obliged"]), LeverValue::Choice(0)),
                Role::Alderman,
                (
                    "a by-law under the Participatiewet; nothing is what is there today, which is in the rates",
                    "What is asked once a year of people on social assistance to whom a task is given: an invitation, \
                     or something that they must do. On top of what is there today.",
                ),
                Some(NOBODY_STAYS_AWAY),
            )
        },
        apply: |value, settings| {
            settings.reciprocity.benefit = match value.choice() {
                1 => Rule::Voluntary,
                2 => Rule::Obliged,
                _ => Rule::Nothing,
            };
        },
    },
    Lever {
        meta: meta(
            "reciprocity.more_tasks",
            ("More people on social assistance get a task", "Meer mensen met bijstand krijgen een taak"),
            ("share", "deel van 1"),
            (up_to(1.0), LeverValue::Number(0.0)),
            Role::Alderman,
            (
                "0 is the share of today (reciprocity.task_share); at 1 everybody gets a task",
                "Share of people on social assistance to whom a task is given in a year beyond the share of today. It \
                 takes reciprocity.benefit.",
            ),
            Some(NOBODY_STAYS_AWAY),
        ),
        apply: |value, settings| settings.reciprocity.more_tasks = value.number(),
    },
    Lever {
        meta: meta(
            "reciprocity.hours",
            ("Hours that are asked in return", "Uren die als tegenprestatie worden gevraagd"),
            ("hours per week", "uur per week"),
            (up_to(8.0), LeverValue::Number(3.0)),
            Role::Alderman,
            (
                "what may be asked beside care and work; general knowledge; range 1 to 6",
                "Hours a week that are asked, for help and for social assistance. The more, the fewer people do it \
                 (reciprocity.by_hours).",
            ),
            None,
        ),
        apply: |value, settings| settings.reciprocity.hours = value.number(),
    },
    Lever {
        meta: meta(
            "reciprocity.checking_hours",
            ("Checking what is done in return", "Controle op de tegenprestatie"),
            ("hours per month", "uur per maand"),
            (up_to(2.0), LeverValue::Number(0.0)),
            Role::TeamLeader,
            (
                "a call or a visit now and then; no count seen; range 0.2 to 1",
                "Hours of checking per month for everybody who must do something in return: of the team's hours for \
                 intake where it is for help, paid by the municipality where it is for social assistance.",
            ),
            None,
        ),
        apply: |value, settings| settings.reciprocity.checking_hours = value.number(),
    },
    Lever {
        meta: meta(
            "reciprocity.exempt_capacity",
            ("Exempt below a doenvermogen", "Vrijgesteld onder een doenvermogen"),
            ("share", "deel van 1"),
            (up_to(1.0), LeverValue::Number(0.0)),
            Role::Alderman,
            (
                "people differ from 0.3 to 0.9; debts and crisis lower it; no rule seen that says it in numbers",
                "Doenvermogen below which nothing is asked in return. Professionals see it as it is: that they \
                 misjudge it is not in the model.",
            ),
            None,
        ),
        apply: |value, settings| settings.reciprocity.exempt_capacity = value.number(),
    },
    Lever {
        meta: meta(
            "reciprocity.sanction",
            ("Cut in a benefit", "Korting op de bijstand"),
            ("share", "deel van 1"),
            (up_to(1.0), LeverValue::Number(0.0)),
            Role::Alderman,
            (
                "a by-law says how much, up to all of it; no count by size seen",
                "Part of a benefit that is cut where it is seen that somebody does not do what they must, and a \
                 professional acts on it.",
            ),
            Some(NOBODY_STAYS_AWAY),
        ),
        apply: |value, settings| settings.reciprocity.sanction = value.number(),
    },
    Lever {
        meta: meta(
            "reciprocity.sanction_months",
            ("Months of a cut in a benefit", "Maanden korting op de bijstand"),
            ("months", "maanden"),
            (up_to(3.0), LeverValue::Number(1.0)),
            Role::Alderman,
            (
                "a by-law says for how long, one to three months; general knowledge",
                "Months for which a benefit is cut. It takes reciprocity.sanction.",
            ),
            None,
        ),
        apply: |value, settings| settings.reciprocity.sanction_months = value.number(),
    },
];
