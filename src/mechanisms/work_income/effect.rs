//! What work in the remit adds to the effect of the team's help.

use crate::district::{Now, Reading};
use crate::entities::Domain;
use crate::links::Link;

/// What the remit adds to the effect of the team's help with a need of a domain. The bound is that of a remit that may
/// begin any week.
pub fn of_team(now: Now<'_>, domain: Domain, reading: Reading) -> f64 {
    if domain != Domain::Work {
        return 0.0;
    }
    let effect = now.inputs.params.work_income.work_effect;
    let holds = now.settings.work_income.income;
    reading.of(|| if holds { effect * now.settings.link(Link::REMIT_WORK) } else { 0.0 }, || effect)
}
