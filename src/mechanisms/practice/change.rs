//! A change of plan, and practising what is new.

use crate::district::{District, Now};
use crate::links::Link;
use crate::mechanisms::monitoring::learning;
use crate::units::{Effort, WEEKS_PER_YEAR};

/// A team is reorganised at most this often, in years: what is planned to come more often comes so.
const SHORTEST: f64 = 0.25;

/// The week of all teams: what has changed, what has been practised, and what that makes of an hour.
pub fn follow(now: Now<'_>, d: &mut District) {
    let replanned = replanned(now, d);
    let size = if is_reorganised(now) { 1.0 } else { replanned };
    for team in 0..d.teams.len() {
        let practised = practised_hours(now, d, team);
        let half = now.inputs.params.practice.half_hours.max(1e-3);
        let crew = &mut d.teams[team].crew;
        crew.unpractised = (crew.unpractised * libm::exp2(-practised / half) + size).min(1.0);
        let lost =
            now.inputs.params.practice.dip.min(0.95) * crew.unpractised * now.settings.link(Link::CHANGE_PRODUCTIVITY);
        crew.productivity *= 1.0 - lost;
    }
}

/// Share of all FTE that the plan of this week uses otherwise than that of the week before.
fn replanned(now: Now<'_>, d: &mut District) -> f64 {
    let plan = shares(now, d);
    let before = d.rooms.practice.plan.replace(plan);
    before.map_or(0.0, |before| moved(before, plan))
}

/// Shares of all FTE that are planned for going out and collective work.
fn shares(now: Now<'_>, d: &District) -> [f64; 4] {
    learning::planned(now, d).map(|fte| (fte / now.settings.team.fte.max(1e-9)).min(1.0))
}

/// Share of FTE that does something else: half the sum of changes, cases among them.
pub fn moved(before: [f64; 4], after: [f64; 4]) -> f64 {
    let change = |i: usize| after[i] - before[i];
    let planned: f64 = (0..4).map(change).sum();
    f64::midpoint((0..4).map(|i| change(i).abs()).sum::<f64>(), planned.abs())
}

/// Whether everybody's work is organised anew in this week.
fn is_reorganised(now: Now<'_>) -> bool {
    let years = now.settings.practice.reorganise_years;
    if years <= 0.0 || now.week.0 <= 0 {
        return false;
    }
    let weeks = libm::round(years.max(SHORTEST) * f64::from(WEEKS_PER_YEAR)) as i32;
    now.week.0 % weeks == 0
}

/// Hours per FTE that were practised in the week before: all hours of learning, and a part of those of the work.
fn practised_hours(now: Now<'_>, d: &District, team: usize) -> f64 {
    let fte = d.team_fte(now.settings, team).max(1e-9);
    let hours = &d.teams[team].hours;
    let work = (hours.available - hours.idle - hours.learning).hours();
    let learning = learning_minutes(now, d, team).hours() * now.settings.link(Link::ROOM_PRACTICE);
    // Of a team that nobody works in any more no more than all hours of somebody count.
    let most = now.inputs.params.team.hours_fte / f64::from(WEEKS_PER_YEAR);
    ((work * now.inputs.params.practice.on_the_job + learning) / fte).min(most)
}

/// Time that a team learns in a week: training, and what is left of the hours kept free for it.
pub fn learning_minutes(now: Now<'_>, d: &District, team: usize) -> Effort {
    let training = now.settings.team.training_hours / f64::from(WEEKS_PER_YEAR) * d.team_fte(now.settings, team);
    Effort::from_hours(training) + d.teams[team].hours.learning
}

/// Hours a week that are planned to be free for learning in a team, of the hours that it has left for it.
pub fn planned_room(now: Now<'_>, d: &District, team: usize, left: Effort) -> Effort {
    let hours = now.settings.practice.room_hours / f64::from(WEEKS_PER_YEAR) * d.team_fte(now.settings, team);
    Effort::from_hours(hours).min(left)
}

/// What is left of planned hours of learning when cases fall so many minutes short: unprotected, they give up a part of
/// the shortfall, before any other planned work.
pub fn kept_room(now: Now<'_>, planned: Effort, shortfall: i64) -> Effort {
    if now.settings.practice.protected {
        return planned;
    }
    let given_up = shortfall.max(0) as f64 * now.inputs.params.team.crowding * now.settings.link(Link::PRESSURE_ROOM);
    Effort((planned.0 - given_up as i64).max(0))
}
