//! Lever `team.caseload`: Open cases per FTE that works on cases.

use super::{Gap, Lever, LeverKind, LeverMeta, Role};
use crate::provenance::Source;

pub(super) const LEVER: Lever = Lever {
    meta: LeverMeta {
        key: "team.caseload",
        mechanism: "M21",
        name: "Caseload norm",
        dutch: "Caseloadnorm",
        unit: "cases per FTE",
        dutch_unit: "zaken per fte",
        kind: LeverKind::Number { min: 1.0, max: 200.0 },
        dutch_choices: &[],
        neutral: None,
        scales: false,
        role: Role::TeamLeader,
        source: Source::Assumption("12 intensive to 45 light cases per FTE; NJi gives no norm on purpose"),
        doc: "Open cases per FTE that works on cases. More places, and less time for each case when all are taken.",
        gap: Some(Gap {
            english: "The strain on those who work there is not in the model: under pressure nobody falls ill or \
                      leaves sooner.",
            dutch: "De belasting van de medewerkers zit niet in het model: door drukte wordt niemand ziek en gaat \
                    niemand eerder weg.",
        }),
    },
    apply: |value, settings| settings.caseload_per_fte = value.number(),
};
