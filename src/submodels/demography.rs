//! Demography: ageing, births, deaths, couples, leaving home, and moves through fixed dwellings (model.md section 3, step 1).
//!
//! A vacated dwelling is filled at once by a newly drawn household of the kind for which it was built up. During the
//! burn-in ages stand still and nobody is born; whoever dies or moves is replaced in place by a newly drawn person of the
//! same age, sex and position, so that the district meets its margins at t = 0. Left out: moves within the district,
//! vacancies that last, and new buildings.

use super::{care, natural, outreach, prevalence, second_line, ties};
use crate::calendar::{Entry, Occasion};
use crate::district::{District, LIFE_KINDS, Now, What, join};
use crate::entities::{MAX_TIES, Person, Position, Resident, Tie};
use crate::ids::{CaseId, EpisodeId, HouseholdId, Key, ResidentId};
use crate::initialization::NewMember;
use crate::observation::Indicator;
use crate::random::{CellKey, Process, at_least, standard_normal_cdf, standard_normal_quantile};
use crate::units::{MINUTES_PER_YEAR, Minute};

/// A resident to be added to a household.
#[derive(Clone, Copy, Debug)]
pub struct Newcomer {
    /// Who it is.
    pub key: Key,
    /// Age in years.
    pub age: u8,
    /// Woman.
    pub woman: bool,
    /// Position in the household.
    pub position: Position,
    /// Opens no door and has no needs.
    pub recluse: bool,
}

/// Adds a resident at the end of a household's list and gives it dispositions from its key. Opens no year yet.
pub fn add(now: Now<'_>, d: &mut District, h: HouseholdId, newcomer: Newcomer, shared: &SharedFrailty) -> ResidentId {
    let [frailty_adult, frailty_youth] = frailty(now, newcomer.key, newcomer.age, shared);
    let volunteers = newcomer.age >= 15
        && now.inputs.draws.unit(Process::Volunteering, newcomer.key, 0) < now.inputs.params.volunteer_share;
    let flags = if newcomer.woman { Resident::WOMAN } else { 0 }
        | if newcomer.recluse { Resident::RECLUSE | Resident::NEEDLESS } else { 0 }
        | if volunteers { Resident::VOLUNTEER } else { 0 };
    let resident = Resident {
        key: newcomer.key,
        household: h,
        next: ResidentId::NONE,
        episodes: EpisodeId::NONE,
        frailty_adult,
        frailty_youth,
        generation: 0,
        age: newcomer.age,
        position: newcomer.position,
        boost: 0,
        flags,
    };
    let r = ResidentId(d.residents.insert(resident));
    if r.index() == d.persons.len() {
        d.persons.push(Person::default());
        d.ties.push([Tie::EMPTY; MAX_TIES]);
    }
    d.persons[r.index()] = disposition(now, newcomer.key);
    let last = d.members(h).last();
    let link = |d: &mut District| match last {
        Some(last) => d.residents[last.0].next = r,
        None => d.households[h.index()].first = r,
    };
    change_company(d, h, r, newcomer.age >= 18, link);
    d.tally(r, 1);
    r
}

/// Lets somebody join or leave a household. Of its other members only those are counted anew who have no tie of their own,
/// and only if the somebody is an adult: a network is all that they can gain or lose by it.
fn change_company(d: &mut District, h: HouseholdId, r: ResidentId, adult: bool, f: impl FnOnce(&mut District)) {
    if !adult {
        f(d);
        return;
    }
    let alone: Vec<ResidentId> = d.members(h).filter(|&m| m != r && d.persons[m.index()].ties == 0).collect();
    for &m in &alone {
        d.tally(m, -1);
    }
    f(d);
    for &m in &alone {
        d.tally(m, 1);
    }
}

/// Adult and youth frailty with mean 1 and variance 1 (exponential: a gamma of shape 1), by a Gaussian copula of the
/// person's own part, the household's and the neighbourhood's: separate draws, whose shared parts `shared` holds. Nobody
/// reads the youth frailty of those who come as adults.
fn frailty(now: Now<'_>, key: Key, age: u8, shared: &SharedFrailty) -> [u16; 2] {
    let p = &now.inputs.params;
    let own = (1.0 - p.onset_household_share - p.onset_neighbourhood_share).max(0.0);
    let total = own + p.onset_household_share + p.onset_neighbourhood_share;
    let (own, total) = (libm::sqrt(own), libm::sqrt(total));
    let draws = now.inputs.draws.stream(Process::Disposition, key);
    let of = |kind: usize| {
        let [household, neighbourhood] = shared.parts[kind];
        let z = own * standard_normal_quantile(draws.unit(16 + kind as u64)) + household + neighbourhood;
        let value = -libm::log((1.0 - standard_normal_cdf(z / total)).max(1e-12));
        (value * 4096.0).min(65_535.0) as u16
    };
    [of(0), if age < YOUTH_ENDS { of(1) } else { 0 }]
}

/// The age from which on there are no needs of youth.
const YOUTH_ENDS: u8 = 23;

/// What the members of a household have in common in their adult and youth frailty.
#[derive(Clone, Copy, Debug)]
pub struct SharedFrailty {
    parts: [[f64; 2]; 2],
}

impl SharedFrailty {
    /// The parts of a household and of its neighbourhood.
    pub fn of(now: Now<'_>, d: &District, h: HouseholdId) -> Self {
        let p = &now.inputs.params;
        let household = &d.households[h.index()];
        let place = Key(u64::from(household.neighbourhood) + 1);
        let normal = |key: Key, occasion: u64| {
            standard_normal_quantile(now.inputs.draws.unit(Process::Disposition, key, occasion))
        };
        let parts = [0, 1].map(|kind| {
            [
                libm::sqrt(p.onset_household_share) * normal(household.key, 20 + kind),
                libm::sqrt(p.onset_neighbourhood_share) * normal(place, 24 + kind),
            ]
        });
        Self { parts }
    }
}

/// Trust, thresholds and doenvermogen of a new person. Assumption: uniform around the middle; half of people find it hard
/// to ask a neighbour, so thresholds span the whole range.
fn disposition(now: Now<'_>, key: Key) -> Person {
    let u = |occasion: u64| now.inputs.draws.unit(Process::Disposition, key, occasion);
    Person {
        trust_first: (65_535.0 * (0.3 + 0.4 * u(0))) as u16,
        trust_second: (65_535.0 * (0.4 + 0.4 * u(1))) as u16,
        threshold_people: (255.0 * u(2)) as u8,
        threshold_services: (255.0 * u(3)) as u8,
        capacity: (255.0 * (0.3 + 0.6 * u(4))) as u8,
        ..Person::default()
    }
}

/// Enters the resident's next birthday and the candidates of the year under way.
pub fn open(now: Now<'_>, d: &mut District, r: ResidentId) {
    let start = natural::year_start(now, d.residents[r.0].key, now.at);
    open_at(now, d, r, start);
}

fn open_at(now: Now<'_>, d: &mut District, r: ResidentId, start: Minute) {
    let Resident { key, generation, .. } = d.residents[r.0];
    let at = Minute(start.0 + MINUTES_PER_YEAR);
    d.calendar.add(Entry { at, tie: (key.0 >> 32) as u32, slot: r.0, generation, what: Occasion::Birthday, aux: 0 });
    natural::open_year_at(now, d, r, start);
    enter_life(now, d, r, start, 0..LIFE_KINDS);
    outreach::enter_place(now, d, r, start);
}

/// A birthday.
pub fn birthday(now: Now<'_>, d: &mut District, r: ResidentId) {
    if !now.stands_still() {
        let age = d.residents[r.0].age.saturating_add(1).min(104);
        match age {
            // Coming of age gives housemates an adult in the house: they are counted anew as well.
            18 => {
                let members: Vec<ResidentId> = d.members(d.household_of(r)).collect();
                for &m in &members {
                    d.tally(m, -1);
                }
                d.residents[r.0].age = age;
                for &m in &members {
                    d.tally(m, 1);
                }
            }
            ties::TIE_AGE => {
                d.residents[r.0].age = age;
                ties::settle(now, d, r);
            }
            23 | 65 => d.change(r, |d| d.residents[r.0].age = age),
            _ => d.residents[r.0].age = age,
        }
    }
    open_at(now, d, r, now.at);
}

/// Rate per week of a kind of life event as the year's own.
fn life_rate(now: Now<'_>, d: &District, r: ResidentId, kind: usize) -> f64 {
    let resident = &d.residents[r.0];
    if resident.is(Resident::NEEDLESS) || (now.stands_still() && !matches!(kind, DEATH | CARE_OUTSIDE)) {
        return 0.0;
    }
    let woman = resident.is(Resident::WOMAN);
    now.inputs.tables.life_rate(&now.inputs.params, kind, woman, resident.age, resident.position)
}

/// Numbers of the kinds of life events that go on while ages stand still.
const DEATH: usize = 0;
const CARE_OUTSIDE: usize = 4;

/// Enters life events of some kinds in a resident's year: one cell, whose marks say which kind a point proposes.
fn enter_life(now: Now<'_>, d: &mut District, r: ResidentId, start: Minute, kinds: std::ops::Range<usize>) {
    let Resident { key, generation, age, position, .. } = d.residents[r.0];
    if d.residents[r.0].is(Resident::NEEDLESS) {
        return;
    }
    let tables = &now.inputs.tables;
    let (woman, age) = (usize::from(d.residents[r.0].is(Resident::WOMAN)), age.min(104) as usize);
    let shares = &tables.life_proposals[woman][age];
    let slack = now.inputs.slack;
    let highest = tables.life_highest[woman][position as usize][age];
    let cell = CellKey { process: Process::Life, entity: key, occasion: natural::year_occasion(start) };
    tables.layers.demography.points(now.inputs.draws, cell, 0.0..at_least(highest * slack), |p| {
        let at = Minute(start.0 + p.minute);
        if at < now.at {
            return;
        }
        let kind = natural::pick(shares, p.mark);
        let height = p.height * shares[kind];
        if kinds.contains(&kind) && height < at_least(life_rate(now, d, r, kind) * slack) {
            let what = Occasion::Life;
            d.calendar.add(Entry { at, tie: height.to_bits(), slot: r.0, generation, what, aux: kind as u8 });
        }
    });
}

/// The simulated period begins: births, leaving home and pairing were not entered for the year under way.
pub fn begin_period(now: Now<'_>, d: &mut District, r: ResidentId) {
    let start = natural::year_start(now, d.residents[r.0].key, now.at);
    enter_life(now, d, r, start, 1..4);
}

/// A candidate life event.
pub fn life(now: Now<'_>, d: &mut District, entry: &Entry) {
    let r = ResidentId(entry.slot);
    if entry.height() >= life_rate(now, d, r, entry.aux as usize) {
        return;
    }
    match entry.aux {
        0 => death(now, d, r, entry.point()),
        1 => birth(now, d, r, entry.point()),
        2 => leave_home(now, d, r, entry.point()),
        3 => pair(now, d, r, entry.point()),
        _ => care::begin_outside(now, d, r, entry.point()),
    }
}

fn death(now: Now<'_>, d: &mut District, r: ResidentId, point: u64) {
    d.counts.add(Indicator::Deaths, 1);
    d.note(now.at, r, What::Died);
    if now.stands_still() {
        replace_person(now, d, r, point);
        return;
    }
    let h = d.household_of(r);
    remove(now, d, r);
    settle_household(now, d, h, point);
}

fn birth(now: Now<'_>, d: &mut District, mother: ResidentId, point: u64) {
    d.counts.add(Indicator::Births, 1);
    let key = now.inputs.draws.key(Process::ResidentKey, d.residents[mother.0].key, point);
    let woman = now.inputs.draws.unit(Process::Birth, key, 0) < 0.488;
    let newborn = Newcomer { key, age: 0, woman, position: Position::Child, recluse: false };
    let h = d.household_of(mother);
    let shared = SharedFrailty::of(now, d, h);
    let r = add(now, d, h, newborn, &shared);
    d.note(now.at, r, What::Born);
    open(now, d, r);
}

/// A young adult leaves the parental home, and with it the district.
fn leave_home(now: Now<'_>, d: &mut District, r: ResidentId, point: u64) {
    let h = d.household_of(r);
    d.note(now.at, r, What::Left);
    remove(now, d, r);
    settle_household(now, d, h, point);
}

/// A single finds somebody: in half of the cases the partner comes, in the other half the single goes.
fn pair(now: Now<'_>, d: &mut District, r: ResidentId, point: u64) {
    let resident = &d.residents[r.0];
    let h = resident.household;
    if d.members(h).any(|m| m != r && d.residents[m.0].position != Position::Child) {
        return;
    }
    let key = now.inputs.draws.key(Process::ResidentKey, resident.key, point);
    let u = now.inputs.draws.unit(Process::Pairing, key, 0);
    if u < 0.5 {
        let younger = (now.inputs.draws.unit(Process::Pairing, key, 1) * 7.0) as i16 - 3;
        let age = (i16::from(resident.age) + younger).clamp(18, 90) as u8;
        let woman = !resident.is(Resident::WOMAN);
        let shared = SharedFrailty::of(now, d, h);
        let newcomer = Newcomer { key, age, woman, position: Position::Partner, recluse: false };
        arrive(now, d, h, newcomer, &shared);
    } else {
        vacate(now, d, h, point);
    }
}

/// A candidate of separation: the partner leaves the district.
pub fn separate(now: Now<'_>, d: &mut District, entry: &Entry) {
    let h = HouseholdId(entry.slot);
    let rate = now.inputs.params.demography_separation / 52.0;
    if now.stands_still() || entry.height() >= rate {
        return;
    }
    let partner = d.members(h).find(|&m| d.residents[m.0].position == Position::Partner);
    if let Some(partner) = partner {
        d.note(now.at, partner, What::Left);
        remove(now, d, partner);
        settle_household(now, d, h, entry.point());
    }
}

/// A candidate of the household moving away.
pub fn move_away(now: Now<'_>, d: &mut District, entry: &Entry) {
    let h = HouseholdId(entry.slot);
    if entry.height() >= now.inputs.params.demography_moves / 52.0 {
        return;
    }
    if d.members(h).any(|m| d.is_needless(m)) {
        return;
    }
    if now.stands_still() {
        let members: Vec<ResidentId> = d.members(h).collect();
        for (place, r) in members.into_iter().enumerate() {
            replace_person(now, d, r, join(Key(entry.point()), place as u64));
        }
    } else {
        vacate(now, d, h, entry.point());
    }
}

/// Years that a household looks ahead at a time.
const HOUSEHOLD_YEARS: i32 = 4;

/// The starts of the years that are left of the household's block of years, the one under way first.
pub fn years_left(now: Now<'_>, key: Key) -> impl Iterator<Item = Minute> {
    let start = natural::year_start(now, key, now.at);
    let offset = (start.0 - natural::year_start(now, key, Minute(0)).0) / MINUTES_PER_YEAR;
    let left = HOUSEHOLD_YEARS - offset.rem_euclid(HOUSEHOLD_YEARS);
    (0..left).map(move |i| Minute(start.0 + i * MINUTES_PER_YEAR))
}

/// Enters the candidates of a household's block of years, and the next block.
pub fn open_household(now: Now<'_>, d: &mut District, h: HouseholdId) {
    let household = &d.households[h.index()];
    let (key, generation) = (household.key, household.generation);
    let p = &now.inputs.params;
    let mut end = now.at;
    for start in years_left(now, key) {
        for (process, what, rate) in [
            (Process::MovingAway, Occasion::MovingAway, p.demography_moves / 52.0),
            (Process::Separation, Occasion::Separation, p.demography_separation / 52.0),
        ] {
            let cell = CellKey { process, entity: key, occasion: natural::year_occasion(start) };
            let to = at_least(rate * now.inputs.slack);
            now.inputs.tables.layers.demography.points(now.inputs.draws, cell, 0.0..to, |p| {
                let at = Minute(start.0 + p.minute);
                if at >= now.at {
                    d.calendar.add(Entry { at, tie: p.height.to_bits(), slot: h.0, generation, what, aux: 0 });
                }
            });
        }
        end = Minute(start.0 + MINUTES_PER_YEAR);
    }
    d.calendar.add(Entry {
        at: end,
        tie: (key.0 >> 32) as u32,
        slot: h.0,
        generation,
        what: Occasion::HouseholdYear,
        aux: 0,
    });
    d.households[h.index()].visits_entered = 0.0;
    outreach::enter_visits(now, d, h);
}

/// Somebody leaves the district, by death or otherwise: everything about them ends.
pub fn remove(now: Now<'_>, d: &mut District, r: ResidentId) {
    clear(now, d, r);
    d.remove_ties(r);
    let h = d.household_of(r);
    d.tally(r, -1);
    let next = d.residents[r.0].next;
    let before = d.members(h).find(|m| d.residents[m.0].next == r);
    let unlink = |d: &mut District| match before {
        None => d.households[h.index()].first = next,
        Some(before) => d.residents[before.0].next = next,
    };
    change_company(d, h, r, d.residents[r.0].is_adult(), unlink);
    d.residents.free(r.0);
    d.persons[r.index()] = Person::default();
}

/// Ends everything that somebody is in the middle of: care, needs, help.
fn clear(now: Now<'_>, d: &mut District, r: ResidentId) {
    care::end_all(now, d, r);
    second_line::withdraw_all(now, d, r);
    if d.residents[r.0].episodes.some().is_none() {
        return;
    }
    d.change_needs(r, |d| {
        while let Some(e) = d.residents[r.0].episodes.some() {
            d.unlink_episode(e);
        }
    });
    natural::refresh_basics(d, d.household_of(r));
}

/// After a member has gone: a new reference person, or a new household.
fn settle_household(now: Now<'_>, d: &mut District, h: HouseholdId, point: u64) {
    let members: Vec<ResidentId> = d.members(h).collect();
    let Some(&eldest) = members.iter().max_by_key(|m| (d.residents[m.0].age, d.residents[m.0].key)) else {
        fill(now, d, h, point);
        return;
    };
    if !d.residents[eldest.0].is_adult() {
        // Children without an adult leave with relatives.
        vacate(now, d, h, point);
        return;
    }
    if members.iter().all(|m| d.residents[m.0].position != Position::Reference) {
        let adult = members.iter().copied().find(|m| d.residents[m.0].position == Position::Partner).unwrap_or(eldest);
        d.residents[adult.0].position = Position::Reference;
        natural::open_year(now, d, adult);
    }
}

/// The whole household leaves and a new one moves in.
fn vacate(now: Now<'_>, d: &mut District, h: HouseholdId, point: u64) {
    while let Some(r) = d.households[h.index()].first.some() {
        remove(now, d, r);
    }
    fill(now, d, h, point);
}

fn fill(now: Now<'_>, d: &mut District, h: HouseholdId, point: u64) {
    let draws = now.inputs.draws;
    let dwelling = d.households[h.index()].dwelling;
    let key = draws.key(Process::HouseholdKey, dwelling, point);
    outreach::leave_list(d, h);
    let household = &mut d.households[h.index()];
    household.key = key;
    household.generation = household.generation.wrapping_add(1);
    household.basics = 0;
    household.signals = 0;
    household.case = CaseId::NONE;
    household.visited = Minute(i32::MIN / 2);
    let (income, members) = now.inputs.newcomers.household(household.kind, household.tenure, draws, key);
    household.income = income;
    let shared = SharedFrailty::of(now, d, h);
    for (place, member) in members.into_iter().enumerate() {
        let NewMember { age, woman, position } = member;
        let key = draws.key(Process::ResidentKey, key, place as u64);
        arrive(now, d, h, Newcomer { key, age, woman, position, recluse: false }, &shared);
    }
    outreach::join_list(now, d, h);
    open_household(now, d, h);
}

/// Somebody moves in, with ties, needs and care of their own: people do not begin their lives at the moment they arrive.
fn arrive(now: Now<'_>, d: &mut District, h: HouseholdId, newcomer: Newcomer, shared: &SharedFrailty) {
    let r = add(now, d, h, newcomer, shared);
    d.note(now.at, r, What::Arrived);
    ties::settle(now, d, r);
    prevalence::bring_needs(now, d, r);
    care::bring_outside(now, d, r);
    open(now, d, r);
}

/// Burn-in: somebody is replaced in place by a newly drawn person of the same age, sex and position, who takes over the ties.
fn replace_person(now: Now<'_>, d: &mut District, r: ResidentId, point: u64) {
    clear(now, d, r);
    let key = now.inputs.draws.key(Process::ResidentKey, d.residents[r.0].key, point);
    let h = d.household_of(r);
    let frailty = frailty(now, key, d.residents[r.0].age, &SharedFrailty::of(now, d, h));
    d.change(r, |d| {
        let resident = &mut d.residents[r.0];
        resident.key = key;
        resident.generation = resident.generation.wrapping_add(1);
        [resident.frailty_adult, resident.frailty_youth] = frailty;
        resident.flags &= Resident::WOMAN;
        let ties = d.persons[r.index()].ties;
        d.persons[r.index()] = Person { ties, ..disposition(now, key) };
    });
    prevalence::bring_needs(now, d, r);
    care::bring_outside(now, d, r);
    open(now, d, r);
}
