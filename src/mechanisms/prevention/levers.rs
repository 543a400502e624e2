//! What somebody can decide of it.

use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// What the model lacks of facilities.
const ONLY_MORE: Gap = Gap {
    english: "What is there today cannot be cut in the model, and what facilities are worth beyond fewer needs (a \
              pleasant neighbourhood) is not in it.",
    dutch: "Wat er vandaag al is, kan in het model niet weg. Wat voorzieningen nog meer waard zijn dan minder \
            hulpvragen (een prettige buurt), zit er niet in.",
};

/// A lever of money or people that nobody has without a plan.
const fn invested(
    key: &'static str,
    (name, dutch): (&'static str, &'static str),
    (unit, dutch_unit): (&'static str, &'static str),
    max: f64,
    source: Source,
    doc: &'static str,
    gap: Option<Gap>,
) -> LeverMeta {
    LeverMeta {
        key,
        aliases: &[],
        mechanism: "M7",
        name,
        dutch,
        unit,
        dutch_unit,
        kind: LeverKind::Number { min: 0.0, max },
        dutch_choices: &[],
        neutral: Some(LeverValue::Number(0.0)),
        scales: true,
        role: Role::Alderman,
        source,
        doc,
        gap,
    }
}

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    Lever {
        meta: invested(
            "prevention.facility_euros",
            ("Facilities", "Voorzieningen in de buurt"),
            ("euros per year", "euro per jaar"),
            1e9,
            Source::Sourced {
                title: "BN DeStem 2022: Roosendaal pays community centres about 8 euro per resident and year",
                url: "https://www.bndestem.nl/roosendaal/buurthuizen-roosendaal-zien-ommezwaai-subsidie-wel-zitten\
                      ~a69562d0/",
            },
            "Euros for facilities on top of those that are there: professionals and rooms for half-days that everybody \
             can come to. The more volunteers, the more half-days. Closure `budget` saves them on purchased care.",
            Some(ONLY_MORE),
        ),
        apply: |value, settings| settings.prevention.facility_euros = value.number(),
    },
    Lever {
        meta: invested(
            "prevention.coordination_fte",
            ("Coordination of volunteers", "Coördinatie van vrijwilligers"),
            ("FTE", "fte"),
            1000.0,
            Source::Assumption("what they reach is in volunteer.recruit_hours and volunteer.guide_hours"),
            "FTE outside the team that recruit and guide volunteers for facilities, paid by the municipality. The \
             closure of hours leaves them alone; closure `budget` saves what they cost on purchased care.",
            None,
        ),
        apply: |value, settings| settings.prevention.coordination_fte = value.number(),
    },
    Lever {
        meta: invested(
            "prevention.grants_euros",
            ("Small grants to residents' initiatives", "Kleine budgetten voor bewonersinitiatieven"),
            ("euros per year", "euro per jaar"),
            1e9,
            Source::Assumption("what they do is in initiative.grant_lasts; it may be nothing"),
            "Euros for small grants to residents' initiatives, which then last longer. What there are no initiatives \
             for is not spent.",
            None,
        ),
        apply: |value, settings| settings.prevention.grants_euros = value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "signals.visit_share",
            aliases: &[],
            mechanism: "M7",
            name: "Home visits on arrears signals",
            dutch: "Langsgaan na signalen van achterstand",
            unit: "share of signals that reach nobody",
            dutch_unit: "deel van de signalen die niemand bereiken",
            kind: LeverKind::Number { min: 0.0, max: 1.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::TeamLeader,
            source: Source::Assumption("0 is the letters, calls and visits of today, which reach a fifth"),
            doc: "Share of the arrears signals that today's letters and calls do not reach and that get a home visit \
                  on top. It takes hours for reports (outreach.report_fte); without them it is left undone.",
            gap: None,
        },
        apply: |value, settings| settings.prevention.visit_share = value.number(),
    },
];
