//! A team that enforces sees what people on social assistance do not do, and what comes of it.

use crate::district::{District, Happening, Now};
use crate::entities::Lines;
use crate::ids::{HouseholdId, ResidentId};
use crate::mechanisms::reciprocity::{Regime, Rule, promise, sanctions};
use crate::observation::Indicator;
use crate::random::Process;

/// The team is with a household, on an occasion of its own: it may see that somebody does not do what they must for
/// social assistance, and a professional may act on that.
pub fn look(now: Now<'_>, d: &mut District, h: HouseholdId, occasion: u64) {
    if !now.settings.work_income.enforcement {
        return;
    }
    let breaks = |d: &District, r: ResidentId| {
        let promise = promise::of(d, r, Regime::Benefit);
        promise.runs() && promise.rule == Rule::Obliged && !promise.kept
    };
    let p = &now.inputs.params;
    let all: Vec<ResidentId> = d.members(h).filter(|r| breaks(d, *r)).collect();
    for r in all {
        let unit = |process| now.inputs.draws.unit(process, d.residents[r].key, occasion);
        if unit(Process::ENFORCEMENT_SEEN) >= p.work_income.seen
            || unit(Process::ENFORCEMENT_ACTS) >= p.reciprocity.enforced
        {
            continue;
        }
        d.counts.add(Indicator::BREACHES, 1);
        now.tell(d, Happening::HelpTurnedOut(r, Lines::FIRST, false));
        sanctions::cut(now, d, r);
    }
}
