//! Who needs and who asks: age and the widowed, tenure, living alone, disability, housemates, own means, bundles,
//! municipalities, durations.

use std::collections::BTreeSet;

use kantel::district::{District, Inputs, Now, Tables, VitalLevels};
use kantel::entities::{Domain, Frame, Product, Resident, Severity};
use kantel::ids::{EpisodeId, ResidentId};
use kantel::initialization::{national_ages, residents_by_age};
use kantel::input_data::DistrictProfile;
use kantel::mechanisms::doors::{referrals, requests};
use kantel::mechanisms::needs::{hazards, onset};
use kantel::parameters::Params;

use crate::small::{Still, builtin, residents};

/// Residents of 65 and over of a profile, and those of 85 and over.
fn old(profile: &DistrictProfile) -> [f64; 2] {
    let by_age: Vec<f64> = residents_by_age(profile).into_iter().map(|sexes| sexes[0] + sexes[1]).collect();
    [by_age[65..].iter().sum(), by_age[85..].iter().sum()]
}

/// Where more are widowed people of 65 and over are older, whose number stays the same; where nothing is said of the
/// widowed they are as in the nation, of which a quarter is.
#[test]
fn the_widowed_tell_how_old_the_oldest_are() {
    let overvecht = builtin("reactive", 1_000, 1).district;
    let with = |widowed| DistrictProfile { widowed, ..overvecht.clone() };
    let [unknown, few, many] = [None, Some(700), Some(2_600)].map(|widowed| old(&with(widowed)));
    for [all, _] in [few, many] {
        assert!((all / unknown[0] - 1.0).abs() < 1e-3, "{all} and {}", unknown[0]);
    }
    assert!(few[1] * 1.5 < unknown[1] && unknown[1] * 1.5 < many[1], "{few:?} {unknown:?} {many:?}");
    let nation = national_ages();
    assert!((nation.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    assert!((0.04..0.055).contains(&nation[80..].iter().sum::<f64>()), "4.8 % are 80 or over (CBS 2020)");
    // As many as the national shape has: nothing changes.
    let quarter = 0.247 * f64::from(overvecht.ages[4]) + 0.012 * f64::from(overvecht.ages[3]);
    let usual = old(&with(Some(quarter as u32)));
    assert!((usual[1] / unknown[1] - 1.0).abs() < 0.1, "{usual:?} {unknown:?}");
}

/// Mean own rate of onset by tenure, over that in owned homes, of people of one age, income and frailty.
fn by_tenure(inputs: &Inputs, domain: Domain) -> [f64; 3] {
    let of = |tenure: u8| {
        let flags = Resident::of_tenure(tenure) | Resident::of_income(1);
        let resident = Resident { frailty_adult: 4_096, frailty_youth: 4_096, flags, ..Resident::default() };
        onset::own_rate(inputs, &resident, domain, 40)
    };
    [of(0), of(1), of(2)].map(|rate| rate / of(0))
}

/// Homes of corporations have the stated ratio over owned ones, other rented homes a part of the excess, each domain
/// its own, and the nation's mean stays.
#[test]
fn needs_go_by_tenure() {
    let still = |parameters: &[(&str, f64)]| Still::of(300, parameters);
    let neutral = still(&[]).in_week(0).0.inputs.clone();
    let mut raised = still(&[("onset.tenure_daily", 3.0), ("onset.tenure_private", 0.5), ("onset.tenure_mental", 2.0)]);
    let inputs = raised.in_week(0).0.inputs.clone();
    for (domain, ratios) in
        [(Domain::Daily, [1.0, 3.0, 2.0]), (Domain::Mental, [1.0, 2.0, 1.5]), (Domain::Work, [1.0; 3])]
    {
        for (ratio, stated) in by_tenure(&inputs, domain).into_iter().zip(ratios) {
            assert!((ratio - stated).abs() < 1e-9, "{domain:?}: {ratio} for {stated}");
        }
        assert!(by_tenure(&neutral, domain).into_iter().all(|ratio| (ratio - 1.0).abs() < 1e-12));
        let mean = |inputs: &Inputs| {
            let of = |tenure: usize| inputs.tables.standing[3 * tenure + 1][domain as usize];
            0.551 * of(0) + 0.302 * of(1) + 0.147 * of(2)
        };
        assert!((mean(&inputs) / mean(&neutral) - 1.0).abs() < 1e-9, "{domain:?}");
    }
    let (_, d) = raised.in_week(0);
    let stated = |r: &ResidentId| {
        let tenure = d.households[d.household_of(*r)].tenure;
        d.residents[*r].standing() == d.residents[*r].income() + 3 * usize::from(tenure)
    };
    assert!(residents(d).all(|r| stated(&r)), "everybody has the tenure of the household");
}

/// Disability benefits raise needs of working age and no others, in the domains that they are about.
#[test]
fn needs_at_working_age_follow_disability() {
    let mut scenario = builtin("reactive", 300, 1);
    let rate = |scenario: &kantel::plan::Scenario, domain: Domain, age: usize| {
        f64::from(Inputs::of(scenario, 0, 0).tables.onset[age][domain as usize])
    };
    crate::small::fix(&mut scenario, "onset.disability", 0.5);
    crate::small::fix(&mut scenario, "onset.by_stock", 0.0);
    scenario.district.disability_benefits = None;
    let before = scenario.clone();
    scenario.district.disability_benefits = Some(4_600);
    let ratio = |domain, age| rate(&scenario, domain, age) / rate(&before, domain, age);
    let usual = 0.0661 * f64::from(4_650 + 10_940 + 7_330);
    let level = (4_600.0 + 25.0) / (usual + 25.0);
    for domain in [Domain::Daily, Domain::Mental, Domain::Work] {
        let stated = 1.0 + 0.5 * (level - 1.0);
        assert!((ratio(domain, 40) / stated - 1.0).abs() < 1e-5, "{domain:?}: {} for {stated}", ratio(domain, 40));
    }
    assert!((ratio(Domain::Daily, 70) - 1.0).abs() < 1e-6);
    assert!((ratio(Domain::Social, 40) - 1.0).abs() < 1e-6);
}

/// Adults without another adult in the house, and those with one, who are otherwise alike in what multiplies onset.
fn alone_and_not(now: Now<'_>, d: &District, domain: Domain) -> [BTreeSet<u64>; 2] {
    let plain = |r: &ResidentId| d.residents[*r].is_adult() && d.needs_of(*r).count() == 0;
    let alone = |r: ResidentId| !d.members(d.household_of(r)).any(|m| m != r && d.residents[m].is_adult());
    [true, false].map(|wanted| {
        let of = residents(d).filter(plain).filter(|r| alone(*r) == wanted);
        of.map(|r| (onset::multiplier(now, d, r, domain) * 1e9) as u64).collect()
    })
}

/// Who lives without another adult gets needs in daily functioning and mental health that much more often; parents
/// alone with their children too.
#[test]
fn needs_go_by_living_alone() {
    let mut still = Still::of(2_000, &[("onset.alone_daily", 2.0), ("onset.alone_mental", 1.5)]);
    let (now, d) = still.in_week(0);
    for (domain, ratio) in [(Domain::Daily, 2.0), (Domain::Mental, 1.5), (Domain::Debt, 1.0)] {
        let [alone, others] = alone_and_not(now, d, domain);
        let [alone, others] = [alone, others].map(|of| *of.first().expect("some") as f64);
        assert!((alone / others - ratio).abs() < 1e-6, "{domain:?}: {alone} over {others}");
    }
}

/// With an able housemate people ask that much less often for help in daily functioning; not for anything else, and
/// not once the housemate has such a need too.
#[test]
fn able_housemates_do_what_would_be_asked_for() {
    let mut still = Still::of(3_000, &[]);
    let mut usual = Still::of(3_000, &[("asking.housemate", 0.25)]);
    let (now, d) = still.in_week(0);
    let (less, e) = usual.in_week(0);
    let (mut lower, mut equal) = (0, 0);
    let is_able = |d: &District, r: ResidentId| {
        d.members(d.household_of(r)).any(|m| {
            let (age, mate) = (now.age(&d.residents[m]), &d.residents[m]);
            let burdened = mate.person.burdens > 0 || mate.is(Resident::LONG_TERM);
            m != r && (18..80).contains(&age) && !burdened && !d.needs_of(m).has(Domain::Daily)
        })
    };
    let troubled = |d: &District, r: ResidentId| {
        let crisis = |e: EpisodeId| d.episodes[e].severity == Severity::Crisis;
        (d.households[d.household_of(r)].basics, d.episodes_of(r).any(crisis))
    };
    for r in residents(d).filter(|r| d.residents[*r].is_adult()) {
        let able = is_able(d, r);
        // Who asked less was helped less: some have a need in one of the two that help ended in the other.
        if is_able(e, r) != able || troubled(d, r) != troubled(e, r) {
            continue;
        }
        for domain in [Domain::Daily, Domain::Mental] {
            let of = (domain, Severity::Moderate);
            let ratio = hazards::asking_rate_of(less, e, r, of) / hazards::asking_rate_of(now, d, r, of);
            let stated = if able && domain == Domain::Daily { 0.25 } else { 1.0 };
            assert!((ratio - stated).abs() < 1e-9, "{domain:?} {able}: {ratio}");
            if stated < 1.0 { lower += 1 } else { equal += 1 }
        }
    }
    assert!(lower > 500 && equal > 500, "{lower} {equal}");
}

/// An adult's need in daily functioning that nothing is under way for.
fn untouched(d: &District) -> Vec<EpisodeId> {
    let of = |e: &EpisodeId| {
        let episode = &d.episodes[*e];
        episode.domain == Domain::Daily && !episode.recovered && episode.in_pipeline == 0 && !episode.is_helped()
    };
    residents(d)
        .filter(|r| d.residents[*r].is_adult() && d.entitlements_of(*r).next().is_none())
        .flat_map(|r| d.episodes_of(r))
        .filter(of)
        .collect()
}

/// What is applied for of one need, with a chance of asking for more at once.
fn applied(at_once: f64, severity: Severity) -> Vec<Vec<Product>> {
    let mut still = Still::of(2_000, &[("bundle.at_once", at_once)]);
    let (now, d) = still.in_week(0);
    let needs = untouched(d);
    assert!(needs.len() > 20, "{}", needs.len());
    let mut all = Vec::new();
    for e in needs {
        d.change_episode(e, |episode| episode.severity = severity);
        referrals::apply(now, d, e, Product::DomesticHelp, Frame::Voluntary);
        let r = d.episodes[e].resident;
        let mut products: Vec<Product> = d.entitlements_of(r).map(|x| d.entitlements[x].product).collect();
        products.sort_unstable();
        all.push(products);
    }
    all
}

/// Applications come in bundles of what fits the need, each asked for by its chance, and never twice.
#[test]
fn help_is_asked_for_in_bundles() {
    assert!(applied(0.0, Severity::Moderate).iter().all(|products| *products == [Product::DomesticHelp]));
    let all = [Product::Guidance, Product::DomesticHelp, Product::DayActivity, Product::Aids];
    let moderate = applied(1.0, Severity::Moderate);
    assert!(moderate.iter().all(|products| products.contains(&Product::Aids)), "the most usual");
    assert!(moderate.iter().flatten().all(|product| all.contains(product)));
    let light = [Product::DomesticHelp, Product::Aids];
    assert!(applied(1.0, Severity::Light).iter().all(|products| *products == light), "what fits a light need");
    let some = applied(0.3, Severity::Moderate);
    let more = some.iter().map(|products| products.len() - 1).sum::<usize>() as f64 / some.len() as f64;
    // Aids at 0.3, guidance and day activity as much less as they are rarer (0.16 and 0.04 over 0.4): four standard
    // deviations.
    let parts = [1.0, 0.16 / 0.4, 0.04 / 0.4].map(|part| 0.3 * part);
    let (mean, variance) = parts.iter().fold((0.0, 0.0), |(m, v), p| (m + p, v + p * (1.0 - p)));
    assert!((more - mean).abs() < 4.0 * (variance / some.len() as f64).sqrt(), "{more}");
}

/// What municipalities differ in multiplies what is granted, up to everything.
#[test]
fn a_municipality_grants_more_or_less() {
    for (municipality, granted) in [(0.5, 0.4), (1.0, 0.8), (1.2, 0.96), (3.0, 1.0)] {
        let mut still = Still::of(300, &[("gate.grant", 0.8), ("gate.municipality", municipality)]);
        let (now, _) = still.in_week(0);
        assert!((requests::usually_granted(&now.inputs.params) - granted).abs() < 1e-12, "{municipality}");
    }
}

/// Years differ in what is granted, by the stated spread around the usual share; the same year does not.
#[test]
fn years_grant_more_or_less() {
    let shares = |spread: f64| {
        let mut still = Still::of(300, &[("gate.grant", 0.2), ("gate.between_years", spread)]);
        let mut of_week = |week: i32| {
            let (now, _) = still.in_week(week);
            requests::granted_in_year(now)
        };
        assert_eq!(of_week(0).to_bits(), of_week(51).to_bits(), "one year");
        (0..200).map(|year| of_week(year * 52)).collect::<Vec<f64>>()
    };
    assert!(shares(0.0).iter().all(|share| (share - 0.2).abs() < 1e-12));
    let logs: Vec<f64> = shares(0.1).iter().map(|share| libm::log(share / 0.2)).collect();
    let mean = logs.iter().sum::<f64>() / 200.0;
    let spread = (logs.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 199.0).sqrt();
    // Four standard errors of a mean and of a standard deviation of 200 draws.
    assert!(mean.abs() < 4.0 * 0.1 / 200_f64.sqrt(), "{mean}");
    assert!((spread - 0.1).abs() < 4.0 * 0.1 / 400_f64.sqrt(), "{spread}");
}

/// High incomes have domestic help of their own, and nothing else; others do not.
#[test]
fn high_incomes_buy_help_in_the_house() {
    let mut still = Still::of(3_000, &[("contribution.own_means", 1.0)]);
    let (now, d) = still.in_week(0);
    let buys = |r, product| kantel::mechanisms::contribution::choice::buys_anyway(now, d, r, product);
    let mut high = 0;
    for r in residents(d) {
        let is_high = d.residents[r].income() == 2;
        high += usize::from(is_high);
        assert_eq!(buys(r, Product::DomesticHelp), is_high);
        assert!(!buys(r, Product::Aids) && !buys(r, Product::Guidance));
    }
    assert!(high > 50, "{high}");
    let served = residents(d).filter(|r| d.residents[*r].income() == 2).flat_map(|r| d.entitlements_of(r));
    assert!(served.into_iter().all(|x| d.entitlements[x].product != Product::DomesticHelp), "at the start either");
}

/// Where needs last longer fewer begin, so that as many are there over the nation's ages; stated otherwise as many
/// begin.
#[test]
fn durations_leave_the_number_of_needs() {
    let nation = national_ages();
    let open = |median: f64, by_stock: f64| {
        let mut still = Still::of(300, &[("recovery.daily_median", median), ("onset.by_stock", by_stock)]);
        let (now, _) = still.in_week(0);
        let table = &now.inputs.tables.recovery[Domain::Daily as usize];
        (0..).zip(&nation).map(|(age, share)| share * table.expected(age)).sum::<f64>()
    };
    let [short, long] = [78.0, 312.0].map(|median| open(median, 1.0));
    assert!((short / long - 1.0).abs() < 1e-3, "{short} {long}");
    let [short, long] = [78.0, 312.0].map(|median| open(median, 0.0));
    assert!(long > 2.0 * short, "{short} {long}");
}

/// More widowed than people of 15 and over, or more benefits than people of 15 to 64, are no profile.
#[test]
fn nobody_is_widowed_or_disabled_who_is_not_there() {
    let profile = builtin("reactive", 300, 1).district;
    let told = |widowed: u32, benefits: u32| -> Vec<&'static str> {
        let one = DistrictProfile { widowed: Some(widowed), disability_benefits: Some(benefits), ..profile.clone() };
        kantel::input_data::contradictions(&one).iter().map(|found| found.key).collect()
    };
    assert!(told(27_860, 22_935).is_empty(), "as many as there are, give or take five of each age");
    assert_eq!(told(27_861, 22_936), ["widowed", "disability_benefits"]);
}

/// In a rural wijk fewer mental, daily and social needs begin, and fewer people ask for help in daily life: fully at
/// the fewest addresses, by the square root one class above, not at all in towns.
#[test]
fn rural_wijken_need_and_ask_less() {
    let mut profile = builtin("reactive", 500, 1).district;
    let mut params = Params::at_defaults();
    (params.needs.onset_rural, params.doors.asking_rural) = (0.81, 0.49);
    let mut of = |urbanity: u8| {
        profile.urbanity = urbanity;
        Tables::new(&params, VitalLevels::of(&profile), true)
    };
    let [city, town, village, country] = [1, 3, 4, 5].map(&mut of);
    let onset = |tables: &Tables, domain: Domain| f64::from(tables.onset[70][domain as usize]);
    let asked = |tables: &Tables, domain: Domain| tables.asking.of_need[domain as usize][Severity::Light as usize - 1];
    for domain in Domain::ALL {
        let needs = matches!(domain, Domain::Mental | Domain::Daily | Domain::Social);
        let asks = domain == Domain::Daily;
        for (tables, less, rarer) in [(&city, 1.0, 1.0), (&village, 0.9, 0.7), (&country, 0.81, 0.49)] {
            let onset = (onset(tables, domain), onset(&town, domain) * if needs { less } else { 1.0 });
            let asked = (asked(tables, domain), asked(&town, domain) * if asks { rarer } else { 1.0 });
            assert!((onset.0 - onset.1).abs() <= 1e-6 * onset.1, "{domain:?}: {onset:?}");
            assert!((asked.0 - asked.1).abs() <= 1e-9 * asked.1, "{domain:?}: {asked:?}");
        }
    }
}
