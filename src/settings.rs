//! The settings in force during a week: what levers change and mechanisms read.
//!
//! Fixed at the start of each week in this order: the organisation of the scenario (its team and the strengths of
//! links), the levers in the order of their list, then the share of each service's places that circumstances leave. A
//! mechanism reads settings and never names a lever.

use serde::{Deserialize, Serialize};

use crate::entities::PRODUCTS;
use crate::links::{LINK_COUNT, Link};
use crate::mechanisms::for_rooms;

/// The settings of a mechanism for one week: documentation, name, type, and the value at which nothing is organised.
/// Makes the struct `Settings`.
macro_rules! settings {
    ($($(#[$doc:meta])* $field:ident: $type:ty = $neutral:expr;)*) => {
        /// What levers change of the mechanism, for one week.
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct Settings { $($(#[$doc])* pub $field: $type,)* }

        impl Default for Settings {
            fn default() -> Self {
                Self { $($field: $neutral,)* }
            }
        }
    };
}
pub(crate) use settings;

macro_rules! all_rows {
    ($($(#[$when:meta])* $room:ident),* $(,)?) => {
        /// The settings of one week, by mechanism.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub struct Settings {
            $(
                $(#[$when])*
                #[doc = concat!("Of `mechanisms::", stringify!($room), "`.")]
                pub $room: crate::mechanisms::$room::rows::Settings,
            )*
            /// Multiplier on the places of each product; below 1 on those that people are in or wait for, if that is
            /// fewer.
            pub capacity: [f64; PRODUCTS],
            /// Strength of each causal link.
            #[serde(with = "serde_big_array::BigArray")]
            pub links: [f64; LINK_COUNT],
        }

        impl Default for Settings {
            /// Nothing organised: no team, no outreach, contracted capacity as it is, all links whole.
            fn default() -> Self {
                Self {
                    $($(#[$when])* $room: crate::mechanisms::$room::rows::Settings::default(),)*
                    capacity: [1.0; PRODUCTS],
                    links: [1.0; LINK_COUNT],
                }
            }
        }
    };
}
for_rooms!(all_rows);

impl Settings {
    /// The strength of a link: 1 as modelled, 0 cut.
    #[inline]
    pub fn link(&self, link: Link) -> f64 {
        self.links[link.place()]
    }
}
