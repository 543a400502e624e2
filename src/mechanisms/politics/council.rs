//! A council in its year: an election, incidents, and whether the plan is cut with the next budget.

use super::state::{Before, Council, NEVER};
use crate::district::{District, Moment, Municipality, Now};
use crate::entities::{CaseState, Resident, Severity, Stage};
use crate::ids::{Key, ResidentId};
use crate::links::Link;
use crate::mechanisms::money::Foreseen;
use crate::observation::Indicator;
use crate::random::Process;
use crate::units::{WEEKS_PER_YEAR, Week};

/// What is spent beyond the budget without anybody minding (assumption, 2 to 10 %).
const UNMINDED: f64 = 0.05;

/// The last week before week 0 begins: what there is then is what a plan changes.
pub fn remember(now: Now<'_>, d: &mut District) {
    if now.week == Week(-1) {
        let s = now.settings;
        d.rooms.politics.before = Some(Box::new(Before {
            fte: s.team.fte,
            outreach: s.outreach.clone(),
            prevention: s.prevention.clone(),
            basic: s.basic.clone(),
        }));
    }
}

/// A week of a municipality's council is over.
pub fn meets(nows: &[Now<'_>], districts: &mut [District], municipality: &Municipality) {
    let of: Vec<usize> = municipality.districts.iter().map(|i| usize::from(*i)).collect();
    let now = nows[of[0]];
    let settings = &now.settings.politics;
    let mut council = districts[of[0]].rooms.politics.council;
    if now.week.0 >= 0 && (settings.patience < NEVER || settings.reaction > 0.0) {
        let incidents: u32 = of.iter().map(|&i| in_the_media(nows[i], &mut districts[i])).sum();
        council.incidents += incidents;
        if incidents > 0 {
            let weeks = now.inputs.params.politics.rules_years * f64::from(WEEKS_PER_YEAR);
            council.rules_until = now.week.0 + weeks as i32;
        }
    }
    if now.week.0 >= 0 && settings.patience < NEVER {
        let seen = Seen { routine: routine(districts, &of), complaints: complaints(districts, &of) };
        decides(now, &mut districts[of[0]], municipality, &mut council, seen);
    }
    if now.week.of_year() == WEEKS_PER_YEAR - 1 {
        council.cuts = council.cuts_next;
    }
    let is_budget = moment(now) == Some(Moment::Budget);
    for &i in &of {
        let politics = &mut districts[i].rooms.politics;
        politics.council = council;
        if is_budget {
            politics.complaints = 0;
        }
    }
}

/// What of the municipality's calendar falls in a week.
fn moment(now: Now<'_>) -> Option<Moment> {
    let context = &now.inputs.context;
    Moment::in_week(now.week, context.election_year - context.start_year)
}

/// Somebody has had a bad experience with help or with a desk, and may complain of it.
pub fn hears(now: Now<'_>, d: &mut District, r: ResidentId) {
    let complains = now.inputs.params.politics.complains;
    let key = d.residents[r].key;
    if complains > 0.0 && now.inputs.draws.unit(Process::COMPLAINT, key, now.at.0 as u64) < complains {
        d.counts.add(Indicator::COMPLAINTS, 1);
        d.rooms.politics.complaints += 1;
    }
}

/// What a council knows of all its districts together.
#[derive(Clone, Copy)]
struct Seen {
    /// How far the plan has become routine: 1 where nothing of it is new to who works with it.
    routine: f64,
    /// Complaints since the last budget per 1,000 residents.
    complaints: f64,
}

/// Complaints since the last budget per 1,000 residents.
fn complaints(districts: &[District], of: &[usize]) -> f64 {
    let heard = of.iter().map(|&i| &districts[i]);
    let (complaints, residents) = heard.fold((0.0, 0), |(complaints, residents), d| {
        (complaints + f64::from(d.rooms.politics.complaints), residents + d.residents.len())
    });
    if residents > 0 { complaints * 1_000.0 / residents as f64 } else { 0.0 }
}

/// How far the plan has become routine: 1 where nothing of it is new to who works with it.
fn routine(districts: &[District], of: &[usize]) -> f64 {
    let teams = of.iter().flat_map(|&i| &districts[i].teams);
    let (new, all) = teams.fold((0.0, 0.0), |(new, all), team| (new + team.crew.unpractised, all + 1.0));
    if all > 0.0 { 1.0 - new / all } else { 1.0 }
}

/// What a council decides in a week: after an election whether to keep the plan, with the budget whether to cut it.
fn decides(now: Now<'_>, d: &mut District, municipality: &Municipality, council: &mut Council, seen: Seen) {
    let p = &now.inputs.params.politics;
    let year = now.week.0.div_euclid(WEEKS_PER_YEAR);
    let draw = |what: u64| now.inputs.draws.unit(Process::POLITICS, municipality.key, year as u64 * 4 + what);
    match moment(now) {
        Some(Moment::Election) if draw(0) < p.changes => {
            council.is_new = true;
            if !council.reversed && draw(1) >= p.kept + (1.0 - p.kept) * seen.routine {
                council.reversed = true;
                d.counts.add(Indicator::PLAN_REVERSED, 1);
            }
        }
        Some(Moment::Budget) => {
            let patient = f64::from(year + 1) <= now.settings.politics.patience;
            if !patient && draw(2) < chance(now, d, municipality, (council, seen.complaints)) {
                council.cuts_next += 1;
                d.counts.add(Indicator::PLAN_CUTS, 1);
            }
            (council.is_new, council.incidents) = (false, 0);
        }
        _ => {}
    }
}

/// Chance that the plan is cut with the next budget, by what is registered (E15): what the council has seen, and
/// complaints per 1,000 residents.
pub fn chance(now: Now<'_>, d: &District, municipality: &Municipality, (council, complaints): (&Council, f64)) -> f64 {
    let p = &now.inputs.params.politics;
    let over = (overspend(d, municipality) - UNMINDED).max(0.0);
    let benefit = d.rooms.referrers.confidence.unwrap_or(0.0);
    let incident = if council.incidents > 0 { p.incident } else { 0.0 };
    let coalition = if council.is_new { p.coalition } else { 0.0 };
    let complaints = p.complaints * complaints * now.settings.link(Link::COMPLAINTS_CUT);
    let odds = p.base + p.overspend * over + incident + complaints + coalition - p.benefit * benefit;
    1.0 / (1.0 + libm::exp(-odds))
}

/// What the last accounts say beyond the budget of their year, as a share of it; over all silos with a budget. As far
/// as a municipality steers, what its books say of the year under way.
fn overspend(d: &District, municipality: &Municipality) -> f64 {
    let purse = &d.rooms.money.purse;
    let silos = municipality.silos.iter().zip(purse.ended);
    let known = silos.filter_map(|(silo, budget)| Some((silo.accounts?.0, budget?.0)));
    let (spent, budget) = known.fold((0, 0), |(spent, budget), (s, b)| (spent + s, budget + b));
    let share = |beyond: i64, budget: i64| if budget > 0 { beyond as f64 / budget as f64 } else { 0.0 };
    let last = share(spent - budget, budget);
    purse.foreseen.map_or(last, |soon| {
        let weight = soon.weight as f64 / Foreseen::MILLION as f64;
        last + weight * (share(soon.beyond.0, soon.budget.0) - last)
    })
}

/// Crises of young people and of evicted families that wait for a service or for a team, and come into the media in
/// this week.
fn in_the_media(now: Now<'_>, d: &mut District) -> u32 {
    let media = now.inputs.params.politics.media;
    if media <= 0.0 {
        return 0;
    }
    let is_told = |key: Key| now.inputs.draws.unit(Process::MEDIA, key, u64::from(now.week.0 as u32)) < media;
    let mut found = 0;
    for x in d.entitlements.all() {
        let entitlement = &d.entitlements[x];
        let waits = entitlement.stage == Stage::Waiting && entitlement.urgency == Severity::Crisis;
        let Some(r) = entitlement.resident.some().filter(|_| waits) else { continue };
        let moves = entitlement.product.is_youth_help() || of_evicted(now, d, r);
        found += u32::from(moves && is_told(entitlement.key));
    }
    for c in d.cases.all() {
        let case = &d.cases[c];
        let is_there = d.episodes.is_current(case.episode, case.episode_generation);
        let waits = case.state == CaseState::Waiting && is_there;
        if waits && d.episodes[case.episode].severity == Severity::Crisis {
            let moves = d.residents[case.resident].stage < Resident::NO_YOUTH || of_evicted(now, d, case.resident);
            found += u32::from(moves && is_told(case.key));
        }
    }
    d.counts.add(Indicator::POLITICAL_INCIDENTS, i64::from(found));
    found
}

/// Whether a child of somebody's household was evicted in the year before.
fn of_evicted(now: Now<'_>, d: &District, r: ResidentId) -> bool {
    let evicted = &d.rooms.evictions.evicted;
    d.members(d.household_of(r)).any(|m| {
        let child = d.residents[m].stage < Resident::NO_YOUTH;
        child && evicted.get(&d.residents, m).is_some_and(|child| now.week.0 < child.until)
    })
}
