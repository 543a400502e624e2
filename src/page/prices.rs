//! What an hour costs in a place, as a municipality may state it.

use std::collections::BTreeMap;

use super::words::word;
use crate::entities::Product;
use crate::language::Lang;
use crate::plan::{Number, Scenario};
use crate::report::wording::service_name;

/// The name of the file of own prices.
pub(super) const FILE: &str = "prijzen.toml";

/// The team among the own prices.
pub(super) const TEAM: &str = "team";

/// Services that are bought by the hour; stays, aids and care around the clock have other prices.
const BY_THE_HOUR: [Product; 6] = [
    Product::YouthAmbulatory,
    Product::MentalHealth,
    Product::Guidance,
    Product::DomesticHelp,
    Product::DayActivity,
    Product::DistrictNursing,
];

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
    std::iter::once(team).chain(BY_THE_HOUR.into_iter().filter_map(service))
}

/// The field of the own price that a mistake is about.
pub(super) fn price_of(field: &str) -> Option<String> {
    if field == "budget.euros_per_team_hour" {
        return Some(format!("prices.{TEAM}"));
    }
    let service = field.strip_prefix("service.")?.strip_suffix(".euros_per_hour")?;
    Some(format!("prices.{service}"))
}

/// An amount to the cent.
pub(super) fn exact(lang: Lang, euros: f64) -> String {
    let text = format!("{euros:.2}");
    if lang == Lang::Nl { text.replace('.', ",") } else { text }
}

/// What is paid by the hour.
pub(super) fn price_name(lang: Lang, key: &str) -> String {
    let product = Product::ALL.into_iter().find(|product| product.key() == key);
    product.map_or_else(|| word(lang, "price.team"), |product| service_name(lang, product).to_owned())
}
