//! What is known of single debts, which households live on social assistance, and the hours that debts and work ask.

use serde::{Deserialize, Serialize};

use crate::ids::{EpisodeId, HouseholdId, ResidentId};
use crate::slab::Column;
use crate::units::{Effort, Minute};

/// How far a team is with a need that it handles itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Debts {
    /// When the team was asked; [`Minute::NEVER`] if it was not.
    pub asked: Minute,
    /// When the first talk was; [`Minute::NEVER`] before it.
    pub talked: Minute,
}

impl Default for Debts {
    fn default() -> Self {
        Self { asked: Minute::NEVER, talked: Minute::NEVER }
    }
}

/// A household on social assistance, by the member whose need of work it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// The household.
    pub household: HouseholdId,
    /// The member.
    pub resident: ResidentId,
    /// The generation of the member's slot.
    pub generation: u16,
}

/// What is kept of work and income.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct WorkIncome {
    /// By need of debts or work.
    pub handled: Column<EpisodeId, Debts>,
    /// By team: effort that debts and work ask of the hours that are planned for them.
    pub due: Vec<Effort>,
    /// By team: minutes a week that are planned for them, as of the last week.
    pub weekly: Vec<Effort>,
    /// Households on social assistance, one entry each.
    pub recipients: Vec<Recipient>,
    /// The week in which these were last looked for.
    pub looked: Option<i32>,
}
