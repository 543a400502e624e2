//! Circumstances that change during a simulation: another scenario's parameters from week 0 on, and what `[context]`
//! dates. Points are a pure function of their keys, so what waits in the calendar under rates that held until now is
//! forgotten and entered anew under those that hold from now on.

pub mod change;
pub mod rows;

use crate::district::{Phase, Room, Round, Step};
use crate::language::Text;

/// Nobody decides on it.
pub const LEVERS: &[crate::levers::Lever] = &[];

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("circumstances", "omstandigheden"),
    steps: &[Step {
        phase: Phase::Begin,
        name: Text::fixed("circumstances", "omstandigheden"),
        what: Text::fixed(
            "where the numbers of the world change on a date, what may happen under them is entered anew",
            "waar getallen van de wereld op een datum veranderen, wordt opnieuw ingepland wat er kan gebeuren",
        ),
        act: anew,
    }],
    occasions: &[],
    hears: &[],
    factors: &[],
    adjusts: None,
};

fn anew(round: &mut Round<'_>) {
    for ((&now, d), &changed) in round.nows.iter().zip(round.districts.iter_mut()).zip(round.changed) {
        if changed {
            change::change(now, d);
        }
    }
}
