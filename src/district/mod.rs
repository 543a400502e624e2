//! The whole state of one simulated district, and the functions that change what live levels count.
//!
//! State of a resident that levels count changes only through [`District::change`], [`District::change_giving`],
//! [`District::change_episode`] or [`District::set_trust`], which take it out of the levels, let the change happen, and
//! put it back. State that no level counts is written directly. So levels are always true, and nothing is scanned at
//! the end of a week.

mod asking;
mod course;
mod events;
mod happening;
mod inputs;
mod levels;
mod lookahead;
mod municipality;
mod payments;
mod presence;
mod proposals;
mod queue;
mod rate;
mod recovery;
mod room;
mod state;
mod tally;
mod team;
mod vital;

pub use course::CourseTable;
pub use events::{Event, EventLog, What};
pub use happening::{Happening, Kind};
pub use inputs::{Inputs, LIFE_KINDS, MOST_CARING, Tables, block_end, burden_chance, occasion_of};
pub use levels::{Levels, groups};
pub use lookahead::LOOK_AHEAD;
pub use municipality::{Moment, Municipality, Silo};
pub use presence::Presence;
pub use queue::{Arrival, Comes, Due, Moves, Queue, Share, Waiting};
pub use rate::{Rate, Reading, Subject};
pub use recovery::RecoveryTable;
pub use room::{Adjusts, Factor, Happens, Hears, House, Now, Phase, Room, Round, Step, product};
pub use state::{District, Episodes, Members, Rooms, join};
pub use team::{Crew, Finish, Hours, Team, WaitingCase, WorkClock};
pub use vital::VitalLevels;
