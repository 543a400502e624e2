//! A simulation as a library value: plain data, `Clone`, no input or output, no clock, no threads.
//!
//! What happens in a week affects residents' rates from the next week on. A year is 52 weeks; week 0 is the first of
//! the simulated period, and the weeks before it are burn-in under the organisation `[before]`.

mod actors;
mod allowed;
mod decided;
mod policy;
mod record;
mod region;
mod rules;
mod snapshot;
mod start;
mod view;

pub use actors::{Actor, Seat};
pub use decided::Decision;
pub use policy::Policy;
pub use record::Record;
pub use region::{Region, Site};
pub use rules::{Rule, Seated, Trigger};
pub use snapshot::SnapshotError;
pub use view::{Unseen, View};

use allowed::{no_such_team, not_allowed};
use record::ends_year;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::cancel::Cancel;
use crate::diagnostics::Diagnostic;
use crate::district::{Event, Inputs, Now, Round};
use crate::language::{Text, text};
use crate::levers::LeverPatch;
use crate::mechanisms::circumstances::change as circumstances;
use crate::mechanisms::team::teams;
use crate::observation::{Cell, FLOWS, together};
use crate::plan::ServiceSpec;
use crate::schedule::schedule;
use crate::settings::Settings;
use crate::units::Week;

/// Version of the model, told by the manifest of a result. Every **Results change** of CHANGELOG.md raises it by one.
pub const MODEL_VERSION: u32 = 28;

/// How far a simulation got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It reached the week asked for.
    Done,
    /// It was asked to stop; this is the next week to simulate.
    Stopped(Week),
}

/// Watches a simulation. Events are collected only if `WANTS_EVENTS`.
pub trait Observer {
    /// Whether events are wanted.
    const WANTS_EVENTS: bool = false;

    /// What happened to people in a week, district by district, in no particular order within the week.
    fn events(&mut self, _week: Week, _events: &[Event]) {}

    /// A week is over.
    fn week(&mut self, _week: Week, _region: &Region) {}
}

/// Watches nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unobserved;

impl Observer for Unobserved {}

/// A simulation: a region, the inputs and policy of each of its districts, and the week to come.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Simulation {
    sites: Vec<Site>,
    region: Region,
    now: Week,
    record: Record,
    /// The same by district; empty where there is one, whose record is the region's.
    parts: Vec<Record>,
    /// Model actors, in the order in which they are asked.
    rules: Vec<Seated>,
}

impl Simulation {
    /// A simulation of one district under a policy, from week `first` on (negative: burn-in).
    pub fn new(inputs: Arc<Inputs>, start: Region, policy: Policy, first: Week) -> Self {
        Self::of_sites(vec![Site { inputs, policy }], start, first)
    }

    /// A simulation of a region. `sites` are in the order of the region's districts.
    ///
    /// # Panics
    /// If there are not as many sites as districts.
    pub fn of_sites(sites: Vec<Site>, start: Region, first: Week) -> Self {
        assert_eq!(sites.len(), start.districts.len(), "a district is simulated with its own inputs and policy");
        let record = Record { first, ..Record::default() };
        let parts = if sites.len() > 1 { vec![record.clone(); sites.len()] } else { Vec::new() };
        Self { sites, region: start, now: first, record, parts, rules: Vec::new() }
    }

    /// The next week to simulate.
    pub const fn week(&self) -> Week {
        self.now
    }

    /// The region as it is now.
    pub const fn region(&self) -> &Region {
        &self.region
    }

    /// The region, to be changed by tests and games before a week begins.
    pub const fn region_mut(&mut self) -> &mut Region {
        &mut self.region
    }

    /// The inputs and policy of each district, in the order of the region's districts. The policy holds every decision
    /// so far: those of a player are an ordinary list of steps.
    pub fn sites(&self) -> &[Site] {
        &self.sites
    }

    /// The sums of the years so far over the whole region (see [`together`]).
    pub const fn record(&self) -> &Record {
        &self.record
    }

    /// The sums of the years so far in each district, in the order of the region's districts.
    pub fn records(&self) -> &[Record] {
        if self.parts.is_empty() { std::slice::from_ref(&self.record) } else { &self.parts }
    }

    /// Keeps every week from now on, of the region and of each district.
    pub fn keep_weeks(&mut self) {
        let sums: Vec<Vec<Cell>> = self.region.districts.iter().map(|d| d.counts.finished()).collect();
        self.record.keep_weeks(together(&sums));
        for (record, sums) in self.parts.iter_mut().zip(sums) {
            record.keep_weeks(sums);
        }
    }

    /// A what-if branch: step, fork and set give the same bytes as a straight run.
    #[must_use]
    pub fn fork(&self) -> Self {
        self.clone()
    }

    /// Continues from week 0 under a scenario's own inputs and policy, with one district burned in under `[before]`.
    pub fn begin(&mut self, inputs: Arc<Inputs>, policy: Policy) {
        self.begin_region(vec![Site { inputs, policy }]);
    }

    /// The same for a region. `sites` are in the order of its districts.
    ///
    /// # Panics
    /// If there are not as many sites as districts, or a district would use other draws than so far.
    pub fn begin_region(&mut self, sites: Vec<Site>) {
        assert_eq!(sites.len(), self.sites.len(), "every district goes on");
        let before = std::mem::replace(&mut self.sites, sites);
        for ((site, old), d) in self.sites.iter().zip(&before).zip(&mut self.region.districts) {
            assert!(site.inputs.draws == old.inputs.draws, "a district keeps its draws");
            if site.policy.teams != old.policy.teams {
                let settings = site.settings(d, self.now);
                teams::become_planned(site.now(&settings, self.now), d, &old.policy.teams, &site.policy.teams);
            }
            if site.inputs.params == old.inputs.params {
                continue;
            }
            let settings = site.settings(d, self.now);
            let now = site.now(&settings, self.now);
            circumstances::change(now, d);
        }
    }

    /// Sets levers from a week on, in every district alike; the past stays as it was.
    ///
    /// # Errors
    /// A diagnostic for each lever whose value is of the wrong kind or out of range, or if `from` lies in the past;
    /// nothing is changed then.
    pub fn set(&mut self, from: Week, patch: &LeverPatch) -> Result<(), Vec<Diagnostic>> {
        self.check(from, patch)?;
        for site in &mut self.sites {
            site.set(from, patch);
        }
        Ok(())
    }

    /// Sets levers from a week on in one district, by its position in the region; the past stays as it was.
    ///
    /// # Errors
    /// As [`Simulation::set`], and if there is no such district; nothing is changed then.
    pub fn set_in(&mut self, district: usize, from: Week, patch: &LeverPatch) -> Result<(), Vec<Diagnostic>> {
        self.check(from, patch)?;
        let count = self.sites.len();
        let Some(site) = self.sites.get_mut(district) else {
            return Err(vec![Diagnostic {
                field: "district".to_owned(),
                message: Text::fixed("no such district", "deze wijk is er niet"),
                value: district.to_string(),
                allowed: text!("below {count}", "minder dan {count}"),
                ..Diagnostic::default()
            }]);
        };
        site.set(from, patch);
        Ok(())
    }

    fn check(&self, from: Week, patch: &LeverPatch) -> Result<(), Vec<Diagnostic>> {
        let mut problems = Vec::new();
        let week = self.now.0;
        if from < self.now {
            problems.push(Diagnostic {
                field: "from".to_owned(),
                message: Text::fixed("only the future can be set", "alleen de toekomst is te bepalen"),
                value: from.0.to_string(),
                allowed: text!("week {week} or later", "week {week} of later"),
                ..Diagnostic::default()
            });
        }
        problems.extend(patch.iter().filter_map(|(lever, value)| not_allowed(*lever, *value)));
        let teams = self.sites.iter().map(|site| site.policy.teams.len()).min().unwrap_or_default();
        problems.extend(patch.iter().filter_map(|(lever, _)| no_such_team(*lever, teams)));
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }

    /// Simulates up to (not including) week `end`.
    pub fn step_to<O: Observer>(&mut self, end: Week, observer: &mut O, stop: &Cancel) -> Progress {
        for d in &mut self.region.districts {
            d.log.on = O::WANTS_EVENTS;
        }
        while self.now < end {
            if stop.is_cancelled() {
                return Progress::Stopped(self.now);
            }
            self.step();
            let week = Week(self.now.0 - 1);
            if O::WANTS_EVENTS {
                for d in &mut self.region.districts {
                    observer.events(week, &d.log.events);
                    d.log.events.clear();
                }
            }
            observer.week(week, &self.region);
        }
        Progress::Done
    }

    /// One week: the settings of each district, then the steps of the schedule.
    fn step(&mut self) {
        let week = self.now;
        self.ask_rules();
        let changed: Vec<bool> = self.sites.iter_mut().map(|site| site.follow_circumstances(week)).collect();
        let settings: Vec<Settings> =
            self.sites.iter().zip(&self.region.districts).map(|(s, d)| s.settings(d, week)).collect();
        let nows: Vec<Now<'_>> =
            self.sites.iter().zip(&settings).map(|(site, settings)| site.now(settings, week)).collect();
        let contracts: Vec<&[ServiceSpec]> = self.sites.iter().map(|site| &site.policy.services[..]).collect();
        let Region { districts, services, municipalities } = &mut self.region;
        let mut round =
            Round { week, nows: &nows, contracts: &contracts, changed: &changed, districts, services, municipalities };
        for step in schedule() {
            (step.act)(&mut round);
        }
        self.close_week(week);
        self.now = week.next();
    }

    fn close_week(&mut self, week: Week) {
        if !self.record.weekly && !ends_year(week) {
            return;
        }
        let sums: Vec<Vec<Cell>> = self.region.districts.iter().map(|d| d.counts.finished()).collect();
        let districts = &self.region.districts;
        let flows: Vec<i64> = (0..FLOWS).map(|i| districts.iter().map(|d| d.counts.flows()[i]).sum()).collect();
        self.record.close(week, &together(&sums), &flows);
        for ((record, sums), d) in self.parts.iter_mut().zip(&sums).zip(districts) {
            record.close(week, sums, d.counts.flows());
        }
        if ends_year(week) {
            for d in &mut self.region.districts {
                d.counts.clear();
            }
        }
    }
}
