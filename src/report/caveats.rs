//! What a reader must know before trusting a result: that the scenarios differ in more than the plan, what the model
//! lacks of a lever that differs, and that the result lies outside what the model is made for.

use super::change::Changed;
use super::changes::changes;
use crate::levers::{LEVERS, position};
use crate::plan::{Number, Scenario};
use crate::scenario::{changed_fields, world_differences};
use crate::units::{WEEKS_PER_YEAR, Week};

/// Fewer residents than this are too few: most services have less than one place then, the team less than half an FTE,
/// and a few households decide the figures. A small wijk of CBS has some 500.
pub(super) const FEW_RESIDENTS: u32 = 500;

/// More years than this are too many: law, prices and how often needs arise stand still, and the population follows
/// assumptions on who moves in, which had lost 4 % of its residents after 15 years.
pub(super) const MANY_YEARS: u32 = 20;

/// A warning that stands beside the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caveat {
    /// The scenarios differ in what is known of the world: the paths.
    Worlds(Vec<String>),
    /// The scenarios are the same: nothing differs.
    Same,
    /// Whatever differs begins after so many years, which are all that is computed.
    AfterTheEnd(u32),
    /// The team has no hours, from the start to the end, in the base or in the variant.
    NoHours,
    /// Politics may cut or reverse a plan in either scenario.
    Politics,
    /// The teams are others than the base's: what their people are used to is still what the base was.
    OtherTeams,
    /// So many residents are fewer than [`FEW_RESIDENTS`].
    FewResidents(u32),
    /// So many years are more than [`MANY_YEARS`].
    ManyYears(u32),
    /// The model lacks something of a lever that differs: its position in [`LEVERS`].
    Levers(Vec<usize>),
}

/// The caveats of a variant as it is compared with a base, or of a single run.
pub fn caveats(base: &Scenario, variant: Option<&Scenario>) -> Vec<Caveat> {
    let mut caveats = Vec::new();
    let worlds = variant.map_or_else(Vec::new, |variant| world_differences(base, variant));
    caveats.extend((!worlds.is_empty()).then_some(Caveat::Worlds(worlds)));
    if let Some(variant) = variant {
        caveats.extend(nothing_differs(base, variant));
    }
    let has_hours = |s: &Scenario| weeks(s).any(|week| s.organisation.timeline.settings(week).team.fte > 0.0);
    let idle = [Some(base), variant].into_iter().flatten().any(|scenario| !has_hours(scenario));
    caveats.extend(idle.then_some(Caveat::NoHours));
    let political = [Some(base), variant].into_iter().flatten().any(|s| s.organisation.timeline.uses("M20"));
    caveats.extend(political.then_some(Caveat::Politics));
    let teams = |scenario: &Scenario| scenario.organisation.teams.clone();
    caveats.extend(variant.filter(|variant| teams(variant) != teams(base)).map(|_| Caveat::OtherTeams));
    caveats.extend((base.residents < FEW_RESIDENTS).then_some(Caveat::FewResidents(base.residents)));
    caveats.extend((base.experiment.years > MANY_YEARS).then_some(Caveat::ManyYears(base.experiment.years)));
    let changed = variant.map_or_else(Vec::new, |variant| changes(base, variant));
    let mut levers: Vec<usize> = changed.iter().filter_map(|change| lever_of(change.what)).collect();
    levers.retain(|lever| LEVERS[*lever].meta.gap.is_some());
    levers.sort_unstable();
    levers.dedup();
    let gap = |lever: usize| LEVERS[lever].meta.gap.map(|gap| gap.english);
    let mut together: Vec<Vec<usize>> = Vec::new();
    for lever in levers {
        match together.iter_mut().find(|others| gap(others[0]) == gap(lever)) {
            Some(others) => others.push(lever),
            None => together.push(vec![lever]),
        }
    }
    caveats.extend(together.into_iter().map(Caveat::Levers));
    caveats
}

/// The start, and every week within the horizon in which a lever has another value, or is there.
fn weeks(scenario: &Scenario) -> impl Iterator<Item = Week> {
    let end = end(scenario);
    let steps = scenario.organisation.timeline.schedules.iter().flat_map(|schedule| &schedule.steps);
    let turns = steps.flat_map(|step| [step.from.0, step.from.0 + step.ramp_weeks as i32]);
    std::iter::once(0).chain(turns.filter(move |week| (1..end).contains(week))).map(Week)
}

/// The first week that is not computed.
fn end(scenario: &Scenario) -> i32 {
    scenario.experiment.years as i32 * WEEKS_PER_YEAR
}

/// That a variant is its base, or becomes another only when all is over.
fn nothing_differs(base: &Scenario, variant: &Scenario) -> Option<Caveat> {
    let within = |scenario: &Scenario| {
        let mut cut = scenario.clone();
        let schedules = &mut cut.organisation.timeline.schedules;
        for schedule in schedules.iter_mut() {
            schedule.steps.retain(|step| step.from.0 < end(base));
        }
        schedules.retain(|schedule| !schedule.steps.is_empty());
        cut
    };
    let differs = |base: &Scenario, variant: &Scenario| {
        changed_fields(base, variant).iter().any(|(field, ..)| !field.starts_with("experiment."))
    };
    match (differs(base, variant), differs(&within(base), &within(variant))) {
        (false, _) => Some(Caveat::Same),
        (true, false) => Some(Caveat::AfterTheEnd(base.experiment.years)),
        (true, true) => None,
    }
}

/// The lever that something is set by; places by number are bought as those by factor are.
fn lever_of(what: Changed) -> Option<usize> {
    match what {
        Changed::Lever(lever) => Some(lever),
        Changed::Number(number) => {
            let product = number.product().filter(|product| number == Number::places(*product))?;
            let is_municipal = product.meta().account.is_municipal();
            position(if is_municipal { "capacity.municipal" } else { "capacity.insurer" })
        }
        _ => None,
    }
}
