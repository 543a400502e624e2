//! The plan: what one simulation needs, checked, complete and frozen. Plain data, without files and their format.
//!
//! An organisation of care, circumstances, money rules, how much is computed; the uncertain numbers among them and what
//! a sample draws for those ([`Scenario::drawn`]); how a variant is made comparable to its base ([`close`]).

mod closing;
mod closure;
mod context;
mod draw;
mod number;
mod organisation;
mod own;
mod scenario;
mod uncertain;

pub use closing::{Closed, ClosureChange, ClosureNote, close, outreach_fte};
pub(crate) use closing::{FIXED_BY_BUDGET, FIXED_BY_HOURS, first_difference};
pub use closure::Closure;
#[cfg(test)]
pub(crate) use context::HOMES_SOURCE;
pub(crate) use context::MAX_HOMES;
pub use context::{ContextSpec, MAX_FACTOR, Subject};
#[cfg(test)]
pub(crate) use number::CASELOAD_SOURCE;
pub use number::Number;
pub(crate) use number::{CASELOAD, MAX_EUROS, cents, places_for, rounded};
pub use organisation::{Organisation, ServiceSpec};
pub use own::OwnFigure;
pub use scenario::{BudgetSpec, Closing, ExperimentSpec, OutputSpec, Scenario};
pub use uncertain::{Place, UncertainNumber};
