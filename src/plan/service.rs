//! A service of the second line as it is run.

use serde::{Deserialize, Serialize};

use crate::entities::Product;
use crate::random::Distribution;

/// A service of the second line in force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ServiceSpec {
    /// Product; one service each.
    pub product: Product,
    /// Places; may be fractional (it then alternates so that the mean over weeks is exact). `None`: as many as serve
    /// those who come once they have waited for [`ServiceSpec::wait_weeks`] (docs/odd.md 7.8).
    pub places: Option<f64>,
    /// Weeks that people wait while demand and places are in balance.
    pub wait_weeks: f64,
    /// The part of what is short or idle that places make up in a year; 1 is at once.
    pub places_follow: f64,
    /// Hours of service per client and week.
    pub hours_per_week: f64,
    /// Price in whole cents per hour.
    pub cents_per_hour: i64,
    /// Duration of one term, in weeks.
    pub duration_weeks: Distribution,
    /// Chance that the term is renewed where the need is still open.
    pub renewal: f64,
}

impl ServiceSpec {
    /// A service of which nothing is known yet.
    pub(crate) const fn of(product: Product) -> Self {
        Self {
            product,
            places: None,
            wait_weeks: 0.0,
            places_follow: 0.0,
            hours_per_week: 0.0,
            cents_per_hour: 0,
            duration_weeks: Distribution::Fixed(0.0),
            renewal: 0.0,
        }
    }

    /// Whether people are served after a wait, and nobody sooner: where no places are stated and they follow demand at
    /// once.
    pub fn follows_at_once(&self) -> bool {
        self.places.is_none() && self.places_follow >= 1.0
    }

    /// Whether a term is followed by another at a draw between 0 and 1, where the need is still open.
    #[inline]
    pub fn goes_on(&self, draw: f64) -> bool {
        draw < self.renewal
    }
}
