//! The numbers of the world: one registry with key, unit, default, range and source.
//!
//! A *parameter* is what the world sets; what an alderman sets is a lever. Each entry of the table below is a field of
//! [`Params`], a key in `[parameters]`, a row of `samples.csv` if it is uncertain, and a line of `docs/evidence.md`. It
//! ends with what the number is called: in English, and in Dutch for the report.

mod parameter;

pub(crate) use parameter::parameters;
pub use parameter::{HelpEffect, ParamMeta, fixed, tri};

use serde::{Deserialize, Serialize};

use crate::mechanisms::for_rooms;
use crate::random::Distribution;
use crate::tables::{chained, total};

macro_rules! all_rows {
    ($($(#[$when:meta])* $room:ident),* $(,)?) => {
        const ROWS: &[&[ParamMeta]] = &[$($(#[$when])* crate::mechanisms::$room::rows::PARAMETERS),*];

        /// One drawn value for every parameter, by mechanism.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub struct Params {
            $(
                $(#[$when])*
                #[doc = concat!("Of `mechanisms::", stringify!($room), "`.")]
                pub $room: crate::mechanisms::$room::rows::Params,
            )*
        }

        impl Params {
            /// From values in the order of [`PARAMETERS`].
            ///
            /// # Panics
            /// If the number of values is not that of [`PARAMETERS`].
            pub fn from_values(values: &[f64]) -> Self {
                assert_eq!(values.len(), PARAMETERS.len());
                let mut rest = values.iter().copied();
                Self { $($(#[$when])* $room: crate::mechanisms::$room::rows::Params::take(&mut rest),)* }
            }

            /// The values in the order of [`PARAMETERS`].
            pub fn values(&self) -> Vec<f64> {
                let mut values = Vec::with_capacity(PARAMETERS.len());
                $($(#[$when])* self.$room.give(&mut values);)*
                values
            }
        }
    };
}
for_rooms!(all_rows);

/// Every parameter, mechanism by mechanism.
pub static PARAMETERS: &[ParamMeta] = &chained::<_, { total(ROWS) }>(ROWS);

/// The numbers that say what help does, by position in [`PARAMETERS`].
pub fn effects_of_help() -> impl Iterator<Item = (usize, HelpEffect)> {
    PARAMETERS.iter().enumerate().filter_map(|(position, meta)| Some((position, meta.help?)))
}

impl Params {
    /// Position in [`PARAMETERS`] of a key.
    pub fn position(key: &str) -> Option<usize> {
        PARAMETERS.iter().position(|p| p.key == key)
    }

    /// Every parameter at the mean of its default.
    pub fn at_defaults() -> Self {
        Self::from_values(&PARAMETERS.iter().map(|p| p.default.mean()).collect::<Vec<_>>())
    }

    /// The defaults, one distribution per parameter.
    pub fn defaults() -> Vec<Distribution> {
        PARAMETERS.iter().map(|p| p.default).collect()
    }

    /// The values that somebody gives to each distribution by the parameter's key, within what is allowed.
    pub fn valued(distributions: &[Distribution], value: impl Fn(&Distribution, &str) -> f64) -> Self {
        let values: Vec<f64> = PARAMETERS
            .iter()
            .zip(distributions)
            .map(|(meta, distribution)| value(distribution, meta.key).clamp(meta.min, meta.max))
            .collect();
        Self::from_values(&values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::provenance::Source::{Assumption, Literature};

    /// Whoever reads Dutch is told each number by a name of its own.
    #[test]
    fn every_number_has_a_dutch_name_of_its_own() {
        for (i, meta) in PARAMETERS.iter().enumerate() {
            assert!(!meta.dutch.is_empty() && meta.dutch != meta.doc, "{} has no Dutch name", meta.key);
            let other = PARAMETERS[..i].iter().find(|other| other.dutch == meta.dutch).map(|other| other.key);
            assert_eq!(other, None, "{} is called the same: {}", meta.key, meta.dutch);
        }
    }

    #[test]
    fn what_nobody_measured_has_a_range_that_samples_draw() {
        for meta in PARAMETERS {
            let text = meta.source.text();
            assert!(!text.contains("equations E") && !text.contains("model M"), "{} names no publication", meta.key);
            let unknown = matches!(meta.source, Assumption(_) | Literature(_));
            assert!(!unknown || !meta.default.is_fixed(), "{} is an assumption without a range", meta.key);
            for u in [1e-9, 0.5, 1.0 - 1e-9] {
                let value = meta.default.quantile(u);
                assert!((meta.min..=meta.max).contains(&value), "{}: {value} lies outside what is allowed", meta.key);
            }
        }
    }
}
