//! What somebody can decide of it.

use super::state::Kind;
use crate::entities::Product;
use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// What the model lacks of general provision.
const NOT_TODAYS: Gap = Gap {
    english: "What is there today is in the rates that the model is held to, and cannot be cut. Transport to a place \
              is not in the model, nor what housemates gain.",
    dutch: "Wat er vandaag al is, zit in de cijfers van het model en kan niet weg. Vervoer naar een plek zit niet in \
            het model, en ook niet wat huisgenoten eraan hebben.",
};

/// A lever of half-days, by its kinds.
const fn half_days(
    key: &'static str,
    (name, dutch): (&'static str, &'static str),
    doc: &'static str,
    apply: fn(LeverValue, &mut crate::settings::Settings),
) -> Lever {
    Lever {
        meta: LeverMeta {
            key,
            aliases: &[],
            mechanism: "M19",
            name,
            dutch,
            unit: "half-days per 1,000 residents",
            dutch_unit: "dagdelen per 1.000 inwoners",
            kind: LeverKind::Number { min: 0.0, max: 20.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::Alderman,
            source: Source::Assumption(
                "half-days a week; 20 euro per resident and year pay about 1 per 1,000 residents where volunteers \
                 help; range 0 to 20",
            ),
            doc,
            gap: Some(NOT_TODAYS),
        },
        apply,
    }
}

/// A lever of collective places.
const fn places(
    key: &'static str,
    (name, dutch): (&'static str, &'static str),
    doc: &'static str,
    apply: fn(LeverValue, &mut crate::settings::Settings),
) -> Lever {
    Lever {
        meta: LeverMeta {
            key,
            aliases: &[],
            mechanism: "M23",
            name,
            dutch,
            unit: "places",
            dutch_unit: "plekken",
            kind: LeverKind::Number { min: 0.0, max: 1e6 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: true,
            role: Role::Alderman,
            source: Source::Assumption("what a municipality may buy; no count of places seen"),
            doc,
            gap: Some(Gap {
                english: "Places are bought as such and paid whether or not somebody comes. How providers answer to \
                          groups in the place of single clients is not in the model.",
                dutch: "Plekken worden ingekocht en betaald, ook als er niemand komt. Hoe aanbieders reageren op \
                        groepen in plaats van losse cliënten, zit niet in het model.",
            }),
        },
        apply,
    }
}

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    half_days(
        "basic.level",
        ("Basic infrastructure, all kinds", "Basisvoorzieningen, alle soorten"),
        "Half-days a week that are open to everybody near by, a quarter each for meeting, practical help, day activity \
         and young people. Who applies for a service may be served there instead. Each half-day is paid, full or \
         empty; hours that volunteers give make it cheaper.",
        |value, settings| {
            for half_days in &mut settings.basic.half_days {
                *half_days += value.number() / 4.0;
            }
        },
    ),
    half_days(
        "basic.meeting",
        ("Places to meet", "Ontmoetingsplekken"),
        "Half-days a week for meeting, on top of basic.level: they may do instead of guidance, and are facilities that \
         everybody can visit (prevention.facility_euros).",
        |value, settings| settings.basic.half_days[Kind::Meeting as usize] += value.number(),
    ),
    half_days(
        "basic.practical",
        ("Practical help near by", "Praktische hulp in de buurt"),
        "Half-days a week of practical help, on top of basic.level: it may do instead of domestic help.",
        |value, settings| settings.basic.half_days[Kind::Practical as usize] += value.number(),
    ),
    half_days(
        "basic.day_activity",
        ("Day activity open to everybody", "Vrij toegankelijke dagbesteding"),
        "Half-days a week of activities, on top of basic.level: they may do instead of day activity with an \
         entitlement.",
        |value, settings| settings.basic.half_days[Kind::DayActivity as usize] += value.number(),
    ),
    half_days(
        "basic.youth",
        ("Groups of young people", "Jongerengroepen"),
        "Half-days a week of groups for young people, on top of basic.level: they may do instead of ambulatory youth \
         help.",
        |value, settings| settings.basic.half_days[Kind::Youth as usize] += value.number(),
    ),
    Lever {
        meta: LeverMeta {
            key: "basic.spread",
            aliases: &[],
            mechanism: "M19",
            name: "Spread of basic infrastructure",
            dutch: "Spreiding van basisvoorzieningen",
            unit: "ratio",
            dutch_unit: "keer",
            kind: LeverKind::Number { min: 0.0, max: 1.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::Alderman,
            source: Source::Assumption("0 is as many everywhere; range 0 to 1"),
            doc: "How half-days are spread over neighbourhoods: 0 by residents, 1 by residents times the share of low \
                  incomes.",
            gap: Some(NOT_TODAYS),
        },
        apply: |value, settings| settings.basic.spread = value.number(),
    },
    places(
        "collective.domestic",
        ("Collective places, domestic help", "Collectieve plekken, huishoudelijke hulp"),
        "Places of collective help in the district instead of domestic help: a laundry, meals together. They are paid, \
         full or empty, and cost no own contribution.",
        |value, settings| settings.basic.places[of(Product::DomesticHelp)] = value.number(),
    ),
    places(
        "collective.activity",
        ("Collective places, day activity", "Collectieve plekken, dagbesteding"),
        "Places of collective day activity in the district instead of an individual one. They are paid, full or empty, \
         and cost no own contribution.",
        |value, settings| settings.basic.places[of(Product::DayActivity)] = value.number(),
    ),
    places(
        "collective.guidance",
        ("Collective places, guidance", "Collectieve plekken, begeleiding"),
        "Places of guidance in a group in the district instead of individual guidance. They are paid, full or empty, \
         and cost no own contribution.",
        |value, settings| settings.basic.places[of(Product::Guidance)] = value.number(),
    ),
    Lever {
        meta: LeverMeta {
            key: "collective.first",
            aliases: &[],
            mechanism: "M23",
            name: "Collective before individual",
            dutch: "Collectief gaat voor individueel",
            unit: "",
            dutch_unit: "",
            kind: LeverKind::Flag,
            dutch_choices: &[],
            neutral: Some(LeverValue::Flag(false)),
            scales: false,
            role: Role::Alderman,
            source: Source::Assumption("what is suitable and cheapest may come first (Wmo 2015 art. 2.3.5)"),
            doc: "Whether a free collective place is offered before there is a decision on an individual service, and \
                  at renewals: who refuses may give up. Else it is a choice of whoever has been granted the service.",
            gap: Some(NOT_TODAYS),
        },
        apply: |value, settings| settings.basic.collective_first = value.flag(),
    },
];

/// The place of a product among those that have collective places.
const fn of(product: Product) -> usize {
    match product {
        Product::DomesticHelp => 0,
        Product::DayActivity => 1,
        _ => 2,
    }
}
