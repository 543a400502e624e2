//! What somebody can decide of it.

use super::rows::Form;
use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// What the model lacks of every change of the contribution.
const ONLY_FROM_THE_FEE: Gap = Gap {
    english: "A lower fee than now brings nobody who stays away today, and nobody settles for less help: both are not \
              in the model.",
    dutch: "Een lagere bijdrage dan nu trekt niemand die nu wegblijft, en niemand neemt genoegen met minder hulp. Dat \
            zit niet in het model.",
};

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    Lever {
        meta: LeverMeta {
            key: "contribution.flat",
            aliases: &[],
            mechanism: "M24",
            name: "Flat own contribution",
            dutch: "Eigen bijdrage (abonnementstarief)",
            unit: "euros per month",
            dutch_unit: "euro per maand",
            kind: LeverKind::Number { min: 0.0, max: 1000.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::State,
            source: Source::Assumption("20.60 euro a month in 2024 for Wmo help, set nationally since 2019"),
            doc: "Own contribution of Wmo clients, at most what their help costs. Rounded to whole cents per month.",
            gap: Some(ONLY_FROM_THE_FEE),
        },
        apply: |value, settings| settings.contribution.cents = libm::round(value.number() * 100.0),
    },
    Lever {
        meta: LeverMeta {
            key: "contribution.form",
            aliases: &[],
            mechanism: "M24",
            name: "What the own contribution goes by",
            dutch: "Waar de eigen bijdrage van afhangt",
            unit: "",
            dutch_unit: "",
            kind: LeverKind::Choice(&["none", "flat", "income"]),
            dutch_choices: &["geen bijdrage", "voor iedereen gelijk", "naar inkomen"],
            neutral: Some(LeverValue::Choice(1)),
            scales: false,
            role: Role::State,
            source: Source::Assumption("flat since 2019, by income before; set nationally"),
            doc: "Nobody pays, everybody pays contribution.flat, or who has more than a low income pays \
                  contribution.income_rate of that on top, up to what the help costs.",
            gap: Some(ONLY_FROM_THE_FEE),
        },
        apply: |value, settings| {
            settings.contribution.form = match value.choice() {
                0 => Form::None,
                2 => Form::Income,
                _ => Form::Flat,
            };
        },
    },
    Lever {
        meta: LeverMeta {
            key: "contribution.exempt_low",
            aliases: &[],
            mechanism: "M24",
            name: "Low incomes exempt from the own contribution",
            dutch: "Lage inkomens vrijgesteld van de eigen bijdrage",
            unit: "",
            dutch_unit: "",
            kind: LeverKind::Flag,
            dutch_choices: &[],
            neutral: Some(LeverValue::Flag(false)),
            scales: false,
            role: Role::Alderman,
            source: Source::Assumption("a municipality may exempt minimum incomes"),
            doc: "Whether households with a low income pay nothing.",
            gap: Some(ONLY_FROM_THE_FEE),
        },
        apply: |value, settings| settings.contribution.exempt_low = value.flag(),
    },
];
