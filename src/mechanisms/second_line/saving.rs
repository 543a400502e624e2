//! A saving on what a municipality purchases: the part of its services that is left, so that what goes unserved is
//! worth what is to be saved (decisions 0040 and 0041).

use serde::{Deserialize, Serialize};

use super::missed::{self, Missed};
use crate::district::{District, Now, Queue, Share, Waiting};
use crate::entities::{Product, Stage};
use crate::ids::EntitlementId;
use crate::mechanisms::contribution::payers;
use crate::plan::ServiceSpec;
use crate::units::WEEKS_PER_YEAR;

/// What the saving is behind is made good over so many weeks, and no more than so many weeks of it are (assumption: a
/// municipality looks at its spending twice a year, and cannot save for longer what it did not). What was saved too
/// much is given back in full, however long that takes.
const WEEKS: f64 = 26.0;

/// What is kept of cuts.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Saving {
    /// Cents that were to be saved, less what what went unserved would have cost; negative: too much was saved.
    pub behind: f64,
    /// Who gave up because of it, and would be served by now.
    pub missed: Vec<Missed>,
}

/// The part of its municipal services that a district purchases in the week that begins, out of what it would spend if
/// nothing were saved. Services of which more goes unserved than is saved are let in again: places stand empty at
/// times, and whoever gave up is still not served.
pub fn purchased(
    now: Now<'_>,
    districts: &mut [District],
    specs: &[ServiceSpec],
    queues: &[Queue],
    district: usize,
) -> f64 {
    let saved = now.settings.second_line.purchase_saving_euros * 100.0 / f64::from(WEEKS_PER_YEAR);
    if saved <= 0.0 {
        districts[district].rooms.second_line = Saving::default();
        return 1.0;
    }
    missed::look_again(now, &mut districts[district], specs);
    let queue_of = |product: Product| queues.iter().find(|q| q.product == product && q.is_for[district]);
    let municipal = specs.iter().filter(|spec| spec.product.meta().account.is_municipal());
    let services: Vec<(&ServiceSpec, &Queue)> =
        municipal.filter_map(|spec| Some((spec, queue_of(spec.product)?))).collect();
    let own =
        own_part(now, &districts[district], services.iter().map(|(spec, queue)| (*spec, &queue.shares[district])));
    // What those who are here would cost if nothing were saved, what they do not cost because of it, and what those do
    // not who gave up.
    let (mut uncut, mut unserved, mut missed) = (0.0, 0.0, 0.0);
    for (spec, queue) in services {
        let share = &queue.shares[district];
        let overdue = if spec.follows_at_once() { overdue(districts, queue, district) } else { 0 };
        let part = if spec.product.is_wmo() { 1.0 - own } else { 1.0 };
        let cents = cents_each(spec, share) * part;
        let gone = districts[district].rooms.second_line.missed.iter().filter(|one| one.product == spec.product);
        let here = there_would_be(spec, share, overdue, 0);
        let with_gone = there_would_be(spec, share, overdue, gone.count() as u32);
        uncut += cents * here;
        unserved += cents * (here - f64::from(share.serving));
        missed += cents * (with_gone - here);
    }
    let state = &mut districts[district].rooms.second_line;
    state.behind = (state.behind + saved - unserved - missed).min(WEEKS * saved);
    let due = (saved - missed + state.behind / WEEKS).max(0.0);
    if uncut > 0.0 { (1.0 - due / uncut).clamp(0.0, 1.0) } else { 1.0 }
}

/// The part of the price of Wmo help that its users pay themselves: it goes with the help.
fn own_part<'a>(now: Now<'_>, d: &District, services: impl Iterator<Item = (&'a ServiceSpec, &'a Share)>) -> f64 {
    let wmo = services.filter(|(spec, _)| spec.product.is_wmo());
    let price: f64 = wmo.map(|(spec, share)| cents_each(spec, share) * f64::from(share.serving)).sum();
    if price > 0.0 { (payers::cents_a_week(now, d) / price).min(1.0) } else { 0.0 }
}

/// What a week of a service costs for each person served, in cents.
fn cents_each(spec: &ServiceSpec, share: &Share) -> f64 {
    spec.cents_per_hour as f64 * share.minutes_each().unwrap_or(spec.hours_per_week * 60.0) / 60.0
}

/// The same beside those who are served now: where nobody waits nobody goes unserved, however many are served above the
/// places that there are in the mean.
fn there_would_be(spec: &ServiceSpec, share: &Share, overdue: u32, missed: u32) -> f64 {
    let without_cut = without_cut(spec, share, overdue, missed);
    if share.waiting == 0 { without_cut.max(f64::from(share.serving)) } else { without_cut }
}

/// How many of a district's people would be served if nothing were cut: where places follow demand at once everybody
/// who has waited long enough; elsewhere as many as there are places for. `missed` would be among them, and gave up.
pub fn without_cut(spec: &ServiceSpec, share: &Share, overdue: u32, missed: u32) -> f64 {
    let all = share.here() + f64::from(missed);
    if spec.follows_at_once() {
        return all - f64::from(share.waiting.saturating_sub(overdue));
    }
    let places = spec.places.or(share.places()).unwrap_or(f64::INFINITY);
    all.min(places)
}

/// People of a district who stand in the line of a queue, and wait.
pub fn overdue(districts: &[District], queue: &Queue, district: usize) -> u32 {
    let here = |waiting: &&Waiting| usize::from(waiting.who.0) == district && waits(districts, waiting.who);
    queue.line.iter().filter(here).count() as u32
}

/// Whether somebody waits: not served by now, withdrawn or gone.
pub fn waits(districts: &[District], who: (u16, EntitlementId, u16)) -> bool {
    let entitlement = &districts[usize::from(who.0)].entitlements[who.1];
    is_current(districts, who) && entitlement.stage == Stage::Waiting && entitlement.resident.some().is_some()
}

/// Whether an entitlement is still the one that was meant.
pub fn is_current(districts: &[District], who: (u16, EntitlementId, u16)) -> bool {
    districts[who.0 as usize].entitlements.is_current(who.1, who.2)
}
