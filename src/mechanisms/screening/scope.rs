//! What an intake looks at, and which hidden needs of a household it brings to light.

use super::depth::beyond;
use super::rows::Intake;
use crate::district::{District, Now};
use crate::entities::{Domain, Episode};
use crate::ids::{EpisodeId, HouseholdId, Key};
use crate::links::Link;
use crate::mechanisms::coordination::plan;
use crate::observation::Indicator;
use crate::random::Process;

/// The silo of a domain: livelihood, care, and youth, as departments are divided (assumption: the laws behind them are
/// the Participatiewet and the Wgs, the Wmo, and the Jeugdwet).
const fn silo(domain: Domain) -> u8 {
    match domain {
        Domain::Debt | Domain::Housing | Domain::Work => 0,
        Domain::Mental | Domain::Daily | Domain::Social => 1,
        Domain::Youth => 2,
    }
}

/// Whether the intake of a need looks at needs of a domain: all, or those of its silo.
pub fn looks_at(now: Now<'_>, opening: Domain, domain: Domain) -> bool {
    now.settings.screening.intake == Intake::One || silo(opening) == silo(domain)
}

/// Whether a case that is opened for a need takes up another one: what is known, and of what is hidden the more the
/// deeper the team is, and what it asks about first.
pub fn takes_up(now: Now<'_>, d: &District, (team, case, opening): (usize, Key, EpisodeId), e: EpisodeId) -> bool {
    let Episode { key, domain, known, .. } = d.episodes[e];
    let p = &now.inputs.params;
    let draws = now.inputs.draws;
    let asked = now.settings.screening.basics_first
        && domain.is_basic()
        && (known || draws.unit(Process::BASICS_ASKED, case, key.0) < p.screening.basics);
    let h = d.household_of(d.episodes[e].resident);
    if asked || e == opening || plan::brings_in(now, d, (h, case), e) {
        return true;
    }
    let of_opening = d.episodes[opening].domain;
    let same_silo = silo(of_opening) == silo(domain);
    if !looks_at(now, of_opening, domain) || plan::stays_unseen(now, case, same_silo, (domain, key)) {
        return false;
    }
    let seen = |depth: f64| 0.5 + depth.clamp(0.0, 1.0) / 2.0;
    let beyond = beyond(now, d, team, (domain, Link::DEPTH_TRIAGE));
    let scope = p.team.case_scope * seen(p.screening.depth + beyond) / seen(p.screening.depth);
    known || draws.unit(Process::CASE_SCOPE, case, key.0) < scope
}

/// Counts what is hidden in a household when a case begins, and what of it comes to light: `taken` by the case or
/// handed over by it.
pub fn count(d: &mut District, h: HouseholdId, taken: &[EpisodeId]) {
    let hidden = |e: &EpisodeId| !d.episodes[*e].known && !d.episodes[*e].recovered;
    let all = d.members(h).flat_map(|m| d.episodes_of(m)).filter(hidden).count() as i64;
    let found = taken.iter().filter(|e| hidden(e)).count() as i64;
    d.counts.ratio(Indicator::STILL_HIDDEN, all - found, all);
}

/// Weeks that a referral of a need is put off for somebody to help with the debts and the housing of its household
/// first; none where somebody does, where nobody knows of any, or where they do not come first.
pub fn weeks_for_basics(now: Now<'_>, d: &District, h: HouseholdId, domain: Domain) -> f64 {
    if !now.settings.screening.basics_first || domain.is_basic() {
        return 0.0;
    }
    let waits = |e: &EpisodeId| {
        let episode = &d.episodes[*e];
        episode.domain.is_basic() && episode.known && !episode.recovered && !episode.is_helped()
    };
    let any = d.members(h).flat_map(|m| d.episodes_of(m)).any(|e| waits(&e));
    if any { now.inputs.params.screening.basics_weeks } else { 0.0 }
}
