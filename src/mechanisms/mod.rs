//! The mechanisms of the model, each in a room of its own: its rows (numbers, settings, draws, occasions, links,
//! indicators), its levers, its state, and its acts. `list.rs` has them all, in order.

mod list;
mod rows;

use std::sync::LazyLock;

use crate::district::{House, Room};
use crate::levers::Lever;
use crate::links::LinkMeta;
use crate::parameters::ParamMeta;

pub(crate) use list::for_rooms;
pub(crate) use rows::rows;

macro_rules! declare {
    ($($(#[$when:meta])* $room:ident),* $(,)?) => {
        $($(#[$when])* pub mod $room;)*
    };
}
for_rooms!(declare);

macro_rules! rooms {
    ($($(#[$when:meta])* $room:ident),* $(,)?) => {
        /// Every mechanism, in the order of the list.
        pub static ROOMS: &[&Room] = &[$($(#[$when])* &$room::ROOM),*];
    };
}
for_rooms!(rooms);

/// What a room has that somebody can set, beside its links.
#[derive(Clone, Copy, Debug)]
pub struct Within {
    /// Its causal links.
    pub links: &'static [LinkMeta],
    /// Its levers.
    pub levers: &'static [Lever],
    /// Its numbers of the world.
    pub parameters: &'static [ParamMeta],
}

macro_rules! withins {
    ($($(#[$when:meta])* $room:ident),* $(,)?) => {
        /// What every room has of these, in the order of the list.
        pub static WITHIN: &[Within] = &[$(
            $(#[$when])*
            Within { links: $room::rows::LINKS, levers: $room::LEVERS, parameters: $room::rows::PARAMETERS }
        ),*];
    };
}
for_rooms!(withins);

static HOUSE: LazyLock<House> = LazyLock::new(|| House::of(ROOMS));

/// All mechanisms as one.
pub fn house() -> &'static House {
    &HOUSE
}
