//! Who moves in: ties by hand, and households as the tables of the district say.

use std::collections::BTreeSet;

use kantel::district::{District, Now};
use kantel::entities::{MAX_TIES, Position, Resident, Tie};
use kantel::ids::ResidentId;
use kantel::initialization::{End, TieKind, keeps_apart};
use kantel::mechanisms::network::ties;

use crate::small::{Still, residents};

const KIN: u8 = TieKind::Kin as u8;
const FRIEND: u8 = TieKind::Friend as u8;
const NEIGHBOUR: u8 = TieKind::Neighbour as u8;

/// Ties anew, one by one as if each had just come among the others; and what is seen of each from both ends.
struct Anew {
    still: Still,
    begun: Vec<Begun>,
    people: usize,
}

/// A tie that somebody began.
struct Begun {
    by: ResidentId,
    tie: Tie,
    back: Option<Tie>,
}

fn is_apart(now: Now<'_>, resident: &Resident) -> bool {
    keeps_apart(now.inputs.draws, resident.key, resident.is(Resident::WOMAN))
}

fn anew() -> Anew {
    anew_among(0)
}

/// The same where everybody in so many of every ten households is a recluse.
fn anew_among(recluses: u32) -> Anew {
    let mut still = Still::of(4_000, &[]);
    let (now, d) = still.in_week(0);
    let (mut begun, mut people) = (Vec::new(), 0);
    for r in residents(d).collect::<Vec<_>>() {
        if d.household_of(r).0 % 10 < recluses {
            d.residents[r].frailty_adult = 0;
            d.remove_ties(r);
        }
    }
    for r in residents(d).collect::<Vec<_>>() {
        d.remove_ties(r);
        ties::settle(now, d, r);
        let resident = &d.residents[r];
        let open = now.age(resident) >= 15 && !is_apart(now, resident) && !resident.is_recluse();
        people += usize::from(open);
        assert!(open || d.ties_of(r).next().is_none(), "whoever is young or keeps apart has no ties");
        for tie in d.ties_of(r) {
            let back = tie.other().some().map(|other| {
                let mut back = d.ties_of(other).filter(|t| t.other() == r);
                let first = back.next();
                assert!(back.next().is_none(), "two ties between two people");
                first.expect("a tie is seen from both ends")
            });
            begun.push(Begun { by: r, tie, back });
        }
    }
    assert_eq!(d.levels, d.recount());
    Anew { still, begun, people }
}

fn age(now: Now<'_>, d: &District, r: ResidentId) -> i32 {
    i32::from(now.age(&d.residents[r]))
}

/// Ties lead out of the household, to people who are open to them, once to each, and are counted where they are.
#[test]
fn ties_of_newcomers_are_mutual_and_lead_out_of_the_household() {
    let Anew { mut still, begun, .. } = anew();
    let (now, d) = still.in_week(0);
    for Begun { by, tie, back } in &begun {
        let Some(back) = back else {
            assert_eq!(tie.kind(), KIN, "only kin lives elsewhere");
            continue;
        };
        let other = tie.other();
        assert_ne!(d.household_of(*by), d.household_of(other));
        let there = &d.residents[other];
        assert!(now.age(there) >= 15 && !is_apart(now, there), "who keeps apart is left alone");
        assert!(matches!(there.position, Position::Reference | Position::Partner));
        assert_eq!((back.kind(), back.strength()), (tie.kind(), tie.strength()), "one tie, seen from both ends");
    }
    for r in residents(d) {
        let others: Vec<ResidentId> = d.ties_of(r).filter_map(|t| t.other().some()).collect();
        assert_eq!(others.iter().collect::<BTreeSet<_>>().len(), others.len(), "two ties with one");
        let count = d.ties_of(r).count();
        assert_eq!(usize::from(d.residents[r].person.ties), count);
        assert!(count <= MAX_TIES);
        assert!(others.iter().all(|o| d.ties_of(*o).any(|t| t.other() == r)), "seen from one end alone");
    }
}

/// Kin elsewhere is found by everybody: 0.9 each, of two tries; n tries have a standard error of sqrt(2 x 0.45 x 0.55 /
/// n). Of the others no more are begun than are looked for: 1.3 kin, 2.1 friends, 1.65 neighbours.
#[test]
fn newcomers_begin_as_many_ties_as_stated() {
    let Anew { begun, people, .. } = anew();
    let n = people as f64;
    let per_person = |is: &dyn Fn(&Begun) -> bool| begun.iter().filter(|b| is(b)).count() as f64 / n;
    let away = per_person(&|b| b.back.is_none());
    assert!((away - 0.9).abs() < 4.0 * libm::sqrt(0.495 / n), "{away} kin elsewhere");
    for (kind, most, least) in [(KIN, 1.3, 0.5), (FRIEND, 2.1, 0.8), (NEIGHBOUR, 1.65, 0.4)] {
        let found = per_person(&|b| b.back.is_some() && b.tie.kind() == kind);
        assert!(found < most + 0.1 && found > least, "{found} of kind {kind}");
    }
}

/// A recluse is passed over like a place where nobody lives: where half of all are recluses, who is looked for is found
/// among the others, but for tries that hit recluses four times.
#[test]
fn newcomers_look_past_recluses() {
    let friends = |recluses: u32| {
        let Anew { begun, people, .. } = anew_among(recluses);
        begun.iter().filter(|b| b.tie.kind() == FRIEND).count() as f64 / people as f64
    };
    let [without, among] = [0, 5].map(friends);
    assert!(among > 0.8 * without, "{among} friends, {without} without recluses");
}

/// Neighbours live at most four dwellings away on either side, in the same neighbourhood; children at home begin none.
/// Half of those looked for among couples are the partners.
#[test]
fn neighbours_of_newcomers_live_next_door() {
    let Anew { mut still, begun, .. } = anew();
    let (_, d) = still.in_week(0);
    let (mut sides, mut steps, mut partners, mut couples) = ([0.0_f64; 2], [0; 5], 0.0, 0.0);
    for Begun { by, tie, .. } in begun.iter().filter(|b| b.tie.kind() == NEIGHBOUR) {
        let [home, there] = [*by, tie.other()].map(|r| d.household_of(r));
        let [here, place] = [home, there].map(|h| d.households[h].neighbourhood);
        assert!(home.0.abs_diff(there.0) <= 4 && here == place, "{home:?} and {there:?}");
        assert!(d.residents[*by].position != Position::Child, "neighbours of a child at home");
        sides[usize::from(there > home)] += 1.0;
        steps[home.0.abs_diff(there.0) as usize] += 1;
        let couple = d.members(there).any(|m| d.residents[m].position == Position::Partner);
        couples += f64::from(u8::from(couple));
        partners += f64::from(u8::from(d.residents[tie.other()].position == Position::Partner));
    }
    let n = sides[0] + sides[1];
    assert!((sides[0] / n - 0.5).abs() < 4.0 * 0.5 / libm::sqrt(n), "{sides:?}");
    assert!((partners / couples - 0.5).abs() < 4.0 * 0.5 / libm::sqrt(couples), "{partners} of {couples}");
    assert!(n > 1_000.0 && steps[1..].iter().all(|s| *s > 150), "{steps:?}");
}

/// Friends are nearer in age than neighbours, who are of any age: of two candidates the nearer one is taken. Kin is of
/// one's age or a generation apart, a parent of the young and a child of the old.
#[test]
fn friends_of_newcomers_are_of_their_age_and_kin_a_generation_apart() {
    let Anew { mut still, begun, .. } = anew();
    let (now, d) = still.in_week(0);
    let apart = |b: &Begun| age(now, d, b.tie.other()) - age(now, d, b.by);
    let mean = |kind: u8| {
        let of = |b: &&Begun| b.tie.kind() == kind && b.back.is_some() && d.residents[b.by].position != Position::Child;
        let all: Vec<f64> = begun.iter().filter(of).map(|b| f64::from(apart(b).abs())).collect();
        all.iter().sum::<f64>() / all.len() as f64
    };
    // Of two independent differences, spread like one side of a bell, the smaller is 0.59 of one on average.
    let ratio = mean(FRIEND) / mean(NEIGHBOUR);
    assert!((0.45..0.75).contains(&ratio), "{} of {} years", mean(FRIEND), mean(NEIGHBOUR));
    // Neighbours, who are of any age, say how many are far older or far younger by chance alone.
    for (ages, sign) in [(30..50, 1), (50..75, -1)] {
        let right = |kind: u8| {
            let is = |b: &&Begun| b.tie.kind() == kind && b.back.is_some() && ages.contains(&age(now, d, b.by));
            let far: Vec<i32> = begun.iter().filter(is).map(|b| apart(b) * sign).filter(|a| a.abs() >= 15).collect();
            far.iter().filter(|a| **a > 0).count() as f64 / far.len() as f64
        };
        assert!(right(KIN) > right(NEIGHBOUR) + 0.04, "{ages:?}: {} against {}", right(KIN), right(NEIGHBOUR));
    }
}

/// Whoever has no ties outside the household is by sex as published: 4.7 % of men and 2.6 % of women, within four
/// standard errors of n people.
#[test]
fn men_keep_apart_more_often_than_women() {
    let mut still = Still::of(20_000, &[]);
    let (now, d) = still.in_week(0);
    for (woman, expected) in [(false, 0.047), (true, 0.026)] {
        let of: Vec<bool> = residents(d)
            .map(|r| &d.residents[r])
            .filter(|r| r.is(Resident::WOMAN) == woman && now.age(r) >= 15)
            .map(|r| is_apart(now, r))
            .collect();
        let (n, apart) = (of.len() as f64, of.iter().filter(|is| **is).count() as f64);
        let bound = 4.0 * libm::sqrt(expected * (1.0 - expected) / n);
        assert!((apart / n - expected).abs() < bound, "{apart} of {n}, women: {woman}");
    }
    let none = |r: &ResidentId| d.ties_of(*r).next().is_none();
    assert!(residents(d).filter(|r| is_apart(now, &d.residents[*r])).all(|r| none(&r)), "who keeps apart has no ties");
}

/// Each doubling of the distance is equally likely: of some ten doublings up to the length of the district half lie
/// within 32 dwellings, where a twentieth of all dwellings are.
#[test]
fn friends_and_kin_of_newcomers_live_near_rather_than_far() {
    let Anew { mut still, begun, .. } = anew();
    let (_, d) = still.in_week(0);
    let far = |b: &Begun| d.household_of(b.by).0.abs_diff(d.household_of(b.tie.other()).0);
    let distances: Vec<u32> = begun.iter().filter(|b| b.tie.kind() != NEIGHBOUR && b.back.is_some()).map(far).collect();
    let within = |most: u32| distances.iter().filter(|d| **d <= most).count() as f64 / distances.len() as f64;
    assert!((0.4..0.75).contains(&within(32)), "{} within 32 of {}", within(32), d.households.len());
    assert!(within(256) < 0.95, "some live far: {}", within(256));
}

/// A tie is as strong as its kind can be, and each end asks and offers as it is: who would never ask a stranger asks no
/// neighbour, and who would not do more offers a third.
#[test]
fn each_end_of_a_tie_brings_its_own_willingness() {
    let Anew { mut still, begun, .. } = anew();
    let (now, d) = still.in_week(0);
    let end = |r: ResidentId| {
        let resident = &d.residents[r];
        End::of(now.inputs.draws, resident.key, now.age(resident))
    };
    let mut differ = 0;
    for Begun { by, tie, back } in &begun {
        let range = [0.30..=0.90, 0.25..=0.85, 0.05..=0.60][usize::from(tie.kind())].clone();
        // Shares are kept in 127 steps, rounded down.
        assert!(tie.strength() > range.start() - 1.0 / 127.0 && tie.strength() <= *range.end(), "{tie:?}");
        let (kind, least) =
            [(TieKind::Kin, 0.42), (TieKind::Friend, 0.36), (TieKind::Neighbour, 0.27)][usize::from(tie.kind())];
        for (r, seen) in [(*by, Some(tie)), (tie.other(), back.as_ref())] {
            let Some(seen) = seen else { continue };
            // With the least of luck: the willing offer more than the unwilling ever do, and only the reluctant ask
            // nothing.
            let [ask, offer] = [end(r).ask(TieKind::Neighbour, 0.0), end(r).offer(kind, 0.0)].map(f64::from);
            assert!(kind != TieKind::Neighbour || (seen.ask() > 0.05) == (ask > 0.0), "{seen:?}");
            let willing = offer > least - 0.01;
            assert_eq!(seen.offer() > least - 0.02, willing, "{kind:?} {seen:?} {offer}");
        }
        differ += u32::from(back.is_some_and(|back| (back.ask() - tie.ask()).abs() > 0.01));
    }
    assert!(differ > 1_000, "the ends of a tie differ: {differ}");
}
