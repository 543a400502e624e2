//! One number of the world: a row.

use crate::provenance::Source;
use crate::random::Distribution;

/// One entry of the registry.
#[derive(Clone, Copy, Debug)]
pub struct ParamMeta {
    /// Permanent key.
    pub key: &'static str,
    /// Unit.
    pub unit: &'static str,
    /// What it is.
    pub doc: &'static str,
    /// What it is called in the Dutch report, in plain words.
    pub dutch: &'static str,
    /// Default: a value or a distribution.
    pub default: Distribution,
    /// Lowest value allowed.
    pub min: f64,
    /// Highest value allowed.
    pub max: f64,
    /// Where the default comes from.
    pub source: Source,
    /// If it is an effect of help: where that is none, and which way it rises.
    pub help: Option<HelpEffect>,
}

/// How a number tells what help does: to a need, to what a need leads to, and to the needs of others. How people come
/// to help, and what it costs, is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HelpEffect {
    /// The value at which help does nothing (of a number that other effects are multiplied with: least).
    pub null: f64,
    /// Whether help does most at the top of the range, else at its bottom.
    pub up: bool,
}

impl HelpEffect {
    /// Nothing at `null`, and more the higher the number.
    pub(crate) const fn up(null: f64) -> Self {
        Self { null, up: true }
    }

    /// Nothing at `null`, and more the lower the number.
    pub(crate) const fn down(null: f64) -> Self {
        Self { null, up: false }
    }

    /// The value at which help does most, of what is known of the number.
    pub fn most(self, meta: &ParamMeta, known: &Distribution) -> f64 {
        let end = if self.up { known.highest() } else { known.range().0 };
        end.clamp(meta.min, meta.max)
    }
}

/// A number that is known.
pub const fn fixed(value: f64) -> Distribution {
    Distribution::Fixed(value)
}

/// A number that nobody knows: lowest, likeliest, highest.
pub const fn tri(low: f64, mode: f64, high: f64) -> Distribution {
    Distribution::Triangular { low, mode, high }
}

/// The numbers of a mechanism: field, key, unit, default, range, source, and what it is called in English and Dutch. An
/// effect of help says so at the end: `help from 0.0 up` (see [`HelpEffect`]). Makes the struct `Params` with a drawn
/// value for each, and the list `PARAMETERS` of rows.
macro_rules! parameters {
    (@help) => { None };
    (@help $null:literal $way:ident) => { Some($crate::parameters::HelpEffect::$way($null)) };
    ($(
        $field:ident: $key:literal, $unit:literal, $default:expr, $min:literal ..= $max:literal, $source:expr,
        $doc:literal, $dutch:literal $(, help from $null:literal $way:ident)?;
    )*) => {
        /// One drawn value for every parameter of the mechanism.
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct Params {
            $(#[doc = concat!($doc, " (", $unit, ")")] pub $field: f64,)*
        }

        /// The parameters, in the order of the fields of [`Params`].
        pub const PARAMETERS: &[crate::parameters::ParamMeta] = &[
            $(crate::parameters::ParamMeta {
                key: $key,
                unit: $unit,
                doc: $doc,
                dutch: $dutch,
                default: $default,
                min: $min as f64,
                max: $max as f64,
                source: $source,
                help: $crate::parameters::parameters!(@help $($null $way)?),
            },)*
        ];

        impl Params {
            /// From as many of the values that come as there are parameters, in the order of [`PARAMETERS`].
            pub(crate) fn take(rest: &mut impl Iterator<Item = f64>) -> Self {
                debug_assert!(rest.size_hint().0 >= PARAMETERS.len());
                Self { $($field: rest.next().unwrap_or_default(),)* }
            }

            /// Adds the values in the order of [`PARAMETERS`].
            pub(crate) fn give(&self, values: &mut Vec<f64>) {
                values.extend_from_slice(&[$(self.$field),*]);
            }
        }
    };
}
pub(crate) use parameters;
