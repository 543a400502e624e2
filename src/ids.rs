//! Typed column slots and keys.
//!
//! A *slot* ([`ResidentId`] and its kin) says where an entity's columns are; it is reused after the entity has gone,
//! never hashed, and never decides an order. A [`Key`] is the entity's identity; it is never reused and decides every
//! draw.

use serde::{Deserialize, Serialize};

/// Who an entity is, as 64 bits derived from what it is (see `random`). Never reused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key(pub u64);

/// A slot: where the columns of one kind of entity hold one of them.
pub trait Slot: Copy {
    /// The slot at a position.
    fn at(position: u32) -> Self;
    /// The position in the columns.
    fn position(self) -> usize;
}

macro_rules! slot {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// No such entity.
            pub const NONE: Self = Self(u32::MAX);

            /// The position in the columns.
            #[inline]
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// The slot, unless it is [`Self::NONE`].
            #[inline]
            pub const fn some(self) -> Option<Self> {
                if self.0 == u32::MAX { None } else { Some(self) }
            }
        }

        impl Slot for $name {
            #[inline]
            fn at(position: u32) -> Self {
                Self(position)
            }

            #[inline]
            fn position(self) -> usize {
                self.0 as usize
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::NONE
            }
        }
    )*};
}

slot! {
    /// Slot of a resident.
    ResidentId,
    /// Slot of a household, which is also its dwelling: dwellings are fixed, households come and go.
    HouseholdId,
    /// Slot of an episode of need.
    EpisodeId,
    /// Slot of a case of a wijkteam.
    CaseId,
    /// Slot of an entitlement.
    EntitlementId,
    /// Slot of a care arrangement (somebody gives informal care to somebody).
    CareId,
}
