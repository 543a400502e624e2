//! What coordination costs: hours of teams, which others lack, and hours of who gives a service, which are in its
//! price.

use super::state::{Households, MOST};
use crate::district::{District, Now};
use crate::entities::MAX_TEAMS;
use crate::units::Effort;

/// Whether a household in which so many work has a lead, if a team is there.
pub(super) fn is_led(now: Now<'_>, count: usize) -> bool {
    let s = &now.settings.coordination;
    s.plan.has_lead() && count >= 2 && count as f64 >= s.from
}

/// Minutes a week that all pairs of so many professionals spend with each other, both of a pair counted together.
fn of_pairs(now: Now<'_>, count: usize) -> f64 {
    60.0 * now.inputs.params.coordination.pair_hours * (count * count.saturating_sub(1)) as f64 / 2.0
}

/// The part of one of them.
fn of_one(now: Now<'_>, count: usize) -> f64 {
    of_pairs(now, count) / count.max(1) as f64
}

/// Minutes a week that leading so many professionals asks.
fn asked_of_lead(now: Now<'_>, count: usize) -> f64 {
    let p = &now.inputs.params.coordination;
    60.0 * (p.lead_hours + p.lead_per_other * count.saturating_sub(1) as f64)
}

/// The share of what leading so many asks that is planned for it: what a lead gets less, professionals talk over in
/// pairs.
pub(super) fn reach(now: Now<'_>, count: usize) -> f64 {
    let planned = 60.0 * now.settings.coordination.hours;
    let asked = asked_of_lead(now, count);
    if planned > 0.0 && planned < asked { planned / asked } else { 1.0 }
}

/// Sums whole minutes over households by how many work there.
fn sum(households: &Households, minutes: impl Fn(usize) -> f64) -> i64 {
    (2..=MOST).map(|count| i64::from(households[count]) * libm::round(minutes(count)) as i64).sum()
}

/// What is left of pairs where somebody leads.
fn left_of_pairs(now: Now<'_>, count: usize) -> f64 {
    if is_led(now, count) { 1.0 - reach(now, count) } else { 1.0 }
}

/// Time that pairs ask of a team.
fn pairs_of_team(now: Now<'_>, d: &District, team: usize) -> i64 {
    let of_team = |count: usize| of_one(now, count) * left_of_pairs(now, count);
    let state = &d.rooms.coordination;
    sum(&state.first[team], of_team) + sum(&state.beside[team], of_team)
}

/// Time that coordination asks of a team in a week, by who works where now.
pub fn asked(now: Now<'_>, d: &District, team: usize) -> Effort {
    if !now.settings.coordination.plan.costs() || team >= MAX_TEAMS {
        return Effort(0);
    }
    let lead = |count: usize| {
        if is_led(now, count) { asked_of_lead(now, count) * reach(now, count) } else { 0.0 }
    };
    Effort(pairs_of_team(now, d, team) + sum(&d.rooms.coordination.first[team], lead))
}

/// Time of who gives a service there: their part of the pairs. It is in the price of a service, and takes nothing off
/// it.
pub fn of_services(now: Now<'_>, d: &District) -> Effort {
    if !now.settings.coordination.plan.costs() {
        return Effort(0);
    }
    let state = &d.rooms.coordination;
    let mut alone = state.all;
    for households in &state.first {
        for (all, led) in alone.iter_mut().zip(households) {
            *all -= led;
        }
    }
    let pairs = |count: usize| of_pairs(now, count);
    let led = |count: usize| of_pairs(now, count) * left_of_pairs(now, count);
    // Where no team is, nobody leads.
    let all = sum(&alone, pairs) + state.first.iter().map(|households| sum(households, led)).sum::<i64>();
    let teams: i64 = (0..d.teams.len()).map(|team| pairs_of_team(now, d, team)).sum();
    Effort((all - teams).max(0))
}

/// How much of what coordination asked a team had this week.
pub fn had(d: &mut District, team: usize, asked: Effort, had: Effort) {
    let done = &mut d.rooms.coordination.done;
    if asked.0 <= 0 && done.len() <= team {
        return;
    }
    if done.len() <= team {
        done.resize(team + 1, 1.0);
    }
    done[team] = if asked.0 > 0 { had.0 as f64 / asked.0 as f64 } else { 1.0 };
}
