//! Who gave up for want of a place that a saving took: for as long as they would have been served, what they go without
//! is still saved (decision 0041).

use serde::{Deserialize, Serialize};

use super::{entitlements, severity};
use crate::district::{District, Now, Share};
use crate::entities::{Entitlement, Product, Resident, Severity, Stage};
use crate::ids::{EntitlementId, EpisodeId, Key, ResidentId};
use crate::mechanisms::contracting::selection;
use crate::plan::ServiceSpec;
use crate::random::Process;
use crate::units::Minute;

/// Somebody who gave up, and would be served by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missed {
    /// What they waited for.
    pub product: Product,
    /// Whose entitlement it was, with the generation of the slot.
    pub who: (ResidentId, u16),
    /// The need that it was for, with the generation of the slot.
    pub need: (EpisodeId, u16),
    /// Key of the entitlement: the terms and renewals that it would have had are drawn by it.
    pub key: Key,
    /// Terms that would be over by now.
    pub term: u16,
    /// When the term ends that would run now.
    pub until: Minute,
}

/// Somebody loses patience: whom a saving alone kept from a place goes without what they would have been given.
pub fn gives_up(now: Now<'_>, d: &mut District, spec: &ServiceSpec, share: &Share, x: EntitlementId) {
    let saves = now.settings.second_line.purchase_saving_euros > 0.0 && spec.product.meta().account.is_municipal();
    let Entitlement { resident, product, key, queued, .. } = d.entitlements[x];
    let Some(e) = entitlements::need_of(d, x).filter(|_| saves) else { return };
    let would_be_served = if spec.follows_at_once() {
        queued.plus_weeks(spec.wait_weeks) <= now.at
    } else {
        share.here() <= spec.places.or(share.places()).unwrap_or(f64::INFINITY)
    };
    if would_be_served {
        let (who, need) = ((resident, d.residents[resident].generation), (e, d.episodes[e].generation));
        let until = term_end(now, spec, (key, 0), d.episodes[e].severity, now.at);
        d.rooms.second_line.missed.push(Missed { product, who, need, key, term: 0, until });
    }
}

/// Those who would still be served in the week that begins, and are not: nobody who has died or moved, whose need has
/// passed, who has been put in the line again or lives in an institution, or whose last term would be over.
pub fn look_again(now: Now<'_>, d: &mut District, specs: &[ServiceSpec]) {
    let mut missed = std::mem::take(&mut d.rooms.second_line.missed);
    missed.retain_mut(|one| goes_without(now, d, &specs[one.product as usize], one));
    d.rooms.second_line.missed = missed;
}

fn goes_without(now: Now<'_>, d: &District, spec: &ServiceSpec, one: &mut Missed) -> bool {
    let ((r, of_person), (e, of_need)) = (one.who, one.need);
    if !d.residents.is_current(r, of_person) || !d.episodes.is_current(e, of_need) {
        return false;
    }
    let asked_again = d.entitlements_of(r).any(|x| {
        let Entitlement { product, stage, .. } = d.entitlements[x];
        product == one.product && !matches!(stage, Stage::Inquiry | Stage::Applied)
    });
    if d.episodes[e].recovered || d.residents[r].is(Resident::LONG_TERM) || asked_again {
        return false;
    }
    while one.until <= now.week.start() {
        if !spec.goes_on(now.inputs.draws.unit(Process::REASSESSMENT, one.key, u64::from(one.term))) {
            return false;
        }
        one.term += 1;
        one.until = term_end(now, spec, (one.key, one.term), d.episodes[e].severity, one.until);
    }
    true
}

/// When a term ends that begins at a moment.
pub fn term_end(now: Now<'_>, spec: &ServiceSpec, (key, term): (Key, u16), severity: Severity, from: Minute) -> Minute {
    let u = now.inputs.draws.unit(Process::SERVICE_DURATION, key, u64::from(term));
    let longer = severity::term(now, spec.product, severity) * selection::term(now, spec.product);
    from.plus_weeks((spec.duration_weeks.quantile(u) * longer).max(1e-4))
}
