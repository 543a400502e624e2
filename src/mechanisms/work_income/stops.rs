//! Some cases of the team stop early where nobody helps with debts, work and housing (R9).

use super::handling::has_unhelped_basics;
use crate::calendar::{Entry, Occasion};
use crate::district::{District, Now};
use crate::entities::{Case, CaseState, Frame};
use crate::ids::{CaseId, EpisodeId, Key};
use crate::links::Link;
use crate::mechanisms::team::cases;
use crate::observation::Indicator;
use crate::random::Process;

/// A case begins: some would stop at a moment of their usual time. Whoever is under pressure cannot just stay away.
pub(super) fn case_began(now: Now<'_>, d: &mut District, e: EpisodeId, key: Key) {
    let share = now.inputs.params.work_income.stops * now.settings.link(Link::BASICS_STOPS);
    if share <= 0.0 || now.inputs.draws.unit(Process::CASE_STOPS, key, 0) >= share {
        return;
    }
    let h = d.household_of(d.episodes[e].resident);
    let Some(c) = d.cases_of(h).find(|c| d.cases[*c].key == key) else { return };
    let Case { severity, frame, generation, .. } = d.cases[c];
    if frame != Frame::Voluntary {
        return;
    }
    let u = now.inputs.draws.unit(Process::CASE_STOPS_AT, key, 0);
    let at = now.at.plus_weeks(u * cases::usual_weeks(now, severity, false));
    let tie = (key.0 >> 32) as u32;
    d.calendar.add(Entry { at, tie, slot: c.0, generation, what: Occasion::CASE_STOPS, aux: 0 });
}

/// The moment has come: the case stops, unless somebody helps with debts, work and housing of the household by now.
pub fn comes(now: Now<'_>, d: &mut District, c: CaseId) {
    let Case { state, household, .. } = d.cases[c];
    if state == CaseState::Open && has_unhelped_basics(d, household) {
        d.counts.add(Indicator::CASES_STOPPED, 1);
        cases::finish_now(now, d, c);
    }
}
