//! Statistics in: district profiles with provenance.

mod profile;

pub use profile::{DistrictProfile, NeighbourhoodProfile};
