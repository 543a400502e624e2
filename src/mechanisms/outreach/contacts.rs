//! Going out to find: visits from door to door, working where people are, acting on reports (M2; docs/odd.md 7.6).
//!
//! Hours come out of the team's week and are banked; an address is visited at a rate that spends the bank, weighted by
//! what visits are aimed with. Who is visited is thinned from the address's own candidate points, so one more address
//! redirects nobody. Visits deplete the hidden pool by finding; nobody is visited twice within a year. Left out: visits
//! by appointment and follow-up visits as such (they are part of the case).

use crate::calendar::{Entry, Occasion};
use crate::district::{District, Now, Rate, What, occasion_of};
use crate::entities::{Domain, Episode, Frame, Resident, Route};
use crate::ids::{EpisodeId, HouseholdId, ResidentId};
use crate::links::Link;
use crate::mechanisms::doors::requests;
use crate::mechanisms::evictions::steps as evictions;
use crate::mechanisms::experts::uptake;
use crate::mechanisms::incidents::act as incidents;
use crate::mechanisms::needs::hazards;
use crate::mechanisms::needs::natural;
use crate::mechanisms::outreach::Targeting;
use crate::mechanisms::prevention::home_visit;
use crate::mechanisms::trust::act as trust;
use crate::mechanisms::work_income::{breaches, disclosure};
use crate::observation::{Indicator, catalogue};
use crate::random::{CellKey, Process, at_least, standard_normal_quantile};
use crate::units::{Effort, MINUTES_PER_WEEK, Minute, WEEKS_PER_YEAR};

/// A need that would pass by itself within this many weeks counts as over-detected.
const SOON: f64 = 26.0;

/// Counts how a need becomes known: route, severity, what would have become of it by itself, and the delay, unless it
/// was known before it came back.
pub fn count_contact(now: Now<'_>, d: &mut District, e: EpisodeId, route: Route) {
    let episode = &d.episodes[e];
    let delay = (!episode.heard_before).then(|| i64::from(now.at.0 - episode.onset.0));
    let severity = episode.severity as i64;
    let soon = i64::from(episode.natural_end.weeks_since(now.at) < SOON);
    let length = natural::length_units(episode.natural_end.weeks_since(episode.onset));
    d.counts.add_at(catalogue::FOUND + route as usize, 1);
    match route {
        Route::Door | Route::Place => {
            count_delay(d, Indicator::FOUND_DELAY, delay);
            d.counts.ratio(Indicator::FOUND_SEVERITY, severity, 1);
            d.counts.ratio(Indicator::OVER_DETECTION, soon, 1);
            d.counts.ratio(Indicator::FOUND_LENGTH, length, 10);
        }
        Route::Asked => {
            count_delay(d, Indicator::ASKED_DELAY, delay);
            d.counts.ratio(Indicator::ASKED_SEVERITY, severity, 1);
            d.counts.ratio(Indicator::SEVERITY_REMISSION, soon, 1);
        }
        Route::Report | Route::Case | Route::Facility => {}
    }
}

/// Counts the minutes from the onset to the first contact, if it is one.
fn count_delay(d: &mut District, indicator: Indicator, delay: Option<i64>) {
    if let Some(minutes) = delay {
        d.counts.ratio(indicator, minutes, i64::from(MINUTES_PER_WEEK));
    }
}

/// Weight of an address on the visiting list, in 1/16, from what the municipality can register.
fn weight(now: Now<'_>, d: &District, h: HouseholdId) -> u16 {
    let household = &d.households[h];
    if d.members(h).all(|m| d.residents[m].is_recluse()) {
        return 0;
    }
    let p = &now.inputs.params;
    let poor = if household.income == 0 { p.outreach.signal_low_income } else { 1.0 };
    let place = d.neighbourhoods[household.neighbourhood as usize].deprivation.max(0.1);
    let weight = match now.settings.outreach.targeting {
        Targeting::Random => 1.0,
        Targeting::Deprivation => poor * place,
        Targeting::Signal => {
            let signals = f64::from(household.signals.min(4));
            let alone = d.members(h).count() == 1 && d.members(h).all(|m| d.residents[m].stage >= Resident::VERY_OLD);
            let noise = p.outreach.signal_noise;
            let z = standard_normal_quantile(now.inputs.draws.unit(Process::SIGNAL_NOISE, household.key, 0));
            libm::sqrt(poor * place)
                * (0.5 + p.outreach.signal_registered * signals + if alone { p.outreach.signal_alone } else { 0.0 })
                * libm::exp(noise * z - noise * noise / 2.0)
        }
    };
    (weight * 16.0).clamp(1.0, 1024.0) as u16
}

/// Puts an address on the visiting list.
pub fn join_list(now: Now<'_>, d: &mut District, h: HouseholdId) {
    let weight = weight(now, d, h);
    d.households[h].weight = weight;
    d.presence.weights += i64::from(weight);
}

/// Takes an address off the visiting list.
pub fn leave_list(d: &mut District, h: HouseholdId) {
    d.presence.weights -= i64::from(d.households[h].weight);
    d.households[h].weight = 0;
}

/// Counts the weight of an address anew and enters the candidates that a higher weight asks for.
fn reweigh(now: Now<'_>, d: &mut District, h: HouseholdId) {
    leave_list(d, h);
    join_list(now, d, h);
    enter_visits(now, d, h);
}

/// Somebody has joined or left a household, or has become very old: a sign that visits may be aimed with.
pub fn members_changed(now: Now<'_>, d: &mut District, h: HouseholdId) {
    // An address without a weight is on no list: new people are moving in, or nobody there opens the door.
    if now.settings.outreach.targeting == Targeting::Signal && d.households[h].weight > 0 {
        reweigh(now, d, h);
    }
}

/// Enters the candidate visits of the household's block of years that are not entered yet.
pub fn enter_visits(now: Now<'_>, d: &mut District, h: HouseholdId) {
    let household = &d.households[h];
    let to = at_least(d.presence.visit_bound * f64::from(household.weight) / 16.0 * now.inputs.slack);
    let from = household.visits_entered;
    if to <= from {
        return;
    }
    let (key, generation) = (household.key, household.generation);
    d.households[h].visits_entered = to;
    let start = now.inputs.block_start(key, now.at);
    let cell = CellKey { process: Process::DOOR_VISIT, entity: key, occasion: occasion_of(start) };
    let minutes = now.at.0 - start.0..i32::MAX;
    now.inputs.tables.blocks.usual.points_in(now.inputs.draws, cell, from..to, minutes, |p| {
        let (at, what) = (Minute(start.0 + p.minute), Occasion::DOOR_VISIT);
        d.calendar.add(Entry { at, tie: p.height.to_bits(), slot: h.0, generation, what, aux: 0 });
    });
}

/// Enters the candidate contacts of a resident's block of years.
pub fn enter_place(now: Now<'_>, d: &mut District, r: ResidentId, start: Minute) {
    enter_place_between(now, d, r, start, 0.0);
}

fn enter_place_between(now: Now<'_>, d: &mut District, r: ResidentId, start: Minute, from: f32) {
    let to = d.presence.place_entered;
    if to <= from {
        return;
    }
    let Resident { key, generation, .. } = d.residents[r];
    let cell = CellKey { process: Process::PLACE_CONTACT, entity: key, occasion: occasion_of(start) };
    let minutes = now.at.0 - start.0..i32::MAX;
    now.inputs.tables.blocks.usual.points_in(now.inputs.draws, cell, from..to, minutes, |p| {
        let (at, what) = (Minute(start.0 + p.minute), Occasion::PLACE_CONTACT);
        d.calendar.add(Entry { at, tie: p.height.to_bits(), slot: r.0, generation, what, aux: 0 });
    });
}

/// Counts the weights of all addresses anew: visits are aimed otherwise, or by other numbers.
pub fn weigh_anew(now: Now<'_>, d: &mut District) {
    for h in 0..d.households.len() as u32 {
        reweigh(now, d, HouseholdId(h));
    }
}

/// Turns banked hours into this week's chances of a visit and of a contact where people are. Raises the bounds for
/// which candidates are entered when the chances outgrow them; that sweeps over everybody once.
pub fn plan_week(now: Now<'_>, d: &mut District) {
    if now.settings.outreach.targeting != d.presence.targeting {
        d.presence.targeting = now.settings.outreach.targeting;
        weigh_anew(now, d);
    }
    let p = &now.inputs.params;
    let per_visit = Effort::from_hours(
        p.outreach.visit_hours * p.outreach.visit_contact
            + p.outreach.visit_miss_hours * (1.0 - p.outreach.visit_contact),
    )
    .0
    .max(1) as f64;
    let weights = (d.presence.weights as f64 / 16.0).max(1e-9);
    d.presence.visit_rate = if d.presence.weights > 0 {
        (d.presence.visit_bank.0.max(0) as f64 / per_visit / weights).min(0.25)
    } else {
        0.0
    };
    if d.presence.visit_rate > d.presence.visit_bound {
        d.presence.visit_bound = d.presence.visit_rate * 2.0;
        for h in 0..d.households.len() as u32 {
            enter_visits(now, d, HouseholdId(h));
        }
    }
    let per_contact = Effort::from_hours(p.outreach.place_hours).0.max(1) as f64;
    let people = d.planned_residents.max(1.0);
    d.presence.place_rate = (d.presence.place_bank.0.max(0) as f64 / per_contact / people).min(0.25);
    if d.presence.place_rate * now.inputs.slack > f64::from(d.presence.place_entered) {
        let before = d.presence.place_entered;
        d.presence.place_entered = at_least(d.presence.place_rate * 2.0 * now.inputs.slack);
        for h in 0..d.households.len() as u32 {
            let members: Vec<ResidentId> = d.members(HouseholdId(h)).collect();
            for r in members {
                let start = now.inputs.block_start(d.residents[r].key, now.at);
                enter_place_between(now, d, r, start, before);
            }
        }
    }
}

/// A candidate visit.
pub fn visit(now: Now<'_>, d: &mut District, entry: &Entry) {
    let h = HouseholdId(entry.slot);
    let household = &d.households[h];
    let rate = d.presence.visit_rate * f64::from(household.weight) / 16.0;
    let rested = now.week.0 - i32::from(household.visited) >= WEEKS_PER_YEAR;
    if entry.height() >= rate || !rested {
        return;
    }
    assert!(rate <= f64::from(household.visits_entered), "visits above what is entered");
    let p = &now.inputs.params;
    let key = household.key;
    let u = now.inputs.draws.unit(Process::DOOR_OPENS, key, entry.point());
    let reached = disclosure::opens(now, d, h, (u, p.outreach.visit_contact));
    d.households[h].visited = now.week.0 as i16;
    d.note(now.at, d.reference_of(h), What::Visited(reached));
    let mut effort = Effort::from_hours(if reached { p.outreach.visit_hours } else { p.outreach.visit_miss_hours });
    d.counts.add(Indicator::VISITS, 1);
    let hidden: Vec<EpisodeId> = hidden_needs(d, h);
    d.counts.ratio(Indicator::POOL_DEPLETION, i64::from(!hidden.is_empty()), 1);
    if reached {
        d.counts.add(Indicator::VISITS_REACHED, 1);
        breaches::look(now, d, h, entry.point());
        let found: Vec<EpisodeId> =
            hidden.into_iter().filter(|&e| sees(now, d, e, entry.point(), p.outreach.visit_detection)).collect();
        d.counts.ratio(Indicator::HIT_RATE, i64::from(!found.is_empty()), 1);
        d.counts.ratio(Indicator::HOURS_PER_FOUND, 0, 60 * found.len() as i64);
        if found.is_empty() && now.settings.outreach.attention_hours > 0.0 {
            effort += Effort::from_hours(now.settings.outreach.attention_hours);
            let members: Vec<ResidentId> = d.members(h).filter(|&m| d.residents[m].is_adult()).collect();
            for r in members {
                trust::attention(now, d, r, now.settings.outreach.attention_hours.min(1.0));
            }
        }
        for e in found {
            find(now, d, e, Route::Door, entry.point());
        }
    }
    d.counts.ratio(Indicator::HOURS_PER_FOUND, effort.0, 0);
    d.presence.visit_bank -= effort;
    d.presence.used_door += effort;
}

fn hidden_needs(d: &District, h: HouseholdId) -> Vec<EpisodeId> {
    d.members(h)
        .filter(|&m| d.needs_of(m).hidden() != 0)
        .flat_map(|m| d.episodes_of(m))
        .filter(|&e| !d.episodes[e].recovered && !d.episodes[e].known)
        .collect()
}

fn sees(now: Now<'_>, d: &District, e: EpisodeId, point: u64, detection: f64) -> bool {
    now.inputs.draws.unit(Process::DETECTION, d.episodes[e].key, point) < detection
}

/// A need is found: it is known from now on; whether help is accepted depends on trust.
pub fn find(now: Now<'_>, d: &mut District, e: EpisodeId, route: Route, point: u64) {
    natural::becomes_known(now, d, e, route);
    let trust = 0.5
        + (d.residents[d.episodes[EpisodeId(e.0)].resident].person.trust() - 0.5)
            * now.settings.link(Link::TRUST_ASKING);
    let (team, _) = d.team_for(e, now.age(&d.residents[d.episodes[e].resident]));
    let accepts = now.inputs.params.outreach.visit_accept * (0.5 + trust) * uptake::acceptance(now, d, team);
    let accepted = now.inputs.draws.unit(Process::ACCEPTANCE, d.episodes[e].key, point) < accepts;
    d.counts.ratio(Indicator::FOUND_ACCEPTED, i64::from(accepted), 1);
    if accepted {
        requests::request_from_team(now, d, e, Frame::Voluntary);
    } else {
        d.counts.add(Indicator::HELP_DECLINED, 1);
    }
}

/// A candidate contact where people are. Whoever has no tie outside is met less.
pub fn place_contact(now: Now<'_>, d: &mut District, entry: &Entry) {
    let r = ResidentId(entry.slot);
    let met = if d.residents[r].person.ties > 0 { 1.0 } else { now.inputs.params.outreach.place_isolated };
    let rate = d.presence.place_rate * met;
    assert!(rate <= f64::from(d.presence.place_entered), "contacts above what is entered");
    let resident = &d.residents[r];
    if entry.height() >= rate || resident.is_recluse() || resident.is(Resident::LONG_TERM) {
        return;
    }
    let p = &now.inputs.params;
    let effort = Effort::from_hours(p.outreach.place_hours);
    d.presence.place_bank -= effort;
    d.presence.used_place += effort;
    if d.needs_of(r).hidden() == 0 {
        return;
    }
    let hidden: Vec<EpisodeId> =
        d.episodes_of(r).filter(|&e| !d.episodes[e].recovered && !d.episodes[e].known).collect();
    for e in hidden {
        if sees(now, d, e, entry.point(), p.outreach.place_detection) {
            find(now, d, e, Route::Place, entry.point());
        }
    }
}

/// A registered signal of a household is too old to count.
pub fn signal_fades(now: Now<'_>, d: &mut District, h: HouseholdId) {
    d.households[h].signals -= 1;
    if now.settings.outreach.targeting == Targeting::Signal {
        reweigh(now, d, h);
    }
}

/// A candidate report: an arrears signal of creditors, or the concern of others.
pub fn report(now: Now<'_>, d: &mut District, entry: &Entry) {
    let e = EpisodeId(entry.slot);
    let episode = &d.episodes[e];
    if episode.recovered {
        return;
    }
    let rate = hazards::rate_now(now, d, Rate::Report, e);
    if entry.height() >= rate {
        let incident = rate + hazards::rate_now(now, d, Rate::Incident, e);
        hazards::check(d, e, Episode::REPORT, incident);
        if entry.height() < incident {
            if d.episodes[e].domain == Domain::Debt {
                evictions::goes_on(now, d, e);
            } else {
                incidents::happens(now, d, e);
            }
        }
        return;
    }
    let (domain, r, key) = (episode.domain, episode.resident, episode.key);
    if d.residents[r].is_recluse() {
        return;
    }
    if domain == Domain::Youth {
        requests::veilig_thuis(now, d, e, entry.point());
        return;
    }
    if episode.in_pipeline > 0 || episode.is_helped() {
        return;
    }
    let h = d.household_of(r);
    let p = &now.inputs.params;
    if d.households[h].signals < 255 {
        d.households[h].signals += 1;
        let (generation, tie) = (d.households[h].generation, (key.0 >> 32) as u32);
        let at = now.at.plus_weeks(p.outreach.signal_weeks);
        d.calendar.add(Entry { at, tie, slot: h.0, generation, what: Occasion::SIGNAL_FADES, aux: 0 });
        if now.settings.outreach.targeting == Targeting::Signal {
            reweigh(now, d, h);
        }
    }
    let debt = domain == Domain::Debt;
    if d.presence.report_bank.0 <= 0 {
        d.counts.add(Indicator::REPORTS_LEFT, 1);
        return;
    }
    let effort = Effort::from_hours(if debt { p.outreach.report_arrears_hours } else { p.outreach.report_hours });
    d.presence.report_bank -= effort;
    d.presence.used_report += effort;
    let u = now.inputs.draws.unit(Process::SIGNAL_REACHES, key, entry.point());
    if debt && u >= p.outreach.report_arrears_reached {
        home_visit::visit(now, d, e, entry.point());
        return;
    }
    natural::becomes_known(now, d, e, Route::Report);
    let frame = if debt { Frame::Voluntary } else { Frame::Pressure };
    requests::request_from_team(now, d, e, frame);
}
