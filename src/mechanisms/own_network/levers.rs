//! What somebody can decide of it.

use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// What the model lacks of conferences.
const ONLY_CARE: Gap = Gap {
    english: "What a conference does to the safety of a child, and to how families feel, is not in the model: only \
              whether somebody begins or stops to care.",
    dutch: "Wat een conferentie doet met de veiligheid van een kind, en hoe een familie zich erbij voelt, zit niet in \
            het model. Alleen of iemand mantelzorg gaat geven of daarmee stopt.",
};

/// What the model lacks of thresholds.
const NOBODY_TIRES: Gap = Gap {
    english: "Friends and neighbours who tire of being asked are not in the model, nor what company is worth to who \
              helps.",
    dutch: "Vrienden en buren die het vragen moe worden, zitten niet in het model. Ook niet wat het contact waard is \
            voor wie helpt.",
};

/// What the model lacks of the exception.
const SAME_EYES: Gap = Gap {
    english: "Everybody who meets a person sees the same network, and depth of the team does not help to see it.",
    dutch: "Elke professional ziet bij dezelfde persoon hetzelfde netwerk. Diepgang van het wijkteam helpt niet om het \
            te zien.",
};

/// A lever of an alderman that is 0 without a plan.
const fn meta(
    key: &'static str,
    (name, dutch): (&'static str, &'static str),
    (unit, dutch_unit): (&'static str, &'static str),
    (max, scales): (f64, bool),
    source: Source,
    doc: &'static str,
    gap: Gap,
) -> LeverMeta {
    LeverMeta {
        key,
        aliases: &[],
        mechanism: "M4",
        name,
        dutch,
        unit,
        dutch_unit,
        kind: LeverKind::Number { min: 0.0, max },
        dutch_choices: &[],
        neutral: Some(LeverValue::Number(0.0)),
        scales,
        role: Role::Alderman,
        source,
        doc,
        gap: Some(gap),
    }
}

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    Lever {
        meta: meta(
            "conference.yearly",
            ("Family group conferences", "Eigen-krachtconferenties"),
            ("conferences per year", "conferenties per jaar"),
            (100_000.0, true),
            Source::Assumption(
                "a municipality buys as many as it likes; families may make a plan with their own people first \
                 (Jeugdwet art. 4.1.2)",
            ),
            "Family group conferences a year for which the municipality buys coordinators outside the team. They are \
             offered in new cases of the team with a moderate or severe need in the mental, daily, social or youth \
             domain, as long as there are any; what is not used within a quarter is lost and not paid. Closure \
             `budget` saves what they cost on purchased care.",
            ONLY_CARE,
        ),
        apply: |value, settings| settings.own_network.conferences = value.number(),
    },
    Lever {
        meta: meta(
            "network.campaign_euros",
            ("Campaigns that make asking easier", "Campagnes die vragen makkelijker maken"),
            ("euros per year", "euro per jaar"),
            (1e9, true),
            Source::Assumption("how far it gets is in threshold.scale and threshold.lowered; it may be nothing"),
            "Euros for campaigns and training that make it easier to ask friends and neighbours for help (demand \
             shyness). It takes months to work and to wane. Closure `budget` saves it on purchased care.",
            NOBODY_TIRES,
        ),
        apply: |value, settings| settings.own_network.campaign_euros = value.number(),
    },
    Lever {
        meta: meta(
            "network.matching_fte",
            ("Matchmakers who ask people near by", "Koppelaars die buurtgenoten vragen"),
            ("FTE", "fte"),
            (1000.0, true),
            Source::Assumption("what they reach is in match.hours, match.heard and match.agrees"),
            "FTE outside the team who hear of people for whom nobody cares and ask people near by to, who would not \
             offer it themselves (reluctance to act). Paid by the municipality. Closure `budget` saves what they cost \
             on purchased care.",
            NOBODY_TIRES,
        ),
        apply: |value, settings| settings.own_network.matching_fte = value.number(),
    },
    Lever {
        meta: meta(
            "network.exception",
            ("Exception for people without a network", "Uitzondering voor mensen zonder netwerk"),
            ("share", "deel van 1"),
            (1.0, false),
            Source::Assumption(
                "named as a question that professionals have no answer to (Hogeschool Utrecht 2013); no count seen of \
                 who makes it",
            ),
            "Share of those seen as being without a network who are not sent back to one: help is neither refused nor \
             given for fewer hours on own strength, nor put off for own help first, nor refused because informal care \
             suffices, and the team mobilises nobody. A municipality lays it down in its by-law.",
            SAME_EYES,
        ),
        apply: |value, settings| settings.own_network.exception = value.number(),
    },
];
