//! Informal care: somebody gives hours to somebody.

use serde::{Deserialize, Serialize};

use crate::ids::{CareId, EpisodeId, Key, ResidentId};
use crate::slab::Occupant;
use crate::units::Minute;

/// A care arrangement.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Care {
    /// Who it is.
    pub key: Key,
    /// Who gives; [`ResidentId::NONE`] is somebody outside the district.
    pub giver: ResidentId,
    /// Who receives; [`ResidentId::NONE`] is somebody outside the district.
    pub receiver: ResidentId,
    /// For which episode of the receiver.
    pub episode: EpisodeId,
    /// The next arrangement of the same giver.
    pub next_given: CareId,
    /// The next arrangement of the same receiver.
    pub next_received: CareId,
    /// Since when.
    pub since: Minute,
    /// Minutes a week.
    pub minutes: u16,
    /// Generation of the slot.
    pub generation: u16,
    /// Years since the start whose cells have been entered.
    pub year: u8,
    /// Whether the giver is heavily burdened by it.
    pub burdened: bool,
}

impl Occupant for Care {
    fn generation(&self) -> u16 {
        self.generation
    }
    fn set_generation(&mut self, generation: u16) {
        self.generation = generation;
    }
}
