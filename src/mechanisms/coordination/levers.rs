//! What somebody can decide of it.

use super::rows::Plan;
use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// What the model lacks of coordination.
const NO_MONEY: Gap = Gap {
    english: "What a lead may decide about others' money is a constant (coordination.without_money), but for one \
              budget for the area, where it is all. Hours of services on coordination are taken to be in their price.",
    dutch: "Wat iemand met regie over andermans geld mag beslissen, is een vast getal (coordination.without_money). \
            Alleen bij één budget voor het gebied is dat alles. Uren die diensten aan afstemming kwijt zijn, zitten al \
            in hun prijs.",
};

/// The same of the plan, which is to be compared with another plan and not with today.
const NO_MONEY_AND_NOT_NOW: Gap = Gap {
    english: "Compare side by side, a lead and one plan with each other. As now takes no hours and loses nothing of \
              its own, because both are in other numbers, so against that each of them comes out worse. What a lead \
              may decide about others' money is a constant (coordination.without_money), but for one budget for the \
              area.",
    dutch: "Vergelijk naast elkaar, iemand met regie en één plan met elkaar. Zoals nu kost zelf geen uren en verliest \
            niets, want dat zit al in andere getallen. Daarmee vergeleken komt elk van de drie slechter uit. Wat \
            iemand met regie over andermans geld mag beslissen, is een vast getal (coordination.without_money), \
            behalve bij één budget voor het gebied.",
};

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    Lever {
        meta: LeverMeta {
            key: "coordination.plan",
            aliases: &[],
            mechanism: "M12",
            name: "Coordination in a household",
            dutch: "Regie in een huishouden",
            unit: "",
            dutch_unit: "",
            kind: LeverKind::Choice(&["as_now", "separate", "lead", "one_plan"]),
            dutch_choices: &["zoals nu", "naast elkaar", "iemand heeft de regie", "één plan"],
            neutral: Some(LeverValue::Choice(0)),
            scales: false,
            role: Role::Alderman,
            source: Source::Assumption("municipalities do each of these; no count seen"),
            doc: "Whether the professionals in a household work side by side, with a lead of the first team there, or \
                  with one plan. Side by side they talk in pairs; a lead takes hours of the team instead. One plan \
                  sees debts and housing problems together, asks once, and hears of new needs first. As now, it is \
                  what it is today, at no hours of its own: compare the others with each other.",
            gap: Some(NO_MONEY_AND_NOT_NOW),
        },
        apply: |value, settings| {
            settings.coordination.plan = Plan::ALL[usize::from(value.choice()).min(Plan::ALL.len() - 1)];
        },
    },
    Lever {
        meta: LeverMeta {
            key: "coordination.hours",
            aliases: &[],
            mechanism: "M12",
            name: "Hours for a lead",
            dutch: "Uren voor regie",
            unit: "hours per household and week",
            dutch_unit: "uur per huishouden per week",
            kind: LeverKind::Number { min: 0.0, max: 10.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::TeamLeader,
            source: Source::Assumption("0 is as many as leading asks; no norm seen; range 0 to 3"),
            doc: "Most hours a week that a lead has for a household. With less than it asks the others talk in pairs \
                  about the rest, and less of the effect of help is kept. 0 is as many as it asks; without a lead it \
                  does nothing.",
            gap: Some(NO_MONEY),
        },
        apply: |value, settings| settings.coordination.hours = value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "coordination.from",
            aliases: &[],
            mechanism: "M12",
            name: "A lead from so many professionals on",
            dutch: "Regie vanaf zoveel hulpverleners",
            unit: "professionals",
            dutch_unit: "hulpverleners",
            kind: LeverKind::Number { min: 2.0, max: 10.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(2.0)),
            scales: false,
            role: Role::TeamLeader,
            source: Source::Assumption("two is the least that there is something to lead; no norm seen; range 2 to 5"),
            doc: "Households with fewer professionals, teams and services together, have no lead and no one plan: they \
                  work side by side. Without a lead it does nothing.",
            gap: Some(NO_MONEY),
        },
        apply: |value, settings| settings.coordination.from = value.number(),
    },
];
