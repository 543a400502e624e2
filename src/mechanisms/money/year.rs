//! The year of a municipality's money: budgets, the accounts that say what was spent beyond them, what meets it, and
//! what is cut next January.

use super::rows::{Form, Surplus};
use super::state::Purse;
use super::{ceilings, cuts};
use crate::district::{District, Moment, Municipality, Now};
use crate::entities::{Account, Product, SILOS};
use crate::links::Link;
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
    if week.of_year() == Moment::Budget.week() && week.0 >= WEEKS_PER_YEAR {
        let mut purse = town.purse();
        purse.next_cut = next_cut(town, &purse);
        town.keep(&purse);
    }
    if week.of_year() == WEEKS_PER_YEAR - 1 {
        end_year(town);
    }
}

/// The budget of the year under way. Where none is stated it is what the last accounts said; for the team and for
/// facilities, with what is planned for them since then: a council that decides on a plan has money for it.
fn budget(town: &Town<'_, '_>, purse: &Purse, silo: usize) -> Option<Money> {
    let stated = town.stated(|s| s.money.budgets[silo]);
    let welfare = silo == Account::Welfare as usize;
    if stated > 0.0 {
        let cut = if welfare { purse.cut.0 } else { 0 };
        return Some(Money((stated * Money::PER_EURO as f64) as i64 - cut));
    }
    let planned = if welfare { purse.planned[0].0 - purse.planned[2].0 } else { 0 };
    purse.usual[silo].map(|usual| Money(usual.0 + planned))
}

fn end_year(town: &mut Town<'_, '_>) {
    let mut purse = town.purse();
    purse.ended = std::array::from_fn(|silo| budget(town, &purse, silo));
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
    let (mut over, mut under) = (0, 0);
    for ((silo, budget), indicator) in silos.iter().zip(purse.ended).zip(OVER) {
        let (Some(accounts), Some(budget)) = (silo.accounts, budget) else { continue };
        let beyond = accounts.0 - budget.0;
        town.count(indicator, Money(beyond));
        over += beyond.max(0);
        under += (-beyond).max(0);
    }
    if now.settings.money.form == Form::Area {
        (over, under) = ((over - under).max(0), (under - over).max(0));
    }
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
fn next_cut(town: &Town<'_, '_>, purse: &Purse) -> Money {
    let reserve = town.stated(|s| s.money.reserve) * Money::PER_EURO as f64 + purse.added.0 as f64;
    if reserve.is_infinite() || (reserve >= 0.0 && purse.cut.0 == 0) {
        return Money(0);
    }
    let now = town.first();
    let euros = purse.over.0 as f64 - reserve / now.inputs.params.money.repair_years;
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
