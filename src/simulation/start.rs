//! From a scenario to a region before its burn-in.

use std::sync::Arc;

use super::{Policy, Region, Simulation};
use crate::calendar::Calendar;
use crate::cancel::Cancel;
use crate::diagnostics::Diagnostic;
use crate::district::{
    District, EventLog, Inputs, Levels, Municipality, Now, Presence, Queue, Rooms, Tables, VitalLevels,
};
use crate::entities::{Household, Neighbourhood, PRODUCTS, Product, Tie};
use crate::ids::{CaseId, HouseholdId, Key, ResidentId};
use crate::initialization::{Newcomers, Population, Sex, dwelling_key, synthesise, synthesise_unless};
use crate::language::Text;
use crate::ledger::Ledger;
use crate::mechanisms::demography::lives as demography;
use crate::mechanisms::informal_care::care;
use crate::mechanisms::outreach::contacts as outreach;
use crate::mechanisms::prevalence::start as prevalence;
use crate::mechanisms::team::teams;
use crate::observation::Counts;
use crate::plan::Scenario;
use crate::random::{Draws, Process};
use crate::slab::{Rows, Slab};
use crate::units::Week;

impl Inputs {
    /// The same for a scenario's district among others of a region: its draws are its own.
    pub fn in_region(scenario: &Scenario, sample: u32, replicate: u32) -> Self {
        let alone = Self::of(scenario, sample, replicate);
        Self { draws: alone.draws.within(scenario.district.key()), ..alone }
    }

    /// The frozen inputs of a scenario for one (sample, replicate), whose district is by itself.
    pub fn of(scenario: &Scenario, sample: u32, replicate: u32) -> Self {
        let params = scenario.params(sample);
        let vital = VitalLevels::of(&scenario.district);
        let scenario = scenario.drawn(sample);
        Self {
            draws: Draws::new(scenario.experiment.seed, sample, replicate),
            tables: Arc::new(Tables::new(&params, vital, scenario.context.ageing)),
            newcomers: Arc::new(Newcomers::new(&scenario.district)),
            context: scenario.context.clone(),
            budget: scenario.budget.clone(),
            slack: 1.0,
            drawn: params.clone(),
            params,
            vital,
        }
    }

    /// The same for another scenario of a district among others of a region.
    pub fn for_scenario_in_region(&self, scenario: &Scenario, sample: u32, replicate: u32) -> Self {
        let alone = self.for_scenario(scenario, sample, replicate);
        Self { draws: alone.draws.within(scenario.district.key()), ..alone }
    }

    /// The same for another scenario of the same district: what it has in common with this one is shared.
    pub fn for_scenario(&self, scenario: &Scenario, sample: u32, replicate: u32) -> Self {
        let params = scenario.params(sample);
        let scenario = scenario.drawn(sample);
        let ageing = scenario.context.ageing;
        let same = params == self.params && ageing == self.context.ageing;
        let tables = if same { Arc::clone(&self.tables) } else { Arc::new(Tables::new(&params, self.vital, ageing)) };
        Self {
            draws: Draws::new(scenario.experiment.seed, sample, replicate),
            tables,
            newcomers: Arc::clone(&self.newcomers),
            context: scenario.context.clone(),
            budget: scenario.budget.clone(),
            drawn: params.clone(),
            params,
            ..*self
        }
    }
}

impl Simulation {
    /// A simulation of a scenario at the first week of its burn-in, under its organisation `before`.
    pub fn of(scenario: &Scenario, sample: u32, replicate: u32) -> Self {
        Self::of_unless(scenario, sample, replicate, &Cancel::new()).expect("nobody asks it to stop")
    }

    /// The same; `None` if it was asked to stop: a large population takes a while.
    pub fn of_unless(scenario: &Scenario, sample: u32, replicate: u32, stop: &Cancel) -> Option<Self> {
        let scenario = scenario.drawn(sample);
        let inputs = Arc::new(Inputs::of(&scenario, sample, replicate));
        let population = synthesise_unless(&scenario.district, scenario.residents, inputs.draws, stop)?;
        Self::filled(&scenario, inputs, population, stop)
    }

    /// The same of a scenario as a sample draws it ([`Scenario::drawn`]), with given inputs.
    pub fn with_inputs(scenario: &Scenario, inputs: Arc<Inputs>) -> Self {
        let population = synthesise(&scenario.district, scenario.residents, inputs.draws);
        Self::of_population(scenario, inputs, population)
    }

    /// The same, with a given population.
    pub fn of_population(scenario: &Scenario, inputs: Arc<Inputs>, population: Population) -> Self {
        Self::filled(scenario, inputs, population, &Cancel::new()).expect("nobody asks it to stop")
    }

    /// A district filled with a population; `None` if it was asked to stop.
    fn filled(scenario: &Scenario, inputs: Arc<Inputs>, population: Population, stop: &Cancel) -> Option<Self> {
        let first = Week(-(scenario.experiment.burn_in_weeks as i32));
        let policy = Policy::from(&scenario.before);
        let settings = policy.timeline.settings(first);
        let municipality = Key(crate::random::hash_text(&scenario.district.municipality));
        let mut services: Vec<Queue> = Product::ALL.iter().map(|&p| Queue::new(p, municipality, first)).collect();
        let now = Now {
            inputs: &inputs,
            settings: &settings,
            week: first,
            at: first.start(),
            house: crate::mechanisms::house(),
        };
        let mut district = empty(scenario, first);
        settle(now, &mut district, &population, stop);
        drop(population);
        if stop.is_cancelled() {
            return None;
        }
        teams::found(now, &mut district, &policy.teams);
        for h in 0..district.households.len() as u32 {
            outreach::join_list(now, &mut district, HouseholdId(h));
        }
        prevalence::seed(now, &mut district, &mut services, &policy.services, stop);
        for h in 0..district.households.len() as u32 {
            if stop.is_cancelled() {
                return None;
            }
            demography::open_household(now, &mut district, HouseholdId(h));
            let members: Vec<ResidentId> = district.members(HouseholdId(h)).collect();
            for r in members {
                care::bring_outside(now, &mut district, r);
                demography::open(now, &mut district, r);
            }
        }
        district.begin_year(first);
        let municipalities = vec![Municipality::of(municipality)];
        let region = Region { districts: vec![district], services, municipalities };
        Some(Self::new(inputs, region, policy, first))
    }
}

fn empty(scenario: &Scenario, first: Week) -> District {
    let n = scenario.residents as usize;
    let neighbourhoods = scenario
        .district
        .neighbourhoods
        .iter()
        .map(|b| Neighbourhood { name: b.name.clone(), deprivation: b.deprivation })
        .collect();
    District {
        // With room for births and for open needs: a column that outgrows its room is copied whole.
        residents: Slab::with_capacity(n + n / 50),
        ties: Rows::with_capacity(n + n / 50),
        households: Rows::default(),
        neighbourhoods,
        episodes: Slab::with_capacity(n * 2 / 3),
        cares: Slab::with_capacity(n / 5),
        cases: Slab::with_capacity(0),
        entitlements: Slab::with_capacity(n / 6),
        teams: Vec::new(),
        presence: Presence::default(),
        calendar: Calendar::new(first),
        levels: Levels::default(),
        counts: Counts::default(),
        ledger: Ledger::default(),
        log: EventLog::default(),
        arrivals: vec![Vec::new(); PRODUCTS],
        files_late: 0,
        rooms: Rooms::default(),
        planned_residents: f64::from(scenario.residents),
    }
}

/// Fills the columns from the rows of a synthetic population; of only some of them if it was asked to stop.
fn settle(now: Now<'_>, d: &mut District, population: &Population, stop: &Cancel) {
    let going = || !stop.is_cancelled();
    let mut neighbourhoods = d.neighbourhoods.len();
    for (place, row) in population.households.iter().enumerate() {
        let dwelling = dwelling_key(place as u32);
        neighbourhoods = neighbourhoods.max(row.neighbourhood as usize + 1);
        d.households.push(Household {
            key: now.inputs.draws.key(Process::HOUSEHOLD_KEY, dwelling, 0),
            first: ResidentId::NONE,
            visited: Household::NEVER,
            generation: 0,
            neighbourhood: row.neighbourhood,
            income: row.income as u8,
            tenure: row.tenure as u8,
            kind: row.kind as u8,
            basics: 0,
            signals: 0,
            visits_entered: 0.0,
            weight: 0,
            case: CaseId::NONE,
        });
    }
    while d.neighbourhoods.len() < neighbourhoods {
        d.neighbourhoods.push(Neighbourhood { name: String::new(), deprivation: 1.0 });
    }
    let mut shared: Option<(u32, demography::SharedFrailty)> = None;
    for row in population.residents.iter().take_while(|_| going()) {
        let h = HouseholdId(row.household);
        let parts = match shared {
            Some((of, parts)) if of == h.0 => parts,
            _ => demography::SharedFrailty::of(now, d, h),
        };
        shared = Some((h.0, parts));
        let newcomer = demography::Newcomer {
            key: row.key,
            age: row.age,
            woman: row.sex == Sex::Woman,
            position: row.position,
            recluse: row.recluse,
        };
        demography::add(now, d, h, newcomer, &parts);
    }
    if !going() {
        return;
    }
    for tie in &population.ties {
        let end = |other: Option<u32>, end: usize| {
            let other = other.map_or(ResidentId::NONE, ResidentId);
            Tie::new(other, tie.kind as u8, tie.strength, tie.ask[end], tie.offer[end])
        };
        d.add_tie(ResidentId(tie.a), end(tie.b, 0));
        if let Some(b) = tie.b {
            d.add_tie(ResidentId(b), end(Some(tie.a), 1));
        }
    }
}

impl Simulation {
    /// A simulation of several districts in one region, at the first week of their burn-in. Each scenario describes one
    /// district with its own team and levers; the places of its services become the region's. Districts and records are
    /// in the order of the scenarios, and nothing else depends on that order.
    ///
    /// A district in a region has other draws than the same district alone in [`Simulation::of`]; a region of one has
    /// the same as a region of several.
    ///
    /// # Errors
    /// A diagnostic for each scenario that does not describe the same world as the first (seed, parameters, burn-in),
    /// or whose district is in the region already; and if there is none. Nothing is simulated then.
    pub fn of_region(scenarios: &[Scenario], sample: u32, replicate: u32) -> Result<Self, Vec<Diagnostic>> {
        let problems = mismatches(scenarios);
        let region = problems.is_empty().then(|| Self::of_region_unless(scenarios, sample, replicate, &Cancel::new()));
        region.flatten().ok_or(problems)
    }

    /// The same of scenarios that may share a region; `None` if it was asked to stop, or there is no scenario.
    pub fn of_region_unless(scenarios: &[Scenario], sample: u32, replicate: u32, stop: &Cancel) -> Option<Self> {
        let founded = |scenario: &Scenario| {
            let inputs = Arc::new(Inputs::in_region(scenario, sample, replicate));
            let scenario = scenario.drawn(sample);
            let population = synthesise_unless(&scenario.district, scenario.residents, inputs.draws, stop)?;
            Self::filled(&scenario, inputs, population, stop)
        };
        let (first, others) = scenarios.split_first()?;
        others.iter().try_fold(founded(first)?, |region, scenario| Some(region.merged(founded(scenario)?)))
    }

    /// One simulation of two that stand at the same week and have no record yet.
    fn merged(self, other: Self) -> Self {
        let (mut sites, mut region) = (self.sites, self.region);
        sites.extend(other.sites);
        region.merge(other.region);
        Self::of_sites(sites, region, self.now)
    }
}

/// Why scenarios cannot share a region.
fn mismatches(scenarios: &[Scenario]) -> Vec<Diagnostic> {
    let problem = |s: &Scenario, field: &str, message: Text, value: String, allowed: Text| Diagnostic {
        file: s.name.clone(),
        field: field.to_owned(),
        message,
        value,
        allowed,
        ..Diagnostic::default()
    };
    let Some(first) = scenarios.first() else {
        let message = Text::fixed("a region has at least one district", "een regio heeft ten minste één wijk");
        return vec![Diagnostic { message, ..Diagnostic::default() }];
    };
    let mut problems = Vec::new();
    for (i, s) in scenarios.iter().enumerate() {
        if scenarios[..i].iter().any(|other| other.district.key() == s.district.key()) {
            let message = Text::fixed(
                "is in the region already: a district is told from others by its code, or by municipality and name",
                "zit al in de regio: een wijk heeft een eigen code, of een eigen gemeente en naam",
            );
            problems.push(problem(s, "district", message, s.district.name.clone(), Text::default()));
        }
        let (ours, theirs) = (&s.experiment, &first.experiment);
        for (field, value, allowed) in [
            ("experiment.seed", ours.seed, theirs.seed),
            ("experiment.burn_in_weeks", ours.burn_in_weeks.into(), theirs.burn_in_weeks.into()),
        ] {
            if value != allowed {
                let message = Text::fixed("differs within a region", "verschilt binnen een regio");
                problems.push(problem(s, field, message, value.to_string(), Text::same(allowed.to_string())));
            }
        }
        if (&ours.design, ours.others) != (&theirs.design, theirs.others) {
            let message = Text::fixed("differs within a region", "verschilt binnen een regio");
            problems.push(problem(s, "experiment.design", message, String::new(), Text::default()));
        }
        if s.parameters != first.parameters {
            let message = Text::fixed("differ within a region", "verschillen binnen een regio");
            problems.push(problem(s, "parameters", message, String::new(), Text::default()));
        }
    }
    problems
}
