//! What a municipality's own figures are called, and what holds for each.

use std::sync::LazyLock;

use crate::language::Text;
use crate::observation::{Series, catalogue};

/// The plain names of figures that many administrations keep, and the indicator that each is.
pub const OWN_NAMES: [(&str, &str); 15] = [
    ("wmo_clients", "persons.wmo"),
    ("youth_clients", "persons.youth_help"),
    ("second_line_clients", "persons.second_line"),
    ("help_at_home_clients", "persons.help_at_home"),
    ("informal_carers", "carers"),
    ("debt_households", "households.debt"),
    ("team_cases", "team.cases"),
    ("team_open_cases", "team.open"),
    ("team_waiting", "team.waiting"),
    ("team_wait_weeks", "team.wait_weeks"),
    ("team_referrals", "team.referrals"),
    ("spend_wmo_euros", "euros.wmo"),
    ("spend_youth_euros", "euros.youth"),
    ("spend_team_euros", "euros.first_line"),
    ("spend_municipality_euros", "euros.municipality"),
];

pub(super) const NO_VALUE: Text = Text::fixed("has no value", "heeft geen waarde");

/// Largest value of a figure.
pub(super) const MOST: f64 = 1e12;

/// Every name that a figure may have: the plain ones, and the keys of the indicators in every result.
pub fn own_names() -> &'static [&'static str] {
    static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let of_everybody = |s: &&Series| s.default && s.group == "all";
        let keys: Vec<&str> = catalogue::series().iter().filter(of_everybody).map(|s| s.indicator.as_str()).collect();
        // A key that is a table of others in TOML has no value of its own; and residents are those of the figures.
        let is_stem = |key: &str| keys.iter().any(|other| other.starts_with(&format!("{key}.")));
        let single = keys.iter().copied().filter(|key| !is_stem(key) && !key.starts_with("residents"));
        OWN_NAMES.iter().map(|(name, _)| *name).chain(single).collect()
    });
    &NAMES
}

/// The indicator that a name means.
pub(super) fn indicator_of(name: &str) -> &str {
    OWN_NAMES.iter().find(|(plain, _)| *plain == name).map_or(name, |(_, indicator)| indicator)
}
