//! What a cut takes, and what a surplus gives back: the settings of a week as the municipality's purse leaves them. A
//! cut takes what is free to be cut, in the order of [`ORDER`]: help that people are entitled to is not.

use crate::district::{District, Inputs};
use crate::language::Text;
use crate::mechanisms::basic::money::of_half_days;
use crate::settings::Settings;
use crate::units::{Money, WEEKS_PER_YEAR, Week};

/// The most that tariffs are cut (assumption, 2 to 10 %: below cost providers leave).
const MOST_OF_TARIFFS: f64 = 0.05;

/// Takes so many euros a year at most out of one kind of spending. Returns what it found.
type Takes = fn(&Inputs, &District, &mut Settings, f64) -> f64;

/// What is free to be cut, in the order in which it is.
pub const ORDER: [(Text, Takes); 4] = [
    (Text::fixed("going out and collective work of the team", "erop af en collectief werk van het wijkteam"), presence),
    (Text::fixed("facilities and subsidies", "voorzieningen en subsidies"), facilities),
    (Text::fixed("other work of the team", "ander werk van het wijkteam"), team),
    (Text::fixed("prices of purchased care", "tarieven van ingekochte zorg"), tariffs),
];

/// The settings of a week after a cut, or with what comes back.
pub fn adjust(inputs: &Inputs, d: &District, _: Week, s: &mut Settings) {
    let books = &d.rooms.money;
    let euros = |money: Money| money.0 as f64 / Money::PER_EURO as f64 * books.part;
    if books.purse.back.0 > 0 {
        s.money.returned = euros(books.purse.back);
        s.prevention.facility_euros += s.money.returned;
    }
    if books.purse.cut.0 > 0 {
        s.money.found = take(inputs, d, s, euros(books.purse.cut));
    }
}

/// Takes so many euros a year out of what is free. Returns what was found.
pub fn take(inputs: &Inputs, d: &District, s: &mut Settings, euros: f64) -> f64 {
    let mut left = euros;
    for (_, takes) in ORDER {
        if left > 0.0 {
            left -= takes(inputs, d, s, left);
        }
    }
    euros - left
}

/// Euros a year of all that is free to be cut, but for tariffs.
pub fn free(inputs: &Inputs, d: &District, s: &Settings) -> f64 {
    s.team.fte * job(inputs) + facility_euros(inputs, d, s)
}

/// Euros a year of a full-time job in the team.
fn job(inputs: &Inputs) -> f64 {
    inputs.params.team.hours_fte * inputs.budget.team_cents_per_hour as f64 / 100.0
}

/// The part of some euros that is left when others are taken, and what is taken.
fn left_of(free: f64, euros: f64) -> (f64, f64) {
    let taken = euros.min(free).max(0.0);
    (if free > 0.0 { 1.0 - taken / free } else { 1.0 }, taken)
}

fn presence(inputs: &Inputs, _: &District, s: &mut Settings, euros: f64) -> f64 {
    let out = &mut s.outreach;
    let fte = (out.door_fte + out.place_fte + out.collective_fte).min(s.team.fte);
    let (left, taken) = left_of(fte * job(inputs), euros);
    for fte in [&mut out.door_fte, &mut out.place_fte, &mut out.collective_fte] {
        *fte *= left;
    }
    s.team.fte -= fte * (1.0 - left);
    taken
}

fn facilities(inputs: &Inputs, d: &District, s: &mut Settings, euros: f64) -> f64 {
    let (left, taken) = left_of(facility_euros(inputs, d, s), euros);
    let plan = &mut s.prevention;
    for amount in [&mut plan.facility_euros, &mut plan.grants_euros, &mut plan.coordination_fte] {
        *amount *= left;
    }
    s.basic.half_days.iter_mut().for_each(|half_days| *half_days *= left);
    taken
}

fn team(inputs: &Inputs, _: &District, s: &mut Settings, euros: f64) -> f64 {
    let (left, taken) = left_of(s.team.fte * job(inputs), euros);
    s.team.fte *= left;
    taken
}

fn tariffs(_: &Inputs, d: &District, s: &mut Settings, euros: f64) -> f64 {
    let books = &d.rooms.money;
    let purchased = books.purse.purchased.0 as f64 / Money::PER_EURO as f64 * books.part;
    let (left, taken) = left_of(purchased * MOST_OF_TARIFFS, euros);
    s.money.tariff *= 1.0 - MOST_OF_TARIFFS * (1.0 - left);
    taken
}

/// Euros a year that a plan spends on facilities, coordination, grants and basic infrastructure.
fn facility_euros(inputs: &Inputs, d: &District, s: &Settings) -> f64 {
    let (p, plan) = (&inputs.params.prevention, &s.prevention);
    let half_days = s.basic.half_days.iter().sum::<f64>() * d.planned_residents / 1000.0;
    let coordination = plan.coordination_fte * inputs.params.team.hours_fte * p.hour_euros;
    let basic = of_half_days(p, half_days, 0.0) * f64::from(WEEKS_PER_YEAR);
    plan.facility_euros + plan.grants_euros + coordination + basic
}

/// What a week of all that is free to be cut costs by the plan, but for tariffs.
pub fn planned(inputs: &Inputs, d: &District, s: &Settings) -> Money {
    let hours = s.team.fte * inputs.params.team.hours_fte / f64::from(WEEKS_PER_YEAR);
    let team = Money::of_effort(inputs.budget.team_cents_per_hour, crate::units::Effort::from_hours(hours));
    let euros = facility_euros(inputs, d, s) / f64::from(WEEKS_PER_YEAR);
    Money(team.0 + (euros * Money::PER_EURO as f64) as i64)
}
