//! What politics knows of a plan: what there was before it, how often it was cut, and which rules are in force.

use serde::{Deserialize, Serialize};

use crate::mechanisms::{basic, outreach, prevention};

/// Patience that never ends, in years.
pub const NEVER: f64 = 8.0;

/// What is kept of politics in a district.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Politics {
    /// The organisation of the last week before week 0.
    pub before: Option<Box<Before>>,
    /// The municipality's council, the same in each of its districts.
    pub council: Council,
    /// Complaints of this district since the last budget.
    pub complaints: u32,
}

/// What a council has decided, and what it has seen since the last budget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Council {
    /// How often the plan has been cut.
    pub cuts: u32,
    /// The same, with what is decided for the next year.
    pub cuts_next: u32,
    /// Whether a new coalition has put the organisation of before back.
    pub reversed: bool,
    /// Whether the coalition is new since the last budget.
    pub is_new: bool,
    /// Incidents since the last budget.
    pub incidents: u32,
    /// The first week in which rules after an incident are in force no more.
    pub rules_until: i32,
}

/// What a plan changes against, as it was before week 0.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Before {
    /// FTE of all teams.
    pub fte: f64,
    /// Going out and collective work.
    pub outreach: outreach::rows::Settings,
    /// Facilities.
    pub prevention: prevention::rows::Settings,
    /// General provision.
    pub basic: basic::rows::Settings,
}
