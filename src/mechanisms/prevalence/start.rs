//! The needs and contracts with which the burn-in starts: age-specific prevalence with length-biased elapsed time.
//!
//! What is open at a random moment has lasted longer than what begins, and nothing has lasted longer than its person
//! has lived: prevalence and elapsed times follow from onset at all earlier ages and each domain's clock. Whoever would
//! have asked in that time may be served already, also for a need that has passed since, so that long contracts need
//! not be built up from nothing. The burn-in settles queues, caseload and what is inconsistent.

use crate::cancel::Cancel;
use crate::district::{Comes, District, Now, Queue};
use crate::entities::{DOMAINS, Domain, Entitlement, Frame, Product, Resident, Severity, Stage};
use crate::ids::{EntitlementId, EpisodeId, HouseholdId, ResidentId};
use crate::mechanisms::doors::referrals;
use crate::mechanisms::evictions::steps as evictions;
use crate::mechanisms::needs::clock;
use crate::mechanisms::needs::natural::{self, Begun};
use crate::mechanisms::needs::onset;
use crate::mechanisms::needs::rates;
use crate::mechanisms::prevalence::course::{Course, found_open};
use crate::mechanisms::prevalence::home::Home;
use crate::mechanisms::prevalence::past::{Granted, MOST_REQUESTS, Past, follow, granted_in_past};
use crate::mechanisms::prevalence::supply::Supply;
use crate::mechanisms::second_line::entitlements;
use crate::mechanisms::second_line::services as second_line;
use crate::plan::ServiceSpec;
use crate::random::{Process, Stream};
use crate::units::{Minute, WEEKS_PER_YEAR};

/// Gives somebody who moves in the needs that people like them have; nobody here knows of them yet.
pub fn bring_needs(now: Now<'_>, d: &mut District, r: ResidentId) {
    let age = now.age(&d.residents[r]);
    open_needs(now, d, (r, age), &mut Course::default(), None);
}

/// Gives every resident the needs that are open at the start. Places go to households in a keyed order, not in that of
/// their dwellings. Ends early if it was asked to stop; the district is then good for nothing.
pub fn seed(now: Now<'_>, d: &mut District, queues: &mut [Queue], services: &[ServiceSpec], stop: &Cancel) {
    let mut order: Vec<HouseholdId> = (0..d.households.len() as u32).map(HouseholdId).collect();
    order.sort_unstable_by_key(|h| d.households[*h].key);
    let mut course = Course::default();
    let supply = &mut Supply { queues, services };
    let highest = highest_onset(now);
    for h in order {
        if stop.is_cancelled() {
            return;
        }
        let mut home = Home::default();
        let members: Vec<ResidentId> = d.members(h).collect();
        for r in members {
            let age = age_before(now, now.age(&d.residents[r]));
            let taken = open_needs(now, d, (r, age), &mut course, Some((&mut home, supply)));
            seed_passed(now, d, (r, age, &highest), &mut course, taken, (&mut home, supply));
        }
    }
}

/// The age for which the needs of somebody are drawn at the start. Ages stand still in the burn-in: at its beginning
/// people have the past of who was as much younger as it takes.
fn age_before(now: Now<'_>, age: u8) -> u8 {
    let years = (-now.week.0 / WEEKS_PER_YEAR).clamp(0, i32::from(age)) as u8;
    if now.inputs.context.ageing { age - years } else { age }
}

/// When a resident's need of each domain that was found open began, and ended if it did, in weeks ago.
type Taken = [Option<(f64, f64)>; DOMAINS];

/// Opens the needs that a resident has at a random moment, in each domain at most one. With a `past`, what was asked
/// for them runs on, and what help ended by then is not opened.
fn open_needs(
    now: Now<'_>,
    d: &mut District,
    (r, age): (ResidentId, u8),
    course: &mut Course,
    mut past: Option<(&mut Home, &mut Supply<'_>)>,
) -> Taken {
    let draws = now.inputs.draws;
    let key = d.residents[r].key;
    let stream = draws.stream(Process::PREVALENCE, key);
    let open = found(now, d, (r, age), stream);
    let mut taken = Taken::default();
    for domain in Domain::ALL.into_iter().filter(|domain| open >> *domain as u8 & 1 == 1) {
        let occasion = domain as u64 * 16;
        let table = &now.inputs.tables.recovery[domain as usize];
        let episode_key = draws.key(Process::EPISODE_KEY, key, occasion + 1);
        let elapsed = table.elapsed_at(age, draws.unit(Process::ELAPSED, key, occasion));
        // What it has behind it on its clock took as long as it was severe then; what is left, as it is severe now.
        found_open(now, stream, occasion, domain, elapsed, course);
        let since = course.weeks_at(elapsed);
        let mut need =
            Past { resident: r, key: episode_key, domain, course: &mut *course, since, lasted: f64::INFINITY };
        let left = past.as_mut().map(|(home, supply)| follow(now, d, &mut need, home, supply)).unwrap_or_default();
        taken[domain as usize] = Some((since, (since - need.lasted).max(0.0)));
        let mut episode = EpisodeId::NONE;
        if need.is_open() {
            let severity = need.severity(0.0);
            let duration = table.duration_after(draws.unit(Process::RECOVERY, episode_key, 0), elapsed);
            let onset = now.at.plus_weeks(-since);
            let rest = (duration - elapsed) / clock::pace(now, domain, severity);
            let natural_end = onset.plus_weeks(since + rest).max(Minute(now.at.0 + 1));
            let begun =
                Begun { key: episode_key, domain, severity, onset, clock: elapsed, natural_end, goes_on: false };
            episode = natural::insert(now, d, r, begun);
            if left.asked {
                d.change_episode(episode, |episode| episode.known = true);
            }
            if past.is_some() && domain == Domain::Debt {
                evictions::was_under_way(now, d, episode, since);
            }
        }
        if let Some((home, supply)) = &mut past {
            run_on(now, d, (&need, episode), &left.services, supply);
            seed_long_term(now, d, (&need, episode), home, supply);
        }
    }
    taken
}

/// Whether somebody has not outgrown the needs of a domain.
fn has_age_for(now: Now<'_>, d: &District, r: ResidentId, domain: Domain) -> bool {
    onset::ends_by(domain).is_none_or(|from| now.age(&d.residents[r]) < from)
}

/// Times that a resident's domains are gone through: each anew, by what is open in the others.
const SWEEPS: u64 = 2;

/// The domains in which a resident has a need at a random moment. Other open needs make each likelier: so they are
/// drawn in turns until the order in which that was done no longer matters. One bit each.
fn found(now: Now<'_>, d: &District, (r, age): (ResidentId, u8), stream: Stream) -> u8 {
    let alone = Domain::ALL.map(|domain| {
        let of_age = has_age_for(now, d, r, domain);
        if of_age { onset::expected_alone(now, d, r, domain, age) } else { 0.0 }
    });
    let at_most = onset::multipliers_at_most(now, d, r);
    let mut open = 0_u8;
    for sweep in (0..SWEEPS).rev() {
        for domain in Domain::ALL.into_iter().filter(|domain| alone[*domain as usize] > 0.0) {
            let i = domain as usize;
            open &= !(1 << i);
            let coupled = rates::coupled(now, open.count_ones() as usize);
            let u = stream.unit((sweep << 48) | (domain as u64 * 16));
            let is_below = |expected: f64| u * (1.0 + expected) < expected;
            // Most are above all that it can be, which is known beforehand.
            let is_open = is_below(alone[i] * at_most[i] * coupled)
                && is_below(alone[i] * onset::multiplier(now, d, r, domain) * coupled);
            open |= u8::from(is_open) << i;
        }
    }
    open
}

/// What was asked for because of a need and still runs, with what was asked for beside it.
fn run_on(now: Now<'_>, d: &mut District, need: Found<'_>, services: &[Granted], supply: &mut Supply<'_>) {
    for granted in services {
        if let Some(left) = granted.left {
            serve(now, d, need, granted.product, left, supply);
        }
        serve_bundle(now, d, need, granted, supply);
    }
}

/// A need with its past, and its record if it is still there.
type Found<'a> = (&'a Past<'a>, EpisodeId);

/// Whoever was in crisis in daily functioning for long is in long-term care, if CIZ granted it, for as long as they
/// live here: also when the crisis has passed since.
fn seed_long_term(now: Now<'_>, d: &mut District, found: Found<'_>, home: &mut Home, supply: &mut Supply<'_>) {
    let (need, episode) = found;
    if need.domain != Domain::Daily {
        return;
    }
    let p = &now.inputs.params;
    let crisis = need.course.lasting_crisis(p.doors.wlz_weeks, need.since.min(need.lasted));
    let Some(crisis) = crisis else { return };
    let asked = (need.since - crisis).min(home.resides(now, d, need.resident)) - p.doors.wlz_weeks;
    if asked <= 0.0 || now.inputs.draws.unit(Process::LONG_TERM_CARE, need.key, 0) >= p.doors.wlz_grant {
        return;
    }
    let product = Product::LongTermCare;
    if d.residents[need.resident].is(Resident::LONG_TERM) || !supply.has_place(product) {
        return;
    }
    if let Some(e) = episode.some() {
        d.change_episode(e, |episode| episode.known = true);
    }
    let term = supply.spec(product).duration_weeks;
    let left = term.quantile(now.inputs.draws.unit(Process::SERVICE_DURATION, need.key, u64::MAX));
    serve(now, d, found, product, left, supply);
    second_line::enter_long_term_care(now, d, need.resident);
}

/// How far back needs are looked at that have passed, in weeks: twenty years, twice as long as the longest terms.
const LOOK_BACK: f64 = 1040.0;
/// Needs of a domain that began in that time and are looked at, at most (a matter of computing).
const MOST_PASSED: usize = 16;

/// The highest onset per week in each domain at the ages that somebody of an age had within the time looked back on.
fn highest_onset(now: Now<'_>) -> Vec<[f64; DOMAINS]> {
    let onset = &now.inputs.tables.onset;
    let years = if now.inputs.context.ageing { (LOOK_BACK / f64::from(WEEKS_PER_YEAR)) as usize } else { 0 };
    let highest = |age: usize, domain: usize| {
        onset[age.saturating_sub(years)..=age].iter().map(|at| f64::from(at[domain])).fold(0.0, f64::max)
    };
    (0..onset.len()).map(|age| std::array::from_fn(|domain| highest(age, domain))).collect()
}

/// Goes through needs of a resident that have passed: help that was granted for them may still run. Two needs of a
/// domain were never there at the same time.
fn seed_passed(
    now: Now<'_>,
    d: &mut District,
    (r, age, highest): (ResidentId, u8, &[[f64; DOMAINS]]),
    course: &mut Course,
    mut taken: Taken,
    (home, supply): (&mut Home, &mut Supply<'_>),
) {
    let draws = now.inputs.draws;
    let key = d.residents[r].key;
    let stream = draws.stream(Process::PREVALENCE, key);
    // Nothing that is gone through below raises onset.
    let at_most = onset::multipliers_at_most(now, d, r);
    for domain in Domain::ALL {
        if !has_age_for(now, d, r, domain) {
            continue;
        }
        let first = domain as u64 * 16 + PASSED;
        let own = onset::own_share(now.inputs, &d.residents[r], domain);
        let most = own * highest[usize::from(age)][domain as usize] * at_most[domain as usize];
        let u = stream.unit(first);
        // The chance that there was one is less than the number expected.
        if u >= most * LOOK_BACK {
            continue;
        }
        let multiplier = onset::multiplier(now, d, r, domain);
        let rate_at =
            |age: u8| f64::from(now.inputs.tables.onset[usize::from(age)][domain as usize]) * own * multiplier;
        let count = number_of(most * LOOK_BACK, u);
        let mut began = [(0.0, 0); MOST_PASSED];
        let began = began_at(now, (age, stream, first), (count, most), rate_at, &mut began);
        let [slowest, fastest] = clock::paces(now, domain);
        for &(since, occasion) in began {
            let key = draws.key(Process::EPISODE_KEY, key, occasion);
            let on_clock = now.inputs.tables.recovery[domain as usize].duration(draws.unit(Process::RECOVERY, key, 0));
            // Whatever course it took, it lasted at least as long as its clock makes it at the fastest, and at most as
            // at the slowest: mostly that tells that it is still there, or that it passed before the household came.
            if since * (1.0 + ROUNDING) < on_clock / fastest {
                continue;
            }
            let later = taken[domain as usize].map_or(0.0, |(began, _)| began);
            let passed_at_the_latest = since - on_clock / slowest * (1.0 + ROUNDING);
            if domain != Domain::Daily && passed_at_the_latest >= later.max(home.resides(now, d, r)) {
                taken[domain as usize] = Some((since, since));
                continue;
            }
            course.draw(now, stream, occasion, domain, on_clock);
            let lasted = course.weeks_at(on_clock);
            let mut need = Past { resident: r, key, domain, course: &mut *course, since, lasted };
            let overlaps = |(began, ended): (f64, f64)| since > ended && since - lasted < began;
            if need.is_open() || taken[domain as usize].is_some_and(overlaps) {
                continue;
            }
            let left = follow(now, d, &mut need, home, supply);
            taken[domain as usize] = Some((since, since - need.lasted));
            let found = (&need, EpisodeId::NONE);
            run_on(now, d, found, &left.services, supply);
            seed_long_term(now, d, found, home, supply);
        }
    }
}

/// When needs of somebody of an age began, in weeks ago, and the occasions of their draws: of so many that there are at
/// the highest rate those below the rate of the age then. The latest first: what began before that must have ended by
/// then.
fn began_at<'a>(
    now: Now<'_>,
    (age, stream, first): (u8, Stream, u64),
    (count, highest): (usize, f64),
    rate_at: impl Fn(u8) -> f64,
    room: &'a mut [(f64, u64); MOST_PASSED],
) -> &'a [(f64, u64)] {
    let mut kept = 0;
    for n in 0..count as u64 {
        let occasion = first + ((n + 1) << 24);
        let since = LOOK_BACK * stream.unit(occasion);
        let years = if now.inputs.context.ageing { (since / f64::from(WEEKS_PER_YEAR)) as u8 } else { 0 };
        if age.checked_sub(years).is_some_and(|then| stream.unit(occasion + 1) * highest < rate_at(then)) {
            room[kept] = (since, occasion);
            kept += 1;
        }
    }
    room[..kept].sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    &room[..kept]
}

/// More than what rounding can make of weeks that are reckoned in two ways, as a share.
const ROUNDING: f64 = 1e-9;

/// A Poisson number with a mean, at a draw of which the lowest give the highest.
fn number_of(mean: f64, draw: f64) -> usize {
    let (mut n, mut chance) = (0, libm::exp(-mean));
    let mut above = 1.0 - chance;
    while draw < above && n < MOST_PASSED {
        n += 1;
        chance *= mean / n as f64;
        above -= chance;
    }
    n
}

/// First occasion of the draws of needs that have passed.
const PASSED: u64 = 1 << 16;

/// What else was asked for with a product, or at one of its reviews (both in weeks ago, earliest first), runs too if it
/// was granted and its own terms have not run out since.
fn serve_bundle(now: Now<'_>, d: &mut District, found: Found<'_>, granted: &Granted, supply: &mut Supply<'_>) {
    let (need, product) = (found.0, granted.product);
    let p = &now.inputs.params;
    let draws = now.inputs.draws;
    for (other, part) in referrals::others_for(d, need.resident, (need.domain, Severity::Crisis), product) {
        let spec = supply.spec(other);
        let mut free_from = f64::INFINITY;
        for (n, &began) in granted.asked.iter().enumerate() {
            let occasion = (n as u64) << 8 | other as u64;
            let key = draws.key(Process::ENTITLEMENT_KEY, need.key, 1 << 32 | occasion);
            let chance = if n == 0 { p.doors.bundle_at_once } else { p.doors.bundle_at_review };
            let fits = referrals::others_for(d, need.resident, (need.domain, need.severity(began)), product);
            if began > free_from
                || draws.unit(Process::BUNDLE, need.key, occasion) >= part * chance
                || !fits.into_iter().any(|(fit, _)| fit == other)
                || !granted_in_past(now, d, need.resident, other, key)
            {
                continue;
            }
            let mut left = began;
            for term in 0..MOST_REQUESTS {
                left -= spec.duration_weeks.quantile(draws.unit(Process::SERVICE_DURATION, key, term));
                if left < 0.0 || !spec.goes_on(draws.unit(Process::REASSESSMENT, key, term)) {
                    break;
                }
            }
            if left < 0.0 {
                if supply.has_place(other) {
                    serve(now, d, found, other, -left, supply);
                }
                break;
            }
            free_from = left;
        }
    }
}

/// Somebody is served since some time, for so many weeks more.
fn serve(now: Now<'_>, d: &mut District, (need, e): Found<'_>, product: Product, left: f64, supply: &mut Supply<'_>) {
    let (spec, queue) = (&supply.services[product as usize], &mut supply.queues[product as usize]);
    let r = need.resident;
    let replaced = d.residents[r].is(Resident::LONG_TERM) && product.is_part_of_long_term_care();
    if replaced || d.entitlements_of(r).any(|x| d.entitlements[x].product.as_asked() == product.as_asked()) {
        return;
    }
    let key = now.inputs.draws.key(
        Process::ENTITLEMENT_KEY,
        d.residents[r].key,
        crate::district::join(need.key, product as u64),
    );
    let minutes = second_line::effort_per_week(now, d, r, (product, need.severity(0.0)), spec);
    let entitlement = Entitlement {
        key,
        resident: r,
        next: EntitlementId::NONE,
        episode: e,
        requested: now.at,
        queued: now.at,
        minutes_per_week: minutes,
        terms: 0,
        generation: 0,
        episode_generation: e.some().map_or(0, |e| d.episodes[e].generation),
        product,
        stage: Stage::Served,
        urgency: need.severity(0.0),
        door: crate::doors::Door::Team as u8,
        given: u8::MAX,
        frame: Frame::Voluntary,
        registered: true,
        temporary: false,
    };
    let x = d.entitlements.insert(entitlement);
    d.link_entitlement(x);
    if let Some(e) = e.some() {
        d.episodes[e].in_pipeline += 1;
    }
    // A district is settled by itself: its queues know one district until they are merged with others.
    queue.take_place(0, minutes, now.at);
    let who = (0, x, d.entitlements[x].generation);
    let tie = (key.0 >> 32) as u32;
    queue.due.push(std::cmp::Reverse(crate::district::Due {
        at: now.at.plus_weeks(left.max(0.01)),
        tie,
        what: Comes::Term,
        who,
    }));
    second_line::use_begins(now, d, r, (product, key));
    entitlements::cover(now, d, x);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// At every mean the draws give that mean and its variance.
    #[test]
    fn numbers_of_needs_are_poisson() {
        for mean in [0.03, 0.7, 4.0] {
            let draws: Vec<f64> =
                (0..100_000).map(|i| number_of(mean, (f64::from(i) + 0.5) / 100_000.0) as f64).collect();
            let first = draws.iter().sum::<f64>() / 100_000.0;
            let variance = draws.iter().map(|n| n * n).sum::<f64>() / 100_000.0 - first * first;
            assert!((first / mean - 1.0).abs() < 0.01, "{mean}: {first}");
            assert!((variance / mean - 1.0).abs() < 0.02, "{mean}: {variance}");
        }
    }
}
