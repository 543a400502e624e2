//! Reading ahead: what the next entries of the week are about, touched before they are replayed.
//!
//! Entries come in the order of the clock, so the rows that they are about lie anywhere in memory, and replaying them
//! one after the other would wait for one row at a time. Reading the rows of several entries first lets the processor
//! fetch them together. Nothing is changed and nothing depends on what is read: this is a matter of speed alone.

use super::state::District;
use crate::calendar::Column;
use crate::ids::{CareId, EntitlementId, EpisodeId, HouseholdId, ResidentId};

/// Entries that are looked at together.
pub const LOOK_AHEAD: usize = 32;
/// Members of each household that are looked at.
const MEMBERS: usize = 3;
/// Needs that may begin in the meantime: their places are looked at.
const NEEDS: usize = 4;

impl District {
    /// Reads what the next [`LOOK_AHEAD`] entries of the week are about.
    pub fn look_ahead(&self) {
        const NONE: u32 = u32::MAX;
        let mut residents = [NONE; LOOK_AHEAD];
        let mut households = [NONE; LOOK_AHEAD];
        let mut episodes = [NONE; LOOK_AHEAD];
        let mut members = [NONE; LOOK_AHEAD];
        let mut seen = 0_u32;
        let next = self.calendar.upcoming(LOOK_AHEAD);
        for (i, entry) in next.iter().enumerate() {
            match entry.what.column() {
                Column::Resident => residents[i] = entry.slot,
                Column::Household => households[i] = entry.slot,
                Column::Episode => {
                    if let Some(episode) = self.episodes.get(EpisodeId(entry.slot)) {
                        seen ^= u32::from(episode.generation ^ self.look_at_need(EpisodeId(entry.slot)));
                        residents[i] = episode.resident.0;
                    }
                }
                Column::Entitlement => {
                    if let Some(entitlement) = self.entitlements.get(EntitlementId(entry.slot)) {
                        residents[i] = entitlement.resident.0;
                    }
                }
                Column::Care => {
                    if let Some(care) = self.cares.get(CareId(entry.slot)) {
                        residents[i] = care.giver.0;
                    }
                }
                Column::Case | Column::Other => {}
            }
        }
        for (i, &slot) in residents.iter().enumerate() {
            if let Some(resident) = self.residents.get(ResidentId(slot)) {
                households[i] = resident.household.0;
                episodes[i] = resident.episodes.0;
                seen ^= u32::from(resident.generation);
            }
        }
        for (i, (&h, &e)) in households.iter().zip(&episodes).enumerate() {
            if let Some(household) = self.households.get(HouseholdId(h)) {
                members[i] = household.first.0;
            }
            if let Some(episode) = self.episodes.get(EpisodeId(e)) {
                seen ^= u32::from(episode.generation);
            }
        }
        for _ in 0..MEMBERS {
            for slot in &mut members {
                if let Some(resident) = self.residents.get(ResidentId(*slot)) {
                    *slot = resident.next.0;
                }
            }
        }
        for e in self.episodes.next_slots().take(NEEDS) {
            seen ^= u32::from(self.episodes[e].generation ^ self.look_at_need(e));
        }
        std::hint::black_box((seen, members));
    }

    /// Reads what mechanisms keep of a need beside it.
    #[inline]
    fn look_at_need(&self, e: EpisodeId) -> u16 {
        self.rooms.needs.look_at(e) ^ self.rooms.doors.0.look_at(e)
    }

    /// Reads some residents and their ties.
    pub fn look_at(&self, residents: impl Iterator<Item = ResidentId>) {
        let read = |r: ResidentId| self.residents[r].generation ^ u16::from(self.ties[r][0].exists());
        std::hint::black_box(residents.fold(0, |seen, r| seen ^ read(r)));
    }

    /// Reads those whom a resident is tied to.
    pub fn look_at_ties(&self, r: ResidentId) {
        self.look_at(self.ties_of(r).filter_map(|t| t.other().some()));
    }
}
