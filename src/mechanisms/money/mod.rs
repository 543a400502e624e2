//! Money across silos (M16; docs/odd.md 7.29): ceilings at which providers stop taking people on, budgets by silo or
//! one for the area, a reserve, what is cut when it is used up, where a surplus goes, room for the team to act, and
//! savings that land elsewhere.
//!
//! By default there is no ceiling and the reserve is never used up: books are kept, and nothing follows from them. Left
//! out: income of the municipality, wages and prices that rise, tariffs that make providers leave, cuts in help that
//! people are entitled to (the law forbids them), and lending between years beyond the reserve.

pub mod ceilings;
pub mod cuts;
mod levers;
pub mod purchase;
pub mod rows;
mod state;
pub mod year;

use crate::district::{Phase, Room, Round, Step};
use crate::language::Text;
use crate::observation::Indicator;
use year::Town;

pub use levers::LEVERS;
pub use state::{Books, Foreseen, Purse};

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("money", "geld"),
    steps: &[
        Step {
            phase: Phase::Begin,
            name: Text::fixed("ceilings", "plafonds"),
            what: Text::fixed(
                "where providers have received what a ceiling allows, no help begins until the year is over",
                "waar aanbieders het plafond hebben bereikt, begint tot het eind van het jaar geen hulp",
            ),
            act: |round| each_town(round, year::begin_week),
        },
        Step {
            phase: Phase::Observation,
            name: Text::fixed("money of the municipality", "geld van de gemeente"),
            what: Text::fixed(
                "in week 22 what was spent beyond the budget is met, in week 44 a cut is decided on, in week 51 the \
                 year is closed",
                "in week 22 wordt een tekort gedekt, in week 44 besluit men over een bezuiniging, in week 51 sluit het \
                 jaar",
            ),
            act: |round| {
                let week = round.week;
                let Round { districts, services, .. } = round;
                for (i, d) in districts.iter_mut().enumerate() {
                    let waiting = ceilings::waiting(d, services, i);
                    d.counts.level(Indicator::STOP_WAITING.place(), waiting, 1);
                }
                each_town(round, |town| year::end_week(week, town));
            },
        },
    ],
    occasions: &[],
    hears: &[],
    factors: &[],
    adjusts: Some(cuts::adjust),
};

fn each_town(round: &mut Round<'_>, act: impl Fn(&mut Town<'_, '_>)) {
    let Round { nows, districts, municipalities, .. } = round;
    for municipality in municipalities.iter() {
        act(&mut Town::new(nows, districts, municipality));
    }
}
