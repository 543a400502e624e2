//! What is said of what keeps scenarios comparable, and `local-check`.

use crate::plan::ClosureNote;

/// What keeps scenarios comparable, and `local-check`.
pub(in crate::report) trait Checks: Sync {
    /// What keeps two scenarios comparable.
    fn closure(&self, key: &str) -> &'static str;
    /// What closure changed in a variant.
    fn closure_note(&self, note: &ClosureNote) -> String;
    /// How far the municipality's euros are from equal where a closure aimed at equal ones: so much a year more in the
    /// mean, and its range.
    fn closure_left(&self, euros: f64, range: Option<(f64, f64)>) -> String;
    /// How far an own figure may be off, and whether somebody has said so.
    fn own_tolerance(&self, share: &str, stated: bool) -> String;
    /// Where an own figure comes from; each part may be empty.
    fn own_source(&self, source: &str, year: Option<i32>, tolerance: &str) -> String;
    /// That the model's counts are converted from the residents simulated to those of the user's own figures.
    fn own_conversion(&self, simulated: &str, counted: &str) -> String;
    /// How many checks fit.
    fn checks_line(&self, fit: usize, of: usize, missed: &[String]) -> String;
}
