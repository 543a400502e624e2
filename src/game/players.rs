//! Who plays: groups by their sheets, or strategies that answer what is registered, round by round in one course.

use std::borrow::Cow;
use std::sync::Arc;

use super::bots::Strategy;
use super::boxes::{BOXES, BoxId};
use super::events::Event;
use super::kit::{Kit, ROUND_WEEKS, ROUND_YEARS};
use super::levers::decisions;
use super::rules::{Past, check};
use super::sheet::{Sheet, next_round};
use crate::cancel::Cancel;
use crate::experiment::{Model, Simulator};
use crate::levers::Role;
use crate::observation::Trajectory;
use crate::plan::Scenario;
use crate::simulation::{Policy, Progress, Simulation, Unobserved};
use crate::units::Week;

/// Who decides.
#[derive(Clone, Debug)]
pub enum Hand {
    /// Nobody: everything goes on as it is.
    AsNow,
    /// A group, with its sheets.
    Sheets(Vec<Sheet>),
    /// A strategy.
    Strategy(Strategy),
}

/// A game as a model of an experiment: scenario `i` of the plan is the kit's, played by hand `i`. So its courses are
/// computed as those of any comparison, on as many threads.
#[derive(Clone, Debug)]
pub struct Players<'a> {
    /// The kit.
    pub kit: &'a Kit,
    /// What happens in each round; as many rounds are played.
    pub events: &'a [Option<&'static Event>],
    /// Who decides in each course.
    pub hands: Vec<Hand>,
}

impl Players<'_> {
    /// The scenarios of the plan: the kit's as often as there are hands.
    pub fn scenarios(&self) -> Vec<Scenario> {
        let mut base = self.kit.base.clone();
        base.experiment.years = self.events.len() as u32 * ROUND_YEARS;
        vec![base; self.hands.len()]
    }

    /// Plays on from the rounds of `sheets`, which are there, to so many rounds.
    pub(super) fn play(
        &self,
        simulation: &mut Simulation,
        hand: &Hand,
        sheets: &mut Vec<Sheet>,
        rounds: usize,
        stop: &Cancel,
    ) -> Option<()> {
        for round in sheets.len()..rounds {
            let past = Past { sheets, events: &self.events[..=round] };
            let sheet = match hand {
                Hand::Strategy(strategy) => {
                    let before = sheets.last().map_or_else(Sheet::as_now, next_round);
                    let view = simulation.view(0, Role::Alderman)?;
                    let wanted = strategy.wants(&before, past.round(), &view);
                    allowed(&before, &wanted, &past)
                }
                _ => hand.sheet(round)?,
            };
            begin_round(simulation, self.kit, self.events[round], &sheet, &past);
            let end = Week((round as i32 + 1) * ROUND_WEEKS);
            if simulation.step_to(end, &mut Unobserved, stop) != Progress::Done {
                return None;
            }
            sheets.push(sheet);
        }
        Some(())
    }
}

impl Hand {
    /// What is filled in for a round, counted from 0; `None` from a strategy, which sees how it goes first.
    pub(super) fn sheet(&self, round: usize) -> Option<Sheet> {
        match self {
            Self::AsNow => Some(Sheet::as_now()),
            Self::Sheets(all) => Some(all.get(round).copied().unwrap_or_default()),
            Self::Strategy(_) => None,
        }
    }
}

/// What happens and what is decided at the start of a round.
///
/// # Panics
/// If the sheet breaks a rule of entry.
fn begin_round(simulation: &mut Simulation, kit: &Kit, event: Option<&'static Event>, sheet: &Sheet, past: &Past<'_>) {
    let round = past.round();
    if let Some(event) = event {
        simulation.befall(&event.factors(round)).expect("an event happens once");
        simulation.decide(&event.decisions(round)).expect("an event sets what its levers take");
    }
    simulation.decide(&decisions(kit, sheet, past)).expect("a sheet sets what its levers take");
}

/// The sheet that is nearest to what somebody wants: box after box is taken over where the rules of entry allow it.
fn allowed(before: &Sheet, wanted: &Sheet, past: &Past<'_>) -> Sheet {
    let mut sheet = *before;
    // What is given up first makes room for the rest: two rounds over the boxes.
    for i in (0..BOXES.len()).chain(0..BOXES.len()) {
        let of = BoxId(i);
        let (from, to) = (sheet.get(of), wanted.get(of));
        let steps: Vec<u8> = if from < to { (from + 1..=to).collect() } else { (to..from).rev().collect() };
        let is_scale = [BoxId::BLOCKS, BoxId::OUT, BoxId::DISTRICT, BoxId::AFTERCARE, BoxId::LEARNING].contains(&of);
        // Numbers of blocks go as far as they may; words at once or not at all.
        let tried: Vec<u8> = if is_scale { steps } else { steps.last().copied().into_iter().collect() };
        for choice in tried {
            let next = sheet.with(of, choice);
            if !check(&next, past).is_empty() {
                break;
            }
            sheet = next;
        }
    }
    sheet
}

impl Model for Players<'_> {
    type Start = Simulation;

    fn start(&self, base: &Scenario, sample: u32, replicate: u32, stop: &Cancel) -> Option<Simulation> {
        Simulator.start(base, sample, replicate, stop)
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
        let mut simulation = begun(start.into_owned(), scenario, sample, replicate);
        self.play(&mut simulation, &self.hands[index], &mut Vec::new(), self.events.len(), stop)?;
        Some(trajectory(&simulation))
    }
}

/// A burned-in district in week 0, under the drawn inputs and policy of a scenario.
pub(super) fn begun(mut simulation: Simulation, scenario: &Scenario, sample: u32, replicate: u32) -> Simulation {
    let drawn = scenario.drawn(sample);
    let inputs = simulation.sites()[0].inputs.for_scenario(&drawn, sample, replicate);
    simulation.begin(Arc::new(inputs), Policy::from(&drawn.organisation));
    simulation
}

/// The course so far.
pub(super) fn trajectory(simulation: &Simulation) -> Trajectory {
    let record = simulation.record();
    Trajectory {
        before: record.before.clone(),
        years: record.years.clone(),
        flows: record.flows.clone(),
        ..Trajectory::default()
    }
}
