//! Handing over: somebody leaves a team, and others go on with the cases.

use crate::district::{District, Happening, Now};
use crate::entities::{CaseState, Lines};
use crate::ids::CaseId;
use crate::links::Link;
use crate::mechanisms::team::cases;
use crate::observation::Indicator;
use crate::random::Process;
use crate::units::{Effort, WEEKS_PER_YEAR};

/// Somebody has left a job of a team. Which cases were theirs is drawn: each as likely as their share of the working
/// time.
pub fn left(now: Now<'_>, d: &mut District, team: usize, place: usize) {
    let job = d.teams[team].jobs[place];
    d.counts.add(Indicator::PROFESSIONALS_LEFT, 1);
    let years = job.experience(now.at) / f64::from(WEEKS_PER_YEAR);
    d.counts.ratio(Indicator::EXPERIENCE_LEFT, (years * 1e6) as i64, 1_000_000);
    let others: f64 = d.teams[team].jobs.iter().filter(|job| job.employed).map(|job| job.share).sum();
    let share = job.share / (others + job.share).max(1e-9);
    let theirs = |d: &District, c: CaseId| {
        let case = &d.cases[c];
        case.state == CaseState::Open
            && usize::from(case.team) == team
            && now.inputs.draws.unit(Process::HANDED_OVER, case.key, job.key.0) < share
            // A place that is free still holds what was there.
            && d.cases_of(case.household).any(|of_household| of_household == c)
    };
    let mut handed: Vec<CaseId> = d.cases.all().filter(|c| theirs(d, *c)).collect();
    // A household has at most one case with a team: the order is that of the households, wherever cases are kept.
    handed.sort_unstable_by_key(|c| d.cases[*c].household);
    for c in handed {
        hand_over(now, d, c);
    }
}

/// Somebody else goes on with a case: gets to know it, does some of the work again, and may not be trusted.
fn hand_over(now: Now<'_>, d: &mut District, c: CaseId) {
    let p = &now.inputs.params.professional;
    let link = now.settings.link(Link::LEAVING_HANDOVER);
    let (key, team) = (d.cases[c].key, usize::from(d.cases[c].team));
    d.counts.add(Indicator::HANDED_OVER, 1);
    d.teams[team].intake_due += Effort::from_hours(p.handover_hours * link);
    cases::lose_work(now, d, c, p.handover_lost * link);
    let point = u64::from(now.at.0 as u32);
    let who = d.reference_of(d.cases[c].household);
    if who.some().is_some() && now.inputs.draws.unit(Process::HANDOVER_TRUST, key, point) < p.handover_trust * link {
        now.tell(d, Happening::HelpTurnedOut(who, Lines::FIRST, false));
    }
}
