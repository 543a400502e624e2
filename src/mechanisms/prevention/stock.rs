//! How many half-days a week facilities are open: what euros, volunteers and residents' initiatives can keep up, and
//! how the stock follows that.

use super::rows::Params;
use super::state::Facility;
use crate::district::{District, Now};
use crate::entities::Resident;
use crate::links::Link;
use crate::settings::Settings;
use crate::units::{Effort, WEEKS_PER_YEAR};

/// Weeks of a year, for rates.
const YEAR: f64 = WEEKS_PER_YEAR as f64;

/// Whether a plan invests in facilities, coordination or initiatives, or in basic infrastructure, which shares them.
pub fn invests(settings: &Settings) -> bool {
    let plan = &settings.prevention;
    let basic = settings.basic.half_days.iter().any(|half_days| *half_days > 0.0);
    plan.facility_euros > 0.0 || plan.coordination_fte > 0.0 || plan.grants_euros > 0.0 || basic
}

/// Half-days a week that so many euros a week and hours of volunteers can keep up. Each takes hours of a professional,
/// who leads it, and others that volunteers give; what they do not give, professionals do. Euros pay for professionals
/// and for the room.
pub fn kept_up(p: &Params, euros: f64, volunteers: Effort) -> f64 {
    let (hour, room) = (p.hour_euros, p.half_day_euros);
    let all_hours = p.professional_hours + p.volunteer_hours;
    let led = euros / (p.professional_hours * hour + room).max(1e-9);
    let carried = (euros + volunteers.hours() * hour) / (all_hours * hour + room).max(1e-9);
    led.min(carried)
}

/// The stock after a week: it grows towards what can be kept up, and fades where it is more than that.
pub fn followed(p: &Params, led: f64, kept_up: f64) -> f64 {
    let rate = if led < kept_up { 1.0 / p.build_weeks.max(1.0) } else { (p.fading / YEAR).min(1.0) };
    led + rate * (kept_up - led)
}

/// Hours a week that volunteers of a neighbourhood give its facilities, and others in return for help or a benefit.
pub fn given(p: &Params, place: &Facility) -> Effort {
    Effort::from_hours(p.volunteer_week * f64::from(place.volunteers)) + place.returned
}

/// Initiatives of a neighbourhood after a week. `grants` are euros a year for it; whatever was there before is
/// reckoned with only as far as it lasts longer for its grant.
pub fn initiatives(p: &Params, place: &Facility, grants: f64) -> f64 {
    let before = p.initiatives_before * f64::from(place.residents) / 1000.0;
    let all = before + place.initiatives;
    let with_grant = if all > 0.0 { (grants / (p.grant_euros.max(1e-9) * all)).min(1.0) } else { 0.0 };
    let end = p.initiative_end * (1.0 - (1.0 - p.grant_lasts) * with_grant);
    let arise = p.initiative_arises * f64::from(place.volunteers) + (p.initiative_end - end) * before;
    (place.initiatives + (arise - end * place.initiatives) / YEAR).max(0.0)
}

/// Euros a year of grants that initiatives of a neighbourhood can use: one each.
pub fn granted(p: &Params, place: &Facility, grants: f64) -> f64 {
    let all = p.initiatives_before * f64::from(place.residents) / 1000.0 + place.initiatives;
    grants.min(all * p.grant_euros)
}

/// The part of what is invested that goes to a neighbourhood: by residents.
pub fn share(places: &[Facility], n: usize) -> f64 {
    let all: u32 = places.iter().map(|place| place.residents).sum();
    f64::from(places[n].residents) / f64::from(all.max(1))
}

/// Counts residents and those who may be asked to volunteer, by neighbourhood.
pub fn survey(d: &mut District) {
    let mut found = vec![(0, 0); d.neighbourhoods.len()];
    for r in d.everybody() {
        let resident = &d.residents[r];
        let (residents, willing) = &mut found[usize::from(d.households[resident.household].neighbourhood)];
        *residents += 1;
        *willing += u32::from(resident.is_adult() && resident.is(Resident::VOLUNTEER) && !resident.is_recluse());
    }
    let places = &mut d.rooms.prevention.places;
    places.resize(found.len(), Facility::default());
    for (place, (residents, willing)) in places.iter_mut().zip(found) {
        (place.residents, place.willing) = (residents, willing);
    }
}

/// A week of the stock in every neighbourhood, and the rates of coming that follow from it.
pub fn grow(now: Now<'_>, d: &mut District) {
    let (p, plan) = (&now.inputs.params.prevention, &now.settings.prevention);
    let link = now.settings.link(Link::VOLUNTEERS_FACILITY);
    let hours_fte = now.inputs.params.team.hours_fte;
    let places = &mut d.rooms.prevention.places;
    for n in 0..places.len() {
        let share = share(places, n);
        let place = &mut places[n];
        let volunteers = Effort((given(p, place).0 as f64 * link) as i64);
        let kept_up = kept_up(p, plan.facility_euros * share / YEAR, volunteers);
        place.led = followed(p, place.led, kept_up);
        place.initiatives = initiatives(p, place, plan.grants_euros * share);
        place.half_days = place.led + p.initiative_half_days * place.initiatives + place.meeting;
        place.joining = joining(p, place);
        place.recruiting = recruiting(p, place, plan.coordination_fte * share * hours_fte / YEAR);
    }
}

/// Rate per week at which somebody with ties begins to come: the more is open near by the likelier, as far as there is
/// room.
fn joining(p: &Params, place: &Facility) -> f64 {
    if place.half_days <= 0.0 {
        return 0.0;
    }
    let near = place.half_days / (place.half_days + p.near_half * f64::from(place.residents) / 1000.0);
    let full = (f64::from(place.visitors) + place.reserved) / (place.half_days * p.visitors_half_day.max(1e-9));
    p.joining / YEAR * near * (1.0 - full).max(0.0)
}

/// Rate per week at which somebody who may be asked is recruited, by coordinators with so many hours: guiding those who
/// are there comes first.
fn recruiting(p: &Params, place: &Facility, hours: f64) -> f64 {
    let free = hours - p.guide_hours / YEAR * f64::from(place.volunteers);
    let asked = f64::from(place.willing.saturating_sub(place.volunteers).max(1));
    (free.max(0.0) / p.recruit_hours.max(1e-9) / asked).min(0.25)
}
