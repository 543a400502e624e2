//! Reminders: everybody is reminded now and then that there is help, and asks sooner from then on. A mechanism that
//! only tests have: it shows that a room is all that one takes.

mod levers;
pub mod rows;
mod state;
#[cfg(test)]
mod tests;

use crate::calendar::{Entry, Occasion};
use crate::district::{Factor, Happening, Phase, Rate, Room, Round, Step};
use crate::ids::ResidentId;
use crate::language::Text;
use crate::links::Link;
use crate::observation::Indicator;
use crate::random::Process;
use crate::units::{Minute, WEEKS_PER_YEAR};

pub use levers::LEVERS;

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("reminders", "herinneringen"),
    steps: &[Step {
        phase: Phase::Plan,
        name: Text::fixed("reminders", "herinneringen"),
        what: Text::fixed("the year's reminders are planned", "de herinneringen van het jaar worden gepland"),
        act: plan,
    }],
    occasions: &[(Occasion::REMINDER, |now, d, entry| {
        let r = ResidentId(entry.slot);
        *d.rooms.toy.0.of_mut(&d.residents, r) += 1;
        d.counts.add(Indicator::REMINDERS, 1);
        now.tell(d, Happening::RateRose(Rate::Asking, r));
    })],
    hears: &[],
    factors: &[(
        Rate::Asking,
        Factor {
            name: "reminders",
            of: |now, d, s, reading| {
                let reminded = d.rooms.toy.0.get(&d.residents, s.resident).is_some_and(|n| *n > 0);
                let strength = now.inputs.params.toy.strength;
                let through = 1.0 + (strength - 1.0) * now.settings.link(Link::REMINDING);
                if reminded { reading.of(|| through, || strength) } else { 1.0 }
            },
        },
    )],
    adjusts: None,
};

/// At the start of a year: when everybody is reminded in it.
fn plan(round: &mut Round<'_>) {
    if round.week.of_year() != 0 {
        return;
    }
    round.each(|now, d| {
        let everybody: Vec<ResidentId> = d.everybody().collect();
        for r in everybody {
            let resident = &d.residents[r];
            let (key, generation) = (resident.key, resident.generation);
            let u = now.inputs.draws.unit(Process::REMINDER, key, now.week.year() as u64);
            let weeks = u / now.settings.toy.reminders.max(1e-9) * f64::from(WEEKS_PER_YEAR);
            if weeks < f64::from(WEEKS_PER_YEAR) {
                let at: Minute = now.at.plus_weeks(weeks);
                let tie = (key.0 >> 32) as u32;
                d.calendar.add(Entry { at, tie, slot: r.0, generation, what: Occasion::REMINDER, aux: 0 });
            }
        }
    });
}
