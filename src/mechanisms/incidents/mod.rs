//! What happens when nobody helps (docs/odd.md 7.5): a crisis leads to an incident, which others pay for, and by which
//! the need becomes known; in a young person's crisis a stay is asked for at once. What debts lead to: `evictions`.

pub mod act;
pub mod rows;

use crate::district::Room;
use crate::language::Text;

/// Nobody decides on it.
pub const LEVERS: &[crate::levers::Lever] = &[];

/// What the rest of the model sees of it. Candidates of incidents are those of reports, above the rate of reports.
pub static ROOM: Room = Room {
    name: Text::fixed("incidents", "incidenten"),
    steps: &[],
    occasions: &[],
    hears: &[],
    factors: &[],
    adjusts: None,
};
