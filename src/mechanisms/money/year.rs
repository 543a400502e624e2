//! The year of a municipality's money: budgets, the accounts that say what was spent beyond them, what meets it, and
//! what is cut next January.

use super::rows::{Form, Surplus};
use super::state::{Foreseen, Purse};
use super::{ceilings, cuts};
use crate::district::{District, Moment, Municipality, Now};
use crate::entities::{Account, Product, SILOS};
use crate::links::Link;
use crate::mechanisms::monitoring::{Use, registration};
use crate::observation::Indicator;
use crate::settings::Settings;
use crate::units::{Money, WEEKS_PER_YEAR, Week};

/// A municipality with what holds in its districts.
pub struct Town<'r, 'a> {
    nows: &'r [Now<'a>],
    districts: &'r mut [District],
    municipality: &'r Municipality,
    of: Vec<usize>,
}

impl<'r, 'a> Town<'r, 'a> {
    /// A municipality of a region.
    pub fn new(nows: &'r [Now<'a>], districts: &'r mut [District], municipality: &'r Municipality) -> Self {
        let of = municipality.districts.iter().map(|i| usize::from(*i)).collect();
        Self { nows, districts, municipality, of }
    }

    /// What holds in its first district: where a choice is made for the whole municipality, it is made there.
    fn first(&self) -> Now<'a> {
        self.nows[self.of[0]]
    }

    /// An amount of euros that its districts state together.
    fn stated(&self, of: impl Fn(&Settings) -> f64) -> f64 {
        self.of.iter().map(|&i| of(self.nows[i].settings)).sum()
    }

    fn purse(&self) -> Purse {
        self.districts[self.of[0]].rooms.money.purse
    }

    fn keep(&mut self, purse: &Purse) {
        for &i in &self.of {
            self.districts[i].rooms.money.purse = *purse;
        }
    }

    /// What an account has spent in all districts since the simulation began.
    fn spent(&self, account: Account) -> Money {
        self.of.iter().map(|&i| self.districts[i].ledger().spent(account)).sum()
    }

    /// Adds an amount to an indicator of the district of which the municipality's books are kept.
    fn count(&mut self, indicator: Indicator, amount: Money) {
        self.districts[self.of[0]].counts.add(indicator, amount.0);
    }
}

/// A week begins: what is planned is added up, and intake stops where a ceiling is reached.
pub fn begin_week(town: &mut Town<'_, '_>) {
    let residents: f64 = town.of.iter().map(|&i| town.districts[i].planned_residents).sum();
    let mut purse = town.purse();
    for (usual, silo) in purse.usual.iter_mut().zip(&town.municipality.silos) {
        *usual = silo.budget;
    }
    for &i in &town.of {
        let (now, d) = (town.nows[i], &mut town.districts[i]);
        d.rooms.money.part = if residents > 0.0 { d.planned_residents / residents } else { 1.0 };
        purse.planned[0] += cuts::planned(now.inputs, d, now.settings);
        let weekly = |euros: f64| Money((euros / f64::from(WEEKS_PER_YEAR) * Money::PER_EURO as f64) as i64);
        let found = weekly(now.settings.money.found);
        purse.found += found;
        d.counts.add(Indicator::EUROS_CUT, found.0);
        d.counts.add(Indicator::EUROS_RETURNED, weekly(now.settings.money.returned).0);
    }
    town.keep(&purse);
    ceilings::stop(town.nows, town.districts, &town.of);
    let stopped = town.districts[town.of[0]].rooms.money.stopped;
    town.districts[town.of[0]].counts.add(Indicator::STOP_WEEKS, stopped.iter().filter(|s| **s).count() as i64);
}

/// A week is over, and the books by silo are closed for it.
pub fn end_week(week: Week, town: &mut Town<'_, '_>) {
    if week.of_year() == Moment::Accounts.week() && week.0 >= WEEKS_PER_YEAR {
        settle(town);
        share_saving(town);
    }
    if week.of_year() == Moment::Budget.week() && week.0 >= 0 {
        let mut purse = town.purse();
        purse.foreseen = foreseen(town, &purse);
        if week.0 >= WEEKS_PER_YEAR || purse.foreseen.is_some() {
            purse.next_cut = next_cut(town, &purse);
        }
        town.keep(&purse);
    }
    if week.of_year() == WEEKS_PER_YEAR - 1 {
        end_year(town);
    }
}

/// The budget of the year under way. Where none is stated it is what the last accounts said; for the team and for
/// facilities, with what is planned for them since then: a council that decides on a plan has money for it. What is
/// planned so far is taken so many times, to be that of a whole year.
fn budget(town: &Town<'_, '_>, purse: &Purse, silo: usize, (whole, so_far): (i32, i32)) -> Option<Money> {
    let stated = town.stated(|s| s.money.budgets[silo]);
    let welfare = silo == Account::Welfare as usize;
    if stated > 0.0 {
        let cut = if welfare { purse.cut.0 } else { 0 };
        return Some(Money((stated * Money::PER_EURO as f64) as i64 - cut));
    }
    let planned = if welfare { of_year(purse.planned[0], (whole, so_far)).0 - purse.planned[2].0 } else { 0 };
    purse.usual[silo].map(|usual| Money(usual.0 + planned))
}

/// An amount of some weeks, as one of a whole year.
fn of_year(amount: Money, (whole, so_far): (i32, i32)) -> Money {
    Money((i128::from(amount.0) * i128::from(whole) / i128::from(so_far)) as i64)
}

/// What is spent above budgets by silo and what is left of them, from how much each has spent beyond its own.
fn met(form: Form, beyond: impl Iterator<Item = i64>) -> (i64, i64) {
    let (over, under) = beyond.fold((0, 0), |(over, under), x| (over + x.max(0), under + (-x).max(0)));
    if form == Form::Area { ((over - under).max(0), (under - over).max(0)) } else { (over, under) }
}

/// What the books say of the year under way, where a municipality steers by them and somebody keeps them up: who writes
/// nothing down goes by the last accounts.
fn foreseen(town: &Town<'_, '_>, purse: &Purse) -> Option<Foreseen> {
    let now = town.first();
    let steered = now.settings.link(Link::MONITOR_STEERING) * (1.0 - registration::missing(now));
    let weight = libm::round(steered * Foreseen::MILLION as f64) as i64;
    if now.settings.monitoring.serves != Use::Steer || weight <= 0 {
        return None;
    }
    let year = (WEEKS_PER_YEAR, Moment::Budget.week() + 1);
    let books = town.municipality.silos.iter().enumerate();
    let known = books.filter_map(|(i, silo)| Some((of_year(silo.spent, year).0, budget(town, purse, i, year)?.0)));
    let known: Vec<(i64, i64)> = known.collect();
    let (over, _) = met(now.settings.money.form, known.iter().map(|(spent, budget)| spent - budget));
    let (spent, budget) = known.iter().fold((0, 0), |(spent, budget), (s, b)| (spent + s, budget + b));
    Some(Foreseen { weight, over: Money(over), beyond: Money(spent - budget), budget: Money(budget) })
}

fn end_year(town: &mut Town<'_, '_>) {
    let mut purse = town.purse();
    purse.ended = std::array::from_fn(|silo| budget(town, &purse, silo, (1, 1)));
    // What a cut found was meant for the reserve.
    purse.added += purse.found;
    town.count(Indicator::EUROS_RESERVE, Money(-purse.found.0));
    purse.found = Money(0);
    purse.planned = [Money(0), purse.planned[0], purse.planned[1]];
    purse.cut = std::mem::take(&mut purse.next_cut);
    purse.back = std::mem::take(&mut purse.next_back);
    let spent = Money(town.spent(Account::HealthInsurer).0 - purse.agreed.0);
    purse.insurer_last = Money(spent.0 - purse.insurer_before.0);
    purse.insurer_before = spent;
    let municipal = Product::ALL.into_iter().filter(|product| product.meta().account.is_municipal());
    let received = |product: Product| town.of.iter().map(move |&i| (i, product as usize));
    let received = municipal.flat_map(received).map(|(i, product)| town.districts[i].rooms.money.received[product]);
    purse.purchased = received.sum();
    for &i in &town.of {
        let books = &mut town.districts[i].rooms.money;
        books.received = [Money(0); crate::entities::PRODUCTS];
    }
    if town.first().settings.money.agreement <= 0.0 {
        purse.reference = Some(purse.insurer_last);
    }
    town.keep(&purse);
}

/// The accounts of the last year: what each silo spent beyond its budget, and what meets it.
fn settle(town: &mut Town<'_, '_>) {
    const OVER: [Indicator; SILOS] = [
        Indicator::OVER_WMO,
        Indicator::OVER_YOUTH,
        Indicator::OVER_PARTICIPATION,
        Indicator::OVER_DEBT,
        Indicator::OVER_WELFARE,
    ];
    let mut purse = town.purse();
    let now = town.first();
    let silos = town.municipality.silos;
    let mut all = Vec::new();
    for ((silo, budget), indicator) in silos.iter().zip(purse.ended).zip(OVER) {
        let (Some(accounts), Some(budget)) = (silo.accounts, budget) else { continue };
        let beyond = accounts.0 - budget.0;
        town.count(indicator, Money(beyond));
        all.push(beyond);
    }
    let (over, under) = met(now.settings.money.form, all.into_iter());
    purse.over = Money(over);
    let mut added = -over;
    match now.settings.money.surplus {
        Surplus::General => {}
        Surplus::Reserve => added += under,
        Surplus::Area => {
            let part = now.inputs.params.money.area_part * now.settings.link(Link::SURPLUS_PREVENTION);
            purse.next_back = Money((under as f64 * part) as i64);
        }
    }
    purse.added.0 += added;
    town.count(Indicator::EUROS_RESERVE, Money(-added));
    town.keep(&purse);
}

/// What is cut in the next year: what was spent too much, as far as the reserve above its floor does not meet it over
/// the years in which it is to be made good. Nothing as long as nothing is cut and the reserve lies above its floor.
/// Where a municipality steers, the year under way counts in the place of the last accounts, and as drawn already.
fn next_cut(town: &Town<'_, '_>, purse: &Purse) -> Money {
    let soon = purse.foreseen.unwrap_or_default();
    let over = purse.over.0 - soon.of(purse.over) + soon.of(soon.over);
    let reserve =
        town.stated(|s| s.money.reserve) * Money::PER_EURO as f64 + (purse.added.0 - soon.of(soon.over)) as f64;
    if reserve.is_infinite() || (reserve >= 0.0 && purse.cut.0 == 0) {
        return Money(0);
    }
    let now = town.first();
    let euros = over as f64 - reserve / now.inputs.params.money.repair_years;
    Money((euros.max(0.0) * now.settings.link(Link::OVERSPEND_CUT)) as i64)
}

/// A share of what the insurer spent less than in the year before the agreement comes to the municipality.
fn share_saving(town: &mut Town<'_, '_>) {
    let now = town.first();
    let mut purse = town.purse();
    let share = now.settings.money.agreement;
    if share <= 0.0 {
        return;
    }
    let saved = purse.reference.map_or(0, |reference| (reference.0 - purse.insurer_last.0).max(0));
    let paid = Money((saved as f64 * share * now.settings.link(Link::SAVING_ELSEWHERE)) as i64);
    purse.agreed += paid;
    town.keep(&purse);
    let place = town.of[0];
    town.districts[place].pay(Account::HealthInsurer, Account::Welfare, paid);
    town.count(Indicator::EUROS_AGREEMENT, paid);
}
