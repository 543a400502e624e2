//! Facilities by neighbourhood, and who comes to them.

use serde::{Deserialize, Serialize};

use crate::ids::ResidentId;
use crate::observation::catalogue::GROUPS;
use crate::slab::Column;
use crate::units::{Effort, Minute};

/// What a neighbourhood has on top of what was there before anybody invested.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Facility {
    /// Residents, as counted at the start of the year.
    pub residents: u32,
    /// Adults of those who volunteer anywhere, and may be asked to do so here.
    pub willing: u32,
    /// Half-days a week that are open and led by professionals.
    pub led: f64,
    /// Residents' initiatives, those that were there before among them only as far as they last longer now.
    pub initiatives: f64,
    /// Half-days a week that are open in all.
    pub half_days: f64,
    /// Places to meet among them that basic infrastructure keeps open.
    pub meeting: f64,
    /// Visitors for whom there is no room because others are served there instead of by a service.
    pub reserved: f64,
    /// Visitors, when the week began.
    pub visitors: u32,
    /// Volunteers, when the week began.
    pub volunteers: u32,
    /// Hours a week that others give in return for help or a benefit, as much as they are worth.
    pub returned: Effort,
    /// Rate per week at which somebody with ties begins to come.
    pub joining: f64,
    /// Rate per week at which somebody who volunteers anywhere is recruited by coordinators.
    pub recruiting: f64,
}

/// How long somebody comes and gives hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// Until when as a visitor.
    pub visits_until: Minute,
    /// Until when as a volunteer.
    pub gives_until: Minute,
    /// Whether there is an entry for it in [`Facilities::people`].
    pub listed: bool,
}

impl Default for Attendance {
    fn default() -> Self {
        Self { visits_until: Minute(i32::MIN), gives_until: Minute(i32::MIN), listed: false }
    }
}

/// Somebody who comes, and whose slot it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comer {
    /// Who.
    pub resident: ResidentId,
    /// The generation of the resident's slot.
    pub generation: u16,
}

/// What is kept of facilities; nothing before somebody invests.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Facilities {
    /// By neighbourhood, in their order; empty until there are any.
    pub places: Vec<Facility>,
    /// Visitors and volunteers, in the order in which they came.
    pub people: Vec<Comer>,
    /// How long they come, by resident.
    pub attendance: Column<ResidentId, Attendance>,
    /// Visitors by group, when the week began.
    pub groups: [u32; GROUPS.len()],
    /// Rate per week up to which candidates of coming are entered.
    pub entered: f32,
}
