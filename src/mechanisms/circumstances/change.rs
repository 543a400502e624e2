//! Circumstances that change during a simulation: another scenario's parameters from week 0 on, and what `[context]`
//! dates.
//!
//! Points are a pure function of their keys, so what waits in the calendar under rates that held until now can be
//! forgotten and entered anew under those that hold from now on: no point moves, and a rate that falls and rises again
//! enters nothing twice. This sweeps over everybody, and is for what happens a few times in a simulation.

use crate::calendar::Occasion;
use crate::district::{District, Now};
use crate::ids::HouseholdId;
use crate::mechanisms::demography::lives as demography;
use crate::mechanisms::outreach::contacts as outreach;
use crate::mechanisms::team::hours as team;
use crate::mechanisms::team::professionals;
use crate::units::Minute;

/// Whether an entry is a candidate whose rate follows from the parameters and from who somebody is. Those of episodes,
/// visits and contacts remember up to which rate they are entered.
const fn follows_parameters(what: Occasion) -> bool {
    matches!(
        what,
        Occasion::ONSET
            | Occasion::LIFE
            | Occasion::MOVING_AWAY
            | Occasion::SEPARATION
            | Occasion::CARE_STOPS
            | Occasion::TURNOVER
    )
}

/// Enters what may happen from the week that begins on, under parameters that are not those of before.
pub fn change(now: Now<'_>, d: &mut District) {
    d.calendar.forget(follows_parameters);
    team::reckon_asking(now, d);
    // The last minute of the week before: what is due in the first of this one is still to come.
    let now = Now { at: Minute(now.week.start().0 - 1), ..now };
    for h in 0..d.households.len() as u32 {
        demography::enter_anew(now, d, HouseholdId(h));
    }
    professionals::enter_anew(now, d);
    outreach::weigh_anew(now, d);
}
