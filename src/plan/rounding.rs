//! Numbers as they are kept and compared: whole cents, and nine digits.

/// Whole cents of a price in euros.
pub(crate) fn cents(euros: f64) -> i64 {
    libm::round(euros * 100.0) as i64
}

/// Nine digits: scaling in another order leaves a tail.
pub(crate) fn rounded(x: f64) -> f64 {
    format!("{x:.8e}").parse().unwrap_or(x)
}
