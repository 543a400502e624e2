//! Rates of what can happen to an open episode, and the candidates that are entered for them: asking, worsening,
//! improvement, recovery by help, reports, relapse (docs/odd.md 7.2 and 7.4).
//!
//! Candidates are entered for a block of the episode's years, up to the highest rate that can hold before the next
//! change of the episode; each change enters what is missing. Nothing is entered beyond the day on which the episode
//! passes by itself.

use std::ops::Range;

use crate::calendar::{Entry, Occasion};
use crate::district::{District, Now, Rate, Reading, Subject};
use crate::entities::{Domain, Episode, Severity};
use crate::ids::{EpisodeId, HouseholdId, Key, ResidentId};
use crate::mechanisms::needs::rates::{of_need, rate};
use crate::random::{CellKey, Process, at_least};
use crate::units::{MINUTES_PER_YEAR, Minute};

/// Processes of a need, at their places in [`Episode`]: what is drawn, what happens, and the rate.
const PROCESSES: [(Process, Occasion, Rate); 6] = [
    (Process::ASKING, Occasion::ASKING, Rate::Asking),
    (Process::WORSENING, Occasion::WORSENING, Rate::Worsening),
    (Process::HELPED_RECOVERY, Occasion::HELPED_RECOVERY, Rate::HelpedRecovery),
    (Process::REPORT, Occasion::REPORT, Rate::Report),
    (Process::RELAPSE, Occasion::RELAPSE, Rate::Relapse),
    (Process::IMPROVING, Occasion::IMPROVING, Rate::Improving),
];

/// Rate per week up to which candidates of a process are entered.
#[inline]
fn entered(d: &District, e: EpisodeId, process: usize) -> f32 {
    if process == Episode::IMPROVING {
        d.rooms.needs.get(&d.episodes, e).map_or(0.0, |course| course.improving)
    } else {
        d.episodes[e].entered[Episode::place(process)]
    }
}

/// Enters what is missing of every process.
pub fn enter_all(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let block = &mut None;
    enter_of::<{ Episode::ASKING }>(now, d, e, block);
    enter_of::<{ Episode::WORSENING }>(now, d, e, block);
    enter_of::<{ Episode::HELPED }>(now, d, e, block);
    enter_of::<{ Episode::REPORT }>(now, d, e, block);
    enter_of::<{ Episode::RELAPSE }>(now, d, e, block);
    enter_of::<{ Episode::IMPROVING }>(now, d, e, block);
}

/// Enters what may happen to a need that begins, with which nobody helps.
pub fn enter_first(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let block = &mut None;
    enter_of::<{ Episode::ASKING }>(now, d, e, block);
    enter_of::<{ Episode::WORSENING }>(now, d, e, block);
    enter_of::<{ Episode::REPORT }>(now, d, e, block);
    enter_of::<{ Episode::IMPROVING }>(now, d, e, block);
}

/// Enters what becomes likelier as a need gets worse by a step.
pub fn enter_worse(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let block = &mut None;
    enter_of::<{ Episode::ASKING }>(now, d, e, block);
    enter_of::<{ Episode::REPORT }>(now, d, e, block);
    enter_of::<{ Episode::IMPROVING }>(now, d, e, block);
}

/// Enters what becomes likelier as a need gets lighter by a step: a crisis cannot get worse, and the clock of what is
/// lighter runs faster.
pub fn enter_lighter(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let block = &mut None;
    enter_of::<{ Episode::WORSENING }>(now, d, e, block);
    enter_of::<{ Episode::HELPED }>(now, d, e, block);
}

/// Enters what help makes likelier.
pub fn enter_helped(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let block = &mut None;
    enter_of::<{ Episode::HELPED }>(now, d, e, block);
    enter_of::<{ Episode::IMPROVING }>(now, d, e, block);
}

/// Enters the candidates of one process of an episode that are not entered yet, up to the highest rate it can now have.
pub fn enter(now: Now<'_>, d: &mut District, e: EpisodeId, process: usize) {
    match process {
        Episode::ASKING => enter_of::<{ Episode::ASKING }>(now, d, e, &mut None),
        Episode::WORSENING => enter_of::<{ Episode::WORSENING }>(now, d, e, &mut None),
        Episode::HELPED => enter_of::<{ Episode::HELPED }>(now, d, e, &mut None),
        Episode::REPORT => enter_of::<{ Episode::REPORT }>(now, d, e, &mut None),
        Episode::RELAPSE => enter_of::<{ Episode::RELAPSE }>(now, d, e, &mut None),
        _ => enter_of::<{ Episode::IMPROVING }>(now, d, e, &mut None),
    }
}

/// The same of a process that is known, so that its bound is code of its own. `block` is made once for all processes.
#[inline]
fn enter_of<const PROCESS: usize>(now: Now<'_>, d: &mut District, e: EpisodeId, block: &mut Option<Block>) {
    let bound = bound(now, d, e, PROCESS);
    if bound <= 0.0 {
        return;
    }
    let to = at_least(bound * now.inputs.slack);
    let from = entered(d, e, PROCESS);
    if to <= from {
        return;
    }
    if PROCESS == Episode::IMPROVING {
        d.rooms.needs.of_mut(&d.episodes, e).improving = to;
    } else {
        d.episodes[e].entered[Episode::place(PROCESS)] = to;
    }
    let block = block.get_or_insert_with(|| {
        let end = d.rooms.needs.get(&d.episodes, e).map_or(d.episodes[e].natural_end, |course| course.entered_to);
        Block::of(now, d, e, now.at..end)
    });
    block.add(now, d, e, PROCESS, from..to);
}

/// What the cells of a need's block of years have in common.
#[derive(Clone, Debug)]
struct Block {
    key: Key,
    generation: u16,
    year: u8,
    /// When it begins.
    start: i64,
    /// Those of its minutes in which candidates are entered.
    minutes: Range<i32>,
}

impl Block {
    /// The block under way of an episode, for candidates between two moments, of those to come.
    fn of(now: Now<'_>, d: &District, e: EpisodeId, moments: Range<Minute>) -> Self {
        let Episode { key, generation, onset, year, .. } = d.episodes[e];
        let start = i64::from(onset.0) + i64::from(year) * i64::from(MINUTES_PER_YEAR);
        let within = |at: i64| (at - start).clamp(0, i64::from(i32::MAX)) as i32;
        let first = within(i64::from(moments.start.0).max(i64::from(now.at.0) + 1));
        Self { key, generation, year, start, minutes: first..within(i64::from(moments.end.0)) }
    }

    /// Adds the candidates of a process between two heights.
    fn add(&self, now: Now<'_>, d: &mut District, e: EpisodeId, process: usize, heights: Range<f32>) {
        if self.minutes.is_empty() {
            return;
        }
        let (draws, what, _) = PROCESSES[process];
        let cell = CellKey { process: draws, entity: self.key, occasion: u64::from(self.year) };
        let cells = &now.inputs.tables.blocks.of_need[Episode::block_kind(self.year)];
        cells.points_in(now.inputs.draws, cell, heights, self.minutes.clone(), |p| {
            let at = Minute((self.start + i64::from(p.minute)) as i32);
            let (tie, generation) = (p.height.to_bits(), self.generation);
            d.calendar.add(Entry { at, tie, slot: e.0, generation, what, aux: 0 });
        });
    }
}

/// Candidates of a need are entered up to a moment: where that lies further off than before, what lies between is
/// entered now.
pub fn enter_until(now: Now<'_>, d: &mut District, e: EpisodeId, until: Minute) {
    let course = d.rooms.needs.of_mut(&d.episodes, e);
    let before = course.entered_to;
    if until <= before {
        return;
    }
    course.entered_to = until;
    let block = Block::of(now, d, e, before..until);
    // Relapse and asking share a place.
    let other = if d.episodes[e].recovered { Episode::ASKING } else { Episode::RELAPSE };
    for process in (0..PROCESSES.len()).filter(|process| *process != other) {
        let to = entered(d, e, process);
        if to > 0.0 {
            block.add(now, d, e, process, 0.0..to);
        }
    }
}

/// The highest rate that a process of an episode can have before something is told that raises it.
#[inline]
fn bound(now: Now<'_>, d: &District, e: EpisodeId, process: usize) -> f64 {
    let episode = &d.episodes[e];
    let of = |rate_of| rate(now, d, rate_of, of_need(d, e), Reading::Bound);
    match process {
        Episode::RELAPSE if episode.recovered => of(Rate::Relapse),
        _ if episode.recovered => 0.0,
        Episode::ASKING if may_ask(episode) => of(Rate::Asking),
        Episode::WORSENING if episode.severity != Severity::Crisis => of(Rate::Worsening),
        Episode::IMPROVING if episode.severity != Severity::Light => of(Rate::Improving),
        Episode::HELPED if episode.was_ever_helped() => of(Rate::HelpedRecovery),
        // Incidents lie above reports in one cell.
        Episode::REPORT => of(Rate::Report) + of(Rate::Incident),
        _ => 0.0,
    }
}

/// Asserts, in release too, that a rate lies below what is entered: a violated bound is invisible in aggregates.
#[inline]
pub fn check(d: &District, e: EpisodeId, process: usize, rate: f64) {
    let entered = f64::from(entered(d, e, process));
    assert!(rate <= entered, "rate {rate} of process {process} above the {entered} entered");
}

/// Whether an episode's asking can have a rate at all: whoever is in the pipeline or helped does not ask again.
#[inline]
fn may_ask(episode: &Episode) -> bool {
    episode.in_pipeline == 0 && !episode.is_helped()
}

/// Rate of asking.
pub fn asking_rate(now: Now<'_>, d: &District, e: EpisodeId) -> f64 {
    if may_ask(&d.episodes[e]) { rate_now(now, d, Rate::Asking, e) } else { 0.0 }
}

/// The rate at which a resident asks for help with a need of a domain and severity that nobody helps with.
pub fn asking_rate_of(now: Now<'_>, d: &District, r: ResidentId, (domain, severity): (Domain, Severity)) -> f64 {
    let need = Subject { resident: r, domain, severity, episode: EpisodeId::NONE };
    rate(now, d, Rate::Asking, need, Reading::Now)
}

/// A rate of a need as it is now.
#[inline]
pub fn rate_now(now: Now<'_>, d: &District, of: Rate, e: EpisodeId) -> f64 {
    rate(now, d, of, of_need(d, e), Reading::Now)
}

/// Enters further candidates of a rate for the needs of a resident.
pub fn raise(now: Now<'_>, d: &mut District, of: Rate, r: ResidentId) {
    let Some(process) = PROCESSES.iter().position(|(.., rate)| *rate == of) else { return };
    let mut next = d.residents[r].episodes;
    while let Some(e) = next.some() {
        next = d.episodes[e].next;
        enter(now, d, e, process);
    }
}

/// Enters further candidates of asking for everybody: the team is about to become more visible than was reckoned with.
pub fn raise_visibility(now: Now<'_>, d: &mut District) {
    for h in 0..d.households.len() as u32 {
        let mut next = d.households[HouseholdId(h)].first;
        while let Some(r) = next.some() {
            next = d.residents[r].next;
            raise(now, d, Rate::Asking, r);
        }
    }
}
