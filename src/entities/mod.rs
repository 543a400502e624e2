//! Who and what is simulated.

mod domain;
mod product;

pub use domain::{DOMAINS, Domain, SEVERITIES, Severity};
pub use product::{ACCOUNTS, Account, PRODUCTS, Product, ProductMeta};
