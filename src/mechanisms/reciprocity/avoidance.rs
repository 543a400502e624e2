//! Who stays away from municipal doors because something is asked in return.

use super::rule::Rule;
use super::state::Regime;
use super::who::{is_exempt, is_of_age, rule};
use crate::district::{District, Now};
use crate::ids::EpisodeId;
use crate::links::Link;
use crate::mechanisms::needs::rates;
use crate::observation::Indicator;
use crate::random::Process;

/// Whether a rule keeps anybody away.
pub fn deters(now: Now<'_>) -> bool {
    matches!(rule(now, Regime::Help), Rule::Expected | Rule::Obliged)
}

/// Chance that somebody stays away with a need for which they would ask at a municipal door: the less capacity the
/// likelier.
pub fn chance(now: Now<'_>, d: &District, e: EpisodeId) -> f64 {
    let p = &now.inputs.params.reciprocity;
    let share = match rule(now, Regime::Help) {
        Rule::Nothing | Rule::Voluntary => return 0.0,
        Rule::Expected => p.avoids_expected,
        Rule::Obliged => p.avoids_obliged,
    };
    let r = d.episodes[e].resident;
    if !is_of_age(&d.residents[r]) {
        // Everybody knows an age limit.
        return 0.0;
    }
    let known = if is_exempt(now, d, r) { p.avoids_exempt } else { 1.0 };
    let capacity = rates::capacity_now(now, d, r);
    (share * known * (1.5 - capacity) * now.settings.link(Link::RECIPROCITY_ASKING)).min(1.0)
}

/// Whether somebody stays away with a need as severe as it is: who would ask twice about the same thing does alike.
pub fn stays_away(now: Now<'_>, d: &mut District, e: EpisodeId) -> bool {
    let episode = &d.episodes[e];
    let u = now.inputs.draws.unit(Process::RETURN_AVOIDED, episode.key, episode.severity as u64);
    if u >= chance(now, d, e) {
        return false;
    }
    let low = d.residents[d.episodes[e].resident].income() == 0;
    d.counts.add(Indicator::RETURN_AVOIDED, 1);
    d.counts.add(Indicator::RETURN_AVOIDED_LOW, i64::from(low));
    true
}
