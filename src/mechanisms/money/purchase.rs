//! Room to act: euros with which the team buys an eviction off, and what one budget for the area does to referral.

use super::rows::Form;
use crate::district::{District, Now};
use crate::entities::{Account, CaseState};
use crate::ids::EpisodeId;
use crate::links::Link;
use crate::observation::Indicator;
use crate::random::{Distribution, Process};
use crate::units::Money;

/// How far apart households are in what an arrangement takes (assumption: two thirds of them within a factor of two).
const SIGMA: f64 = 0.7;

/// Whether the team buys off the eviction that is about to come because of somebody's debts: it works with the
/// household, and what the landlord asks is within its room. Once for the same debts.
pub fn buys_off(now: Now<'_>, d: &mut District, e: EpisodeId) -> bool {
    let room = now.settings.money.room_euros;
    let key = d.episodes[e].key;
    let h = d.household_of(d.episodes[e].resident);
    let works = d.cases_of(h).any(|c| d.cases[c].state == CaseState::Open);
    if room <= 0.0 || !works || d.rooms.money.bought.get(&d.episodes, e).is_some_and(|bought| *bought) {
        return false;
    }
    let draw = |occasion| now.inputs.draws.unit(Process::BOUGHT_OFF, key, occasion);
    let median = now.inputs.params.money.arrangement_euros;
    let asked = if median > 0.0 { Distribution::LogNormal { median, sigma: SIGMA }.quantile(draw(0)) } else { 0.0 };
    if asked > room || draw(1) >= now.settings.link(Link::ROOM_EVICTION) {
        return false;
    }
    *d.rooms.money.bought.of_mut(&d.episodes, e) = true;
    // The household pays its landlord with it; rent is in no account.
    let cost = Money::from_cents(libm::round(asked * 100.0) as i64);
    d.pay(Account::Welfare, Account::Household, cost);
    d.counts.add(Indicator::EUROS_ROOM, cost.0);
    d.counts.add(Indicator::EVICTIONS_BOUGHT, 1);
    true
}

/// Whether somebody who leads in a household has a mandate over what others pay: where all of it is one budget.
pub fn is_one_budget(now: Now<'_>) -> bool {
    now.settings.money.form == Form::Area
}

/// What is left of pressure as a reason to refer: a team that pays from one budget for the area feels the price.
pub fn unfelt(now: Now<'_>) -> f64 {
    match now.settings.money.form {
        Form::Silos => 1.0,
        Form::Area => 1.0 - now.inputs.params.money.felt * now.settings.link(Link::AREA_REFERRAL),
    }
}
