//! Lever `capacity.municipal`: Multiplies the places of all services that the municipality pays.

use super::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::entities::Product;
use crate::provenance::Source;

pub(super) const LEVER: Lever = Lever {
    meta: LeverMeta {
        key: "capacity.municipal",
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
        doc: "Multiplies the places of all services that the municipality pays. Below 1 it takes its share also where \
              places are empty: then of those that people are in or wait for.",
        gap: Some(Gap {
            english: "Who finds no place only waits: how providers answer to fewer places or more is not in the model.",
            dutch: "Wie geen plek vindt, wacht alleen. Hoe aanbieders reageren op minder of meer plekken, zit niet in \
                    het model.",
        }),
    },
    apply: |value, settings| {
        for product in Product::ALL.into_iter().filter(|p| p.meta().account.is_municipal()) {
            settings.capacity[product as usize] *= value.number();
        }
    },
};
