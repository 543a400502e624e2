//! Which number of which team or service: a row of [`FIELDS`], and the product.

use serde::{Deserialize, Serialize};

use super::fields::{CASES, FIELDS, Field, PLACES, PRICE, Slot, TEAM_FTE};
use crate::entities::Product;
use crate::provenance::Source;
use crate::random::Distribution;

/// A number of a team or a service. Prices are in euros. In the order of their rows, then of the products.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Number {
    /// Position in [`FIELDS`].
    row: usize,
    /// The service; `None` for the team.
    product: Option<Product>,
}

impl Number {
    /// Size of the team in FTE, also where it is stated in jobs per 10,000 residents.
    pub const TEAM_FTE: Self = Self { row: TEAM_FTE, product: None };

    /// Open cases per FTE that works on cases.
    pub const CASELOAD: Self = Self { row: CASES, product: None };

    /// Places of a service.
    pub const fn places(product: Product) -> Self {
        Self { row: PLACES, product: Some(product) }
    }

    /// Price of an hour of a service.
    pub const fn price(product: Product) -> Self {
        Self { row: PRICE, product: Some(product) }
    }

    /// The numbers of the team.
    pub fn of_team() -> impl Iterator<Item = Self> {
        rows(false).map(|row| Self { row, product: None })
    }

    /// The numbers of a service.
    pub fn of_service(product: Product) -> impl Iterator<Item = Self> {
        rows(true).map(move |row| Self { row, product: Some(product) })
    }

    /// The numbers of the team, then those of every service.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::of_team().chain(Product::ALL.into_iter().flat_map(Self::of_service))
    }

    /// The number of the team that a lever may replace.
    pub fn replaced_by(lever: &str) -> Option<Self> {
        Self::of_team().find(|number| number.lever() == Some(lever))
    }

    /// The service; `None` for the team.
    pub const fn product(self) -> Option<Product> {
        self.product
    }

    /// All that is known about it.
    pub fn field(self) -> &'static Field {
        &FIELDS[self.row]
    }

    /// The lever that may replace it from the start.
    pub fn lever(self) -> Option<&'static str> {
        match self.field().slot {
            Slot::Team { lever, .. } => Some(lever),
            Slot::Service { .. } => None,
        }
    }

    /// The path in a file: `team.fte`, `service.guidance.places`.
    pub fn path(self) -> String {
        let key = self.field().key;
        self.product.map_or_else(|| format!("team.{key}"), |product| format!("service.{}.{key}", product.key()))
    }

    /// What it is for so many residents where nothing is stated, `None` if it follows from others then; and where that
    /// comes from.
    pub fn default(self, residents: u32) -> (Option<Distribution>, Option<&'static Source>) {
        match (&self.field().slot, self.product) {
            (Slot::Service { default, source, .. }, Some(product)) => {
                let meta = product.meta();
                let factor = f64::from(residents);
                // What grows with the district is known per 1,000 residents.
                let of_all = |d: Distribution| if self.field().scales { d.map(|n| n * factor / 1_000.0) } else { d };
                (default(meta).map(of_all), source(meta))
            }
            (Slot::Team { default, source, .. }, _) => (Some(*default), *source),
            (Slot::Service { .. }, None) => (None, None),
        }
    }
}

/// The positions of the rows of services or of the team.
fn rows(of_service: bool) -> impl Iterator<Item = usize> {
    (0..FIELDS.len()).filter(move |row| FIELDS[*row].is_of_service() == of_service)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_their_places_and_keys_of_their_own() {
        let paths: Vec<String> = [Number::TEAM_FTE, Number::CASELOAD].into_iter().map(Number::path).collect();
        assert_eq!(paths, ["team.fte".to_owned(), format!("team.{}", FIELDS[CASES].key)]);
        assert_eq!(Number::CASELOAD.lever(), Some("team.caseload"));
        let of_guidance = [Number::places(Product::Guidance), Number::price(Product::Guidance)].map(Number::path);
        assert_eq!(of_guidance, ["service.guidance.places", "service.guidance.euros_per_hour"]);
        let mut keys: Vec<&str> = FIELDS.iter().flat_map(|f| f.aliases.iter().copied().chain([f.key])).collect();
        let all = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), all, "a key or an alias stands twice");
    }
}
