//! Confidence of funders: the registered effect, smoothed over some years. Councils that may cut a
//! plan reckon with it (`politics/council.rs`).

use crate::district::{District, Now};
use crate::links::Link;
use crate::mechanisms::monitoring::{Cohort, watch};
use crate::units::WEEKS_PER_YEAR;

/// A week begins: in the first of a quarter funders read the books.
pub fn week(now: Now<'_>, d: &mut District) {
    if now.week.0.rem_euclid(watch::QUARTER) != 0 {
        return;
    }
    let all: Cohort = watch::completed(d, now.week).into_iter().sum();
    if all.needs == 0 {
        return;
    }
    let effect = f64::from(all.registered) / f64::from(all.needs);
    let quarters = now.inputs.params.referrers.funders_years * f64::from(WEEKS_PER_YEAR / watch::QUARTER);
    let step = now.settings.link(Link::EFFECT_CONFIDENCE) / quarters.max(1.0);
    let confidence = d.rooms.referrers.confidence.get_or_insert(effect);
    *confidence += step * (effect - *confidence);
}
