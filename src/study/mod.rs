//! A comparison from scenario files to a report, as a value: what every front end would else write again.
//!
//! A [`Study`] holds the whole recipe. It closes what was read, gives a small district more replicates, runs draws in a
//! fixed order, asks for more of them as long as a verdict needs it, cuts feedbacks, follows a household, and reads all
//! that as the data of a report. It has no terminal, clock, thread or folder of its own: threads are an option of its
//! plan, and whoever wants to show, keep or write what comes is a [`Witness`] of it.
//!
//! It can be read at any moment, also by a witness while it runs, and says of how many samples it is. Samples can be
//! added later: what is read then is what a study of so many samples from the start gives, to the byte. Whoever has
//! workers of its own lets them compute the parts, and hands over what comes of it ([`Study::keep`]).
//!
//! Left out: where scenarios and models come from. Scenarios that somebody has made comparable in another way, for
//! whatever model, are a [`Study::of_plan`].

mod districts;
mod estimate;
mod memory;
mod notes;
mod parts;
mod reading;
mod recipe;
mod running;
pub mod sweep;

pub use estimate::{FIRST_RESIDENTS, FIRST_SAMPLES, FirstEstimate};
pub use memory::Memory;
pub use notes::Note;
pub use recipe::{Options, Study};
pub use running::Witness;
