//! What is to be run: scenarios, and how many samples and replicates of each.

use std::sync::Arc;

use super::lives::HouseholdKind;
use crate::observation::{Series, catalogue};
use crate::plan::{Closure, ContextSpec, ExperimentSpec, Scenario};
use crate::units::WEEKS_PER_YEAR;

/// The first samples on which loops are cut, unless somebody asks for another number: a compromise between what is told
/// (see `loops`) and time. At the default size they take somewhat longer than the comparison itself.
pub const LOOP_SAMPLES: u32 = 40;
/// Residents of the scale model in which loops are cut, unless somebody asks for another number.
pub const LOOP_RESIDENTS: u32 = 4_000;

/// The most samples on which the bounds are computed: as many as a verdict needs.
pub const BOUND_SAMPLES: u32 = 30;

/// What is to be run. The first scenario is the base; its `experiment` holds for all.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Scenarios, the base first, with unique names.
    pub scenarios: Vec<Scenario>,
    /// Threads; 0 is one per core. Results do not depend on it.
    pub threads: usize,
    /// The series of every trajectory, in order.
    pub series: Arc<[Series]>,
    /// Samples of the scale model: each loop is cut in turn on all of them, and the bounds are computed on the first
    /// [`BOUND_SAMPLES`]. With 0 there is neither.
    pub loop_samples: u32,
    /// Residents of the scale model: a district of the same make-up, at most the plan's own.
    pub loop_residents: u32,
    /// Whether draws are added until no key figure asks for more computing: nobody has said how many there are to be.
    pub grows: bool,
    /// Whether a household is followed through the base and the first variant.
    pub lives: bool,
    /// Of which kind that household is to be.
    pub household: HouseholdKind,
}

/// One (sample, replicate): the unit of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Draw {
    /// Sample.
    pub sample: u32,
    /// Replicate.
    pub replicate: u32,
}

impl Plan {
    /// A plan; equal scenario names get `-2`, `-3`.
    ///
    /// # Panics
    /// Without a scenario.
    pub fn new(mut scenarios: Vec<Scenario>, series: Arc<[Series]>) -> Self {
        assert!(!scenarios.is_empty(), "a plan has at least one scenario");
        let names = unique_names(scenarios.iter().map(|s| s.name.as_str()));
        for (scenario, name) in scenarios.iter_mut().zip(names) {
            scenario.name = name;
        }
        Self {
            scenarios,
            threads: 0,
            series,
            loop_samples: 0,
            loop_residents: LOOP_RESIDENTS,
            grows: false,
            lives: true,
            household: HouseholdKind::Any,
        }
    }

    /// The base.
    pub fn base(&self) -> &Scenario {
        &self.scenarios[0]
    }

    /// How a variant was made comparable to the base: already applied to it, stated beside every figure.
    pub fn closure(&self, variant: usize) -> Closure {
        self.scenarios[variant].closure_against(self.base())
    }

    /// How much is computed.
    pub fn experiment(&self) -> &ExperimentSpec {
        &self.base().experiment
    }

    /// Samples with one replicate more: it tells chance from assumptions in differences, so a single scenario has none.
    pub fn extra_replicate(&self) -> u32 {
        if self.scenarios.len() > 1 { self.experiment().extra_replicate } else { 0 }
    }

    /// Every (sample, replicate), in order: `replicates` of each sample, and one more of the first
    /// [`Plan::extra_replicate`].
    pub fn draws(&self) -> Vec<Draw> {
        let (e, extra) = (self.experiment(), self.extra_replicate());
        (0..e.samples)
            .flat_map(|sample| {
                let replicates = e.replicates + u32::from(sample < extra);
                (0..replicates).map(move |replicate| Draw { sample, replicate })
            })
            .collect()
    }

    /// The plan with other numbers of samples, replicates, and samples with one replicate more.
    #[must_use]
    pub fn with_draws(&self, samples: u32, replicates: u32, extra_replicate: u32) -> Self {
        let mut plan = self.clone();
        for scenario in &mut plan.scenarios {
            let experiment = &mut scenario.experiment;
            (experiment.samples, experiment.replicates) = (samples, replicates);
            experiment.extra_replicate = extra_replicate;
        }
        plan
    }

    /// The plan in a district of the same make-up with `residents` residents, and with the FTE, places and savings that
    /// go with them.
    #[must_use]
    pub fn scale_model(&self, residents: u32) -> Self {
        let mut scenarios: Vec<Scenario> =
            self.scenarios.iter().map(|s| s.for_district(s.district.clone(), residents)).collect();
        // Only the district's own runs are watched.
        for scenario in &mut scenarios {
            scenario.output.persons = false;
        }
        Self { scenarios, ..self.clone() }
    }

    /// Resident-years of one simulation.
    pub fn resident_years(&self) -> u64 {
        u64::from(self.base().residents) * u64::from(self.experiment().years)
    }

    /// Resident-weeks of one draw, in every scenario.
    pub fn resident_weeks(&self) -> u64 {
        let weeks = u64::from(self.experiment().years) * WEEKS_PER_YEAR as u64;
        u64::from(self.base().residents) * weeks * self.scenarios.len() as u64
    }

    /// Simulations of the plan, without cutting loops.
    pub fn simulations(&self) -> u64 {
        self.draw_count() * self.scenarios.len() as u64
    }

    /// How many draws there are.
    pub fn draw_count(&self) -> u64 {
        let e = self.experiment();
        u64::from(e.samples) * u64::from(e.replicates) + u64::from(self.extra_replicate().min(e.samples))
    }

    /// Positions of the series that are compared and written: the default ones, or all if the base's output asks for
    /// them; those of single teams where a scenario has several, and those of a mechanism where one uses it.
    pub fn kept(&self) -> Vec<usize> {
        let all = self.base().output.all_series;
        let uses = |mechanisms: &[&str]| {
            self.scenarios.iter().any(|s| mechanisms.iter().any(|m| s.organisation.timeline.uses(m)))
        };
        let asked: Vec<&[&str]> = (catalogue::OF_MECHANISMS.iter())
            .filter_map(|(mechanisms, keys)| uses(mechanisms).then_some(*keys))
            .collect();
        let is_of_plan = |key: &str| asked.iter().any(|keys| catalogue::is_among(keys, key));
        let teams = self.scenarios.iter().map(|s| s.organisation.teams.len()).max().unwrap_or_default();
        let is_kept = |series: &Series| match catalogue::TEAMS.iter().position(|team| *team == series.group) {
            Some(team) => teams > 1 && team < teams,
            None => all || series.default || is_of_plan(&series.indicator),
        };
        (0..self.series.len()).filter(|&i| is_kept(&self.series[i])).collect()
    }

    /// Years up to the end of this council term.
    pub fn term_years(&self) -> u32 {
        term_years(&self.base().context, self.experiment().years)
    }
}

/// The whole simulated years before the first council election after the start (elections every fourth year, in week
/// 11; the weeks of the election year before it are left out), at most the horizon. A start in an election year counts
/// from that election: its term ends four years later.
pub(crate) fn term_years(context: &ContextSpec, years: u32) -> u32 {
    let rest = (context.election_year - context.start_year).rem_euclid(4) as u32;
    (if rest == 0 { 4 } else { rest }).min(years)
}

/// The names, equal ones with `-2`, `-3`, ... after them in order of appearance.
pub(crate) fn unique_names<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken: Vec<String> = Vec::new();
    for name in names {
        let mut unique = name.to_owned();
        let mut number = 2;
        while taken.contains(&unique) {
            unique = format!("{name}-{number}");
            number += 1;
        }
        taken.push(unique);
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_names_are_numbered_and_never_collide() {
        let names = ["a", "a", "a-2", "b", "a"];
        assert_eq!(unique_names(names.into_iter()), ["a", "a-2", "a-2-2", "b", "a-3"]);
    }

    #[test]
    fn this_term_ends_with_the_whole_years_before_the_election() {
        let context = |start_year| ContextSpec { start_year, election_year: 2030, ..ContextSpec::default() };
        assert_eq!(term_years(&context(2027), 15), 3);
        assert_eq!(term_years(&context(2027), 2), 2);
        assert_eq!(term_years(&context(2030), 15), 4);
        assert_eq!(term_years(&context(2031), 15), 3);
        assert_eq!(term_years(&context(2025), 15), 1);
    }
}
