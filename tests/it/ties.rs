//! The web of ties, and the care that runs along it, neither thins out nor thickens as people come and go.

use kantel::district::District;
use kantel::entities::{Domain, Resident};
use kantel::ids::HouseholdId;
use kantel::scenario::{Overrides, load};
use kantel::simulation::Simulation;
use kantel::units::Week;

use crate::small::{builtin, burned_in, go_on};

/// Means over people of 15 and over: ties with kin outside the district, with kin and friends in it, with neighbours,
/// all their strength together, and the share without any.
fn means(d: &District) -> [(&'static str, f64); 5] {
    let (mut people, mut sums) = (0.0, [0.0; 5]);
    for h in 0..d.households.len() as u32 {
        for r in d.members(HouseholdId(h)).filter(|r| d.residents[*r].stage >= Resident::WITH_TIES) {
            people += 1.0;
            sums[4] += f64::from(u8::from(d.ties_of(r).next().is_none()));
            for tie in d.ties_of(r) {
                let sort = if tie.other().some().is_none() { 0 } else { 1 + usize::from(tie.kind() == 2) };
                sums[sort] += 1.0;
                sums[3] += tie.strength();
            }
        }
    }
    let names = ["kin outside the district", "kin and friends", "neighbours", "strength", "without ties"];
    std::array::from_fn(|i| (names[i], sums[i] / people))
}

/// After fifteen years, in which most residents have come in their place, each mean lies within 15 % of the synthetic
/// population's, and the share without ties (some 170 people: three standard errors) within 35 %.
#[test]
fn ties_keep_their_number_as_people_come_and_go() {
    let scenario = builtin("reactive", 5_000, 15);
    let start = burned_in(&scenario, 0, 0);
    let end = go_on(&start, &scenario, 0, 0, Week(15 * 52));
    let before = means(&start.region().districts[0]);
    for ((name, before), (_, after)) in before.into_iter().zip(means(&end.region().districts[0])) {
        let bound = if name == "without ties" { 0.35 } else { 0.15 };
        assert!(
            (after / before - 1.0).abs() < bound,
            "{name}: {before:.3} at the start, {after:.3} after fifteen years"
        );
    }
}

/// Whoever cared for somebody since the onset of a need that began long ago may have stopped: at the start there are as
/// many carers as two years later, in a population that stands still, within 6 %, over four samples of 10,000.
#[test]
fn carers_are_as_many_at_the_start_as_after_the_burn_in() {
    let scenario = builtin("reactive", 10_000, 1);
    let carers = |simulation: &Simulation| simulation.region().districts[0].levels.carers as f64;
    let [before, after] = (0..4).fold([0.0; 2], |[before, after], sample| {
        [before + carers(&Simulation::of(&scenario, sample, 0)), after + carers(&burned_in(&scenario, sample, 0))]
    });
    assert!((after / before - 1.0).abs() < 0.06, "{before} carers at the start, {after} after the burn-in");
}

/// Share of the people of an age range for whom something holds.
fn share_of(d: &District, ages: std::ops::Range<u8>, holds: impl Fn(&Resident) -> bool) -> f64 {
    let (mut people, mut count) = (0, 0);
    for h in 0..d.households.len() as u32 {
        for resident in d.members(HouseholdId(h)).map(|r| &d.residents[r]) {
            if ages.contains(&resident.age_in(0)) {
                people += 1;
                count += u32::from(holds(resident));
            }
        }
    }
    f64::from(count) / f64::from(people)
}

/// Carers and the strongly lonely by age as CBS has them (Vader en moeder op leeftijd, 2022, and 85766NED, 2022; means
/// of the published ages), after the burn-in: relative to all adults, as how many are lonely differs between samples,
/// and within a quarter. Of 30,000 residents the smallest group has some 200, three standard errors of which are 21 %.
#[test]
fn carers_and_lonely_people_are_of_the_published_ages() {
    let start = burned_in(&builtin("reactive", 30_000, 1), 0, 0);
    let d = &start.region().districts[0];
    let relative = |ages, holds: fn(&Resident) -> bool| share_of(d, ages, holds) / share_of(d, 20..105, holds);
    let published = [(20..35, 0.049, 0.11), (35..55, 0.131, 0.118), (55..75, 0.199, 0.097), (75..105, 0.125, 0.094)];
    for (ages, carers, lonely) in published {
        for (who, published, found) in [
            ("carers", carers / 0.13, relative(ages.clone(), |r| r.person.care_given > 0)),
            ("lonely", lonely / 0.107, relative(ages.clone(), |r| r.person.needs.has(Domain::Social))),
        ] {
            println!("{who} of {ages:?}: {found:.3} against {published:.3}");
            assert!((found / published - 1.0).abs() < 0.25, "{who} of {ages:?}: {found:.3} against {published:.3}");
        }
    }
}

/// Who has no tie and no adult housemate is likelier to be lonely, as far as the ratio says and the link is whole.
/// 12,000 residents have some 120 such people, of whom 40 against 14 would be lonely at five times the onset.
#[test]
fn having_nobody_makes_lonely() {
    let lonely = |more: &[&str]| {
        let overrides = Overrides {
            residents: Some(12_000),
            set: more.iter().map(|s| (*s).to_owned()).collect(),
            ..Overrides::default()
        };
        let scenario = load("builtin:reactive", &overrides).unwrap_or_else(|p| panic!("{p:?}")).scenario;
        let start = burned_in(&scenario, 0, 0);
        let d = &start.region().districts[0];
        share_of(d, 18..105, |r| !r.is(Resident::NETWORK) && r.person.needs.has(Domain::Social))
            / share_of(d, 18..105, |r| !r.is(Resident::NETWORK))
    };
    let [alike, lonelier] = [1, 5].map(|ratio| lonely(&[&format!("onset.isolation={ratio}")]));
    let cut = lonely(&["onset.isolation=5", "links.isolation_onset=0", "before.links.isolation_onset=0"]);
    println!("{alike:.3}, {lonelier:.3}, cut {cut:.3}");
    assert!(lonelier > 1.8 * alike, "{lonelier} against {alike}");
    assert!((cut - alike).abs() < 1e-9, "{cut} against {alike}");
}
