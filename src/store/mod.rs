//! A store of courses: every course that was computed, appended to one file as it comes, so that nothing that was
//! finished is lost, and whoever goes on, adds samples or scenarios, or works on several machines computes what is not
//! there yet.
//!
//! A course is known by what decides it ([`Key`]): the version of the model, the base whose burn-in it goes on from,
//! its scenario, sample and replicate; not by names, by how many samples there are to be, or by its place among others.
//! So a study that has changed finds nothing here that is not its own.
//!
//! [`Kept`] is a model that looks into a store before it computes, and puts what it computed there.

mod courses;
mod kept;
mod key;
mod record;

pub use courses::{Courses, Opened, StoreError};
pub use kept::Kept;
pub use key::Key;
pub use record::{Header, NoShard, Shard, Source};
