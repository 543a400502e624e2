//! Demography: ageing, births, deaths, couples, leaving home, and moves through fixed dwellings (docs/odd.md 7.1).
//!
//! A vacated dwelling is filled at once by a newly drawn household of the kind for which it was built up. During the
//! burn-in ages stand still and nobody is born; whoever dies or moves is replaced in place by a newly drawn person of
//! the same age, sex and position, so that the district meets its margins at t = 0. Left out: moves within the
//! district, vacancies that last, and new buildings.

use crate::calendar::{Entry, Occasion};
use crate::district::{District, Inputs, Now, What, block_end, join, occasion_of};
use crate::entities::{Domain, Household, MAX_TIES, Person, Position, Resident, Tie};
use crate::ids::{CaseId, EpisodeId, HouseholdId, Key, ResidentId};
use crate::initialization::{NewMember, dwelling_key};
use crate::mechanisms::informal_care::care;
use crate::mechanisms::needs::hazards;
use crate::mechanisms::needs::natural;
use crate::mechanisms::needs::onset;
use crate::mechanisms::network::ties;
use crate::mechanisms::outreach::contacts as outreach;
use crate::mechanisms::prevalence::start as prevalence;
use crate::mechanisms::prevention::joining;
use crate::mechanisms::second_line::entitlements;
use crate::mechanisms::team::cases;
use crate::observation::Indicator;
use crate::random::{CellKey, Process, at_least, standard_normal_cdf, standard_normal_quantile};
use crate::units::{Minute, WEEKS_PER_YEAR, Week};

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

/// Adds a resident to a household's list, a partner after the reference person and others at the end, and gives it
/// dispositions from its key. Opens no year yet.
pub fn add(now: Now<'_>, d: &mut District, h: HouseholdId, newcomer: Newcomer, shared: &SharedFrailty) -> ResidentId {
    let [frailty_adult, frailty_youth] =
        if newcomer.recluse { [0, 0] } else { frailty(now, newcomer.key, newcomer.age, shared) };
    let volunteers = newcomer.age >= VOLUNTEERS_FROM && volunteers(now, newcomer.key);
    let flags = if newcomer.woman { Resident::WOMAN } else { 0 }
        | if volunteers { Resident::VOLUNTEER } else { 0 }
        | Resident::of_tenure(d.households[h].tenure)
        | Resident::of_income(d.households[h].income);
    let since = if newcomer.age == 0 { 0 } else { now.inputs.weeks_since_birthday(newcomer.key) };
    let born = now.ageing_week(now.week.0) - i32::from(newcomer.age) * WEEKS_PER_YEAR - since;
    let resident = Resident {
        key: newcomer.key,
        household: h,
        next: ResidentId::NONE,
        episodes: EpisodeId::NONE,
        frailty_adult,
        frailty_youth,
        generation: 0,
        born: born as i16,
        stage: Resident::stage_at(newcomer.age),
        position: newcomer.position,
        boost: Resident::NOT_OPEN,
        flags,
        person: disposition(now, newcomer.key),
    };
    let r = d.residents.insert(resident);
    if r.index() == d.ties.len() {
        d.ties.push([Tie::EMPTY; MAX_TIES]);
    }
    let before = if newcomer.position == Position::Partner { d.members(h).next() } else { d.members(h).last() };
    match before {
        Some(before) => d.residents[r].next = std::mem::replace(&mut d.residents[before].next, r),
        None => d.households[h].first = r,
    }
    d.refresh_company(r);
    let network = d.has_network(r);
    d.residents[r].set(Resident::NETWORK, network);
    d.tally(r, 1);
    if newcomer.age >= 18 {
        company_changed(d, h);
    }
    outreach::members_changed(now, d, h);
    r
}

/// The age from which on people are counted who volunteer, as CBS does.
const VOLUNTEERS_FROM: u8 = Resident::LIFE_STAGES[0];

/// Whether somebody volunteers, once old enough: a disposition for life.
fn volunteers(now: Now<'_>, key: Key) -> bool {
    now.inputs.draws.unit(Process::VOLUNTEERING, key, 0) < now.inputs.params.demography.volunteer_share
}

/// An adult has joined or left a household: company, and a network, is what the others can gain or lose by it.
fn company_changed(d: &mut District, h: HouseholdId) {
    let mut next = d.households[h].first;
    while let Some(m) = next.some() {
        next = d.residents[m].next;
        d.refresh_company(m);
        d.refresh_network(m);
    }
}

/// Adult and youth frailty with mean 1 and variance 1 (exponential: a gamma of shape 1), by a Gaussian copula of the
/// person's own part, the household's and the neighbourhood's: separate draws, whose shared parts `shared` holds.
/// Nobody reads the youth frailty of those who come as adults.
fn frailty(now: Now<'_>, key: Key, age: u8, shared: &SharedFrailty) -> [u16; 2] {
    let p = &now.inputs.params;
    let own = (1.0 - p.needs.onset_household_share - p.needs.onset_neighbourhood_share).max(0.0);
    let total = own + p.needs.onset_household_share + p.needs.onset_neighbourhood_share;
    let (own, total) = (libm::sqrt(own), libm::sqrt(total));
    let of = |kind: usize| {
        let [household, neighbourhood] = shared.parts[kind];
        let z = own * standard_normal_quantile(now.inputs.draws.unit(Process::FRAILTY, key, kind as u64))
            + household
            + neighbourhood;
        let value = -libm::log((1.0 - standard_normal_cdf(z / total)).max(1e-12));
        (value * 4096.0).clamp(1.0, 65_535.0) as u16
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
        let household = &d.households[h];
        let place = Key(u64::from(household.neighbourhood) + 1);
        let normal = |process, key, kind| standard_normal_quantile(now.inputs.draws.unit(process, key, kind));
        let parts = [0, 1].map(|kind| {
            [
                libm::sqrt(p.needs.onset_household_share) * normal(Process::HOUSEHOLD_FRAILTY, household.key, kind),
                libm::sqrt(p.needs.onset_neighbourhood_share) * normal(Process::NEIGHBOURHOOD_FRAILTY, place, kind),
            ]
        });
        Self { parts }
    }
}

/// Trust, thresholds and doenvermogen of a new person. Assumption: uniform around the middle; half of people find it
/// hard to ask a neighbour, so thresholds span the whole range.
fn disposition(now: Now<'_>, key: Key) -> Person {
    let u = |process| now.inputs.draws.unit(process, key, 0);
    Person {
        trust_first: (65_535.0 * (0.3 + 0.4 * u(Process::TRUST))) as u16,
        threshold_people: (255.0 * u(Process::THRESHOLD_PEOPLE)) as u8,
        threshold_services: (255.0 * u(Process::THRESHOLD_SERVICES)) as u8,
        capacity: (255.0 * (0.3 + 0.6 * u(Process::CAPACITY))) as u8,
        ..Person::default()
    }
}

/// Enters what may happen in the resident's block of years under way.
pub fn open(now: Now<'_>, d: &mut District, r: ResidentId) {
    let start = now.inputs.block_start(d.residents[r].key, now.at);
    open_block(now, d, r, start);
}

/// Enters what may happen in a resident's block of years, and the next block.
pub fn open_block(now: Now<'_>, d: &mut District, r: ResidentId, start: Minute) {
    let Resident { key, generation, .. } = d.residents[r];
    let tie = (key.0 >> 32) as u32;
    let at = block_end(start);
    d.calendar.add(Entry { at, tie, slot: r.0, generation, what: Occasion::RESIDENT_BLOCK, aux: 0 });
    enter_birthdays(now, d, r, start);
    onset::open(now, d, r, start);
    enter_life(now, d, r, start, |_| true);
    outreach::enter_place(now, d, r, start);
    joining::enter(now, d, r, start);
}

/// Enters the birthdays of a block at which a stage of life begins.
fn enter_birthdays(now: Now<'_>, d: &mut District, r: ResidentId, start: Minute) {
    if !now.inputs.context.ageing {
        return;
    }
    let Resident { key, generation, born, stage, .. } = d.residents[r];
    for &age in &Resident::LIFE_STAGES[usize::from(stage)..] {
        let at = Week(i32::from(born) + i32::from(age) * WEEKS_PER_YEAR).start();
        if at >= block_end(start) {
            return;
        }
        let tie = (key.0 >> 32) as u32;
        d.calendar.add(Entry { at: at.max(now.at), tie, slot: r.0, generation, what: Occasion::BIRTHDAY, aux: 0 });
    }
}

/// A birthday at which a stage of life begins.
pub fn birthday(now: Now<'_>, d: &mut District, r: ResidentId) {
    let before = d.residents[r].stage;
    let stage = Resident::stage_at(now.age(&d.residents[r]));
    if stage == before {
        return;
    }
    let begins_to = before < Resident::WITH_TIES && volunteers(now, d.residents[r].key);
    d.change(r, |d| {
        d.residents[r].stage = stage;
        if begins_to {
            d.residents[r].set(Resident::VOLUNTEER, true);
        }
    });
    if before < Resident::ADULT && stage >= Resident::ADULT {
        company_changed(d, d.household_of(r));
    }
    if before < Resident::WITH_TIES {
        ties::settle(now, d, r);
    }
    if before < Resident::NO_YOUTH && stage >= Resident::NO_YOUTH {
        natural::outgrow(now, d, r, Domain::Youth);
        entitlements::end_youth_help(now, d, r);
    }
    if before < Resident::NO_WORK && stage >= Resident::NO_WORK {
        natural::outgrow(now, d, r, Domain::Work);
    }
    if before < Resident::VERY_OLD && stage >= Resident::VERY_OLD {
        outreach::members_changed(now, d, d.household_of(r));
    }
}

/// Rate per week of a kind of life event at a moment.
#[inline]
fn life_rate(inputs: &Inputs, resident: &Resident, kind: usize, week: i32, age: u8) -> f64 {
    let still = week < 0 || !inputs.context.ageing;
    if resident.is_recluse() || (still && !matches!(kind, DEATH | CARE_OUTSIDE)) {
        return 0.0;
    }
    let woman = resident.is(Resident::WOMAN);
    inputs.tables.life_rate(&inputs.params, kind, woman, age, resident.position)
}

/// Numbers of the kinds of life events that go on while ages stand still, and of those that begin with a position.
const DEATH: usize = 0;
const PAIRING: usize = 3;
const CARE_OUTSIDE: usize = 4;

/// Enters life events of the wanted kinds in a resident's block: one cell, whose marks say which kind a point proposes.
fn enter_life(now: Now<'_>, d: &mut District, r: ResidentId, start: Minute, wanted: impl Fn(usize) -> bool) {
    let resident = d.residents[r].clone();
    if resident.is_recluse() {
        return;
    }
    let inputs = now.inputs;
    let woman = usize::from(resident.is(Resident::WOMAN));
    let first = resident.age_in(now.ageing_week(start.week().0.max(now.week.0)));
    let highest = inputs.tables.life_highest[woman][resident.position as usize][first as usize];
    let cell = CellKey { process: Process::LIFE, entity: resident.key, occasion: occasion_of(start) };
    let heights = 0.0..at_least(highest * inputs.slack);
    let minutes = now.at.0 - start.0..i32::MAX;
    inputs.tables.blocks.usual.points_in(inputs.draws, cell, heights, minutes, |p| {
        let at = Minute(start.0 + p.minute);
        let week = at.week().0;
        let age = resident.age_in(now.ageing_week(week));
        let (kind, share) = inputs.tables.life_proposals[woman][age as usize].pick(p.mark);
        let height = p.height * share;
        if wanted(kind) && height < at_least(life_rate(inputs, &resident, kind, week, age) * inputs.slack) {
            let generation = resident.generation;
            let aux = kind as u8;
            d.calendar.add(Entry { at, tie: height.to_bits(), slot: r.0, generation, what: Occasion::LIFE, aux });
        }
    });
}

/// Enters what may happen to a household and its members under inputs that have changed; what had been entered is
/// forgotten.
pub fn enter_anew(now: Now<'_>, d: &mut District, h: HouseholdId) {
    enter_household(now, d, h);
    let members: Vec<ResidentId> = d.members(h).collect();
    for r in members {
        let start = now.inputs.block_start(d.residents[r].key, now.at);
        onset::open(now, d, r, start);
        enter_life(now, d, r, start, |_| true);
        care::enter_anew(now, d, r);
        natural::enter_further(now, d, r);
    }
}

/// A candidate life event.
pub fn life(now: Now<'_>, d: &mut District, entry: &Entry) {
    let r = ResidentId(entry.slot);
    let resident = &d.residents[r];
    if entry.height() >= life_rate(now.inputs, resident, entry.aux as usize, now.week.0, now.age(resident)) {
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
    d.counts.add(Indicator::DEATHS, 1);
    d.note(now.at, r, What::Died);
    let h = d.household_of(r);
    if now.stands_still() {
        match d.members(h).count() {
            1 => replace_household(now, d, h, point),
            _ => replace_person(now, d, r, point),
        }
        return;
    }
    if d.residents[r].position == Position::Reference
        && let Some(heir) = successor(d, h, r)
    {
        hand_over(now, d, r, heir);
    }
    remove(now, d, r);
    settle_household(now, d, h, point);
}

/// Who is the reference person of a household once somebody has gone: the partner, or the eldest if adult.
fn successor(d: &District, h: HouseholdId, gone: ResidentId) -> Option<ResidentId> {
    let others = || d.members(h).filter(|&m| m != gone);
    let eldest = others().min_by_key(|m| (d.residents[*m].born, d.residents[*m].key));
    others().find(|m| d.residents[*m].position == Position::Partner).or(eldest).filter(|m| d.residents[*m].is_adult())
}

/// Debts and housing problems are the household's: they stay with it, and so does a debt programme.
fn hand_over(now: Now<'_>, d: &mut District, r: ResidentId, heir: ResidentId) {
    let shared: Vec<EpisodeId> = d
        .episodes_of(r)
        .filter(|e| d.episodes[*e].domain.is_basic() && !d.needs_of(heir).has(d.episodes[*e].domain))
        .collect();
    entitlements::hand_over(now, d, r, heir);
    let h = d.household_of(r);
    for e in shared {
        d.hand_over_episode(e, heir);
        // How soon somebody asks depends on who it is.
        hazards::enter_all(now, d, e);
        let about = d.cases_of(h).find(|c| d.cases[*c].episode == e);
        if let Some(c) = about {
            d.cases[c].resident = heir;
        }
    }
}

/// Girls among births: assumption, 105 boys to 100 girls, range 104 to 107.
const GIRLS: f64 = 0.488;

fn birth(now: Now<'_>, d: &mut District, mother: ResidentId, point: u64) {
    d.counts.add(Indicator::BIRTHS, 1);
    let key = now.inputs.draws.key(Process::RESIDENT_KEY, d.residents[mother].key, point);
    let woman = now.inputs.draws.unit(Process::BIRTH, key, 0) < GIRLS;
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

/// Pairs of which the partner moves in; of the others the single goes (assumption, 0.3 to 0.7).
const MOVES_IN: f64 = 0.5;
/// Years by which a partner is older or younger at most (assumption, 2 to 6).
const APART: i16 = 3;

/// A single finds somebody, who moves in or is moved in with.
fn pair(now: Now<'_>, d: &mut District, r: ResidentId, point: u64) {
    let resident = &d.residents[r];
    let h = resident.household;
    if d.members(h).any(|m| m != r && d.residents[m].position != Position::Child) {
        return;
    }
    let key = now.inputs.draws.key(Process::RESIDENT_KEY, resident.key, point);
    let u = now.inputs.draws.unit(Process::PAIRING, key, 0);
    if u < MOVES_IN {
        let older = (now.inputs.draws.unit(Process::PARTNER_AGE, key, 0) * f64::from(2 * APART + 1)) as i16 - APART;
        let age = (i16::from(now.age(resident)) + older).clamp(18, 90) as u8;
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
    if now.stands_still() || entry.height() >= separation_rate(now.inputs) {
        return;
    }
    let partner = d.members(h).find(|&m| d.residents[m].position == Position::Partner);
    if let Some(partner) = partner {
        d.note(now.at, partner, What::Left);
        remove(now, d, partner);
        settle_household(now, d, h, entry.point());
    }
}

/// A candidate of the household moving away.
pub fn move_away(now: Now<'_>, d: &mut District, entry: &Entry) {
    let h = HouseholdId(entry.slot);
    if entry.height() >= moving_rate(now, d, h) || d.members(h).any(|m| d.is_needless(m)) {
        return;
    }
    leave(now, d, h, entry.point());
}

/// A household leaves the district, and another moves in.
pub fn leave(now: Now<'_>, d: &mut District, h: HouseholdId, point: u64) {
    if now.stands_still() {
        replace_household(now, d, h, point);
    } else {
        vacate(now, d, h, point);
    }
}

/// Enters the candidates of a household's block of years, and the next block.
pub fn open_household(now: Now<'_>, d: &mut District, h: HouseholdId) {
    let household = &d.households[h];
    let (key, generation) = (household.key, household.generation);
    let at = block_end(now.inputs.block_start(key, now.at));
    let tie = (key.0 >> 32) as u32;
    d.calendar.add(Entry { at, tie, slot: h.0, generation, what: Occasion::HOUSEHOLD_BLOCK, aux: 0 });
    enter_household(now, d, h);
    d.households[h].visits_entered = 0.0;
    outreach::enter_visits(now, d, h);
}

/// Rate per week at which a couple separates.
fn separation_rate(inputs: &Inputs) -> f64 {
    inputs.params.demography.separation / f64::from(WEEKS_PER_YEAR)
}

/// Rate per week at which a household moves away: that of people of the age of its reference person.
fn moving_rate(now: Now<'_>, d: &District, h: HouseholdId) -> f64 {
    now.inputs.tables.moving[usize::from(now.age(&d.residents[d.reference_of(h)]))]
}

/// Enters moves and separations of a household's block.
fn enter_household(now: Now<'_>, d: &mut District, h: HouseholdId) {
    let household = &d.households[h];
    let (key, generation) = (household.key, household.generation);
    let inputs = now.inputs;
    let start = inputs.block_start(key, now.at);
    // The reference person may become another, of any age.
    for (process, what, highest) in [
        (Process::MOVING_AWAY, Occasion::MOVING_AWAY, inputs.tables.moving_highest),
        (Process::SEPARATION, Occasion::SEPARATION, separation_rate(inputs)),
    ] {
        let cell = CellKey { process, entity: key, occasion: occasion_of(start) };
        let heights = 0.0..at_least(highest * inputs.slack);
        let minutes = now.at.0 - start.0..i32::MAX;
        inputs.tables.blocks.usual.points_in(inputs.draws, cell, heights, minutes, |p| {
            let at = Minute(start.0 + p.minute);
            d.calendar.add(Entry { at, tie: p.height.to_bits(), slot: h.0, generation, what, aux: 0 });
        });
    }
}

/// Somebody leaves the district, by death or otherwise: everything about them ends.
pub fn remove(now: Now<'_>, d: &mut District, r: ResidentId) {
    clear(now, d, r);
    let tied = d.ties[r];
    d.remove_ties(r);
    let h = d.household_of(r);
    d.tally(r, -1);
    take_off_list(d, h, r);
    outreach::members_changed(now, d, h);
    let mut left = d.households[h].first;
    if d.residents[r].is_adult() {
        company_changed(d, h);
        while let Some(m) = left.some() {
            left = d.residents[m].next;
            onset::raise(now, d, m);
        }
    }
    for tie in tied.iter().filter(|t| t.exists()) {
        if let Some(other) = tie.other().some() {
            left_alone(now, d, other);
        }
    }
    d.residents.free(r);
    d.residents[r].person = Person::default();
    cases::somebody_gone(now, d, h);
}

/// Takes somebody out of the list of a household's members.
fn take_off_list(d: &mut District, h: HouseholdId, r: ResidentId) {
    let next = d.residents[r].next;
    let before = d.members(h).find(|m| d.residents[*m].next == r);
    match before {
        None => d.households[h].first = next,
        Some(before) => d.residents[before].next = next,
    }
}

/// Somebody has gone: who has nobody any more is likelier to become lonely.
fn left_alone(now: Now<'_>, d: &mut District, r: ResidentId) {
    if !d.residents[r].is(Resident::NETWORK) {
        onset::raise(now, d, r);
    }
}

/// Ends everything that somebody is in the middle of: care, needs, help.
fn clear(now: Now<'_>, d: &mut District, r: ResidentId) {
    care::end_all(now, d, r);
    entitlements::withdraw_all(now, d, r);
    if d.residents[r].episodes.some().is_none() {
        return;
    }
    while let Some(e) = d.residents[r].episodes.some() {
        d.remove_episode(e);
    }
    natural::refresh_basics(d, d.household_of(r));
}

/// After a member has gone: a new reference person, or a new household.
fn settle_household(now: Now<'_>, d: &mut District, h: HouseholdId, point: u64) {
    let Some(adult) = successor(d, h, ResidentId::NONE) else {
        // Children without an adult leave with relatives.
        vacate(now, d, h, point);
        return;
    };
    if d.members(h).all(|m| d.residents[m].position != Position::Reference) {
        d.residents[adult].position = Position::Reference;
        // The reference person is the first of the list.
        take_off_list(d, h, adult);
        d.residents[adult].next = std::mem::replace(&mut d.households[h].first, adult);
        let start = now.inputs.block_start(d.residents[adult].key, now.at);
        onset::open(now, d, adult, start);
        enter_life(now, d, adult, start, |kind| kind == PAIRING);
    }
}

/// The whole household leaves and a new one moves in.
fn vacate(now: Now<'_>, d: &mut District, h: HouseholdId, point: u64) {
    outreach::leave_list(d, h);
    while let Some(r) = d.households[h].first.some() {
        d.note(now.at, r, What::Left);
        remove(now, d, r);
    }
    fill(now, d, h, point);
}

/// Another household lives in a dwelling from now on: nothing of the old one is left. Returns its key.
fn renew(now: Now<'_>, d: &mut District, h: HouseholdId, point: u64) -> Key {
    let key = now.inputs.draws.key(Process::HOUSEHOLD_KEY, dwelling_key(h.0), point);
    outreach::leave_list(d, h);
    let household = &mut d.households[h];
    household.key = key;
    household.generation = household.generation.wrapping_add(1);
    household.basics = 0;
    household.signals = 0;
    household.case = CaseId::NONE;
    household.visited = Household::NEVER;
    key
}

fn fill(now: Now<'_>, d: &mut District, h: HouseholdId, point: u64) {
    let draws = now.inputs.draws;
    let key = renew(now, d, h, point);
    let household = &mut d.households[h];
    let (income, members) = now.inputs.newcomers.household(household.kind, household.tenure, draws, key);
    household.income = income;
    let shared = SharedFrailty::of(now, d, h);
    for (place, member) in members.into_iter().enumerate() {
        let NewMember { age, woman, position } = member;
        let key = draws.key(Process::RESIDENT_KEY, key, place as u64);
        arrive(now, d, h, Newcomer { key, age, woman, position, recluse: false }, &shared);
    }
    outreach::join_list(now, d, h);
    open_household(now, d, h);
}

/// Somebody moves in, with ties, needs and care of their own: people do not begin their lives at the moment they
/// arrive.
fn arrive(now: Now<'_>, d: &mut District, h: HouseholdId, newcomer: Newcomer, shared: &SharedFrailty) {
    let r = add(now, d, h, newcomer, shared);
    d.note(now.at, r, What::Arrived);
    ties::settle(now, d, r);
    prevalence::bring_needs(now, d, r);
    care::bring_outside(now, d, r);
    open(now, d, r);
}

/// Burn-in: a whole household moves, and one of the same ages, sexes, positions and income lives there from now on.
fn replace_household(now: Now<'_>, d: &mut District, h: HouseholdId, point: u64) {
    let members: Vec<ResidentId> = d.members(h).collect();
    for &r in &members {
        clear(now, d, r);
    }
    cases::somebody_gone(now, d, h);
    renew(now, d, h, point);
    for (place, r) in members.into_iter().enumerate() {
        replace_person(now, d, r, join(Key(point), place as u64));
    }
    outreach::join_list(now, d, h);
    open_household(now, d, h);
}

/// Burn-in: somebody is replaced in place by a newly drawn person of the same age, sex and position, who takes over the
/// ties.
fn replace_person(now: Now<'_>, d: &mut District, r: ResidentId, point: u64) {
    clear(now, d, r);
    let key = now.inputs.draws.key(Process::RESIDENT_KEY, d.residents[r].key, point);
    let h = d.household_of(r);
    cases::somebody_gone(now, d, h);
    let age = now.age(&d.residents[r]);
    let frailty = frailty(now, key, age, &SharedFrailty::of(now, d, h));
    let volunteers = age >= VOLUNTEERS_FROM && volunteers(now, key);
    d.change(r, |d| {
        let resident = &mut d.residents[r];
        resident.key = key;
        resident.generation = resident.generation.wrapping_add(1);
        resident.boost = Resident::NOT_OPEN;
        [resident.frailty_adult, resident.frailty_youth] = frailty;
        let home = Resident::SOCIAL_RENT | Resident::PRIVATE_RENT | Resident::of_income(3);
        resident.flags &= Resident::WOMAN | Resident::NETWORK | home;
        resident.set(Resident::VOLUNTEER, volunteers);
        let Person { ties, company, .. } = d.residents[r].person;
        d.residents[r].person = Person { ties, company, ..disposition(now, key) };
    });
    prevalence::bring_needs(now, d, r);
    care::bring_outside(now, d, r);
    open(now, d, r);
}
