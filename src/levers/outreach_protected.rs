//! Lever `outreach.protected`: Whether planned outreach and collective hours are protected.

use super::{Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

pub(super) const LEVER: Lever = Lever {
    meta: LeverMeta {
        key: "outreach.protected",
        mechanism: "M3",
        name: "Outreach hours protected",
        dutch: "Uren voor outreach beschermd",
        unit: "",
        dutch_unit: "",
        kind: LeverKind::Flag,
        dutch_choices: &[],
        neutral: Some(LeverValue::Flag(false)),
        scales: false,
        role: Role::Alderman,
        source: Source::Assumption("ring-fencing is said to be rare; no count seen"),
        doc: "Whether planned outreach and collective hours are protected. If not, they give up a part of the \
              shortfall to cases.",
        gap: None,
    },
    apply: |value, settings| settings.outreach_protected = value.flag(),
};
