//! What culture does to the work: fewer hours per case, networks that are mobilised, relapse, what is assumed of
//! people. Each beside what it does at the base, so that a base that stands still changes nothing.

use crate::district::{District, Now};
use crate::entities::Account;
use crate::mechanisms::culture::stocks::{Stocks, of_team};
use crate::units::{Effort, Money, WEEKS_PER_YEAR};

/// How far the stocks of the base let the new way be practised.
fn base(now: Now<'_>) -> f64 {
    Stocks::base(&now.inputs.params.culture).ready(now.settings.link(crate::links::Link::NORM_PRACTICE))
}

/// How far the stocks do now beyond that; nothing before the first week.
fn beyond(now: Now<'_>, d: &District) -> f64 {
    if d.rooms.culture.ready > 0.0 { d.rooms.culture.ready - base(now) } else { 0.0 }
}

/// What culture makes of an hour of the teams, beside experience and practice.
pub fn follow(now: Now<'_>, d: &mut District) {
    for team in 0..d.teams.len() {
        let factor = in_an_hour(now, d, team);
        d.teams[team].crew.productivity *= factor;
    }
}

/// Work that a team does in an hour, of what it does at the base: what people see to themselves takes no hours.
pub fn in_an_hour(now: Now<'_>, d: &District, team: usize) -> f64 {
    let p = &now.inputs.params.culture;
    let orientation = of_team(now, d, team).professional.clamp(0.0, 1.0);
    (1.0 - p.hours * p.professional) / (1.0 - p.hours * orientation)
}

/// Share of new cases in which the network is mobilised, where so many are planned.
pub fn mobilised(now: Now<'_>, d: &District, planned: f64) -> f64 {
    let p = &now.inputs.params.culture;
    (planned * (1.0 + p.mobilise * beyond(now, d) / base(now).max(1e-6))).clamp(0.0, 1.0)
}

/// Relapse, of what it is at the base.
pub fn relapse(now: Now<'_>, d: &District) -> f64 {
    1.0 - now.inputs.params.culture.relapse * beyond(now, d)
}

/// The most that it can be: where nothing is practised any more.
pub fn most_relapse(now: Now<'_>) -> f64 {
    1.0 + now.inputs.params.culture.relapse * base(now)
}

/// How much more own strength is assumed than planned: who sees to it that people can, holds them to be able.
pub fn assumed(now: Now<'_>, d: &District) -> f64 {
    (now.inputs.params.culture.assumed * beyond(now, d)).max(0.0)
}

/// Coaches are paid as the team is.
pub fn pay_coaches(now: Now<'_>, d: &mut District) {
    let fte = now.settings.culture.coaching_fte;
    if fte <= 0.0 {
        return;
    }
    let hours = Effort::from_hours(fte * now.inputs.params.team.hours_fte / f64::from(WEEKS_PER_YEAR));
    let cost = Money::of_effort(now.inputs.budget.team_cents_per_hour, hours);
    d.pay(Account::Welfare, Account::Employers, cost);
    d.counts.add(crate::observation::Indicator::EUROS_FIRST_LINE, cost.0);
    d.counts.add(crate::observation::Indicator::EUROS_COACHING, cost.0);
}
