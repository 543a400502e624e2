//! Ties outside the household: kin, friends and neighbours, inside the district and out of it.
//!
//! Published: 3.7 % of those of 15 and over see nobody outside the household weekly (men 4.7 %, women 2.6 %; CBS
//! Sociale isolatie, 2012-2015); half can ask a neighbour for a chore (CBS, 2015); nearly half of those over 70 would
//! never ask a stranger (Rode Kruis, 2020); 58 % of adults are willing to help more than they do (I&O Research, 2018).
//! Assumptions: 3 confidants on average (2 to 4) and 7 % of adults without one (4 to 10 %), a partner counted; how many
//! ties lie inside the district; how strength, asking and offering are spread.
//!
//! A tie of strength [`CONFIDANT`] or more is a confidant. Three tempers: *recluses* have no tie at all; the *thinly
//! tied* have weak ties only; everybody else has at least one confidant, in the household or out of it. Children under
//! 15 meet the world through their household.

use rand::RngExt as _;
use rand::seq::IndexedRandom as _;

use super::age_structure::AGES;
use super::composition::of_age;
use super::population::{HouseholdRow, Position, ResidentRow, Sex, TieKind, TieRow};
use crate::cancel::Cancel;
use crate::entities::MAX_TIES;
use crate::ids::Key;
use crate::random::{Draws, Process, Sequence};

/// The strength from which a tie is a confidant (assumption: a definition, not a measurement).
pub const CONFIDANT: f32 = 0.5;
/// Youngest age with ties of its own, in years.
const TIE_AGE: u8 = 15;

/// Men and women of 15 and over without weekly contact: CBS, Sociale isolatie, 2015.
const RECLUSE: [f64; 2] = [0.047, 0.026];
/// Adults without a confidant (assumption; SSND and CBS suggest 0.04 to 0.10).
const NO_CONFIDANT: f64 = 0.07;
/// Reach of the search: how often another candidate is tried before a tie is given up.
const TRIES: u64 = 4;
/// Where neighbours live, in dwellings along the street.
const NEARBY: [i64; 8] = [-4, -3, -2, -1, 1, 2, 3, 4];

/// Ties begun per person, on average (assumptions): the other half of each resident's ties is begun by others.
mod begun {
    /// Kin outside the district.
    pub(super) const KIN_AWAY: f64 = 0.9;
    /// Parent elsewhere in the district, of adults of 18 to 64 who left home.
    pub(super) const PARENT: f64 = 0.35;
    /// Brother, sister or in-law in the district.
    pub(super) const SIBLING: f64 = 0.25;
    /// Friends in the district.
    pub(super) const FRIENDS: f64 = 0.85;
    /// Neighbours.
    pub(super) const NEIGHBOURS: f64 = 0.75;
}

/// Occasions of a resident's draws for ties.
mod occasion {
    pub(super) const TEMPER: u64 = 0x100;
    pub(super) const AWAY: u64 = 0x200;
    pub(super) const KIN: u64 = 0x201;
    pub(super) const FRIENDS: u64 = 0x202;
    pub(super) const NEIGHBOURS: u64 = 0x203;
    pub(super) const CONFIDANT: u64 = 0x204;
    pub(super) const DISPOSITION: u64 = 0x500;
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Temper {
    Child,
    Recluse,
    Thin,
    Usual,
}

/// Whether somebody has no tie outside the household, ever: a trait that lasts, of who moves in later too.
pub fn keeps_apart(draws: Draws, key: Key, woman: bool) -> bool {
    draws.unit(Process::SYNTHESIS_TIE, key, occasion::TEMPER) < RECLUSE[usize::from(woman)]
}

/// Ties among `people`, each once; only some of them if it was asked to stop.
pub(super) fn knit(households: &[HouseholdRow], people: &[ResidentRow], draws: Draws, stop: &Cancel) -> Vec<TieRow> {
    let mut network = Network::new(households, people, draws);
    let all = || (0..people.len() as u32).take_while(|_| !stop.is_cancelled());
    all().for_each(|i| network.tie_away(i));
    all().for_each(|i| network.tie_kin(i));
    all().for_each(|i| network.tie_friends(i));
    all().for_each(|i| network.tie_neighbours(i));
    all().for_each(|i| network.confide(i));
    network.ties
}

struct Network<'a> {
    households: &'a [HouseholdRow],
    people: &'a [ResidentRow],
    draws: Draws,
    temper: Vec<Temper>,
    degree: Vec<u8>,
    confidants: Vec<u8>,
    known: Vec<[u32; MAX_TIES]>,
    /// Everybody with ties, by neighbourhood and age.
    by_age: Vec<u32>,
    /// Where a neighbourhood's age starts in `by_age`.
    starts: Vec<u32>,
    ties: Vec<TieRow>,
}

impl<'a> Network<'a> {
    fn new(households: &'a [HouseholdRow], people: &'a [ResidentRow], draws: Draws) -> Self {
        let mut partnered = vec![false; people.len()];
        for home in households {
            let second = home.first as usize + 1;
            if home.size > 1 && people[second].position == Position::Partner {
                partnered[home.first as usize] = true;
                partnered[second] = true;
            }
        }
        let adults = people.iter().filter(|p| of_age(p.age)).count().max(1) as f64;
        let alone = people.iter().zip(&partnered).filter(|(p, with)| of_age(p.age) && !**with).count() as f64;
        let recluses = f64::midpoint(RECLUSE[0], RECLUSE[1]);
        let thin = (NO_CONFIDANT * adults / alone.max(1.0) - recluses).clamp(0.0, 0.5);
        let temper: Vec<Temper> = people
            .iter()
            .zip(&partnered)
            .map(|(p, with)| {
                let u = draws.unit(Process::SYNTHESIS_TIE, p.key, occasion::TEMPER);
                let woman = p.sex == Sex::Woman;
                match () {
                    () if p.age < TIE_AGE => Temper::Child,
                    () if keeps_apart(draws, p.key, woman) => Temper::Recluse,
                    () if u < RECLUSE[usize::from(woman)] + thin && !with => Temper::Thin,
                    () => Temper::Usual,
                }
            })
            .collect();
        let confidants = partnered.iter().map(|with| u8::from(*with)).collect();
        let (by_age, starts) = index(households, people, &temper);
        Self {
            households,
            people,
            draws,
            temper,
            degree: vec![0; people.len()],
            confidants,
            known: vec![[u32::MAX; MAX_TIES]; people.len()],
            by_age,
            starts,
            ties: Vec::with_capacity(people.len() * 2),
        }
    }

    fn luck(&self, i: u32, occasion: u64) -> Sequence {
        self.draws.sequence(Process::SYNTHESIS_TIE, self.people[i as usize].key, occasion)
    }

    fn end(&self, i: u32) -> End {
        let person = &self.people[i as usize];
        End::of(self.draws, person.key, person.age)
    }

    fn is_social(&self, i: u32) -> bool {
        matches!(self.temper[i as usize], Temper::Thin | Temper::Usual)
    }

    fn neighbourhood(&self, i: u32) -> usize {
        self.households[self.people[i as usize].household as usize].neighbourhood as usize
    }

    /// Somebody in a neighbourhood between two ages; nobody if there is nobody.
    fn somebody(&self, neighbourhood: usize, ages: (i32, i32), luck: &mut Sequence) -> Option<u32> {
        let clamp = |age: i32| age.clamp(0, AGES as i32) as usize;
        let start = self.starts[neighbourhood * AGES + clamp(ages.0)] as usize;
        let end = self.starts[neighbourhood * AGES + clamp(ages.1 + 1)] as usize;
        self.by_age.get(start..end)?.choose(luck).copied()
    }

    /// Ties `i` to somebody of some age, first choice in the own neighbourhood with probability `near`.
    fn tie_by_age(&mut self, i: u32, kind: TieKind, ages: (i32, i32), near: f64, luck: &mut Sequence) {
        for _ in 0..TRIES {
            let neighbourhood = if luck.random_bool(near) {
                self.neighbourhood(i)
            } else {
                self.households.choose(luck).map_or(0, |home| home.neighbourhood as usize)
            };
            if let Some(other) = self.somebody(neighbourhood, ages, luck)
                && self.tie(i, other, kind, luck)
            {
                return;
            }
        }
    }

    fn tie_away(&mut self, i: u32) {
        if self.is_social(i) {
            let mut luck = self.luck(i, occasion::AWAY);
            for _ in 0..count(begun::KIN_AWAY, &mut luck) {
                self.add(i, None, TieKind::Kin, false, &mut luck);
            }
        }
    }

    fn tie_kin(&mut self, i: u32) {
        let person = &self.people[i as usize];
        if !self.is_social(i) || person.position == Position::Child {
            return;
        }
        let mut luck = self.luck(i, occasion::KIN);
        let age = i32::from(person.age);
        if age < 65 && luck.random_bool(begun::PARENT) {
            self.tie_by_age(i, TieKind::Kin, (age + 20, age + 42), 0.4, &mut luck);
        }
        if luck.random_bool(begun::SIBLING) {
            self.tie_by_age(i, TieKind::Kin, (age - 7, age + 7), 0.3, &mut luck);
        }
    }

    fn tie_friends(&mut self, i: u32) {
        if !self.is_social(i) {
            return;
        }
        let mut luck = self.luck(i, occasion::FRIENDS);
        let age = i32::from(self.people[i as usize].age);
        let reach = 2 + age / 10;
        for _ in 0..count(begun::FRIENDS, &mut luck) {
            self.tie_by_age(i, TieKind::Friend, (age - reach, age + reach), 0.55, &mut luck);
        }
    }

    /// Neighbours live at most four dwellings away in the same neighbourhood, and keep a home of their own.
    fn tie_neighbours(&mut self, i: u32) {
        if !self.is_social(i) || self.people[i as usize].position == Position::Child {
            return;
        }
        let mut luck = self.luck(i, occasion::NEIGHBOURS);
        let home = i64::from(self.people[i as usize].household);
        for _ in 0..count(begun::NEIGHBOURS, &mut luck) {
            for _ in 0..TRIES {
                let step = NEARBY.choose(&mut luck).copied().unwrap_or(1);
                if let Some(other) = self.neighbour(home + step, self.neighbourhood(i), &mut luck)
                    && self.tie(i, other, TieKind::Neighbour, &mut luck)
                {
                    break;
                }
            }
        }
    }

    /// The reference person of a dwelling, or the partner; nobody if the dwelling is not in the neighbourhood.
    fn neighbour(&self, place: i64, neighbourhood: usize, luck: &mut Sequence) -> Option<u32> {
        let home = self.households.get(usize::try_from(place).ok()?)?;
        if home.neighbourhood as usize != neighbourhood {
            return None;
        }
        let second = home.first + 1;
        let couple = home.size > 1 && self.people[second as usize].position == Position::Partner;
        Some(if couple && luck.random() { second } else { home.first })
    }

    /// Whoever is neither recluse nor thinly tied and confides in nobody yet confides in somebody outside the district.
    fn confide(&mut self, i: u32) {
        let at = i as usize;
        if self.temper[at] == Temper::Usual && self.confidants[at] == 0 {
            if self.degree[at] as usize == MAX_TIES {
                return;
            }
            let mut luck = self.luck(i, occasion::CONFIDANT);
            let kind = if luck.random() { TieKind::Kin } else { TieKind::Friend };
            self.add(i, None, kind, true, &mut luck);
        }
    }

    /// Ties two people if both are open to it and do not know each other or live together.
    fn tie(&mut self, a: u32, b: u32, kind: TieKind, luck: &mut Sequence) -> bool {
        let (x, y) = (a as usize, b as usize);
        let open = a != b
            && self.is_social(b)
            && self.people[x].household != self.people[y].household
            && (self.degree[x].max(self.degree[y]) as usize) < MAX_TIES
            && !self.known[x].contains(&b);
        if open {
            self.known[x][self.degree[x] as usize] = b;
            self.known[y][self.degree[y] as usize] = a;
            self.degree[y] += 1;
            self.add(a, Some(b), kind, false, luck);
        }
        open
    }

    /// Adds a tie that `a` begins; counts it for `a`.
    fn add(&mut self, a: u32, b: Option<u32>, kind: TieKind, strong: bool, luck: &mut Sequence) {
        let mut strength = strength(kind, luck.random());
        let thin = |i: u32| self.temper[i as usize] == Temper::Thin;
        if thin(a) || b.is_some_and(thin) {
            strength *= 0.5;
        }
        if strong {
            strength = strength.max(0.5 + 0.4 * luck.random::<f64>());
        }
        let strength = strength as f32;
        if strength >= CONFIDANT {
            for end in [Some(a), b].into_iter().flatten() {
                self.confidants[end as usize] = self.confidants[end as usize].saturating_add(1);
            }
        }
        let (own, other) = (self.end(a), self.end(b.unwrap_or(a)));
        self.ties.push(TieRow {
            a,
            b,
            kind,
            strength,
            ask: [own.ask(kind, luck.random()), other.ask(kind, luck.random())],
            offer: [own.offer(kind, luck.random()), other.offer(kind, luck.random())],
        });
        self.degree[a as usize] += 1;
    }
}

/// How many ties of a sort somebody begins: 0 to 3 with the given mean (binomial of three).
fn count(mean: f64, luck: &mut Sequence) -> usize {
    (0..3).filter(|_| luck.random_bool(mean / 3.0)).count()
}

/// What a person brings to a tie: of newcomers as of the population at the start.
#[derive(Clone, Copy, Debug)]
pub struct End {
    /// Would never ask a stranger.
    reluctant: bool,
    /// Would do more for others.
    willing: bool,
}

/// Strength of a tie at quantile `u` (assumption: kin 0.3 to 0.9, friends 0.25 to 0.85, neighbours 0.05 to 0.6).
pub fn strength(kind: TieKind, u: f64) -> f64 {
    let (base, spread) = match kind {
        TieKind::Kin => (0.30, 0.60),
        TieKind::Friend => (0.25, 0.60),
        TieKind::Neighbour => (0.05, 0.55),
    };
    base + spread * u
}

impl End {
    /// Somebody of an age in years: 48 % of those of 70 and over would never ask a stranger (Rode Kruis 2020; 25 % at
    /// 15, assumption), and 58 % of adults would do more than they do (I&O Research 2018).
    pub fn of(draws: Draws, key: Key, age: u8) -> Self {
        let age = f64::from(age).clamp(15.0, 70.0);
        let never = 0.25 + 0.23 * (age - 15.0) / 55.0;
        let stream = draws.stream(Process::SYNTHESIS_TIE, key);
        Self {
            reluctant: stream.unit(occasion::DISPOSITION) < never,
            willing: stream.unit(occasion::DISPOSITION + 1) < 0.58,
        }
    }

    /// Willingness to ask at quantile `u`, 0 to 1: low for who would never ask a stranger, of neighbours then nothing.
    pub fn ask(self, kind: TieKind, u: f64) -> f32 {
        let base = match (kind, self.reluctant) {
            (TieKind::Kin, false) => 0.50,
            (TieKind::Kin, true) => 0.30,
            (TieKind::Friend, false) => 0.45,
            (TieKind::Friend, true) => 0.18,
            (TieKind::Neighbour, false) => 0.35,
            (TieKind::Neighbour, true) => 0.0,
        };
        (base * (0.4 + 1.2 * u)) as f32
    }

    /// Willingness to help at quantile `u`, 0 to 1: of who would not do more a third of it (assumption).
    pub fn offer(self, kind: TieKind, u: f64) -> f32 {
        let base = match kind {
            TieKind::Kin => 0.70,
            TieKind::Friend => 0.60,
            TieKind::Neighbour => 0.45,
        };
        let base = if self.willing { base } else { base * 0.35 };
        (base * (0.6 + 0.8 * u)).min(1.0) as f32
    }
}

/// Everybody who has ties, sorted by neighbourhood and age by counting, and where each age starts.
fn index(households: &[HouseholdRow], people: &[ResidentRow], temper: &[Temper]) -> (Vec<u32>, Vec<u32>) {
    let neighbourhoods = households.iter().map(|h| h.neighbourhood as usize + 1).max().unwrap_or(0);
    let social = |i: usize| matches!(temper[i], Temper::Thin | Temper::Usual);
    let slot = |p: &ResidentRow| households[p.household as usize].neighbourhood as usize * AGES + p.age as usize;
    let mut starts = vec![0_u32; neighbourhoods * AGES + 1];
    for (_, p) in people.iter().enumerate().filter(|(i, _)| social(*i)) {
        starts[slot(p) + 1] += 1;
    }
    for i in 1..starts.len() {
        starts[i] += starts[i - 1];
    }
    let mut next = starts.clone();
    let mut by_age = vec![0; starts.last().copied().unwrap_or(0) as usize];
    for (i, p) in people.iter().enumerate().filter(|(i, _)| social(*i)) {
        let at = &mut next[slot(p)];
        by_age[*at as usize] = i as u32;
        *at += 1;
    }
    (by_age, starts)
}
