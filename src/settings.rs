//! The settings in force during a week: what levers change and submodels read.
//!
//! Fixed at the start of each week in this order: the organisation of the scenario (its team and the strengths of
//! links), the levers in the order of their list, then the share of each service's places that circumstances leave. A
//! submodel reads settings and never names a lever.

use serde::{Deserialize, Serialize};

use crate::entities::PRODUCTS;
use crate::links::{LINK_COUNT, Link};

/// What visits are aimed with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Targeting {
    /// Every address alike.
    #[default]
    Random,
    /// Poor households and neighbourhoods more.
    Deprivation,
    /// Households with registered signals more; signals are noisy.
    Signal,
}

/// The settings of one week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// Full-time equivalents of the team (planned; vacancies come off).
    pub team_fte: f64,
    /// Open cases per FTE that works on cases.
    pub caseload_per_fte: f64,
    /// FTE planned for visits from door to door.
    pub door_fte: f64,
    /// FTE planned for working where people are.
    pub place_fte: f64,
    /// FTE planned for acting on reports and arrears signals.
    pub report_fte: f64,
    /// FTE planned for collective work and presence.
    pub collective_fte: f64,
    /// Whether planned outreach and collective hours are protected from crowding out.
    pub outreach_protected: bool,
    /// What visits are aimed with.
    pub targeting: Targeting,
    /// Extra hours of attention at a visit that finds no problem.
    pub attention_hours: f64,
    /// Share of new cases in which the network is mobilised.
    pub mobilisation: f64,
    /// Share of otherwise granted applications refused at the municipal gate.
    pub gate_strictness: f64,
    /// Share of closed cases that get aftercare.
    pub aftercare: f64,
    /// Hours of training per FTE and year.
    pub training_hours: f64,
    /// Flat own contribution for Wmo help, in whole cents per person and month.
    pub contribution_cents: f64,
    /// What is saved on services that the municipality pays, in euros per year.
    pub purchase_saving_euros: f64,
    /// Multiplier on the places of each product; below 1 on those that people are in or wait for, if that is fewer.
    pub capacity: [f64; PRODUCTS],
    /// Strength of each causal link.
    pub links: [f64; LINK_COUNT],
}

impl Settings {
    /// The strength of a link: 1 as modelled, 0 cut.
    #[inline]
    pub fn link(&self, link: Link) -> f64 {
        self.links[link as usize]
    }
}

impl Default for Settings {
    /// Nothing organised: no team, no outreach, contracted capacity as it is, all links whole.
    fn default() -> Self {
        Self {
            team_fte: 0.0,
            caseload_per_fte: 25.0,
            door_fte: 0.0,
            place_fte: 0.0,
            report_fte: 0.0,
            collective_fte: 0.0,
            outreach_protected: false,
            targeting: Targeting::Random,
            attention_hours: 0.0,
            mobilisation: 0.0,
            gate_strictness: 0.0,
            aftercare: 0.0,
            training_hours: 0.0,
            contribution_cents: 0.0,
            purchase_saving_euros: 0.0,
            capacity: [1.0; PRODUCTS],
            links: [1.0; LINK_COUNT],
        }
    }
}
