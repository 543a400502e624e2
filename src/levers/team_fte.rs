//! Lever `team.fte`: FTE of the team as a whole.

use super::{Gap, Lever, LeverKind, LeverMeta, Role};
use crate::provenance::Source;

/// Largest team, in FTE, wherever its size is stated: the whole country at 17 jobs per 10,000 residents has about
/// 25,000, a municipality of 900,000 residents about 1,300.
pub const MAX_TEAM_FTE: f64 = 50_000.0;

pub(super) const LEVER: Lever = Lever {
    meta: LeverMeta {
        key: "team.fte",
        mechanism: "M1",
        name: "Team size",
        dutch: "Omvang wijkteam",
        unit: "FTE",
        dutch_unit: "fte",
        kind: LeverKind::Number { min: 0.0, max: MAX_TEAM_FTE },
        dutch_choices: &[],
        neutral: None,
        scales: true,
        role: Role::Alderman,
        source: Source::Sourced {
            title: "11 (8 to 17) jobs per 10,000 residents, derived from Amersfoort, Leeuwarden and Eindhoven \
                    headcounts; 0.85 FTE per job is an assumption",
            url: "https://www.soesterkwartier.info/werkdruk-bij-wijkteams-vaak-hoog/",
        },
        doc: "FTE of the team as a whole. Outreach and collective FTE come out of it.",
        gap: Some(Gap {
            english: "The strain on those who work there is not in the model: under pressure nobody falls ill or \
                      leaves sooner.",
            dutch: "De belasting van de medewerkers zit niet in het model: door drukte wordt niemand ziek en gaat \
                    niemand eerder weg.",
        }),
    },
    apply: |value, settings| settings.team_fte = value.number(),
};
