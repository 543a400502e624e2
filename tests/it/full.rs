//! Services that are full: what a payer's euros cannot respond to.

use kantel::entities::{Account, Product};
use kantel::experiment::{Plan, Results, compare};
use kantel::levers::{LeverValue, position};
use kantel::observation::{Cell, Indicator, Trajectory, catalogue};
use kantel::plan::Scenario;
use kantel::simulation::Simulation;
use kantel::units::Week;

use crate::small::{builtin, burned_in, go_on};

/// A plan with so many places of youth help without a stay, and a quarter of that with one.
fn with_places(name: &str, places: f64) -> Scenario {
    let mut scenario = builtin("reactive", 3_000, 2);
    name.clone_into(&mut scenario.name);
    for organisation in [&mut scenario.organisation, &mut scenario.before] {
        for (product, part) in [(Product::YouthAmbulatory, 1.0), (Product::YouthResidential, 0.25)] {
            organisation.services[product as usize].places = Some(places * part);
        }
    }
    scenario
}

fn run(scenario: &Scenario) -> Simulation {
    go_on(&burned_in(scenario, 0, 0), scenario, 0, 0, Week(104))
}

fn full(run: &Simulation, account: Account) -> Vec<Cell> {
    run.record().years.iter().map(|year| year[catalogue::FULL + account as usize]).collect()
}

/// Where places are few nearly all that is paid for youth help goes to services that are full, where they are many
/// nothing does; and what the payers pay for services is all that services cost.
#[test]
fn euros_go_to_services_that_are_full_while_somebody_waits() {
    for (places, share) in [(1.0, 1.0), (1_000.0, 0.0)] {
        let run = run(&with_places("plan", places));
        for cell in full(&run, Account::Youth) {
            assert!(cell.den > 0 && (cell.num as f64 / cell.den as f64 - share).abs() < 0.2, "{places}: {cell:?}");
        }
        for (year, cells) in run.record().years.iter().enumerate() {
            let paid: i64 = (0..catalogue::EUROS_COUNT).map(|i| cells[catalogue::FULL + i].den).sum();
            let services = [Indicator::EUROS_SECOND_LINE, Indicator::EUROS_HELP_AT_HOME];
            assert_eq!(paid, services.map(|i| cells[i.place()].num).iter().sum::<i64>(), "year {year}");
        }
    }
}

/// Whom a cut alone keeps waiting makes no service full: a fifth less Wmo help is bought, nearly all of which has as
/// many places as are asked for where nothing is cut, and people wait for it.
#[test]
fn a_cut_makes_no_service_full() {
    let plain = builtin("reactive", 3_000, 2);
    let mut cut = plain.clone();
    let lever = position("capacity.municipal").expect("a lever");
    cut.organisation.timeline.set(Week(0), lever, LeverValue::Number(0.8));
    let start = burned_in(&plain, 0, 0);
    let [plain, cut] = [plain, cut].map(|scenario| go_on(&start, &scenario, 0, 0, Week(104)));
    let waiting = |s: &Simulation| s.record().years[1][Indicator::LEFT_QUEUE.place()].num;
    assert!(waiting(&cut) > waiting(&plain), "{} {}", waiting(&cut), waiting(&plain));
    for cell in full(&cut, Account::Wmo) {
        assert!(cell.den > 0 && 2 * cell.num < cell.den, "{cell:?}");
    }
}

/// A payer's euros could not respond where its services are full in both plans: not where they are in one, and of a
/// payer of no service nothing is said.
#[test]
fn a_payer_cannot_respond_where_both_plans_are_full() {
    let of = |places: [f64; 2]| {
        let scenarios: Vec<Scenario> =
            ["base", "variant"].into_iter().zip(places).map(|(name, n)| with_places(name, n)).collect();
        let runs: Vec<Simulation> = scenarios.iter().map(run).collect();
        let plan = Plan::new(scenarios, catalogue::series().to_vec().into());
        let mut results = Results::new(&plan);
        for (scenario, run) in runs.iter().enumerate() {
            let years = run.record().years.clone();
            results.keep(&Trajectory { scenario, years, before: run.record().before.clone(), ..Trajectory::default() });
        }
        let comparison = compare(&plan, &results, 1);
        ["youth", "municipality", "participation"]
            .map(|payer| comparison.break_even.iter().find(|row| row.payer == payer).and_then(|row| row.share_full))
    };
    assert_eq!(of([2.0, 2.0])[0], Some(1.0));
    assert_eq!(of([2.0, 1_000.0])[0], Some(0.0));
    assert_eq!(of([1_000.0, 1_000.0]), [Some(0.0), Some(0.0), None]);
}
