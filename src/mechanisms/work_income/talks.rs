//! The first talk of the team about debts: within the legal terms or not, and what comes of it.

use crate::district::{District, Now};
use crate::entities::{Frame, Severity};
use crate::ids::EpisodeId;
use crate::mechanisms::needs::natural;
use crate::mechanisms::team::cases;
use crate::observation::Indicator;
use crate::random::Process;

use super::handling;

/// Three working days of five, in weeks; and the term where there is no crisis (Wgs art. 4).
const THREE_WORKING_DAYS: f64 = 3.0 / 5.0;
const TERM_WEEKS: f64 = 4.0;

/// Somebody who would have gone to the debt desk comes to the team with debts.
pub fn asked_for(now: Now<'_>, d: &mut District, e: EpisodeId) {
    d.episodes[e].in_pipeline += 1;
    handling::comes(now, d, e, true);
}

/// The first talk: it is counted; the landlord waits from now on; who would have gone to the debt desk gets a case, or
/// drops out.
pub fn held(now: Now<'_>, d: &mut District, e: EpisodeId, from_desk: u8) {
    if from_desk != 0 {
        natural::leaves_pipeline(now, d, e);
    }
    if d.episodes[e].recovered {
        return;
    }
    let (key, severity) = (d.episodes[e].key, d.episodes[e].severity);
    let debts = d.rooms.work_income.handled.of_mut(&d.episodes, e);
    let weeks = now.at.weeks_since(debts.asked);
    let term = if severity == Severity::Crisis { THREE_WORKING_DAYS } else { TERM_WEEKS };
    d.counts.add(Indicator::TALKS, 1);
    d.counts.ratio(Indicator::TALKS_IN_TIME, i64::from(weeks <= term), 1);
    d.counts.ratio(Indicator::DEBT_IN_TIME, i64::from(weeks <= term), 1);
    let p = &now.inputs.params;
    let drops = p.second_line.debt_dropout * p.work_income.dropout;
    if from_desk != 0 && now.inputs.draws.unit(Process::TALK_DROPOUT, key, 0) < drops {
        d.counts.add(Indicator::TALKS_DROPPED, 1);
        // Who comes again is talked with again.
        *d.rooms.work_income.handled.of_mut(&d.episodes, e) = super::state::Debts::default();
        return;
    }
    d.rooms.work_income.handled.of_mut(&d.episodes, e).talked = now.at;
    if from_desk != 0 && !d.episodes[e].is_helped() {
        cases::open_case(now, d, e, Frame::Voluntary);
    }
}
