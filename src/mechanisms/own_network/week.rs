//! A week of own networks: what a plan has to spend, how far campaigns come, and what it costs.

use crate::district::{District, Now};
use crate::entities::Account;
use crate::links::Link;
use crate::observation::Indicator;
use crate::units::{Effort, Money, WEEKS_PER_YEAR};

/// Weeks of a year, for rates.
const YEAR: f64 = WEEKS_PER_YEAR as f64;
/// So much of a year's conferences and hours can be saved up: what is not used within a quarter is lost (a matter of
/// contracts).
const QUARTER: f64 = 0.25;
/// A threshold that is lower by less than this counts as what it was, so that a campaign of long ago ends.
const NOTHING: f64 = 1e-6;

/// Conferences and hours of matchmakers come free, and campaigns lower the threshold to ask, or wane.
pub fn follow(now: Now<'_>, d: &mut District) {
    let plan = &now.settings.own_network;
    let idle = plan.conferences <= 0.0 && plan.campaign_euros <= 0.0 && plan.matching_fte <= 0.0;
    let kept = &d.rooms.own_network;
    if idle && kept.campaign <= 0.0 && kept.conferences <= 0.0 && kept.matching.0 <= 0 {
        return;
    }
    let p = &now.inputs.params;
    let residents = d.levels.residents.max(1) as f64;
    let kept = &mut d.rooms.own_network;
    let most = if plan.conferences > 0.0 { (plan.conferences * QUARTER).max(1.0) } else { 0.0 };
    kept.conferences = (kept.conferences + plan.conferences / YEAR).min(most);
    let hours = plan.matching_fte * p.team.hours_fte;
    let most = Effort::from_hours(hours * QUARTER);
    kept.matching = (kept.matching + Effort::from_hours(hours / YEAR)).min(most);
    let reach = 1.0 - libm::exp(-plan.campaign_euros / (residents * p.own_network.campaign_scale));
    kept.campaign += (reach - kept.campaign) / p.own_network.campaign_weeks.max(1.0);
    if reach <= 0.0 && kept.campaign < NOTHING {
        kept.campaign = 0.0;
    }
    kept.lowered = kept.campaign * p.own_network.lowered * now.settings.link(Link::THRESHOLD_CARE);
}

/// Pays the week: coordinators by the conference, campaigns and matchmakers by the year, from the budget for welfare.
pub fn account(now: Now<'_>, d: &mut District) {
    let plan = &now.settings.own_network;
    let due = std::mem::take(&mut d.rooms.own_network.coordinated);
    if due.0 <= 0 && plan.campaign_euros <= 0.0 && plan.matching_fte <= 0.0 {
        return;
    }
    let p = &now.inputs.params;
    let matchmakers = plan.matching_fte * p.team.hours_fte * p.prevention.hour_euros;
    let euros = due.hours() * p.own_network.hour_euros + (plan.campaign_euros + matchmakers) / YEAR;
    let cost = Money::from_cents(libm::round(euros * 100.0) as i64);
    d.pay(Account::Welfare, Account::Providers, cost);
    d.counts.add(Indicator::EUROS_OWN_NETWORK, cost.0);
}
