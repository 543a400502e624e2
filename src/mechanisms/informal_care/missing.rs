//! Hours of informal care that are looked for and that nobody gives.

use crate::district::{District, Now};
use crate::entities::Severity;
use crate::observation::Indicator;
use crate::random::standard_normal_cdf;

/// Hours that one more carer would give on average: those of a carer are log-normal, and at most the cap, of
/// all and of one tie.
pub fn mean_hours(now: Now<'_>) -> f64 {
    let p = &now.inputs.params.informal_care;
    let (median, sigma, cap) = (p.median, p.sigma, p.cap.min(p.tie_cap));
    if sigma <= 0.0 {
        return median.min(cap);
    }
    let z = libm::log(cap / median) / sigma;
    median * libm::exp(sigma * sigma / 2.0) * standard_normal_cdf(z - sigma) + cap * (1.0 - standard_normal_cdf(z))
}

/// Adds what is missing now to the year's sums: as hours, and as a share of what is looked for in which a carer counts
/// by the severity of the need.
pub fn observe(now: Now<'_>, d: &mut District) {
    let (missing, wanted) = (d.levels.carers_missing, d.levels.carers_wanted);
    let minutes = libm::round(mean_hours(now) * 60.0) as i64;
    d.counts.level(Indicator::CARE_MISSING.place(), missing.iter().sum::<i64>() * minutes, 60);
    let weighed = |carers: [i64; 4]| Severity::ALL.iter().zip(carers).map(|(s, n)| *s as i64 * n).sum::<i64>();
    d.counts.ratio(Indicator::CARE_MISSING_SHARE, weighed(missing), weighed(wanted));
}
