//! A place that is offered instead of a service: whether one is free, whether it suits, and whether it is taken.
//! Nothing is asked where there is none.

use super::state::{COLLECTIVE, Guest, Kind, Place, Where};
use crate::district::{District, Now};
use crate::entities::{Domain, Entitlement, Episode, Frame, Helper, Product, Severity};
use crate::ids::{EntitlementId, EpisodeId, Key};
use crate::links::Link;
use crate::mechanisms::doors::holding;
use crate::mechanisms::needs::natural;
use crate::mechanisms::second_line::entitlements;
use crate::observation::Indicator;
use crate::random::Process;
use crate::units::Minute;

/// What comes of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// There was none, or it is refused: the individual decision goes on.
    GoesOn,
    /// The application ends with a place.
    Served,
    /// The application ends: who did not want the place asks no further.
    GaveUp,
}

/// Whether there is, or is to be, general provision or a collective place anywhere.
pub fn is_there(now: Now<'_>, d: &District) -> bool {
    let s = &now.settings.basic;
    !d.rooms.basic.provision.is_empty() || s.half_days.iter().chain(&s.places).any(|x| *x > 0.0)
}

/// What comes before an individual decision: general provision in the neighbourhood, and where the municipality says so
/// a collective place.
pub fn comes_first(now: Now<'_>, d: &mut District, x: EntitlementId) -> Answer {
    if !is_there(now, d) {
        return Answer::GoesOn;
    }
    let Some((e, at)) = free_for(now, d, x, true, now.settings.basic.collective_first) else { return Answer::GoesOn };
    let Entitlement { key, product, .. } = d.entitlements[x];
    if !can_come(now, d, e) {
        d.counts.add(Indicator::BASIC_UNABLE, 1);
        return Answer::GoesOn;
    }
    if !suits(now, d, e, key) {
        return Answer::GoesOn;
    }
    d.counts.add(Indicator::BASIC_OFFERED, 1);
    let link = now.settings.link(link_of(at));
    if accepts(now, d, e, key, link) {
        end_with(now, d, x, e, (at, product));
        return Answer::Served;
    }
    d.counts.add(Indicator::BASIC_REFUSED, 1);
    let gives_up = (1.0 - now.inputs.params.basic.goes_on) * link;
    if now.inputs.draws.unit(Process::BASIC_GOES_ON, key, 0) >= gives_up {
        return Answer::GoesOn;
    }
    d.counts.add(Indicator::BASIC_GAVE_UP, 1);
    holding::hold(now, d, e);
    entitlements::withdraw(now, d, x);
    Answer::GaveUp
}

/// A service is granted: where a collective place is a choice, its person may take that instead. Tells whether they do.
pub fn is_chosen(now: Now<'_>, d: &mut District, x: EntitlementId) -> bool {
    if now.settings.basic.collective_first || !is_there(now, d) {
        return false;
    }
    let Some((e, at)) = free_for(now, d, x, false, true) else { return false };
    let Entitlement { key, product, .. } = d.entitlements[x];
    if !can_come(now, d, e) {
        d.counts.add(Indicator::BASIC_UNABLE, 1);
        return false;
    }
    if !suits(now, d, e, key) {
        return false;
    }
    d.counts.add(Indicator::BASIC_OFFERED, 1);
    let takes = accepts(now, d, e, key, now.settings.link(link_of(at)));
    if takes {
        end_with(now, d, x, e, (at, product));
    } else {
        d.counts.add(Indicator::BASIC_REFUSED, 1);
    }
    takes
}

/// A service that runs may give way to a free place: the need for which its person moves there, and where. Only needs
/// that are light or moderate by now.
pub fn scales_down(now: Now<'_>, d: &District, x: EntitlementId) -> Option<(EpisodeId, Where)> {
    if !is_there(now, d) {
        return None;
    }
    let (e, at) = free_for(now, d, x, true, now.settings.basic.collective_first)?;
    let chance = now.inputs.params.basic.renewal * now.settings.link(Link::BASIC_SCALING_DOWN);
    let at_this = u64::from(now.at.0 as u32);
    let moves = d.episodes[e].severity <= Severity::Moderate
        && can_come(now, d, e)
        && now.inputs.draws.unit(Process::BASIC_RENEWAL, d.entitlements[x].key, at_this) < chance;
    moves.then_some((e, at))
}

/// A need whose service has ended goes on in a place.
pub fn moves(now: Now<'_>, d: &mut District, e: EpisodeId, at: Where, product: Product) {
    d.counts.add(Indicator::BASIC_SCALED_DOWN, 1);
    take(now, d, e, (at, product));
}

/// The link by which a place takes the place of a service.
const fn link_of(at: Where) -> Link {
    match at {
        Where::General(_) => Link::BASIC_ENTITLEMENT,
        Where::Collective => Link::COLLECTIVE_SUBSTITUTION,
    }
}

/// The need of an application or a service for which a place is free, and which place: in the neighbourhood before a
/// collective one.
fn free_for(
    now: Now<'_>,
    d: &District,
    x: EntitlementId,
    general: bool,
    collective: bool,
) -> Option<(EpisodeId, Where)> {
    let Entitlement { resident: r, product, frame, temporary, .. } = d.entitlements[x];
    if temporary || frame == Frame::Mandatory || d.residents[r].is_recluse() {
        return None;
    }
    let kind = Kind::instead_of(product)?;
    let e = entitlements::need_of(d, x)?;
    if d.episodes[e].severity == Severity::Crisis {
        return None;
    }
    let served = d.rooms.basic.served.get(&d.episodes, e);
    if served.is_some_and(|served| served.fell_short || served.place.is_some()) {
        return None;
    }
    let n = usize::from(d.households[d.household_of(r)].neighbourhood);
    if general && free_near_by(now, d, n, kind) >= 1.0 {
        return Some((e, Where::General(n as u16)));
    }
    let c = COLLECTIVE.iter().position(|p| *p == product).filter(|_| collective)?;
    let free = now.settings.basic.places[c] - f64::from(d.rooms.basic.taken[c]);
    (free >= 1.0).then_some((e, Where::Collective))
}

/// People who still fit in general provision of a kind in a neighbourhood. Places to meet are shared with whoever
/// visits them.
pub fn free_near_by(now: Now<'_>, d: &District, n: usize, kind: Kind) -> f64 {
    let p = &now.inputs.params;
    let Some(provision) = d.rooms.basic.provision.get(n) else { return 0.0 };
    let visits = p.basic.visits.max(1e-9);
    let shared = d.rooms.prevention.places.get(n).filter(|_| kind == Kind::Meeting);
    let (half_days, visitors) =
        shared.map_or((provision.half_days[kind as usize], 0), |place| (place.half_days, place.visitors));
    let room = (half_days * p.prevention.visitors_half_day - f64::from(visitors)) / visits;
    room - f64::from(provision.taken[kind as usize])
}

/// Whether somebody with a need can get to a place outside their home.
fn can_come(now: Now<'_>, d: &District, e: EpisodeId) -> bool {
    let Episode { resident, domain, .. } = d.episodes[e];
    let u = now.inputs.draws.unit(Process::BASIC_TRAVEL, d.residents[resident].key, 0);
    domain != Domain::Daily || u >= now.inputs.params.basic.unable
}

/// Whether a place is offered for a need at all: for what is severe seldom.
fn suits(now: Now<'_>, d: &District, e: EpisodeId, key: Key) -> bool {
    d.episodes[e].severity < Severity::Severe
        || now.inputs.draws.unit(Process::BASIC_SUITS, key, 0) < now.inputs.params.basic.severe
}

fn accepts(now: Now<'_>, d: &District, e: EpisodeId, key: Key, link: f64) -> bool {
    let p = &now.inputs.params.basic;
    let ties = d.residents[d.episodes[e].resident].person.ties;
    let chance = p.accepts * if ties > 0 { 1.0 } else { p.without_ties };
    now.inputs.draws.unit(Process::BASIC_ACCEPTS, key, 0) < chance * link
}

/// An application ends with a place.
fn end_with(now: Now<'_>, d: &mut District, x: EntitlementId, e: EpisodeId, place: (Where, Product)) {
    take(now, d, e, place);
    entitlements::withdraw(now, d, x);
}

/// Somebody has a place for a need from now on.
fn take(now: Now<'_>, d: &mut District, e: EpisodeId, (at, product): (Where, Product)) {
    let Episode { key, severity, generation, .. } = d.episodes[e];
    let u = now.inputs.draws.unit(Process::BASIC_STAY, key, u64::from(now.at.0 as u32));
    let until: Minute = now.at.plus_weeks(-libm::log(u) * now.inputs.params.basic.stay_weeks);
    let rooms = &mut d.rooms.basic;
    rooms.served.of_mut(&d.episodes, e).place = Some(Place { at, product, until, severity });
    rooms.guests.push(Guest { episode: e, generation });
    match at {
        Where::General(n) => {
            if let (Some(provision), Some(kind)) = (rooms.provision.get_mut(usize::from(n)), Kind::instead_of(product))
            {
                provision.taken[kind as usize] += 1;
            }
        }
        Where::Collective => {
            if let Some(c) = COLLECTIVE.iter().position(|p| *p == product) {
                rooms.taken[c] += 1;
            }
        }
    }
    if d.episodes[e].services == 0 {
        d.episodes[e].strongest = Episode::INSTEAD + product as u8;
    }
    natural::help_begins(now, d, e, Helper::SecondLine);
}
