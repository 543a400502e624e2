//! The numbers of a team and a service that a file states: path, range, unit.

use serde::{Deserialize, Serialize};

use crate::entities::Product;
use crate::levers::MAX_TEAM_FTE;
use crate::provenance::Source;
use crate::random::Distribution;

/// Highest price, in euros per hour.
pub(crate) const MAX_EUROS: f64 = 10_000.0;

/// Open cases per FTE where nothing is stated.
pub(crate) const CASELOAD: Distribution = Distribution::Triangular { low: 12.0, mode: 25.0, high: 45.0 };
pub(crate) const CASELOAD_SOURCE: Source = Source::Assumption("there is no norm on purpose (NJi); range 12 to 45");

/// Places for so many residents, of a distribution per 1,000.
pub(crate) fn places_for(residents: u32, per_1000: Distribution) -> Distribution {
    per_1000.map(|n| n * f64::from(residents) / 1_000.0)
}

/// A number of a team or a service. Prices are in euros.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Number {
    /// Size of the team in FTE, also where it is stated in jobs per 10,000 residents.
    TeamFte,
    /// Open cases per FTE that works on cases.
    Caseload,
    /// Places of a service.
    Places(Product),
    /// Hours of a service per client and week.
    Hours(Product),
    /// Price of an hour of a service.
    Price(Product),
    /// Chance that a term of a service is renewed.
    Renewal(Product),
}

impl Number {
    /// The path in a file: `team.fte`, `service.guidance.places`.
    pub fn path(self) -> String {
        let of = |product: Product, field: &str| format!("service.{}.{field}", product.key());
        match self {
            Self::TeamFte => "team.fte".to_owned(),
            Self::Caseload => "team.caseload_per_fte".to_owned(),
            Self::Places(product) => of(product, "places"),
            Self::Hours(product) => of(product, "hours_per_week"),
            Self::Price(product) => of(product, "euros_per_hour"),
            Self::Renewal(product) => of(product, "renewal"),
        }
    }

    /// What a file may state, and what is drawn at most.
    pub const fn range(self) -> (f64, f64) {
        match self {
            Self::TeamFte => (0.0, MAX_TEAM_FTE),
            Self::Caseload => (1.0, 200.0),
            Self::Places(_) => (0.0, 1e7),
            Self::Hours(_) => (0.0, 168.0),
            Self::Price(_) => (0.0, MAX_EUROS),
            Self::Renewal(_) => (0.0, 1.0),
        }
    }

    /// The unit.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::TeamFte => "FTE",
            Self::Caseload => "cases per FTE",
            Self::Places(_) => "places",
            Self::Hours(_) => "hours per week",
            Self::Price(_) => "euros per hour",
            Self::Renewal(_) => "share",
        }
    }

    /// Whether it grows with the district.
    pub(super) const fn scales(self) -> bool {
        matches!(self, Self::TeamFte | Self::Places(_))
    }
}

/// Whole cents of a price in euros.
pub(crate) fn cents(euros: f64) -> i64 {
    libm::round(euros * 100.0) as i64
}

/// Nine digits: scaling in another order leaves a tail.
pub(crate) fn rounded(x: f64) -> f64 {
    format!("{x:.8e}").parse().unwrap_or(x)
}
