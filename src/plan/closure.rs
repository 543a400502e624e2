//! What a comparison keeps equal.

use serde::{Deserialize, Serialize};

/// What is kept equal when a variant is compared with its base: hours, money or neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Closure {
    /// Same team hours: the variant has the base's team, and the extra outreach that it plans comes out of its hours.
    #[default]
    Hours,
    /// Same municipal euros as budgeted at the start: as `Extra`, and the extra cost of the team and of prevention is
    /// saved on purchased care.
    Budget,
    /// Extra money: the team is larger by the extra outreach that the variant plans, unless it states a size of its
    /// own.
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
