//! Lever `purchase.saving`: Saves on the care that the municipality purchases.

use super::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

pub(super) const LEVER: Lever = Lever {
    meta: LeverMeta {
        key: "purchase.saving",
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
            "entitlements are open-ended: a saving shows as intake stops and waiting, the same share of every service",
        ),
        doc: "Buys less of all services that the municipality pays, by this amount on what is spent without it: the \
              same share of each goes unserved and waits. Under closure `budget` it pays for a larger team.",
        gap: Some(Gap {
            english: "Who goes without only waits: providers that stop and courts that order help are not in the \
                      model.",
            dutch: "Wie geen plek krijgt, wacht alleen. Aanbieders die stoppen en rechters die hulp opleggen, zitten \
                    niet in het model.",
        }),
    },
    apply: |value, settings| settings.purchase_saving_euros = value.number(),
};
