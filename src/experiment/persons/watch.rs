//! Watches a run, from week 0 to its end: what begins, changes and ends, and once a year who lives here.

use std::collections::BTreeMap;

use super::measures::{
    COUNT, CURVE, ENDED, GINI, KINDS, LAW, MEAN, MOST_PRODUCTS, PANELS, QUANTILES, RETURNED, RUN, STARTED, STILL,
    TOGETHER, TOP, USE, WHOLE, WITH, WMO, YEARLY, law_of,
};
use super::money::Curve;
use super::panel::{Panels, Years};
use crate::district::{District, Event, What, groups};
use crate::entities::{CaseState, PRODUCTS, Position, Product, Resident, Stage};
use crate::ids::Key;
use crate::observation::Cell;
use crate::simulation::{Observer, Region};
use crate::units::{MINUTES_PER_WEEK, Minute, WEEKS_PER_YEAR, Week};

/// What ends and begins in so many last years is counted.
const LAST_YEARS: i32 = 5;
/// The place of cases of the team, after products.
const CASE: usize = PRODUCTS;

/// A service under way.
#[derive(Clone, Copy, Debug)]
struct Running {
    household: Key,
    /// Since when; `None` from before week 0.
    since: Option<Minute>,
    /// Paid up to here.
    paid: Minute,
    minutes_per_week: u16,
}

/// Somebody who uses or used something.
#[derive(Clone, Copy, Debug, Default)]
struct Person {
    /// Products of the year under way, one bit each.
    products: u16,
    years: [Years; PANELS.len()],
}

/// Looks on.
#[derive(Clone, Debug)]
pub(in crate::experiment) struct Watch {
    cents_per_hour: [i64; PRODUCTS],
    last_year: i32,
    persons: BTreeMap<Key, Person>,
    /// By person and product: nobody has one twice.
    running: BTreeMap<(Key, u8), Running>,
    /// What has been asked for and has not begun: by person and product, or [`CASE`].
    asked: BTreeMap<(Key, u8), Minute>,
    /// Open cases of households, since when.
    cases: BTreeMap<Key, Vec<Option<Minute>>>,
    /// Products in the year under way of those who are gone.
    gone: Vec<u16>,
    /// This year's euros by household, in sixtieths of a cent.
    euros: BTreeMap<Key, i64>,
    panels: Panels,
    /// Minutes that what has ended had lasted; `None` where it began before week 0.
    ended: [Vec<Option<i32>>; KINDS],
    waited: [Vec<Option<i32>>; KINDS],
    cells: Vec<Vec<Cell>>,
}

impl Watch {
    /// A watch of a region at week 0, with the prices of its services, for a run of so many years.
    pub(in crate::experiment) fn new(region: &Region, cents_per_hour: [i64; PRODUCTS], years: u32) -> Self {
        let mut watch = Self {
            cents_per_hour,
            last_year: years as i32 - 1,
            persons: BTreeMap::new(),
            running: BTreeMap::new(),
            asked: BTreeMap::new(),
            cases: BTreeMap::new(),
            gone: Vec::new(),
            euros: BTreeMap::new(),
            panels: Panels::default(),
            ended: Default::default(),
            waited: Default::default(),
            cells: Vec::new(),
        };
        for d in &region.districts {
            watch.begin(d);
        }
        watch
    }

    /// What is under way when the watch begins.
    fn begin(&mut self, d: &District) {
        for h in d.households.all() {
            let household = d.households[h].key;
            for c in d.cases_of(h) {
                let case = &d.cases[c];
                if case.state == CaseState::Open {
                    self.cases.entry(household).or_default().push(None);
                } else {
                    self.asked.insert((d.residents[case.resident].key, CASE as u8), case.requested);
                }
            }
            for r in d.members(h) {
                let Resident { key, person, .. } = &d.residents[r];
                let key = *key;
                for x in d.entitlements_of(r) {
                    let service = &d.entitlements[x];
                    let place = (key, service.product as u8);
                    if matches!(service.stage, Stage::Served | Stage::AwaitingHome) {
                        let minutes_per_week = service.minutes_per_week;
                        let paid = Week(0).start();
                        self.running.insert(place, Running { household, since: None, paid, minutes_per_week });
                        self.persons.entry(key).or_default().products |= 1 << service.product as u16;
                    } else {
                        self.asked.insert(place, service.requested);
                    }
                }
                let before = if person.counted_year == -1 { products_of(person.counted) } else { 0 };
                if before != 0 {
                    note_year(self.persons.entry(key).or_default(), before, -1);
                }
            }
        }
    }

    fn event(&mut self, event: &Event) {
        let (key, at) = (event.resident, event.at);
        match event.what {
            What::Requested(product, _) => {
                self.asked.insert((key, product as u8), at);
            }
            What::Refused(product) => {
                self.asked.remove(&(key, product as u8));
            }
            What::ServiceStarted(product) => {
                let running = Running { household: event.household, since: Some(at), paid: at, minutes_per_week: 0 };
                self.running.insert((key, product as u8), running);
                self.persons.entry(key).or_default().products |= 1 << product as u16;
                self.begins(key, product as usize, at);
            }
            What::HoursSet(product, minutes) => {
                if let Some(running) = self.running.get_mut(&(key, product as u8)) {
                    pay(running, self.cents_per_hour[product as usize], &mut self.euros, at);
                    running.minutes_per_week = minutes;
                }
            }
            What::ServiceEnded(product) => self.service_ends(event, product),
            What::CaseRequested(_) => {
                self.asked.insert((key, CASE as u8), at);
            }
            What::CaseStarted => {
                self.cases.entry(event.household).or_default().push(Some(at));
                self.begins(key, CASE, at);
            }
            What::CaseClosed => self.case_closes(event.household, at),
            What::Died | What::Left => self.goes(key, at),
            _ => {}
        }
    }

    /// Somebody is no more, or lives elsewhere: they count in the year under way, and are followed no further.
    fn goes(&mut self, key: Key, at: Minute) {
        let Some(person) = self.persons.remove(&key) else { return };
        for (panel, years) in self.panels.iter_mut().zip(person.years) {
            panel.follow(years, at.week().year() - 1);
        }
        self.gone.push(person.products);
    }

    /// Whether what begins or ends at a moment is counted.
    fn is_counted(&self, at: Minute) -> bool {
        at.week().year() > self.last_year - LAST_YEARS
    }

    /// What was asked for begins.
    fn begins(&mut self, key: Key, kind: usize, at: Minute) {
        if let Some(asked) = self.asked.remove(&(key, kind as u8))
            && self.is_counted(at)
        {
            self.waited[kind].push(Some((at.0 - asked.0).max(0)));
        }
    }

    fn ends(&mut self, kind: usize, since: Option<Minute>, at: Minute) {
        if self.is_counted(at) {
            self.ended[kind].push(since.map(|since| at.0 - since.0));
        }
    }

    /// A service ends. A debt programme that has passed to another of its household stands under who had it first.
    fn service_ends(&mut self, event: &Event, product: Product) {
        let own = (event.resident, product as u8);
        let is_of_household = |(place, running): (&(Key, u8), &Running)| {
            (place.1 == own.1 && running.household == event.household).then_some(*place)
        };
        let place =
            if self.running.contains_key(&own) { Some(own) } else { self.running.iter().find_map(is_of_household) };
        let Some(mut running) = place.and_then(|place| self.running.remove(&place)) else { return };
        pay(&mut running, self.cents_per_hour[product as usize], &mut self.euros, event.at);
        self.ends(product as usize, running.since, event.at);
    }

    /// A case of a household is done: with several teams, the one that is open for longest.
    fn case_closes(&mut self, household: Key, at: Minute) {
        let Some(cases) = self.cases.get_mut(&household).filter(|cases| !cases.is_empty()) else { return };
        let since = cases.remove(0);
        if cases.is_empty() {
            self.cases.remove(&household);
        }
        self.ends(CASE, since, at);
    }

    /// The last week of a year is over.
    fn close_year(&mut self, region: &Region, year: i32) {
        let end = Week((year + 1) * WEEKS_PER_YEAR).start();
        for (place, running) in &mut self.running {
            pay(running, self.cents_per_hour[usize::from(place.1)], &mut self.euros, end);
        }
        let mut cells = vec![Cell::default(); YEARLY];
        for cell in &mut cells[..USE] {
            cell.den = 1;
        }
        for products in self.gone.drain(..) {
            count_person(&mut cells, products);
        }
        for person in self.persons.values_mut().filter(|person| person.products != 0) {
            count_person(&mut cells, person.products);
            note_year(person, person.products, year);
            person.products = 0;
        }
        let households = region.districts.iter().map(|d| self.look_at_residents(d, year, &mut cells)).sum();
        let curve = Curve::of(std::mem::take(&mut self.euros).into_values().collect(), households);
        cells[TOP..CURVE].copy_from_slice(&curve.tops());
        cells[CURVE..GINI].copy_from_slice(&curve.lowest());
        (cells[GINI], cells[WITH], cells[MEAN]) = (curve.gini(), curve.with(), curve.mean());
        self.cells.push(cells);
        for place in self.running.keys() {
            self.persons.entry(place.0).or_default().products |= 1 << place.1;
        }
    }

    /// Who lives here at the end of a year, by age and income, and how many of them used something in it. Services go
    /// on in the household in which their people live now. Returns the number of households.
    fn look_at_residents(&mut self, d: &District, year: i32, cells: &mut [Cell]) -> u64 {
        let mut households = 0;
        for h in d.households.all() {
            let household = d.households[h].key;
            for r in d.members(h) {
                let resident = &d.residents[r];
                households += u64::from(resident.position == Position::Reference);
                let person = &resident.person;
                let counted = if i32::from(person.counted_year) == year { products_of(person.counted) } else { 0 };
                let [income, _, age] = groups(resident);
                let cell = &mut cells[USE + (age - AGE) * INCOMES + income];
                cell.num += i64::from(counted != 0);
                cell.den += 1;
                for product in (0..PRODUCTS as u8).filter(|product| counted >> product & 1 == 1) {
                    if let Some(running) = self.running.get_mut(&(resident.key, product)) {
                        running.household = household;
                    }
                }
            }
        }
        households
    }

    /// The cells of each year, then those of the horizon.
    pub(in crate::experiment) fn close(mut self) -> Vec<Vec<Cell>> {
        let last = self.last_year;
        for person in self.persons.values() {
            for (panel, years) in self.panels.iter_mut().zip(person.years) {
                panel.follow(years, last);
                panel.run(years, last);
            }
        }
        let mut whole = vec![Cell::default(); WHOLE];
        for (i, panel) in self.panels.iter().enumerate() {
            put(&mut whole, RUN, i, &panel.runs());
            put(&mut whole, STILL, i, &panel.still());
            put(&mut whole, RETURNED, i, &panel.returned());
        }
        for (start, minutes) in [(ENDED, &mut self.ended), (STARTED, &mut self.waited)] {
            for (kind, minutes) in minutes.iter_mut().enumerate() {
                put(&mut whole, start, kind, &quantiles(minutes));
            }
        }
        self.cells.push(whole);
        self.cells
    }
}

impl Observer for Watch {
    const WANTS_EVENTS: bool = true;

    fn events(&mut self, _: Week, events: &[Event]) {
        for event in events {
            self.event(event);
        }
    }

    fn week(&mut self, week: Week, region: &Region) {
        if week.next().of_year() == 0 {
            self.close_year(region, week.year());
        }
    }
}

/// The first of the groups by age, and how many there are by income.
const AGE: usize = 5;
const INCOMES: usize = 3;

/// Puts a block of cells in its place.
fn put(cells: &mut [Cell], start: usize, block: usize, of: &[Cell]) {
    let from = start + block * of.len();
    cells[from..from + of.len()].copy_from_slice(of);
}

/// The products among what a person is counted for.
const fn products_of(counted: u16) -> u16 {
    counted & ((1 << PRODUCTS) - 1)
}

/// The laws of some products.
fn laws_of(products: u16) -> u8 {
    let has = |product: &&Product| products >> **product as u16 & 1 == 1;
    Product::ALL.iter().filter(has).fold(0, |laws, product| laws | law_of(*product))
}

/// Counts somebody by the products of a year.
fn count_person(cells: &mut [Cell], products: u16) {
    if products == 0 {
        return;
    }
    let laws = laws_of(products);
    for law in (0..8).filter(|law| laws >> law & 1 == 1) {
        cells[LAW + law].num += 1;
    }
    cells[TOGETHER + usize::from(laws) - 1].num += 1;
    cells[COUNT + (products.count_ones() as usize).min(MOST_PRODUCTS) - 1].num += 1;
}

/// Notes that somebody used something in a year.
fn note_year(person: &mut Person, products: u16, year: i32) {
    let [any, wmo] = &mut person.years;
    any.add(year);
    if laws_of(products) & WMO != 0 {
        wmo.add(year);
    }
}

/// Pays a service up to a moment: the account of its household.
fn pay(running: &mut Running, cents_per_hour: i64, euros: &mut BTreeMap<Key, i64>, to: Minute) {
    let minutes = i64::from((to.0 - running.paid.0).max(0));
    running.paid = running.paid.max(to);
    let effort = i64::from(running.minutes_per_week) * minutes;
    // Effort is in minutes a week times minutes; an hour's price in cents is a minute's in sixtieths of a cent.
    let amount = cents_per_hour * effort / i64::from(MINUTES_PER_WEEK);
    if amount > 0 {
        *euros.entry(running.household).or_default() += amount;
    }
}

/// Quantiles of durations by nearest rank; none where it falls among those of which the beginning is not known.
fn quantiles(minutes: &mut [Option<i32>]) -> [Cell; QUANTILES.len()] {
    minutes.sort_unstable_by_key(|minutes| (minutes.is_none(), *minutes));
    QUANTILES.map(|percent| {
        let rank = (minutes.len() * percent).div_ceil(100);
        let known = rank.checked_sub(1).and_then(|place| *minutes.get(place)?);
        known.map_or_else(Cell::default, |minutes| Cell { num: minutes.into(), den: MINUTES_PER_WEEK.into() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_of_known_durations_alone() {
        let mut minutes: Vec<Option<i32>> = [4, 1, 3, 2].map(|weeks| Some(weeks * MINUTES_PER_WEEK)).to_vec();
        let weeks = |cells: [Cell; 4]| cells.map(Cell::value);
        assert_eq!(weeks(quantiles(&mut minutes)), [Some(1.0), Some(2.0), Some(3.0), Some(4.0)]);
        minutes.push(None);
        assert_eq!(weeks(quantiles(&mut minutes)), [Some(2.0), Some(3.0), Some(4.0), None]);
        assert_eq!(weeks(quantiles(&mut [])), [None; 4]);
    }

    /// Half a year of two hours a week at 60 euros an hour is 3,120 euros; what went before is paid once.
    #[test]
    fn a_service_is_paid_up_to_each_moment_once() {
        let mut running = Running { household: Key(1), since: None, paid: Minute(0), minutes_per_week: 120 };
        let mut euros = BTreeMap::new();
        for weeks in [13, 26, 20] {
            pay(&mut running, 6_000, &mut euros, Week(weeks).start());
        }
        assert_eq!(euros.get(&Key(1)), Some(&(3_120 * 6_000)));
    }

    #[test]
    fn somebody_counts_by_law_by_combination_and_by_products() {
        let mut cells = vec![Cell::default(); YEARLY];
        let products = [Product::Guidance, Product::Aids, Product::MentalHealth];
        count_person(&mut cells, products.iter().fold(0, |bits, p| bits | 1 << *p as u16));
        count_person(&mut cells, 0);
        let ones: Vec<usize> = (0..YEARLY).filter(|place| cells[*place].num == 1).collect();
        assert_eq!(ones, [LAW, LAW + 2, TOGETHER + 5 - 1, COUNT + 3 - 1]);
    }
}
