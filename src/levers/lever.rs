//! What a lever is: what is known about it, and how it changes the settings of a week.

use serde::{Deserialize, Serialize};

use crate::provenance::{Decides, Source};
use crate::random::Distribution;
use crate::settings::Settings;

/// What a lever can be set to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum LeverValue {
    /// A number in the lever's unit.
    Number(f64),
    /// One of the lever's options, by position.
    Choice(u8),
    /// On or off.
    Flag(bool),
    /// A number that nobody knows: a scenario states it, and each sample draws a [`LeverValue::Number`] from it.
    Uncertain(Distribution),
}

impl From<Distribution> for LeverValue {
    fn from(distribution: Distribution) -> Self {
        match distribution {
            Distribution::Fixed(n) => Self::Number(n),
            uncertain => Self::Uncertain(uncertain),
        }
    }
}

impl LeverValue {
    /// The number, or the mean of an uncertain one; 0 for other kinds.
    pub fn number(self) -> f64 {
        match self {
            Self::Number(n) => n,
            Self::Uncertain(d) => d.mean(),
            Self::Choice(_) | Self::Flag(_) => 0.0,
        }
    }

    /// The number as a distribution; `None` for other kinds.
    pub const fn distribution(self) -> Option<Distribution> {
        match self {
            Self::Number(n) => Some(Distribution::Fixed(n)),
            Self::Uncertain(d) => Some(d),
            Self::Choice(_) | Self::Flag(_) => None,
        }
    }

    /// The value with its numbers passed through `f`; other kinds stay.
    #[must_use]
    pub fn map(self, f: impl Fn(f64) -> f64) -> Self {
        self.distribution().map_or(self, |d| d.map(f).into())
    }

    /// The position of the choice; 0 for other kinds.
    pub const fn choice(self) -> u8 {
        match self {
            Self::Choice(c) => c,
            Self::Number(_) | Self::Flag(_) | Self::Uncertain(_) => 0,
        }
    }

    /// The flag; false for other kinds.
    pub const fn flag(self) -> bool {
        matches!(self, Self::Flag(true))
    }
}

/// The kind of value that a lever takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LeverKind {
    /// A number within a range.
    Number {
        /// Lowest value.
        min: f64,
        /// Highest value.
        max: f64,
    },
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// true or false.
    Flag,
}

/// Who decides on a lever in practice: a seat that a player can take. Within the municipality the alderman decides on
/// money, size and what the gate grants, the team leader on how the team's hours are used (assumption: no law divides
/// this).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// The alderman, with council and department.
    Alderman,
    /// The leader of the district's team.
    TeamLeader,
    /// The health insurer.
    Insurer,
    /// The state.
    State,
    /// Nobody in law: a counterfactual for research.
    Researcher,
    /// Providers of the second line, within the municipality's contract.
    Provider,
    /// The council, by what it puts up with: no law says that.
    Council,
}

impl Role {
    /// Whether it is the state or the insurer: to every plan of a municipality that is part of the world.
    pub const fn is_outside(self) -> bool {
        matches!(self, Self::State | Self::Insurer)
    }

    /// In English: `alderman`, `team leader`, `insurer`, `state`, `researcher`, `provider`, `council`.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Alderman => "alderman",
            Self::TeamLeader => "team leader",
            Self::Insurer => "insurer",
            Self::State => "state",
            Self::Researcher => "researcher",
            Self::Provider => "provider",
            Self::Council => "council",
        }
    }

    /// Who decides in Dutch law where this role decides in practice.
    pub const fn decides(self) -> Decides {
        match self {
            Self::Alderman | Self::TeamLeader | Self::Provider => Decides::Municipality,
            Self::Insurer => Decides::Insurer,
            Self::State => Decides::State,
            Self::Researcher | Self::Council => Decides::Nobody,
        }
    }
}

/// Everything that help, schema, docs, forms and tests need to know about a lever.
#[derive(Clone, Copy, Debug)]
pub struct LeverMeta {
    /// Permanent key.
    pub key: &'static str,
    /// Keys that it had before: they are read, with a note that says the present one.
    pub aliases: &'static [&'static str],
    /// Row of `docs/mechanisms.md`: `M2`.
    pub mechanism: &'static str,
    /// English name.
    pub name: &'static str,
    /// Dutch name.
    pub dutch: &'static str,
    /// Unit; empty for choices and flags.
    pub unit: &'static str,
    /// The unit in Dutch.
    pub dutch_unit: &'static str,
    /// Kind and range.
    pub kind: LeverKind,
    /// The words of a choice in Dutch, in their order; files keep the English ones. Empty for other kinds.
    pub dutch_choices: &'static [&'static str],
    /// The value at which results are bit for bit as if the lever were absent; `None` where there is no absent state
    /// and the base's own value is neutral.
    pub neutral: Option<LeverValue>,
    /// Whether `--residents` scales it along.
    pub scales: bool,
    /// Who decides in practice, one role per lever; [`Role::decides`] says who does in Dutch law.
    pub role: Role,
    /// Evidence for its range or effect.
    pub source: Source,
    /// What it does, in a sentence or two.
    pub doc: &'static str,
    /// What it does in the world and not in the model, so that a result flatters it or does it wrong.
    pub gap: Option<Gap>,
}

/// What the model lacks of a lever, in a sentence for readers of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// In English.
    pub english: &'static str,
    /// In Dutch.
    pub dutch: &'static str,
}

/// A lever: what is known about it, and how it changes the settings of a week.
#[derive(Clone, Copy, Debug)]
pub struct Lever {
    /// What is known about it.
    pub meta: LeverMeta,
    /// Writes the value in force into the settings of a week.
    pub apply: fn(LeverValue, &mut Settings),
}
