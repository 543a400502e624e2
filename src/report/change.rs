//! What differs between two scenarios.

use crate::levers::Step;
use crate::plan::Number;

/// What can differ between the base and a variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// A lever, by position in [`crate::levers::LEVERS`]; for the size and the caseload of the team also the numbers of
    /// the team itself.
    Lever(usize),
    /// A parameter, by position in [`crate::parameters::PARAMETERS`].
    Parameter(usize),
    /// A number of a service.
    Number(Number),
    /// The price of the team's hours, in euros.
    TeamPrice,
    /// The year of the prices.
    PriceYear,
    /// The discount rate per year, as a share.
    DiscountRate,
    /// The strength of a causal link, by position in [`crate::links::LINKS`]: 1 as modelled, 0 cut.
    Link(usize),
}

/// Something that differs between the base and a variant.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Name of the variant.
    pub variant: String,
    /// What.
    pub what: Changed,
    /// In the base: what changes in time from week 0 on, or one undated step; empty if nothing is set.
    pub base: Vec<Step>,
    /// The same in the variant.
    pub changed: Vec<Step>,
    /// Whether the first value of the base holds during burn-in too.
    pub since_before: bool,
}
