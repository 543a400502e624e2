//! An indicator of one's own: how long needs stay hidden, and in how many households two people or more have one at the
//! same time. Neither is in the catalogue; an observer of the weeks counts both, under two scenarios on the same draws.
//!
//! `cargo run --release --example own_indicator --no-default-features`

#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use std::collections::BTreeMap;
use std::sync::Arc;

use kantel::district::{District, Event, Inputs, What};
use kantel::entities::Domain;
use kantel::ids::Key;
use kantel::prelude::*;
use kantel::simulation::{Observer, Policy, Region, Simulation, Unobserved};
use kantel::units::{Minute, WEEKS_PER_YEAR, Week};

const SAMPLES: u32 = 4;
const YEARS: i32 = 3;

/// What is counted while weeks pass.
#[derive(Default)]
struct Hidden {
    /// When hidden needs began, by whose they are and what they are about. Needs from before week 0 are not among them.
    began: BTreeMap<(Key, Domain), Minute>,
    /// Weeks that each need was hidden which came to light.
    weeks: Vec<f64>,
    /// Needs that passed, or whose person died or left, before anybody knew.
    never: u32,
    /// Households in which two people or more have a need, summed over the weeks that were seen.
    shared: u32,
    /// The weeks that were seen.
    seen: u32,
}

impl Hidden {
    fn event(&mut self, event: &Event) {
        match event.what {
            What::Onset(domain, _) => {
                self.began.entry((event.resident, domain)).or_insert(event.at);
            }
            What::Known(domain, _) => {
                let began = self.began.remove(&(event.resident, domain));
                self.weeks.extend(began.map(|began| event.at.weeks_since(began)));
            }
            What::Recovered(domain) => self.never += u32::from(self.began.remove(&(event.resident, domain)).is_some()),
            What::Died | What::Left => {
                let before = self.began.len();
                self.began.retain(|(resident, _), _| *resident != event.resident);
                self.never += (before - self.began.len()) as u32;
            }
            _ => {}
        }
    }

    /// The middle of the weeks that needs were hidden.
    fn middle(&mut self) -> f64 {
        self.weeks.sort_by(f64::total_cmp);
        self.weeks.get(self.weeks.len() / 2).copied().unwrap_or(f64::NAN)
    }
}

impl Observer for Hidden {
    const WANTS_EVENTS: bool = true;

    fn events(&mut self, _: Week, events: &[Event]) {
        // Within a week they come in no particular order.
        let mut events = events.to_vec();
        events.sort_by_key(|event| event.at);
        for event in &events {
            self.event(event);
        }
    }

    fn week(&mut self, _: Week, region: &Region) {
        self.shared += region.districts.iter().map(shared_needs).sum::<u32>();
        self.seen += 1;
    }
}

/// Households in which two people or more have a need now.
fn shared_needs(d: &District) -> u32 {
    let in_need = |h| d.members(h).filter(|&r| d.needs_of(r).count() > 0).count();
    d.households.all().filter(|&h| in_need(h) >= 2).count() as u32
}

fn main() -> Result<(), Vec<Diagnostic>> {
    let size = Overrides { residents: Some(2_000), years: Some(YEARS as u32), ..Overrides::default() };
    // The study makes the scenarios comparable; they are run here, because nobody but the observer keeps anything.
    let study = Study::load(&["reactive", "proactive"], &size, &Options::default())?;
    let scenarios = &study.plan().scenarios;
    let mut counts: Vec<Hidden> = scenarios.iter().map(|_| Hidden::default()).collect();
    for sample in 0..SAMPLES {
        let mut start = Simulation::of(study.plan().base(), sample, 0);
        start.step_to(Week(0), &mut Unobserved, &Cancel::new());
        for (scenario, count) in scenarios.iter().zip(&mut counts) {
            let mut simulation = start.fork();
            let policy = Policy::from(&scenario.drawn(sample).organisation);
            simulation.begin(Arc::new(Inputs::of(scenario, sample, 0)), policy);
            // Who had a hidden need at the end of one sample is nobody of the next.
            count.began.clear();
            simulation.step_to(Week(YEARS * WEEKS_PER_YEAR), count, &Cancel::new());
        }
    }
    println!(
        "{:10} {:>13} {:>12} {:>12} {:>14}",
        "scenario", "came to light", "weeks hidden", "never heard", "shared by two"
    );
    for (scenario, count) in scenarios.iter().zip(&mut counts) {
        let shared = f64::from(count.shared) / f64::from(count.seen);
        let (known, middle) = (count.weeks.len(), count.middle());
        println!("{:10} {known:13} {middle:12.1} {:12} {shared:14.1}", scenario.name, count.never);
    }
    Ok(())
}
