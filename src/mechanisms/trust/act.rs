//! Trust in the first and in the second line (R4; docs/odd.md 7.9): it moves with outcomes, slowly up and fast down,
//! and a part of each move reaches the people one is tied to. Pushed along ties when something happens; nothing sweeps
//! over everybody.

use crate::district::{District, Happening, Now, Rate};
use crate::entities::Lines;
use crate::ids::ResidentId;
use crate::links::Link;
use crate::mechanisms::experts::uptake;
use crate::mechanisms::needs::rates;

const ONE: f64 = 65_535.0;

/// A good or bad outcome of help: the person's trust in the lines that it is about moves, that in the other as far as
/// people do not tell them apart; and a part of the move reaches the ties.
pub fn outcome(now: Now<'_>, d: &mut District, r: ResidentId, lines: Lines, good: bool) {
    let p = &now.inputs.params;
    let up = if lines.first { p.trust.up * uptake::trust(now, d) } else { p.trust.up };
    let rate = (if good { up.min(1.0) } else { p.trust.down }) * now.settings.link(Link::OUTCOME_TRUST);
    let target = if good { ONE } else { 0.0 };
    let parts = parts(now, lines);
    toward(now, d, r, [target; 2], parts.map(|part| part * rate));
    let share = p.trust.tie * now.settings.link(Link::TRUST_TIES);
    if share > 0.0 {
        let own = d.trusts(r).map(f64::from);
        d.look_at_ties(r);
        for place in 0..crate::entities::MAX_TIES {
            let tie = d.ties[r][place];
            if let Some(other) = tie.other().some().filter(|_| tie.exists()) {
                toward(now, d, other, own, parts.map(|part| part * (share * tie.strength())));
            }
        }
    }
}

/// Attention without a problem: a conversation that builds trust as a small good outcome of the first line.
pub fn attention(now: Now<'_>, d: &mut District, r: ResidentId, share: f64) {
    let up = (now.inputs.params.trust.up * uptake::trust(now, d)).min(1.0);
    let rate = up * share * now.settings.link(Link::OUTCOME_TRUST);
    toward(now, d, r, [ONE; 2], parts(now, Lines::FIRST).map(|part| part * rate));
}

/// How much of an outcome counts for the trust in each line.
fn parts(now: Now<'_>, lines: Lines) -> [f64; 2] {
    let shared = 1.0 - now.inputs.params.trust.apart;
    [lines.first, lines.second].map(|about| if about { 1.0 } else { shared })
}

fn toward(now: Now<'_>, d: &mut District, r: ResidentId, targets: [f64; 2], rates: [f64; 2]) {
    if rates.iter().all(|rate| *rate <= 0.0) {
        return;
    }
    let before = d.trusts(r);
    let after = |line: usize| {
        let trust = f64::from(before[line]);
        (trust + rates[line] * (targets[line] - trust) + 0.5) as u16
    };
    if now.inputs.params.trust.apart > 0.0 {
        d.set_trust_second(r, after(1));
    }
    d.set_trust(r, after(0));
    // Within the same step of the bound nothing more can happen than what is entered.
    if rates::trust_step(d.trusts(r)) > rates::trust_step(before) {
        now.tell(d, Happening::RateRose(Rate::Asking, r));
    }
}
