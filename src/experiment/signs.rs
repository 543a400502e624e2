//! Early signs: what a municipality can see in its own records soon after the start, and what may therefore decide an
//! undecided verdict.
//!
//! A sign is the level of a registered indicator of the whole district in a variant's own run in its second year: a
//! difference from a run without the plan can be observed by nobody. Series that a result writes only on request are
//! signs too.

use super::comparison_types::Period;
use super::results::{Results, mean_of};
use super::seen::EARLY_YEAR;
use super::statistics::ranks;
use crate::observation::is_among;

/// Years that a period must last beyond the early year to have a sign. Of a shorter one the sign is a good part of
/// what it announces; so the council term has none.
const LATER_YEARS: u32 = 3;

/// What counts nearly the same, in persons, hours, euros or weeks: none is a sign of another of its list, as that would
/// say the same thing twice.
const FAMILIES: &[&[&str]] = &[
    // Use of services and what it costs.
    &["euros.", "hours.second_line", "hours.help_at_home", "persons.", "registered.persons.second_line"],
    // The team's work and its queue.
    &["team.", "hours.", "persons.team.", "euros.welfare", "euros.first_line"],
    // Queues of services, and the hours that they cost the team.
    &["waiting.", "wait_weeks.", "hours.bridging"],
    // Ways to the gate, and what it says.
    &["gate.", "team.referrals", "team.referral_share", "waterbed"],
    // What needs there are, known or not.
    &["need.", "registered.need.known", "network.none.unhelped", "households.debt"],
    // What outreach brings to light, and what it leaves.
    &[
        "visits.",
        "found.",
        "first_contact.",
        "reports.left",
        "hours.door",
        "hours.place",
        "hours.report",
        "hours.unused",
    ],
    // Debt help.
    &["debt.", "households.debt", "euros.debt", "persons.product.debt_programme"],
];

/// A sign with its level in each sample: the mean over the sample's replicates.
#[derive(Clone, Debug)]
pub(super) struct EarlySign {
    /// The indicator.
    pub(super) indicator: String,
    /// What it is called in files: `team.pressure@year:2`.
    pub(super) key: String,
    /// Unit.
    pub(super) unit: &'static str,
    /// The levels, by sample.
    pub(super) values: Vec<f64>,
    /// Their ranks.
    pub(super) ranks: Vec<f64>,
}

impl EarlySign {
    /// `None` where a sample has no level, or all have the same.
    pub(super) fn new(indicator: &str, unit: &'static str, levels: &[Option<f64>]) -> Option<Self> {
        let values: Vec<f64> = levels.iter().copied().collect::<Option<_>>()?;
        let varies = values.windows(2).any(|pair| pair[0].to_bits() != pair[1].to_bits());
        let key = format!("{indicator}@{}", Period::Year(EARLY_YEAR).key());
        varies.then(|| Self { indicator: indicator.to_owned(), key, unit, ranks: ranks(&values), values })
    }

    /// Whether the sign says something of an indicator that is not the same thing in other words.
    pub(super) fn announces(&self, indicator: &str) -> bool {
        let both = |family: &&[&str]| is_among(family, &self.indicator) && is_among(family, indicator);
        self.indicator != indicator && !FAMILIES.iter().any(both)
    }
}

/// The indicator and the year (from 0) of a sign with a key; `None` if it is the key of something else.
pub(crate) fn sign_of(key: &str) -> Option<(&str, u32)> {
    match key.split_once('@').map(|(indicator, period)| (indicator, Period::from_key(period))) {
        Some((indicator, Some(Period::Year(year)))) => Some((indicator, year)),
        _ => None,
    }
}

/// Whether a period that ends with a year (from 0) lasts long enough to have signs.
pub(super) const fn is_announced(last_year: u32) -> bool {
    last_year >= EARLY_YEAR + LATER_YEARS
}

/// The signs of a scenario. Each is ranked once, for every row.
pub(super) fn early_signs(results: &Results, scenario: usize) -> Vec<EarlySign> {
    let samples = results.samples();
    let signs = results.early_series().iter().enumerate().filter_map(|(place, series)| {
        let level = |run| results.early_value(scenario, run, place);
        let levels: Vec<Option<f64>> = samples.iter().map(|runs| mean_of(runs.clone().map(level))).collect();
        EarlySign::new(&series.indicator, series.unit, &levels)
    });
    signs.collect()
}

#[cfg(test)]
mod tests {
    use super::super::seen::{NO_SIGNS, can_be_seen};
    use super::*;
    use crate::observation::Series;
    use crate::observation::catalogue;

    fn sign(indicator: &str) -> EarlySign {
        EarlySign::new(indicator, "", &[Some(1.0), Some(2.0)]).expect("it varies")
    }

    #[test]
    fn what_is_the_same_everywhere_or_missing_somewhere_is_no_sign() {
        assert!(EarlySign::new("team.pressure", "ratio", &[Some(1.5), Some(1.5), Some(1.5)]).is_none());
        assert!(EarlySign::new("team.pressure", "ratio", &[Some(1.5), None, Some(1.7)]).is_none());
        let sign = EarlySign::new("team.pressure", "ratio", &[Some(1.5), Some(1.5), Some(1.7)]).expect("it varies");
        assert_eq!((sign.key.as_str(), sign_of(&sign.key)), ("team.pressure@year:2", Some(("team.pressure", 1))));
        assert_eq!((sign_of("team.pressure"), sign_of("team.pressure@horizon")), (None, None));
    }

    #[test]
    fn no_sign_says_the_same_thing_twice() {
        for (of, row) in [
            ("team.wait_weeks", "team.wait_weeks"),
            ("team.waiting", "team.wait_weeks"),
            ("euros.wmo", "euros.municipality"),
            ("hours.second_line", "euros.all"),
            ("registered.persons.second_line", "persons.second_line"),
            ("registered.need.known", "need.severe.unhelped"),
            ("euros.welfare", "hours.first_line"),
            ("wait_weeks.mental_health", "waiting.mental_health"),
            ("reports.left", "first_contact.report"),
        ] {
            assert!(!sign(of).announces(row), "{of} of {row}");
        }
        for (of, row) in [
            ("waiting.youth_ambulatory", "euros.youth"),
            ("team.pressure", "need.severe.unhelped"),
            ("visits.hit_rate", "euros.municipality"),
            ("gate.refusals", "carers.burdened"),
        ] {
            assert!(sign(of).announces(row), "{of} of {row}");
        }
    }

    #[test]
    fn the_lists_name_series_that_exist() {
        for key in FAMILIES.iter().copied().flatten().chain(NO_SIGNS) {
            assert!(catalogue::series().iter().any(|s| is_among(&[key], &s.indicator)), "{key}");
        }
        let seen: Vec<&Series> = catalogue::series().iter().filter(|s| can_be_seen(s)).collect();
        assert!(seen.iter().any(|s| s.indicator == "visits.hit_rate" && !s.default), "details are among them");
        assert!(!seen.iter().any(|s| s.group != "all" || s.indicator == "residents" || s.indicator == "visits"));
    }

    #[test]
    fn a_sign_comes_years_before_the_end_of_what_it_announces() {
        assert!(!is_announced(1) && !is_announced(3) && is_announced(4));
    }
}
