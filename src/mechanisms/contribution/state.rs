//! What is kept of own contributions.

use serde::{Deserialize, Serialize};

use crate::entities::{PRODUCTS, Product};
use crate::ids::EpisodeId;

/// What somebody pays for: it says how much the fee can be at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Basis {
    /// Aids and transport alone.
    Aids,
    /// Wmo help by the hour or by the place, whatever else there is.
    Help,
}

/// What a client of a service gets and what that costs, this week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Terms {
    /// Hours per client and week; 0 where nothing is known yet.
    pub hours_per_week: f64,
    /// Price in whole cents per hour.
    pub cents_per_hour: i64,
}

/// Help that a household buys itself because of the fee.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Bought {
    /// The need that it is for.
    pub episode: EpisodeId,
    /// The generation of its slot.
    pub generation: u16,
    /// What is bought.
    pub product: Product,
    /// Minutes a week.
    pub minutes: u16,
}

/// Who pays what.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Contributions {
    /// Persons who use Wmo help now, by income band and [`Basis`].
    pub payers: [[i64; 2]; 3],
    /// Client-weeks that are not booked yet, likewise; those who pay the same stand together at the first of them.
    pub weeks: [i64; 6],
    /// What a client of each service gets.
    pub terms: [Terms; PRODUCTS],
    /// Help that is bought now, in the order in which it began.
    pub bought: Vec<Bought>,
}
