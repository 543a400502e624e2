//! What becomes of people whom somebody sent, as who sent them learns it.

use super::sending::{moves, who_sent};
use super::state::Referrer;
use crate::district::{District, Now};
use crate::ids::{CaseId, EpisodeId, Key};
use crate::links::Link;
use crate::mechanisms::monitoring::target::case_of;
use crate::observation::Indicator;
use crate::random::Process;
use crate::units::Effort;

/// Whether anybody wants to know who sent whom.
fn matters(now: Now<'_>) -> bool {
    moves(now) || now.settings.referrers.feedback_hours > 0.0
}

/// A referrer has had a good answer or a bad one: trust moves, slowly up and fast down.
fn answered(now: Now<'_>, d: &mut District, referrer: Referrer, well: bool) {
    let p = &now.inputs.params.referrers;
    let trust = &mut d.rooms.referrers.trust[referrer as usize];
    let (rate, target) = if well { (p.up, 1.0) } else { (p.down, 0.0) };
    *trust += rate * now.settings.link(Link::WAIT_REFERRERS) * (target - *trust);
}

/// A case begins with a need of somebody who was sent: who did hears of it if somebody takes the time to tell; a wait
/// that was too long is the answer that there is.
pub(super) fn case_begins(now: Now<'_>, d: &mut District, e: EpisodeId, key: Key) {
    if !matters(now) {
        return;
    }
    let Some(referrer) = who_sent(now, d, e, key) else { return };
    let Some(c) = case_of(d, e, key) else { return };
    let p = &now.inputs.params;
    let hours = now.settings.referrers.feedback_hours;
    let weeks = now.at.weeks_since(d.cases[c].requested);
    let soon = weeks <= p.referrers.soon;
    d.counts.add(Indicator::REFERRERS_SENT, 1);
    d.counts.ratio(Indicator::REFERRERS_SOON, i64::from(soon), 1);
    if hours > 0.0 {
        let effort = Effort::from_hours(hours);
        d.teams[usize::from(d.cases[c].team)].intake_due += effort;
        d.counts.add(Indicator::HOURS_FEEDBACK, effort.0);
    }
    let told = || now.inputs.draws.unit(Process::TOLD_BACK, key, 0) < hours / p.referrers.enough;
    if soon && told() {
        answered(now, d, referrer, true);
    }
    // Who waited until others try another door has had that answer by then.
    if !soon && weeks < p.doors.waterbed_weeks {
        answered(now, d, referrer, false);
    }
}

/// Somebody who was sent has waited long, or gave up before that.
pub(super) fn unanswered(now: Now<'_>, d: &mut District, c: CaseId, e: EpisodeId) {
    if !moves(now) {
        return;
    }
    let (key, weeks) = (d.cases[c].key, now.at.weeks_since(d.cases[c].requested));
    // Who gives up after a long wait was an answer before.
    if weeks <= now.inputs.params.doors.waterbed_weeks + 1e-3
        && let Some(referrer) = who_sent(now, d, e, key)
    {
        answered(now, d, referrer, false);
    }
}
