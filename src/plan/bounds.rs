//! The ends of what help may do: scenarios in which it does nothing, and in which it does the most that is thought
//! possible.

use serde::Serialize;

use super::context::Subject;
use super::scenario::Scenario;
use crate::parameters::{HelpEffect, PARAMETERS, effects_of_help};
use crate::random::Distribution;

/// What help does in a comparison that is made once more to see whether the answer depends on that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Bound {
    /// Nothing: every effect of help at its null.
    Null,
    /// What the scenario says.
    AsIs,
    /// The most: every effect of help at the end of its range at which help does most.
    Ceiling,
}

/// An effect of help and what it is at both ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ends {
    /// Key of the parameter.
    pub key: &'static str,
    /// Where help does nothing, in the parameter's unit.
    pub null: f64,
    /// Where it does most.
    pub ceiling: f64,
}

impl Bound {
    /// Every bound, from least to most.
    pub const ALL: [Self; 3] = [Self::Null, Self::AsIs, Self::Ceiling];

    /// The key in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::AsIs => "as_is",
            Self::Ceiling => "ceiling",
        }
    }

    /// The bound with a key; `None` if there is none.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|bound| bound.key() == key)
    }
}

impl Scenario {
    /// Every effect of help with its two ends: the null is the registry's, the ceiling the end of this scenario's own
    /// range.
    pub fn ends_of_help(&self) -> Vec<Ends> {
        let ends = |(position, help): (usize, HelpEffect)| {
            let (meta, known) = (&PARAMETERS[position], &self.parameters[position]);
            Ends { key: meta.key, null: help.null, ceiling: help.most(meta, known) }
        };
        effects_of_help().map(ends).collect()
    }

    /// The same scenario where help does what a bound says, in every week and from before the start on: dated factors
    /// on an effect of help are left out at both ends.
    #[must_use]
    pub fn at_bound(&self, bound: Bound) -> Self {
        let mut scenario = self.clone();
        if bound == Bound::AsIs {
            return scenario;
        }
        for ((position, _), ends) in effects_of_help().zip(self.ends_of_help()) {
            let value = if bound == Bound::Null { ends.null } else { ends.ceiling };
            scenario.parameters[position] = Distribution::Fixed(value);
            scenario.context.factors.retain(|(subject, _)| *subject != Subject::Parameter(position));
        }
        scenario
    }
}
