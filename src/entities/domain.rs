//! The seven life domains and four severities, after the Self-Sufficiency Matrix.

use serde::{Deserialize, Serialize};

/// A life domain in which a resident can have an episode of need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[repr(u8)]
pub enum Domain {
    /// Income and debt; an episode of the household, carried by its reference person.
    Debt,
    /// Housing; an episode of the household, carried by its reference person.
    Housing,
    /// Work and day activity.
    Work,
    /// Mental health and addiction.
    Mental,
    /// Physical and daily functioning.
    Daily,
    /// Parenting and youth; carried by the child or young person (under 23).
    Youth,
    /// Social network and participation.
    Social,
}

/// Number of life domains.
pub const DOMAINS: usize = 7;

impl Domain {
    /// All domains, in the order of their numbers.
    pub const ALL: [Self; DOMAINS] =
        [Self::Debt, Self::Housing, Self::Work, Self::Mental, Self::Daily, Self::Youth, Self::Social];

    /// The key in files and indicators.
    pub const fn key(self) -> &'static str {
        ["debt", "housing", "work", "mental", "daily", "youth", "social"][self as usize]
    }

    /// The domain with a number.
    #[inline]
    pub const fn of(number: u8) -> Self {
        Self::ALL[number as usize]
    }

    /// Basic needs: while they are unsolved other help takes less (loop R9).
    #[inline]
    pub const fn is_basic(self) -> bool {
        matches!(self, Self::Debt | Self::Housing)
    }
}

/// Severity of an episode: the lack of self-sufficiency in one domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[repr(u8)]
pub enum Severity {
    /// Light.
    Light = 1,
    /// Moderate.
    Moderate = 2,
    /// Severe.
    Severe = 3,
    /// Crisis.
    Crisis = 4,
}

/// Number of severities.
pub const SEVERITIES: usize = 4;

impl Severity {
    /// All severities, lightest first.
    pub const ALL: [Self; SEVERITIES] = [Self::Light, Self::Moderate, Self::Severe, Self::Crisis];

    /// The key in files and indicators.
    pub const fn key(self) -> &'static str {
        ["light", "moderate", "severe", "crisis"][self as usize - 1]
    }

    /// The severity with a number from 1 to 4.
    #[inline]
    pub const fn of(number: u8) -> Self {
        Self::ALL[number as usize - 1]
    }

    /// One step lighter, if there is one: what is light passes or stays.
    pub const fn lighter(self) -> Option<Self> {
        match self {
            Self::Light => None,
            Self::Moderate => Some(Self::Light),
            Self::Severe => Some(Self::Moderate),
            Self::Crisis => Some(Self::Severe),
        }
    }

    /// One step worse, if there is one.
    pub const fn worse(self) -> Option<Self> {
        match self {
            Self::Light => Some(Self::Moderate),
            Self::Moderate => Some(Self::Severe),
            Self::Severe => Some(Self::Crisis),
            Self::Crisis => None,
        }
    }
}
