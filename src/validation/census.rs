//! Watches a simulation, from the first week of its burn-in to the last of its years, and counts what its series do not
//! tell: people by age every four weeks of the first year, services and cases week by week, and people over years.

use std::collections::{BTreeMap, BTreeSet};

use super::seen::{AGES, Course, HALF, Of, Ratio, Seen, YEAR, bit};
use crate::district::{District, Event, What};
use crate::entities::{
    CaseState, Domain, Entitlement, Episode, Helper, Position, Product, Resident, Route, Severity, Stage,
};
use crate::ids::{CaseId, HouseholdId, Key, ResidentId};
use crate::simulation::{Observer, Region};
use crate::units::{MINUTES_PER_WEEK, Minute, Week};

/// Weeks between the days of the first year on which people are counted.
const BETWEEN: i32 = 4;
/// Weeks that must lie behind an end for its duration to be known: the longest that is asked of any figure.
const KNOWN_AFTER: i32 = 4 * YEAR;
/// Weeks after which people of the first year are looked at again.
const FOUR_YEARS: i32 = 4 * YEAR;
const SIX_YEARS: i32 = 6 * YEAR;
/// Minutes a week of care from which it is counted as much.
const EIGHT_HOURS: u16 = 480;

/// An adult with a mental need in the first year, or a child with a need at its start.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on each other")]
struct Followed {
    /// Had a mental need in the first year, as an adult.
    mental: bool,
    /// Had one at its start.
    at_start: bool,
    /// Was helped with it, ever since.
    helped: bool,
    /// Was a child of 4 to 12 with a need at the start.
    child: bool,
}

/// A service or case under way.
#[derive(Clone, Copy, Debug)]
struct Running {
    /// Since when; `None` from before anybody looked.
    since: Option<Week>,
    youth: bool,
    /// The last week in which it was seen.
    seen: Week,
}

/// A service that is asked for.
#[derive(Clone, Copy, Debug)]
struct Asked {
    product: Product,
    /// Whether it was granted.
    granted: bool,
    /// The last week in which it was seen.
    seen: Week,
}

/// Counts what a simulation shows.
#[derive(Clone, Debug)]
pub(super) struct Census {
    first: Week,
    /// Ends are counted from this week on: by then it is known how long what ends has lasted.
    known_from: Week,
    seen: Seen,
    followed: BTreeMap<Key, Followed>,
    /// Mental needs of adults that began since the last day, by person.
    begun: BTreeSet<Key>,
    /// Courses of mental needs under way, by person: onset and place.
    courses: BTreeMap<Key, (Minute, usize)>,
    /// Who asked for help with debts in the week under way, and when.
    asked_of_debts: BTreeMap<Key, Minute>,
    /// Households in debt at the start, and those that were not.
    in_debt: BTreeMap<Key, bool>,
    youth_help: BTreeMap<Key, Running>,
    cases: BTreeMap<Key, Running>,
    /// What has been asked for and is not served yet.
    asked: BTreeMap<Key, Asked>,
    /// Adults with a mental need in the first year.
    mental: BTreeSet<Key>,
    /// Households with municipal help in the first year.
    municipal: BTreeSet<Key>,
}

impl Census {
    /// A census of a simulation that begins in a week and goes on for so many weeks after week 0.
    pub(super) fn new(first: Week, weeks: i32) -> Self {
        Self {
            first,
            known_from: Week((first.0 + KNOWN_AFTER).max(0)),
            seen: Seen::nothing(weeks),
            followed: BTreeMap::new(),
            begun: BTreeSet::new(),
            courses: BTreeMap::new(),
            asked_of_debts: BTreeMap::new(),
            in_debt: BTreeMap::new(),
            youth_help: BTreeMap::new(),
            cases: BTreeMap::new(),
            asked: BTreeMap::new(),
            mental: BTreeSet::new(),
            municipal: BTreeSet::new(),
        }
    }

    /// What was seen.
    pub(super) fn seen(mut self) -> Seen {
        // Courses that are still under way were followed to the end.
        let end = Week(self.seen.weeks).start();
        for (onset, place) in self.courses.into_values() {
            self.seen.courses[place].lost = end.weeks_since(onset);
        }
        self.seen
    }

    fn event(&mut self, week: Week, event: &Event, old: &BTreeSet<(Key, Minute)>) {
        let key = event.resident;
        let age = (week.0 - i32::from(event.born)) / YEAR;
        match event.what {
            What::Onset(Domain::Mental, severity) => {
                self.begun.insert(key);
                if is_first_year(week) && age >= 18 && !old.contains(&(key, event.at)) {
                    self.courses.insert(key, (event.at, self.seen.courses.len()));
                    let is_major = severity >= Severity::Moderate;
                    self.seen.courses.push(Course { is_major, passed: None, lost: 0.0 });
                }
            }
            What::Recovered(Domain::Mental) => self.course_ends(key, event.at, true),
            What::Died | What::Left => self.course_ends(key, event.at, false),
            What::Known(Domain::Debt, Route::Asked) if is_first_year(week) => {
                self.asked_of_debts.insert(key, event.at);
            }
            What::ServiceStarted(Product::MentalHealth) if (0..FOUR_YEARS).contains(&week.0) => {
                if let Some(followed) = self.followed.get_mut(&key) {
                    followed.helped = true;
                }
            }
            _ => {}
        }
    }

    /// Those who asked for help with debts in this week have had them since.
    fn look_at_askers(&mut self, d: &District) {
        if self.asked_of_debts.is_empty() {
            return;
        }
        for r in d.everybody() {
            let Some(at) = self.asked_of_debts.get(&d.residents[r].key) else { continue };
            if let Some(debts) = d.episodes_of(r).map(|e| &d.episodes[e]).find(|e| is_open_debt(e)) {
                self.seen.debt_delay.0 += at.weeks_since(debts.onset).max(0.0);
                self.seen.debt_delay.1 += 1;
            }
        }
    }

    fn course_ends(&mut self, key: Key, at: Minute, passes: bool) {
        if let Some((onset, place)) = self.courses.remove(&key) {
            let weeks = at.weeks_since(onset);
            let course = &mut self.seen.courses[place];
            course.lost = weeks;
            course.passed = passes.then_some(weeks);
        }
    }

    /// The day before the first year.
    fn begin(&mut self, d: &District) {
        for h in d.households.all() {
            let household = &d.households[h];
            self.in_debt.insert(household.key, carries_debts(d, h).is_some());
            for r in d.members(h) {
                let resident = &d.residents[r];
                let (age, needs) = (age_of(resident, Week(0)), d.needs_of(r));
                let followed = Followed {
                    mental: age >= 18 && needs.has(Domain::Mental),
                    at_start: age >= 18 && needs.has(Domain::Mental),
                    child: (4..=12).contains(&age) && needs.has(Domain::Youth),
                    helped: false,
                };
                if followed.mental || followed.child {
                    self.followed.insert(resident.key, followed);
                }
            }
        }
    }

    /// A day of the first year on which people are counted.
    fn count_people(&mut self, d: &District, week: Week) {
        self.seen.days += 1;
        for h in d.households.all() {
            self.count_household(d, h, week);
            for r in d.members(h) {
                self.count_person(d, r, week);
            }
        }
        for team in &d.teams {
            let filled = team.jobs.iter().filter(|job| job.employed).count() as u64;
            let all = team.jobs.len() as u64;
            self.seen.ratio(Ratio::Jobs, filled, 0);
            self.seen.ratio(Ratio::Vacant, all - filled, all);
        }
        self.seen.ratio(Ratio::Jobs, 0, d.everybody().count() as u64);
    }

    fn count_household(&mut self, d: &District, h: HouseholdId, week: Week) {
        if d.members(h).next().is_none() {
            return;
        }
        let seen = &mut self.seen;
        seen.with_municipal.1 += 1;
        let lone = lone_parent(d, h);
        if let Some(parent) = lone {
            seen.ratio(Ratio::LoneParentsLonely, u64::from(d.needs_of(parent).has(Domain::Social)), 1);
        }
        let debts = carries_debts(d, h);
        seen.ratio(Ratio::InDebt, u64::from(debts.is_some()), 1);
        let Some(debts) = debts else { return };
        let under_way = debts.is_helped() || debts.in_pipeline > 0;
        seen.ratio(Ratio::DebtInView, u64::from(under_way), 1);
        let lasts = week.next().start().weeks_since(debts.onset) >= f64::from(3 * YEAR);
        seen.ratio(Ratio::DebtLong, u64::from(lasts), 1);
        if debts.is_heavy() {
            seen.ratio(Ratio::DebtUnhelped, u64::from(!under_way), 1);
        }
    }

    fn count_person(&mut self, d: &District, r: ResidentId, week: Week) {
        let (resident, needs) = (&d.residents[r], d.needs_of(r));
        let age = age_of(resident, week);
        let seen = &mut self.seen;
        seen.person(Of::All, age);
        seen.by_income[resident.income()] += 1;
        let nobody = !resident.is(Resident::NETWORK);
        let lonely = needs.has(Domain::Social);
        for (of, holds) in [
            (Of::AtHome, !resident.is(Resident::LONG_TERM)),
            (Of::Volunteers, resident.is(Resident::VOLUNTEER)),
            (Of::NoTies, resident.person.ties == 0),
            (Of::Lonely, lonely),
        ] {
            if holds {
                seen.person(of, age);
            }
        }
        if age >= 18 {
            let ratio = if nobody { Ratio::NobodyLonely } else { Ratio::SomebodyLonely };
            seen.ratio(ratio, u64::from(lonely), 1);
        }
        let begun = self.begun.remove(&resident.key);
        let has_had = begun || needs.has(Domain::Mental);
        let is_counted = (18..=75).contains(&age);
        self.seen.of_mental[resident.income()] += u64::from(is_counted);
        if age >= 18 && has_had {
            self.followed.entry(resident.key).or_default().mental = true;
            if self.mental.insert(resident.key) {
                self.seen.mental_at[age] += 1;
                self.seen.mental[resident.income()] += u64::from(is_counted);
            }
        }
        self.count_care(d, r, age);
    }

    fn count_care(&mut self, d: &District, r: ResidentId, age: usize) {
        let seen = &mut self.seen;
        let resident = &d.residents[r];
        let person = &resident.person;
        if person.care_given > 0 {
            seen.person(Of::Carers, age);
            let (minutes, burdened) = (u64::from(person.care_given), person.burdens > 0);
            seen.ratio(Ratio::Burdened, u64::from(burdened), 1);
            seen.ratio(Ratio::EightHours, u64::from(person.care_given >= EIGHT_HOURS), 1);
            seen.ratio(Ratio::Minutes, minutes, 1);
            seen.ratio(if burdened { Ratio::MinutesBurdened } else { Ratio::MinutesOthers }, minutes, 1);
        }
        if resident.is(Resident::LONG_TERM) {
            return;
        }
        if person.care_received > 0 {
            seen.person(Of::Receivers, age);
        }
        let daily = d.episodes_of(r).map(|e| &d.episodes[e]).find(|e| e.domain == Domain::Daily && !e.recovered);
        let Some(daily) = daily else { return };
        seen.person(Of::Daily, age);
        if !daily.is_helped() && daily.helping[Helper::Informal as usize] == 0 && daily.in_pipeline > 0 {
            seen.person(Of::DailyAsked, age);
        }
        if daily.severity < Severity::Moderate {
            return;
        }
        seen.person(Of::DailyModerate, age);
        if age < 65 {
            return;
        }
        let nursed = d
            .entitlements_of(r)
            .any(|x| d.entitlements[x].product == Product::DistrictNursing && d.entitlements[x].stage == Stage::Served);
        match couple_of(d, r) {
            Couple::With(partner) if !d.needs_of(partner).has(Domain::Daily) => {
                seen.ratio(Ratio::NursedWithPartner, u64::from(nursed), 1);
            }
            Couple::Alone => seen.ratio(Ratio::NursedAlone, u64::from(nursed), 1),
            Couple::With(_) | Couple::NoHead => {}
        }
    }

    /// Every week: services of everybody.
    fn count_services(&mut self, d: &District, week: Week) {
        for h in d.households.all() {
            for r in d.members(h) {
                for x in d.entitlements_of(r) {
                    self.count_service(d, h, r, &d.entitlements[x], week);
                }
            }
        }
    }

    fn count_service(&mut self, d: &District, h: HouseholdId, r: ResidentId, service: &Entitlement, week: Week) {
        let is_served = matches!(service.stage, Stage::Served | Stage::AwaitingHome);
        let product = service.product;
        let asked = self.asked.get(&service.key).copied();
        if is_first_year(week) && product.is_youth_help() && service.stage == Stage::Waiting {
            let waited = week.next().start().0 - service.queued.0;
            let ratio = if product == Product::YouthResidential { Ratio::StayWaited } else { Ratio::YouthWaited };
            self.seen.ratio(ratio, u64::try_from(waited).unwrap_or(0), 1);
        }
        if is_first_year(week) && product == Product::ShelteredLiving {
            match service.stage {
                Stage::Waiting => self.seen.ratio(Ratio::ShelteredWaiting, 1, 0),
                Stage::Served | Stage::AwaitingHome => self.seen.ratio(Ratio::ShelteredWaiting, 0, 1),
                Stage::Inquiry | Stage::Applied => {}
            }
        }
        if !is_served {
            let granted = service.stage == Stage::Waiting;
            self.asked.insert(service.key, Asked { product, granted, seen: week });
            if granted && asked.is_none_or(|asked| !asked.granted) {
                self.granted(service, week);
            }
            return;
        }
        self.asked.remove(&service.key);
        if let Some(asked) = asked {
            if !asked.granted {
                self.granted(service, week);
            }
            self.begins(service, week);
        }
        if product.is_youth_help() {
            let since = asked.map(|_| week);
            self.youth_help.entry(service.key).or_insert(Running { since, youth: true, seen: week }).seen = week;
            if asked.is_some() && is_first_year(week) || week.0 == 0 {
                self.seen.ratio(Ratio::YouthByTeam, 0, 1);
            }
        }
        if is_first_year(week) {
            self.seen.stays += u64::from(product == Product::YouthResidential);
            if product == Product::MentalHealth {
                self.seen.mental_minutes += u64::from(service.minutes_per_week);
            }
            if product.is_wmo() {
                let user = self.seen.users.entry(d.residents[r].key).or_default();
                user.halves[usize::from(week.0 >= HALF)] |= bit(product);
                user.income = d.residents[r].income() as u8;
            }
            if product.meta().account.is_municipal() {
                self.municipal.insert(d.households[h].key);
            }
        }
    }

    /// A request was granted.
    fn granted(&mut self, service: &Entitlement, week: Week) {
        if !is_first_year(week) {
            return;
        }
        if service.product.is_wmo() {
            self.seen.ratio(Ratio::Granted, 1, 1);
        }
        if service.product == Product::DebtProgramme && service.queued != Minute::NEVER {
            let minutes = service.queued.0 - service.requested.0;
            self.seen.ratio(Ratio::DebtTalk, u64::try_from(minutes).unwrap_or(0), 1);
        }
    }

    /// A service has begun.
    fn begins(&mut self, service: &Entitlement, week: Week) {
        if !is_first_year(week) {
            return;
        }
        // It began in the middle of the week, give or take half of one.
        let middle = Minute(week.start().0 + MINUTES_PER_WEEK / 2);
        let wait = &mut self.seen.waits[service.product as usize];
        wait.0 += middle.weeks_since(service.requested).max(0.0);
        wait.1 += 1;
        if service.product.is_youth_help() {
            self.seen.doors[usize::from(service.door)] += 1;
        }
    }

    /// What was there last week and is not any more has ended, or was not granted.
    fn end_services(&mut self, week: Week) {
        let (known, seen) = (self.known_from, &mut self.seen);
        self.youth_help.retain(|_, running| {
            if running.seen < week && week >= known {
                seen.youth.push(lasted(running, week));
            }
            running.seen == week
        });
        self.asked.retain(|_, asked| {
            if asked.seen < week && !asked.granted && asked.product.is_wmo() && is_first_year(week) {
                seen.ratio(Ratio::Granted, 0, 1);
            }
            asked.seen == week
        });
    }

    /// Every week: cases of the teams.
    fn count_cases(&mut self, d: &District, week: Week) {
        let is_year = is_first_year(week);
        for h in d.households.all() {
            for c in d.cases_of(h).filter(|c| d.cases[*c].state == CaseState::Open) {
                let is_new = !self.cases.contains_key(&d.cases[c].key);
                let since = (week > self.first).then_some(week);
                let youth = is_youth(d, c);
                let running = self.cases.entry(d.cases[c].key).or_insert(Running { since, youth, seen: week });
                running.seen = week;
                if is_year {
                    let is_of_year = is_new || week.0 == 0;
                    self.seen.case_count += u64::from(is_of_year);
                    self.seen.youth_cases.0 += u64::from(running.youth);
                    self.municipal.insert(d.households[h].key);
                    if is_of_year && running.youth {
                        self.seen.ratio(Ratio::YouthByTeam, 1, 1);
                    }
                }
            }
        }
    }

    fn end_cases(&mut self, week: Week) {
        let is_year = is_first_year(week);
        let (known, seen) = (self.known_from, &mut self.seen);
        self.cases.retain(|_, running| {
            if running.seen < week {
                if week >= known {
                    seen.cases.push(lasted(running, week));
                }
                seen.youth_cases.1 += u64::from(is_year && running.youth);
            }
            running.seen == week
        });
    }

    /// Adults with a mental need are helped.
    fn look_at_help(&mut self, d: &District) {
        for r in d.everybody() {
            let Some(followed) = self.followed.get_mut(&d.residents[r].key) else { continue };
            let helped = |e: &Episode| e.domain == Domain::Mental && e.is_helped();
            followed.helped |= d.episodes_of(r).any(|e| helped(&d.episodes[e]));
        }
    }

    /// A year after the start.
    fn look_at_debts(&mut self, d: &District) {
        for h in d.households.all() {
            let Some(before) = self.in_debt.get(&d.households[h].key) else { continue };
            let now = carries_debts(d, h).is_some();
            if *before {
                self.seen.ratio(Ratio::DebtOut, u64::from(!now), 1);
            }
            if now {
                self.seen.ratio(Ratio::DebtNew, u64::from(!before), 1);
            }
        }
        self.seen.with_municipal.0 += self.municipal.len() as u64;
    }

    fn after_four_years(&mut self, d: &District) {
        for r in d.everybody() {
            let Some(followed) = self.followed.get(&d.residents[r].key) else { continue };
            let needs = d.needs_of(r);
            if followed.mental {
                self.seen.ratio(Ratio::NeverHelped, u64::from(!followed.helped), 1);
                if !followed.helped {
                    self.seen.ratio(Ratio::UnhelpedPassed, u64::from(!needs.has(Domain::Mental)), 1);
                }
            }
            if followed.child {
                self.seen.ratio(Ratio::YouthFourYears, u64::from(needs.has(Domain::Youth)), 1);
            }
        }
    }

    fn after_six_years(&mut self, d: &District) {
        for r in d.everybody() {
            let Some(followed) = self.followed.get(&d.residents[r].key).filter(|f| f.at_start) else { continue };
            debug_assert!(followed.mental);
            self.seen.ratio(Ratio::MentalSixYears, u64::from(!d.needs_of(r).has(Domain::Mental)), 1);
        }
    }
}

impl Observer for Census {
    const WANTS_EVENTS: bool = true;

    fn events(&mut self, week: Week, events: &[Event]) {
        // What comes with a newcomer, or comes back, or goes on from another domain, is entered like what begins.
        let is_old = |event: &&Event| {
            matches!(event.what, What::Arrived | What::Relapsed(Domain::Mental) | What::Recovered(Domain::Youth))
        };
        let old = events.iter().filter(is_old).map(|event| (event.resident, event.at)).collect();
        for event in events {
            self.event(week, event, &old);
        }
    }

    fn week(&mut self, week: Week, region: &Region) {
        for d in &region.districts {
            self.count_services(d, week);
            self.count_cases(d, week);
            self.look_at_askers(d);
            if week.0 == -1 || (week == self.first && week.0 >= 0) {
                self.begin(d);
            }
            if is_first_year(week) && week.0 % BETWEEN == 0 {
                self.count_people(d, week);
            }
            let after = week.0 + 1;
            if (0..FOUR_YEARS).contains(&week.0) && week.0 % BETWEEN == 0 {
                self.look_at_help(d);
            }
            match after {
                YEAR => self.look_at_debts(d),
                FOUR_YEARS => self.after_four_years(d),
                SIX_YEARS => self.after_six_years(d),
                _ => {}
            }
        }
        self.asked_of_debts.clear();
        self.end_services(week);
        self.end_cases(week);
    }
}

const fn is_first_year(week: Week) -> bool {
    week.0 >= 0 && week.0 < YEAR
}

/// Weeks that something lasted which ended in a week.
fn lasted(running: &Running, week: Week) -> f64 {
    running.since.map_or(f64::INFINITY, |since| f64::from(week.0 - since.0))
}

fn age_of(resident: &Resident, week: Week) -> usize {
    usize::from(resident.age_in(week.0)).min(AGES - 1)
}

fn is_open_debt(episode: &Episode) -> bool {
    episode.domain == Domain::Debt && !episode.recovered
}

/// The open debts of a household.
fn carries_debts(d: &District, h: HouseholdId) -> Option<&Episode> {
    d.members(h).flat_map(|r| d.episodes_of(r)).map(|e| &d.episodes[e]).find(|e| is_open_debt(e))
}

/// The parent of a household with children and one parent.
fn lone_parent(d: &District, h: HouseholdId) -> Option<ResidentId> {
    let of = |position: Position| d.members(h).find(move |r| d.residents[*r].position == position);
    let parent = of(Position::Reference).filter(|_| of(Position::Child).is_some())?;
    of(Position::Partner).is_none().then_some(parent)
}

/// With whom somebody lives as a couple.
enum Couple {
    With(ResidentId),
    Alone,
    /// A child or another member of a household.
    NoHead,
}

fn couple_of(d: &District, r: ResidentId) -> Couple {
    let other = match d.residents[r].position {
        Position::Reference => Position::Partner,
        Position::Partner => Position::Reference,
        Position::Child | Position::Other => return Couple::NoHead,
    };
    let partner = d.members(d.household_of(r)).find(|m| d.residents[*m].position == other);
    partner.map_or(Couple::Alone, Couple::With)
}

/// Whether a case was opened for a need of youth.
fn is_youth(d: &District, c: CaseId) -> bool {
    let case = &d.cases[c];
    d.episodes.is_current(case.episode, case.episode_generation) && d.episodes[case.episode].domain == Domain::Youth
}
