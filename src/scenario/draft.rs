//! A scenario in the making: complete from the defaults on, changed layer by layer (bases, files, options), then
//! resolved.

use std::collections::BTreeMap;

use crate::entities::{PRODUCTS, Product};
use crate::input_data::DistrictProfile;
use crate::levers::{ALWAYS, LEVERS, Schedule, Step, Timeline};
use crate::links::LINK_COUNT;
use crate::parameters::Params;
use crate::plan::{
    BudgetSpec, CASELOAD, Closure, ContextSpec, ExperimentSpec, Number, Organisation, OutputSpec, OwnFigure, Scenario,
    ServiceSpec, places_for,
};
use crate::random::Distribution;
use crate::settings::Settings;
use crate::units::Week;

/// Most weeks of burn-in.
pub(super) const MAX_BURN_IN: u32 = 156;

const _: () = assert!(ALWAYS.0 <= -(MAX_BURN_IN as i32), "what has no date holds before any burn-in");

/// How the size of the team was stated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum TeamSize {
    /// In FTE.
    Fte(Distribution),
    /// In jobs per 10,000 residents.
    Jobs(Distribution),
}

/// How the places of a service were stated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Places {
    /// Per 1,000 residents (the products' defaults).
    PerThousand(Distribution),
    /// As a number.
    Number(Distribution),
}

/// A service in the making.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ServiceDraft {
    pub(super) places: Places,
    pub(super) hours_per_week: Distribution,
    pub(super) euros_per_hour: Distribution,
    pub(super) duration_weeks: Distribution,
    pub(super) renewal: Distribution,
}

/// An organisation in the making.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OrganisationDraft {
    pub(super) name: String,
    pub(super) team_name: String,
    pub(super) team_size: Option<TeamSize>,
    pub(super) caseload_per_fte: Distribution,
    /// Steps by lever, earliest first.
    pub(super) levers: BTreeMap<usize, Vec<Step>>,
    pub(super) links: [f64; LINK_COUNT],
    pub(super) services: [ServiceDraft; PRODUCTS],
}

impl Default for OrganisationDraft {
    /// No team, no lever, every product as its registry entry says.
    fn default() -> Self {
        Self {
            name: String::new(),
            team_name: "Wijkteam".to_owned(),
            team_size: None,
            caseload_per_fte: CASELOAD,
            levers: BTreeMap::new(),
            links: Settings::default().links,
            services: Product::ALL.map(|p| ServiceDraft {
                places: Places::PerThousand(p.meta().places_per_1000),
                hours_per_week: p.meta().hours_per_week,
                euros_per_hour: Distribution::Fixed(p.meta().cents_per_hour as f64 / 100.0),
                duration_weeks: p.meta().duration_weeks,
                renewal: p.meta().renewal,
            }),
        }
    }
}

impl OrganisationDraft {
    /// Multiplies what grows with the district by `factor`; what is stated per resident grows by itself.
    pub(super) fn scale(&mut self, factor: f64) {
        if let Some(TeamSize::Fte(fte)) = &mut self.team_size {
            *fte = fte.map(|x| x * factor);
        }
        for (_, steps) in self.levers.iter_mut().filter(|(lever, _)| LEVERS[**lever].meta.scales) {
            for step in steps {
                step.value = step.value.map(|x| x * factor);
            }
        }
        for service in &mut self.services {
            if let Places::Number(n) = &mut service.places {
                *n = n.map(|x| x * factor);
            }
        }
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
        let services = Product::ALL.map(|product| ServiceSpec {
            product,
            places: 0.0,
            hours_per_week: 0.0,
            cents_per_hour: 0,
            duration_weeks: self.services[product as usize].duration_weeks,
            renewal: 0.0,
        });
        let mut organisation = Organisation {
            name: self.name.clone(),
            team_name: self.team_name.clone(),
            timeline: Timeline { base, schedules },
            services: services.to_vec(),
            uncertain: Vec::new(),
        };
        for (number, distribution) in self.numbers(residents, fte_per_job) {
            organisation.state(number, distribution);
        }
        // What a lever replaces from the start is never in force: it may be known then.
        for number in [Number::TeamFte, Number::Caseload] {
            if organisation.replaced(number).is_some() {
                organisation.draw_from(number, None);
            }
        }
        organisation
    }

    /// Every number of team and services as stated, for so many residents.
    fn numbers(&self, residents: u32, fte_per_job: f64) -> Vec<(Number, Distribution)> {
        let team_fte = match self.team_size {
            None => Distribution::Fixed(0.0),
            Some(TeamSize::Fte(fte)) => fte,
            Some(TeamSize::Jobs(jobs)) => jobs.map(|jobs| jobs * fte_per_job * f64::from(residents) / 10_000.0),
        };
        let mut numbers = vec![(Number::TeamFte, team_fte), (Number::Caseload, self.caseload_per_fte)];
        for (product, s) in Product::ALL.into_iter().zip(&self.services) {
            let places = match s.places {
                Places::PerThousand(n) => places_for(residents, n),
                Places::Number(n) => n,
            };
            numbers.extend([
                (Number::Places(product), places),
                (Number::Hours(product), s.hours_per_week),
                (Number::Price(product), s.euros_per_hour),
                (Number::Renewal(product), s.renewal),
            ]);
        }
        numbers
    }
}

/// A scenario in the making.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) title: String,
    pub(super) title_nl: String,
    pub(super) district: Option<DistrictProfile>,
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
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            title: String::new(),
            title_nl: String::new(),
            district: None,
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
            },
            output: OutputSpec::default(),
            closure: None,
            own: Vec::new(),
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
