//! Aftercare is agreed when a case is closed.

use super::state::Agreement;
use crate::calendar::{Entry, Occasion};
use crate::district::{District, Now};
use crate::ids::{HouseholdId, Key};
use crate::random::Process;
use crate::units::{Minute, WEEKS_PER_YEAR};

/// Contacts in the year.
pub const CONTACTS: i64 = 4;

/// A case of a household is closed by a team, by its position in the district: whether aftercare is agreed.
pub fn agree(now: Now<'_>, d: &mut District, h: HouseholdId, (case, team): (Key, u8)) -> bool {
    if now.inputs.draws.unit(Process::AFTERCARE, case, 0) >= now.settings.aftercare.share {
        return false;
    }
    let generation = d.households[h].generation;
    let at = |contact: i64| -> Minute { now.at.plus_weeks((contact * i64::from(WEEKS_PER_YEAR) / CONTACTS) as f64) };
    for contact in 1..=CONTACTS {
        d.calendar.add(Entry {
            at: at(contact),
            tie: (case.0 >> 32) as u32,
            slot: h.0,
            generation,
            what: Occasion::AFTERCARE_CONTACT,
            aux: team,
        });
    }
    d.rooms.aftercare.0.push(Agreement { household: h, generation, until: at(CONTACTS) });
    true
}
