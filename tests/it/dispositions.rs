//! What people are like: frailty and what housemates share of it, trust, thresholds, birthdays, volunteering.

use std::collections::BTreeSet;

use kantel::district::District;
use kantel::entities::{Position, Resident};
use kantel::ids::{HouseholdId, ResidentId};
use kantel::random::standard_normal_quantile;

use crate::small::{Still, residents};

const RESIDENTS: u32 = 10_000;

/// A district in which households share so much of frailty and neighbourhoods so much.
fn sharing(household: f64, neighbourhood: f64) -> Still {
    Still::of(RESIDENTS, &[("onset.household_share", household), ("onset.neighbourhood_share", neighbourhood)])
}

/// An exponential frailty as the normal number that it was made of. It is kept in steps of 1/4096.
fn normal(frailty: u16) -> f64 {
    standard_normal_quantile(1.0 - libm::exp(-(f64::from(frailty) + 0.5) / 4096.0))
}

fn adult(d: &District, r: ResidentId) -> f64 {
    normal(d.residents[r].frailty_adult)
}

fn mean(of: &[f64]) -> f64 {
    of.iter().sum::<f64>() / of.len() as f64
}

fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let (a, b): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (ma, mb) = (mean(&a), mean(&b));
    let sum = |f: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(f).sum::<f64>();
    let squares = sum(&|p| (p.0 - ma) * (p.0 - ma)) * sum(&|p| (p.1 - mb) * (p.1 - mb));
    sum(&|p| (p.0 - ma) * (p.1 - mb)) / libm::sqrt(squares)
}

/// The first two members of each household of several.
fn pairs(d: &District, of: impl Fn(&District, ResidentId) -> f64) -> Vec<(f64, f64)> {
    let first_two = |h: u32| {
        let mut members = d.members(HouseholdId(h));
        members.next().zip(members.next())
    };
    (0..d.households.len() as u32).filter_map(first_two).map(|(a, b)| (of(d, a), of(d, b))).collect()
}

/// The reference persons of every two households next door to each other, in one neighbourhood.
fn next_door(d: &District) -> Vec<(f64, f64)> {
    let head = |h: u32| adult(d, d.reference_of(HouseholdId(h)));
    let place = |h: u32| d.households[HouseholdId(h)].neighbourhood;
    let all = 0..d.households.len() as u32 - 1;
    all.step_by(2).filter(|h| place(*h) == place(h + 1)).map(|h| (head(h), head(h + 1))).collect()
}

/// Frailty is exponential with mean 1 whatever is shared of it, also where more is shared than there is: of n
/// independent people the mean is within 4 / sqrt(n), the share above 1 within 4 x 0.5 / sqrt(n) of 1 / e. Of a
/// neighbourhood all have the same luck, so nothing is shared by them here.
#[test]
fn frailty_is_exponential_with_mean_one() {
    for household in [0.0, 1.0] {
        let mut still = sharing(household, 0.0);
        let (_, d) = still.in_week(0);
        let heads: Vec<f64> = residents(d)
            .filter(|r| d.residents[*r].position == Position::Reference)
            .map(|r| f64::from(d.residents[r].frailty_adult) / 4096.0)
            .collect();
        let bound = 4.0 / libm::sqrt(heads.len() as f64);
        let above = heads.iter().filter(|f| **f > 1.0).count() as f64 / heads.len() as f64;
        assert!((mean(&heads) - 1.0).abs() < bound, "{household}: {}", mean(&heads));
        assert!((above - libm::exp(-1.0)).abs() < 0.5 * bound, "{household}: {above}");
    }
}

/// What is not shared is a person's own: housemates differ by twice the variance that is left of 1. The variance of n
/// differences has a relative standard error of sqrt(2 / n).
#[test]
fn housemates_differ_by_what_they_do_not_share() {
    for (household, neighbourhood, own) in
        [(0.0, 0.0, 1.0), (0.3, 0.2, 0.5), (0.0, 0.6, 0.4), (0.6, 0.0, 0.4), (0.8, 0.8, 0.0)]
    {
        let mut still = sharing(household, neighbourhood);
        let (_, d) = still.in_week(0);
        let squares: Vec<f64> = pairs(d, adult).iter().map(|(a, b)| (a - b) * (a - b) / 2.0).collect();
        let bound = 4.0 * libm::sqrt(2.0 / squares.len() as f64);
        let left = mean(&squares);
        assert!((left - own).abs() <= own * bound + 1e-9, "{household} and {neighbourhood}: {left} is own");
        // Neighbours share the neighbourhood's part alone; more than the whole is brought back to it.
        let total = own + household + neighbourhood;
        let apart = (own + household) / total;
        let left = mean(&next_door(d).iter().map(|(a, b)| (a - b) * (a - b) / 2.0).collect::<Vec<_>>());
        assert!((left - apart).abs() <= 1.5 * apart * bound, "{household} and {neighbourhood}: {left} is not {apart}");
    }
}

/// Households share what they share and neighbourhoods too, each by themselves: where all is shared, all who share it
/// are alike, and others are not.
#[test]
fn households_and_neighbourhoods_share_their_own_parts() {
    for (household, neighbourhood) in [(1.0, 0.0), (0.0, 1.0), (0.0, 0.0)] {
        let mut still = sharing(household, neighbourhood);
        let (_, d) = still.in_week(0);
        let next_door = next_door(d);
        let alike = next_door.iter().filter(|(a, b)| (a - b).abs() < 1e-9).count() as f64 / next_door.len() as f64;
        assert!(if neighbourhood > 0.0 { alike > 0.999 } else { alike < 0.01 }, "{alike} of neighbours");
        if neighbourhood > 0.0 {
            let kinds: BTreeSet<u16> = residents(d).map(|r| d.residents[r].frailty_adult).collect();
            assert!(kinds.len() > 1 && kinds.len() == d.neighbourhoods.len(), "{} of neighbourhoods", kinds.len());
        }
        let found = pairs(d, adult);
        let alike = found.iter().filter(|(a, b)| (a - b).abs() < 1e-9).count() as f64 / found.len() as f64;
        assert!(if household + neighbourhood > 0.0 { alike > 0.999 } else { alike < 0.01 }, "{alike} of housemates");
    }
}

/// Youth frailty is another than adult frailty, in what is shared too, and people of 23 and over have none. The
/// correlation of n pairs that have nothing to do with each other is within 4 / sqrt(n); housemates count as one.
#[test]
fn youth_frailty_is_not_adult_frailty() {
    let mut still = sharing(0.5, 0.0);
    let (now, d) = still.in_week(0);
    let young = |r: &ResidentId| now.age(&d.residents[*r]) < 23;
    for r in residents(d) {
        assert_eq!(d.residents[r].frailty_youth > 0, young(&r), "at {}", now.age(&d.residents[r]));
    }
    let both = |r: ResidentId| (adult(d, r), normal(d.residents[r].frailty_youth));
    let one_of = |h: u32| d.members(HouseholdId(h)).find(young);
    let found: Vec<(f64, f64)> = (0..d.households.len() as u32).filter_map(one_of).map(both).collect();
    let bound = 4.0 / libm::sqrt(found.len() as f64);
    assert!(found.len() > 1_000 && correlation(&found).abs() < bound, "{} of {}", correlation(&found), found.len());
    let siblings = |h: u32| {
        let mut children = d.members(HouseholdId(h)).filter(young);
        children.next().zip(children.next())
    };
    let shared: Vec<(f64, f64)> =
        (0..d.households.len() as u32).filter_map(siblings).map(|(a, b)| (both(a).1, both(b).1)).collect();
    let bound = 4.0 * (1.0 - 0.25) / libm::sqrt(shared.len() as f64);
    assert!((correlation(&shared) - 0.5).abs() < bound, "{} of {}", correlation(&shared), shared.len());
}

/// Trust is uniform from 0.3 to 0.7, doenvermogen from 0.3 to 0.9, thresholds from 0 to 1, each for itself. The mean of
/// n has a standard error of its width / sqrt(12 n); steps of 1/255 are rounded down.
#[test]
fn dispositions_are_uniform_and_have_nothing_to_do_with_each_other() {
    let mut still = sharing(0.3, 0.05);
    let (_, d) = still.in_week(0);
    let of = |f: &dyn Fn(&Resident) -> f64| residents(d).map(|r| f(&d.residents[r])).collect::<Vec<f64>>();
    let byte = |x: u8| f64::from(x) / 255.0;
    let all = [
        ("trust", of(&|r| r.person.trust()), 0.3, 0.7),
        ("doenvermogen", of(&|r| byte(r.person.capacity)), 0.3, 0.9),
        ("threshold of people", of(&|r| byte(r.person.threshold_people)), 0.0, 1.0),
        ("threshold of services", of(&|r| byte(r.person.threshold_services)), 0.0, 1.0),
    ];
    let n = f64::from(RESIDENTS);
    for (what, values, low, high) in &all {
        let bound = 4.0 * (high - low) / libm::sqrt(12.0 * n) + 0.5 / 255.0;
        assert!((mean(values) - (low + high) / 2.0).abs() < bound, "{what}: {}", mean(values));
        let inside = |x: &&f64| **x > low - 0.005 && **x <= *high;
        assert_eq!(values.iter().filter(inside).count(), values.len(), "{what}");
        let lowest = values.iter().filter(|x| **x < low + (high - low) / 10.0).count() as f64 / n;
        assert!(
            (lowest - 0.1).abs() < 4.0 * libm::sqrt(0.09 / n) + 1.0 / 255.0,
            "{what}: {lowest} in the lowest tenth"
        );
    }
    for (i, a) in all.iter().enumerate() {
        for b in &all[..i] {
            let both: Vec<(f64, f64)> = a.1.iter().copied().zip(b.1.iter().copied()).collect();
            assert!(correlation(&both).abs() < 4.0 / libm::sqrt(n), "{} and {}: {}", a.0, b.0, correlation(&both));
        }
    }
}

/// Birthdays are spread evenly over the year, but for newborns; and nobody volunteers before 15.
#[test]
fn birthdays_are_in_every_week_and_children_do_not_volunteer() {
    let mut still = sharing(0.3, 0.05);
    let (now, d) = still.in_week(0);
    let mut weeks = [0.0; 52];
    let mut older = 0.0;
    for resident in residents(d).map(|r| &d.residents[r]).filter(|r| now.age(r) > 0) {
        weeks[(-resident.born).rem_euclid(52) as usize] += 1.0;
        older += 1.0;
    }
    let expected: f64 = older / 52.0;
    for (week, n) in weeks.into_iter().enumerate() {
        let n: f64 = n;
        assert!((n - expected).abs() < 5.0 * libm::sqrt(expected), "{n} birthdays in week {week}, not {expected}");
    }
    for resident in residents(d).map(|r| &d.residents[r]) {
        assert!(!resident.is(Resident::VOLUNTEER) || now.age(resident) >= 15, "at {}", now.age(resident));
    }
}
