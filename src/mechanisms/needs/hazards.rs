//! Rates of what can happen to an open episode, and the candidates that are entered for them: asking, worsening,
//! recovery by help, reports, relapse (docs/odd.md 7.2 and 7.4).
//!
//! Candidates are entered for a block of the episode's years, up to the highest rate that can hold before the next
//! change of the episode; each change enters what is missing. Nothing is entered beyond the day on which the episode
//! passes by itself.

use crate::calendar::{Entry, Occasion};
use crate::district::{District, Now};
use crate::doors::strength;
use crate::entities::{Domain, Episode, Product, Severity};
use crate::ids::{EpisodeId, HouseholdId, ResidentId};
use crate::links::Link;
use crate::random::{CellKey, Process, at_least};
use crate::units::{MINUTES_PER_YEAR, Minute};

const PROCESSES: [(Process, Occasion); 5] = [
    (Process::ASKING, Occasion::ASKING),
    (Process::WORSENING, Occasion::WORSENING),
    (Process::HELPED_RECOVERY, Occasion::HELPED_RECOVERY),
    (Process::REPORT, Occasion::REPORT),
    (Process::RELAPSE, Occasion::RELAPSE),
];

/// Enters what is missing of every process.
pub fn enter_all(now: Now<'_>, d: &mut District, e: EpisodeId) {
    for process in 0..PROCESSES.len() {
        enter(now, d, e, process);
    }
}

/// Enters the candidates of one process of an episode that are not entered yet, up to the highest rate it can now have.
pub fn enter(now: Now<'_>, d: &mut District, e: EpisodeId, process: usize) {
    let bound = bound(now, d, e, process);
    if bound <= 0.0 {
        return;
    }
    let to = at_least(bound * now.inputs.slack);
    let episode = &mut d.episodes[e];
    let entered = &mut episode.entered[Episode::place(process)];
    let from = *entered;
    if to <= from {
        return;
    }
    *entered = to;
    let (key, generation, onset) = (episode.key, episode.generation, episode.onset.0);
    let what = PROCESSES[process].1;
    let end = episode.natural_end;
    let year = episode.year;
    let start = i64::from(onset) + i64::from(year) * i64::from(MINUTES_PER_YEAR);
    let cell = CellKey { process: PROCESSES[process].0, entity: key, occasion: u64::from(year) };
    let layers = &now.inputs.tables.layers.episode[Episode::block_kind(year)][process];
    layers.points(now.inputs.draws, cell, from..to, |p| {
        let at = start + i64::from(p.minute);
        if at > i64::from(now.at.0) && at < i64::from(end.0) {
            let at = Minute(at as i32);
            d.calendar.add(Entry { at, tie: p.height.to_bits(), slot: e.0, generation, what, aux: 0 });
        }
    });
}

/// The highest rate that a process of an episode can have before the next change of the episode.
fn bound(now: Now<'_>, d: &District, e: EpisodeId, process: usize) -> f64 {
    let episode = &d.episodes[e];
    if episode.recovered {
        return if process == Episode::RELAPSE { relapse_rate(now, episode) } else { 0.0 };
    }
    match process {
        Episode::ASKING => highest_asking_rate(now, d, episode),
        Episode::WORSENING if episode.severity != Severity::Crisis => worsening_rate(now, episode.domain),
        Episode::HELPED => helped_rate(now, d, e, true),
        Episode::REPORT => report_rate(now, episode),
        _ => 0.0,
    }
}

/// Asserts, in release too, that a rate lies below what is entered: a violated bound is invisible in aggregates.
#[inline]
pub fn check(d: &District, e: EpisodeId, process: usize, rate: f64) {
    let entered = f64::from(d.episodes[e].entered[Episode::place(process)]);
    assert!(rate <= entered, "rate {rate} of process {process} above the {entered} entered");
}

/// Worsening per week without help.
#[inline]
pub fn worsening_rate(now: Now<'_>, domain: Domain) -> f64 {
    now.inputs.tables.worsening[domain as usize]
}

/// Whether an episode's asking can have a rate at all: whoever is in the pipeline or helped does not ask again.
#[inline]
fn may_ask(episode: &Episode) -> bool {
    episode.in_pipeline == 0 && !episode.is_helped()
}

/// Trust for which candidates of asking are entered, in eighths: the next eighth, at least the middle.
pub fn trust_step(trust: u16) -> usize {
    ((usize::from(trust) * 8).div_ceil(65_535)).max(4)
}

/// Rate of asking.
pub fn asking_rate(now: Now<'_>, d: &District, e: EpisodeId) -> f64 {
    let episode = &d.episodes[e];
    if may_ask(episode) { asking_rate_of(now, d, episode.resident, (episode.domain, episode.severity)) } else { 0.0 }
}

/// The rate at which a resident asks for help with a need of a domain and severity that nobody helps with.
pub fn asking_rate_of(now: Now<'_>, d: &District, r: ResidentId, (domain, severity): (Domain, Severity)) -> f64 {
    let asking = &now.inputs.tables.asking;
    let person = &d.residents[r].person;
    asking.of_need[domain as usize][severity as usize - 1]
        * asking.by_threshold(person.threshold_services)
        * asking.by_trust(person.trust_first, now.settings.link(Link::TRUST_ASKING))
        * asking.by_capacity(capacity_now(now, d, r), now.settings.link(Link::CAPACITY_ASKING))
        * d.team.asking_visible
}

/// The rate of asking with everything that can still change at its most asking. Links lie between 0 and 1, so that is
/// with every helpful link whole and every hindering one cut.
fn highest_asking_rate(now: Now<'_>, d: &District, episode: &Episode) -> f64 {
    if !may_ask(episode) {
        return 0.0;
    }
    let asking = &now.inputs.tables.asking;
    let person = &d.residents[episode.resident].person;
    asking.of_need[episode.domain as usize][episode.severity as usize - 1]
        * asking.by_threshold(person.threshold_services)
        * asking.highest_trust(trust_step(person.trust_first))
        * asking.highest_capacity(person.capacity)
        * d.team.asking_visible_bound
}

/// Doenvermogen now as a share: lowered by debts in the household and by crisis.
fn capacity_now(now: Now<'_>, d: &District, r: ResidentId) -> f64 {
    let troubled = d.households[d.household_of(r)].basics > 0
        || d.needs_of(r).heavy != 0
            && d.episodes_of(r).any(|e| !d.episodes[e].recovered && d.episodes[e].severity == Severity::Crisis);
    let lost =
        if troubled { now.inputs.params.doors.capacity_debt * now.settings.link(Link::DEBT_CAPACITY) } else { 0.0 };
    d.residents[r].person.capacity_share() * (1.0 - lost)
}

/// Enters further candidates of asking for a resident whose trust or place in the pipeline has changed.
pub fn enter_asking(now: Now<'_>, d: &mut District, r: ResidentId) {
    let mut next = d.residents[r].episodes;
    while let Some(e) = next.some() {
        next = d.episodes[e].next;
        enter(now, d, e, Episode::ASKING);
    }
}

/// Enters further candidates of asking for everybody: the team is about to become more visible than was reckoned with.
pub fn raise_visibility(now: Now<'_>, d: &mut District) {
    for h in 0..d.households.len() as u32 {
        let mut next = d.households[HouseholdId(h)].first;
        while let Some(r) = next.some() {
            next = d.residents[r].next;
            enter_asking(now, d, r);
        }
    }
}

/// Rate of reports: statutory arrears signals for debts, reports to Veilig Thuis and concern of others for what is
/// severe.
#[inline]
pub fn report_rate(now: Now<'_>, episode: &Episode) -> f64 {
    if episode.domain == Domain::Debt {
        now.inputs.params.outreach.report_arrears
    } else if episode.is_heavy() && episode.domain == Domain::Youth {
        now.inputs.params.outreach.report_youth
    } else if episode.is_heavy() {
        now.inputs.params.outreach.report_concern
    } else {
        0.0
    }
}

/// Strength of the help received now or before, waning: the multiple of the natural hazard that it adds.
fn help_effect(now: Now<'_>, episode: &Episode) -> f64 {
    let p = &now.inputs.params;
    let service = strength(Product::ALL[usize::from(episode.strongest)], p);
    let full = [p.needs.help_team, p.needs.help_second_line * service, p.needs.help_informal];
    full.into_iter().enumerate().map(|(kind, effect)| effect * left_of(now, episode, kind)).sum()
}

/// Rate of recovery by help. With `highest`, at full engagement.
pub fn helped_rate(now: Now<'_>, d: &District, e: EpisodeId, highest: bool) -> f64 {
    let episode = &d.episodes[e];
    let effect = help_effect(now, episode);
    if effect <= 0.0 {
        return 0.0;
    }
    let hazard = now.inputs.tables.recovery[episode.domain as usize].hazard(now.at.weeks_since(episode.onset));
    if highest {
        return hazard * effect;
    }
    let basics = !episode.domain.is_basic() && d.households[d.household_of(episode.resident)].basics > 0;
    let engagement = if basics {
        1.0 - (1.0 - now.inputs.params.needs.help_basics) * now.settings.link(Link::BASICS_ENGAGEMENT)
    } else {
        1.0
    };
    hazard * effect * engagement * now.settings.link(Link::HELP_RECOVERY)
}

/// What is left of the help of one kind: all of it while it is received, less and less after that.
fn left_of(now: Now<'_>, episode: &Episode, kind: usize) -> f64 {
    if episode.helping[kind] > 0 {
        1.0
    } else if episode.help_ended[kind] != Episode::NEVER {
        now.inputs.tables.left_of_help(now.week.0 - i32::from(episode.help_ended[kind]))
    } else {
        0.0
    }
}

/// Rate of worsening now: lower while help is received, and for some time after that.
pub fn worsening_now(now: Now<'_>, episode: &Episode) -> f64 {
    let left = (0..episode.helping.len()).map(|kind| left_of(now, episode, kind)).fold(0.0, f64::max);
    let spared = now.inputs.params.needs.help_protection * now.settings.link(Link::HELP_WORSENING) * left;
    worsening_rate(now, episode.domain) * (1.0 - spared)
}

/// Rate of relapse since the recovery by help.
pub fn relapse_rate(now: Now<'_>, episode: &Episode) -> f64 {
    let weeks = now.week.0 - i32::from(episode.recovered_in);
    now.inputs.params.needs.relapse_base + now.inputs.tables.early_relapse(weeks)
}
