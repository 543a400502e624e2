//! Who works in a household now, and households by how many do.

use serde::{Deserialize, Serialize};

use crate::entities::MAX_TEAMS;
use crate::ids::HouseholdId;
use crate::slab::Rows;

/// Households with more professionals than this count as having so many.
pub const MOST: usize = 15;

/// Households by how many professionals work there.
pub type Households = [u32; MOST + 1];

/// Who works in a household now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Around {
    /// Teams with an open case there: one bit each, by their position in the district.
    pub teams: u8,
    /// Services of the second line that are given there.
    pub services: u8,
    /// Whether its plan has asked for an inquiry already.
    pub inquired: bool,
}

impl Around {
    /// How many work there: distinct teams, and services.
    pub fn count(self) -> usize {
        self.teams.count_ones() as usize + usize::from(self.services)
    }

    /// The first team there: who would lead.
    pub fn first_team(self) -> Option<usize> {
        (self.teams != 0).then(|| self.teams.trailing_zeros() as usize)
    }
}

/// What is kept of coordination.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Coordination {
    /// By dwelling.
    around: Rows<HouseholdId, Around>,
    /// Households in which anybody works, by how many do.
    pub all: Households,
    /// Those with a case, by the team that is the first there.
    pub first: [Households; MAX_TEAMS],
    /// Those with a case of a team that is not the first there, by that team.
    pub beside: [Households; MAX_TEAMS],
    /// Of the hours of coordination that each team was asked for: the share that there was this week.
    pub done: Vec<f64>,
}

impl Coordination {
    /// Who works in a household.
    pub fn of(&self, h: HouseholdId) -> Around {
        self.around.get(h).copied().unwrap_or_default()
    }

    /// Somebody begins or ceases to work in a household.
    pub(super) fn change(&mut self, h: HouseholdId, f: impl FnOnce(&mut Around)) {
        if self.around.get(h).is_none() {
            self.around.resize(h.0 as usize + 1, Around::default());
        }
        self.count(self.around[h], false);
        f(&mut self.around[h]);
        if self.around[h].teams == 0 {
            self.around[h].inquired = false;
        }
        self.count(self.around[h], true);
    }

    /// Adds a household to the counts or takes it away.
    fn count(&mut self, around: Around, adds: bool) {
        let n = around.count().min(MOST);
        let add = |households: &mut Households| {
            households[n] = if adds { households[n] + 1 } else { households[n] - 1 };
        };
        if n == 0 {
            return;
        }
        add(&mut self.all);
        for team in (0..MAX_TEAMS).filter(|team| around.teams >> team & 1 == 1) {
            let is_first = around.first_team() == Some(team);
            add(if is_first { &mut self.first[team] } else { &mut self.beside[team] });
        }
    }
}
