//! What is counted at the end of a week: levels are added to the year's sums, and the books must balance.

pub mod levels;
pub mod rows;

use crate::district::{Phase, Room, Round, Step};
use crate::language::Text;

/// Nobody decides on it.
pub const LEVERS: &[crate::levers::Lever] = &[];

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("accounts", "boekhouding"),
    steps: &[Step {
        phase: Phase::Observation,
        name: Text::fixed("observation", "waarneming"),
        what: Text::fixed(
            "levels are added to the year's sums, the books must balance, and the municipality's are kept by silo; in \
             week 51 the year is closed",
            "standen worden bij de sommen van het jaar geteld, de boeken moeten kloppen en die van de gemeente worden \
             per potje bijgehouden; in week 51 wordt het jaar afgesloten",
        ),
        act: observe,
    }],
    occasions: &[],
    hears: &[],
    factors: &[],
    adjusts: None,
};

fn observe(round: &mut Round<'_>) {
    for d in round.districts.iter_mut() {
        levels::observe(d);
        assert_eq!(d.ledger().imbalance().0, 0, "the ledger must balance every week");
    }
    for municipality in round.municipalities.iter_mut() {
        municipality.close_week(round.week, round.districts);
    }
}
