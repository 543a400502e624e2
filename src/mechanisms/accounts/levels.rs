//! The live levels of a district as indicators.

use crate::district::District;
use crate::observation::{Indicator, catalogue};

/// Adds the live levels to the year's sums.
pub fn observe(d: &mut District) {
    let l = d.levels.clone();
    let late = d.files_late;
    let households = d.households.len() as i64;
    let counts = &mut d.counts;
    let mut level = |indicator: Indicator, raw: i64, scale: i64| counts.level(indicator.place(), raw, scale);
    level(Indicator::SEVERE_UNHELPED, l.unhelped, 1);
    level(Indicator::SEVERE, l.severe, 1);
    level(Indicator::RESIDENTS, l.residents, 1);
    level(Indicator::RESIDENTS_UNDER23, l.by_age[0], 1);
    level(Indicator::RESIDENTS_ADULT, l.by_age[1], 1);
    level(Indicator::RESIDENTS_OLDER, l.by_age[2], 1);
    level(Indicator::HOUSEHOLDS, households, 1);
    level(Indicator::NEED_OPEN, l.open, 1);
    level(Indicator::NEED_HIDDEN, l.hidden, 1);
    level(Indicator::REGISTERED_KNOWN, l.known + late, 1);
    level(Indicator::DEBT_HOUSEHOLDS, l.debts, 1);
    level(Indicator::UNHELPED_NO_NETWORK, l.no_network_unhelped, 1);
    level(Indicator::CARERS, l.carers, 1);
    level(Indicator::CARERS_BURDENED, l.burdened, 1);
    level(Indicator::CARE_HOURS, l.care_minutes, 60);
    level(Indicator::VOLUNTEERS, l.volunteers, 1);
    counts.ratio(Indicator::CARE_HOURS_PER_CARER, l.care_minutes, 60 * l.carers);
    counts.ratio(Indicator::TRUST_FIRST, l.trust, 65_535 * l.residents);
    counts.ratio(Indicator::TRUST_SECOND, l.trust_second, 65_535 * l.residents);
    for (position, value) in l.need.iter().flatten().flatten().enumerate() {
        counts.level(catalogue::NEED + position, *value, 1);
    }
    for (g, (unhelped, size)) in l.unhelped_groups.iter().zip(&l.groups).enumerate() {
        counts.level(catalogue::GROUPED + g, *unhelped, 1);
        counts.level(catalogue::GROUP_SIZES + g, *size, 1);
    }
}
