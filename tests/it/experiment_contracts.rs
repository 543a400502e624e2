//! What an experiment promises with the simulator as its model.

use std::sync::Arc;

use kantel::cancel::Cancel;
use kantel::experiment::{Comparison, Plan, Results, Simulator, compare, run};
use kantel::observation::{Cell, Kind, catalogue};
use kantel::plan::Scenario;
use kantel::scenario::{Overrides, load_all};
use kantel::units::Week;

use crate::small::{builtin, burned_in};

fn small(name: &str, seed: u64) -> Scenario {
    let mut scenario = builtin(name, 300, 2);
    let e = &mut scenario.experiment;
    (e.samples, e.replicates, e.extra_replicate, e.seed, e.burn_in_weeks) = (6, 1, 2, seed, 52);
    scenario.output.all_series = true;
    scenario
}

fn plan(scenarios: Vec<Scenario>, threads: usize) -> Plan {
    Plan { threads, loop_samples: 0, ..Plan::new(scenarios, Arc::from(catalogue::series())) }
}

fn results(plan: &Plan) -> Results {
    let mut results = Results::new(plan);
    run(plan, &Simulator, &mut results, &Cancel::new(), &()).expect("nothing stops it");
    results
}

fn compared(scenarios: Vec<Scenario>) -> Comparison {
    let plan = plan(scenarios, 2);
    compare(&plan, &results(&plan), 1)
}

/// Every cell of every trajectory, as bytes.
fn bytes(results: &Results, scenarios: usize) -> Vec<u8> {
    let mut all = Vec::new();
    for run in (0..scenarios).flat_map(|s| results.runs(s)) {
        let mut number = |n: i64| all.extend_from_slice(&n.to_le_bytes());
        [run.scenario as i64, i64::from(run.sample), i64::from(run.replicate)].into_iter().for_each(&mut number);
        for cell in run.before.iter().chain(run.years.iter().flatten()) {
            number(cell.num);
            number(cell.den);
        }
    }
    all
}

#[test]
fn the_same_bytes_come_out_for_1_2_and_4_threads_and_again() {
    let of = |threads, seed| {
        let plan = plan(vec![small("reactive", seed), small("proactive", seed)], threads);
        bytes(&results(&plan), 2)
    };
    let one = of(1, 42);
    // 6 samples, 2 of them twice, in 2 scenarios: 16 trajectories of 3 years with every series of the
    // one team.
    let series = catalogue::series().iter().filter(|s| !catalogue::TEAMS.contains(&s.group.as_str())).count();
    assert_eq!(one.len(), 16 * 8 * (3 + 3 * 2 * series));
    assert!(one == of(2, 42), "2 threads");
    assert!(one == of(4, 42), "4 threads");
    assert!(one == of(1, 42), "a second time");
    assert!(one != of(1, 43), "another seed");
}

#[test]
fn reactive_against_itself_differs_by_exactly_zero() {
    let comparison = compared(vec![small("reactive", 42), small("reactive", 42)]);
    let counted: Vec<_> = comparison.differences.iter().filter(|d| d.base_value.is_some()).collect();
    assert!(counted.len() > 300, "{} rows", counted.len());
    for row in counted {
        assert_eq!((row.difference, row.p05, row.p95), (Some(0.0), Some(0.0), Some(0.0)), "{}", row.indicator);
        assert!(row.mc_error.is_none_or(|e| e == 0.0), "{}", row.indicator);
        assert!(row.by_sample.iter().flatten().all(|d| *d == 0.0), "{}", row.indicator);
        assert_eq!(row.base_value, row.variant_value, "{}", row.indicator);
    }
}

/// The start is synthesised and burned in under the base's `before`, so both orders share it only if `before` is the
/// same.
#[test]
fn swapped_scenarios_differ_by_the_opposite() {
    let (reactive, mut proactive) = (small("reactive", 42), small("proactive", 42));
    proactive.before = reactive.before.clone();
    let there = compared(vec![reactive.clone(), proactive.clone()]);
    let back = compared(vec![proactive, reactive]);
    assert_eq!(there.differences.len(), back.differences.len());
    let mut moved = 0;
    for (a, b) in there.differences.iter().zip(&back.differences) {
        assert_eq!((&a.indicator, &a.group, a.period), (&b.indicator, &b.group, b.period));
        assert_eq!(a.difference.map(|x| -x), b.difference, "{}", a.indicator);
        assert_eq!((a.p05.map(|x| -x), a.p95.map(|x| -x)), (b.p95, b.p05), "{}", a.indicator);
        assert_eq!((a.base_value, a.mc_error), (b.variant_value, b.mc_error), "{}", a.indicator);
        moved += u32::from(a.difference.is_some_and(|d| d != 0.0));
    }
    assert!(moved > 50, "only {moved} differences are not zero");
}

fn value(cells: &[Cell], indicator: &str) -> f64 {
    let position = catalogue::position(indicator, "all").expect("a series");
    let series = &catalogue::series()[position];
    let cell = cells[position];
    if series.kind == Kind::Distinct { cell.num as f64 } else { cell.value().expect("counted") }
}

/// Another year of burn-in moves the last burn-in year by less than 6 %, chance included. The two lengths see different
/// chance, so n pairs give their own standard error; three of them count towards the 6 %, so that noise cannot hide a
/// difference. Over 32 samples people with a need differed by -1.4 % (standard error 0.3 %) and people in specialist
/// care by -2.7 % (0.5 %). Part of it is the burn-in's own doing: while ages stand still the oldest stay at the age at
/// which needs begin most often, so that a longer burn-in is not a better one.
#[test]
fn two_years_of_burn_in_suffice() {
    let with = |weeks: u32, sample: u32| {
        let mut scenario = builtin("reactive", 3000, 1);
        scenario.experiment.burn_in_weeks = weeks;
        burned_in(&scenario, sample, 0).record().before.clone()
    };
    for indicator in ["need.open", "persons.second_line"] {
        let pairs: Vec<(f64, f64)> =
            (0..32).map(|s| (value(&with(104, s), indicator), value(&with(156, s), indicator))).collect();
        let n = pairs.len() as f64;
        let level = pairs.iter().map(|p| p.1).sum::<f64>() / n;
        let mean = pairs.iter().map(|p| p.0 - p.1).sum::<f64>() / n;
        let variance = pairs.iter().map(|p| (p.0 - p.1 - mean) * (p.0 - p.1 - mean)).sum::<f64>() / (n - 1.0);
        let error = (variance / n).sqrt();
        println!("{indicator}: level {level:.1}, two years less three {mean:.2}, standard error {error:.2}");
        assert!(mean.abs() + 3.0 * error < 0.06 * level, "{indicator}: {mean} of {level}, standard error {error}");
    }
}

/// A scenario in another size has what goes with it and is read the same way: the same as if the file had said so.
#[test]
fn a_resized_scenario_is_the_one_read_at_that_size() {
    let resized = builtin("proactive", 20_000, 1);
    let resized = resized.for_district(resized.district.clone(), 5_000);
    let read = builtin("proactive", 5_000, 1);
    let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * b.abs();
    assert_eq!(resized.residents, read.residents);
    for week in [Week(-50), Week(0), Week(60), Week(500)] {
        for (a, b) in [(&resized.organisation, &read.organisation), (&resized.before, &read.before)] {
            let (x, y) = (a.timeline.settings(week), b.timeline.settings(week));
            assert!(
                close(x.team.fte, y.team.fte) && close(x.outreach.door_fte, y.outreach.door_fte),
                "{week:?}: {x:?} {y:?}"
            );
            let same = |(a, b): (Option<f64>, Option<f64>)| a.zip(b).map_or(a == b, |(a, b)| close(a, b));
            assert!(a.services.iter().zip(&b.services).all(|(a, b)| same((a.places, b.places))), "{week:?}");
        }
    }
}

/// Who asks for replicates gets exactly so many of every sample; a single scenario has no difference to split the
/// spread of.
#[test]
fn there_are_as_many_replicates_as_were_asked_for() {
    let replicates = |sources: &[&str], replicates: Option<u32>, set: &[&str]| {
        let set = set.iter().map(|s| (*s).to_owned()).collect();
        let overrides = Overrides { samples: Some(25), replicates, set, ..Overrides::default() };
        let sources: Vec<String> = sources.iter().map(|s| (*s).to_owned()).collect();
        let loaded = load_all(&sources, &overrides).expect("right");
        let plan = plan(loaded.into_iter().map(|l| l.scenario).collect(), 1);
        let of = |sample| plan.draws().iter().filter(|d| d.sample == sample).count();
        [of(0), of(19), of(20), of(24)]
    };
    let pair = ["builtin:reactive", "builtin:proactive"];
    assert_eq!(replicates(&pair, None, &[]), [2, 2, 1, 1], "by default the first 20 samples have one more");
    assert_eq!(replicates(&pair, Some(1), &[]), [1; 4]);
    assert_eq!(replicates(&pair, Some(3), &[]), [3; 4]);
    assert_eq!(replicates(&pair, Some(3), &["experiment.extra_replicate=20"]), [4, 4, 3, 3]);
    assert_eq!(replicates(&pair[..1], None, &[]), [1; 4], "a single scenario");
    assert_eq!(replicates(&pair[..1], Some(2), &[]), [2; 4], "a single scenario");
    // What somebody's own file says holds.
    let own = std::env::temp_dir().join(format!("kantel-own-{}.toml", std::process::id()));
    std::fs::write(
        &own,
        "schema_version = 1\nbase = \"builtin:reactive\"\n[experiment]\nreplicates = 2\nextra_replicate = 20\n",
    )
    .expect("a file");
    let shown = own.to_str().expect("UTF-8");
    assert_eq!(replicates(&[shown, shown], None, &[]), [3, 3, 2, 2]);
    assert_eq!(replicates(&[shown, shown], Some(1), &[]), [2, 2, 1, 1]);
    std::fs::remove_file(&own).expect("it was there");
}
