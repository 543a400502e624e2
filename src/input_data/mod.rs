//! Statistics that go in: district profiles with provenance.

mod document;
pub mod gazetteer;
pub mod kwb;
mod neighbourhoods;
mod profile;
mod whole;

pub use document::{
    BUILTIN_PROFILES, Contradiction, MAX_NEIGHBOURHOODS, MAX_RESIDENTS, contradictions, profile_to_toml,
};
pub use neighbourhoods::assumed_neighbourhoods;
pub use profile::{DistrictProfile, NeighbourhoodProfile};
pub use whole::whole;
