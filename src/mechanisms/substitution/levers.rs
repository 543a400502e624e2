//! What somebody can decide of it.

use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// What the model lacks wherever a team keeps what it would refer.
const NO_MISJUDGING: Gap = Gap {
    english: "Every team judges alike what it can do itself: that some keep people too long is not in the model, nor \
              that a team learns.",
    dutch: "Elk wijkteam oordeelt hetzelfde over wat het zelf kan. Dat een team iemand te lang houdt, of ervan leert, \
            zit niet in het model.",
};

/// What the model lacks of reviews.
const NO_TRUST: Gap = Gap {
    english: "What a review does to trust, and what an objection costs, is not in the model.",
    dutch: "Wat een evaluatie met vertrouwen doet, en wat bezwaar kost, zit niet in het model.",
};

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    Lever {
        meta: LeverMeta {
            key: "referral.own_first",
            aliases: &[],
            mechanism: "M8",
            name: "Own help first",
            dutch: "Eerst zelf helpen",
            unit: "weeks",
            dutch_unit: "weken",
            kind: LeverKind::Number { min: 0.0, max: 26.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::TeamLeader,
            source: Source::Assumption("what a team may try, a quarter of a year say; no count seen; range 0 to 26"),
            doc: "Weeks in which the team helps first with a light or moderate need that its plan would refer. Then, \
                  or when its work is done sooner, the plan decides on the need as it is by that time. What becomes \
                  severe is decided on at once.",
            gap: Some(NO_MISJUDGING),
        },
        apply: |value, settings| settings.substitution.own_first_weeks = value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "mandate.own_hours",
            aliases: &[],
            mechanism: "M8",
            name: "Hours within the team's mandate",
            dutch: "Uren binnen het mandaat van het wijkteam",
            unit: "hours per case",
            dutch_unit: "uur per zaak",
            kind: LeverKind::Number { min: 0.0, max: 100.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::TeamLeader,
            source: Source::Assumption("from a light need to a crisis a case takes 4 to 32 hours; range 0 to 100"),
            doc: "A need whose work fits in so many hours is within the mandate: mandate.strength says how much less \
                  it is referred. Without it these hours do nothing.",
            gap: Some(NO_MISJUDGING),
        },
        apply: |value, settings| settings.substitution.mandate_hours = value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "mandate.strength",
            aliases: &[],
            mechanism: "M8",
            name: "Strength of the team's mandate",
            dutch: "Hoe ver het mandaat van het wijkteam gaat",
            unit: "log odds",
            dutch_unit: "log-kansverhouding: 1 is een factor 2,7",
            kind: LeverKind::Number { min: 0.0, max: 2.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::Alderman,
            source: Source::Assumption(
                "at 1 the odds of a referral are 0.37 times those without; no figure seen; \
                                        range 0 to 2",
            ),
            doc: "How much the team does itself instead of referring, of what fits in mandate.own_hours: taken off the \
                  log odds of a referral. At 1 half of all referrals become about a quarter, at 2 an eighth.",
            gap: Some(NO_MISJUDGING),
        },
        apply: |value, settings| settings.substitution.mandate_strength = value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "review.weeks",
            aliases: &[],
            mechanism: "M8",
            name: "Reviews of services, every so many weeks",
            dutch: "Evaluatie van lopende hulp, om de zoveel weken",
            unit: "weeks",
            dutch_unit: "weken",
            kind: LeverKind::Number { min: 0.0, max: 104.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::Alderman,
            source: Source::Assumption(
                "what a municipality may decide, once a year say; no count seen; range 26 to 104",
            ),
            doc: "The team reviews guidance, day activity, help in the house and ambulatory youth help every so many \
                  weeks: it ends what nobody needs any more and fits hours to the need as it is. 0 is no reviews, and \
                  less than 4 counts as 4: set it on a date, without a ramp.",
            gap: Some(NO_TRUST),
        },
        apply: |value, settings| settings.substitution.review_weeks = value.number(),
    },
];
