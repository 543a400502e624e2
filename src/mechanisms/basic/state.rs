//! What is kept of basic provision: what is open in every neighbourhood, and who is served there instead of by a
//! service.

use serde::{Deserialize, Serialize};

use crate::entities::{Product, Severity};
use crate::ids::EpisodeId;
use crate::observation::catalogue::GROUPS;
use crate::slab::Column;
use crate::units::Minute;

/// Kinds of general provision.
pub(super) const KINDS: usize = 4;
/// Products that have collective places.
pub const COLLECTIVE: [Product; 3] = [Product::DomesticHelp, Product::DayActivity, Product::Guidance];

/// What general provision is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A place to meet, with somebody to talk to.
    Meeting,
    /// Practical help: chores, forms, meals.
    Practical,
    /// Something to do by day.
    DayActivity,
    /// A group of young people.
    Youth,
}

impl Kind {
    /// The kind that can do instead of a product.
    pub const fn instead_of(product: Product) -> Option<Self> {
        match product {
            Product::Guidance => Some(Self::Meeting),
            Product::DomesticHelp => Some(Self::Practical),
            Product::DayActivity => Some(Self::DayActivity),
            Product::YouthAmbulatory => Some(Self::Youth),
            _ => None,
        }
    }
}

/// General provision of a neighbourhood, by kind.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Provision {
    /// Half-days a week that are open.
    pub half_days: [f64; KINDS],
    /// People who are served there instead of by a service.
    pub taken: [u32; KINDS],
}

/// Where somebody is served instead of by a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Where {
    /// In general provision of a neighbourhood.
    General(u16),
    /// In a collective place of the district.
    Collective,
}

/// A place that somebody has.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Where.
    pub at: Where,
    /// Instead of what.
    pub product: Product,
    /// Until when they go on coming.
    pub until: Minute,
    /// How severe the need was when they came.
    pub severity: Severity,
}

/// What is known of a need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Served {
    /// The place that its person has for it.
    pub place: Option<Place>,
    /// Whether a place has fallen short: it is not offered again.
    pub fell_short: bool,
}

/// A need for which somebody is served, and whose slot it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guest {
    /// The need.
    pub episode: EpisodeId,
    /// The generation of its slot.
    pub generation: u16,
}

/// What is kept of basic provision; nothing before there is any.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Basic {
    /// By neighbourhood, in their order; empty until there are any.
    pub provision: Vec<Provision>,
    /// Collective places that are taken, in the order of [`COLLECTIVE`].
    pub taken: [u32; COLLECTIVE.len()],
    /// Who is served, in the order in which they came.
    pub guests: Vec<Guest>,
    /// By need.
    pub served: Column<EpisodeId, Served>,
    /// Who is served, by group, when the week began.
    pub groups: [u32; GROUPS.len()],
}
