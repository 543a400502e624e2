//! A scenario in the making: complete from the defaults on, changed layer by layer (bases, files, options), then
//! resolved.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::parts::divide;
use crate::entities::{MAX_TEAMS, Product};
use crate::input_data::DistrictProfile;
use crate::levers::{ALWAYS, LEVERS, Schedule, Step, Timeline};
use crate::links::LINK_COUNT;
use crate::parameters::Params;
use crate::plan::{
    BudgetSpec, Closure, ContextSpec, Design, ExperimentSpec, Number, Organisation, Others, OutputSpec, OwnFigure,
    Scenario, ServiceSpec, TeamSpec,
};
use crate::random::Distribution;
use crate::settings::Settings;
use crate::units::Week;

/// Most weeks of burn-in.
pub(super) const MAX_BURN_IN: u32 = 156;

const _: () = assert!(ALWAYS.0 <= -(MAX_BURN_IN as i32), "what has no date holds before any burn-in");

/// The size of one of several teams.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Size {
    /// In FTE.
    Fte(f64),
    /// In jobs per 10,000 residents.
    Jobs(f64),
}

/// A team in the making.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TeamDraft {
    pub(super) spec: TeamSpec,
    /// Where teams have remits: of a broad team alone the size stands among the numbers of the organisation.
    pub(super) size: Option<Size>,
    /// Its own caseload, where there are several.
    pub(super) caseload: Option<f64>,
}

impl TeamDraft {
    /// A team for everything.
    pub(super) fn broad() -> Self {
        Self { spec: TeamSpec::broad("Wijkteam"), size: None, caseload: None }
    }
}

/// An organisation in the making.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OrganisationDraft {
    pub(super) name: String,
    /// The same in Dutch; empty means `name`.
    pub(super) name_nl: String,
    /// At least one.
    pub(super) teams: Vec<TeamDraft>,
    /// What is stated of the team and the services; for what is not here, the default holds.
    pub(super) numbers: BTreeMap<Number, Distribution>,
    /// The size of the team in jobs per 10,000 residents, where it is stated so and not in FTE.
    pub(super) jobs: Option<Distribution>,
    /// Steps by lever, earliest first.
    pub(super) levers: BTreeMap<usize, Vec<Step>>,
    pub(super) links: [f64; LINK_COUNT],
}

impl Default for OrganisationDraft {
    /// No team, no lever, every product as its registry entry says.
    fn default() -> Self {
        Self {
            name: String::new(),
            name_nl: String::new(),
            teams: vec![TeamDraft::broad()],
            numbers: BTreeMap::new(),
            jobs: None,
            levers: BTreeMap::new(),
            links: Settings::default().links,
        }
    }
}

impl OrganisationDraft {
    /// Multiplies what grows with the district by `factor`; what is stated per resident grows by itself.
    pub(super) fn scale(&mut self, factor: f64) {
        for (_, distribution) in self.numbers.iter_mut().filter(|(number, _)| number.field().scales) {
            *distribution = distribution.map(|x| x * factor);
        }
        for team in &mut self.teams {
            if let Some(Size::Fte(fte)) = &mut team.size {
                *fte *= factor;
            }
        }
        for (_, steps) in self.levers.iter_mut().filter(|(lever, _)| LEVERS[**lever].meta.scales) {
            for step in steps {
                step.value = step.value.map(|x| x * factor);
            }
        }
    }

    /// Whether teams have remits, each with a size of its own.
    pub(super) fn has_remits(&self) -> bool {
        self.teams.iter().any(|team| team.size.is_some())
    }

    /// Whether somebody states how large the team is.
    pub(super) fn has_team(&self) -> bool {
        self.has_remits() || self.jobs.is_some() || self.numbers.contains_key(&Number::TEAM_FTE)
    }

    /// Replaces a lever's steps from the first new one on: a decision replaces what was planned.
    pub(super) fn set_lever(&mut self, lever: usize, new: Vec<Step>) {
        let Some(first) = new.first().map(|s| s.from) else { return };
        let steps = self.levers.entry(lever).or_default();
        steps.retain(|s| s.from < first);
        steps.extend(new);
    }

    /// This organisation without plans: every lever at what it is just before week 0 or, where it starts then without a
    /// ramp, in week 0. What the burn-in runs under unless a scenario states another.
    pub(super) fn frozen(&self) -> Self {
        let mut frozen = self.clone();
        frozen.levers.clear();
        for (&lever, steps) in &self.levers {
            let schedule = Schedule { lever, steps: steps.clone() };
            let at_start = steps.iter().find(|s| s.from == Week(0) && s.ramp_weeks == 0).map(|s| s.value);
            if let Some(value) = schedule.value_at(Week(-1)).or(at_start) {
                frozen.levers.insert(lever, vec![Step::always(value)]);
            }
        }
        frozen
    }

    fn resolve(&self, residents: u32, fte_per_job: f64) -> Organisation {
        let base = Settings { links: self.links, ..Settings::default() };
        let schedules = self.levers.iter().map(|(&lever, steps)| Schedule { lever, steps: steps.clone() }).collect();
        let mut organisation = Organisation {
            name: self.name.clone(),
            teams: self.teams.iter().map(|team| team.spec.clone()).collect(),
            timeline: Timeline { base, schedules },
            services: Product::ALL.map(ServiceSpec::of).to_vec(),
            uncertain: Vec::new(),
        };
        for number in Number::all() {
            if let Some(known) = self.numbers.get(&number).copied().or(number.default(residents).0) {
                organisation.state(number, known);
            }
        }
        if let Some(jobs) = self.jobs {
            let fte = jobs.map(|jobs| jobs * fte_per_job * f64::from(residents) / 10_000.0);
            organisation.state(Number::TEAM_FTE, fte);
        }
        if self.has_remits() {
            let fte = |team: &TeamDraft| match team.size.unwrap_or(Size::Fte(0.0)) {
                Size::Fte(fte) => fte,
                Size::Jobs(jobs) => jobs * fte_per_job * f64::from(residents) / 10_000.0,
            };
            let settings = &mut organisation.timeline.base.team;
            (settings.count, settings.shares) = (self.teams.len() as u8, [0.0; MAX_TEAMS]);
            for (i, team) in self.teams.iter().enumerate() {
                (settings.shares[i], settings.caseloads[i]) = (fte(team), team.caseload.unwrap_or_default());
            }
            settings.fte = settings.shares.iter().sum();
        }
        // What a lever replaces from the start is never in force: it may be known then.
        for number in Number::of_team() {
            if organisation.replaced(number).is_some() {
                organisation.draw_from(number, None);
            }
        }
        organisation
    }
}

/// A design in the making.
#[derive(Clone, Debug)]
pub(super) struct DesignDraft {
    /// The file as it is shown.
    pub(super) file: String,
    pub(super) design: Arc<Design>,
    /// Line of the first row, and the column at which each path stands in it.
    pub(super) heads: (usize, Vec<usize>),
    /// Quantiles of 0 and 1, which not every distribution has.
    pub(super) ends: Vec<End>,
}

/// A quantile of 0 or 1, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct End {
    pub(super) line: usize,
    pub(super) column: usize,
    /// Position of the path in the design.
    pub(super) path: usize,
    pub(super) quantile: f64,
}

/// A scenario in the making.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) title: String,
    pub(super) title_nl: String,
    pub(super) district: Option<DistrictProfile>,
    /// The districts that it is made of, where they are simulated beside each other.
    pub(super) parts: Vec<DistrictProfile>,
    /// Residents stated; `None` is as many as the district has.
    pub(super) residents: Option<u32>,
    pub(super) parameters: Vec<Distribution>,
    pub(super) organisation: OrganisationDraft,
    /// `None` until the innermost base has been read.
    pub(super) before: Option<OrganisationDraft>,
    pub(super) budget: BudgetSpec,
    pub(super) context: ContextSpec,
    pub(super) experiment: ExperimentSpec,
    pub(super) output: OutputSpec,
    pub(super) closure: Option<Closure>,
    /// A municipality's own figures, by indicator.
    pub(super) own: Vec<OwnFigure>,
    /// The design, with its places.
    pub(super) design: Option<DesignDraft>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            title: String::new(),
            title_nl: String::new(),
            district: None,
            parts: Vec::new(),
            residents: None,
            parameters: Params::defaults(),
            organisation: OrganisationDraft::default(),
            before: None,
            // 105,600 euro per FTE (WIJeindhoven, 2024) over 1,400 productive hours (assumption).
            budget: BudgetSpec {
                team_cents_per_hour: 7_543,
                team_euros_per_hour: None,
                price_year: 2024,
                discount_rate: 0.0225,
            },
            context: ContextSpec::default(),
            experiment: ExperimentSpec {
                samples: 100,
                replicates: 1,
                extra_replicate: 20,
                years: 15,
                seed: 42,
                burn_in_weeks: 104,
                design: None,
                others: Others::Drawn,
            },
            output: OutputSpec::default(),
            closure: None,
            own: Vec::new(),
            design: None,
        }
    }
}

impl Draft {
    /// Residents as things stand; `None` without a district.
    pub(super) fn resident_count(&self) -> Option<u32> {
        self.residents.or_else(|| self.district.as_ref().map(|d| d.residents))
    }

    /// Multiplies what grows with the district, now and during burn-in.
    pub(super) fn scale(&mut self, factor: f64) {
        self.organisation.scale(factor);
        if let Some(before) = &mut self.before {
            before.scale(factor);
        }
    }

    /// The scenario; `None` without a district.
    pub(super) fn resolve(self, name: &str) -> Option<Scenario> {
        let residents = self.resident_count()?;
        let fte_per_job =
            Params::position("team.fte_per_job").and_then(|p| self.parameters.get(p)).map_or(0.85, Distribution::mean);
        let organisation = self.organisation.resolve(residents, fte_per_job);
        let before = match &self.before {
            Some(before) => before.resolve(residents, fte_per_job),
            None => self.organisation.frozen().resolve(residents, fte_per_job),
        };
        Some(Scenario {
            name: name.to_owned(),
            title: if self.title.is_empty() { name.to_owned() } else { self.title },
            title_nl: self.title_nl,
            district: self.district?,
            residents,
            parts: divide(&self.parts, residents).0,
            parameters: self.parameters,
            organisation,
            before,
            budget: self.budget,
            context: self.context,
            experiment: self.experiment,
            output: self.output,
            closure: self.closure,
            own: self.own,
            closing: None,
        })
    }
}
