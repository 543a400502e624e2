//! One causal link: a permanent number with a row.

use crate::provenance::Source;

/// A causal link that can be cut, by its permanent number: its place among the strengths of a week. A mechanism names
/// its links in its own rows ([`links!`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link(u8);

impl Link {
    /// The link of a number.
    pub const fn numbered(number: u8) -> Self {
        Self(number)
    }

    /// Its place in the list of all links.
    #[inline]
    pub const fn place(self) -> usize {
        self.0 as usize
    }
}

/// What is known about a causal link.
#[derive(Clone, Copy, Debug)]
pub struct LinkMeta {
    /// The link.
    pub link: Link,
    /// Key in `[links]`.
    pub key: &'static str,
    /// Cause.
    pub from: &'static str,
    /// Effect.
    pub to: &'static str,
    /// `+` if more of the cause gives more of the effect.
    pub sign: char,
    /// The feedback loop that it belongs to; empty if none.
    pub feedback: &'static str,
    /// Where its strength comes from.
    pub source: Source,
}

/// Names links by their permanent numbers, which count from 0 without a gap over all mechanisms: documentation, name,
/// number, key, cause, effect, sign, loop, source. Makes associated constants of [`Link`] and the list `LINKS` of rows.
macro_rules! links {
    ($(
        $(#[$doc:meta])*
        $name:ident = $number:literal: $key:literal, $from:literal => $to:literal, $sign:literal, $feedback:literal,
        $source:expr;
    )*) => {
        impl crate::links::Link {
            $($(#[$doc])* pub const $name: Self = Self::numbered($number);)*
        }

        /// The links that are named here.
        pub const LINKS: &[crate::links::LinkMeta] = &[
            $(crate::links::LinkMeta {
                link: crate::links::Link::$name,
                key: $key,
                from: $from,
                to: $to,
                sign: $sign,
                feedback: $feedback,
                source: $source,
            }),*
        ];
    };
}
pub(crate) use links;
