//! Who comes to a facility, and what comes of it: light social and mental needs pass sooner, hidden needs are noticed,
//! people meet, and some stay to help.

use rand::RngExt as _;

use super::state::{Attendance, Comer};
use crate::calendar::Entry;
use crate::district::{District, Now, Reading, Subject, groups, join};
use crate::entities::{Domain, Resident, Route, Severity};
use crate::ids::{EpisodeId, ResidentId};
use crate::links::Link;
use crate::mechanisms::needs::clock;
use crate::mechanisms::needs::natural;
use crate::mechanisms::network::ties;
use crate::mechanisms::outreach::contacts;
use crate::mechanisms::own_strength::never;
use crate::observation::Indicator;
use crate::observation::catalogue::GROUPS;
use crate::random::Process;
use crate::units::{Effort, WEEKS_PER_YEAR};

/// Whether somebody is a visitor now.
pub fn visits(now: Now<'_>, d: &District, r: ResidentId) -> bool {
    d.rooms.prevention.attendance.get(&d.residents, r).is_some_and(|a| a.visits_until > now.at)
}

/// Whether somebody gives hours as a volunteer now.
pub fn gives(now: Now<'_>, d: &District, r: ResidentId) -> bool {
    d.rooms.prevention.attendance.get(&d.residents, r).is_some_and(|a| a.gives_until > now.at)
}

/// How visiting multiplies the onset of social needs: never above one.
pub fn onset(now: Now<'_>, d: &District, s: Subject, reading: Reading) -> f64 {
    if reading != Reading::Now || s.domain != Domain::Social || !visits(now, d, s.resident) {
        return 1.0;
    }
    1.0 - now.inputs.params.prevention.onset * now.settings.link(Link::FACILITY_ONSET)
}

/// A candidate of coming: somebody begins to visit, or is recruited as a volunteer.
pub fn comes(now: Now<'_>, d: &mut District, entry: &Entry) {
    let r = ResidentId(entry.slot);
    let resident = &d.residents[r];
    if resident.is_recluse() || resident.is(Resident::LONG_TERM) || resident.stage < Resident::WITH_TIES {
        return;
    }
    let n = usize::from(d.households[resident.household].neighbourhood);
    let Some(place) = d.rooms.prevention.places.get(n) else { return };
    let isolated = if resident.person.ties > 0 { 1.0 } else { now.inputs.params.prevention.isolated };
    let joining = if visits(now, d, r) { 0.0 } else { place.joining * isolated };
    let recruited = may_be_asked(resident) && !gives(now, d, r);
    let recruiting = if recruited { place.recruiting } else { 0.0 };
    assert!(joining + recruiting <= f64::from(d.rooms.prevention.entered), "coming above what is entered");
    if entry.height() < joining {
        begins_to_visit(now, d, r, entry.point());
    } else if entry.height() < joining + recruiting {
        begins_to_give(now, d, r, entry.point());
    }
}

/// Whether coordinators may ask somebody: an adult who volunteers anywhere.
fn may_be_asked(resident: &Resident) -> bool {
    resident.is_adult() && resident.is(Resident::VOLUNTEER)
}

/// Weeks until something ends that ends at a constant rate, with so many weeks on average.
fn lasting(mean: f64, u: f64) -> f64 {
    -libm::log(u) * mean
}

fn begins_to_visit(now: Now<'_>, d: &mut District, r: ResidentId, point: u64) {
    let u = now.inputs.draws.unit(Process::FACILITY_STAY, d.residents[r].key, point);
    let until = now.at.plus_weeks(lasting(now.inputs.params.prevention.stay_weeks, u));
    listed(d, r).visits_until = until;
    meets(now, d, r, point);
}

fn begins_to_give(now: Now<'_>, d: &mut District, r: ResidentId, point: u64) {
    let u = now.inputs.draws.unit(Process::VOLUNTEER_STAYS, d.residents[r].key, point);
    let mean = f64::from(WEEKS_PER_YEAR) / now.inputs.params.prevention.volunteer_stop.max(1e-9);
    let until = now.at.plus_weeks(lasting(mean, u));
    listed(d, r).gives_until = until;
}

/// How long somebody comes, to be changed: they are on the list from now on.
fn listed(d: &mut District, r: ResidentId) -> &mut Attendance {
    let rooms = &mut d.rooms.prevention;
    let attendance = rooms.attendance.of_mut(&d.residents, r);
    if !attendance.listed {
        attendance.listed = true;
        rooms.people.push(Comer { resident: r, generation: d.residents[r].generation });
    }
    attendance
}

/// Somebody new may get to know another visitor of the neighbourhood. Among those who are there each has a draw of
/// their own.
fn meets(now: Now<'_>, d: &mut District, r: ResidentId, point: u64) {
    let key = d.residents[r].key;
    let chance = now.inputs.params.prevention.tie * now.settings.link(Link::FACILITY_TIES);
    let mut luck = now.inputs.draws.sequence(Process::FACILITY_TIE, key, point);
    if luck.random::<f64>() >= chance {
        return;
    }
    let neighbourhood = |d: &District, r: ResidentId| d.households[d.household_of(r)].neighbourhood;
    let here = neighbourhood(d, r);
    let there = d.rooms.prevention.people.iter().filter(|comer| {
        d.residents.is_current(comer.resident, comer.generation)
            && neighbourhood(d, comer.resident) == here
            && visits(now, d, comer.resident)
            && ties::may_meet(d, r, comer.resident)
    });
    let draw = |comer: &&Comer| {
        now.inputs.draws.bits(Process::FACILITY_WHOM, d.residents[comer.resident].key, join(key, point))
    };
    if let Some(other) = there.min_by_key(draw).map(|comer| comer.resident) {
        d.counts.add(Indicator::FACILITY_TIES, 1);
        ties::meet(now, d, r, other, &mut luck);
    }
}

/// Counts who comes, and forgets who does not any more or has gone.
pub fn count(now: Now<'_>, d: &mut District) {
    let mut people = std::mem::take(&mut d.rooms.prevention.people);
    let places = d.rooms.prevention.places.len();
    let (mut found, mut by_group) = (vec![(0, 0); places], [0; GROUPS.len()]);
    people.retain(|comer| {
        let r = comer.resident;
        if !d.residents.is_current(r, comer.generation) {
            return false;
        }
        let (visits, gives) = (visits(now, d, r), gives(now, d, r));
        if visits || gives {
            let (visitors, volunteers) = &mut found[usize::from(d.households[d.household_of(r)].neighbourhood)];
            *visitors += u32::from(visits);
            *volunteers += u32::from(gives);
            for group in groups(&d.residents[r]).into_iter().filter(|_| visits) {
                by_group[group] += 1;
            }
            return true;
        }
        d.rooms.prevention.attendance.of_mut(&d.residents, r).listed = false;
        false
    });
    let rooms = &mut d.rooms.prevention;
    (rooms.people, rooms.groups) = (people, by_group);
    for (place, (visitors, volunteers)) in rooms.places.iter_mut().zip(found) {
        (place.visitors, place.volunteers) = (visitors, volunteers);
    }
}

/// What the week brings to everybody who visits.
pub fn look_after(now: Now<'_>, d: &mut District) {
    for i in 0..d.rooms.prevention.people.len() {
        let r = d.rooms.prevention.people[i].resident;
        if !visits(now, d, r) {
            continue;
        }
        stays_to_help(now, d, r);
        if d.needs_of(r).open != 0 {
            let open: Vec<EpisodeId> = d.episodes_of(r).filter(|e| !d.episodes[*e].recovered).collect();
            for e in open {
                if !passes_sooner(now, d, e) && !d.episodes[e].known {
                    is_noticed(now, d, e);
                }
            }
        }
    }
}

/// The draw of a week about a need or somebody.
const fn week(now: Now<'_>) -> u64 {
    now.week.0 as u64
}

/// A visitor may become a volunteer: an adult without a severe need.
fn stays_to_help(now: Now<'_>, d: &mut District, r: ResidentId) {
    let rate = now.inputs.params.prevention.volunteer_of_visitor * now.settings.link(Link::FACILITY_VOLUNTEERS);
    let resident = &d.residents[r];
    let u = now.inputs.draws.unit(Process::VISITOR_RECRUITED, resident.key, week(now));
    let can = resident.is_adult() && resident.person.needs.heavy == 0;
    if u < rate / f64::from(WEEKS_PER_YEAR) && can && !gives(now, d, r) {
        begins_to_give(now, d, r, week(now));
    }
}

/// A light social or mental need of a visitor may pass sooner than by itself.
fn passes_sooner(now: Now<'_>, d: &mut District, e: EpisodeId) -> bool {
    let (domain, severity, key) = (d.episodes[e].domain, d.episodes[e].severity, d.episodes[e].key);
    if severity != Severity::Light || !matches!(domain, Domain::Social | Domain::Mental) || never::is_so(d, e) {
        return false;
    }
    let natural = now.inputs.tables.recovery[domain as usize].hazard(clock::clock(now, d, e));
    let more = now.inputs.params.prevention.passing * now.settings.link(Link::FACILITY_PASSING);
    let rate = more * natural * clock::pace(now, domain, severity);
    if now.inputs.draws.unit(Process::PASSES_SOONER, key, week(now)) >= rate {
        return false;
    }
    d.counts.add(Indicator::FACILITY_PASSED, 1);
    natural::passes(now, d, e);
    true
}

/// A hidden need of a visitor may be noticed; the team hears of it, if it has hours to act on reports.
fn is_noticed(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let p = &now.inputs.params;
    let chance = p.prevention.notice * now.settings.link(Link::FACILITY_SIGNALS);
    if now.inputs.draws.unit(Process::FACILITY_NOTICES, d.episodes[e].key, week(now)) >= chance {
        return;
    }
    if d.presence.report_bank.0 <= 0 {
        d.counts.add(Indicator::REPORTS_LEFT, 1);
        return;
    }
    let effort = Effort::from_hours(p.outreach.report_hours);
    d.presence.report_bank -= effort;
    d.presence.used_report += effort;
    d.counts.add(Indicator::FACILITY_SIGNALS, 1);
    contacts::find(now, d, e, Route::Facility, week(now));
}
