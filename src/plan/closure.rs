//! What a comparison keeps equal.

use serde::{Deserialize, Serialize};

/// What is kept equal when a variant is compared with its base: hours, money or neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Closure {
    /// Same team hours: the variant has the base's team, and what it plans more for outreach comes out of that.
    #[default]
    Hours,
    /// Same municipal euros as budgeted at the start: as `Extra`, and what the team costs more is saved on purchased
    /// care.
    Budget,
    /// Extra money: the team is larger by what the variant plans more for outreach, unless it states a size of its own.
    Extra,
}

impl Closure {
    /// Every closure, the default first.
    pub const ALL: [Self; 3] = [Self::Hours, Self::Budget, Self::Extra];

    /// The closure with a word.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|closure| closure.key() == key)
    }

    /// The word in options and files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Budget => "budget",
            Self::Extra => "extra",
        }
    }
}
