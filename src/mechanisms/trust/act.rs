//! Trust in the first line (R4; docs/odd.md 7.9): it moves with outcomes, slowly up and fast down, and a part of each
//! move reaches the people one is tied to. Pushed along ties when something happens; nothing sweeps over everybody.

use crate::district::{District, Happening, Now, Rate};
use crate::ids::ResidentId;
use crate::links::Link;
use crate::mechanisms::needs::rates;

const ONE: f64 = 65_535.0;

/// A good or bad outcome of help: the person's trust moves, and a part of the move reaches the ties.
pub fn outcome(now: Now<'_>, d: &mut District, r: ResidentId, good: bool) {
    let p = &now.inputs.params;
    let rate = (if good { p.trust.up } else { p.trust.down }) * now.settings.link(Link::OUTCOME_TRUST);
    let target = if good { ONE } else { 0.0 };
    toward(now, d, r, target, rate);
    let share = p.trust.tie * now.settings.link(Link::TRUST_TIES);
    if share > 0.0 {
        let own = f64::from(d.residents[r].person.trust_first);
        for place in 0..crate::entities::MAX_TIES {
            let tie = d.ties[r][place];
            if let Some(other) = tie.other().some().filter(|_| tie.exists()) {
                toward(now, d, other, own, share * tie.strength());
            }
        }
    }
}

/// Attention without a problem: a conversation that builds trust as a small good outcome.
pub fn attention(now: Now<'_>, d: &mut District, r: ResidentId, share: f64) {
    let rate = now.inputs.params.trust.up * share * now.settings.link(Link::OUTCOME_TRUST);
    toward(now, d, r, ONE, rate);
}

fn toward(now: Now<'_>, d: &mut District, r: ResidentId, target: f64, rate: f64) {
    if rate > 0.0 {
        let before = f64::from(d.residents[r].person.trust_first);
        let trust = before + rate * (target - before);
        d.set_trust(r, (trust + 0.5) as u16);
        // Within the same step of the bound nothing more can happen than what is entered.
        if rates::trust_step(d.residents[r].person.trust_first) > rates::trust_step(before as u16) {
            now.tell(d, Happening::RateRose(Rate::Asking, r));
        }
    }
}
