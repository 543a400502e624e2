//! A benefit that is cut because a task was not done: the household gets into debts and arrears sooner, and the person
//! into work.

use super::state::Cut;
use crate::district::{District, Happening, Now, Rate, Reading, Subject};
use crate::entities::Domain;
use crate::ids::{EpisodeId, ResidentId};
use crate::links::Link;
use crate::mechanisms::needs::{clock, natural};
use crate::observation::Indicator;
use crate::random::Process;
use crate::units::WEEKS_PER_YEAR;

/// Weeks of a month.
const MONTH: f64 = WEEKS_PER_YEAR as f64 / 12.0;

/// A benefit is cut from now on.
pub fn cut(now: Now<'_>, d: &mut District, r: ResidentId) {
    let s = &now.settings.reciprocity;
    let until = now.week.0 + libm::ceil(s.sanction_months * MONTH) as i32;
    if s.sanction <= 0.0 || until <= now.week.0 {
        return;
    }
    d.counts.add(Indicator::SANCTIONS, 1);
    let reference = d.reference_of(d.household_of(r));
    let cut = Cut { until, share: s.sanction as f32 };
    let room = &mut d.rooms.reciprocity;
    room.any_cut = true;
    *room.cuts.of_mut(&d.residents, r) = cut;
    *room.households.of_mut(&d.residents, reference) = cut;
    now.tell(d, Happening::RateRose(Rate::Onset, reference));
    // Arrears lie above reports.
    now.tell(d, Happening::RateRose(Rate::Report, reference));
}

/// The cut of a household whose reference person this is; none for others.
pub fn of_household(now: Now<'_>, d: &District, r: ResidentId) -> f64 {
    let room = &d.rooms.reciprocity;
    if !room.any_cut {
        return 0.0;
    }
    room.households
        .get(&d.residents, r)
        .map_or(0.0, |cut| if now.week.0 < cut.until { f64::from(cut.share) } else { 0.0 })
}

/// By how much a cut multiplies debts and arrears.
fn raised(now: Now<'_>, share: f64, reading: Reading) -> f64 {
    let more = (now.inputs.params.reciprocity.sanction_arrears - 1.0) * share;
    reading.of(|| 1.0 + more * now.settings.link(Link::SANCTION_ARREARS), || 1.0 + more)
}

/// How a cut multiplies the onset of a household's debts.
pub fn onset(now: Now<'_>, d: &District, s: Subject, reading: Reading) -> f64 {
    let share = of_household(now, d, s.resident);
    if share > 0.0 && (reading != Reading::Now || s.domain == Domain::Debt) { raised(now, share, reading) } else { 1.0 }
}

/// How a cut multiplies the steps from debts to arrears and further.
pub fn arrears(now: Now<'_>, d: &District, s: Subject, reading: Reading) -> f64 {
    let share = of_household(now, d, s.resident);
    if share > 0.0 && s.domain == Domain::Debt { raised(now, share, reading) } else { 1.0 }
}

/// Counts debts that begin while a benefit is cut.
pub(super) fn count(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let episode = &d.episodes[e];
    if episode.domain == Domain::Debt && episode.onset == now.at && of_household(now, d, episode.resident) > 0.0 {
        d.counts.add(Indicator::SANCTION_DEBTS, 1);
    }
}

/// The week of somebody whose benefit is cut: they may find work sooner.
pub fn week(now: Now<'_>, d: &mut District, r: ResidentId) {
    let cut = d.rooms.reciprocity.cuts.get(&d.residents, r).copied().unwrap_or_default();
    if now.week.0 >= cut.until {
        return;
    }
    let work = d.episodes_of(r).find(|e| d.episodes[*e].domain == Domain::Work && !d.episodes[*e].recovered);
    let Some(e) = work else { return };
    let severity = d.episodes[e].severity;
    let natural = now.inputs.tables.recovery[Domain::Work as usize].hazard(clock::clock(now, d, e));
    let more = (now.inputs.params.reciprocity.sanction_work - 1.0) * f64::from(cut.share);
    let rate = more * now.settings.link(Link::SANCTION_EXIT) * natural * clock::pace(now, Domain::Work, severity);
    if now.inputs.draws.unit(Process::SANCTION_WORK, d.episodes[e].key, now.week.0 as u64) < rate {
        d.counts.add(Indicator::SANCTION_EXITS, 1);
        natural::passes(now, d, e);
    }
}
