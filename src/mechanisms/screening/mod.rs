//! Screening and composition of the team (M11; docs/odd.md 7.18): which disciplines a team has and how deep they are,
//! how severe it holds a need to be, which further needs an intake brings to light, what is referred because nobody
//! knows enough, and trajectories of specialists that nobody of the team looks at. Left out: who in the team takes
//! which case, what a team learns from being wrong, that people become specialists without being hired as such, and
//! that the second line misjudges.

pub mod depth;
mod levers;
pub mod rows;
pub mod scope;
pub mod sight;
mod state;
pub mod triage;

use crate::district::{Phase, Room, Step};
use crate::language::Text;

pub use levers::LEVERS;
pub use rows::Intake;
pub use state::Depths;

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("screening and composition", "screening en samenstelling"),
    steps: &[Step {
        phase: Phase::Begin,
        name: Text::fixed("depth of the teams", "diepgang van de wijkteams"),
        what: Text::fixed(
            "how deep each team is in every domain follows from who works there",
            "hoe diep elk wijkteam is op elk levensdomein, volgt uit wie er werkt",
        ),
        act: |round| round.each(depth::week),
    }],
    occasions: &[],
    hears: &[],
    factors: &[],
    adjusts: None,
};
