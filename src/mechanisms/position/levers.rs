//! What somebody can decide of it.

use super::rows::By;
use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// What the model lacks of it.
const BY_LOT: Gap = Gap {
    english: "No figure informs what interests do; all of it may be nothing. Which professional is whose is by lot, \
              and what a team feels of a budget that is spent is not in the model.",
    dutch: "Geen cijfer zegt wat belangen doen; misschien doen ze niets. Welke professional van wie is, bepaalt het \
            lot. Wat een team merkt van een budget dat op is, zit niet in het model.",
};

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    Lever {
        meta: LeverMeta {
            key: "access.by",
            aliases: &[],
            mechanism: "M13",
            name: "Whose the access is",
            dutch: "Van wie de toegang is",
            unit: "",
            dutch_unit: "",
            kind: LeverKind::Choice(&["as_now", "municipality", "foundation", "providers"]),
            dutch_choices: &["zoals nu", "de gemeente", "een stichting", "aanbieders"],
            neutral: Some(LeverValue::Choice(0)),
            scales: false,
            role: Role::Alderman,
            source: Source::Assumption("municipalities do each of these; no count seen"),
            doc: "Whose the team is that gives access to help. The municipality's own refers less and refuses more; a \
                  foundation's organisation follows more slowly what its people learn; providers' people refer sooner \
                  to an employer with empty places, keep its clients and turn to its way of working. As now, it is \
                  nobody's interest.",
            gap: Some(BY_LOT),
        },
        apply: |value, settings| {
            settings.position.by = By::ALL[usize::from(value.choice()).min(By::ALL.len() - 1)];
        },
    },
    Lever {
        meta: LeverMeta {
            key: "team.seconded_share",
            aliases: &[],
            mechanism: "M13",
            name: "Seconded by providers",
            dutch: "Gedetacheerd door aanbieders",
            unit: "of the FTE",
            dutch_unit: "van de fte",
            kind: LeverKind::Number { min: 0.0, max: 1.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::Provider,
            source: Source::Assumption("from none to all of a team; no count seen"),
            doc: "The part of the team that providers of the second line second: their interest is that of providers. \
                  Where access is the providers' all of it is, whatever this says.",
            gap: Some(BY_LOT),
        },
        apply: |value, settings| settings.position.seconded = value.number(),
    },
];
