//! Help is refused because of own strength: whether the person acts, what the team does about it, and what becomes of
//! the need.

use super::judge;
use super::rows::Response;
use super::state::Relied;
use crate::calendar::Occasion;
use crate::district::{District, Happening, Now, Rate, Reading, Subject};
use crate::entities::{Lines, Product, Resident};
use crate::ids::{EpisodeId, Key};
use crate::links::Link;
use crate::mechanisms::doors::holding;
use crate::observation::Indicator;
use crate::random::Process;
use crate::units::Effort;

/// Doenvermogen from which on somebody can act (a matter of words: it says who is counted as what).
const CAN: f64 = 0.5;
/// Weeks for which somebody acts.
const ACTS_FOR: f64 = 26.0;
/// Weeks within which a wrongly refused need counts as worse: a year.
const WATCHED_FOR: f64 = 52.0;

/// Help with a need is refused: with a product that was applied for, or with a case. `key` is of what was asked for.
pub fn refused(now: Now<'_>, d: &mut District, e: EpisodeId, product: Option<Product>, key: Key) {
    let p = &now.inputs.params.own_strength;
    let response = now.settings.own_strength.response;
    let r = d.episodes[e].resident;
    let capacity = judge::capacity(now, d, r);
    let motivated = response == Response::Motivate;
    let more = if motivated { p.motivated } else { 0.0 };
    let chance = (capacity * p.acting).min(1.0) * now.settings.link(Link::CAPACITY_ACTING) + more;
    let acts = now.inputs.draws.unit(Process::OWN_STRENGTH_ACTS, key, 0) < chance;
    if motivated {
        let (team, _) = d.team_for(e, now.age(&d.residents[r]));
        d.teams[team].intake_due += Effort::from_hours(p.motivating_hours);
    }
    count(d, e, acts, capacity >= CAN);
    let relied = d.rooms.own_strength.needs.of_mut(&d.episodes, e);
    (relied.refused, relied.product, relied.worse) = (Some(now.at), product, false);
    relied.acts_until = acts.then(|| now.at.plus_weeks(ACTS_FOR));
    if acts {
        now.tell(d, Happening::RateRose(Rate::Improving, r));
    } else if response == Response::TakeOver {
        let tie = (d.episodes[e].key.0 >> 32) as u32;
        d.schedule_episode(e, Occasion::TAKEN_OVER, now.at.plus_weeks(p.patience), tie, 0);
    }
    holding::refused(now, d, e, key);
    now.tell(d, Happening::HelpTurnedOut(r, Lines::FIRST, false));
}

/// Counts a refusal: who acts, who could and does not, who cannot, and who those are who do not act.
fn count(d: &mut District, e: EpisodeId, acts: bool, can: bool) {
    let resident = &d.residents[d.episodes[e].resident];
    let (low, alone) = (resident.income() == 0, !resident.is(Resident::NETWORK));
    let counts = &mut d.counts;
    counts.add(Indicator::OWN_STRENGTH_REFUSED, 1);
    counts.ratio(Indicator::OWN_STRENGTH_ACTS, i64::from(acts), 1);
    counts.ratio(Indicator::CAN_BUT_DOES_NOT, i64::from(can && !acts), 1);
    counts.ratio(Indicator::CANNOT_ACT, i64::from(!can && !acts), 1);
    if !acts {
        counts.add(Indicator::WRONGLY_REFUSED, 1);
        counts.ratio(Indicator::WRONGLY_LOW_INCOME, i64::from(low), 1);
        counts.ratio(Indicator::WRONGLY_NO_NETWORK, i64::from(alone), 1);
        counts.ratio(Indicator::WRONGLY_WORSE, 0, 1);
    }
}

/// A need has become worse.
pub(super) fn worsened(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let found = relied(d, e).filter(|relied| is_watched(now, relied) && !relied.worse);
    if found.is_some_and(|relied| relied.acts_until.is_none()) {
        d.rooms.own_strength.needs.of_mut(&d.episodes, e).worse = true;
        d.counts.ratio(Indicator::WRONGLY_WORSE, 1, 0);
    }
}

/// What is kept of a need.
pub(super) fn relied(d: &District, e: EpisodeId) -> Option<Relied> {
    d.rooms.own_strength.needs.get(&d.episodes, e).copied()
}

/// What is kept of the need of a rate.
#[inline]
fn of_subject(d: &District, s: Subject) -> Option<Relied> {
    s.episode.some().and_then(|e| relied(d, e))
}

/// Whether help was refused within the last year.
fn is_watched(now: Now<'_>, relied: &Relied) -> bool {
    relied.refused.is_some_and(|at| now.at < at.plus_weeks(WATCHED_FOR))
}

/// Who was refused asks for less.
pub(super) fn asking(now: Now<'_>, d: &District, s: Subject, reading: Reading) -> f64 {
    let again = || {
        let refused = of_subject(d, s).is_some_and(|relied| relied.refused.is_some());
        if refused { now.inputs.params.own_strength.asks_again } else { 1.0 }
    };
    reading.of(again, || 1.0)
}

/// What was refused and nobody acts on lacks the help that would keep it from getting worse: where the link is
/// weakened, it is spared that.
pub(super) fn worsening(now: Now<'_>, d: &District, s: Subject, reading: Reading) -> f64 {
    let spared = || {
        let lacks = |relied: Relied| relied.acts_until.is_none() && is_watched(now, &relied);
        let unhelped = s.episode.some().is_some_and(|e| !d.episodes[e].is_helped());
        if unhelped && of_subject(d, s).is_some_and(lacks) {
            1.0 - now.inputs.params.needs.help_protection * (1.0 - now.settings.link(Link::REFUSAL_WORSENING))
        } else {
            1.0
        }
    };
    reading.of(spared, || 1.0)
}

/// Who acts gets over a part of it sooner.
pub(super) fn improving(now: Now<'_>, d: &District, s: Subject, _: Reading) -> f64 {
    let acts = |relied: Relied| relied.acts_until.is_some_and(|until| now.at < until);
    if of_subject(d, s).is_some_and(acts) { now.inputs.params.own_strength.improving } else { 1.0 }
}
