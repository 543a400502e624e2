//! Entitlements: for which needs of a person they are, how they end, and to whom they pass (docs/odd.md 7.8: person x
//! law x product). Nobody holds a product twice: a service helps with every known need of its holder that it is for.
//! How people wait and are served stands in `second_line`.

use crate::district::{Arrival, District, Moves, Now, What};
use crate::doors::serves;
use crate::entities::{Domain, Entitlement, Episode, Product, Stage};
use crate::ids::{EntitlementId, EpisodeId, ResidentId};
use crate::mechanisms::contribution::payers;
use crate::mechanisms::coordination::around;
use crate::mechanisms::needs::natural;
use crate::random::Process;
use crate::units::Minute;

/// Whether there is a need for an entitlement: the one that it was asked for, or another known one that the product is
/// for.
pub fn is_needed(d: &District, x: EntitlementId) -> bool {
    is_open(d, x) || needs_for(d, x).next().is_some()
}

/// Whether the need that an entitlement was asked for is still there.
pub fn is_open(d: &District, x: EntitlementId) -> bool {
    has_record(d, x) && !d.episodes[d.entitlements[EntitlementId(x.0)].episode].recovered
}

/// The need that an entitlement is for: the one that it was asked for, or else the heaviest other one.
pub fn need_of(d: &District, x: EntitlementId) -> Option<EpisodeId> {
    if is_open(d, x) {
        return Some(d.entitlements[x].episode);
    }
    needs_for(d, x).max_by_key(|e| (d.episodes[*e].severity, d.episodes[*e].key))
}

/// The open and known needs of the holder of an entitlement that its product is for.
fn needs_for(d: &District, x: EntitlementId) -> impl Iterator<Item = EpisodeId> + '_ {
    let product = d.entitlements[x].product;
    let holder = d.entitlements[x].resident.some();
    holder.into_iter().flat_map(|r| d.episodes_of(r)).filter(move |e| {
        let episode = &d.episodes[*e];
        !episode.recovered && episode.known && serves(product, episode.domain)
    })
}

/// A service that runs helps with every need of its holder that it is for. Where the need that it was asked for has
/// passed, another takes its place: whether a term is renewed depends on that one from now on.
pub fn cover(now: Now<'_>, d: &mut District, x: EntitlementId) {
    let mut needs: Vec<EpisodeId> = needs_for(d, x).collect();
    let own = d.entitlements[x].episode;
    if is_open(d, x) && !needs.contains(&own) {
        needs.push(own);
    }
    if !is_open(d, x)
        && let Some(other) = need_of(d, x)
    {
        is_for(now, d, x, other);
    }
    let product = d.entitlements[x].product;
    for e in needs {
        natural::service_begins(now, d, e, product);
    }
}

/// An entitlement is for another need of its holder from now on.
fn is_for(now: Now<'_>, d: &mut District, x: EntitlementId, e: EpisodeId) {
    if has_record(d, x) {
        natural::leaves_pipeline(now, d, d.entitlements[x].episode);
    }
    let generation = d.episodes[e].generation;
    let entitlement = &mut d.entitlements[x];
    (entitlement.episode, entitlement.episode_generation) = (e, generation);
    d.episodes[e].in_pipeline += 1;
}

/// Somebody asks for what they have or wait for, because of another need: a service that runs helps with it, and who
/// waits is as urgent as the worse of the two.
pub fn join(now: Now<'_>, d: &mut District, x: EntitlementId, e: EpisodeId) {
    match d.entitlements[x].stage {
        Stage::Served | Stage::AwaitingHome => cover(now, d, x),
        Stage::Waiting if d.episodes[e].severity > d.entitlements[x].urgency => {
            is_for(now, d, x, e);
            rise(now, d, x);
        }
        Stage::Inquiry | Stage::Applied | Stage::Waiting => {}
    }
}

/// A need has become known: services that run and are for it help from now on.
pub fn notice(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let Episode { resident, domain, .. } = d.episodes[e];
    let running: Vec<EntitlementId> = d
        .entitlements_of(resident)
        .filter(|x| {
            let Entitlement { product, stage, .. } = d.entitlements[*x];
            matches!(stage, Stage::Served | Stage::AwaitingHome) && serves(product, domain)
        })
        .collect();
    for x in running {
        cover(now, d, x);
    }
}

/// What a resident holds or waits for because of an episode, by its slot and the slot's generation.
fn asked_for(d: &District, r: ResidentId, episode: (EpisodeId, u16)) -> Vec<EntitlementId> {
    let of = |x: &EntitlementId| (d.entitlements[*x].episode, d.entitlements[*x].episode_generation);
    d.entitlements_of(r).filter(|x| of(x) == episode).collect()
}

/// A need goes on as another episode: what was asked for because of it is for that one.
pub fn go_on(d: &mut District, (before, generation): (EpisodeId, u16), e: EpisodeId) {
    let Episode { resident, domain, generation: new, .. } = d.episodes[e];
    for x in asked_for(d, resident, (before, generation)) {
        let entitlement = &mut d.entitlements[x];
        if !entitlement.product.is_youth_help() || domain == Domain::Youth {
            (entitlement.episode, entitlement.episode_generation) = (e, new);
            d.episodes[e].in_pipeline += 1;
        }
    }
}

/// Whether the episode behind an entitlement is still on record, open or recovered.
fn has_record(d: &District, x: EntitlementId) -> bool {
    let entitlement = &d.entitlements[x];
    d.episodes.is_current(entitlement.episode, entitlement.episode_generation)
}

/// Ends an entitlement that is not served.
pub fn close(now: Now<'_>, d: &mut District, x: EntitlementId) {
    if has_record(d, x) {
        natural::leaves_pipeline(now, d, d.entitlements[x].episode);
    }
    d.unlink_entitlement(x);
}

/// Somebody leaves the district or everything second-line ends for them.
pub fn withdraw_all(now: Now<'_>, d: &mut District, r: ResidentId) {
    let all: Vec<EntitlementId> = d.entitlements_of(r).collect();
    for x in all {
        withdraw(now, d, x);
    }
    d.residents[r].person.entitlements = EntitlementId::NONE;
}

/// The reference person of a household has died: its debt programme goes on with another, all else of that person's
/// ends.
pub fn hand_over(now: Now<'_>, d: &mut District, r: ResidentId, heir: ResidentId) {
    let all: Vec<EntitlementId> = d.entitlements_of(r).collect();
    for x in all {
        let Entitlement { product, stage, .. } = d.entitlements[x];
        let held = d.entitlements_of(heir).any(|x| d.entitlements[x].product == product);
        if product != Product::DebtProgramme || held {
            withdraw(now, d, x);
            continue;
        }
        d.detach_entitlement(x);
        d.entitlements[x].resident = heir;
        d.link_entitlement(x);
        if stage == Stage::Served {
            d.mark_served(heir, product, now.week);
        }
    }
}

/// Youth help ends with youth.
pub fn end_youth_help(now: Now<'_>, d: &mut District, r: ResidentId) {
    let help: Vec<EntitlementId> =
        d.entitlements_of(r).filter(|x| d.entitlements[*x].product.is_youth_help()).collect();
    for x in help {
        withdraw(now, d, x);
    }
}

/// What somebody has or asks for of a product ends.
pub fn withdraw_product(now: Now<'_>, d: &mut District, r: ResidentId, product: Product) {
    let held: Vec<EntitlementId> = d.entitlements_of(r).filter(|x| d.entitlements[*x].product == product).collect();
    for x in held {
        withdraw(now, d, x);
    }
}

/// Takes an entitlement from its holder; the queue, if it is in one, lets it go at this minute.
pub fn withdraw(now: Now<'_>, d: &mut District, x: EntitlementId) {
    let entitlement = &d.entitlements[x];
    let (product, stage, generation) = (entitlement.product, entitlement.stage, entitlement.generation);
    match stage {
        Stage::Inquiry | Stage::Applied => close(now, d, x),
        Stage::Waiting => leave_queue(now, d, x, product, generation),
        Stage::Served | Stage::AwaitingHome => {
            end_service(now, d, x);
            leave_queue(now, d, x, product, generation);
        }
    }
}

fn leave_queue(now: Now<'_>, d: &mut District, x: EntitlementId, product: Product, generation: u16) {
    let Entitlement { key, queued, .. } = d.entitlements[x];
    let (tie, at) = ((key.0 >> 32) as u32, not_before(now, queued));
    d.arrivals[product as usize].push(Arrival { at, tie, entitlement: x, generation, moves: Moves::Leaves });
    if has_record(d, x) {
        natural::leaves_pipeline(now, d, d.entitlements[x].episode);
    }
    d.detach_entitlement(x);
}

/// Somebody who waits has become more urgent: from this minute on they stand in line accordingly.
pub fn rise(now: Now<'_>, d: &mut District, x: EntitlementId) {
    let Entitlement { key, generation, product, queued, .. } = d.entitlements[x];
    let tie = (now.inputs.draws.bits(Process::QUEUE_ORDER, key, 0) >> 32) as u32;
    let at = not_before(now, queued);
    d.arrivals[product as usize].push(Arrival { at, tie, entitlement: x, generation, moves: Moves::Rises });
}

/// The minute of now, but not before somebody joined the queue: the processes of a week are not done in the order of
/// their minutes, and who joins must come first.
fn not_before(now: Now<'_>, queued: Minute) -> Minute {
    now.at.max(queued)
}

/// A need has become worse: what is asked for or waited for because of it becomes more urgent.
pub fn worsened(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let Episode { resident, generation, severity, .. } = d.episodes[e];
    for x in asked_for(d, resident, (e, generation)) {
        match d.entitlements[x].stage {
            Stage::Inquiry | Stage::Applied => d.entitlements[x].urgency = severity,
            Stage::Waiting => rise(now, d, x),
            Stage::Served | Stage::AwaitingHome => {}
        }
    }
}

/// The effects of service end for the person and the need; the place is given back by the queue.
pub fn end_service(now: Now<'_>, d: &mut District, x: EntitlementId) {
    let Entitlement { key, resident: r, product, .. } = d.entitlements[x];
    let helped: Vec<EpisodeId> = d.episodes_of(r).collect();
    for e in helped {
        natural::service_ends(now, d, e, product);
    }
    d.note_of(now.at, r, Some(key), What::ServiceEnded(product));
    if product.is_wmo() {
        payers::ends(d, r, product);
    }
    around::service_ends(d, r, product);
}
