//! The plan: what one simulation needs, checked, complete and frozen. Plain data, without files and their format.
//!
//! An organisation of care, circumstances, money rules, how much is computed; the uncertain numbers among them and what
//! a sample draws for those ([`Scenario::drawn`]); how a variant is made comparable to its base ([`close`]).

mod bounds;
mod closing;
mod closure;
mod context;
mod design;
mod draw;
mod fields;
mod idle;
mod number;
mod organisation;
mod own;
mod rounding;
mod scenario;
mod service;
mod team;
mod uncertain;

pub use bounds::{Bound, Ends};
pub use closing::{Closed, ClosureChange, ClosureNote, close, outreach_fte};
pub(crate) use closing::{FIXED_BY_BUDGET, FIXED_BY_HOURS, first_difference};
pub use closure::Closure;
pub(crate) use context::MAX_HOMES;
pub use context::{ContextSpec, MAX_FACTOR, Subject};
#[cfg(test)]
pub(crate) use context::{DATED, HOMES_SOURCE};
pub use design::{Design, Others};
#[cfg(test)]
pub(crate) use fields::CASELOAD_SOURCE;
pub(crate) use fields::MAX_EUROS;
pub use fields::{FIELDS, Field, FieldKind, Slot, Words};
pub use idle::{WITH_MECHANISMS, is_idle};
pub use number::Number;
pub use organisation::Organisation;
pub use own::OwnFigure;
pub(crate) use rounding::{cents, rounded};
pub use scenario::{BudgetSpec, Closing, ExperimentSpec, OutputSpec, Part, Scenario};
pub use service::ServiceSpec;
pub use team::TeamSpec;
pub use uncertain::{Place, UncertainNumber, paths};
