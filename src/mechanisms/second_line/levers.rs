//! What somebody can decide of it.

use crate::entities::{Account, PRODUCTS, Product};
use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// What the model lacks wherever places change.
const ONLY_WAITING: Gap = Gap {
    english: "Who finds no place only waits, or tries another door: providers do not answer to fewer places or more.",
    dutch: "Wie geen plek vindt, wacht of klopt elders aan. Aanbieders reageren niet op minder of meer plekken.",
};

/// The lever of the places of one product.
const fn places_of<const PRODUCT: u8>() -> Lever {
    let product = Product::of(PRODUCT);
    Lever {
        meta: LeverMeta {
            key: PLACES[PRODUCT as usize],
            aliases: &[],
            mechanism: "M25",
            name: NAMES[PRODUCT as usize].0,
            dutch: NAMES[PRODUCT as usize].1,
            unit: "ratio",
            dutch_unit: "keer",
            kind: LeverKind::Number { min: 0.0, max: 100.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(1.0)),
            scales: false,
            role: match product.meta().account {
                Account::HealthInsurer => Role::Insurer,
                Account::LongTermCare => Role::State,
                _ => Role::Alderman,
            },
            source: Source::Assumption("1 is what the organisation states"),
            doc: "Multiplies the places of this service, on top of capacity.municipal and capacity.insurer. Below 1 it \
                  takes its share also where places are empty: then of those that people are in or wait for. Above 1 \
                  it does nothing where everybody is served after a wait (places_follow 1).",
            gap: Some(ONLY_WAITING),
        },
        apply: |value, settings| settings.capacity[PRODUCT as usize] *= value.number(),
    }
}

/// Keys of the levers of places, in the order of the products.
const PLACES: [&str; PRODUCTS] = [
    "places.youth_ambulatory",
    "places.mental_health",
    "places.guidance",
    "places.domestic_help",
    "places.day_activity",
    "places.aids",
    "places.sheltered_living",
    "places.debt_programme",
    "places.district_nursing",
    "places.long_term_care",
    "places.youth_residential",
];

/// Their names in English and Dutch.
const NAMES: [(&str, &str); PRODUCTS] = [
    ("Places, youth help without a stay", "Plekken, jeugdhulp zonder verblijf"),
    ("Places, mental health care", "Plekken, ggz"),
    ("Places, guidance", "Plekken, begeleiding"),
    ("Places, domestic help", "Plekken, hulp bij het huishouden"),
    ("Places, day activity", "Plekken, dagbesteding"),
    ("Places, aids and transport", "Plekken, hulpmiddelen en vervoer"),
    ("Places, sheltered living", "Plekken, beschermd wonen"),
    ("Places, debt programme", "Plekken, schuldregeling"),
    ("Places, district nursing", "Plekken, wijkverpleging"),
    ("Places, long-term care", "Plekken, Wlz"),
    ("Places, youth help with a stay", "Plekken, jeugdhulp met verblijf"),
];

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    places_of::<0>(),
    places_of::<1>(),
    places_of::<2>(),
    places_of::<3>(),
    places_of::<4>(),
    places_of::<5>(),
    places_of::<6>(),
    places_of::<7>(),
    places_of::<8>(),
    places_of::<9>(),
    places_of::<10>(),
    Lever {
        meta: LeverMeta {
            key: "capacity.municipal",
            aliases: &[],
            mechanism: "M25",
            name: "Purchased capacity, municipality",
            dutch: "Ingekochte capaciteit, gemeente",
            unit: "ratio",
            dutch_unit: "keer",
            kind: LeverKind::Number { min: 0.0, max: 100.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(1.0)),
            scales: false,
            role: Role::Alderman,
            source: Source::Assumption("1 is what the organisation states"),
            doc: "Multiplies the places of all services that the municipality pays. Below 1 it takes its share also \
                  where places are empty: then of those that people are in or wait for.",
            gap: Some(ONLY_WAITING),
        },
        apply: |value, settings| {
            for product in Product::ALL.into_iter().filter(|p| p.meta().account.is_municipal()) {
                settings.capacity[product as usize] *= value.number();
            }
        },
    },
    Lever {
        meta: LeverMeta {
            key: "capacity.insurer",
            aliases: &[],
            mechanism: "M25",
            name: "Purchased capacity, insurer",
            dutch: "Ingekochte capaciteit, verzekeraar",
            unit: "ratio",
            dutch_unit: "keer",
            kind: LeverKind::Number { min: 0.0, max: 100.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(1.0)),
            scales: false,
            role: Role::Insurer,
            source: Source::Assumption("1 is what the organisation states"),
            doc: "Multiplies the places of all services that the health insurer pays. Below 1 it takes its share also \
                  where places are empty: then of those that people are in or wait for.",
            gap: Some(ONLY_WAITING),
        },
        apply: |value, settings| {
            for product in Product::ALL.into_iter().filter(|p| p.meta().account == Account::HealthInsurer) {
                settings.capacity[product as usize] *= value.number();
            }
        },
    },
    Lever {
        meta: LeverMeta {
            key: "purchase.saving",
            aliases: &[],
            mechanism: "M16",
            name: "Saving on purchased care, municipality",
            dutch: "Besparing op ingekochte zorg, gemeente",
            unit: "euros per year",
            dutch_unit: "euro per jaar",
            kind: LeverKind::Number { min: 0.0, max: 1e9 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: true,
            role: Role::Alderman,
            source: Source::Assumption(
                "entitlements are open-ended: a saving shows as intake stops and waiting, the same share of every \
                 service",
            ),
            doc: "Buys less of all services that the municipality pays, by this amount on what is spent without it: \
                  the same share of each goes unserved and waits. Under closure `budget` it pays for a larger team.",
            gap: Some(Gap {
                english: "Who goes without only waits: providers that stop and courts that order help are not in the \
                          model.",
                dutch: "Wie geen plek krijgt, wacht alleen. Aanbieders die stoppen en rechters die hulp opleggen, \
                        zitten niet in het model.",
            }),
        },
        apply: |value, settings| settings.second_line.purchase_saving_euros = value.number(),
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_product_has_its_lever() {
        for product in Product::ALL {
            assert_eq!(PLACES[product as usize].strip_prefix("places."), Some(product.key()));
            let (name, dutch) = NAMES[product as usize];
            assert_eq!(name.to_lowercase(), format!("places, {}", product.meta().english.to_lowercase()));
            assert_eq!(dutch.to_lowercase(), format!("plekken, {}", product.meta().dutch.to_lowercase()));
        }
    }
}
