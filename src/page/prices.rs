//! What an hour costs in a place, as a municipality may state it.

use std::collections::BTreeMap;

use crate::entities::Product;
use crate::plan::{Number, Scenario};

/// The name of the file of own prices.
pub(super) const FILE: &str = "prijzen.toml";

/// The team among the own prices.
pub(super) const TEAM: &str = "team";

/// The prices by which a scenario differs from a base, as far as they are certain.
pub(super) fn other_prices(base: &Scenario, scenario: &Scenario) -> BTreeMap<String, f64> {
    let of = |scenario: &Scenario| prices(scenario).collect::<BTreeMap<_, _>>();
    let there = of(base);
    of(scenario).into_iter().filter(|(key, price)| there.get(key) != Some(price)).collect()
}

/// What an hour costs of the team and of each service of a scenario, in euros: the mean where it is uncertain.
pub(super) fn prices(scenario: &Scenario) -> impl Iterator<Item = (String, f64)> {
    let team = (TEAM.to_owned(), scenario.budget.team_cents_per_hour as f64 / 100.0);
    let price = |product| scenario.organisation.value(Number::price(product)).map(|price| price.mean());
    let service = move |product: Product| Some((product.key().to_owned(), price(product)?));
    std::iter::once(team).chain(Product::ALL.into_iter().filter_map(service))
}

/// The field of the own price that a mistake is about.
pub(super) fn price_of(field: &str) -> Option<String> {
    if field == "budget.euros_per_team_hour" {
        return Some(format!("prices.{TEAM}"));
    }
    let service = field.strip_prefix("service.")?.strip_suffix(".euros_per_hour")?;
    Some(format!("prices.{service}"))
}
