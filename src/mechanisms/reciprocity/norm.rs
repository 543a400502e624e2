//! What people think they owe each other: it rises in who does something freely, falls in who must, and moves along
//! ties.

use super::rule::Rule;
use super::state::{Promise, Regime};
use crate::district::{District, Now, Reading, Subject};
use crate::entities::{Domain, MAX_TIES};
use crate::ids::ResidentId;
use crate::links::Link;
use crate::observation::Indicator;
use crate::random::Process;

/// By how much people differ either way before anything has moved them (assumption, as of trust).
const SPREAD: f64 = 0.2;

/// Somebody's norm, 0 to 1.
pub fn of(now: Now<'_>, d: &District, r: ResidentId) -> f64 {
    let moved = d.rooms.reciprocity.norms.get(&d.residents, r);
    moved.map_or_else(
        || {
            let u = now.inputs.draws.unit(Process::RETURN_NORM, d.residents[r].key, 0);
            (now.inputs.params.reciprocity.norm + SPREAD * (2.0 * u - 1.0)).clamp(0.0, 1.0)
        },
        |norm| f64::from(*norm),
    )
}

fn moves(now: Now<'_>, d: &mut District, r: ResidentId, by: f64) {
    let norm = (of(now, d, r) + by).clamp(0.0, 1.0);
    *d.rooms.reciprocity.norms.of_mut(&d.residents, r) = norm as f32;
}

/// A quarter of a promise is over: the norm moves, and a part of that in those one is tied to.
pub(super) fn quarter_ends(now: Now<'_>, d: &mut District, r: ResidentId, promise: Promise) {
    let p = &now.inputs.params.reciprocity;
    let by = match promise.rule {
        Rule::Voluntary if promise.kept => p.norm_voluntary * now.settings.link(Link::VOLUNTARY_NORM),
        Rule::Obliged => p.norm_obliged * now.settings.link(Link::OBLIGED_NORM),
        _ => 0.0,
    };
    if by != 0.0 {
        moves(now, d, r, by);
        let share = now.inputs.params.trust.tie * now.settings.link(Link::NORM_TIES);
        for place in 0..MAX_TIES {
            let tie = d.ties[r][place];
            if let Some(other) = tie.other().some().filter(|_| tie.exists() && share > 0.0) {
                moves(now, d, other, by * share * tie.strength());
            }
        }
    }
    let norm = of(now, d, r);
    d.counts.ratio(Indicator::RETURN_NORM, (norm * 1e6) as i64, 1_000_000);
}

/// Whether somebody does something in return freely now.
pub fn gives_freely(d: &District, r: ResidentId) -> bool {
    let freely = |regime| {
        let promise = d.rooms.reciprocity.promise(&d.residents, r, regime);
        promise.runs() && promise.kept && promise.rule == Rule::Voluntary
    };
    !d.rooms.reciprocity.people.is_empty() && Regime::ALL.into_iter().any(freely)
}

/// How doing something freely multiplies the rate at which social needs get lighter.
pub fn improving(now: Now<'_>, d: &District, s: Subject, reading: Reading) -> f64 {
    if s.domain != Domain::Social || !gives_freely(d, s.resident) {
        return 1.0;
    }
    let ratio = now.inputs.params.reciprocity.improving;
    reading.of(|| 1.0 + (ratio - 1.0) * now.settings.link(Link::RETURN_NEEDS), || ratio)
}
