//! Courses that are kept: where their store lies, what it is of, and what goes on from it.

mod finished;
mod merge;
mod place;
mod resume;
mod shard;
mod verify;

pub(super) use finished::{Finished, Gathered, study_of_results};
pub(super) use merge::merge;
pub use place::Keeping;
pub(super) use place::{INSIDE, anywhere, begin, failure, header};
pub(super) use resume::resume;
pub(super) use shard::{Part, shard};
pub(super) use verify::verify;
