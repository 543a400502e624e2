//! What shapes synthesis gives to ties, incomes and families, and who moves in: relations that follow from the stated
//! numbers.

use std::collections::BTreeSet;

use kantel::initialization::{
    CONFIDANT, End, HouseholdKind, HouseholdRow, Income, NewMember, Newcomers, Population, Position, ResidentRow, Sex,
    Tenure, TieKind, TieRow, dwelling_key, moving_share, moving_share_of_heads, synthesise,
};
use kantel::input_data::DistrictProfile;
use kantel::random::{Draws, Process};

use crate::population::overvecht;

const DRAWS: (u64, u32, u32) = (1, 0, 0);

fn draws() -> Draws {
    Draws::new(DRAWS.0, DRAWS.1, DRAWS.2)
}

fn population() -> Population {
    synthesise(&overvecht(), 34_255, draws())
}

/// Fewer homes for as many people, so that many share one.
fn crowded() -> DistrictProfile {
    DistrictProfile { households: 14_265, single_households: 6_000, ..overvecht() }
}

fn members<'a>(population: &'a Population, home: &HouseholdRow) -> &'a [ResidentRow] {
    &population.residents[home.first as usize..(home.first + home.size) as usize]
}

fn share(n: usize, of: usize) -> f64 {
    n as f64 / of as f64
}

/// Of each tie the one who begins it: kin and neighbours are begun by who has left home, kin in the district is of
/// one's age (7 years) or a parent (20 to 42 years older, of who is under 65), neighbours live on both sides, and
/// nobody is tied twice.
#[test]
fn ties_are_begun_by_whom_and_with_whom_they_should() {
    let population = population();
    let people = &population.residents;
    let mut pairs = BTreeSet::new();
    let (mut siblings, mut parents, mut same_place) = (0, 0, 0);
    let (mut sides, mut partners, mut couples) = ([0; 2], 0, 0);
    for tie in &population.ties {
        let (a, Some(b)) = (tie.a, tie.b) else { continue };
        assert!(pairs.insert((a.min(b), a.max(b))), "two ties with one");
        let (x, y) = (&people[a as usize], &people[b as usize]);
        let homes = [x, y].map(|r| &population.households[r.household as usize]);
        match tie.kind {
            TieKind::Kin => {
                let older = i32::from(y.age) - i32::from(x.age);
                assert!(
                    (-7..=7).contains(&older) || ((20..=42).contains(&older) && x.age < 65),
                    "{older} at {}",
                    x.age
                );
                *(if older > 7 { &mut parents } else { &mut siblings }) += 1;
                same_place += usize::from(homes[0].neighbourhood == homes[1].neighbourhood);
                assert!(x.position != Position::Child);
            }
            TieKind::Neighbour => {
                assert!(x.position != Position::Child);
                sides[usize::from(y.household > x.household)] += 1;
                couples += usize::from(members(&population, homes[1]).iter().any(|m| m.position == Position::Partner));
                partners += usize::from(y.position == Position::Partner);
            }
            TieKind::Friend => {}
        }
    }
    let grown =
        |most: u8| people.iter().filter(|p| (18..most).contains(&p.age) && p.position != Position::Child).count();
    // A quarter has a sibling and, under 65, 0.35 a parent, but for those without ties and tries that find nobody.
    let (siblings_each, parents_each) = (share(siblings, grown(105)), share(parents, grown(65)));
    assert!((0.22..0.26).contains(&siblings_each) && (0.28..0.36).contains(&parents_each));
    // Parents live in the same neighbourhood as 0.4 + 0.6 x 0.52, brothers and sisters as 0.3 + 0.7 x 0.52.
    let expected = (parents as f64 * 0.712 + siblings as f64 * 0.664) / (parents + siblings) as f64;
    let found = share(same_place, parents + siblings);
    assert!((found - expected).abs() < 0.02, "{found} against {expected} of kin in the same neighbourhood");
    // Those who come later in the order of dwellings have more places for ties left when their turn comes.
    let side = share(sides[0], sides[0] + sides[1]);
    assert!((0.35..0.5).contains(&side), "{sides:?}");
    assert!((share(partners, couples) - 0.5).abs() < 2.0 / libm::sqrt(couples as f64), "{partners} of {couples}");
}

/// Who has no confidant at home or among the ties that came about confides in somebody elsewhere, kin as often as a
/// friend; who has one does not. Those who confide in nobody have weak ties only, half as strong as others', and no
/// partner.
#[test]
fn only_who_has_nobody_seeks_a_confidant() {
    let population = population();
    let people = &population.residents;
    let mut strong: Vec<u32> = vec![0; people.len()];
    let mut strongest: Vec<f32> = vec![0.0; people.len()];
    let mut degree: Vec<u32> = vec![0; people.len()];
    for tie in &population.ties {
        for end in [Some(tie.a), tie.b].into_iter().flatten().map(|end| end as usize) {
            strong[end] += u32::from(tie.strength >= CONFIDANT);
            strongest[end] = strongest[end].max(tie.strength);
            degree[end] += 1;
        }
    }
    let with_partner = |r: &ResidentRow| {
        let home = members(&population, &population.households[r.household as usize]);
        let couple = home.iter().any(|m| m.position == Position::Partner);
        couple && matches!(r.position, Position::Reference | Position::Partner)
    };
    let sought: Vec<&TieRow> = population.ties.iter().filter(|t| t.b.is_none() && t.kind == TieKind::Friend).collect();
    assert!(sought.len() > 400, "{}", sought.len());
    for tie in &sought {
        let a = tie.a as usize;
        assert!(tie.strength >= CONFIDANT && strong[a] == 1 && !with_partner(&people[a]), "{tie:?} of {:?}", people[a]);
    }
    // Kin elsewhere comes last of all ties if it was sought.
    let first = population.ties.iter().position(|t| t.b.is_none() && t.kind == TieKind::Friend).expect("one");
    let last = &population.ties[first..];
    let kin = last.iter().filter(|t| t.kind == TieKind::Kin).count();
    assert!(last.iter().all(|t| t.b.is_none() && t.strength >= CONFIDANT));
    assert!((share(kin, last.len()) - 0.5).abs() < 2.0 / libm::sqrt(last.len() as f64), "{kin} of {}", last.len());
    let unconfided: Vec<usize> = (0..people.len())
        .filter(|i| degree[*i] > 0 && degree[*i] < 6 && strong[*i] == 0 && !with_partner(&people[*i]))
        .collect();
    // Who has a partner confides at home, and is never one whose ties are half as strong.
    let at_home = |t: &&TieRow| [Some(t.a), t.b].into_iter().flatten().all(|end| with_partner(&people[end as usize]));
    let kin: Vec<f32> =
        population.ties.iter().filter(|t| t.kind == TieKind::Kin).filter(at_home).map(|t| t.strength).collect();
    assert!(kin.len() > 1_000 && kin.iter().all(|strength| *strength >= 0.3), "weak ties of who has a partner");
    assert!(unconfided.len() > 500 && unconfided.iter().all(|i| strongest[*i] <= 0.45), "{}", unconfided.len());
}

/// Each end of a tie is as it is: the reluctant ask no neighbour, the willing offer more than the unwilling ever do. A
/// quarter is reluctant at 15 and 48 % from 70 on, 58 % are willing, and one has nothing to do with the other: shares
/// of n people are within 4 x 0.5 / sqrt(n).
#[test]
fn the_reluctant_and_the_willing_are_as_many_as_stated() {
    let population = population();
    let people = &population.residents;
    let end = |i: u32| End::of(draws(), people[i as usize].key, people[i as usize].age);
    let is_reluctant = |end: End| end.ask(TieKind::Neighbour, 1.0) <= 0.0;
    let is_willing = |end: End| end.offer(TieKind::Kin, 0.0) > 0.4;
    for tie in &population.ties {
        let Some(b) = tie.b else { continue };
        for (i, end) in [end(tie.a), end(b)].into_iter().enumerate() {
            assert!(tie.kind != TieKind::Neighbour || (tie.ask[i] <= 0.0) == is_reluctant(end), "{tie:?}");
            let least = [0.42, 0.36, 0.27][tie.kind as usize];
            assert_eq!(tie.offer[i] > least - 0.02, is_willing(end), "{tie:?}");
        }
    }
    let n = people.len() as f64;
    for (age, expected) in [(15, 0.25), (42, 0.25 + 0.23 * 27.0 / 55.0), (70, 0.48), (99, 0.48)] {
        let ends = || people.iter().map(|p| End::of(draws(), p.key, age));
        let reluctant = ends().filter(|e| is_reluctant(*e)).count() as f64 / n;
        let willing = ends().filter(|e| is_willing(*e)).count() as f64 / n;
        let both = ends().filter(|e| is_reluctant(*e) && is_willing(*e)).count() as f64 / n;
        let bound = 2.0 / libm::sqrt(n);
        assert!((reluctant - expected).abs() < bound, "{reluctant} at {age}");
        assert!((willing - 0.58).abs() < bound, "{willing}");
        assert!((both - reluctant * willing).abs() < bound, "{both} of {reluctant} and {willing}");
    }
    // What each brings, at the least and the most of luck.
    for (willing, factor) in [(true, 1.0), (false, 0.35)] {
        let someone = (0..people.len() as u32).map(end).find(|e| is_willing(*e) == willing).expect("somebody");
        for (kind, base) in [(TieKind::Kin, 0.70), (TieKind::Friend, 0.60), (TieKind::Neighbour, 0.45)] {
            let offers = [0.0, 1.0].map(|u| f64::from(someone.offer(kind, u)));
            assert!((offers[0] - 0.6 * base * factor).abs() < 1e-6 && (offers[1] - 1.4 * base * factor).abs() < 1e-6);
        }
    }
}

fn group(population: &Population, home: &HouseholdRow) -> usize {
    let lone =
        home.kind == HouseholdKind::Family && members(population, home).iter().all(|m| m.position != Position::Partner);
    if lone { 3 } else { home.kind as usize }
}

/// The weight of some households in a draw without replacement, up to a factor: minus the logarithm of who was left
/// out; and its relative variance, one over who was not.
fn weight(of: &[&HouseholdRow], is: impl Fn(&HouseholdRow) -> bool) -> (f64, f64) {
    let drawn = of.iter().filter(|h| is(h)).count();
    (-libm::log(1.0 - share(drawn, of.len())), 1.0 / drawn as f64)
}

/// Couples own twice as often as singles, families 1.6 times, lone parents 0.6 times; lone parents have a low income
/// three times as often as two parents; owners a high one ten times as often as social tenants, and poor neighbourhoods
/// fewer. Ratios of weights, within four standard errors.
#[test]
fn incomes_and_tenure_go_with_households_as_stated() {
    let mut all: Vec<(usize, HouseholdRow)> = Vec::new();
    for sample in 0..3 {
        let population = synthesise(&overvecht(), 34_255, Draws::new(1, sample, 0));
        all.extend(population.households.iter().map(|h| (group(&population, h), h.clone())));
    }
    let of = |g: usize, is: &dyn Fn(&HouseholdRow) -> bool| {
        all.iter().filter(|(group, h)| *group == g && is(h)).map(|(_, h)| h).collect::<Vec<_>>()
    };
    let near = |what: &str, (a, variance): (f64, f64), (b, other): (f64, f64), expected: f64| {
        let bound = 4.0 * libm::sqrt(variance + other);
        assert!((a / b / expected - 1.0).abs() < bound && bound < 1.0, "{what}: {} against {expected}", a / b);
    };
    let owned = |g: usize| weight(&of(g, &|_| true), |h| h.tenure == Tenure::Owned);
    for (g, expected) in [(1, 2.0), (2, 1.6), (3, 0.6)] {
        near("owners", owned(g), owned(0), expected);
    }
    let low = |g: usize, tenure: Tenure| {
        let here = of(g, &|h| h.tenure == tenure && h.neighbourhood == 0);
        weight(&here, |h| h.income == Income::Low)
    };
    for (g, expected) in [(1, 0.5 / 1.6), (2, 0.8 / 1.6), (3, 2.4 / 1.6)] {
        near("low incomes", low(g, Tenure::SocialRent), low(0, Tenure::SocialRent), expected);
    }
    near("low incomes of owners", low(0, Tenure::Owned), low(0, Tenure::SocialRent), 0.25 / 1.6);
    let high = |tenure: Tenure, place: u8| {
        let here = of(1, &|h| h.tenure == tenure && h.neighbourhood == place && h.income != Income::Low);
        weight(&here, |h| h.income == Income::High)
    };
    near("high incomes of owners", high(Tenure::Owned, 0), high(Tenure::SocialRent, 0), 10.0);
    near("high incomes by neighbourhood", high(Tenure::Owned, 1), high(Tenure::Owned, 0), 1.2 / 0.7);
}

/// Of couples either is the reference person, by a toss; one lone parent in six or so is a man; old women live alone
/// more often than old men; brothers and sisters are years apart; other adults are spread.
#[test]
fn families_are_of_the_stated_shapes() {
    let population = synthesise(&crowded(), 34_255, draws());
    let (mut men, mut couples, mut lone, mut fathers) = (0, 0, 0, 0);
    let (mut gaps, mut gap, mut alike) = (0, 0, 0);
    for home in &population.households {
        let home = members(&population, home);
        if home.iter().any(|m| m.position == Position::Partner) {
            (couples, men) = (couples + 1, men + usize::from(home[0].sex == Sex::Man));
        } else if home.iter().any(|m| m.position == Position::Child) {
            (lone, fathers) = (lone + 1, fathers + usize::from(home[0].sex == Sex::Man));
        }
        let mut children: Vec<u8> = home.iter().filter(|m| m.position == Position::Child).map(|m| m.age).collect();
        children.sort_unstable();
        for two in children.windows(2) {
            (gaps, gap, alike) = (gaps + 1, gap + u32::from(two[1] - two[0]), alike + usize::from(two[1] == two[0]));
        }
        assert!(home.iter().filter(|m| m.position == Position::Other).count() <= 4, "guests are spread");
    }
    assert!((share(men, couples) - 0.5).abs() < 2.0 / libm::sqrt(couples as f64), "{men} of {couples}");
    assert!((0.08..0.25).contains(&share(fathers, lone)), "{fathers} of {lone}");
    let years = f64::from(gap) / gaps as f64;
    assert!((2.0..5.0).contains(&years) && share(alike, gaps) < 0.1, "{years} years, {alike} of {gaps} of one age");
    let alone = |sex: Sex| {
        let old = population.residents.iter().filter(|r| r.age >= 75 && r.sex == sex);
        let homes = old.map(|r| population.households[r.household as usize].kind == HouseholdKind::Single);
        let homes: Vec<bool> = homes.collect();
        share(homes.iter().filter(|h| **h).count(), homes.len())
    };
    assert!(alone(Sex::Woman) > 1.3 * alone(Sex::Man), "{} and {}", alone(Sex::Woman), alone(Sex::Man));
}

/// Households that move into each dwelling, three times: income band and members, by dwelling.
fn moved_in(profile: &DistrictProfile, population: &Population, rounds: u64) -> Vec<(usize, u8, Vec<NewMember>)> {
    let newcomers = Newcomers::new(profile);
    let mut all = Vec::new();
    for (place, home) in population.households.iter().enumerate() {
        for round in 0..rounds {
            let key = draws().key(Process::HOUSEHOLD_KEY, dwelling_key(place as u32), 7 + round);
            let (income, members) = newcomers.household(home.kind as u8, home.tenure as u8, draws(), key);
            all.push((place, income, members));
        }
    }
    all
}

/// Who moves in has the incomes that such households have in such dwellings, one parent as often, as many children, and
/// other adults with them as often. Of 43,000 households: sorts of 600 or more, each within 0.02 and four standard
/// errors.
#[test]
fn who_moves_in_is_like_who_lives_here() {
    let population = synthesise(&crowded(), 34_255, draws());
    let all = moved_in(&crowded(), &population, 3);
    let group_of = |members: &[NewMember]| match members {
        [_] => 0,
        all if all.iter().all(|m| m.position != Position::Child) => 1,
        all if all.iter().any(|m| m.position == Position::Partner) => 2,
        _ => 3,
    };
    for g in 0..4 {
        for tenure in [Tenure::Owned, Tenure::SocialRent, Tenure::PrivateRent] {
            let here: Vec<&HouseholdRow> =
                population.households.iter().filter(|h| group(&population, h) == g && h.tenure == tenure).collect();
            let is_of = |place: usize| population.households[place].tenure == tenure;
            let new: Vec<_> = all.iter().filter(|new| is_of(new.0) && group_of(&new.2) == g).collect();
            for band in [Income::Low, Income::High] {
                let found = share(new.iter().filter(|new| new.1 == band as u8).count(), new.len());
                let there = share(here.iter().filter(|h| h.income == band).count(), here.len());
                let bound = 0.02 + 4.0 * libm::sqrt(there.max(0.01) * (1.0 - there) / here.len() as f64);
                assert!((found - there).abs() < bound, "{g} {tenure:?} {band:?}: {found} against {there}");
            }
        }
    }
    let families: Vec<&[NewMember]> = all.iter().map(|x| x.2.as_slice()).filter(|m| group_of(m) > 1).collect();
    let two = families.iter().filter(|m| group_of(m) == 2).count();
    assert!((share(two, families.len()) - (1.0 - 0.074 / 0.32)).abs() < 0.02, "{two} of {}", families.len());
    let children_here = population.residents.iter().filter(|r| r.position == Position::Child).count();
    let families_here = population.households.iter().filter(|h| h.kind == HouseholdKind::Family).count();
    let children = families.iter().flat_map(|m| m.iter()).filter(|m| m.position == Position::Child).count();
    let ratio = share(children, families.len()) / share(children_here, families_here);
    assert!((ratio - 1.0).abs() < 0.02, "{ratio} children for every child here");
    for children in 1..5 {
        let count = |positions: &mut dyn Iterator<Item = Position>| {
            positions.filter(|p| *p == Position::Child).count() == children
        };
        let is_here = |h: &&HouseholdRow| count(&mut members(&population, h).iter().map(|m| m.position));
        let here = population.households.iter().filter(is_here).count();
        let new = families.iter().filter(|m| count(&mut m.iter().map(|m| m.position))).count();
        let [here, new] = [share(here, families_here), share(new, families.len())];
        assert!((here - new).abs() < 0.03, "{children} children: {new} of those who move in, {here} here");
    }
    let others_here = population.residents.iter().filter(|r| r.position == Position::Other).count();
    let others = all.iter().flat_map(|x| &x.2).filter(|m| m.position == Position::Other).count();
    assert!((share(others, others_here) / 3.0 - 1.0).abs() < 0.1, "{others} others, {others_here} here");
    let mean = |ages: &[u8]| ages.iter().map(|a| f64::from(*a)).sum::<f64>() / ages.len() as f64;
    let ages_here: Vec<u8> =
        population.residents.iter().filter(|r| r.position == Position::Other).map(|r| r.age).collect();
    let ages: Vec<u8> =
        all.iter().flat_map(|x| &x.2).filter(|m| m.position == Position::Other).map(|m| m.age).collect();
    assert!((mean(&ages) - mean(&ages_here)).abs() < 4.0, "{} and {}", mean(&ages), mean(&ages_here));
}

/// Children who move in are 23 to 39 years younger than the parent that they come with, half of them girls; partners of
/// the other sex, the man 2.5 years older, at most four more or less.
#[test]
fn families_that_move_in_could_be_families() {
    let all = moved_in(&overvecht(), &population(), 1);
    let (mut children, mut girls) = (0, 0);
    let (mut couples, mut alike, mut years) = (0, 0, 0);
    for (_, _, members) in &all {
        let head = members[0];
        assert!(head.age >= 18);
        for child in members.iter().filter(|m| m.position == Position::Child) {
            let youngest = head.age.saturating_sub(39);
            let oldest = head.age.saturating_sub(23);
            assert!((youngest..=oldest).contains(&child.age), "{} and {}", head.age, child.age);
            (children, girls) = (children + 1, girls + usize::from(child.woman));
        }
        let Some(partner) = members.iter().find(|m| m.position == Position::Partner) else { continue };
        couples += 1;
        alike += usize::from(partner.woman == head.woman);
        let older = i32::from(partner.age) - i32::from(head.age);
        assert!(older.abs() <= 7 && partner.age >= 18, "{older} years");
        if partner.woman != head.woman {
            years += if head.woman { older } else { -older };
        }
    }
    assert!((share(girls, children) - 0.49).abs() < 0.03, "{girls} of {children}");
    // 1.5 % of couples here; of heads of the half that is mostly women a few are men.
    assert!(share(alike, couples) < 0.03, "{alike} of {couples}");
    let years = f64::from(years) / couples as f64;
    assert!((1.9..2.9).contains(&years), "the man is {years} years older");
}

/// Shares of people who move by age, as published; and their mean over who heads a household.
#[test]
fn moving_shares_are_the_published_ones() {
    let same = |age: u8, share: f64| assert!((moving_share(age) - share).abs() < 1e-12, "{age}: {}", moving_share(age));
    for (age, share) in [(0, 0.146), (19, 0.100), (20, 0.260), (24, 0.260), (25, 0.275), (29, 0.275), (30, 0.194)] {
        same(age, share);
    }
    for (age, share) in [(64, 0.041), (69, 0.039), (70, 0.036), (75, 0.036), (104, 0.036)] {
        same(age, share);
    }
    let heads = heads(&population());
    let mean: f64 = (0..).zip(&heads).map(|(age, n)| n * moving_share(age)).sum::<f64>() / heads.iter().sum::<f64>();
    let found = moving_share_of_heads(&overvecht());
    assert!((found / mean - 1.0).abs() < 0.02, "{found} against {mean}");
}

/// Who heads a household by age: of couples the half that is mostly women.
fn heads(population: &Population) -> Vec<f64> {
    let mut heads = vec![0.0; 105];
    for home in &population.households {
        let home = members(population, home);
        let couple = home.iter().any(|m| m.position == Position::Partner);
        let two = &home[..if couple { 2 } else { 1 }];
        let head = two.iter().find(|m| m.sex == Sex::Woman).unwrap_or(&home[0]);
        heads[usize::from(head.age)] += 1.0;
    }
    heads
}

/// Of every age as many households come as keep their number, given how many of them go (8 % in all): those that go,
/// and the change from year to year of age, but no deaths. So one-person households that move in are of these ages:
/// shares of ten years of age, 25,000 households, within 0.02.
#[test]
fn as_many_come_of_every_age_as_keep_their_number() {
    let profile = overvecht();
    let population = synthesise(&profile, 100_000, Draws::new(3, 0, 0));
    let heads = heads(&population);
    let level = 0.08 / moving_share_of_heads(&profile);
    let at = |age: usize| heads.get(age).copied().unwrap_or(0.0);
    let coming = |age: usize| {
        let change = if age < 65 { (at(age + 2) - at(age.saturating_sub(2))) / 4.0 } else { 0.0 };
        (level * moving_share(age as u8) * at(age) + change).max(0.0) / at(age).max(1.0)
    };
    let all = moved_in(&profile, &population, 1);
    for kind in [HouseholdKind::Single, HouseholdKind::Childless] {
        let of_kind: Vec<&HouseholdRow> = population.households.iter().filter(|h| h.kind == kind).collect();
        let mut expected = [0.0; 11];
        for home in &of_kind {
            let home = members(&population, home);
            let two = &home[..if kind == HouseholdKind::Single { 1 } else { 2 }];
            let age = usize::from(two.iter().find(|m| m.sex == Sex::Woman).unwrap_or(&home[0]).age);
            expected[age / 10] += coming(age);
        }
        let total: f64 = expected.iter().sum();
        let mut found = [0.0; 11];
        let new: Vec<&NewMember> =
            all.iter().filter(|x| population.households[x.0].kind == kind).map(|x| &x.2[0]).collect();
        for head in &new {
            found[usize::from(head.age) / 10] += 1.0 / new.len() as f64;
        }
        for (tens, (found, expected)) in found.iter().zip(expected).enumerate() {
            let expected: f64 = expected / total;
            assert!((found - expected).abs() < 0.02, "{kind:?} at {tens}0: {found:.3} against {expected:.3}");
        }
    }
}
