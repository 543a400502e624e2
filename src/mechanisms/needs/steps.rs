//! Steps of severity: a need gets worse and lighter, and the severer it is, the slower its natural clock runs
//! (docs/odd.md 7.2).
//!
//! The natural quantile of a need is drawn once. A step of severity stretches or shortens what is left of it, and never
//! draws it anew.

use crate::calendar::{Entry, Occasion};
use crate::district::{District, Happening, Now, Rate, What};
use crate::entities::{Episode, Severity};
use crate::ids::EpisodeId;
use crate::mechanisms::needs::clock::{clock, pace};
use crate::mechanisms::needs::hazards::{check, enter_lighter, enter_worse, rate_now};
use crate::mechanisms::needs::natural;
use crate::observation::Indicator;
use crate::units::Minute;

/// A candidate of worsening by a step.
pub fn worsens(now: Now<'_>, d: &mut District, entry: &Entry) {
    let e = EpisodeId(entry.slot);
    let Some(worse) = d.episodes[e].severity.worse() else { return };
    if happens(now, d, entry, (Rate::Worsening, Episode::WORSENING)) {
        worsen(now, d, e, worse);
    }
}

/// A candidate of improvement by a step.
pub fn improves(now: Now<'_>, d: &mut District, entry: &Entry) {
    let e = EpisodeId(entry.slot);
    let Some(lighter) = d.episodes[e].severity.lighter() else { return };
    if happens(now, d, entry, (Rate::Improving, Episode::IMPROVING)) {
        improve(now, d, e, lighter);
    }
}

/// Whether a candidate of an open need lies below the rate.
fn happens(now: Now<'_>, d: &District, entry: &Entry, (of, process): (Rate, usize)) -> bool {
    let e = EpisodeId(entry.slot);
    if d.episodes[e].recovered {
        return false;
    }
    let rate = rate_now(now, d, of, e);
    check(d, e, process, rate);
    entry.height() < rate
}

fn worsen(now: Now<'_>, d: &mut District, e: EpisodeId, worse: Severity) {
    let Episode { key, resident: r, domain, .. } = d.episodes[e];
    d.counts.add(Indicator::WORSENINGS, 1);
    becomes(now, d, e, worse);
    d.note_of(now.at, r, Some(key), What::Worsened(domain, worse));
    if worse == Severity::Crisis {
        d.counts.add(Indicator::CRISIS_ONSETS, 1);
        natural::schedule_long_term(now, d, e);
    }
    now.tell(d, Happening::NeedWorsened(e));
    enter_worse(now, d, e);
}

/// A need becomes a crisis at once, if it is none.
pub fn breaks_out(now: Now<'_>, d: &mut District, e: EpisodeId) {
    if d.episodes[e].severity != Severity::Crisis {
        worsen(now, d, e, Severity::Crisis);
    }
}

fn improve(now: Now<'_>, d: &mut District, e: EpisodeId, lighter: Severity) {
    let Episode { key, resident: r, domain, .. } = d.episodes[e];
    d.counts.add(Indicator::IMPROVEMENTS, 1);
    becomes(now, d, e, lighter);
    d.note_of(now.at, r, Some(key), What::Improved(domain, lighter));
    now.tell(d, Happening::NeedImproved(e));
    enter_lighter(now, d, e);
}

/// A need gets another severity: what is left of its natural time is stretched or shortened.
fn becomes(now: Now<'_>, d: &mut District, e: EpisodeId, severity: Severity) {
    let Episode { domain, severity: before, natural_end, .. } = d.episodes[e];
    let (slow, fast) = (pace(now, domain, before), pace(now, domain, severity));
    let clock = clock(now, d, e);
    d.change_episode(e, |episode| episode.severity = severity);
    let course = d.rooms.needs.of_mut(&d.episodes, e);
    (course.clock, course.at) = (clock, now.at);
    if slow.to_bits() != fast.to_bits() {
        let left = natural_end.weeks_since(now.at) * slow / fast;
        natural::ends_at(now, d, e, now.at.plus_weeks(left).max(Minute(now.at.0 + 1)));
    }
}

/// The severity of a need half a year after somebody asked for help with it: whether that was at a peak.
pub(super) fn look_back(_: Now<'_>, d: &mut District, entry: &Entry) {
    let e = EpisodeId(entry.slot);
    let is_there = d.episodes.is_current(e, entry.generation) && !d.episodes[e].recovered;
    let severity = if is_there { d.episodes[e].severity as i64 } else { 0 };
    d.counts.ratio(Indicator::ASKED_AFTER, severity, 1);
}

/// Weeks after asking at which a need is looked at again.
const LOOKED_AT_AFTER: f64 = 26.0;

/// Somebody asks: the need is looked at again after half a year.
pub fn asks(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let at = now.at.plus_weeks(LOOKED_AT_AFTER);
    let (generation, tie) = (d.episodes[e].generation, (d.episodes[e].key.0 >> 32) as u32);
    d.calendar.add(Entry { at, tie, slot: e.0, generation, what: Occasion::LOOKED_AT, aux: 0 });
}
