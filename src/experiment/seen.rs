//! Which series can be an early sign of what comes.

use crate::observation::{Series, is_among, is_registered};

/// Whether a series can be a sign.
pub(super) fn can_be_seen(series: &Series) -> bool {
    series.group == "all" && is_registered(&series.indicator, &series.group) && !is_among(NO_SIGNS, &series.indicator)
}

/// The year of the signs, from 0. In the second year a plan has run in, and it still lies in the council term of who
/// decided on the plan.
pub(super) const EARLY_YEAR: u32 = 1;

/// What is registered and no sign. How many people live somewhere is circumstance. How much outreach is done is how
/// much of a plan is carried out: it makes the effect larger or smaller, and says nothing of where it leads.
pub(super) const NO_SIGNS: &[&str] = &[
    "residents",
    "residents.",
    "households",
    "births",
    "deaths",
    "visits",
    "visits.reached",
    "hours.collective",
    "hours.door",
    "hours.place",
    "hours.report",
];
