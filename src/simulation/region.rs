//! A region: districts side by side, and the second-line queues that they share.
//!
//! A district is founded by itself and merged with others afterwards, so its start does not depend on the others in the
//! region or on their order. Only the queues couple districts: their places belong to the region, and a freed place
//! goes to the most urgent person of all districts. Each district has draws of its own, keyed by what it is
//! ([`DistrictProfile::key`](crate::input_data::DistrictProfile::key)). Left out: people who move from one district of
//! a region to another, ties across districts, and professionals who change teams.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::policy::Policy;
use crate::district::{District, Inputs, Municipality, Now, Queue};
use crate::entities::Product;
use crate::levers::LeverPatch;
use crate::plan::Scenario;
use crate::settings::Settings;
use crate::units::Week;

/// One or more districts, the second-line queues that they share, and their municipalities.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Region {
    /// Districts.
    pub districts: Vec<District>,
    /// Queues of the second line: those of the first municipality in the order of the products, then those that other
    /// municipalities have of their own.
    pub services: Vec<Queue>,
    /// Municipalities, in the order of their first districts.
    pub municipalities: Vec<Municipality>,
}

/// The frozen inputs of a district in a region, and what is decided in it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Site {
    /// Frozen inputs; the draws are the district's own.
    pub inputs: Arc<Inputs>,
    /// The district's levers over time, and its contracts: the places that it brings into the region, and the hours,
    /// prices and terms that its people get.
    pub policy: Policy,
}

impl Site {
    /// The settings of a week: what is decided, what circumstances leave of it, and what the district's state makes of
    /// that.
    pub(super) fn settings(&self, d: &District, week: Week) -> Settings {
        let mut settings = self.policy.timeline.settings(week);
        for product in Product::ALL {
            settings.capacity[product as usize] *= self.inputs.context.places_factor(product, week);
        }
        for adjusts in &crate::mechanisms::house().adjusts {
            adjusts(&self.inputs, d, week, &mut settings);
        }
        settings
    }

    /// What holds in the district at the start of a week.
    pub(super) fn now<'a>(&'a self, settings: &'a Settings, week: Week) -> Now<'a> {
        Now { inputs: &self.inputs, settings, week, at: week.start(), house: crate::mechanisms::house() }
    }

    /// Takes over the inputs of a week in which circumstances change the parameters; tells whether what may happen has
    /// to be entered anew.
    pub(super) fn follow_circumstances(&mut self, week: Week) -> bool {
        let Some(inputs) = self.inputs.changed_in(week) else { return false };
        let anew = inputs.enter_anew(&self.inputs);
        self.inputs = Arc::new(inputs);
        anew
    }

    /// Sets levers from a week on; they have been checked.
    pub(super) fn set(&mut self, from: Week, patch: &LeverPatch) {
        for (lever, value) in patch {
            self.policy.timeline.set(from, *lever, *value);
        }
    }

    /// The same district of a region from week 0 on, under a scenario of it: what the two have in common is shared.
    #[must_use]
    pub fn under(&self, scenario: &Scenario, sample: u32, replicate: u32) -> Self {
        Self {
            inputs: Arc::new(self.inputs.for_scenario_in_region(scenario, sample, replicate)),
            policy: Policy::from(&scenario.drawn(sample).organisation),
        }
    }

    /// The inputs and policy of each scenario's district from week 0 on, in a region of them all.
    pub fn of_region(scenarios: &[Scenario], sample: u32, replicate: u32) -> Vec<Self> {
        let site = |s: &Scenario| Self {
            inputs: Arc::new(Inputs::in_region(s, sample, replicate)),
            policy: Policy::from(&s.drawn(sample).organisation),
        };
        scenarios.iter().map(site).collect()
    }
}

impl Region {
    /// Makes one region of two: the other's districts come after these; its places and the people who wait join these
    /// queues.
    pub fn merge(&mut self, other: Self) {
        let (here, added) = (self.districts.len(), other.districts.len());
        self.districts.extend(other.districts);
        for queue in &mut self.services {
            let theirs = other.services.iter().any(|q| q.product == queue.product && q.area == queue.area);
            if !theirs {
                queue.pass_over(added);
            }
        }
        for theirs in other.services {
            let same = self.services.iter_mut().find(|q| q.product == theirs.product && q.area == theirs.area);
            match same {
                Some(queue) => queue.merge(theirs),
                None => self.services.push(theirs.behind(here)),
            }
        }
        for mut theirs in other.municipalities {
            theirs.districts.iter_mut().for_each(|i| *i += here as u16);
            match self.municipalities.iter_mut().find(|ours| ours.key == theirs.key) {
                Some(ours) => ours.districts.extend(theirs.districts),
                None => self.municipalities.push(theirs),
            }
        }
    }
}
