//! An actor of one's own: an alderman who looks at the books each January and closes the gate by a step while care
//! grows.
//!
//! `cargo run --release --example own_actor --no-default-features`

#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use std::sync::Arc;

use kantel::district::Inputs;
use kantel::levers::{LeverPatch, LeverValue, position};
use kantel::prelude::*;
use kantel::simulation::{Policy, Seat, Simulation, Unobserved, View};
use kantel::units::{WEEKS_PER_YEAR, Week};

/// Makes the gate stricter by a tenth after each year in which the cost of Wmo help rose by more than two in a hundred.
struct Alderman {
    gate: usize,
    strictness: f64,
    before: Option<f64>,
}

impl kantel::simulation::Actor for Alderman {
    fn decide(&mut self, view: &View<'_>) -> LeverPatch {
        let mut patch = LeverPatch::new();
        if view.week().0 % WEEKS_PER_YEAR != 0 {
            return patch;
        }
        // What is registered: an actor sees the books, never what is true of people.
        let Ok(spent) = view.last_year("euros.wmo", "all") else { return patch };
        if self.before.is_some_and(|before| spent > 1.02 * before) {
            self.strictness = (self.strictness + 0.1).min(1.0);
            patch.push((self.gate, LeverValue::Number(self.strictness)));
        }
        self.before = Some(spent);
        patch
    }
}

fn main() -> Result<(), Vec<Diagnostic>> {
    let size = Overrides { residents: Some(3_000), years: Some(6), ..Overrides::default() };
    let scenario = load("reactive", &size)?.scenario;
    let mut simulation = Simulation::of(&scenario, 0, 0);
    simulation.step_to(Week(0), &mut Unobserved, &Cancel::new());
    simulation.begin(Arc::new(Inputs::of(&scenario, 0, 0)), Policy::from(&scenario.organisation));
    let Some(gate) = position("gate.strictness") else { unreachable!("it is a lever") };
    let mut alderman = Alderman { gate, strictness: 0.0, before: None };
    let role = kantel::levers::LEVERS[gate].meta.role;
    let mut seats = [Seat { district: 0, role, actor: &mut alderman }];
    simulation.play_to(Week(6 * WEEKS_PER_YEAR), &mut seats, &mut Unobserved, &Cancel::new())?;
    for decision in simulation.sites()[0].policy.decisions().iter().filter(|decision| decision.lever == gate) {
        println!("week {}: strictness {:.1}", decision.week.0, decision.value.number());
    }
    println!("in the end: {:.1}", alderman.strictness);
    Ok(())
}
