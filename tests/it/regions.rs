//! Several districts in one region: what they share is the queues of the second line, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use kantel::cancel::Cancel;
use kantel::district::{District, Moves};
use kantel::entities::{Account, Entitlement, Frame, PRODUCTS, Product, Severity, Stage};
use kantel::ids::{HouseholdId, Key, ResidentId};
use kantel::input_data::DistrictProfile;
use kantel::levers::{self, Course, LeverValue};
use kantel::observation::{Cell, Kind, catalogue, together};
use kantel::parameters::Params;
use kantel::plan::Scenario;
use kantel::random::Distribution;
use kantel::simulation::{Observer, Record, Region, Simulation, Site, Unobserved};
use kantel::units::{Effort, Minute, Money, Week};

use crate::small::{builtin, fix, state_places};

/// The built-in scenario for three districts of different size and make, every one with its own team.
fn districts() -> Vec<Scenario> {
    let base = builtin("reactive", 1200, 2);
    [("WKA", "Aard", 900, 0.1), ("WKB", "Beek", 1400, 0.4), ("WKC", "Cijl", 500, 0.2)]
        .into_iter()
        .map(|(code, name, residents, low_income)| {
            let mut profile = base.district.clone();
            (profile.code, profile.name, profile.low_income) = (code.into(), name.into(), low_income);
            let mut scenario = base.for_district(profile, residents);
            scenario.experiment.burn_in_weeks = 52;
            scenario
        })
        .collect()
}

/// The same with so many times the places that are usual, stated, now and during burn-in.
fn with_places(mut scenarios: Vec<Scenario>, factor: f64) -> Vec<Scenario> {
    for scenario in &mut scenarios {
        for organisation in [&mut scenario.organisation, &mut scenario.before] {
            state_places(organisation, scenario.residents, factor);
        }
    }
    scenarios
}

fn places(scenario: &Scenario, product: Product) -> f64 {
    scenario.organisation.services[product as usize].places.expect("stated")
}

/// Nobody waits for a place, nor for a home at the end of sheltered living.
fn ample() -> Vec<Scenario> {
    let mut scenarios = with_places(districts(), 1000.0);
    for scenario in &mut scenarios {
        scenario.context.homes_per_1000 = Course::constant(1000.0);
        // Nor do their teams look for the same people.
        scenario.parameters[Params::position("labour.own_share").expect("a parameter")] = Distribution::Fixed(0.0);
    }
    scenarios
}

fn scarce() -> Vec<Scenario> {
    with_places(districts(), 0.4)
}

fn founded(scenarios: &[Scenario]) -> Simulation {
    Simulation::of_region(scenarios, 0, 0).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// Burn-in, and so many weeks.
fn run_for(scenarios: &[Scenario], weeks: i32, observer: &mut impl Observer) -> Simulation {
    let mut simulation = founded(scenarios);
    simulation.step_to(Week(0), &mut Unobserved, &Cancel::new());
    simulation.begin_region(Site::of_region(scenarios, 0, 0));
    simulation.keep_weeks();
    simulation.step_to(Week(weeks), observer, &Cancel::new());
    simulation
}

fn run(scenarios: &[Scenario]) -> Simulation {
    run_for(scenarios, 104, &mut Unobserved)
}

fn sums(record: &Record, indicator: &str) -> i64 {
    let position = catalogue::position(indicator, "all").expect("a series");
    record.years.iter().map(|year| year[position].num).sum()
}

fn entitlements(d: &District) -> Vec<&Entitlement> {
    let residents = (0..d.households.len()).flat_map(|h| d.members(HouseholdId(h as u32)));
    residents.flat_map(|r| d.entitlements_of(r)).map(|x| &d.entitlements[x]).collect()
}

#[test]
fn where_nobody_waits_together_is_apart() {
    let scenarios = ample();
    let whole = run(&scenarios);
    assert_eq!(whole.records().len(), 3);
    for (scenario, together) in scenarios.iter().zip(whole.records()) {
        let alone = run(std::slice::from_ref(scenario));
        assert!(alone.record() == together, "{} lives another life among others", scenario.district.name);
        assert_eq!(alone.records(), std::slice::from_ref(alone.record()), "a region of one is its district");
        assert!(sums(together, "persons.second_line") > 20, "{}", scenario.district.name);
    }
    // The region is the sum of its districts: persons and euros add up, a wait is that of all who waited.
    let by_hand = |kind: Kind, year: usize, series: usize| {
        let cells: Vec<Cell> = whole.records().iter().map(|r| r.years[year][series]).collect();
        let num = cells.iter().map(|c| c.num).sum();
        let den = if kind == Kind::Ratio { cells.iter().map(|c| c.den).sum() } else { cells[0].den };
        Cell { num, den }
    };
    for (year, cells) in whole.record().years.iter().enumerate() {
        for (position, (series, cell)) in catalogue::series().iter().zip(cells).enumerate() {
            assert_eq!(*cell, by_hand(series.kind, year, position), "{}", series.indicator);
        }
    }
    let value = |indicator| whole.record().years[0][catalogue::position(indicator, "all").expect("a series")].value();
    assert!((value("residents").expect("counted") - 2800.0).abs() < 100.0, "residents of all districts");
    assert_eq!(whole.record().weeks.len(), 104);
    assert_eq!(
        whole.record().weeks[103],
        together(&whole.records().iter().map(|r| r.weeks[103].clone()).collect::<Vec<_>>())
    );
}

#[test]
fn two_districts_of_one_make_have_their_own_luck() {
    let mut scenarios = ample();
    let twin = scenarios[0].clone();
    scenarios[1] = Scenario { district: DistrictProfile { code: "WKZ".into(), ..twin.district.clone() }, ..twin };
    let simulation = founded(&scenarios[..2]);
    let keys = |i: usize| {
        let d = &simulation.region().districts[i];
        let mut keys: Vec<u64> = (0..d.residents.slots() as u32).map(|r| d.residents[ResidentId(r)].key.0).collect();
        keys.extend(d.households.iter().map(|h| h.key.0));
        keys.extend(d.teams[0].jobs.iter().map(|j| j.key.0));
        keys
    };
    let (first, second) = (keys(0), keys(1));
    assert!(first.len() > 1000);
    assert_eq!(first.iter().filter(|k| second.contains(k)).count(), 0, "nobody is in two districts");
    let simulation = run(&scenarios[..2]);
    assert_ne!(simulation.records()[0], simulation.records()[1]);
}

/// Who was given a place in a week, and who still waited at its end: `(urgency, minute, district)`.
#[derive(Default)]
struct Queueing {
    /// Places that went to one district past nobody more urgent while somebody of the other waited.
    across: [u32; 2],
    full: u32,
    product: usize,
    /// Who is served.
    served: BTreeSet<Key>,
    /// How urgent those were who waited when the week began: who becomes more urgent may do so after a place has gone.
    urgency: BTreeMap<Key, u8>,
}

impl Observer for Queueing {
    fn week(&mut self, week: Week, region: &Region) {
        let product = Product::ALL[self.product];
        let (mut placed, mut waiting) = (Vec::new(), Vec::new());
        for (i, d) in region.districts.iter().enumerate() {
            for x in entitlements(d).into_iter().filter(|x| x.product == product) {
                let urgency = if x.frame == Frame::Mandatory { 5 } else { x.urgency as u8 };
                match x.stage {
                    Stage::Waiting => waiting.push((urgency, x.queued, i, x.key)),
                    Stage::Served if !self.served.contains(&x.key) => placed.push((urgency, x.queued, i, x.key)),
                    _ => {}
                }
            }
        }
        // Whoever came within the week may have found the last place taken.
        let first = self.served.is_empty();
        for &(urgency, queued, i, key) in &placed {
            self.served.insert(key);
            if first {
                continue;
            }
            for &(theirs, since, j, key) in waiting.iter().filter(|w| w.1 < week.start()) {
                let theirs = self.urgency.get(&key).map_or(theirs, |before| *before.min(&theirs));
                let first = (urgency, std::cmp::Reverse(queued)) >= (theirs, std::cmp::Reverse(since));
                assert!(first, "week {}: district {i} was served before {j}", week.0);
                self.across[i] += u32::from(i != j);
            }
        }
        self.full += u32::from(!waiting.is_empty());
        self.urgency = waiting.into_iter().map(|(urgency, _, _, key)| (key, urgency)).collect();
    }
}

#[test]
fn scarce_places_go_to_the_most_urgent_of_all_districts() {
    let scenarios = scarce();
    let mut queueing = Queueing { product: Product::MentalHealth as usize, ..Queueing::default() };
    let simulation = run_for(&scenarios[..2], 104, &mut queueing);
    assert!(queueing.full > 50, "somebody waits in {} weeks", queueing.full);
    assert!(queueing.across.iter().all(|n| *n > 20), "each district goes before the other: {:?}", queueing.across);
    for (queue, product) in simulation.region().services.iter().zip(Product::ALL) {
        let brought: f64 = scenarios[..2].iter().map(|s| places(s, product)).sum();
        assert_eq!(queue.serving, queue.shares.iter().map(|s| s.serving).sum::<u32>());
        let wait = simulation.region().districts.iter().any(|d| of_product(d, product, &[Stage::Waiting]).0 > 0);
        // Fractional places alternate; people wait only while all places of the region are taken.
        let fewest = if wait { brought.floor() } else { 0.0 };
        let taken = f64::from(queue.serving);
        assert!((fewest..=brought.ceil()).contains(&taken), "{product:?}: {taken} of {brought} places");
    }
}

/// A neighbour that brings no places fills those that the first district brings: its people wait behind the
/// neighbour's.
#[test]
fn a_district_waits_longer_beside_one_that_brings_no_places() {
    let mut scenarios = with_places(districts(), 0.8);
    let waiting = |record: &Record| {
        let years = record
            .years
            .iter()
            .map(|y| y[catalogue::WAITING..catalogue::WAITING + PRODUCTS].iter().map(|c| c.num).sum::<i64>());
        years.sum::<i64>()
    };
    let alone = run(&scenarios[..1]);
    let nothing = with_places(vec![scenarios[1].clone()], 0.0).remove(0);
    scenarios[1] = nothing;
    let beside = run(&scenarios[..2]);
    let served = sums(&beside.records()[1], "persons.second_line");
    assert!(served > 10, "the neighbour's people are served: {served}");
    let (before, after) = (waiting(alone.record()), waiting(&beside.records()[0]));
    assert!(after > before + 104, "person-weeks of waiting: {before} alone, {after} beside the neighbour");
}

/// Recounts every week, in every district, what is counted as it happens.
#[derive(Default)]
struct Auditor {
    weeks: u32,
    /// By district: people who waited at the end of the week before with a need that is moderate or worse.
    bridged: Vec<u32>,
    /// Weeks in which the districts' teams bridge different hours.
    different: u32,
    hours_per_person: f64,
}

fn of_product(d: &District, product: Product, stages: &[Stage]) -> (u32, i64, u32) {
    let mut count = (0, 0, 0);
    for x in entitlements(d).into_iter().filter(|x| x.product == product && stages.contains(&x.stage)) {
        count.0 += 1;
        count.1 += i64::from(x.minutes_per_week);
        count.2 += u32::from(x.urgency >= Severity::Moderate);
    }
    count
}

impl Observer for Auditor {
    fn week(&mut self, _week: Week, region: &Region) {
        self.weeks += 1;
        let mut bridging = Vec::new();
        for (i, d) in region.districts.iter().enumerate() {
            assert_eq!(d.levels, d.recount(), "persons and needs");
            assert_eq!(d.ledger().imbalance(), Money(0), "money");
            assert_eq!(d.teams[0].hours.sum(), d.teams[0].hours.available, "minutes of the team");
            if let Some(&bridged) = self.bridged.get(i) {
                let asked = Effort::from_hours(f64::from(bridged) * self.hours_per_person);
                let hours = &d.teams[0].hours;
                // Crises go first: where these leave less than is asked for nothing is left for what comes after.
                let short = hours.bridging < asked && hours.intake == Effort(0);
                assert!(short || hours.bridging == asked, "the team bridges its own people, {bridged}: {hours:?}");
                bridging.push(asked);
            }
        }
        self.different += u32::from(bridging.windows(2).any(|w| w[0] != w[1] && w[1] != Effort(0)));
        self.bridged = vec![0; region.districts.len()];
        for (queue, product) in region.services.iter().zip(Product::ALL) {
            for (i, (d, share)) in region.districts.iter().zip(&queue.shares).enumerate() {
                let (served, effort, _) = of_product(d, product, &[Stage::Served, Stage::AwaitingHome]);
                let (waiting, _, bridged) = of_product(d, product, &[Stage::Waiting]);
                // Who left in a queue that had been replayed this week is let go by it next week.
                let leaving = d.arrivals[product as usize].iter().filter(|a| a.moves == Moves::Leaves).count() as u32;
                assert!((served..=served + leaving).contains(&share.serving), "{product:?}: {served}, {share:?}");
                assert!((waiting..=waiting + leaving).contains(&share.waiting), "{product:?}: {waiting}, {share:?}");
                if leaving == 0 {
                    assert_eq!((effort, bridged), (share.weekly_effort, share.waiting_bridged), "{product:?}");
                }
                self.bridged[i] += share.waiting_bridged;
            }
        }
    }
}

#[test]
fn persons_minutes_and_money_balance_in_every_district_every_week() {
    let mut scenarios = scarce();
    for scenario in &mut scenarios {
        // Teams that are always there and large enough to bridge everybody.
        scenario.organisation.timeline.base.team.fte *= 3.0;
        scenario.parameters[Params::position("team.turnover").expect("a parameter")] = Distribution::Fixed(0.0);
    }
    let params = &founded(&scenarios).sites()[0].inputs.params.clone();
    let mut auditor = Auditor { hours_per_person: params.doors.waiting_bridging, ..Auditor::default() };
    let simulation = run_for(&scenarios[..2], 104, &mut auditor);
    assert_eq!(auditor.weeks, 104);
    assert!(params.doors.waiting_bridging > 0.1 && auditor.different > 50, "{} weeks differ", auditor.different);
    let hours = |i: usize| sums(&simulation.records()[i], "hours.bridging");
    assert!(hours(0) > 0 && hours(1) > hours(0), "{} and {} minutes of bridging", hours(0), hours(1));
}

/// A district pays for its own people at its own prices, also where places are scarce and shared.
#[test]
fn each_district_pays_for_its_own_people() {
    let mut scenarios = scarce();
    // What incidents and practice nurses cost is no price of a service.
    for scenario in &mut scenarios {
        fix(scenario, "incident.rate", 0.0);
        fix(scenario, "practice_nurse.places", 0.0);
    }
    let usual = run(&scenarios[..2]);
    let mut dearer = scenarios[..2].to_vec();
    let neighbour = &mut dearer[1];
    for organisation in [&mut neighbour.organisation, &mut neighbour.before] {
        organisation.services.iter_mut().for_each(|s| s.cents_per_hour *= 3);
    }
    let dear = run(&dearer);
    assert!(usual.records()[0] == dear.records()[0], "the neighbour's prices are no business of the first district");
    let insurer = |s: &Simulation, i: usize| sums(&s.records()[i], "euros.insurer");
    assert!(insurer(&usual, 0) > 0 && insurer(&usual, 1) > 0);
    assert_eq!(3 * insurer(&usual, 1), insurer(&dear, 1));
    assert_eq!(insurer(&usual, 0) + insurer(&usual, 1), sums(usual.record(), "euros.insurer"));
    for (i, d) in dear.region().districts.iter().enumerate() {
        // Payments since the start: the last year before week 0, of which the burn-in consists, and the years after it.
        let position = catalogue::EUROS + Account::HealthInsurer as usize;
        let before = dear.records()[i].before[position].num;
        assert_eq!(d.ledger().spent(Account::HealthInsurer), Money(before + insurer(&dear, i)), "district {i}");
    }
}

#[test]
fn the_order_of_districts_changes_nothing() {
    let scenarios = scarce();
    let straight = run(&scenarios);
    let turned = run(&[scenarios[2].clone(), scenarios[0].clone(), scenarios[1].clone()]);
    for (i, j) in [(0, 1), (1, 2), (2, 0)] {
        assert!(straight.records()[i] == turned.records()[j], "district {i} at position {j}");
    }
    assert!(straight.record() == turned.record(), "the region");
    let waited: i64 = (0..PRODUCTS).map(|p| straight.record().years[1][catalogue::WAITING + p].num).sum();
    assert!(waited > 52 * 20, "the districts do wait for each other: {waited} person-weeks");
}

#[test]
fn fork_snapshot_and_set_work_with_two_districts() {
    let door = levers::position("outreach.door_fte").expect("a lever");
    let scenarios = ample();
    let mut changed = scenarios.clone();
    changed[1].organisation.timeline.set(Week(40), door, LeverValue::Number(0.5));
    let straight = run(&changed[..2]);
    let pieces = run_for(&scenarios[..2], 17, &mut Unobserved);
    let other = pieces.fork();
    let mut pieces = Simulation::restore(&pieces.fork().snapshot().expect("bytes")).expect("a snapshot");
    assert_eq!(pieces.snapshot().expect("bytes"), other.snapshot().expect("bytes"));
    pieces.step_to(Week(30), &mut Unobserved, &Cancel::new());
    pieces.set_in(1, Week(40), &vec![(door, LeverValue::Number(0.5))]).expect("the future can be set");
    pieces.step_to(Week(104), &mut Unobserved, &Cancel::new());
    assert!(straight.records() == pieces.records());
    assert_eq!(straight.snapshot().expect("bytes"), pieces.snapshot().expect("bytes"));
    // The fork went another way, and where nobody waits a district's lever is no business of the other's.
    let mut other = other;
    other.step_to(Week(104), &mut Unobserved, &Cancel::new());
    assert!(other.records()[0] == pieces.records()[0]);
    assert!(other.records()[1] != pieces.records()[1]);
    assert!(pieces.set_in(2, Week(104), &vec![(door, LeverValue::Number(0.5))]).is_err(), "there are two districts");
    let everywhere = vec![(door, LeverValue::Number(0.25))];
    pieces.set(Week(104), &everywhere).expect("the future can be set");
    for site in pieces.sites() {
        assert!((site.policy.timeline.settings(Week(104)).outreach.door_fte - 0.25).abs() < 1e-12);
    }
}

#[test]
fn a_region_is_one_world_of_different_districts() {
    let fields = |scenarios: &[Scenario]| {
        let problems = Simulation::of_region(scenarios, 0, 0).expect_err("cannot be");
        problems.into_iter().map(|p| p.field).collect::<Vec<_>>()
    };
    assert_eq!(fields(&[]).len(), 1);
    let scenarios = districts();
    assert_eq!(fields(&[scenarios[0].clone(), scenarios[1].clone(), scenarios[0].clone()]), ["district"]);
    let mut other = scenarios[1].clone();
    other.experiment.seed += 1;
    other.experiment.burn_in_weeks += 1;
    other.parameters[0] = Distribution::Fixed(0.5);
    let two = [scenarios[0].clone(), other];
    assert_eq!(fields(&two), ["experiment.seed", "experiment.burn_in_weeks", "parameters"]);
    // Without a code it is the name that tells districts apart.
    let mut nameless = scenarios[0].clone();
    nameless.district.code.clear();
    let mut named = nameless.clone();
    named.district.name = "Dal".into();
    assert!(Simulation::of_region(&[nameless.clone(), named], 0, 0).is_ok());
    assert_eq!(fields(&[nameless.clone(), nameless]), ["district"]);
}

#[test]
fn a_scenario_for_another_district_grows_with_its_residents() {
    let base = with_places(vec![builtin("reactive", 1200, 2)], 1.0).remove(0);
    let mut profile = base.district.clone();
    profile.code = "WKA".into();
    let half = base.for_district(profile.clone(), 600);
    assert_eq!((half.residents, &half.district), (600, &profile));
    let fte = |s: &Scenario| s.organisation.timeline.settings(Week(0)).team.fte;
    assert!((2.0 * fte(&half) - fte(&base)).abs() < 1e-9);
    for (a, b) in half.before.services.iter().zip(&base.before.services) {
        let [a_places, b_places] = [a, b].map(|service| service.places.expect("stated"));
        assert!((2.0 * a_places - b_places).abs() < 1e-9, "{:?}", a.product);
    }
    let region = founded(&[half]);
    let d = &region.region().districts[0];
    assert_eq!(d.residents.len(), 600);
    assert!(d.members(HouseholdId(0)).all(|r: ResidentId| d.residents[r].household == HouseholdId(0)));
    assert!(d.planned_residents > 599.0 && region.week().start() < Minute(0));
}

/// What a municipality buys, its own residents share; what insurer and region buy, all do.
#[test]
fn queues_have_a_catchment() {
    let mut scenarios = scarce();
    let elsewhere = "Elders".to_owned();
    scenarios[1].district.municipality.clone_from(&elsewhere);
    let simulation = run(&scenarios);
    let region = simulation.region();
    assert_eq!(region.municipalities.iter().map(|m| m.districts.clone()).collect::<Vec<_>>(), [vec![0, 2], vec![1]]);
    let of = |product: Product| region.services.iter().filter(|q| q.product == product).collect::<Vec<_>>();
    let shared = of(Product::MentalHealth);
    assert_eq!((shared.len(), shared[0].is_for.clone()), (1, vec![true; 3]));
    let own = of(Product::Guidance);
    assert_eq!(own.iter().map(|q| q.is_for.clone()).collect::<Vec<_>>(), [[true, false, true], [false, true, false]]);
    for queue in own {
        let brought: f64 = (0..3).filter(|&i| queue.is_for[i]).map(|i| places(&scenarios[i], Product::Guidance)).sum();
        assert!(f64::from(queue.serving) <= brought.ceil(), "{} of {brought} places", queue.serving);
        assert!(queue.serving > 0 && queue.shares.iter().zip(&queue.is_for).all(|(s, here)| *here || s.serving == 0));
    }
    let spent = |m: usize| region.municipalities[m].silo(Account::Wmo).and_then(|silo| silo.last).expect("a year").0;
    let counted = |i: usize| {
        let position = catalogue::EUROS + Account::Wmo as usize;
        simulation.records()[i].years[1][position].num
    };
    assert_eq!((spent(0), spent(1)), (counted(0) + counted(2), counted(1)), "each pays for its own");
}
