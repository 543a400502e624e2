//! The needs and contracts with which the burn-in starts: age-specific prevalence with length-biased elapsed time.
//!
//! What is open at a random moment has lasted longer than what begins, and nothing has lasted longer than its person has
//! lived: prevalence and elapsed times follow from onset at all earlier ages and each domain's clock. Whoever would have asked in that time may be served already, so that long contracts need not be
//! built up from nothing. The burn-in settles queues, caseload and what is inconsistent.

use super::natural::{self, Begun};
use super::{hazards, onset, requests, second_line};
use crate::district::{District, Now, Queue};
use crate::doors::{Outcome, WAYS, strength};
use crate::entities::{Domain, Entitlement, Episode, Frame, Product, Severity, Stage};
use crate::ids::{CaseId, EntitlementId, EpisodeId, HouseholdId, ResidentId};
use crate::random::{Process, Stream};
use crate::scenario::ServiceSpec;
use crate::units::Minute;

/// Gives somebody who moves in the needs that people like them have; nobody here knows of them yet.
pub fn bring_needs(now: Now<'_>, d: &mut District, r: ResidentId) {
    open_needs(now, d, r, |_, _, _| ());
}

/// Gives every resident the needs that are open at the start.
pub fn seed(now: Now<'_>, d: &mut District, queues: &mut [Queue], services: &[ServiceSpec]) {
    for h in 0..d.households.len() as u32 {
        let members: Vec<ResidentId> = d.members(HouseholdId(h)).collect();
        for r in members {
            open_needs(now, d, r, |d, e, elapsed| seed_help(now, d, e, elapsed, queues, services));
        }
    }
}

/// Opens the needs that a resident has at a random moment, in each domain at most one; `opened` gets each with the weeks that
/// it has lasted.
fn open_needs(now: Now<'_>, d: &mut District, r: ResidentId, mut opened: impl FnMut(&mut District, EpisodeId, f64)) {
    let draws = now.inputs.draws;
    let key = d.residents[r.0].key;
    let age = now.age(&d.residents[r.0]);
    let stream = draws.stream(Process::Prevalence, key);
    for domain in Domain::ALL {
        let expected = onset::expected_at(now, d, r, domain, age);
        let occasion = domain as u64 * 16;
        if expected <= 0.0 || stream.unit(occasion) * (1.0 + expected) >= expected {
            continue;
        }
        let table = &now.inputs.tables.recovery[domain as usize];
        let episode_key = draws.key(Process::EpisodeKey, key, occasion + 1);
        let elapsed = table.elapsed_at(age, draws.unit(Process::Elapsed, key, occasion));
        let onset = now.at.plus_weeks(-elapsed);
        let duration = table.duration_after(draws.unit(Process::Recovery, episode_key, 0), elapsed);
        let natural_end = onset.plus_weeks(duration).max(Minute(now.at.0 + 1));
        let severity = severity_after(now, stream, domain, elapsed);
        let e = natural::insert(now, d, r, Begun { key: episode_key, domain, severity, onset, natural_end });
        opened(d, e, elapsed);
    }
}

/// Severity at onset and the steps of worsening in the elapsed time.
fn severity_after(now: Now<'_>, stream: Stream, domain: Domain, elapsed: f64) -> Severity {
    let occasion = domain as u64 * 16;
    let mut level = natural::severity_at_onset(&now.inputs.params, stream.unit(occasion + 2)) as u8;
    let mut left = elapsed * hazards::worsening_rate(now, domain);
    let mut step = 0;
    loop {
        left += libm::log(stream.unit(occasion + 3 + step));
        if left <= 0.0 || level >= 4 {
            return Severity::of(level);
        }
        level += 1;
        step += 1;
    }
}

/// Goes through the episode's past: whoever would have asked by now is known; who was refused, or whose help has ended,
/// asked again; and who has a contract that still runs is served. Assumption: asking and severity as they are now.
fn seed_help(
    now: Now<'_>,
    d: &mut District,
    e: EpisodeId,
    elapsed: f64,
    queues: &mut [Queue],
    services: &[ServiceSpec],
) {
    let draws = now.inputs.draws;
    let key = d.episodes[e.0].key;
    let rate = hazards::asking_rate(now, d, e);
    let mut past = elapsed;
    for turn in 0..MOST_REQUESTS {
        past += libm::log(draws.unit(Process::Elapsed, key, 1 + turn)) / rate.max(1e-9);
        if past <= 0.0 {
            return;
        }
        if turn == 0 {
            d.change_episode(e, |episode| episode.known_since = now.at.plus_weeks(-past));
        }
        let Some(product) = product_asked(now, d, e, turn) else { continue };
        let spec = &services[product as usize];
        for term in 0..MOST_REQUESTS {
            let occasion = turn * MOST_REQUESTS + term + 1;
            past -= spec.duration_weeks.quantile(draws.unit(Process::ServiceDuration, key, occasion));
            if past < 0.0 {
                let queue = &mut queues[product as usize];
                if f64::from(queue.serving + 1) <= spec.places {
                    serve(now, d, e, product, spec, queue, -past);
                }
                return;
            }
            if draws.unit(Process::Reassessment, key, occasion) >= spec.renewal {
                break;
            }
        }
    }
}

/// Requests and terms of an episode's past that are gone through at most.
const MOST_REQUESTS: u64 = 64;

/// The product that a request of the past led to, if any.
fn product_asked(now: Now<'_>, d: &District, e: EpisodeId, turn: u64) -> Option<Product> {
    let episode: &Episode = &d.episodes[e.0];
    let p = &now.inputs.params;
    let draws = now.inputs.draws;
    let mut u = draws.unit(Process::DoorChoice, episode.key, turn + 1);
    let way = WAYS.iter().filter(|w| w.domain == episode.domain).find(|w| {
        u -= w.weight;
        u < 0.0
    })?;
    let v = draws.unit(Process::Gate, episode.key, turn + 1);
    match way.outcome {
        Outcome::Case => {
            let odds = p.referral_base + p.referral_severity * (f64::from(episode.severity as u8) - 2.0);
            (v < 1.0 / (1.0 + libm::exp(-odds))).then(|| requests::choose_product(now, d, e)).flatten()
        }
        Outcome::Application => (v < p.gate_grant).then(|| requests::choose_product(now, d, e)).flatten(),
        Outcome::Referral(product) => (v < p.gate_refer).then_some(product),
    }
}

fn serve(
    now: Now<'_>,
    d: &mut District,
    e: EpisodeId,
    product: Product,
    spec: &ServiceSpec,
    queue: &mut Queue,
    left: f64,
) {
    let episode = &d.episodes[e.0];
    let r = episode.resident;
    if d.entitlements_of(r).any(|x| d.entitlements[x.0].product == product) {
        return;
    }
    let key = now.inputs.draws.key(
        Process::EntitlementKey,
        d.residents[r.0].key,
        crate::district::join(episode.key, product as u64),
    );
    let minutes = second_line::effort_per_week(now, d, r, product, spec);
    let entitlement = Entitlement {
        key,
        resident: r,
        next: EntitlementId::NONE,
        episode: e,
        case: CaseId::NONE,
        requested: now.at,
        queued: now.at,
        started: now.at,
        minutes_per_week: minutes,
        terms: 0,
        generation: 0,
        episode_generation: episode.generation,
        product,
        stage: Stage::Served,
        urgency: episode.severity,
        door: crate::doors::Door::Team as u8,
        frame: Frame::Voluntary,
        registered: true,
        temporary: false,
    };
    let x = EntitlementId(d.entitlements.insert(entitlement));
    d.link_entitlement(x);
    d.episodes[e.0].in_pipeline += 1;
    // A district is settled by itself: its queues know one district until they are merged with others.
    queue.take_place(0, minutes, now.at);
    let who = (0, x, d.entitlements[x.0].generation);
    let tie = (key.0 >> 32) as u32;
    queue.due.push(std::cmp::Reverse(crate::district::Due {
        at: now.at.plus_weeks(left.max(0.01)),
        tie,
        patience: false,
        who,
    }));
    second_line::use_begins(now, d, r, product);
    d.episodes[e.0].second_line_strength = strength(product);
    requests::second_line_helps(now, d, e, true);
}
