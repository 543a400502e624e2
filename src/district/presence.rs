//! What the teams of a district do together in its streets: hours put by for going out, the visiting list, and how
//! visible they are.

use serde::{Deserialize, Serialize};

use crate::mechanisms::outreach::Targeting;
use crate::units::Effort;

/// The presence of all teams of a district. Their hours for going out are put together, by the week.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Presence {
    /// Hours planned for visits and not yet used. Negative: used ahead.
    pub visit_bank: Effort,
    /// Likewise, contacts where people are.
    pub place_bank: Effort,
    /// Likewise, reports and signals.
    pub report_bank: Effort,
    /// Visibility, 0 to 1.
    pub visibility: f64,
    /// Visibility for which candidates of asking are entered.
    pub visibility_bound: f64,
    /// Visibility at the start of the simulated period: what asking is measured against.
    pub visibility_baseline: f64,
    /// Factor of visibility in the rate of asking.
    pub asking_visible: f64,
    /// The same at the visibility for which candidates of asking are entered.
    pub asking_visible_bound: f64,
    /// What visits were last aimed with: a change counts all weights anew.
    pub targeting: Targeting,
    /// Bound on `visit_rate` for which candidates are entered.
    pub visit_bound: f64,
    /// Rate per week up to which contacts where people are are entered for everybody.
    pub place_entered: f32,
    /// Chance per week and unit of weight that an address is visited.
    pub visit_rate: f64,
    /// Chance per week that somebody is met where people are.
    pub place_rate: f64,
    /// Sum of the weights of all addresses on the visiting list, in 1/16.
    pub weights: i64,
    /// Sum of visited minutes in this week, for the ledger of hours.
    pub used_door: Effort,
    /// Likewise.
    pub used_place: Effort,
    /// Likewise.
    pub used_report: Effort,
}

impl Default for Presence {
    /// Nobody goes out, and nobody is more visible than usual.
    fn default() -> Self {
        Self {
            visit_bank: Effort::default(),
            place_bank: Effort::default(),
            report_bank: Effort::default(),
            visibility: 0.0,
            visibility_bound: 0.0,
            visibility_baseline: 0.0,
            asking_visible: 1.0,
            asking_visible_bound: 1.0,
            targeting: Targeting::default(),
            visit_bound: 0.0,
            place_entered: 0.0,
            visit_rate: 0.0,
            place_rate: 0.0,
            weights: 0,
            used_door: Effort::default(),
            used_place: Effort::default(),
            used_report: Effort::default(),
        }
    }
}
