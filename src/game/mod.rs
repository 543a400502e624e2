//! The training game: four groups decide for the same district with the same luck, and only their decisions differ.
//!
//! A [`Kit`] has the district as it starts. A [`Sheet`] is what a group fills in for a round of two years: a choice in
//! each of the [`BOXES`]. [`check`] holds it against the rules of entry, and [`decisions`] makes ordinary decisions on
//! levers of it; an [`Event`] is a dated change of circumstances, the same for every group. So a [`Session`], which is
//! its log and nothing else, gives an ordinary scenario for each group. [`Players`] runs groups, or strategies that
//! answer what is registered, round by round; [`Scores`] reads three axes from the courses, beside the course of the
//! same world in which nothing is decided. [`balance`] asks whether the game is worth playing.
//!
//! There is no clock, thread, file or screen here.

mod apart;
mod axes;
mod balance;
mod bots;
mod boxes;
mod cards;
mod code;
mod debrief;
mod events;
mod kit;
mod levers;
mod live;
mod players;
mod print;
mod room;
mod rules;
mod session;
mod sheet;

pub use apart::{Apart, Registered, apart};
pub use axes::{AXES, Axis, Eyes, MEASURES, Measure, Scores, Shown};
pub use balance::{Balance, Band, Reply, balance};
pub use bots::{MIXED, PURE, REACTING, Strategy};
pub use boxes::{BOXES, BoxId, BoxMeta, CHAIRS, Chair};
pub use cards::{CARDS, EXPECTED, Figure};
pub use code::{CODE_SIGNS, Entry, Misread, code, read_code};
pub use debrief::{Debrief, Decisive, Hit, debrief, hands};
pub use events::{EVENTS, Event, named_event};
pub use kit::{Kit, MOST_GROUPS, ROUND_WEEKS, ROUND_YEARS, ROUNDS, Size};
pub use levers::decisions;
pub use live::{Further, Live, Undone};
pub use players::{Hand, Players};
pub use print::{cards_page, handout_page, kit_page};
pub use room::{Public, Revealed, Standing, Truth, figure};
pub use rules::{MOST_GROWTH, MOST_MOVED, Past, check, in_force};
pub use session::{Played, Session};
pub use sheet::{STATES, Sheet, next_round, read_sheets};
