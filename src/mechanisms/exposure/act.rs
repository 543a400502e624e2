//! Years with ties who have services, and what they do to asking.

use crate::calendar::{Entry, Occasion};
use crate::district::{District, Happening, Now, Rate};
use crate::entities::{MAX_TIES, Resident, Stage};
use crate::ids::ResidentId;
use crate::links::Link;
use crate::observation::Indicator;
use crate::units::WEEKS_PER_YEAR;

/// Whether norms drift at all: not in the burn-in, where they are those of today.
fn drifts(now: Now<'_>) -> bool {
    now.inputs.params.exposure.drift > 0.0 && now.week.0 >= 0
}

/// Whether somebody has a service.
fn is_served(d: &District, r: ResidentId) -> bool {
    d.entitlements_of(r).any(|x| matches!(d.entitlements[x].stage, Stage::Served | Stage::AwaitingHome))
}

/// Week 0 begins: the years of those begin whose ties have services then.
pub(super) fn begin(now: Now<'_>, d: &mut District) {
    if now.week.0 != 0 || !drifts(now) {
        return;
    }
    let served: Vec<ResidentId> = d.everybody().filter(|r| is_served(d, *r)).collect();
    for r in served {
        service_begins(now, d, r);
    }
}

/// Somebody has a service from now on: the years of ties begin, unless they are under way.
pub fn service_begins(now: Now<'_>, d: &mut District, r: ResidentId) {
    if !drifts(now) {
        return;
    }
    for place in 0..MAX_TIES {
        let tie = d.ties[r][place];
        if let Some(other) = tie.other().some().filter(|_| tie.exists()) {
            let exposed = d.rooms.exposure.0.of_mut(&d.residents, other);
            if !std::mem::replace(&mut exposed.counts, true) {
                enter_year(now, d, other);
            }
        }
    }
}

fn enter_year(now: Now<'_>, d: &mut District, r: ResidentId) {
    let Resident { key, generation, .. } = d.residents[r];
    let (at, tie) = (now.at.plus_weeks(f64::from(WEEKS_PER_YEAR)), (key.0 >> 32) as u32);
    d.calendar.add(Entry { at, tie, slot: r.0, generation, what: Occasion::EXPOSURE_YEAR, aux: 0 });
}

/// A year is over: the threshold falls for every tie who has a service now, and not below nothing.
pub fn year_passes(now: Now<'_>, d: &mut District, r: ResidentId) {
    let ties = d.ties_of(r).filter_map(|tie| tie.other().some()).filter(|other| is_served(d, *other)).count();
    let threshold = f64::from(d.residents[r].person.threshold_services) / 255.0;
    let by = now.inputs.params.exposure.drift * now.settings.link(Link::EXPOSURE_ASKING) * ties as f64;
    let exposed = d.rooms.exposure.0.of_mut(&d.residents, r);
    exposed.counts = ties > 0;
    exposed.fall = (exposed.fall + by).min(threshold);
    let fall = exposed.fall;
    d.counts.add(Indicator::EXPOSURE_YEARS, i64::from(ties > 0));
    d.counts.ratio(Indicator::EXPOSURE_FALL, (fall * 1e6) as i64, 1_000_000);
    if ties > 0 {
        enter_year(now, d, r);
    }
    if by > 0.0 {
        now.tell(d, Happening::RateRose(Rate::Asking, r));
    }
}

/// How many times as often somebody asks whose threshold has fallen.
pub(super) fn asking(now: Now<'_>, d: &District, r: ResidentId) -> f64 {
    match d.rooms.exposure.0.get(&d.residents, r) {
        Some(exposed) if exposed.fall > 0.0 => libm::exp(now.inputs.params.doors.asking_threshold * exposed.fall),
        _ => 1.0,
    }
}
