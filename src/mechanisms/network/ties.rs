//! Ties of who moves in or comes of age: kin outside the district, kin and friends in it, neighbours (docs/odd.md 7.1).
//!
//! A newcomer begins as many ties as keep the means of the synthetic population: each resident's ties are begun by
//! themselves or by whoever came later, and end when either leaves. Assumptions: the numbers below (they hold the
//! means, `tests/it/ties.rs`); a newcomer finds friends at once rather than over years. Left out: friendships that end,
//! and ties that strengthen.

use rand::RngExt as _;

use crate::district::{District, Now};
use crate::entities::{MAX_TIES, Position, Resident, Tie};
use crate::ids::{HouseholdId, ResidentId};
use crate::initialization::{End, TieKind, keeps_apart, strength};
use crate::random::{Process, Sequence};

/// Ties that a newcomer begins, on average, by sort, each a number of equal chances; and how far apart the ages are, in
/// years, of whom they look for. Assumption: kin and friends a third more or less, ages of kin a generation apart 25
/// to 35.
const BEGUN: [(TieKind, f64, u64, i32); 3] =
    [(TieKind::Kin, 0.65, 1, 31), (TieKind::Kin, 0.65, 1, 0), (TieKind::Friend, 2.10, 3, 0)];
/// Kin outside the district, likewise (assumption, 0.6 to 1.2: as in the synthetic population).
const KIN_AWAY: (f64, u64) = (0.90, 2);
/// Neighbours, likewise (assumption, 1.1 to 2.2; every second attempt finds somebody).
const NEIGHBOURS: (f64, u64) = (1.65, 3);
/// Farthest neighbour, in dwellings (assumption, 2 to 10: as in the synthetic population).
const NEAR: i64 = 4;
/// Whoever looks for somebody near by looks so many dwellings far: some streets (assumption, 20 to 200).
const AROUND: i64 = 60;
/// Friends and kin live at a distance of which each doubling is equally likely, up to two to the power of this in
/// dwellings (assumption, 12 to 20).
const OCTAVES: u32 = 16;
/// Dwellings that are tried for a candidate: the distance may lead out of the district.
const TRIES: u32 = 4;
/// Candidates of whom the one nearest in age is taken (assumption, 1 to 4).
const CANDIDATES: usize = 2;

/// A tie that a newcomer looks for: its kind, the age that suits best, and the luck of the tie and of each candidate.
struct Sought {
    kind: TieKind,
    target: i32,
    luck: Sequence,
    candidates: [Sequence; CANDIDATES],
}

/// Gives somebody the ties of a newcomer.
pub fn settle(now: Now<'_>, d: &mut District, r: ResidentId) {
    if !is_open(now, &d.residents[r]) {
        return;
    }
    let stream = now.inputs.draws.stream(Process::TIE_FORMATION, d.residents[r].key);
    let own = end_of(now, d, r);
    for i in 0..KIN_AWAY.1 {
        let mut luck = stream.sequence(16 + i);
        if is_begun(KIN_AWAY, &mut luck) {
            let strength = strength(TieKind::Kin, luck.random());
            d.add_tie(r, seen(own, TieKind::Kin, ResidentId::NONE, strength, &mut luck));
        }
    }
    let age = i32::from(now.age(&d.residents[r]));
    let mut sought = Vec::with_capacity(8);
    for (sort, (kind, mean, most, apart)) in (1..).zip(BEGUN) {
        // Who is young looks for a parent, who is older for a child.
        let target = if age < 50 { age + apart } else { age - apart };
        for i in 0..most {
            let mut luck = stream.sequence(sort * 32 + i);
            if is_begun((mean, most), &mut luck) {
                let candidates = std::array::from_fn(|n| stream.sequence(1024 + sort * 64 + i * 8 + n as u64));
                sought.push(Sought { kind, target, luck, candidates });
            }
        }
    }
    let home = d.household_of(r);
    let candidates = sought.iter().flat_map(|s| s.candidates.clone());
    let places = candidates.filter_map(|mut luck| far_or_near(d, home, &mut luck));
    d.look_at(places.map(|h| d.reference_of(h)));
    for Sought { kind, target, mut luck, candidates } in sought {
        if let Some(other) = nearest_in_age(now, d, r, target, candidates) {
            tie(now, d, (r, own), other, kind, &mut luck);
        }
    }
    if d.residents[r].position == Position::Child {
        return;
    }
    for i in 0..NEIGHBOURS.1 {
        let mut luck = stream.sequence(512 + i);
        if is_begun(NEIGHBOURS, &mut luck)
            && let Some(other) = neighbour(d, d.household_of(r), &mut luck)
            && may_tie(now, d, r, other)
        {
            tie(now, d, (r, own), other, TieKind::Neighbour, &mut luck);
        }
    }
}

/// Whether one of `most` ties is begun, of which `mean` are on average.
fn is_begun((mean, most): (f64, u64), luck: &mut Sequence) -> bool {
    luck.random_bool(mean / most as f64)
}

/// Of some candidates the one whose age is nearest to `target`, if open to a tie.
fn nearest_in_age(
    now: Now<'_>,
    d: &District,
    r: ResidentId,
    target: i32,
    candidates: [Sequence; CANDIDATES],
) -> Option<ResidentId> {
    let home = d.household_of(r);
    candidates
        .into_iter()
        .filter_map(|luck| somebody(d, home, luck))
        .min_by_key(|other| (i32::from(now.age(&d.residents[*other])) - target).abs())
        .filter(|&other| may_tie(now, d, r, other))
}

/// Somebody in the district, the nearer the likelier. A recluse is passed over like a place where nobody lives.
fn somebody(d: &District, home: HouseholdId, mut luck: Sequence) -> Option<ResidentId> {
    (0..TRIES).find_map(|_| {
        let there = far_or_near(d, home, &mut luck);
        let partner = luck.random();
        let other = head_of(d, there?, partner);
        (!d.residents[other].is_recluse()).then_some(other)
    })
}

/// A dwelling, the nearer the likelier.
fn far_or_near(d: &District, home: HouseholdId, luck: &mut Sequence) -> Option<HouseholdId> {
    let reach = 1 << luck.random_range(0..OCTAVES);
    dwelling(d, home, reach, luck)
}

/// A neighbour: at most [`NEAR`] dwellings away, in the same neighbourhood.
fn neighbour(d: &District, home: HouseholdId, luck: &mut Sequence) -> Option<ResidentId> {
    in_neighbourhood(d, home, NEAR, luck)
}

/// Somebody in a dwelling of the same neighbourhood, at most so many steps away.
fn in_neighbourhood(d: &District, home: HouseholdId, reach: i64, luck: &mut Sequence) -> Option<ResidentId> {
    let there = dwelling(d, home, reach, luck)?;
    let neighbourhood = |h: HouseholdId| d.households[h].neighbourhood;
    let partner = luck.random();
    (neighbourhood(there) == neighbourhood(home)).then(|| head_of(d, there, partner))
}

/// Somebody at most [`AROUND`] dwellings away, in the same neighbourhood.
pub fn somebody_near(d: &District, home: HouseholdId, luck: &mut Sequence) -> Option<ResidentId> {
    in_neighbourhood(d, home, AROUND, luck)
}

/// A dwelling on either side, at most so many steps away.
fn dwelling(d: &District, home: HouseholdId, reach: i64, luck: &mut Sequence) -> Option<HouseholdId> {
    let step = luck.random_range(1..=reach);
    let place = i64::from(home.0) + if luck.random() { step } else { -step };
    let place = u32::try_from(place).ok()?;
    ((place as usize) < d.households.len()).then_some(HouseholdId(place))
}

/// The reference person of a household, or the partner if there is one and `partner` says so.
fn head_of(d: &District, h: HouseholdId, partner: bool) -> ResidentId {
    let first = d.reference_of(h);
    let second = d.residents[first].next.some().filter(|_| partner);
    second.filter(|s| d.residents[*s].position == Position::Partner).unwrap_or(first)
}

/// Whether two people can begin a tie: both open to one, with a place for it, not of one household, and not tied yet.
fn may_tie(now: Now<'_>, d: &District, r: ResidentId, other: ResidentId) -> bool {
    may_meet(d, r, other) && is_open(now, &d.residents[other])
}

/// Whether two people who come to the same place can begin a tie: as [`settle`] has it, but for those who keep apart,
/// as they have come.
pub fn may_meet(d: &District, r: ResidentId, other: ResidentId) -> bool {
    let free = |of: ResidentId| usize::from(d.residents[of].person.ties) < MAX_TIES;
    d.household_of(other) != d.household_of(r) && free(r) && free(other) && d.ties_of(r).all(|t| t.other() != other)
}

/// Two people who come to the same place begin a tie, as neighbours have.
pub fn meet(now: Now<'_>, d: &mut District, r: ResidentId, other: ResidentId, luck: &mut Sequence) {
    let own = end_of(now, d, r);
    tie(now, d, (r, own), other, TieKind::Neighbour, luck);
}

/// Whether somebody has ties outside the household at all: old enough, and not of those who keep apart.
fn is_open(now: Now<'_>, resident: &Resident) -> bool {
    resident.stage >= Resident::WITH_TIES
        && !resident.is_recluse()
        && !keeps_apart(now.inputs.draws, resident.key, resident.is(Resident::WOMAN))
}

/// Ties a newcomer to somebody.
fn tie(
    now: Now<'_>,
    d: &mut District,
    (r, own): (ResidentId, End),
    other: ResidentId,
    kind: TieKind,
    luck: &mut Sequence,
) {
    let back = end_of(now, d, other);
    let strength = strength(kind, luck.random());
    d.add_tie(r, seen(own, kind, other, strength, luck));
    d.add_tie(other, seen(back, kind, r, strength, luck));
}

fn end_of(now: Now<'_>, d: &District, r: ResidentId) -> End {
    let resident = &d.residents[r];
    End::of(now.inputs.draws, resident.key, now.age(resident))
}

/// A tie with `other` as one end sees it.
fn seen(end: End, kind: TieKind, other: ResidentId, strength: f64, luck: &mut Sequence) -> Tie {
    Tie::new(other, kind as u8, strength as f32, end.ask(kind, luck.random()), end.offer(kind, luck.random()))
}
