//! Calendar entries by kind when their week begins, per resident-year: the measured column of the speed budget in
//! ARCHITECTURE.md. Counts, so that any machine, load and profile will do:
//! `cargo bench --profile dev --bench entries`.

use std::collections::BTreeMap;
use std::sync::Arc;

use kantel::cancel::Cancel;
use kantel::district::Inputs;
use kantel::plan::Scenario;
use kantel::scenario::{self, Overrides};
use kantel::simulation::{Policy, Simulation, Unobserved};
use kantel::units::{WEEKS_PER_YEAR, Week};

const SAMPLES: u32 = 3;

#[expect(clippy::print_stdout, reason = "what it counts is what it prints")]
fn main() {
    let scenario = scenario::load("builtin:reactive", &Overrides::default()).expect("a built-in scenario").scenario;
    let mut entries = BTreeMap::new();
    let mut resident_weeks = 0;
    for sample in 0..SAMPLES {
        let inputs = Arc::new(Inputs::of(&scenario, sample, 0));
        let mut simulation = Simulation::of(&scenario, sample, 0);
        follow(&mut simulation, 0, &mut entries, &mut resident_weeks);
        simulation.begin(inputs, Policy::from(&of_sample(&scenario, sample).organisation));
        let end = scenario.experiment.years as i32 * WEEKS_PER_YEAR;
        follow(&mut simulation, end, &mut entries, &mut resident_weeks);
    }
    let years = resident_weeks as f64 / f64::from(WEEKS_PER_YEAR);
    for (name, n) in &entries {
        println!("{name:20} {:.3}", *n as f64 / years);
    }
    println!("{:20} {:.2}", "all", entries.values().sum::<u64>() as f64 / years);
}

fn of_sample(scenario: &Scenario, sample: u32) -> Scenario {
    scenario.drawn(sample).into_owned()
}

/// Counts what each week up to one begins with.
fn follow(simulation: &mut Simulation, end: i32, entries: &mut BTreeMap<&'static str, u64>, resident_weeks: &mut i64) {
    while simulation.week() < Week(end) {
        let d = &simulation.region().districts[0];
        let mut calendar = d.calendar.clone();
        calendar.open(simulation.week());
        for entry in calendar.upcoming(usize::MAX / 2) {
            *entries.entry(entry.what.name()).or_default() += 1;
        }
        *resident_weeks += d.levels.residents;
        simulation.step_to(simulation.week().next(), &mut Unobserved, &Cancel::new());
    }
}
