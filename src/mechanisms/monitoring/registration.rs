//! How much sooner and fuller the books are by hours of monitoring.

use crate::district::Now;

/// Weeks until something is registered, over those without monitoring.
pub fn lag(now: Now<'_>) -> f64 {
    1.0 / (1.0 + now.settings.monitoring.hours)
}

/// What is never registered, over what is not without monitoring.
pub fn missing(now: Now<'_>) -> f64 {
    libm::exp(-now.settings.monitoring.hours)
}
