//! When something is asked in return for help: at the start of a case, and at a decision on Wmo help.

use super::promise;
use super::rule::Rule;
use super::state::Regime;
use super::who::{is_exempt, rule};
use crate::district::{District, Now};
use crate::ids::ResidentId;
use crate::observation::Indicator;

/// The team begins to help somebody, or Wmo help is granted or renewed.
pub(super) fn for_help(now: Now<'_>, d: &mut District, r: ResidentId) {
    let rule = rule(now, Regime::Help);
    if rule == Rule::Nothing || !d.residents[r].is_adult() || promise::of(d, r, Regime::Help).runs() {
        return;
    }
    if is_exempt(now, d, r) {
        d.counts.add(Indicator::RETURN_EXEMPT, 1);
    } else {
        promise::begin(now, d, r, (Regime::Help, rule));
    }
}
