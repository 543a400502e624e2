//! Rates as products of factors: a factor says what it is now and what it can be at most, in one declaration.
//!
//! A candidate is entered up to the product of what the factors can be at most (the bound), and happens if its height
//! lies below the product of what they are (thinning). Whoever raises a factor beyond its bound tells so
//! ([`Happening::RateRose`](super::Happening::RateRose)), and further candidates are entered; who forgets it meets an
//! assertion at the next candidate that is too low.

use crate::entities::{Domain, Severity};
use crate::ids::{EpisodeId, ResidentId};

/// A rate that mechanisms can multiply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Rate {
    /// Onset of a need. Its bound is that of any domain: factors leave the subject's aside then.
    Onset,
    /// Asking for help with a need.
    Asking,
    /// A need worsens.
    Worsening,
    /// A need becomes lighter by a step.
    Improving,
    /// A need passes by help.
    HelpedRecovery,
    /// Others report a need.
    Report,
    /// A crisis leads to an incident.
    Incident,
    /// A need that help had ended comes back.
    Relapse,
}

impl Rate {
    /// All, in order.
    pub const ALL: [Self; 8] = [
        Self::Onset,
        Self::Asking,
        Self::Worsening,
        Self::Improving,
        Self::HelpedRecovery,
        Self::Report,
        Self::Incident,
        Self::Relapse,
    ];
}

/// Whose rate it is, and of what.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    /// Whose.
    pub resident: ResidentId,
    /// Domain of the need.
    pub domain: Domain,
    /// Severity of the need; light where it has not begun.
    pub severity: Severity,
    /// The need; none where it has not begun, or where one like it is reckoned with.
    pub episode: EpisodeId,
}

/// How a factor is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// As it is.
    Now,
    /// As high as it can become before anything is told that raises it.
    Bound,
    /// The same, with room for what is likely to come next: candidates are not entered at every change.
    Room,
}

impl Reading {
    /// What is, or what can be at most.
    #[inline]
    pub fn of(self, now: impl FnOnce() -> f64, bound: impl FnOnce() -> f64) -> f64 {
        match self {
            Self::Now => now(),
            Self::Bound | Self::Room => bound(),
        }
    }
}
