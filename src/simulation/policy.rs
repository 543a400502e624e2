//! What is decided in a district.

use serde::{Deserialize, Serialize};

use crate::levers::Timeline;
use crate::plan::{Organisation, ServiceSpec, TeamSpec};

/// What is decided in a district: the settings over time, and the services in force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Policy {
    /// Settings and levers over time.
    pub timeline: Timeline,
    /// Teams, in the order of the file.
    pub teams: Vec<TeamSpec>,
    /// Services, in the order of the products.
    pub services: Vec<ServiceSpec>,
}

impl From<&Organisation> for Policy {
    /// Of an organisation as a sample draws it ([`Scenario::drawn`]); of any other, with the mean of what is uncertain.
    fn from(organisation: &Organisation) -> Self {
        Self {
            timeline: organisation.timeline.clone(),
            teams: organisation.teams.clone(),
            services: organisation.services.clone(),
        }
    }
}
