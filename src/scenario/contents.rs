//! What is in the box: every file of `scenarios/`, by name. `tests/it/box_files.rs` holds the lists beside the folders.

/// A built-in: its name and its text.
pub type BuiltIn = (&'static str, &'static str);

/// Files of folders of `scenarios/`, by their names.
macro_rules! files {
    ($($folder:literal: [$($name:literal),+ $(,)?]),+ $(,)?) => {
        &[$($(($name, include_str!(concat!("../../scenarios/", $folder, $name, ".toml"))),)+)+]
    };
}

/// The built-in scenarios.
pub const SCENARIOS: &[BuiltIn] = files! {
    "": [
        "reactive", "proactive", "proactive-budget",
        "access-by-foundation", "access-by-municipality", "access-by-providers", "aftercare", "area-budget",
        "area-budget-with-room", "basic-infrastructure", "ceiling-youth", "collective-first", "contract-effort",
        "contract-output", "contract-task", "contribution-by-income", "coordination-one-plan", "coordination-separate",
        "cut-ten-percent-across", "cut-ten-percent-presence", "cut-ten-percent-services", "cut-ten-percent-team",
        "debt-depth", "experts-by-experience", "family-group-conferences", "feedback-to-gps", "haste",
        "learning-coaching", "learning-protected", "lower-thresholds", "monitoring-account", "monitoring-learn",
        "monitoring-learn-naive", "no-team", "own-strength-exception", "own-strength-little", "own-strength-lot",
        "patience", "prevent-share-scale-down", "prevention-facilities", "prevention-initiatives",
        "prevention-signals", "reciprocity-benefit", "reciprocity-expected", "reciprocity-obliged",
        "reciprocity-voluntary", "reorganising", "shared-savings", "silos-budget", "specialist-team",
        "substitution-own-help", "substitution-reviews", "tariffs-minus-five", "team-extra-link", "team-in-its-place",
        "teams-target-group", "work-income-enforcement", "work-income-in-remit",
    ],
};

/// The built-in districts.
pub const DISTRICTS: &[BuiltIn] = crate::input_data::BUILTIN_PROFILES;

/// The built-in organisations.
pub const ORGANISATIONS: &[BuiltIn] = files! {
    "organisations/": [
        "wijkteam", "utrecht", "nieuwegein", "wijk-bij-duurstede", "zeist", "eindhoven", "enschede", "leeuwarden",
        "zaanstad", "amersfoort", "rotterdam",
    ],
};

/// What may be known of the world instead, and what may happen in it.
pub const WORLDS: &[BuiltIn] = files! {
    "worlds/": [
        "tight-labour-market", "low-turnover", "referrers", "norms-drift", "bad-year", "few-homes",
        "needs-that-never-go",
    ],
    "context/": [
        "covid", "transfer-2015", "evictions-2013", "mental-beds", "flat-fee-2019", "wlz-2021", "arrears-signals-2021",
        "state-cuts", "labour-shortage", "fewer-homes", "a-bad-year-with-debts",
    ],
};

/// The built-in designs: none.
pub const DESIGNS: &[BuiltIn] = &[];
