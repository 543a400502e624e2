//! Households out of counted people: couples by age, families with children whom their mother can have had.

use rand::RngExt as _;
use rand::seq::{IndexedMutRandom as _, SliceRandom as _};

use super::age_structure::{ADULT, of_cell};
use super::apportionment::apportion;
use super::plan::Plan;
use super::population::{HouseholdKind, Position, Sex};
use super::roles::{self, ROLES, Role};
use crate::ids::Key;
use crate::random::{Draws, Process, Sequence};

/// Youngest and oldest age of a mother at the birth of a child at home, in years.
pub(super) const MOTHER_AT_BIRTH: (u8, u8) = (20, 45);
/// The same for a father who raises a child alone (assumption).
pub(super) const FATHER_AT_BIRTH: (u8, u8) = (20, 55);
/// The most children at home that a family is given before others get more.
pub(super) const MAX_CHILDREN: usize = 8;
/// Share of families with 1, 2, ... children at home before it is tilted to the district's mean. Sizes of households 3,
/// 4 and 5 or more are 0.116, 0.116 and 0.050 of all households, families 0.320 (CBS 37975, 2023); how the largest
/// divide is an assumption.
const CHILDREN: [f64; MAX_CHILDREN] = [0.40, 0.41, 0.13, 0.04, 0.013, 0.005, 0.0015, 0.0005];

/// Stages of synthesis: the entity of its draws that are not about one household.
mod stage {
    pub(super) const POOL: u64 = 0x100;
    pub(super) const COUPLE: u64 = 0x200;
    pub(super) const CHILDREN: u64 = 0x300;
    pub(super) const BIRTH: u64 = 0x400;
    pub(super) const REPAIR: u64 = 0x500;
    pub(super) const OTHER: u64 = 0x600;
    pub(super) const UNIT: u64 = 0x700;
}

/// The draws of one step of a stage.
fn luck(draws: Draws, stage: u64, step: u64) -> Sequence {
    draws.sequence(Process::SYNTHESIS_HOUSEHOLD, Key(stage), step)
}

/// A person before it has a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Member {
    pub(super) age: u8,
    pub(super) sex: Sex,
    pub(super) position: Position,
}

/// A household before it has a dwelling: its type and its members as a range.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub(super) kind: HouseholdKind,
    pub(super) lone_parent: bool,
    pub(super) first: u32,
    pub(super) size: u32,
}

/// All households, in no order that means anything.
pub(super) struct Composition {
    pub(super) units: Vec<Unit>,
    pub(super) members: Vec<Member>,
}

type Person = (u8, Sex);

/// A reference person and perhaps a partner.
type Heads = (Person, Option<Person>);

/// Households that use every person of the plan exactly once.
pub(super) fn compose(plan: &Plan, draws: Draws) -> Composition {
    let table = roles::fit(&plan.people, plan.places);
    let mut pools: [Vec<Person>; ROLES] = pools(&roles::round(&table, &plan.people, plan.places), draws);
    let mut take = |role: Role| std::mem::take(&mut pools[role as usize]);
    let childless = couples(take(Role::ChildlessMan), take(Role::ChildlessWoman), draws, 0);
    let mut families = couples(take(Role::Father), take(Role::Mother), draws, 1);
    families.extend(take(Role::LoneParent).into_iter().map(|p| (p, None)));
    let children = raise(&families, take(Role::Child), draws);
    let others = take(Role::Other);
    let guests = host(others, childless.len() + families.len(), draws);

    let mut out = Composition { units: Vec::new(), members: Vec::new() };
    for person in take(Role::Alone) {
        out.push(HouseholdKind::Single, (person, None), &[], &[]);
    }
    let mut guests = guests.iter();
    for heads in childless {
        out.push(HouseholdKind::Childless, heads, &[], guests.next().map_or(&[], Vec::as_slice));
    }
    for (heads, children) in families.into_iter().zip(&children) {
        out.push(HouseholdKind::Family, heads, children, guests.next().map_or(&[], Vec::as_slice));
    }
    out.units.shuffle(&mut luck(draws, stage::UNIT, 0));
    out
}

impl Composition {
    fn push(&mut self, kind: HouseholdKind, heads: Heads, children: &[Person], others: &[Person]) {
        let first = self.members.len() as u32;
        let mut add = |(age, sex): Person, position: Position| self.members.push(Member { age, sex, position });
        add(heads.0, Position::Reference);
        if let Some(partner) = heads.1 {
            add(partner, Position::Partner);
        }
        for &child in children {
            add(child, Position::Child);
        }
        for &other in others {
            add(other, Position::Other);
        }
        let size = self.members.len() as u32 - first;
        let lone_parent = kind == HouseholdKind::Family && heads.1.is_none();
        self.units.push(Unit { kind, lone_parent, first, size });
    }
}

/// The people of every role, one by one and shuffled.
fn pools(counts: &[Vec<u32>; ROLES], draws: Draws) -> [Vec<Person>; ROLES] {
    std::array::from_fn(|role| {
        let mut pool: Vec<Person> = Vec::new();
        for (cell, n) in counts[role].iter().enumerate() {
            pool.extend(std::iter::repeat_n(of_cell(cell), *n as usize));
        }
        pool.shuffle(&mut luck(draws, stage::POOL, role as u64));
        pool
    })
}

/// Pairs two halves by age: both are ranked by their age blurred by up to four years (triangular, assumption), and
/// equal ranks marry. The older or younger of the two is the reference person by the toss of a coin.
fn couples(men: Vec<Person>, women: Vec<Person>, draws: Draws, round: u64) -> Vec<Heads> {
    const BLUR_YEARS: f64 = 4.0;
    let mut luck = luck(draws, stage::COUPLE, round);
    let mut ranked = |people: Vec<Person>| -> Vec<Person> {
        let mut order: Vec<(u32, u32)> = (0..people.len())
            .map(|i| {
                let blur = (luck.random::<f64>() + luck.random::<f64>() - 1.0) * BLUR_YEARS;
                (((f64::from(people[i].0) + blur + 16.0) * 4096.0) as u32, i as u32)
            })
            .collect();
        order.sort_unstable();
        order.into_iter().map(|(_, i)| people[i as usize]).collect()
    };
    let (men, women) = (ranked(men), ranked(women));
    let mut pairs: Vec<Heads> =
        men.into_iter().zip(women).map(|(a, b)| if luck.random() { (a, Some(b)) } else { (b, Some(a)) }).collect();
    pairs.shuffle(&mut luck);
    pairs
}

/// The parent who decides how old the children can be, with the youngest and oldest age at birth.
fn bearer(heads: Heads) -> (u8, (u8, u8)) {
    let woman = [Some(heads.0), heads.1].into_iter().flatten().find(|p| p.1 == Sex::Woman);
    woman.map_or((heads.0.0, FATHER_AT_BIRTH), |(age, _)| (age, MOTHER_AT_BIRTH))
}

fn fits(bearer: (u8, (u8, u8)), child: u8) -> bool {
    let at_birth = i32::from(bearer.0) - i32::from(child);
    (i32::from(bearer.1.0)..=i32::from(bearer.1.1)).contains(&at_birth)
}

/// Shares of families with 1, 2, ... children at home: [`CHILDREN`], tilted so that the mean is as asked (or the
/// nearest).
pub(super) fn size_shares(mean: f64) -> [f64; MAX_CHILDREN] {
    let tilted =
        |tilt: f64| -> [f64; MAX_CHILDREN] { std::array::from_fn(|k| CHILDREN[k] * libm::pow(tilt, k as f64)) };
    let mean_of = |w: &[f64; MAX_CHILDREN]| {
        w.iter().enumerate().map(|(k, x)| (k + 1) as f64 * x).sum::<f64>() / w.iter().sum::<f64>()
    };
    let (mut low, mut high) = (1e-6, 1e6);
    for _ in 0..60 {
        let middle = libm::sqrt(low * high);
        if mean_of(&tilted(middle)) < mean { low = middle } else { high = middle }
    }
    tilted(low)
}

/// How many children each family has: the shares of [`CHILDREN`], tilted so that they add up to `total`.
fn sizes(families: usize, total: usize, draws: Draws) -> Vec<usize> {
    if families == 0 {
        return Vec::new();
    }
    let mut sizes = Vec::with_capacity(families);
    for (k, n) in apportion(&size_shares(total as f64 / families as f64), families as u32).into_iter().enumerate() {
        sizes.extend(std::iter::repeat_n(k + 1, n as usize));
    }
    let mut sum: usize = sizes.iter().sum();
    // Rounding leaves a few children too many or too few; a total beyond the largest family goes round once more.
    for i in 0.. {
        let i = i % families;
        match sum.cmp(&total) {
            std::cmp::Ordering::Less => (sizes[families - 1 - i], sum) = (sizes[families - 1 - i] + 1, sum + 1),
            std::cmp::Ordering::Greater if sizes[i] > 1 => (sizes[i], sum) = (sizes[i] - 1, sum - 1),
            std::cmp::Ordering::Greater => {}
            std::cmp::Ordering::Equal => break,
        }
    }
    sizes.shuffle(&mut luck(draws, stage::CHILDREN, 0));
    sizes
}

/// Gives every family its children: each place for a child gets the age that the mother's age and the order of birth
/// suggest (first child at 23 to 37, then 2 to 4 years apart: assumption), and the children take the places in the
/// order of age. Places whose child cannot be the mother's swap with others until it can.
fn raise(families: &[Heads], mut children: Vec<Person>, draws: Draws) -> Vec<Vec<Person>> {
    let sizes = sizes(families.len(), children.len(), draws);
    let mut births = luck(draws, stage::BIRTH, 0);
    let mut places: Vec<(i32, u32)> = Vec::with_capacity(children.len());
    for (family, size) in sizes.iter().enumerate() {
        let first = 23.0 + 7.0 * (births.random::<f64>() + births.random::<f64>());
        let mut age = (f64::from(bearer(families[family]).0) - first) * 64.0;
        for _ in 0..*size {
            places.push((age as i32, family as u32));
            age -= 64.0 * (2.0 + 2.0 * births.random::<f64>());
        }
    }
    places.sort_unstable();
    children.sort_by_key(|c| c.0);
    repair(&places, families, &mut children, draws);
    let mut raised: Vec<Vec<Person>> = sizes.iter().map(|n| Vec::with_capacity(*n)).collect();
    for ((_, family), child) in places.iter().zip(children) {
        raised[*family as usize].push(child);
    }
    raised
}

/// Swaps children between places until each can be its mother's: first with places of about the age that she should
/// have a child of, then with any. What cannot be repaired stays; only tiny districts have any left.
fn repair(places: &[(i32, u32)], families: &[Heads], children: &mut [Person], draws: Draws) {
    const TRIES: u32 = 200;
    let n = children.len();
    let mut luck = luck(draws, stage::REPAIR, 0);
    let mut first_of = [0_usize; 256];
    for child in children.iter() {
        first_of[child.0 as usize + 1] += 1;
    }
    for age in 1..256 {
        first_of[age] += first_of[age - 1];
    }
    let bearer_at = |place: usize| bearer(families[places[place].1 as usize]);
    for place in 0..n {
        let mother = bearer_at(place);
        if fits(mother, children[place].0) {
            continue;
        }
        let oldest = mother.0.saturating_sub(mother.1.0);
        let youngest = mother.0.saturating_sub(mother.1.1);
        let range = first_of[youngest as usize]..first_of[oldest as usize + 1];
        for attempt in 0..TRIES {
            let near = attempt < TRIES / 2 && !range.is_empty();
            let other = luck.random_range(if near { range.clone() } else { 0..n });
            if fits(mother, children[other].0) && fits(bearer_at(other), children[place].0) {
                children.swap(place, other);
                break;
            }
        }
    }
}

/// Spreads other adults over the households of more than one person; minors among them too (a district without places).
fn host(others: Vec<Person>, hosts: usize, draws: Draws) -> Vec<Vec<Person>> {
    let mut guests: Vec<Vec<Person>> = vec![Vec::new(); hosts];
    let mut luck = luck(draws, stage::OTHER, 0);
    for person in others {
        guests.choose_mut(&mut luck).expect("there are others only where somebody can host them").push(person);
    }
    guests
}

/// Whether somebody is of age.
pub(super) const fn of_age(age: u8) -> bool {
    age >= ADULT
}
