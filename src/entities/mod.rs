//! Who and what is simulated.

mod care;
mod case;
mod domain;
mod episode;
mod household;
mod needs;
mod product;
mod remit;
mod resident;

pub use care::Care;
pub use case::{Case, CaseState, Entitlement, Frame, Professional, ROUTES, Route, Stage};
pub use domain::{DOMAINS, Domain, SEVERITIES, Severity};
pub use episode::{Episode, Helper, Lines};
pub use household::{Household, Neighbourhood};
pub use needs::Needs;
pub use product::{ACCOUNTS, Account, Catchment, PRODUCTS, Product, ProductGroup, ProductMeta, SILOS};
pub use remit::{Form, MAX_TEAMS, Remit};
pub use resident::{MAX_AGE, MAX_TIES, Person, Position, Resident, Tie};
