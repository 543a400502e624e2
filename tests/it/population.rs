//! Synthesis meets the margins of its profile at any size, twice the same, with households and ties that could exist.

use kantel::entities::MAX_TIES;
use kantel::initialization::{
    CONFIDANT, HouseholdKind, Income, Newcomers, Population, Position, Sex, Tenure, TieKind, dwelling_key,
    moving_share, moving_share_of_heads, synthesise,
};
use kantel::input_data::{DistrictProfile, NeighbourhoodProfile};
use kantel::random::{Draws, Process};

/// Sizes that the program promises, and a few around them.
const SIZES: [u32; 12] = [1, 2, 3, 7, 20, 99, 750, 5_000, 20_001, 34_255, 100_000, 1_000_000];

/// Utrecht Overvecht (WK034403), CBS Kerncijfers wijken en buurten 2018, with two invented neighbourhoods.
pub(crate) fn overvecht() -> DistrictProfile {
    DistrictProfile {
        code: "WK034403".into(),
        name: "Overvecht".into(),
        municipality: "Utrecht".into(),
        year: 2018,
        attribution: "Bron: CBS".into(),
        residents: 34_255,
        men: 17_070,
        ages: [6_425, 4_650, 10_940, 7_330, 4_920],
        households: 16_685,
        single_households: 8_420,
        childless_households: 3_305,
        family_households: 4_960,
        low_income: 0.203,
        high_income: 0.068,
        owner_occupied: 0.20,
        social_rent: 0.67,
        births: 460,
        deaths: 315,
        widowed: None,
        disability_benefits: None,
        urbanity: 1,
        wmo_per_1000: Some(106.0),
        neighbourhoods: vec![
            NeighbourhoodProfile { name: "noord".into(), share: 0.6, deprivation: 1.2 },
            NeighbourhoodProfile { name: "zuid".into(), share: 0.4, deprivation: 0.7 },
        ],
    }
}

fn overvecht_population() -> Population {
    synthesise(&overvecht(), 34_255, Draws::new(1, 0, 0))
}

fn households_of(population: &Population, kind: HouseholdKind) -> u32 {
    population.households.iter().filter(|h| h.kind == kind).count() as u32
}

/// Households are contiguous, complete and headed by one adult; every resident is in one; keys are unique.
fn assert_structure(population: &Population, profile: &DistrictProfile) {
    let mut next = 0;
    let mut neighbourhood = 0;
    for (at, home) in population.households.iter().enumerate() {
        assert_eq!(home.first, next);
        assert!(home.size > 0);
        assert!(home.neighbourhood >= neighbourhood, "dwellings go neighbourhood by neighbourhood");
        neighbourhood = home.neighbourhood;
        next += home.size;
        let members = &population.residents[home.first as usize..next as usize];
        assert!(members.iter().all(|m| m.household as usize == at));
        assert_eq!(members[0].position, Position::Reference);
        assert_eq!(members.iter().filter(|m| m.position == Position::Reference).count(), 1);
        assert!(members.iter().filter(|m| m.position == Position::Partner).count() <= 1);
        let children = members.iter().filter(|m| m.position == Position::Child).count();
        match home.kind {
            HouseholdKind::Single => assert_eq!(members.len(), 1),
            HouseholdKind::Childless => assert!(members.len() > 1 && children == 0),
            HouseholdKind::Family => assert!(children > 0),
        }
    }
    assert_eq!(next as usize, population.residents.len());
    assert!((neighbourhood as usize) < profile.neighbourhoods.len());
    let mut keys: Vec<u64> = population.residents.iter().map(|r| r.key.0).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), population.residents.len());
}

/// The nearest whole numbers to the profile's shares: within one of the exact proportion.
fn assert_close(what: &str, got: u32, want: f64) {
    assert!((f64::from(got) - want).abs() < 1.0, "{what}: {got} against {want}");
}

fn assert_margins(population: &Population, profile: &DistrictProfile, residents: u32) {
    let scale = f64::from(residents) / f64::from(profile.residents);
    assert_eq!(population.residents.len() as u32, residents);
    let men = population.residents.iter().filter(|r| r.sex == Sex::Man).count() as u32;
    assert_close("men", men, f64::from(profile.men) * scale);
    let total: u32 = profile.ages.iter().sum();
    for (band, (low, high)) in [(0, 14), (15, 24), (25, 44), (45, 64), (65, 104)].into_iter().enumerate() {
        let got = population.residents.iter().filter(|r| (low..=high).contains(&r.age)).count() as u32;
        let want = f64::from(profile.ages[band]) / f64::from(total) * f64::from(residents);
        assert_close("age band", got, want);
    }
    let homes = population.households.len() as u32;
    let share = |n: usize, share: f64, what| assert_close(what, n as u32, share * f64::from(homes));
    let tenure = |t| population.households.iter().filter(|h| h.tenure == t).count();
    let income = |i| population.households.iter().filter(|h| h.income == i).count();
    share(tenure(Tenure::Owned), profile.owner_occupied, "owned");
    share(tenure(Tenure::SocialRent), profile.social_rent, "social rent");
    share(income(Income::Low), profile.low_income, "low income");
    share(income(Income::High), profile.high_income, "high income");
    for (i, n) in profile.neighbourhoods.iter().enumerate() {
        share(population.households.iter().filter(|h| usize::from(h.neighbourhood) == i).count(), n.share, "buurt");
    }
    if population.compromises.is_empty() {
        assert_close("households", homes, f64::from(profile.households) * scale);
        let single = f64::from(profile.single_households) * scale;
        assert_close("single", households_of(population, HouseholdKind::Single), single);
        let childless = f64::from(profile.childless_households) * scale;
        assert_close("childless", households_of(population, HouseholdKind::Childless), childless);
        let families = f64::from(profile.family_households) * scale;
        assert_close("families", households_of(population, HouseholdKind::Family), families);
    }
}

#[test]
fn every_size_meets_the_margins() {
    let profile = overvecht();
    for residents in SIZES {
        let population = synthesise(&profile, residents, Draws::new(5, 1, 0));
        assert_structure(&population, &profile);
        assert_margins(&population, &profile, residents);
        assert!(residents < 20 || population.compromises.is_empty(), "{residents}: {:?}", population.compromises);
    }
}

#[test]
fn the_same_draws_give_the_same_people_and_others_give_others() {
    let profile = overvecht();
    let one = synthesise(&profile, 20_001, Draws::new(8, 3, 1));
    assert_eq!(one, synthesise(&profile, 20_001, Draws::new(8, 3, 1)));
    let other = synthesise(&profile, 20_001, Draws::new(8, 4, 1));
    assert_ne!(one, other);
    assert!(one.residents.iter().zip(&other.residents).all(|(a, b)| a.key != b.key));
}

#[test]
fn children_live_with_an_adult_who_can_be_their_parent() {
    let population = overvecht_population();
    let (mut children, mut odd) = (0, 0);
    for home in &population.households {
        let members = &population.residents[home.first as usize..(home.first + home.size) as usize];
        assert!(members[0].age >= 18);
        assert!(members.iter().filter(|m| m.age < 18).all(|m| m.position == Position::Child));
        let mother = members.iter().take(2).find(|m| m.position != Position::Child && m.sex == Sex::Woman);
        let (parent, oldest) = mother.map_or((members[0].age, 55), |m| (m.age, 45));
        for child in members.iter().filter(|m| m.position == Position::Child) {
            children += 1;
            odd += i32::from(!(20..=oldest).contains(&(i32::from(parent) - i32::from(child.age))));
        }
    }
    assert!(children > 7_000, "{children} children at home");
    assert_eq!(odd, 0, "children whom their parent cannot have had");
}

/// National figures that no margin of the profile fixes, with room for a district that differs from the nation.
#[test]
fn households_look_like_households() {
    let population = overvecht_population();
    let people = &population.residents;
    let old = people.iter().filter(|r| r.age >= 65).count() as f64;
    let very_old = people.iter().filter(|r| r.age >= 80).count() as f64;
    assert!((0.22..0.28).contains(&(very_old / old)), "80 and over among 65 and over: {}", very_old / old);
    let women = people.iter().filter(|r| r.age >= 80 && r.sex == Sex::Woman).count() as f64;
    assert!((0.55..0.70).contains(&(women / very_old)), "women among 80 and over: {}", women / very_old);

    let families: Vec<_> = population.households.iter().filter(|h| h.kind == HouseholdKind::Family).collect();
    let lone = families.iter().filter(|h| people[h.first as usize + 1].position != Position::Partner).count() as f64;
    let share = lone / families.len() as f64;
    assert!((share - 0.074 / 0.32).abs() < 1e-3, "families with one parent: {share}");

    let (mut couples, mut gap, mut mixed, mut wide) = (0.0, 0.0, 0.0, 0.0);
    for home in &population.households {
        if home.size > 1 && people[home.first as usize + 1].position == Position::Partner {
            let (a, b) = (&people[home.first as usize], &people[home.first as usize + 1]);
            let difference = f64::from(i32::from(a.age) - i32::from(b.age));
            couples += 1.0;
            if a.sex != b.sex {
                mixed += 1.0;
                gap += if a.sex == Sex::Man { difference } else { -difference };
            }
            wide += f64::from(u8::from(difference.abs() > 12.0));
        }
    }
    assert!(mixed / couples > 0.95, "couples of a man and a woman: {}", mixed / couples);
    assert!((0.5..4.5).contains(&(gap / mixed)), "the man is {} years older", gap / mixed);
    assert!(wide / couples < 0.05, "partners more than twelve years apart: {}", wide / couples);

    let low = |f: &dyn Fn(&kantel::initialization::HouseholdRow) -> bool| {
        let of: Vec<_> = population.households.iter().filter(|h| f(h)).collect();
        of.iter().filter(|h| h.income == Income::Low).count() as f64 / of.len() as f64
    };
    let ratio = low(&|h| h.neighbourhood == 0) / low(&|h| h.neighbourhood == 1);
    assert!((ratio - 1.2 / 0.7).abs() < 0.02, "deprivation steers low incomes: {ratio}");
    assert!(low(&|h| h.tenure == Tenure::SocialRent) > 2.0 * low(&|h| h.tenure == Tenure::Owned));
}

/// Counts over 34,255 residents: standard errors of the shares are below 0.002, of the means below 0.02; the bands are
/// those of the published figures or assumptions.
#[test]
fn ties_are_as_many_as_published_and_some_have_none() {
    let population = overvecht_population();
    let people = &population.residents;
    let n = people.len();
    let (mut inside, mut all, mut strong, mut neighbours) =
        (vec![0_u32; n], vec![0_u32; n], vec![0_u32; n], vec![false; n]);
    for tie in &population.ties {
        for end in [Some(tie.a), tie.b].into_iter().flatten() {
            let end = end as usize;
            all[end] += 1;
            inside[end] += u32::from(tie.b.is_some());
            strong[end] += u32::from(tie.strength >= CONFIDANT);
            neighbours[end] |= tie.kind == TieKind::Neighbour;
        }
        assert!((0.0..=1.0).contains(&tie.strength));
        assert!(tie.ask.iter().chain(&tie.offer).all(|x| (0.0..=1.0).contains(x)));
        if let Some(b) = tie.b {
            assert_ne!(people[tie.a as usize].household, people[b as usize].household);
        }
    }
    assert!(all.iter().all(|&k| k as usize <= MAX_TIES));
    let share = |of: &dyn Fn(usize) -> bool, what: &dyn Fn(usize) -> bool| {
        let of: Vec<usize> = (0..n).filter(|i| of(*i)).collect();
        of.iter().filter(|i| what(**i)).count() as f64 / of.len() as f64
    };
    let mean = |of: &dyn Fn(usize) -> bool, what: &dyn Fn(usize) -> f64| {
        let of: Vec<usize> = (0..n).filter(|i| of(*i)).collect();
        of.iter().map(|i| what(*i)).sum::<f64>() / of.len() as f64
    };
    let adult = |i: usize| people[i].age >= 18;
    let partnered = |i: usize| {
        let home = &population.households[people[i].household as usize];
        let second = home.first as usize + 1;
        home.size > 1 && people[second].position == Position::Partner && (i == second || i + 1 == second)
    };
    let inside = mean(&adult, &|i| f64::from(inside[i]));
    assert!((3.0..4.0).contains(&inside), "ties inside the district per adult: {inside}");
    let recluses = share(&|i| people[i].age >= 15, &|i| all[i] == 0);
    assert!((0.026..0.047).contains(&recluses), "without any tie: {recluses}");
    let unconfided = share(&adult, &|i| strong[i] == 0 && !partnered(i));
    assert!((0.055..0.085).contains(&unconfided), "without a confidant: {unconfided}");
    let confidants = mean(&adult, &|i| f64::from(strong[i]) + f64::from(u8::from(partnered(i))));
    assert!((2.0..4.0).contains(&confidants), "confidants: {confidants}");
    let can_ask = share(&adult, &|i| neighbours[i]);
    assert!((0.5..0.8).contains(&can_ask), "with a neighbour among the ties: {can_ask}");
    assert!(people.iter().zip(&all).all(|(p, k)| p.age >= 15 || *k == 0));
}

/// Friends are of like age and neighbours live next door: that is what "homophily" has to mean in the rows.
#[test]
fn friends_are_alike_and_neighbours_near() {
    let population = overvecht_population();
    let people = &population.residents;
    let home = |i: u32| people[i as usize].household;
    let (mut friends, mut same) = (0.0, 0.0);
    for tie in &population.ties {
        let Some(b) = tie.b else { continue };
        let years = people[tie.a as usize].age.abs_diff(people[b as usize].age);
        let place = |i: u32| population.households[home(i) as usize].neighbourhood;
        match tie.kind {
            TieKind::Friend => {
                assert!(years <= 13, "{years} years between friends");
                friends += 1.0;
                same += f64::from(u8::from(place(tie.a) == place(b)));
            }
            TieKind::Neighbour => {
                assert!(home(tie.a).abs_diff(home(b)) <= 4 && place(tie.a) == place(b));
            }
            TieKind::Kin => {}
        }
    }
    // 0.55 look nearby first; of the others 0.52 (0.6^2 + 0.4^2) hit their own neighbourhood by chance: 0.78.
    assert!((same / friends - 0.784_f64).abs() < 0.02, "friends in the same neighbourhood: {}", same / friends);
}

/// Starters move several times as often as those of 50 and over; the mean of a district's households lies between.
#[test]
fn the_young_move_most() {
    assert!(moving_share(27) > 5.0 * moving_share(60), "{}", moving_share(27));
    let mean = moving_share_of_heads(&overvecht());
    assert!((0.08..0.14).contains(&mean), "{mean}");
}

/// 40,000 households that move into dwellings as they are: each statistic is a mean over at least 8,000 of them, with a
/// standard error below 0.006 for shares and 0.03 for sizes.
#[test]
fn those_who_move_in_are_of_the_same_types_and_younger() {
    let profile = overvecht();
    let population = overvecht_population();
    let newcomers = Newcomers::new(&profile);
    let draws = Draws::new(4, 0, 0);
    let (mut people, mut low, mut high, mut n) = (0.0, 0.0, 0.0, 0.0);
    let (mut minors, mut head_ages) = (0.0, 0.0);
    for (place, home) in population.households.iter().enumerate() {
        for round in 0..3 {
            let key = draws.key(Process::HOUSEHOLD_KEY, dwelling_key(place as u32), round);
            let (income, members) = newcomers.household(home.kind as u8, home.tenure as u8, draws, key);
            assert_eq!(newcomers.household(home.kind as u8, home.tenure as u8, draws, key), (income, members.clone()));
            let children = members.iter().filter(|m| m.position == Position::Child).count();
            assert_eq!(members[0].position, Position::Reference);
            assert!(members[0].age >= 18);
            assert!(members.iter().all(|m| m.age >= 18 || m.position == Position::Child));
            assert_eq!(home.kind == HouseholdKind::Family, children > 0);
            assert_eq!(home.kind == HouseholdKind::Single, members.len() == 1);
            n += 1.0;
            people += members.len() as f64;
            head_ages += f64::from(members[0].age);
            minors += members.iter().filter(|m| m.age < 18).count() as f64;
            low += f64::from(u8::from(income == Income::Low as u8));
            high += f64::from(u8::from(income == Income::High as u8));
        }
    }
    assert!((low / n - 0.203_f64).abs() < 0.01, "low incomes: {}", low / n);
    assert!((high / n - 0.068_f64).abs() < 0.01, "high incomes: {}", high / n);
    assert!((people / n / (34_255.0 / 16_685.0) - 1.0_f64).abs() < 0.02, "persons: {}", people / n);
    // Who moves in is younger: starters, and families with children who have not left home yet.
    let here = |f: &dyn Fn(&kantel::initialization::ResidentRow) -> bool| {
        population.residents.iter().filter(|r| f(r)).map(|r| f64::from(r.age)).collect::<Vec<f64>>()
    };
    let now = here(&|r| r.age < 18).len() as f64;
    assert!((1.15..1.4).contains(&(minors / 3.0 / now)), "minors: {} against {now}", minors / 3.0);
    let heads_here = here(&|r| r.position == Position::Reference);
    let younger = heads_here.iter().sum::<f64>() / heads_here.len() as f64 - head_ages / n;
    assert!((10.0..20.0).contains(&younger), "heads of households that move in are {younger} years younger");
}
