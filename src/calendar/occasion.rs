//! What an entry of the calendar is about: a number with a row.

use serde::{Deserialize, Serialize};

/// In which column the slot of an entry lies: whose generation says whether the entry still stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Residents.
    Resident,
    /// Households.
    Household,
    /// Episodes.
    Episode,
    /// Entitlements.
    Entitlement,
    /// Care arrangements.
    Care,
    /// Cases of the team.
    Case,
    /// None with generations: the slot is a place in the team or nothing, and whoever reads the entry checks it.
    Other,
}

/// What an entry is about: a permanent number, which also orders entries of the same minute and tie. A mechanism names
/// its occasions in its own rows ([`occasions!`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Occasion(u8);

impl Occasion {
    /// The occasion of a number.
    pub const fn numbered(number: u8) -> Self {
        Self(number)
    }

    /// The number.
    #[inline]
    pub const fn number(self) -> u8 {
        self.0
    }
}

/// What is known about an occasion.
#[derive(Clone, Copy, Debug)]
pub struct OccasionRow {
    /// The occasion.
    pub occasion: Occasion,
    /// Its name in the code.
    pub name: &'static str,
    /// The column of an entry's slot.
    pub column: Column,
    /// Whether it is a candidate, a point that happens only if its height is below a rate, rather than something with a
    /// date.
    pub candidate: bool,
}

/// Names occasions by their permanent numbers: documentation, name, number, the column of an entry's slot, and whether
/// it is a `candidate` or `dated`. Makes associated constants of [`Occasion`] and the list `OCCASIONS` of their rows.
macro_rules! occasions {
    ($($(#[$doc:meta])* $name:ident = $number:literal: $column:ident, $kind:ident;)*) => {
        impl crate::calendar::Occasion {
            $($(#[$doc])* pub const $name: Self = Self::numbered($number);)*
        }

        /// The occasions that are named here.
        pub const OCCASIONS: &[crate::calendar::OccasionRow] = &[
            $(crate::calendar::OccasionRow {
                occasion: crate::calendar::Occasion::$name,
                name: stringify!($name),
                column: crate::calendar::Column::$column,
                candidate: crate::calendar::occasions!(@ $kind),
            }),*
        ];
    };
    (@ candidate) => { true };
    (@ dated) => { false };
}
pub(crate) use occasions;
