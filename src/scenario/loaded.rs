//! A scenario that was read, and what options change in it.

use std::collections::BTreeMap;

use super::reader::{Origin, SourceText};
use crate::diagnostics::Diagnostic;
use crate::language::Text;
use crate::plan::{Closure, Scenario};

/// What options change in a scenario: first what is known of the world, then the others in the order of this list, each
/// on the result of the earlier ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// Another district: a file or `builtin:NAME`; FTE, places and savings scale along.
    pub district: Option<String>,
    /// Other districts, to be simulated beside each other: files, or codes and names of wijken; that of a municipality
    /// stands for all its wijken. Their order decides nothing. None: the scenario is about one district.
    pub beside: Vec<String>,
    /// Residents; FTE, places and savings scale along.
    pub residents: Option<u32>,
    /// Years simulated.
    pub years: Option<u32>,
    /// Draws of the uncertain numbers.
    pub samples: Option<u32>,
    /// The same where no option says how many, unless the scenario has a design.
    pub usual_samples: Option<u32>,
    /// Points in the place of draws: a file or `builtin:NAME`.
    pub design: Option<String>,
    /// Organisations of the compared scenarios, one each in their order: files or `builtin:NAME`. Each is the
    /// scenario's from the burn-in on, and the scenario is called as it is. None: their own.
    pub organisations: Vec<String>,
    /// Replicates of each sample.
    pub replicates: Option<u32>,
    /// Seed.
    pub seed: Option<u64>,
    /// What is known of the world, laid over every scenario in this order: files or `builtin:NAME`.
    pub with: Vec<String>,
    /// What is kept equal in a comparison, whatever its scenarios say.
    pub closure: Option<Closure>,
    /// Whether scenarios that differ in what is known of the world may be compared.
    pub worlds_may_differ: bool,
    /// Whether persons and households are watched.
    pub persons: bool,
    /// `KEY=VALUE` for every scenario, or `NAME:KEY=VALUE` for one.
    pub set: Vec<String>,
}

/// A scenario that was read, and how it came about.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The scenario: checked, complete, frozen.
    pub scenario: Scenario,
    /// The scenario in full as TOML, with every base merged: runnable by itself.
    pub merged: String,
    /// Where each stated value came from, by field (`levers.outreach.door_fte`); what is not here is a default.
    pub origins: BTreeMap<String, Origin>,
    /// What is allowed but probably not meant.
    pub warnings: Vec<Text>,
    /// Columns of its design that change nothing in it; they move another scenario of the comparison.
    pub(super) idle: Vec<Diagnostic>,
    /// Every file and built-in that was read for it.
    pub sources: Vec<SourceText>,
}

impl Loaded {
    /// Whether somebody states a field, in a file of their own or in an option; what the built-in ones state is a
    /// default.
    pub fn is_stated(&self, field: &str) -> bool {
        self.origins.get(field).is_some_and(|origin| !origin.file.starts_with("builtin:"))
    }
}
