//! Benchmarks of the engine. What can be compared within one run is: one figure means little on another machine.

use std::fmt::Write as _;
use std::hint::black_box;
use std::sync::Arc;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use kantel::cancel::Cancel;
use kantel::district::Inputs;
use kantel::ids::Key;
use kantel::initialization::synthesise;
use kantel::parameters::PARAMETERS;
use kantel::plan::Scenario;
use kantel::random::{Draws, Process};
use kantel::scenario::{self, Overrides};
use kantel::simulation::{Policy, Simulation, Unobserved};
use kantel::units::{WEEKS_PER_YEAR, Week};
use rand::rngs::{ChaCha12Rng, Xoshiro256PlusPlus};
use rand::seq::SliceRandom as _;
use rand::{Rng as _, SeedableRng as _};

fn default_district() -> Scenario {
    scenario::load("builtin:reactive", &Overrides::default()).expect("a built-in scenario").scenario
}

fn burned_in(scenario: &Scenario) -> Simulation {
    let mut simulation = Simulation::of(scenario, 0, 0);
    simulation.step_to(Week(0), &mut Unobserved, &Cancel::new());
    simulation.begin(Arc::new(Inputs::of(scenario, 0, 0)), Policy::from(&scenario.organisation));
    simulation
}

/// Keyed draws beside what draws without a key would cost: `rand`'s generators.
fn draws(c: &mut Criterion) {
    let mut group = c.benchmark_group("draw");
    let draws = Draws::new(42, 0, 0);
    let mut occasion = 0_u64;
    group.bench_function("keyed", |b| {
        b.iter(|| {
            occasion += 1;
            draws.bits(Process::ONSET, black_box(Key(0x5EC1)), black_box(occasion))
        });
    });
    let stream = draws.stream(Process::ONSET, Key(0x5EC1));
    group.bench_function("keyed, of one stream", |b| {
        b.iter(|| {
            occasion += 1;
            stream.bits(black_box(occasion))
        });
    });
    let mut sequence = stream.sequence(0);
    group.bench_function("sequence", |b| b.iter(|| black_box(&mut sequence).next_u64()));
    let mut xoshiro = Xoshiro256PlusPlus::seed_from_u64(42);
    group.bench_function("xoshiro256++", |b| b.iter(|| black_box(&mut xoshiro).next_u64()));
    let mut chacha = ChaCha12Rng::seed_from_u64(42);
    group.bench_function("chacha12", |b| b.iter(|| black_box(&mut chacha).next_u64()));
    group.finish();
    let mut group = c.benchmark_group("shuffle 1,000");
    let mut items: Vec<u32> = (0..1000).collect();
    group.bench_function("sequence", |b| b.iter(|| black_box(&mut items).shuffle(&mut sequence)));
    group.bench_function("xoshiro256++", |b| b.iter(|| black_box(&mut items).shuffle(&mut xoshiro)));
    group.bench_function("chacha12", |b| b.iter(|| black_box(&mut items).shuffle(&mut chacha)));
    group.finish();
}

/// One replicate of the default district, as a comparison runs it: drawn, burned in, and simulated for its 15 years.
fn replicate(c: &mut Criterion) {
    let scenario = default_district();
    let end = Week(scenario.experiment.years as i32 * WEEKS_PER_YEAR);
    let mut group = c.benchmark_group("default district");
    group.sample_size(10);
    group.bench_function("one replicate", |b| {
        b.iter_with_large_drop(|| {
            let mut simulation = burned_in(&scenario);
            simulation.step_to(end, &mut Unobserved, &Cancel::new());
            simulation
        });
    });
    group.finish();
}

/// A district: drawn, forked (beside copying as bytes and back), and simulated for a year out of the fifteen of a
/// replicate.
fn district(c: &mut Criterion) {
    let scenario = default_district();
    let mut group = c.benchmark_group("default district");
    group.sample_size(10);
    let inputs = Inputs::of(&scenario, 0, 0);
    group.bench_function("synthesis", |b| {
        b.iter(|| synthesise(&scenario.district, scenario.residents, inputs.draws));
    });
    let start = burned_in(&scenario);
    group.bench_function("fork", |b| b.iter_with_large_drop(|| start.fork()));
    group.bench_function("fork by snapshot", |b| {
        b.iter_with_large_drop(|| Simulation::restore(&start.snapshot().expect("bytes")).expect("a snapshot"));
    });
    group.bench_function("one of 15 years", |b| {
        b.iter_batched_ref(
            || start.fork(),
            |s| s.step_to(Week(52), &mut Unobserved, &Cancel::new()),
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

/// Only the debt programme and those who ask for it: a queue near its capacity, beside the same weeks without needs.
fn queue(c: &mut Criterion) {
    let file = |onset: f64| {
        let none = ["onset.", "worsening.", "help.", "asking.", "report.", "relapse.", "demography.", "care.outside"];
        let stated =
            [("onset.debt", onset), ("asking.debt", 1.0), ("recovery.debt_median", 10.0), ("debt.success", 1.0)];
        let mut file = String::from(
            "schema_version = 1\nbase = \"builtin:reactive\"\n[population]\nresidents = 12000\n[context]\n\
             ageing = false\n\
             [[team]]\nfte = 0\n[[service]]\nproduct = \"debt_programme\"\nplaces = 10\nrenewal = 0\n\
             duration_weeks = { mean = 0.1 }\n[parameters]\n",
        );
        for meta in PARAMETERS {
            let value = stated.iter().find(|(key, _)| *key == meta.key).map(|(_, value)| *value);
            let absent = none.iter().any(|n| meta.key.starts_with(n)).then(|| 0.0_f64.clamp(meta.min, meta.max));
            if let Some(value) = value.or(absent) {
                writeln!(file, "{} = {value:?}", meta.key).expect("a text takes everything");
            }
        }
        scenario::load_text("queue", &file, &Overrides::default()).expect("a scenario").scenario
    };
    let mut group = c.benchmark_group("queue");
    group.sample_size(20);
    for (name, onset) in [("replay of a week, M/M/10", 2.0), ("a week without needs", 0.0)] {
        let start = burned_in(&file(onset));
        group.bench_function(name, |b| {
            b.iter_batched_ref(
                || start.fork(),
                |s| s.step_to(Week(1), &mut Unobserved, &Cancel::new()),
                BatchSize::LargeInput,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, draws, district, replicate, queue);
criterion_main!(benches);
