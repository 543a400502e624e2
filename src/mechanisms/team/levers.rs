//! What somebody can decide of it.

use crate::entities::MAX_TEAMS;
use crate::levers::{Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// Largest team, in FTE, wherever its size is stated: the whole country at 17 jobs per 10,000 residents has about
/// 25,000, a municipality of 900,000 residents about 1,300.
pub const MAX_TEAM_FTE: f64 = 50_000.0;

/// The levers of the sizes of teams, in the order of the file.
pub const SIZES: [&str; MAX_TEAMS] =
    ["team.1.fte", "team.2.fte", "team.3.fte", "team.4.fte", "team.5.fte", "team.6.fte", "team.7.fte", "team.8.fte"];

/// What these are called, in English and Dutch.
const NAMES: [(&str, &str); MAX_TEAMS] = [
    ("Size of the first team", "Omvang van het eerste team"),
    ("Size of the second team", "Omvang van het tweede team"),
    ("Size of the third team", "Omvang van het derde team"),
    ("Size of the fourth team", "Omvang van het vierde team"),
    ("Size of the fifth team", "Omvang van het vijfde team"),
    ("Size of the sixth team", "Omvang van het zesde team"),
    ("Size of the seventh team", "Omvang van het zevende team"),
    ("Size of the eighth team", "Omvang van het achtste team"),
];

/// The lever of the size of one of several teams.
const fn size_of<const TEAM: usize>() -> Lever {
    Lever {
        meta: LeverMeta {
            key: SIZES[TEAM],
            aliases: &[],
            mechanism: "M1",
            name: NAMES[TEAM].0,
            dutch: NAMES[TEAM].1,
            unit: "FTE",
            dutch_unit: "fte",
            kind: LeverKind::Number { min: 0.0, max: MAX_TEAM_FTE },
            dutch_choices: &[],
            neutral: None,
            scales: true,
            role: Role::Alderman,
            source: Source::Assumption("how FTE are divided over teams is a choice; no norm seen"),
            doc: "FTE of a team, by its place among the [[team]] of the file; also team.<name>.fte. Where team.fte is \
                  set, too, that is how many they are together, and this how they are divided.",
            gap: None,
        },
        apply: |value, settings| settings.team.set_fte_of(TEAM, value.number()),
    }
}

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    size_of::<0>(),
    size_of::<1>(),
    size_of::<2>(),
    size_of::<3>(),
    size_of::<4>(),
    size_of::<5>(),
    size_of::<6>(),
    size_of::<7>(),
    Lever {
        meta: LeverMeta {
            key: "team.fte",
            aliases: &[],
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
            gap: None,
        },
        apply: |value, settings| settings.team.fte = value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "team.caseload",
            aliases: &[],
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
            gap: None,
        },
        apply: |value, settings| settings.team.caseload_per_fte = value.number(),
    },
    Lever {
        meta: LeverMeta {
            key: "team.training_hours",
            aliases: &[],
            mechanism: "M22",
            name: "Training",
            dutch: "Scholing",
            unit: "hours per FTE-year",
            dutch_unit: "uur per fte per jaar",
            kind: LeverKind::Number { min: 0.0, max: 400.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role: Role::TeamLeader,
            source: Source::Assumption(
                "a new way of working asks 20 to 80 hours per FTE in its first years; no count seen",
            ),
            doc: "Hours of training per FTE and year, before anything else is planned: room to practise what is new.",
            gap: None,
        },
        apply: |value, settings| settings.team.training_hours += value.number(),
    },
];
