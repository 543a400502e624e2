//! Hours of monitoring per case, how long cases take, and a target on that: what is held to account is done, whatever
//! it was to stand for.

use super::rows::Use;
use super::watch;
use crate::calendar::{Entry, Occasion};
use crate::district::{District, Now};
use crate::entities::{CaseState, Episode, Helper};
use crate::ids::{CaseId, EpisodeId, Key};
use crate::links::Link;
use crate::mechanisms::team::cases;
use crate::observation::Indicator;
use crate::random::Process;
use crate::units::{Effort, MINUTES_PER_WEEK};

/// The case with a key in the household of a need.
pub fn case_of(d: &District, e: EpisodeId, key: Key) -> Option<CaseId> {
    d.cases_of(d.household_of(d.episodes[e].resident)).find(|c| d.cases[*c].key == key)
}

/// A case begins with a need: monitoring takes its hours, as work that is due, and a target sets a date for some.
pub(super) fn case_begins(now: Now<'_>, d: &mut District, e: EpisodeId, key: Key) {
    let Some(c) = case_of(d, e, key) else { return };
    *d.rooms.monitoring.begun.of_mut(&d.cases, c) = now.at;
    let Episode { heard_before, help_ended, .. } = d.episodes[e];
    let again = heard_before || help_ended[Helper::Team as usize] != Episode::NEVER;
    d.counts.ratio(Indicator::CASE_RETURNS, i64::from(again), 1);
    let s = &now.settings.monitoring;
    if s.hours > 0.0 {
        let hours = Effort::from_hours(s.hours);
        d.teams[usize::from(d.cases[c].team)].intake_due += hours;
        d.counts.add(Indicator::MONITOR_HOURS, hours.0);
    }
    let p = &now.inputs.params.monitoring;
    let share = p.close_at_norm * now.settings.link(Link::TARGET_CLOSING);
    if s.serves == Use::Account && now.inputs.draws.unit(Process::TARGET_CLOSING, key, 0) < share {
        let at = now.at.plus_weeks(p.norm * cases::usual_weeks(now, d.cases[c].severity, false));
        let (tie, generation) = ((key.0 >> 32) as u32, d.cases[c].generation);
        d.calendar.add(Entry { at, tie, slot: c.0, generation, what: Occasion::CASE_AT_NORM, aux: 0 });
    }
}

/// A case has taken as long as the target allows: it closes, and what the team helped with is registered as over.
pub fn at_norm(now: Now<'_>, d: &mut District, c: CaseId) {
    if now.settings.monitoring.serves != Use::Account || d.cases[c].state != CaseState::Open {
        return;
    }
    d.counts.add(Indicator::CASE_AT_NORM, 1);
    let team = d.cases[c].team;
    let members: Vec<_> = d.members(d.cases[c].household).collect();
    let helped: Vec<EpisodeId> =
        members.into_iter().flat_map(|m| d.episodes_of(m)).filter(|e| d.episodes[*e].is_helped_by(team)).collect();
    for e in helped {
        watch::register(d, e, now.at);
    }
    cases::finish_now(now, d, c);
}

/// A case ends: how long it took, and whether the need that it was opened with is still there.
pub(super) fn case_ends(now: Now<'_>, d: &mut District, c: CaseId) {
    if let Some(begun) = d.rooms.monitoring.begun.get(&d.cases, c).copied() {
        let minutes = i64::from(now.at.0) - i64::from(begun.0);
        d.counts.ratio(Indicator::CASE_WEEKS, minutes, i64::from(MINUTES_PER_WEEK));
    }
    let case = &d.cases[c];
    let (e, generation) = (case.episode, case.episode_generation);
    let unsolved = d.episodes.is_current(e, generation) && !d.episodes[e].recovered;
    d.counts.ratio(Indicator::CASE_UNSOLVED, i64::from(unsolved), 1);
}
