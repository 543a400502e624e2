//! The simulator as the model of an experiment: of one district, or of a region where a scenario has several.

use std::borrow::Cow;
use std::sync::Arc;

use super::districts::district_positions;
use super::execution::Model;
use super::lives::{self, Diary, HouseholdKind, Lives, Work};
use super::persons::Watch;
use super::plan::Draw;
use crate::cancel::Cancel;
use crate::entities::Product;
use crate::observation::{Cell, Trajectory};
use crate::plan::Scenario;
use crate::simulation::{Policy, Progress, Record, Simulation, Unobserved};
use crate::units::{WEEKS_PER_YEAR, Week};

/// The simulator: synthesis and burn-in once per (sample, replicate), forked to every scenario.
#[derive(Clone, Copy, Debug, Default)]
pub struct Simulator;

impl Model for Simulator {
    type Start = Simulation;

    fn start(&self, base: &Scenario, sample: u32, replicate: u32, stop: &Cancel) -> Option<Simulation> {
        let mut simulation = made(base, Draw { sample, replicate }, stop)?;
        (simulation.step_to(Week(0), &mut Unobserved, stop) == Progress::Done).then_some(simulation)
    }

    fn run(
        &self,
        start: Cow<'_, Simulation>,
        index: usize,
        scenario: &Scenario,
        sample: u32,
        replicate: u32,
        stop: &Cancel,
    ) -> Option<Trajectory> {
        let mut simulation = begun(start, scenario, sample, replicate);
        if scenario.output.weekly {
            simulation.keep_weeks();
        }
        let persons = to_horizon(&mut simulation, scenario, stop)?;
        let record = simulation.record();
        let districts = if scenario.parts.is_empty() { &[] } else { simulation.records() };
        let of_district = |record: &Record| Trajectory {
            scenario: index,
            sample,
            replicate,
            before: by_district(&record.before),
            years: record.years.iter().map(|cells| by_district(cells)).collect(),
            ..Trajectory::default()
        };
        Some(Trajectory {
            scenario: index,
            sample,
            replicate,
            before: record.before.clone(),
            years: record.years.clone(),
            weeks: record.weeks.clone(),
            persons,
            flows: record.flows.clone(),
            districts: districts.iter().map(of_district).collect(),
        })
    }

    fn lives(
        &self,
        start: &Simulation,
        scenarios: [&Scenario; 2],
        kind: HouseholdKind,
        draw: Draw,
        stop: &Cancel,
    ) -> Option<Lives> {
        told(start, scenarios, (kind, lives::KEPT), draw, stop)
    }
}

/// A scenario's district or region in a draw, at the first week of its burn-in; `None` if it was asked to stop.
pub(super) fn made(base: &Scenario, Draw { sample, replicate }: Draw, stop: &Cancel) -> Option<Simulation> {
    if base.parts.is_empty() {
        Simulation::of_unless(base, sample, replicate, stop)
    } else {
        Simulation::of_region_unless(&base.by_district(), sample, replicate, stop)
    }
}

/// Goes on to the horizon, watching persons where that is asked for; `None` if it was asked to stop.
fn to_horizon(simulation: &mut Simulation, scenario: &Scenario, stop: &Cancel) -> Option<Vec<Vec<Cell>>> {
    if !scenario.output.persons || !scenario.parts.is_empty() {
        let progress = simulation.step_to(horizon(scenario), &mut Unobserved, stop);
        return (progress == Progress::Done).then(Vec::new);
    }
    let services = &simulation.sites().first()?.policy.services;
    let price = |product: Product| services.get(product as usize).map_or(0, |service| service.cents_per_hour);
    let mut watch = Watch::new(simulation.region(), Product::ALL.map(price), scenario.experiment.years);
    (simulation.step_to(horizon(scenario), &mut watch, stop) == Progress::Done).then(|| watch.close())
}

/// The lives of a household of a kind; the courses of this many of them are kept in full at first.
fn told(
    start: &Simulation,
    scenarios: [&Scenario; 2],
    (kind, kept): (HouseholdKind, usize),
    draw: Draw,
    stop: &Cancel,
) -> Option<Lives> {
    let names = scenarios.map(|scenario| scenario.name.as_str());
    let draws = start.sites()[0].inputs.draws;
    lives::tell(start.region(), names, kind, draws, kept, |side, told, desk| {
        let scenario = scenarios[side];
        let mut simulation = begun(Cow::Borrowed(start), scenario, draw.sample, draw.replicate);
        let inputs = simulation.sites().iter().map(|site| Arc::clone(&site.inputs)).collect();
        let work = Work::new(desk, inputs, scenario.experiment.years);
        let mut diary = Diary::new(start.region(), kind, told, work, scenario.context.ageing);
        if simulation.step_to(horizon(scenario), &mut diary, stop) != Progress::Done {
            return None;
        }
        diary.close(simulation.region());
        Some(diary)
    })
}

/// The burned-in state at week 0, or a fork of it, under a scenario.
pub(super) fn begun(start: Cow<'_, Simulation>, scenario: &Scenario, sample: u32, replicate: u32) -> Simulation {
    let mut simulation = start.into_owned();
    if !scenario.parts.is_empty() {
        let sites = simulation.sites().iter().zip(scenario.by_district());
        let sites = sites.map(|(site, scenario)| site.under(&scenario, sample, replicate)).collect();
        simulation.begin_region(sites);
        return simulation;
    }
    let scenario = scenario.drawn(sample);
    let inputs = simulation.sites()[0].inputs.for_scenario(&scenario, sample, replicate);
    simulation.begin(Arc::new(inputs), Policy::from(&scenario.organisation));
    simulation
}

/// The cells of the series that are kept by district.
fn by_district(cells: &[Cell]) -> Vec<Cell> {
    district_positions().iter().filter_map(|position| cells.get(*position).copied()).collect()
}

/// The week at which a scenario ends.
pub(super) fn horizon(scenario: &Scenario) -> Week {
    Week(scenario.experiment.years as i32 * WEEKS_PER_YEAR)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Overrides, load};

    #[test]
    fn the_household_does_not_depend_on_how_many_are_kept_in_full() {
        let overrides = Overrides { residents: Some(800), years: Some(2), ..Overrides::default() };
        let load = |name: &str| load(name, &overrides).expect("a built-in scenario").scenario;
        let (base, variant) = (load("builtin:reactive"), load("builtin:proactive"));
        let draw = Draw { sample: 0, replicate: 0 };
        let start = Simulator.start(&base, draw.sample, draw.replicate, &Cancel::new()).expect("nothing stops it");
        let told = |kind, kept| told(&start, [&base, &variant], (kind, kept), draw, &Cancel::new());
        let of = |kept| told(HouseholdKind::Any, kept).expect("nothing stops it");
        let all = of(10_000);
        assert!(all.drawn.candidates > 1 && !all.courses[0].is_empty(), "{:?}", all.drawn);
        // With none kept both scenarios run again for the household that is drawn.
        assert_eq!(of(0), all);
    }
}
